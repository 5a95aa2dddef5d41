"""Who asks, and for which outlet: self-introductions, and how the one before calls on them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twotrack.reading.findings import Turn
from twotrack.vocabulary import TurnRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """The name and the outlet of one who asks, as far as said."""

    name: str | None
    outlet: str | None


_PART = r"[A-ZÀ-ÖØ-Þ][\w’'-]{1,24}"
_NAME = rf"(?P<name>{_PART}(?:[ \u00a0\n](?:[A-Z]\.\s)?{_PART}){{0,3}})"
_FULL = rf"(?P<name>{_PART}(?:[ \u00a0\n](?:[A-Z]\.\s)?{_PART}){{1,3}})"
_OUTLET = (
    r"(?:the[ \u00a0\n])?(?P<outlet>[A-Z][\w’'&.-]{0,24}(?:[ \u00a0\n](?:(?:of|and|the|for|de"
    r"|&)[ \u00a0\n])?[A-Z0-9][\w’'&-]{0,24}){0,5})"
)
_FROM = r",?\s(?:with|from|at|of)\s"

# matches "go to Ana Ruiz with the Daily Post.", "question from Ana with Reuters"; not "go to Ana later"
_CALLED_FULL = re.compile(rf"{_NAME}{_FROM}{_OUTLET}(?:\s(?:first|next|now|please))?[.,?!]?\s{{0,3}}$")
# matches "Go ahead, Ana.", "Yes, Ana Ruiz.", "Next, we’ll go to Ana."; not "Thank you, Ana."
_CALLED = re.compile(
    r"(?:(?:[Gg]o ahead|[Yy]es|[Yy]eah|[Oo]kay|[Ss]ure|[Aa]ll right),\s|\b(?:go|going|over|back|question|turn) "
    r"(?:back |over )?(?:to|from) )"
    rf"{_NAME}(?:,? (?:go ahead|please|first|next))?[.,?!]?\s{{0,3}}$"
)
_GREETING = (
    r"(?:(?:Hi|Hello|Hey|Thanks|Thank you|Good (?:morning|afternoon|evening)|Yes|Yeah|Sir"
    r"|Ma’am)\b[^.\n:?!,—]{0,40}[.,!]\s{1,3}){0,4}"
)
_INTRODUCED = (
    # matches "I am Ana Ruiz from the Daily Post."; not "I am from the Daily Post"
    re.compile(
        rf"(?:I am|I’m|I'm|[Tt]his is|[Mm]y name is|[Mm]y name’s)\s{_NAME}(?:{_FROM}|,\s){_OUTLET}(?=[.,;:—\s])"
    ),
    # matches "Ana Ruiz. I work for the Daily Post."
    re.compile(rf"{_FULL}[.,]\s{{1,2}}I (?:work|write|report) (?:for|with) {_OUTLET}(?=[.,;:—\s])"),
    # matches "Hi, yes, Ana from Reuters.", "Ana Ruiz with the Daily Post."
    re.compile(rf"^{_GREETING}{_NAME}\s(?:with|from|of|at)\s{_OUTLET}(?=[.,;:—])"),
    # matches "Hi, Ana Ruiz, Daily Post. Two questions"; not "Thank you, Ana. When?"
    re.compile(rf"^{_GREETING}{_FULL},\s{_OUTLET}[.]"),
    # matches "My name is Ana Ruiz."
    re.compile(rf"(?:[Mm]y name is|[Mm]y name’s)\s{_FULL}(?=[.,;:—\s])"),
)
# matches "Our last question", "Next, we’ll go to"; whoever was called on before asks no more
_NEXT = re.compile(
    r"(?i)\b(?:next|last|final|another|more|first)\s+question|\bnext,? (?:we|I|up|in)\b|\btake (?:one|two) "
    r"(?:or two )?more|last one"
)
_NO_NAME_TEXT = """
the thank thanks yes no good and so but first second secretary president prime minister ambassador mister mr mrs ms
sir just one two on in my i we you he she they congress you’re let’s senate united
"""
_NO_NAME = frozenset(_NO_NAME_TEXT.split())


def find_askers(text: str, turns: Sequence[Turn]) -> dict[str, Asker]:
    """For press turns, by id, who asks. One whom somebody called on asks until the next is called on."""
    askers: dict[str, Asker] = {}
    called: Asker | None = None
    for before, turn in zip((None, *turns), turns, strict=False):
        if turn.role is not TurnRole.PRESS:
            if _NEXT.search(text, max(turn.words, turn.end - 160), turn.end):
                called = None
            continue
        if before is not None and before.role is not TurnRole.PRESS:
            called = _called(text[before.words : before.end]) or called
        own = _introduced(text[turn.words : min(turn.end, turn.words + 200)])
        if asker := _joined(called, own):
            askers[turn.id] = asker
        if called is not None and own is not None and own.name and not _same(called, own):
            called = None
    return askers


def _called(words: str) -> Asker | None:
    """Whom the end of an official's turn calls on."""
    end = words[-160:]
    if match := _last(_CALLED_FULL, end):
        return _asker(match)
    match = _last(_CALLED, end)
    return _asker(match) if match else None


def _last(pattern: re.Pattern[str], end: str) -> re.Match[str] | None:
    match = pattern.search(end)
    return match if match and match["name"].split()[0].casefold() not in _NO_NAME else None


def _introduced(words: str) -> Asker | None:
    for pattern in _INTRODUCED:
        match = pattern.search(words)
        if match and match["name"].split()[0].casefold() not in _NO_NAME:
            return _asker(match)
    return None


def _asker(match: re.Match[str]) -> Asker:
    groups = match.groupdict()
    outlet = groups.get("outlet")
    return Asker(name=_plain(groups["name"]), outlet=_plain(outlet).rstrip(".") if outlet else None)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _same(one: Asker, other: Asker) -> bool:
    """Whether two names share a word."""
    return bool(set((one.name or "").split()) & set((other.name or "").split()))


def _joined(called: Asker | None, own: Asker | None) -> Asker | None:
    """The fuller of two names for one person; the own name holds where they differ."""
    if called is None or own is None or not _same(called, own):
        return own or called
    name = max(called.name or "", own.name or "", key=len)
    return Asker(name=name, outlet=called.outlet or own.outlet)
