"""PDF: paragraphs, repeated lines, refusals; the files are written here by hand."""

import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources.pdf import extract_text


def made(*pages: list[tuple[int, int, str]], info: str = "") -> bytes:
    """A PDF whose pages hold words at places (points from the lower left corner)."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    chinese = "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000"
    chinese = f"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light {chinese} >>]"
    chinese = f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H {chinese} >>"
    for at, lines in enumerate(pages):
        stream = "".join(f"BT /F1 10 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
        box = f"/MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R /F2 {chinese} >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {5 + 2 * at} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
    objects.append(f"<< {info} >>")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    size = len(objects) + 1
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF".encode()


def in_chinese(words: str) -> str:
    """Words for `made`, in the font that has Chinese."""
    return f") Tj /F2 10 Tf <{words.encode('utf-16-be').hex()}> Tj /F1 10 Tf ("


def locked(content: bytes, user: bytes = b"") -> bytes:
    """A PDF as a program encrypts it (ISO 32000-1, 7.6.3, revision 2): it opens with the user's password."""
    filled = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded = (user + filled)[:32]
    owner = _rc4(hashlib.md5(filled).digest()[:5], padded)
    key = hashlib.md5(padded + owner + b"\xff\xff\xff\xff" + b"ID").digest()[:5]

    def sealed(match: re.Match[bytes]) -> bytes:
        number = int(match[1]).to_bytes(3, "little") + b"\0\0"
        return match[0][: -len(match[2])] + _rc4(hashlib.md5(key + number).digest()[:10], match[2])

    out = re.sub(rb"(?s)(\d+) 0 obj\n<< /Length \d+ >>\nstream\n(.*?)(?=endstream)", sealed, content)
    entry = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <{owner.hex()}> /U <{_rc4(key, filled).hex()}> >>"
    return out.replace(b"/Info", f"/ID [<4944> <4944>] {entry} /Info".encode())


def _rc4(key: bytes, content: bytes) -> bytes:
    state, at, out = list(range(256)), 0, bytearray()
    for one in range(256):
        at = (at + state[one] + key[one % len(key)]) % 256
        state[one], state[at] = state[at], state[one]
    at = 0
    for number, byte in enumerate(content, 1):
        one = number % 256
        at = (at + state[one]) % 256
        state[one], state[at] = state[at], state[one]
        out.append(byte ^ state[(state[one] + state[at]) % 256])
    return bytes(out)


def drawn(operators: str, *others: list[tuple[int, int, str]]) -> bytes:
    """A PDF whose first page is drawn by these operators, and has no words."""
    return made([(0, 0, f") Tj ET {operators} BT (")], *others)


FULL = "the two sides spoke at length about the law and the courts in Tarn and"


def test_lines_of_a_paragraph_are_joined_and_labels_begin_lines() -> None:
    lines = [(50, 700, "MS. HALL: " + FULL), (50, 688, FULL), (50, 676, "agreed."), (50, 652, "QUESTION: When?")]
    assert extract_text(made(lines)).text == f"MS. HALL: {FULL} {FULL} agreed.\n\nQUESTION: When?"


def test_a_line_that_ends_early_after_a_full_stop_ends_a_paragraph() -> None:
    lines = [(50, 700, FULL), (50, 688, "agreed."), (50, 676, "Q: " + FULL), (50, 664, FULL)]
    assert extract_text(made(lines)).text == f"{FULL} agreed.\n\nQ: {FULL} {FULL}"


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "whole"),
    [
        ("informa", "tion", "", "information"),
        ("twenty", "two", "twenty-two", "twenty-two"),
        ("public", "private", "private and public", "public-private"),
        ("there", "by", "thereby by there", "thereby"),
        ("non", "Aldmark", "", "non-Aldmark"),
    ],
    ids=["parted", "with a hyphen elsewhere", "of two words", "in one elsewhere", "name"],
)
def test_a_hyphen_at_a_line_s_end_goes_where_the_line_made_it(
    before: str, after: str, elsewhere: str, whole: str
) -> None:
    lines = [(50, 700, f"{FULL} {before}-"), (50, 688, f"{after} {FULL}"), (50, 676, f"so {elsewhere}.")]
    assert extract_text(made(lines)).text == f"{FULL} {whole} {FULL} so {elsewhere}."


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "双方在塔恩市举行了人权对话并就法律和法院问题交换了意见"
    lines = [(50, 700, in_chinese(line)), (50, 688, in_chinese(line)), (50, 676, in_chinese("会谈。"))]
    assert extract_text(made(lines)).text == f"{line}{line}会谈。"


def test_a_file_that_opens_without_a_password_is_read_though_it_is_encrypted() -> None:
    assert extract_text(locked(made([(50, 700, FULL)]))).text == FULL


def test_a_file_that_opens_with_a_password_alone_is_refused() -> None:
    with pytest.raises(SourceError, match="password"):
        extract_text(locked(made([(50, 700, FULL)]), user=b"secret"))


def test_pages_numbered_in_roman_figures_lose_them() -> None:
    pages = [
        [(50, 700, f"{FULL} {word}."), (300, 20, at)] for at, word in (("iv", "one"), ("v", "two"), ("vi", "three"))
    ]
    assert {line.split()[-1] for line in extract_text(made(*pages)).text.split("\n\n")} == {"one.", "two.", "three."}


def test_a_file_most_of_whose_pages_are_pictures_is_refused() -> None:
    picture = [(0, 0, ") Tj ET q 90 0 0 90 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q BT (")]
    with pytest.raises(SourceError, match="2 of 3 pages are scanned"):
        extract_text(made([(50, 700, FULL)], picture, picture))


def test_heads_and_numbers_that_every_page_has_are_dropped() -> None:
    pages = [
        [(50, 780, "Ministry"), (50, 700, f"Page text {FULL} {word}."), (300, 20, str(at))]
        for at, word in enumerate(("one", "two", "three"), 1)
    ]
    text = extract_text(made(*pages)).text
    assert "Ministry" not in text
    assert [line[-4:] for line in text.split("\n\n")] == ["one.", "two.", "ree."]


def test_a_head_that_only_one_page_has_is_kept() -> None:
    pages = [[(50, 780, head), (50, 700, FULL)] for head in ("Alpha", "Beta", "Gamma")]
    assert "Beta" in extract_text(made(*pages)).text


def test_title_and_day_come_from_the_file() -> None:
    found = extract_text(made([(50, 700, "a")], info="/Title (Round nine) /CreationDate (D:20300514120000Z)"))
    assert found.metadata == {"title": "Round nine", "date": "2030-05-14"}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (made([]), "blank"),
        (drawn("0 0 90 90 re f"), "drawings"),
        (drawn("q 90 0 0 90 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q"), "scanned"),
        (b"%PDF-1.7\n", "damaged"),
        (b"", "damaged"),
    ],
    ids=["blank", "drawn", "scanned", "cut", "empty"],
)
def test_what_cannot_be_read_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        extract_text(content)


@settings(max_examples=60)
@given(st.integers(0, 700), st.binary(max_size=8))
def test_any_damage_gives_a_document_or_a_refusal(at: int, noise: bytes) -> None:
    good = made([(50, 700, "words")])
    try:
        extract_text(good[:at] + noise + good[at + len(noise) :])
    except SourceError as error:
        assert "\n" not in str(error)
