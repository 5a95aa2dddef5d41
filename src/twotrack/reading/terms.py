"""Terms for an act, counted from the document's own day: "within ten days", "within three months", "innerhalb von zwei Wochen".

By the convention for dates, a term of days or weeks ends on a day, one of months or years in a month.
"""

import re
from datetime import date, timedelta

from twotrack.reading.han import simplified

_NUMBER_TEXT = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_TEXT.split(), 1)} | {"a": 1, "the": 1, "an": 1}
_GERMAN_TEXT = "einem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_NUMBERS |= {word: number for number, word in enumerate(_GERMAN_TEXT.split(), 1)}
_FRENCH_TEXT = "un deux trois quatre cinq six sept huit neuf dix onze douze"
_NUMBERS |= {word: number for number, word in enumerate(_FRENCH_TEXT.split(), 1)}
_HAN_NUMBERS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
# matches "within ten days", "within the month", "in the next 48 hours", "innerhalb von drei Monaten", "dans les trois mois"
_TERM = re.compile(
    r"\b(?:within|in\sthe\snext|over\sthe\snext|innerhalb\svon|binnen|d[’']ici|dans\sles|en\sun\splazo\sde)\s"
    r"(?:the\snext\s)?(?P<n>\d{1,3}|[a-zäöü]{1,6})\s(?P<unit>hour|day|week|month|year|Tag|Woche|Monat|Jahr"
    r"|jour|semaine|mois|an)"
)
# in simplified characters. matches "三个月内", "48小时内", "十天内"
_HAN_TERM = re.compile(r"(?P<n>\d{1,3}|[一二两三四五六七八九十])个?(?P<unit>小时|天|日|周|星期|月|年)内")
_DAYS = {
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "Tag": 1,
    "Woche": 7,
    "jour": 1,
    "semaine": 7,
    "小时": 1 / 24,
    "天": 1,
    "日": 1,
    "周": 7,
    "星期": 7,
}
_MONTHS = {"month": 1, "year": 12, "Monat": 1, "Jahr": 12, "mois": 1, "an": 12, "月": 1, "年": 12}
_MOST = 600  # months: a term that is longer is none


def term_of(words: str, day: str | None) -> str | None:
    """The interval from a day (ISO) to the end of a term that some words give, in EDTF; None without day or term."""
    match = _TERM.search(words) or (
        None if "内" not in words and "內" not in words else _HAN_TERM.search(simplified(words))
    )
    if match is None or day is None:
        return None
    try:
        first = date.fromisoformat(day)
    except ValueError:
        return None
    number = (
        _NUMBERS.get(match["n"]) or _HAN_NUMBERS.get(match["n"]) or (int(match["n"]) if match["n"].isdigit() else 0)
    )
    if not number:
        return None
    unit = match["unit"]
    if unit in _DAYS:
        return f"{day}/{_later(first, round(number * _DAYS[unit]))}"
    months = first.year * 12 + first.month - 1 + min(number * _MONTHS[unit], _MOST)
    return f"{day}/{months // 12:04}-{months % 12 + 1:02}" if months // 12 < 10_000 else None


def _later(first: date, days: int) -> str:
    try:
        return (first + timedelta(days=days)).isoformat()
    except OverflowError:
        return first.isoformat()
