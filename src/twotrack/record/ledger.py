"""The one door through which rows are written: each change checked, logged and committed whole.

with writing(CONFIDENTIAL, by=officer, at=clock.now()) as ledger:
    case = ledger.add(Case(person=person, matter=Matter.DETENTION))
    ledger.ground(case, passage=passage)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, models, transaction

from twotrack import clock, edtf
from twotrack.errors import LedgerError, RecordError
from twotrack.record import log
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import (
    Backup,
    Contact,
    Entry,
    Ground,
    NameSeen,
    Passage,
    PublicationReason,
    Release,
    Reprisal,
    SameAs,
    Statement,
    User,
    Withdrawal,
)
from twotrack.vocabulary import Property

Row = TypeVar("Row", bound=models.Model)
WRONG_WAY = "a public entry cannot rest on a confidential one; release that first, or keep this one confidential"
NO_SPACE = "the disk is full or cannot be written; make room and try again (nothing was changed)"
NEVER_PUBLIC = (PublicationReason, Release, Backup, Withdrawal, NameSeen, SameAs, Reprisal)
_DATED = {about for about in Property if about is Property.WHEN or about.value.endswith("-on")}


class Ledger:
    """Writes rows of one database within one transaction."""

    def __init__(self, alias: str, by: User, at: datetime) -> None:
        self.alias, self.by, self.at = alias, by, at
        self._added = 0
        # Nobody else writes while this transaction lasts, so rows that were seen in it are there.
        self._there: set[tuple[type[models.Model], Any]] = set()

    def add(self, row: Row) -> Row:
        """Write a new row and log it; raises LedgerError where a value is not allowed or a link leads the wrong way."""
        if isinstance(row, Entry):
            # A microsecond apart, so that what was entered first in one act stays first: "the earliest" is then one row.
            row.recorded_at, row.recorded_by_id = self.at + timedelta(microseconds=self._added), self.by.pk
            self._added += 1
        if self.alias == PUBLIC:
            _refuse_in_public(row)
            _draw_pseudonym(self.by)
        self._check(row)
        row.save(using=self.alias, force_insert=True)
        log.append(self.alias, action="add", row=row, values=log.field_values(row), by=self.by.pk, at=self.at)
        return row

    def take_over(self, row: Row) -> Row:
        """Write a row of the other database here as it is, under its identifier and with the time at which it was recorded."""
        self._check(row)
        row.save(using=self.alias, force_insert=True)
        log.append(self.alias, action="add", row=row, values=log.field_values(row), by=self.by.pk, at=self.at)
        self._there |= {(type(row), row.pk), (Entry if isinstance(row, Entry) else type(row), row.pk)}
        return row

    def change(self, row: Row, **values: Any) -> Row:
        """Change values of a row and log what changed."""
        for name, value in values.items():
            setattr(row, name, value)
        self._check(row)
        row.save(using=self.alias, force_update=True)
        changed = {row._meta.get_field(name).attname for name in values}  # type: ignore[union-attr]
        kept = log.field_values(row)
        entry_values = {name: kept.get(name, "") for name in changed}
        log.append(self.alias, action="change", row=row, values=entry_values, by=self.by.pk, at=self.at)
        return row

    def remove(self, row: models.Model) -> None:
        """Remove a row; the log says that it was there."""
        log.append(self.alias, action="remove", row=row, values={}, by=self.by.pk, at=self.at)
        self._there.clear()
        delete_row(row, self.alias)

    def ground(
        self, entry: Entry, *, passage: Passage | None = None, inference: str = "", language: str = "und"
    ) -> Ground:
        """Say what an entry stands on: a passage, or the reasoning of the person who makes it."""
        return self.add(
            Ground(
                entry_id=entry.pk,
                passage=passage,
                inference=inference,
                inference_language=language,
                by=self.by,
                at=self.at,
            )
        )

    def state(
        self,
        subject: Entry,
        about: Property,
        value: str,
        *,
        passage: Passage | None = None,
        inference: str = "",
        **more: Any,
    ) -> Statement:
        """Add a statement on a subject with its ground. A value of a dated property must be EDTF; its bounds are kept."""
        if about in _DATED:
            more["first_day"], more["last_day"] = day_bounds(value)
        statement = self.add(Statement(subject_id=subject.pk, about=about.value, value=value, **more))
        if passage is not None or inference:
            self.ground(statement, passage=passage, inference=inference)
        return statement

    def _check(self, row: models.Model) -> None:
        fields = row._meta.concrete_fields
        links = [field for field in fields if isinstance(field, models.ForeignKey)]
        unchecked = {
            field.name for field in fields if field in links or field.null or isinstance(field, models.JSONField)
        }
        try:
            row.clean_fields(exclude=unchecked | {"kind"})
        except ValidationError as error:
            name, problems = next(iter(error.message_dict.items()))
            raise LedgerError(f"{row._meta.verbose_name}, {name.replace('_', ' ')}: {problems[0]}") from error
        for field in links:
            key = getattr(row, field.attname)
            if key is not None and not field.primary_key:
                self._check_link(field.related_model, key)

    def _check_link(self, model: Any, key: Any) -> None:
        if model is User:  # accounts stand in the public database
            return
        if (model, key) in self._there:
            return
        own = model._base_manager.using(self.alias).filter(pk=key).exists()
        if own or (self.alias == CONFIDENTIAL and model._base_manager.using(PUBLIC).filter(pk=key).exists()):
            self._there.add((model, key))
            return
        raise LedgerError(WRONG_WAY if self.alias == PUBLIC else f"no {model._meta.verbose_name} has this id")


@contextmanager
def writing(alias: str, *, by: User, at: datetime | None = None) -> Iterator[Ledger]:
    """A ledger of one database: everything written within is committed together, or not at all."""
    try:
        with transaction.atomic(using=alias):
            before = log.last_number(alias)
            transaction.on_commit(lambda: log.write_heads(alias, before), using=alias)
            yield Ledger(alias, by, at or clock.now())
    except IntegrityError as error:
        raise LedgerError(
            WRONG_WAY if "FOREIGN KEY" in str(error) else "this would break a rule of the record; nothing was changed"
        ) from error
    except DatabaseError as error:
        if any(sign in str(error) for sign in ("disk is full", "disk I/O", "readonly")):
            raise RecordError(NO_SPACE) from error
        raise
    finally:
        log.forget_end(alias)


def _draw_pseudonym(by: User) -> None:
    """Under which name a person's public decisions are published: drawn once, and telling nothing of who it is."""
    if not by.pseudonym:
        known = User.objects.using(PUBLIC).filter(pk=by.pk).values_list("pseudonym", flat=True).first()
        by.pseudonym = known or f"editor-{clock.new_id().hex[:6]}"
        if not known:
            User.objects.using(PUBLIC).filter(pk=by.pk).update(pseudonym=by.pseudonym)


