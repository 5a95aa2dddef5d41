"""Files, folders and standard input as sources; what cannot be read as one line."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from twotrack.errors import SourceError
from twotrack.sources import gather as module
from twotrack.sources.formats import extract
from twotrack.sources.gather import gather
from twotrack.sources.raw import Failure, RawSource


def only(place: str) -> RawSource | Failure:
    (found,) = gather([place])
    return found


def failure(place: str) -> str:
    found = only(place)
    assert isinstance(found, Failure)
    assert "\n" not in found.error
    return found.error


def test_a_folder_gives_its_files_sorted_with_those_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.md", ".hidden/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    assert [Path(found.place).relative_to(tmp_path).as_posix() for found in gather([str(tmp_path)])] == [
        "a/1.md",
        "a/2.md",
        "b.txt",
    ]


def test_a_source_bears_place_name_time_and_hash(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    found = only(str(tmp_path / "a.txt"))
    assert isinstance(found, RawSource)
    assert (found.name, found.media_type, found.sha256[:8]) == ("a.txt", "text/plain", "ba7816bf")
    assert found.got_at.utcoffset() is not None


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("words")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    found = list(gather([str(tmp_path)]))
    assert [type(one) for one in found] == [RawSource, Failure]
    assert "link to a folder already read" in str(found[1])


def test_a_bad_place_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    found = list(gather([str(tmp_path / "none.txt"), str(tmp_path / "a.txt")]))
    assert [type(one) for one in found] == [Failure, RawSource]


def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "large.txt").write_text("more than ten")
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(module, "LIMIT", 10)
    assert "does not exist" in failure(str(tmp_path / "none"))
    assert "empty" in failure(str(tmp_path / "empty.txt"))
    assert "larger than" in failure(str(tmp_path / "large.txt"))
    assert "holds no files" in failure(str(tmp_path / "folder"))
    assert "cannot be read" in failure(str(tmp_path / "dangling"))
    assert "no regular file" in failure(str(tmp_path / "pipe"))
    assert "save the page as text first" in failure("https://example.org/a")


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"typed words")))
    found = only("-")
    assert isinstance(found, RawSource)
    assert (found.place, found.content) == ("-", b"typed words")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04 word/document.xml", "Word"),
        (b"PK\x03\x04 other", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        (b"{\\rtf1 a}", "Rich Text"),
        (b"\n<!DOCTYPE html><p>a", "web page"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"SQLite format 3\x00", "database"),
        (b"\x7fELF\x02", "program"),
        (b"a\x00b", "binary"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_formats_are_refused_by_name(content: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(content)
    found = only(str(tmp_path / "a"))
    assert isinstance(found, RawSource)
    with pytest.raises(SourceError, match=what) as refused:
        extract(found)
    assert str(refused.value).startswith(str(tmp_path / "a"))
