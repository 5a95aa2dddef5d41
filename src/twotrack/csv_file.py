"""Rows as CSV that a spreadsheet shows and does not run."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

# With these, full-width ones too, a spreadsheet takes a cell for a formula (OWASP, CSV injection).
_FORMULA = frozenset("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")


def to_csv(columns: list[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A header and a line for each row (RFC 4180), each cell guarded; a list is joined with `|`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(_cell(row[column])) for column in columns] for row in rows)
    return out.getvalue()


def guarded(cell: str) -> str:
    """A cell that a spreadsheet would run, with `'` before it; others as they are. Blanks and invisible signs before the sign
    do not hide it."""
    first = next((char for char in cell if not (char.isspace() or unicodedata.category(char) == "Cf")), "")
    return f"'{cell}" if cell[:1] in _FORMULA or first in _FORMULA else cell


def _cell(value: Any) -> str:
    return " | ".join(value) if isinstance(value, list) else str(value)
