"""One dialogue, whole: its meetings on a line of time, whether its interval was kept, and what its rounds came to."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from twotrack.office.shown.case_lines import CaseLine, case_board
from twotrack.office.shown.charts import DrawnChart, TimeLine, raised_by_round, state_of, time_line, tracks_by_round
from twotrack.office.shown.commitment_lines import CommitmentLine, commitment_lines
from twotrack.office.shown.dialogues import DialogueRow, dialogue_rows
from twotrack.office.shown.grounds import NOTHING, SourceRef, Standing, source_ref, standings
from twotrack.office.shown.kept import kept_report
from twotrack.office.shown.meeting_lines import MeetingLine, meeting_lines
from twotrack.office.shown.rows import by_id
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Dialogue, Source, SourceDialogue
from twotrack.record.reports.commitments import OVERDUE
from twotrack.record.talks import later, months_of
from twotrack.vocabulary import CommitmentStatus, MeetingKind, MeetingStatus

SHOWN = 8  # rows of what has a table of its own
MEETINGS = 40  # rows of the meetings, the latest; the others are in the table of meetings
_ALL_ROUNDS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting of the dialogue: `state` is `held`, `planned` or `missed`. `gap` says of a round that was held how long after
    the round before it came, `kept` whether within the interval; None where the interval or a day is not stated."""

    line: MeetingLine
    state: str
    gap: str
    kept: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """How the interval was kept: of `gaps` between rounds held `kept` were within it; the next round is `due` by a day."""

    gaps: int
    kept: int
    due: date | None
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DialoguePage:
    """All of one dialogue."""

    row: DialogueRow
    key: str
    standing: Standing
    interval: Interval
    line: TimeLine | None
    meetings: tuple[MeetingRow, ...]
    meetings_all: int
    charts: tuple[DrawnChart, ...]
    unanswered: tuple[CaseLine, ...]
    unanswered_all: int
    cases_all: int
    open: tuple[CommitmentLine, ...]
    open_all: int
    commitments_all: int
    sources: tuple[SourceRef, ...]
    sources_all: int


def dialogue_page(sight: Sight, dialogue: Dialogue, today: date) -> DialoguePage:
    """All of a dialogue that is in sight."""
    key = dialogue.pk.hex
    meetings = [line for line in meeting_lines(sight) if key in line.dialogues]
    rows = meeting_rows(meetings, months_of(dialogue.interval), today)
    cases = [line for line in case_board(sight).lines if key in line.dialogues]
    waiting = sorted(
        (line for line in cases if line.stands == "unanswered"), key=lambda line: (line.first or "9999", line.id)
    )
    promised = [line for line in commitment_lines(sight, today) if key in line.dialogues]
    still_open = [line for line in promised if line.state in (OVERDUE, CommitmentStatus.OPEN, CommitmentStatus.PARTLY)]
    sources, sources_all = _sources(sight, dialogue.pk)
    return DialoguePage(
        row=dialogue_rows(sight, [dialogue])[0],
        key=key,
        standing=standings(sight, [dialogue.pk]).get(dialogue.pk, NOTHING),
        interval=interval_of(meetings, months_of(dialogue.interval), today),
        line=time_line(meetings, today),
        meetings=tuple(sorted(rows, key=lambda row: row.line.day, reverse=True)[:MEETINGS]),
        meetings_all=len(rows),
        charts=_charts(sight, meetings, today),
        unanswered=tuple(waiting[:SHOWN]),
        unanswered_all=len(waiting),
        cases_all=len(cases),
        open=tuple(still_open[:SHOWN]),
        open_all=len(still_open),
        commitments_all=len(promised),
        sources=sources,
        sources_all=sources_all,
    )


def rounds_held(meetings: Sequence[MeetingLine]) -> list[MeetingLine]:
    """The rounds that were held on a day that is known, the earliest first."""
    return [one for one in meetings if one.kind == MeetingKind.ROUND and one.status == MeetingStatus.HELD and one.day]


def interval_of(meetings: Sequence[MeetingLine], months: int, today: date) -> Interval:
    """How an interval of so many months was kept by these meetings, the earliest first; 0: none is stated."""
    days = [date.fromisoformat(one.day) for one in rounds_held(meetings)]
    if not months or not days:
        return Interval(gaps=0, kept=0, due=None, overdue=False)
    within = sum(after <= later(before, months) for before, after in pairwise(days))
    due = later(days[-1], months)
    return Interval(gaps=len(days) - 1, kept=within, due=due, overdue=due < today)


def meeting_rows(meetings: Sequence[MeetingLine], months: int, today: date) -> list[MeetingRow]:
    """These meetings, the earliest first, with how long after the round before each round was held."""
    before: date | None = None
    held = {one.id for one in rounds_held(meetings)}
    rows = []
    for one in meetings:
        gap, within = "", None
        if one.id in held:
            day = date.fromisoformat(one.day)
            if before is not None:
                gap = _in_words((day.year - before.year) * 12 + day.month - before.month - (day.day < before.day))
                within = day <= later(before, months) if months else None
            before = day
        rows.append(MeetingRow(line=one, state=state_of(one, today), gap=gap, kept=within))
    return rows


def _in_words(months: int) -> str:
    if months < 1:
        return "within a month"
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years > 1)}"] * bool(years) + [f"{rest} month{'s' * (rest > 1)}"] * bool(rest)
    return " ".join(parts)


def _charts(sight: Sight, meetings: Sequence[MeetingLine], today: date) -> tuple[DrawnChart, ...]:
    report = kept_report(sight, "tracks", today=today, limit=_ALL_ROUNDS)
    rounds = [one for one in meetings if one.kind == MeetingKind.ROUND][::-1]
    charts = (tracks_by_round(report, {one.id: one for one in rounds}), raised_by_round(rounds))
    return tuple(chart for chart in charts if chart is not None)


def _sources(sight: Sight, dialogue: uuid.UUID) -> tuple[tuple[SourceRef, ...], int]:
    links = sight.all(SourceDialogue, dialogue_id=dialogue)
    sources = [source_ref(row) for row in by_id(sight, Source, (link.source_id for link in links)).values()]
    sources.sort(key=lambda one: (one.dated, str(one.id)), reverse=True)
    return tuple(sources[:SHOWN]), len(sources)
