"""The public record as data: each table as CSV and as JSON Lines, described for machines (Frictionless Data Package) and for
people (a codebook)."""

import json
from collections.abc import Iterator
from typing import Any

from twotrack.csv_file import to_csv
from twotrack.publish import case_tables, meeting_tables, word_tables
from twotrack.publish.tables import MISSING, NOT_APPLICABLE, NOT_QUOTED, NOT_STATED, UNKNOWN, Column, Row, Table
from twotrack.record.public import PublicRecord

TABLES: tuple[Table, ...] = (*meeting_tables.TABLES, *case_tables.TABLES, *word_tables.TABLES)
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def all_rows(record: PublicRecord) -> dict[str, list[Row]]:
    """The rows of each table."""
    return {table.name: list(table.rows(record)) for table in TABLES}


def all_data(rows: dict[str, list[Row]]) -> Iterator[tuple[str, str]]:
    """Path and text of each data file."""
    for table in TABLES:
        found = rows[table.name]
        yield f"data/{table.name}.csv", to_csv([column.name for column in table.columns], found)
        yield f"data/{table.name}.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    yield "data/codebook.md", codebook()
    yield "data/datapackage.json", json.dumps(package(), ensure_ascii=False, indent=1) + "\n"


def codebook() -> str:
    """What each column means."""
    lines = [
        "# Codebook",
        "",
        "Each table is there as CSV (UTF-8; `'` before a cell that a spreadsheet would take for a formula) and as JSON",
        "Lines, and all of them in `twotrack.sqlite`. Identifiers are random. Dates are EDTF (ISO 8601-2). Several values of",
        f"one cell are joined with ` | ` in CSV and a list in JSON. A value that no source states reads `{NOT_STATED}`;",
        f"one that nobody has judged, `{UNKNOWN}`; one that cannot be, `{NOT_APPLICABLE}`.",
        f"Words that the terms of their source do not let us repeat read `{NOT_QUOTED}`. Labels are there only where a",
        "person decided them. The data count what became public, not what was raised.",
    ]
    for table in TABLES:
        lines += ["", f"## {table.name}", "", f"{table.meaning[:1].upper()}{table.meaning[1:]}.", ""]
        lines += [f"- `{column.name}`: {column.meaning}" for column in table.columns]
    return "\n".join(lines) + "\n"


def package() -> dict[str, Any]:
    """The description of the CSV files as a data package (datapackage.org, version 2)."""
    return {
        "$schema": _PROFILE,
        "name": "human-rights-dialogues",
        "title": "Human rights dialogues: the public record",
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(table, column) for column in table.columns], "missingValues": []}
    if table.key and table.name != "ledger":  # one act of raising stands in the ledger of each case
        schema["primaryKey"] = [table.key]
    if refers := [column for column in table.columns if column.refers]:
        schema["foreignKeys"] = [
            {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["id"]}} for column in refers
        ]
    return {
        "name": table.name,
        "description": table.meaning,
        "path": f"{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    """A column; the words for what is missing are values of their own, so most columns are text."""
    kind = column.type if column.type in ("integer", "date") else "string"
    required = column.name == table.key
    return {
        "name": column.name,
        "description": column.meaning,
        "type": kind,
        **({"constraints": {"required": True}} if required else {}),
    }


__all__ = ["MISSING", "TABLES", "all_data", "all_rows", "codebook", "package"]
