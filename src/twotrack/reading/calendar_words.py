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
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = dict(zip(_UNITS, range(1, 13), strict=True)) | {
    "a": 1,
    "an": 1,
    "couple": 2,
    "a couple of": 2,
    "few": 6,
    "several": 6,
    "number": 6,
}
"""Number words. "A few" weeks are six weeks and months six months, by the convention of the annotation guidelines."""

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SEASON = r"(?:spring|summer|fall|autumn|winter|Spring|Summer|Autumn|Winter)"
NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its abbreviation."""
    key = word.casefold().rstrip(".")[:3]
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(key))


def number(word: str) -> int:
    """The value of digits or of a number word."""
    plain = " ".join(word.casefold().split())
    return int(plain) if plain.isdigit() else NUMBERS[plain]


def week_of(day: date, weeks: int = 0) -> str:
    """The week, Monday to Sunday, in which a day lies, or one so many weeks later, as EDTF."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return f"{monday}/{monday + timedelta(days=6)}"


def weekend_of(day: date, weeks: int = 0) -> str:
    """Saturday and Sunday of the week in which a day lies, or of one so many weeks later, as EDTF."""
    saturday = day - timedelta(days=day.weekday()) + timedelta(days=5, weeks=weeks)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def months_on(day: date, months: int) -> str:
    """The month so many months after a day's (before it, where negative), as EDTF."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"


def day_in(year: int, month: int, day: int) -> str | None:
    """A calendar day as EDTF; None where there is no such day."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"
