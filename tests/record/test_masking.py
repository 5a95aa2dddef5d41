"""Every form of a name is found, its mask is as long as the words, and nobody else loses a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.record.masking import MASK, find, forms_of, masked

NAMES = ["Tamsin Orrel-Vey", "檀辛维"]


@pytest.mark.parametrize(
    "text",
    [
        "TAMSIN ORREL-VEY was moved",
        "of Tamsin  Orrel\u2011Vey,",
        "Orrel-Vey Tamsin",
        "Mr. Orrel-Vey said",
        "T\u0101ms\u00edn Orrel Vey",
        "Ta\u0304msin Orrel-Vey",
        "Tamsin\nOrrel-Vey",
        "Tam\u00adsin Orrel-Vey",
        "据檀辛维说",
        "辛维",
        "\uff34amsin Orrel-Vey",
        "tamsin orrel-vey",
        "TamsinOrrelVey3.txt",
        "2025-TamsinOrrelVeyBriefing.txt",
        "notes_tamsin_orrel_vey.txt",
    ],
)
def test_a_form_of_the_name_is_masked(text: str) -> None:
    result = masked(text, forms_of(NAMES))
    assert MASK in result
    assert len(result) == len(text)
    assert not find(result, forms_of(NAMES))


@pytest.mark.parametrize("text", ["Tamsinville", "the orrel of the tree", "a vey long day", "Orrelton"])
def test_other_words_stay(text: str) -> None:
    assert masked(text, forms_of(NAMES)) == text


def test_a_part_shared_with_somebody_else_is_not_masked_alone() -> None:
    forms = forms_of(["Tamsin Vey"], others=["Corin Vey"])
    assert masked("Minister Vey and Tamsin Vey", forms) == f"Minister Vey and {MASK * 10}"


@given(st.text(), st.text())
def test_masking_keeps_every_length_and_is_done_once(before: str, after: str) -> None:
    text = f"{before} Tamsin Vey {after}"
    forms = forms_of(["Tamsin Vey"])
    once = masked(text, forms)
    assert len(once) == len(text)
    assert masked(once, forms) == once
    assert "Tamsin Vey" not in once


def test_an_office_called_after_the_person_protects_no_part_of_the_name() -> None:
    forms = forms_of(["Tamsin Vey"], others=["Office of Tamsin Vey", "Tamsin Vey"])
    assert masked("Was Ms. Vey freed?", forms) == f"Was Ms. {MASK * 3} freed?"
