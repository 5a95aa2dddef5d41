"""What a search found: texts with the words around the first hit, and cases by a name."""

import re
import unicodedata
import uuid
from dataclasses import dataclass

from twotrack.office.shown.cases import CaseRow, case_rows
from twotrack.office.shown.grounds import SourceRef, source_refs
from twotrack.office.shown.marked_text import Mark, Segment, segments
from twotrack.record import search
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Case, SourceText
from twotrack.record.people import by_name

AROUND = 160  # code points; twice as many are shown
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that holds every word of the query, and the stretch that says most of them."""

    text: uuid.UUID
    source: SourceRef
    before: bool
    segments: tuple[Segment, ...]
    after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that a query found in sight."""

    cases: tuple[CaseRow, ...]
    hits: tuple[Hit, ...]


def found(sight: Sight, query: str) -> Found:
    """Texts that hold every word, best first, and the cases of persons of exactly this name."""
    texts = [text for hit in search.find(sight, query) if (text := sight.get(SourceText, hit.text)) is not None]
    sources = source_refs(sight, (text.source_id for text in texts))
    cases = [entry.pk for entry in by_name(sight, query) if isinstance(entry, Case)]
    return Found(
        cases=tuple(case_rows(sight, cases)),
        hits=tuple(_hit(text, sources[text.source_id], query) for text in texts if text.source_id in sources),
    )


def _hit(text: SourceText, source: SourceRef, query: str) -> Hit:
    spans = sorted(_spans(text.text, query))
    start = _best_start(text.text, spans)
    end = min(len(text.text), start + 2 * AROUND)
    shown = text.text[start:end]
    marks = [
        Mark(start=max(one, start) - start, end=min(two, end) - start, key=str(text.pk), nth=nth)
        for nth, (one, two) in enumerate(spans)
        if one < end and two > start
    ]
    return Hit(
        text=text.pk,
        source=source,
        before=start > 0,
        segments=tuple(segments(shown, marks)),
        after=end < len(text.text),
    )


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