def _refuse_in_public(row: models.Model) -> None:
    """Refuse what is confidential always, and a contact that was not released on two persons' word."""
    if isinstance(row, NEVER_PUBLIC):
        raise LedgerError(f"a {row._meta.verbose_name} is confidential always; keep it in the confidential part")
    if isinstance(row, Contact) and not (
        Release.objects.using(CONFIDENTIAL).filter(public_id=row.id, second__isnull=False).exists()
    ):
        raise LedgerError("a contact becomes public by a release alone, with a second person's word")


def delete_row(row: models.Model, alias: str) -> None:
    """Remove a row from its table and, where it is an entry, from the table of all entries. Unlogged: see Ledger.remove."""
    type(row)._base_manager.using(alias).filter(pk=row.pk)._raw_delete(alias)
    if isinstance(row, Entry) and type(row) is not Entry:
        Entry._base_manager.using(alias).filter(pk=row.pk)._raw_delete(alias)


def day_bounds(value: str) -> tuple[Any, Any]:
    """First and last day of an EDTF value, None where it is open or unknown; raises LedgerError on anything else."""
    try:
        parsed = edtf.parse(value)
    except ValueError as error:
        raise LedgerError("a date is written in EDTF, such as 2010-05-13, 2011 or 2010-05-14/2010-11") from error
    return parsed.first, parsed.last
