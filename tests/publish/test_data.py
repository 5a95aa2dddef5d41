"""The data open in the programs that they are made for, and say what is missing."""

import asyncio
import csv
import io
import json
import sqlite3
from pathlib import Path

from datasette.app import Datasette
from frictionless import Package

from makers import NOW, MadeRecord
from published import TODAY
from published import cleared_record as cleared_record
from twotrack.publish.data import MISSING, TABLES, all_rows, codebook, package
from twotrack.publish.folder import write
from twotrack.publish.site import render
from twotrack.publish.sqlite_file import to_sqlite
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Meeting, Participation, Party, User
from twotrack.record.passages import account_of
from twotrack.record.public import PublicRecord, public_record
from twotrack.vocabulary import AccountSearch, Property


def test_the_package_is_valid_for_frictionless(cleared_record: PublicRecord, tmp_path: Path) -> None:
    write(tmp_path / "site", render(cleared_record))
    report = Package(str(tmp_path / "site" / "data" / "datapackage.json")).validate()
    assert report.flatten(["type", "message"]) == []


def test_the_description_names_every_table_and_column() -> None:
    described = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in package()["resources"]
    }
    assert described == {table.name: [column.name for column in table.columns] for table in TABLES}
    assert all(f"`{column.name}`" in codebook() for table in TABLES for column in table.columns)


def test_a_missing_value_is_said_and_never_left_empty(cleared_record: PublicRecord) -> None:
    for name, rows in all_rows(cleared_record).items():
        for row in rows:
            assert all(value not in ("", None) for value in row.values()), (name, row)
    assert "withheld" not in " ".join(MISSING)


def test_datasette_opens_the_file_and_leaves_it_as_it_is(cleared_record: PublicRecord, tmp_path: Path) -> None:
    path = tmp_path / "twotrack.sqlite"
    content = to_sqlite(TABLES, all_rows(cleared_record))
    path.write_bytes(content)
    asked = Datasette([], immutables=[str(path)]).client.get("/twotrack/meetings.json?_shape=array")
    answer = asyncio.run(asked)
    assert [row["kind"] for row in answer.json()] == ["round", "round"]
    assert path.read_bytes() == content


def test_the_file_holds_the_rows_of_the_tables_and_links_that_hold(
    cleared_record: PublicRecord, tmp_path: Path
) -> None:
    rows = all_rows(cleared_record)
    (tmp_path / "a.sqlite").write_bytes(to_sqlite(TABLES, rows))
    with sqlite3.connect(tmp_path / "a.sqlite") as database:
        for table in TABLES:
            assert database.execute(f'SELECT count(*) FROM "{table.name}"').fetchone() == (len(rows[table.name]),)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert to_sqlite(TABLES, rows) == (tmp_path / "a.sqlite").read_bytes()


def test_csv_json_lines_and_the_file_say_the_same(cleared_record: PublicRecord) -> None:
    files = {file.path: file.content for file in render(cleared_record)}
    for table in TABLES:
        rows = list(csv.DictReader(io.StringIO(files[f"data/{table.name}.csv"].decode(), newline="")))
        lines = [json.loads(line) for line in files[f"data/{table.name}.jsonl"].decode().splitlines()]
        assert [list(row) for row in rows] == [list(line) for line in lines]
        assert len(rows) == len(lines)


def test_each_row_says_who_decided_it_under_a_pseudonym(cleared_record: PublicRecord) -> None:
    (row, _) = all_rows(cleared_record)["meetings"]
    assert row["decided_by"].startswith("editor-")
    assert (row["rule"], row["confidence"]) == ("made-by-hand", "0.80")
    assert "officer" not in b"".join(file.content for file in render(cleared_record)).decode(errors="replace")


def test_coverage_says_whose_account_was_found_sought_in_vain_never_issued_or_not_known(record: MadeRecord) -> None:
    by = User.objects.using(PUBLIC).get(name="officer")
    with writing(PUBLIC, by=by, at=NOW) as ledger:
        meeting = ledger.add(Meeting(meeting_kind="round", status="held"))
        ledger.ground(meeting, inference="told")
        for name, about, value in (
            ("Aldmark", Property.PLACE, "Vell"),
            ("Verania", Property.ACCOUNT_SOUGHT, AccountSearch.SOUGHT_NOT_FOUND.value),
            ("Ostmark", Property.ACCOUNT_SOUGHT, AccountSearch.NEVER_ISSUED.value),
            ("Tarn", None, ""),
        ):
            party = ledger.add(Party(name=name))
            took_part = ledger.add(Participation(meeting=meeting, party=party, role="member"))
            ledger.stand(party, took_part, passage=None, inference="told")
            if about is not None:
                ledger.state(meeting, about, value, account=account_of(ledger, party=party), inference="looked")
    rows = all_rows(public_record(TODAY))["coverage"]
    assert {row["party"]: row["account"] for row in rows} == {
        "Aldmark": "found", "Verania": "sought-not-found", "Ostmark": "never-issued", "Tarn": "unknown",
    }  # fmt: skip
