"""What the parties say that they will do."""

from twotrack.reading.findings import CommitmentFinding
from twotrack.reading.known import Known


def find_commitments(known: Known) -> tuple[CommitmentFinding, ...]:
    """Not yet written: finds none."""
    return ()
