"""The tables as one SQLite file, ready for Datasette: made anew each time, so no earlier row is in any of its pages.

The same rows give the same bytes with one version of SQLite, whose number the file's header bears.
"""

import json
import sqlite3

from twotrack.publish.tables import Row, Table

_KINDS = {"integer": "INTEGER"}


def to_sqlite(tables: tuple[Table, ...], rows: dict[str, list[Row]]) -> bytes:
    """A database with each table, its keys and links; a cell of several values is a JSON list."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        for table in tables:
            database.execute(_create(table))
            marks = ", ".join("?" for _ in table.columns)
            values = [[_cell(row[column.name]) for column in table.columns] for row in rows[table.name]]
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', values)  # noqa: S608  (our own names)
        database.execute("COMMIT")
        return database.serialize()
    finally:
        database.close()


def _create(table: Table) -> str:
    parts = []
    for column in table.columns:
        key = " PRIMARY KEY" if column.name == table.key and table.name != "ledger" else ""
        link = f' REFERENCES "{column.refers}" ("id")' if column.refers else ""
        parts.append(f'"{column.name}" {_KINDS.get(column.type, "TEXT")}{key}{link}')
    return f'CREATE TABLE "{table.name}" ({", ".join(parts)})'


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
