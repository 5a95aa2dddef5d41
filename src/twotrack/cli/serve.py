"""`twotrack serve`: the office in a browser."""

import signal
from types import FrameType

import click

from twotrack.cli.opening import record_folder, secret_of

_OPEN_TO_OTHERS = "twotrack: the office speaks plain HTTP; beyond this computer put it behind a server that speaks TLS"


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--address", default="127.0.0.1", show_default=True, help="Where to listen: this computer alone.")
@click.pass_context
def command(context: click.Context, port: int, address: str) -> None:
    """Open the office in a browser, until Ctrl-C.

    Prints its address. The record stays open, and its keys in memory, as long as this runs and the office is not locked: it
    locks itself when nobody worked for a while (Settings, The record).
    """
    from twotrack.office.locking import DOOR
    from twotrack.office.wsgi import make_server
    from twotrack.record import folder as folders

    with folders.opened(record_folder(context), secret_of(context)) as record:
        server = make_server(record, address=address, port=port)
        if not address.startswith("127.") and address not in ("localhost", "::1"):
            click.echo(_OPEN_TO_OTHERS, err=True)
        click.echo(server.address)
        if not record.keys.encrypted:
            _say_how_to_sign_in()
        folder = record.folder
        del record  # it holds the record key, which must go when the office locks itself
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _stop)
        with DOOR.guard(folder):
            server.run()
    click.echo("The office is closed and the record is locked.", err=True)


def _say_how_to_sign_in() -> None:
    """A record without a passphrase has an owner without a password: a code of this start stands in for it."""
    from twotrack.office.accounts import CODE
    from twotrack.record.users import all_users

    owner = next((user for user in all_users() if not user.has_usable_password()), None)
    if owner is not None:
        click.echo(f"Sign in as {owner.name} with the code {CODE}")


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """Ctrl-C or SIGTERM ends the office, also where it was started in the background with Ctrl-C ignored."""
    raise KeyboardInterrupt
