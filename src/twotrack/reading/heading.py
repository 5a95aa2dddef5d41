"""Title, date, place, kind and language of a document."""

from twotrack.reading.findings import Heading
from twotrack.reading.known import NO_HEADING, Known


def find_heading(known: Known) -> Heading:
    """Not yet written: finds none."""
    return NO_HEADING
