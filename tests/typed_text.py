"""Readings of texts typed into a test."""

from twotrack.reading.finders import read
from twotrack.reading.findings import Reading
from twotrack.sources.raw import Document

STRUCTURE = frozenset({"turns", "dates", "exchanges"})


def reading_of(text: str, **metadata: str) -> Reading:
    """The structure of a text, with front matter given as keyword arguments (`date="2030-05-15"`, a Wednesday)."""
    document = Document(text=text, extractor="text/1", metadata=metadata)
    return read(document, source="typed", sha256="0" * 64, only=STRUCTURE)
