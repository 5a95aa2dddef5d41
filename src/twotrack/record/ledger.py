"""The one door through which rows are written: each change checked, logged and committed whole.

with writing(CONFIDENTIAL, by=officer, at=clock.now()) as ledger:
    case = ledger.add(Case(person=person, matter=Matter.DETENTION))
    ledger.ground(case, passage=passage)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, models, transaction

from twotrack import clock, edtf
from twotrack.errors import LedgerError, RecordError
from twotrack.record import log
from twotrack.record.insertion import insert
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
from twotrack.record.search_index import add_rows, drop_rows, fields_of, renew
from twotrack.vocabulary import Property

Row = TypeVar("Row", bound=models.Model)
WRONG_WAY = "a public entry cannot rest on a confidential one; release that first, or keep this one confidential"
NO_SPACE = "the disk is full or cannot be written; make room and try again (nothing was changed)"
_AT_ONCE = 500  # SQLite takes no endless list of parameters
NEVER_PUBLIC = (PublicationReason, Release, Backup, Withdrawal, NameSeen, SameAs, Reprisal)
_DATED = {about for about in Property if about is Property.WHEN or about.value.endswith("-on")}


class Ledger:
    """Writes rows of one database within one transaction."""

    def __init__(self, alias: str, by: User, at: datetime) -> None:
        self.alias, self.by, self.at = alias, by, at
        self._added = 0
        # Nobody else writes while this transaction lasts, so rows that were seen in it are there.
        self._seen: set[tuple[type[models.Model], Any]] = set()

    def add(self, row: Row) -> Row:
        """Write a new row and log it; raises LedgerError where a value is not allowed or a link leads the wrong way."""
        return self.add_all([row])[0]

    def add_all(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Write new rows and log them, in order, much faster than one by one; rows may name each other."""
        for row in rows:
            if isinstance(row, Entry):
                # A microsecond apart, so that what was entered first in one act stays first: "the earliest" is then one row.
                row.recorded_at, row.recorded_by_id = self.at + timedelta(microseconds=self._added), self.by.pk
                row.kind = str(row._meta.verbose_name)
                name_as_entry(row)
                self._added += 1
        if self.alias == PUBLIC:
            for row in rows:
                _refuse_in_public(row)
            _draw_pseudonym(self.by)
        self._write(rows)
        return rows

    def take_over(self, row: Row) -> Row:
        """Write a row of the other database here as it is, under its identifier and with the time at which it was recorded."""
        self._write([row])
        return row

    def change(self, row: Row, **values: Any) -> Row:
        """Change values of a row and log what changed."""
        for name, value in values.items():
            setattr(row, name, value)
        _check_values(row)
        self._check_links([row])
        row.save(using=self.alias, force_update=True)
        changed = {row._meta.get_field(name).attname for name in values}  # type: ignore[union-attr]
        kept = log.field_values(row)
        entry_values = {name: kept.get(name, "") for name in changed}
        if any(name in values for name in fields_of(type(row))):
            renew(self.alias, row)
        self._log([log.Change("change", row, entry_values)])
        return row

    def remove(self, row: models.Model) -> None:
        """Remove a row; the log says that it was there."""
        drop_rows(self.alias, [row])
        self._log([log.Change("remove", row, {})])
        self._seen.clear()
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

    def stand(self, *entries: Entry, passage: Passage | None, inference: str) -> None:
        """Let entries that were made in one act stand on the same passage; on the inference where there is none."""
        for entry in entries:
            self.ground(entry, passage=passage, inference="" if passage else inference)

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

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is written within stands whole or not at all; where it fails, what this ledger wrote before stays."""
        try:
            with _refused_in_plain_words(), transaction.atomic(using=self.alias):
                yield
        except BaseException:
            self._seen.clear()  # rows seen within may not be there any more
            raise

    def _write(self, rows: Sequence[models.Model]) -> None:
        for row in rows:
            _check_values(row)
        self._check_links(rows)
        insert(self.alias, rows)
        add_rows(self.alias, rows)
        self._log(log.Change("add", row, log.field_values(row)) for row in rows)

    def _log(self, changes: Iterable[log.Change]) -> None:
        log.append(self.alias, changes, by=self.by.pk, at=self.at)

    def _check_links(self, rows: Sequence[models.Model]) -> None:
        """Refuse a link to a row that is not there, or the wrong way. Accounts stand in the public database, unchecked."""
        named: dict[Any, set[Any]] = defaultdict(set)
        for row in rows:
            for field in _links(type(row)):
                if (key := getattr(row, field.attname)) is not None and field.related_model is not User:
                    named[field.related_model].add(key)
        here = {(model, row.pk) for row in rows for model in type(row).__mro__} if len(rows) > 1 else set()
        for model, keys in named.items():
            missing = {key for key in keys if (model, key) not in here and (model, key) not in self._seen}
            for alias in (CONFIDENTIAL, PUBLIC) if self.alias == CONFIDENTIAL else (PUBLIC,):
                missing -= _there(model, missing, alias) if missing else set()
            if missing:
                raise LedgerError(WRONG_WAY if self.alias == PUBLIC else f"no {model._meta.verbose_name} has this id")
            self._seen |= {(model, key) for key in keys if (model, key) not in here}


@cache
def _links(model: type[models.Model]) -> tuple[Any, ...]:
    fields = model._meta.concrete_fields
    return tuple(one for one in fields if isinstance(one, models.ForeignKey) and not one.primary_key)


@cache
def _unchecked(model: type[models.Model]) -> frozenset[str]:
    """The fields that have no rule of their own beside what the database holds to."""
    return frozenset(
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, (models.ForeignKey, models.JSONField)) or field.null or field.name == "kind"
    )


def _there(model: Any, keys: set[Any], alias: str) -> set[Any]:
    """Those of the keys that are of a row of this database."""
    asked, there = list(keys), set()
    for start in range(0, len(asked), _AT_ONCE):
        rows = model._base_manager.using(alias).filter(pk__in=asked[start : start + _AT_ONCE])
        there |= set(rows.values_list("pk", flat=True))
    return there


def _check_values(row: models.Model) -> None:
    try:
        row.clean_fields(exclude=set(_unchecked(type(row))))
    except ValidationError as error:
        name, problems = next(iter(error.message_dict.items()))
        raise LedgerError(f"{row._meta.verbose_name}, {name.replace('_', ' ')}: {problems[0]}") from error


def name_as_entry(row: Entry) -> None:
    """Let a new row of a kind of entry bear its id as the key of its own table too, so that others can name it unwritten."""
    for link in type(row)._meta.parents.values():
        if link is not None:
            setattr(row, link.attname, row.id)


@contextmanager
def writing(alias: str, *, by: User, at: datetime | None = None) -> Iterator[Ledger]:
    """A ledger of one database: everything written within is committed together, or not at all."""
    with _refused_in_plain_words(), transaction.atomic(using=alias):
        before = log.last_number(alias)
        transaction.on_commit(lambda: log.write_heads(alias, before), using=alias)
        yield Ledger(alias, by, at or clock.now())


@contextmanager
def _refused_in_plain_words() -> Iterator[None]:
    """What the database refuses, as an error for people."""
    try:
        yield
    except IntegrityError as error:
        raise LedgerError(
            WRONG_WAY if "FOREIGN KEY" in str(error) else "this would break a rule of the record; nothing was changed"
        ) from error
    except DatabaseError as error:
        if any(sign in str(error) for sign in ("disk is full", "disk I/O", "readonly")):
            raise RecordError(NO_SPACE) from error
        raise


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
