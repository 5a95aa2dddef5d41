"""The questions that the record answers, each one call: `make_report("unanswered")`, `make_report("case", ID)`.

One module a report; REPORTS is the table of them. They read through `Sight`: without clearance the public database alone, with
the same rows, orders and counts whether or not there are confidential entries. Each asks a fixed number of queries however
many rows there are, and counts in the database.
"""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from twotrack import clock
from twotrack.errors import UsageError
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Dialogue
from twotrack.record.reports import (
    accounts,
    agencies,
    annual,
    benchmarks,
    brief,
    case,
    commitments,
    declined,
    handover,
    lists,
    ours,
    positions,
    readout,
    reciprocity,
    tone,
    tracks,
    unanswered,
)
from twotrack.record.reports import round as at_meeting
from twotrack.record.reports.report import LIMIT, Asked, Report
from twotrack.record.reports.seen import Seen
from twotrack.record.reports.within import Within, within
from twotrack.themes import themes


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A report: how it is made, what it is about (`CASE`, `MEETING`, `THEME` ... or nothing), what it answers; whether it is a
    document, rests on public entries alone, and can be kept to one dialogue."""

    make: Callable[[Asked], Report]
    about: str
    answers: str
    document: bool = False
    public: bool = False
    of_dialogue: bool = True


REPORTS: dict[str, Kind] = {
    "case": Kind(
        make=case.make, about="CASE", of_dialogue=False, answers="All that is known of a case, over time."
    ),
    "round": Kind(
        make=at_meeting.make, about="MEETING", of_dialogue=False,
        answers="What was raised at a meeting, and what came back.",
    ),
    "accounts": Kind(
        make=accounts.make, about="MEETING", of_dialogue=False,
        answers="The accounts of a meeting: same, differs, silent, refuses.",
    ),
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
    "handover": Kind(
        make=handover.make, about="DIALOGUE", document=True, of_dialogue=False,
        answers="A dialogue as a successor needs it: rounds, what is open, whose cases.",
    ),
    "brief": Kind(
        make=brief.make, about="MEETING", document=True, of_dialogue=False,
        answers="The brief for a meeting: persons, themes, what is due, what they will raise.",
    ),
    "readout": Kind(
        make=readout.make, about="MEETING", document=True, public=True, of_dialogue=False,
        answers="What can be said in public of a meeting, each sentence with its source.",
    ),
    "annual": Kind(
        make=annual.make, about="YEAR", document=True, public=True,
        answers="What can be said in public of a year, each sentence with its source.",
    ),
}  # fmt: skip


def make_report(
    name: str,
    about: str = "",
    *,
    sight: Sight | None = None,
    today: date | None = None,
    limit: int = LIMIT,
    dialogue: str = "",
    cases: Iterable[uuid.UUID] | None = None,
    themes: Iterable[str] | None = None,
) -> Report:
    """The report of this name. `sight`: that of the context unless given; `today`: the clock's day, by which overdue is told;
    `dialogue`: the id of the one to which to keep; `cases`, `themes`: those that a brief is to tell of.

    Raises UsageError for an unknown name, a missing or wrong argument; LedgerError where no entry in sight has the id."""
    if name not in REPORTS:
        raise UsageError(f"there is no such report; there are: {', '.join(REPORTS)}")
    kind = REPORTS[name]
    if dialogue and not kind.of_dialogue:
        raise UsageError(f"the report {name} cannot be kept to one dialogue")
    if (cases is not None or themes is not None) and name != "brief":
        raise UsageError("cases and themes are chosen for a brief alone")
    seen = Seen(Sight.public() if kind.public else sight or Sight.of_context())
    asked = Asked(
        seen=seen,
        today=today or clock.now().date(),
        about=_checked(name, kind.about, about.strip()),
        limit=limit,
        within=_within(seen, dialogue) if dialogue else None,
        cases=None if cases is None else tuple(cases),
        themes=None if themes is None else tuple(themes),
    )
    made = kind.make(asked)
    return replace(made, named=frozenset(seen.named))


def _within(seen: Seen, dialogue: str) -> Within:
    key = _id_of("DIALOGUE", dialogue)
    return within(seen, [seen.sight.require(Dialogue, key).pk])


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
    return _id_of(wanted, about) if wanted in ("CASE", "MEETING", "DIALOGUE") else about


def _id_of(wanted: str, text: str) -> str:
    try:
        return str(uuid.UUID(text.strip()))
    except ValueError as error:
        raise UsageError(
            f"a {wanted.lower()} is given by its id, such as 0b5e1c9a-7d5f-4c1e-9a53-2f6f0f6a9d10"
        ) from error


__all__ = ["LIMIT", "REPORTS", "Asked", "Kind", "Report", "make_report"]
