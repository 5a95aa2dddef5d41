"""The text of a document cut for a page: by turns and paragraphs, and at every border of the words that something rests on."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twotrack.reading.findings import Exchange, Reading, Span, Turn
from twotrack.sources.front_matter import front_matter

_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_WRAPPED = range(50, 120)  # columns of a line that ends because it was full, not because something ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch that no border crosses. `marks`: the numbers of the spans that cover it; `begins`: of those that begin
    here and go on beyond it; `whole`: of the one that it is, all of it."""

    text: str
    marks: tuple[int, ...]
    begins: tuple[int, ...]
    whole: int | None


Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A turn, or what stands between turns (`turn` is None). `exchanges` are those whose asking begins here."""

    turn: Turn | None
    label: Paragraph
    paragraphs: tuple[Paragraph, ...]
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A document's whole text in order. `scattered` are the numbers of the spans that are more than one piece."""

    front_matter: str
    blocks: tuple[Block, ...]
    scattered: tuple[int, ...]


def transcript_of(reading: Reading, spans: Sequence[Span]) -> Transcript:
    """The transcript, cut at the borders of spans; a span is known by its number in this sequence."""
    body = front_matter(reading.text)[1]
    stretches = list(_stretches(reading, body))
    paragraphs = [_paragraphs(reading.text, words) for _, _, words in stretches]
    borders = {edge for held in paragraphs for span in held for edge in span}
    borders |= {edge for _, label, _ in stretches for edge in label}
    cutter = _Cutter(reading.text, spans, borders)
    asked: dict[str, list[Exchange]] = {}
    for exchange in reading.exchanges:
        asked.setdefault(exchange.question_turns[0] if exchange.question_turns else "", []).append(exchange)
    blocks = tuple(
        Block(
            turn=turn,
            label=cutter.pieces(label),
            paragraphs=tuple(cutter.pieces(span) for span in held),
            exchanges=tuple(asked.get(turn.id, ())) if turn else (),
        )
        for (turn, label, _), held in zip(stretches, paragraphs, strict=True)
        if turn or held
    )
    return Transcript(front_matter=reading.text[:body], blocks=blocks, scattered=cutter.scattered())


def _stretches(reading: Reading, body: int) -> Iterator[tuple[Turn | None, Span, Span]]:
    """Each turn with its label and words, and what stands between turns as label-less ones."""
    at = body
    for turn in reading.turns:
        if turn.start > at:
            yield None, Span(at, at), Span(at, turn.start)
        yield turn, Span(turn.start, turn.words), Span(turn.words, turn.end)
        at = turn.end
    if at < len(reading.text):
        yield None, Span(at, at), Span(at, len(reading.text))


def _paragraphs(text: str, words: Span) -> list[Span]:
    """The paragraphs of a stretch, trimmed: blank lines part them."""
    at, found = words.start, list[Span]()
    for match in [*_BLANK.finditer(text, words.start, words.end), None]:
        end = match.start() if match else words.end
        inside = text[at:end]
        if inside.strip():
            found.append(Span(at + len(inside) - len(inside.lstrip()), at + len(inside.rstrip())))
        at = match.end() if match else end
    return found


class _Cutter:
    """A text cut once at all borders, handed out by stretches."""

    def __init__(self, text: str, spans: Sequence[Span], borders: Iterable[int]) -> None:
        edges = sorted({*borders, *(edge for span in spans for edge in span)})
        starts: dict[int, list[int]] = {}
        for number, span in enumerate(spans):
            starts.setdefault(span.start, []).append(number)
        self._text, self._spans = text, spans
        self._after = dict(pairwise(edges))
        self._covers: dict[int, tuple[int, ...]] = {}
        self._starts = starts
        active: list[int] = []
        for edge in edges:
            active = [number for number in active if spans[number].end > edge] + starts.get(edge, [])
            self._covers[edge] = tuple(sorted(active))

    def pieces(self, stretch: Span) -> Paragraph:
        """The pieces of a stretch whose ends are borders."""
        found, at = list[Piece](), stretch.start
        wrapped = _is_wrapped(self._text[stretch.start : stretch.end])
        while at < stretch.end:
            end = self._after[at]
            begin = self._starts.get(at, [])
            whole = next((number for number in begin if self._spans[number].end == end), None)
            found.append(
                Piece(
                    text=printable(self._text[at:end].replace("\n", " ") if wrapped else self._text[at:end]),
                    marks=self._covers[at],
                    begins=tuple(number for number in begin if number != whole),
                    whole=whole,
                )
            )
            at = end
        return tuple(found)

    def scattered(self) -> tuple[int, ...]:
        """The numbers of the spans that are not one piece."""
        return tuple(number for number, span in enumerate(self._spans) if self._after.get(span.start) != span.end)


def _is_wrapped(paragraph: str) -> bool:
    """Whether the lines of a paragraph end because they were full: a page then fills its own lines. Of two lines the
    second must go on in small letters, else they may be a heading and its date."""
    *lines, last = paragraph.split("\n")
    return all(columns(line) in _WRAPPED for line in lines) and (len(lines) > 1 or last[:1].islower())


def printable(text: str) -> str:
    """The text without control characters but line ends, which a page must not hold."""
    return _CONTROL.sub("", text)


def columns(text: str) -> int:
    """How wide a text is: Chinese characters take two columns."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
