"""Lists of cases for tests, as files. Every name in them is invented."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from twotrack.record.columns import CECC

CECC_HEADINGS = tuple(column.name for column in CECC.columns)
GAO = {
    "CECC Record Number": "2009-00123", "Detention Date": "2009/07/15", "Main Name": "Gao Zhiyuan",
    "Chinese characters": "高志远",
    "Additional Name(s)": "Old Lamp; Gao Lamp", "Sex": "M", "Date of Birth": "1964.0", "Occupation": "lawyer",
    "Sentence Length Years": "12", "Months": "6", "Detention Status": "DET", "Short Summary": 'He said "no", twice.',
    "Current or Last Detention Facility": "Dunmarrow Prison", "Expected Release Date": "about 2021",
}  # fmt: skip
ORREL = {"CECC Record Number": "2010-00007", "Main Name": "Tamsin Orrel", "Sex": "F", "Date of Birth": "1970-04-12"}


def cecc_list(*rows: Mapping[str, str]) -> list[list[str]]:
    """A list with CECC's 32 headings."""
    return [list(CECC_HEADINGS), *([row.get(name, "") for name in CECC_HEADINGS] for row in rows)]


def as_csv(rows: Iterable[Iterable[str]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """Rows as a spreadsheet saves them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows: Iterable[Iterable[Any]]) -> bytes:
    """Rows as a workbook; numbers stay numbers."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for at, cell in enumerate(row):
                sheet.write(number, at, cell)
    return out.getvalue()


def saved(folder: Path, content: bytes, name: str = "list.csv") -> str:
    """The path of a file of these bytes."""
    path = folder / name
    path.write_bytes(content)
    return str(path)
