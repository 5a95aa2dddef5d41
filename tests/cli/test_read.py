"""`twotrack read` in the terminal and as JSON: what is in documents, and nothing kept."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from commands import Said
from twotrack.cli import run
from twotrack.cli.plain import plain
from twotrack.reading.as_json import schema

BRIEFING = """Briefing on the Aldmark–Verania Human Rights Dialogue
March 13, 2031

MS. TEVE: Good afternoon. Here is Minister Edda Marlow.

MINISTER MARLOW: Thank you. We met yesterday and today in Sarnholm. We raised the case of Ilka Doran, who is detained.

QUESTION: Did they say where she is?

MINISTER MARLOW: I am not going to get into that.
"""

Read = Callable[..., Said]


@pytest.fixture
def read(capsys: pytest.CaptureFixture[str]) -> Read:
    def call(*arguments: object) -> Said:
        status = run(["read", *map(str, arguments)])
        said = capsys.readouterr()
        return Said(status=status, out=said.out, err=said.err)

    return call


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    path = tmp_path / "briefing.txt"
    path.write_text(BRIEFING)
    return path


def test_the_ledger_comes_in_the_order_in_which_one_asks(read: Read, briefing: Path) -> None:
    said = read(briefing)
    titles = ["The meeting", "Took part", "Persons at issue", "Promised", "Asked", "Themes", "Other meetings"]
    places = [said.out.index(f"\n{title}") for title in titles]
    assert said.status == 0
    assert places == sorted(places)
    assert "12 to 13 March 2031" in said.out
    assert "possible, not reviewed" in said.out
    assert "4 turns, marked by the convention state-department" in said.out


def test_what_is_not_found_is_said_to_be_not_stated(read: Read, tmp_path: Path) -> None:
    (tmp_path / "empty-of-findings.txt").write_text("Nothing of the kind stands here.\n")
    said = read(tmp_path / "empty-of-findings.txt").out
    assert said.count("not stated in this document") == 8
    assert "No turns" in said


@pytest.mark.parametrize("columns", [24, 40, 57, 80])
def test_no_line_is_wider_than_the_pipe(
    read: Read, columns: int, monkeypatch: pytest.MonkeyPatch, briefing: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    (tmp_path / "zh.txt").write_text(
        "外交部发言人答记者问\n\n2031年3月13日\n\n问：第三轮人权对话昨天结束。请介绍有关情况。\n\n答：好。\n" * 1
    )
    for path in (briefing, tmp_path / "zh.txt"):
        for line in read(path).out.splitlines():
            assert sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line) <= columns
            assert line == line.rstrip()


def test_a_document_cannot_command_the_terminal(read: Read, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\x1b]0;owned\x07\x1b[31mA \u202etitle\n\nMINISTER \u2066X: We met.\n")
    said = read(tmp_path / "a.txt")
    assert not {"\x1b", "\x07", "\u202e", "\u2066", "\x9b"} & set(said.out)
    assert plain("a\u202eb\x1b[0m\x00c\nd") == "ab[0mc d"


def test_json_is_one_object_a_line_and_failures_stand_in_their_place(
    read: Read, briefing: Path, tmp_path: Path
) -> None:
    said = read(tmp_path / "gone.txt", briefing, "--format", "json")
    failure, reading = (json.loads(line) for line in said.out.splitlines())
    assert said.status == 1
    assert set(failure) == {"source", "error"}
    assert reading["source"] == str(briefing)
    jsonschema.validate(reading, schema())


def test_a_bad_document_never_stops_the_others(read: Read, briefing: Path, tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 40)
    said = read(tmp_path / "noise", tmp_path / "gone.txt", briefing)
    assert said.status == 1
    heading, *lines = said.err.splitlines()
    assert "2 of 3" in heading
    assert [str(tmp_path / name) in line for name, line in zip(("noise", "gone.txt"), lines, strict=True)] == [True] * 2
    assert "The meeting" in said.out


def test_a_fault_of_a_finder_is_a_line_without_words(
    read: Read, briefing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("Quarrelbird")

    monkeypatch.setattr("twotrack.cli.jobs.read", broken)
    said = read(briefing)
    assert said.status == 1
    assert "ValueError" in said.err
    assert "Quarrelbird" not in said.err


def test_only_what_is_asked_for_is_looked_for(read: Read, briefing: Path) -> None:
    data = json.loads(read(briefing, "--format", "json", "--only", "dates").out)
    assert data["dates"]
    assert not data["exchanges"]
    said = read(briefing, "--only", "exchanges").out
    assert "Asked" in said
    assert "Promised" not in said


def test_an_unknown_finder_is_refused_with_those_there_are(read: Read, briefing: Path) -> None:
    said = read(briefing, "--only", "dates,weather")
    assert said.status == 2
    assert "weather" in said.err
    assert "commitments" in said.err


def test_many_processes_find_the_same_in_the_same_order(read: Read, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"{BRIEFING}\n" + "MINISTER MARLOW: We met in Sarnholm.\n\n" * 900)
    (tmp_path / "2b.txt").write_text("")
    alone, many = (read(tmp_path, "--format", "json", "--jobs", jobs).out for jobs in (1, 2))
    assert alone == many
    assert len(alone.splitlines()) == 5


def test_reading_keeps_nothing(read: Read, briefing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    read(briefing)
    assert [path.name for path in tmp_path.iterdir()] == ["briefing.txt"]


def test_a_file_name_that_is_no_utf8_is_still_one_line_of_json(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text(BRIEFING)
    except OSError:
        pytest.skip("this file system takes UTF-8 alone")
    assert json.loads(read(path, "--format", "json").out)["title"].startswith("Briefing")
