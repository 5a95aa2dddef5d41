"""What kind of file bytes are, whatever they are called, and what cannot be read as one line that says what to do."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack import clock
from twotrack.errors import SourceError
from twotrack.sources import formats, kinds
from twotrack.sources.formats import FORMATS, extract
from twotrack.sources.kinds import media_type
from twotrack.sources.raw import Document, RawSource

ODT = b"application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MAIL = b"Received: from a\r\nFrom: A <a@example.org>\r\nTo: b@example.org\r\nSubject: talks\r\n\r\nwords"


def zipped(*names: str, first: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in names:
            archive.writestr(name, first)
    return out.getvalue()


def raw(content: bytes) -> RawSource:
    return RawSource(
        content=content, place="in/a.txt", name="a.txt", media_type=media_type(content), got_at=clock.now()
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Q: Did you raise it?\nA: We did.\n", kinds.TEXT),
        (b"From: the briefing room\nTo: all\n\nQ: words", kinds.TEXT),
        (b"From: A\nTo: B\nDate: 14 May 2030\nSubject: the talks\n\nA memorandum.", kinds.TEXT),
        (b"MODERATOR: Welcome.\nQUESTION: Thank you.\n", kinds.TEXT),
        (b"---\ntitle: talks\n---\n# Talks\n\n<div>a</div>\n", kinds.TEXT),
        (b"# Talks\n\n<p align=center>a</p> <b>b</b> <i>c</i> <u>d</u>\n", kinds.TEXT),
        (b"The word <html> is a tag.\n", kinds.TEXT),
        (b'{"a": 1}', kinds.TEXT),
        (b"<3 the dialogue", kinds.TEXT),
        ("问：有没有提到？\n答：提到了。".encode("gb18030"), kinds.TEXT),
        (b"<!DOCTYPE html><p>a", kinds.HTML),
        (b"\xef\xbb\xbf\r\n <!doctype HTML>\n<html>", kinds.HTML),
        ("<!DOCTYPE html><p>a".encode("utf-16"), kinds.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="y"></html>', kinds.HTML),
        (b"<!-- saved from -->\n<!-- by -->\n<html><body>a", kinds.HTML),
        (b"\n" * 3000 + b"<html><head><title>a", kinds.HTML),
        (b"Warning: undefined index\n<!DOCTYPE html>\n<html><head><title>a</title>", kinds.HTML),
        (b"<script>var a = 1</script><html><body>", kinds.HTML),
        (b"<div class=a><p>one</p><p>two</p><p>three</p></div>", kinds.HTML),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "application/xml"),
        (b"junk\n%PDF-1.7\n", kinds.PDF),
        (b"They spoke of %PDF- files", kinds.TEXT),
        (MAIL, kinds.MAIL),
        (MAIL.replace(b"\r\n", b"\n"), kinds.MAIL),
        (b"From x Mon May 14 2030\n" + MAIL, kinds.MAIL),
        (b"From: a\nTo: b\nDate: Tue, 14 May 2030 09:00:00 +0200\nSubject: c\n\nwords", kinds.MAIL),
        (OLE + "__properties_version1.0".encode("utf-16-le") + "WordDocument".encode("utf-16-le"), kinds.OUTLOOK),
        (OLE + "WordDocument".encode("utf-16-le"), "application/msword"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "application/x-encrypted-office"),
        (OLE, "application/x-ole-storage"),
        (zipped("[Content_Types].xml", "word/document.xml"), kinds.DOCX),
        (zipped("docProps/app.xml", "word/document.xml", "[Content_Types].xml"), kinds.DOCX),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), next(kind for kind in formats._REFUSED if "sheet" in kind)),
        (zipped("a.docx", first=zipped("[Content_Types].xml", "word/document.xml")), kinds.ZIP),
        (zipped("a.txt", "b.txt"), kinds.ZIP),
        (zipped("mimetype", first=ODT), ODT.decode()),
        (zipped("mimetype", first=b"application/epub+zip"), "application/epub+zip"),
        (zipped("[Content_Types].xml", "word/document.xml")[:90], kinds.DOCX),
    ],
)  # fmt: skip
def test_bytes_are_known_by_what_they_are(content: bytes, kind: str) -> None:
    assert media_type(content) == kind


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (OLE, "old Office"),
        (OLE + "WordDocument".encode("utf-16-le"), "old Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"),
        (zipped("mimetype", first=ODT), "OpenDocument"),
        (b"{\\rtf1 a}", "Rich Text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x00\x00\x00\x20ftypheic", "picture"),
        (b"\x00\x00\x00\x20ftypisom", "sound or film"),
        (b"ID3\x04", "sound or film"),
        (b"SQLite format 3\x00", "database"),
        (b"\x7fELF\x02", "program"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"-----BEGIN PGP MESSAGE-----\n", "encrypted"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (zipped("a.txt"), "archive"),
        (b"a\x00b", "binary"),
        (b" \n\t ", "empty"),
        ("\n".join("—" * 40).encode(), "no words"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line_with_its_place(content: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what) as refused:
        extract(raw(content))
    assert str(refused.value).startswith("in/a.txt ")
    assert str(refused.value).isprintable()


def test_every_kind_that_is_known_is_read_or_refused_with_words() -> None:
    named = {kind for _, kind in kinds._SIGNATURES} | {kind for _, kind in kinds._STREAMS + kinds._MEMBERS}
    assert named <= set(FORMATS) | set(formats._REFUSED)


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", OLE, b"%PDF-1.4", b"<html", b"From: a\n", b"\xff\xfe"]),
)
def test_any_bytes_have_a_kind(content: bytes, before: bytes) -> None:
    assert media_type(before + content) in set(FORMATS) | set(formats._REFUSED)


def test_much_markup_without_words_is_an_error() -> None:
    page = b"<html><body>" + b"<div class=menu><img src=a></div>" * 1000
    with pytest.raises(SourceError, match="hardly a word"):
        formats._checked(kinds.HTML, page, Document(text="Please enable JavaScript.", extractor="html/1"))
    with pytest.raises(SourceError, match="no words"):
        formats._checked(kinds.PDF, b"%PDF", Document(text=" \n\f", extractor="pdf/1"))
    short = Document(text="A short page.", extractor="html/1")
    assert formats._checked(kinds.HTML, b"<p>A short page.", short) is short
