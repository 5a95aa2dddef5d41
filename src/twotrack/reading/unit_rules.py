"""The rules of English weeks, months, years, seasons and decades reckoned from a day: a row a kind of expression.

Patterns are tried where an expression can begin (`date_triggers.openings`), never searched for. What each must and must
not match stands in `tests/reading/test_dates.py`.
"""

from twotrack.reading import date_values as values
from twotrack.reading import relative_values as relative
from twotrack.reading.calendar_words import MONTH, NUMBER, SEASON, WEEKDAY
from twotrack.reading.date_rule import (
    COUNT,
    DAY,
    HALF,
    OF_YEAR,
    ORDINAL,
    PART,
    TH,
    UNITS,
    YEAR,
    YEARISH,
    DateRule,
    S,
    after,
    rule,
)
from twotrack.reading.day_rules import EDGE_OF, HALF_RULE

_MONTH = f"(?-i:{MONTH})"
_MID = r"(?:(?:early|mid|late)[\s\u00a0-]{1,3})?"
_WEEK_OF = (
    rf"(?i)(?:(?:the|this){S})?week(?P<end>end)?{S}(?:of|beginning|starting|commencing)(?:{S}on)?{S}(?:(?-i:{WEEKDAY}),?{S})?"
    rf"(?:the{S})?(?P<last>)"
)

UNIT_RULES: tuple[DateRule, ...] = (
    # "last week", "later this year", "this past month", "the year after next"
    rule(
        "unit",
        rf"(?i)(?:(?:earlier|later|early|late|mid|sometime)[\s\u00a0-]{{1,3}})?"
        rf"(?:(?P<which>last|this(?:{S}(?:past|last|coming|very))?|next){S}|the{S}(?=\w{{4,5}}{S}(?:after|before){S}))"
        rf"(?P<unit>week(?:end)?|month|year|quarter|decade)\b(?!-)(?P<beyond>{S}(?:after{S}next|before{S}last)\b)?",
        relative.unit,
        led=True,
    ),
    rule(
        "weekend",
        rf"(?i){after('over', 'during', 'at', 'on', 'since', 'of', 'by', 'before', 'after', 'for')}the{S}weekend\b",
        relative.the_weekend,
        0.8,
        led=True,
    ),
    # "the next few months", "the past two and a half years", "the coming weeks and months", "the months ahead"
    rule(
        "stretch",
        rf"(?i)(?:(?:the|these){S})?(?P<way>next|coming|upcoming|last|past|previous|preceding)"
        rf"(?:{S}(?:a{S})?(?P<count>{NUMBER}|few|several|couple)(?:{S}of)?)?{HALF}{S}"
        rf"(?:(?:days?|weeks?|months?){S}(?:and|or|to){S})?"
        r"(?P<unit>days|weeks|fortnights?|months|quarters|years|decades|weekends)\b(?!-)",
        relative.stretch,
        0.85,
        led=True,
    ),
    rule(
        "ahead",
        rf"(?i)(?:the{S})?(?:(?:days|weeks|months){S}(?:and|or|to){S})?(?P<unit>days|weeks|months|years|decades)"
        rf"{S}(?:ahead|to{S}come)\b(?!{S}of)(?P<way>)(?P<count>)",
        relative.stretch,
        0.85,
    ),
    rule(
        "one-unit",
        rf"(?i)(?:(?:the|these){S}(?P<way>next|coming|upcoming|last|past)(?P<count>){S}|(?P<alone>past{S}))"
        rf"(?P<unit>week|month|year|fortnight|decade|century)\b(?!-){HALF}",
        relative.stretch,
        0.85,
        led=True,
    ),
    rule(
        "edge",
        rf"{EDGE_OF}(?:{YEARISH}|(?:the|(?P<rel>this|last|next)){S}(?P<unit>week|month|decade)\b)",
        values.edge,
        0.85,
        led=True,
    ),
    # "later in the year", "earlier in the week"
    rule(
        "within-unit",
        rf"(?i)(?:earlier|later){S}in{S}the{S}(?P<unit>week|month|year)\b",
        relative.own_unit,
        0.8,
        led=True,
    ),
    rule(
        "months-of-year",
        rf"(?i)(?:the{S})?(?P<end>first|last){S}(?P<count>{NUMBER}){S}months{S}of{S}{YEARISH}",
        values.months_of_year,
        full=True,
        led=True,
    ),
    rule("year-end", rf"(?i)(?:the{S})?year(?:[’']s{S}|[-\s])end\b", values.year_end, 0.8),
    HALF_RULE,
    rule(
        "quarter",
        rf"(?i)(?:the{S})?(?P<ordinal>{ORDINAL}){S}quarter\b(?!-|{S}(?:century|mile|final|of{S}(?:a|the){S}(?!year)))"
        rf"(?P<number>)(?:(?:{S}of|,)?{S}{YEARISH})?",
        values.quarter,
        0.85,
        full=True,
        led=True,
    ),
    rule(
        "week-of-month",
        rf"(?i)(?:the{S})?(?P<ordinal>first|second|third|fourth|last|final){S}week{S}(?:of|in){S}"
        rf"(?:(?P<month>{_MONTH})(?!\w)(?:{OF_YEAR})?|(?P<near>this|next|last|the){S}month\b)",
        values.week_of_month,
        led=True,
    ),
    rule(
        "week-with",
        rf"{_WEEK_OF}(?P<day>{DAY}){TH}{S}(?:of{S})?(?P<month>{_MONTH})(?!\w)(?:{OF_YEAR})?",
        values.week_with,
    ),
    rule(
        "week-with-month",
        rf"{_WEEK_OF}(?P<month>{_MONTH}){S}(?P<day>{DAY}){TH}(?!\d)(?:{OF_YEAR})?",
        values.week_with,
    ),
    rule(
        "fiscal-year",
        rf"(?i)(?:the{S})?(?:fiscal|financial){S}year{S}(?P<year>{YEAR}|\d\d)(?!\d)",
        values.fiscal_year,
        full=True,
        led=True,
    ),
    rule(
        "rest",
        rf"(?i)(?:the{S})?(?:rest|remainder){S}of{S}(?:the|this){S}(?P<unit>week|month|year)\b",
        relative.rest,
        0.8,
        led=True,
    ),
    rule(
        "century",
        rf"(?i)(?:the{S})?{_MID}(?:(?P<which>last|this|next){S}|(?P<word>twenty-first|nineteenth|twentieth|eighteenth){S})"
        r"(?P<ordinal>)century\b",
        values.century,
        0.8,
        led=True,
    ),
)

