"""Who took part in a meeting, side by side, and who of them is there for the first time."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from twotrack.office.shown.facts import shown_values
from twotrack.office.shown.grounds import NOTHING, Standing, standings
from twotrack.office.shown.meeting_lines import MeetingLine, meeting_lines
from twotrack.office.shown.rows import by_id
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import Agency, Participation, Party, Person
from twotrack.record.reports.seen import Seen
from twotrack.vocabulary import MeetingStatus, ParticipationRole, Property

SHOWN = 40  # of one delegation


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One who took part: a person with a title, an agency, or a number of unnamed ones. `new`: at no earlier meeting of the
    dialogue in this record; never where there is none."""

    id: uuid.UUID
    name: str
    language: str
    title: str
    agency: str
    role: str
    number: str
    new: bool
    standing: Standing
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Those who took part for one party; `new` of them for the first time, `more` are not shown."""

    party: str
    participants: tuple[Participant, ...]
    number: int
    new: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.number - len(self.participants)


def earlier_meetings(sight: Sight, meeting: MeetingLine) -> list[MeetingLine]:
    """The meetings held before this one in its dialogues, the earliest first."""
    return [
        one for one in meeting_lines(sight)
        if one.dialogues & meeting.dialogues and one.status == MeetingStatus.HELD and one.day and one.day < meeting.day
    ]  # fmt: skip


def delegations(sight: Sight, meeting: MeetingLine) -> list[Delegation]:
    """The delegations of a meeting, heads first, sides by name, those whose side is not stated last."""
    rows = sight.all(Participation, meeting_id=meeting.key)
    before = [one.key for one in earlier_meetings(sight, meeting)]
    known = _there_before(Seen(sight), rows, before)
    people = by_id(sight, Person, (row.person_id for row in rows))
    names, titles = (shown_values(sight, people, about) for about in (Property.NAME, Property.TITLE))
    agencies = by_id(sight, Agency, (row.agency_id for row in rows))
    parties = by_id(sight, Party, (row.party_id for row in rows))
    grounds = standings(sight, (row.pk for row in rows))

    def participant(row: Participation) -> Participant:
        name = names.get(row.person_id) if row.person_id else None
        title = titles.get(row.person_id) if row.person_id else None
        who = row.person_id or row.agency_id
        return Participant(
            id=row.pk,
            name=name.value if name else "",
            language=name.value_language if name else "",
            title=title.value if title else "",
            agency=agencies[row.agency_id].name if row.agency_id in agencies else "",
            role="" if row.role == ParticipationRole.MEMBER else ParticipationRole(row.role).label,
            number=row.count_words or (str(row.count) if row.count is not None else ""),
            new=bool(before) and who is not None and who not in known,
            standing=grounds.get(row.pk, NOTHING),
            confidential=is_confidential([row]),
        )

    sides: dict[str, list[Participant]] = {}
    for row in sorted(rows, key=lambda row: row.role != ParticipationRole.HEAD):
        party = parties.get(row.party_id) if row.party_id else None
        sides.setdefault(party.name if party else "", []).append(participant(row))
    return [
        Delegation(party=side, participants=tuple(some[:SHOWN]), number=len(some), new=sum(one.new for one in some))
        for side, some in sorted(sides.items(), key=lambda item: (item[0] == "", item[0]))
    ]


def _there_before(seen: Seen, rows: Iterable[Participation], before: list[uuid.UUID]) -> set[uuid.UUID]:
    """Those of the persons and agencies who took part in any of these meetings."""
    rows = list(rows)
    if not before:
        return set()
    found: set[uuid.UUID] = set()
    for link in ("person_id", "agency_id"):
        keys = [getattr(row, link) for row in rows]
        found |= {getattr(one, link) for one in seen.of(Participation, link, keys, link, meeting_id__in=before)}
    return found
