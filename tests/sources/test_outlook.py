"""Outlook mails: a small OLE storage is written here, its streams by MS-OXMSG."""

import struct
from collections.abc import Mapping

import pytest
from compressed_rtf import compress
from hypothesis import given
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources import mail
from twotrack.sources.formats import media_type
from twotrack.sources.outlook import attachments, extract_text

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


Tree = Mapping[str, "bytes | Tree"]


def made(tree: Tree) -> bytes:
    """An OLE file of streams and storages, each stream as long as no mini stream may be (4096 bytes, filled up)."""
    blocks: list[bytes] = []
    entries = [b""]
    starts = 1 + (_count(tree) + 4) // 4  # sectors of the table and of the folder go before

    def added(within: Tree) -> int:
        """The number of the first entry of a storage, the others linked from it."""
        numbers = range(len(entries), len(entries) + len(within))
        entries.extend(b"" for _ in within)
        for number, (name, value) in zip(numbers, within.items(), strict=True):
            other = number + 1 if number + 1 in numbers else FREE
            if isinstance(value, bytes):
                fill = b"\0" * 4096 if name.startswith("__prop") else " ".encode("utf-16-le") * 2048
                size = max(4096, len(value) + -len(value) % 512)
                entries[number] = _entry(name, 2, other, FREE, starts + sum(map(len, blocks)) // 512, size)
                blocks.append((value + fill)[:size])
            else:
                entries[number] = _entry(name, 1, other, added(value), 0, 0)
        return numbers.start if within else FREE

    entries[0] = _entry("Root Entry", 5, FREE, added(tree), END, 0)
    fat = [FAT, *range(2, starts), END]
    for block in blocks:
        fat += [*range(len(fat) + 1, len(fat) + len(block) // 512), END]
    folder = b"".join(entries)
    folder += b"\0" * (-len(folder) % 512)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return head + struct.pack("<128I", *fat, *[FREE] * (128 - len(fat))) + folder + b"".join(blocks)


def _count(tree: Tree) -> int:
    return sum(1 if isinstance(value, bytes) else 1 + _count(value) for value in tree.values())


def _entry(name: str, kind: int, other: int, child: int, start: int, size: int) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    numbers = struct.pack("<HBBIII16x4x16xIQ", len(wide), kind, 1, FREE, other, child, start, size)
    return wide.ljust(64, b"\0") + numbers


def wide(words: str) -> bytes:
    return words.encode("utf-16-le")


def test_body_subject_and_day_are_read() -> None:
    day = struct.pack("<IIQ", 0x00390040, 6, 135_000_000_000_000_000)
    found = extract_text(
        made(
            {
                "__substg1.0_1000001F": "MS. HALL: Yes.\r\n".encode("utf-16-le"),
                "__substg1.0_0037001F": "Round nine".encode("utf-16-le"),
                "__properties_version1.0": b"\0" * 32 + day,
            }
        )
    )
    assert found.text == "MS. HALL: Yes."
    assert found.metadata == {"title": "Round nine", "date": "2028-10-19T00:00:00+00:00"}


def test_the_page_is_read_where_there_is_no_plain_text() -> None:
    assert extract_text(made({"__substg1.0_10130102": b"<p>Words".ljust(4096)})).text == "Words"


def test_rich_text_is_read_where_there_is_nothing_else() -> None:
    rich = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 MS. HALL: \'93Yes.\'94\par Q: \u20154?\u20107? \par}"
    assert extract_text(made({"__substg1.0_10090102": compress(rich)})).text == "MS. HALL: “Yes.”\nQ: 人事"


def test_files_and_mails_within_a_mail_are_given() -> None:
    inner: Tree = {
        "__substg1.0_1000001F": wide("Inner words"),
        "__substg1.0_0037001F": wide("Liste für Tarn"),
        "__substg1.0_0C1A001F": wide("Ilsa Tarn"),
        "__attach_version1.0_#00000000": {"__substg1.0_37010102": b"b" * 4096, "__substg1.0_3707001F": wide("b.pdf")},
    }
    one: Tree = {"__substg1.0_37010102": b"a" * 4096, "__substg1.0_3707001F": wide("a.pdf")}
    tree: Tree = {
        "__substg1.0_1000001F": wide("Outer"),
        "__attach_version1.0_#00000000": one,
        "__attach_version1.0_#00000001": {"__substg1.0_3701000D": inner},
    }
    first, second = attachments(made(tree))
    assert (first.name, first.content) == ("a.pdf", b"a" * 4096)
    assert (second.name, media_type(second.content)) == ("Liste für Tarn.eml", "message/rfc822")
    found = mail.extract_text(second.content)
    assert (found.text, found.metadata) == ("Inner words", {"title": "Liste für Tarn", "author": "Ilsa Tarn"})
    assert [one.name for one in mail.attachments(second.content)] == ["b.pdf"]


def test_mails_within_one_another_without_end_are_given_to_a_depth() -> None:
    tree: Tree = {"__substg1.0_1000001F": wide("Words")}
    for _ in range(7):
        tree = {"__attach_version1.0_#00000000": {"__substg1.0_3701000D": tree}, "__substg1.0_1000001F": wide("Words")}
    assert len(attachments(made(tree))) == 1


def test_a_mail_without_attachments_gives_none() -> None:
    assert attachments(made({"__substg1.0_1000001F": b"a\0"})) == []


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        (b"", "damaged"),
        (made({"WordDocument": b"a"}), "old Office"),
        (made({"EncryptedPackage": b"a"}), "password"),
        (made({"__substg1.0_10090102": b"a"}), "Rich Text is damaged"),
        (made({"__substg1.0_0037001F": b"a\0"}), "without text"),
    ],
    ids=["cut", "empty", "doc", "encrypted", "rtf", "no text"],
)
def test_what_cannot_be_read_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        extract_text(content)


@given(st.integers(0, 2000), st.binary(max_size=8))
def test_any_damage_gives_a_document_or_a_refusal(at: int, noise: bytes) -> None:
    good = made({"__substg1.0_1000001F": b"a\0"})
    try:
        extract_text(good[:at] + noise + good[at + len(noise) :])
    except SourceError as error:
        assert "\n" not in str(error)
