"""`twotrack forget`: remove a person from the record for good."""

import sys

import click

from twotrack.cli.opening import opened_record, person_or_group
from twotrack.errors import UsageError
from twotrack.vocabulary import ErasureReason, SourceState

ORIGINALS = {"seal": SourceState.SEALED, "destroy": SourceState.DESTROYED}


@click.command("forget")
@click.argument("person", metavar="ID|-")
@click.option(
    "--why", required=True, type=click.Choice([reason.value for reason in ErasureReason]), help="The kind of reason."
)
@click.option(
    "--originals",
    type=click.Choice(list(ORIGINALS)),
    help="Documents that name the person: sealed for the recovery key, or destroyed.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def command(context: click.Context, person: str, why: str, originals: str | None, yes: bool) -> None:
    """Remove a person from entries, statements, index, quotes, texts and log. This cannot be undone.

    The person is given by id (or by that of a case, which ends the address of its page), or as - : then the name is the
    first line of standard input. The office must be closed.
    """
    from twotrack.record.forget import forget

    with opened_record(context, exclusive=True) as (opened, keeper):
        subject, _ = person_or_group(person)
        if not yes:
            if person == "-" or not sys.stdin.isatty():
                raise UsageError("forgetting cannot be undone; say --yes where nobody can be asked")
            click.confirm(f"Forget {subject.kind} {subject.pk}? This cannot be undone", abort=True, err=True)
        done = forget(
            opened, subject, reason=ErasureReason(why), by=keeper, originals=ORIGINALS[originals] if originals else None
        )
    click.echo(
        f"Forgotten: {done.entries} entries removed, {done.texts} texts masked, {done.originals} originals {done.state.value}."
    )
    for key in done.similar:
        click.echo(f"A similar name is left in the record; forget it too if it is the same person: {key}")
    for backup in done.backups:
        click.echo(f"This backup may still hold the person; destroy it or make a new one: {backup}")
