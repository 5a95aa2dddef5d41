"""A text of rows and cells -> each cell with its place in the text: `text[cell.start:cell.end]` are its exact words.

RFC 4180 with what is met beside it: semicolons or tabs between cells, quotes that are never closed, rows of other lengths.
Linear in the text: a row that does not fit costs itself alone, and reading goes on at the next line.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from twotrack.errors import SourceError
from twotrack.formulas import guard_length

LONGEST = 100_000  # characters of a cell that is still one: ten pages
COLUMNS = 1_000
_HEAD = 10  # rows in which the headings stand
_DELIMITERS = ",;\t|"
_BLANK = " \u00a0\u3000\t\ufeff"
_EDGE = frozenset(_BLANK + "'\n")  # what may be taken off a cell


class Cell(NamedTuple):  # of which a long list has millions
    """The words of a cell, without quotes, guard and blanks around them, and where they stand. `value` is what they mean: a
    doubled quote is one."""

    start: int
    end: int
    value: str

    def part(self, start: int, end: int) -> "Cell":
        """A part of the words. Only where the value is as it stands in the text."""
        return Cell(start=self.start + start, end=self.start + end, value=self.value[start:end])

    @property
    def is_as_written(self) -> bool:
        """Whether the words in the text are the value itself."""
        return self.end - self.start == len(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row: its line in the text (of a workbook: its row in the sheet), its place, its cells."""

    line: int
    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that cannot be taken, where it stands, and why, without a word of it."""

    line: int
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The headings of a list, each once ("Name", "Name (2)"), where they stand, and where its rows begin (at which line)."""

    headings: tuple[str, ...]
    text: str
    delimiter: str
    start: int
    end: int
    line: int
    by_record: bool

    def rows(self) -> Iterator[TableRow | BadRow]:
        """The rows below the headings, in order; empty ones are passed over."""
        for row in _records(self.text, self.delimiter, self.end + 1, self.line, len(self.headings), self.by_record):
            if isinstance(row, BadRow):
                yield row
            elif any(cell.value for cell in row.cells):
                yield _fitted(row, len(self.headings))


def read_table(text: str, known: frozenset[str] = frozenset(), *, by_record: bool = False) -> Table:
    """The table in a text. The headings are, of the first ten rows, the first with a cell that is `known` (as `plain` makes
    it), else the first that is as long as most are and more than half filled. `by_record`: number rows, not lines.

    Raises SourceError where there are no headings."""
    delimiter = _delimiter(text)
    head = [row for row in islice(_records(text, delimiter, 0, 1, None, by_record), _HEAD) if isinstance(row, TableRow)]
    named = (row for row in head if known.intersection(plain(cell.value) for cell in row.cells))
    lengths = Counter(len(row.cells) for row in head if len(row.cells) > 1 or len(head) == 1)
    length = lengths.most_common(1)[0][0] if lengths else 1
    likely = (row for row in head if len(row.cells) == length and _filled(row) * 2 > length)
    found = next(named, None) or next(likely, None)
    if found is None:
        raise SourceError("has no row of headings: a list begins with the names of its columns")
    if len(found.cells) > COLUMNS:
        raise SourceError(f"has more than {COLUMNS} columns: save those that matter")
    line = found.line + (1 if by_record else text.count("\n", found.start, found.end) + 1)
    return Table(
        headings=_each_once([cell.value for cell in found.cells]),
        text=text,
        delimiter=delimiter,
        start=found.start,
        end=found.end,
        line=line,
        by_record=by_record,
    )


def plain(heading: str) -> str:
    """A heading as it is compared: lower case, single blanks, no underscores, dots or hyphens."""
    return " ".join(re.sub(r"[_.:\-\s]+", " ", heading.casefold()).split())


def _filled(row: TableRow) -> int:
    return sum(bool(cell.value) for cell in row.cells)


