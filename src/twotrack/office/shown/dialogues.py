"""Dialogues as the pages show them."""

import uuid
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.cases import CaseRow, case_rows
from twotrack.office.shown.commitments import CommitmentRow, commitment_rows
from twotrack.office.shown.grounds import NOTHING, SourceRef, Standing, source_ref, standings
from twotrack.office.shown.meetings import MeetingRef, meeting_refs
from twotrack.office.shown.rows import among, by_id, grouped
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import (
    Commitment,
    Dialogue,
    DialogueParty,
    MeetingDialogue,
    Party,
    RaisedCase,
    Representation,
    Setting,
    Source,
    SourceDialogue,
)
from twotrack.vocabulary import MeetingStatus

OUR_SIDE = "our-side"
INTERVALS = {"P6M": "twice a year", "P1Y": "every year", "P2Y": "every two years", "": "not stated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueRow:
    """A dialogue in a list."""

    id: uuid.UUID
    name: str
    language: str
    parties: tuple[str, ...]
    interval: str
    meetings: int
    last_held: MeetingRef | None
    next_planned: MeetingRef | None
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DialoguePage:
    """All of one dialogue."""

    row: DialogueRow
    standing: Standing
    meetings: tuple[MeetingRef, ...]
    cases: tuple[CaseRow, ...]
    commitments: tuple[CommitmentRow, ...]
    sources: tuple[SourceRef, ...]


def all_dialogues(sight: Sight) -> list[DialogueRow]:
    """Every dialogue in sight, by name."""
    return sorted(dialogue_rows(sight, sight.all(Dialogue)), key=lambda row: (row.name.casefold(), str(row.id)))


def dialogue_rows(sight: Sight, dialogues: list[Dialogue]) -> list[DialogueRow]:
    """These dialogues with their parties (our side first) and meetings."""
    keys = [dialogue.pk for dialogue in dialogues]
    links = grouped(among(sight, DialogueParty, "dialogue_id", keys), lambda link: link.dialogue_id)
    parties = by_id(sight, Party, (link.party_id for some in links.values() for link in some))
    meeting_links = grouped(among(sight, MeetingDialogue, "dialogue_id", keys), lambda link: link.dialogue_id)
    meetings = meeting_refs(sight, (link.meeting_id for some in meeting_links.values() for link in some))
    ours = our_side(sight)

    def row(dialogue: Dialogue) -> DialogueRow:
        sides = sorted(
            {link.party_id for link in links.get(dialogue.pk, []) if link.party_id in parties},
            key=lambda key: (key != ours, parties[key].name),
        )
        of_it = _latest_first({link.meeting_id for link in meeting_links.get(dialogue.pk, [])}, meetings)
        held = [ref for ref in of_it if ref.status == MeetingStatus.HELD.label]
        planned = [ref for ref in of_it if ref.status in (MeetingStatus.PLANNED.label, MeetingStatus.PROPOSED.label)]
        return DialogueRow(
            id=dialogue.pk,
            name=dialogue.name,
            language=dialogue.name_language,
            parties=tuple(parties[key].name for key in sides),
            interval=INTERVALS.get(dialogue.interval, dialogue.interval),
            meetings=len(of_it),
            last_held=held[0] if held else None,
            next_planned=planned[-1] if planned else None,
            confidential=is_confidential([dialogue]),
        )

    return [row(dialogue) for dialogue in dialogues]


def dialogue_page(sight: Sight, dialogue: Dialogue, today: date) -> DialoguePage:
    """All of a dialogue that is in sight: what its meetings raised and promised."""
    links = sight.all(MeetingDialogue, dialogue_id=dialogue.pk)
    meetings = meeting_refs(sight, (link.meeting_id for link in links))
    acts = among(sight, Representation, "meeting_id", meetings)
    raised = among(sight, RaisedCase, "representation_id", (act.pk for act in acts))
    commitments = [
        *among(sight, Commitment, "made_at_meeting_id", meetings),
        *among(sight, Commitment, "promises_meeting_id", meetings),
    ]
    belonging = sight.all(SourceDialogue, dialogue_id=dialogue.pk)
    sources = by_id(sight, Source, (link.source_id for link in belonging))
    return DialoguePage(
        row=dialogue_rows(sight, [dialogue])[0],
        standing=standings(sight, [dialogue.pk]).get(dialogue.pk, NOTHING),
        meetings=tuple(_latest_first(set(meetings), meetings)),
        cases=tuple(case_rows(sight, list({link.case_id: None for link in raised}))),
        commitments=tuple(commitment_rows(sight, {row.pk: row for row in commitments}.values(), today)),
        sources=tuple(source_ref(source) for source in sources.values()),
    )


def our_side(sight: Sight) -> uuid.UUID | None:
    """The party that is our side, where the record's setting says so."""
    found = sight.all(Setting, name=OUR_SIDE)
    return uuid.UUID(found[0].value["party"]) if found else None


def _latest_first(keys: set[uuid.UUID], meetings: dict[uuid.UUID, MeetingRef]) -> list[MeetingRef]:
    refs = [meetings[key] for key in keys if key in meetings]
    return sorted(refs, key=lambda ref: (ref.first_day or date.min, str(ref.id)), reverse=True)
