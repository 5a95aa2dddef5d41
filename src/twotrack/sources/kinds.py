"""What kind of file bytes are: by signature and structure, never by the name, which lies too often.

All of it looks at bytes without unpacking them, in time linear in their length.
"""

import re
import struct
from collections.abc import Iterator

TEXT = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
OUTLOOK = "application/vnd.ms-outlook"
ZIP = "application/zip"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_SIGNATURES = (
    (b"{\\rtf", "application/rtf"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x00\x01\x00\x00Standard ", "application/vnd.sqlite3"),
    (b"!BDN", "application/vnd.ms-outlook-pst"),
    (b"-----BEGIN PGP MESSAGE", "application/pgp-encrypted"),
    (b"age-encryption.org/", "application/pgp-encrypted"),
    (b"%!PS", "application/postscript"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"8BPS", "image"),
    (b"ID3", "audio-or-video"),
    (b"\xff\xfb", "audio-or-video"),
    (b"OggS", "audio-or-video"),
    (b"fLaC", "audio-or-video"),
    (b"\x1aE\xdf\xa3", "audio-or-video"),
    (b"0&\xb2u\x8ef\xcf\x11", "audio-or-video"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/gzip"),
    (b"\xfd7zXZ\x00", "application/gzip"),
    (b"\x28\xb5\x2f\xfd", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/gzip"),
    (b"Rar!\x1a\x07", "application/gzip"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90", "application/x-executable"),
    (b"\xcf\xfa\xed\xfe", "application/x-executable"),
    (b"\xca\xfe\xba\xbe", "application/x-executable"),
    (b"\x00asm", "application/x-executable"),
    (b"bplist00", "application/x-plist"),
)
_PDF = re.compile(rb"%PDF-[0-9]\.[0-9]")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (  # the name of a stream in an OLE file -> what the file is; Outlook first: a message may hold the others
    ("__properties_version1.0", OUTLOOK),
    ("EncryptedPackage", "application/x-encrypted-office"),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_MEMBERS = (  # a name in a ZIP -> what the file is
    (re.compile(r"word/document\d?\.xml"), DOCX),
    (re.compile(r"xl/workbook\.(?:xml|bin)"), XLSX),
    (re.compile(r"ppt/presentation\.xml"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (re.compile(r"Index/Document\.iwa"), "application/vnd.apple.pages"),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_LOOKED_AT = 16_000  # bytes at the head that tell text, pages and mail apart
_NAMES = 20_000  # names of a ZIP that are looked at

_BEFORE_A_PAGE = re.compile(rb"(?:\s{1,4000}|<!--[^\0]{0,8000}?-->|<\?[^>\0]{0,500}\?>){1,20}")
_PAGE = re.compile(rb"<(?:!doctype\s{1,20}html|html|head|body)\b", re.I)
_LATE_PAGE = re.compile(rb"^[ \t]{0,80}<(?:!doctype\s{1,20}html|html)\b", re.I | re.M)
_BLOCK = re.compile(
    rb"<(?:div|p|article|section|main|table|h1|h2|meta|title|span|center|font|ul|ol|style|script)\b", re.I
)
_CLOSING = re.compile(rb"</[A-Za-z]")
_MARKDOWN = re.compile(rb"^(?:#{1,6} |[-*] |> |```|---$|\*\*)", re.M)
_HEADER = re.compile(rb"([!-9;-~]{1,70})[ \t]{0,3}:(?:[ \t]|$)")
_DATED = re.compile(
    rb"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{2,4} \d{1,2}:\d\d(?::\d\d)? (?:[+-]\d{4}|[A-Z]{2,4}\b)"
)
_BY_MACHINES = frozenset(
    b"received message-id mime-version return-path delivered-to dkim-signature x-mailer arc-seal user-agent".split()
)
_BY_PERSONS = frozenset(b"from to cc bcc subject date sender reply-to content-type in-reply-to references".split())


def media_type(content: bytes) -> str:
    """The media type of bytes; `text/plain` where neither a signature nor the structure says otherwise."""
    head = content[:1024]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith(_OLE):
        return _ole(content)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(content)
    if _PDF.search(head):
        return PDF
    if head[4:8] == b"ftyp":
        return "image" if head[8:12] in {b"heic", b"heix", b"avif", b"mif1"} else "audio-or-video"
    if head.startswith(b"RIFF"):
        return "image" if head[8:12] == b"WEBP" else "audio-or-video"
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return "image"
    if content[257:262] == b"ustar":
        return "application/gzip"
    return _textual(_as_ascii(content[:_LOOKED_AT]))


def _as_ascii(head: bytes) -> bytes:
    """The head without a byte-order mark, and with UTF-16 read as the letters it spells."""
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(codec, "replace").encode("latin-1", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _textual(head: bytes) -> str:
    if _is_mail(head):
        return MAIL
    before = _BEFORE_A_PAGE.match(head)
    begins = head[before.end() :] if before else head
    if _PAGE.match(begins) or _is_late_page(head) or (begins[:1] == b"<" and _PAGE.search(begins)):
        return HTML
    if head.startswith(b"<?xml") or begins.startswith(b"<svg"):
        return "application/xml"
    if _BLOCK.match(begins) and len(_CLOSING.findall(begins)) >= 3 and not _MARKDOWN.search(begins):
        return HTML
    return TEXT


def _is_late_page(head: bytes) -> bool:
    """A page after something else, such as a server's warning: `<html` begins a line, and the page's parts follow."""
    found = _LATE_PAGE.search(head)
    return bool(found and _BLOCK.search(head, found.end()) and b"```" not in head[: found.start()])


def _is_mail(head: bytes) -> bool:
    """Header lines at the start: three known ones, a sender's among them, and one that machines write.

    A transcript may begin with `Q: ` and a memorandum with From, To, Date and Subject: neither has the last."""
    names: set[bytes] = set()
    dated = False
    for number, line in enumerate(head.split(b"\n")[:400]):
        line = line.rstrip(b"\r")
        if not line:
            break
        if line[:1] in b" \t" or (number == 0 and line.startswith(b"From ")):
            continue
        match = _HEADER.match(line)
        if not match:
            return False
        name = match[1].lower()
        names.add(name)
        dated = dated or (name == b"date" and bool(_DATED.match(line, match.end())))
    known = names & (_BY_MACHINES | _BY_PERSONS)
    return len(known) >= 3 and b"from" in known and (dated or bool(names & _BY_MACHINES))


def _ole(content: bytes) -> str:
    for name, kind in _STREAMS:
        if name.encode("utf-16-le") in content:
            return kind
    return "application/x-ole-storage"


def _zipped(content: bytes) -> str:
    """What a ZIP is, by the names in its directory; by the first name where the directory is cut off."""
    names = list(_names(content)) or [content[30 : 30 + int.from_bytes(content[26:28], "little")].decode("latin-1")]
    if "[Content_Types].xml" in names:
        for pattern, kind in _MEMBERS:
            if any(pattern.fullmatch(name) for name in names):
                return kind
        return DOCX if len(names) == 1 and b"word/" in content else ZIP
    if names[0] == "mimetype" and content[38:].startswith(_OPEN_DOCUMENT.encode()):
        return f"{_OPEN_DOCUMENT}text"
    if names[0] == "mimetype" and content[38:].startswith(b"application/epub+zip"):
        return "application/epub+zip"
    return next((kind for pattern, kind in _MEMBERS[3:] if any(map(pattern.fullmatch, names))), ZIP)


def _names(content: bytes) -> Iterator[str]:
    """The names in the central directory of a ZIP (APPNOTE 4.3.12); none where it is not to be found."""
    end = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_557))
    if end < 0 or end + 20 > len(content):
        return
    (at,) = struct.unpack_from("<I", content, end + 16)
    for _ in range(_NAMES):
        if content[at : at + 4] != b"PK\x01\x02" or at + 46 > len(content):
            return
        name, extra, comment = struct.unpack_from("<HHH", content, at + 28)
        yield content[at + 46 : at + 46 + name].decode("utf-8", "replace")
        at += 46 + name + extra + comment
