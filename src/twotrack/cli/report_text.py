"""A report as text in 80 columns: a numbered item for each row; every line of a confidential row is marked."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from twotrack.cli.plain import plain
from twotrack.record.reports.report import NOT_STATED, Cell, Footnote, Report, Row, Total

COLUMNS = 80
MARK = "[C] "
_PUBLIC = "    "
_LEGEND = "[C] marks what is confidential. Do not pass it on."


def text_of(report: Report) -> str:
    """The report with its totals, notes and footnotes."""
    return "\n".join([*_head(report), *_body(report), *_foot(report)]) + "\n"


def _head(report: Report) -> Iterator[str]:
    yield from _wrapped(report.title)
    if report.confidential:
        yield _LEGEND
    yield ""


def _body(report: Report) -> Iterator[str]:
    if not report.rows:
        yield f"{_PUBLIC}Nothing in the record in sight."
    before: tuple[Cell, ...] = (None, None)
    for number, row in enumerate(report.rows, 1):
        if report.sections:
            yield from _headings(before, row)
            before = row.cells[:2]
            yield from _marked(row, _sentence(report, row))
        else:
            yield from _marked(row, _item(report, row, number))
    if report.more:
        yield from ["", "There are more rows; ask for them with --limit."]


def _headings(before: tuple[Cell, ...], row: Row) -> Iterator[str]:
    """The part, and what is told of within it, where either is new; marked where the row is confidential: it may be a name."""
    part, about = row.cells[:2]
    if part != before[0]:
        yield from ["", *_wrapped(written(part).upper())]
    if about is not None and row.cells[:2] != before:
        yield from ["", *_marked(row, written(about))]


def _foot(report: Report) -> Iterator[str]:
    if report.totals:
        yield ""
        yield from (line for total in report.totals for line in _wrapped(_total(total)))
    if report.notes:
        yield ""
        yield from (line for note in report.notes for line in _wrapped(note))
    if report.footnotes:
        yield ""
    for number, note in enumerate(report.footnotes, 1):
        gutter = MARK if note.confidential else _PUBLIC
        yield from (f"{gutter}{line}" for line in _wrapped(f"{number}. {footnote_text(note)}", COLUMNS - len(gutter)))


def _item(report: Report, row: Row, number: int) -> str:
    first, *others = zip(report.columns, row.cells, strict=True)
    said = "; ".join(f"{column}: {written(cell)}" for column, cell in others)
    return f"{number}. {written(first[1])}" + (f" - {said}" if said else "")


def _sentence(report: Report, row: Row) -> str:
    numbers = {note.passage: number for number, note in enumerate(report.footnotes, 1)}
    marks = "".join(f"[{numbers[key]}]" for key in row.grounds if key in numbers)
    return f"- {written(row.cells[2])}{' ' + marks if marks else ''}"


def _marked(row: Row, words: str) -> Iterator[str]:
    gutter = MARK if row.confidential else _PUBLIC
    for number, line in enumerate(_wrapped(words, COLUMNS - len(gutter) - 2)):
        yield f"{gutter}{'  ' if number else ''}{line}".rstrip()


def _total(total: Total) -> str:
    beside = f" (of them {total.confidential} confidential)" if total.confidential else ""
    return f"{total.label}: {total.value}{beside}"


def footnote_text(note: Footnote) -> str:
    """A footnote in words."""
    said = [plain(note.source), note.dated, plain(note.place) if note.place != note.source else ""]
    quote = f': "{plain(note.quote)}"' if note.quote else ""
    return ", ".join(one for one in said if one) + quote


def written(cell: Cell) -> str:
    """A cell in words: `not stated` where nothing is known."""
    if cell is None:
        return NOT_STATED
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return plain(", ".join(cell) if isinstance(cell, tuple) else str(cell))


def _wrapped(words: str, columns: int = COLUMNS) -> list[str]:
    """Lines of at most so many columns; Chinese takes two a character."""
    if cell_len(words) <= columns:
        return [words]
    console = Console(width=columns, markup=False, highlight=False, emoji=False)
    return [line.plain.rstrip() for line in Text(words).wrap(console, columns)]
