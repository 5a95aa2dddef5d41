"""`twotrack report`: the questions that the record answers."""

from typing import TYPE_CHECKING

import click

from twotrack.cli.opening import opened_record
from twotrack.errors import UsageError

if TYPE_CHECKING:
    from twotrack.record.reports import Report

FORMATS = ("text", "csv", "json")


class _Listing(click.Command):
    """Its help ends with the reports, one a line, so that nobody needs to guess a name."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The table of reports."""
        from twotrack.record.reports import REPORTS

        with formatter.section("Reports"):
            formatter.write_dl(
                [(" ".join(filter(None, (name, kind.about))), kind.answers) for name, kind in REPORTS.items()]
            )


@click.command("report", cls=_Listing)
@click.argument("name")
@click.argument("about", metavar="[ID|THEME|YEAR]", default="")
@click.option("--format", "written_as", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="How many rows at most.")
@click.option("--public", is_flag=True, help="From public entries alone, as one without clearance sees them.")
@click.pass_context
def command(context: click.Context, name: str, about: str, written_as: str, limit: int, public: bool) -> None:
    """Answer one question from the record. Persons, cases and meetings are given by id, never by name."""
    from twotrack.record.confidentiality import Sight
    from twotrack.record.reports import REPORTS, make_report

    if name not in REPORTS:
        raise UsageError(f"there is no such report; there are: {', '.join(REPORTS)}")
    with opened_record(context):
        made = make_report(name, about, sight=Sight.public() if public else Sight.of_context(), limit=limit)
    if made.confidential and written_as != "text":
        click.echo("twotrack: this holds confidential entries and is not encrypted; mind where it goes", err=True)
    _write(made, written_as)


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
