"""What was promised: acts that are overdue, open, kept; standing promises with the meetings that repeated them."""

import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from twotrack.record.confidentiality import is_confidential
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import Commitment, FollowUp
from twotrack.record.reports import called
from twotrack.record.reports.grounds import with_grounds
from twotrack.record.reports.latest import latest_words
from twotrack.record.reports.report import Asked, Report, Row, Total, listed
from twotrack.record.reports.seen import Seen, keys_of, raw
from twotrack.vocabulary import CommitmentNature, CommitmentStatus, Strength

COLUMNS = ("what", "by", "strength", "due", "state", "made at", "repeated", "last word")
NOTES = (
    "Overdue is computed: an open act whose last possible day is past. State is otherwise the latest word of a person. "
    "Repeated: at how many meetings a standing promise was made or followed up.",
)
OVERDUE, STANDING = "overdue", "standing"
SETTLED = frozenset(
    (CommitmentStatus.KEPT, CommitmentStatus.LAPSED, CommitmentStatus.WITHDRAWN, CommitmentStatus.CANNOT_BE_TOLD)
)
_STATES = (OVERDUE, *(status.value for status in CommitmentStatus if status not in SETTLED), STANDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one commitment stands: its state, the last day it is due as text, whether anything of that is confidential."""

    key: object
    state: str
    due: str
    confidential: bool

    @property
    def order(self) -> tuple[int, str, str]:
        """Overdue, open, partly, standing, settled; within each by the day it is due, without one last."""
        place = _STATES.index(self.state) if self.state in _STATES else len(_STATES)
        return (place, self.due or "9999", str(self.key))


def make(asked: Asked) -> Report:
    """The report `commitments`."""
    seen = asked.seen
    standing = sorted(all_standing(seen, asked.today, *asked.only(Commitment)), key=lambda one: one.order)
    return Report(
        name="commitments",
        title="What was promised, and what became of it",
        columns=COLUMNS,
        rows=with_grounds(rows_of(seen, standing[: asked.limit]), seen),
        totals=totals(standing),
        notes=NOTES,
        more=len(standing) > asked.limit,
    )


def all_standing(seen: Seen, today: date, *only: Q, **conditions: object) -> list[Standing]:
    """How every commitment stands that fulfils the conditions."""
    words, hidden = latest_words(seen, FollowUp, "commitment_id", "status")
    return [
        Standing(
            key=key,
            state=_state(nature, words.get(key, CommitmentStatus.OPEN.value), str(due or ""), today),
            due=str(due or ""),
            confidential=alias == CONFIDENTIAL or key in hidden,
        )
        for alias, rows in seen.rows(Commitment, *only, **conditions)
        for key, nature, due in raw(alias, rows.order_by().values_list("pk", "nature", "due_last"))
    ]


def _state(nature: str, status: str, due: str, today: date) -> str:
    if status in SETTLED:
        return status
    if nature == CommitmentNature.STANDING:
        return STANDING
    return OVERDUE if due and due < today.isoformat() else status


def totals(standing: list[Standing]) -> tuple[Total, ...]:
    """How many are in each state."""
    everything = Counter(one.state for one in standing)
    confidential = Counter(one.state for one in standing if one.confidential)
    states = (*_STATES, *(status.value for status in CommitmentStatus if status in SETTLED))
    return tuple(
        Total(label=state.replace("-", " "), value=everything[state], confidential=confidential[state])
        for state in states
    )


def rows_of(seen: Seen, standing: list[Standing]) -> list[Row]:
    """A row for each of these, in the order given."""
    keys = keys_of(one.key for one in standing)
    commitments = {row.pk: row for row in seen.sight.among(Commitment, "pk", keys)}
    follow_ups: dict[uuid.UUID, list[FollowUp]] = defaultdict(list)
    for row in seen.sight.among(FollowUp, "commitment_id", keys):
        follow_ups[row.commitment_id].append(row)
    parties = called.parties(seen, (row.by_party_id for row in commitments.values()))
    places = [row.made_at_meeting_id for row in commitments.values()]
    met = called.meetings(seen, [*places, *(one.meeting_id for some in follow_ups.values() for one in some)])
    return [_row(commitments[key], one, follow_ups[key], parties, met) for key, one in zip(keys, standing, strict=True)]


def _row(
    row: Commitment,
    standing: Standing,
    follow_ups: list[FollowUp],
    parties: dict[uuid.UUID | None, str],
    met: dict[uuid.UUID | None, called.Met],
) -> Row:
    made = met.get(row.made_at_meeting_id)
    repeated = {key for key in (row.made_at_meeting_id, *(one.meeting_id for one in follow_ups)) if key is not None}
    return Row(
        cells=(
            row.what,
            "both sides" if row.by_both else parties.get(row.by_party_id) or row.by_words or None,
            Strength(row.strength).label,
            called.in_words(row.due),
            standing.state.replace("-", " "),
            made.label if made else None,
            (len(repeated) or None) if row.nature == CommitmentNature.STANDING else None,
            listed(_word(one, met) for one in follow_ups[-1:]),
        ),
        entries=(row.pk, *(one.pk for one in follow_ups)),
        confidential=is_confidential([row, *follow_ups]),
    )


def _word(row: FollowUp, met: dict[uuid.UUID | None, called.Met]) -> str:
    """The follow-up in one phrase: `kept (May 2026): the round was held`."""
    meeting = met.get(row.meeting_id)
    when = row.when or (meeting.when if meeting else "")
    said = CommitmentStatus(row.status).label + (f" ({called.in_words(when)})" if when else "")
    return f"{said}: {row.summary}" if row.summary else said
