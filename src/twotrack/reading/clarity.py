"""How clearly each thing asked was answered."""

from collections.abc import Mapping

from twotrack.reading.known import Answered, Known


def find_clarity(known: Known) -> Mapping[str, Answered]:
    """Not yet written: judges none."""
    return {}
