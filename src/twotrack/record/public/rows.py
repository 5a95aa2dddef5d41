"""The public database, each table read once and then answered from memory: a publication looks at every row many times.

A row is a plain object with the fields of its model: a model's own instances take three times the room and the time.
"""

import uuid
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from django.db.models import Model

from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import PUBLIC

Row = TypeVar("Row", bound=Model)
_AT_ONCE = 2_000
_WHEN = ("recorded_at", "at", "got_at")


class PublicRows(Sight):
    """As `Sight.public()`, for one walk over the whole record while nothing changes it."""

    def __init__(self) -> None:
        super().__init__((PUBLIC,))
        self._tables: dict[type[Model], list[Any]] = {}
        self._indexes: dict[tuple[type[Model], tuple[str, ...]], dict[tuple[Any, ...], list[Any]]] = {}

    def all(self, model: type[Row], **conditions: Any) -> list[Row]:
        """The rows whose fields equal the conditions, by the time they were recorded and then by id."""
        names = tuple(sorted(conditions))
        index = self._indexes.get((model, names))
        if index is None:
            if model not in self._tables:
                self._tables[model] = _read(model)
            index = self._indexes[model, names] = _indexed(self._tables[model], names)
        return index.get(tuple(conditions[name] for name in names), [])

    def get(self, model: type[Row], key: uuid.UUID | str | None) -> Row | None:
        """The row of this id, None for none."""
        found = self.all(model, pk=key)
        return found[0] if found else None


class PlainRow:
    """A row with the fields of its model, links by their ids; `pk` is its id."""

    __slots__: tuple[str, ...] = ()

    def __init__(self, values: Iterable[Any]) -> None:
        for name, value in zip(self.__slots__, values, strict=True):
            setattr(self, name, value)


@cache
def _kind(model: type[Model]) -> type[PlainRow]:
    names = ("pk", *(field.attname for field in model._meta.concrete_fields if not field.primary_key))
    return type(f"{model.__name__}Row", (PlainRow,), {"__slots__": names})


def _read(model: type[Model]) -> list[Any]:
    kind = _kind(model)
    rows = model._default_manager.using(PUBLIC).values_list(*kind.__slots__)
    dated = next((name for name in _WHEN if name in kind.__slots__), None)
    found: list[Any] = [kind(values) for values in rows.iterator(_AT_ONCE)]
    if dated is None:
        return sorted(found, key=lambda row: str(row.pk))
    return sorted(found, key=lambda row: (getattr(row, dated), str(row.pk)))


def _indexed(rows: Iterable[Any], names: tuple[str, ...]) -> dict[tuple[Any, ...], list[Any]]:
    index: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        index.setdefault(tuple(getattr(row, name) for name in names), []).append(row)
    return index
