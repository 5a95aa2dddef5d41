"""Commitments: what is promised, by whom, by when, how firmly; and what only sounds like it."""

import re

import pytest

from twotrack.reading import commitment_words
from twotrack.reading.finders import read
from twotrack.reading.findings import CommitmentFinding, Reading
from twotrack.sources.raw import Document

BRIEFING = """Briefing on the Aldmark-Verania Human Rights Dialogue
May 15, 2030

Ministry of Foreign Affairs of Aldmark

MODERATOR: Here to tell you about it is the minister. {opened}

MINISTER MARLOW: We met yesterday and today. {words}

QUESTION: Thank you.
"""


def reading(words: str, opened: str = "") -> Reading:
    document = Document(text=BRIEFING.format(words=words, opened=opened), extractor="text/1")
    return read(document, source="a.txt", sha256="0" * 64)


def promises(words: str, opened: str = "") -> list[CommitmentFinding]:
    return list(reading(words, opened).commitments)


@pytest.mark.parametrize(
    ("words", "who", "due", "strength", "standing"),
    [
        ("We agreed to hold the next round in Verania in 2031.", "both", "2031", "agreed", False),
        ("Both sides agreed to maintain this channel.", "both", None, "agreed", True),
        ("We will continue to raise our concerns about prisons.", "Aldmark", None, "intended", True),
        ("Our labour inspectors will visit the farms this summer.", "Aldmark", "2030-22", "intended", False),
        ("I’ll be going to Geneva next week.", "Aldmark", "2030-05-20/2030-05-26", "intended", False),
        ("We are discussing further expert discussions on labour.", "both", None, "under-discussion", False),
        ("The Veranian side agreed to release two prisoners next month.", "Verania", "2030-06", "agreed", False),
        ("We plan to host a delegation in September.", "Aldmark", "2030-09", "intended", False),
    ],
)
def test_a_promise_has_who_due_strength_and_whether_it_stands(
    words: str, who: str, due: str | None, strength: str, standing: bool
) -> None:
    (one,) = promises(words)
    assert (one.who, one.due, one.strength, one.standing) == (who, due, strength, standing)


def test_a_promised_meeting_is_named() -> None:
    found = reading("We agreed to a next round of this dialogue to be held in Verania in 2031.")
    (one,) = found.commitments
    promised = next(meeting for meeting in found.meetings if meeting.id == one.meeting)
    assert (promised.kind, promised.when, promised.status) == ("round", "2031", "planned")


def test_a_benchmark_is_marked_with_its_date() -> None:
    (one,) = promises("The first benchmark is that we get the legal dialogue underway in the next few months.")
    assert (one.benchmark, one.due) == (True, "2030-05-15/2030-11")


def test_a_promise_is_the_clause_from_subject_to_date() -> None:
    found = reading("It was good, and we agreed to meet again in June, but much is open.")
    assert [found.text[start:end] for start, end in found.commitments[0].mentions] == [
        "we agreed to meet again in June"
    ]


def test_the_same_promise_said_again_is_one() -> None:
    (one,) = promises("We agreed to a next round in 2031. As I said, we agreed to hold the next round in 2031.")
    assert len(one.mentions) == 2


@pytest.mark.parametrize(
    "words",
    [
        "We’re not going to change major policies.",
        "If they come, we will raise it with them.",
        "I will leave it at that.",
        "I would like to make it annual.",
        "We remain committed to our policy.",
        "We agreed last year to end the talks.",
        "We’ll take one or two more.",
        "We will have an opportunity to talk about that.",
        "Will you raise it again?",
    ],
)
def test_refusals_conditions_wishes_history_and_housekeeping_are_no_promises(words: str) -> None:
    assert promises(words) == []


def test_a_moderator_promises_nothing() -> None:
    assert promises("It was good.", "We will continue to raise our concerns.") == []


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            commitment_words.AGREED,
            ["we agreed to set the dates", "Both sides agreed to maintain", "we’re now committed to doing it"],
            ["we agreed with them", "remains committed to our policy"],
        ),
        (
            commitment_words.WILL,
            ["We will continue to raise", "I’ll be going to Geneva", "They will be provided"],
            ["we’ll take one more", "will you", "I’ll leave it"],
        ),
        (
            commitment_words.GOING,
            ["We’re going to continue to raise it"],
            ["we’re not going to say", "we’re going to be more open"],
        ),
        (
            commitment_words.PLANS,
            ["We plan to continue", "we intend to hold", "We expect to hold it", "Our intention is to make"],
            ["I hope you came", "we expect them to"],
        ),
        (commitment_words.DISCUSSING, ["we are discussing further talks"], ["we discussed it"]),
        (
            commitment_words.EVENT,
            ["The first meeting will take place in June", "The talks are to be held in May"],
            ["that will be reflected"],
        ),
        (commitment_words.BENCHMARK, ["the first benchmark is that"], ["a bench is"]),
        (commitment_words.HAN, ["双方同意明年举行对话"], ["双方坦诚交流"]),
        (commitment_words.CONDITIONAL, ["If they come", "unless we go"], ["We go"]),
        (
            commitment_words.HOUSEKEEPING,
            ["one more", "the transcript", "I will come back to that", "I will name two"],
            ["the round", "come back to Verania"],
        ),
        (commitment_words.ANAPHORA, ["we will continue to do that", "we’ll do so"], ["do that in June with them"]),
        (commitment_words.HISTORY, ["last year", "two years ago"], ["next year"]),
        (commitment_words.TALKS, ["the next round", "对话"], ["the list"]),
    ],
)
def test_each_pattern_matches_what_it_must_and_no_more(
    pattern: re.Pattern[str], matching: list[str], other: list[str]
) -> None:
    assert [words for words in matching if not pattern.search(words)] == []
    assert [words for words in other if pattern.search(words)] == []
