"""Dates as the pages say them."""

from twotrack import edtf


def in_words(value: str) -> str:
    """A date in EDTF in words; nothing stays nothing, and a text that is no EDTF stays as it is."""
    return edtf.in_words(value) if value and edtf.is_valid(value) else value
