"""Findings as proposals: made from a reading, known again in a later one, decided by a person.

A proposal is known by its source, section, anchor (the quote of its first mention, the number of that occurrence, 32
characters either side) and main value. The ids of a reading (t1, e1) are never stored: a finding that names another
names that one's proposal.
"""

import dataclasses
import json
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from twotrack.reading.changes import Change, changes, moved
from twotrack.reading.findings import Reading, Span, Turn
from twotrack.record.ledger import Ledger
from twotrack.record.models import Decision, Proposal, Source, SourceText
from twotrack.vocabulary import DecisionKind

BY_HAND = "by-hand"  # the rule of a finding that a person added
CONTEXT = 32  # code points kept either side of an anchor
SECTIONS = (
    "meetings",
    "participants",
    "topics",
    "cases",
    "commitments",
    "positions",
    "characterisations",
    "exchanges",
)
MAIN_VALUES = {  # the first of these fields that is not empty
    "meetings": ("when", "name"),
    "participants": ("name", "organisation", "count"),
    "topics": ("theme",),
    "cases": ("name",),
    "commitments": ("due", "what"),
    "positions": ("theme",),
    "characterisations": ("words",),
    "exchanges": ("clarity",),
}
REFERENCES = ("meeting", "part_of", "follow_up_to")
_PLACES = ("evidence", "status_mentions", "questions", "answers", "teller")
_NOT_DATA = {"id", "mentions", "confidence", "rule", "question_turns", "answer_turns"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding on its way to become a proposal. `reading_id` and references hold within the reading alone."""

    section: str
    reading_id: str | None
    quote: str
    number: int
    prefix: str
    suffix: str
    main_value: str
    data: dict[str, Any]
    spans: list[list[int]]
    confidence: float
    rule: str

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What it is known by within its source."""
        return self.section, self.quote, self.number, self.main_value


def propose(ledger: Ledger, source: Source, text: SourceText, reading: Reading) -> list[Proposal]:
    """Make a proposal of each finding of a first reading, in the database of its source."""
    ids: dict[str, uuid.UUID] = {}
    made = []
    for found in findings_of(reading):
        made.append(_new(source, text, found, ids, at=ledger.at))
        if found.reading_id:
            ids[found.reading_id] = made[-1].pk
    return list(ledger.add_all(made))


def repropose(
    ledger: Ledger,
    source: Source,
    text: SourceText,
    reading: Reading,
    *,
    elsewhere: Iterable[Proposal] = (),
    takes: bool = False,
) -> list[Proposal]:
    """Bring a source's proposals up to a later reading; decisions survive.

    A finding of the same anchor and value is the same proposal. One that overlaps a proposal's anchor by half with the same
    value inherits it; with another value it becomes a new proposal that shows the old one. What vanished is kept and marked,
    and is itself again where a later reading finds it again.

    `elsewhere` are the proposals of the page's other versions. A finding that says the same as one of them is that one: it
    moves here where this version `takes` it (being the latest), decided or not, and else stays there. What is not found
    here stays there as well, unmarked: it is what that version says. Returns the proposals of this source.
    """
    before = list(
        Proposal.objects.using(ledger.alias).filter(source_id=source.pk).order_by("vanished", "made_at", "id")
    )
    own, others = Known(before, text), Known(elsewhere, text)
    ids: dict[str, uuid.UUID] = {}
    now: list[Proposal] = []
    for found in findings_of(reading):
        if (proposal := own.take(found)) is not None:
            _bring_up(ledger, proposal, vanished=False, **_fields(text, found, ids))
        elif (proposal := others.take(found, alike=True)) is not None:
            if takes:
                _bring_up(ledger, proposal, source=source, **_fields(text, found, ids))
        else:
            earlier = own.nearest(found) or others.nearest(found)
            proposal = ledger.add(_new(source, text, found, ids, at=ledger.at, earlier=earlier))
        if proposal.source_id == source.pk:
            now.append(proposal)
        if found.reading_id:
            ids[found.reading_id] = proposal.pk
    for proposal in own.left.values():
        if proposal.rule != BY_HAND:  # the program never found it, so it cannot have lost it
            _bring_up(ledger, proposal, vanished=True)
    return now


def _bring_up(ledger: Ledger, proposal: Proposal, **values: Any) -> None:
    """Change what a later reading says otherwise; where it says the same, nothing is written."""
    changed = {name: value for name, value in values.items() if _differs(proposal, name, value)}
    if changed:
        ledger.change(proposal, **changed)


def _differs(proposal: Proposal, name: str, value: Any) -> bool:
    if isinstance(value, Model):
        return bool(getattr(proposal, f"{name}_id") != value.pk)
    plain = json.loads(json.dumps(value)) if isinstance(value, (dict, list)) else value
    return bool(getattr(proposal, name) != plain)


def decision_on(proposal: Proposal) -> Decision | None:
    """What a person did with a proposal: the latest decision, or None while it waits."""
    decisions = Decision.objects.using(proposal._state.db).filter(proposal_id=proposal.pk)
    return decisions.order_by("-at", "-id").first()


def is_accepted(decision: Decision | None) -> bool:
    """Whether a decision made entries (accepted, edited or merged)."""
    return decision is not None and decision.kind != DecisionKind.REJECT


def referred(proposal: Proposal) -> list[Proposal]:
    """The proposals that this one names, first those that they name: what accepting it accepts, in order."""
    named = []
    for reference in REFERENCES:
        key = proposal.data.get(reference)
        other = Proposal.objects.using(proposal._state.db).filter(pk=key).first() if key else None
        if other is not None and other.pk != proposal.pk:
            named += [*referred(other), other]
    return list({other.pk: other for other in named}.values())


def findings_of(reading: Reading) -> Iterator[Found]:
    """The findings that become proposals, meetings first since others name them. Dates and turns never do."""
    for section in SECTIONS:
        for finding in getattr(reading, section):
            spans = [Span(*span) for span in finding.mentions if span[1] > span[0]]
            if not spans:
                continue
            first = min(spans)
            quote = reading.text[first.start : first.end]
            yield Found(
                section=section,
                reading_id=getattr(finding, "id", None),
                quote=quote,
                number=reading.text.count(quote, 0, first.start) + 1,
                prefix=reading.text[max(0, first.start - CONTEXT) : first.start],
                suffix=reading.text[first.end : first.end + CONTEXT],
                main_value=main_value(section, finding),
                data=_data(section, finding, reading, first),
                spans=[list(span) for span in spans],
                confidence=finding.confidence,
                rule=finding.rule,
            )


def main_value(section: str, finding: Any) -> str:
    """The value that a finding is known by, beside its place."""
    fields = MAIN_VALUES[section]
    return next((str(value) for name in fields if (value := getattr(finding, name))), "")


def _data(section: str, finding: Any, reading: Reading, first: Span) -> dict[str, Any]:
    data = {key: value for key, value in dataclasses.asdict(finding).items() if key not in _NOT_DATA}
    data = {
        key: [list(span) for span in value] if key in ("evidence", "status_mentions") else value
        for key, value in data.items()
    }
    teller = _turn_at(reading, first)
    data["teller"] = teller.speaker if teller else None
    if section == "exchanges":
        spans = {turn.id: [turn.words, turn.end] for turn in reading.turns}
        data["questions"] = [spans[key] for key in finding.question_turns]
        data["answers"] = [spans[key] for key in finding.answer_turns]
    return data


def _turn_at(reading: Reading, span: Span) -> Turn | None:
    return next((turn for turn in reading.turns if turn.start <= span.start < turn.end), None)


def _fields(text: SourceText, found: Found, ids: dict[str, uuid.UUID]) -> dict[str, Any]:
    data = dict(found.data)
    for reference in REFERENCES:
        if reference in data:
            data[reference] = str(ids[data[reference]]) if data[reference] in ids else None
    return {
        "text": text,
        "anchor_quote": found.quote,
        "anchor_number": found.number,
        "anchor_prefix": found.prefix,
        "anchor_suffix": found.suffix,
        "data": data,
        "spans": found.spans,
        "confidence": found.confidence,
        "rule": found.rule,
    }


def _new(
    source: Source,
    text: SourceText,
    found: Found,
    ids: dict[str, uuid.UUID],
    *,
    at: Any,
    earlier: Proposal | None = None,
) -> Proposal:
    return Proposal(
        source=source,
        section=found.section,
        main_value=found.main_value,
        made_at=at,
        earlier=earlier,
        **_fields(text, found, ids),
    )


class Known:
    """Proposals that a later reading may find again; `left` are those that it did not find yet."""

    def __init__(self, proposals: Iterable[Proposal], text: SourceText) -> None:
        self.left = {proposal.pk: proposal for proposal in proposals}
        self._places = _places(self.left.values(), text)

    def take(self, found: Found, *, alike: bool = False) -> Proposal | None:
        """The proposal that a finding is, which is then found; `alike`: only where it says the same in all it says."""
        known = self.nearest(found)
        if (
            known is None
            or known.main_value != found.main_value
            or (alike and not _says_the_same(known.data, found.data))
        ):
            return None
        return self.left.pop(known.pk)

    def nearest(self, found: Found) -> Proposal | None:
        """The proposal of the finding's anchor and value; else one whose anchor shares half of its characters with the
        finding's, the same value first."""
        return self._same(found) or self._overlapping(found)

    def _same(self, found: Found) -> Proposal | None:
        for proposal in self.left.values():
            key = (proposal.section, proposal.anchor_quote, proposal.anchor_number, proposal.main_value)
            if key == found.key:
                return proposal
        return None

    def _overlapping(self, found: Found) -> Proposal | None:
        start, end = min((span[0], span[1]) for span in found.spans)
        near = []
        for proposal in self.left.values():
            place = self._places[proposal.pk]
            if proposal.section != found.section or place is None:
                continue
            shared = min(end, place.end) - max(start, place.start)
            if shared * 2 >= max(end - start, place.end - place.start):
                near.append(proposal)
        near.sort(key=lambda proposal: proposal.main_value != found.main_value)
        return near[0] if near else None


def _places(proposals: Iterable[Proposal], text: SourceText) -> dict[uuid.UUID, Span | None]:
    """Where the anchor of each proposal stands in a text that may be a later one; None where its words were changed."""
    changed: dict[uuid.UUID, list[Change]] = {}
    places: dict[uuid.UUID, Span | None] = {}
    for proposal in proposals:
        if proposal.text_id not in changed:
            changed[proposal.text_id] = [] if proposal.text_id == text.pk else changes(proposal.text.text, text.text)
        places[proposal.pk] = moved(min(Span(span[0], span[1]) for span in proposal.spans), changed[proposal.text_id])
    return places


def _says_the_same(one: dict[str, Any], two: dict[str, Any]) -> bool:
    """Whether two findings agree in all that both say, places in the text and names of other findings left aside."""
    told = one.keys() & two.keys() - {*REFERENCES, *_PLACES}
    return all(one[key] == json.loads(json.dumps(two[key])) for key in told)
