"""Time expressions that refer to the calendar, resolved from the document's own date, as EDTF.

Words and numbers that an English expression holds are found in one scan (`date_triggers`), and the rules of their kind
(`date_rules`) are tried there; Chinese (`chinese_dates`) and other languages (`european_dates`) are searched only in texts
of theirs. Where matches overlap the longest holds. Conventions: docs/dates.md.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from operator import itemgetter

from twotrack.edtf import is_valid
from twotrack.reading.calendar_words import MONTH
from twotrack.reading.chinese_dates import CHINESE_RULES, is_chinese
from twotrack.reading.date_reference import Reference
from twotrack.reading.date_rule import DateRule
from twotrack.reading.date_rules import RULES
from twotrack.reading.date_triggers import COUNTS, NUMBER, UNIT, YEAR, openings, triggers
from twotrack.reading.dated_names import is_in_name
from twotrack.reading.european_dates import EUROPEAN_RULES
from twotrack.reading.findings import DateFinding
from twotrack.reading.known import Known

_NEAR = 80  # characters within which "the 12th" is of the month that was named before
_HEAD, _FOOT = 1_200, 300  # characters that can print the day of a document
_REACH = 160  # characters that an expression can have from its opening
_NUMBERS = frozenset({NUMBER, YEAR})
_END = itemgetter(0)
_is_valid = lru_cache(maxsize=4096)(is_valid)
# what follows a short number that can be of a date: told before any rule is tried, as most are counts
_LIKE_A_DAY = re.compile(
    rf"\d{{1,3}}(?:(?i:st|nd|rd|th)\b|[./-]\d|[’']?s\b|[\s\u00a0]{{1,4}}(?:of|to|and|through|until|till|[-–—]|{MONTH})"
    r"|[-–—]|,[\s\u00a0]{1,4}\d)"
)
# rules of days, which a weekday can stand before; those that name a whole day
_DAYS = ("month-day", "day-month", "the-day", "numeric", "iso")
_WHOLE_DAYS = frozenset({"month-day", "day-month", "iso", "numeric"})
# what stands between a weekday and its date, and between the ends of a range
_THEN = re.compile(r",?[\s\u00a0]{1,3}(?:the[\s\u00a0]|on[\s\u00a0])?(?:the[\s\u00a0])?")
_COMMA = re.compile(r",[\s\u00a0]{1,3}|[\s\u00a0]?\(")
_RANGE = re.compile(
    r"[\s\u00a0]{1,2}(?:to|through|until|till)[\s\u00a0]{1,2}(?:the[\s\u00a0])?|[\s\u00a0]?[-–][\s\u00a0]?"
)
_AND = re.compile(r"[\s\u00a0]{1,2}and[\s\u00a0]{1,2}")
_BETWEEN = re.compile(r"(?i)between[\s\u00a0]{1,2}$")
# words whose number is none of a year: "Resolution 1973"
_NUMBERED = re.compile(
    r"(?i)(?:r[eé]solutions?|no\.|article|section|room|page|chapter|unscr|order|flight|agenda|vision|h\.r\.|rule|title|form|highway"
    r"|route|line|number|channel|boeing|version|psalm|us\$|rmb|usd|eur)[\s\u00a0]{1,2}$"
)
# "13/05/2010" and "13 May" against "05/13/2010" and "May 13"
_DAY_FIRST = re.compile(rf"\b(?:1[3-9]|2\d|3[01])/\d{{1,2}}/(?:20|19)\d\d\b|\b\d{{1,2}} {MONTH}\b")
_MONTH_FIRST = re.compile(rf"\b\d{{1,2}}/(?:1[3-9]|2\d|3[01])/(?:20|19)\d\d\b|\b{MONTH} \d{{1,2}}\b")


# as English is spelt where the day is printed first, and where the month is. matches "programme", "recognise", "defence";
# "recognize", "defense"
_STEMS = "organ|recogn|real|critic|apolog|final|normal|author|emphas|util"
_BRITISH = re.compile(
    rf"\b(?:programmes?|colour|labour|defence|honour|centre|favour|(?:{_STEMS})is(?:e|ed|ing|ation))\b"
)
_AMERICAN = re.compile(rf"\b(?:color|labor|defense|honor|center|favor|(?:{_STEMS})iz(?:e|ed|ing|ation))\b")
_EUROPEAN = frozenset(f"{code}-" for code in EUROPEAN_RULES)


def find_dates(known: Known) -> tuple[DateFinding, ...]:
    """All time expressions of the body that can be resolved, in order, never overlapping.

    Without a date of the document only those that bear their own year are found."""
    text, body = known.text, known.document.body
    language = known.heading.language.partition("-")[0].casefold()
    searched = EUROPEAN_RULES.get(language, ())
    if is_chinese(text, language):
        searched = (*searched, *CHINESE_RULES)
    own = known.heading.date or _printed_day(text, body, searched)
    return tuple(_found(text, body, searched, date.fromisoformat(own) if own else None))


def _found(text: str, body: int, searched: tuple[DateRule, ...], day: date | None) -> Iterator[DateFinding]:
    finder = _Finder(text, day, european=any(rule.name[:3] in _EUROPEAN for rule in searched[:1]))
    found = finder.english(body)
    if searched:
        found = _longest([*found, *finder.searched(searched, body)])
    return _joined(text, [one for one in found if not is_in_name(text, one)])


def _printed_day(text: str, body: int, searched: tuple[DateRule, ...]) -> str | None:
    """The first whole day that a text without a heading's date prints at its head, else the last that it prints at its
    foot: its own day is there, if anywhere."""
    head, foot = text[: body + _HEAD], text[max(body, len(text) - _FOOT) :]
    for part, start in ((head, body), (foot, 0)):
        days = [one.edtf for one in _found(part, start, searched, None) if _heads(part, one)]
        if days:
            return days[0] if part is head else days[-1]
    return None


def _heads(text: str, finding: DateFinding) -> bool:
    """Whether a finding is a whole day in a line that is no sentence."""
    end = text.find("\n", finding.end)
    line_end = text[max(0, (end if end >= 0 else len(text)) - 3) : end if end >= 0 else len(text)].rstrip()
    return (
        len(finding.edtf) == 10
        and finding.edtf.replace("-", "").isdecimal()
        and not line_end.endswith(tuple(".?!,;。？！，"))
    )


_Row = tuple[Callable[[str, int, int], re.Match[str] | None], DateRule]
_Tried = dict[str, list[_Row]]


def _tried(dated: bool) -> tuple[_Tried, _Tried]:
    """The rules of each kind that are tried before their core and at it, with or without a date of the document."""
    led: _Tried
    usable = {kind: [rule for rule in rules if dated or rule.full] for kind, rules in RULES.items()}
    led = {kind: [(rule.pattern.match, rule) for rule in rules] for kind, rules in usable.items()}
    return led, {kind: [row for row in rows if not row[1].led] for kind, rows in led.items()}


_TRIED = (_tried(False), _tried(True))


class _Finder:
    """One text with the document's day: the rules tried on it."""

    def __init__(self, text: str, day: date | None, *, european: bool = False) -> None:
        self._text = text
        self._day = day
        self._day_first = cache(lambda: _prints_day_first(text, european))
        self._led, self._unled = _TRIED[day is not None]

    def english(self, body: int) -> list[DateFinding]:
        """What the English rules find, in order."""
        found: list[DateFinding] = []
        end = body
        for at, kind in triggers(self._text, body):
            if at < end or (kind == NUMBER and not _LIKE_A_DAY.match(self._text, at)):
                continue
            best = self._longest_at(at, kind, end, found)
            if isinstance(best, DateFinding):
                found.append(best)
                end = best.end
            elif best is not None:
                end = best
        return found

    def searched(self, rules: Iterable[DateRule], body: int) -> Iterator[DateFinding]:
        """What rules find that are searched for, in order of the rules; without a day, those that bear a year."""
        for rule in rules:
            if self._day is None and not rule.full:
                continue
            for match in rule.pattern.finditer(self._text, body):
                if finding := _finding(rule, match, self._reference("")):
                    yield finding

    def _longest_at(self, at: int, kind: str, floor: int, found: list[DateFinding]) -> DateFinding | int | None:
        """The longest expression that has its core at a place and begins at `floor` or after; None where there is none,
        and the end of a day that the calendar does not have, whose month and year are then no date either."""
        text = self._text
        for start in openings(text, at, floor, kind):
            if kind in _NUMBERS and _is_part(text, start):
                continue
            matches = [
                (found_here.end(), rule, found_here)
                for match, rule in self._tried(kind, start, at)
                if (found_here := match(text, start, start + _REACH)) and found_here.end() > at
            ]
            if matches and kind in _NUMBERS and _NUMBERED.search(text, max(0, start - 16), start):
                continue
            if len(matches) > 1:
                matches.sort(key=_END, reverse=True)
            for _, rule, found_here in matches:
                named = found[-1].edtf if found and at - found[-1].end < _NEAR else ""
                if finding := _finding(rule, found_here, self._reference(named)):
                    return finding
                if self._day and rule.name in _WHOLE_DAYS:
                    return found_here.end()
        return None

    def _tried(self, kind: str, start: int, at: int) -> list[_Row]:
        """The rules that can begin at a place with their core at another."""
        if start == at:
            return self._unled[kind]
        if kind == UNIT and (self._text[start].isdecimal() or self._text[start:at].split()[0].lower() in COUNTS):
            kind = "count"
        return self._led[kind]

    def _reference(self, named: str) -> Reference:
        return Reference(text=self._text, day=self._day, named=named, day_first=self._day_first)


