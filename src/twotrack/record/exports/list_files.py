"""A list of names as a Word file, as a PDF, as a workbook, in English or Chinese. With confidential rows in sight every page
says so, and the file leaves encrypted; that it left is logged."""

import io
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import typst
import xlsxwriter

from twotrack import clock
from twotrack.errors import UsageError
from twotrack.record.confidentiality import Sight
from twotrack.record.exports.encryption import SealedFor, encrypted
from twotrack.record.exports.glyphs import FAMILIES, cannot_draw, fonts_folder
from twotrack.record.exports.leaving import note_downloaded
from twotrack.record.exports.list_told import ListTold, mark_of, word
from twotrack.record.exports.word_file import WordFile
from twotrack.record.models import List, User

_MADE = datetime(1980, 1, 1)
_LIKE_A_PAGE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_CELL = 32_767  # characters that a cell of a workbook holds
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Words of the list come as data: nothing in them is read as markup. No package, so nothing is fetched.
_PAGE = """
#let list = json(bytes(sys.inputs.list))
#set document(title: "", date: none)
#set text(font: %s, size: 9.5pt, lang: list.language)
#set page(
  paper: "a4", flipped: list.columns.len() > 4, margin: (x: 1.8cm, y: 2cm),
  header: align(center, text(size: 8pt, weight: if list.confidential { "bold" } else { "regular" },
    fill: if list.confidential { rgb("#8c1d3f") } else { black })[#list.mark]),
  footer: context align(center, text(size: 8pt)[#list.mark – #counter(page).display("1 / 1", both: true)]),
)
#show heading: set text(size: 15pt)
#heading(level: 1)[#list.title]
#for (label, value) in list.head [#strong(label): #value \\ ]
#if list.note != "" { par[#list.note] }
#table(
  columns: list.columns.enumerate().map(((at, _)) => if at == 0 { auto } else { 1fr }),
  inset: 5pt, stroke: 0.5pt + luma(160),
  table.header(..list.columns.map(one => strong(one))),
  ..list.rows.flatten(),
)
#if list.missing != "" { text(size: 8pt)[#list.missing] }
"""


def leaving_list(told: ListTold, row: List, form: str, to: SealedFor | None, *, by: User) -> bytes:
    """The bytes of a list that leaves for a browser as `docx`, `pdf` or `xlsx`, encrypted where it is confidential; that it
    leaves is logged first. Raises UsageError for a confidential list without `to`."""
    if form not in _WRITE:
        raise UsageError("a list is written as docx, pdf or xlsx")
    if to is None and told.confidential:
        raise UsageError("this list holds confidential entries and leaves encrypted; give a passphrase")
    content = _WRITE[form](told, mark_of(told, by, clock.now(), confidential=to is not None), to is not None)
    content = content if to is None else encrypted(content, to)
    sight = Sight.public() if to is None else Sight.of_context()
    sealed = to.told if to else []
    note_downloaded(sight, what=f"list {row.pk.hex}", names=len(told.rows), sealed_for=sealed, by=by)
    return content


def as_docx(told: ListTold, mark: str, confidential: bool) -> bytes:
    """The list as a Word file that can be edited, its lines a table."""
    file = WordFile(told.title, mark=mark, confidential=confidential, at=_MADE, language=told.language)
    for label, value in told.head:
        line = file.paragraph()
        line.words(f"{label}: {value}")
    if told.note:
        file.paragraph().words(told.note)
    file.table([list(told.columns), *(list(row) for row in told.rows)])
    return file.content()


def as_pdf(told: ListTold, mark: str, confidential: bool) -> bytes:
    """The list as a PDF with its fonts in it; letters that none of them has are named at the end."""
    missing = cannot_draw(
        "".join((told.title, told.note, mark, *told.columns, *(one for row in told.rows for one in row)))
    )
    chars = " ".join(f"U+{ord(char):04X}" for char in missing)
    data = {
        "title": told.title, "language": told.language, "head": told.head, "note": told.note, "columns": told.columns,
        "rows": told.rows, "mark": mark, "confidential": confidential,
        "missing": word("not-drawn", told.language).format(chars=chars) if missing else "",
    }  # fmt: skip
    fonts: list[Any] = [fonts_folder()]
    page = _PAGE % ("(" + ", ".join(json.dumps(name) for name in FAMILIES) + ")")
    return bytes(
        typst.compile(
            page.encode(), format="pdf", font_paths=fonts, ignore_system_fonts=True,
            sys_inputs={"list": json.dumps(data, ensure_ascii=False)},
        )
    )  # fmt: skip


def as_xlsx(told: ListTold, mark: str, confidential: bool) -> bytes:
    """The list as a workbook, every cell text; the mark and the headings stand on every printed page."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _LIKE_A_PAGE) as book:
        book.set_properties({"created": _MADE, "author": "", "title": ""})
        sheet = book.add_worksheet("list")
        bold = book.add_format({"bold": True})
        first = [(mark,), (told.title,), *(told.head), *([(told.note,)] if told.note else [])]
        for number, row in enumerate((*first, told.columns, *told.rows)):
            for at, cell in enumerate(row):
                if cell:
                    strong = bold if number == len(first) or (number == 0 and confidential) else None
                    sheet.write_string(number, at, cell[:_CELL], strong)
        sheet.repeat_rows(len(first))
        sheet.freeze_panes(len(first) + 1, 0)
        sheet.set_column(1, len(told.columns) - 1, 24)
        sheet.set_header("&C" + mark.replace("&", "&&"))
    return out.getvalue()


_WRITE: dict[str, Callable[[ListTold, str, bool], bytes]] = {"docx": as_docx, "pdf": as_pdf, "xlsx": as_xlsx}
