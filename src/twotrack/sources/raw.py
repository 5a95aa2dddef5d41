"""What came in: bytes with where, when and how they were got."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSource:
    """Bytes as they came. `place` is the path or address as the user gave it (a path below a folder for its files, below
    the archive or mail for what lay in it: `talks.zip/notes/a.txt`); `name` the last part of it; `got_at` an aware UTC
    time; `addresses` those by which it came, redirects in order, none for files; `charset` the encoding that the host named,
    which holds against all but a byte-order mark."""

    content: bytes
    place: str
    name: str
    media_type: str
    got_at: datetime
    addresses: tuple[str, ...] = ()
    charset: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A place that could not be read, and why, as one line. Never stops the others."""

    place: str
    error: str


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a file: a member of an archive, an attachment of a mail. `name` is the name it had there, as data: it
    names no path of this machine."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of a source. Every offset of a reading refers to `text`, in code points.

    `text` is the decoded characters with the byte-order mark dropped, CR and CRLF as LF, NUL and lone surrogates as
    U+FFFD, and nothing else changed. `body` is where the document's own words begin (after front matter). `metadata`
    holds what the format says of itself (front matter), keys in lower case. `extractor` names the module and version
    that made the text ("text/1").
    """

    text: str
    extractor: str
    body: int = 0
    metadata: dict[str, str] = field(default_factory=dict)
