"""Files, folders and standard input as sources; what cannot be read as one line."""

import io
import os
import socket
import stat
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from twotrack.sources import gather as module
from twotrack.sources.gather import count, gather
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


def test_what_will_be_come_upon_is_counted_beforehand(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("words")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    places = [str(tmp_path), str(tmp_path / "gone"), str(tmp_path / "in" / "a.txt")]
    assert count(places) == len(list(gather(places))) == 4


def test_a_bad_place_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    found = list(gather([str(tmp_path / "none.txt"), str(tmp_path / "a.txt")]))
    assert [type(one) for one in found] == [Failure, RawSource]


def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "large.txt").write_text("more than ten")
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    monkeypatch.setattr(module, "SOURCE", 10)
    assert "does not exist" in failure(str(tmp_path / "none"))
    assert "empty" in failure(str(tmp_path / "empty.txt"))
    assert "larger than" in failure(str(tmp_path / "large.txt"))
    assert "holds no files" in failure(str(tmp_path / "folder"))
    assert "no such file" in failure(str(tmp_path / "dangling"))
    assert "symbolic links" in failure(str(tmp_path / "loop"))
    assert "does not exist" in failure("a\0b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes among its files")
def test_pipes_sockets_and_devices_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
    assert "is a pipe" in failure(str(tmp_path / "pipe"))
    assert "is a socket" in failure(str(tmp_path / "socket"))
    assert "is a device" in failure("/dev/zero")


def test_a_pipe_that_takes_the_place_of_a_file_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(module, "_KINDS", ())
    monkeypatch.setattr(stat, "S_ISREG", lambda _: True)  # as if it had been a file when it was looked at
    assert "empty" in failure(str(tmp_path / "pipe"))


def test_a_large_file_is_refused_by_its_size_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(1_000_000_000)
    tracemalloc.start()
    assert "larger than 50 MB" in failure(str(tmp_path / "large.txt"))
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no such rights")
def test_a_folder_without_rights_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("words")
    (tmp_path / "b.txt").write_text("words")
    if os.geteuid() == 0:  # root may read all: the system refuses as it would
        real = Path.iterdir

        def refused(path: Path) -> Iterator[Path]:
            if path.name == "a":
                raise PermissionError(13, "Permission denied")
            return iter(list(real(path)))

        monkeypatch.setattr(Path, "iterdir", refused)
    else:
        (tmp_path / "a").chmod(0)
    found = list(gather([str(tmp_path)]))
    assert [type(one) for one in found] == [Failure, RawSource]
    assert "permission denied" in str(found[0])


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_names_that_are_no_utf8_or_command_a_terminal_are_read_and_shown_as_escapes(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"two\nlines.txt", b"esc\x1b[2J.txt"):
        (tmp_path / os.fsdecode(name)).write_text("words")
    found = list(gather([str(tmp_path)]))
    assert all(isinstance(one, RawSource) for one in found)
    assert [one.place.rsplit("/", 1)[1] for one in found] == ["caf\\xe9.txt", "esc\\x1b[2J.txt", "two\\x0alines.txt"]
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("")
    empty = next(gather([str(tmp_path)]))
    assert isinstance(empty, Failure)
    assert "caf\\xe9.txt is empty" in empty.error


def test_a_file_that_vanishes_is_said(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_text("words")
    sources = gather([str(tmp_path)])
    next(sources)
    (tmp_path / "b").unlink()
    assert [type(one) for one in sources] == [Failure, RawSource]


def test_a_folder_is_read_as_it_is_walked_and_nothing_is_held(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_bytes(b"words " * 200_000)
    tracemalloc.start()
    assert sum(1 for _ in gather([str(tmp_path)])) == 40
    assert tracemalloc.get_traced_memory()[1] < 8_000_000
    tracemalloc.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="audits the opening of files")
def test_nothing_is_opened_for_writing(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "words")
    written: list[object] = []
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            written.append(arguments[0])

    sys.addaudithook(hook)
    assert [type(one) for one in gather([str(tmp_path)])] == [RawSource]
    watching.clear()
    assert [path for path in written if path != os.devnull] == []


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"typed words")))
    found = only("-")
    assert isinstance(found, RawSource)
    assert (found.place, found.content) == ("-", b"typed words")


def test_standard_input_that_is_shut_or_too_large_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert "no standard input" in failure("-")
    monkeypatch.setattr(module, "SOURCE", 10)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(bytes(10**6))))
    assert "larger than" in failure("-")