def _finding(rule: DateRule, match: re.Match[str], reference: Reference) -> DateFinding | None:
    """What a match means; None where it is no date after all, or none that the calendar has."""
    try:
        edtf = rule.resolve(match, reference)
    except (ValueError, OverflowError):
        return None
    if edtf is None or not _is_valid(edtf):
        return None
    return DateFinding(
        quote=match.group(),
        start=match.start(),
        end=match.end(),
        edtf=edtf,
        confidence=rule.confidence,
        rule=f"dates.{rule.name}",
    )


def _is_part(text: str, start: int) -> bool:
    """Whether a number is part of a longer one, of an amount or of a code ("$2010", "10.2010")."""
    before = text[start - 1] if start else " "
    if before in " \n(" or not (before.isalnum() or before in "$€£¥#.,/:–-_+"):
        return False
    return not (before in ".,:" and start > 1 and text[start - 2].isalpha())


def _prints_day_first(text: str, european: bool) -> bool | None:
    """Whether 1/2/2010 is 1 February: by the numeric dates that can be read in one way, and by how months are printed; else
    by the language, in English by how it is spelt. None where nothing tells."""
    day_first = len(_DAY_FIRST.findall(text))
    month_first = len(_MONTH_FIRST.findall(text))
    if day_first == month_first:
        day_first, month_first = len(_BRITISH.findall(text)), len(_AMERICAN.findall(text))
    if european or day_first == month_first:
        return True if european else None
    return day_first > month_first


