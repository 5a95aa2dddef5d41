"""Cases that were raised and never answered, the one raised most often first."""

import uuid
from collections.abc import Mapping
from heapq import nsmallest

from twotrack.record.models import Representation
from twotrack.record.reports import acts, answers, called
from twotrack.record.reports.answers import Key, Keys
from twotrack.record.reports.grounds import with_grounds
from twotrack.record.reports.report import Asked, Report, Row, Total, listed
from twotrack.record.reports.seen import Seen, keys_of
from twotrack.record.reports.within import Within
from twotrack.vocabulary import RepresentationKind

RAISED = RepresentationKind.RAISED.value
COLUMNS = ("case", "raised", "first raised", "last raised", "by", "no reply noted")
NOTES = (
    "Raised: acts of raising the case, also between meetings; `said not raised` and `would not say` are none. Unanswered: no "
    "response names the case, but perhaps one that says there was no reply. A reply to a number of cases answers none of them.",
)


def make(asked: Asked) -> Report:
    """The report `unanswered`."""
    seen = asked.seen
    raised, public = answers.times_raised(seen, asked.within)
    waiting = _waiting(raised, answers.answered(seen))
    unseen = sum(key not in public for _, key in waiting)
    return Report(
        name="unanswered",
        title="Raised, and never answered",
        columns=COLUMNS,
        rows=with_grounds(rows_of(seen, _first(waiting, asked.limit), asked.within), seen),
        totals=(
            Total(label="cases raised", value=len(raised), confidential=len(raised) - len(public)),
            Total(label="cases never answered", value=len(waiting), confidential=unseen),
            Total(label="acts on these", value=-sum(number for number, _ in waiting)),
        ),
        notes=NOTES,
        more=len(waiting) > asked.limit,
    )


def first_waiting(seen: Seen, limit: int, within: Within) -> tuple[list[uuid.UUID], int]:
    """The cases that were raised most often and never answered, and how many there are beyond them."""
    waiting = _waiting(answers.times_raised(seen, within)[0], answers.answered(seen))
    return _first(waiting, limit), max(0, len(waiting) - limit)


def _waiting(raised: Mapping[Key, int], answered: Keys) -> list[tuple[int, Key]]:
    return [(-number, key) for key, number in raised.items() if key not in answered.all]


def _first(waiting: list[tuple[int, Key]], limit: int) -> list[uuid.UUID]:
    return keys_of(key for _, key in nsmallest(limit, waiting))


def rows_of(seen: Seen, cases: list[uuid.UUID], within: Within | None = None) -> list[Row]:
    """A row for each of these cases, in the order given; of all acts or those of a dialogue."""
    names = called.cases(seen, cases)
    raised, replies = acts.raised(seen, cases), acts.replies(seen, cases)
    every = [act.id for some in raised.values() for act in some]
    counted = set(every)
    if within is not None:
        counted = set(seen.distinct(Representation, "pk", within.of(Representation), pk__in=every))
    rows = []
    for key in cases:
        of_case = [act for act in raised.get(key, []) if act.kind == RAISED and act.id in counted]
        dated = [act for act in of_case if act.day is not None]
        noted = replies.get(key, [])
        name = names.get(key, called.Called(name=called.NAME_NOT_STATED, confidential=False))
        rows.append(
            Row(
                cells=(
                    name.name,
                    len(of_case),
                    called.in_words(dated[0].when) if dated else None,
                    called.in_words(max(dated, key=lambda act: act.order).when) if dated else None,
                    listed(act.by or "" for act in of_case),
                    len(noted) or None,
                ),
                entries=(key, *(one for act in (*of_case, *noted) for one in act.entries)),
                confidential=name.confidential or any(act.confidential for act in (*of_case, *noted)),
            )
        )
    return rows
