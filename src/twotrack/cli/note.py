"""`twotrack note`: type or pipe what was said."""

import sys

import click

from twotrack.cli.opening import named_or_identified, opened_record, standard_input


@click.command("note")
@click.option(
    "--about", metavar="ID|-", help="The case, meeting or person it was taken on; - reads a name from the first line."
)
@click.option("--public", is_flag=True, help="The note is public. Without this it is confidential.")
@click.option("--on", "heard_on", default="", metavar="EDTF", help="When it was said, such as 2010-05-14.")
@click.option("--at", "heard_at", default="", metavar="PLACE", help="Where it was said.")
@click.option("--language", default="und", metavar="TAG", help="The language of the note, as a BCP 47 tag.")
@click.option(
    "--dialogue", "dialogues", multiple=True, metavar="ID", help="The dialogue it belongs to; may be repeated."
)
@click.pass_context
def command(
    context: click.Context,
    about: str | None,
    public: bool,
    heard_on: str,
    heard_at: str,
    language: str,
    dialogues: tuple[str, ...],
) -> None:
    """Keep what was said as a source of your own: typed at the prompt, or piped in."""
    from twotrack.record.confidentiality import Sight
    from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
    from twotrack.record.ledger import writing
    from twotrack.record.models import Case, Dialogue, Group, Meeting, Person
    from twotrack.record.notes import take_note

    with opened_record(context) as (_, keeper):
        chosen = [Sight.of_context().require(Dialogue, key) for key in dialogues]
        entry, words = None, ""
        if about:
            entry, words = named_or_identified(about, (Case, Meeting, Person, Group))
        if about != "-":
            if sys.stdin.isatty():
                click.echo("Type what was said; end with a line that holds Ctrl-D (Windows: Ctrl-Z) alone.", err=True)
            words = standard_input()
        with writing(PUBLIC if public else CONFIDENTIAL, by=keeper) as ledger:
            source, _passage = take_note(
                ledger, words, about=entry, heard_on=heard_on, heard_at=heard_at, language=language, dialogues=chosen
            )
    click.echo(f"Kept the note as source {source.pk}, {'public' if public else 'confidential'}.")
