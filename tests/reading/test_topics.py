"""Topics: themes by their words, who raised them, and at which meeting."""

import pytest

from twotrack.reading.finders import read
from twotrack.reading.topics import themes_in
from twotrack.reading.word_lists import rows
from twotrack.sources.raw import Document

BRIEFING = """Briefing on the Aldmark-Verania Human Rights Dialogue
May 15, 2030

Ministry of Foreign Affairs of Aldmark

MINISTER HALL: We met yesterday and today. {words}

QUESTION: {asked}

MINISTER HALL: I have nothing for you on that.
"""


def themes(words: str, asked: str = "Thank you.") -> dict[str, tuple[str | None, str | None]]:
    document = Document(text=BRIEFING.format(words=words, asked=asked), extractor="text/1")
    reading = read(document, source="a.txt", sha256="0" * 64)
    return {one.theme: (one.raised_by, one.meeting) for one in reading.topics}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We raised religious freedom and torture.", {"religion": ("Aldmark", "m1"), "torture": ("Aldmark", "m1")}),
        ("We discussed the death penalty.", {"death-penalty": ("both", "m1")}),
        ("They raised racial discrimination.", {"racial-discrimination": ("Verania", "m1")}),
        ("We discussed the treatment of detainees.", {"prisons": ("both", "m1")}),
        (
            "We discussed the independence of the judiciary and the role of lawyers.",
            {"judicial-independence": ("both", "m1")},
        ),
        (
            "The Veranian side raised racism. It also criticized the use of torture.",
            {"racial-discrimination": ("Verania", "m1"), "torture": ("Verania", "m1")},
        ),
        (
            "We raised torture, and Verania raised racial discrimination.",
            {"torture": ("Aldmark", "m1"), "racial-discrimination": ("Verania", "m1")},
        ),
        ("Torture was raised by our Veranian counterparts.", {"torture": ("Verania", "m1")}),
        ("With Verania we raised torture.", {"torture": ("Aldmark", "m1")}),
        (
            "The delegation of Verania complained about racial discrimination.",
            {"racial-discrimination": ("Verania", "m1")},
        ),
        ("We did not raise the death penalty.", {}),
        ("The death penalty was not discussed.", {}),
        ("The weather was good and the food was fine.", {}),
    ],
)
def test_a_theme_is_told_by_its_words_with_who_raised_it(words: str, expected: dict[str, tuple[str, str]]) -> None:
    assert themes(words) == expected


def test_a_theme_only_asked_about_has_no_raiser() -> None:
    assert themes("It was good.", "Was freedom of expression discussed?") == {"expression": (None, "m1")}


def test_a_theme_of_a_site_visit_belongs_to_the_visit() -> None:
    assert themes("Today we visited the juvenile court in Sarnholm to discuss juvenile justice.")["children"][1] == "m2"


def test_every_theme_has_words_and_every_word_a_theme() -> None:
    known = {row[0] for row in rows("themes.tsv")}
    assert {row[0] for row in rows("theme_words.tsv")} == known
    assert {row[0] for row in rows("theme_words_european.tsv")} <= known


@pytest.mark.parametrize("theme", [row[0] for row in rows("theme_words.tsv")])
def test_every_phrase_of_a_theme_tells_it(theme: str) -> None:
    (english, han) = next(row[1:] for row in rows("theme_words.tsv") if row[0] == theme)
    typed = [
        phrase.replace("_ ", "").replace("*", "").replace("?", "").replace("['’]", "’").replace("[’']", "’")
        for phrase in [*english.split(";"), *han.split(";")]
        if phrase
    ]
    assert [words for words in typed if not themes_in(words)] == []


@pytest.mark.parametrize(
    ("theme", "matching", "other"),
    [
        ("arbitrary-detention", ["wrongfully detained", "political prisoners"], ["detention of goods"]),
        ("trafficking", ["trafficking in persons"], ["trafficking in chemicals"]),
        ("labour", ["labor rights", "labour issues"], ["the labor market party"]),
        ("women", ["women’s rights"], ["women came"]),
        ("elections-participation", ["competitive and inclusive elections"], ["the election of a chair"]),
        ("minorities", ["涉藏问题", "Tibetans", "minorités", "少數民族"], ["minor points"]),
        ("religion", ["宗教自由", "Religionsfreiheit", "liberté religieuse"], ["with religious zeal"]),
        ("torture", ["Folter", "ill-treatment", "酷刑"], ["tortoise"]),
        ("international-cooperation", ["Universal Periodic Review"], ["cooperation"]),
    ],
)
def test_the_words_of_a_theme_match_what_they_must_and_no_more(
    theme: str, matching: list[str], other: list[str]
) -> None:
    assert [words for words in matching if theme not in themes_in(words)] == []
    assert [words for words in other if theme in themes_in(words)] == []


@pytest.mark.parametrize(
    "words", ["the National Commission for Minorities", "the Disabled Persons’ Federation", "民族事务委员会"]
)
def test_the_name_of_a_body_is_no_theme(words: str) -> None:
    assert themes_in(f"It took part with {words}.") == {}
