"""Meetings as other pages name them, and as a list."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.facts import shown_values
from twotrack.office.shown.rows import by_id
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import Meeting
from twotrack.vocabulary import MeetingKind, MeetingStatus, Property


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRef:
    """A meeting as other pages name it, and as the list of meetings shows it."""

    id: uuid.UUID
    name: str
    language: str
    kind: str
    status: str
    when: str
    first_day: date | None
    place: str
    confidential: bool


def meeting_refs(sight: Sight, keys: Iterable[uuid.UUID | None]) -> dict[uuid.UUID, MeetingRef]:
    """Meetings by id, as other pages name them."""
    return {ref.id: ref for ref in refs_of(sight, list(by_id(sight, Meeting, keys).values()))}


def all_meetings(sight: Sight) -> list[MeetingRef]:
    """Every meeting in sight, the latest first, those without a date last."""
    refs = refs_of(sight, sight.all(Meeting))
    return sorted(
        refs, key=lambda ref: (ref.first_day is not None, ref.first_day or date.min, str(ref.id)), reverse=True
    )


def refs_of(sight: Sight, meetings: list[Meeting]) -> list[MeetingRef]:
    """These meetings with their shown name, date and place."""
    keys = [meeting.pk for meeting in meetings]
    names, days, places = (shown_values(sight, keys, one) for one in (Property.NAME, Property.WHEN, Property.PLACE))
    return [
        MeetingRef(
            id=meeting.pk,
            name=names[meeting.pk].value if meeting.pk in names else MeetingKind(meeting.meeting_kind).label,
            language=names[meeting.pk].value_language if meeting.pk in names else "",
            kind=MeetingKind(meeting.meeting_kind).label,
            status=MeetingStatus(meeting.status).label,
            when=days[meeting.pk].value if meeting.pk in days else "",
            first_day=days[meeting.pk].first_day if meeting.pk in days else None,
            place=places[meeting.pk].value if meeting.pk in places else "",
            confidential=is_confidential([meeting]),
        )
        for meeting in meetings
    ]
