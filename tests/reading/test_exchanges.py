"""Requests and what was said to them."""

import pytest

from twotrack.reading.requests import find_requests
from typed_text import reading_of


def pairs(*turns: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    reading = reading_of("\n\n".join(("MR. ORR: Hello.", *turns)))
    return [(exchange.question_turns, exchange.answer_turns) for exchange in reading.exchanges]


def count(words: str) -> int:
    return len(find_requests(words, 0, len(words)))


@pytest.mark.parametrize(
    ("words", "requests"),
    [
        ("Thank you, sir.", 0),
        ("Can you hear me?", 0),
        ("May I just follow up?", 0),
        ("One more?", 0),
        ("Mr. Hall?", 0),
        ("Why did they meet? Why not say what was said?", 1),
        ("I was hoping you could talk about the list.", 1),
        ("Just wanted to clarify whether this is a new promise.", 1),
        ("Does this come up ever in your talks.", 1),
        ("Was the list handed over? And secondly, did they say when the next round takes place?", 2),
        ("Did the lawyers’ case come up? On Tarn, was there any progress?", 2),
        ("Did they say when? Or is that still open?", 1),
        ("Could you be more specific on the villages in the north, and was the bishop raised?", 2),
        ("请问双方何时再谈？", 1),
    ],
)
def test_a_turn_is_cut_into_its_requests(words: str, requests: int) -> None:
    assert count(words) == requests


def test_a_request_is_paired_with_what_the_officials_say_until_thanks_end_it() -> None:
    assert pairs("QUESTION: Why?", "MR. ORR: Because.", "QUESTION: Thanks.", "MR. ORR: Sure.") == [
        (("t2",), ("t3",))
    ]


def test_a_request_whose_answer_was_lost_is_unanswered() -> None:
    assert pairs("QUESTION: Was the list read?", "QUESTION: Why not?", "MR. ORR: So.") == [
        (("t2",), ()),
        (("t3",), ("t4",)),
    ]


def test_an_official_who_asks_back_makes_a_chain() -> None:
    chain = pairs("QUESTION: Was it raised?", "MR. ORR: Can you repeat that?", "QUESTION: The case.", "MR. ORR: Yes.")
    assert chain == [(("t2", "t4"), ("t3", "t5"))]


def test_a_broken_off_turn_goes_on_in_the_next() -> None:
    assert pairs("QUESTION: I know it was your first —", "QUESTION: — but what surprised you?", "MR. ORR: All.") == [
        (("t2", "t3"), ("t4",))
    ]


def test_a_fragment_adds_to_the_request_before_it() -> None:
    assert pairs("QUESTION: Will you speak?", "QUESTION: About the prisons.", "MR. ORR: Yes.") == [
        (("t2", "t3"), ("t4",))
    ]


def test_a_request_passed_over_while_another_is_answered_is_unanswered() -> None:
    asked = (
        "QUESTION: Did the lawyers’ licences come up with the court? And secondly, what about fishing near Tarn island?"
    )
    answered = "MR. ORR: The licences came up. The court said that lawyers may apply again."
    assert pairs(asked, answered) == [(("t2",), ("t3",)), (("t2",), ())]


def test_a_request_is_shown_in_its_own_words_and_not_too_long() -> None:
    reading = reading_of("MR. ORR: Hello.\n\nQUESTION: " + "Why is this " + "so very " * 60 + "long?\n\nMR. ORR: So.")
    (exchange,) = reading.exchanges
    ((start, end),) = exchange.mentions
    assert reading.text[start:end].startswith("Why is this")
    assert len(exchange.asks) <= 200
