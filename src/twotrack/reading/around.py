"""The sentence around words of a document, as a reader wants to see them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twotrack.reading.findings import Span, Turn
from twotrack.reading.sentences import sentences
from twotrack.sources.front_matter import front_matter

LONGEST = 700
"""Characters of a sentence that is shown whole; of a longer one (a table, a text without stops) what is near the words."""
_NEAR = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, text[start:end], and the exact words in it. `of` says what the words are: "asked", "status", or ""."""

    start: int
    end: int
    words: tuple[Span, ...]
    of: str


class Sentences:
    """The sentences of a document, which never cross a turn, found where they are asked for."""

    def __init__(self, text: str, turns: Sequence[Turn]) -> None:
        self._text = text
        self._stretches = _stretches(text, turns)
        self._starts = [stretch.start for stretch in self._stretches]
        self._found: dict[Span, list[Span]] = {}

    def passages(self, spans: Iterable[Span], of: str = "") -> tuple[Passage, ...]:
        """The sentences around spans, in the order of the document; words in one sentence stand together."""
        words: dict[Span, list[Span]] = {}
        for span in sorted(set(spans)):
            words.setdefault(self._around(span), []).append(span)
        return tuple(
            Passage(start=sentence.start, end=sentence.end, words=tuple(held), of=of)
            for sentence, held in words.items()
        )

    def first(self, turn: Turn) -> tuple[Span, ...]:
        """The first sentence of a turn: where it can be found when nothing says which of its words count."""
        return tuple(sentences(self._text, turn.words, min(turn.end, turn.words + LONGEST))[:1])

    def _around(self, span: Span) -> Span:
        stretch = self._stretches[max(0, bisect_right(self._starts, span.start) - 1)]
        if stretch not in self._found:
            self._found[stretch] = sentences(self._text, stretch.start, stretch.end)
        held = [one for one in self._found[stretch] if one.end > span.start and one.start < span.end]
        start = min([span.start, *(one.start for one in held)])
        end = max([span.end, *(one.end for one in held)])
        if end - start > LONGEST:
            start, end = max(start, span.start - _NEAR), min(end, span.end + _NEAR)
        return Span(start, end)


def _stretches(text: str, turns: Sequence[Turn]) -> list[Span]:
    """The text cut at turns: each turn's own words, and what stands between them; without the front matter."""
    cuts = [front_matter(text)[1]]
    for turn in turns:
        cuts += [turn.start, turn.words, turn.end]
    ends = [*cuts[1:], len(text)]
    return [Span(start, end) for start, end in zip(cuts, ends, strict=True) if end > start] or [Span(0, len(text))]
