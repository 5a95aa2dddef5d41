"""What may be seen, and where rows go.

`Sight` is how everything outside this package reads entries: a user without clearance looks at the public database
alone; one with clearance at both. Rows of the two are never merged: each row knows which it is of.
"""

import uuid
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor

from twotrack.errors import LedgerError
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC, is_cleared

Row = TypeVar("Row", bound=Model)
_AT_ONCE = 30_000  # SQLite takes no endless list of parameters (250,000 in SQLCipher), PostgreSQL 65,535
_PUBLIC_ONLY_APPS = {"auth", "contenttypes"}


class Router:
    """Sends accounts to the public database, follows a row to its own, and leaves every other query without a default."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """The database of the row at hand; the public one for accounts; else none, which fails."""
        instance = hints.get("instance")
        if instance is not None and instance._state.db:
            return str(instance._state.db)
        accounts = model._meta.app_label in _PUBLIC_ONLY_APPS or model._meta.model_name == "user"
        return PUBLIC if accounts else None

    db_for_write = db_for_read

    def allow_relation(self, one: Model, two: Model, **_hints: Any) -> bool:
        """True: which way a link may go is enforced by the ledger and, in the public database, by foreign keys."""
        return one is not None and two is not None

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        """The record's tables in both databases, the accounts' in the public one."""
        return db in (PUBLIC, CONFIDENTIAL) and (app_label == "record" or db == PUBLIC)


class AcrossDescriptor(ForwardManyToOneDescriptor):  # type: ignore[type-arg]  # a class of any link
    """Follows a link from a row: within its own database, and from a confidential row on into the public one."""

    def get_object(self, instance: Model) -> Model:
        """The row that the link names; raises DoesNotExist where neither database holds it."""
        try:
            return super().get_object(instance)
        except self.field.remote_field.model.DoesNotExist:
            if instance._state.db != CONFIDENTIAL:
                raise
            key = getattr(instance, self.field.attname)
            found: Model = self.field.remote_field.model._base_manager.using(PUBLIC).get(pk=key)
            return found


class Sight:
    """The rows that a viewer may see. `Sight.of_context()` sees both databases in a cleared context, else the public one."""

    def __init__(self, aliases: tuple[str, ...]) -> None:
        self.aliases = aliases

    @classmethod
    def of_context(cls) -> "Sight":
        """What the current context allows."""
        return cls((PUBLIC, CONFIDENTIAL) if is_cleared() else (PUBLIC,))

    @classmethod
    def public(cls) -> "Sight":
        """The public database alone, whoever looks."""
        return cls((PUBLIC,))

    @property
    def clears(self) -> bool:
        """Whether confidential rows are in sight."""
        return CONFIDENTIAL in self.aliases

    def all(self, model: type[Row], **conditions: Any) -> list[Row]:
        """The rows in sight that fulfil the conditions, by the time they were recorded and then by id."""
        rows = [row for alias in self.aliases for row in model._default_manager.using(alias).filter(**conditions)]
        return sorted(rows, key=_order)

    def count(self, model: type[Row]) -> int:
        """How many rows are in sight."""
        return sum(model._default_manager.using(alias).count() for alias in self.aliases)

    def among(self, model: type[Row], field: str, keys: Iterable[uuid.UUID | None], **conditions: Any) -> list[Row]:
        """The rows in sight whose `field` is one of the keys, in the order of `all` within each portion."""
        wanted = list(dict.fromkeys(key for key in keys if key is not None))
        portions = [wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE)]
        return [row for portion in portions for row in self.all(model, **{f"{field}__in": portion}, **conditions)]

    def get(self, model: type[Row], key: uuid.UUID | str) -> Row | None:
        """The row of this id, or None where none is in sight: the answer for unknown, forbidden and no id is the same."""
        try:
            key = key if isinstance(key, uuid.UUID) else uuid.UUID(key)
        except ValueError:
            return None
        for alias in self.aliases:
            found = model._default_manager.using(alias).filter(pk=key).first()
            if found is not None:
                return found
        return None

    def require(self, model: type[Row], key: uuid.UUID | str) -> Row:
        """As `get`, but raises LedgerError where there is none."""
        found = self.get(model, key)
        if found is None:
            raise LedgerError(
                f"no {model._meta.verbose_name} has this id; list what there is and take the id from there"
            )
        return found


def confidentiality_of(row: Model) -> str:
    """`public` or `confidential`: the database that holds the row."""
    return str(row._state.db)


def is_confidential(rows: Iterable[Model]) -> bool:
    """Whether any of the rows is confidential."""
    return any(confidentiality_of(row) == CONFIDENTIAL for row in rows)


def _order(row: Any) -> tuple[str, str]:
    moment = getattr(row, "recorded_at", None) or getattr(row, "at", None) or getattr(row, "got_at", None)
    return (moment.isoformat() if moment else "", str(row.pk))
