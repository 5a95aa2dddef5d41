"""Documents made to do harm, read by the real parsers: an error in one line within the limits, and the next is read."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest

from twotrack.errors import SourceError
from twotrack.sources import kinds, sandbox
from twotrack.sources.formats import FORMATS
from twotrack.sources.limits import Allowance
from twotrack.sources.raw import Document

ATTRIBUTES = b"<html><p " + b" ".join(b"a%d=1" % number for number in range(300_000)) + b">words</p>"
NESTED = b"<html><body>" + b"<div>" * 300_000 + b"the words of the page"
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "words"><!ENTITY f SYSTEM "file:///etc/hostname">'
    + b"".join(b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 50) for number in range(1, 9))
    + b"]><html><body><p>the words &f; &a8;</p></body></html>"
)
_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    b'.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)


def word(text: bytes, before: bytes = b"") -> bytes:
    """A Word file of one paragraph."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr(
            "word/document.xml",
            before
            + b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            + b"<w:body><w:p><w:r><w:t>"
            + text
            + b"</w:t></w:r></w:p></w:body></w:document>",
        )
    return out.getvalue()


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    yield
    sandbox.close()


def read(kind: str, content: bytes, *, cpu: int = 3) -> str:
    (document,) = sandbox.ask(
        sandbox.Task(module=FORMATS[kind].module, allowance=replace(Allowance(), cpu=cpu)), content
    )
    assert isinstance(document, Document)
    return document.text


@pytest.mark.parametrize(
    ("kind", "content", "good"),
    [
        (kinds.HTML, ATTRIBUTES, b"<html><p>good words</p>"),
        (kinds.HTML, NESTED, b"<html><p>good words</p>"),
        (kinds.DOCX, word(b"a" * 900_000_000), word(b"good words")),
        (kinds.DOCX, word(b"<w:x>" * 300_000), word(b"good words")),
        (kinds.PDF, b"%PDF-1.7\n" + b"[" * 3_000_000, b""),
        (kinds.MAIL, b"From: a\nTo: c\n" + b"X: y\n z\n" * 300_000 + b"\nwords", b"From: a\nTo: b\n\ngood words"),
    ],
    ids=["attributes", "nested", "bomb", "nested Word", "nested PDF", "headers"],
)  # fmt: skip
def test_a_hostile_document_gives_its_words_or_an_error_and_the_next_is_read(
    kind: str, content: bytes, good: bytes
) -> None:
    try:
        text = read(kind, content)
    except SourceError as error:
        assert str(error).isprintable()
    else:
        assert "words" in text
    if good:
        assert "good words" in read(kind, good)


@pytest.mark.parametrize("kind", [kinds.HTML, kinds.DOCX])
def test_entities_bring_in_no_file_and_do_not_multiply(kind: str) -> None:
    head, _, _ = ENTITIES.partition(b"<html>")
    content = (
        ENTITIES if kind == kinds.HTML else word(b"the words &f; &a8;", head.replace(b"DOCTYPE html", b"DOCTYPE w"))
    )
    try:
        text = read(kind, content)
    except SourceError as error:
        assert str(error).isprintable()
    else:
        assert len(text) < 10_000
