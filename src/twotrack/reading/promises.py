"""A promise while its mentions come in, and how one that is said again is told."""

import re
from dataclasses import dataclass, field

from twotrack.reading.commitment_words import TALKS
from twotrack.reading.findings import Span
from twotrack.vocabulary import Strength

_BACK = 150  # promises that a later one is held against


@dataclass(slots=True)
class Promise:
    """A commitment while its mentions come in."""

    who: str
    what: str
    due: str | None
    strength: Strength
    standing: bool
    benchmark: bool
    meeting: str | None
    rule: str
    confidence: float
    turn: str
    words: set[str]
    back: bool  # only points back to what was promised before ("we will do so")
    mentions: list[Span] = field(default_factory=list)


def merge(found: list[Promise], one: Promise) -> None:
    """Join a promise to the one that it says again, or keep it as one of its own."""
    for other in reversed(found[-_BACK:]):
        same = one.meeting is not None and one.meeting == other.meeting and one.due == other.due is not None
        them = bool(re.search(r"\bcontinue\sthem\W*\Z", one.what)) and bool(TALKS.search(other.what))
        again = one.back and other.standing and (other.turn == one.turn or them)
        shared = len(one.words & other.words)
        alike = (
            shared >= 3
            and shared * 10 >= 6 * min(len(one.words), len(other.words))
            and one.who == other.who
            and (one.due == other.due or None in (one.due, other.due))
        )
        if same or again or alike:
            other.mentions += one.mentions
            other.due = other.due or one.due
            other.meeting = other.meeting or one.meeting
            other.benchmark = other.benchmark or one.benchmark
            if one.strength is Strength.AGREED:
                other.strength, other.confidence = one.strength, max(one.confidence, other.confidence)
            return
    found.append(one)
