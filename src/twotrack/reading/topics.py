"""Human-rights themes discussed or asked about."""

from twotrack.reading.findings import TopicFinding
from twotrack.reading.known import Known


def find_topics(known: Known) -> tuple[TopicFinding, ...]:
    """Not yet written: finds none."""
    return ()
