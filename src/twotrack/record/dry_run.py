"""An act tried and taken back: what exactly it would change, in both databases, before anybody does it."""

import uuid
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction

from twotrack.record import log
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC, is_cleared
from twotrack.record.models import LogEntry, LogValue

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One row that would be added, changed or removed: its model, and for each field what stood there and what would.
    Values are as the log keeps them; of a removed row all that stood there."""

    alias: str
    action: str
    model: str
    row: uuid.UUID
    was: dict[str, str]
    now: dict[str, str]


class _UndoneError(Exception):
    """Ends the transactions so that nothing is kept."""


def tried(act: Callable[[], object], look: Callable[[list[Changed]], T]) -> T:
    """What `look` says while an act is done, which is then taken back whole. Raises what the act raises.

    Both databases are held for as long as it lasts, so it is for acts on a few rows."""
    aliases = (PUBLIC, CONFIDENTIAL) if is_cleared() else (PUBLIC,)
    found: list[T] = []
    try:
        with ExitStack() as stack:
            for alias in aliases:
                stack.enter_context(transaction.atomic(using=alias))
            before = {alias: log.last_number(alias) for alias in aliases}
            act()
            found.append(look([one for alias in aliases for one in _changed(alias, before[alias])]))
            raise _UndoneError  # noqa: TRY301  (the one way in which all of it is taken back)
    except _UndoneError:
        return found[0]


def _changed(alias: str, before: int) -> list[Changed]:
    found = []
    for entry in LogEntry.objects.using(alias).filter(number__gt=before).order_by("number"):
        now = dict(LogValue.objects.using(alias).filter(entry_id=entry.number).values_list("field", "value"))
        fields = None if entry.action == "remove" else set(now)
        was = {} if entry.action == "add" else _stood(alias, entry, fields)
        found.append(
            Changed(alias=alias, action=entry.action, model=entry.model, row=entry.row, was=was, now=now)
        )  # fmt: skip
    return found


def _stood(alias: str, entry: LogEntry, fields: set[str] | None) -> dict[str, str]:
    """What the fields of a row said before this entry of the log."""
    rows = LogValue.objects.using(alias).filter(entry__row=entry.row, entry__number__lt=entry.number)
    stood = dict(rows.order_by("entry__number").values_list("field", "value"))
    return {name: value for name, value in stood.items() if fields is None or name in fields}
