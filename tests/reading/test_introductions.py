"""How one who asks introduces themselves."""

import pytest

from twotrack.reading.introductions import introduced


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("Hi, Ana Ruiz, Daily Post. Two questions.", "Ana Ruiz", "Daily Post"),
        ("Thanks. This is Ana with Reuters. When?", "Ana", "Reuters"),
        ("Again this Hyeon, VOA. Thank you.", "Hyeon", "VOA"),
        ("Luc Arnaud for AFP. Two questions.", "Luc Arnaud", "AFP"),
        ("Bonjour, Claire Aubin, Le Courrier de Holm. Quand ?", "Claire Aubin", "Le Courrier de Holm"),
        ("Mein Name ist Anna Kern, Tarner Zeitung. Wann?", "Anna Kern", "Tarner Zeitung"),
        ("Ana Luz, de El Heraldo. ¿Cuándo?", "Ana Luz", "El Heraldo"),
        ("你好，我是路透社記者周日昇。渡輪會不會停航？", "周日昇", "路透社"),
        ("My name is Ana Ruiz. When?", "Ana Ruiz", None),
    ],
)
def test_first_words_introduce(words: str, name: str | None, outlet: str | None) -> None:
    own = introduced(words, frozenset())
    assert own is not None
    assert (own.name, own.outlet) == (name, outlet)


@pytest.mark.parametrize(
    "words", ["", "Thank you, Ana. When?", "Is the President of Tarn here?", "This week, what is new?"]
)
def test_other_words_do_not(words: str) -> None:
    assert introduced(words, frozenset()) is None
