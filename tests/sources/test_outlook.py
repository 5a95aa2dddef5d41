"""Outlook mails: a small OLE storage is written here, its streams by MS-OXMSG."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources.outlook import attachments, extract_text

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def made(streams: dict[str, bytes]) -> bytes:
    """An OLE file with streams in its root, each as long as no mini stream may be (4096 bytes, filled with spaces)."""
    blocks, fat, entries = [], [FAT, 2, END], [_entry("Root Entry", 5, 1 if streams else FREE, END, 0)]
    while len(fat) < 1 + (len(streams) + 4) // 4:
        fat[-1:] = [len(fat), END]
    fat[1:] = [*range(2, 1 + (len(streams) + 4) // 4), END]
    for at, (name, data) in enumerate(streams.items(), 1):
        size = max(4096, len(data) + -len(data) % 512)
        fill = b"\0" * 4096 if name.startswith("__prop") else " ".encode("utf-16-le") * 2048
        entries.append(_entry(name, 2, at + 1 if at < len(streams) else FREE, len(fat), size))
        fat += [*range(len(fat) + 1, len(fat) + size // 512), END]
        blocks.append((data + fill)[:size])
    folder = b"".join(entries)
    folder += b"\0" * (-len(folder) % 512)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return head + struct.pack("<128I", *fat, *[FREE] * (128 - len(fat))) + folder + b"".join(blocks)


def _entry(name: str, kind: int, other: int, start: int, size: int) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    right, child = (FREE, other) if kind == 5 else (other, FREE)
    return wide.ljust(64, b"\0") + struct.pack("<HBBIII16x4x16xIQ", len(wide), kind, 1, FREE, right, child, start, size)


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
    assert found.metadata == {"title": "Round nine", "date": "2028-10-19T00:00:00"}


def test_the_page_is_read_where_there_is_no_plain_text() -> None:
    assert extract_text(made({"__substg1.0_10130102": b"<p>Words".ljust(4096)})).text == "Words"


def test_a_mail_without_attachments_gives_none() -> None:
    assert attachments(made({"__substg1.0_1000001F": b"a\0"})) == []


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        (b"", "damaged"),
        (made({"WordDocument": b"a"}), "old Office"),
        (made({"EncryptedPackage": b"a"}), "password"),
        (made({"__substg1.0_10090102": b"a"}), "Rich Text"),
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
