"""Dialogues as a list shows them."""

import uuid
from dataclasses import dataclass

from twotrack.office.shown.meeting_lines import MeetingLine, meeting_lines
from twotrack.office.shown.rows import among, by_id, grouped
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import Dialogue, DialogueParty, Party, Setting
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
    last_held: MeetingLine | None
    next_planned: MeetingLine | None
    confidential: bool


def all_dialogues(sight: Sight) -> list[DialogueRow]:
    """Every dialogue in sight, by name."""
    return sorted(dialogue_rows(sight, sight.all(Dialogue)), key=lambda row: (row.name.casefold(), str(row.id)))


def dialogue_rows(sight: Sight, dialogues: list[Dialogue]) -> list[DialogueRow]:
    """These dialogues with their parties (our side first) and meetings."""
    keys = [dialogue.pk for dialogue in dialogues]
    links = grouped(among(sight, DialogueParty, "dialogue_id", keys), lambda link: link.dialogue_id)
    parties = by_id(sight, Party, (link.party_id for some in links.values() for link in some))
    meetings = meeting_lines(sight)
    ours = our_side(sight)

    def row(dialogue: Dialogue) -> DialogueRow:
        sides = sorted(
            {link.party_id for link in links.get(dialogue.pk, []) if link.party_id in parties},
            key=lambda key: (key != ours, parties[key].name),
        )
        of_it = [line for line in meetings if dialogue.pk.hex in line.dialogues]
        held = [line for line in of_it if line.status == MeetingStatus.HELD and line.day]
        planned = [line for line in of_it if line.status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED)]
        return DialogueRow(
            id=dialogue.pk,
            name=dialogue.name,
            language=dialogue.name_language,
            parties=tuple(parties[key].name for key in sides),
            interval=INTERVALS.get(dialogue.interval, dialogue.interval),
            meetings=len(of_it),
            last_held=held[-1] if held else None,
            next_planned=planned[0] if planned else None,
            confidential=is_confidential([dialogue]),
        )

    return [row(dialogue) for dialogue in dialogues]


def our_side(sight: Sight) -> uuid.UUID | None:
    """The party that is our side, where the record's setting says so."""
    found = sight.all(Setting, name=OUR_SIDE)
    return uuid.UUID(found[0].value["party"]) if found else None
