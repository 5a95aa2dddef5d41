"""`twotrack report`: text, CSV and JSON, each line of what is confidential marked."""

import csv
import io
import json
from pathlib import Path

import pyrage
import pytest

from commands import Twotrack
from makers import MadeRecord
from record.reports.small_record import Small, small_record
from twotrack.record import folder, keyring
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import NameSeen
from twotrack.record.reports import REPORTS


@pytest.fixture
def small(closed_record: MadeRecord) -> Small:
    """The small record, filled and closed again."""
    folder.attach(closed_record.folder, closed_record.record_key)
    with keyring.cleared():
        made = small_record()
    folder.detach()
    return made


def test_text_keeps_to_80_columns_and_marks_every_line_of_a_confidential_row(small: Small, twotrack: Twotrack) -> None:
    said = twotrack("report", "round", str(small.round_2.pk))
    assert said.status == 0
    assert max(map(len, said.out.splitlines())) <= 80
    of_mirel = said.out[said.out.index("2. Mirel Osk") : said.out.index("3. a number")]
    assert all(line.startswith("[C]") for line in of_mirel.splitlines()[1:-1])
    assert "not stated" in said.out


def test_public_leaves_out_what_is_confidential(small: Small, twotrack: Twotrack) -> None:
    said = twotrack("report", "unanswered", "--public")
    assert "Mirel" not in said.out
    assert "[C]" not in said.out


def test_csv_says_not_stated_and_names_the_confidential_rows(small: Small, twotrack: Twotrack) -> None:
    said = twotrack("report", "unanswered", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert [(row["case"], row["no reply noted"], row["confidentiality"]) for row in rows] == [
        ("Tamsin Orrel (detention)", "2", "confidential"),
        ("Mirel Osk (detention)", "not stated", "confidential"),
    ]
    assert "not encrypted" in said.err


def test_json_gives_null_for_what_is_not_stated(small: Small, twotrack: Twotrack) -> None:
    data = json.loads(twotrack("report", "lists", "--format", "json", "--public").out)
    assert data["format"] == "twotrack-report/1"
    assert data["rows"][0]["taken up in"] is None
    assert data["rows"][0]["confidential"] is False


def test_the_first_rows_alone_are_given_and_there_are_said_to_be_more(small: Small, twotrack: Twotrack) -> None:
    data = json.loads(twotrack("report", "commitments", "--format", "json", "--limit", "1").out)
    assert (len(data["rows"]), data["more"]) == (1, True)


def test_help_lists_every_report(twotrack: Twotrack) -> None:
    said = twotrack("report", "--help")
    assert all(name in said.out for name in REPORTS)


def test_an_unknown_report_is_wrong_use(small: Small, twotrack: Twotrack) -> None:
    assert twotrack("report", "nothing").status == 2


def test_a_document_stands_under_headings_with_its_footnotes(small: Small, twotrack: Twotrack) -> None:
    said = twotrack("report", "brief", str(small.round_4.pk))
    assert max(map(len, said.out.splitlines())) <= 80
    assert "PERSONS" in said.out.splitlines()
    assert "[C] Mirel Osk (detention)" in said.out.splitlines()
    assert '    1. note, 2025-07-20, typed: "Aldmark raised the cases;' in said.out


def test_a_confidential_document_leaves_encrypted_and_a_public_one_in_plain(
    small: Small, twotrack: Twotrack, tmp_path: Path
) -> None:
    identity = pyrage.x25519.Identity.generate()
    brief = ("report", "brief", str(small.round_4.pk), "--format", "docx", "--output", str(tmp_path / "brief.docx"))
    refused = twotrack(*brief)
    assert (refused.status, "--recipient" in refused.err, (tmp_path / "brief.docx").exists()) == (2, True, False)
    said = twotrack(*brief, "--recipient", str(identity.to_public()))
    assert "brief.docx.age, encrypted; it names 3 persons or groups" in said.out
    assert pyrage.decrypt((tmp_path / "brief.docx.age").read_bytes(), [identity])[:2] == b"PK"
    readout = ("report", "readout", str(small.round_2.pk), "--format", "docx", "--output", str(tmp_path / "r.docx"))
    assert twotrack(*readout).status == 0
    assert (tmp_path / "r.docx").read_bytes()[:2] == b"PK"
    again = twotrack("report", "brief", str(small.round_4.pk))
    assert "Printed last on" in again.out


def test_a_table_is_no_word_file(small: Small, twotrack: Twotrack, tmp_path: Path) -> None:
    said = twotrack("report", "lists", "--format", "docx", "--output", str(tmp_path / "lists.docx"), "--public")
    assert (said.status, "as a Word file there are: handover, brief, readout, annual" in said.err) == (2, True)


def test_a_report_of_one_dialogue(small: Small, twotrack: Twotrack) -> None:
    assert json.loads(twotrack("report", "tracks", "--dialogue", str(small.dialogue.pk), "--format", "json").out)[
        "rows"
    ]
    assert twotrack("report", "case", str(small.edric.pk), "--dialogue", str(small.dialogue.pk)).status == 2


def test_reading_confidential_names_in_a_report_is_logged_without_the_name(
    small: Small, closed_record: MadeRecord, twotrack: Twotrack
) -> None:
    twotrack("report", "unanswered", "--public")
    twotrack("report", "unanswered")
    twotrack("report", "round", str(small.round_2.pk))
    folder.attach(closed_record.folder, closed_record.record_key)
    with keyring.cleared():
        seen = list(NameSeen.objects.using(CONFIDENTIAL).values_list("entry_id", flat=True))
    folder.detach()
    assert seen == [small.mirel.person_id]  # once an hour, and nobody whose name is public
