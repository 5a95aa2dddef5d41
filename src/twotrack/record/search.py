"""Words and Han bigrams of the texts, one index in each database (SQLite FTS5).

Chinese is written without spaces, so runs of Han characters are cut into overlapping pairs before indexing, and a query's
pairs are searched as a phrase: exact where a trigram index misses words of two characters.
"""

import re
import unicodedata
import uuid
from dataclasses import dataclass

from django.db import connections

from twotrack.record.confidentiality import Sight
from twotrack.record.models import SourceText

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(f"[{_HAN}]+|[^\\W_{_HAN}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text in which all words of a query occur, best first; `alias` is the database that it is of."""

    text: uuid.UUID
    alias: str


def index_text(alias: str, text: SourceText) -> None:
    """Put a text into the index, in place of what was there of it."""
    with connections[alias].cursor() as cursor:
        cursor.execute("DELETE FROM search WHERE text = %s", [text.pk.hex])
        cursor.execute("INSERT INTO search (text, words) VALUES (%s, %s)", [text.pk.hex, " ".join(words_of(text.text))])


def find(sight: Sight, query: str) -> list[Hit]:
    """The texts in sight that hold every word of the query. Ranks are those of one index each: nothing counts across."""
    phrases = [" ".join(_pieces(run)) for run in _runs(query)]
    if not phrases:
        return []
    match = " ".join(f'"{phrase}"' for phrase in phrases)
    hits = []
    for alias in sight.aliases:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT text FROM search WHERE search MATCH %s ORDER BY rank, text", [match])
            hits += [Hit(text=uuid.UUID(row[0]), alias=alias) for row in cursor.fetchall()]
    return hits


def words_of(text: str) -> list[str]:
    """The pieces of a text that the index holds."""
    return [piece for run in _runs(text) for piece in _pieces(run)]


def _runs(text: str) -> list[str]:
    return _PIECE.findall(unicodedata.normalize("NFKC", text).casefold())


def _pieces(run: str) -> list[str]:
    if not re.match(f"[{_HAN}]", run) or len(run) == 1:
        return [run]
    return [run[i : i + 2] for i in range(len(run) - 1)]
