"""Excel workbooks: the rows of the first sheet that has any, as comma-separated text.

A workbook has no text of its own. This rendering is what offsets refer to: a row a record (RFC 4180), in the sheet's order,
empty rows and columns before the first included, so that the n-th record is the sheet's n-th row. Numbers that are whole
stand without a decimal point, days as ISO 8601. What a formula last gave stands, never the formula.
"""

import datetime
import io
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from twotrack.errors import SourceError
from twotrack.sources.encoding import clean
from twotrack.sources.raw import Document

EXTRACTOR = "xlsx/1"
CELLS = 20_000_000
"""Cells of the rectangle that a sheet spans: 600,000 rows of CECC's columns. A cell in the farthest corner would need more
memory than there is."""

_QUOTED = frozenset(',"\n\r\t;|')


def extract_text(content: bytes) -> Document:
    """The rows of a workbook as text. Raises SourceError for what is encrypted, damaged, empty or too large."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return _first_sheet(workbook)
    except PasswordError:
        raise SourceError("is protected by a password: save it without one") from None
    except (CalamineError, OSError, ValueError):
        raise SourceError("is a damaged workbook: open it in an office program and save it again") from None


def _first_sheet(workbook: CalamineWorkbook) -> Document:
    names = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    for number, name in enumerate(names):
        sheet = workbook.get_sheet_by_name(name)
        if sheet.total_height * sheet.total_width > CELLS:
            raise SourceError("has a sheet that spans more cells than can be read: save the rows that matter as CSV")
        rows = sheet.to_python(skip_empty_area=False)
        if any(_written(cell) for row in rows for cell in row):
            text = "".join(",".join(_quoted(_written(cell)) for cell in row) + "\n" for row in rows)
            metadata = {"sheet": clean(name)[:200], "sheets": str(len(names)), "passed over": str(number)}
            return Document(text=clean(text), extractor=EXTRACTOR, metadata=metadata)
    raise SourceError("is a workbook without words: nothing to read")


def _written(cell: Any) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    if isinstance(cell, (datetime.date, datetime.time)):
        return cell.isoformat()
    return str(cell)


def _quoted(cell: str) -> str:
    if _QUOTED.isdisjoint(cell) and cell == cell.strip():
        return cell
    return '"' + cell.replace('"', '""') + '"'
