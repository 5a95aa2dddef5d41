"""Workbooks as text: a row a record, read by a sealed process; hostile ones are refused."""

import datetime
import io
import zipfile

import pytest

from lists import as_xlsx
from twotrack.errors import SourceError
from twotrack.sources import sandbox
from twotrack.sources.xlsx import extract_text

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
CELL = '<row r="{}"><c r="{}" t="inlineStr"><is><t>{}</t></is></c></row>'
CORNER = CELL.format(1, "A1", "a") + CELL.format(1048576, "XFD1048576", "a")


def with_sheet(rows: str) -> bytes:
    """A workbook whose one sheet has these rows."""
    out = io.BytesIO()
    whole = zipfile.ZipFile(io.BytesIO(as_xlsx([["a"]])))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            archive.writestr(name, SHEET.format(rows) if name.endswith("sheet1.xml") else whole.read(name))
    return out.getvalue()


def test_numbers_days_and_quotes_stand_as_a_person_reads_them() -> None:
    rows: list[list[object]] = [
        ["Name", "Born", 'a "b"'],
        ["高志远", 1964.0, 2.5],
        ["x", True, "two\nlines"],
        ["=1+1", "", ""],
    ]
    assert extract_text(as_xlsx(rows)).text == (
        'Name,Born,"a ""b"""\n高志远,1964,2.5\nx,TRUE,"two\nlines"\n=1+1,,\n'
    )  # fmt: skip


def test_a_row_keeps_its_number_in_the_sheet() -> None:
    assert extract_text(as_xlsx([["", ""], ["", "a"]])).text == ",\n,a\n"


def test_a_day_is_iso_8601() -> None:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        book.add_worksheet().write_datetime(0, 0, datetime.datetime(2009, 7, 15))
    assert extract_text(out.getvalue()).text == "2009-07-15\n"


@pytest.mark.parametrize(
    "content",
    [as_xlsx([["a"]])[:900], b"PK\x03\x04" + bytes(50), as_xlsx([[""]]), with_sheet("<row>")],
    ids=["cut", "no archive", "empty", "broken"],
)
def test_what_is_no_whole_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError):
        sandbox.ask(sandbox.Task(module="twotrack.sources.xlsx"), content)


@pytest.mark.process
@pytest.mark.parametrize("rows", [CORNER, CELL.format(1, "A1", "0" * 400_000_000)], ids=["farthest corner", "zip bomb"])
def test_a_workbook_that_would_fill_the_memory_ends_its_own_reader_alone(rows: str) -> None:
    with pytest.raises(SourceError):
        sandbox.ask(sandbox.Task(module="twotrack.sources.xlsx"), with_sheet(rows))
    assert sandbox.ask(sandbox.Task(module="twotrack.sources.xlsx"), as_xlsx([["a"]]))
