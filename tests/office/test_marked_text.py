"""Marks over a text."""

from hypothesis import given
from hypothesis import strategies as st

from twotrack.office.shown.marked_text import Mark, segments

MARKS = st.lists(
    st.builds(
        lambda start, length, key: Mark(start=start, end=start + length, key=key, nth=0),
        st.integers(0, 30),
        st.integers(0, 12),
        st.sampled_from("abc"),
    ),
    max_size=6,
)


@given(st.text(max_size=30), MARKS)
def test_the_segments_are_the_text_whatever_is_marked(text: str, marks: list[Mark]) -> None:
    assert "".join(segment.text for segment in segments(text, marks)) == text


@given(st.text(min_size=1, max_size=30), MARKS)
def test_exactly_the_marked_characters_are_marked(text: str, marks: list[Mark]) -> None:
    kept = [mark for mark in marks if mark.start < mark.end <= len(text)]
    covered = "".join(("x" if segment.marked else "-") * len(segment.text) for segment in segments(text, marks))
    expected = "".join("x" if any(m.start <= i < m.end for m in kept) else "-" for i in range(len(text)))
    assert covered == expected


def test_the_shortest_of_overlapping_marks_is_where_a_click_leads() -> None:
    found = list(
        segments("abcdef", [Mark(start=0, end=6, key="long", nth=0), Mark(start=2, end=4, key="short", nth=0)])
    )
    assert [(one.text, one.key) for one in found] == [("ab", "long"), ("cd", "short"), ("ef", "long")]
