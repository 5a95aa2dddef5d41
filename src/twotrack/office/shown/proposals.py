"""Proposals as a person decides them: what was found, on which words, what accepting brings with it, what was made."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from twotrack.office.dates import in_words
from twotrack.office.shown.rows import among, by_id, grouped
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import Decision, Entry, Proposal
from twotrack.record.proposals import REFERENCES, SECTIONS, is_accepted
from twotrack.themes import theme_label
from twotrack.vocabulary import Clarity, DecisionKind, MeetingKind, MeetingStatus, Raised, Strength, Technique

ONE = {
    "meetings": "meeting",
    "participants": "participant",
    "topics": "topic",
    "cases": "case",
    "commitments": "commitment",
    "positions": "position",
    "characterisations": "characterisation",
    "exchanges": "exchange",
}
HEADINGS = {
    "meetings": "Meetings",
    "participants": "Delegations",
    "topics": "Themes",
    "positions": "Positions",
    "characterisations": "How it was described",
    "cases": "Cases",
    "commitments": "Commitments",
    "exchanges": "What was asked",
}
ORDER = tuple(HEADINGS)
# taken together, with exceptions; persons, promises and answers one by one
AS_A_BLOCK = ("meetings", "participants", "topics", "positions", "characterisations")
MERGEABLE = ("meetings", "participants", "cases")
_MADE_FIRST = (
    "meeting",
    "case",
    "exchange",
    "commitment",
    "benchmark",
    "participation",
    "representation",
    "meeting's theme",
)
_PAGES = {"meeting": "meeting", "case": "case", "dialogue": "dialogue"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One mention: the exact words, and where they are marked in the text beside."""

    words: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a decision made: the entry's kind, and its page where it has one."""

    kind: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One proposal. `brings` is what accepting it accepts before it. `state`: `waits`, or what was decided. `earlier`: where
    the finding is shown that says otherwise of the same words, or that an earlier version says."""

    id: uuid.UUID
    section: str
    one: str
    title: str
    details: tuple[tuple[str, str], ...]
    side: str
    quotes: tuple[Quote, ...]
    confidence: float
    rule: str
    brings: tuple[str, ...]
    state: str
    made: Made | None
    vanished: bool
    earlier: str
    mergeable: bool
    confidential: bool

    @property
    def waits(self) -> bool:
        """Whether nobody decided it."""
        return self.state == "waits"


def cards(sight: Sight, proposals: list[Proposal], text: str) -> list[Card]:
    """The proposals of one source as cards, in the order in which a person takes them."""
    keys = [proposal.pk for proposal in proposals]
    latest = latest_decisions(sight, keys)
    made = _made(sight, keys, latest)
    known = {str(proposal.pk): proposal for proposal in proposals}
    earlier = by_id(sight, Proposal, (proposal.earlier_id for proposal in proposals))
    shown = [proposal for proposal in proposals if not proposal.vanished or proposal.pk in latest]
    shown.sort(key=lambda one: (ORDER.index(one.section), min(span[0] for span in one.spans), str(one.pk)))
    return [
        Card(
            id=proposal.pk,
            section=proposal.section,
            one=ONE[proposal.section],
            title=title_of(proposal),
            details=tuple(_details(proposal)),
            side=str(proposal.data.get("side") or ""),
            quotes=tuple(
                Quote(words=text[start:end], anchor=f"{proposal.pk}-{nth}")
                for nth, (start, end) in enumerate(proposal.spans)
            ),
            confidence=proposal.confidence,
            rule=proposal.rule,
            brings=tuple(
                f"the {ONE[other.section]} “{title_of(other)}”"
                for other in _referred(proposal, known)
                if other.pk not in latest
            ),
            state=latest[proposal.pk].kind if proposal.pk in latest else "waits",
            made=made.get(proposal.pk),
            vanished=proposal.vanished,
            earlier=_address(earlier.get(proposal.earlier_id)) if proposal.earlier_id else "",
            mergeable=proposal.section in MERGEABLE
            and not (proposal.section == "participants" and not proposal.data.get("name")),
            confidential=is_confidential([proposal]),
        )
        for proposal in shown
    ]


def latest_decisions(sight: Sight, proposals: Iterable[uuid.UUID]) -> dict[uuid.UUID, Decision]:
    """What was last decided on each of these proposals that is decided."""
    rows = among(sight, Decision, "proposal_id", proposals)
    return {row.proposal_id: row for row in sorted(rows, key=lambda row: (row.at, str(row.pk)))}


_TITLED = {"commitments": "what", "exchanges": "asks", "characterisations": "words"}


def title_of(proposal: Proposal) -> str:
    """The finding in a few words."""
    data = proposal.data
    if proposal.section == "participants":
        count = data.get("count")
        return str(data.get("name") or data.get("organisation") or (f"{count} unnamed" if count else "participant"))
    if proposal.section in ("topics", "positions"):
        return theme_label(str(data.get("theme", "")))
    field = _TITLED.get(proposal.section, "name")
    return str(data.get(field) or proposal.main_value or proposal.anchor_quote)


def _details(proposal: Proposal) -> Iterable[tuple[str, str]]:
    """What was found, as pairs of word and value; what the document does not state is left out."""
    return ((word, str(value)) for word, value in _DETAILS[proposal.section](proposal.data).items() if value)


def _meeting_details(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": MeetingKind(data["kind"]).label,
        "when": in_words(data.get("when") or ""),
        "place": data.get("place"),
        "status": MeetingStatus(data["status"]).label,
    }


def _participant_details(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": data.get("title"),
        "agency": data.get("organisation") if data.get("name") else None,
        "for": data.get("side"),
        "role": "heads the delegation" if data.get("head") else None,
    }


def _case_details(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "group": "a group of persons" if data.get("group") else None,
        "also": ", ".join(data.get("aliases") or ()),
        "status": data.get("status"),
        "in the document": Raised(data["raised"]).label,
        "by": data.get("raised_by"),
    }


def _commitment_details(data: dict[str, Any]) -> dict[str, Any]:
    nature = "a benchmark" if data.get("benchmark") else "a standing promise" if data.get("standing") else None
    return {
        "by": "both sides" if data.get("who") == "both" else data.get("who"),
        "due": in_words(data.get("due") or ""),
        "how firm": Strength(data["strength"]).label,
        "nature": nature,
    }


def _topic_details(data: dict[str, Any]) -> dict[str, Any]:
    return {"raised by": data.get("raised_by")}


def _party_details(data: dict[str, Any]) -> dict[str, Any]:
    return {"by": "both sides" if data.get("party") == "both" else data.get("party")}


def _exchange_details(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "asked by": ", ".join(filter(None, (data.get("asker"), data.get("outlet")))),
        "answer": Clarity(data["clarity"]).label,
        "how": Technique(data["technique"]).label if data.get("technique") else None,
    }


_DETAILS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "meetings": _meeting_details,
    "participants": _participant_details,
    "cases": _case_details,
    "commitments": _commitment_details,
    "topics": _topic_details,
    "positions": _party_details,
    "characterisations": _party_details,
    "exchanges": _exchange_details,
}


def _referred(proposal: Proposal, known: dict[str, Proposal], seen: frozenset[str] = frozenset()) -> list[Proposal]:
    """The proposals that this one names, first those that they name; as record.proposals.referred, from rows at hand."""
    named: list[Proposal] = []
    for reference in REFERENCES:
        key = str(proposal.data.get(reference) or "")
        if key in known and key not in seen and key != str(proposal.pk):
            other = known[key]
            named += [*_referred(other, known, seen | {str(proposal.pk), key}), other]
    return list({other.pk: other for other in named}.values())


def _made(sight: Sight, keys: list[uuid.UUID], latest: dict[uuid.UUID, Decision]) -> dict[uuid.UUID, Made]:
    """The entry that each accepted proposal stands for."""
    entries = grouped(among(sight, Entry, "proposal_id", keys), lambda entry: entry.proposal_id)
    into = by_id(sight, Entry, (decision.into_id for decision in latest.values()))
    found: dict[uuid.UUID, Made] = {}
    for key, decision in latest.items():
        if not is_accepted(decision):
            continue
        own = {entry.kind: entry for entry in entries.get(key, [])}
        merged = into.get(decision.into_id) if decision.into_id else None
        if decision.kind == DecisionKind.MERGE and merged is not None and merged.kind in _PAGES:
            found[key] = _as_made(merged)
            continue
        entry = next((own[kind] for kind in _MADE_FIRST if kind in own), merged)
        if entry is None and own:
            entry = next(iter(own.values()))
        if entry is not None:
            found[key] = _as_made(entry)
    return found


def _address(proposal: Proposal | None) -> str:
    return f"{reverse('source', args=[proposal.source_id])}#p-{proposal.pk}" if proposal else ""


def _as_made(entry: Entry) -> Made:
    page = _PAGES.get(entry.kind)
    return Made(kind=entry.kind, address=reverse(page, args=[entry.pk]) if page else "")


assert set(ORDER) == set(SECTIONS), "each section of a reading has its place on the page"
