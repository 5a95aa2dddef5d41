"""Versions: the captures of one web address, within one of the two databases.

A capture with bytes of its own is a source of its own, and each is evidence of its own: entries stand on the version that
they were made from, and a later one changes no word of it. A version names the first capture; they follow each other by the
time at which they were got. The same bytes again are no version: they leave the time at which they were seen last.

A finding that says the same in the latest version is the same proposal, which then belongs to that one: decided, it stays
decided; open, it waits there and not twice. What the latest says otherwise is a proposal of its own that shows the earlier
one. What it no longer says stays with the version that does, and goes on waiting there if nobody decided it (see
proposals.repropose).

Nothing is looked up across the line: the public and the confidential captures of one address know nothing of each other.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from twotrack.reading.changes import Change, Count, changes, counted
from twotrack.record.ledger import Ledger
from twotrack.record.models import Proposal, Source, SourceText
from twotrack.sources.addresses import page_of
from twotrack.sources.raw import RawSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A text beside the later one that took its place, and the changes between them."""

    old: str
    new: str
    changes: tuple[Change, ...]

    @property
    def count(self) -> Count:
        """How many sentences differ."""
        return counted(self.old, self.new, list(self.changes))


def captures_of(alias: str, raw: RawSource) -> list[Source]:
    """The captures of a page that are in the database `alias`, in order; none where it did not come from the web.

    Two addresses are of one page where they differ in nothing but http and https, or the part that was meant."""
    page = page_of(raw.place) if raw.addresses else ""
    if not page:
        return []
    fetched = Source.objects.using(alias).filter(addresses__isnull=False).values_list("id", "version_of_id", "place")
    for key, first, place in fetched:
        if page_of(place) == page:
            return versions_of(Source.objects.using(alias).get(pk=first or key))
    return []


def versions_of(source: Source) -> list[Source]:
    """All versions of a source, itself included, in the order in which they were got."""
    first = source.version_of_id or source.pk
    rows = Source.objects.using(source._state.db)
    return sorted(
        [*rows.filter(pk=first), *rows.filter(version_of_id=first)], key=lambda row: (row.got_at, str(row.pk))
    )


def see_again(ledger: Ledger, source: Source, raw: RawSource) -> bool:
    """Note that an address gave the bytes of a version again; False where these came from elsewhere."""
    if not (raw.addresses and source.addresses) or page_of(source.place) != page_of(raw.place):
        return False
    ledger.change(source, last_seen=raw.got_at)
    return True


def proposals_of(sources: Sequence[Source]) -> list[Proposal]:
    """What waits or was decided in these versions of a source, what vanished left aside; the latest version first."""
    order = {source.pk: number for number, source in enumerate(sources)}
    if not sources:
        return []
    rows = (
        Proposal.objects.using(sources[0]._state.db).filter(source_id__in=order, vanished=False).select_related("text")
    )
    return sorted(rows, key=lambda row: (-order[row.source_id], min(row.spans), str(row.pk)))


def compared(before: SourceText, after: SourceText) -> Comparison:
    """What changed from one version's text to another's."""
    return Comparison(old=before.text, new=after.text, changes=tuple(changes(before.text, after.text)))


def key_of_first(source: Source) -> uuid.UUID:
    """What all versions of one document have in common: the id of the first capture."""
    return source.version_of_id or source.pk
