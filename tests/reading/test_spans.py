"""Spans in order: the same as a plain list of them, asked in the plainest way."""

from hypothesis import given
from hypothesis import strategies as st

from twotrack.reading.findings import Span
from twotrack.reading.spans import Spans

SPANS = st.lists(st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 5)))


@given(SPANS, SPANS)
def test_added_spans_stand_in_order_each_once(first: list[Span], later: list[Span]) -> None:
    spans = Spans(first)
    for span in later:
        spans.add(span)
    assert list(spans) == sorted({*first, *later})
    assert len(spans) == len({*first, *later})


@given(SPANS, st.integers(0, 60), st.integers(0, 10))
def test_those_within_begin_in_the_stretch(held: list[Span], start: int, length: int) -> None:
    expected = sorted({span for span in held if start <= span.start < start + length})
    assert Spans(held).within(start, start + length) == expected


@given(st.lists(st.integers(0, 20), unique=True), st.integers(0, 60), st.integers(1, 9))
def test_an_overlap_is_seen(places: list[int], start: int, length: int) -> None:
    held, asked = [Span(3 * place, 3 * place + 2) for place in places], Span(start, start + length)
    assert Spans(held).overlap(asked) == any(one.start < asked.end and asked.start < one.end for one in held)
