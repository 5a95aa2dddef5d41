"""Who asks, and for which outlet."""

import pytest

from typed_text import reading_of


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("I am Ana Ruiz from the Daily Post. Why?", "Ana Ruiz", "Daily Post"),
        ("Ana Ruiz. I work for the Daily Post. Why?", "Ana Ruiz", "Daily Post"),
        ("Hi, Ana Ruiz, Daily Post. Why?", "Ana Ruiz", "Daily Post"),
        ("Hello, Ana from Newswire. Why?", "Ana", "Newswire"),
        ("My name is Ana Ruiz. Why?", "Ana Ruiz", None),
        ("Thank you, Secretary. Why?", None, None),
        ("In Tarn, the court of appeal met. Why?", None, None),
    ],
)
def test_a_turn_introduces_its_asker(words: str, name: str | None, outlet: str | None) -> None:
    (exchange,) = reading_of(f"MR. ORR: Hello.\n\nQUESTION: {words}\n\nMR. ORR: So.\n").exchanges
    assert (exchange.asker, exchange.outlet) == (name, outlet)


def test_who_was_called_on_asks_until_the_next_is_called() -> None:
    reading = reading_of(
        "MODERATOR: Next, we’ll go to Ana Ruiz with the Daily Post.\n\nQ Why now?\n\nMR. ORR: Because.\n\nQ And who?\n\n"
        "MR. ORR: We.\n\nMODERATOR: Our last question will go to Bo Lind with Newswire.\n\nQ What then?\n\nMR. ORR: Nothing.\n"
    )
    assert [exchange.asker for exchange in reading.exchanges] == ["Ana Ruiz", "Ana Ruiz", "Bo Lind"]
    assert reading.turns[1].speaker == "Ana Ruiz"
