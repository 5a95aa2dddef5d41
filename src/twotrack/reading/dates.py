"""Time expressions that refer to the calendar, resolved from the document's own date, as EDTF.

Each rule is a pattern and how its match is resolved; where matches overlap the longest holds. Clock times, durations,
ages, frequencies and "now" are no dates. Conventions (what "a few months" is, weeks from Monday to Sunday): the
annotation guidelines; seasons are EDTF 21 to 24.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from twotrack.reading.calendar_words import (
    MONTH,
    NUMBER,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    day_in,
    month_number,
    months_on,
    number,
    week_of,
    weekend_of,
)
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


def _year(match: re.Match[str], day: date | None) -> int | None:
    """The year that a match names, by number or as last, this, next year."""
    if match["year"]:
        return int(match["year"])
    if match["which"] and day:
        return day.year + {"last": -1, "this": 0, "next": 1}[match["which"].casefold()]
    return None


def _year_by_sense(month: int, dom: int, day: date | None, ahead: bool | None) -> int | None:
    """The year of a day and month without one: the nearer, unless the words say otherwise and it is a month off."""
    if day is None:
        return None
    near = [year for year in (day.year - 1, day.year, day.year + 1) if day_in(year, month, dom)]
    if not near:
        return None

    def days_off(year: int) -> int:
        return (date(year, month, dom) - day).days

    best = min(near, key=lambda year: abs(days_off(year)))
    if ahead is None or abs(days_off(best)) <= 30 or (days_off(best) >= 0) is ahead:
        return best
    fitting = [year for year in near if (days_off(year) >= 0) is ahead]
    return min(fitting, key=lambda year: abs(days_off(year))) if fitting else best


def _month_day(match: re.Match[str], day: date | None, ahead: bool | None) -> str | None:
    """May 13, 2010; May 10th and 11th; 13-14 May 2010; May 30 to June 2; November [December] 3rd."""
    month, first = (
        month_number(match["corrected"] or match["month"])
        if "corrected" in match.groupdict()
        else month_number(match["month"]),
        int(match["day"]),
    )
    year = _year(match, day) or _year_by_sense(month, first, day, ahead)
    if year is None or (start := day_in(year, month, first)) is None:
        return None
    if not match["last"]:
        return start
    end_month = month_number(match["month2"]) if match["month2"] else month
    end = day_in(year, end_month, int(match["last"]))
    return f"{start}/{end}" if end and end > start else start


def _month_year(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """May 2010; May to July 2010; June of last year."""
    year = _year(match, day)
    if year is None:
        return None
    first = f"{year}-{month_number(match['month']):02}"
    last = f"{year}-{month_number(match['last']):02}" if match["last"] else ""
    return f"{first}/{last}" if last > first else first


def _month(match: re.Match[str], day: date | None, ahead: bool | None) -> str | None:
    """in May, last May, early January: past, unless the words look ahead."""
    if day is None:
        return None
    month = month_number(match["month"])
    which = (match["which"] or "").casefold()
    if which == "this":
        year = day.year
    elif which == "next" or (not which and ahead):
        year = day.year + (month < day.month or (which == "next" and month == day.month))
    else:
        year = day.year - (month > day.month or (which.startswith("last") and month == day.month))
    return f"{year}-{month:02}"


def _weekday(match: re.Match[str], day: date | None, ahead: bool | None) -> str | None:
    """on Friday, last Friday, next Tuesday: by the words, else the last one, the document's own day included."""
    if day is None:
        return None
    wanted = WEEKDAYS.index(match["weekday"].casefold())
    forward = (wanted - day.weekday()) % 7
    which = (match["which"] or "").casefold()
    if which == "next":
        found = day - timedelta(days=day.weekday()) + timedelta(days=7 + wanted)
    elif which.startswith(("last", "past")):
        found = day - timedelta(days=(day.weekday() - wanted) % 7 or 7)
    elif which.startswith("this"):
        found = day - timedelta(days=day.weekday()) + timedelta(days=wanted)
    elif forward == 0:
        found = day
    else:
        found = day + timedelta(days=forward if ahead else forward - 7)
    return found.isoformat()


