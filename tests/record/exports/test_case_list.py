"""Lists of cases that leave: safe to open, the same bytes, marked and encrypted in confidence, readable again."""

import io
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from clients import user
from lists import GAO, ORREL, cecc_list
from lists import as_csv as list_as_csv
from makers import MadeRecord
from twotrack.errors import UsageError
from twotrack.record.columns import CECC, TWOTRACK
from twotrack.record.confidentiality import Sight
from twotrack.record.exports.case_list import as_csv, as_xlsx, case_rows, export_cases
from twotrack.record.exports.encryption import SealedFor, decrypted
from twotrack.record.imports.plan import RowVerdict
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Export
from whole_records import import_list

SECRET = SealedFor(passphrase="four dry leaves")
RUNS = ["=1+1", "  @SUM(A1)", "\t+1", "＝HYPERLINK(1)", "\u200b-1"]


def test_a_list_of_cecc_comes_back_in_its_own_columns(record: MadeRecord) -> None:
    import_list(list_as_csv(cecc_list(GAO)), PUBLIC)
    rows, names = case_rows(Sight.public(), CECC)
    cells = dict(zip(*rows, strict=True))
    assert names == 1
    assert {name: cells[name] for name in ("Main Name", "Chinese characters", "Sentence Length Years", "Months")} == {
        "Main Name": "Gao Zhiyuan", "Chinese characters": "高志远", "Sentence Length Years": "12", "Months": "6",
    }  # fmt: skip
    assert cells["Additional Name(s)"] == "Old Lamp; Gao Lamp"


def test_our_own_list_is_known_again_by_its_headings_and_changes_nothing(record: MadeRecord) -> None:
    import_list(list_as_csv(cecc_list(GAO, ORREL)), PUBLIC)
    content = as_csv(case_rows(Sight.public(), TWOTRACK)[0], "CONFIDENTIAL. Exported by officer, 2 names.")
    done = import_list(content, PUBLIC, name="back.csv")
    assert done.failed == []
    assert RowVerdict.NEW not in done.written


@pytest.mark.parametrize("cell", RUNS)
def test_no_cell_of_a_list_is_run(cell: str) -> None:
    assert f"'{cell}" in as_csv([["x"], [cell]]).decode("utf-8-sig")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx([["x"], [cell]]))).get_sheet_by_index(0)
    assert sheet.to_python()[1][0] == cell
    assert b"<f>" not in as_xlsx([["x"], [cell]])


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_the_same_rows_give_the_same_bytes(write: object) -> None:
    assert callable(write)
    assert write([["name"], ["高志远"]], "mark") == write([["name"], ["高志远"]], "mark")


@pytest.mark.parametrize("form", [".csv", ".xlsx"])
def test_a_confidential_list_is_encrypted_marked_and_logged(record: MadeRecord, tmp_path: Path, form: str) -> None:
    import_list(list_as_csv(cecc_list(GAO, ORREL)), CONFIDENTIAL)
    path = tmp_path / f"cases{form}.age"
    assert export_cases(path, form, "twotrack", SECRET, by=user("officer")) == 2
    content = decrypted(path.read_bytes(), passphrase=SECRET.passphrase)
    first = (
        content.decode("utf-8-sig").splitlines()[0]
        if form == ".csv"
        else str(CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[0][0])
    )
    assert first.startswith("CONFIDENTIAL. Exported by officer on ")
    assert first.endswith("Names of 2.")
    assert Export.objects.using(CONFIDENTIAL).get().names == 2


def test_a_public_list_holds_public_cases_alone(record: MadeRecord, tmp_path: Path) -> None:
    import_list(list_as_csv(cecc_list(ORREL)), PUBLIC)
    import_list(list_as_csv(cecc_list(GAO)), CONFIDENTIAL)
    assert export_cases(tmp_path / "cases.csv", ".csv", "cecc", None, by=user("officer")) == 1
    assert "Gao" not in (tmp_path / "cases.csv").read_text("utf-8-sig")


def test_nothing_is_written_over_and_another_form_is_refused(record: MadeRecord, tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("mine")
    with pytest.raises(UsageError):
        export_cases(tmp_path / "cases.csv", ".csv", "cecc", None, by=user("officer"))
    with pytest.raises(UsageError):
        export_cases(tmp_path / "cases.ods", ".ods", "cecc", None, by=user("officer"))
    assert not Export.objects.using(PUBLIC).exists()
