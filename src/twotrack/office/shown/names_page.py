"""The names in a public text: what looks like one, what is withheld, and whether a person said that all were marked."""

import uuid
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.grounds import SourceRef, source_ref
from twotrack.office.shown.marked_text import Mark, Segment, segments
from twotrack.reading.findings import Span
from twotrack.reading.possible_names import possible_names
from twotrack.record.confidentiality import Sight
from twotrack.record.ingest import current_text
from twotrack.record.masking import fold
from twotrack.record.models import NamesReview, Source, User, WithheldSpan
from twotrack.record.public.naming import naming
from twotrack.record.public.rows import PublicRows


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """One name as it is written in the text: how often, how often of these it is withheld, and whether somebody decided
    that it may be published."""

    words: str
    times: int
    withheld: int
    cleared: bool
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage:
    """A text with its names. `reviewed`: who said of this version that all were marked, and when."""

    source: SourceRef
    text: uuid.UUID
    segments: tuple[Segment, ...]
    names: tuple[NameRow, ...]
    reviewed: tuple[tuple[str, date], ...]


def names_page(source: Source, on: date) -> NamesPage:
    """The names of a public source's latest text."""
    public = Sight.public()
    text = current_text(source)
    cleared = {fold(name).key for name in naming(PublicRows(), on).named}
    withheld = [Span(row.start, row.end) for row in public.all(WithheldSpan, text_id=text.pk)]
    of: dict[str, list[Span]] = {}
    for span in [*possible_names(text.text), *withheld]:
        places = of.setdefault(" ".join(text.text[span.start : span.end].split()), [])
        if span not in places:
            places.append(span)
    rows = [
        NameRow(
            words=words,
            times=len(spans),
            withheld=sum(_is_withheld(one, withheld) for one in spans),
            cleared=fold(words).key in cleared,
            anchor=f"n{nth}-0",
        )
        for nth, (words, spans) in enumerate(of.items())
    ]
    marks = [
        Mark(start=one.start, end=one.end, key=f"n{nth}", nth=place, strong=_is_withheld(one, withheld))
        for nth, spans in enumerate(of.values())
        for place, one in enumerate(spans)
    ]
    marks += [Mark(start=one.start, end=one.end, key=one.key, nth=one.nth) for one in marks if one.strong]
    users = {user.pk: user.name for user in public.all(User)}
    return NamesPage(
        source=source_ref(source),
        text=text.pk,
        segments=tuple(segments(text.text, marks)),
        names=tuple(sorted(rows, key=lambda row: (row.cleared, row.words.casefold()))),
        reviewed=tuple((users.get(row.by_id, ""), row.at.date()) for row in public.all(NamesReview, text_id=text.pk)),
    )


def _is_withheld(span: Span, withheld: list[Span]) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in withheld)
