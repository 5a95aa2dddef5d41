"""Outlook mails (MSG): the property streams of MS-OXMSG, read from the OLE storage."""

import io
import struct
from datetime import UTC, datetime, timedelta

import olefile

from twotrack.errors import SourceError
from twotrack.sources.encoding import decode
from twotrack.sources.html import characters, page_text
from twotrack.sources.mail import fuller
from twotrack.sources.paragraphs import declared, required, tidy
from twotrack.sources.raw import Document, Member

EXTRACTOR = "outlook/1"

_SUBJECT, _BODY, _HTML, _RTF, _FROM, _SENDER = "0037", "1000", "1013", "1009", "0042", "0C1A"
_SENT, _DELIVERED, _CODE_PAGE, _MESSAGE_CODE_PAGE = 0x0039, 0x0E06, 0x3FDE, 0x3FFD
_DATA, _LONG_NAME, _SHORT_NAME = "3701", "3707", "3704"
_DAMAGED = (
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    struct.error,
    OverflowError,
    RecursionError,
)
_ATTACHED = 200  # files that one mail may hold


class _Storage:
    """The streams of a mail by their paths, read once."""

    def __init__(self, content: bytes) -> None:
        try:
            with olefile.OleFileIO(io.BytesIO(content)) as ole:
                names = ["/".join(path) for path in ole.listdir(streams=True, storages=False)]
                self.streams: dict[str, bytes] = {name.lower(): ole.openstream(name).read() for name in names}
        except _DAMAGED:
            raise SourceError("is a damaged Outlook mail: save it again from Outlook") from None
        if "encryptedpackage" in self.streams:
            raise SourceError("is a document protected by a password: save it without one")
        if not any("__substg1.0_" in name for name in self.streams):
            raise SourceError("is an old Office file, not an Outlook mail: save it as .docx first")
        self.numbers = _numbers(self.streams.get("__properties_version1.0", b""))

    def text(self, tag: str, below: str = "") -> str:
        """A text property: Unicode, else in the mail's code page."""
        wide = self.streams.get(f"{below}__substg1.0_{tag}001F".lower())
        if wide is not None:
            return wide.decode("utf-16-le", "replace")
        narrow = self.streams.get(f"{below}__substg1.0_{tag}001E".lower(), b"")
        return self.decoded(narrow) if narrow else ""

    def decoded(self, narrow: bytes) -> str:
        page = self.numbers.get(_CODE_PAGE) or self.numbers.get(_MESSAGE_CODE_PAGE)
        name = {65001: "utf-8", 936: "gbk", 54936: "gb18030", 950: "big5", 20127: "ascii"}.get(page or 0, f"cp{page}")
        said = declared(narrow, name) if page else None
        return said if said is not None else decode(narrow.replace(b"\0", b""))

    def binary(self, tag: str, below: str = "") -> bytes:
        return self.streams.get(f"{below}__substg1.0_{tag}0102".lower(), b"")


def extract_text(content: bytes) -> Document:
    """The words of a mail. Raises SourceError for what is damaged, no mail, or without text that is read here."""
    mail = _Storage(content)
    page = mail.text(_HTML) or characters(mail.binary(_HTML))
    text = fuller(tidy(mail.text(_BODY)), page_text(page) if page else "")
    if not text and mail.binary(_RTF):
        raise SourceError("is an Outlook mail in Rich Text alone, which is not read: save it as plain text or HTML")
    required(text, "is an Outlook mail without text: read what is attached to it instead")
    return Document(text=text, extractor=EXTRACTOR, metadata=_metadata(mail))


def attachments(content: bytes) -> list[Member]:
    """The files attached to a mail, in order; mails within it, which are storages of their own, are not given."""
    mail = _Storage(content)
    folders = sorted({name.split("/")[0] for name in mail.streams if name.startswith("__attach_version1.0_")})
    found = []
    for number, folder in enumerate(folders[:_ATTACHED], 1):
        data = mail.binary(_DATA, f"{folder}/")
        if data:
            name = mail.text(_LONG_NAME, f"{folder}/") or mail.text(_SHORT_NAME, f"{folder}/")
            found.append(Member(name=tidy(name)[:200] or f"part-{number}", content=data))
    return found


def _numbers(stream: bytes) -> dict[int, int]:
    """Fixed-size properties of the mail: id -> value (MS-OXMSG 2.4: 16 bytes each after a head of 32)."""
    entries = (stream[at : at + 16] for at in range(32, len(stream) - 15, 16))
    return {int.from_bytes(entry[2:4], "little"): int.from_bytes(entry[8:16], "little") for entry in entries}


def _metadata(mail: _Storage) -> dict[str, str]:
    ticks = mail.numbers.get(_SENT) or mail.numbers.get(_DELIVERED) or 0
    try:
        date = (datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)).isoformat() if ticks else ""
    except OverflowError:
        date = ""
    sender = mail.text(_FROM) or mail.text(_SENDER)
    found = {"title": mail.text(_SUBJECT), "date": date[:19], "author": sender}
    return {key: words for key, value in found.items() if (words := " ".join(tidy(value).split())[:500])}
