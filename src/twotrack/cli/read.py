"""`twotrack read`: what is in documents, as a ledger, as JSON, or as one page; keeps nothing."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click

from twotrack.cli.jobs import How, Make, read_all
from twotrack.cli.progress import counted, list_failures, words_of
from twotrack.errors import UsageError
from twotrack.reading.as_json import reading_to_json
from twotrack.reading.finders import FINDERS
from twotrack.reading.findings import Reading
from twotrack.reading.ledger import ledger_of
from twotrack.reading.summary import Asked, Summary, asked_in
from twotrack.sources.gather import count, gather
from twotrack.sources.raw import Document, Failure, RawSource


class Read(NamedTuple):
    """One document that was read: its number of words, and what is to be shown of it (a line of JSON, the
    reading, or what is counted of it)."""

    words: int
    line: bytes
    reading: Reading | None
    asked: tuple[Asked, ...] = ()


Show = Callable[["Read | Failure", frozenset[str] | None, int], None]


def finders(context: click.Context, parameter: click.Parameter, value: str | None) -> frozenset[str] | None:  # noqa: ARG001
    """The parts that --only names."""
    if value is None:
        return None
    names = [step.adds for step in FINDERS]
    wanted = frozenset(part.strip() for part in value.split(",") if part.strip())
    if not wanted <= set(names):
        raise UsageError(f"--only knows no {', '.join(sorted(wanted - set(names)))}: choose among {', '.join(names)}")
    return wanted


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--html", "html", type=click.Path(path_type=Path), metavar="FILE", help="Write one page to this file.")
@click.option(
    "--summary", "summed", is_flag=True, help="Count over all documents what was asked and how it was answered."
)
@click.option("--only", callback=finders, metavar="FINDERS", help="Look for these parts alone: cases,commitments ...")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="How many to read at once; the cores, if not given.")
@click.option("--private-address", is_flag=True, help="Web addresses may be of this machine or of a network inside.")
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    form: str,
    html: Path | None,
    summed: bool,
    only: frozenset[str] | None,
    jobs: int | None,
    private_address: bool,
) -> None:
    """Read documents and show what is in them. Nothing is kept.

    SOURCE is a file, a folder, a web address, or - for standard input; archives and mails are opened. As text, each
    document is shown as a ledger, in short; as JSON, one object a line (docs/reading-json.md). The page of --html opens
    each number to the sentences that it counts, and each sentence to its words in the transcript. Findings are possible
    until a person reviews them.

    --summary counts over all documents instead: by theme, party, speaker and year, how many questions there were, how many
    clear replies and refusals, and which refusals recur in the same words. That is an estimate.

    A document that cannot be read is named and never stops the others: all that failed are listed at the end, and the
    exit status is then 1.
    """
    if summed and (html is not None or only is not None):
        raise UsageError("--summary counts what all finders found: use it without --only and --html")
    if html is not None:
        from twotrack.cli import page

        page.refuse_other(html)
    summary = Summary()
    make, show = _ways(form, html, summed)
    results: Iterator[Read | Failure] = read_all(
        gather(sources, private_addresses=private_address), make, How(only=only), jobs=jobs
    )
    if len(sources) > 1 or Path(sources[0]).is_dir():
        results = counted(results, "Reading", total=count(sources), words=_words)
    failures, readings, seen = list[Failure](), list[Reading](), 0
    try:
        for result in results:
            seen += 1
            if isinstance(result, Failure):
                failures.append(result)
            elif summed:
                summary.add(result.asked)
            elif html is not None and result.reading:
                readings.append(result.reading)
            show(result, only, seen)
    finally:
        list_failures(failures, of=seen)
    if summed:
        _print_summary(summary, form)
    if html is not None and readings:
        page.write(html, page.render(readings, only))
        click.echo(f"twotrack: wrote {html}", err=True)
    if failures:
        context.exit(1)


def _ways(form: str, html: Path | None, summed: bool) -> tuple[Make[Read], Show]:
    """What is made of each document, and how it is shown."""
    if summed:
        return for_summary, _show_nothing
    return (for_json, _show_json) if form == "json" and html is None else (for_text, _show_text)


def for_json(_source: RawSource, _document: Document, reading: Reading) -> Read:
    """The line of a reading, made by the process that read the document: the first one has only to write it."""
    return Read(words_of(reading.text), _encoded(reading_to_json(reading)), None)


def for_text(_source: RawSource, _document: Document, reading: Reading) -> Read:
    """The reading itself."""
    return Read(words_of(reading.text), b"", reading)


def for_summary(_source: RawSource, document: Document, reading: Reading) -> Read:
    """What is counted of a reading: little, so that memory does not grow with the documents."""
    return Read(words_of(reading.text), b"", None, asked_in(document, reading))


def _encoded(data: dict[str, Any]) -> bytes:
    try:
        return json.dumps(data, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # a file name that is no UTF-8
        return json.dumps(data).encode() + b"\n"


def _words(one: Read | Failure) -> int:
    return 0 if isinstance(one, Failure) else one.words


def _show_json(result: Read | Failure, only: frozenset[str] | None, seen: int) -> None:  # noqa: ARG001
    """Written as it comes, so that what reads it may go on meanwhile."""
    sys.stdout.flush()
    line = _encoded({"source": result.place, "error": result.error}) if isinstance(result, Failure) else result.line
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _show_nothing(result: Read | Failure, only: frozenset[str] | None, seen: int) -> None:
    """The counts come at the end."""


def _print_summary(summary: Summary, form: str) -> None:
    from twotrack.cli.summary import print_summary, summary_to_json

    if form == "json":
        click.echo(summary_to_json(summary))
    else:
        print_summary(summary, sys.stdout)


def _show_text(result: Read | Failure, only: frozenset[str] | None, seen: int) -> None:
    if isinstance(result, Failure) or result.reading is None:
        return
    from twotrack.cli.ledger import print_ledger

    if seen > 1:
        click.echo()
    print_ledger(result.reading, ledger_of(result.reading, only), sys.stdout)
