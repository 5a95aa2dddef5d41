"""Which module reads which kind of file, and where. `extract` is the only way in.

Text and Markdown are read here, by linear code of our own. All else is read by a parser in a process of its own
(`sandbox`), for parsers can be made to do what a document wants.
"""

from dataclasses import dataclass

from twotrack.errors import SourceError
from twotrack.sources import kinds, sandbox
from twotrack.sources.encoding import as_named
from twotrack.sources.kinds import media_type
from twotrack.sources.raw import Document, RawSource
from twotrack.sources.text import extract_text

__all__ = ["FORMATS", "Format", "extract", "media_type"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a kind of file is read."""

    name: str
    """What it is, as the object of a sentence ("an HTML page")."""
    module: str
    """The module that reads it."""
    apart: bool = True
    """Whether a process of its own reads it."""
    document: bool = True
    """Whether the file has a text of its own (an archive has none)."""
    members: str = ""
    """The function of the module that gives the files within it; "" where there are none."""


FORMATS: dict[str, Format] = {
    kinds.TEXT: Format(name="a text", module="twotrack.sources.text", apart=False),
    kinds.HTML: Format(name="an HTML page", module="twotrack.sources.html"),
    kinds.PDF: Format(name="a PDF", module="twotrack.sources.pdf"),
    kinds.DOCX: Format(name="a Word document", module="twotrack.sources.docx"),
    kinds.MAIL: Format(name="a mail", module="twotrack.sources.mail", members="attachments"),
    kinds.OUTLOOK: Format(name="an Outlook mail", module="twotrack.sources.outlook", members="attachments"),
    kinds.ZIP: Format(name="an archive", module="twotrack.sources.archive", document=False, members="members"),
}
"""Media type -> how it is read."""

_AS_TEXT = "which cannot be read: save it as text, Word or PDF first"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_REFUSED = {  # media type -> what it is and what to do
    f"{_OFFICE}.spreadsheetml.sheet": "is a spreadsheet, which cannot be read: save it as text first",
    f"{_OFFICE}.presentationml.presentation": f"is a set of slides, {_AS_TEXT}",
    "application/vnd.oasis.opendocument.text": f"is an OpenDocument file, {_AS_TEXT}",
    "application/vnd.apple.pages": f"is a Pages document, {_AS_TEXT}",
    "application/epub+zip": f"is an EPUB book, {_AS_TEXT}",
    "application/x-encrypted-office": "is encrypted: save it without its password first",
    "application/msword": f"is an old Word file, {_AS_TEXT}",
    "application/vnd.ms-excel": f"is an old Excel file, {_AS_TEXT}",
    "application/vnd.ms-powerpoint": f"is an old PowerPoint file, {_AS_TEXT}",
    "application/x-ole-storage": f"is an old Office file, {_AS_TEXT}",
    "application/vnd.ms-outlook-pst": "is a whole Outlook mailbox: save the mails that matter from it as files first",
    "application/pgp-encrypted": "is encrypted: decrypt it first",
    "application/postscript": f"is PostScript, {_AS_TEXT}",
    "application/rtf": f"is Rich Text, {_AS_TEXT}",
    "application/xml": f"is XML data, {_AS_TEXT}",
    "application/x-plist": f"is a file of Apple's programs, {_AS_TEXT}",
    "application/gzip": "is compressed in a way that cannot be read: unpack it first, or make a ZIP of it",
    "application/vnd.sqlite3": "is a database, not a document: give a document",
    "application/x-executable": "is a program, not a document: give a document",
    "image": "is a picture, which cannot be read: give its text",
    "audio-or-video": "is sound or film, which cannot be read: give its transcript as text",
}
_MUCH_MARKUP = 20_000  # bytes of a page that cannot but say something
_NO_TEXT = 100  # letters: "Please enable JavaScript" has 22


def extract(raw: RawSource, *, confidential: bool = False, trust_parser: bool = False) -> Document:
    """The document in a source's bytes. Raises SourceError in one line that names the place.

    A `confidential` source that is no text is refused where this system cannot shut its parser off, unless the user
    trusts the parser."""
    kind = media_type(raw.content)
    if kind == "text/plain" and raw.media_type == "text/html":
        kind = raw.media_type  # a page that begins without saying what it is; its host said so
    content = as_named(raw.content, raw.charset) if kind.startswith("text/") else raw.content
    try:
        return _checked(kind, content, _read(kind, content, sealed=confidential and not trust_parser))
    except SourceError as error:
        raise SourceError(f"{raw.place} {error}") from None


def _read(kind: str, content: bytes, *, sealed: bool) -> Document:
    if kind not in FORMATS:
        raise SourceError(_REFUSED[kind])
    form = FORMATS[kind]
    if not form.document:
        raise SourceError(f"is {form.name}, whose files are read one by one: unpack it, and give a file of it")
    if not form.apart:
        return extract_text(content)
    answers = sandbox.ask(sandbox.Task(module=form.module, sealed=sealed), content)
    document = answers[0] if len(answers) == 1 else None
    if not isinstance(document, Document):
        raise SourceError("is damaged or unusual and cannot be read: save it as text first")
    return document


def _checked(kind: str, content: bytes, document: Document) -> Document:
    """The document, unless its words were lost without a word said: much markup and next to no text."""
    letters = sum(map(str.isalnum, document.text[:10_000]))
    if not letters:
        raise SourceError("holds no words: nothing to read")
    if kind == kinds.HTML and len(content) > _MUCH_MARKUP and letters < _NO_TEXT:
        raise SourceError("is a page of much markup and hardly a word: save what it shows in a browser as text first")
    return document
