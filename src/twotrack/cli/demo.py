"""`twotrack demo`: build the demonstration records, and open the office on them."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import click

from twotrack.errors import UsageError

PASSPHRASE = "a demonstration"  # noqa: S105  (printed: what it locks is invented)
ACCOUNTS = {"officer": True, "clerk": False}  # name, clearance; each signs in with the passphrase
RECORDS = ("fictional", "facts")
MARK = "demonstration.txt"


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default="twotrack-demo")
@click.option(
    "--publish", "site", type=click.Path(path_type=Path, file_okay=False), help="Publish the fictional record there."
)
@click.option("--serve", is_flag=True, help="Open the office on the fictional record, and the facts beside it.")
@click.option(
    "--port", default=8000, show_default=True, help="Where the office is opened; the facts are at the next one."
)
@click.option("--anew", is_flag=True, help="Build them anew, in place of what was changed in them.")
def command(folder: Path, site: Path | None, serve: bool, port: int, anew: bool) -> None:
    """Build two records in FOLDER: `fictional`, which shows every feature, and `facts`, about dialogues that took place.

    Records that are there are kept as they are. Their passphrase is printed: nothing in them is secret.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise UsageError(f"{folder} holds something else; choose an empty or a new folder, nothing was written")
    if anew and folder.exists():
        _remove(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text("Made by `twotrack demo`; it may be removed at any time.\n", "utf-8")
    for name in RECORDS:
        if not (folder / name).exists():
            click.echo(f"Building the {name} record...", err=True)
            _build(folder, name)
    if site is not None:
        _publish(folder / "fictional", site)
    click.echo(f"Records: {folder / 'fictional'} and {folder / 'facts'}; passphrase: {PASSPHRASE}")
    click.echo("Sign in as officer, who sees everything, or as clerk, who sees what is public.")
    if serve:
        _serve(folder, port)


def _remove(folder: Path) -> None:
    """Remove the records that were built; raises RecordError where an office has one of them open."""
    from twotrack.record.folder import locked

    for name in RECORDS:
        if (folder / name).exists():
            with locked(folder / name, exclusive=True):
                pass
    shutil.rmtree(folder)


def _serve(folder: Path, port: int) -> None:
    """An office for each record, each in a process of its own: the two are never mixed. Ctrl-C stops both."""
    secret = folder / "passphrase.txt"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    for stop in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(stop, signal.default_int_handler)  # SIGINT too: a background job is started with it ignored
    offices: list[subprocess.Popen[str]] = []
    try:
        for number, name in enumerate(RECORDS):
            before = [
                sys.executable,
                "-m",
                "twotrack",
                "--record",
                str(folder / name),
                "--passphrase-file",
                str(secret),
            ]
            command = [*before, "serve", "--port", str(port + number)]
            # A session of its own, so that Ctrl-C reaches this process alone, which then closes both.
            office = subprocess.Popen(  # noqa: S603  (our own program)
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
            )
            offices.append(office)
            address = (office.stdout.readline() if office.stdout else "").strip()
            if not address:
                raise UsageError(
                    f"the office on the {name} record did not open; is port {port + number} in use? Choose --port"
                )
            click.echo(f"{name:<10} {address}")
        click.echo("Ctrl-C closes them.")
        while all(office.poll() is None for office in offices):
            time.sleep(0.2)
    except KeyboardInterrupt:
        click.echo("\nThe offices are closed.")
    finally:
        for office in offices:
            office.terminate()
        for office in offices:
            office.communicate()


def _build(folder: Path, name: str) -> None:
    """Make one record beside its place and move it there whole."""
    from twotrack import clock
    from twotrack.demo import facts, fictional
    from twotrack.record import folder as folders
    from twotrack.record import keyring, users
    from twotrack.record.ledger import writing
    from twotrack.record.models import Setting

    making = folder / f".{name}.making"
    shutil.rmtree(making, ignore_errors=True)
    folders.create(making, PASSPHRASE, owner="keeper")
    with folders.opened(making, PASSPHRASE), keyring.cleared():
        keeper = users.all_users()[0]
        for account, clearance in ACCOUNTS.items():
            users.add(account, PASSPHRASE, clearance=clearance)
        with writing(keyring.PUBLIC, by=keeper) as ledger:
            ledger.add(Setting(name="demonstration", value=name))
            ledger.add(Setting(name="accounts", value=[_account(*row) for row in ACCOUNTS.items()]))
        (fictional if name == "fictional" else facts).build(by=keeper, at=clock.now())
    making.rename(folder / name)


def _account(name: str, clearance: bool) -> dict[str, str]:
    """One account as the sign-in page of a demonstration offers it."""
    return {"name": name, "password": PASSPHRASE, "about": "everything" if clearance else "what is public"}


def _publish(record: Path, site: Path) -> None:
    from twotrack import clock
    from twotrack.publish.folder import write
    from twotrack.publish.site import render
    from twotrack.record import folder as folders
    from twotrack.record.keyring import PUBLIC
    from twotrack.record.public import public_record

    with folders.opened(record, PASSPHRASE, only=(PUBLIC,)):
        count = write(site, render(public_record(clock.now().date())))
    click.echo(f"Wrote {count} files to {site}")
