"""Which turns were said to which of several requests."""

import pytest

from twotrack.reading.findings import Turn
from twotrack.reading.shares import shares
from twotrack.vocabulary import TurnRole


def dealt(
    requests: list[str], answers: list[tuple[str, str]], directed: dict[str, int] | None = None
) -> list[list[str]]:
    """The ids of the turns (t1, t2 ...; label and words) that each request gets."""
    text, turns = "", []
    for number, (label, words) in enumerate(answers, 1):
        start = len(text)
        text += words
        turns.append(
            Turn(
                id=f"t{number}",
                label=label,
                speaker=None,
                role=TurnRole.PRINCIPAL,
                start=start,
                end=len(text),
                inaudible=0,
                words=start,
                confidence=1.0,
                rule="typed",
            )
        )
    found = shares(text, [(words, words) for words in requests], turns, directed or {})
    return [[turn.id for turn in share] for share in found]


@pytest.mark.parametrize(
    ("requests", "said", "found"),
    [
        (["Will he go?"], "Look.", [["t1"]]),
        (["Will he go?", "And whom will he see?"], "He goes. It was put off.", [["t1"], []]),
        (
            ["Was the court asked?", "When is the next round?"],
            "The court was. The round is on June 3rd.",
            [["t1"], ["t1"]],
        ),
        (["Will tariffs be lifted?", "When do the trade talks resume?"], "Nobody wins a trade war.", [["t1"], []]),
        (["Which cases?", "And what did the bishop say?"], "I won’t get into that.", [["t1"], ["t1"]]),
        (
            ["Were they freed?", "And were lawyers there?"],
            "They were. On your second question, all in all, no.",
            [["t1"], ["t1"]],
        ),
        (
            ["How many died?", "Will rescuers be let in?"],
            "Nobody. As for rescuers, please check back.",
            [["t1"], ["t1"]],
        ),
        (["When do they start?", "Will you publish them?"], "In spring. And yes, naturally.", [["t1"], ["t1"]]),
        (
            ["Is the staff leaving?", "Has he spoken to the generals?"],
            "Some of it. He has been on the phone.",
            [["t1"], ["t1"]],
        ),
        (["加稅會不會？", "錢從哪裏來？"], "主要是材料貴了。", [["t1"], []]),
        (["船員回國了沒有？", "賠償金額是多少？"], "船員已返國，在海上停留。", [["t1"], []]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_later_request_is_passed_over_where_nothing_serves_it(
    requests: list[str], said: str, found: list[list[str]]
) -> None:
    assert dealt(requests, [("MR. ORR", said)]) == found


def test_another_official_serves_the_next_request() -> None:
    both = [("MR. ORR", "The price is settled."), ("MS. HALL", "We look at all sources.")]
    assert dealt(["Did you settle the price?", "And will your country stop buying?"], both) == [["t1"], ["t2"]]


def test_a_turn_after_one_that_asked_back_goes_to_what_was_put_again() -> None:
    said = [("MR. ORR", "The court did."), ("MR. ORR", "Which fish?"), ("MR. ORR", "The court again.")]
    assert dealt(["Did the court meet?", "And the fishing?"], said, {"t2": 1, "t3": 1}) == [["t1"], ["t2", "t3"]]


def test_a_request_without_words_in_common_gets_the_answers_that_are_about_no_other() -> None:
    requests = ["Will the Tarn envoy travel?", "And are licences any cheaper?"]
    answers = [("A", "Licences stay."), ("A", "I said that licences stay.")]
    assert dealt(requests, answers, {"t2": 1}) == [["t1"], ["t1", "t2"]]


def test_a_short_question_back_about_one_request_is_no_answer_to_another() -> None:
    requests = ["Will the envoy travel?", "And are licences any cheaper?"]
    answers = [("A", "Licences, you mean?"), ("A", "We shall see in the end.")]
    assert dealt(requests, answers, {"t1": 1, "t2": 1}) == [["t2"], ["t1", "t2"]]


def test_a_request_that_is_put_again_at_once_was_passed_over() -> None:
    requests = [("How much money is it?",) * 2, ("Is it grants or loans?",) * 2]
    text = "It is a large sum, and it will be spent on grants. " + "We will say more of the sums. " * 20
    turn = Turn(
        id="t1",
        label="A",
        speaker=None,
        role=TurnRole.PRINCIPAL,
        start=0,
        end=len(text),
        inaudible=0,
        words=0,
        confidence=1.0,
        rule="typed",
    )
    assert [len(share) for share in shares(text, requests, [turn], {}, "")] == [1, 1]
    assert [len(share) for share in shares(text, requests, [turn], {}, "And just — grants or loans?")] == [1, 0]
