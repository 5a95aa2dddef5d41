"""Meetings: the one that a document is about, earlier and planned ones, visits and calls."""

import re

import pytest

from twotrack.reading import main_meeting, meeting_facts, meeting_words
from twotrack.reading.finders import read
from twotrack.reading.findings import MeetingFinding, Reading
from twotrack.reading.when import days_after, interval_of, joined
from twotrack.sources.raw import Document

BRIEFING = """Briefing on the Aldmark-Verania Human Rights Dialogue
May 15, 2030

Sarnholm, Aldmark

MR. ORR: Welcome to the Ministry of Foreign Affairs of Aldmark.

MINISTER HALL: We met yesterday and today. {words}

QUESTION: Thank you.
"""


def reading(words: str) -> Reading:
    document = Document(text=BRIEFING.format(words=words), extractor="text/1")
    return read(document, source="a.txt", sha256="0" * 64)


def others(words: str) -> list[MeetingFinding]:
    return list(reading(words).meetings[1:])


def test_the_meeting_of_the_title_has_the_days_on_which_they_met() -> None:
    found = reading("The talks were frank.").meetings[0]
    assert (found.kind, found.when, found.place, found.status) == ("round", "2030-05-14/2030-05-15", "Sarnholm", "held")
    assert found.name == "Aldmark-Verania Human Rights Dialogue"


@pytest.mark.parametrize(
    ("words", "kind", "when", "status"),
    [
        ("We agreed to a next round of this dialogue to be held in Verania in 2031.", "round", "2031", "planned"),
        ("The last one was in 2026.", "round", "2026", "held"),
        (
            "We agreed to begin an expert dialogue on prison reform in the next few months.",
            "expert-dialogue",
            "2030-05-15/2030-11",
            "planned",
        ),
        ("We are discussing further expert discussions on labour.", "expert-dialogue", None, "proposed"),
        ("This morning we visited the juvenile court.", "site-visit", "2030-05-15", "held"),
        ("We met this morning with Justice Anna Rell at the Supreme Court.", "site-visit", "2030-05-15", "held"),
        ("I’ll be going to Geneva next week.", "visit", "2030-05-20/2030-05-26", "planned"),
        ("The two leaders had a phone call in April.", "call", "2030-04", "held"),
        ("Verania put off the round in October 2029.", "round", "2029-10", "postponed"),
        ("We spoke about the Universal Periodic Review, which Verania undertook last year.", "review", "2029", "held"),
    ],
)
def test_a_meeting_has_kind_date_and_status(words: str, kind: str, when: str | None, status: str) -> None:
    assert [(one.kind, one.when, one.status) for one in others(words)] == [(kind, when, status)]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        (
            "I returned on May 12 from a mission to Ostmark that began on May 2. We met Attorney General Ada Brand.",
            ["2030-05-02/2030-05-12", "2030-05-02/2030-05-12"],
        ),
        ("We met Attorney General Ada Brand on May 2. A meeting with Judge Orlo Penn followed.", ["2030-05-02"] * 2),
        ("The Veranian guests called on Judge Orlo Penn, and on May 2 visited Holm prison.", [None, "2030-05-02"]),
    ],
    ids=["days of a mission", "followed", "of the next verb"],
)
def test_a_meeting_has_the_day_of_what_it_is_told_with(words: str, when: list[str | None]) -> None:
    assert [one.when for one in others(words)] == when


@pytest.mark.parametrize(
    "words",
    [
        "The meeting was long.",
        "Minister Abel’s visit was long.",
        "There were other conversations between President Abel and Premier Orr.",
        "Previous rounds were short.",
        "They cannot travel to Verania.",
        "This call is on background.",
        "We met the standard.",
    ],
)
def test_what_is_vague_or_no_meeting_makes_none(words: str) -> None:
    assert others(words) == []


def test_two_namings_of_one_meeting_are_one() -> None:
    words = "We agreed to a next round in 2031. I look to the next round with hope. A dialogue in 2031 is a good thing."
    (found,) = others(words)
    assert len(found.mentions) == 3


def test_expert_talks_on_two_subjects_are_two() -> None:
    found = others("We are discussing further expert discussions both on religious freedom and on labour.")
    assert len(found) == 2


def test_a_site_visit_is_part_of_the_round() -> None:
    (found,) = others("Today we visited the prison in Holm.")
    assert found.part_of == "m1"


def test_no_mention_crosses_a_turn_or_is_untrimmed() -> None:
    read_ = reading("We agreed to a next round in 2031, and I’ll be going to Geneva next week.")
    for meeting in read_.meetings:
        for start, end in meeting.mentions:
            words = read_.text[start:end]
            assert words and words == words.strip()
            assert sum(turn.start < end and start < turn.end for turn in read_.turns) <= 1


def test_a_chinese_answer_names_round_and_days() -> None:
    text = (
        "外交部发言人答记者问\n\n2031年3月13日\n\n问：请介绍有关情况。\n\n答：3月11日至12日，双方举行了第三轮人权对话。"
        "双方同意明年举行下一轮对话。\n\n问：谢谢。\n\n答：谢谢。\n"
    )
    found = read(Document(text=text, extractor="text/1"), source="a.txt", sha256="0" * 64).meetings
    assert [(one.when, one.status) for one in found] == [("2031-03-11/2031-03-12", "held"), ("2032", "planned")]


