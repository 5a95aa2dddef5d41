"""A cell that holds a date -> EDTF, as people write them in lists: 2009/07, 1964.0, "about 2010", 15 July 2009, 2009年7月."""

import re
from collections.abc import Iterable
from enum import StrEnum

from twotrack import edtf
from twotrack.reading.dates import find_dates
from twotrack.reading.known import Known
from twotrack.sources.raw import Document

_LONGEST = 60  # characters of a cell that is a date and no story
_NOTHING = frozenset(
    ("", "-", "--", "?", "n/a", "na", "none", "unknown", "not known", "不详", "不明", "未知", "—", "–")
)
# matches "1964.0", "1964"; not "19640"
_YEAR = re.compile(r"([12]\d{3})(?:\.0{1,3})?")
# matches "2009-07-15", "2009/7", "2009.7.5", "2009年7月15日", "2009-07-15T00:00:00"; not "2009-07-15 to 16"
_YEAR_FIRST = re.compile(
    r"([12]\d{3})\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2})\s?日?|\s?月)?(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?Z?)?"
)
_YEAR_OF = re.compile(r"([12]\d{3})\s?年")
# matches "7/15/2009", "15.7.2009"; not "7/15/09"
_YEAR_LAST = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?([12]\d{3})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[/.-]\s?([12]\d{3})")
# words before and after a date that is not exact: matches "about", "c.", "约", "(approx.)", "左右"; not "before"
_ABOUT = re.compile(r"(?i)(?:about|around|circa|ca?\.|approx(?:\.|imately)?|~|约|大约)\s{0,3}")
_OR_SO = re.compile(r"(?i)\s{0,3}(?:\(?(?:approx\.?|approximately|circa|estimated?|est\.)\)?|左右|前后|~)")
_DOUBT = re.compile(r"\s{0,3}(?:\?|\(\?\)|\(uncertain\))")


class DayOrder(StrEnum):
    """How a column writes 5/4/2009."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"
    NOT_TOLD = "not-told"


def order_of(values: Iterable[str]) -> DayOrder:
    """What the dates of a column tell: 15/7/2009 has its day first; not told where none tells, or some say otherwise."""
    told = set()
    for value in values:
        match = _YEAR_LAST.fullmatch(value.strip()[:_LONGEST])
        if match and int(match[1]) > 12:
            told.add(DayOrder.DAY_FIRST)
        elif match and int(match[2]) > 12:
            told.add(DayOrder.MONTH_FIRST)
    return told.pop() if len(told) == 1 else DayOrder.NOT_TOLD


def to_edtf(value: str, order: DayOrder = DayOrder.NOT_TOLD) -> str | None:
    """The date that a cell means; "" where it says that none is known, None where it is no date that is read."""
    words = value.strip()
    if words.casefold() in _NOTHING:
        return ""
    if len(words) > _LONGEST:
        return None
    mark = ""
    if begins := _ABOUT.match(words):
        words, mark = words[begins.end() :], "~"
    for pattern, meant in ((_DOUBT, "?"), (_OR_SO, "~")):
        if (ends := next((one for one in pattern.finditer(words) if one.end() == len(words)), None)) and ends.start():
            words, mark = words[: ends.start()], "%" if mark and mark != meant else meant
    found = _plain(words, order) or (None if _YEAR_LAST.fullmatch(words) else _in_words(words))
    if found is None:
        return None
    marked = found if not mark or found[-1] in "~?%" or "/" in found else found + mark
    return marked if edtf.is_valid(marked) else None


def _plain(words: str, order: DayOrder) -> str | None:
    if edtf.is_valid(words):
        return words
    if match := _YEAR.fullmatch(words) or _YEAR_OF.fullmatch(words):
        return match[1]
    if match := _YEAR_FIRST.fullmatch(words):
        return _written(match[1], match[2], match[3])
    if match := _MONTH_YEAR.fullmatch(words):
        return _written(match[2], match[1], None)
    if match := _YEAR_LAST.fullmatch(words):
        return _by_order(match[1], match[2], match[3], order)
    return None


def _by_order(first: str, second: str, year: str, order: DayOrder) -> str | None:
    if int(first) > 12 or (order is DayOrder.DAY_FIRST and int(second) <= 12):
        return _written(year, second, first)
    if int(second) > 12 or order is DayOrder.MONTH_FIRST or first.lstrip("0") == second.lstrip("0"):
        return _written(year, first, second)
    return None


def _written(year: str, month: str, day: str | None) -> str | None:
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return text if int(month) <= 12 and edtf.is_valid(text) else None


def _in_words(words: str) -> str | None:
    """What the finder of dates makes of the cell, where it takes all of it."""
    found = find_dates(Known(document=Document(text=words, extractor="text/1")))
    whole = [one for one in found if one.start == 0 and one.end >= len(words.rstrip(".。 "))]
    return whole[0].edtf if len(found) == 1 and whole else None
