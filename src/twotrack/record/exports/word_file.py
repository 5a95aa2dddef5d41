"""Word files (.docx) that a person edits: real headings and styles, real footnotes, a mark in the head of every page.

What python-docx leaves out is added here: footnotes, fields, fonts for Han and Arabic letters. The same words give the same
bytes. Made in memory.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_MADE = (1980, 1, 1, 0, 0, 0)
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LATIN, _HAN, _ARABIC = "Calibri", "Microsoft YaHei", "Arial"
_RED = RGBColor(0x8C, 0x1D, 0x3F)
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class WordFile:
    """A document that grows from its title on; `content` gives its bytes."""

    def __init__(
        self, title: str, *, mark: str, confidential: bool, at: datetime, by: str = "", language: str = "en"
    ) -> None:
        self._document: WordDocument = Document()
        self._notes: list[str] = []
        _set_styles(self._document, language)
        kept = self._document.core_properties
        kept.title, kept.author, kept.comments, kept.last_modified_by = "", by, "", by
        kept.created = kept.modified = at.replace(tzinfo=None)
        self._mark(mark, confidential)
        self._write(self._document.add_paragraph(style="Title"), title)

    def heading(self, words: str, level: int) -> None:
        """A heading of a level, from 1 on."""
        self._write(self._document.add_heading(level=level), words)

    def paragraph(self, style: str = "Normal") -> "Written":
        """A new paragraph, to be written to: styles are `Normal`, `List Bullet` and those of Word's own template."""
        return Written(self, self._document.add_paragraph(style=style))

    def table(self, rows: list[list[str]]) -> None:
        """A table, its first row the headings, which every page repeats."""
        table = self._document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                run = cell.paragraphs[0].add_run()
                run.bold = number == 0
                self._write(cell.paragraphs[0], words, run)
        head = table.rows[0]._tr.get_or_add_trPr()
        head.append(OxmlElement("w:tblHeader"))

    def note(self, words: str) -> int:
        """A new footnote; returns its number in the file."""
        self._notes.append(words)
        return len(self._notes)

    def content(self) -> bytes:
        """The file's bytes."""
        self._add_notes()
        out = io.BytesIO()
        self._document.save(out)
        return _dated(out.getvalue())

    def _mark(self, mark: str, confidential: bool) -> None:
        section = self._document.sections[0]
        head = section.header.paragraphs[0]
        run = head.add_run()
        run.bold = confidential
        if confidential:
            run.font.color.rgb = _RED
        self._write(head, mark, run)
        foot = section.footer.paragraphs[0]
        self._write(foot, f"{mark} – ")
        _field(foot, "PAGE")
        foot.add_run(" / ")
        _field(foot, "NUMPAGES")

    def _write(self, paragraph: Paragraph, words: str, first: Run | None = None) -> None:
        """Words as runs: those that are written from right to left stand as such."""
        for part, leftwards in _directions(_NO_XML.sub("\ufffd", words)):
            run, first = first or paragraph.add_run(), None
            run.text = part
            if leftwards:
                run.font.rtl = True

    def _add_notes(self) -> None:
        if not self._notes:
            return
        notes = parse_xml(f"<w:footnotes {nsdecls('w')}>{_SEPARATORS}</w:footnotes>")
        for number, words in enumerate(self._notes, 1):
            made = parse_xml(
                f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r></w:p></w:footnote>'
            )
            self._write(Paragraph(made[0], self._document._body), f" {words}")
            notes.append(made)
        from lxml import etree

        blob = etree.tostring(notes, xml_declaration=True, encoding="UTF-8", standalone=True)
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, blob, package)
        self._document.part.relate_to(part, _NOTES)
        settings = self._document.settings.element
        kept = parse_xml(f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
        compat = settings.find(qn("w:compat"))
        if compat is not None:
            compat.addprevious(kept)


class Written:
    """A paragraph that is being written."""

    def __init__(self, file: WordFile, paragraph: Paragraph) -> None:
        self._file, self._paragraph = file, paragraph

    def words(self, words: str, *, strong: bool = False) -> None:
        """More words at its end; `strong` ones stand out (marks of confidentiality)."""
        run = self._paragraph.add_run()
        if strong:
            run.bold, run.font.color.rgb = True, _RED
        self._file._write(self._paragraph, words, run)

    def note(self, words: str) -> None:
        """A footnote where the paragraph ends now."""
        run = self._paragraph.add_run()
        run._r.get_or_add_rPr().append(_valued("w:rStyle", "FootnoteReference"))
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(self._file.note(words)))
        run._r.append(mark)


def _set_styles(document: WordDocument, language: str) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = _LATIN, Pt(10.5)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
        fonts = styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        for kind, font in (("ascii", _LATIN), ("hAnsi", _LATIN), ("eastAsia", _HAN), ("cs", _ARABIC)):
            fonts.set(qn(f"w:{kind}"), font)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), "zh-CN" if language.startswith("zh") else "en-GB")
    tongue.set(qn("w:eastAsia"), "zh-CN")
    normal.element.get_or_add_rPr().append(tongue)
    text = styles.add_style("FootnoteText", WD_STYLE_TYPE.PARAGRAPH)
    text.element.find(qn("w:name")).set(qn("w:val"), "footnote text")
    text.base_style, text.font.size = normal, Pt(9)
    reference = styles.add_style("FootnoteReference", WD_STYLE_TYPE.CHARACTER)
    reference.element.find(qn("w:name")).set(qn("w:val"), "footnote reference")
    reference.font.superscript = True
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _valued(tag: str, value: str):  # type: ignore[no-untyped-def]
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element


def _directions(words: str) -> Iterator[tuple[str, bool]]:
    """The words in stretches, each with whether it is written from right to left."""
    at, leftwards = 0, False
    for place, char in enumerate(words):
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL") and (kind != "L") != leftwards:
            if place > at:
                yield words[at:place], leftwards
            at, leftwards = place, kind != "L"
    if at < len(words):
        yield words[at:], leftwards


def _dated(content: bytes) -> bytes:
    """The same archive with one time on all its files."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            info = zipfile.ZipInfo(name, _MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(info, made.read(name))
    return out.getvalue()
