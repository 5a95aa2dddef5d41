"""Sentences that several documents share: what is due, and who takes part."""

import uuid
from collections.abc import Iterator, Mapping
from datetime import date

from twotrack.record.models import Benchmark, Commitment
from twotrack.record.reports import benchmarks, commitments
from twotrack.record.reports.commitments import OVERDUE, STANDING
from twotrack.record.reports.seen import Seen
from twotrack.record.reports.sentences import Sentence, joined
from twotrack.record.reports.talk import Delegate
from twotrack.record.reports.within import Within
from twotrack.vocabulary import CommitmentStatus

_WAITING = (OVERDUE, CommitmentStatus.OPEN.value, CommitmentStatus.PARTLY.value, STANDING)
NOBODY = "by whom not stated"


def what_is_due(seen: Seen, within: Within, today: date, limit: int, part: str) -> Iterator[Sentence]:
    """The promises of a dialogue that wait, overdue ones first, and the benchmarks that nobody judged."""
    standing = commitments.all_standing(seen, today, within.of(Commitment))
    waiting = sorted((one for one in standing if one.state in _WAITING), key=lambda one: one.order)
    for row in commitments.rows_of(seen, waiting[:limit]):
        what, by, strength, due, state, made, repeated, last = row.cells
        beside = [_day(due), f"made at {made}" if made else "", f"repeated at {repeated} meetings" if repeated else ""]
        beside += [f"last word: {joined(last)}" if isinstance(last, tuple) else ""]
        words = f"{str(state).capitalize()}: {what} ({by or NOBODY}, {strength}; {'; '.join(filter(None, beside))})."
        yield Sentence(part=part, words=words, entries=row.entries, confidential=row.confidential)
    for row in benchmarks.rows_to_judge(seen, today, limit, within.of(Benchmark)):
        measure, by, due, _, state, _ = row.cells
        words = f"Benchmark, {state}: {measure} ({by or NOBODY}; {_day(due)})."
        yield Sentence(part=part, words=words, entries=row.entries, confidential=row.confidential)


def who_takes_part(
    found: Mapping[uuid.UUID | None, list[Delegate]], sides: Mapping[uuid.UUID | None, str], part: str
) -> Iterator[Sentence]:
    """The delegations, that of each side first; who is there for the first time."""
    for party in [*sides, *(key for key in found if key not in sides)]:
        about = sides.get(party, "party not stated")
        if not found.get(party):
            yield Sentence(part=part, about=about, words="Not stated in the sources we have.")
        for one in found.get(party, ()):
            first = ", for the first time" if one.first_time else ""
            yield Sentence(
                part=part,
                about=about,
                words=f"{one.words}{first}.",
                entries=(one.entry,),
                confidential=one.confidential,
            )


def _day(due: object) -> str:
    return f"due {due}" if due else "no day stated"
