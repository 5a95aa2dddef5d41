"""Earlier prints of a document, and what in it is new or changed since the last one."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from twotrack.record.confidentiality import Sight
from twotrack.record.models import Export, LogEntry, User
from twotrack.record.reports.seen import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """That a document left the record."""

    at: datetime
    by: str
    names: int


def what_left(name: str, about: str) -> str:
    """What the log of exports says of a document: its name and the id that it is about, or the year."""
    return f"{name} {about.replace('-', '')}"


def last_print(sight: Sight, name: str, about: str) -> Printed | None:
    """The last time that this document left, as far as that is in sight."""
    rows = sight.all(Export, what=what_left(name, about))
    if not rows:
        return None
    last = max(rows, key=lambda row: (row.at, str(row.pk)))
    user = Sight.public().get(User, last.by_id)
    return Printed(at=last.at, by=user.name if user else "", names=last.names)


def changed_since(
    seen: Seen, entries: Iterable[uuid.UUID], at: datetime
) -> tuple[frozenset[uuid.UUID], frozenset[uuid.UUID]]:
    """Of these entries the new ones, recorded after a time, and those changed after it."""
    keys = list(dict.fromkeys(entries))
    new = {key for key, recorded in seen.recorded(keys).items() if recorded > at}
    changed = {
        key
        for alias in (seen.sight.aliases if keys else ())
        for key in LogEntry.objects.using(alias)
        .filter(row__in=keys, action="change", at__gt=at)
        .values_list("row", flat=True)
    }
    return frozenset(new), frozenset(changed - new)
