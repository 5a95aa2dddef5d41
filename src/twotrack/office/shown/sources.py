"""Sources in a list, with how many of their proposals wait."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.grounds import SourceRef, source_ref
from twotrack.office.shown.rows import values_of
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Decision, Proposal, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source in a list; `waiting` of `found` proposals are not decided."""

    ref: SourceRef
    got: date
    found: int
    waiting: int


def all_sources(sight: Sight) -> list[SourceRow]:
    """Every source in sight, the one that came last first."""
    decided = {key for (key,) in values_of(sight, Decision, "proposal_id")}
    found: Counter[uuid.UUID] = Counter()
    waiting: Counter[uuid.UUID] = Counter()
    for key, source in values_of(sight, Proposal, "id", "source_id", vanished=False):
        found[source] += 1
        waiting[source] += key not in decided
    return [
        SourceRow(ref=source_ref(row), got=row.got_at.date(), found=found[row.pk], waiting=waiting[row.pk])
        for row in reversed(sight.all(Source))
    ]
