"""`check` finds what was altered behind the ledger's back, one tampering a test."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connections

from makers import MadeRecord, ingest_made
from twotrack.record import releases
from twotrack.record.check import check, extent
from twotrack.record.decisions import decide
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Outcome, Party, Person, Proposal, Release, User
from twotrack.record.public import public_record
from twotrack.record.publication import decide_publication
from twotrack.record.releases import halves, release
from twotrack.vocabulary import DecisionKind, PublicationForm


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


@pytest.fixture
def full(record: MadeRecord) -> MadeRecord:
    """A record with a source, its proposals and what accepting a case made."""
    ingest_made(PUBLIC, by=officer())
    decide(Proposal.objects.using(PUBLIC).get(section="cases"), DecisionKind.ACCEPT, by=officer())
    return record


def run(sql: str, alias: str = PUBLIC) -> None:
    """Raw SQL, as somebody with the key would use it."""
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute(sql)


def rules() -> set[str]:
    return {fault.rule for fault in check()}


def test_an_untouched_record_has_no_fault(full: MadeRecord) -> None:
    assert rules() == set()


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ("UPDATE record_sourcechunk SET content = x'00'", "bytes match hashes"),
        ("UPDATE record_passage SET quote = 'other words'", "quotes match texts"),
        ("UPDATE record_sourcetext SET text = replace(text, 'detained', 'at large')", "quotes match texts"),
        ("UPDATE record_statement SET value = 'released' WHERE value = 'detained'", "rows match the log"),
        ("UPDATE record_logentry SET action = 'change' WHERE number = 2", "the log's chain is whole"),
        ("UPDATE record_logvalue SET value = 'x' WHERE value = 'detained'", "the log's values match its digests"),
        ("DELETE FROM record_logvalue WHERE value = 'detained'", "no value is gone from the log without a forgetting"),
        ("DELETE FROM record_raisedcase", "no row is gone without a word"),
        ("DELETE FROM record_ground", "no entry lacks its ground"),
        ("DELETE FROM record_person", "links lead somewhere"),
    ],
)
def test_it_finds(full: MadeRecord, sql: str, rule: str) -> None:
    run(sql)
    assert rule in rules()


@pytest.mark.parametrize(
    ("table", "column"),
    [
        *(
            ("sourcechunk", "content"),
            ("sourcetext", "text"),
            ("source", "sha256"),
            ("passage", "quote"),
            ("passage", "prefix"),
        ),
        *(
            ("proposal", "anchor_quote"),
            ("proposal", "data"),
            ("proposal", "rule"),
            ("statement", "value"),
            ("person", "id"),
        ),
        *(("entry", "recorded_at"), ("ground", "at"), ("decision", "kind"), ("raisedcase", "case_id")),
        *(("logentry", column) for column in ("at", "by", "action", "model", "row", "digests", "previous", "hash")),
        *(("logvalue", column) for column in ("field", "salt", "value")),
    ],
)
def test_one_altered_character_is_found_and_its_row_named(full: MadeRecord, table: str, column: str) -> None:
    name = f"record_{table}"
    column = "entry_ptr_id" if (table, column) == ("person", "id") else column
    with connections[PUBLIC].cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        row, value = cursor.execute(f"SELECT rowid, {column} FROM {name} ORDER BY rowid DESC LIMIT 1").fetchone()
        altered = altered_by_one(value)
        cursor.execute(f"UPDATE {name} SET {column} = %s WHERE rowid = %s", [altered, row])
    faults = list(check())
    assert any(any(char.isdigit() for char in fault.where) for fault in faults)


def altered_by_one(value: Any) -> Any:
    """The same value with one character or byte of it another: a digit where it was one, so that it still has its form."""
    if isinstance(value, bytes):
        return value[:-3] + bytes([value[-3] ^ 1]) + value[-2:]
    text = value.isoformat(" ") if hasattr(value, "isoformat") else str(value)
    at = next((n for n in range(len(text) - 1, -1, -1) if text[n].isdigit()), len(text) // 2)
    other = str((int(text[at]) + 1) % 10) if text[at].isdigit() else "x"
    return text[:at] + other + text[at + 1 :]


def test_a_value_that_was_emptied_is_found(full: MadeRecord) -> None:
    run("UPDATE record_representation SET meeting_id = NULL")
    assert rules() == {"rows match the log"}


def test_words_that_the_index_lost_or_kept_too_long_are_found(full: MadeRecord) -> None:
    run("DELETE FROM search_keys WHERE kind = 'statement'")
    assert rules() == {"the search index holds each row once"}


def test_how_far_it_has_come_is_told(full: MadeRecord) -> None:
    told: list[int] = []
    assert list(check(told=told.append)) == []
    assert sum(told) > 0
    assert 0.5 < sum(told) / extent() < 3


def test_it_finds_that_the_last_writes_were_torn_off(full: MadeRecord) -> None:
    heads = json.loads((full.folder / "heads").read_text())
    heads["public"]["number"] += 5
    (full.folder / "heads").write_text(json.dumps(heads))
    assert rules() == {"heads agree"}


def test_a_lost_head_stays_a_fault_whatever_is_written_after(full: MadeRecord) -> None:
    (full.folder / "heads").unlink()
    for name in ("one", "two"):
        with writing(PUBLIC, by=officer()) as ledger:
            ledger.ground(ledger.add(Party(name=name)), inference="entered by hand")
    assert rules() == {"heads agree"}


def test_an_older_copy_in_the_place_of_a_database_stays_a_fault(full: MadeRecord) -> None:
    heads = json.loads((full.folder / "heads").read_text())
    heads["public"]["hash"] = "0" * 64  # the head of a history that this chain is not of
    (full.folder / "heads").write_text(json.dumps(heads))
    with writing(PUBLIC, by=officer()) as ledger:
        ledger.ground(ledger.add(Party(name="Verania")), inference="entered by hand")
    assert rules() == {"heads agree"}


@pytest.mark.parametrize("words", ['{"public": [1, "a"]}', "[]", "not json", '{"public": {"number": 1}}'])
def test_heads_that_cannot_be_read_are_a_fault(full: MadeRecord, words: str) -> None:
    (full.folder / "heads").write_text(words)
    assert rules() == {"heads agree"}


def test_it_finds_a_row_that_the_log_does_not_know(full: MadeRecord) -> None:
    person = Person(recorded_at=officer().made_at, recorded_by=officer())
    person.save(using=PUBLIC)
    assert {"each change is in the log", "no entry lacks its ground"} <= rules()


def test_a_release_that_was_cut_off_is_reported_and_finished(full: MadeRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = confidential_outcome()
    monkeypatch.setattr(releases, "finish", stopped)
    with pytest.raises(KeyboardInterrupt):
        release(
            outcome, fields=frozenset({"case", "outcome_kind"}), why="she asked", by=officer(), at=officer().made_at
        )
    monkeypatch.undo()
    assert rules() == {"releases are whole"}
    public = [releases.finish(half, by=officer()) for half in halves()]
    assert rules() == set()
    assert isinstance(public[0], Outcome)
    assert (public[0].outcome_kind, public[0].summary) == ("released", "")
    assert public[0].pk != outcome.pk
    assert releases.finish(Release.objects.using(CONFIDENTIAL).get(), by=officer()).pk == public[0].pk


def stopped(*_: object, **__: object) -> None:
    """Where the process is stopped."""
    raise KeyboardInterrupt


def confidential_outcome() -> Outcome:
    case = Case.objects.using(PUBLIC).all()[0]
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        outcome = ledger.add(Outcome(case=case, outcome_kind="released", summary="told by the family"))
        ledger.ground(outcome, inference="told by the family")
    return outcome


def test_it_finds_a_person_published_without_a_decision(full: MadeRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case.objects.using(PUBLIC).get()
    assert case.person is not None
    decide_publication(case.person, PublicationForm.NAME, by=officer(), at=officer().made_at)
    cleared = public_record(date(2026, 5, 4))
    assert rules() == set()
    decide_publication(case.person, PublicationForm.NOTHING, by=officer(), at=officer().made_at + timedelta(days=1))
    monkeypatch.setattr("twotrack.record.check.public_record", lambda _: cleared)  # a publisher that did not look
    assert rules() == {"nothing published lacks its decision"}
