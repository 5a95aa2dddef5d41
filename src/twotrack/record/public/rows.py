"""The public database, each table read once and then answered from memory: a publication looks at every row many times."""

import uuid
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model

from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import PUBLIC

Row = TypeVar("Row", bound=Model)


class PublicRows(Sight):
    """As `Sight.public()`, for one walk over the whole record while nothing changes it."""

    def __init__(self) -> None:
        super().__init__((PUBLIC,))
        self._tables: dict[type[Model], list[Any]] = {}
        self._indexes: dict[tuple[type[Model], tuple[str, ...]], dict[tuple[Any, ...], list[Any]]] = {}

    def all(self, model: type[Row], **conditions: Any) -> list[Row]:
        """The rows whose fields equal the conditions, by the time they were recorded and then by id."""
        if model not in self._tables:
            self._tables[model] = super().all(model)
        names = tuple(sorted(conditions))
        if (model, names) not in self._indexes:
            self._indexes[model, names] = _indexed(self._tables[model], names)
        return self._indexes[model, names].get(tuple(conditions[name] for name in names), [])

    def get(self, model: type[Row], key: uuid.UUID | str | None) -> Row | None:
        """The row of this id, None for none."""
        found = self.all(model, pk=key)
        return found[0] if found else None


def _indexed(rows: Iterable[Any], names: tuple[str, ...]) -> dict[tuple[Any, ...], list[Any]]:
    index: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        index.setdefault(tuple(getattr(row, name) for name in names), []).append(row)
    return index
