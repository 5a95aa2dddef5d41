"""Requests and what was said to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.vocabulary import TurnRole
from typed_text import reading_of


def pairs(*turns: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    reading = reading_of("\n\n".join(("MR. ORR: Hello.", *turns)))
    return [(exchange.question_turns, exchange.answer_turns) for exchange in reading.exchanges]


def test_a_request_is_paired_with_what_the_officials_say_until_thanks_end_it() -> None:
    assert pairs("QUESTION: Why?", "MR. ORR: Because.", "QUESTION: Thanks.", "MR. ORR: Sure.") == [(("t2",), ("t3",))]


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


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        (
            ("Q Is it over?", "MR. ORR: Yeah.", "Q Why was it?", "MR. ORR: Because."),
            [(("t2",), ("t3",)), (("t4",), ("t5",))],
        ),
        (("Q What was it?", "MR. ORR: Mm-hmm.", "Q Why?", "MR. ORR: So."), [(("t2",), ()), (("t4",), ("t5",))]),
        (("Q Why was it?", "MR. ORR: Go ahead, Ana."), [(("t2",), ())]),
        (("Q Why was it?", "MR. ORR: Because.", "MODERATOR: Thank you all."), [(("t2",), ("t3",))]),
        (("Q Why was it?", "MODERATOR: Your line is open.", "MR. ORR: Because."), [(("t2",), ("t4",))]),
        (("Q How long?", "MODERATOR: About four hours.", "Q Thanks."), [(("t2",), ("t3",))]),
        (("Q Why was it?", "MR. ORR: Because.", "Q Right.", "MR. ORR: And they agreed."), [(("t2",), ("t3", "t5"))]),
        (
            ("Q Why was it?", "MR. ORR: Because.", "Q But they left us long ago.", "MR. ORR: So be it."),
            [(("t2", "t4"), ("t3", "t5"))],
        ),
        (
            (
                "Q Was it on the list, and was that —",
                "MR. ORR: Wait. Go ahead.",
                "Q — handed over?",
                "MR. ORR: It was.",
            ),
            [(("t2", "t4"), ("t5",))],
        ),
        (
            ("Q On the sanctions waiver.", "MR. ORR: Mm-hmm.", "Q What does it cover?", "MR. ORR: Parts."),
            [(("t2", "t4"), ("t5",))],
        ),
        (
            ("Q Does it cover ferries?", "Q Who asked for it?", "MR. ORR: Ferries, yes."),
            [(("t2",), ("t4",)), (("t3",), ())],
        ),
        (
            ("Q Was it raised?", "MR. ORR: Say again?", "Q The list. Was it raised?", "MR. ORR: It was."),
            [(("t2", "t4"), ("t3", "t5"))],
        ),
        (
            (
                "Q Was it raised?",
                "MR. ORR: Yes. A second one?",
                "Q Thanks, Mr. Orr. When do the talks on fishing begin?",
                "MR. ORR: In May.",
            ),
            [(("t2",), ("t3",)), (("t4",), ("t5",))],
        ),
        (
            ("Q Why was it?", "MR. ORR: So it was. Ana, over to you.", "MS. HALL: I came to speak of ships."),
            [(("t2",), ("t3", "t4"))],
        ),
        (
            ("Q Was it read?", "MR. ORR: It was.", "Q Can I follow up?", "Q Was it?"),
            [(("t2",), ("t3",)), (("t5",), ())],
        ),
        (("Q Can you hear me?", "MR. ORR: Yes.", "Q Why was it?", "MR. ORR: Because."), [(("t4",), ("t5",))]),
    ],
    ids=lambda value: value[1] if isinstance(value[0], str) else "",
)
def test_who_takes_the_turn_decides_what_belongs_together(turns: tuple[str, ...], found: list[object]) -> None:
    assert pairs(*turns) == found


def test_a_chinese_request_is_paired_and_a_second_one_passed_over() -> None:
    asked = "路透社记者：两个问题。第一，下一轮对话何时举行？第二，双方由谁率团？"
    text = f"{asked}\n\n林安：对话将于六月举行。\n\n法新社记者：有何评论？\n\n林安：没有。\n"
    found = reading_of(text).exchanges
    assert [(one.question_turns, one.answer_turns) for one in found] == [
        (("t1",), ("t2",)),
        (("t1",), ()),
        (("t3",), ("t4",)),
    ]


def test_a_request_put_again_follows_the_one_before() -> None:
    asked = "Was the waiver for ferries signed?"
    again = f"MR. ORR: So.\n\nQ {asked}\n\nMR. ORR: Look.\n\nQ But was the waiver for ferries signed?\n\nMR. ORR: No."
    assert [one.follow_up_to for one in reading_of(again).exchanges] == [None, "e1"]


SAID = [
    "Why was it?",
    "And who?",
    "Thank you.",
    "—",
    "Yes.",
    "Go ahead, Ana.",
    "Say again?",
    "The list —",
    "— was it read?",
    "为何？",
    "",
    "On trade.",
    "We met in Tarn. It was read.",
]
TURN = st.tuples(
    st.sampled_from(["Q", "MR. ORR:", "MODERATOR:", "QUESTION:"]), st.lists(st.sampled_from(SAID), max_size=3)
)


@given(st.lists(TURN, max_size=9))
def test_exchanges_rest_on_turns_that_exist_in_order(turns: list[tuple[str, list[str]]]) -> None:
    reading = reading_of("\n\n".join(f"{label} {' '.join(said)}" for label, said in turns))
    place = {turn.id: number for number, turn in enumerate(reading.turns)}
    assert [one.id for one in reading.exchanges] == [f"e{number}" for number in range(1, len(reading.exchanges) + 1)]
    for one in reading.exchanges:
        asked, said = [place[name] for name in one.question_turns], [place[name] for name in one.answer_turns]
        assert asked == sorted(set(asked)) and said == sorted(set(said))
        assert all(reading.turns[at].role is TurnRole.PRESS for at in asked) and not set(asked) & set(said)
        assert not said or said[0] > asked[0]
        within = [reading.turns[at] for at in asked]
        assert all(any(turn.words <= a <= b <= turn.end for turn in within) for a, b in one.mentions)


@given(st.text(alphabet="QMR.: ORhy?—\nA问：？", max_size=80))
def test_any_text_is_read_and_twice_the_same(text: str) -> None:
    assert reading_of(text) == reading_of(text)


def test_an_interrupted_answer_is_said_to_the_request_before_too() -> None:
    assert pairs(
        "QUESTION: Why was the list not read?",
        "MR. ORR: We said at once to all who had come to hear us that the whole list —",
        "QUESTION: But who had it?",
        "MR. ORR: — was too long. The clerk had it.",
    ) == [(("t2",), ("t3", "t5")), (("t4",), ("t5",))]


def test_a_cry_for_the_floor_does_not_end_an_answer() -> None:
    assert pairs(
        "QUESTION: Is the road open?",
        "MR. ORR: It is a long way up there, the snow is deep, and all the trucks and men —",
        "QUESTION: Sir —",
        "MR. ORR: It is shut.",
    ) == [(("t2",), ("t3", "t5"))]


def test_a_request_put_twice_in_a_row_is_one() -> None:
    assert pairs(
        "QUESTION: What can farmers do to help the harbour?",
        "QUESTION: Sir, what can farmers do to help?",
        "MR. ORR: Give hay.",
    ) == [(("t2", "t3"), ("t4",))]


def test_a_turn_that_leaves_the_question_to_a_colleague_is_no_answer() -> None:
    assert pairs(
        "QUESTION: Is the road open?", "MR. ORR: Ana, do you want to take that one?", "MS. RUIZ: It is shut."
    ) == [(("t2",), ("t4",))]


def test_a_colleague_who_calls_on_the_next_answers_nothing() -> None:
    assert pairs(
        "QUESTION: Is the road open?",
        "MR. ORR: It is shut.",
        "MS. VALE: All right. A couple more. Let’s go to Bo Lind at Newswire.",
        "QUESTION: Who shut it?",
        "MR. ORR: The mayor of Tarn.",
    ) == [(("t2",), ("t3",)), (("t5",), ("t6",))]


def test_who_thanks_all_at_the_end_answers_nothing() -> None:
    assert pairs(
        "QUESTION: Is the road open?",
        "MR. ORR: It is shut.",
        "MS. VALE: All right. I want to thank everyone who came. You know where to find me, and the embargo ends now.",
    ) == [(("t2",), ("t3",))]


def test_one_called_by_name_asks_by_whatever_they_say_at_length() -> None:
    said = "QUESTION: The court in Tarn says that it will meet your envoy in May. I give you a chance to confirm that news."
    assert pairs("QUESTION: Why?", "MR. ORR: It was late. Go ahead, Eugene.", said, "MR. ORR: I can’t.") == [
        (("t2",), ("t3",)),
        (("t4",), ("t5",)),
    ]


def test_a_statement_that_breaks_off_is_asked_where_it_is_answered_at_length() -> None:
    broken = "QUESTION: The mayor has accused you of leaving the harbour —"
    assert pairs(broken, "MR. ORR: He is wrong. I was at the harbour on both days, and he was not there with me.") == [
        (("t2",), ("t3",))
    ]
    assert pairs(broken, "MR. ORR: Sorry, we have to sit down.") == []


def test_the_floor_asked_for_while_an_official_breaks_off_repeats_nothing() -> None:
    assert pairs(
        "QUESTION: Is the road open?",
        "MR. ORR: It is shut.",
        "MR. ORR: Sorry, we’re —",
        "QUESTION: Can we get one more question?",
    ) == [(("t2",), ("t3",))]


def test_a_broken_off_turn_over_the_same_matter_presses_the_answer() -> None:
    assert pairs(
        "QUESTION: Do you have any response to the mayor of Tarn?",
        "MR. ORR: We have been clear about the road from the first day on, and that does not change in any way.",
        "QUESTION: No response to the mayor or any —",
        "MR. ORR: We have been clear about the road.",
    ) == [(("t2", "t4"), ("t3", "t5"))]


def test_a_yes_to_half_a_statement_is_no_answer() -> None:
    assert pairs(
        "QUESTION: You said that the envoy will be back —",
        "MR. ORR: Yeah.",
        "QUESTION: — from Tarn. Will he stay?",
        "MR. ORR: For a week.",
    ) == [(("t2", "t4"), ("t5",))]
