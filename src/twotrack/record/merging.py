"""Two entries that turned out to be one, and back: merge and split, with their history.

Merging moves every link from the one entry to the other and leaves it standing, empty, with a word where it went; a split
moves back what the merge had moved and nobody has changed since. Never by name alone, and never across the line: there a
confidential pointer says that two are the same, and nothing is moved.
"""

import uuid
from typing import Any

from django.db import models

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC, is_cleared
from twotrack.record.ledger import Ledger, writing
from twotrack.record.links import links_of, record_models, typed
from twotrack.record.models import (
    Agency,
    Case,
    Correction,
    Entry,
    Ground,
    Group,
    Meeting,
    Merging,
    Person,
    PublicationDecision,
    Release,
    SameAs,
    User,
)
from twotrack.record.publication import decision_for, form_of
from twotrack.vocabulary import PublicationForm

MERGED = (Person, Group, Case, Agency, Meeting)
# These tell of the entry that was merged itself, not of what it stands for.
_STAYS: tuple[type[models.Model], ...] = (Ground, PublicationDecision, Merging, Release, Correction)
_STRICTEST_LAST = tuple(PublicationForm)


def merge(kept: Entry, merged: Entry, *, why: str, by: User) -> Merging:
    """Make `merged` one with `kept`: of the same kind, in the same database. `why` is what else than the name agrees.

    Where the two may appear differently in what is published, the stricter decision holds for both. Raises LedgerError.
    """
    kept, merged = typed(kept), typed(merged)
    _check(kept, merged, why)
    alias = confidentiality_of(kept)
    with writing(alias, by=by) as ledger:
        if alias == PUBLIC:
            _keep_the_stricter(ledger, kept, merged)
        act = _merge(ledger, kept, merged, why.strip())
        ledger.change(merged, merged_into_id=kept.pk)
    follow(by=by)
    return act


def split(act: Merging, *, by: User) -> None:
    """Undo a merge: the links that it moved go back, those that were changed since stay. Raises LedgerError where it was
    undone before, or where the kept entry was itself merged into another."""
    if act.split_at is not None:
        raise LedgerError("this merge was undone before; nothing was changed")
    alias = confidentiality_of(act)
    kept = Entry._base_manager.using(alias).filter(pk=act.kept_id).first()
    merged = Entry._base_manager.using(alias).filter(pk=act.merged_id).first()
    if kept is None or merged is None:
        raise LedgerError("one of the two is no longer there; nothing can be split")
    if kept.merged_into_id is not None:
        raise LedgerError("what this was merged into is itself merged into another; split that one first")
    with writing(alias, by=by) as ledger:
        ledger.change(typed(merged), merged_into_id=None)
        _move_back(ledger, act)
        ledger.change(act, split_by=by, split_at=ledger.at)
    if alias == PUBLIC and is_cleared():
        for beyond in Merging.objects.using(CONFIDENTIAL).filter(merged_id=act.merged_id, split_at=None):
            with writing(CONFIDENTIAL, by=by) as ledger:
                _move_back(ledger, beyond)
                ledger.change(beyond, split_by=by, split_at=ledger.at)


def follow(*, by: User) -> int:
    """Move the confidential links to public entries that were merged since; returns how many merges were followed. Nothing
    without clearance: whoever merged two public entries could not see what is said of them in confidence."""
    if not is_cleared():
        return 0
    followed = 0
    for merged in behind():
        kept = merged.merged_into
        assert kept is not None, "a merged entry names the one that was kept"
        with writing(CONFIDENTIAL, by=by) as ledger:
            _merge(ledger, typed(kept), typed(merged), "as in the public part")
        followed += 1
    return followed


def behind() -> list[Entry]:
    """The merged public entries that confidential rows still name."""
    merged = Entry._base_manager.using(PUBLIC).filter(merged_into__isnull=False).order_by("recorded_at", "id")
    return [entry for entry in merged if _linking(CONFIDENTIAL, typed(entry))]


