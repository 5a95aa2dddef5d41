"""Participants: persons and agencies said to have taken part, with side, head and number."""

import re

import pytest

from twotrack.reading import participant_words
from twotrack.reading.finders import read
from twotrack.reading.findings import ParticipantFinding
from twotrack.reading.known import Known
from twotrack.reading.sides import find_sides
from twotrack.sources.raw import Document

BRIEFING = """Briefing on the Aldmark-Verania Human Rights Dialogue
May 15, 2030

Eva K. Hall
Deputy Minister, Ministry of Foreign Affairs
Sarnholm, Aldmark

MR. ORR: Welcome to the Ministry of Foreign Affairs of Aldmark.

DEPUTY MINISTER HALL: We met yesterday and today. {words}

QUESTION: I am Marta Quill of the Courier. Did Pavo Senn say more?

DEPUTY MINISTER HALL: No.
"""


def found(words: str) -> dict[str | None, ParticipantFinding]:
    document = Document(text=BRIEFING.format(words=words), extractor="text/1")
    reading = read(document, source="a.txt", sha256="0" * 64)
    return {one.name or one.organisation: one for one in reading.participants}


def test_those_who_joined_are_on_the_speakers_side() -> None:
    people = found(
        "I was joined by Ambassador Joost Harren, by Lene Askvold from the Ministry of Justice, and the Prison Service."
    )
    assert {name: one.side for name, one in people.items()} == dict.fromkeys(
        ("Eva K. Hall", "Joost Harren", "Lene Askvold", "Prison Service"), "Aldmark"
    )
    assert (people["Joost Harren"].title, people["Lene Askvold"].organisation) == ("Ambassador", "Ministry of Justice")


def test_the_briefer_heads_a_side_and_has_name_title_and_office_from_the_heading() -> None:
    hall = found("I was joined by Ambassador Joost Harren.")["Eva K. Hall"]
    assert (hall.title, hall.side, hall.head, hall.meeting) == ("Deputy Minister", "Aldmark", True, "m1")


def test_the_other_delegation_has_its_head_its_agencies_and_their_number() -> None:
    people = found(
        "The Veranian delegation was led by Director General Pavo Senn. They had nine agency representatives"
        " from their ministries of Justice, Public Security, Supreme Court."
    )
    assert people["Pavo Senn"].head
    assert people["nine agency representatives"].count == 9
    names = {
        "Pavo Senn",
        "nine agency representatives",
        "Ministry of Justice",
        "Ministry of Public Security",
        "Supreme Court",
    }
    assert {name: people[name].side for name in names} == dict.fromkeys(names, "Verania")


def test_a_host_is_a_participant_of_the_visit() -> None:
    people = found("Today we visited several places. We met with Cardinal Anselm Roe at the cathedral.")
    assert (people["Anselm Roe"].meeting, people["Anselm Roe"].side) == ("m2", None)


def test_a_title_said_of_several_is_given_to_one_in_the_singular() -> None:
    people = found("I was joined by Under Secretaries Otis and Sorel.")
    assert {people["Otis"].title, people["Sorel"].title} == {"Under Secretary"}


@pytest.mark.parametrize(
    "words",
    [
        "Ambassador Lund said yesterday that it was hard.",
        "We raised the case of Ilka Doran.",
        "Representatives of Ilka Doran were not there.",
        "There were other conversations between President Abel and Premier Orr.",
    ],
)
def test_who_is_only_spoken_of_took_no_part(words: str) -> None:
    assert set(found(words)) == {"Eva K. Hall"}


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        (
            "The Veranian delegation was led by Mr Pavo Senn, Director, Law Division, Ministry of Justice.",
            {"Pavo Senn": "Verania"},
        ),
        (
            "The Veranian delegation was large. The Prison Service and the Women’s Union were also represented.",
            {"Prison Service": "Verania", "Women’s Union": "Verania"},
        ),
        ("The Veranian delegation called on Ambassador Joost Harren.", {"Joost Harren": "Aldmark"}),
        (
            "Lord Orrin received Ambassador Pavo Senn in King Charles Street.",
            {"Orrin": "Aldmark", "Pavo Senn": "Verania"},
        ),
        (
            "The talks were co-chaired by Joost Harren and Pavo Senn.",
            {"Joost Harren": "Aldmark", "Pavo Senn": "Verania"},
        ),
    ],
    ids=["with his office", "adds to a delegation", "was met by the other", "received", "two chairs"],
)
def test_a_side_is_told_by_what_was_said_of_the_delegations(words: str, sides: dict[str, str]) -> None:
    people = {name: one.side for name, one in found(words).items() if name != "Eva K. Hall"}
    assert people == sides


def test_an_asker_took_no_part() -> None:
    assert "Marta Quill" not in found("I was joined by Ambassador Joost Harren.")


@pytest.mark.parametrize(
    ("head", "sides"),
    [
        (
            "Briefing on the Aldmark-Verania Human Rights Dialogue\n\nMinistry of Foreign Affairs of"
            " Aldmark\n\nThe Veranian delegation came.",
            ("Aldmark", ("Verania",)),
        ),
        (
            "U.S.-China Human Rights Dialogue\n\nDepartment of State\n\nThe Chinese delegation came.",
            ("United States", ("China",)),
        ),
        ("Statement\n\nNothing is said here.", (None, ())),
    ],
)
def test_the_sides_come_from_title_head_and_words(head: str, sides: tuple[str | None, tuple[str, ...]]) -> None:
    from twotrack.reading.finders import FINDERS

    known = Known(document=Document(text=head, extractor="text/1"))
    heading = next(step for step in FINDERS if step.adds == "heading").find(known)
    result = find_sides(Known(document=known.document, heading=heading))  # type: ignore[arg-type]
    assert (result.ours, result.others) == sides


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            participant_words.JOINED,
            [
                "I was joined by",
                "He joined us at lunch",
                "we had representatives from",
                "I had the Prison Service with me",
            ],
            ["he joined the army", "I had to take it with me"],
        ),
        (
            participant_words.THEIRS,
            ["delegation was led by", "They had nine agency representatives"],
            ["they had a point"],
        ),
        (participant_words.TOOK_PART, ["led the delegation of Verania", "agencies participated"], ["led to harm"]),
        (
            participant_words.TOOK_PART,
            ["Across the table was", "were also represented", "Le ministère et la Cour étaient représentés"],
            ["the table was set", "they represented nobody"],
        ),
        (
            participant_words.APPOSED,
            [", Director, Law Division, ", ", directrice des affaires juridiques du ", ", chef de la division au "],
            [", the ", ", and the ", ", und Vertreter des ", ", "],
        ),
        (participant_words.CONSULTED, ["consulting with them", "close coordination with"], ["engaged in talks"]),
        (
            participant_words.COUNT,
            ["nine agency representatives", "six agencies"],
            ["two days", "between the two ministries"],
        ),
        (participant_words.NOT_HIMSELF, ["representatives of "], ["joined by "]),
    ],
)
def test_each_pattern_matches_what_it_must_and_no_more(
    pattern: re.Pattern[str], matching: list[str], other: list[str]
) -> None:
    assert [words for words in matching if not pattern.search(words)] == []
    assert [words for words in other if pattern.search(words)] == []
