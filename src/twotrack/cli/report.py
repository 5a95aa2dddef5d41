"""`twotrack report`: the questions that the record answers."""

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twotrack.cli.opening import opened_record
from twotrack.errors import UsageError

if TYPE_CHECKING:
    from twotrack.record.models import User
    from twotrack.record.reports import Report

FORMATS = ("text", "csv", "json", "docx")


class _Listing(click.Command):
    """Its help ends with the reports, one a line, so that nobody needs to guess a name."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The table of reports."""
        from twotrack.record.reports import REPORTS

        with formatter.section("Reports"):
            formatter.write_dl(
                [
                    (" ".join(filter(None, (name, kind.about))) + ("*" if kind.document else ""), kind.answers)
                    for name, kind in REPORTS.items()
                ]
            )
            formatter.write_text("* a document: also --format docx --output FILE.docx")


@click.command("report", cls=_Listing)
@click.argument("name")
@click.argument("about", metavar="[ID|THEME|YEAR]", default="")
@click.option("--format", "written_as", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="How many rows at most.")
@click.option("--public", is_flag=True, help="From public entries alone, as one without clearance sees them.")
@click.option("--dialogue", metavar="ID", default="", help="Of this dialogue alone.")
@click.option("--case", "cases", metavar="ID", multiple=True, help="For a brief: a case to tell of (repeatable).")
@click.option("--theme", "themes", metavar="THEME", multiple=True, help="For a brief: a theme (repeatable).")
@click.option("--output", type=click.Path(path_type=Path), help="For docx: the new file.")
@click.option("--recipient", "recipients", multiple=True, metavar="KEY", help="Encrypt for this age or SSH public key.")
@click.option("--package-passphrase-file", type=click.Path(path_type=Path), help="Encrypt by this passphrase.")
@click.pass_context
def command(
    context: click.Context,
    name: str,
    about: str,
    written_as: str,
    limit: int,
    public: bool,
    dialogue: str,
    cases: tuple[str, ...],
    themes: tuple[str, ...],
    output: Path | None,
    recipients: tuple[str, ...],
    package_passphrase_file: Path | None,
) -> None:
    """Answer one question from the record. Persons, cases and meetings are given by id, never by name.

    A document (handover, brief, readout, annual) can be a Word file. With confidential rows it says so on every page, leaves
    encrypted by age (.age), and that it left is logged; the next brief says what changed since.
    """
    from twotrack.record.confidentiality import Sight
    from twotrack.record.name_log import note_names_seen
    from twotrack.record.reports import REPORTS, make_report

    if name not in REPORTS:
        raise UsageError(f"there is no such report; there are: {', '.join(REPORTS)}")
    if (output is None) == (written_as == "docx"):
        raise UsageError("a Word file is asked for by --format docx --output FILE.docx")
    with opened_record(context) as (_, keeper):
        sight = Sight.public() if public else Sight.of_context()
        made = make_report(
            name, about, sight=sight, limit=limit, dialogue=dialogue, cases=_ids(cases), themes=themes or None
        )
        if sight.clears:
            note_names_seen(made.named, by=keeper)
        if output is not None:
            public = public or REPORTS[name].public
            _print(made, about.strip(), output, public, recipients, package_passphrase_file, keeper)
            return
    if made.confidential and written_as != "text":
        click.echo("twotrack: this holds confidential entries and is not encrypted; mind where it goes", err=True)
    _write(made, written_as)


def _ids(cases: tuple[str, ...]) -> list[uuid.UUID] | None:
    try:
        return [uuid.UUID(one) for one in cases] or None
    except ValueError as error:
        raise UsageError("a case is given by its id; `twotrack report unanswered --format json` lists some") from error


def _print(
    made: "Report",
    about: str,
    output: Path,
    public: bool,
    recipients: tuple[str, ...],
    passphrase_file: Path | None,
    keeper: "User",
) -> None:
    from twotrack.cli.packages import sealed_for, with_suffix
    from twotrack.record.exports.documents import print_report, refuse_other_reports

    refuse_other_reports(made.name)
    to = None if public else sealed_for(recipients, passphrase_file)
    path = output if to is None else with_suffix(output)
    names = print_report(made, about, path, to, by=keeper)
    how = "in plain" if to is None else "encrypted"
    click.echo(f"Wrote {path}, {how}; it names {names} person{'s' * (names != 1)} or groups. That it left is logged.")


def _write(made: "Report", written_as: str) -> None:
    if written_as == "csv":
        from twotrack.record.reports.as_csv import csv_of

        click.echo(csv_of(made).encode(), nl=False)
        return
    if written_as == "json":
        from twotrack.record.reports.as_json import json_of

        click.echo(json_of(made))
        return
    from twotrack.cli.report_text import text_of

    click.echo(text_of(made), nl=False)
