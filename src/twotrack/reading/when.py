"""Dates of events put together: several days as one interval, and where a date lies from the document's own."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from twotrack.edtf import parse

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


def is_day(edtf: str) -> bool:
    """Whether an EDTF text is one whole day."""
    return _DAY.match(edtf) is not None


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of an EDTF text; (None, None) where it cannot be told."""
    try:
        parsed = parse(edtf)
    except ValueError:
        return None, None
    return parsed.first, parsed.last


def days_after(edtf: str | None, day: str | None) -> int | None:
    """1 where a date lies wholly after a day, -1 where wholly before, 0 where it takes it in; None where unknown."""
    if edtf is None or day is None:
        return None
    first, last = bounds(edtf)
    own, _ = bounds(day)
    if own is None or (first is None and last is None):
        return None
    if first is not None and first > own:
        return 1
    return -1 if last is not None and last < own else 0


def joined(one: str, other: str) -> bool:
    """Whether two dates can be of one event: they share a day."""
    first, last = bounds(one)
    other_first, other_last = bounds(other)
    return (first or date.min) <= (other_last or date.max) and (other_first or date.min) <= (last or date.max)


def interval_of(edtfs: Iterable[str]) -> str | None:
    """Whole days that follow on each other as one interval: ("2010-05-13", "2010-05-14") -> "2010-05-13/2010-05-14".

    One day is itself; days with a gap give None; what is no whole day or interval of days is left out."""
    days: set[date] = set()
    for edtf in edtfs:
        first, last = bounds(edtf)
        if first and last and all(is_day(part) for part in edtf.split("/")) and (last - first).days < 4:
            days |= {first + timedelta(days=number) for number in range((last - first).days + 1)}
    if not days or (max(days) - min(days)).days + 1 != len(days):
        return None
    return min(days).isoformat() if len(days) == 1 else f"{min(days).isoformat()}/{max(days).isoformat()}"
