"""Which rows name which: found from the models themselves, so that a new model is covered without a further word."""

import uuid
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from twotrack.record.keyring import CONFIDENTIAL, PUBLIC, is_cleared
from twotrack.record.models import Correction, Entry, Ground

_NEEDED = ("person", "group", "merged_into")  # may be empty, but not once they were filled


@cache
def entry_models() -> dict[str, type[Entry]]:
    """The class of each kind of entry, by the kind's word."""
    return {
        str(model._meta.verbose_name): model
        for model in record_models()
        if issubclass(model, Entry) and model is not Entry
    }


def own_fields(entry: Entry) -> list["models.Field[Any, Any]"]:
    """The fields in which a kind of entry says something: without those that every entry has, for the record's own books."""
    return [field for field in entry._meta.local_concrete_fields if not field.primary_key]


@cache
def record_models() -> tuple[type[models.Model], ...]:
    """All models of the record, in a fixed order."""
    return tuple(sorted(apps.get_app_config("record").get_models(), key=lambda model: model.__name__))


def links_of(model: type[models.Model]) -> list["models.ForeignKey[models.Model, models.Model]"]:
    """The fields of a model that name other rows, the tie to its own entry's row left out."""
    return [
        field
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.ForeignKey) and not (field.remote_field.parent_link or field.primary_key)
    ]


def typed(entry: Entry) -> Entry:
    """The entry as its own kind: a Meeting, a Case ..."""
    if type(entry) is not Entry:
        return entry
    return entry_models()[entry.kind]._base_manager.using(entry._state.db).get(pk=entry.pk)


def rows_linking_to(
    key: uuid.UUID, *, to: type[models.Model], aliases: tuple[str, ...] | None = None
) -> Iterator[models.Model]:
    """The rows which name the row `key` of the model `to`: of the databases that the context may see, or of these."""
    targets = {to, *(parent for parent in to.__mro__ if isinstance(parent, type) and issubclass(parent, models.Model))}
    for alias in aliases or ((PUBLIC, CONFIDENTIAL) if is_cleared() else (PUBLIC,)):
        for model in record_models():
            for field in links_of(model):
                if field.related_model in targets:
                    yield from model._base_manager.using(alias).filter(**{field.attname: key})


def rests_on(row: models.Model, key: uuid.UUID) -> bool:
    """Whether a row has no sense without the row `key`: it names it in a link that may not be empty, it is its case, it was
    merged into it, or it corrects it."""
    return any(
        getattr(row, field.attname) == key and (not field.null or field.name in _NEEDED)
        for field in links_of(type(row))
    ) or (isinstance(row, Correction) and key in (row.about_id, row.entry_id))


def entries_linking_to(entry: Entry) -> list[Entry]:
    """The other entries that name this one; grounds are not entries."""
    return [
        row for row in rows_linking_to(entry.pk, to=type(typed(entry))) if isinstance(row, Entry) and row.pk != entry.pk
    ]


def grounds_of(entry: Entry) -> list[Ground]:
    """What an entry stands on, within its own database."""
    return list(Ground.objects.using(entry._state.db).filter(entry_id=entry.pk).order_by("at", "id"))
