"""Who read which confidential name, and when; never the name.

Written for whoever keeps watch over a record of several people: a colleague who leafs through cases leaves a trace. One row an
hour, a reader and a person is enough, so a page that is loaded again writes nothing.
"""

import uuid
from collections.abc import Iterable
from datetime import timedelta

from twotrack import clock
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, is_cleared
from twotrack.record.ledger import writing
from twotrack.record.models import ListItem, NameSeen, Statement, User
from twotrack.vocabulary import Property

AGAIN = timedelta(hours=1)
_AT_ONCE = 500


def note_names_seen(subjects: Iterable[uuid.UUID], *, by: User) -> int:
    """Note that somebody was shown these persons, groups or lines of lists, of those that have a confidential name; returns
    how many were new. Nothing where the context may not see confidential names."""
    keys = list(dict.fromkeys(subjects))
    if not keys or not is_cleared():
        return 0
    confidential = _with_confidential_name(keys)
    recent = set(
        NameSeen.objects.using(CONFIDENTIAL)
        .filter(by_id=by.pk, at__gt=clock.now() - AGAIN)
        .values_list("entry_id", flat=True)
    )
    new = [key for key in keys if key in confidential and key not in recent]
    if new:
        with writing(CONFIDENTIAL, by=by) as ledger:
            for key in new:
                ledger.add(NameSeen(entry_id=key, by=by, at=ledger.at))
    return len(new)


def sights_of(entry: uuid.UUID) -> list[NameSeen]:
    """Who was shown this person's confidential name, the earliest first; needs clearance."""
    return Sight((CONFIDENTIAL,)).all(NameSeen, entry_id=entry)


def _with_confidential_name(keys: list[uuid.UUID]) -> set[uuid.UUID]:
    found: set[uuid.UUID] = set()
    for start in range(0, len(keys), _AT_ONCE):
        found |= set(
            Statement.objects.using(CONFIDENTIAL)
            .filter(about=Property.NAME.value, subject_id__in=keys[start : start + _AT_ONCE])
            .values_list("subject_id", flat=True)
        )
        lines = ListItem.objects.using(CONFIDENTIAL).filter(pk__in=keys[start : start + _AT_ONCE])
        found |= set(lines.values_list("pk", flat=True))
    return found
