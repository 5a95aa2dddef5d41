"""The append-only log of every change: one hash chain in each database, and the heads beside them.

A digest is SHA-256(salt || value), salt 128 random bits; salt and value lie in LogValue and are erased together, so
forgetting leaves the chain whole and a guessed name cannot be confirmed. After each commit number and head of each chain
go, synced, to `heads`: a database whose last writes were torn off is then seen.
"""

import hashlib
import json
import secrets
import uuid
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connections, models

from twotrack.errors import RecordError
from twotrack.record.folder import alone, current_folder, write_whole
from twotrack.record.insertion import insert, values_into
from twotrack.record.models import LogEntry, LogValue, SourceText

HEADS_FILE = "heads"
HEADS_LATE = (
    "the change is kept, but the file `heads` beside the databases could not be written; make room, then go on"
    " (do not repeat the change)"
)
START = "0" * 64


def field_values(row: models.Model) -> dict[str, str]:
    """The values of a row that the log keeps, as text; what is empty is left out. A source's text stands as its SHA-256: it
    may be long."""
    values = {}
    for field in row._meta.concrete_fields:
        value = None if field.name in ("id", "entry_ptr") else getattr(row, field.attname)
        if value is None or value == "":
            continue
        text = _as_text(value)
        if isinstance(row, SourceText) and field.name == "text":
            text = hashlib.sha256(text.encode()).hexdigest()
        values[field.attname] = text
    return values


class Change(NamedTuple):
    """What is done to a row, and the values that the log keeps of it."""

    action: str
    row: models.Model
    values: dict[str, str]


def append(alias: str, changes: Iterable[Change], *, by: uuid.UUID | None, at: datetime) -> None:
    """Add changes to the chain of `alias`; to be called inside the transaction that makes them."""
    number, previous = _head(alias)
    entries, values = [], []
    for number, change in enumerate(changes, number + 1):  # noqa: B020  (counted on from the head)
        salts = {field: secrets.token_hex(16) for field in change.values}
        entry = LogEntry(
            number=number,
            at=at,
            by=by,
            action=change.action,
            model=change.row._meta.model_name or "",
            row=change.row.pk,
            digests={field: digest(salts[field], value) for field, value in sorted(change.values.items())},
            previous=previous,
        )
        previous = entry.hash = chain_hash(entry)
        entries.append(entry)
        values += [(number, field, salts[field], value) for field, value in change.values.items()]
    insert(alias, entries)
    values_into(alias, LogValue, values, "entry_id", "field", "salt", "value")


def digest(salt: str, value: str) -> str:
    """SHA-256 of the salt's bytes followed by the value in UTF-8, in hex."""
    return hashlib.sha256(bytes.fromhex(salt) + value.encode("utf-8", "surrogatepass")).hexdigest()


def chain_hash(entry: LogEntry) -> str:
    """The hash that chains an entry to the one before: SHA-256 of its canonical JSON."""
    parts = [
        entry.number, entry.at.isoformat(), str(entry.by), entry.action, entry.model, str(entry.row),
        sorted(entry.digests.items()), entry.previous,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode()).hexdigest()


def last_number(alias: str) -> int:
    """The number of the last change in the chain of `alias`; 0 where there is none."""
    return _head(alias)[0]


def write_heads(alias: str, before: int) -> None:
    """Note number and head of the chain of `alias` in `heads`; to be called after the commit. `before` is the number that the
    chain had reached until then.

    A head is never put in the place of one that was lost or that the chain does not reach: `check` goes on reporting that.
    Raises RecordError, saying that the change itself is kept, where the file cannot be written.
    """
    last = LogEntry.objects.using(alias).order_by("-number").first()
    if last is None:
        return
    try:
        _write_head(current_folder() / HEADS_FILE, alias, before, last)
    except OSError as error:
        raise RecordError(HEADS_LATE) from error


def first_heads(aliases: Iterable[str]) -> str:
    """The text of `heads` for a record in which nothing was written yet."""
    return _heads_text({alias: {"number": 0, "hash": START} for alias in aliases})


def reaches(alias: str, head: dict[str, Any]) -> bool:
    """Whether the chain of `alias` holds this head: no last writes were torn off, no older copy was put in its place."""
    if head["number"] == 0:
        return bool(head["hash"] == START)
    return LogEntry.objects.using(alias).filter(number=head["number"], hash=head["hash"]).exists()


def read_heads(path: Path) -> dict[str, Any]:
    """What `heads` says; empty where there is none. Raises RecordError where it cannot be read."""
    try:
        heads: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return {alias: {"number": int(head["number"]), "hash": str(head["hash"])} for alias, head in heads.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise RecordError("the file `heads` cannot be read; restore it from a backup") from error


def erase_values(alias: str, entries: Iterable[LogEntry], fields: set[str] | None = None) -> int:
    """Erase salt and value of these log entries (of these fields alone where given); returns how many."""
    rows = LogValue.objects.using(alias).filter(entry__in=list(entries))
    if fields is not None:
        rows = rows.filter(field__in=fields)
    return rows.delete()[0]


def _write_head(path: Path, alias: str, before: int, last: LogEntry) -> None:
    with alone(path.with_name("heads.lock")):
        try:
            heads = read_heads(path)
        except RecordError:
            return
        noted = heads.get(alias)
        if (before if noted is None else not reaches(alias, noted)) or (noted and noted["number"] >= last.number):
            return
        heads[alias] = {"number": last.number, "hash": last.hash}
        write_whole(path, _heads_text(heads))


def _heads_text(heads: dict[str, Any]) -> str:
    return json.dumps(heads, indent=1, sort_keys=True) + "\n"


def _head(alias: str) -> tuple[int, str]:
    """Number and hash of the last change in the chain of `alias`."""
    with connections[alias].cursor() as cursor:  # asked for with each change, so not by way of a model
        last = cursor.execute("SELECT number, hash FROM record_logentry ORDER BY number DESC LIMIT 1").fetchone()
    return last or (0, START)


def _as_text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (dict, list)):
        return json.dumps(value, sort_keys=True, ensure_ascii=False)
    return str(value)
