"""The order in which a document is read, and `read`, which follows it.

A finder is a pure function from `Known` (reading/known.py) to the part that it adds. To add one: write
`reading/WORD.py` with `find_WORD(known)`, a field for it in `Known` and `Reading`, and its line in FINDERS.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from twotrack.errors import UsageError
from twotrack.reading.askers import find_askers
from twotrack.reading.cases import find_cases
from twotrack.reading.characterisations import find_characterisations
from twotrack.reading.clarity import find_clarity
from twotrack.reading.commitments import find_commitments
from twotrack.reading.confidence import calibrated
from twotrack.reading.conventions import find_labels
from twotrack.reading.dates import find_dates
from twotrack.reading.exchanges import find_exchanges
from twotrack.reading.findings import Exchange, Reading, Turn
from twotrack.reading.heading import find_heading
from twotrack.reading.invisible import as_seen, moved_back
from twotrack.reading.known import Known
from twotrack.reading.meetings import find_meetings
from twotrack.reading.participants import find_participants
from twotrack.reading.positions import find_positions
from twotrack.reading.sides import find_sides
from twotrack.reading.spoken import Spoken
from twotrack.reading.topics import find_themes, find_topics
from twotrack.reading.turns import find_turns
from twotrack.sources.raw import Document

F = TypeVar("F")

__all__ = ["FINDERS", "Known", "Step", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One finder: the part of `Known` that it adds, and the parts that must be there before."""

    adds: str
    needs: tuple[str, ...]
    find: Callable[[Known], object]


FINDERS = (
    Step(adds="labels", needs=("document",), find=lambda known: find_labels(known.document)),
    Step(adds="convention", needs=("labels",), find=lambda known: known.labels.convention),
    Step(adds="heading", needs=("document", "labels", "convention"), find=find_heading),
    Step(adds="turns", needs=("document", "labels", "convention", "heading"), find=find_turns),
    Step(
        adds="spoken",
        needs=("document", "turns"),
        find=lambda known: Spoken(known.text, known.document.body, known.turns),
    ),
    Step(adds="sides", needs=("document", "convention", "heading", "turns", "spoken"), find=find_sides),
    Step(adds="askers", needs=("document", "turns"), find=find_askers),
    Step(adds="dates", needs=("document", "heading", "turns"), find=find_dates),
    Step(adds="exchanges", needs=("document", "turns", "askers"), find=find_exchanges),
    Step(adds="meetings", needs=("heading", "turns", "spoken", "sides", "dates", "exchanges"), find=find_meetings),
    Step(adds="participants", needs=("heading", "turns", "spoken", "sides", "meetings"), find=find_participants),
    Step(adds="themes", needs=("turns", "spoken"), find=find_themes),
    Step(
        adds="topics",
        needs=("heading", "turns", "spoken", "sides", "themes", "exchanges", "meetings"),
        find=find_topics,
    ),
    Step(adds="clarity", needs=("turns", "exchanges"), find=find_clarity),
    Step(
        adds="cases",
        needs=("heading", "turns", "spoken", "sides", "dates", "exchanges", "meetings", "participants", "clarity"),
        find=find_cases,
    ),
    Step(
        adds="commitments",
        needs=("heading", "turns", "spoken", "sides", "dates", "meetings", "participants"),
        find=find_commitments,
    ),
    Step(
        adds="positions",
        needs=("heading", "turns", "spoken", "sides", "themes", "meetings", "participants"),
        find=find_positions,
    ),
    Step(
        adds="characterisations",
        needs=("heading", "turns", "spoken", "sides", "meetings"),
        find=find_characterisations,
    ),
)


def read(
    document: Document, *, source: str, sha256: str, only: frozenset[str] | None = None, calibrate: bool = True
) -> Reading:
    """What is found in a document. `only` names parts ("turns", "cases"): these and what they need are looked for,
    the rest stays empty; an unknown name raises UsageError. Without `calibrate` each finding keeps the confidence that its
    finder gave it (see confidence.py)."""
    seen = as_seen(document)
    if seen is not None:
        found = read(seen[0], source=source, sha256=sha256, only=only, calibrate=calibrate)
        return moved_back(found, document.text, seen[1])
    sure = calibrated if calibrate else _as_found
    wanted = _with_needs(only) if only is not None else {step.adds for step in FINDERS}
    known = Known(document=document)
    for step in FINDERS:
        if step.adds in wanted:
            known = replace(known, **{step.adds: step.find(known)})  # type: ignore[arg-type]
    return Reading(
        source=source,
        sha256=sha256,
        text=document.text,
        extractor=document.extractor,
        convention=known.convention,
        heading=known.heading,
        turns=tuple(_with_asker(turn, known) for turn in known.turns),
        exchanges=tuple(_with_clarity(exchange, known) for exchange in known.exchanges),
        meetings=sure("meetings", known.meetings),
        participants=sure("participants", known.participants),
        topics=sure("topics", known.topics),
        cases=sure("cases", known.cases),
        commitments=sure("commitments", known.commitments),
        dates=sure("dates", known.dates),
        positions=known.positions,
        characterisations=known.characterisations,
    )


def _as_found(_section: str, findings: tuple[F, ...]) -> tuple[F, ...]:
    return findings


def _with_needs(only: frozenset[str]) -> set[str]:
    """The parts named and all that they rest on."""
    unknown = sorted(only - {step.adds for step in FINDERS})
    if unknown:
        names = ", ".join(step.adds for step in FINDERS)
        raise UsageError(f"no finder is called {', '.join(unknown)}: choose among {names}")
    wanted = set(only)
    for step in reversed(FINDERS):
        if step.adds in wanted:
            wanted.update(step.needs)
    return wanted


def _with_asker(turn: Turn, known: Known) -> Turn:
    asker = known.askers.get(turn.id)
    return replace(turn, speaker=asker.name) if asker and asker.name else turn


def _with_clarity(exchange: Exchange, known: Known) -> Exchange:
    if exchange.id not in known.clarity:
        return exchange
    found = known.clarity[exchange.id]
    return replace(
        exchange,
        clarity=found.clarity,
        technique=found.technique,
        evidence=found.evidence,
        confidence=round(exchange.confidence * found.confidence, 2),
        rule=f"{exchange.rule}, {found.rule}",
    )
