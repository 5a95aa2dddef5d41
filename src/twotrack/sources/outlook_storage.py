"""The storage of an Outlook mail (MS-OXMSG): its properties, those of the mails within it, and what is attached."""

import io
import struct
from datetime import UTC, datetime, timedelta
from typing import Self

import olefile

from twotrack.errors import SourceError
from twotrack.sources.encoding import decode
from twotrack.sources.paragraphs import declared

_SENT, _DELIVERED, _CODE_PAGE, _MESSAGE_CODE_PAGE = 0x0039, 0x0E06, 0x3FDE, 0x3FFD
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
_MAIL_WITHIN = "__substg1.0_3701000d/"


class Storage:
    """The streams of a mail by their paths; of a mail within a mail, those below its place."""

    def __init__(self, streams: dict[str, bytes], below: str = "") -> None:
        self.streams, self.below = streams, below
        # 16 bytes a property after a head, shorter in a mail within a mail (2.4.1)
        properties = streams.get(f"{below}__properties_version1.0", b"")[24 if below else 32 :]
        entries = (properties[at : at + 16] for at in range(0, len(properties) - 15, 16))
        self.numbers = {
            int.from_bytes(entry[2:4], "little"): int.from_bytes(entry[8:16], "little") for entry in entries
        }

    @classmethod
    def opened(cls, content: bytes) -> Self:
        """The storage in the bytes of a file. Raises SourceError for what is damaged or no mail."""
        try:
            with olefile.OleFileIO(io.BytesIO(content)) as ole:
                names = ["/".join(path) for path in ole.listdir(streams=True, storages=False)]
                streams: dict[str, bytes] = {name.lower(): ole.openstream(name).read() for name in names}
        except _DAMAGED:
            raise SourceError("is a damaged Outlook mail: save it again from Outlook") from None
        if "encryptedpackage" in streams:
            raise SourceError("is a document protected by a password: save it without one")
        if not any("__substg1.0_" in name for name in streams):
            raise SourceError("is an old Office file, not an Outlook mail: save it as .docx first")
        return cls(streams)

    def text(self, tag: str, within: str = "") -> str:
        """A text property: Unicode, else in the mail's code page."""
        wide = self.streams.get(f"{self.below}{within}__substg1.0_{tag}001F".lower())
        if wide is not None:
            return wide.decode("utf-16-le", "replace")
        narrow = self.streams.get(f"{self.below}{within}__substg1.0_{tag}001E".lower(), b"")
        return self._decoded(narrow) if narrow else ""

    def _decoded(self, narrow: bytes) -> str:
        page = self.numbers.get(_CODE_PAGE) or self.numbers.get(_MESSAGE_CODE_PAGE)
        name = {65001: "utf-8", 936: "gbk", 54936: "gb18030", 950: "big5", 20127: "ascii"}.get(page or 0, f"cp{page}")
        said = declared(narrow, name) if page else None
        return said if said is not None else decode(narrow.replace(b"\0", b""))

    def binary(self, tag: str, within: str = "") -> bytes:
        """The bytes of a property."""
        return self.streams.get(f"{self.below}{within}__substg1.0_{tag}0102".lower(), b"")

    def attached(self) -> list[str]:
        """The places of what is attached, in order, below this mail."""
        begin = f"{self.below}__attach_version1.0_"
        places = {name[len(self.below) :].split("/")[0] for name in self.streams if name.startswith(begin)}
        return [f"{place}/" for place in sorted(places)[:_ATTACHED]]

    def mail_within(self, place: str) -> "Storage | None":
        """The mail that is attached at a place, None where a file is."""
        below = f"{self.below}{place}{_MAIL_WITHIN}"
        known = any(name.startswith(f"{below}__substg1.0_") for name in self.streams)
        return Storage(self.streams, below) if known else None

    def sent(self) -> datetime | None:
        """When the mail was sent, else delivered."""
        ticks = self.numbers.get(_SENT) or self.numbers.get(_DELIVERED) or 0
        try:
            return datetime(1601, 1, 1, tzinfo=UTC) + timedelta(seconds=ticks // 10_000_000) if ticks else None
        except OverflowError:
            return None
