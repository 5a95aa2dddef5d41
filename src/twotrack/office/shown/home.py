"""The first page: what waits for somebody, what falls due, what changed."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from twotrack.office.shown.case_lines import CaseLine, case_board
from twotrack.office.shown.commitment_lines import CommitmentLine, commitment_lines
from twotrack.office.shown.dialogue_page import Interval, interval_of
from twotrack.office.shown.grounds import SourceRef, source_refs
from twotrack.office.shown.kept import kept
from twotrack.office.shown.meeting_lines import MeetingLine, meeting_lines
from twotrack.office.shown.upcoming import ComingDay, Review, coming_days, reviews
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Decision, Dialogue, Proposal, Source
from twotrack.record.reports.commitments import OVERDUE
from twotrack.record.talks import months_of
from twotrack.vocabulary import MeetingStatus

SHOWN = 6  # rows of each list; the lists themselves have their own pages
LONG = timedelta(days=365)  # a case raised first so long ago, and never answered, has waited long


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A document with findings that wait for a person."""

    ref: SourceRef
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRound:
    """A dialogue whose next round is overdue."""

    id: uuid.UUID
    name: str
    language: str
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The first rows of everything that waits, and how many there are. `empty`: nothing is in the record at all."""

    waiting: tuple[Waiting, ...]
    waiting_sources: int
    waiting_all: int
    overdue: tuple[CommitmentLine, ...]
    overdue_all: int
    silent: tuple[CaseLine, ...]
    silent_all: int
    days: tuple[ComingDay, ...]
    days_all: int
    reviews: tuple[Review, ...]
    reviews_all: int
    next: tuple[MeetingLine, ...]
    late: tuple[LateRound, ...]
    empty: bool


def home_page(sight: Sight, today: date) -> HomePage:
    """What is in sight."""
    waiting = kept(sight, "waiting", lambda: _waiting(sight))
    refs = source_refs(sight, [key for key, _ in waiting[:SHOWN]])
    overdue = [line for line in commitment_lines(sight, today) if line.state == OVERDUE]
    silent = kept(sight, ("silent", today), lambda: _silent(sight, today))
    days = kept(sight, ("coming days", today), lambda: coming_days(sight, today))
    due = kept(sight, ("reviews", today), lambda: reviews(sight, today))
    meetings = meeting_lines(sight)
    return HomePage(
        waiting=tuple(Waiting(ref=refs[key], number=number) for key, number in waiting[:SHOWN] if key in refs),
        waiting_sources=len(waiting),
        waiting_all=sum(number for _, number in waiting),
        overdue=tuple(overdue[:SHOWN]),
        overdue_all=len(overdue),
        silent=tuple(silent[:SHOWN]),
        silent_all=len(silent),
        days=tuple(days[:SHOWN]),
        days_all=len(days),
        reviews=tuple(due[:SHOWN]),
        reviews_all=len(due),
        next=tuple(_next(meetings, today)),
        late=tuple(_late(sight, meetings, today)),
        empty=not meetings and not case_board(sight).lines and not _any_source(sight),
    )


def _waiting(sight: Sight) -> list[tuple[uuid.UUID, int]]:
    """The documents with findings that nobody decided, with how many; the one that came last first."""
    found: dict[uuid.UUID, int] = {}
    for alias in sight.aliases:
        rows = Proposal.objects.using(alias).filter(vanished=False)
        rows = rows.exclude(pk__in=Decision.objects.using(alias).values("proposal_id"))
        for source, number in rows.order_by().values_list("source_id").annotate(number=Count("*")):
            found[source] = found.get(source, 0) + number
    came = {row.pk: row.got_at for row in sight.among(Source, "pk", found)}
    return sorted(
        ((key, number) for key, number in found.items() if key in came), key=lambda one: came[one[0]], reverse=True
    )


def _silent(sight: Sight, today: date) -> list[CaseLine]:
    """Cases raised first long ago and never answered, the longest first."""
    since = (today - LONG).isoformat()
    lines = [
        line for line in case_board(sight).lines if line.stands == "unanswered" and line.first and line.first < since
    ]
    return sorted(lines, key=lambda line: (line.first, -line.raised, line.id))


def _next(meetings: tuple[MeetingLine, ...], today: date) -> list[MeetingLine]:
    planned = [one for one in meetings if one.status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED)]
    return [one for one in planned if not one.day or one.day >= today.isoformat()][:3]


def _late(sight: Sight, meetings: tuple[MeetingLine, ...], today: date) -> list[LateRound]:
    found = []
    for row in sight.all(Dialogue):
        of_it = [one for one in meetings if row.pk.hex in one.dialogues]
        interval = interval_of(of_it, months_of(row.interval), today)
        if interval.overdue:
            found.append(LateRound(id=row.pk, name=row.name, language=row.name_language, interval=interval))
    return sorted(found, key=lambda one: (one.interval.due or today, one.name))[:SHOWN]


def _any_source(sight: Sight) -> bool:
    return any(Source.objects.using(alias).exists() for alias in sight.aliases)