def _day_word(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """today, yesterday, tomorrow, last night, this morning."""
    if day is None:
        return None
    word = " ".join(match["word"].casefold().split())
    shift = {
        "yesterday": -1,
        "tomorrow": 1,
        "last night": -1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    return (day + timedelta(days=shift.get(word, 0))).isoformat()


def _unit(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """last week, this month, next year, this past week."""
    if day is None:
        return None
    which, unit = " ".join(match["which"].casefold().split()), match["unit"].casefold()
    if which in {"this last", "this past"} and unit == "week":
        return f"{day - timedelta(days=7)}/{day}"
    step = {"last": -1, "this": 0, "next": 1, "this past": -1, "this coming": 1, "this last": -1}[which]
    if unit == "week":
        return week_of(day, step)
    if unit == "weekend":
        return weekend_of(day, step if which != "this coming" else 0)
    return months_on(day, step) if unit == "month" else str(day.year + step)


def _stretch(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """the next few months, the coming weeks, the past two days, the months ahead: from or to the document's day."""
    if day is None:
        return None
    unit = (match["unit"] or match["unit2"]).casefold().rstrip("s")
    plural = (match["unit"] or match["unit2"]).casefold().endswith("s")
    count = number(match["count"]) if match["count"] else (6 if plural else 1)
    back = bool(match["way"]) and match["way"].casefold() in {"last", "past", "previous"}
    if not plural and not match["count"] and unit != "year":
        return None  # "the next week" and "the past month" are rare for a stretch and common for a unit
    return _reach(day, unit, count, back=back)


def _reach(day: date, unit: str, count: int, *, back: bool) -> str:
    """The interval of so many units up to a day, or from it."""
    if unit == "day":
        first = day - timedelta(days=count - 1) if back else day
        return f"{first}/{day if back else day + timedelta(days=count)}"
    if unit == "week":
        return f"{day - timedelta(weeks=count)}/{day}" if back else f"{day}/{day + timedelta(weeks=count)}"
    months = count * (12 if unit == "year" else 1)
    return f"{months_on(day, -months)}/{day}" if back else f"{day}/{months_on(day, months)}"


def _ago(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """two days ago, two months ago, a few weeks ago."""
    if day is None:
        return None
    word, unit = " ".join(match["count"].casefold().split()), match["unit"].casefold().rstrip("s")
    vague = "few" in word or word == "several"
    count = number(word.removeprefix("a ") if vague else word)
    if vague:
        return _reach(day, unit, count, back=True)
    if unit in {"day", "week"}:
        return (day - timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    return months_on(day, -count) if unit == "month" else str(day.year - count)


def _season(match: re.Match[str], day: date | None, ahead: bool | None) -> str | None:
    """this spring, last fall, the summer of 2010. A winter bears the year of its December."""
    season = SEASONS[match["season"].casefold()]
    year = _year(match, day)
    if year is None and day is not None:
        now = (day.year - (day.month < 3), 24 if day.month in {12, 1, 2} else day.month // 3 + 20)
        which = (match["rel"] or "").casefold()
        if which.startswith(("this", "earlier", "later")):
            year = now[0] if season == now[1] else day.year
        elif which == "next" or ahead:
            year = now[0] + (season <= now[1] if which == "next" else season < now[1])
        else:
            year = now[0] - (season >= now[1] if which.startswith("last") else season > now[1])
    return f"{year}-{season}" if year is not None else None


def _years(match: re.Match[str], _day: date | None, _ahead: bool | None) -> str | None:
    """2004 to 2013, 2004-05."""
    first, last = match["first"], match["last"]
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if last > first else None


def _decade(match: re.Match[str], _day: date | None, _ahead: bool | None) -> str | None:
    words = {
        "twenties": 192,
        "thirties": 193,
        "forties": 194,
        "fifties": 195,
        "sixties": 196,
        "seventies": 197,
        "eighties": 198,
        "nineties": 199,
    }
    if match["word"]:
        return f"{words[match['word'].casefold()]}X"
    return f"{match['digits'] or '19' + match['short']}X"


def _edge(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """the end of the year, the end of next month, the beginning of 2011."""
    year = _year(match, day)
    ends = match["edge"].casefold() == "end"
    if year is not None:
        return f"{year}-{'12' if ends else '01'}"
    if day is None:
        return None
    unit = (match["unit"] or "").casefold()
    return f"{day.year}-{'12' if ends else '01'}" if unit == "year" else months_on(day, 0)


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
        _month_day,
        0.95,
    ),
    _rule(
        "day-month",
        rf"(?<![\d.:$-])(?P<day>{_DAY}){_TH}(?:{_TO}(?P<last>{_DAY}){_TH})?{_S}(?:of{_S})?(?P<month>{MONTH})\b"
        rf"(?P<month2>)(?:{_YEAR_WORDS})?",
        _month_day,
        0.95,
    ),
    _rule(
        "month-year",
        rf"\b(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?P<month>{MONTH})(?:{_TO}(?P<last>{MONTH}))?{_YEAR_WORDS}",
        _month_year,
        0.95,
    ),
    _rule(
        "month",
        rf"\b(?:(?P<which>[Ll]ast|[Tt]his(?: past)?|[Nn]ext){_S}|[Ee]arly[ -]|[Mm]id[ -]|[Ll]ate{_S})"
        rf"(?P<month>{MONTH})(?![\w’'])",
        _month,
    ),
    _rule(
        "bare-month",
        rf"(?P<which>)(?<![\w-])(?P<month>{_SAFE_MONTH}|{_MONTH_AFTER_PREPOSITION})(?![\w-])(?!{_S}\d)",
        _month,
        0.75,
    ),
    _rule(
        "weekday",
        rf"(?<![Hh]appy )(?<![Gg]ood )\b(?:(?P<which>[Ll]ast|[Pp]ast|[Tt]his(?: past| coming)?|[Nn]ext){_S})?"
        rf"(?P<weekday>{WEEKDAY})(?:{_S}(?:morning|afternoon|evening|night))?(?![\w-])",
        _weekday,
        0.7,
    ),
    _rule(
        "day-word",
        rf"(?i)\b(?:(?:earlier|later){_S})?(?P<word>the{_S}day{_S}(?:before{_S}yesterday|after{_S}tomorrow)"
        rf"|yesterday|today|tomorrow|tonight|last{_S}night|this{_S}(?:morning|afternoon|evening))\b"
        rf"(?:{_S}(?:morning|afternoon|evening|night)\b)?(?![’']s{_S}(?:world|society|age|era|economy"
        rf"|generation|youth|standards))",
        _day_word,
        0.95,
    ),
    _rule(
        "unit",
        rf"(?i)\b(?:(?:earlier|later|early|late){_S})?(?P<which>last|this(?:{_S}(?:past|last|coming))?|next)"
        rf"{_S}(?P<unit>week|weekend|month|year)\b(?!-)",
        _unit,
    ),
    _rule(
        "stretch",
        rf"(?i)\b(?:the{_S})?(?:(?P<way>next|coming|last|past|previous)(?:{_S}(?:a{_S})?(?P<count>{NUMBER}|few"
        rf"|several|couple)(?:{_S}of)?)?{_S}(?:days?{_S}and{_S}|weeks?{_S}(?:and|or){_S})?(?P<unit>days|weeks"
        rf"|months|years)"
        rf"|(?P<unit2>days|weeks|months|years){_S}(?:ahead|to{_S}come))\b",
        _stretch,
        0.85,
    ),
    _rule(
        "year-stretch",
        rf"(?i)\bthe{_S}(?P<way>next|coming|last|past)(?P<count>){_S}(?P<unit>year)\b(?P<unit2>)",
        _stretch,
        0.85,
    ),
    _rule(
        "ago",
        rf"(?i)\b(?P<count>{NUMBER}|an?(?:{_S}(?:few|couple{_S}of))?|several|few){_S}(?P<unit>days?|weeks?"
        rf"|months?|years?){_S}(?:ago|back)\b",
        _ago,
        0.85,
    ),
    _rule(
        "season",
        rf"\b(?:(?P<rel>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Ee]arlier{_S}this|[Ll]ater{_S}this"
        rf"|(?<=in )the|(?<=[Ii]n\n)the|(?<=over )the|(?<=by )the){_S}(?P<season>{SEASON})\b(?:"
        rf"{_YEAR_WORDS})?)(?!-)",
        _season,
        0.85,
    ),
    _rule("season-year", rf"(?P<rel>)\b(?:the{_S})?(?P<season>{SEASON}){_YEAR_WORDS}", _season, 0.9),
    _rule(
        "years",
        rf"(?<![\w$.,#/-])(?P<first>{_YEAR})(?:{_S}(?:to|until|through|and){_S}|[-–—])(?P<last>{_YEAR}"
        rf"|\d\d)(?![\w%-]|[.,]\d)",
        _years,
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
        _decade,
        0.85,
    ),
    _rule(
        "edge",
        rf"(?i)\b(?:the{_S})?(?P<edge>end|beginning|start){_S}of(?:{_S}the{_S}(?P<unit>year|month)\b|{_YEAR_WORDS})",
        _edge,
        0.85,
    ),
    *(
        DateRule(name=name, pattern=pattern, resolve=resolve, confidence=0.95)
        for name, pattern, resolve in CHINESE_RULES
    ),
)
