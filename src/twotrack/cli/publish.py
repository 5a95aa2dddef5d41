"""`twotrack publish`: write what is public and cleared."""

from pathlib import Path

import click

from twotrack.cli.opening import opened_record, record_folder, secret_of


@click.command("publish")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--check", "checking", is_flag=True, help="Write nothing; point at what would match a confidential name.")
@click.pass_context
def command(context: click.Context, folder: Path | None, checking: bool) -> None:
    """Write what is public and cleared to FOLDER, as a site and data that anyone can host.

    The program holds the public key alone while it writes: what it cannot see it cannot leak. With --check nothing is
    written: it opens the confidential part too and says, without repeating a name, where public words match one. Exit
    status 1 where any do.
    """
    from twotrack import clock
    from twotrack.errors import UsageError
    from twotrack.publish.site import render, write
    from twotrack.record import folder as folders
    from twotrack.record.keyring import PUBLIC
    from twotrack.record.public import public_record

    if checking:
        _check(context)
        return
    if folder is None:
        raise UsageError("publish needs the FOLDER to write to, or --check")
    record = record_folder(context)
    with folders.opened(record, secret_of(context), only=(PUBLIC,)):
        public = public_record(clock.now().date())
    count = write(folder, render(public))
    named = sum(case.form == "name" for case in public.cases)
    click.echo(
        f"Wrote {count} files to {folder}: {_of(len(public.meetings), 'meeting')}, {_of(named, 'case')} named, "
        f"{len(public.cases) - named} described, {public.not_named} as a number."
    )
    click.echo(f"Open {folder / 'index.html'}")


def _check(context: click.Context) -> None:
    from twotrack import clock
    from twotrack.record.public import public_record
    from twotrack.record.suspects import suspects

    today = clock.now().date()
    with opened_record(context):
        found = list(suspects(public_record(today), today))
    for one in found:
        click.echo(f"matches a confidential name: {one}")
    click.echo(f"{_of(len(found), 'place')} would show a name that is confidential.")
    if found:
        context.exit(1)


def _of(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
