"""Clarity: how an exchange fared, and the words that decide."""

import re

import pytest

from twotrack.reading import answers, clarity
from twotrack.reading.clarity import judge
from twotrack.reading.finders import read
from twotrack.reading.sentences import sentences
from twotrack.sources.raw import Document

TRANSCRIPT = "MR. ORR: Hello.\n\nQUESTION: {asked}\n\nMINISTER HALL: {said}\n\nQUESTION: Thank you.\n"


def fared(asked: str, said: str) -> tuple[str, str | None, list[str]]:
    label, technique, spans = judge(said, asked, sentences(said, 0, len(said)))
    return label, technique, [said[a:b] for a, b in spans]


@pytest.mark.parametrize(
    ("asked", "said", "label", "technique"),
    [
        ("Did you raise his case?", "Yes. We raised it on the first day.", "reply", "explicit"),
        ("Did you raise his case?", "No, that was not raised.", "reply", "explicit"),
        ("How many prisoners were on the list?", "There were twenty prisoners on it.", "reply", "explicit"),
        ("When is the next round?", "We agreed on June.", "reply", "explicit"),
        ("Which cases did you raise?", "I’m not going to get into the details.", "non-reply", "declining"),
        ("Was there a list?", "I would refer you to the Ministry of Justice.", "non-reply", "declining"),
        ("Was their answer any different?", "I don’t know. I was not there.", "non-reply", "ignorance"),
        ("Any progress on that case?", "Which case do you mean?", "non-reply", "clarification"),
        (
            "Are you satisfied with it?",
            "Look, the tone was respectful and we had two good days in the capital.",
            "ambivalent",
            "dodging",
        ),
        ("对律师多兰的案件有何评论？", "司法机关依法办案，我们不讨论个案。", "non-reply", "declining"),
    ],
)
def test_an_answer_is_judged_by_its_first_decisive_words(asked: str, said: str, label: str, technique: str) -> None:
    assert fared(asked, said)[:2] == (label, technique)


def test_a_refusal_after_substance_leaves_it_ambivalent() -> None:
    said = (
        "They told us that she is in good health, that her family saw her twice last month, that she has been"
        " given the books she had asked for, and that a "
        "doctor of her own choice was let in. I will leave it at that."
    )
    assert fared("Could you tell us what they said about her?", said)[0] != "non-reply"


def test_the_evidence_is_the_sentence_that_decides() -> None:
    assert fared("Which cases?", "We had a list. I’m not going to go into it.")[2] == ["I’m not going to go into it."]


def test_exchanges_carry_clarity_and_an_unanswered_one_has_no_technique() -> None:
    text = (
        TRANSCRIPT.format(asked="Did you raise the list?", said="No, we did not.") + "\nQUESTION: Was anybody freed?\n"
    )
    found = read(Document(text=text, extractor="text/1"), source="a.txt", sha256="0" * 64).exchanges
    assert [(one.clarity, one.technique) for one in found] == [("reply", "explicit"), ("unanswered", None)]
    assert text[slice(*found[0].evidence[0])] == "No, we did not."


def test_one_answer_to_two_requests_is_dealt_out() -> None:
    asked = "Did they complain about the harbour? And secondly, was a date set for the next round?"
    said = "On the harbour, I’m not going to comment. On the next round, yes, a date was set: it is in June."
    text = TRANSCRIPT.format(asked=asked, said=said)
    found = read(Document(text=text, extractor="text/1"), source="a.txt", sha256="0" * 64).exchanges
    assert [one.clarity for one in found] == ["non-reply", "reply"]


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            clarity.DECLINES,
            [
                "I’m not going to get into the details",
                "I’ll not go into specifics",
                "nothing to announce",
                "we do not discuss cases",
                "不予置评",
            ],
            ["we’re not going to change minds", "They didn’t get into specifics"],
        ),
        (
            clarity.IGNORANT,
            ["I don’t know", "so I can’t –", "I’m not sure"],
            ["I don’t know that there is a plan", "you know"],
        ),
        (clarity._EVERY, ["get into every detail"], ["get into it"]),
        (clarity._CLOSES, ["I’ll leave it at that", "say more than that"], ["leave the room"]),
        (clarity._YES_NO, ["Did you raise it?", "was the bishop raised"], ["What did happen", "Can you elaborate"]),
        (
            clarity._DIRECT,
            ["No, not yet", "Well, yes.", "We did indeed.", "We brought it up"],
            ["Now, we met", "Nothing was said"],
        ),
        (
            clarity.META,
            ["Thanks for those questions.", "You broke up a bit.", "Okay."],
            ["Thanks to them we met. We raised it"],
        ),
        (
            answers.MARK,
            ["On the sanctions question,", "And secondly,", "As for the list"],
            ["On Friday we met", "We met on"],
        ),
    ],
)
def test_each_pattern_matches_what_it_must_and_no_more(
    pattern: re.Pattern[str], matching: list[str], other: list[str]
) -> None:
    assert [words for words in matching if not pattern.search(words)] == []
    assert [words for words in other if pattern.search(words)] == []
