"""Mails as files (EML): the plain text, or the HTML where that says more, and what is attached."""

import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser

from twotrack.errors import SourceError
from twotrack.sources.encoding import decode
from twotrack.sources.html import page_text
from twotrack.sources.paragraphs import declared, required, tidy
from twotrack.sources.raw import Document, Member

EXTRACTOR = "mail/1"
DEPTH = 12
"""Parts within parts that are opened."""

NO_TEXT = "is a mail without text of its own: read what is attached to it instead"
NO_WORDS = "is a mail without text: nothing to read"
_BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def extract_text(content: bytes) -> Document:
    """The words of a mail. Raises SourceError for one that is broken, encrypted or without text."""
    message = _message(content)
    if message.get_content_type() in {"multipart/encrypted", "application/pkcs7-mime"}:
        raise SourceError("is an encrypted mail: decrypt it in the mail program and save it again")
    plain = [_words(part) for part in _inline(message) if part.get_content_type() == "text/plain"]
    pages = [page_text(_words(part)) for part in _inline(message) if part.get_content_type() == "text/html"]
    text = fuller(tidy("\n\n".join(plain)), tidy("\n\n".join(pages)))
    required(text, NO_TEXT if attachments(content) else NO_WORDS)
    return Document(text=text, extractor=EXTRACTOR, metadata=_metadata(message))


def attachments(content: bytes) -> list[Member]:
    """The files attached to a mail, in order; mails attached to it as `.eml`."""
    found = []
    for number, part in enumerate(_parts(_message(content)), 1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner:
                found.append(Member(name=_name(part) or f"mail-{number}.eml", content=_bytes_of(inner[0])))
        elif not part.is_multipart() and not _is_inline(part):
            found.append(Member(name=_name(part) or f"part-{number}", content=_payload(part)))
    return found


def fuller(plain: str, page: str) -> str:
    """The plain text, but the page where the plain text is a stub ("view this mail in a browser")."""
    return page if len(plain) * 3 < len(page) and len(plain) < 400 else plain or page


def _message(content: bytes) -> EmailMessage:
    try:
        message = BytesParser(policy=email.policy.default).parsebytes(content)
    except _BROKEN:
        raise SourceError("is a broken mail: save it again from the mail program") from None
    assert isinstance(message, EmailMessage)
    return message


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are not mails of their own, to a depth, in order."""
    waiting = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        yield part
        inner = part.get_payload() if part.is_multipart() and part.get_content_maintype() == "multipart" else []
        if isinstance(inner, list) and depth < DEPTH:
            waiting.extend((one, depth + 1) for one in reversed(inner) if isinstance(one, EmailMessage))


def _is_inline(part: EmailMessage) -> bool:
    return part.get_content_type() in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment"


def _inline(message: EmailMessage) -> Iterator[EmailMessage]:
    return (part for part in _parts(message) if not part.is_multipart() and _is_inline(part))


def _payload(part: EmailMessage) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _BROKEN:
        return b""
    return payload if isinstance(payload, bytes) else b""


def _words(part: EmailMessage) -> str:
    """The characters of a part, by its charset, else a guess; lines that `format=flowed` wrapped made whole again."""
    payload = _payload(part)
    if not payload:
        return ""
    try:
        charset, flowed = part.get_content_charset(), part.get_param("format")
    except _BROKEN:
        charset, flowed = None, None
    text = declared(payload, charset)
    if text is None:
        text = decode(payload.replace(b"\0", b" "))
    return _flowed(text) if str(flowed).lower() == "flowed" else text


def _flowed(text: str) -> str:
    """RFC 3676: a line that ends in a space goes on in the next; the mark of a signature does not."""
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.removeprefix(" ")
        if goes_on and not words.startswith(">"):
            lines[-1] += words
        else:
            lines.append(words)
        goes_on = words.endswith(" ") and words != "-- "
    return "\n".join(lines)


def _name(part: EmailMessage) -> str:
    try:
        return tidy(part.get_filename() or "")[:200]
    except _BROKEN:
        return ""


def _bytes_of(message: object) -> bytes:
    try:
        return message.as_bytes() if isinstance(message, EmailMessage) else b""
    except (*_BROKEN, OSError):
        return b""


def _metadata(message: EmailMessage) -> dict[str, str]:
    found = {}
    for header, key in (("subject", "title"), ("date", "date"), ("from", "author"), ("content-language", "language")):
        try:
            value = message[header]
            if key == "date" and value is not None and getattr(value, "datetime", None):
                value = value.datetime.isoformat()
            found[key] = " ".join(tidy(str(value or "")).split())[:500].removesuffix("<>").rstrip()
        except _BROKEN:
            continue
    return {key: value for key, value in found.items() if value}
