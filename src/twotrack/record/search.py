"""Searching: texts of sources and what entries say, within what may be seen. See search_index.py for the index.

Each database has an index of its own. Ranks, numbers and suggestions are drawn from one index each and never across, so what
one without clearance gets does not depend on any confidential row.
"""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections
from rapidfuzz import process
from rapidfuzz.distance import OSA

from twotrack.record.confidentiality import Sight
from twotrack.record.models import Entry, Ground
from twotrack.record.search_index import ENTRIES, HAN, TEXTS, folded, words_of

LIMIT = 100
RANKED = 20_000
"""Rows among which the best are chosen: where more hold the words, the words alone say too little to rank by."""
_RUN = re.compile(f"[{HAN}]+|[^\\s{HAN}]+")
_TOKEN = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W_]")
_SHORTEST = 4  # code points of a word for which another spelling is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A row in which all words of a query occur; `alias` is the database that it is of. `kind`: sourcetext, source, passage,
    ground, or the model of an entry."""

    kind: str
    row: uuid.UUID
    alias: str

    @property
    def text(self) -> uuid.UUID:
        """The text that was found."""
        return self.row


def find(sight: Sight, query: str, *, limit: int = LIMIT) -> list[Hit]:
    """The texts in sight that hold every word of the query, best first within each database; at most `limit` of each."""
    return [hit for alias in sight.aliases for hit in _hits(alias, TEXTS, query, limit)]


def find_entries(sight: Sight, query: str, *, limit: int = LIMIT) -> list[Hit]:
    """The rows in sight that say every word of the query: entries, the quotes and reasons that they stand on, titles."""
    return [hit for alias in sight.aliases for hit in _hits(alias, ENTRIES, query, limit)]


def entries_of(sight: Sight, hits: list[Hit]) -> list[Entry]:
    """The entries that hits of `find_entries` lead to, in their order: a quote or reason leads to what stands on it."""
    found: dict[uuid.UUID, Entry] = {}
    for hit in hits:
        grounds = {"passage": "passage_id", "ground": "id"}.get(hit.kind)
        keys = [hit.row] if grounds is None else [one.entry_id for one in sight.all(Ground, **{grounds: hit.row})]
        for entry in sight.among(Entry, "pk", keys):
            found.setdefault(entry.pk, entry)
    return list(found.values())


def holds_phrase(alias: str, words: str) -> bool:
    """Whether these words stand so, one after the other, in any text or entry of a database."""
    phrase = " ".join(_TOKEN.findall(words_of(words)))
    if not phrase:
        return False
    with connections[alias].cursor() as cursor:
        return any(
            cursor.execute(f"SELECT 1 FROM {table} WHERE {table} MATCH %s LIMIT 1", [f'"{phrase}"']).fetchone()  # noqa: S608
            for table in (TEXTS, ENTRIES)
        )


def suggestions(sight: Sight, query: str, *, limit: int = 8) -> list[str]:
    """Words of the record in sight that begin as the last word of the query does, or else are spelled nearly as it; of each
    database the commonest first."""
    runs = _runs(folded(query))
    if not runs:
        return []
    found: dict[str, None] = {}
    for alias in sight.aliases:
        for table in (ENTRIES, TEXTS):
            words = list(_beginning(alias, table, runs[-1], limit)) or _nearly(alias, table, runs[-1], limit)
            found.update(dict.fromkeys(words[:limit]))
    found.pop(runs[-1], None)
    return list(found)[:limit]


def _hits(alias: str, table: str, query: str, limit: int) -> list[Hit]:
    match = _match(query)
    if not match:
        return []
    with connections[alias].cursor() as cursor:
        holding = f"SELECT rowid FROM {table} WHERE {table} MATCH %s"  # noqa: S608  (the table is one of two constants)
        few = len(cursor.execute(f"{holding} LIMIT {RANKED + 1}", [match]).fetchall()) <= RANKED
        order = "rank, rowid" if few else "rowid"
        best = [row[0] for row in cursor.execute(f"{holding} ORDER BY {order} LIMIT %s", [match, limit]).fetchall()]
        marks = ", ".join(["%s"] * len(best))
        rows = cursor.execute(f"SELECT id, kind, row FROM search_keys WHERE id IN ({marks})", best).fetchall()  # noqa: S608
    told = {number: Hit(kind=kind, row=uuid.UUID(row), alias=alias) for number, kind, row in rows}
    return [told[number] for number in best]


def _match(query: str) -> str:
    """The query in the index's own language: each word a phrase, so that nothing in it is taken for an operator."""
    return " ".join(_phrase(run) for run in _runs(folded(query)))


def _runs(words: str) -> list[str]:
    return [run for run in _RUN.findall(words.replace("\0", " ")) if _LETTER.search(run)]


def _phrase(run: str) -> str:
    if not re.match(f"[{HAN}]", run):
        return '"' + run.replace('"', " ") + '"'
    if len(run) == 1:
        return f'"{run}"*'  # the first of a pair, or the last character of a run
    return '"' + " ".join(run[at : at + 2] for at in range(len(run) - 1)) + '"'


def _beginning(alias: str, table: str, start: str, limit: int) -> Iterator[str]:
    with connections[alias].cursor() as cursor:
        cursor.execute(
            f"SELECT term FROM {table}_words WHERE term >= %s AND term < %s ORDER BY doc DESC, term LIMIT %s",  # noqa: S608
            [start, start + "\U0010ffff", limit + 1],
        )
        yield from (row[0] for row in cursor.fetchall() if row[0] != start)


def _nearly(alias: str, table: str, word: str, limit: int) -> list[str]:
    """Words of the same first letter that one or two slips of the hand make of it."""
    if len(word) < _SHORTEST:
        return []
    with connections[alias].cursor() as cursor:
        cursor.execute(
            f"SELECT term FROM {table}_words WHERE term >= %s AND term < %s ORDER BY term",  # noqa: S608
            [word[0], word[0] + "\U0010ffff"],
        )
        terms = [row[0] for row in cursor.fetchall() if row[0] != word]
    slips = 1 if len(word) < 2 * _SHORTEST else 2
    near = process.extract(word, terms, scorer=OSA.distance, score_cutoff=slips, limit=limit)
    return [term for term, _, _ in near]
