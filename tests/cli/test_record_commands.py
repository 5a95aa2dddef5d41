"""The record's commands as a person uses them; what they say fits one line and holds no word of a document."""

import json
from pathlib import Path

import pytest

from commands import Twotrack

BRIEFING = """MR. HOLLIN: Good afternoon. Here is Director Ashby.

DIRECTOR ASHBY: Thank you. We met yesterday and today in Dunmarrow. We raised the case of Tamsin Orrel, who is detained.

QUESTION: Did they answer?

DIRECTOR ASHBY: I'm not going to get into the details.
"""


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    path = tmp_path / "briefing.txt"
    path.write_text(BRIEFING)
    return path


def only_line(text: str) -> str:
    lines = text.strip().splitlines()
    assert len(lines) == 1, lines
    assert len(lines[0]) < 300
    return lines[0]


def test_init_prints_a_recovery_key_once_and_makes_a_record_that_checks(twotrack: Twotrack, tmp_path: Path) -> None:
    said = twotrack("init", record=tmp_path / "new")
    assert said.status == 0
    assert "Recovery key" in said.out
    assert twotrack("check", record=tmp_path / "new").status == 0


def test_a_wrong_passphrase_is_refused_in_one_line(twotrack: Twotrack, tmp_path: Path) -> None:
    (tmp_path / "wrong").write_text("not this one\n")
    said = twotrack("check", passphrase_file=tmp_path / "wrong")
    assert said.status == 1
    assert "wrong passphrase" in only_line(said.err)


def test_ingest_twice_says_already_there(twotrack: Twotrack, briefing: Path) -> None:
    assert "proposals wait" in twotrack("ingest", "--public", str(briefing)).out
    assert "already there" in twotrack("ingest", "--public", str(briefing)).out


