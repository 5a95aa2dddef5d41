"""Bytes to text: encodings, the text rule, front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources.encoding import as_named, decode
from twotrack.sources.front_matter import CAP, front_matter
from twotrack.sources.text import extract_text

CHINESE = "双方就人权问题坦诚交换意见，并同意明年举行下一轮对话。外交部发言人回答了记者提问。"
TRADITIONAL = "雙方就人權問題坦誠交換意見，並同意明年舉行下一輪對話。發言人回答了記者提問。"


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("“Dialogue” – Genève", "utf-8"),
        ("“Dialogue” – Genève", "utf-8-sig"),
        ("“Dialogue” – Genève", "utf-16"),
        (CHINESE, "gb18030"),
        (TRADITIONAL, "big5"),
        ("The “dialogue” was – they said – candid in Genève, and that’s all. " * 3, "cp1252"),
    ],
)
def test_encodings_are_told_apart(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding)) == words


def test_line_ends_nul_and_lone_surrogates_follow_the_text_rule() -> None:
    assert decode("a\r\nb\rc\0".encode("utf-16")) == "a\nb\nc\ufffd"
    assert decode(b"\xff\xfe" + b"a\x00" + b"\x00\xd8" + b"b\x00") == "a\ufffdb"


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused_in_one_line(content: bytes) -> None:
    try:
        text = decode(content)
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        assert text.encode("utf-8").decode("utf-8") == text
        assert "\r" not in text
        assert "\0" not in text


def test_front_matter_stays_in_the_text_and_the_body_begins_after_it() -> None:
    document = extract_text(b"---\ntitle: 'A day''s talks'\ndate: 2030-05-14\n---\nBody.\n")
    assert document.text[document.body :] == "Body.\n"
    assert document.metadata == {"title": "A day's talks", "date": "2030-05-14"}


def test_front_matter_reads_lists_and_folded_strings() -> None:
    text = '---\ntags: [one, "two"]\npeople:\n- Anna\n- Bo\ntitle: "A\\\n  \\ B\\u2019s \\_C"\n---\n'
    found, body = front_matter(text)
    assert found == {"tags": "one, two", "people": "Anna, Bo", "title": "A B\u2019s \u00a0C"}
    assert body == len(text)


@pytest.mark.parametrize(
    "text", ["---\nno end", "--- \na: b\n---\n", "a: b\n---\n", "---\n" + "a: b\n" * CAP + "---\n", "---"]
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert front_matter(text) == ({}, 0)


@given(st.text(alphabet="-a:[]{}'\"\\ux0|>\n &*!", max_size=200))
def test_front_matter_never_fails(inside: str) -> None:
    _, body = front_matter("---\n" + inside + "\n---\n")
    assert body >= 0


@pytest.mark.parametrize(
    "content",
    [b"", b"  \n ", b"---\na: b\n---\n", b"\x00\x01\x02abc", bytes(range(1, 9)) * 40],
    ids=["empty", "blank", "head", "nul", "control"],
)
def test_what_holds_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"empty|binary"):
        extract_text(content)


@pytest.mark.parametrize(
    ("named", "written"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("big5", "big5hkscs"), ("utf-8", "utf-8"), ("utf-8", "gb18030"),
     ("iso-8859-1", "utf-8"), ("nowhere", "utf-8"), ("zlib", "utf-8"), (None, "utf-8")],
)  # fmt: skip
def test_the_encoding_that_a_host_names_holds_where_the_bytes_are_in_it(named: str | None, written: str) -> None:
    words = "我們在會上提到了人權。" if written == "big5hkscs" else "我们在会上提到了人权。"
    assert decode(as_named(words.encode(written), named)) == words


def test_a_short_text_is_read_by_the_encoding_that_the_host_names_not_by_a_guess() -> None:
    words = "会谈"
    assert decode(as_named(words.encode("gb18030"), "gb2312")) == words
    assert decode(as_named(b"caf\xe9", "iso-8859-1")) == "café"
    assert decode(as_named(b"\xff\xfeA\x00", "gbk")) == "A"
