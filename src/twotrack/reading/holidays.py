"""Feasts with a day that can be reckoned: Christmas, New Year's Day, Easter, Thanksgiving."""

import re
from datetime import date, timedelta

from twotrack.reading.calendar_words import day_in
from twotrack.reading.date_reference import Reference

_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "fourth of july": (7, 4),
}
FEAST = (
    r"(?:Christmas(?:\s(?:Day|Eve))?|Boxing\sDay|New\sYear[’']s(?:\s(?:Day|Eve))?|Halloween|Valentine[’']s\sDay"
    r"|Thanksgiving(?:\sDay)?|Easter(?:\s(?:Sunday|Monday))?)"
)


def feast(match: re.Match[str], ref: Reference) -> str | None:
    """The feast of the year named, else of the nearest year that fits the words."""
    name = " ".join(match["feast"].casefold().replace("’", "'").split())
    which = (match["rel"] or "").casefold()
    if match["year"]:
        return _day_of(name, int(match["year"])).isoformat()
    own = ref.own
    days = [_day_of(name, own.year + step) for step in (-1, 0, 1)]
    if which == "this":
        return days[1].isoformat()
    if which in {"last", "next"}:
        fitting = [day for day in days if (day > own if which == "next" else day < own)]
    else:
        near = min(days, key=lambda day: abs((day - own).days))
        month, dom = near.month, near.day
        if name in _FIXED:
            year = ref.year_of_day(month, dom, match)
            return day_in(year, month, dom) if year else None
        fitting = [near]
    return min(fitting, key=lambda day: abs((day - own).days)).isoformat() if fitting else None


def _day_of(name: str, year: int) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name.startswith("thanksgiving"):  # of the United States: the fourth Thursday of November
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    return easter(year) + timedelta(days=name.endswith("monday"))


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)
