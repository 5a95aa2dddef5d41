"""Withdrawing a public entry: for harm, on request, or because it was released in error. Silent.

The entry and all that rests on it go into the confidential part under their identifiers, and the names of a person or group
among it are withheld wherever they stand in public texts. In two steps, the confidential rows first: cut off between them,
the same withdrawal is finished by a second call, and `check` reports it until then.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import confidentiality_of
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.links import links_of, record_models, rests_on, rows_linking_to, typed
from twotrack.record.masking import find, forms_of
from twotrack.record.models import Entry, Source, SourceText, Statement, User, Withdrawal, WithheldSpan
from twotrack.vocabulary import Property, WithdrawalReason

_STAYS = (Source,)  # a document is withdrawn by withholding its names, or forgotten


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What a withdrawal takes along (what others rest on last), and the links of public rows that it empties."""

    rows: list[models.Model]
    emptied: list[tuple[models.Model, str]]


def what_goes(entry: Entry) -> Withdrawn:
    """What withdrawing a public entry would take along: to be shown before it is done."""
    entry = typed(entry)
    if confidentiality_of(entry) != PUBLIC:
        raise LedgerError("this entry is confidential already; there is nothing to withdraw")
    rows: dict[uuid.UUID, models.Model] = {}
    _gather(entry, rows)
    rows[entry.pk] = entry
    return Withdrawn(rows=list(rows.values()), emptied=_left_behind(rows))


def withdraw(entry: Entry, *, reason: WithdrawalReason, why: str, by: User) -> Withdrawal:
    """Take a public entry and all that rests on it back into confidence. Raises LedgerError."""
    if not why.strip():
        raise LedgerError("a withdrawal needs its reason; it is kept in confidence")
    going = what_goes(entry)
    with writing(CONFIDENTIAL, by=by) as ledger:
        for row in reversed(going.rows):
            ledger.take_over(_copy(row))
        act = ledger.add(
            Withdrawal(
                entry_id=entry.pk,
                reason=reason.value,
                why=why.strip(),
                rows=[[row._meta.model_name, str(row.pk)] for row in going.rows],
                emptied=[
                    [row._meta.model_name, str(row.pk), field, str(getattr(row, field))] for row, field in going.emptied
                ],
                by=by,
                at=ledger.at,
            )
        )
    finish(act, by=by)
    return act


def finish(act: Withdrawal, *, by: User) -> None:
    """Do what is still undone of a withdrawal in the public database. Done twice, it changes nothing."""
    by_name = {model._meta.model_name: model for model in record_models()}
    with writing(PUBLIC, by=by) as ledger:
        _withhold(ledger, _names(key for _, key in act.rows))
        for name, key, field, value in act.emptied:
            row: Any = by_name[name]._base_manager.using(PUBLIC).filter(pk=key).first()
            if row is not None and str(getattr(row, field)) == value:
                ledger.change(row, **{field: None})
        for name, key in act.rows:
            if (gone := by_name[name]._base_manager.using(PUBLIC).filter(pk=key).first()) is not None:
                ledger.remove(gone)


def halves() -> list[Withdrawal]:
    """Withdrawals that were begun and are not finished: the entry still stands in the public database."""
    acts = Withdrawal.objects.using(CONFIDENTIAL).order_by("at", "id")
    there = set(Entry._base_manager.using(PUBLIC).values_list("pk", flat=True))
    return [act for act in acts if any(uuid.UUID(key) in there for _, key in act.rows)]


def _gather(row: models.Model, found: dict[uuid.UUID, models.Model]) -> None:
    for other in rows_linking_to(row.pk, to=type(row), aliases=(PUBLIC,)):
        if other.pk not in found and not isinstance(other, _STAYS) and rests_on(other, row.pk):
            _gather(typed(other) if isinstance(other, Entry) else other, found)
            found[other.pk] = typed(other) if isinstance(other, Entry) else other


def _left_behind(rows: dict[uuid.UUID, models.Model]) -> list[tuple[models.Model, str]]:
    return [
        (other, field.attname)
        for row in rows.values()
        for other in rows_linking_to(row.pk, to=type(row), aliases=(PUBLIC,))
        if other.pk not in rows
        for field in links_of(type(other))
        if getattr(other, field.attname) == row.pk
    ]


def _copy(row: models.Model) -> models.Model:
    return type(row)(**{field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields})


def _names(keys: Iterable[str]) -> list[str]:
    rows = Statement._base_manager.using(CONFIDENTIAL).filter(pk__in=list(keys), about=Property.NAME.value)
    return sorted({row.value for row in rows})


def _withhold(ledger: Ledger, names: list[str]) -> None:
    """Mark the names wherever they stand in public texts, where they are not marked already."""
    if not names:
        return
    forms = forms_of(names)
    for text in SourceText.objects.using(PUBLIC).order_by("made_at", "id"):
        marked = {(row.start, row.end) for row in WithheldSpan.objects.using(PUBLIC).filter(text_id=text.pk)}
        for span in find(text.text, forms):
            if (span.start, span.end) not in marked:
                ledger.add(WithheldSpan(text=text, start=span.start, end=span.end, by=ledger.by, at=ledger.at))
