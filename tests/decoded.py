"""What a published file says in every way in which it can be read: as it is, unescaped, unpacked, cell by cell, as the search
cuts it into words."""

import gzip
import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def readings(path: str, content: bytes) -> Iterator[str]:
    """The path and the text of a file, decoded in every way, each folded."""
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    texts = [path, unquote(path)]
    if content.startswith(b"SQLite format 3"):
        texts += list(cells(content))
        texts.append(content.decode("latin-1"))
    texts.append(content.decode("utf-8", errors="replace"))
    for text in texts:
        for one in (text, unescape(text), unquote(text), _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)):
            yield folded(one)


def cells(content: bytes) -> Iterator[str]:
    """All that a SQLite file holds, its index included."""
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(content)
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in database.execute(f'SELECT * FROM "{name}"'):
                yield " ".join(one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one) for one in row)
    finally:
        database.close()


def tokens(script: str) -> set[str]:
    """The words and pairs of Han characters that the search page makes of its texts."""
    rows = json.loads(script.partition("=")[2].strip().rstrip(";"))
    text = folded(" ".join(part for row in rows for part in row))
    pairs = {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
    return pairs | set(re.findall(r"[^\W_]+", text))


def folded(text: str) -> str:
    """Without marks and case."""
    return "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    ).casefold()  # fmt: skip
