"""Cases as a list for a spreadsheet: a row a case, a column a property (columns.py). Safe to open: no cell is run. The same
rows give the same bytes. With confidential rows it says so on every page, and leaves encrypted."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import xlsxwriter

from twotrack import clock
from twotrack.errors import UsageError
from twotrack.formulas import guarded
from twotrack.record.columns import CASE, CONFIDENTIALITY, TWOTRACK, VOCABULARIES, ColumnVocabulary, Stated, cells_of
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.exports.encryption import SealedFor, encrypted
from twotrack.record.exports.leaving import note, refuse_taken, write_file
from twotrack.record.models import Case, Statement, User
from twotrack.vocabulary import Property

_MADE = datetime(1980, 1, 1)
_LIKE_A_PAGE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_CELL = 32_767  # characters that a cell of a workbook holds

Rows = list[list[str]]


def export_cases(path: Path, form: str, columns: str, to: SealedFor | None, *, by: User) -> int:
    """Write the cases in sight as a list, `.csv` or `.xlsx`; returns of how many persons and groups it names. Without
    `to` the public cases alone, in plain."""
    if form not in WRITE:
        raise UsageError("a list of cases is written as CSV or XLSX; name a file that ends in .csv or .xlsx")
    refuse_taken(path)
    if to is not None:
        encrypted(b"", to)  # a key that is none is found before anything is noted
    sight = Sight.public() if to is None else Sight.of_context()
    rows, names = case_rows(sight, VOCABULARIES[columns])
    mark = "" if to is None else mark_of(by, clock.now(), names)
    note(sight, what="cases", path=path, names=names, sealed_for=to.told if to else [], by=by)
    content = WRITE[form](rows, mark)
    write_file(path, content if to is None else encrypted(content, to))
    return names


def mark_of(by: User, at: datetime, names: int) -> str:
    """What stands on every page of a confidential list."""
    return f"CONFIDENTIAL. Exported by {by.name} on {at:%Y-%m-%d %H:%M} UTC. Names of {names}."


def case_rows(sight: Sight, vocabulary: ColumnVocabulary) -> tuple[Rows, int]:
    """The headings and a row for each case in sight, in the order of the record; and of how many persons and groups there
    is a name."""
    cases = sight.all(Case)
    subjects = {case.pk: case.person_id or case.group_id for case in cases}
    stated: dict[object, list[Statement]] = {}
    for row in sight.among(Statement, "subject_id", [*subjects, *dict.fromkeys(subjects.values())]):
        stated.setdefault(row.subject_id, []).append(row)
    headings = [column.name for column in vocabulary.columns]
    own = [CASE, CONFIDENTIALITY] if vocabulary is TWOTRACK else []
    rows = [[*own, *headings]]
    for case in cases:
        found = [*stated.get(subjects[case.pk], ()), *stated.get(case.pk, ())]
        cells = cells_of(
            vocabulary, [Stated(about=Property(one.about), value=one.value, form=one.value_form) for one in found]
        )
        told = [str(case.pk), _confidentiality(case, found)] if own else []
        rows.append([*told, *(cells.get(heading, "") for heading in headings)])
    named = {row.subject_id for rows_of in stated.values() for row in rows_of if row.about == Property.NAME}
    return rows, len(named & set(subjects.values()))


def _confidentiality(case: Case, statements: Iterable[Statement]) -> str:
    """Confidential where the case or any statement in its row is."""
    found = {confidentiality_of(one) for one in (case, *statements)}
    return "confidential" if "confidential" in found else "public"


def as_csv(rows: Rows, mark: str = "") -> bytes:
    """The rows as CSV (RFC 4180, UTF-8 with a byte-order mark, which Excel needs), each cell guarded; a mark stands first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if mark:
        writer.writerow([guarded(mark)])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def as_xlsx(rows: Rows, mark: str = "") -> bytes:
    """The rows as a workbook, every cell text; a mark stands in the first row, which every printed page repeats, and in the
    page's head. Made in memory."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _LIKE_A_PAGE) as book:
        book.set_properties({"created": _MADE, "author": "", "title": ""})
        sheet = book.add_worksheet("cases")
        first = [[mark]] if mark else []
        for number, row in enumerate([*first, *rows]):
            for at, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, at, cell[:_CELL])
        sheet.repeat_rows(0, len(first))
        sheet.freeze_panes(len(first) + 1, 0)
        if mark:
            sheet.set_header("&C" + mark.replace("&", "&&"))
    return out.getvalue()


WRITE = {".csv": as_csv, ".xlsx": as_xlsx}
