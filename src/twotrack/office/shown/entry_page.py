"""Any entry, whole: what it says, what it stands on, its history, and what may be done with it."""

import uuid
from dataclasses import dataclass

from twotrack.office.shown.facts import Fact, facts_of
from twotrack.office.shown.grounds import NOTHING, Standing, standings
from twotrack.office.shown.history import Change, fields_of, history_of
from twotrack.office.shown.named import PAGES, address_of_entry, named, title_of_entry
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.corrections import about_of, correctable, corrections
from twotrack.record.links import typed
from twotrack.record.merging import MERGED
from twotrack.record.merging import history as merges_of
from twotrack.record.models import (
    Correction,
    Entry,
    Group,
    Merging,
    NameSeen,
    Person,
    SameAs,
    Statement,
)
from twotrack.record.name_log import sights_of
from twotrack.record.releases import released_as


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Another entry: its name and its page."""

    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRow:
    """A merge that the entry took part in, and whether it was undone."""

    id: uuid.UUID
    kept: str
    merged: str
    why: str
    by: str
    on: str
    split: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """That somebody was shown the confidential name."""

    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """All of one entry."""

    id: uuid.UUID
    kind: str
    title: str
    address: str
    about: Named | None
    fields: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    standing: Standing
    history: tuple[Change, ...]
    corrections: tuple[Correction, ...]
    merges: tuple[MergeRow, ...]
    released: tuple[Named, ...]
    same: tuple[Named, ...]
    seen: tuple[Seen, ...]
    confidential: bool
    correctable: bool
    choosable: bool
    mergeable: bool
    forgettable: bool


def entry_page(sight: Sight, entry: Entry) -> EntryPage:
    """All of an entry that is in sight."""
    entry = typed(entry)
    about = about_of(entry)
    confidential = is_confidential([entry])
    return EntryPage(
        id=entry.pk,
        kind=entry.kind,
        title=title_of_entry(sight, entry),
        address=address_of_entry(entry) if entry.kind in PAGES else "",
        about=_as_named(sight, about) if about.pk != entry.pk else None,
        fields=tuple(fields_of(sight, entry)),
        facts=tuple(facts_of(sight, [entry.pk]).get(entry.pk, {}).values()),
        standing=standings(sight, [entry.pk]).get(entry.pk, NOTHING),
        history=tuple(history_of(sight, entry)),
        corrections=tuple(corrections(Sight.public(), entry)) if not confidential else (),
        merges=tuple(_merge_row(sight, row) for row in merges_of(sight, entry)),
        released=tuple(_released(sight, entry)) if confidential else (),
        same=tuple(_same(sight, entry)),
        seen=tuple(_seen(row) for row in sights_of(entry.pk)) if sight.clears else (),
        confidential=confidential,
        correctable=bool(correctable(entry)),
        mergeable=isinstance(entry, MERGED),
        forgettable=isinstance(entry, (Person, Group)),
        choosable=isinstance(entry, Statement)
        and len(sight.all(Statement, subject_id=entry.subject_id, about=entry.about)) > 1,
    )


def _as_named(sight: Sight, entry: Entry) -> Named:
    return Named(title=title_of_entry(sight, entry), address=address_of_entry(entry))


def _merge_row(sight: Sight, row: Merging) -> MergeRow:
    # A merged entry has no page of its own, so its name comes by its base row.
    def title(key: uuid.UUID) -> str:
        for alias in sight.aliases:
            found = Entry._base_manager.using(alias).filter(pk=key).first()
            if found is not None:
                return title_of_entry(sight, found)
        return "not in sight"

    return MergeRow(
        id=row.pk,
        kept=title(row.kept_id),
        merged=title(row.merged_id),
        why=row.why,
        by=row.by.name,
        on=row.at.date().isoformat(),
        split=row.split_at is not None,
    )


def _released(sight: Sight, entry: Entry) -> list[Named]:
    found = [sight.get(Entry, key) for key in released_as(entry)]
    return [_as_named(sight, typed(one)) for one in found if one is not None]


def _same(sight: Sight, entry: Entry) -> list[Named]:
    pointers = sight.all(SameAs, entry_id=entry.pk) + sight.all(SameAs, public_id=entry.pk)
    others = [row.public_id if row.entry_id == entry.pk else row.entry_id for row in pointers]
    return [_as_named(sight, typed(one)) for key in others if (one := sight.get(Entry, key)) is not None]


def _seen(row: NameSeen) -> Seen:
    return Seen(by=named(Sight.public(), type(row.by), row.by_id), at=f"{row.at:%Y-%m-%d %H:%M}")