def _longest(found: Iterable[DateFinding]) -> list[DateFinding]:
    """Of overlapping expressions the longest."""
    kept: list[DateFinding] = []
    for finding in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and finding.start < kept[-1].end:
            if finding.end - finding.start > kept[-1].end - kept[-1].start:
                kept[-1] = finding
            continue
        kept.append(finding)
    return kept


def _joined(text: str, found: Iterable[DateFinding]) -> Iterator[DateFinding]:
    """Neighbours that are one expression as one: a weekday before its date, and the two ends of a range."""
    last: DateFinding | None = None
    for finding in found:
        value = _together(text, last, finding) if last and finding.start - last.end <= 12 else None
        if last and value:
            last = replace(finding, quote=text[last.start : finding.end], start=last.start, edtf=value)
            continue
        if last:
            yield last
        last = finding
    if last:
        yield last


def _together(text: str, one: DateFinding, other: DateFinding) -> str | None:
    """The EDTF of two neighbours that are one expression; None where they are two."""
    between = text[one.end : other.start]
    if one.rule == "dates.weekday" and _THEN.fullmatch(between) and other.rule.endswith(_DAYS):
        return other.edtf
    if other.rule == "dates.weekday" and _COMMA.fullmatch(between) and one.rule.endswith(_DAYS):
        return one.edtf
    if len(one.edtf) != len(other.edtf) or one.edtf >= other.edtf or not one.edtf.replace("-", "").isdecimal():
        return None
    before = text[max(0, one.start - 10) : one.start]
    if _RANGE.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(before)):
        return f"{one.edtf}/{other.edtf}"
    return None
