"""Word documents: what the document says after all changes, and hostile archives."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources import docx
from twotrack.sources.docx import extract_text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def made(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, xml in parts.items():
            archive.writestr("docProps/core.xml" if name == "core" else f"word/{name}.xml", xml)
    return out.getvalue()


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def par(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


CELL = "<w:tc>{}</w:tc>"
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (par(run("Q") + "<w:r><w:tab/></w:r>" + run("Why?")) + par(run("b")), "Q\tWhy?\n\nb"),
        (par(run("a") + f"<w:del>{run('b')}</w:del><w:ins>{run('c')}</w:ins>"), "ac"),
        (par(run("a") + HIDDEN), "a"),
        (par("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:br/><w:t>b</w:t></w:r>"), "coop\nb"),
        (par(f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag>"), "ab"),
        (f"<w:tbl><w:tr>{CELL.format(par(run('a')))}{CELL.format(par(run('b')))}</w:tr></w:tbl>", "a\tb"),
        (par("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("a")), "a"),
        (par(f"<w:r><w:pict><w:txbxContent>{par(run('box'))}</w:txbxContent></w:pict></w:r>"), "box"),
    ],
    ids=["tab", "changes", "hidden", "soft hyphen", "links", "table", "field", "text box"],
)
def test_the_text_is_what_stands_after_all_changes(body: str, text: str) -> None:
    assert extract_text(made(body)).text == text


def test_footnotes_stand_at_the_end_and_separators_nowhere() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:type="separator">{par(run("x"))}</w:footnote>'
    notes += f"<w:footnote>{par(run('note'))}</w:footnote></w:footnotes>"
    assert extract_text(made(par(run("a")), footnotes=notes)).text == "a\n\nnote"


def test_a_list_whose_label_is_a_word_keeps_it() -> None:
    level = '<w:lvl w:ilvl="0"><w:lvlText w:val="Q."/></w:lvl>'
    kinds = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    numbering = f'<w:numbering {W}>{kinds}<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>'
    assert extract_text(made(par(listed + run("Why?")), numbering=numbering)).text == "Q.\tWhy?"


def test_a_title_that_a_program_made_is_none() -> None:
    core = "<c><title>Microsoft Word - a.doc</title><language>en</language></c>"
    assert extract_text(made(par(run("a")), core=core)).metadata == {"language": "en"}


def test_a_part_that_unpacks_too_far_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "PART_LIMIT", 1000)
    with pytest.raises(SourceError, match="unpacks"):
        extract_text(made(par(run("a" * 5000))))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (made(par(run("a")))[:80], "damaged"),
        (made("<unclosed>"), "damaged"),
        (made(""), "without text"),
        (made("<!DOCTYPE a>"), "document type"),
        (made("<w:sdt>" * 400 + "</w:sdt>" * 400), "damaged"),
    ],
    ids=["ole", "cut", "xml", "empty", "dtd", "nested"],
)
def test_what_cannot_be_read_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        extract_text(content)


@given(st.integers(0, 400), st.binary(max_size=8))
def test_any_damage_gives_a_document_or_a_refusal(at: int, noise: bytes) -> None:
    good = made(par(run("words")))
    try:
        extract_text(good[:at] + noise + good[at + len(noise) :])
    except SourceError as error:
        assert "\n" not in str(error)
