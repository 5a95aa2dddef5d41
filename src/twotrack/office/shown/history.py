"""The history of an entry: who wrote what and when, from the log, with what stood before."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from twotrack.office.dates import in_words
from twotrack.office.shown.named import named
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.links import typed
from twotrack.record.models import Entry, LogEntry, LogValue, User
from twotrack.record.models.entry import EdtfField

MACHINE = {"kind", "recorded_at", "recorded_by", "id", "proposal", "first_day", "last_day", "due_last", "entry_ptr"}
_WORDS = {"add": "entered", "change": "changed", "remove": "removed", "forget": "forgotten"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """What one field became."""

    label: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One act of the log on an entry. `number` is its number there where the state after it can come back, else 0."""

    at: datetime
    by: str
    word: str
    fields: tuple[FieldChange, ...]
    confidential: bool
    number: int = 0


def history_of(sight: Sight, entry: Entry) -> list[Change]:
    """What was done to an entry, the latest first. What was forgotten is erased from the log, and says so."""
    entry = typed(entry)
    model = type(entry)
    acts = [(alias, act) for alias in sight.aliases for act in LogEntry.objects.using(alias).filter(row=entry.pk)]
    acts.sort(key=lambda one: (one[1].at, one[0], one[1].number))
    people = {user.pk: user.name for user in Sight.public().all(User)}
    values: dict[str, str] = {}
    found = []
    for alias, act in acts:
        kept = {row.field: row.value for row in LogValue.objects.using(alias).filter(entry_id=act.pk)}
        fields = []
        for attname in act.digests:
            field = _field(model, attname)
            if field is None or field.name in MACHINE:
                continue
            now, was = kept.get(attname), values.get(attname, "")
            values[attname] = now or ""
            if act.action == "add" and not now:
                continue
            fields.append(_change(sight, field, was, now))
        found.append(
            Change(
                at=act.at,
                by=people.get(act.by, "") if act.by else "",
                word=_WORDS.get(act.action, act.action),
                fields=tuple(fields),
                confidential=alias == CONFIDENTIAL,
                number=act.number if alias == entry._state.db and (alias, act) != acts[-1] and fields else 0,
            )
        )
    return list(reversed(found))


def fields_of(sight: Sight, entry: Entry) -> list[tuple[str, str]]:
    """The fields of an entry that hold something, as a person reads them."""
    entry = typed(entry)
    found = []
    for field in type(entry)._meta.concrete_fields:
        value = getattr(entry, field.attname)
        if field.name not in MACHINE and field.name != "merged_into" and value not in (None, "", [], {}, False):
            found.append((label_of(field), as_words(sight, field, str(value))))
    return found


def label_of(field: Any) -> str:
    """A field as a person reads it."""
    return str(field.verbose_name).replace("_", " ")


def as_words(sight: Sight, field: Any, value: str) -> str:
    """A value as the log keeps it, as a person reads it: the name of what is linked, the label of a word of a list."""
    if not value or value == "None":
        return ""
    if isinstance(field, models.ForeignKey):
        try:
            return named(sight, field.related_model, uuid.UUID(value))
        except ValueError:
            return ""
    if isinstance(field, EdtfField):
        return in_words(value)
    choices = dict(field.flatchoices)
    return str(choices.get(value, value))


def _change(sight: Sight, field: Any, was: str, now: str | None) -> FieldChange:
    return FieldChange(
        label=label_of(field),
        was=as_words(sight, field, was),
        now="forgotten" if now is None else as_words(sight, field, now),
    )


def _field(model: type[models.Model], attname: str) -> Any:
    for field in model._meta.concrete_fields:
        if attname in (field.attname, field.name):
            return field
    try:
        return model._meta.get_field(attname)
    except FieldDoesNotExist:
        return None
