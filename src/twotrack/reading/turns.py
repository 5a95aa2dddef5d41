"""Who speaks: the turns of a transcript."""

from twotrack.reading.findings import Turn
from twotrack.reading.known import Known


def find_turns(known: Known) -> tuple[Turn, ...]:
    """Not yet written: finds none."""
    return ()
