"""The first page: what is going on, what waits, what is due."""

from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.cases import CaseRow, all_cases
from twotrack.office.shown.commitments import CommitmentRow, due_commitments
from twotrack.office.shown.dialogues import DialogueRow, all_dialogues
from twotrack.office.shown.meetings import MeetingRef, all_meetings
from twotrack.office.shown.sources import SourceRow, all_sources
from twotrack.record.confidentiality import Sight

SHOWN = 12  # rows of each list; the lists themselves have their own pages


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The first rows of everything, and how many there are."""

    waiting: tuple[SourceRow, ...]
    dialogues: tuple[DialogueRow, ...]
    meetings: tuple[MeetingRef, ...]
    meetings_all: int
    cases: tuple[CaseRow, ...]
    cases_all: int
    due: tuple[CommitmentRow, ...]
    due_all: int
    sources_all: int


def home_page(sight: Sight, today: date) -> HomePage:
    """What is in sight."""
    sources, meetings, cases = all_sources(sight), all_meetings(sight), all_cases(sight)
    due = due_commitments(sight, today)
    return HomePage(
        waiting=tuple(row for row in sources if row.waiting),
        dialogues=tuple(all_dialogues(sight)),
        meetings=tuple(meetings[:SHOWN]),
        meetings_all=len(meetings),
        cases=tuple(cases[:SHOWN]),
        cases_all=len(cases),
        due=tuple(due[:SHOWN]),
        due_all=len(due),
        sources_all=len(sources),
    )
