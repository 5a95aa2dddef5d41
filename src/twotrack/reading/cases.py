"""Persons and groups whose treatment is at issue."""

from twotrack.reading.findings import CaseFinding
from twotrack.reading.known import Known


def find_cases(known: Known) -> tuple[CaseFinding, ...]:
    """Not yet written: finds none."""
    return ()
