"""A report as CSV: its columns, and after them whether the row is confidential, the entries and the passages it rests on."""

from twotrack.csv_file import to_csv
from twotrack.record.reports.report import NOT_STATED, Cell, Report

_AFTER = ("confidentiality", "entries", "passages")


def csv_of(report: Report) -> str:
    """A header and a line for each row; `not stated` where nothing is known, never 0. Cells that a spreadsheet would run are
    guarded. Totals and notes are not in it: they are in the text and in JSON."""
    rows = [
        {
            **dict(zip(report.columns, map(_written, row.cells), strict=True)),
            "confidentiality": "confidential" if row.confidential else "public",
            "entries": [str(key) for key in row.entries],
            "passages": [str(key) for key in row.grounds],
        }
        for row in report.rows
    ]
    return to_csv([*report.columns, *_AFTER], rows)


def _written(cell: Cell) -> str | list[str]:
    if cell is None:
        return NOT_STATED
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return list(cell) if isinstance(cell, tuple) else str(cell)
