"""Time expressions that refer to the calendar, as EDTF."""

from twotrack.reading.findings import DateFinding
from twotrack.reading.known import Known


def find_dates(known: Known) -> tuple[DateFinding, ...]:
    """Not yet written: finds none."""
    return ()
