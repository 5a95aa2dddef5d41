"""What a report is: rows of plain values with what they rest on, and totals over everything, not over the rows shown."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Model, Q

from twotrack.record.reports.seen import Seen
from twotrack.record.reports.within import Within

LIMIT = 100  # rows that a report gives where nothing else is asked for
NOT_STATED = "not stated"

Cell = str | int | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a report: about what (an id, a theme, a year), of the rows seen, on which day, how many rows; of one
    dialogue alone, or of chosen cases and themes, where that is said."""

    seen: Seen
    today: date
    about: str = ""
    limit: int = LIMIT
    within: Within | None = None
    cases: tuple[uuid.UUID, ...] | None = None
    themes: tuple[str, ...] | None = None

    def only(self, model: type[Model]) -> tuple[Q, ...]:
        """The condition on rows of this model that keeps to the dialogue asked for; none where none is."""
        return () if self.within is None else (self.within.of(model),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. `cells` stand in the order of the columns; None says *not stated in the sources we have*, which is neither zero
    nor no. `entries` are those it tells of, `grounds` the passages they stand on; `confidential` where any of them is."""

    cells: tuple[Cell, ...]
    entries: tuple[uuid.UUID, ...] = ()
    grounds: tuple[uuid.UUID, ...] = ()
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A number over everything in sight. `confidential`: how many of them are (so that a public figure can be told apart)."""

    label: str
    value: int
    confidential: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """What a sentence of a document stands on: the source (its title, else the name of its file), its date and place, and the
    words where they may show."""

    passage: uuid.UUID
    source: str
    title: str
    kind: str
    dated: str
    place: str
    quote: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An answer of the record. `more`: there are further rows than those given. A report with `sections` is a document: its
    columns are the part, what within it is told of, and a sentence. `named`: the persons, groups and lines of lists whose
    names it gives."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: tuple[Total, ...] = ()
    notes: tuple[str, ...] = ()
    more: bool = False
    sections: bool = False
    footnotes: tuple[Footnote, ...] = ()
    named: frozenset[uuid.UUID] = frozenset()

    @property
    def confidential(self) -> bool:
        """Whether anything in it is confidential."""
        rows, notes = (row.confidential for row in self.rows), (note.confidential for note in self.footnotes)
        return any(rows) or any(notes) or any(total.confidential for total in self.totals)


Make = Callable[[Asked], Report]


def as_said(number: int | None, words: str = "", named: int = 0) -> str | None:
    """A number as it was said, with how many of it are named: `some 20, 3 named`; None where there is neither."""
    said = words or (str(number) if number is not None else "")
    if said and named:
        return f"{said}, {named} named"
    return said or (f"{named} named" if named else None)


def listed(values: Iterable[str]) -> tuple[str, ...] | None:
    """Values each once, in the order given; None for none."""
    return tuple(dict.fromkeys(value for value in values if value)) or None
