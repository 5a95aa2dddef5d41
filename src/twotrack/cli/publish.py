"""`twotrack publish`: write what is public and cleared."""

from pathlib import Path

import click

from twotrack.cli.opening import opened_record, record_folder, secret_of
from twotrack.cli.progress import counted, shown

_SHOWN = 40  # lines of what would change; the rest as a number


@click.command("publish")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option(
    "--check", "checking", is_flag=True, help="Write nothing; say what would change and what looks confidential."
)
@click.option(
    "--address", default="", help="Where the site will stand, such as https://example.org/: for feeds, a site map."
)
@click.option(
    "--sign", type=click.Path(path_type=Path), help="Sign the checksums with this private key of OpenSSH (Ed25519)."
)
@click.pass_context
def command(context: click.Context, folder: Path | None, checking: bool, address: str, sign: Path | None) -> None:
    """Write what is public and cleared to FOLDER, as a site and data that anyone can host.

    The program holds the public key alone while it writes: what it cannot see it cannot leak. With --check nothing is
    written: it says what would change in FOLDER, opens the confidential part too and says, without repeating a name, where
    public words match one. Exit status 1 where any do.
    """
    from twotrack import clock
    from twotrack.errors import UsageError
    from twotrack.publish.earlier import FILE as NOTES
    from twotrack.publish.earlier import Earlier
    from twotrack.publish.folder import write
    from twotrack.publish.signature import signer
    from twotrack.publish.site import extent, render
    from twotrack.record import folder as folders
    from twotrack.record.keyring import KEYS, PUBLIC
    from twotrack.record.public import extent as public_extent
    from twotrack.record.public import public_record

    address = _address(address)
    if checking:
        _check(context, folder, address)
        return
    if folder is None:
        raise UsageError("publish needs the FOLDER to write to, or --check")
    sign_with = signer(sign, lambda: click.prompt("Passphrase of the key", hide_input=True, err=True)) if sign else None
    record = record_folder(context)
    with folders.opened(record, secret_of(context), only=(PUBLIC,)):
        key = KEYS[PUBLIC] or b""
        with shown("Preparing", total=public_extent()) as told:
            public = public_record(clock.now().date(), told)
    notes = record / NOTES
    earlier = Earlier(folder, notes.read_text("utf-8", "replace") if notes.is_file() else "", key)
    files = render(public, address=address, sign=sign_with, earlier=earlier)
    count = write(folder, counted(files, "Writing", total=extent(public)))
    folders.write_whole(notes, earlier.notes())
    named = sum(case.form == "name" for case in public.cases)
    click.echo(
        f"Wrote {count} files to {folder}: {_of(len(public.meetings), 'meeting')}, {_of(named, 'case')} named, "
        f"{len(public.cases) - named} described, {public.not_named} as a number."
    )
    click.echo(f"Open {folder / 'index.html'}")


def _address(address: str) -> str:
    from twotrack.errors import UsageError

    if address and not address.startswith(("https://", "http://")):
        raise UsageError("the --address of the site begins with https://")
    return f"{address.rstrip('/')}/" if address else ""


def _check(context: click.Context, folder: Path | None, address: str) -> None:
    from twotrack import clock
    from twotrack.publish.folder import changes
    from twotrack.publish.site import render
    from twotrack.record.public import public_record
    from twotrack.record.suspects import suspects

    today = clock.now().date()
    with opened_record(context):
        public = public_record(today)
        found = list(suspects(public, today))
    if folder is not None:
        differ = changes(folder, render(public, address=address))
        for what, path in differ[:_SHOWN]:
            click.echo(f"{what}: {path}")
        more = f" ({len(differ) - _SHOWN} more not shown)" if len(differ) > _SHOWN else ""
        click.echo(f"{_of(len(differ), 'file')} would change in {folder}{more}.")
    for one in found:
        click.echo(f"matches a confidential name: {one}")
    click.echo(f"{_of(len(found), 'place')} would show a name that is confidential.")
    if found:
        context.exit(1)


def _of(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
