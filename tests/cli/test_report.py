"""`twotrack report`: text, CSV and JSON, each line of what is confidential marked."""

import csv
import io
import json

import pytest

from commands import Twotrack
from makers import MadeRecord
from record.reports.small_record import Small, small_record
from twotrack.record import folder, keyring
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
