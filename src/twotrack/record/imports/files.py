"""Bytes of a list -> its text, which offsets refer to: CSV as it is decoded, workbooks as sources/xlsx.py renders them."""

from twotrack.errors import SourceError
from twotrack.sources import kinds, sandbox
from twotrack.sources.encoding import decode, decode_as
from twotrack.sources.raw import Document, RawSource
from twotrack.sources.text import EXTRACTOR

_TEXTS = frozenset((kinds.TEXT, kinds.MAIL))  # rows that begin like a mail's head are none


def text_of(raw: RawSource, *, confidential: bool, trust_parser: bool = False) -> Document:
    """The text of a list. A workbook is read by a sealed process; one in confidence is refused where this system has none,
    unless the parser is trusted. Raises SourceError in one line that names the place."""
    try:
        return _text(raw, sealed=confidential and not trust_parser)
    except SourceError as error:
        raise SourceError(f"{raw.place} {error}") from None


def _text(raw: RawSource, *, sealed: bool) -> Document:
    if raw.media_type == kinds.XLSX:
        return _rendered(raw, sealed=sealed)
    if raw.media_type in _TEXTS:
        text = decode_as(raw.content, raw.charset) if raw.charset else decode(raw.content)
        return Document(text=text, extractor=EXTRACTOR)
    raise SourceError("is no list that is read here: give CSV (or other text with delimiters) or XLSX")


def is_guessed(raw: RawSource) -> bool:
    """Whether the encoding of a text was guessed: it is neither named nor UTF-8 nor marked."""
    if raw.media_type == kinds.XLSX or raw.charset or raw.content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        raw.content.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def is_workbook(document: Document) -> bool:
    """Whether a text is the rendering of a workbook, whose rows are numbered as in the sheet."""
    return document.extractor.startswith("xlsx/")


def _rendered(raw: RawSource, *, sealed: bool) -> Document:
    answers = sandbox.ask(sandbox.Task(module="twotrack.sources.xlsx", sealed=sealed), raw.content)
    document = answers[0] if len(answers) == 1 else None
    if not isinstance(document, Document):
        raise SourceError("is damaged or unusual and cannot be read: save it as CSV first")
    return document