PART_OF_DAY_RULES: tuple[DateRule, ...] = (
    rule(
        "day-part",
        rf"(?i)(?:(?:earlier|later|early|late){S})?(?P<word>last{S}(?:night|evening)"
        rf"|this{S}(?:very{S})?(?:morning|afternoon|evening))\b",
        relative.day_word,
        0.95,
        led=True,
    ),
)

# what begins with a number, "a", "half a", "a few"
COUNT_RULES: tuple[DateRule, ...] = (
    rule(
        "ago",
        rf"(?i)(?:half{S})?{COUNT}{HALF}{S}{UNITS}{HALF}{S}"
        rf"(?:ago|back(?!{S}(?:to|in|from|on)))\b(?:{S}(?P<today>today|yesterday|tomorrow|this{S}(?:week|month))\b)?",
        relative.ago,
        0.85,
        led=True,
    ),
    rule(
        "hence",
        rf"(?i){COUNT}{HALF}{S}{UNITS}(?:[’']s?{S}time|{S}from{S}(?:now|today)|{S}hence)\b",
        relative.hence,
        0.85,
        led=True,
    ),
    # "in two weeks", "within six months" where the words look ahead; not ", in two days, we ..."
    rule(
        "in-so-long",
        rf"(?i)(?:(?<=[^,] in )|(?<=[^,]\nin )|(?<=in\n)|(?P<within>(?<=within )))(?:about{S})?{COUNT}{S}{UNITS}\b(?!-|[’'])"
        rf"(?!{S}(?:ago|of|in|that|we|I|have|has|the))",
        relative.in_so_long,
        0.7,
        led=True,
    ),
)

DAY_RULES: tuple[DateRule, ...] = (
    rule(
        "next-to-named",
        rf"(?i)the{S}(?:(?:following|previous|next){S}day|day{S}(?:before|after))\b(?=[.,;]|{S}(?:and|we|he|they|the)\b)",
        relative.next_to_named,
        0.6,
        led=True,
    ),
    *COUNT_RULES,
)

SEASON_RULES: tuple[DateRule, ...] = (
    # "this spring", "in the fall", "the summer"; not "the fall of the wall", "the spring" of water
    rule(
        "season",
        rf"(?i)(?P<rel>last{S}|this{S}(?:(?:past|coming){S})?|next{S}|(?:earlier|later){S}this{S}"
        rf"|{after('in', 'over', 'by', 'during', 'until', 'since', 'before', 'after', 'of', 'for', 'through')}"
        rf"(?:{PART}(?:the{S})?|the{S}))"
        rf"(?P<season>{SEASON})\b(?!-|[’']s{S}\w|{S}of{S}(?![12]\d|last|this|next))(?:{OF_YEAR})?",
        values.season,
        0.85,
        full=True,
        led=True,
    ),
    rule(
        "season-year",
        rf"(?i)(?P<rel>)(?:{PART})?(?:the{S})?(?!fall{S}in{S})(?P<season>{SEASON})\b{OF_YEAR}",
        values.season,
        full=True,
    ),
)

DECADE_RULES: tuple[DateRule, ...] = (
    rule(
        "decade-word",
        rf"(?i)(?P<digits>)(?P<short>)the{S}{_MID}"
        r"(?P<word>noughties|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
        values.decade,
        0.8,
        full=True,
        led=True,
    ),
)
