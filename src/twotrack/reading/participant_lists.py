"""Delegations set out as lists: a heading that names a side, and below it a line for each person or body."""

import re
from collections.abc import Iterator

from twotrack.reading.agencies import find_agencies
from twotrack.reading.findings import MeetingFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.names import find_names
from twotrack.reading.participant_mentions import Participant
from twotrack.reading.sides import Sides

_LINE = re.compile(r"[^\n]+")
# a heading over a delegation. matches "## Delegation of Aldmark", "Veranian side:", "Participants", "For Aldmark:"; not a
# sentence ("The delegation of Aldmark was large and it came late to the talks.")
_HEADING = re.compile(
    r"(?i)\A[\s#*_>-]{0,8}(?:(?:the\s)?(?:[\w’'-]+\s){0,4}(?:delegations?|side|participants|attendees|members"
    r"|team)(?:\s(?:of|from|for)\s[\w’' -]{2,40})?"
    r"|(?:for|from)\s(?:the\s)?[\w’' -]{2,40})(?:\s\([^)]{1,40}\))?\s?[*_]{0,2}:?[*_\s]{0,3}\Z"
)
_BULLET = re.compile(r"\A\s{0,8}(?:[-*•–+]|\d{1,2}[.)]|[a-z]\))\s+")
_HEAD = re.compile(r"(?i)\bhead\sof\s(?:the\s)?delegation\b|\(head\)|\(chair\)")
_MOST = 300


def find_listed(known: Known, sides: Sides, main: MeetingFinding | None) -> Iterator[Participant]:
    """Those in lists under a heading of a delegation, on the side that the heading names."""
    side, within, given = None, False, 0
    for line in _LINE.finditer(known.text, known.document.body):
        words = line.group()
        bullet = _BULLET.match(words)
        if not bullet and len(words) < 120 and (_HEADING.match(words) or _is_party(words, sides)):
            side, within = sides.party(words), True
            continue
        if within and (bullet or _short(words)) and given < _MOST:
            one = _listed(known, line.start() + (bullet.end() if bullet else 0), line.end(), side, main)
            if one is not None:
                given += 1
                yield one
                continue
        within = within and bool(bullet)


def _is_party(words: str, sides: Sides) -> bool:
    """Whether a line is a party's name alone, over its delegation."""
    plain = words.strip(" #*_:")
    return bool(plain) and plain in {sides.ours, *sides.others}


def _short(words: str) -> bool:
    return len(words) < 160 and not words.rstrip().endswith((".", "?", "!")) and not words.startswith("#")


def _listed(known: Known, start: int, end: int, side: str | None, main: MeetingFinding | None) -> Participant | None:
    text = known.text
    names = find_names(text, start, end)
    bodies = find_agencies(text, start, end)
    name = next((one for one in names if one.whole.start - start < 40), None)
    if name is None and not bodies:
        return None
    body = next((one for one in bodies if name is None or one.start >= name.end), None)
    title = None
    if name is not None:
        after = re.split(r"[;(]|\s[–—]\s", text[name.end : body.start if body else end].lstrip(", –—:("))[0]
        title = (None if name.honorific else name.title) or after.strip(" ,.-") or None
    return Participant(
        name=name.name if name else None,
        title=title,
        organisation=body.name if body else None,
        side=side or (body.party if body else None),
        meeting=main.id if main else None,
        rule="participants.list",
        confidence=0.8 if side else 0.6,
        head=_HEAD.search(text, start, end) is not None,
        mentions=[
            Span(
                name.whole.start if name else body.start if body else start,
                body.end if body else name.whole.end if name else end,
            )
        ],
    )
