"""All kinds of bad input in one run of `twotrack read`: a line each, at the end, and the others are read."""

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from hosts import Host, serving
from twotrack.cli import run

GOOD = "MS. TEVE: They met on 13 March 2031.\n"
MADE = {  # name -> bytes, and words that the line about it must hold ("" where it is read)
    "01-empty.txt": (b"", "is empty"),
    "02-blank.txt": (b" \n\n", "is empty"),
    "03-binary.txt": (bytes(range(256)) * 40, "binary"),
    "04-cut.pdf": (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "PDF"),
    "05-cut.docx": (b"PK\x03\x04" + bytes(40), "archive"),
    "06-picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(60), "picture"),
    "07-page.txt": (b"<!doctype html><title>T</title><p>They met on 13 March 2031.", ""),
    "08-chinese.txt": ("问：会谈何时举行？\n\n答：双方于2031年3月13日举行了会谈。\n".encode("gb18030"), ""),
    "09-latin.txt": ("MS. TEVE: La délégation a été reçue le 13 mars 2031.\n".encode("cp1252"), ""),
    "10-good.txt": (GOOD.encode(), ""),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (content, _) in MADE.items():
        (tmp_path / name).write_bytes(content)
    with (tmp_path / "11-huge.txt").open("wb") as file:
        file.truncate(1_000_000_000)
    (tmp_path / "12-locked.zip").write_bytes(_locked())
    (tmp_path / "13-fifo").unlink(missing_ok=True)
    os.mkfifo(tmp_path / "13-fifo")
    return tmp_path


def _locked() -> bytes:
    """An archive whose one file says that it is encrypted."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", GOOD)
    content = bytearray(held.getvalue())
    for signature, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flag] |= 1
    return bytes(content)


def test_each_is_a_line_and_the_others_are_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "--format", "json", "--only", "dates", "--jobs", "1", str(folder)]) == 1
    said = capsys.readouterr()
    lines = {Path(one["source"]).name: one for one in map(json.loads, said.out.splitlines())}
    for name, (_, words) in MADE.items():
        if words:
            assert words in lines[name]["error"]
    assert "larger than" in lines["11-huge.txt"]["error"]
    assert "encrypted" in next(one["error"] for name, one in lines.items() if "a.txt" in name or "locked" in name)
    assert "pipe" in lines["13-fifo"]["error"]
    for name in ("07-page.txt", "08-chinese.txt", "10-good.txt"):
        assert [date["edtf"] for date in lines[name]["dates"]] == ["2031-03-13"]
    heading, *told = said.err.splitlines()
    assert heading.endswith("documents could not be read:")
    assert len(told) == sum("error" in one for one in lines.values())


def test_a_loop_of_redirects_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    moved = {"/a": (302, {"Location": "/b"}, b""), "/b": (302, {"Location": "/a"}, b"")}
    with serving(Host("127.0.0.1", moved)) as host:
        assert run(["read", "--private-address", host.at("/a", "127.0.0.1")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "loop" in line


def test_an_address_of_another_kind_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "ftp://talks.example/a"]) == 1
    assert "http or https" in capsys.readouterr().err
