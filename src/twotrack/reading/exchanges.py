"""What was asked, and in which turns it was answered."""

from twotrack.reading.findings import Exchange
from twotrack.reading.known import Known


def find_exchanges(known: Known) -> tuple[Exchange, ...]:
    """Not yet written: finds none."""
    return ()
