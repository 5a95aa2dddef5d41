"""The rules of English time expressions: a row a kind of expression, by the kind of word that it hangs on.

A pattern is tried where an expression can begin (`date_triggers.openings`), never searched for. What it means is told by a
function of `date_values` and `relative_values`. Which words each must and must not match stands in
`tests/reading/test_dates.py`.
"""

import re
from dataclasses import dataclass

from twotrack.reading import date_values as values
from twotrack.reading import relative_values as relative
from twotrack.reading.calendar_words import MONTH, NUMBER, SEASON, WEEKDAY
from twotrack.reading.date_reference import Resolve
from twotrack.reading.holidays import FEAST, feast


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """A kind of time expression. `full`: it can bear its own year, so it is tried without a date of the document too."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolve
    confidence: float
    full: bool


def _rule(name: str, pattern: str, resolve: Resolve, confidence: float = 0.9, *, full: bool = False) -> DateRule:
    return DateRule(name=name, pattern=re.compile(pattern), resolve=resolve, confidence=confidence, full=full)


_S = r"[\s\u00a0]{1,4}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_OLD_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_TO = r"[\s\u00a0]{0,2}(?:-|–|—|to|and|through|until|till)[\s\u00a0]{0,2}"
_SPAN = r"[\s\u00a0]{0,2}(?:-|–|—|to|through|until|till)[\s\u00a0]{0,2}"
_OF_YEAR = rf"(?:,?{_S}(?:(?:of|in){_S})?(?P<year>{_OLD_YEAR})(?![\d%])|,?{_S}(?:of{_S})?(?P<which>last|this|next){_S}year\b)"
_YEARISH = rf"(?:(?P<year>{_YEAR})(?!\d)|(?:(?P<which>last|this|next|the){_S}year)\b(?!{_S}(?:after|before)))"
_PART = rf"(?:(?:the{_S})?(?:early(?:{_S}part{_S}of)?|mid(?:dle{_S}of)?|late|(?:end|beginning|start|close|latter{_S}part){_S}of|turn{_S}of)[\s\u00a0-]{{1,4}})"
_I = r"(?i)"
_AT_NAME = r"(?-i:{})".format
_MONTH = _AT_NAME(MONTH)
_WEEKDAY = _AT_NAME(WEEKDAY)
_UNITS = r"(?:days?|weeks?|fortnights?|months?|years?|decades?)"
_HALF = rf"(?:{_S}and{_S}a{_S}half)?"
_PARTS_OF_DAY = rf"(?:{_S}(?:morning|afternoon|evening|night)\b)?"
# nouns that make a number of four digits a count
_COUNTED = (
    rf"(?!{_S}(?:people|persons|prisoners|troops|detainees|cases|names|dollars|percent|per{_S}cent|miles|pages|hours|men"
    r"|women|children|members|participants|GMT|UTC|meters|metres|feet|kilometers|kilometres|euros|soldiers|families"
    r"|homes|jobs|tons|tonnes|pounds|deaths|calories|megawatts|square|Pennsylvania|votes|days|times|officers|students"
    r"|km|kg|mg|million|billion|trillion|hectares|households|vehicles|tanks|rounds))"
)
_NO_NAME_AFTER = rf"(?!{_S}[A-Z][a-z])"

RULES: dict[str, tuple[DateRule, ...]] = {
    "number": (
        _rule("iso", rf"(?P<y>{_OLD_YEAR})([-/])(?P<m>0[1-9]|1[0-2])\2(?P<d>{_DAY})(?![\w-])", values.iso_day, 0.98, full=True),
        _rule(
            "numeric",
            rf"(?P<one>\d{{1,2}})(?P<mark>[./])(?P<two>\d{{1,2}})(?P=mark)(?P<y>{_YEAR}|(?<=/)\d\d)(?![\w/-]|\.\d)",
            values.numeric_day,
            0.95,
            full=True,
        ),
        _rule(
            "day-month",
            rf"(?P<day>{_DAY}){_TH}(?:{_S}(?:of{_S})?(?P<first_month>{MONTH})(?={_TO}(?:the{_S})?\d)|(?=\s?[,a-z–—-]|{_S}))"
            rf"(?:,{_S}{_DAY}{_TH}){{0,3}}(?:{_TO}(?:the{_S})?(?P<last>{_DAY}){_TH})?{_S}(?:of{_S})?"
            rf"(?P<month>{MONTH})(?!\w)(?:{_OF_YEAR})?",
            values.month_day,
            0.95,
            full=True,
        ),
        _rule(
            "the-day",
            rf"{_I}(?:(?<=by )|(?<=on )|(?<=until )|(?<=from )|(?<=before )|(?<=after )|(?<=since )|(?<=through )|(?<=to ))"
            rf"the{_S}(?P<day>{_DAY})(?:st|nd|rd|th)\b(?![’'-])"
            rf"(?=[.,;:?!)—–]|{_S}(?:(?:and|or|we|he|she|they|it|that|when|to|at|in|for|but|with|as|I|because|the|there|is"
            rf"|was|will|if|so|after|before|until)\b|[—–-])|\Z)(?!{_S}of{_S}the)",
            values.day_of_month,
            0.75,
        ),
        _rule("year-month", rf"(?P<first>{_YEAR})[-–](?P<last>0[1-9]|1[0-2])(?![\w%-]|[.,]\d)", values.year_month, 0.7, full=True),
        _rule(
            "years",
            rf"(?P<first>{_OLD_YEAR})(?:(?:{_S}(?:to|until|through|till){_S}|[-–—/]|{_S}[-–—]{_S}|(?P<both>{_S}and{_S}))"
            rf"(?P<last>{_YEAR}|\d\d))(?![\w%-]|[.,]\d)",
            values.years,
            0.85,
            full=True,
        ),
        _rule(
            "decade",
            rf"{_I}{_PART}?(?:the{_S}(?:(?:early|mid|late)[\s-]{{1,3}})?)?(?:(?P<digits>1[5-9]\d|20\d)0[’']?s\b|[’']?(?P<short>\d)0[’']?s\b(?P<word>))",
            values.decade,
            0.85,
            full=True,
        ),
        _rule(
            "open-years",
            rf"(?P<y>{_YEAR})(?:{_S}(?:to|until){_S}(?:the{_S})?present\b|[-–]present\b|{_S}onwards?\b|{_S}and{_S}(?:beyond|after|later)\b)",
            lambda match, _ref: f"{match['y']}/..",
            0.85,
            full=True,
        ),
        _rule(
            "year",
            rf"(?i:(?:early|mid|late)[\s\u00a0-]{{1,3}})?(?P<y>{_OLD_YEAR})(?![\w%–-]|[.,:/]\d|[’']s?\d){_COUNTED}",
            lambda match, _ref: match["y"],
            0.9,
            full=True,
        ),
        _rule("half", rf"{_I}(?:the{_S})?(?P<ordinal>first|second|latter|last){_S}half{_S}of{_S}(?P<month>){_YEARISH}", values.half, 0.9, full=True),
        _rule("edge", rf"{_I}(?:the{_S})?(?P<edge>end|beginning|start|middle|close){_S}of{_S}(?P<rel>)(?P<unit>){_YEARISH}", values.edge, full=True),
        _rule("quarter", rf"{_I}(?:the{_S})?(?P<ordinal>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)){_S}quarter(?:{_S}of|,)?{_S}(?P<number>){_YEARISH}", values.quarter, full=True),
        _rule("fiscal-year", rf"{_I}(?:the{_S})?(?:fiscal|financial){_S}(?:year{_S})?(?P<year>{_YEAR}|\d\d)(?!\d)", values.fiscal_year, 0.9, full=True),
        _rule("century", rf"{_I}(?:the{_S})?(?:(?:early|mid|late)[\s-]{{1,3}})?(?P<ordinal>\d\d?)(?:st|nd|rd|th)[\s-](?:century|centuries)\b(?P<which>)(?P<word>)", values.century, 0.85, full=True),
        _rule("attacks", r"(?P<y>9/11)(?![\w/])", lambda _m, _r: "2001-09-11", 0.9, full=True),
    ),
    "month": (
        _rule(
            "month-day",
            rf"(?P<month>{MONTH}){_S}(?:\\?[\[(](?P<corrected>{MONTH})\\?[\])]{_S})?(?:the{_S})?(?P<day>{_DAY}){_TH}(?![\d:%]|,\d\d\d)"
            rf"(?:,{_S}{_DAY}{_TH}(?={_TO}|,{_S}{_DAY}{_TH}\b)){{0,3}}"
            rf"(?:,?{_TO}(?:the{_S})?(?:(?P<month2>{MONTH}){_S})?(?P<last>{_DAY}){_TH}(?![\d:%]|,\d\d\d|{_S}(?:{MONTH})))?(?:{_OF_YEAR})?",
            values.month_day,
            0.95,
            full=True,
        ),
        _rule(
            "month-year",
            rf"(?:(?i:{_PART})?)(?P<month>{MONTH})(?:{_TO}(?P<last>{MONTH}))?{_OF_YEAR}",
            values.month_year,
            0.95,
            full=True,
        ),
        _rule(
            "part-of-month",
            rf"{_I}(?:{_PART}|(?P<which>last|this(?:{_S}(?:past|coming))?|next|past|coming){_S})(?P<month>{_MONTH})(?!\w)(?P<last>)",
            values.month,
        ),
        _rule(
            "months",
            rf"(?P<which>)(?P<month>{MONTH})(?:{_TO})(?P<last>{MONTH})(?!\w)(?!{_S}\d)",
            values.month,
            0.8,
        ),
        _rule(
            "after-preposition",
            rf"{_I}(?P<which>)(?:(?<=in )|(?<=in\n)|(?<=since )|(?<=since\n)|(?<=by )|(?<=until )|(?<=of )|(?<=from )|(?<=during )|(?<=before )"
            rf"|(?<=after )|(?<=for )|(?<=through )|(?<=till )|(?<=between )|(?<=around ))(?P<month>{_MONTH})(?![\w-]|[’']s?\w)(?!{_S}\d)(?P<last>)"
            ,
            values.month,
            0.8,
        ),
        _rule("bare-month", rf"(?P<which>)(?!May|Mar|MA|A?PR|Jan\b|Jun\b|Dec\b)(?P<month>{MONTH})(?![\w-])(?!{_S}\d)(?P<last>){_NO_NAME_AFTER}", values.month, 0.75),
        _rule("half", rf"{_I}(?:the{_S})?(?P<ordinal>first|second|latter|last){_S}half{_S}of{_S}(?P<month>{_MONTH})(?!\w)(?:{_OF_YEAR})?", values.half),
        _rule("week-of-month", rf"{_I}(?:the{_S})?(?P<ordinal>first|second|third|fourth|last|final){_S}week{_S}(?:of|in){_S}(?P<month>{_MONTH})(?!\w)(?:{_OF_YEAR})?", values.week_of_month),
    ),
    "weekday": (
        _rule(
            "weekday",
            rf"{_I}(?<!Happy )(?<!Good )(?<!Black )(?<!Super )(?<!Bloody )(?<!every )(?<!each )(?<!Ash )(?<!Palm )(?<!Easter )(?<!Cyber )"
            rf"(?:(?P<which>last|past|this(?:{_S}(?:past|coming|last))?|next|coming){_S})?(?P<weekday>{_WEEKDAY})(?!\w|-\w)"
            rf"{_PARTS_OF_DAY}(?:{_SPAN}(?P<to>{_WEEKDAY})\b|{_S}(?:of{_S})?(?P<week>(?:last|this|next){_S}week|week)\b(?!-))?",
            values.weekday,
            0.75,
        ),
    ),
    "day-word": (
        _rule(
            "day-word",
            rf"{_I}(?:(?:earlier|later|early|late){_S})?(?P<word>the{_S}day{_S}(?:before{_S}yesterday|after{_S}tomorrow)|yesterday|today|tomorrow"
            rf"|tonight)\b(?!-){_PARTS_OF_DAY}(?![’']s{_S}(?:world|society|age|era|economy|generation|youth|standards))",
            relative.day_word,
            0.95,
        ),
    ),
    "unit": (
        _rule("day-part", rf"{_I}(?:(?:earlier|later|early|late){_S})?(?P<word>last{_S}(?:night|evening)|this{_S}(?:very{_S})?(?:morning|afternoon|evening))\b", relative.day_word, 0.95),
        _rule(
            "unit",
            rf"{_I}(?:(?:earlier|later|early|late|mid|sometime)[\s-]{{1,3}})?(?:(?P<which>last|this(?:{_S}(?:past|last|coming|very))?|next){_S}|(?=the{_S}\w{{4,5}}{_S}(?:after|before))the{_S})"
            rf"(?P<unit>week(?:end)?|month|year|quarter|decade)\b(?!-)(?P<beyond>{_S}(?:after{_S}next|before{_S}last)\b)?",
            relative.unit,
        ),
        _rule("century", rf"{_I}(?:the{_S})?(?:(?:early|mid|late)[\s-]{{1,3}})?(?:(?P<which>last|this|next){_S}|(?P<word>twenty-first|nineteenth|twentieth|eighteenth){_S})(?P<ordinal>)century\b", values.century, 0.8),
        _rule("weekend", rf"{_I}(?:(?<=over )|(?<=during )|(?<=at )|(?<=on )|(?<=since )|(?<=of )|(?<=by )|(?<=before )|(?<=after ))the{_S}weekend\b", relative.the_weekend, 0.8),
        _rule(
            "stretch",
            rf"{_I}(?:(?:the|these){_S})?(?:(?P<way>next|coming|upcoming|last|past|previous|preceding)(?:{_S}(?:a{_S})?(?P<count>{NUMBER}|few|several|couple)(?:{_S}of)?)?"
            rf"{_HALF}{_S}(?:(?:days?|weeks?|months?){_S}(?:and|or|to){_S})?(?P<unit>days|weeks|fortnights?|months|quarters|years|decades|weekends)"
            rf"|(?:(?:days|weeks|months){_S}(?:and|or|to){_S})?(?P<unit2>days|weeks|months|years|decades){_S}(?:ahead|to{_S}come))\b(?!-)",
            relative.stretch,
            0.85,
        ),
        _rule(
            "one-unit",
            rf"{_I}(?:the|these){_S}(?P<way>next|coming|upcoming|last|past)(?P<count>){_S}(?P<unit>week|month|year|fortnight|decade|century)\b(?!-)(?P<unit2>){_HALF}",
            relative.stretch,
            0.85,
        ),
        _rule("past-unit", rf"{_I}(?P<way>past)(?P<count>){_S}(?P<unit>week|month|year|decade)\b(?!-)(?P<unit2>){_HALF}", relative.stretch, 0.75),
        _rule(
            "ago",
            rf"{_I}(?:(?:just{_S})?(?:about|over|almost){_S})?(?P<count>{NUMBER}|an?(?:{_S}(?:few|couple(?:{_S}of)?))?|several|few|some)"
            rf"{_HALF}{_S}(?P<unit>{_UNITS}){_HALF}{_S}(?:ago|back(?!{_S}(?:to|in|from|on)))\b(?:{_S}(?P<today>today|yesterday|tomorrow|this{_S}(?:week|month))\b)?",
            relative.ago,
            0.85,
        ),
        _rule(
            "hence",
            rf"{_I}(?P<count>{NUMBER}|an?(?:{_S}(?:few|couple(?:{_S}of)?))?|several|few){_HALF}{_S}(?P<unit>{_UNITS})(?:[’']s?{_S}time|{_S}from{_S}(?:now|today)|{_S}hence)\b",
            relative.hence,
            0.85,
        ),
        _rule(
            "in-so-long",
            rf"{_I}(?:(?<=[^,] in )|(?<=[^,]\nin )|(?<=in\n)|(?P<within>(?<=within )))(?:about{_S})?(?P<count>{NUMBER}|an?(?:{_S}(?:few|couple(?:{_S}of)?))?|several|few){_S}(?P<unit>{_UNITS})\b(?!-|[’'])"
            rf"(?!{_S}(?:ago|of|in|that|we|I|have|has|the))",
            relative.in_so_long,
            0.7,
        ),
        _rule("edge", rf"{_I}(?:the{_S}(?:very{_S})?)?(?P<edge>end|beginning|start|middle|close){_S}of{_S}(?:{_YEARISH}|(?:the|(?P<rel>this|last|next)){_S}(?P<unit>week|month|decade)\b)", values.edge, 0.85),
        _rule("year-end", rf"{_I}(?:the{_S})?year(?:[’']s{_S}|[-\s])end\b", lambda _m, r: f"{r.own.year:04}-12", 0.8),
        _rule("half", rf"{_I}(?:the{_S})?(?P<ordinal>first|second|latter|last){_S}half{_S}of{_S}(?P<month>){_YEARISH}", values.half, full=True),
        _rule(
            "quarter",
            rf"{_I}(?:the{_S})?(?P<ordinal>first|second|third|fourth|[1-4](?:st|nd|rd|th)){_S}quarter\b(?!-|{_S}(?:century|mile|final|of{_S}(?:a|the){_S}(?!year)))(?P<number>)(?:(?:{_S}of|,)?{_S}{_YEARISH})?",
            values.quarter,
            0.85,
            full=True,
        ),
        _rule(
            "week-of-month",
            rf"{_I}(?:the{_S})?(?P<ordinal>first|second|third|fourth|last|final){_S}week{_S}(?:of|in){_S}(?P<month>{_MONTH})(?!\w)(?:{_OF_YEAR})?",
            values.week_of_month,
        ),
        _rule(
            "week-with",
            rf"{_I}(?:(?:the|this){_S})?week{_S}(?:of|beginning|starting|commencing)(?:{_S}on)?{_S}(?:{_WEEKDAY},?{_S})?(?:the{_S})?(?P<last>)(?:(?P<day>{_DAY}){_TH}{_S}(?:of{_S})?(?P<month>{_MONTH})(?!\w)(?:{_OF_YEAR})?)",
            values.week_with,
        ),
        _rule(
            "week-with-month",
            rf"{_I}(?:(?:the|this){_S})?week{_S}(?:of|beginning|starting|commencing)(?:{_S}on)?{_S}(?:{_WEEKDAY},?{_S})?(?P<last>)(?P<month>{_MONTH}){_S}(?P<day>{_DAY}){_TH}(?!\d)(?:{_OF_YEAR})?",
            values.week_with,
        ),
        _rule("fiscal-year", rf"{_I}(?:fiscal|financial){_S}year{_S}(?P<year>{_YEAR}|\d\d)(?!\d)", values.fiscal_year, full=True),
        _rule("next-to-named", rf"{_I}the{_S}(?:(?:following|previous|next){_S}day|day{_S}(?:before|after))\b(?=[.,;]|{_S}(?:and|we|he|they|the)\b)", relative.next_to_named, 0.6),
        _rule("rest", rf"{_I}(?:the{_S})?(?:rest|remainder){_S}of{_S}(?:the|this){_S}(?P<unit>week|month|year)\b", relative.rest, 0.8),
    ),
    "season": (
        _rule(
            "season",
            rf"{_I}(?P<rel>last|this(?:{_S}(?:past|coming))?|next|earlier{_S}this|later{_S}this|(?:(?<=in )|(?<=in\n)|(?<=over )|(?<=by )|(?<=during )|(?<=until )|(?<=since )|(?<=before )|(?<=after )|(?<=of )|(?<=for )|(?<=through ))(?:{_PART}|the))"
            rf"{_S}?(?P<season>{SEASON})\b(?!-|[’']s{_S}\w|{_S}of{_S}(?![12]\d|last|this|next))(?:{_OF_YEAR})?",
            values.season,
            0.85,
            full=True,
        ),
        _rule("season-year", rf"{_I}(?P<rel>)(?:{_PART})?(?:the{_S})?(?P<season>{SEASON})\b{_OF_YEAR}", values.season, 0.9, full=True),
    ),
    "decade": (
        _rule("decade-word", rf"{_I}(?P<digits>)(?P<short>)the{_S}(?:(?:early|mid|late)[\s-]{{1,3}})?(?P<word>noughties|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b", values.decade, 0.8, full=True),
    ),
    "feast": (
        _rule(
            "feast",
            rf"(?:(?i:(?P<rel>last|this|next)){_S})?(?P<feast>{FEAST})(?![\w-])(?!{_S}(?:tree|card|part|gift|present|carol|decoration|season|market|message|greeting|Island))(?:,?{_S}(?:of{_S})?(?P<year>{_YEAR})(?!\d))?",
            feast,
            0.85,
            full=True,
        ),
    ),
    "code": (
        _rule("quarter-code", rf"Q(?P<number>[1-4])(?P<ordinal>)(?!\w)(?:,?{_S}(?:of{_S})?{_YEARISH})?", values.quarter, 0.85, full=True),
        _rule("fiscal-code", rf"FY[\s’'-]{{0,2}}(?P<year>{_YEAR}|\d\d)(?!\d)", values.fiscal_year, 0.9, full=True),
    ),
}
