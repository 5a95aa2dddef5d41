"""Sentences with their places, and the words by which stretches are compared."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.reading.sentences import content_words, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met. They left.", ["We met.", "They left."]),
        ("Mr. Hall met Dr. Orr.", ["Mr. Hall met Dr. Orr."]),
        ("He asked “Why?” and left.", ["He asked “Why?” and left."]),
        ("It was — you know — late. And then —", ["It was — you know — late.", "And then —"]),
        ("One line\n\nAnother", ["One line", "Another"]),
        ("我们见面了。何时再谈？", ["我们见面了。", "何时再谈？"]),
        ("", []),
    ],
    ids=repr,
)
def test_a_text_is_cut_at_its_sentences(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == found


@given(st.text(alphabet="ab .?!—\n“”。？Mr", max_size=60))
def test_sentences_lie_in_order_and_leave_out_only_blanks(text: str) -> None:
    found = sentences(text, 0, len(text))
    assert "".join(text[a:b] for a, b in found).split() == text.split() or "".join(
        "".join(text[a:b] for a, b in found).split()
    ) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_stretches_are_compared_by_stems_and_pairs_of_han() -> None:
    assert content_words("the lawyers and a lawyer") == {"lawyer"}
    assert content_words("人权对话") == {"人权", "权对", "对话"}
    assert content_words("and then of them") == set()


@given(st.text(alphabet="abcdefzABZ 019äöß×÷ɏɐ’—²ªжÏ中_", max_size=60))
def test_words_are_the_same_by_the_fast_way(words: str) -> None:
    assert content_words(words) == content_words(words + " 中文") - {"中文"}
