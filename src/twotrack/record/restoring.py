"""An earlier state of an entry, from the log, and the way back to it: a correction like any other."""

import json
from typing import Any

from django.db import models

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import confidentiality_of
from twotrack.record.corrections import correct, correctable
from twotrack.record.links import typed
from twotrack.record.models import Entry, LogEntry, LogValue, User


def state_at(entry: Entry, number: int) -> dict[str, Any]:
    """What the fields of an entry that can be corrected said after the change of this number in its database's log.

    Raises LedgerError where the entry has no such change, or where a value was forgotten since."""
    entry = typed(entry)
    alias = confidentiality_of(entry)
    acts = list(LogEntry.objects.using(alias).filter(row=entry.pk, number__lte=number).order_by("number"))
    if not acts or acts[-1].number != number:
        raise LedgerError("this entry has no such earlier state")
    said: dict[str, str] = {}
    for act in acts:
        kept = dict(LogValue.objects.using(alias).filter(entry_id=act.number).values_list("field", "value"))
        for name in act.digests:
            if name not in kept and name in {_attname(entry, one) for one in correctable(entry)}:
                raise LedgerError("something of that state was forgotten, so it cannot come back")
            said[name] = kept.get(name, "")
    return {name: _value(entry, name, said.get(_attname(entry, name), "")) for name in correctable(entry)}


def restore(entry: Entry, number: int, *, why: str, by: User) -> Entry:
    """Let an entry say again what it said after this change; of a public one the next publication says that it was put
    right. Raises LedgerError where nothing differs."""
    return correct(entry, state_at(entry, number), why=why, by=by)


def _attname(entry: Entry, name: str) -> str:
    return str(type(entry)._meta.get_field(name).attname)  # type: ignore[union-attr]


def _value(entry: Entry, name: str, text: str) -> Any:
    field: Any = type(entry)._meta.get_field(name)
    if isinstance(field, models.JSONField):
        return json.loads(text) if text else field.get_default()
    if text in ("", "None"):
        return None if field.null else field.get_default() if not isinstance(field, models.TextField) else ""
    return field.to_python(text)
