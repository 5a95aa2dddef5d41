"""What the last `check` of the record said, kept beside the databases: that it ran is no entry of the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from twotrack import clock
from twotrack.record import access
from twotrack.record.faults import Fault

_KEPT = 200  # faults kept; of a damaged record there may be as many as rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """The last check: when, by whom, what was gone through, what does not hold. Rules, kinds and ids, no words."""

    at: datetime
    by: str
    counts: dict[str, int]
    number: int
    faults: tuple[Fault, ...]


def note(faults: Sequence[Fault], counts: dict[str, int], *, by: str) -> None:
    """Keep what a check said."""
    with access.changing() as remembered:
        remembered.proved = {
            "at": clock.now().isoformat(),
            "by": by,
            "counts": counts,
            "number": len(faults),
            "faults": [[fault.rule, fault.where] for fault in faults[:_KEPT]],
        }


def last() -> Proved | None:
    """What the last check said; None where none was."""
    said = access.read().proved
    if not said:
        return None
    return Proved(
        at=datetime.fromisoformat(said["at"]),
        by=said["by"],
        counts=said["counts"],
        number=said["number"],
        faults=tuple(Fault(rule=rule, where=where) for rule, where in said["faults"]),
    )
