"""The questions that the record answers, each one call: `make_report("unanswered")`, `make_report("case", ID)`.

One module a report; REPORTS is the table of them. They read through `Sight`: without clearance the public database alone, with
the same rows, orders and counts whether or not there are confidential entries. Each asks a fixed number of queries however
many rows there are, and counts in the database.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from twotrack import clock
from twotrack.errors import UsageError
from twotrack.record.confidentiality import Sight
from twotrack.record.reports import (
    agencies,
    benchmarks,
    case,
    commitments,
    declined,
    lists,
    ours,
    positions,
    reciprocity,
    tone,
    tracks,
    unanswered,
)
from twotrack.record.reports import round as at_meeting
from twotrack.record.reports.report import LIMIT, Asked, Report
from twotrack.themes import themes


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A report: how it is made, what it is about (`CASE`, `MEETING`, `THEME` ... or nothing), what it answers."""

    make: Callable[[Asked], Report]
    about: str
    answers: str


REPORTS: dict[str, Kind] = {
    "case": Kind(make=case.make, about="CASE", answers="All that is known of a case, over time."),
    "round": Kind(make=at_meeting.make, about="MEETING", answers="What was raised at a meeting, and what came back."),
    "unanswered": Kind(make=unanswered.make, about="", answers="Cases raised so many times, without a reply."),
    "lists": Kind(make=lists.make, about="", answers="Lists handed over, and how many of the names were answered."),
    "commitments": Kind(
        make=commitments.make, about="", answers="What was promised: overdue, open, kept; standing promises."
    ),
    "benchmarks": Kind(make=benchmarks.make, about="", answers="Yardsticks set beforehand, and how they were judged."),
    "positions": Kind(make=positions.make, about="THEME", answers="What the sides said on a theme, side by side."),
    "reciprocity": Kind(make=reciprocity.make, about="", answers="About whom each side speaks."),
    "tracks": Kind(make=tracks.make, about="", answers="Cooperation and difference, by round."),
    "agencies": Kind(make=agencies.make, about="", answers="Agencies present, there first, no longer there."),
    "declined": Kind(make=declined.make, about="", answers="Asked and not answered, by theme and year."),
    "tone": Kind(make=tone.make, about="", answers="How each side described the meetings."),
    "ours": Kind(make=ours.make, about="", answers="Of the names we gave: raised, not known, replied."),
}


def make_report(
    name: str, about: str = "", *, sight: Sight | None = None, today: date | None = None, limit: int = LIMIT
) -> Report:
    """The report of this name. `sight`: that of the context unless given; `today`: the clock's day, by which overdue is told.

    Raises UsageError for an unknown name, a missing or wrong argument; LedgerError where no entry in sight has the id."""
    if name not in REPORTS:
        raise UsageError(f"there is no such report; there are: {', '.join(REPORTS)}")
    kind = REPORTS[name]
    asked = Asked(
        sight=sight or Sight.of_context(),
        today=today or clock.now().date(),
        about=_checked(name, kind.about, about.strip()),
        limit=limit,
    )
    return kind.make(asked)


def _checked(name: str, wanted: str, about: str) -> str:
    """What a report is about, refused where it is missing, superfluous or of the wrong form."""
    if not wanted:
        if about:
            raise UsageError(f"the report {name} takes nothing after its name")
        return ""
    if not about:
        raise UsageError(f"the report {name} needs a {wanted} after its name")
    if wanted == "THEME" and about not in themes():
        raise UsageError(f"there is no such theme; there are: {', '.join(themes())}")
    if wanted == "YEAR" and not (about.isdecimal() and len(about) == 4 and about != "0000"):
        raise UsageError("a year has four digits, such as 2025")
    if wanted in ("CASE", "MEETING", "DIALOGUE"):
        try:
            return str(uuid.UUID(about))
        except ValueError as error:
            raise UsageError(
                f"a {wanted.lower()} is given by its id, such as 0b5e1c9a-7d5f-4c1e-9a53-2f6f0f6a9d10"
            ) from error
    return about


__all__ = ["LIMIT", "REPORTS", "Asked", "Kind", "Report", "make_report"]
