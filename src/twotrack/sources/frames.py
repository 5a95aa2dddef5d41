"""What a child says to its parent: frames of a kind, a length and bytes, and what the parent makes of them.

The parent trusts none of it. A parser may have been taken over by its document, so every frame is measured before it is
read and checked before it is used; nothing is ever evaluated or unpickled.
"""

import json
import re
import struct
from collections.abc import Callable, Iterator
from enum import IntEnum

from twotrack.sources.encoding import clean
from twotrack.sources.limits import NAME
from twotrack.sources.names import inner, shown
from twotrack.sources.raw import Document, Failure, Member

Answer = Document | Member | Failure
"""One thing that a child found. The place of a Failure is the name of a member; "" is the source itself."""

_HEAD = struct.Struct(">cQI")  # kind, length of all that follows, length of its JSON head
_KINDS = {b"D": Document, b"M": Member, b"F": Failure}
_END = b"Z"
_LONGEST_HEAD = 1_000_000  # bytes: metadata; some pages have 200 kB of it
_LONGEST_REASON = 300  # characters
_EXTRACTOR = re.compile(r"[a-z][a-z0-9-]{0,30}/[0-9]{1,5}")


class End(IntEnum):
    """How a child ended, as its exit status; what a signal ended has none of these."""

    DONE = 0
    FAULT = 70
    MEMORY = 71
    UNSEALED = 72


class BrokenAnswerError(Exception):
    """A child's answer that is cut off, too long or malformed."""


class TooLongError(BrokenAnswerError):
    """A child's answer that exceeds what it may say."""


def encode(answer: Answer) -> Iterator[bytes]:
    """The frame of an answer, in pieces, so that a large text is not copied once more."""
    if isinstance(answer, Document):
        head: dict[str, object] = {
            "extractor": answer.extractor,
            "body": answer.body,
            "metadata": answer.metadata,
        }
        kind, body = b"D", answer.text.encode()
    elif isinstance(answer, Member):
        head, kind, body = {"name": answer.name}, b"M", answer.content
    else:
        head, kind, body = {"place": answer.place, "error": answer.error}, b"F", b""
    packed = json.dumps(head).encode()
    yield _HEAD.pack(kind, len(packed) + len(body), len(packed)) + packed
    yield body


def ending() -> bytes:
    """The frame that says that nothing is missing."""
    return _HEAD.pack(_END, 0, 0)


def decode(read: Callable[[int], bytes], limit: int) -> Iterator[Answer]:
    """The answers in a stream, each checked, up to the ending. `read(n)` gives n bytes, fewer where the stream ends.

    Raises BrokenAnswerError; TooLongError where the frames are to take more than `limit` bytes."""
    while True:
        kind, length, head_length = _HEAD.unpack(_exactly(read, _HEAD.size))
        if kind == _END:
            return
        if length > limit:
            raise TooLongError
        limit -= length
        if kind not in _KINDS or head_length > min(length, _LONGEST_HEAD):
            raise BrokenAnswerError
        head = _head(_exactly(read, head_length))
        yield _answer(kind, head, _exactly(read, length - head_length))


def _exactly(read: Callable[[int], bytes], length: int) -> bytes:
    content = read(length)
    if len(content) != length:
        raise BrokenAnswerError
    return content


def _head(content: bytes) -> dict[str, object]:
    try:
        head = json.loads(content)
    except (ValueError, RecursionError):
        raise BrokenAnswerError from None
    if not isinstance(head, dict):
        raise BrokenAnswerError
    return head


def _answer(kind: bytes, head: dict[str, object], body: bytes) -> Answer:
    if kind == b"D":
        return _document(head, body)
    if kind == b"M":
        return Member(name=inner(_text(head, "name"))[:NAME], content=body)
    place, error = _text(head, "place"), shown(_text(head, "error"))[:_LONGEST_REASON]
    place = inner(place)[:NAME] if place else ""
    return Failure(place=place, error=error)


def _document(head: dict[str, object], body: bytes) -> Document:
    metadata, begins, extractor = head.get("metadata"), head.get("body"), _text(head, "extractor")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise BrokenAnswerError from None
    words = isinstance(metadata, dict) and all(isinstance(value, str) for value in metadata.values())
    if not words or not isinstance(begins, int) or not 0 <= begins <= len(text) or not _EXTRACTOR.fullmatch(extractor):
        raise BrokenAnswerError
    if text != clean(text):  # offsets refer to it: it must obey the text rule already
        raise BrokenAnswerError
    assert isinstance(metadata, dict)
    return Document(text=text, extractor=extractor, body=begins, metadata={k: clean(v) for k, v in metadata.items()})


def _text(head: dict[str, object], key: str) -> str:
    value = head.get(key)
    if not isinstance(value, str):
        raise BrokenAnswerError
    return value
