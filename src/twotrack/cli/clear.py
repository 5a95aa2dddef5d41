"""`twotrack clear`: the publication decision on a person."""

import sys
from datetime import date

import click

from twotrack.cli.opening import opened_record, person_or_group, standard_input
from twotrack.errors import UsageError
from twotrack.vocabulary import PublicationForm


@click.command("clear")
@click.argument("person", metavar="ID|-")
@click.option(
    "--as",
    "form",
    required=True,
    type=click.Choice([form.value for form in PublicationForm]),
    help="How the person may appear.",
)
@click.option("--description", default="", help="For the form `description`: the words that stand for the name.")
@click.option("--review-by", metavar="DATE", help="After this day (2027-01-31) the decision counts as `nothing`.")
@click.pass_context
def command(context: click.Context, person: str, form: str, description: str, review_by: str | None) -> None:
    """Decide in which form a person or group at issue may be published: name, description, count or nothing.

    The person is given by id (or by that of a case, which ends the address of its page), or as - : then the name is the
    first line of standard input and the rest the reason. The reason is asked for otherwise; it is kept in confidence.
    """
    from twotrack import clock
    from twotrack.record.publication import decide_publication

    try:
        until = date.fromisoformat(review_by) if review_by else None
    except ValueError as error:
        raise UsageError("--review-by takes a day such as 2027-01-31") from error
    with opened_record(context) as (_, keeper):
        subject, why = person_or_group(person)
        if not why and person != "-":
            interactive = sys.stdin.isatty()
            why = click.prompt("Why (kept in confidence)", err=True) if interactive else standard_input().strip()
        decide_publication(
            subject, PublicationForm(form), by=keeper, at=clock.now(), why=why, description=description, review_by=until
        )
    click.echo(f"Decided: {subject.kind} {subject.pk} may be published as {form}.")
