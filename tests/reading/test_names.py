"""Names of persons, agencies and parties in running text; what may be a name at all."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twotrack.reading.agencies import find_agencies
from twotrack.reading.findings import Span
from twotrack.reading.names import find_names, possible_names, same_person
from twotrack.reading.parties import find_parties, parties_of_title, party_of


def named(text: str) -> list[tuple[str, str | None]]:
    return [(name.name, name.title) for name in find_names(text, 0, len(text))]


def bodies(text: str) -> list[str]:
    return [agency.name for agency in find_agencies(text, 0, len(text))]


def possible(text: str) -> list[str]:
    return [text[start:end] for start, end in possible_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was joined by Deputy Minister Edda Marlow.", [("Edda Marlow", "Deputy Minister")]),
        ("We met with Justice Anna Day O’Rell there.", [("Anna Day O’Rell", "Justice")]),
        ("Director General Pavo Senn led them.", [("Pavo Senn", "Director General")]),
        ("They told us that Ilka Doran is well.", [("Ilka Doran", None)]),
        ("Thank you. Yesterday Bo Lund spoke.", [("Bo Lund", None)]),
        ("Mr. Abrel was freed.", [("Abrel", "Mr")]),
        ("Kurt Lobel, Assistant Minister for East Asia, came.", [("Kurt Lobel", "Assistant Minister for East Asia")]),
        ("We spoke about Human Rights and the State Department.", []),
        ("The Lobel Foundation paid.", []),
        ("外长王毅出席，高立升律师发言。", [("王毅", "外长"), ("高立升", "律师")]),
    ],
)
def test_persons_are_named_with_their_titles(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(text) == expected


def test_a_title_said_of_several_goes_to_each_of_them() -> None:
    found = named("We had Under Secretaries Otis, Sorel and Kurt Lobel with us.")
    assert found == [(name, "Under Secretaries") for name in ("Otis", "Sorel", "Kurt Lobel")]


def test_a_name_stands_where_its_offsets_say() -> None:
    text = "By then Ambassador Joost\nHarren had left."
    (name,) = find_names(text, 0, len(text))
    assert (text[name.start : name.end], text[name.whole.start : name.start]) == ("Joost\nHarren", "Ambassador ")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lund", "Bo Lund", True),
        ("Bo Lund", "Bo A. Lund", True),
        ("Tang", "Tang Yi", True),
        ("Bo Lund", "Eva Lund", False),
    ],
)
def test_two_forms_of_one_name(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "from their ministries of Justice, Public Security, Supreme Court",
            ["Ministry of Justice", "Ministry of Public Security", "Supreme Court"],
        ),
        (
            "agencies too – Department of Justice, Homeland Security, Labor, Commerce, IRS, and members of the"
            " judiciary.",
            [
                "Department of Justice",
                "Department of Homeland Security",
                "Department of Labor",
                "Department of Commerce",
                "IRS",
                "judiciary",
            ],
        ),
        ("the Bureau of Trade, Human Rights, and Labor said", ["Bureau of Trade, Human Rights, and Labor"]),
        ("the Labor Department and the Prison Service", ["Department of Labor", "Prison Service"]),
        ("the court of the king and an office", []),
        ("在外交部和司法部", ["外交部", "司法部"]),
    ],
)
def test_agencies_are_told_by_head_words_and_lists(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


def test_parties_are_named_by_name_adjective_and_capital() -> None:
    text = "the U.S.-China talks with the Chinese side in the United\nStates"
    assert [one.party for one in find_parties(text, 0, len(text))] == [
        "United States",
        "China",
        "China",
        "United States",
    ]
    assert party_of("a palace in Vienna") == "Austria"
    assert parties_of_title("第十九次中美人权对话在北京举行") == ("China", "United States")
    assert party_of("Verania") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We raised the case of Ilka Doran.", ["Ilka Doran"]),
        ("Mark said so. We know that Mark left.", ["Mark", "Mark"]),
        ("Will they come? We saw Will Harrow there.", ["Will Harrow"]),
        ("We saw Will there, and Rose.", ["Will", "Rose"]),
        ("On Monday the Ministry of Justice met in Beijing.", []),
        ("the lawyer van der Berg-Olsson and al-Rashid", ["Berg-Olsson", "al-Rashid"]),
        ("DORAN WAS SENTENCED", ["DORAN"]),
        ("Дорановой сказала Илка", ["Дорановой", "Илка"]),
        (
            "We know that Mika Jordan, Tessa May, Eva King and Paris Ollin came.",
            ["Mika Jordan", "Tessa May", "Eva King", "Paris Ollin"],
        ),
        ("高立升和王毅", ["高立升", "王毅"]),
        ("关于人权问题，双方同意", []),
        ("迪里拜尔·吾买尔被捕", ["迪里拜尔·吾买尔被捕"]),
        ("قالت إلكا", ["قالت", "إلكا"]),
        ("김민수 씨", ["김민수", "씨"]),
    ],
)
def test_whatever_may_be_a_name_is_found(text: str, expected: list[str]) -> None:
    found = possible(text)
    for name in expected:
        assert any(name in one for one in found), (name, found)
    if not expected:
        assert found == []


@given(st.text(alphabet="abcXYZ .,\n王高律ا’-é", max_size=80))
@settings(max_examples=150)
def test_possible_names_are_apart_in_order_and_never_empty(text: str) -> None:
    spans = possible_names(text)
    assert all(isinstance(span, Span) and 0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(
    st.sampled_from(["Zbigniew", "Okonkwo", "Thorvaldsdottir", "Nguyen", "Ilka"]),
    st.sampled_from(["said", "was", "came", "left"]),
)
def test_a_word_that_is_no_known_word_is_always_withheld(name: str, verb: str) -> None:
    for text in (f"{name} {verb} yesterday.", f"We heard that {name.upper()} {verb}.", f"“{name}’s family {verb}.”"):
        assert any(name.casefold() in one.casefold() for one in possible(text)), text
