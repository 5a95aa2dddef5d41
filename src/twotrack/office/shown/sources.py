"""Sources in a list, with how many of their proposals wait."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.grounds import SourceRef, source_ref
from twotrack.office.shown.rows import values_of
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Decision, Proposal, Source
from twotrack.record.versions import key_of_first


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source in a list; `waiting` of `found` proposals are not decided. `version`: of several captures of one page, which
    this one is; 0 where there is one alone."""

    ref: SourceRef
    got: date
    found: int
    waiting: int
    version: int


def all_sources(sight: Sight) -> list[SourceRow]:
    """Every source in sight, the one that came last first."""
    decided = {key for (key,) in values_of(sight, Decision, "proposal_id")}
    found: Counter[uuid.UUID] = Counter()
    waiting: Counter[uuid.UUID] = Counter()
    for key, source in values_of(sight, Proposal, "id", "source_id", vanished=False):
        found[source] += 1
        waiting[source] += key not in decided
    rows = sight.all(Source)
    numbers = _numbers(rows)
    return [
        SourceRow(
            ref=source_ref(row),
            got=row.got_at.date(),
            found=found[row.pk],
            waiting=waiting[row.pk],
            version=numbers.get(row.pk, 0),
        )
        for row in reversed(rows)
    ]


def _numbers(rows: list[Source]) -> dict[uuid.UUID, int]:
    """Which version each source is, of those that are not alone; the rows come in the order in which they were got."""
    together: dict[uuid.UUID, list[uuid.UUID]] = {}
    for row in rows:
        together.setdefault(key_of_first(row), []).append(row.pk)
    return {key: number for keys in together.values() if len(keys) > 1 for number, key in enumerate(keys, 1)}
