"""Rows written many at a time: one statement for each table, however many rows there are.

Django's own bulk_create does not know models that extend another (every entry does), and building each statement anew costs
more than running it.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.db import connections, models


def insert(alias: str, rows: Iterable[models.Model]) -> None:
    """Write new rows into their tables, those of the models that they extend first. Within the caller's transaction;
    unchecked and unlogged: see Ledger.add_all."""
    by_model: dict[type[models.Model], list[models.Model]] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    for model, own in by_model.items():
        for part in _parts(model):
            _insert(alias, part, own)
    for own in by_model.values():
        for row in own:
            row._state.adding, row._state.db = False, alias


def values_into(alias: str, model: type[models.Model], tuples: Sequence[tuple[Any, ...]], *names: str) -> None:
    """Write rows of plain columns (text and numbers) given as tuples in the order of `names`."""
    if tuples:
        with connections[alias].cursor() as cursor:
            cursor.executemany(_statement(alias, model, names), tuples)


@cache
def _parts(model: type[models.Model]) -> tuple[type[models.Model], ...]:
    """The tables that a row of this model is written to."""
    parents = tuple(parent for parent, link in model._meta.parents.items() if link is not None)
    return (*(part for parent in parents for part in _parts(parent)), model)


def _insert(alias: str, model: type[models.Model], rows: list[models.Model]) -> None:
    connection = connections[alias]
    fields = model._meta.local_concrete_fields
    for row in rows:
        for parent, link in model._meta.parents.items():
            if link is not None:
                setattr(row, link.attname, getattr(row, parent._meta.pk.attname))
    tuples = [
        tuple(field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields) for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_statement(alias, model, tuple(field.attname for field in fields)), tuples)


@cache
def _statement(alias: str, model: type[models.Model], names: tuple[str, ...]) -> str:
    quote = connections[alias].ops.quote_name
    column_of = {field.attname: str(field.column) for field in model._meta.local_concrete_fields}
    columns = ", ".join(quote(column_of[name]) for name in names)
    marks = ", ".join(["%s"] * len(names))
    return f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608  (our own models' names)
