"""How far an upload is, and what was found in each document, as far as it is in sight."""

import uuid
from collections import Counter
from dataclasses import dataclass

from twotrack.office.shown.grounds import SourceRef, source_refs
from twotrack.office.shown.proposals import HEADINGS
from twotrack.office.shown.rows import values_of
from twotrack.office.uploads import Item, State, Upload
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One document: how far it is, the source that it became, and how much was found in it, by kind."""

    place: str
    state: str
    failed: bool
    line: str
    source: SourceRef | None
    also: SourceRef | None
    found: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadPage:
    """An upload as its person sees it. `done` of `all` documents are read."""

    key: uuid.UUID
    items: tuple[ItemRow, ...]
    running: bool
    done: int
    all: int


def upload_page(sight: Sight, upload: Upload) -> UploadPage:
    """An upload now."""
    items = list(upload.items)
    refs = source_refs(sight, (key for item in items for key in (item.source, item.also) if key))
    counts = _counts(sight, set(refs))
    rows = tuple(_row(item, refs, counts) for item in items)
    waiting = sum(item.state in (State.WAITS, State.READING) for item in items)
    return UploadPage(
        key=upload.key, items=rows, running=upload.running, done=len(items) - waiting, all=len(items)
    )  # fmt: skip


def _row(item: Item, refs: dict[uuid.UUID, SourceRef], counts: Counter[tuple[uuid.UUID, str]]) -> ItemRow:
    source = refs.get(item.source) if item.source else None
    found = [(heading, counts[source.id, name]) for name, heading in HEADINGS.items()] if source else []
    return ItemRow(
        place=item.place,
        state=item.state.label,
        failed=item.state is State.FAILED,
        line=item.line,
        source=source,
        also=refs.get(item.also) if item.also else None,
        found=tuple((heading, number) for heading, number in found if number),
    )


def _counts(sight: Sight, sources: set[uuid.UUID]) -> Counter[tuple[uuid.UUID, str]]:
    rows = values_of(sight, Proposal, "source_id", "section", source_id__in=sources, vanished=False) if sources else []
    return Counter((source, section) for source, section in rows)
