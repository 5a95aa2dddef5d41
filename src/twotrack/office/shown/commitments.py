"""Commitments as the pages show them. Overdue is computed from the due date and the day, never stored."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.grounds import NOTHING, Standing, standings
from twotrack.office.shown.rows import among, by_id, grouped
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import Commitment, FollowUp, Party
from twotrack.vocabulary import CommitmentNature, CommitmentStatus, Strength

_SETTLED = {CommitmentStatus.KEPT, CommitmentStatus.LAPSED, CommitmentStatus.WITHDRAWN, CommitmentStatus.CANNOT_BE_TOLD}


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """What was promised, by whom, by when, and what became of it."""

    id: uuid.UUID
    what: str
    language: str
    by: str
    strength: str
    standing_promise: bool
    due: str
    due_last: date | None
    overdue: bool
    open: bool
    status: str
    standing: Standing
    confidential: bool


def commitment_rows(sight: Sight, commitments: Iterable[Commitment], today: date) -> list[CommitmentRow]:
    """These commitments with what became of them, open ones by due date first."""
    rows = list(commitments)
    parties = by_id(sight, Party, (row.by_party_id for row in rows))
    follow_ups = grouped(
        among(sight, FollowUp, "commitment_id", (row.pk for row in rows)), lambda one: one.commitment_id
    )
    grounds = standings(sight, (row.pk for row in rows))

    def made(row: Commitment) -> CommitmentRow:
        latest = max(follow_ups.get(row.pk, []), key=lambda one: (one.recorded_at, str(one.pk)), default=None)
        status = CommitmentStatus(latest.status) if latest else CommitmentStatus.OPEN
        party = parties.get(row.by_party_id) if row.by_party_id else None
        still_open = status not in _SETTLED
        return CommitmentRow(
            id=row.pk,
            what=row.what,
            language=row.what_language,
            by="both sides" if row.by_both else party.name if party else row.by_words,
            strength=Strength(row.strength).label,
            standing_promise=row.nature == CommitmentNature.STANDING,
            due=row.due,
            due_last=row.due_last,
            overdue=bool(still_open and row.due_last and row.due_last < today),
            open=still_open,
            status=status.label,
            standing=grounds.get(row.pk, NOTHING),
            confidential=is_confidential([row]),
        )

    return sorted(map(made, rows), key=lambda row: (not row.open, row.due_last or date.max, str(row.id)))
