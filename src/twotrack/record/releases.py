"""Making named fields of a confidential entry public: an audited act in three steps, repeatable.

The intent goes into the confidential database, then the row into the public one, then the confirmation. Cut off between
two steps, the same release finishes them: the public row's identifier was drawn with the intent.
"""

import uuid
from datetime import datetime

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.record.confidentiality import confidentiality_of
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.links import own_fields, typed
from twotrack.record.models import Contact, Entry, Release, User

GROUND = "released from the confidential part of this record"


def release(
    entry: Entry, *, fields: frozenset[str], why: str, by: User, at: datetime, second: User | None = None
) -> Entry:
    """Make these fields of a confidential entry public and return the public entry, which has its own identifier and time.

    Fields that are not named keep their empty value. Links among them must lead to public entries. A contact takes the
    word of a `second` person. Raises LedgerError.
    """
    entry = typed(entry)
    if second is not None and second.pk == by.pk:
        raise LedgerError("the second word must be another person's")
    if isinstance(entry, Contact) and second is None:
        raise LedgerError("releasing a contact takes a second person's word")
    if confidentiality_of(entry) != CONFIDENTIAL:
        raise LedgerError("this entry is public already")
    if not why.strip():
        raise LedgerError("a release needs its reason; it is kept in confidence")
    known = set(releasable(entry))
    if unknown := fields - known:
        raise LedgerError(
            f"a {entry.kind} has no field {', '.join(sorted(unknown))}; it has {', '.join(sorted(known))}"
        )
    with writing(CONFIDENTIAL, by=by, at=at) as ledger:
        intent = ledger.add(
            Release(
                entry_id=entry.pk,
                fields=sorted(fields),
                public_id=clock.new_id(),
                why=why.strip(),
                by=by,
                second=second,
                intended_at=at,
            )
        )
    try:
        return finish(intent, by=by)
    except LedgerError:
        with writing(CONFIDENTIAL, by=by, at=at) as ledger:
            ledger.remove(intent)  # refused by a rule, so nothing waits to be finished
        raise


def releasable(entry: Entry) -> list[str]:
    """The fields of an entry that a release may name."""
    return [field.name for field in own_fields(typed(entry))]


def finish(intent: Release, *, by: User) -> Entry:
    """Do what is still undone of a release: the public row, the confirmation. Done twice, it changes nothing."""
    entry = typed(Entry.objects.using(CONFIDENTIAL).get(pk=intent.entry_id))
    public = type(entry)._base_manager.using(PUBLIC).filter(pk=intent.public_id).first()
    if public is None:
        with writing(PUBLIC, by=by) as ledger:
            values = {
                field.attname: getattr(entry, field.attname)
                for field in entry._meta.concrete_fields
                if field.name in intent.fields
            }
            public = ledger.add(type(entry)(id=intent.public_id, **values))
            ledger.ground(public, inference=GROUND, language="en")
    if intent.confirmed_at is None:
        with writing(CONFIDENTIAL, by=by) as ledger:
            ledger.change(intent, confirmed_at=ledger.at)
    return public


def halves() -> list[Release]:
    """Releases that were begun and not confirmed."""
    return list(Release.objects.using(CONFIDENTIAL).filter(confirmed_at__isnull=True).order_by("intended_at", "id"))


def released_as(entry: Entry) -> list[uuid.UUID]:
    """The public entries that a confidential one was released as."""
    return [
        row.public_id
        for row in Release.objects.using(CONFIDENTIAL).filter(entry_id=entry.pk).order_by("intended_at", "id")
    ]
