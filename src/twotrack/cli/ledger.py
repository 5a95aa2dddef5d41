"""The ledger of a reading in the terminal, in short: one line for each question, and what one asks for next."""

from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from twotrack import edtf
from twotrack.cli.plain import plain, shortened
from twotrack.reading.findings import Heading, Reading
from twotrack.reading.ledger import NOT_STATED, WITH_DATE, Count, Item, Ledger, Section
from twotrack.vocabulary import DocumentKind

WIDEST = 100  # columns; longer lines are hard to read
_TITLE = 18  # columns of the titles at the left
_NARROW = 56  # columns below which a title stands above its lines
_FEW = 6  # items that are named of what is many
_LONG = 150  # columns of one item


def print_ledger(reading: Reading, ledger: Ledger, out: TextIO) -> None:
    """Print a ledger: plain text where `out` is no terminal, at the width of the terminal or of COLUMNS (else 80)."""
    console = _console(out)
    if console.is_terminal:
        _print(console, reading, ledger)
        return
    shown = StringIO()
    _print(_console(shown, width=console.width), reading, ledger)
    out.writelines(f"{line.rstrip()}\n" for line in shown.getvalue().splitlines())


def _console(out: TextIO, width: int | None = None) -> Console:
    console = Console(file=out, width=width, markup=False, highlight=False, emoji=False)
    console.width = max(20, min(console.width, WIDEST))
    return console


def _print(console: Console, reading: Reading, ledger: Ledger) -> None:
    console.print(Text(plain(reading.heading.title or reading.source), "bold"))
    console.print(Text(", ".join(_document(reading.heading, reading.source)), "dim"))
    console.print(Text(_turns(reading), "dim"))
    console.print(Text("What the program found: possible, not reviewed by a person.", "dim"))
    for section in ledger.sections:
        console.print()
        _print_section(console, section)


def _document(heading: Heading, source: str) -> Iterator[str]:
    yield "document" if heading.kind is DocumentKind.OTHER else heading.kind.label
    yield edtf.in_words(heading.date) if heading.date else f"date {NOT_STATED}"
    if heading.place:
        yield plain(heading.place)
    if heading.title:
        yield plain(source)


def _turns(reading: Reading) -> str:
    """How many turns there are, and by which convention they were told apart."""
    number = len(reading.turns)
    if reading.convention == "none":
        return "No turns: nothing in it marks who speaks."
    return f"{number} turn{'' if number == 1 else 's'}, marked by the convention {reading.convention}."


def _print_section(console: Console, section: Section) -> None:
    lines = list(_LINES[section.key](section)) if section.counts else [Text(NOT_STATED, "dim")]
    if console.width < _NARROW:
        console.print(Text(section.title, "bold"))
        console.print(Padding(Group(*lines), (0, 0, 0, 2)))
        return
    table = Table.grid(padding=0)
    table.add_column(width=_TITLE)
    table.add_column(ratio=1)
    table.add_row(Text(section.title, "bold"), Group(*lines))
    console.print(table)


def _numbers(counts: Iterable[Count]) -> str:
    return ", ".join(f"{count.number} {count.words}" for count in counts)


def _one(item: Item) -> RenderableType:
    """An item with what is said of it, hanging from its dash."""
    said = f": {'; '.join(item.facts)}" if item.facts else ""
    return _hanging(shortened(plain(f"{item.label}{said}"), _LONG))


def _hanging(words: str) -> RenderableType:
    line = Table.grid(padding=0)
    line.add_column(width=2)
    line.add_column(ratio=1)
    line.add_row("-", Text(words))
    return line


def _each(items: Iterable[Item], most: int | None = None) -> Iterator[RenderableType]:
    """A line an item, at most so many."""
    held = list(items)
    yield from (_one(item) for item in held[:most])
    if most is not None and len(held) > most:
        yield _hanging(f"and {len(held) - most} more")


def _labels(items: Iterable[Item]) -> str:
    """The names of a few items."""
    held = list(items)
    more = [f"and {len(held) - _FEW} more"] if len(held) > _FEW else []
    return "; ".join([shortened(plain(item.label), _LONG) for item in held[:_FEW]] + more)


def _meeting(section: Section) -> Iterator[RenderableType]:
    for count in section.counts:
        for item in count.items:
            yield Text(plain(item.label))
            yield Text(plain(f"{count.label}: {', '.join(item.facts)}"))


def _participants(section: Section) -> Iterator[RenderableType]:
    for side, counts in section.groups:
        yield Text(plain(side))
        for count in counts:
            yield _hanging(f"{count.number} {count.words}: {_labels(count.items)}")


def _cases(section: Section) -> Iterator[RenderableType]:
    yield Text(_numbers(section.counts))
    yield from _each(section.items)


def _commitments(section: Section) -> Iterator[RenderableType]:
    yield Text(_numbers(section.counts))
    for count in section.counts:
        yield from _each(count.items, None if count.label == WITH_DATE else _FEW)


def _exchanges(section: Section) -> Iterator[RenderableType]:
    number = len(section.items)
    yield Text(f"{number} {'thing' if number == 1 else 'things'}: {_numbers(section.counts)}")


def _topics(section: Section) -> Iterator[RenderableType]:
    yield Text(f"{_numbers(section.counts)}: {_labels(section.items)}")


def _other_meetings(section: Section) -> Iterator[RenderableType]:
    yield Text(_numbers(section.counts))
    yield from _each(section.items, _FEW)


_LINES: dict[str, Callable[[Section], Iterator[RenderableType]]] = {
    "meeting": _meeting,
    "participants": _participants,
    "cases": _cases,
    "commitments": _commitments,
    "exchanges": _exchanges,
    "topics": _topics,
    "other-meetings": _other_meetings,
}
