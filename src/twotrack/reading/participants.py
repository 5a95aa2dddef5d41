"""Who took part in the meetings."""

from twotrack.reading.findings import ParticipantFinding
from twotrack.reading.known import Known


def find_participants(known: Known) -> tuple[ParticipantFinding, ...]:
    """Not yet written: finds none."""
    return ()
