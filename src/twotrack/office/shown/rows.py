"""Rows in sight, many at once: how the modules beside this one ask for them."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db.models import Model

from twotrack.record.confidentiality import Sight

Row = TypeVar("Row", bound=Model)


def among(sight: Sight, model: type[Row], field: str, keys: Iterable[uuid.UUID | None], **conditions: Any) -> list[Row]:
    """The rows in sight whose `field` is one of the keys, in the order of `Sight.all` within each portion."""
    return sight.among(model, field, keys, **conditions)


def by_id(sight: Sight, model: type[Row], keys: Iterable[uuid.UUID | None]) -> dict[uuid.UUID, Row]:
    """The rows in sight of these ids. A link that leads out of sight is simply not there."""
    return {row.pk: row for row in among(sight, model, "pk", keys)}


def grouped(rows: Iterable[Row], key: Callable[[Row], uuid.UUID | None]) -> dict[uuid.UUID, list[Row]]:
    """Rows by one of their links."""
    found: dict[uuid.UUID, list[Row]] = defaultdict(list)
    for row in rows:
        if (value := key(row)) is not None:
            found[value].append(row)
    return found


def values_of(sight: Sight, model: type[Row], *fields: str, **conditions: Any) -> list[tuple[Any, ...]]:
    """Some fields of the rows in sight, where the rows themselves would be heavy (whole texts)."""
    return [
        values
        for alias in sight.aliases
        for values in model._default_manager.using(alias).filter(**conditions).values_list(*fields)
    ]
