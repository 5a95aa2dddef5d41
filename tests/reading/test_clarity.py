"""Clarity: how an exchange fared, and the words that decide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.reading import answers
from twotrack.reading.clarity import judge
from twotrack.reading.finders import read
from twotrack.reading.findings import Span
from twotrack.reading.sentences import sentences
from twotrack.sources.raw import Document

TRANSCRIPT = "MR. ORR: Hello.\n\nQUESTION: {asked}\n\nMINISTER HALL: {said}\n\nQUESTION: Thank you.\n"


def fared(asked: str, said: str) -> tuple[str, str | None, list[str]]:
    found = judge(said, asked, sentences(said, 0, len(said)))
    return found.clarity, found.technique, [said[a:b] for a, b in found.evidence]


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
    "said",
    [
        "Yes, we did raise their cases, all of them. I’m not going into details of who they are.",
        "We did raise it, on both days. I won’t read out what was said in the room.",
        "Yes. We asked for it twice. I would leave it at that.",
    ],
)
def test_a_yes_that_keeps_the_details_back_is_no_refusal(said: str) -> None:
    assert fared("Did you raise their cases?", said)[0] in {"reply", "ambivalent"}


@pytest.mark.parametrize(
    ("asked", "said", "rule"),
    [
        ("What is in the letter?", "Which letter?", "clarity.asked-back"),
        ("对方的信里写了什么？", "你指的是哪一封信？", "clarity.asked-back"),
        ("Was there a list?", "I’m not going to comment on that.", "clarity.refused"),
        ("Gibt es einen Termin?", "Dazu liegen mir keine Informationen vor.", "clarity.refused"),
        ("Confirmez-vous l’arrestation ?", "Je n’ai pas de commentaire.", "clarity.refused"),
        ("名单上有几个人？", "不便透露。", "clarity.refused"),
        ("名單何時公布？", "個案不予評論。", "clarity.refused"),
        ("Was there a list?", "There was one, of twenty names.", "clarity.model"),
    ],
)
def test_what_leaves_no_doubt_is_judged_by_a_rule_and_all_else_by_the_model(asked: str, said: str, rule: str) -> None:
    found = judge(said, asked, sentences(said, 0, len(said)))
    assert found.rule == rule
    assert 0.34 <= found.confidence <= 1.0


def test_an_exchange_names_both_rules_and_is_no_surer_than_either() -> None:
    text = TRANSCRIPT.format(asked="Did you raise the list?", said="I’m not going to comment on that.")
    (found,) = read(Document(text=text, extractor="text/1"), source="a.txt", sha256="0" * 64).exchanges
    assert found.rule == "exchanges.single, clarity.refused"
    assert found.confidence <= 0.95


def test_what_is_about_the_asking_decides_nothing() -> None:
    said = "Thanks for the question. That’s a great question. No, there was no list."
    assert fared("Was there a list?", said) == ("reply", "explicit", ["No, there was no list."])


@given(st.text(max_size=400), st.text(min_size=1, max_size=400))
def test_any_words_are_judged(asked: str, said: str) -> None:
    spans = sentences(said, 0, len(said)) or [Span(0, len(said))]
    found = judge(said, asked, spans)
    assert found.clarity in {"reply", "ambivalent", "non-reply"}
    assert set(found.evidence) <= set(spans)


@pytest.mark.parametrize(
    ("matching", "other"),
    [(["On the sanctions question,", "And secondly,", "As for the list"], ["On Friday we met", "We met on"])],
)
def test_the_mark_of_a_turn_to_another_request(matching: list[str], other: list[str]) -> None:
    assert [words for words in matching if not answers.MARK.search(words)] == []
    assert [words for words in other if answers.MARK.search(words)] == []
