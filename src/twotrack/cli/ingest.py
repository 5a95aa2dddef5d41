"""`twotrack ingest`: documents into the record, as proposals."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from twotrack.cli.jobs import How, read_all
from twotrack.cli.opening import opened_record
from twotrack.cli.progress import counted, list_failures, words_of
from twotrack.errors import TwotrackError
from twotrack.sources.raw import Document, Failure, RawSource
from twotrack.vocabulary import Confidentiality, SourceState, Terms

if TYPE_CHECKING:
    from twotrack.reading.findings import Reading
    from twotrack.record.ingest import Ingested

_ALREADY = "already there, nothing changed"
_SEEN = "the host of a web address sees from where and when it is read; if it must not, give the page as a file"


class Read(NamedTuple):
    """A document that was read, on its way into the record."""

    raw: RawSource
    document: Document
    reading: "Reading"


@click.command("ingest")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--public", is_flag=True, help="The documents are public. Without this they are confidential.")
@click.option(
    "--dialogue", "dialogues", multiple=True, metavar="ID", help="The dialogue they belong to; may be repeated."
)
@click.option(
    "--terms",
    type=click.Choice([terms.value for terms in Terms]),
    help="What the terms of use allow to be published of the documents: quote-only, if not given; a later capture of a web"
    " address keeps what was said of the first.",
)
@click.option("--again", is_flag=True, help="Read documents that are there already once more; decisions survive.")
@click.option("--private-address", is_flag=True, help="Web addresses may be of this machine or of a network inside.")
@click.option(
    "--trust-parser",
    is_flag=True,
    help="Read binary files in confidence though this system cannot shut their parser in.",
)
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    public: bool,
    dialogues: tuple[str, ...],
    terms: str | None,
    again: bool,
    private_address: bool,
    trust_parser: bool,
) -> None:
    """Take documents into the record. What they seem to say waits as proposals until a person decides.

    SOURCE is a file, a folder, a web address, or - for what is typed, pasted or piped. The same bytes twice change nothing;
    other bytes at a web address that was captured before are a later version of that page, and what was decided stays
    decided. A document that cannot be read is named and never stops the others: nothing of it is kept, all that failed are
    listed at the end, and the exit status is then 1.
    """
    from twotrack import clock
    from twotrack.record.confidentiality import Sight
    from twotrack.record.ingest import ingest, reread
    from twotrack.record.models import Dialogue
    from twotrack.sources.gather import count, gather

    alias = (Confidentiality.PUBLIC if public else Confidentiality.CONFIDENTIAL).value
    failures, seen = list[Failure](), 0
    with opened_record(context) as (_, keeper):
        chosen = [Sight.of_context().require(Dialogue, key) for key in dialogues]
        _say_before(sources, public)
        found = gather(sources, private_addresses=private_address, confidential=not public, trust_parser=trust_parser)
        unread = found if again else _unread(found, alias)
        results: Iterator[Read | Failure] = read_all(
            unread, Read, How(confidential=not public, trust_parser=trust_parser)
        )
        try:
            for result in counted(results, "Reading", total=count(sources), words=_words):
                seen += 1
                if isinstance(result, Failure):
                    failures.append(result)
                    continue
                raw, document, reading = result
                try:
                    done = ingest(
                        raw, document, reading, alias=alias, by=keeper, at=clock.now(), dialogues=chosen,
                        terms=Terms(terms) if terms else None,
                    )  # fmt: skip
                    if done.already_there and again and done.source.state == SourceState.KEPT:
                        renewed = reread(done.source, document, reading, by=keeper, at=clock.now())
                        lost = f"{len(renewed.lost)} passages lost their words"
                        click.echo(f"{raw.place}: read again, {renewed.proposals} findings, {lost}")
                    else:
                        click.echo(f"{raw.place}: {told(done, alias)}")
                except TwotrackError as error:
                    failures.append(Failure(place=raw.place, error=str(error)))
        finally:
            list_failures(failures, of=seen)
    if failures:
        context.exit(1)


def _unread(found: Iterable[RawSource | Failure], alias: str) -> Iterator[RawSource | Failure]:
    """What is to be read: an ingest that was interrupted goes on where it was. A web address may have been seen again, which
    is noted."""
    from twotrack.record.ingest import is_there

    for source in found:
        if isinstance(source, Failure) or source.addresses or not is_there(source, alias):
            yield source
        else:
            click.echo(f"{source.place}: {_ALREADY}")


def told(done: "Ingested", alias: str) -> str:
    """What ingesting did, in numbers: no word of the document."""
    if done.seen_again:
        return "the same as before, seen again"
    if done.already_there:
        return _ALREADY
    waits = f"{done.proposals} proposal{'s' * (done.proposals != 1)} wait{'s' * (done.proposals == 1)}"
    if done.changed is None:
        return f"{alias}, {waits} (source {done.source.pk})"
    known = f"{done.known} known from earlier" + (f", {done.only_earlier} only there" if done.only_earlier else "")
    return f"{alias}, version {done.version}: {done.changed.in_words}; {waits}, {known} (source {done.source.pk})"


def _say_before(sources: Iterable[str], public: bool) -> None:
    """What a person is to know before anything is read."""
    if not public and any(place.lower().startswith(("http://", "https://")) for place in sources):
        click.echo(f"twotrack: {_SEEN}", err=True)
    if "-" in sources and sys.stdin.isatty():
        click.echo("Type or paste the text; end with a line that holds Ctrl-D (Windows: Ctrl-Z) alone.", err=True)


def _words(one: Read | Failure) -> int:
    return 0 if isinstance(one, Failure) else words_of(one.document.text)
