"""A kind of time expression: its pattern and what it means; and the pieces that the English patterns are made of."""

import re
from dataclasses import dataclass

from twotrack.reading.calendar_words import NUMBER
from twotrack.reading.date_reference import Resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """`full`: it can bear its own year, so it is tried without a date of the document too. `led`: it always begins before
    the word it hangs on ("the end of" the year), so it is not tried at that word."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolve
    confidence: float
    full: bool = False
    led: bool = False


def rule(
    name: str, pattern: str, resolve: Resolve, confidence: float = 0.9, *, full: bool = False, led: bool = False
) -> DateRule:
    """One row of a table of rules."""
    return DateRule(name=name, pattern=re.compile(pattern), resolve=resolve, confidence=confidence, full=full, led=led)


S = r"[\s\u00a0]{1,4}"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
TH = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
YEAR = r"(?:1[89]\d\d|20\d\d)"
OLD_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
TO = r"[\s\u00a0]{0,2}(?:-|–|—|to|and|through|until|till)[\s\u00a0]{0,2}"
# after a month or season: "2010", "of 2010", "of last year", ", last year"
_ITS_YEAR = rf"(?P<year>{OLD_YEAR}|(?<=[’‘'])\d\d)(?![\d%])"
OF_YEAR = rf"(?:,?{S}(?:(?:of|in){S})?[’‘']?{_ITS_YEAR}|,?{S}(?:of{S})?(?P<which>last|this|next){S}year\b)"
# after "the end of", "the first half of"
YEARISH = rf"(?:(?P<year>{YEAR})(?!\d)|(?P<which>last|this|next|the){S}year\b(?!{S}(?:after|before)))"
# before a month, season or decade; what it says of a month or season is not kept
PART = (
    rf"(?:(?:the{S})?(?:early(?:{S}part{S}of)?|mid(?:dle{S}of)?|late|turn{S}of|latter{S}part{S}of"
    rf"|(?:end|beginning|start|close){S}of)[\s\u00a0-]{{1,4}})"
)
COUNT = rf"(?P<count>{NUMBER}|an?(?:{S}(?:few|couple(?:{S}of)?))?|several|few)"
HALF = rf"(?:{S}and{S}a{S}half)?"
UNITS = r"(?P<unit>days?|weeks?|fortnights?|months?|years?|decades?)"
ORDINAL = r"first|second|third|fourth|[1-4](?:st|nd|rd|th)"


def after(*words: str) -> str:
    """One of these words and a blank stand before."""
    return "(?:" + "|".join(f"(?<={word}{blank})" for word in words for blank in (" ", r"\n")) + ")"
