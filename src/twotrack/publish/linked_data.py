"""Meetings and dialogues as JSON-LD in the words of schema.org; persons never."""

import json
import re
from collections.abc import Iterator
from typing import Any

from twotrack import edtf
from twotrack.record.public import PublicRecord
from twotrack.record.public.values import PublicMeeting
from twotrack.vocabulary import MeetingStatus

_WHOLE_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_DATE = {"@type": "http://www.w3.org/2001/XMLSchema#date"}
# Within the file, so that no program fetches a context from outside.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "startDate": {"@id": "https://schema.org/startDate", **_DATE},
    "endDate": {"@id": "https://schema.org/endDate", **_DATE},
    "eventStatus": {"@id": "https://schema.org/eventStatus", "@type": "@id"},
}
_STATUS = {
    MeetingStatus.HELD: "https://schema.org/EventScheduled",
    MeetingStatus.PLANNED: "https://schema.org/EventScheduled",
    MeetingStatus.POSTPONED: "https://schema.org/EventPostponed",
    MeetingStatus.CANCELLED: "https://schema.org/EventCancelled",
}


def all_linked_data(record: PublicRecord) -> Iterator[tuple[str, str]]:
    """Path and text of each file: one a meeting, one a dialogue."""
    for dialogue in record.dialogues:
        yield (
            f"dialogues/{dialogue.id}.jsonld",
            _text(
                {
                    "@type": "EventSeries",
                    "@id": dialogue.id.urn,
                    "name": dialogue.name,
                    "organizer": [{"@type": "Organization", "name": name} for name in dialogue.parties],
                    "subEvent": [{"@id": key.urn} for key in dialogue.meetings],
                }
            ),
        )
    for meeting in record.meetings:
        yield f"meetings/{meeting.id}.jsonld", _text(_meeting(meeting))


def _meeting(meeting: PublicMeeting) -> dict[str, Any]:
    """Dates only where they are whole days; what is vaguer stays in the table."""
    days = edtf.parse(meeting.when) if _WHOLE_DAYS.fullmatch(meeting.when) else None
    sides = sorted({one.party for one in meeting.participants if one.party})
    return {
        "@type": "Event",
        "@id": meeting.id.urn,
        "name": meeting.called or meeting.kind.replace("-", " "),
        **({"startDate": str(days.first), "endDate": str(days.last)} if days else {}),
        **({"location": {"@type": "Place", "name": meeting.place}} if meeting.place else {}),
        **({"eventStatus": _STATUS[MeetingStatus(meeting.status)]} if meeting.status in _STATUS else {}),
        "organizer": [{"@type": "Organization", "name": name} for name in sides],
        "superEvent": [{"@id": key.urn} for key in meeting.dialogues],
    }


def _text(thing: dict[str, Any]) -> str:
    return json.dumps({"@context": CONTEXT, **thing}, ensure_ascii=False, indent=1) + "\n"
