"""The cues of clarity: each pattern with words that it must match and must not."""

import re

import pytest

from twotrack.reading import clarity_cues as cues
from twotrack.reading import clarity_questions as questions
from twotrack.reading.clarity_features import about_asking, look_at, tidied


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            cues.DECLINES,
            [
                "I’m not going to get into the details",
                "I’ll not go into specifics",
                "we don’t discuss cases",
                "I won’t comment on that",
                "I can’t preview it",
                "it would be wrong of me to comment",
                "I won’t say where they are",
                "it is not for the Secretary-General.",
                "möchte ich hier nicht Stellung nehmen",
                "dem greife ich nicht vor",
                "je n’en dirai rien",
                "we do not comment on leaks",
                "We agreed not to give numbers before June.",
                "I’m not able to share specifics",
                "That’s not something I can go into",
                "That is a hypothetical.",
                "不予置评",
                "不便透露",
                "不予評論",
                "Je ne peux pas vous le confirmer",
                "Das kommentieren wir nicht",
                "sin comentarios",
            ],
            [
                "we’re not going to change minds",
                "They didn’t get into specifics",
                "I can’t imagine that",
                "不少国家参加了",
                "Je ne sais pas",
            ],
        ),
        (
            cues.NOTHING,
            [
                "I don’t have anything to announce",
                "nothing to add",
                "I have no update for you",
                "We have no comment on it",
                "I don’t have a readout",
                "没有更多信息",
                "nichts hinzuzufügen",
            ],
            ["we have nothing to fear", "I don’t have a car", "there was no list"],
        ),
        (
            cues.IGNORANT,
            [
                "I don’t know",
                "I’m not sure",
                "I haven’t seen that report",
                "I’ll have to check",
                "I don’t have the schedule in front of me",
                "Corinne can get back to you",
                "Die Zahlen liegen mir nicht vor",
                "Ich reiche das nach",
                "it is too early to tell",
                "we do not know yet",
                "I can get back to you",
                "不掌握有关情况",
                "Je n’ai pas d’information",
                "Das ist mir nicht bekannt",
            ],
            [
                "I don’t know that there is a plan",
                "you know",
                "we don’t know each other",
                "I don’t know if you want to add to that",
            ],
        ),
        (
            cues.REFERS,
            [
                "I would refer you to the Treasury",
                "I’m going to have to refer you to them",
                "I’d point you to the statement",
                "you’d have to ask them",
                "I’ll let them speak to that",
                "That is a better question for the Russians.",
                "请向司法部门了解",
                "Da verweise ich auf das Ministerium",
            ],
            ["we referred the case to court", "I would ask who sent them", "a journalist may ask it every day"],
        ),
        (
            cues.LATER,
            ["we’ll have more to say soon", "Stay tuned.", "in due course", "届时会发布"],
            ["the coming storm"],
        ),
        (cues.PIVOT, ["What I can tell you is", "I would just say", "more broadly"], ["what they can do"]),
        (
            cues.ECHOES,
            [
                "as I said",
                "I have already answered that",
                "you heard me",
                "我刚才已经回答了",
                "we’ve been very clear",
                "中方立场是明确的",
            ],
            ["as I walked", "the sky is clear"],
        ),
        (
            cues.DIRECT,
            [
                "No, not yet",
                "Well, yes.",
                "We did indeed.",
                "We brought it up",
                "是的，双方",
                "Nein, noch nicht",
                "Oui, elle",
            ],
            [
                "Now, we met",
                "Nothing was said",
                "No doubt they came",
                "Yeah, thanks.",
                "I don’t think so far ahead",
                "没有人知道",
            ],
        ),
        (cues.EVERY, ["get into every detail"], ["get into it"]),
        (cues.CLOSES, ["I’ll leave it at that", "say more than that"], ["leave the room"]),
        (cues.NOT_AWARE, ["I’m not aware of any outreach", "not that I’m aware of"], ["I am aware of it"]),
        (
            cues.ASKS_BACK,
            ["Which case do you mean?", "Can you repeat that?", "你指的是哪一段？"],
            ["We asked. They came."],
        ),
        (
            questions.YES_NO,
            ["Did you raise it?", "was the bishop raised", "是否属实", "Haben Sie das Thema angesprochen?"],
            ["What did happen", "Can you elaborate"],
        ),
        (questions.ELABORATE, ["Can you elaborate?", "walk us through it"], ["Is it true?"]),
        (questions.COMMENT, ["Your reaction to that?", "有何评论"], ["How many?"]),
        (questions.UPDATE, ["Any update on that?", "有何进展"], ["Who came?"]),
        (questions.SO_THEN, ["So he was there?", "that is right, correct?"], ["Was he there?"]),
        (questions.WHY, ["Why now?", "How do you explain it?", "为什么"], ["How many?"]),
        (questions.HOW, ["How did it go?"], ["How many were there?"]),
        (questions.WHAT, ["What was it?", "哪些国家"], ["Did he?"]),
        (questions.OFFER, ["Can you say more?", "能否介绍"], ["Did you say more?"]),
    ],
    ids=lambda value: "",
)
def test_each_pattern_matches_what_it_must_and_no_more(
    pattern: re.Pattern[str], matching: list[str], other: list[str]
) -> None:
    assert [words for words in matching if not pattern.search(words)] == []
    assert [words for words in other if pattern.search(words)] == []


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("Thanks for those questions.", True),
        ("That’s a great question.", True),
        ("You broke up a bit.", True),
        ("谢谢你的提问。", True),
        ("Okay.", True),
        ("Thanks to them we met. We raised it", False),
        ("We raised it twice.", False),
    ],
)
def test_sentences_about_the_asking_are_told(words: str, about: bool) -> None:
    assert about_asking(words) is about


@pytest.mark.parametrize(
    ("words", "tidy"),
    [
        ("I’m not — I’m not going", "I’m not going"),
        ("the cam- — campaign", "the campaign"),
        ("we met\n  twice", "we met twice"),
        ("a list — of names", "a list — of names"),
    ],
)
def test_words_broken_off_or_said_again_are_left_out(words: str, tidy: str) -> None:
    assert tidied(words) == tidy


def test_a_refusal_is_told_by_where_it_stands() -> None:
    asked = "Did you hand over the list of names?"
    early = look_at(asked, ["I won’t comment on that.", "The talks were long and covered many things that matter."])
    late = look_at(asked, ["The talks were long and covered many things that matter.", "I won’t comment on that."])
    assert (early.features["refusal-at-head"], late.features["refusal-at-head"]) == (1.0, 0.0)
    assert early.cues[0] == late.cues[1] == {"declines"}


@pytest.mark.parametrize(
    "repeated",
    ["not going to ", "I — ", "the question of the ", "no ", "不", "I don’t have any ", "( ", "thanks ", "a- — "],
)
def test_hostile_repetition_is_looked_at_to_its_end(repeated: str) -> None:
    words = tidied(repeated * 20_000)
    assert look_at("Did you?", [words] * 3).words > 0
