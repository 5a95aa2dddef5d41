"""A report as JSON: one object, with null where something is not stated."""

import json
from typing import Any

from twotrack.record.reports.report import Report, Row

FORMAT = "twotrack-report/1"


def json_of(report: Report) -> str:
    """The report as one line of JSON."""
    return json.dumps(as_data(report), ensure_ascii=False)


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain values: rows are objects by column, with confidentiality, entries and passages beside them."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "report": report.name,
        "title": report.title,
        "columns": list(report.columns),
        "rows": [_row(report, row) for row in report.rows],
        "more": report.more,
        "totals": [
            {"label": total.label, "value": total.value, "confidential": total.confidential} for total in report.totals
        ],
        "notes": list(report.notes),
    }
    if report.footnotes:
        data["footnotes"] = [
            {
                "passage": str(note.passage), "source": note.source, "dated": note.dated or None, "place": note.place,
                "quote": note.quote or None, "confidential": note.confidential,
            }
            for note in report.footnotes
        ]  # fmt: skip
    return data


def _row(report: Report, row: Row) -> dict[str, Any]:
    cells = {
        column: list(cell) if isinstance(cell, tuple) else cell
        for column, cell in zip(report.columns, row.cells, strict=True)
    }
    return {
        **cells,
        "confidential": row.confidential,
        "entries": [str(key) for key in row.entries],
        "passages": [str(key) for key in row.grounds],
    }
