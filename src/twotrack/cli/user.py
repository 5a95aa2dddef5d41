"""`twotrack user`: who keeps the record."""

import sys
from pathlib import Path

import click

from twotrack.cli.init import MINIMUM
from twotrack.cli.opening import opened_record
from twotrack.errors import UsageError
from twotrack.vocabulary import Role


@click.command("user")
@click.argument("action", type=click.Choice(["list", "add", "disable", "reset-factor"]))
@click.argument("name", required=False)
@click.option("--clearance", is_flag=True, help="May see confidential entries.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    help="What they may do; without it a reviewer, with clearance an administrator.",
)
@click.option(
    "--password-file", type=click.Path(path_type=Path), help="The password, on the first line; else it is asked for."
)
@click.pass_context
def command(
    context: click.Context, action: str, name: str | None, clearance: bool, role: str | None, password_file: Path | None
) -> None:
    """List those who keep the record, add one, end the account of one, or let one in who lost the second factor."""
    from twotrack.record import users

    with opened_record(context):
        if action == "list":
            for user in users.all_users():
                state = "" if user.is_active else ", disabled"
                click.echo(f"{user.name}: {user.role}, {'with' if user.clearance else 'without'} clearance{state}")
            return
        if not name:
            raise UsageError(f"say whom to {action}: twotrack user {action} NAME")
        if action == "add":
            users.add(name, _password(password_file), clearance=clearance, role=Role(role) if role else None)
            click.echo(f"Added {name}, {'with' if clearance else 'without'} clearance.")
        elif action == "disable":
            users.disable(name)
            click.echo(f"{name} cannot sign in any more.")
        else:
            users.reset_factor(name)
            click.echo(f"{name} signs in by the password alone until a second factor is set up anew.")


def _password(file: Path | None) -> str:
    if file is not None:
        password = file.read_text("utf-8").split("\n", 1)[0].rstrip("\r")
    elif sys.stdin.isatty():
        password = str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    else:
        raise UsageError("the password cannot be asked for here; give it with --password-file FILE")
    if len(password) < MINIMUM:
        raise UsageError(f"a password has at least {MINIMUM} characters; several words are best")
    return password
