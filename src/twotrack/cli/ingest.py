"""`twotrack ingest`: documents into the record, as proposals."""

import click

from twotrack.cli.opening import opened_record
from twotrack.vocabulary import SourceState, Terms


@click.command("ingest")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--public", is_flag=True, help="The documents are public. Without this they are confidential.")
@click.option(
    "--dialogue", "dialogues", multiple=True, metavar="ID", help="The dialogue they belong to; may be repeated."
)
@click.option(
    "--terms",
    type=click.Choice([terms.value for terms in Terms]),
    default=Terms.QUOTE_ONLY.value,
    show_default=True,
    help="What the terms of use allow to be published of the documents.",
)
@click.option("--again", is_flag=True, help="Read documents that are there already once more; decisions survive.")
@click.pass_context
def command(
    context: click.Context, sources: tuple[str, ...], public: bool, dialogues: tuple[str, ...], again: bool, terms: str
) -> None:
    """Take documents into the record. What they seem to say waits as proposals until a person decides.

    SOURCE is a file, a folder, or - for standard input. The same bytes twice change nothing. A document that cannot be
    read is named and never stops the others.
    """
    from twotrack import clock
    from twotrack.errors import TwotrackError
    from twotrack.reading.finders import read
    from twotrack.record.confidentiality import Sight
    from twotrack.record.ingest import ingest, reread
    from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
    from twotrack.record.models import Dialogue
    from twotrack.sources.formats import extract
    from twotrack.sources.gather import gather
    from twotrack.sources.raw import Failure

    alias = PUBLIC if public else CONFIDENTIAL
    failed = 0
    with opened_record(context) as (_, keeper):
        chosen = [Sight.of_context().require(Dialogue, key) for key in dialogues]
        for raw in gather(sources):
            if isinstance(raw, Failure):
                failed += 1
                click.echo(f"twotrack: {raw.error}", err=True)
                continue
            try:
                document = extract(raw)
                reading = read(document, source=raw.place, sha256=raw.sha256)
                done = ingest(
                    raw, document, reading, alias=alias, by=keeper, at=clock.now(), dialogues=chosen, terms=Terms(terms)
                )
            except TwotrackError as error:
                failed += 1
                click.echo(f"twotrack: {error}", err=True)
                continue
            if done.already_there and again and done.source.state == SourceState.KEPT:
                renewed = reread(done.source, document, reading, by=keeper, at=clock.now())
                click.echo(
                    f"{raw.place}: read again, {renewed.proposals} findings, {len(renewed.lost)} passages lost their words"
                )
            elif done.already_there:
                click.echo(f"{raw.place}: already there, nothing changed")
            else:
                click.echo(f"{raw.place}: {alias}, {done.proposals} proposals wait (source {done.source.pk})")
    if failed:
        context.exit(1)
