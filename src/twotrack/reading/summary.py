"""What was asked and how it was answered over many documents: an estimate from findings that no person has checked."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from twotrack.reading.findings import Exchange, Reading, Span
from twotrack.reading.known import Known
from twotrack.reading.sides import find_sides
from twotrack.sources.raw import Document
from twotrack.vocabulary import Clarity

ESTIMATE = "estimate, not checked by a person"
BY = ("theme", "party", "speaker", "year")
_REFUSED = (Clarity.NON_REPLY,)
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_FEWEST = 3  # words of a refusal that can recur by more than chance; characters, in a script without blanks
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One exchange as it is counted: what it was about (themes of the list, none where no word tells), whose party answered,
    by whom, in which year, how clearly, and the words of a refusal. None where the document does not say."""

    themes: tuple[str, ...]
    party: str | None
    speaker: str | None
    year: str | None
    clarity: Clarity | None
    refusal: str


@dataclass(slots=True)
class Tally:
    """How many questions, and how many of them by clarity."""

    asked: int = 0
    by_clarity: Counter[Clarity] = field(default_factory=Counter)

    def add(self, clarity: Clarity | None) -> None:
        """Count one question."""
        self.asked += 1
        if clarity is not None:
            self.by_clarity[clarity] += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A refusal that was given more than once in the same words (case and punctuation aside): the words as they stood first,
    how many times, and in how many documents."""

    words: str
    times: int
    documents: int


@dataclass(slots=True)
class Summary:
    """The counts over the documents so far. Its size grows with what is told apart, not with the documents."""

    documents: int = 0
    all: Tally = field(default_factory=Tally)
    by: dict[str, dict[str | None, Tally]] = field(default_factory=lambda: {name: {} for name in BY})
    _refusals: dict[str, Recurring] = field(default_factory=dict)

    def add(self, document: Iterable[Asked]) -> None:
        """Count the exchanges of one document more."""
        self.documents += 1
        seen: set[str] = set()
        for one in document:
            self.all.add(one.clarity)
            for name, keys in _keys(one):
                for key in keys:
                    self.by[name].setdefault(key, Tally()).add(one.clarity)
            if key := _same_words(one.refusal):
                known = self._refusals.get(key)
                self._refusals[key] = Recurring(
                    words=known.words if known else one.refusal,
                    times=(known.times if known else 0) + 1,
                    documents=(known.documents if known else 0) + (key not in seen),
                )
                seen.add(key)

    def recurring(self) -> list[Recurring]:
        """The refusals that were given in the same words more than once, the most frequent first."""
        found = [one for one in self._refusals.values() if one.times > 1]
        return sorted(found, key=lambda one: (-one.times, -one.documents, one.words))

    def rows(self, name: str) -> list[tuple[str | None, Tally]]:
        """The groups by theme, party, speaker or year: years in order, others by the number of questions."""
        order = (lambda row: row[0] or "") if name == "year" else (lambda row: (-row[1].asked, row[0] or "~"))
        return sorted(self.by[name].items(), key=order)


def asked_in(document: Document, reading: Reading) -> tuple[Asked, ...]:
    """The exchanges of one document, as they are counted."""
    sides = find_sides(Known(document=document, heading=reading.heading, turns=reading.turns))
    return tuple(_asked(reading, exchange, sides.ours) for exchange in reading.exchanges)


def _asked(reading: Reading, exchange: Exchange, party: str | None) -> Asked:
    turns = {turn.id: turn for turn in reading.turns}
    asking = [turns[key] for key in exchange.question_turns if key in turns]
    spans = exchange.mentions or tuple(Span(turn.words, turn.end) for turn in asking)
    answering = next((turns[key] for key in exchange.answer_turns if key in turns), None)
    refused = exchange.clarity in _REFUSED and exchange.evidence
    return Asked(
        themes=tuple(
            sorted({one.theme for one in reading.topics if any(_within(one.mentions, span) for span in spans)})
        ),
        party=party,
        speaker=(answering.speaker or answering.label) if answering else None,
        year=(reading.heading.date or "")[:4] or None,
        clarity=exchange.clarity,
        refusal=_shown(reading.text, exchange.evidence[0]) if refused else "",
    )


def _within(mentions: tuple[Span, ...], span: Span) -> bool:
    return any(span.start <= one.start and one.end <= span.end for one in mentions)


def _shown(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


def _keys(one: Asked) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    yield "theme", one.themes or (None,)
    yield "party", (one.party,)
    yield "speaker", (one.speaker,)
    yield "year", (one.year,)


def _same_words(refusal: str) -> str:
    """The words of a refusal alone; nothing where they are too few to be more than chance."""
    words = _WORDS.findall(refusal.replace("’", "'").casefold())
    enough = len(words) >= _FEWEST or len(_HAN.findall(refusal)) > _FEWEST
    return " ".join(words) if enough else ""
