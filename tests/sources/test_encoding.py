"""Bytes to characters: marks, UTF-16 by its NULs, labels, legacy Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources import encoding
from twotrack.sources.encoding import decode, decode_as

SIMPLIFIED = (
    "塔恩代表团昨天同奥斯特马克外交部举行第四轮人权对话，双方坦诚地交换了意见，并同意明年春天再次会面。"
    "发言人说，代表团递交了一份名单，询问三名律师的下落，对方答应在数月之内答复。"
    "记者问起少数民族语言教学的情况，她没有直接回答，只说有关部门正在研究。"
)
TRADITIONAL = (
    "塔恩代表團昨天同奧斯特馬克外交部舉行第四輪人權對話，雙方坦誠地交換了意見，並同意明年春天再次會面。"
    "發言人說，代表團遞交了一份名單，詢問三名律師的下落，對方答應在數月之內答覆。"
    "記者問起少數民族語言教學的情況，她沒有直接回答，只說有關部門正在研究。"
)


@pytest.mark.parametrize(("text", "codec"), [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5")])
@pytest.mark.parametrize("length", [12, 30, 400])
def test_legacy_chinese_is_known_from_few_characters(text: str, codec: str, length: int) -> None:
    slices = [(text * 5)[begin : begin + length] for begin in range(0, len(text), 4)]
    right = sum(decode(one.encode(codec)) == one for one in slices)
    assert right == len(slices)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("両国は人権対話を行った。次回は来年に開かれる予定である。", "shift_jis"),
        ("両国は人権対話を行った。次回は来年に開かれる予定である。", "euc_jp"),
        ("양국은 인권 대화를 가졌다. 다음 회의는 내년에 열린다.", "euc_kr"),
        ("Стороны обсудили вопросы прав человека и договорились о встрече.", "cp1251"),
        ("Le dialogue a été franc – « très franc » – a-t-elle déclaré à Genève.", "cp1252"),
    ],
)
def test_other_legacy_encodings_are_known(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("text", ["Q: Did you raise it?\nA: We did.\n", SIMPLIFIED + "\n", "问：8 月\n" * 9])
def test_utf16_needs_no_mark(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


def test_an_english_head_does_not_hide_what_follows() -> None:
    text = "TRANSCRIPT\n" * 9_000 + SIMPLIFIED
    assert decode(text.encode("gb18030")) == text


def test_one_broken_character_does_not_spoil_a_long_text() -> None:
    content = (TRADITIONAL * 9).encode("big5")
    assert decode(content[:-1]).startswith(TRADITIONAL * 8)


@pytest.mark.parametrize(
    "content",
    [b"\x00\x01\x02abc", bytes(range(256)) * 4, b"\x81" * 400],
    ids=["nul", "all bytes", "one byte"],
)
def test_what_fits_no_encoding_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"binary|no encoding"):
        decode(content)


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("gb2312", "gb18030", "前总理朱镕基的镕字不在旧表里"),
        ("GBK", "gb18030", "囍"),
        ("big5", "big5hkscs", "港澳的啲字"),
        ("iso-8859-1", "cp1252", "“quoted” – words"),
        ("us-ascii", "utf-8", "naïve"),
        ("latin1", "utf-8", "“UTF-8” in truth"),
        ("ks_c_5601-1987", "cp949", "똠방각하"),
        ("shift_jis", "cp932", "①番"),
        (' "UTF-8" ', "utf-8", "naïve"),
        ("iso-2022-jp", "iso2022_jp", "人権"),
        ("x-unknown", "utf-8", "naïve"),
        ("utf-8", "gb18030", SIMPLIFIED),
        ("gb2312", "utf-8-sig", SIMPLIFIED),
    ],
)
def test_labels_mean_what_the_web_means_by_them(label: str, codec: str, text: str) -> None:
    assert decode_as(text.encode(codec), label) == text


def test_every_label_names_a_codec_that_exists() -> None:
    encoding.load()


@given(
    st.binary(max_size=200), st.sampled_from(["gb2312", "big5", "utf-16", "latin1", "hz", "iso-2022-jp", "utf-7", ""])
)
def test_any_bytes_under_any_label_are_text_by_the_rule_or_refused(content: bytes, label: str) -> None:
    try:
        text = decode_as(content, label)
    except SourceError as error:
        assert str(error).isprintable()
    else:
        assert text == encoding.clean(text)
