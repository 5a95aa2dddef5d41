"""What a search found: cases by a name, entries and documents with the words in their context."""

import re
import unicodedata
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from twotrack.office.shown.case_choice import CaseChoice, case_choices
from twotrack.office.shown.grounds import SourceRef, source_refs
from twotrack.office.shown.marked_text import Mark, Segment, segments
from twotrack.office.shown.named import address_of_entry, title_of_entry
from twotrack.record import search
from twotrack.record.confidentiality import Sight, confidentiality_of, is_confidential
from twotrack.record.corrections import about_of
from twotrack.record.links import typed
from twotrack.record.models import Entry, Ground, SourceText
from twotrack.record.search_index import fields_of

AROUND = 160  # code points; twice as many are shown
SHOWN = 30  # hits of each kind
_WORD = re.compile(r"\w+")

KINDS = {  # the closed words of the filter -> the kinds of entry that they mean
    "cases": ("person", "group", "case", "statement", "outcome", "list", "list item"),
    "raised": ("representation", "response", "raised case", "answered case", "exchange", "contact", "reprisal"),
    "meetings": ("meeting", "participation", "position", "characterisation", "meeting's theme", "dialogue", "agency",
                 "party"),
    "promises": ("commitment", "benchmark", "follow-up", "judgement", "recommendation"),
    "documents": (),
}  # fmt: skip
LABELS = {
    "": "Everything", "cases": "Persons and cases", "raised": "Raised, replied, asked", "meetings": "Meetings",
    "promises": "Promises", "documents": "Documents",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The stretch of a text that says most of the words; `before`, `after`: more stands there."""

    before: bool
    segments: tuple[Segment, ...]
    after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that holds every word of the query, and the words in their context."""

    text: uuid.UUID
    source: SourceRef
    context: Context


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryHit:
    """An entry that says every word, itself or by what it stands on; `about` is what it is said of."""

    kind: str
    title: str
    about: str
    address: str
    language: str
    context: Context
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that a query found in sight."""

    cases: tuple[CaseChoice, ...]
    entries: tuple[EntryHit, ...]
    hits: tuple[Hit, ...]
    suggested: tuple[str, ...]

    @property
    def number(self) -> int:
        """How much is shown."""
        return len(self.cases) + len(self.entries) + len(self.hits)


def found(sight: Sight, query: str, kind: str = "") -> Found:
    """Cases whose name is or nearly is the query, and entries and documents that hold every word; of a kind alone where one
    is given."""
    entries = [] if kind == "documents" else list(_entries(sight, query, kind))
    hits = [] if kind not in ("", "documents") else _documents(sight, query)
    return Found(
        cases=tuple(case_choices(sight, query)) if kind in ("", "cases") else (),
        entries=tuple(entries),
        hits=tuple(hits),
        suggested=() if entries or hits else tuple(search.suggestions(sight, query)),
    )


def _documents(sight: Sight, query: str) -> list[Hit]:
    texts = [
        text for hit in search.find(sight, query, limit=SHOWN) if (text := sight.get(SourceText, hit.text)) is not None
    ]
    sources = source_refs(sight, (text.source_id for text in texts))
    return [
        Hit(text=text.pk, source=sources[text.source_id], context=in_context(text.text, query))
        for text in texts
        if text.source_id in sources
    ]


def _entries(sight: Sight, query: str, kind: str) -> Iterator[EntryHit]:
    """The entries to which hits lead, each once: a quote or a reason leads to what stands on it."""
    seen: set[uuid.UUID] = set()
    for hit in search.find_entries(sight, query, limit=4 * SHOWN):
        for entry, words in _said(sight, hit):
            if entry.pk in seen or (kind and entry.kind not in KINDS[kind]):
                continue
            seen.add(entry.pk)
            yield _entry_hit(sight, entry, words, query)
            if len(seen) >= SHOWN:
                return


def _said(sight: Sight, hit: search.Hit) -> Iterable[tuple[Entry, str]]:
    model: Any = apps.get_model("record", hit.kind)
    row = model._default_manager.using(hit.alias).filter(pk=hit.row).first()
    if row is None or hit.kind == "source":
        return
    words = "\n".join(str(getattr(row, name)) for name in fields_of(model) if getattr(row, name))
    if isinstance(row, Entry):
        yield row, words
        return
    keys = [row.entry_id] if isinstance(row, Ground) else [one.entry_id for one in sight.all(Ground, passage_id=row.pk)]
    for entry in sight.among(Entry, "pk", keys):
        yield typed(entry), words


def _entry_hit(sight: Sight, entry: Entry, words: str, query: str) -> EntryHit:
    owner = about_of(entry)
    return EntryHit(
        kind=entry.kind,
        title=title_of_entry(sight, entry),
        about=title_of_entry(sight, owner) if owner.pk != entry.pk and _in_sight(sight, owner) else "",
        address=address_of_entry(entry),
        language=str(getattr(entry, "value_language", "")),
        context=in_context(words, query),
        confidential=is_confidential([entry]),
    )


def _in_sight(sight: Sight, entry: Entry) -> bool:
    return confidentiality_of(entry) in sight.aliases


def in_context(text: str, query: str) -> Context:
    """The stretch of a text that holds the most different words of a query, with these marked."""
    spans = sorted(_spans(text, query))
    start = _best_start(text, spans)
    end = min(len(text), start + 2 * AROUND)
    marks = [
        Mark(start=max(one, start) - start, end=min(two, end) - start, key="hit", nth=nth)
        for nth, (one, two) in enumerate(spans)
        if one < end and two > start
    ]
    return Context(before=start > 0, segments=tuple(segments(text[start:end], marks)), after=end < len(text))


def _best_start(text: str, spans: list[tuple[int, int]]) -> int:
    """Where the stretch begins that holds the most different words of the query, the first of several."""

    def different(start: int) -> int:
        return len({text[one:two].casefold() for one, two in spans if start <= one < start + AROUND})

    best = max((one for one, _ in spans), key=different, default=0)
    return max(0, best - AROUND // 2)


def _spans(text: str, query: str) -> list[tuple[int, int]]:
    """Where the words of the query stand; case is not looked at. What NFKC alone makes equal is found, but not marked."""
    words = {re.escape(word) for word in _WORD.findall(unicodedata.normalize("NFKC", query))}
    if not words:
        return []
    return [match.span() for match in re.finditer("|".join(sorted(words, key=len, reverse=True)), text, re.IGNORECASE)]
