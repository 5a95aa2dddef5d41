"""`twotrack backup`, `restore` and `rekey`."""

from pathlib import Path

import click

from twotrack.cli.init import MINIMUM
from twotrack.cli.opening import opened_record, passphrase_of, record_folder
from twotrack.errors import UsageError


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def backup(context: click.Context, file: Path) -> None:
    """Copy the record into one encrypted FILE. File and passphrase (or recovery key) suffice on an empty machine."""
    from twotrack.record.backup import back_up

    with opened_record(context) as (opened, keeper):
        back_up(opened.folder, file, by=keeper)
    click.echo(f"Wrote {file}. It opens with the passphrase that the record has now, or its recovery key.")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def restore(context: click.Context, file: Path) -> None:
    """Make the record of a backup FILE, in the folder that --record names."""
    from twotrack.record.backup import restore as unpack

    folder = record_folder(context)
    unpack(file, folder, lambda: passphrase_of(context))
    click.echo(f"Restored {folder}; it opens. Prove it with `twotrack check`.")


@click.command("rekey")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="A new record key too: encrypt both databases anew, with a new recovery key.",
)
@click.option("--new-passphrase-file", type=click.Path(path_type=Path), help="The new passphrase, on the first line.")
@click.pass_context
def rekey(context: click.Context, everything: bool, new_passphrase_file: Path | None) -> None:
    """Change the passphrase. Backups that were made before keep opening with the old one."""
    from twotrack.record import rekey as rekeying

    with opened_record(context, exclusive=True) as (opened, keeper):
        if opened.record_key is None:
            raise UsageError("this record is not encrypted, so it has no passphrase to change")
        new = _new_passphrase(context, new_passphrase_file)
        recovery = rekeying.rekey(opened, new, owner=keeper, everything=everything)
    click.echo("The passphrase is changed.")
    if recovery:
        click.echo(f"\nNew recovery key (print it, keep it apart; the old one opens nothing now):\n\n    {recovery}\n")


def _new_passphrase(context: click.Context, file: Path | None) -> str:
    if file is None:
        if context.find_root().params.get("passphrase_file"):
            raise UsageError("give the new passphrase with --new-passphrase-file FILE")
        return passphrase_of(context, prompt="Choose a new passphrase", confirm=True)
    first = file.read_text("utf-8").split("\n", 1)[0].strip()
    if len(first) < MINIMUM:
        raise UsageError(f"a passphrase has at least {MINIMUM} characters; several words are best")
    return first