def _each_once(headings: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for number, heading in enumerate(headings, 1):
        name, times = heading or f"column {number}", 1
        while name in names:
            times += 1
            name = f"{heading or f'column {number}'} ({times})"
        names.append(name)
    return tuple(names)


def _delimiter(text: str) -> str:
    """The sign that most of the first lines have, most of them equally often."""
    head = [line for line in text[:20_000].split("\n")[:_HEAD] if line.strip()]

    def told(sign: str) -> tuple[int, int, int]:
        counts = Counter(count for line in head if (count := line.count(sign)))
        usual, lines = counts.most_common(1)[0] if counts else (0, 0)
        return counts.total(), lines, usual

    return max(_DELIMITERS, key=told)


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    """One cell: in quotes with what follows up to the delimiter, or without. Possessive: nothing is tried twice."""
    sign = re.escape(delimiter)
    return re.compile(rf'[ ]*+"(?P<quoted>(?:[^"]++|"")*+)"(?P<after>[^{sign}\n]*+)|(?P<plain>[^{sign}\n]*+)')


def _records(
    text: str, delimiter: str, at: int, line: int, width: int | None, by_record: bool
) -> Iterator[TableRow | BadRow]:
    """The rows from `at` on. A row over several lines that does not fit `width` is taken for a quote that was never closed:
    its first line is bad, and the next begins a row."""
    while at < len(text):
        cells, end = _cells(text, delimiter, at)
        lines = text.count("\n", at, end)
        wrong = _wrong(cells, width)
        if len(cells) > COLUMNS:
            end = (text.find("\n", end) + 1 or len(text) + 1) - 1
        elif wrong and lines:
            end, lines = text.index("\n", at), 0
        yield (
            BadRow(line=line, start=at, end=end, reason=wrong)
            if wrong
            else TableRow(line=line, start=at, end=end, cells=tuple(cells))
        )
        at, line = end + 1, line + (1 if by_record else lines + 1)


def _cells(text: str, delimiter: str, at: int) -> tuple[list[Cell], int]:
    """The cells of the row at `at`, and where it ends."""
    end = (text.find("\n", at) + 1 or len(text) + 1) - 1
    if text.find('"', at, end) < 0 and text.count(delimiter, at, end) < COLUMNS:
        return _unquoted(text, delimiter, at, end), end
    pattern, cells = _field(delimiter), list[Cell]()
    while True:
        match = pattern.match(text, at)
        assert match is not None, "a cell may be empty"
        group = "quoted" if match["quoted"] is not None else "plain"
        start, stop = match.span(group)
        if group == "quoted" and match["after"].strip():  # the quote was a word's, or never closed: taken as it stands
            group, start, stop = "plain", at, match.end()
            if (line := text.find("\n", at, stop)) >= 0:
                sign = text.find(delimiter, at, line)
                stop = sign if sign >= 0 else line
        cells.append(_cell(text, start, stop, quoted=group == "quoted"))
        at = match.end() if group == "quoted" else stop
        if at >= len(text) or text[at] == "\n" or len(cells) > COLUMNS:
            return cells, at
        at += 1


def _unquoted(text: str, delimiter: str, at: int, end: int) -> list[Cell]:
    """As `_cells` for a line without quotes, as most are."""
    cells = []
    for words in text[at:end].split(delimiter):
        if words and (words[0] in _EDGE or words[-1] in _EDGE):
            cells.append(_cell(text, at, at + len(words), quoted=False))
        else:
            cells.append(Cell(at, at + len(words), words))
        at += len(words) + 1
    return cells


def _cell(text: str, start: int, end: int, *, quoted: bool) -> Cell:
    words = text[start:end]
    start += len(words) - len(words.lstrip(_BLANK + "\n"))
    words = words.strip(_BLANK + "\n")
    guard = guard_length(words)
    value = words[guard:].replace('""', '"') if quoted else words[guard:]
    return Cell(start=start + guard, end=start + len(words), value=value)


def _wrong(cells: list[Cell], width: int | None) -> str:
    """What is wrong with a row, "" if nothing. Cells that are empty may follow the last heading."""
    if any(len(cell.value) > LONGEST for cell in cells):
        return f"a cell is longer than {LONGEST:,} characters"
    if len(cells) > COLUMNS:
        return f"it has more than {COLUMNS} cells"
    if width is None or not any(cell.value for cell in cells):
        return ""
    if len(cells) < width or any(cell.value for cell in cells[width:]):
        return f"it has {len(cells)} cells where the headings are {width}"
    if any("\ufffd" in cell.value for cell in cells):
        return "it holds characters that could not be read"
    return ""


def _fitted(row: TableRow, width: int) -> TableRow:
    return TableRow(line=row.line, start=row.start, end=row.end, cells=row.cells[:width])
