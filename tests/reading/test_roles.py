"""Roles: who briefs, who steers, who asks."""

import pytest

from annotated_transcripts import NAMES, transcript
from twotrack.reading.roles import role_by_label, roles, steers
from typed_text import reading_of


@pytest.mark.parametrize("name", NAMES)
def test_turns_and_roles_are_those_that_a_reader_finds(name: str) -> None:
    known = transcript(name)
    turns = reading_of(known.text, **known.metadata).turns
    assert [(turn.start, turn.role.value) for turn in turns] == known.turns


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Moderator (Anna Hall)", "moderator"),
        ("Anna Hall, Moderatorin", "moderator"),
        ("MODERADORA", "moderator"),
        ("主持人 罗静", "moderator"),
        ("Vorsitzende Kern", "moderator"),
        ("STAFF", "moderator"),
        ("晨報記者陳怡", "press"),
        ("Zusatzfrage", "press"),
        ("Interpreter", "other"),
        ("CHIEF OF STAFF ORR", None),
        ("Anna Hall", None),
        ("Minister Osk", None),
    ],
)
def test_a_label_may_say_the_role(label: str, role: str | None) -> None:
    assert role_by_label(label, label) == role


def test_who_only_introduces_and_closes_steers() -> None:
    heard = [
        ("A", "Welcome. Bo will open."),
        ("B", "Hello. We met."),
        ("Q", "Why?"),
        ("B", "So."),
        ("A", "Thanks, all."),
    ]
    assert roles(heard) == {"A": "moderator", "B": "principal", "Q": "press"}


def test_who_only_opened_with_a_statement_briefs() -> None:
    heard = [
        ("A", "We signed the treaty in May."),
        ("B", "I agree."),
        ("Q", "Why?"),
        ("B", "So."),
        ("Q", "And?"),
        ("B", "No."),
    ]
    assert roles(heard)["A"] == "principal"


def test_a_minister_who_gives_the_floor_to_others_still_briefs() -> None:
    heard = [
        ("Minister Osk", "The floor is yours."),
        ("B", "We met."),
        ("Q", "Why?"),
        ("B", "So."),
        ("Q", "And?"),
        ("B", "No."),
    ]
    assert roles(heard)["Minister Osk"] == "principal"


def test_who_asks_under_a_personal_name_is_known_by_asking() -> None:
    heard = [
        ("A", "Why?"),
        ("B", "Because we talked for long."),
        ("C", "I wanted to know more."),
        ("B", "No."),
        ("A", "No?"),
    ]
    assert roles(heard) == {"A": "press", "B": "principal", "C": "press"}


@pytest.mark.parametrize("words", ["We’ll take one or two more", "the floor is yours", "Weitere Fragen?", "欢迎各位"])
def test_words_that_steer(words: str) -> None:
    assert steers(words)


@pytest.mark.parametrize("words", ["we take it seriously", "a question of time", "We met the Minister"])
def test_words_that_do_not_steer(words: str) -> None:
    assert not steers(words)


def test_one_who_conducts_may_share_the_label_of_those_who_brief() -> None:
    turns = reading_of(
        "SENIOR OFFICIAL:  Welcome. This call is on background.\n\nSENIOR OFFICIAL:  Hello. We met for two days.\n\n"
        "Q    Why?\n\nSENIOR OFFICIAL:  To talk.\n"
    ).turns
    assert [turn.role.value for turn in turns] == ["moderator", "principal", "press", "principal"]
