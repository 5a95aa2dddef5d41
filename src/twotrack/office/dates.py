"""Dates as the pages say them."""

from datetime import UTC, datetime

from twotrack import edtf


def in_words(value: str) -> str:
    """A date in EDTF in words; nothing stays nothing, and a text that is no EDTF stays as it is."""
    return edtf.in_words(value) if value and edtf.is_valid(value) else value


def moment(at: datetime) -> str:
    """A moment as a person reads it, in UTC: the record is kept in several time zones."""
    at = at.astimezone(UTC)
    return f"{at.day} {at:%B %Y, %H:%M} UTC"
