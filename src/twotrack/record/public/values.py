"""The public record as plain values: what may be published, names already withheld. No models, no ids of anything else.

`changed` is everywhere the day of the last public change of what is said there.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twotrack.vocabulary import AccountSearch


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a row came to be: the pseudonym of whoever decided it, the rule that proposed it with its confidence (none where
    it was entered by hand), and the day."""

    by: str
    rule: str
    confidence: float | None
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSource:
    """A source, without the name or place of its file: those may name somebody. `transcript` is its whole text with what is
    withheld in it, where its terms are free and a person marked its names; else empty."""

    id: uuid.UUID
    title: str
    kind: str
    dated: str
    sha256: str  # empty where it would let a withheld name be guessed and proved
    address: str
    archived: str
    got_on: date | None  # empty for what was typed
    terms: str
    language: str
    transcript: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words with what is withheld in them, or none where the source's terms allow no more. `passage` is the public row
    and `start` its place in the text, in code points; neither is published."""

    words: str
    language: str
    source: uuid.UUID
    passage: uuid.UUID
    start: int
    teller: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An entry's ground: quotes, or the reasoning of the person who made it."""

    quotes: tuple[Quote, ...]
    inferences: tuple[str, ...]


def together(standings: Iterable[Standing]) -> Standing:
    """Several grounds as one; a quote that several share stands once."""
    all_of = list(standings)
    quotes = {quote.passage: quote for standing in all_of for quote in standing.quotes}
    inferences = dict.fromkeys(text for standing in all_of for text in standing.inferences)
    return Standing(quotes=tuple(quotes.values()), inferences=tuple(inferences))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement: property, value, whose account, its ground. `shown` where several state the same property."""

    id: uuid.UUID
    about: str
    value: str
    language: str
    account: str
    shown: bool
    ground: Standing
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who took part: a person in office, an agency, or a number of unnamed ones."""

    id: uuid.UUID
    person: uuid.UUID | None
    party: str
    name: str
    title: str
    agency: str
    role: str
    count: int | None
    count_words: str
    ground: Standing
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A theme discussed, and by whom it was raised (empty where nobody is said to have), about whose conduct, on which
    track. `kind`: raised, said-not-raised, would-not-say, or discussed."""

    ids: tuple[uuid.UUID, ...]
    theme: str
    kind: str
    raised_by: str
    about: str
    track: str
    ground: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPosition:
    """What a party said on a theme at a meeting."""

    id: uuid.UUID
    party: str
    theme: str
    meeting: uuid.UUID | None
    summary: str
    language: str
    ground: Standing
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """How a side described a meeting ("candid"); `by` empty where it is not said who."""

    id: uuid.UUID
    words: str
    language: str
    by: str
    ground: Standing
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One line of a case's ledger: raised, reply or outcome."""

    id: uuid.UUID
    step: str  # raised, reply, outcome
    what: str  # the closed list's word: would-not-say, will-look-into-it, released
    by: str
    to: str
    when: str
    meeting: uuid.UUID | None
    summary: str
    language: str
    ground: Standing
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCase:
    """A case as it may appear: under a name or a description. `on` is the day from which it could be seen."""

    id: uuid.UUID
    person: uuid.UUID
    on: date
    called: str
    language: str
    form: str
    matter: str
    facts: tuple[Fact, ...]
    ledger: tuple[LedgerLine, ...]
    changed: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What became of a commitment, or how a benchmark was judged, at one time."""

    id: uuid.UUID
    status: str
    meeting: uuid.UUID | None
    when: str
    summary: str
    language: str
    ground: Standing
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPerson:
    """A person or group with a page: named, or described; their statements that may be shown, their cases."""

    id: uuid.UUID
    group: bool
    called: str
    language: str
    form: str
    facts: tuple[Fact, ...]
    cases: tuple[uuid.UUID, ...]
    changed: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCorrection:
    """What was wrong in something that was published, since when and until when, and what stands there now (empty: it was
    taken out). `about` is the identifier of what it was said of, none where that is gone too."""

    id: uuid.UUID
    entry: uuid.UUID
    kind: str
    about: uuid.UUID | None
    field: str
    was: str
    now: str
    why: str
    since: date
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCommitment:
    """A promise, and what became of it as a person judged it (empty where nobody did): the latest, and each."""

    id: uuid.UUID
    who: str
    what: str
    language: str
    nature: str
    strength: str
    due: str
    status: str
    judged: tuple[Judged, ...]
    made_at: uuid.UUID | None
    promises: uuid.UUID | None
    benchmark: bool
    cites: tuple[str, ...]
    ground: Standing
    made: Made
    changed: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicExchange:
    """A question of the press and how it fared, as a person decided."""

    id: uuid.UUID
    meeting: uuid.UUID | None
    source: uuid.UUID | None
    asks: str
    language: str
    asker: str
    outlet: str
    to: str
    theme: str
    clarity: str
    technique: str
    ground: Standing
    made: Made
    changed: date | None


class Coverage(StrEnum):
    """Whether a side's own account is known."""

    FOUND = "found"
    SOUGHT_NOT_FOUND = AccountSearch.SOUGHT_NOT_FOUND.value
    NEVER_ISSUED = AccountSearch.NEVER_ISSUED.value
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideCovered:
    """One side of a meeting and what is known of its account."""

    party: str
    found: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicMeeting:
    """A meeting with what is public of it. `not_named` counts the cases that are published as a number alone."""

    id: uuid.UUID
    kind: str
    status: str
    called: str
    when: str
    place: str
    dialogues: tuple[uuid.UUID, ...]
    facts: tuple[Fact, ...]
    participants: tuple[Participant, ...]
    concerns: tuple[Concern, ...]
    positions: tuple[PublicPosition, ...]
    descriptions: tuple[Description, ...]
    coverage: tuple[SideCovered, ...]
    part_of: uuid.UUID | None
    track: str
    cases: tuple[uuid.UUID, ...]
    not_named: int
    commitments: tuple[uuid.UUID, ...]
    exchanges: tuple[uuid.UUID, ...]
    ground: Standing
    made: Made
    changed: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDialogue:
    """A dialogue between parties, with the interval it is meant to keep (ISO 8601)."""

    id: uuid.UUID
    name: str
    language: str
    interval: str
    parties: tuple[str, ...]
    meetings: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRecord:
    """All that may be published, in a fixed order. `last_changed` is the day of the last public change that shows,
    `not_named` the number of cases that are published as a number alone."""

    last_changed: date | None
    fictional: bool
    dialogues: tuple[PublicDialogue, ...]
    meetings: tuple[PublicMeeting, ...]
    persons: tuple[PublicPerson, ...]
    cases: tuple[PublicCase, ...]
    not_named: int
    commitments: tuple[PublicCommitment, ...]
    exchanges: tuple[PublicExchange, ...]
    corrections: tuple[PublicCorrection, ...]
    sources: tuple[PublicSource, ...]