def test_documents_are_confidential_unless_said_otherwise(twotrack: Twotrack, briefing: Path) -> None:
    assert "confidential" in twotrack("ingest", str(briefing)).out


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 200, b"%PDF-1.7 x", b"PK\x03\x04" + b"\x00" * 60])
def test_a_bad_document_is_one_line_and_the_good_one_goes_in(
    twotrack: Twotrack, briefing: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a-bad").write_bytes(content)
    said = twotrack("ingest", str(tmp_path / "a-bad"), str(tmp_path / "missing.txt"), str(briefing))
    assert said.status == 1
    first, *failed = said.err.strip().splitlines()
    assert "2 of 3 documents could not be read" in first
    assert len(failed) == 2
    assert "proposals wait" in said.out


def test_the_terms_of_a_document_are_kept(twotrack: Twotrack, briefing: Path) -> None:
    assert twotrack("ingest", "--public", "--terms", "free", str(briefing)).status == 0
    said = twotrack("ingest", "--public", "--terms", "anything", str(briefing))
    assert said.status == 2
    assert "quote-only" in only_line(said.err)


def test_review_lists_shows_and_decides(twotrack: Twotrack, briefing: Path) -> None:
    twotrack("ingest", "--public", str(briefing))
    rows = [json.loads(line) for line in twotrack("review", "--format", "json").out.splitlines()]
    assert rows
    assert all(BRIEFING[one["start"] : one["end"]] == one["quote"] for row in rows for one in row["passages"])
    said = twotrack("review", "reject", rows[0]["id"])
    assert said.status == 0
    left = [json.loads(line)["id"] for line in twotrack("review", "--format", "json").out.splitlines()]
    assert rows[0]["id"] not in left


def test_review_shows_who_may_be_meant_and_why(twotrack: Twotrack, briefing: Path, tmp_path: Path) -> None:
    twotrack("ingest", "--public", str(briefing))
    rows = [json.loads(line) for line in twotrack("review", "--format", "json").out.splitlines()]
    twotrack("review", "accept", next(row["id"] for row in rows if row["kind"] == "case"))
    (tmp_path / "later.txt").write_text("We raised the case of Tamsyn Orrel, who is detained.")
    twotrack("ingest", "--public", str(tmp_path / "later.txt"))
    rows = [json.loads(line) for line in twotrack("review", "--format", "json").out.splitlines()]
    case = next(row["id"] for row in rows if row["kind"] == "case")
    assert "perhaps: " in twotrack("review", "show", case).out
    there = json.loads(twotrack("review", "show", case, "--format", "json").out)["already_there"]
    assert [one["verdict"] for one in there] == ["perhaps"]
    assert "Tamsyn Orrel / Tamsin Orrel: spelt alike" in there[0]["why"]


def test_decisions_by_file_name_the_bad_line_and_hold_the_others(
    twotrack: Twotrack, briefing: Path, tmp_path: Path
) -> None:
    twotrack("ingest", "--public", str(briefing))
    rows = [json.loads(line) for line in twotrack("review", "--format", "json").out.splitlines()]
    lines = [
        "not json",
        json.dumps({"id": rows[0]["id"], "decision": "reject"}),
        json.dumps({"id": "x", "decision": "accept"}),
    ]
    (tmp_path / "decisions.jsonl").write_text("\n".join(lines))
    said = twotrack("review", "--decisions", str(tmp_path / "decisions.jsonl"))
    assert said.status == 1
    assert [line[:17] for line in said.err.splitlines()] == ["twotrack: line 1:", "twotrack: line 3:"]
    assert f"{rows[0]['id']}: reject" in said.out


def test_a_note_is_kept_in_confidence_and_leaves_no_plain_word(twotrack: Twotrack, tmp_path: Path) -> None:
    assert "confidential" in twotrack("note", given="Quarrelbird was said in the corridor").out
    for path in (tmp_path / "record").rglob("*"):
        assert not path.is_file() or b"Quarrelbird" not in path.read_bytes()


def test_a_name_that_nobody_has_is_refused_without_repeating_it(twotrack: Twotrack) -> None:
    said = twotrack("clear", "-", "--as", "name", given="Quarrelbird Fenn\nbecause it helps")
    assert said.status == 1
    assert "Quarrelbird" not in only_line(said.err)


def test_forget_needs_a_word_where_nobody_can_be_asked(twotrack: Twotrack) -> None:
    said = twotrack("forget", "0b5e1c9a-7d5f-4c1e-9a53-2f6f0f6a9d10", "--why", "request")
    assert said.status == 1
    assert "no such entry" in only_line(said.err)


def test_wrong_use_is_one_line_and_status_two(twotrack: Twotrack) -> None:
    said = twotrack("clear")
    assert said.status == 2
    assert "--help" in only_line(said.err)


def test_a_fault_of_the_program_shows_no_words(twotrack: Twotrack, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("Quarrelbird Fenn")

    monkeypatch.setattr("twotrack.record.check.check", broken)
    said = twotrack("check")
    assert said.status == 1
    assert "ValueError" in only_line(said.err)
    assert "Quarrelbird" not in said.err


def test_backup_restore_and_rekey(twotrack: Twotrack, briefing: Path, tmp_path: Path) -> None:
    twotrack("ingest", str(briefing))
    assert twotrack("backup", str(tmp_path / "copy.tar")).status == 0
    (tmp_path / "new").write_text("another nine ducks\n")
    assert twotrack("rekey", "--all", "--new-passphrase-file", str(tmp_path / "new")).status == 0
    assert twotrack("check").status == 1
    assert twotrack("check", passphrase_file=tmp_path / "new").status == 0
    assert twotrack("restore", str(tmp_path / "copy.tar"), record=tmp_path / "restored").status == 0
    assert "All rules hold" in twotrack("check", record=tmp_path / "restored").out


def test_users_are_added_and_the_last_with_clearance_stays(twotrack: Twotrack, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("eleven blue chairs\n")
    assert twotrack("user", "add", "intern", "--password-file", str(tmp_path / "password")).status == 0
    assert "intern: reviewer, without clearance" in twotrack("user", "list").out
    assert twotrack("user", "disable", "keeper").status == 0
    assert "last one with clearance" in twotrack("user", "disable", "officer").err


def test_a_passphrase_file_that_is_not_there_is_one_line(twotrack: Twotrack, tmp_path: Path) -> None:
    assert "cannot be read" in only_line(twotrack("check", passphrase_file=tmp_path / "gone").err)


@pytest.mark.parametrize(
    "words",
    [
        ("review", "show", "nosuch"),
        ("review", "list", "--source", "nosuch"),
        ("review", "edit", "nosuch", "--data", "notjson"),
        ("ingest", "--public", "--dialogue", "nosuch", "x"),
    ],
    ids=" ".join,
)
def test_what_is_no_id_or_no_json_is_said_as_such(twotrack: Twotrack, words: tuple[str, ...]) -> None:
    said = twotrack(*words)
    assert said.status in (1, 2)
    assert "fault of this program" not in said.err
    assert len(said.err.strip().splitlines()) == 1
