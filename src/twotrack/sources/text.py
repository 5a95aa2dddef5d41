"""Plain text and Markdown: the decoded characters themselves, front matter included."""

import re

from twotrack.errors import SourceError
from twotrack.sources.encoding import decode
from twotrack.sources.front_matter import front_matter
from twotrack.sources.raw import Document

EXTRACTOR = "text/1"
_ODD = re.compile("[\ufffd\x00-\x08\r\x0e-\x1a\x1c-\x1f]")


def extract_text(content: bytes) -> Document:
    """The document in a text or Markdown file. Raises SourceError for what is empty or no text."""
    text = decode(content)
    metadata, body = front_matter(text)
    if not text[body:].strip():
        raise SourceError("is empty: nothing to read")
    if _binary(text):
        raise SourceError("is binary and of no kind that is read here: give a document")
    return Document(text=text, extractor=EXTRACTOR, body=body, metadata=metadata)


def _binary(text: str) -> bool:
    """More than one character in twenty is a control or replacement character."""
    sample = text[:20_000]
    return len(_ODD.findall(sample)) * 20 > len(sample)
