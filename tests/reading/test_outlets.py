"""Whether words name an outlet."""

import pytest

from twotrack.reading.outlets import is_outlet, known_outlets
from twotrack.reading.word_lists import rows


@pytest.mark.parametrize(
    "words",
    [
        "the Daily Post",
        "AFP",
        "Le Monde",
        "Die Welt",
        "La Vanguardia",
        "Hürriyet",
        "Liman Ajansı",
        "Ostmärkische Abendzeitung",
        "Rheinische Depeschen-Agentur",
        "Fjordkureren",
        "Kurier Wieczorny",
        "Агентство Норд",
        "新华社",
        "《港都日报》",
        "海峽電視台",
        "共同通信",
        "読売新聞",
        "한강일보",
        "L'Écho des Quais",
    ],
)
def test_a_name_of_the_trade_is_an_outlet(words: str) -> None:
    assert is_outlet(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ana Ruiz",
        "Petra",
        "Lena Stern",
        "La Ministre",
        "Kerem Yalın",
        "张华",
        "旅行社团",
        "公司",
        "记者会",
        "Ironwood",
        "MJ",
        "NATO",
        "DOJ",
    ],
)
def test_a_person_s_name_or_another_word_is_none(words: str) -> None:
    assert not is_outlet(words)


def test_the_list_has_two_fields_a_line_and_no_name_twice() -> None:
    names = [name for row in rows("outlets.tsv") for name in row[0].split(";")]
    assert {len(row) for row in rows("outlets.tsv")} == {2}
    assert len(known_outlets()) == len(set(names))
    assert all(name == name.strip() and len(name) > 1 for name in names)
