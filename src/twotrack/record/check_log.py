"""Proofs about the log: its chain is whole, and every row is as the log has it.

Read once and in order, whatever its size: of a row that was written once, a short digest of its values is kept in memory; of
one that was changed, or of which something was erased, the latest values themselves.
"""

import hashlib
import json
import uuid
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import Count, Model

from twotrack.record import log
from twotrack.record.faults import PORTION, Fault, Walk
from twotrack.record.links import record_models
from twotrack.record.models import Entry, LogEntry, LogValue
from twotrack.record.search_index import fields_of

UNLOGGED = {"logentry", "logvalue", "sourcechunk", "user"}
_FIELDS = ("number", "at", "by", "action", "model", "row", "digests", "previous", "hash")


class _Logged(NamedTuple):
    """One entry of the log with the values that are still beside it, by their field: salt and value."""

    number: int
    at: datetime
    by: uuid.UUID | None
    action: str
    model: str
    row: uuid.UUID
    digests: dict[str, str]
    previous: str
    hash: str
    values: dict[str, tuple[str, str]]


def log_holds(alias: str, walk: Walk, *, may_lack: bool) -> Iterator[Fault]:
    """Each log entry follows on the one before, each digest is that of its salt and value (or both are erased, where anybody
    was forgotten), and each row is there with the values that the log has of it, or was removed."""
    known = _Latest(alias)
    broken = False
    for number, entry in enumerate(walk.over(_entries(alias)), 1):
        where = f"{alias} log, number {number}"
        if not broken and _is_broken(entry, number, known):
            broken = True  # what follows cannot be told apart from what was put in its place
            yield Fault(rule="the log's chain is whole", where=where)
        if not may_lack and entry.values.keys() != entry.digests.keys():
            yield Fault(rule="no value is gone from the log without a forgetting", where=where)
        for field, (salt, value) in entry.values.items():
            if entry.digests.get(field) != _digest(salt, value):
                yield Fault(rule="the log's values match its digests", where=f"{where}, {field}")
        known.add(entry)
    yield from _rows_match(alias, walk, known)


def index_knows_each_row(alias: str, _walk: Walk) -> Iterator[Fault]:
    """The search index has every row that says something, and none that is gone."""
    from django.db import connections

    quote = connections[alias].ops.quote_name
    for model in record_models():
        if not (fields := fields_of(model)):
            continue
        table, key = quote(model._meta.db_table), quote(str(model._meta.pk.column))
        said = " OR ".join(f"trim({quote(str(model._meta.get_field(name).column))}) <> ''" for name in fields)  # type: ignore[union-attr]
        kind = model._meta.model_name
        with connections[alias].cursor() as cursor:
            missing = f"SELECT {key} FROM {table} WHERE ({said}) AND {key} NOT IN (SELECT row FROM search_keys)"  # noqa: S608
            gone = f"SELECT row FROM search_keys WHERE kind = %s AND row NOT IN (SELECT {key} FROM {table})"  # noqa: S608
            keys = [*cursor.execute(missing).fetchall(), *cursor.execute(gone, [kind]).fetchall()]
        for (found,) in keys:
            yield Fault(rule="the search index holds each row once", where=f"{kind} {uuid.UUID(found)}")


class _Latest:
    """What the log knows last of each row."""

    def __init__(self, alias: str) -> None:
        rows = LogEntry.objects.using(alias).values("row").annotate(times=Count("number")).filter(times__gt=1)
        self.often = {row["row"] for row in rows.iterator(PORTION)}
        self.once: dict[bytes, bytes] = {}
        self.values: dict[uuid.UUID, dict[str, str | None]] = defaultdict(dict)
        self.removed: set[uuid.UUID] = set()
        self.head = log.START

    def add(self, entry: _Logged) -> None:
        """Take in the next entry."""
        if entry.action == "remove":
            self.removed.add(entry.row)
        elif entry.row in self.often or entry.values.keys() != entry.digests.keys():
            self.removed.discard(entry.row)
            self.values[entry.row].update(
                {field: entry.values[field][1] if field in entry.values else None for field in entry.digests}
            )
        else:
            self.once[entry.row.bytes] = _mark({field: value for field, (_, value) in entry.values.items() if value})

    def take(self, row: Model) -> list[str] | None:
        """The fields in which a row is not as it was logged; None where the log does not know it."""
        now = log.field_values(row)
        if (mark := self.once.pop(row.pk.bytes, None)) is not None:
            return [] if mark == _mark(now) else _differing(now, _logged_values(row))
        known = self.values.pop(row.pk, None)
        return None if known is None else _differing(now, known)

    @property
    def left(self) -> list[uuid.UUID]:
        """The rows that were not taken and are not removed."""
        left = {uuid.UUID(bytes=key) for key in self.once} | self.values.keys()
        return sorted(left - self.removed)


def _rows_match(alias: str, walk: Walk, known: _Latest) -> Iterator[Fault]:
    for model in record_models():
        if model._meta.model_name in UNLOGGED or model is Entry:
            continue
        for row in walk.over(model._base_manager.using(alias).order_by("pk").iterator(PORTION)):
            where = f"{model._meta.verbose_name} {row.pk}"
            fields = known.take(row)
            if fields is None:
                yield Fault(rule="each change is in the log", where=where)
            for field in fields or ():
                yield Fault(rule="rows match the log", where=f"{where}, {field}")
    for key in known.left:
        yield Fault(rule="no row is gone without a word", where=f"row {key}")


def _entries(alias: str) -> Iterator[_Logged]:
    """The log in order, each entry with its values: two tables read side by side."""
    rows = LogValue.objects.using(alias).order_by("entry_id").values_list("entry_id", "field", "salt", "value")
    groups = groupby(rows.iterator(PORTION), key=itemgetter(0))
    waiting = next(groups, None)
    for fields in LogEntry.objects.using(alias).order_by("number").values_list(*_FIELDS).iterator(PORTION):
        values = {}
        while waiting is not None and waiting[0] <= fields[0]:
            values = {field: (salt, value) for _, field, salt, value in waiting[1]}
            waiting = next(groups, None)
        yield _Logged._make((*fields, values))


def _is_broken(entry: _Logged, number: int, known: _Latest) -> bool:
    parts: Any = entry
    good = entry.number == number and entry.previous == known.head and log.chain_hash(parts) == entry.hash
    known.head = entry.hash
    return not good


def _digest(salt: str, value: str) -> str:
    try:
        return log.digest(salt, value)
    except ValueError:  # a salt that was altered may be no number
        return ""


def _mark(values: dict[str, str]) -> bytes:
    return hashlib.blake2b(json.dumps(sorted(values.items())).encode(), digest_size=16).digest()


def _logged_values(row: Model) -> dict[str, str | None]:
    """What the log has of a row that was written once."""
    values = LogValue.objects.using(row._state.db).filter(entry__row=row.pk)
    return dict(values.values_list("field", "value"))


def _differing(now: dict[str, str], known: dict[str, str | None]) -> list[str]:
    """The fields of other values than were logged; what was erased cannot be compared, what is empty is not logged."""
    return [
        field
        for field in sorted(now.keys() | known.keys())
        if (value := known.get(field, "")) is not None and value != now.get(field, "")
    ]
