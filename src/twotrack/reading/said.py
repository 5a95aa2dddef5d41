"""The sentences of a document with who said them: what every content finder walks over."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from twotrack.reading.findings import DateFinding, Span, Turn
from twotrack.reading.sentences import sentences
from twotrack.vocabulary import TurnRole

if TYPE_CHECKING:  # what is known holds the sentences
    from twotrack.reading.known import Known

_LONGEST = 1_500  # characters of a sentence that are looked at together


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence, text[start:end] == words. `turn` is None in a heading and in a document without turns;
    `heading` where it stands above the first turn; `item` where it opens an item of a list."""

    start: int
    end: int
    words: str
    turn: Turn | None
    heading: bool = False
    item: bool = False

    @property
    def official(self) -> bool:
        """Whether an official says it, or the document itself."""
        return self.turn is None or self.turn.role in {TurnRole.PRINCIPAL, TurnRole.MODERATOR}

    @property
    def press(self) -> bool:
        """Whether one who asks says it."""
        return self.turn is not None and self.turn.role is TurnRole.PRESS

    @property
    def moderator(self) -> bool:
        """Whether one who steers says it."""
        return self.turn is not None and self.turn.role is TurnRole.MODERATOR


def find_said(known: "Known") -> list[Said]:
    """All sentences in order: the heading's lines, then each turn's; without turns the whole body's."""
    if known.spoken is not None:
        return list(known.spoken.said)
    return sentences_said(known.text, known.document.body, known.turns)


def sentences_said(text: str, body: int, turns: Sequence[Turn]) -> list[Said]:
    """The sentences of a text whose own words begin at `body`."""
    if not turns:
        return list(_spoken(text, body, len(text), None))
    found = [
        Said(start=start, end=end, words=text[start:end], turn=None, heading=True)
        for start, end in _lines(text, body, turns[0].start)
    ]
    for turn in turns:
        found += _spoken(text, turn.words, turn.end, turn)
    return found


# the mark before an item of a list, at the beginning of a line. matches "- ", "1. ", "(a) ", "• "; not "-5", "1.5"
_ITEM = re.compile(r"(?:\A|\n)[ \t]{0,8}(?:[-*•–·]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]{1,4}(?=[^\W_“\"(])")


def _spoken(text: str, start: int, end: int, turn: Turn | None) -> Iterator[Said]:
    """The sentences of a stretch; items of a list never run into each other, and lose their marks."""
    marks = list(_ITEM.finditer(text, start, end)) if "\n" in text[start:end] else []
    marks = marks if len(marks) > 1 else []
    for mark, after in pairwise([None, *marks, None]):
        item = mark is not None
        for s, e in _pieces(text, mark.end() if mark else start, after.start() if after else end):
            yield Said(start=s, end=e, words=text[s:e], turn=turn, item=item)
            item = False


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of text[start:end]; one without an end is cut at blanks, so that no finder's time grows with it."""
    for sentence in sentences(text, start, end):
        at = sentence.start
        while sentence.end - at > _LONGEST:
            cut = text.rfind(" ", at + 1, at + _LONGEST)
            cut = at + _LONGEST if cut <= at else cut
            if text[at:cut].strip():
                yield trimmed(text, at, cut)
            at = cut
        if text[at : sentence.end].strip():
            yield Span(at + len(text[at : sentence.end]) - len(text[at : sentence.end].lstrip()), sentence.end)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            left = at + len(line) - len(line.lstrip())
            yield Span(left, at + len(line.rstrip()))
        at += len(line) + 1


def dates_within(known: "Known", start: int, end: int) -> list[DateFinding]:
    """The dates that stand inside text[start:end], in order."""
    first = bisect_left(known.dates, start, key=_START)
    last = bisect_right(known.dates, end, lo=first, key=_START)
    return [date for date in known.dates[first:last] if date.end <= end]


_START = attrgetter("start")


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without blanks and stops at its ends; never longer than it was."""
    if end < len(text) and text[end - 1 : end + 1].isalnum() and " " in text[start:end]:
        end = text.rindex(" ", start, end)  # a pattern's limit cut a word
    words = text[start:end]
    left = len(words) - len(words.lstrip(" \n\t\u00a0,;:—–-"))
    right = len(words.rstrip(" \n\t\u00a0,;:.!?—–-。，；："))
    return Span(start + left, start + max(left + 1, right))
