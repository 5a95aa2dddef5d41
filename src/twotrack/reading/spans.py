"""Spans in order, each once, to which others are added and which are asked for by place: a name may come 100,000 times."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from twotrack.reading.findings import Span

_NESTED = 4  # spans that may begin before another and still reach into it: names within longer names


class Spans:
    """A sorted set of spans."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(set(spans))

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, at: int) -> Span:
        return self._spans[at]

    def add(self, span: Span) -> None:
        """Add a span, unless it is there."""
        at = bisect_left(self._spans, span)
        if self._spans[at : at + 1] != [span]:
            insort(self._spans, span)

    def within(self, start: int, end: int) -> list[Span]:
        """Those that begin in a stretch."""
        return self._spans[bisect_left(self._spans, (start,)) : bisect_left(self._spans, (end,))]

    def before(self, place: int) -> Span | None:
        """The last that begins before a place."""
        at = bisect_left(self._spans, (place,))
        return self._spans[at - 1] if at else None

    def overlap(self, span: Span) -> bool:
        """Whether one of them shares a character with a span."""
        at = bisect_left(self._spans, span)
        near = self._spans[max(0, at - _NESTED) : at + 1]
        return any(one.start < span.end and span.start < one.end for one in near)
