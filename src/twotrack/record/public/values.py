"""The public record as plain values: what may be published, names already withheld. No models, no ids of anything else."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSource:
    """A source, without the name or place of its file: those may name somebody."""

    id: uuid.UUID
    title: str
    kind: str
    dated: str
    sha256: str  # empty where it would let a withheld name be guessed and proved
    address: str
    language: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who took part: a person in office, an agency, or a number of unnamed ones."""

    party: str
    name: str
    title: str
    agency: str
    role: str
    count: int | None
    ground: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A theme discussed, and by whom it was raised (empty where nobody is said to have)."""

    theme: str
    raised_by: str
    ground: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """How a side described a meeting ("candid"); `by` empty where it is not said who."""

    id: uuid.UUID
    words: str
    language: str
    by: str
    ground: Standing


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCase:
    """A case as it may appear: under a name or a description."""

    id: uuid.UUID
    called: str
    language: str
    form: str
    matter: str
    facts: tuple[Fact, ...]
    ledger: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCommitment:
    """A promise, and what became of it as a person judged it (empty where nobody did)."""

    id: uuid.UUID
    who: str
    what: str
    language: str
    nature: str
    strength: str
    due: str
    status: str
    promises: uuid.UUID | None
    benchmark: bool
    ground: Standing


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
    clarity: str
    technique: str
    ground: Standing


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
    descriptions: tuple[Description, ...]
    cases: tuple[uuid.UUID, ...]
    not_named: int
    commitments: tuple[uuid.UUID, ...]
    exchanges: tuple[uuid.UUID, ...]
    ground: Standing


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
    cases: tuple[PublicCase, ...]
    not_named: int
    commitments: tuple[PublicCommitment, ...]
    exchanges: tuple[PublicExchange, ...]
    sources: tuple[PublicSource, ...]
