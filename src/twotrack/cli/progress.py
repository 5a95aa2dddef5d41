"""How far long work has come: on standard error, and only where a person looks at it."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def counted(items: Iterable[T], what: str, *, total: int | None = None) -> Iterator[T]:
    """The items as they come, with their number shown meanwhile ("Reading 12 documents"), where standard error is a
    terminal and standard output is not: what is printed there shows the progress itself. Never any words of an item."""
    if not (sys.stderr.isatty() and not sys.stdout.isatty()):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total)
