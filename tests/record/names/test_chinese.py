"""Chinese names in Latin letters."""

import pytest

from twotrack.record.names import chinese


@pytest.mark.parametrize(
    ("surname", "reading"),
    [
        ("单", "shan"), ("区", "ou"), ("曾", "zeng"), ("查", "zha"), ("乐", "yue"), ("仇", "qiu"), ("解", "xie"),
        ("尉迟", "yuchi"), ("万俟", "moqi"),
    ],
)  # fmt: skip
def test_a_surname_is_read_as_a_surname_first(surname: str, reading: str) -> None:
    assert chinese.pinyin_of(surname + "明华")[0] == (reading, "minghua")


def test_every_reading_of_a_character_is_kept() -> None:
    assert {reading[1] for reading in chinese.pinyin_of("何晟")} == {"cheng", "sheng", "jing"}


def test_traditional_characters_and_dots_become_simplified_and_one_dot() -> None:
    assert chinese.simplified("伊力哈木•庫爾班") == "伊力哈木·库尔班"


@pytest.mark.parametrize(("letters", "is_one"), [("zhiyuan", True), ("lu", True), ("tursun", False), ("", False)])
def test_syllables_of_pinyin_are_known(letters: str, is_one: bool) -> None:
    assert chinese.is_pinyin(letters) is is_one


def test_a_name_in_wade_giles_is_read_as_every_pinyin_it_may_be() -> None:
    assert ("gao", "zhiyuan") in chinese.from_wade_giles([["kao"], ["chih", "yuan"]])
    assert chinese.from_wade_giles([["tursun"]]) == []


def test_a_transliteration_is_read_by_the_names_in_it_or_not_at_all() -> None:
    assert chinese.in_known_names("洛桑丹增") == ["lobsang", "tenzin"]
    assert chinese.in_known_names("洛桑明") == []
