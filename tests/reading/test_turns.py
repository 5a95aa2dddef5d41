"""Turns in the conventions of several bodies, their speakers and roles."""

import pytest

from typed_text import reading_of

DEPARTMENT = """Briefing by Anna B. Hall on the Dialogue

May 14, 2030

MR. ORR: Welcome. Here to tell you more is our envoy, Anna.

AMBASSADOR HALL: Thanks, T.J. We met for two days (inaudible) here.

It went on until night.

QUESTION: What was said?

AMBASSADOR HALL: (Laughter.) Much. [crosstalk] And more.

MR. ORR: We’ll take one more.

QUESTION: Thank you.

# # #
"""
CONVENTIONS = {
    "white-house": "MR. ORR:  Hello.\n \nQ    Why now?\n \nMR. ORR:  Because.\n \nQ  And who?\n \nMR. ORR:  We.\n",
    "presidency-project": "Q. Why now?\n\nThe President. Because it is time.\n\nQ. And who?\n\nThe President. We all.\n",
    "question-answer": "Q: Why now?\nA: Because it is time.\n\nQ: And who?\nA: We all.\n",
    "name-colon": "Anna Hall: Hi.\n\nReporter (Post): Why now?\n\nAnna Hall: So.\n\nReporter: And who?\n\nAnna Hall: We.\n",
    "chinese": "问：双方谈了什么？\n答：双方坦诚交流。\n问：何时再谈？\n答：明年。\n",
}


def test_a_turn_runs_from_label_to_label_and_footers_belong_to_none() -> None:
    reading = reading_of(DEPARTMENT)
    assert [turn.label for turn in reading.turns] == [
        "MR. ORR", "AMBASSADOR HALL", "QUESTION", "AMBASSADOR HALL", "MR. ORR", "QUESTION",
    ]  # fmt: skip
    assert reading.text[reading.turns[1].start : reading.turns[1].end].endswith("It went on until night.")
    assert reading.text[reading.turns[-1].start : reading.turns[-1].end] == "QUESTION: Thank you."


def test_speakers_bear_the_fullest_name_of_the_document() -> None:
    by_label = {turn.label: turn.speaker for turn in reading_of(DEPARTMENT).turns}
    assert by_label == {"MR. ORR": "T.J. Orr", "AMBASSADOR HALL": "Anna B. Hall", "QUESTION": None}


def test_who_steers_and_never_answers_is_the_moderator() -> None:
    roles = [turn.role.value for turn in reading_of(DEPARTMENT).turns]
    assert roles == ["moderator", "principal", "press", "principal", "moderator", "press"]


def test_lost_words_are_counted() -> None:
    assert [turn.inaudible for turn in reading_of(DEPARTMENT).turns] == [0, 1, 0, 1, 0, 0]


@pytest.mark.parametrize("name", CONVENTIONS)
def test_each_convention_is_known_by_its_labels(name: str) -> None:
    reading = reading_of(CONVENTIONS[name])
    assert reading.convention == name
    assert [turn.role.value for turn in reading.turns].count("press") == 2
    assert len(reading.turns) >= 4


def test_outlets_that_speak_once_are_known_by_the_spokesman_beside_them() -> None:
    reading = reading_of("Newswire: Will they meet?\n\nBo Lind: Yes.\n\nDaily Post: When is that?\n\nBo Lind: Soon.\n")
    assert [(turn.label, turn.role.value) for turn in reading.turns] == [
        ("Newswire", "press"),
        ("Bo Lind", "principal"),
        ("Daily Post", "press"),
        ("Bo Lind", "principal"),
    ]


def test_a_label_may_say_that_an_interpreter_speaks() -> None:
    reading = reading_of("QUESTION: Why?\n\nMINISTER OKE (via interpreter): Because.\n")
    assert [turn.label for turn in reading.turns] == ["QUESTION", "MINISTER OKE (via interpreter)"]


@pytest.mark.parametrize(
    "text",
    [
        "The two sides met.\n\nBottom line: they will meet again.\n\nNote: no more is said.\n",
        "No label at all.",
        "双方举行会谈。\n时间：5月13日。\n",
    ],
    ids=["colons", "prose", "chinese"],
)
def test_running_text_has_no_turns(text: str) -> None:
    assert reading_of(text).turns == ()


def test_a_closing_time_belongs_to_no_turn() -> None:
    reading = reading_of("MODERATOR:  Hello.\n\nQ    Why?\n\nMODERATOR:  Bye.\n\n          END   3:57 P.M. EDT\n")
    assert reading.text[: reading.turns[-1].end].endswith("Bye.")


@pytest.mark.parametrize(
    "between",
    ["Trade With Verania/Tariffs", "**Q&A**", "## Questions", "***"],
)
def test_a_heading_between_turns_belongs_to_none(between: str) -> None:
    reading = reading_of(f"MR. ORR: Hello.\n\n{between}\n\nQUESTION: Why?\n\nMR. ORR: So.\n")
    assert next(reading.text[turn.start : turn.end] for turn in reading.turns) == "MR. ORR: Hello."


def test_a_label_that_names_an_office_gets_the_name_that_the_opening_gives() -> None:
    reading = reading_of(
        "Briefing by Paul Renn, Spokesman for the Union\n\nQuestion: Why?\n\nSpokesman: So.\n\nQuestion: When?\n"
    )
    assert reading.turns[1].speaker == "Paul Renn"


BOLD = "**Q. When was it held?**\n\nIt was in May.\n\nWe met twice.\n\n**Q. Where was it held?**\n\nIt was in Holm.\n"


def test_plain_words_after_a_question_that_is_wholly_in_bold_are_a_turn_without_a_label() -> None:
    turns = reading_of(BOLD).turns
    assert [(turn.label, turn.role.value, BOLD[turn.words : turn.end]) for turn in turns] == [
        ("Q", "press", "When was it held?"),
        ("", "principal", "It was in May.\n\nWe met twice."),
        ("Q", "press", "Where was it held?"),
        ("", "principal", "It was in Holm."),
    ]
    assert [exchange.answer_turns for exchange in reading_of(BOLD).exchanges] == [("t2",), ("t4",)]


def test_where_answers_are_labelled_no_turn_is_added() -> None:
    text = "**Q. When?** In spring?\n\nA. In May.\n\n**Q.** Where?\n\nA. In Holm.\n"
    assert all(turn.label for turn in reading_of(text).turns)
