"""Months, weekdays and seasons as words, and the arithmetic of weeks and months that dates are resolved with."""

import calendar
from datetime import date, timedelta

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
DECADES = {
    "noughties": 0,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
NUMBERS = dict(zip(_ONES.split(), range(1, 19), strict=True)) | {
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
    "half": 1,
    "a": 1,
    "an": 1,
    "couple": 2,
    "few": 6,
    "several": 6,
}
"""Number words. "A few" weeks are six weeks and months six months, by the convention of the annotation guidelines."""
ORDINALS = {
    word: value
    for value, words in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th"), 1)
    for word in words.split()
}

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SEASON = r"(?:spring|summer|fall|autumn|winter)"
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(set(NUMBERS) - {"a", "an", "half", "hundred"}, key=len, reverse=True)) + ")"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its abbreviation."""
    key = word.casefold().rstrip(".")[:3]
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(key))


def number(word: str) -> int:
    """The value of digits or of a number word; "a couple of" and "a few" by their main word."""
    plain = word.casefold().split()
    return int(plain[0]) if plain[0].isdecimal() else max(NUMBERS.get(part, 1) for part in plain)


def year_text(year: int) -> str:
    """A year as EDTF. Raises ValueError outside 1 to 9999."""
    if not 1 <= year <= 9999:
        raise ValueError("a year outside the calendar")
    return f"{year:04}"


def days_from(first: date, days: int) -> str:
    """The interval from a day to one so many days later, as EDTF."""
    return f"{first.isoformat()}/{(first + timedelta(days=days)).isoformat()}"


def week_of(day: date, weeks: int = 0) -> str:
    """The week, Monday to Sunday, in which a day lies, or one so many weeks later, as EDTF."""
    return days_from(day - timedelta(days=day.weekday()) + timedelta(weeks=weeks), 6)


def weekend_of(day: date, weeks: int = 0) -> str:
    """Saturday and Sunday of the week in which a day lies, or of one so many weeks later, as EDTF."""
    return days_from(day - timedelta(days=day.weekday()) + timedelta(days=5, weeks=weeks), 1)


def months_on(day: date, months: int) -> str:
    """The month so many months after a day's (before it, where negative), as EDTF."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year_text(year)}-{month + 1:02}"


def months_of(year: int, first: int, last: int) -> str:
    """An interval of months of one year, as EDTF."""
    return f"{year_text(year)}-{first:02}/{year_text(year)}-{last:02}"


def quarter_of(year: int, quarter: int) -> str:
    """The three months of a quarter, as EDTF."""
    return months_of(year, quarter * 3 - 2, quarter * 3)


def day_in(year: int, month: int, day: int) -> str | None:
    """A calendar day as EDTF; None where there is no such day."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"