def point(entry: Entry, public: Entry, *, why: str, by: User) -> SameAs:
    """Say that a confidential entry and a public one are the same. Confidential itself; the public entry does not change."""
    entry, public = typed(entry), typed(public)
    if (confidentiality_of(entry), confidentiality_of(public)) != (CONFIDENTIAL, PUBLIC):
        raise LedgerError("a pointer leads from a confidential entry to a public one; two of one kind are merged")
    if type(entry) is not type(public):
        raise LedgerError(f"a {entry.kind} and a {public.kind} cannot be the same")
    if not why.strip():
        raise LedgerError("say what else than the name agrees")
    with writing(CONFIDENTIAL, by=by) as ledger:
        pointer = ledger.add(SameAs(entry_id=entry.pk, public_id=public.pk))
        ledger.ground(pointer, inference=why.strip())
    return pointer


def resolved(sight: Sight, key: uuid.UUID | str) -> Entry | None:
    """The entry of this id, or the one that it was merged into; None where none is in sight."""
    try:
        key = key if isinstance(key, uuid.UUID) else uuid.UUID(key)
    except ValueError:
        return None
    for alias in sight.aliases:
        found = Entry._base_manager.using(alias).filter(pk=key).first()
        while found is not None and found.merged_into_id is not None:
            found = Entry._base_manager.using(alias).filter(pk=found.merged_into_id).first()
        if found is not None:
            return typed(found)
    return None


def history(sight: Sight, entry: Entry) -> list[Merging]:
    """The merges that an entry took part in, undone ones too, the earliest first."""
    found = {row.pk: row for end in ("kept_id", "merged_id") for row in sight.all(Merging, **{end: entry.pk})}
    return sorted(found.values(), key=lambda row: (row.at, str(row.pk)))


def _check(kept: Entry, merged: Entry, why: str) -> None:
    if kept.pk == merged.pk:
        raise LedgerError("this is one entry; a merge needs two")
    if type(kept) is not type(merged) or not isinstance(kept, MERGED):
        raise LedgerError("two persons, two groups, two cases, two agencies or two meetings can be merged")
    if confidentiality_of(kept) != confidentiality_of(merged):
        raise LedgerError("one of the two is confidential; nothing is merged across the line, set a pointer instead")
    if kept.merged_into_id or merged.merged_into_id:
        raise LedgerError("one of the two was merged into another before; merge with that one")
    if not why.strip():
        raise LedgerError("say what else than the name agrees; no two are one by their name alone")


def _merge(ledger: Ledger, kept: Entry, merged: Entry, why: str) -> Merging:
    moved = []
    for row, field in _linking(ledger.alias, merged):
        ledger.change(row, **{field: kept.pk})
        moved.append([row._meta.model_name, str(row.pk), field])
    return ledger.add(Merging(kept_id=kept.pk, merged_id=merged.pk, moved=moved, why=why, by=ledger.by, at=ledger.at))


def _linking(alias: str, entry: Entry) -> list[tuple[models.Model, str]]:
    """The rows of one database that name this entry, each with the field in which it does."""
    named = {model for model in type(entry).__mro__ if isinstance(model, type) and issubclass(model, Entry)}
    return [
        (row, field.attname)
        for model in record_models()
        if model not in _STAYS
        for field in links_of(model)
        if field.related_model in named and not (model is Entry and field.name == "merged_into")
        for row in model._base_manager.using(alias).filter(**{field.attname: entry.pk}).order_by("pk")
    ]


def _move_back(ledger: Ledger, act: Merging) -> None:
    by_name = {model._meta.model_name: model for model in record_models()}
    for name, key, field in act.moved:
        row: Any = by_name[name]._base_manager.using(ledger.alias).filter(pk=key).first()
        if row is not None and getattr(row, field) == act.kept_id:
            ledger.change(row, **{field: act.merged_id})


def _keep_the_stricter(ledger: Ledger, kept: Entry, merged: Entry) -> None:
    """Decide on the kept one again where the merged one, whose names it takes over, may appear less. A merge never brings a
    name into the open."""
    mine, other = decision_for(kept), decision_for(merged)
    day = ledger.at.date()
    if _STRICTEST_LAST.index(form_of(other, day)) <= _STRICTEST_LAST.index(form_of(mine, day)):
        return
    ledger.add(
        PublicationDecision(
            subject_id=kept.pk,
            form=form_of(other, day).value,
            description=other.description if other else "",
            description_language=other.description_language if other else "und",
            review_by=other.review_by if other else None,
            by=ledger.by,
            at=ledger.at,
        )
    )
