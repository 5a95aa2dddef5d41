"""What kind of file bytes are, by their signature, and which module reads it. `extract` is the only way in."""

from collections.abc import Callable

from twotrack.errors import SourceError
from twotrack.sources.raw import Document, RawSource
from twotrack.sources.text import extract_text

FORMATS: dict[str, Callable[[bytes], Document]] = {
    "text/plain": extract_text,
}
"""Media type -> the function that makes a Document of the bytes."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
_TEXT_FIRST = "which cannot be read yet: save it as text first"
_LATER = {  # a signature's media type -> what it is and what to do
    "application/pdf": f"is a PDF, {_TEXT_FIRST}",
    f"{_OFFICE}.wordprocessingml.document": f"is a Word document, {_TEXT_FIRST}",
    f"{_OFFICE}.spreadsheetml.sheet": f"is a spreadsheet, {_TEXT_FIRST}",
    "application/vnd.oasis.opendocument.text": f"is an OpenDocument text, {_TEXT_FIRST}",
    "application/x-ole-storage": f"is an old Office file, {_TEXT_FIRST}",
    "application/rtf": f"is Rich Text, {_TEXT_FIRST}",
    "text/html": f"is a web page, {_TEXT_FIRST}",
    "application/zip": "is a ZIP archive, which cannot be read: unpack it first",
    "application/gzip": "is compressed, which cannot be read: unpack it first",
    "application/vnd.sqlite3": "is a database, not a document: give a text or Markdown file",
    "application/x-executable": "is a program, not a document: give a text or Markdown file",
    "image": "is a picture, which cannot be read: give its text",
    "audio-or-video": "is sound or film, which cannot be read: give its transcript as text",
}
_SIGNATURES = (
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"ID3", "audio-or-video"),
    (b"OggS", "audio-or-video"),
    (b"RIFF", "audio-or-video"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/gzip"),
    (b"\xfd7zXZ\x00", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/gzip"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90", "application/x-executable"),
)


def extract(raw: RawSource) -> Document:
    """The document in a source's bytes. Raises SourceError in one line that names the place."""
    try:
        return FORMATS.get(media_type(raw.content), _refuse)(raw.content)
    except SourceError as error:
        raise SourceError(f"{raw.place} {error}") from None


def _refuse(content: bytes) -> Document:
    """For every kind that is known but not read: the line that says so."""
    raise SourceError(_LATER[media_type(content)])


def media_type(content: bytes) -> str:
    """The media type of bytes by their first kilobyte; "text/plain" where no signature says otherwise."""
    head = content[:1024]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if b"%PDF-" in head:
        return "application/pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if head[4:8] == b"ftyp":
        return "audio-or-video"
    begins = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begins.startswith((b"<!doctype html", b"<html")) or (begins.startswith(b"<?xml") and b"<html" in head.lower()):
        return "text/html"
    return "text/plain"


def _zipped(content: bytes) -> str:
    """What a ZIP archive holds, by the names of its members, which stand in the bytes uncompressed."""
    if b"word/document.xml" in content:
        return f"{_OFFICE}.wordprocessingml.document"
    if b"xl/workbook.xml" in content:
        return f"{_OFFICE}.spreadsheetml.sheet"
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in content[:200]:
        return "application/vnd.oasis.opendocument.text"
    return "application/zip"
