"""The search index of one database: which words stand in which rows (SQLite FTS5), kept by the ledger with every change.

Two tables, so that ranks of documents and of entries do not mix: `search_texts` for the texts of sources, `search_entries`
for what entries say (names, values, summaries), the quotes that they stand on, and titles. `search_keys` gives each row a
number. Chinese is written without spaces, so runs of Han characters are cut into overlapping pairs, and a query's pairs are
searched as a phrase: exact where a trigram index misses words of two characters.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from django.db import connections, models

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
TEXTS, ENTRIES = "search_texts", "search_entries"
MAKE = (
    "CREATE TABLE search_keys (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, row TEXT NOT NULL UNIQUE)",
    *(
        statement.format(table=table)
        for table in (TEXTS, ENTRIES)
        for statement in (
            "CREATE VIRTUAL TABLE {table} USING fts5(words, tokenize='unicode61 remove_diacritics 2')",
            "INSERT INTO {table} ({table}, rank) VALUES ('secure-delete', 1)",
            "CREATE VIRTUAL TABLE {table}_words USING fts5vocab({table}, 'row')",
        )
    ),
)
DROP = (
    *(f"DROP TABLE {table}{part}" for table in (TEXTS, ENTRIES) for part in ("_words", "")),
    "DROP TABLE search_keys",
)
_HAN_RUN = re.compile(f"[{HAN}]+")
_NAMED = {"sourcetext": ("text",), "source": ("title",), "passage": ("quote",), "ground": ("inference",)}
_AT_ONCE = 500


@cache
def fields_of(model: type[models.Model]) -> tuple[str, ...]:
    """The fields of a model whose words are indexed: every text of an entry, so that a new model is covered without a further
    word; of other rows those named here."""
    name = model._meta.model_name or ""
    if name in _NAMED:
        return _NAMED[name]
    if "entry_ptr" not in {field.name for field in model._meta.local_concrete_fields}:
        return ()
    return tuple(field.name for field in model._meta.local_concrete_fields if isinstance(field, models.TextField))


def add_rows(alias: str, rows: Iterable[models.Model]) -> None:
    """Index new rows; those without words are left out."""
    told = [(row, words) for row in rows if fields_of(type(row)) and (words := words_of(_said(row))).strip()]
    if not told:
        return
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM search_keys")
        first = cursor.fetchone()[0] + 1
        keys = [(number, row._meta.model_name, row.pk.hex) for number, (row, _) in enumerate(told, first)]
        cursor.executemany("INSERT INTO search_keys (id, kind, row) VALUES (%s, %s, %s)", keys)
        for table in (TEXTS, ENTRIES):
            kept = [
                (number, words)
                for number, (row, words) in enumerate(told, first)
                if _table(row._meta.model_name) == table
            ]
            if kept:
                cursor.executemany(f"INSERT INTO {table} (rowid, words) VALUES (%s, %s)", kept)  # noqa: S608


def drop_rows(alias: str, rows: Sequence[models.Model]) -> None:
    """Take rows out of the index: secure-delete leaves no word of theirs in it."""
    told = [row for row in rows if fields_of(type(row))]
    with connections[alias].cursor() as cursor:
        for start in range(0, len(told), _AT_ONCE):
            keys = [row.pk.hex for row in told[start : start + _AT_ONCE]]
            marks = ", ".join(["%s"] * len(keys))
            found = cursor.execute(f"SELECT id, kind FROM search_keys WHERE row IN ({marks})", keys).fetchall()  # noqa: S608
            for number, kind in found:
                cursor.execute(f"DELETE FROM {_table(kind)} WHERE rowid = %s", [number])  # noqa: S608
                cursor.execute("DELETE FROM search_keys WHERE id = %s", [number])


def renew(alias: str, row: models.Model) -> None:
    """Index a row anew, in place of what was there of it."""
    drop_rows(alias, [row])
    add_rows(alias, [row])


def merge(alias: str) -> None:
    """Write the index in one piece, so that nothing of removed rows is left in older ones."""
    with connections[alias].cursor() as cursor:
        for table in (TEXTS, ENTRIES):
            cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def words_of(text: str) -> str:
    """A text as the index holds it: equal letters made one (NFKC, case), Han characters in pairs, the last also alone."""
    return _HAN_RUN.sub(lambda match: f" {' '.join(_pairs(match.group()))} ", folded(text))


def folded(text: str) -> str:
    """Letters that are to be found by one another made one; accents are left to the index."""
    return unicodedata.normalize("NFKC", text).casefold()


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run))]


def _said(row: models.Model) -> str:
    return "\n".join(str(getattr(row, name)) for name in fields_of(type(row)))


def _table(kind: str | None) -> str:
    return TEXTS if kind == "sourcetext" else ENTRIES
