"""Meetings in the order of time."""

import uuid
from collections.abc import Iterable

from django.db.models import Q

from twotrack.record.models import Meeting
from twotrack.record.reports import called
from twotrack.record.reports.called import Met
from twotrack.record.reports.seen import Seen
from twotrack.vocabulary import MeetingKind, MeetingStatus


def in_time(seen: Seen, keys: Iterable[uuid.UUID | None]) -> list[Met]:
    """These meetings, the earliest first, those without a date last."""
    wanted = {key for key in keys if key is not None}
    met = called.meetings(seen, wanted)
    return sorted((met[key] for key in wanted if key in met), key=lambda one: one.order)


def rounds_held(seen: Seen, *only: Q) -> list[Met]:
    """The rounds that were held, the earliest first."""
    held = {"meeting_kind": MeetingKind.ROUND.value, "status": MeetingStatus.HELD.value}
    return in_time(seen, seen.distinct(Meeting, "pk", *only, **held))
