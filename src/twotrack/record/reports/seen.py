"""The rows in sight as the database counts them: one query for each database, the counts added up afterwards.

An entry that was merged into another is not counted beside it; a confidential one that was released is counted once, as the
public entry that it became.
"""

import json
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Count, Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Entry, Release

Rows = QuerySet[Any]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts by key: of all in sight, and of the confidential ones among them."""

    all: Counter[Key]
    confidential: Counter[Key]

    def total(self, fits: Callable[[Key], bool] = lambda _key: True) -> tuple[int, int]:
        """How many there are whose key fits, and how many of them are confidential."""
        return tuple(sum(n for key, n in some.items() if fits(key)) for some in (self.all, self.confidential))  # type: ignore[return-value]

    def ending(self, word: str) -> "Tally":
        """The counts of the keys that end with a word, without it. To count by one field more and choose afterwards lets the
        database read an index alone, where a condition on that field makes it look up every row."""
        kept = [
            Counter({key[:-1]: n for key, n in some.items() if key[-1] == word})
            for some in (self.all, self.confidential)
        ]
        return Tally(all=kept[0], confidential=kept[1])


class Fields:
    """Some fields of a row as attributes, and whether the row is confidential."""

    def __init__(self, values: dict[str, Any], confidential: bool) -> None:
        self.__dict__.update(values)
        self.confidential = confidential

    def __getattr__(self, name: str) -> Any:  # only for what is not there
        raise AttributeError(f"the field {name} was not asked for")


class Seen:
    """What a sight shows, for one report: `rows(Model)` is a query for each database, without what is not to be counted."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.memo: dict[str, dict[Any, Any]] = {}  # what was looked up once for this report: see called.py
        self.named: set[uuid.UUID] = set()  # the persons, groups and lines of lists whose names were given out
        self._left_out = {alias: _merged(alias) for alias in sight.aliases}
        if sight.clears:
            self._left_out[CONFIDENTIAL] |= _released()

    def by_id(self, model: type[Model], keys: Iterable[uuid.UUID | None], *fields: str) -> dict[uuid.UUID, Fields]:
        """Some fields of the rows of these ids, without the row of the entry itself, which is dear to fetch by the thousand."""
        return {row.pk: row for row in self.of(model, "pk", keys, *fields)}

    def of(
        self, model: type[Model], link: str, keys: Iterable[uuid.UUID | None], *fields: str, **more: Any
    ) -> list[Fields]:
        """Some fields of the counted rows whose `link` is one of the keys, in a fixed order."""
        wanted = list({key for key in keys if key is not None})
        if not wanted:
            return []
        names = ("pk", *fields)
        found = [
            Fields(dict(zip(names, row, strict=True)), alias == CONFIDENTIAL)
            for alias, rows in self.rows(model, **{f"{link}__in": wanted}, **more)
            for row in rows.order_by().values_list(*names)
        ]
        return sorted(found, key=lambda row: row.pk.hex)

    def recorded(self, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, datetime]:
        """When each of these entries was recorded."""
        wanted = list(keys)
        return {
            key: at
            for alias in (self.sight.aliases if wanted else ())
            for key, at in Entry._default_manager.using(alias).filter(pk__in=wanted).values_list("pk", "recorded_at")
        }

    def leaves_out(self, row: Model) -> bool:
        """Whether a row is one that is not counted."""
        return row.pk in self._left_out[str(row._state.db)]

    def rows(self, model: type[Model], *only: Q, **conditions: Any) -> Iterator[tuple[str, Rows]]:
        """For each database its name and the rows of a model that are counted; conditions as `filter` takes them."""
        for alias in self.sight.aliases:
            # Not the default manager: it joins the table of all entries to leave out the merged ones, which are left out here.
            found = model._base_manager.using(alias).filter(*only, **conditions)
            left_out = self._left_out[alias] if issubclass(model, Entry) else set()
            yield alias, (found.exclude(pk__in=left_out) if left_out else found)

    def values(self, model: type[Model], *fields: str, **conditions: Any) -> list[tuple[Any, ...]]:
        """Some fields of the rows that are counted, and last the name of their database."""
        found = [
            (*row, alias)
            for alias, rows in self.rows(model, **conditions)
            for row in rows.order_by().values_list(*fields)
        ]
        return sorted(found, key=lambda row: str(row[0]))

    def tally(self, model: type[Model], *by: str | Q, **conditions: Any) -> Tally:
        """How many rows there are for each combination of some fields, counted by the database."""
        fields, only = _told_apart(by)
        return self.tallied(self.rows(model, *only, **conditions), *fields)

    def tallied(self, queries: Iterable[tuple[str, Rows]], *by: str) -> Tally:
        """As `tally`, for queries that are made already."""
        everything: Counter[Key] = Counter()
        confidential: Counter[Key] = Counter()
        for alias, rows in queries:
            counted = rows.order_by().values_list(*by).annotate(number=Count("*")) if by else [(rows.count(),)]
            for *key, number in counted:
                everything[tuple(key)] += number
                if alias == CONFIDENTIAL:
                    confidential[tuple(key)] += number
        return Tally(all=everything, confidential=confidential)

    def distinct(self, model: type[Model], field: str, *only: Q, **conditions: Any) -> dict[Any, bool]:
        """The values of a field, each once, and whether only confidential rows have it."""
        found: dict[Any, bool] = {}
        for alias, rows in self.rows(model, *only, **conditions):
            for value in rows.order_by().values_list(field, flat=True).distinct():
                found[value] = found.get(value, True) and alias == CONFIDENTIAL
        return found

    def excluding(self, model: type[Model], *, limits: Mapping[str, Any], **unwanted: Any) -> list[uuid.UUID]:
        """The ids of the rows within the limits but for the unwanted ones."""
        return [
            key
            for _, rows in self.rows(model, **limits)
            for key in rows.exclude(**unwanted).order_by().values_list("pk", flat=True)
        ]

    def first(
        self, model: type[Model], order: Sequence[str], limit: int, *only: Q, **conditions: Any
    ) -> list[tuple[Any, ...]]:
        """The first rows in an order of fields (last of them the id), by an index in each database; as `values`."""
        return first_of(self.rows(model, *only, **conditions), order, limit)


