"""What a published table is: columns with their meaning and type, and rows as plain values in the order of the record.

A missing value is said, not left empty: `not stated in the sources we have`, `unknown`, `not applicable`; never "withheld".
Cases that are not published are not in the data at all, and nothing says that they are there.
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from twotrack.record.public import PublicRecord
from twotrack.record.public.values import Made, Standing

NOT_STATED = "not stated in the sources we have"
NOT_APPLICABLE = "not applicable"
UNKNOWN = "unknown"
NOT_QUOTED = "not quoted: the terms of the source"
MISSING = (NOT_STATED, NOT_APPLICABLE, UNKNOWN, NOT_QUOTED)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it means, its type (of the Frictionless table schema), and the table whose `id` it names."""

    name: str
    meaning: str
    type: str = "string"
    refers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A published table: its columns, of which `id` is the key where there is one, and its rows."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[PublicRecord], Iterator[Row]]

    @property
    def key(self) -> str:
        """The column that identifies a row, "" for none."""
        return "id" if any(column.name == "id" for column in self.columns) else ""


ID = Column(name="id", meaning="identifier, random")
QUOTES = Column(
    name="quotes", meaning="the exact words it stands on; names withheld where they are not cleared", type="array"
)
SOURCES = Column(name="sources", meaning="identifiers of the sources it stands on", type="array")
MADE = (
    Column(name="decided_by", meaning="whoever decided it, under a random pseudonym"),
    Column(name="rule", meaning="the rule that proposed it; not applicable where it was entered by hand"),
    Column(name="confidence", meaning="that rule's confidence, from 0 to 1"),
    Column(name="decided_on", meaning="the day on which it was decided"),
)


def made(one: Made) -> Row:
    """The columns of MADE."""
    return {
        "decided_by": one.by or UNKNOWN,
        "rule": one.rule or NOT_APPLICABLE,
        "confidence": NOT_APPLICABLE if one.confidence is None else f"{one.confidence:.2f}",
        "decided_on": one.on.isoformat(),
    }


def grounds(ground: Standing) -> Row:
    """The columns QUOTES and SOURCES."""
    return {
        "quotes": [quote.words for quote in ground.quotes if quote.words],
        "sources": list(dict.fromkeys(str(quote.source) for quote in ground.quotes)),
    }


def said(value: str) -> str:
    """A value, or that no source states it."""
    return value or NOT_STATED


def named(key: uuid.UUID | None) -> str:
    """The identifier of another row, or that there is none."""
    return str(key) if key else NOT_APPLICABLE
