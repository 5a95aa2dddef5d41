"""The tables of the fictional record: one folder for each confidentiality, one file for each kind of row (data/demo/README.md).

A table is a text file with a line of headings; cells are parted by tabs, an empty cell says nothing. A day may be written
as `today+40` or `today-3`: so many days from the day on which the record is built, which keeps something due in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib.resources import files
from typing import Final

from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.vocabulary import Property

FOLDER: Final = files("twotrack.data").joinpath("demo", "fictional")
BETWEEN = " || "  # between the quotes, or the edits, of one cell
STATES = "states "  # before a property in a heading: the cell is a statement on what the row makes
_FROM_TODAY = re.compile(r"today([+-]\d{1,4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words, which occur once in a document."""

    document: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement that a row makes beside its entry."""

    about: Property
    value: str
    language: str


class Row(dict[str, str]):
    """One line of a table; a cell that is empty or has no heading reads as ''."""

    def __missing__(self, heading: str) -> str:
        return ""

    def ids(self, heading: str) -> list[str]:
        """The ids of a cell, which commas part."""
        return [one for one in self[heading].split(", ") if one]

    def number(self, heading: str) -> int | None:
        """A cell as a number; None where it is empty."""
        return int(self[heading]) if self[heading] else None

    def quotes(self) -> list[Quote]:
        """The words that the row stands on; none where it stands on an inference."""
        parts = [one.partition(": ") for one in self["on"].split(BETWEEN) if one]
        return [Quote(document=document, words=words) for document, _, words in parts]

    def edits(self) -> Iterator[tuple[str, str | None]]:
        """What a person changes in a finding before accepting it: fields and values, None where one is emptied."""
        for one in self["edits"].split(BETWEEN) if self["edits"] else ():
            key, _, value = one.partition(":")
            yield key, value.strip() or None

    def facts(self) -> Iterator[Fact]:
        """The statements of the headings that begin with `states`: `states name zh-Hans` is a name in that language."""
        for heading, value in self.items():
            if heading.startswith(STATES) and value:
                about, _, language = heading.removeprefix(STATES).partition(" ")
                yield Fact(about=Property(about), value=value, language=language or "und")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All tables of one confidentiality, by name; a table that is not there has no rows."""

    alias: str
    tables: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self, table: str) -> list[Row]:
        """The rows of a table, in order."""
        return self.tables.get(table, [])


def public(today: date) -> Material:
    """The tables of the public part."""
    return _material(PUBLIC, today)


def confidential(today: date) -> Material:
    """The tables of the confidential part."""
    return _material(CONFIDENTIAL, today)


def words_of(file: str) -> bytes:
    """A document as it came."""
    return FOLDER.joinpath(file).read_bytes()


def _material(alias: str, today: date) -> Material:
    found = {
        one.name.removesuffix(".tsv"): _table(one.read_text("utf-8"), today) for one in FOLDER.joinpath(alias).iterdir()
    }
    return Material(alias=alias, tables=found)


def _table(text: str, today: date) -> list[Row]:
    headings, *lines = [line.split("\t") for line in text.splitlines() if line.strip()]
    return [Row(zip(headings, (_day(cell, today) for cell in cells), strict=False)) for cells in lines]


def _day(cell: str, today: date) -> str:
    found = _FROM_TODAY.fullmatch(cell)
    return str(today + timedelta(days=int(found[1]))) if found else cell
