"""A report of the record as a table of the office: its rows as they come, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

from twotrack.office.shown.tables import Filter, Table, TablePage, table_page
from twotrack.record.confidentiality import Sight
from twotrack.record.reports import Report
from twotrack.record.reports.report import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A row of a report, known by its place in it and by the first entry that it tells of."""

    id: str
    number: int
    row: Row

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells as text; empty where nothing is stated."""
        return tuple(
            "" if cell is None else "; ".join(cell) if isinstance(cell, tuple) else str(cell) for cell in self.row.cells
        )


def report_page(sight: Sight, report: Report, asked: Mapping[str, str]) -> TablePage[ReportLine]:
    """The page asked for; it may be sorted by any column."""
    lines = tuple(
        ReportLine(id=row.entries[0].hex if row.entries else f"{number:032x}", number=number, row=row)
        for number, row in enumerate(report.rows)
    )
    sorts = {f"c{at}": _by(at) for at in range(len(report.columns))}
    columns = tuple((f"c{at}", label) for at, label in enumerate(report.columns))
    filters: dict[str, Filter[ReportLine]] = {}
    table = Table(
        name=f"report {report.name}",
        headings=columns,
        sorts={"as-told": lambda line: line.number, **sorts},
        first="as-told",
        filters=filters,
    )
    return table_page(sight, table, lines, asked)


def _by(at: int):  # type: ignore[no-untyped-def]  # a key of any of a cell's types, told apart first
    def key(line: ReportLine) -> tuple[bool, bool, int, str]:
        cell = line.row.cells[at]
        number = cell if isinstance(cell, int) else 0
        return (cell is None, isinstance(cell, int), number, line.cells[at].casefold())

    return key
