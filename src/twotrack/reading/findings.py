"""All that can be found in a document. Shapes and meanings are the JSON contract "twotrack-reading/1".

Offsets are code points, half open, into the document's text: `text[start:end]` are the words. Dates are EDTF text.
`confidence` is between 0 and 1; `rule` names the rule or model that made the finding ("cases.raised-names").
Ids (t1, e1, m1) hold within one reading and are never stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from twotrack.vocabulary import Clarity, DocumentKind, MeetingKind, MeetingStatus, Raised, Strength, Technique, TurnRole


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Title, date (ISO), place and kind of a document, and its language (BCP 47); None where it does not say."""

    title: str | None
    date: str | None
    place: str | None
    kind: DocumentKind
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One uninterrupted stretch by one speaker, from the first character of the label to the last of the words."""

    id: str
    label: str
    speaker: str | None
    role: TurnRole
    start: int
    end: int
    inaudible: int
    words: int  # where the speaker's own words begin, after the label
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One thing asked for and what was said to it."""

    id: str
    question_turns: tuple[str, ...]
    answer_turns: tuple[str, ...]
    asker: str | None
    outlet: str | None
    follow_up_to: str | None
    asks: str
    clarity: Clarity | None  # None: something was said to it, and how clear it is was not looked for
    technique: Technique | None
    evidence: tuple[Span, ...]
    mentions: tuple[Span, ...]  # the request's own words
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFinding:
    """A time expression that refers to the calendar, resolved from the document's own date."""

    quote: str
    start: int
    end: int
    edtf: str
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFinding:
    """A meeting that the document places in time, or says to be planned, agreed or proposed."""

    id: str
    kind: MeetingKind
    name: str
    when: str | None
    place: str | None
    status: MeetingStatus
    part_of: str | None
    mentions: tuple[Span, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantFinding:
    """A person or agency said to have taken part. `count` is a number with an unnamed remainder ("nine agencies")."""

    name: str | None
    title: str | None
    organisation: str | None
    side: str | None
    meeting: str | None
    head: bool
    count: int | None
    mentions: tuple[Span, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFinding:
    """A human-rights theme discussed or asked about; `theme` is an id of data/themes.tsv."""

    theme: str
    raised_by: str | None
    meeting: str | None
    mentions: tuple[Span, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFinding:
    """A person, or a group of persons, whose treatment is at issue. `status` is what the document says happened."""

    name: str
    aliases: tuple[str, ...]
    group: bool
    status: str | None
    raised: Raised
    raised_by: str | None
    meeting: str | None
    mentions: tuple[Span, ...]
    status_mentions: tuple[Span, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentFinding:
    """Something that a party says it, or both, will do. `benchmark`: a yardstick set beforehand."""

    who: str
    what: str
    due: str | None
    strength: Strength
    standing: bool
    benchmark: bool
    meeting: str | None  # the meeting that is promised, where it is one ("a next round in 2011")
    mentions: tuple[Span, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFinding:
    """What a side said of a theme, in its words: `mentions` are the sentences; `theme` is an id of data/themes.tsv."""

    theme: str
    party: str
    meeting: str | None
    mentions: tuple[Span, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterisationFinding:
    """How a side describes a meeting, in its words ("candid and constructive"). `party` None: it is not told who says so."""

    words: str
    party: str | None
    meeting: str | None
    mentions: tuple[Span, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was found in one source."""

    source: str
    sha256: str
    text: str
    extractor: str
    convention: str
    heading: Heading
    turns: tuple[Turn, ...]
    exchanges: tuple[Exchange, ...]
    meetings: tuple[MeetingFinding, ...]
    participants: tuple[ParticipantFinding, ...]
    topics: tuple[TopicFinding, ...]
    cases: tuple[CaseFinding, ...]
    commitments: tuple[CommitmentFinding, ...]
    dates: tuple[DateFinding, ...]
    positions: tuple[PositionFinding, ...] = ()
    characterisations: tuple[CharacterisationFinding, ...] = ()
