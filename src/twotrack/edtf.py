"""Dates as the Library of Congress Extended Date/Time Format (ISO 8601-2), in the profile that the record uses.

2010  2010-05  2010-05-14           a year, a month, a day
196X  2011-XX  2011-05-XX           some year of the sixties, some month, some day
2024-21 ... 2024-24                 spring, summer, autumn, winter of the northern year
2010-05?  2010-05~  2010-05%        uncertain, approximate, both: of the whole date
2010-05-13/2010-05-14               an interval; its ends as above
../2010-08  2010-08/..              without a start, without an end
/2010-08    2010-08/                the start, the end is unknown
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>0[1-9]|1[0-2]|2[1-4]|XX|[01]X)(?:-(?P<day>\d\d|[0-3]X|XX))?)?"
    r"(?P<mark>[?~%])?",
    re.ASCII,
)
_SEASON_BEGINS = {"21": 3, "22": 6, "23": 9, "24": 12}
_OPEN = {"", ".."}


class EdtfError(ValueError):
    """A text is not in our profile of EDTF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A date or interval. `first` and `last` are the earliest first and the latest last day that it may mean, None
    where the start or end is open or unknown. `uncertain` and `approximate` are true where either end is marked so."""

    text: str
    first: date | None
    last: date | None
    interval: bool
    uncertain: bool
    approximate: bool

    @property
    def whole(self) -> bool:
        """Whether it names one day, without doubt."""
        return self.first is not None and self.first == self.last and not (self.uncertain or self.approximate)


def parse(text: str) -> Edtf:
    """The date or interval that a text means. Raises EdtfError for anything outside the profile, impossible days and
    intervals that end before they begin."""
    start, slash, end = text.partition("/")
    if not slash:
        low, high, mark = _bounds(text)
        return _edtf(text, low, high, mark, interval=False)
    if start in _OPEN and end in _OPEN:
        raise EdtfError(f"{text!r} has neither start nor end")
    first, earliest_end, before = _end(start)
    latest_start, last, after = _end(end)
    if first and last and (first > last or (earliest_end and latest_start and earliest_end > last)):
        raise EdtfError(f"{text!r} ends before it begins")
    return _edtf(text, first, last, before + after, interval=True)


def is_valid(text: str) -> bool:
    """Whether a text is in the profile."""
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def first_day(text: str) -> date | None:
    """The earliest day that a text may mean; None where its start is open or unknown. Raises EdtfError."""
    return parse(text).first


def last_day(text: str) -> date | None:
    """The latest day that a text may mean; None where its end is open or unknown. Raises EdtfError."""
    return parse(text).last


def _edtf(text: str, first: date | None, last: date | None, marks: str, *, interval: bool) -> Edtf:
    return Edtf(
        text=text,
        first=first,
        last=last,
        interval=interval,
        uncertain=any(mark in marks for mark in "?%"),
        approximate=any(mark in marks for mark in "~%"),
    )


def _end(text: str) -> tuple[date | None, date | None, str]:
    """The bounds and the mark of one end of an interval; None and no mark where it is open or unknown."""
    return (None, None, "") if text in _OPEN else _bounds(text)


def _bounds(text: str) -> tuple[date, date, str]:
    """The first and last day of one date, and its mark."""
    match = _DATE.fullmatch(text)
    if match is None or match["year"].startswith("0000"):
        raise EdtfError(f"{text!r} is no date in EDTF: write 2010, 2010-05, 2010-05-14 or an interval of these")
    low, high = max(1, int(match["year"].replace("X", "0"))), int(match["year"].replace("X", "9"))
    month, day, mark = match["month"], match["day"], match["mark"] or ""
    if month in _SEASON_BEGINS:
        if day:
            raise EdtfError(f"{text!r} is a day of a season: give the month")
        return *_season(low, high, _SEASON_BEGINS[month]), mark
    days = [found for year in (low, high) for found in _days(year, month, day)]
    if not days:
        raise EdtfError(f"{text!r} is no day of the calendar")
    return min(days), max(days), mark


def _season(low: int, high: int, begins: int) -> tuple[date, date]:
    """Three months; winter begins in December of the year and ends in February of the next."""
    ends_year, ends = (high, begins + 2) if begins < 12 else (min(high + 1, date.max.year), 2)
    return date(low, begins, 1), date(ends_year, ends, calendar.monthrange(ends_year, ends)[1])


def _days(year: int, month: str | None, day: str | None) -> list[date]:
    """The first and last day that month and day may mean in one year; [] where the calendar has none."""
    if month is None:
        return [date(year, 1, 1), date(year, 12, 31)]
    if month.isdecimal() and (day is None or day.isdecimal()):
        first, length = int(month), calendar.monthrange(year, int(month))[1]
        if day is None:
            return [date(year, first, 1), date(year, first, length)]
        return [date(year, first, int(day))] * 2 if 1 <= int(day) <= length else []
    found = [
        date(year, m, d)
        for m in range(1, 13)
        if _fits(month, m)
        for d in range(1, calendar.monthrange(year, m)[1] + 1)
        if day is None or _fits(day, d)
    ]
    return [found[0], found[-1]] if found else []


def _fits(pattern: str, value: int) -> bool:
    return all(wanted in ("X", digit) for wanted, digit in zip(pattern, f"{value:02}", strict=True))


_SEASON_WORDS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def in_words(text: str) -> str:
    """A value as a person reads it: `2010-05-13/2010-05-14` -> `13 to 14 May 2010`; anything outside the profile as it is."""
    if not is_valid(text):
        return text
    start, slash, end = text.partition("/")
    if not slash:
        return _one_in_words(start)
    if start in _OPEN:
        return f"until {_one_in_words(end)}"
    if end in _OPEN:
        return f"since {_one_in_words(start)}"
    one, two = _one_in_words(start), _one_in_words(end)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])} to {two}"
    return f"{one} to {two}"


def _one_in_words(text: str) -> str:
    mark = text[-1] if text[-1] in "~?%" else ""
    parts = text.rstrip("~?%").split("-")
    year = f"the {parts[0].replace('X', '0')}s" if parts[0].endswith("X") else parts[0]
    words = {1: year, 2: f"{_month_words(parts[1])} {year}" if len(parts) > 1 else ""}.get(len(parts), "")
    if len(parts) == 3:
        day = f"{int(parts[2])} " if parts[2].isdigit() else "a day in "
        words = f"{day}{_month_words(parts[1])} {year}"
    return {"~": "about ", "%": "perhaps about ", "?": "perhaps "}.get(mark, "") + words


def _month_words(month: str) -> str:
    if not month.isdigit():
        return "a month of"
    return _SEASON_WORDS.get(int(month)) or calendar.month_name[int(month)]
