"""How alike two names are, and in which way. All persons are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.record.names.likeness import Way, best_match, match_of

WAYS = [
    ("高志远", "高志远", Way.SAME),
    ("Gao Zhi Yuan", "GAO Zhiyuan", Way.MARKS),
    ("Gāo Zhìyuǎn", "Gao Zhiyuan", Way.MARKS),
    ("Nguyễn Văn Hoà", "Nguyễn Văn Hòa", Way.MARKS),
    ("劉曉東", "刘晓东", Way.CHARACTERS),
    ("林晟", "Lin Sheng", Way.SCRIPT),
    ("单立人", "Shan Liren", Way.SCRIPT),
    ("尉迟敬文", "Yuchi Jingwen", Way.SCRIPT),
    ("Lyu Wenqing", "吕文清", Way.SCRIPT),
    ("Lín Yí", "林怡", Way.SCRIPT),
    ("ئىلھام قۇربان", "伊力哈木·库尔班", Way.KNOWN),
    ("洛桑丹增", "Lobsang Tenzin", Way.KNOWN),
    ("བཀྲ་ཤིས་རྡོ་རྗེ", "Tashi Dorje", Way.KNOWN),
    ("Zhiyuan Gao", "高志远", Way.ORDER),
    ("Memet Tursun", "Tursun Memet", Way.TURNED),
    ("Kao Chih-yüan", "高志远", Way.RESPELLED),
    ("Wong Chi-ming", "黄志明", Way.RESPELLED),
    ("林怡", "林毅", Way.SOUND),
    ("Lín Yí", "Lín Yì", Way.SOUND),
    ("林怡", "Lín Yì", Way.SOUND),
    ("Nguyễn Văn Bài", "Nguyễn Văn Bại", Way.SOUND),
    ("Nguyen Hoa", "Nguyễn Văn Hòa", Way.PART),
    ("Алексей Петрович Зимов", "Aleksei Zimov", Way.PART),
    ("Li Wenhua", "Li Wenhau", Way.SPELLING),
    ("Александр Сомов", "Alexander Somov", Way.SPELLING),
    ("巴哈尔古丽·铁木尔", "Bahargul Tomur", Way.HEARD),
]
APART = [
    ("王建国", "王建军"),
    ("Wang Jianguo", "Wang Jianjun"),
    ("Li Wei", "Wei Ming"),
    ("Zhang", "Zhang Xiaoming"),
    ("Nguyen", "Nguyễn Văn Hòa"),
    ("Memet Eli", "Memetjan Omer"),
    ("Ilsa Tarn", "Teo Marrend"),
    ("", "Ilsa Tarn"),
    ("...", "。"),
]


@pytest.mark.parametrize(("one", "other", "way"), WAYS, ids=[f"{one} - {other}" for one, other, _ in WAYS])
def test_two_names_match_in_a_way_whichever_is_asked(one: str, other: str, way: Way) -> None:
    there, back = match_of(one, other), match_of(other, one)
    assert there is not None
    assert back is not None
    assert (there.way, back.way) == (way, way)


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_that_are_apart_do_not_match(one: str, other: str) -> None:
    assert match_of(one, other) is None
    assert match_of(other, one) is None


def test_the_same_letters_are_no_match_where_the_characters_differ() -> None:
    found = best_match(("林怡", "Lin Yi"), ("林毅", "Lin Yi"))
    assert found is not None
    assert found.way is Way.SOUND
    assert not found.firm


def test_one_name_of_several_is_enough() -> None:
    found = best_match(("柳青山", "白鹿"), ("Bai Lu",))
    assert found is not None
    assert (found.name, found.way) == ("白鹿", Way.SCRIPT)


@pytest.mark.parametrize("part", ["洛桑", "wong chi-", "Zhang ", "ئىلھام ", "a", "བཀྲ་", "'"])
def test_a_text_without_end_is_compared_by_its_beginning(part: str) -> None:
    found = match_of(part * 100_000, part * 90_000)
    assert found is None or found.score > 0


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_asked_about(one: str, other: str) -> None:
    found, back = match_of(one, other), match_of(other, one)
    assert (found and found.way) == (back and back.way)
