"""`twotrack init`: make a record."""

import click

from twotrack.cli.opening import UNENCRYPTED, passphrase_of, record_folder
from twotrack.errors import UsageError

MINIMUM = 8


@click.command("init")
@click.option("--unencrypted", is_flag=True, help="Without a passphrase: whoever has the folder can read it.")
@click.option("--name", default="keeper", show_default=True, help="The name with which you sign in to the office.")
@click.pass_context
def command(context: click.Context, unencrypted: bool, name: str) -> None:
    """Make a record: a folder with two encrypted databases, one public, one confidential.

    Asks for a passphrase and prints a recovery key. Write the key down and keep it apart from the computer: with neither
    passphrase nor recovery key, nothing in the record can be read again by anybody.
    """
    from twotrack.record import folder as folders

    folder = record_folder(context)
    folders.refuse_taken(folder)
    passphrase = None if unencrypted else passphrase_of(context, prompt="Choose a passphrase", confirm=True)
    if passphrase is not None and len(passphrase) < MINIMUM:
        raise UsageError(f"a passphrase has at least {MINIMUM} characters; several words are best")
    recovery = folders.create(folder, passphrase, owner=name)
    if recovery is None:
        click.echo(
            f"Made the record {folder}. You sign in to the office as {name}, with a code that `twotrack serve` prints."
        )
        click.echo(f"twotrack: {UNENCRYPTED}", err=True)
        return
    click.echo(f"Made the record {folder}. You sign in to the office as {name}, with the passphrase.")
    click.echo(f"\nRecovery key (print it, keep it apart; it is shown this once):\n\n    {recovery}\n")
