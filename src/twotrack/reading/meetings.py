"""Meetings that a document places in time, or says to be planned."""

from twotrack.reading.findings import MeetingFinding
from twotrack.reading.known import Known


def find_meetings(known: Known) -> tuple[MeetingFinding, ...]:
    """Not yet written: finds none."""
    return ()
