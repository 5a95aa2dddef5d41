"""Tables of any length: sorted, filtered, a page at a time from a key on. What is asked for stands in the address in closed
words and ids alone; a word that is none is taken as not said."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import urlencode

from twotrack.office.shown.kept import kept
from twotrack.record.confidentiality import Sight

ROWS = 50


class HasId(Protocol):
    """A line of a table: what it is of, by a key without hyphens."""

    @property
    def id(self) -> str:
        """The key."""


Line = TypeVar("Line", bound=HasId)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter(Generic[Line]):
    """One choice by which lines are left out. `options`: value and label; `by_id`: any id will do, and there is no select."""

    label: str
    fits: Callable[[Line, str], bool]
    options: tuple[tuple[str, str], ...] = ()
    by_id: bool = False

    def takes(self, value: str) -> bool:
        """Whether this is a value of it."""
        return _is_id(value) if self.by_id else any(value == one for one, _ in self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Line]):
    """A table: how it may be sorted (`-` before a key: down) and filtered. `headings`: the order that the first click asks for
    and the words; no order where one cannot sort by it."""

    name: str
    headings: tuple[tuple[str, str], ...]
    sorts: Mapping[str, Callable[[Line], Any]]
    first: str
    filters: Mapping[str, Filter[Line]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column's head. `sorted`: `ascending`, `descending` or nothing; `address` sorts by it, the other way round on the
    second click; empty where one cannot."""

    label: str
    address: str
    sorted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A filter as a select: what is chosen of it."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage(Generic[Line]):
    """One page of a table. `total` lines fit the filters, of `everything`; these are those from number `number` on."""

    table: str
    lines: tuple[Line, ...]
    total: int
    everything: int
    number: int
    headings: tuple[Heading, ...]
    choices: tuple[Choice, ...]
    state: tuple[tuple[str, str], ...]
    filtered: bool
    before: str
    after: str

    @property
    def last(self) -> int:
        """The number of the last line on this page."""
        return self.number + len(self.lines) - 1

    @property
    def several(self) -> bool:
        """Whether there are more lines than stand here."""
        return len(self.lines) < self.total

    @property
    def kept_by_form(self) -> tuple[tuple[str, str], ...]:
        """What the form of the filters must send along: the order, and ids that have no select."""
        selects = {choice.name for choice in self.choices}
        return tuple((name, value) for name, value in self.state if name not in selects)


def in_order(sight: Sight, table: Table[Line], lines: Sequence[Line], asked: Mapping[str, str]) -> list[Line]:
    """The lines that fit, in the order asked for."""
    sort = _sort(table, asked)
    everything = kept(sight, (table.name, "in order", sort), lambda: _ordered(table, lines, sort))
    for name, value in _chosen(table, asked).items():
        fits = table.filters[name].fits
        everything = [line for line in everything if fits(line, value)]
    return everything


def table_page(
    sight: Sight, table: Table[Line], lines: Sequence[Line], asked: Mapping[str, str], rows: int = ROWS
) -> TablePage[Line]:
    """The page asked for: `sort`, the filters, and `after`, the id of the line before its first."""
    found = in_order(sight, table, lines, asked)
    start = _after(found, asked.get("after", ""))
    shown = tuple(found[start : start + rows])
    sort, chosen = _sort(table, asked), _chosen(table, asked)
    state = {**({"sort": sort} if sort != table.first else {}), **chosen}
    before = None if start == 0 else "" if start <= rows else found[start - rows - 1].id
    return TablePage(
        table=table.name,
        lines=shown,
        total=len(found),
        everything=len(lines),
        number=start + 1 if shown else 0,
        headings=tuple(_heading(key, label, sort, chosen) for key, label in table.headings),
        choices=tuple(
            Choice(name=name, label=one.label, options=one.options, chosen=chosen.get(name, ""))
            for name, one in table.filters.items()
            if not one.by_id
        ),
        state=tuple(state.items()),
        filtered=bool(chosen),
        before="" if before is None else address(state, **({"after": before} if before else {})),
        after=address(state, after=shown[-1].id) if start + rows < len(found) else "",
    )


def address(state: Mapping[str, str], **more: str) -> str:
    """The rest of an address, from the question mark on."""
    return "?" + urlencode({**state, **more})


def _ordered(table: Table[Line], lines: Sequence[Line], sort: str) -> list[Line]:
    by_id = sorted(lines, key=lambda line: line.id)
    return sorted(by_id, key=table.sorts[sort.lstrip("-")], reverse=sort.startswith("-"))


def _sort(table: Table[Line], asked: Mapping[str, str]) -> str:
    word = asked.get("sort", "")
    return word if word.removeprefix("-") in table.sorts else table.first


def _chosen(table: Table[Line], asked: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name, one in table.filters.items():
        value = asked.get(name, "")
        if one.by_id:
            value = value.replace("-", "").lower()
        if value and one.takes(value):
            found[name] = value
    return found


def _after(lines: Sequence[HasId], key: str) -> int:
    key = key.replace("-", "")
    return next((number for number, line in enumerate(lines, 1) if line.id == key), 0) if key else 0


def _heading(key: str, label: str, sort: str, chosen: Mapping[str, str]) -> Heading:
    if not key:
        return Heading(label=label, address="", sorted="")
    down = sort.startswith("-")
    by_it = sort.removeprefix("-") == key.removeprefix("-")
    other = (key.removeprefix("-") if down else f"-{key.removeprefix('-')}") if by_it else key
    said = ("descending" if down else "ascending") if by_it else ""
    return Heading(label=label, address=address({"sort": other, **chosen}), sorted=said)


def _is_id(value: str) -> bool:
    try:
        uuid.UUID(value)
    except ValueError:
        return False
    return True
