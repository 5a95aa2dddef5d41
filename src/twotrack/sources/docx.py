"""Word documents: the text of the body as it stands after all changes, footnotes at the end.

Dropped: tracked deletions, comments, headers and footers, hidden text. Relationships are never followed."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from twotrack.errors import SourceError
from twotrack.sources.paragraphs import required, tidy
from twotrack.sources.raw import Document

EXTRACTOR = "docx/2"
PART_LIMIT = 60_000_000
"""Bytes that one part of a document may unpack to."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_NOT_SAID = ("del", "moveFrom", "delText", "instrText", "delInstrText", "softHyphen", "fldData")
_PROPERTIES = ("pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr", "sdtPr")
_SKIPPED = frozenset(f"{_W}{name}" for name in (*_NOT_SAID, *_PROPERTIES)) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_MARKS = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError)
# titles that a program made: matches "Microsoft Word - a.doc", "Document1"; not "Document on cases"
_MADE = re.compile(r"(?i)microsoft word - .*|document\s?\d*|word document|untitled.*|template.*")


def extract_text(content: bytes) -> Document:
    """The text of a document. Raises SourceError for what is encrypted, damaged, too large or without words."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError("is protected by a password or an old Office file: save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = _part(archive, "word/document.xml")
            notes = [_part(archive, f"word/{name}.xml") for name in ("footnotes", "endnotes")]
            numbering, core = _part(archive, "word/numbering.xml"), _part(archive, "docProps/core.xml")
    except _DAMAGED:
        raise SourceError("is a damaged Word document: open it in an office program and save it again") from None
    if body is None:
        raise SourceError("is no Word document: it holds no text part")
    labels = _labels(numbering)
    text = _blocks(body, labels)
    for part in notes:
        if part is not None:
            text += "".join(f"\n\n{_blocks(note, labels).strip()}" for note in part if not note.get(f"{_W}type"))
    text = required(tidy(text), "is a Word document without text: if it holds pictures of pages, give their text")
    return Document(text=text, extractor=EXTRACTOR, metadata=_metadata(core))


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """A part's root, None where there is no such part. What it says of its size is not believed."""
    if name not in archive.namelist():
        return None
    with archive.open(name) as file:
        content = file.read(PART_LIMIT + 1)
    if len(content) > PART_LIMIT:
        raise SourceError("unpacks to more than is allowed: it may be made to do harm")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or "<!DOCTYPE".encode("utf-16-le") in content:
        raise SourceError("declares a document type, which Word never does: it may be made to do harm")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(content.replace(_STRICT, _W[1:-1].encode()), parser)
    except etree.XMLSyntaxError:
        raise SourceError("is a damaged Word document: open it in an office program and save it again") from None


def _blocks(root: etree._Element, labels: dict[tuple[str, str], str]) -> str:
    """Paragraphs with a blank line between, rows a line each with a tab between cells."""
    return "".join(_pieces(root, labels, in_table=False))


def _pieces(
    node: etree._Element, labels: dict[tuple[str, str], str], *, in_table: bool, boxes: list[str] | None = None
) -> Iterator[str]:
    """The text below a node, in order; depth is bounded by the parser (256). Within a paragraph text boxes are put into
    `boxes`: they stand after it, whatever word they are anchored at."""
    for child in node:
        tag = child.tag
        if tag in _SKIPPED or (tag == f"{_W}r" and _hidden(child)):
            continue
        if tag == f"{_W}t":
            yield (child.text or "").replace("\n", " ")
        elif tag in _MARKS:
            yield _MARKS[tag]
        elif tag == f"{_W}sym":
            yield _symbol(child)
        elif tag == f"{_W}p":
            beside: list[str] = []
            words = "".join(_pieces(child, labels, in_table=in_table, boxes=beside))
            apart = "\n" if in_table or _listed(child) else "\n\n"
            yield from (_label(child, labels), words, "" if _mark_deleted(child) and not beside else apart, *beside)
        elif tag == f"{_W}tr":
            if child.find(f"{_W}trPr/{_W}del") is None:
                cells = ("".join(_pieces(cell, labels, in_table=True)).strip("\n") for cell in _cells(child))
                yield "\t".join(cells) + "\n"
        elif tag == f"{_W}txbxContent" and boxes is not None:
            boxes.append("\n" + "".join(_pieces(child, labels, in_table=in_table)) + "\n")
        elif tag in {f"{_W}tbl", f"{_W}txbxContent"}:
            yield "\n"
            yield from _pieces(child, labels, in_table=in_table)
            yield "\n"
        else:
            yield from _pieces(child, labels, in_table=in_table, boxes=boxes)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, those within controls and changes too, none of a table within."""
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _cells(child)


def _mark_deleted(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on with it."""
    return paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None


def _hidden(run: etree._Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in {"0", "false"}


def _symbol(node: etree._Element) -> str:
    try:
        code = int(node.get(f"{_W}char", ""), 16)
    except ValueError:
        return ""
    return "" if 0xE000 <= code <= 0xF8FF or code > 0xFFFF else chr(code)


def _number(paragraph: etree._Element) -> tuple[str, str] | None:
    mark = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    level = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
    return (
        (mark.get(f"{_W}val", ""), level.get(f"{_W}val", "0") if level is not None else "0")
        if mark is not None
        else None
    )


def _listed(paragraph: etree._Element) -> bool:
    return _number(paragraph) is not None


def _label(paragraph: etree._Element, labels: dict[tuple[str, str], str]) -> str:
    number = _number(paragraph)
    return labels.get(number, "") if number else ""


def _labels(numbering: etree._Element | None) -> dict[tuple[str, str], str]:
    """List labels that are words ("Q."), which a transcript may number its speakers by; numbers and bullets are none."""
    if numbering is None:
        return {}
    levels = {
        (kind.get(f"{_W}abstractNumId"), level.get(f"{_W}ilvl", "0")): text.get(f"{_W}val", "")
        for kind in numbering.iter(f"{_W}abstractNum")
        for level in kind.iter(f"{_W}lvl")
        if (text := level.find(f"{_W}lvlText")) is not None
    }
    kinds = {
        num.get(f"{_W}numId", ""): of.get(f"{_W}val")
        for num in numbering.iter(f"{_W}num")
        if (of := num.find(f"{_W}abstractNumId")) is not None
    }
    return {
        (num, ilvl): f"{text}\t"
        for num, kind in kinds.items()
        for (of, ilvl), text in levels.items()
        if of == kind and "%" not in text and any(c.isalpha() for c in text) and text.strip() != "o"
    }


def _metadata(core: etree._Element | None) -> dict[str, str]:
    if core is None:
        return {}
    found = {etree.QName(node).localname: " ".join(tidy(node.text or "").split())[:500] for node in core}
    keys = {"title": "title", "created": "date", "language": "language", "creator": "author"}
    metadata = {key: found[name] for name, key in keys.items() if found.get(name)}
    if _MADE.fullmatch(metadata.get("title", "")):
        del metadata["title"]
    return metadata
