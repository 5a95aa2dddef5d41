"""The rows of the record as lines of JSON and back, a table a model. An entry's line holds what every entry has beside its
own fields, under one `id`."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models

from twotrack.record.links import record_models
from twotrack.record.models import Entry, SourceChunk, User

FACTOR = "second_factor"
PASSWORD = "password"  # noqa: S105  (the name of a field)


def tables() -> dict[str, type[models.Model]]:
    """Name of each table -> its model, in a fixed order. Entries are in the tables of their kinds."""
    return {str(model._meta.model_name): model for model in record_models() if model is not Entry}


def fields_of(model: type[models.Model]) -> list["models.Field[Any, Any]"]:
    """The fields of a line, `id` first: those of the entry and the kind's own; the tie between the two is left out, and the
    bytes of sources, which are files."""
    return [
        field
        for field in model._meta.concrete_fields
        if not (field.remote_field and getattr(field.remote_field, "parent_link", False))
        and not isinstance(field, models.BinaryField)
    ]


def lines(model: type[models.Model], alias: str, *, secrets: bool) -> Iterator[bytes]:
    """The rows of a model in one database, in the order of their keys. `secrets`: with the hashes of passwords."""
    fields = fields_of(model)
    for row in model._base_manager.using(alias).order_by("pk").iterator(chunk_size=2000):
        values = {field.attname: _plain(getattr(row, field.attname)) for field in fields}
        if model is User:
            values[FACTOR] = ""  # it opens with the keys of this record alone
            values[PASSWORD] = values[PASSWORD] if secrets else "!"
        if isinstance(row, SourceChunk):
            values["bytes"] = len(row.content)
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def row_of(model: type[models.Model], line: bytes) -> tuple[models.Model, dict[str, Any]]:
    """The row that a line holds, unsaved, and the line's values. Raises ValueError where it is not the model's."""
    values = json.loads(line)
    fields = fields_of(model)
    if model is User and isinstance(values, dict):
        values.setdefault(FACTOR, "")  # packages of earlier versions know of none
    if not isinstance(values, dict) or not {field.attname for field in fields} <= set(values):
        raise ValueError("a line lacks a field")
    try:
        return model(**{field.attname: field.to_python(values[field.attname]) for field in fields}), values
    except Exception as error:
        raise ValueError("a line holds a value of the wrong kind") from error


def _plain(value: Any) -> Any:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