def _told_apart(by: tuple[str | Q, ...]) -> tuple[list[str], list[Q]]:
    """Fields and conditions, told apart."""
    return [one for one in by if isinstance(one, str)], [one for one in by if isinstance(one, Q)]


def raw(alias: str, rows: Rows) -> list[tuple[Any, ...]]:
    """The rows of a query as the database gives them: where keys come by the ten thousand, to be added up across the two
    databases, making a UUID of each would take longer than the counting. Keys are opaque: compare them, and see `keys_of`."""
    try:
        sql, parameters = rows.query.get_compiler(alias).as_sql()
    except EmptyResultSet:  # a condition that nothing can fulfil, such as one of no keys
        return []
    with connections[alias].cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def among(keys: Iterable[Any]) -> RawSQL:
    """Opaque keys as a subquery, for `__in`: one parameter however many there are."""
    written = [key if isinstance(key, str) else str(key) for key in keys]
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(written)])


def keys_of(opaque: Iterable[Any]) -> list[uuid.UUID]:
    """The ids that opaque keys stand for."""
    return [key if isinstance(key, uuid.UUID) else uuid.UUID(key) for key in opaque]


def first_of(queries: Iterable[tuple[str, Rows]], order: Sequence[str], limit: int) -> list[tuple[Any, ...]]:
    """The first rows of several queries in one order; a field with `-` before it runs down. Empty values come first."""
    fields = [field.lstrip("-") for field in order]
    found = [(*row, alias) for alias, rows in queries for row in rows.order_by(*order).values_list(*fields)[:limit]]
    for number, field in reversed(list(enumerate(order))):
        found.sort(key=lambda row: _sortable(row[number]), reverse=field.startswith("-"))
    return found[:limit]


def _sortable(value: Any) -> tuple[bool, Any]:
    if isinstance(value, uuid.UUID):
        value = value.hex
    return (value is not None, value if value is not None else "")


def _merged(alias: str) -> set[uuid.UUID]:
    # By the index on the column: for `is not null` SQLite would read the whole table of entries.
    rows = Entry._base_manager.using(alias).filter(merged_into__gt=uuid.UUID(int=0))
    return set(rows.values_list("pk", flat=True))


def _released() -> set[uuid.UUID]:
    """Confidential entries whose public entry is there."""
    pairs = dict(Release._default_manager.using(CONFIDENTIAL).values_list("public_id", "entry_id"))
    public = (
        Entry._default_manager.using(PUBLIC).filter(pk__in=list(pairs)).values_list("pk", flat=True) if pairs else []
    )
    return {pairs[key] for key in public}
