"""Speakers: the fullest form of a name that a document gives."""

import pytest

from twotrack.reading.speakers import full_names, given_in_thanks, name_tokens
from twotrack.sources.raw import Document


def names(text: str, *labels: str) -> dict[str, str | None]:
    return full_names(labels, Document(text=text, extractor="text/1"))


@pytest.mark.parametrize(
    ("label", "tokens"),
    [
        ("ASSISTANT SECRETARY HALL", ["HALL"]),
        ("COL. AMY STROUD", ["AMY", "STROUD"]),
        ("Shri Arun Mehr", ["Arun", "Mehr"]),
        ("Mme Orsel (via interpreter)", ["Orsel"]),
        ("SENIOR OFFICIAL TWO", []),
    ],
)
def test_titles_are_no_part_of_a_name(label: str, tokens: list[str]) -> None:
    assert name_tokens(label) == tokens


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Remarks by Anna B. Hall in Tarn. Anna Hall spoke.", "MS. HALL", "Anna B. Hall"),
        ("Good morning, Carol.\n\nDENT: Yes.", "DENT", None),
        ("Außenministerin Elena Grau im Interview", "Grau", "Elena Grau"),
        ("We have with us the Special Envoy for Rivers, Ida Brandt. Ida.", "SPECIAL ENVOY BRANDT", "Ida Brandt"),
        ("We are joined by Ida Brandt, the Special Envoy for Rivers.", "SPECIAL ENVOY", "Ida Brandt"),
        ("Our guest is the Under-Secretary-General for Rivers, Ida Brandt.", "Under-Secretary-General", "Ida Brandt"),
        ("大家好。", "發言人何俊", "何俊"),
        ("大家好。", "水利厅副厅长 曹明", "曹明"),
        ("大家好。", "林部长", None),
        ("An evening with Ida Brandt and others.", "SPECIAL ENVOY", None),
    ],
)
def test_the_fullest_form_is_that_of_the_document(text: str, label: str, name: str | None) -> None:
    assert names(text, label) == {label: name}


def test_thanks_give_the_given_name_of_who_spoke_before() -> None:
    assert given_in_thanks([("MR. ORR", "Anna."), ("MS. HALL", "Thanks, T.J. We met.")], {}) == {"MR. ORR": "T.J. Orr"}
