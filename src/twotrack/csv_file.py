"""Rows as CSV that a spreadsheet shows and does not run."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from twotrack.formulas import guarded


def to_csv(columns: list[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A header and a line for each row (RFC 4180), each cell guarded; a list is joined with `|`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(_cell(row[column])) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    return " | ".join(value) if isinstance(value, list) else str(value)
