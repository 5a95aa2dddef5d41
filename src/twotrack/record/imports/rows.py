"""A row of a list -> what it says of whom: names, statements with the words that they stand on, its key."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from twotrack.reading.findings import Span
from twotrack.record.already_there import FACTS
from twotrack.record.columns import BETWEEN, LENGTH, LENGTHS, PERSONAL, Column, length_of
from twotrack.record.imports.dates import DayOrder, order_of, to_edtf
from twotrack.record.imports.mapping import ListMapping
from twotrack.record.imports.tables import BadRow, Cell, Table, TableRow
from twotrack.record.person_facts import Fact, Facts
from twotrack.vocabulary import Property

_NAME = 200  # characters of a name that is none
_PARTS = re.compile(r"[^;；、]+")
_OWN_PARTS = re.compile(r"(?:(?! \| ).)+", re.S)
_NOT_STATED = frozenset(("-", "--", "?", "n/a", "na", "unknown", "not known", "none", "不详", "未知"))
_NUMBER = re.compile(r"\d{1,3}(?:[ ,]?\d{3}){0,3}(?:\.0)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One statement of a row, and the words it stands on."""

    about: Property
    form: str
    value: str
    spans: tuple[Span, ...]

    @property
    def is_personal(self) -> bool:
        """Whether it is said of the person (or group), not of the case."""
        return self.about in PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A row as far as it is understood. `key`: by what it is known in the next list (its own number, else all its words);
    `digest`: of all its words; `left_out`: cells that are in no statement, and why; `details`: the row as handed."""

    line: int
    span: Span
    key: str
    digest: str
    values: tuple[Value, ...]
    details: Mapping[str, str]
    left_out: tuple[str, ...] = ()
    own_number: str = ""
    facts: Facts = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in the order of the columns."""
        return tuple(dict.fromkeys(one.value for one in self.values if one.about is Property.NAME))

    @property
    def is_group(self) -> bool:
        """Whether it is of several persons: a size other than 1 is stated."""
        return any(one.about is Property.SIZE and one.value.strip() not in ("", "0", "1") for one in self.values)


def list_rows(table: Table, mapping: ListMapping) -> Iterator[ListRow | BadRow]:
    """The rows of a list, in order."""
    columns = [(number, heading, mapping.columns.get(heading)) for number, heading in enumerate(table.headings)]
    orders = _orders(table, columns, mapping)
    own = _own_column(columns, mapping)
    for row in table.rows():
        yield row if isinstance(row, BadRow) else _list_row(row, columns, orders, own)


_Columns = list[tuple[int, str, Column | None]]


def _orders(table: Table, columns: _Columns, mapping: ListMapping) -> dict[str, DayOrder]:
    """How each column of dates writes its days."""
    if mapping.vocabulary is not None and mapping.vocabulary.month_first is not None:
        order = DayOrder.MONTH_FIRST if mapping.vocabulary.month_first else DayOrder.DAY_FIRST
        return {heading: order for _, heading, _ in columns}
    dated = [(number, heading) for number, heading, column in columns if column and column.is_date]
    if not dated:
        return {}
    written: dict[str, set[str]] = {heading: set() for _, heading in dated}
    for row in table.rows():
        if isinstance(row, TableRow):
            for number, heading in dated:
                written[heading].add(row.cells[number].value[:12])
    return {heading: order_of(values) for heading, values in written.items()}


def _own_column(columns: _Columns, mapping: ListMapping) -> int | None:
    """The column of the rows' own numbers."""
    if mapping.vocabulary is not None:
        return next((at for at, heading, _ in columns if _same(heading, mapping.vocabulary.own_number)), None)
    return next((at for at, _, column in columns if column and column.about is Property.EXTERNAL_ID), None)


def _same(one: str, other: str) -> bool:
    return one.casefold().replace("_", " ") == other.casefold().replace("_", " ")


def _list_row(row: TableRow, columns: _Columns, orders: Mapping[str, DayOrder], own: int | None) -> ListRow | BadRow:
    values: list[Value] = []
    left_out: list[str] = []
    lengths: dict[str, Cell] = {}
    for number, heading, column in columns:
        cell = row.cells[number]
        if column is None or not cell.value or cell.value.casefold() in _NOT_STATED:
            continue
        if column.about is Property.SENTENCE and column.form in LENGTHS and _NUMBER.fullmatch(cell.value):
            lengths[column.form] = cell
        elif column.is_date:
            date = to_edtf(cell.value, orders.get(heading, DayOrder.NOT_TOLD))
            if date:
                values.append(_value(column, date, cell))
            elif date is None:
                left_out.append(heading)
        else:
            values += [_value(column, part.value, part) for part in _parts(cell, column)]
    values += _length(lengths)
    details = {heading: row.cells[number].value for number, heading, _ in columns if row.cells[number].value}
    digest = hashlib.sha256(json.dumps(details, sort_keys=True).encode("utf-8", "replace")).hexdigest()
    own_number = row.cells[own].value if own is not None else ""
    made = ListRow(
        line=row.line,
        span=Span(row.start, row.end),
        key=own_number or f"words:{digest}",
        digest=digest,
        values=tuple(values),
        details=details,
        left_out=tuple(left_out),
        own_number=own_number,
        facts=_facts(values),
    )
    if reason := _wrong(made):
        return BadRow(line=row.line, start=row.start, end=row.end, reason=reason)
    return made


def _wrong(row: ListRow) -> str:
    if not row.names and not any(one.about is Property.DESCRIPTION for one in row.values):
        return "it has no name in a column of names"
    if any(len(name) > _NAME for name in row.names):
        return f"a name is longer than {_NAME} characters"
    return ""


def _value(column: Column, value: str, cell: Cell) -> Value:
    return Value(about=column.about, form=column.form, value=value, spans=(Span(cell.start, cell.end),))


def _parts(cell: Cell, column: Column) -> Iterator[Cell]:
    """The values of a cell that may hold several; the cell where it is one, or where its words are not those of the text."""
    if not column.between or not cell.is_as_written:
        yield cell
        return
    for match in (_OWN_PARTS if column.between == BETWEEN else _PARTS).finditer(cell.value):
        words = match.group()
        start, end = match.start() + len(words) - len(words.lstrip()), match.start() + len(words.rstrip())
        if end > start:
            yield cell.part(start, end)


def _length(cells: Mapping[str, Cell]) -> list[Value]:
    """The length of a sentence, which stands in a cell each for years, months and days."""
    whole = length_of({unit: cell.value.removesuffix(".0") for unit, cell in cells.items()})
    if not whole:
        return []
    spans = tuple(Span(cell.start, cell.end) for cell in cells.values())
    return [Value(about=Property.SENTENCE, form=LENGTH, value=whole, spans=spans)]


def _facts(values: Iterable[Value]) -> Facts:
    facts: dict[Fact, list[str]] = {}
    for one in values:
        if told := FACTS.get(one.about):
            facts.setdefault(told, []).append(one.value)
    return {fact: tuple(dict.fromkeys(told)) for fact, told in facts.items()}
