"""In which manner a document marks its speakers, decided once for the whole."""

from twotrack.reading.known import Known


def find_convention(known: Known) -> str:
    """Not yet written: finds none."""
    return "none"
