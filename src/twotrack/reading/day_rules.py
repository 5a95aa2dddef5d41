"""The rules of English days, months and years by number and name: a row a kind of expression.

Patterns are tried where an expression can begin (`date_triggers.openings`), never searched for. What each must and must
not match stands in `tests/reading/test_dates.py`.
"""

from twotrack.reading import date_values as values
from twotrack.reading import relative_values as relative
from twotrack.reading.calendar_words import MONTH, WEEKDAY
from twotrack.reading.date_rule import (
    DAY,
    OF_YEAR,
    OLD_YEAR,
    ORDINAL,
    PART,
    TH,
    TO,
    YEAR,
    YEARISH,
    DateRule,
    S,
    after,
    rule,
)
from twotrack.reading.holidays import FEAST, feast

_MONTH = f"(?-i:{MONTH})"
_SPAN = r"[\s\u00a0]{0,2}(?:-|–|—|to|through|until|till)[\s\u00a0]{0,2}"
# nouns that make a number of four digits a count
_COUNTED = (
    rf"(?!{S}(?:people|persons|prisoners|troops|detainees|cases|names|dollars|percent|per{S}cent|miles|pages|hours|men"
    r"|women|children|members|participants|GMT|UTC|meters|metres|feet|kilometers|kilometres|euros|soldiers|families"
    r"|homes|jobs|tons|tonnes|pounds|deaths|calories|megawatts|square|Pennsylvania|votes|days|times|officers|students"
    r"|km|kg|mg|million|billion|trillion|hectares|households|vehicles|tanks|rounds)\b)"
)
# after "on the 12th": the end of the clause or a word that begins another, no noun that is counted ("the 12th round")
_CLAUSE_ENDS = (
    rf"(?=[.,;:?!)—–]|{S}(?:(?:and|or|we|he|she|they|it|that|when|to|at|in|for|but|with|as|I|because|the|there|is|was"
    r"|will|if|so|after|before|until)\b|[—–-])|\Z)"
)
_MID = r"(?:(?:early|mid|late)[\s\u00a0-]{1,3})?"
_PARTS_OF_DAY = rf"(?:{S}(?:morning|afternoon|evening|night)\b)?"
# "(the) first half of", "the end of", "Q3": of a year by number or of last year
_HALF_OF = rf"(?i)(?:the{S})?(?P<ordinal>first|second|latter|last){S}half{S}of{S}"
EDGE_OF = rf"(?i)(?:the{S}(?:very{S})?)?(?P<edge>end|beginning|start|middle|close){S}of{S}"
_QUARTER_OF = rf"(?i)(?:the{S})?(?P<ordinal>{ORDINAL}|last){S}quarter(?:{S}of|,)?{S}(?P<number>)"
HALF_RULE = rule("half", rf"{_HALF_OF}(?P<month>){YEARISH}", values.half, full=True, led=True)

YEARS: tuple[DateRule, ...] = (
    rule(
        "iso", rf"(?P<y>{OLD_YEAR})([-/])(?P<m>0[1-9]|1[0-2])\2(?P<d>{DAY})(?![\w-])", values.iso_day, 0.98, full=True
    ),
    rule(
        "year-month",
        rf"(?P<first>{YEAR})[-–](?P<last>0[1-9]|1[0-2])(?![\w%-]|[.,]\d)",
        values.year_month,
        0.7,
        full=True,
    ),
    rule(
        "years",
        rf"(?P<first>{OLD_YEAR})(?:{S}(?:to|until|through|till){S}|[-–—/]|{S}[-–—]{S}|(?P<both>{S}and{S}))"
        rf"(?P<last>{YEAR}|\d\d)(?![\w%-]|[.,]\d)",
        values.years,
        0.85,
        full=True,
    ),
    rule(
        "decade",
        rf"(?i){PART}?(?:the{S}{_MID})?(?P<digits>1[5-9]\d|20\d)0[’']?s\b(?P<short>)(?P<word>)",
        values.decade,
        0.85,
        full=True,
    ),
    rule(
        "open-years",
        rf"(?P<y>{YEAR})(?:{S}(?:to|until){S}(?:the{S})?present\b|[-–]present\b|{S}onwards?\b"
        rf"|{S}and{S}(?:beyond|after|later)\b)",
        lambda match, _ref: f"{match['y']}/..",
        0.85,
        full=True,
    ),
    rule(
        "year",
        rf"(?i:(?:early|mid|late)[\s\u00a0-]{{1,3}})?(?P<y>{OLD_YEAR})(?![\w%–-]|[.,:/]\d|[’']s?\d){_COUNTED}",
        lambda match, _ref: match["y"],
        full=True,
    ),
    rule("edge", rf"{EDGE_OF}(?P<rel>)(?P<unit>){YEARISH}", values.edge, full=True, led=True),
    rule("quarter", rf"{_QUARTER_OF}{YEARISH}", values.quarter, full=True, led=True),
    HALF_RULE,
    rule(
        "fiscal-year",
        rf"(?i)(?:the{S})?(?:fiscal|financial){S}(?:year{S})?(?P<year>{YEAR})(?!\d)",
        values.fiscal_year,
        full=True,
        led=True,
    ),
)

