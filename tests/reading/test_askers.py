"""Who asks, and for which outlet."""

import pytest

from typed_text import reading_of


def askers(*turns: str) -> list[tuple[str | None, str | None]]:
    return [(one.asker, one.outlet) for one in reading_of("\n\n".join(turns)).exchanges]


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("I am Ana Ruiz from the Daily Post. Why?", "Ana Ruiz", "Daily Post"),
        ("Thank you. Ana Ruiz from the Daily Post newspaper. Why?", "Ana Ruiz", "Daily Post"),
        ("Hey, Ana Ruiz from AP here. Why?", "Ana Ruiz", "AP"),
        ("I’m Ana Ruiz, I’m with Reuters. Why?", "Ana Ruiz", "Reuters"),
        ("I am from the Daily Post. My name is Ana Ruiz. Why?", "Ana Ruiz", "Daily Post"),
        ("Ana Ruiz. I work for the Daily Post. Why?", "Ana Ruiz", "Daily Post"),
        ("Hi, Ana Ruiz, Daily Post. Why?", "Ana Ruiz", "Daily Post"),
        ("Hello, Ana from Newswire. Why?", "Ana", "Newswire"),
        ("Ana Ruiz here, from Ostmark Radio. Why?", "Ana Ruiz", "Ostmark Radio"),
        ("Thank you for this. Ana Ruiz with the Daily Post. Why?", "Ana Ruiz", "Daily Post"),
        ("I’m with Highland Wire, my name is Ana Ruiz. Why?", "Ana Ruiz", "Highland Wire"),
        ("My name is Ana Ruiz. Why?", "Ana Ruiz", None),
        ("Thank you, Secretary. Why?", None, None),
        ("In Tarn, the court of appeal met. Why?", None, None),
    ],
)
def test_a_turn_introduces_its_asker(words: str, name: str | None, outlet: str | None) -> None:
    assert askers("MR. ORR: Hello.", f"QUESTION: {words}", "MR. ORR: So.") == [(name, outlet)]


def test_who_was_called_on_asks_until_the_next_is_called() -> None:
    reading = reading_of(
        "MODERATOR: Next, we’ll go to Ana Ruiz with the Daily Post.\n\nQ Why now?\n\nMR. ORR: Because.\n\nQ And who?\n\n"
        "MR. ORR: We.\n\nMODERATOR: Our last question will go to Bo Lind with Newswire.\n\nQ What then?\n\nMR. ORR: Nothing.\n"
    )
    assert [exchange.asker for exchange in reading.exchanges] == ["Ana Ruiz", "Ana Ruiz", "Bo Lind"]
    assert reading.turns[1].speaker == "Ana Ruiz"


def test_who_was_called_on_asks_no_more_once_somebody_unnamed_is() -> None:
    called = (
        "MR. ORR: Go ahead, Ana.",
        "Q Why now?",
        "MR. ORR: We had to, and so we did it then. In the back.",
        "Q Who else was there?",
    )
    assert askers(*called) == [("Ana", None), (None, None)]


def test_of_two_press_turns_in_a_row_the_second_is_another_s() -> None:
    assert askers("MR. ORR: Go ahead, Ana.", "Q Why now?", "Q Who was there?", "MR. ORR: We were.") == [
        ("Ana", None),
        (None, None),
    ]


def test_of_two_called_on_the_second_comes_next() -> None:
    called = (
        "MR. ORR: Ana, and then Bo.",
        "Q Why now?",
        "MR. ORR: We had to.",
        "Q Who was there?",
        "MR. ORR: All of us.",
    )
    assert askers(*called) == [("Ana", None), ("Bo", None)]


def test_an_answer_names_the_one_who_asked() -> None:
    assert askers("MR. ORR: So.", "Q Why now?", "MR. ORR: Thanks, Ana. We had to.") == [("Ana", None)]


def test_nobody_is_called_by_an_official_s_name() -> None:
    assert askers("MR. ORR: Over to you, Mr. Hall.", "MR. HALL: Yes.", "Q Why now?", "MR. HALL: Thanks, Hall.") == [
        (None, None)
    ]


