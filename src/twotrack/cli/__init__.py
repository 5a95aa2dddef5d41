"""The command line: one table of commands, each loaded when it is called, and the one edge at which errors become lines."""

import errno
import importlib
import os
import sys
from io import TextIOWrapper
from typing import Any, NamedTuple

import click

from twotrack import __version__
from twotrack.errors import TwotrackError


class Command(NamedTuple):
    """Where a command is written, and what it does in a few words: --help loads none of them."""

    place: str
    help: str


COMMANDS = {
    "read": Command("twotrack.cli.read:command", "Show what is in a document (writes nothing)."),
    "init": Command("twotrack.cli.init:command", "Make a record."),
    "ingest": Command("twotrack.cli.ingest:command", "Take documents into the record, as proposals."),
    "note": Command("twotrack.cli.note:command", "Type or pipe what was said."),
    "review": Command("twotrack.cli.review:command", "Decide proposals: list, show, accept, edit, reject, merge."),
    "clear": Command("twotrack.cli.clear:command", "Decide in which form a person may be published."),
    "serve": Command("twotrack.cli.serve:command", "Open the office in a browser."),
    "report": Command("twotrack.cli.report:command", "Answer a question from the record."),
    "publish": Command("twotrack.cli.publish:command", "Write what is public and cleared as a site with data."),
    "check": Command("twotrack.cli.check:command", "Prove the rules of the record."),
    "forget": Command("twotrack.cli.forget:command", "Remove a person from the record for good."),
    "import": Command("twotrack.cli.importing:command", "Take in case lists, recommendations, a whole record."),
    "export": Command("twotrack.cli.exporting:command", "Give out case lists or the whole record, encrypted."),
    "backup": Command("twotrack.cli.backup:backup", "Copy the record into one encrypted file."),
    "restore": Command("twotrack.cli.backup:restore", "Make the record of a backup."),
    "rekey": Command("twotrack.cli.backup:rekey", "Change the passphrase, or the record key."),
    "user": Command("twotrack.cli.user:command", "Add people who keep the record, list them, change them."),
    "demo": Command("twotrack.cli.demo:command", "Build the demonstration records."),
}


WITHOUT_RECORD = {"read"}  # these need neither Django nor a record


class Table(click.Group):
    """A group whose commands stand in COMMANDS and are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The table, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in COMMANDS.items()])


@click.group(cls=Table, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.option(
    "--record",
    envvar="TWOTRACK_RECORD",
    default="twotrack-record",
    show_default=True,
    metavar="FOLDER",
    help="The record; TWOTRACK_RECORD stands in for it.",
)
@click.option("--passphrase-file", metavar="FILE", help="Holds the passphrase on its first line; else it is asked for.")
@click.version_option(__version__, prog_name="twotrack")
@click.pass_context
def twotrack(context: click.Context, record: str, passphrase_file: str | None) -> None:  # noqa: ARG001  (see opening.py)
    """The record of human rights dialogues between governments."""
    if context.invoked_subcommand not in WITHOUT_RECORD:
        from twotrack.record.folder import set_up_django

        set_up_django()


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status: 0, 1 (something failed), 2 (wrong use), 130 (stopped)."""
    no_core_dumps()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without Chinese characters shows "?" and no error
    status = run(arguments)
    try:
        sys.stdout.flush()
    except OSError:
        # What could not be written is told already; Python would complain of it once more at exit, with a status of its own.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)


def run(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status; every error becomes one line on standard error, without words of documents."""
    try:
        result = twotrack.main(arguments, prog_name="twotrack", standalone_mode=False)
        sys.stdout.flush()  # here a full disk or a closed pipe can still be told
    except TwotrackError as error:
        return _say(str(error), error.exit_status)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "twotrack"
        return _say(f"{error.format_message()} Try `{where} --help`.", 2)
    except (KeyboardInterrupt, click.Abort):
        return _say("stopped; nothing was half written", 130)
    except BrokenPipeError:
        return 1
    except click.ClickException as error:
        return _say(error.format_message(), 1)
    except Exception as error:  # the one edge: its message may hold words of a document, so it is not shown
        return _say(_unforeseen(error), 1)
    return result if isinstance(result, int) else 0


def no_core_dumps() -> None:
    """A core dump would write confidential words to the disk."""
    try:
        resource: Any = importlib.import_module("resource")
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass


def _say(line: str, status: int) -> int:
    click.echo(f"twotrack: {line}", err=True)
    return status


def _unforeseen(error: Exception) -> str:
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return "the disk is full; make room and try again (nothing was half written)"
        return f"a file cannot be used ({error.strerror}); look at names and rights"
    from twotrack.wordless import describe

    return f"a fault of this program ({describe(error)}); please report it, without your documents"
