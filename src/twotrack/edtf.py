"""Dates in EDTF, the Library of Congress' Extended Date/Time Format: the profile that this record uses.

Days, months, years, X for unknown digits, the marks ~ ? %, seasons 21 to 24, and intervals with open (`..`) and unknown
(empty) ends. Source: https://www.loc.gov/standards/datetime/
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_PART = re.compile(r"(?P<year>\d{2}(?:\d\d|\dX|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[~?%]?)\Z")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A parsed value: the text as written, and its first and last day (None where open or unknown)."""

    text: str
    first_day: date | None
    last_day: date | None


def parse(text: str) -> Edtf:
    """Parse an EDTF text of our profile; raises ValueError on anything else."""
    if "/" not in text:
        first, last = _bounds(text)
        return Edtf(text=text, first_day=first, last_day=last)
    left, right = text.split("/") if text.count("/") == 1 else ("?", "?")
    if (left, right) in {("", ""), ("..", "..")}:
        raise ValueError(f"not EDTF: {text!r}")
    first = None if left in ("", "..") else _bounds(left)[0]
    last = None if right in ("", "..") else _bounds(right)[1]
    if first and last and last < first:
        raise ValueError(f"not EDTF: {text!r} ends before it begins")
    return Edtf(text=text, first_day=first, last_day=last)


def _bounds(part: str) -> tuple[date, date]:
    found = _PART.match(part)
    if not found:
        raise ValueError(f"not EDTF: {part!r}")
    first_year, last_year = int(found["year"].replace("X", "0")), int(found["year"].replace("X", "9"))
    if first_year < 1:
        raise ValueError(f"not EDTF: {part!r}")
    month, day = found["month"], found["day"]
    if month is None:
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if month.isdigit() and int(month) in _SEASONS and day is None:
        first, last = _SEASONS[int(month)]
        end_year = last_year + (last < first)
        return date(first_year, first, 1), date(end_year, last, calendar.monthrange(end_year, last)[1])
    months = (1, 12) if month == "XX" else (int(month), int(month))
    if day is None or day == "XX":
        end = date(last_year + months[1] // 12, months[1] % 12 + 1, 1) - timedelta(days=1)
        return date(first_year, months[0], 1), end
    return date(first_year, months[0], int(day)), date(last_year, months[1], int(day))
