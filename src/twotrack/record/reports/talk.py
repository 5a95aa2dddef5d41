"""The dialogue that a document is about: its sides, its meetings in time, and what was last said there."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from twotrack.record.models import Meeting, MeetingDialogue, Participation, Position, RaisedCase, Representation
from twotrack.record.reports import called
from twotrack.record.reports.answers import Key
from twotrack.record.reports.called import Met
from twotrack.record.reports.grounds import passages_of, quotes
from twotrack.record.reports.in_time import in_time
from twotrack.record.reports.ours import our_side
from twotrack.record.reports.report import as_said
from twotrack.record.reports.seen import Fields, Seen, among, raw
from twotrack.record.reports.within import Within, within
from twotrack.vocabulary import MeetingKind, MeetingStatus, ParticipationRole, RepresentationKind

LOOKS_BACK = 20  # meetings whose cases a document takes up by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A dialogue (or the dialogues that a meeting counts towards), of what is in sight."""

    within: Within
    meetings: tuple[Met, ...]
    ours: uuid.UUID | None
    sides: tuple[tuple[uuid.UUID, str], ...]  # our side first

    @property
    def rounds(self) -> tuple[Met, ...]:
        """The rounds that were held, the earliest first."""
        return tuple(one for one in self.meetings if one.kind == MeetingKind.ROUND and one.status == MeetingStatus.HELD)

    def before(self, meeting: Met) -> tuple[Met, ...]:
        """The meetings before one, those without a date left out, the earliest first."""
        return tuple(
            one
            for one in self.meetings
            if one.id != meeting.id and one.day is not None and (meeting.day is None or one.day < meeting.day)
        )


def talk_of(seen: Seen, dialogues: list[uuid.UUID]) -> Talk:
    """These dialogues as one."""
    held = within(seen, dialogues)
    ours = our_side(seen)
    names = called.parties(seen, held.parties)
    sides = sorted(
        ((key, names[key]) for key in held.parties if key in names), key=lambda one: (one[0] != ours, one[1])
    )
    return Talk(within=held, meetings=tuple(in_time(seen, held.meetings)), ours=ours, sides=tuple(sides))


def talk_at(seen: Seen, meeting: uuid.UUID) -> Talk:
    """The dialogues that a meeting counts towards, itself or through the meeting that it is part of."""
    row = seen.by_id(Meeting, [meeting], "part_of_id")[meeting]
    keys = [key for key in (meeting, row.part_of_id) if key is not None]
    return talk_of(seen, list(seen.distinct(MeetingDialogue, "dialogue_id", meeting_id__in=keys)))


def cases_raised(seen: Seen, meetings: Iterable[Met]) -> list[Key]:
    """The cases raised at the latest of these meetings, those raised at the latest first; keys as the database holds them
    (see seen.raw), since there may be thousands."""
    latest = list(meetings)[-LOOKS_BACK:]
    place = {form: number for number, one in enumerate(latest) for form in (one.id, one.id.hex, str(one.id))}
    at: dict[Key, int] = {}
    last: dict[Key, int] = {}
    acts = seen.rows(Representation, meeting_id__in=[one.id for one in latest])
    for (alias, rows), (_, links) in zip(acts, seen.rows(RaisedCase), strict=True):
        # The kind is looked at here: by a condition the database would look up every act of this kind.
        for key, meeting, kind in raw(alias, rows.order_by().values_list("pk", "meeting_id", "representation_kind")):
            if kind == RepresentationKind.RAISED:
                at[key] = place[meeting]
        found = links.filter(representation_id__in=among(at)).order_by()
        for act, case in raw(alias, found.values_list("representation_id", "case_id")):
            last[case] = max(last.get(case, -1), at[act])
    return sorted(last, key=lambda key: (-last[key], str(key)))


def last_positions(
    seen: Seen, meetings: Iterable[Met], themes: Iterable[str] | None = None
) -> dict[tuple[str, uuid.UUID], tuple[Fields, Met, str]]:
    """By theme and party the last position, the meeting at which it was taken, and its words: those of its passages, else
    its summary."""
    place = {one.id: (number, one) for number, one in enumerate(meetings)}
    wanted = {} if themes is None else {"theme__in": list(themes)}
    rows = seen.of(Position, "meeting_id", place, "meeting_id", "party_id", "theme", "summary", **wanted)
    latest: dict[tuple[str, uuid.UUID], Fields] = {}
    for row in sorted(rows, key=lambda row: (place[row.meeting_id][0], row.pk.hex)):
        latest[row.theme, row.party_id] = row
    grounds = passages_of(seen, (row.pk for row in latest.values()))
    passages = quotes(seen, (key for keys in grounds.values() for key in keys))
    return {
        key: (
            row,
            place[row.meeting_id][1],
            row.summary or " … ".join(passages[one].quote for one in grounds.get(row.pk, ()) if one in passages),
        )
        for key, row in latest.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """One line of a delegation: who (or how many), in which role, whether for the first time in this record."""

    words: str
    first_time: bool
    entry: uuid.UUID
    confidential: bool


def delegations(seen: Seen, meeting: Met, before: Iterable[Met]) -> dict[uuid.UUID | None, list[Delegate]]:
    """By party those who take part in a meeting, heads first; new is who was at none of the meetings before for that party."""
    earlier = {one.id for one in before}
    fields = ("meeting_id", "party_id", "person_id", "agency_id", "role", "count", "count_words")
    rows = seen.of(Participation, "meeting_id", [meeting.id], *fields)
    known = {
        (row.party_id, row.person_id or row.agency_id)
        for row in seen.of(Participation, "meeting_id", earlier, *fields)
        if row.person_id or row.agency_id
    }
    names = called.persons(seen, (row.person_id for row in rows))
    bodies = called.agencies(seen, (row.agency_id for row in rows))
    found: dict[uuid.UUID | None, list[Delegate]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.role != ParticipationRole.HEAD, row.pk.hex)):
        person, body = names.get(row.person_id), bodies.get(row.agency_id)
        name = ", ".join(one for one in (person.name if person else "", body or "") if one)
        said = name or as_said(row.count, row.count_words)
        if said is None:
            continue
        role = "" if row.role == ParticipationRole.MEMBER else f" ({ParticipationRole(row.role).label})"
        found[row.party_id].append(
            Delegate(
                words=f"{said}{role}",
                first_time=bool(earlier and name and (row.party_id, row.person_id or row.agency_id) not in known),
                entry=row.pk,
                confidential=row.confidential or (person is not None and person.confidential),
            )
        )
    return found
