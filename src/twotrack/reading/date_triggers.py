"""Where a time expression can be: the words and numbers that every English one holds, found in one scan.

A rule is tried only there, so that the time of reading hangs on the number of such words and not on that of the rules.
"""

import re
from collections.abc import Iterable, Iterator

from twotrack.reading.calendar_words import DECADES, MONTHS, SEASONS, WEEKDAYS

NUMBER, YEAR = "number", "year"  # kinds of numbers: short, and of four digits
UNIT = "unit"
_ABBREVIATED = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_CAPITALISED = [*(month.capitalize() for month in MONTHS), *_ABBREVIATED, *(month.upper() for month in MONTHS)]
_UNITS = ("week", "month", "year", "weekend", "quarter", "decade", "fortnight")
_PARTS_OF_DAY = ("night", "morning", "afternoon", "evening")
_WORDS = {
    "day-word": ["today", "yesterday", "tomorrow", "tonight"],
    "unit": [*_UNITS, *(unit + "s" for unit in _UNITS), "days", "century"],
    "day": ["day"],
    "part-of-day": list(_PARTS_OF_DAY),
    "season": list(SEASONS),
    "decade": list(DECADES),
}
_NAMES = {
    "month": _CAPITALISED,
    "weekday": [day.capitalize() for day in WEEKDAYS],
    "feast": ["Christmas", "Boxing", "New", "Halloween", "Valentine", "Thanksgiving", "Easter"],
    "code": ["FY", "Q1", "Q2", "Q3", "Q4", "H1", "H2"],
    "day-word": ["Today", "Yesterday", "Tomorrow", "Tonight"],
    "unit": ["Week", "Weeks", "Days", "Months", "Years", "Year", "Quarter", "Century"],
    "season": [season.capitalize() for season in SEASONS],
    "decade": [decade.capitalize() for decade in DECADES],
}
KINDS = {word: kind for table in (_WORDS, _NAMES) for kind, words in table.items() for word in words}


def _alternatives(words: Iterable[str]) -> str:
    """The words by their first letter, so that a scan leaves most texts at one letter; the longest first."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for first, rest in rests.items())


_small = _alternatives(word for word in KINDS if word[0].islower())
_capital = _alternatives(word for word in KINDS if word[0].isupper())
_initials = "".join(sorted({word[0] for word in KINDS if word[0].isupper()}))
_TRIGGER = rf"(?:(?:{_small})(?![A-Za-z])|(?=[0-9{_initials}])(?:[0-9]{{1,4}}|(?:{_capital})(?![a-z])))"
# begins with the sign before the word: a set of signs is what Python's engine scans for fastest
_SCAN = re.compile(rf"[^A-Za-z0-9]{_TRIGGER}")
_FIRST = re.compile(_TRIGGER)

_LEADS_TEXT = """
the this that these those last past next coming previous preceding upcoming following early earlier mid late later
end beginning start middle close part first second third fourth fifth latter final half quarter of in a an one two
three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety few several some
couple and day days before after fiscal financial rest remainder same very other turn twenty-first nineteenth twentieth
eighteenth 1st 2nd 3rd 4th within about
"""
_LEADS = frozenset(_LEADS_TEXT.split())
_COUNTS_TEXT = """
a an half one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety
few several couple
"""
COUNTS = frozenset(_COUNTS_TEXT.split())
_COUNTED = frozenset({"unit", "day"})
_MOST_LEADS = 7
_LONGEST_LEAD = 16  # characters, with the gap after it
_GAPS = " \n\t\u00a0-–'’‘"
_OPENING_MARKS = "\"'“‘([*_—"


def triggers(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The place and the kind of each word that can be the core of a time expression, from a place on."""
    if start == 0 and (first := _FIRST.match(text)):
        yield 0, KINDS.get(first.group()) or (YEAR if len(first.group()) == 4 else NUMBER)
    for match in _SCAN.finditer(text, max(0, start - 1)):
        word = match.group()[1:]
        yield match.start() + 1, KINDS.get(word) or (YEAR if len(word) == 4 else NUMBER)


def openings(text: str, at: int, floor: int, kind: str) -> list[int]:
    """Where an expression with its core at a place can begin: the core and the words that may lead up to it ("the end of
    next" year; before a unit also numbers), the farthest first."""
    blank = text.rfind(" ", at - _LONGEST_LEAD if at > _LONGEST_LEAD else 0, at - 1 if at else 0)
    if blank >= 0 and (word := text[blank + 1 : at - 1]).isalpha() and word.lower() not in _LEADS:
        return [at]  # the usual case, told without the walk below
    found = [at]
    while len(found) <= _MOST_LEADS:
        before = text[max(floor, at - _LONGEST_LEAD) : at]
        lead = before.rstrip(_GAPS)
        words = lead.split()
        gap = len(before) - len(lead)
        if not words or not gap:
            break
        word = words[-1].rpartition("-")[2].lstrip(_OPENING_MARKS)
        if word.lower() not in _LEADS and not (kind in _COUNTED and word.isdecimal() and len(word) < 4):
            break
        at -= gap + len(word)
        found.append(at)
    found.reverse()
    return found
