"""What is known of a document so far: the one argument of every finder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from twotrack.reading.conventions import NO_LABELS, Labels
from twotrack.reading.findings import (
    CaseFinding,
    CharacterisationFinding,
    CommitmentFinding,
    DateFinding,
    Exchange,
    Heading,
    MeetingFinding,
    ParticipantFinding,
    PositionFinding,
    Span,
    TopicFinding,
    Turn,
)
from twotrack.reading.sides import Sides
from twotrack.reading.spoken import Spoken
from twotrack.sources.raw import Document
from twotrack.vocabulary import Clarity, DocumentKind, Technique


class Answered(NamedTuple):
    """How an exchange fared: its clarity, the technique (None where unanswered), the words that decide it, how sure that
    is, and which rule or model said so."""

    clarity: Clarity
    technique: Technique | None
    evidence: tuple[Span, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """The name and the outlet of one who asks, as far as said."""

    name: str | None
    outlet: str | None


NO_HEADING = Heading(title=None, date=None, place=None, kind=DocumentKind.OTHER, language="und")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A document and what the finders before have added. A part that was not yet found is empty.

    `turns` of the press bear no speaker: `askers` maps a press turn's id to who asks, where anybody says it.
    `exchanges` carry no clarity yet, but for what nobody answered; `clarity` maps an exchange's id to how it fared.
    """

    document: Document
    labels: Labels = NO_LABELS
    convention: str = "none"
    heading: Heading = NO_HEADING
    turns: tuple[Turn, ...] = ()
    spoken: Spoken | None = None
    sides: Sides | None = None
    themes: tuple[tuple[int, tuple[tuple[str, Span], ...]], ...] | None = None  # see topics.find_themes
    askers: Mapping[str, Asker] = field(default_factory=dict)
    dates: tuple[DateFinding, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    meetings: tuple[MeetingFinding, ...] = ()
    participants: tuple[ParticipantFinding, ...] = ()
    topics: tuple[TopicFinding, ...] = ()
    cases: tuple[CaseFinding, ...] = ()
    commitments: tuple[CommitmentFinding, ...] = ()
    positions: tuple[PositionFinding, ...] = ()
    characterisations: tuple[CharacterisationFinding, ...] = ()
    clarity: Mapping[str, Answered] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text that every offset refers to."""
        return self.document.text
