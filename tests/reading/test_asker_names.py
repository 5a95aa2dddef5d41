"""Names and outlets as labels bear them."""

import pytest

from twotrack.reading.asker_names import of_label, person
from twotrack.reading.outlets import is_outlet


@pytest.mark.parametrize(
    ("label", "name", "outlet"),
    [
        ("Q. Anna Velt (Meridian News)", "Anna Velt", "Meridian News"),
        ("Journalist (AFP)", None, "AFP"),
        ("AFP", None, "AFP"),
        ("Tarn Television", None, "Tarn Television"),
        ("Anna Velt", "Anna Velt", None),
        ("Anna Velt, Daily Post", "Anna Velt", "Daily Post"),
        ("ANNA VELT", "Anna Velt", None),
        ("法新社记者", None, "法新社"),
        ("法新社记者李明", "李明", "法新社"),
        ("李明（法新社记者）", "李明", "法新社"),
        ("Question (Anna Velt, Seven News)", "Anna Velt", "Seven News"),
        ("Question (Kit Velt)", "Kit Velt", None),
        ("Frage Brandes", "Brandes", None),
        ("FRAGE KERN", "Kern", None),
        ("ZUSATZFRAGE DR. OSTEN (Tarner Zeitung)", "Dr. Osten", "Tarner Zeitung"),
        ("Anna Velt – AFP", "Anna Velt", "AFP"),
        ("Anna Velt from AFP", "Anna Velt", "AFP"),
        ("Le Courrier de Holm", None, "Le Courrier de Holm"),
        ("《明天》周刊记者", None, "《明天》周刊"),
        ("SORU (Posta Gazetesi)", None, "Posta Gazetesi"),
        ("Вопрос (газета «Порт»)", None, "Порт"),
        ("共同通信 三田記者", "三田", "共同通信"),
        ("フリーランス 大庭氏", "大庭", None),
        ("Lord Holm", "Holm", None),
        ("Anna Velt, Daily Post (via video)", "Anna Velt", "Daily Post"),
    ],
)
def test_a_label_says_who_asks(label: str, name: str | None, outlet: str | None) -> None:
    asker = of_label(label)
    assert asker is not None
    assert (asker.name, asker.outlet) == (name, outlet)


@pytest.mark.parametrize(
    "label",
    [
        "Q",
        "QUESTION",
        "QUESTION (via interpreter)",
        "Journalist",
        "记者",
        "SORU",
        "Вопрос",
        "問",
        "J.S.",
        "Zuruf",
        "女记者",
        "Journalist 1",
    ],
)
def test_a_label_may_say_no_more_than_that_somebody_asks(label: str) -> None:
    assert of_label(label) is None


@pytest.mark.parametrize("words", ["AFP", "Daily Post", "Reuters", "Tarn Television"])
def test_outlets_are_known_by_their_words(words: str) -> None:
    assert is_outlet(words)
    assert person(words) is None


@pytest.mark.parametrize(
    ("words", "certain", "name"),
    [
        ("Mr. Bo Lind", False, "Bo Lind"),
        ("Because", True, None),
        ("Department", True, None),
        ("Jordan", True, "Jordan"),
        ("Jordan", False, None),
    ],
)
def test_known_words_are_no_names(words: str, certain: bool, name: str | None) -> None:
    assert person(words, certain=certain) == name
