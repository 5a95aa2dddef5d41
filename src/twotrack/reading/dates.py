"""Time expressions that refer to the calendar, resolved from the document's own date, as EDTF.

Each rule is a pattern and how its match is resolved; where matches overlap the longest holds. Clock times, durations,
ages, frequencies and "now" are no dates. Conventions (what "a few months" is, weeks from Monday to Sunday): the
annotation guidelines; seasons are EDTF 21 to 24.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from twotrack.reading import date_values
from twotrack.reading.calendar_words import MONTH, NUMBER, SEASON, WEEKDAY, day_in
from twotrack.reading.chinese_dates import CHINESE_RULES
from twotrack.reading.findings import DateFinding
from twotrack.reading.known import Known
from twotrack.reading.tense import looks_ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """A pattern of time expressions; `resolve` gives EDTF from a match, the document's day and whether the words look
    ahead (None: they do not say), or None where the match is no date after all."""

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], date | None, bool | None], str | None]
    confidence: float


def find_dates(known: Known) -> tuple[DateFinding, ...]:
    """All time expressions of the body that can be resolved, in order, never overlapping.

    Without a date of the document only those that bear their own year are found."""
    day = date.fromisoformat(known.heading.date) if known.heading.date else None
    found = sorted(_matches(known.text, known.document.body, day), key=lambda f: (f.start, -f.end))
    kept: list[DateFinding] = []
    for finding in found:
        if kept and finding.start < kept[-1].end:
            if finding.end - finding.start > kept[-1].end - kept[-1].start:
                kept[-1] = finding
            continue
        kept.append(finding)
    return tuple(kept)


def _matches(text: str, body: int, day: date | None) -> Iterator[DateFinding]:
    for rule in RULES:
        for match in rule.pattern.finditer(text, body):
            start, end = match.span("when") if "when" in match.groupdict() else match.span()
            edtf = rule.resolve(match, day, looks_ahead(text, start, end))
            if edtf is not None:
                yield DateFinding(
                    quote=text[start:end],
                    start=start,
                    end=end,
                    edtf=edtf,
                    confidence=rule.confidence,
                    rule=f"dates.{rule.name}",
                )


_S = r"[\s\u00a0]{1,6}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_TO = r"\s{0,2}(?:-|–|—|to|and|through|until)\s{0,2}"
_YEAR_WORDS = (
    rf"(?:,?{_S}(?:(?:of|in){_S})?(?P<year>{_YEAR})(?!\d)|,?{_S}(?:of{_S})?(?P<which>last|this|next){_S}year\b)"
)


_MONTH_AFTER_PREPOSITION = (
    r"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Bb]y )|(?<=[Uu]ntil )|(?<=[Oo]f )|(?<=[Ff]rom )|(?<=[Dd]uring )"
    r"|(?<=[Bb]efore )|(?<=[Aa]fter )|(?<=in\n)|(?<=since\n))(?:May|March)\b(?![’'])"
)
_SAFE_MONTH = (
    MONTH.replace("|May", "", 1)
    .replace("|March", "", 1)
    .replace("|Mar\\.", "")
    .replace("|MAY", "")
    .replace("|MARCH", "")
)


def _rule(
    name: str,
    pattern: str,
    resolve: Callable[[re.Match[str], date | None, bool | None], str | None],
    confidence: float = 0.9,
) -> DateRule:
    return DateRule(name=name, pattern=re.compile(pattern), resolve=resolve, confidence=confidence)


RULES = (
    _rule(
        "iso",
        rf"(?<![\w/-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY})(?![\w-])",
        lambda m, _d, _a: day_in(int(m["y"]), int(m["m"]), int(m["d"])),
        0.98,
    ),
    _rule(
        "month-day",
        rf"\b(?P<month>{MONTH}){_S}(?:\\?[\[(](?P<corrected>{MONTH})\\?[\])]{_S})?(?P<day>{_DAY}){_TH}(?![\d:])"
        rf"(?:{_TO}(?:(?P<month2>{MONTH}){_S})?(?P<last>{_DAY}){_TH}(?![\d:]))?{_YEAR_WORDS}?",
        date_values.month_day,
        0.95,
    ),
    _rule(
        "day-month",
        rf"(?<![\d.:$-])(?P<day>{_DAY}){_TH}(?:{_TO}(?P<last>{_DAY}){_TH})?{_S}(?:of{_S})?(?P<month>{MONTH})\b"
        rf"(?P<month2>)(?:{_YEAR_WORDS})?",
        date_values.month_day,
        0.95,
    ),
    _rule(
        "month-year",
        rf"\b(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?P<month>{MONTH})(?:{_TO}(?P<last>{MONTH}))?{_YEAR_WORDS}",
        date_values.month_year,
        0.95,
    ),
    _rule(
        "month",
        rf"\b(?:(?P<which>[Ll]ast|[Tt]his(?: past)?|[Nn]ext){_S}|[Ee]arly[ -]|[Mm]id[ -]|[Ll]ate{_S})"
        rf"(?P<month>{MONTH})(?![\w’'])",
        date_values.month,
    ),
    _rule(
        "bare-month",
        rf"(?P<which>)(?<![\w-])(?P<month>{_SAFE_MONTH}|{_MONTH_AFTER_PREPOSITION})(?![\w-])(?!{_S}\d)",
        date_values.month,
        0.75,
    ),
    _rule(
        "weekday",
        rf"(?<![Hh]appy )(?<![Gg]ood )\b(?:(?P<which>[Ll]ast|[Pp]ast|[Tt]his(?: past| coming)?|[Nn]ext){_S})?"
        rf"(?P<weekday>{WEEKDAY})(?:{_S}(?:morning|afternoon|evening|night))?(?![\w-])",
        date_values.weekday,
        0.7,
    ),
    _rule(
        "day-word",
        rf"(?i)\b(?:(?:earlier|later){_S})?(?P<word>the{_S}day{_S}(?:before{_S}yesterday|after{_S}tomorrow)"
        rf"|yesterday|today|tomorrow|tonight|last{_S}night|this{_S}(?:morning|afternoon|evening))\b"
        rf"(?:{_S}(?:morning|afternoon|evening|night)\b)?(?![’']s{_S}(?:world|society|age|era|economy"
        rf"|generation|youth|standards))",
        date_values.day_word,
        0.95,
    ),
    _rule(
        "unit",
        rf"(?i)\b(?:(?:earlier|later|early|late){_S})?(?P<which>last|this(?:{_S}(?:past|last|coming))?|next)"
        rf"{_S}(?P<unit>week|weekend|month|year)\b(?!-)",
        date_values.unit,
    ),
    _rule(
        "stretch",
        rf"(?i)\b(?:the{_S})?(?:(?P<way>next|coming|last|past|previous)(?:{_S}(?:a{_S})?(?P<count>{NUMBER}|few"
        rf"|several|couple)(?:{_S}of)?)?{_S}(?:days?{_S}and{_S}|weeks?{_S}(?:and|or){_S})?(?P<unit>days|weeks"
        rf"|months|years)"
        rf"|(?P<unit2>days|weeks|months|years){_S}(?:ahead|to{_S}come))\b",
        date_values.stretch,
        0.85,
    ),
    _rule(
        "year-stretch",
        rf"(?i)\bthe{_S}(?P<way>next|coming|last|past)(?P<count>){_S}(?P<unit>year)\b(?P<unit2>)",
        date_values.stretch,
        0.85,
    ),
    _rule(
        "ago",
        rf"(?i)\b(?P<count>{NUMBER}|an?(?:{_S}(?:few|couple{_S}of))?|several|few){_S}(?P<unit>days?|weeks?"
        rf"|months?|years?){_S}(?:ago|back)\b",
        date_values.ago,
        0.85,
    ),
    _rule(
        "season",
        rf"\b(?:(?P<rel>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Ee]arlier{_S}this|[Ll]ater{_S}this"
        rf"|(?<=in )the|(?<=[Ii]n\n)the|(?<=over )the|(?<=by )the){_S}(?P<season>{SEASON})\b(?:"
        rf"{_YEAR_WORDS})?)(?!-)",
        date_values.season,
        0.85,
    ),
    _rule("season-year", rf"(?P<rel>)\b(?:the{_S})?(?P<season>{SEASON}){_YEAR_WORDS}", date_values.season, 0.9),
    _rule(
        "years",
        rf"(?<![\w$.,#/-])(?P<first>{_YEAR})(?:{_S}(?:to|until|through|and){_S}|[-–—])(?P<last>{_YEAR}"
        rf"|\d\d)(?![\w%-]|[.,]\d)",
        date_values.years,
        0.85,
    ),
    _rule(
        "year",
        rf"(?<![\w$€£¥#.,/–-])(?<!Resolution )(?<!No\. )(?<!Article )(?:(?:early|mid|late|Early|Mid|Late)[ -])?"
        rf"(?P<y>{_YEAR})(?![\w%-]|[.,:]\d)"
        rf"(?!{_S}(?:people|persons|prisoners|troops|detainees|cases|names|dollars|percent|miles|pages|hours"
        rf"|men|women|children|members|participants))",
        lambda m, _d, _a: m["y"],
        0.9,
    ),
    _rule(
        "decade",
        rf"(?<!\w)(?:the{_S})?(?:early{_S}|mid-?{_S}?|late{_S})?(?:(?P<digits>1[89]\d|20\d)0[’']?s|[’']"
        rf"(?P<short>\d)0s|(?<=the )(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties"
        rf"|nineties))\b",
        date_values.decade,
        0.85,
    ),
    _rule(
        "edge",
        rf"(?i)\b(?:the{_S})?(?P<edge>end|beginning|start){_S}of(?:{_S}the{_S}(?P<unit>year|month)\b|{_YEAR_WORDS})",
        date_values.edge,
        0.85,
    ),
    *(
        DateRule(name=name, pattern=pattern, resolve=resolve, confidence=0.95)
        for name, pattern, resolve in CHINESE_RULES
    ),
)
