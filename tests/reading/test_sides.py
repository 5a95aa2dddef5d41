"""Whose account a document is, and whose a person is, where the States stand in no list."""

import pytest

from twotrack.reading.finders import read
from twotrack.reading.pairs import han_states, pair_of, publisher_of
from twotrack.reading.sides import Sides
from twotrack.reading.whose import among_sides, party_before, party_in_han, party_of_person
from twotrack.sources.raw import Document

SIDES = Sides(ours="Aldmark", others=("Verania",))


@pytest.mark.parametrize(
    ("title", "pair"),
    [
        ("Aldmark and Verania hold political consultations", ("Aldmark", "Verania")),
        ("Aldmark–Verania Human Rights Dialogue", ("Aldmark", "Verania")),
        ("Hanseatic Union – Republic of Tarsia: press remarks", ("Hanseatic Union", "Tarsia")),
        ("EU-Ostmark: 7th Human Rights Consultations", ("European Union", "Ostmark")),
        ("Le Valmont et la Soranie ont tenu leur dialogue", ("Valmont", "Soranie")),
        ("第七轮临洲—莱茵兰人权对话", ("临洲", "莱茵兰")),
        ("UK and Maraland hold sixth human rights dialogue", ("United Kingdom", "Maraland")),
        ("Peace and Justice for all", ()),
    ],
)
def test_a_title_names_the_two_that_met(title: str, pair: tuple[str, ...]) -> None:
    assert pair_of(title, "") == pair


@pytest.mark.parametrize(
    ("head", "party"),
    [
        ("Ministry of Foreign Affairs of Aldmark\n", "Aldmark"),
        ("Das Auswärtige Amt von Nordau teilt mit:\n", "Nordau"),
        ("Ministère des Affaires extérieures de la République de Valmorey\n", "Valmorey"),
        ("Office of the Spokesperson for the Secretary-General\n", "United Nations"),
        ("The ministry is small.\n", None),
    ],
)
def test_the_publishing_body_tells_whose_account_it_is(head: str, party: str | None) -> None:
    assert publisher_of("", head) == party


def test_states_of_no_list_are_told_by_their_offices_in_chinese() -> None:
    assert han_states("应瑞丹国外交大臣邀请，外长将访问瑞丹。") == ("瑞丹",)


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("On our side Ann Lamm", "Aldmark"),
        ("The Veranian delegation included Ann Lamm", "Verania"),
        ("On the other side there was Ann Lamm", "Verania"),
        ("Auf veranischer Seite nahm Ann Lamm", "Verania"),
        ("The delegation from Verania was headed by Ann Lamm", "Verania"),
        ("The weather was fine and Ann Lamm", None),
    ],
)
def test_the_group_named_before_tells_whose_a_person_is(words: str, party: str | None) -> None:
    assert party_before(words, words.index("Ann"), SIDES) == party


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("our Ambassador, Ann Lamm", "Aldmark"),
        ("Verania’s Vice Minister, Ann Lamm", "Verania"),
        ("President Ann Lamm of Karuna", "Karuna"),
        ("President Ann Lamm of great renown", None),
    ],
)
def test_the_words_beside_a_person_tell_whose(words: str, party: str | None) -> None:
    at = words.index("Ann")
    assert party_of_person(words, at, at + len("Ann Lamm"), SIDES) == party


def test_chinese_sides_are_told_by_their_first_character() -> None:
    sides = Sides(ours="Taiwan", others=("維洛尼亞",))
    assert [party_in_han(words, sides) for words in ("維方由", "我方由", "今天")] == ["維洛尼亞", "Taiwan", None]


def test_a_body_of_a_state_that_is_not_there_is_of_the_own_side() -> None:
    assert among_sides("Germany", Sides(ours="Nordau", others=("Tarsia",))) == "Nordau"
    assert among_sides("Germany", Sides(ours="France", others=("Germany",))) == "Germany"


def test_delegations_under_a_name_alone_are_of_that_side() -> None:
    text = (
        "Aldmark–Verania Human Rights Dialogue\n\n16 August 2031\n\nAldmark and Verania held the third round of their "
        "dialogue on 14 August 2031.\n\nVerania\n- Ms Ann Lamm, Director, Ministry of Justice\n- Mr Karl Orr, Adviser\n"
    )
    found = read(Document(text=text, extractor="text/1"), source="a.txt", sha256="0" * 64).participants
    assert {one.side for one in found if one.name} == {"Verania"}
