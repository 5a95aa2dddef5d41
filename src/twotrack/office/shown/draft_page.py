"""A draft as it is shown: its text with everything marked, and the remarks beside it. Made for one page and kept nowhere."""

import uuid
from dataclasses import dataclass

from django.urls import reverse

from twotrack.office.shown.marked_text import Mark, Segment, segments
from twotrack.office.shown.named import PAGES
from twotrack.reading.finders import read
from twotrack.record.confidentiality import Sight
from twotrack.record.draft import Marked, Remark, confidential_in
from twotrack.record.draft_ground import contradicted, without_ground
from twotrack.record.models import Entry
from twotrack.sources.raw import Document

HEADINGS = {
    Remark.NAME: "Confidential names",
    Remark.FACT: "Confidential facts",
    Remark.WORDS: "Words of confidential documents",
    Remark.NO_GROUND: "Without public ground",
    Remark.NUMBER: "Numbers that contradict the record",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkRow:
    """One remark: the words, why, where they are marked, and the entry that it is about."""

    words: str
    why: str
    anchor: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage:
    """A draft that was checked. `cleared`: whether confidential rows were in sight."""

    segments: tuple[Segment, ...]
    groups: tuple[tuple[str, str, tuple[RemarkRow, ...]], ...]
    cleared: bool
    clean: bool


def draft_page(sight: Sight, document: Document) -> DraftPage:
    """What is to be said of a draft, as far as confidential rows are in sight."""
    reading = read(document, source="draft", sha256="")
    found = [*without_ground(reading), *contradicted(sight, document.text)]
    if sight.clears:
        found = [*confidential_in(document.text, reading.dates), *found]
    marks = [
        Mark(start=one.start, end=one.end, key=f"r{nth}", nth=0, strong=_confidential(one))
        for nth, one in enumerate(found)
    ]
    groups = []
    for remark, heading in HEADINGS.items():
        rows = tuple(_row(sight, document.text, nth, one) for nth, one in enumerate(found) if one.remark is remark)
        if rows:
            groups.append((remark.value, heading, rows))
    return DraftPage(
        segments=tuple(segments(document.text, [*marks, *_again(marks)])),
        groups=tuple(groups),
        cleared=sight.clears,
        clean=not found,
    )


def _again(marks: list[Mark]) -> list[Mark]:
    """The strong marks once more as plain ones: a stretch leads to its remark, strong or not."""
    return [Mark(start=one.start, end=one.end, key=one.key, nth=0) for one in marks if one.strong]


def _confidential(one: Marked) -> bool:
    return one.remark in (Remark.NAME, Remark.FACT, Remark.WORDS)


def _row(sight: Sight, text: str, nth: int, one: Marked) -> RemarkRow:
    return RemarkRow(
        words=text[one.start : one.end], why=one.why, anchor=f"r{nth}-0", address=_address(sight, one.entry)
    )  # fmt: skip


def _address(sight: Sight, key: uuid.UUID | None) -> str:
    entry = sight.get(Entry, key) if key else None
    return reverse(PAGES.get(entry.kind, "entry"), args=[entry.pk]) if entry else ""
