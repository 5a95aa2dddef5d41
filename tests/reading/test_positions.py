"""Positions: what a side said of a theme, and what is none."""

import pytest

from twotrack.reading.finders import read
from twotrack.sources.raw import Document

HEAD = "Aldmark-Verania Human Rights Dialogue, 12 March 2031\n\n"


def positions(sentence: str) -> list[tuple[str, str]]:
    """Party and theme of each position in a readout."""
    text = HEAD + sentence
    found = read(Document(text=text, extractor="text/1"), source="a", sha256="").positions
    assert all(text[one.mentions[0].start : one.mentions[0].end] in sentence for one in found)
    return [(one.party, one.theme) for one in found]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Aldmark expressed deep concern about the use of torture.", [("Aldmark", "torture")]),
        ("Verania rejected the criticism of its use of the death penalty.", [("Verania", "death-penalty")]),
        ("Aldmark welcomed the law, and urged Verania to abolish the death penalty.", [("Aldmark", "death-penalty")]),
        ("The Veranian side stressed freedom of religion, and Aldmark condemned torture.",
         [("Verania", "religion"), ("Aldmark", "torture")]),
    ],
)  # fmt: skip
def test_a_view_that_a_side_takes_is_a_position(sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert positions(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Aldmark raised the death penalty.",
        "Both sides discussed torture.",
        "Aldmark did not condemn torture.",
        "Aldmark will urge Verania to abolish the death penalty.",
        "The death penalty is a matter of concern to many.",
        "Aldmark welcomed the delegation.",
    ],
)
def test_to_raise_or_discuss_a_theme_is_none(sentence: str) -> None:
    assert positions(sentence) == []
