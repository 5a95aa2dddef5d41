"""One source: its text with what was found marked in it, and the proposals beside."""

import uuid
from dataclasses import dataclass

from twotrack.office.shown.grounds import SourceRef, source_ref
from twotrack.office.shown.marked_text import Mark, Segment, segments
from twotrack.office.shown.proposals import AS_A_BLOCK, HEADINGS, Card, cards
from twotrack.office.shown.rows import by_id
from twotrack.office.shown.versions import Versions, versions
from twotrack.record.confidentiality import Sight
from twotrack.record.ingest import current_text
from twotrack.record.models import Dialogue, Passage, Proposal, Source, SourceDialogue, SourceText
from twotrack.vocabulary import SourceState, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The proposals of one kind. `block`: they are taken together, with exceptions."""

    name: str
    heading: str
    cards: tuple[Card, ...]
    waiting: int
    block: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """A source, its text in segments, its proposals by kind. `addresses` are those after the one that was asked for."""

    ref: SourceRef
    text: uuid.UUID
    latest: bool
    place: str
    sha256: str
    addresses: tuple[str, ...]
    got: str
    last_seen: str
    terms: str
    state: str
    segments: tuple[Segment, ...]
    sections: tuple[Section, ...]
    dialogues: tuple[tuple[uuid.UUID, str], ...]
    about: uuid.UUID | None
    waiting: int
    decided: int
    versions: Versions | None


def source_page(sight: Sight, source: Source, words: uuid.UUID | None = None) -> SourcePage:
    """All of a source that is in sight; `words` is the passage to be shown in its text."""
    passage = sight.get(Passage, words) if words is not None else None
    text = _text_of(sight, source, passage)
    proposals = sight.all(Proposal, source_id=source.pk)
    found = cards(sight, proposals, text.text)
    marks = [
        Mark(start=start, end=end, key=str(proposal.pk), nth=nth)
        for proposal in proposals
        if proposal.text_id == text.pk and not proposal.vanished
        for nth, (start, end) in enumerate(proposal.spans)
    ]
    if passage is not None and passage.text_id == text.pk:
        marks.append(Mark(start=passage.start, end=passage.end, key=str(passage.pk), nth=0, strong=True))
    links = sight.all(SourceDialogue, source_id=source.pk)
    dialogues = by_id(sight, Dialogue, (link.dialogue_id for link in links))
    waiting = sum(card.waits for card in found)
    return SourcePage(
        ref=source_ref(source),
        text=text.pk,
        latest=text.pk == current_text(source).pk,
        place=source.place,
        sha256=source.sha256,
        addresses=tuple(source.addresses or ())[1:],
        got=source.got_at.date().isoformat(),
        last_seen=source.last_seen.date().isoformat() if source.last_seen else "",
        terms=Terms(source.terms).label,
        state="" if source.state == SourceState.KEPT else SourceState(source.state).label,
        segments=tuple(segments(text.text, marks)),
        sections=tuple(_sections(found)),
        dialogues=tuple((key, dialogue.name) for key, dialogue in dialogues.items()),
        about=source.about_id,
        waiting=waiting,
        decided=len(found) - waiting,
        versions=versions(sight, source),
    )


def _text_of(sight: Sight, source: Source, passage: Passage | None) -> SourceText:
    """The text in which the words stand, where they are of this source; else its latest text."""
    if passage is not None:
        text = sight.get(SourceText, passage.text_id)
        if text is not None and text.source_id == source.pk:
            return text
    return current_text(source)


def _sections(found: list[Card]) -> list[Section]:
    return [
        Section(
            name=name, heading=heading, cards=of_it, waiting=sum(card.waits for card in of_it), block=name in AS_A_BLOCK
        )
        for name, heading in HEADINGS.items()
        if (of_it := tuple(card for card in found if card.section == name))
    ]