def test_days_become_an_interval_only_when_they_follow_on_each_other() -> None:
    assert interval_of(["2030-05-14", "2030-05-15"]) == "2030-05-14/2030-05-15"
    assert interval_of(["2030-05-14", "2030-05-19"]) is None
    assert interval_of(["2030-05", "2030-05-14"]) == "2030-05-14"
    assert (days_after("2031", "2030-05-15"), days_after("2030", "2030-05-15"), days_after("x", "2030-05-15")) == (
        1,
        0,
        None,
    )
    assert joined("2030-05-14/2030-05-15", "2030-05") and not joined("2029", "2030")


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            meeting_words.PROPER,
            ["the U.S.-China Human Rights Dialogue", "Defense Policy Coordination Talks"],
            ["Human rights are", "the Dialogue"],
        ),
        (
            meeting_words.ROUND,
            ["a next round of this dialogue", "the third round of our human rights dialogue with Verania"],
            ["previous rounds", "your first round"],
        ),
        (
            meeting_words.LAST_ONE,
            ["the last one was in 2019", "The last one before that took place in 2014"],
            ["the last one to leave"],
        ),
        (meeting_words.DIALOGUE_THEN, ["a dialogue next year", "the talks in 2011"], ["the dialogue, in a year"]),
        (
            meeting_words.EXPERT,
            [
                "a legal expert’s dialogue",
                "the legal dialogue",
                "a working group on counternarcotics",
                "the U.S.-China dialogue on AI",
            ],
            ["a dialogue with them"],
        ),
        (
            meeting_words.MET,
            ["We met yesterday and today", "The two met over 12 hours"],
            ["we met the standard", "expect to be met"],
        ),
        (meeting_words.MEET_AGAIN, ["agreed to meet again in Verania"], ["will meet the needs"]),
        (
            meeting_words.VISITED,
            ["we visited the juvenile court", "They toured a factory"],
            ["visited by many", "we visited several sites"],
        ),
        (
            meeting_words.MEETING_WITH,
            ["her first meeting with the Foreign Secretary", "a virtual meeting with his counterpart"],
            ["the meeting was"],
        ),
        (
            meeting_words.CALL,
            ["a telephone call between the two leaders", "the Hall-Senn call"],
            ["this call", "we call on them", "a call with a sense that"],
        ),
        (
            meeting_words.TRIP,
            ["going to Beijing next week", "a visit to Bogotá", "visits in both directions"],
            ["visitors came"],
        ),
        (meeting_words.NO_TRIP, ["cannot travel to China", "not to travel to"], ["going to Beijing"]),
        (meeting_words.SUMMIT, ["the Woodside summit", "the upcoming G7"], ["the summits"]),
        (meeting_words.REVIEW, ["the Universal Periodic Review"], ["a review"]),
        (
            meeting_words.NEGOTIATIONS,
            ["the direct negotiations with representatives", "several months of negotiations"],
            ["negotiations are hard"],
        ),
        (meeting_words.CONTINUED, ["continue the dialogue"], ["continue to raise"]),
        (meeting_words.ONGOING, ["ongoing conversations", "the negotiations that are ongoing"], ["the ongoing crisis"]),
        (meeting_words.SIGNING, ["the signing of the Barbados agreement"], ["signing the bill"]),
        (
            meeting_words.HOLD_IT,
            ["We expect to hold it in spring", "That meeting took place in May"],
            ["hold it against them"],
        ),
        (
            meeting_words.OURS,
            ["two days of discussions", "a two-day talk", "Yesterday, we were here"],
            ["the discussion of labour"],
        ),
        (meeting_words.HAN_ROUND, ["第三轮人权对话", "下一轮对话"], ["对话"]),
        (meeting_words.HAN_EXPERT, ["专家对话"], ["专家说"]),
        (meeting_facts._PROPOSED, ["we are discussing further", "a potential trip"], ["we discussed"]),
        (meeting_facts._OFF, ["put off the round", "was postponed"], ["put off by"]),
        (main_meeting._IN_TITLE, ["Meeting with Minister Hall"], ["Statement on trade"]),
    ],
)
def test_each_pattern_matches_what_it_must_and_no_more(
    pattern: re.Pattern[str], matching: list[str], other: list[str]
) -> None:
    assert [words for words in matching if not pattern.search(words)] == []
    assert [words for words in other if pattern.search(words)] == []


@pytest.mark.parametrize(
    "repeated",
    ["visit to ", "We met ", "the case of Ana Ruiz. ", "Ministry of Justice, ", "We agreed to hold ", "双方同意"],
)
def test_hostile_repetition_is_read_to_its_end_by_every_finder(repeated: str) -> None:
    text = "MR. HALL: " + repeated * (20_000 // len(repeated))
    found = read(Document(text=text, extractor="text/1"), source="a.txt", sha256="0" * 64)
    assert all(0 <= start < end <= len(text) for meeting in found.meetings for start, end in meeting.mentions)