def test_a_name_given_in_answer_is_no_call() -> None:
    asked = ("MR. ORR: So.", "Q Who is leading the talks?", "MR. ORR: Ana.", "Q Why is she?", "MR. ORR: She can.")
    assert askers(*asked) == [(None, None), (None, None)]


def test_the_ministry_s_label_is_the_outlet() -> None:
    text = "法新社记者：会谈何时举行？\n\n林安：下周。\n\n路透社记者：由谁率团？\n\n林安：由司长率团。\n"
    assert askers(text) == [(None, "法新社"), (None, "路透社")]


def test_a_call_of_one_who_answers_holds_for_the_next_turn_only_where_that_goes_on() -> None:
    said = "MR. ORR: The road was shut on Monday, and it will open in a week or two. Go ahead, Ana."
    answer = "MR. ORR: The mayor of Tarn shut it after the flood."
    asked = ("QUESTION: Is the road open?", said, "QUESTION: Who shut it?", answer)
    assert askers("MR. ORR: Hello.", *asked, "QUESTION: And when was that?", "MR. ORR: In May.")[-1] == ("Ana", None)
    assert askers("MR. ORR: Hello.", *asked, "QUESTION: Is the envoy back?", "MR. ORR: No.")[-1] == (None, None)


def test_a_call_holds_where_another_adds_to_the_answer_before() -> None:
    assert askers(
        "MR. ORR: Hello.",
        "QUESTION: Is the road open?",
        "MR. ORR: It is shut.",
        "MS. VALE: Thanks. Let’s go to Zena Mill with Newswire.",
        "MR. ORR: " + "And I will add one more point, that the mayor of Tarn has asked for sand. " * 2,
        "QUESTION: Who shut it?",
        "MR. ORR: The mayor.",
    )[-1] == ("Zena Mill", "Newswire")


def test_a_first_name_is_filled_up_from_an_earlier_call_with_an_outlet() -> None:
    assert askers(
        "MODERATOR: Amy Lott at Inside Health. Amy, you’re still muted. We’ll try you later. Next we go to Bo Lind.",
        "QUESTION: Is the road open?",
        "MR. ORR: It is shut.",
        "MODERATOR: All right, let’s go back to you, Amy.",
        "QUESTION: Who shut it?",
        "MR. ORR: The mayor.",
    ) == [("Bo Lind", None), ("Amy Lott", "Inside Health")]


def test_an_official_who_asks_what_was_meant_is_answered_by_whoever_asked() -> None:
    said = (
        "MR. ORR: The road was shut after the flood, and it will open in a week or two. Was that what you were asking?"
    )
    asked = (
        "MR. ORR: Go ahead, Ana.",
        "Q Is the road open?",
        said,
        "Q Thanks. It was.",
        "MR. ORR: Good.",
        "Q When was that?",
    )
    assert askers(*asked, "MR. ORR: In May.")[-1] == ("Ana", None)


def test_one_who_was_helped_to_ask_is_still_the_one_called_on() -> None:
    called = (
        "MODERATOR: Next, Ana Ruiz with Newswire.",
        "Q Hi, can you hear me?",
        "MODERATOR: Yes.",
        "Q Hi. Who shut the road?",
    )
    assert askers(*called, "MR. ORR: The mayor.") == [("Ana Ruiz", "Newswire")]


def test_a_label_that_is_a_given_name_is_filled_up_by_what_its_turns_say() -> None:
    text = (
        "Arvin Tol, Spokesperson: Yes, Kavi.\n\nKavi: Sir, this is Kavi from Deccan Wire. When is the round?\n\n"
        "Arvin Tol, Spokesperson: In May.\n\nKavi: And where will it be?\n\nArvin Tol, Spokesperson: In Holm.\n"
    )
    assert askers(text) == [("Kavi", "Deccan Wire")] * 2


def test_a_colleague_who_answers_was_not_called_on_to_ask() -> None:
    said = (
        "THE PRESIDENT: You would have to ask Dora. Dora?",
        "DR. VANE: It was put off.",
        "Q Who asked for it to be put off?",
    )
    assert askers("THE PRESIDENT: Hello.", "Q Is he going there?", *said, "THE PRESIDENT: They did.")[-1] == (
        None,
        None,
    )