NUMBERS: tuple[DateRule, ...] = (
    rule(
        "numeric",
        rf"(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)(?P<y>{YEAR}|(?<=/)\d\d)(?![\w/-]|\.\d)",
        values.numeric_day,
        0.95,
        full=True,
    ),
    # "13 May 2010", "the 13th and 14th of May", "13, 14 and 15 May", "30 May to 2 June"
    rule(
        "day-month",
        rf"(?:the{S})?(?P<day>{DAY}){TH}(?:{S}(?:of{S})?(?P<first_month>{MONTH})(?={TO}(?:the{S})?\d))?"
        rf"(?:,{S}{DAY}{TH}){{0,3}}(?:{TO}(?:the{S})?(?P<last>{DAY}){TH})?{S}(?:of{S})?"
        rf"(?P<month>{MONTH})(?!\w)(?:{OF_YEAR})?",
        values.month_day,
        0.95,
        full=True,
    ),
    rule(
        "slashed-days",
        rf"(?P<day>{DAY})/(?P<last>{DAY}){S}(?P<month>{MONTH})(?!\w)(?:{OF_YEAR})?",
        values.month_day,
        full=True,
    ),
    rule(
        "the-day",
        rf"(?i){after('by', 'on', 'until', 'from', 'before', 'after', 'since', 'through', 'to', 'day')}the{S}(?P<day>{DAY})"
        rf"(?:st|nd|rd|th)\b(?![’'-]){_CLAUSE_ENDS}(?!{S}of{S}the)",
        values.day_of_month,
        0.75,
        led=True,
    ),
    rule(
        "short-decade",
        rf"(?i)(?:the{S}{_MID}[’']?|(?<=[’']))(?P<short>\d)0[’']?s\b(?P<digits>)(?P<word>)",
        values.decade,
        0.8,
        full=True,
    ),
    rule(
        "century",
        rf"(?i)(?:the{S})?{_MID}(?P<ordinal>\d\d?)(?:st|nd|rd|th)[\s-](?:century|centuries)\b(?P<which>)(?P<word>)",
        values.century,
        0.85,
        full=True,
    ),
    rule("attacks", r"9/11(?![\w/])", lambda _match, _ref: "2001-09-11", full=True),
)

