"""What a press turn asks for."""

import re

import pytest

from twotrack.reading import requests
from twotrack.reading.requests import find_requests, is_request


def count(words: str) -> int:
    return len(find_requests(words, 0, len(words)))


@pytest.mark.parametrize(
    "words",
    [
        "Thank you, sir.",
        "Have a nice weekend.",
        "Can you hear me?",
        "Hi, how are you?",
        "May I just follow up?",
        "Can I ask a follow-up to Ana’s question?",
        "One more?",
        "Change of topic?",
        "Good afternoon?",
        "Mr. Hall?",
        "Madam Secretary?",
        "Mr. President! Mr. President!",
        "But did not appear.",
        "What I mean is another thing.",
        "外交部昨天发表评论。",
        "谢谢。",
    ],
)
def test_thanks_calls_and_statements_are_no_requests(words: str) -> None:
    assert count(words) == 0


@pytest.mark.parametrize(
    "words",
    [
        "Why?",
        "I was hoping you could talk about the list.",
        "Just wanted to clarify whether this is a new promise.",
        "I wondered whether they have met.",
        "Just curious if he came.",
        "Does this come up ever in your talks.",
        "If they will not meet, how can they agree on —",
        "Any update on the talks.",
        "Name one thing that changed.",
        "I asked what you will do.",
        "请问双方何时再谈？",
        "请发言人介绍有关情况。",
        "中方对此有何评论？",
        "請問賠償金額",
        "Pouvez-vous nous dire pourquoi.",
        "Könnten Sie das erklären.",
        "Quisiera saber por qué.",
    ],
)
def test_a_request_needs_no_question_mark(words: str) -> None:
    assert count(words) == 1


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("Why did they meet? Why not say what was said?", 1),
        ("Did they say when? Or is that still open?", 1),
        ("Was the list handed over? And if so, to whom?", 1),
        ("Was the list handed over? And secondly, did they say when the next round takes place?", 2),
        ("Did the lawyers’ case come up? On Tarn, was there any progress?", 2),
        ("Will he go? And whom will he see?", 2),
        ("Will the tariffs be lifted? And when will the talks resume?", 2),
        ("When does the list come out, and who is on it?", 2),
        ("Could you be more specific on the villages in the north, and was the bishop raised?", 2),
        ("Could you tell us who did it, and what they want?", 1),
        ("两个问题。第一，对话何时举行？第二，由谁率团？", 2),
        ("請教賠償金額，以及什麼時候支付？", 2),
    ],
)
def test_a_turn_is_cut_into_its_requests(words: str, several: int) -> None:
    assert count(words) == several


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            requests._FURTHER,
            ["and secondly,", "on tarn, was", "the big question: how", "另外，"],
            ["and if so", "once"],
        ),
        (requests._CONTINUES, ["or is it", "and if so, when", "why is that?"], ["and when did", "oregano"]),
        (
            requests._WITHIN,
            [", and was the man", ", and who is on", ", and then also to talk"],
            [", and what they", ", and it was"],
        ),
        (requests._ANNOUNCED, ["wanted to ask about the list."], ["wanted to ask why he left."]),
    ],
)
def test_each_pattern_matches_what_it_must_and_no_more(
    pattern: re.Pattern[str], matching: list[str], other: list[str]
) -> None:
    assert [words for words in matching if not pattern.search(words)] == []
    assert [words for words in other if pattern.match(words)] == []


def test_is_request_looks_at_one_sentence() -> None:
    assert is_request("Was it\nraised?")
    assert not is_request("It was\nraised.")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("My question is on the road. What do you expect of it?", 1),
        ("So, my question is: You said that many left Tarn. Can you be more specific about the number?", 1),
        ("I’m curious about two things. Will the envoy travel to Tarn?", 1),
        ("But when Ana Ruiz was there, nobody spoke. Did anybody write to the mayor?", 1),
        ("I’m wondering how much the bridge is going to cost and how it will be paid for.", 2),
        ("I’m wondering if you can confirm the flood and tell us what the mayor is doing.", 2),
        ("Does he plan to raise the flood with Ana Ruiz, and will he travel to Tarn?", 2),
    ],
)
def test_what_only_leads_to_a_request_is_none_of_its_own(words: str, found: int) -> None:
    assert count(words) == found
