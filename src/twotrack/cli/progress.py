"""How far long work has come: on standard error, and only where a person looks at it."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

from twotrack.sources.raw import Failure

T = TypeVar("T")

_CHARACTERS = {True: 6, False: 2}  # of a word with the blank behind it, where a script has blanks; of a Chinese word


def counted(
    items: Iterable[T], what: str, *, total: int | None = None, words: Callable[[T], int] = lambda _: 0
) -> Iterator[T]:
    """The items as they come, with what was done meanwhile shown where standard error is a terminal and standard output
    is not (what is printed there shows the progress itself): "Reading 12 of 997, 45,000 words/s, 2 failed, 0:01:10 left".

    `words` counts those of an item; what is shown holds none of them."""
    if not (sys.stderr.isatty() and not sys.stdout.isatty()):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(what),
        BarColumn(bar_width=16),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}{task.fields[failed]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    read = failed = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total, speed="", failed="")
        for item in items:
            failed += isinstance(item, Failure)
            read += words(item)
            taken = progress.tasks[0].elapsed or 0
            speed = f"{read / taken:,.0f} words/s" if read and taken else ""
            progress.update(task, advance=1, speed=speed, failed=f" {failed} failed" if failed else "")
            yield item


@contextmanager
def shown(what: str, *, total: int) -> Iterator[Callable[[int], None]]:
    """Takes how much more was done, and shows it where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(bar_width=16), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda more: progress.update(task, advance=more)


def words_of(text: str) -> int:
    """About how many words a text has: by its length, so that counting costs nothing."""
    blanks = text.count(" ") + text.count("\n")
    return len(text) // _CHARACTERS[blanks * 20 > len(text)]


def list_failures(failures: Sequence[Failure], *, of: int) -> None:
    """What could not be read, a line each, on standard error."""
    if failures and of > 1:
        click.echo(f"twotrack: {len(failures)} of {of} documents could not be read:", err=True)
    for failure in failures:
        click.echo(f"twotrack: {failure.error}", err=True)