MONTHS: tuple[DateRule, ...] = (
    # "May 13, 2010", "May 10th and 11th", "May 30 to June 2", "November [December] 3rd", "October the 7th of last year"
    rule(
        "month-day",
        rf"(?P<month>{MONTH}){S}(?:\\?[\[(](?P<corrected>{MONTH})\\?[\])]{S})?(?:the{S})?(?P<day>{DAY}){TH}"
        rf"(?![\d:%]|,\d\d\d)(?:,{S}{DAY}{TH}(?={TO}|,{S}{DAY}{TH}\b)){{0,3}}"
        rf"(?:,?{TO}(?:the{S})?(?:(?P<month2>{MONTH}){S})?(?P<last>{DAY}){TH}(?![\d:%]|,\d\d\d|{S}{MONTH}))?"
        rf"(?:{OF_YEAR})?",
        values.month_day,
        0.95,
        full=True,
    ),
    rule(
        "month-year",
        rf"(?i:{PART})?(?P<month>{MONTH})(?:{TO}(?P<last>{MONTH}))?{OF_YEAR}",
        values.month_year,
        0.95,
        full=True,
    ),
    rule(
        "part-of-month",
        rf"(?i)(?:{PART}|(?P<which>last|this(?:{S}(?:past|coming))?|next|past|coming){S})(?P<month>{_MONTH})(?!\w)"
        r"(?P<last>)",
        values.month,
        led=True,
    ),
    rule(
        "months",
        rf"(?P<which>)(?P<month>{MONTH}){TO}(?!(?P=month))(?P<last>{MONTH})(?!\w)(?!{S}\d|{S}[A-Z][a-z])",
        values.month,
        0.8,
    ),
    rule(
        "after-preposition",
        rf"(?i)(?P<which>)"
        rf"{after('in', 'since', 'by', 'until', 'of', 'from', 'during', 'before', 'after', 'for', 'through', 'around')}"
        rf"(?P<month>{_MONTH})(?![\w-]|[’']s?\w)(?!{S}\d)(?P<last>)",
        values.month,
        0.8,
    ),
    # alone, not the verbs, nor what can be a name: "April Ryan"
    rule(
        "bare-month",
        r"(?P<which>)(?!May|Mar|MA|A?PR|Jan\b|Jun\b|Dec\b|(?<!and )(?<!or )(?<!vs )(?:April|June))"
        rf"(?P<month>{MONTH})(?![\w-])(?!{S}\d)(?!{S}[A-Z][a-z])(?P<last>)",
        values.month,
        0.75,
    ),
    rule(
        "fourth-of-july",
        rf"(?i)(?:the{S})?fourth{S}of{S}July\b(?:,?{S}(?P<year>{YEAR}))?",
        values.fourth_of_july,
        full=True,
        led=True,
    ),
    rule("half-of-month", rf"{_HALF_OF}(?P<month>{_MONTH})(?!\w)(?:{OF_YEAR})?", values.half, led=True),
    rule(
        "week-of-month",
        rf"(?i)(?:the{S})?(?P<ordinal>first|second|third|fourth|last|final){S}week{S}(?:of|in){S}(?P<month>{_MONTH})(?!\w)"
        rf"(?:{OF_YEAR})?",
        values.week_of_month,
        led=True,
    ),
)

_NO_WEEKDAY_AFTER = (
    "Happy",
    "Good",
    "Black",
    "Super",
    "Bloody",
    "every",
    "each",
    "Every",
    "Ash",
    "Palm",
    "Easter",
    "Cyber",
)
_NO_GREETING = "".join(f"(?<!{word} )" for word in _NO_WEEKDAY_AFTER)

WEEKDAYS: tuple[DateRule, ...] = (
    # "last Friday", "Tuesday night", "Monday to Wednesday", "Monday week", "Friday of last week"; not "Happy Friday"
    rule(
        "weekday",
        rf"(?i)(?-i:{_NO_GREETING})(?:(?P<which>last|past|this(?:{S}(?:past|coming|last))?|next|coming){S})?"
        rf"(?P<weekday>(?-i:{WEEKDAY}))(?!\w|-\w){_PARTS_OF_DAY}"
        rf"(?:{_SPAN}(?P<to>(?-i:{WEEKDAY}))\b)?(?:{S}(?:of{S})?(?P<week>(?:last|this|next){S}week|week)\b(?!-))?",
        values.weekday,
        0.75,
    ),
)

DAY_WORDS: tuple[DateRule, ...] = (
    rule(
        "day-word",
        rf"(?i)(?:(?:earlier|later|early|late){S})?(?P<word>the{S}day{S}(?:before{S}yesterday|after{S}tomorrow)|yesterday"
        rf"|today|tomorrow|tonight)\b(?!-){_PARTS_OF_DAY}"
        rf"(?![’']s{S}(?:world|society|age|era|economy|generation|youth|standards))",
        relative.day_word,
        0.95,
    ),
)

FEASTS: tuple[DateRule, ...] = (
    rule(
        "feast",
        rf"(?<!Merry )(?<!Happy )(?:(?i:(?P<rel>last|this|next)){S})?(?P<feast>{FEAST})(?![\w-])"
        rf"(?!{S}(?:tree|card|part|gift|present|carol|decoration|season|market|message|greeting|Island))"
        rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR})(?!\d))?",
        feast,
        0.85,
        full=True,
    ),
)

CODES: tuple[DateRule, ...] = (
    rule("half-code", rf"H(?P<ordinal>[12])(?P<month>),?{S}(?:of{S})?{YEARISH}", values.half, 0.85, full=True),
    rule(
        "quarter-code",
        rf"Q(?P<number>[1-4])(?P<ordinal>)(?!\w)(?:,?{S}(?:of{S})?{YEARISH})?",
        values.quarter,
        0.85,
        full=True,
    ),
    rule("fiscal-code", rf"FY[\s’'-]{{0,2}}(?P<year>{YEAR}|\d\d)(?!\d)", values.fiscal_year, full=True),
)
