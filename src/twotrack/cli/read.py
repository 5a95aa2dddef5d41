"""`twotrack read`: what is in documents, as a ledger, as JSON, or as one page; keeps nothing."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from twotrack.cli.jobs import read_all
from twotrack.cli.progress import counted
from twotrack.errors import UsageError
from twotrack.reading.as_json import reading_to_json
from twotrack.reading.finders import FINDERS
from twotrack.reading.findings import Reading
from twotrack.reading.ledger import ledger_of
from twotrack.sources.raw import Failure

_TOGETHER = frozenset({"exchanges", "clarity"})  # an exchange without its clarity would say that it is ambivalent


def finders(context: click.Context, parameter: click.Parameter, value: str | None) -> frozenset[str] | None:  # noqa: ARG001
    """The parts that --only names."""
    if value is None:
        return None
    names = [step.adds for step in FINDERS]
    wanted = frozenset(part.strip() for part in value.split(",") if part.strip())
    if not wanted <= set(names):
        raise UsageError(f"--only knows no {', '.join(sorted(wanted - set(names)))}: choose among {', '.join(names)}")
    return wanted | _TOGETHER if wanted & _TOGETHER else wanted


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--html", "html", type=click.Path(path_type=Path), metavar="FILE", help="Write one page to this file.")
@click.option("--only", callback=finders, metavar="FINDERS", help="Look for these parts alone: cases,commitments ...")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="How many to read at once; the cores, if not given.")
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    form: str,
    html: Path | None,
    only: frozenset[str] | None,
    jobs: int | None,
) -> None:
    """Read documents and show what is in them. Nothing is kept.

    SOURCE is a file, a folder, or - for standard input. As text, each document is shown as a ledger, in short; as JSON,
    one object a line (docs/reading-json.md). The page of --html opens each number to the sentences that it counts, and
    each sentence to its words in the transcript. Findings are possible until a person reviews them.

    A document that cannot be read is named and never stops the others; the exit status is then 1.
    """
    if html is not None:
        from twotrack.cli import page

        page.refuse_other(html)
    show = _as_json if form == "json" else _as_text
    failed, kept = 0, list[Reading]()
    for number, result in enumerate(_results(sources, only, jobs)):
        failed += isinstance(result, Failure)
        show(result, only, number)
        if html is not None and isinstance(result, Reading):
            kept.append(result)
    if html is not None and kept:
        page.write(html, page.render(kept, only))
        click.echo(f"twotrack: wrote {html}", err=True)
    if failed:
        context.exit(1)


def _results(places: tuple[str, ...], only: frozenset[str] | None, jobs: int | None) -> Iterable[Reading | Failure]:
    results: Iterator[Reading | Failure] = read_all(places, only=only, jobs=jobs)
    several = len(places) > 1 or Path(places[0]).is_dir()
    return counted(results, "Reading") if several else results


def _as_json(result: Reading | Failure, only: frozenset[str] | None, number: int) -> None:  # noqa: ARG001
    data = {"source": result.place, "error": result.error} if isinstance(result, Failure) else reading_to_json(result)
    line = json.dumps(data, ensure_ascii=False)
    try:
        encoded = line.encode()
    except UnicodeEncodeError:  # a file name that is no UTF-8
        encoded = json.dumps(data).encode()
    sys.stdout.flush()
    sys.stdout.buffer.write(encoded + b"\n")


def _as_text(result: Reading | Failure, only: frozenset[str] | None, number: int) -> None:
    if isinstance(result, Failure):
        click.echo(f"twotrack: {result.error}", err=True)
        return
    from twotrack.cli.ledger import print_ledger

    if number:
        click.echo()
    print_ledger(result, ledger_of(result, only), sys.stdout)
