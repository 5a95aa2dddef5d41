"""Archives: their files as sources, one bad file no reason to stop, bombs and names that reach elsewhere contained."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from twotrack.errors import SourceError
from twotrack.sources import limits
from twotrack.sources.archive import members
from twotrack.sources.gather import gather
from twotrack.sources.names import inner
from twotrack.sources.raw import Failure, Member, RawSource


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def found(tmp_path: Path, content: bytes) -> dict[str, str]:
    """What gather finds in an archive: place below it -> its text, or its error with a cross before it."""
    (tmp_path / "a.zip").write_bytes(content)
    out = {}
    for one in gather([str(tmp_path / "a.zip")]):
        place = one.place.removeprefix(str(tmp_path) + "/")
        out[place] = one.content.decode() if isinstance(one, RawSource) else f"x {one.error.removeprefix(one.place)}"
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
    return out


def test_files_of_an_archive_are_sources_with_paths_below_it(tmp_path: Path) -> None:
    inner_archive = zipped({"b.txt": b"inner words"})
    assert found(tmp_path, zipped({"notes/a.txt": b"words", "deep.zip": inner_archive, "notes/": b""})) == {
        "a.zip/notes/a.txt": "words",
        "a.zip/deep.zip/b.txt": "inner words",
    }


def test_an_archive_within_two_others_stays_shut(tmp_path: Path) -> None:
    nest = zipped({"d.txt": b"words"})
    for _ in range(2):
        nest = zipped({"in.zip": nest})
    (error,) = found(tmp_path, nest).values()
    assert "too deep" in error


def test_a_mail_in_an_archive_is_kept_though_its_parser_fails(tmp_path: Path) -> None:
    mail = b"From: a@example.org\r\nMessage-ID: <1@example.org>\r\nSubject: talks\r\n\r\nwords\r\n"
    assert next(iter(found(tmp_path, zipped({"m.eml": mail})))) == "a.zip/m.eml"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Windows\\a.txt", "Windows/a.txt"),
        ("c:a.txt", "a.txt"),
        ("a/../../b.txt", "a/b.txt"),
        ("..\\..\\b.txt", "b.txt"),
        ("\\\\host\\share\\b.txt", "host/share/b.txt"),
        ("a\x1b[2J\n.txt", "a\\x1b[2J\\x0a.txt"),
        ("a\u202etxt.exe", "a\\u202etxt.exe"),
        ("..", "unnamed"),
        ("会议/记录.txt", "会议/记录.txt"),
    ],
)
def test_a_name_says_where_a_file_lay_and_leads_nowhere(name: str, shown: str) -> None:
    assert inner(name) == shown


def test_names_that_reach_elsewhere_are_names_alone(tmp_path: Path) -> None:
    assert list(found(tmp_path, zipped({"../../out.txt": b"words", "/root.txt": b"words"}))) == [
        "a.zip/out.txt",
        "a.zip/root.txt",
    ]


def test_names_in_an_old_encoding_are_read() -> None:
    content = zipped({"XXXXXXXXXXXX.txt": b"words"}).replace(b"X" * 12, "人权对话记录".encode("gbk"))
    (member,) = members(content)
    assert isinstance(member, Member)
    assert member.name == "人权对话记录.txt"


def test_links_folders_and_what_systems_leave_are_passed_over() -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        for name in ("__MACOSX/a.txt", ".DS_Store", "in/.hidden", "in/Thumbs.db", "a.txt"):
            archive.writestr(name, "words")
    assert [one.name for one in members(out.getvalue()) if isinstance(one, Member)] == ["a.txt"]


def test_a_damaged_an_encrypted_and_an_empty_file_are_said_and_the_others_read(tmp_path: Path) -> None:
    content = bytearray(
        zipped({"bad.txt": b"words" * 9, "locked.txt": b"w", "empty.txt": b"", "good.txt": b"good"}, zipfile.ZIP_STORED)
    )
    content[content.index(b"words")] ^= 1
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(b"locked.txt", content.index(mark)) - (30 if flags == 6 else 46)
        if flags == 8:
            at = content.rindex(b"locked.txt") - 46
        struct.pack_into("<H", content, at + flags, 1)
    errors = found(tmp_path, bytes(content))
    assert "damaged" in errors["a.zip/bad.txt"]
    assert "encrypted" in errors["a.zip/locked.txt"]
    assert "empty" in errors["a.zip/empty.txt"]
    assert errors["a.zip/good.txt"] == "good"


def test_a_flat_bomb_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    errors = found(tmp_path, zipped({"bomb.txt": b"a" * 49_000_000, "good.txt": b"good"}))
    assert "200 times its size" in errors["a.zip/bomb.txt"]
    assert errors["a.zip/good.txt"] == "good"


def test_a_file_that_lies_about_its_size_gives_no_more_than_it_says() -> None:
    content = bytearray(zipped({"bomb.txt": b"a" * 20_000_000}))
    at = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 24, 500)
    (one,) = members(bytes(content))
    assert isinstance(one, Failure)


def test_many_files_that_share_their_bytes_stop_at_the_budget() -> None:
    text = os.urandom(500).hex().encode() * 500  # grows less than the ratio that is suspicious
    content = zipped({f"{number}.txt": text for number in range(30)})
    with pytest.raises(SourceError, match="unfolds to more than"):
        list(members(content, budget=5_000_000))


def test_archives_within_an_archive_share_its_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED", 1_500_000)
    part = zipped({"a.txt": os.urandom(300_000).hex().encode()})
    errors = found(tmp_path, zipped({f"{number}.zip": part for number in range(4)}))
    assert sum(error.startswith("x") for error in errors.values()) in {3, 4}


def test_too_many_files_are_refused() -> None:
    with pytest.raises(SourceError, match="more than 2,000 files"):
        list(members(zipped({f"{number}.txt": b"a" for number in range(2_001)}, zipfile.ZIP_STORED)))


@pytest.mark.parametrize(
    "content", [zipped({"a.txt": b"words" * 99})[:-30], b"PK\x03\x04" + bytes(60)], ids=["cut", "noise"]
)
def test_a_damaged_archive_is_refused_in_one_line(content: bytes, tmp_path: Path) -> None:
    (error,) = found(tmp_path, content).values()
    assert "damaged or cut-off" in error


def test_an_empty_archive_is_refused(tmp_path: Path) -> None:
    (error,) = found(tmp_path, zipped({})).values()
    assert "holds no files" in error


@pytest.mark.parametrize("seed", range(60))
def test_no_damage_to_an_archive_ends_in_anything_but_a_line(seed: int) -> None:
    content = bytearray(zipped({"a.txt": b"words " * 50, "b/c.txt": b"more words " * 20}))
    for number in range(6):
        content[(seed * 7919 + number * 104_729) % len(content)] ^= 1 << (seed + number) % 8
    try:
        list(members(bytes(content)))
    except SourceError as error:
        assert str(error).isprintable()
