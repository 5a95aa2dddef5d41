"""`twotrack export`: case lists, and the whole record."""

from pathlib import Path

import click

from twotrack.cli.opening import opened_record
from twotrack.errors import UsageError


@click.command("export")
@click.argument("words", nargs=-1, required=True, metavar="[cases] TARGET")
@click.option("--public", is_flag=True, help="The public part alone, in plain.")
@click.option("--columns", type=click.Choice(["twotrack", "cecc", "openevsys"]), default="twotrack", show_default=True)
@click.option("--recipient", "recipients", multiple=True, metavar="KEY", help="Encrypt for this age or SSH public key.")
@click.option("--package-passphrase-file", type=click.Path(path_type=Path), help="Encrypt by this passphrase.")
@click.pass_context
def command(
    context: click.Context,
    words: tuple[str, ...],
    public: bool,
    columns: str,
    recipients: tuple[str, ...],
    package_passphrase_file: Path | None,
) -> None:
    """Give out the record as a package of data, or its cases as a list (cases FILE.csv, cases FILE.xlsx).

    With confidential rows what leaves is one file encrypted by age (.age), by passphrase or for recipients; the public part
    alone is a folder or a list in plain. That it left is logged: who, when, the names of how many. A package goes into an
    empty record by `twotrack import`.
    """
    from twotrack.cli.packages import sealed_for, with_suffix

    what, target = _what(words)
    with opened_record(context) as (_, keeper):
        to = None if public else sealed_for(recipients, package_passphrase_file)
        path = target if to is None else with_suffix(target)
        if what == "cases":
            from twotrack.record.exports.case_list import export_cases

            names = export_cases(path, target.suffix, columns, to, by=keeper)
        else:
            from twotrack.record.exports.package import export_all, export_public

            names = export_public(path, by=keeper) if to is None else export_all(path, to, by=keeper)
    how = "in plain" if to is None else "encrypted"
    click.echo(f"Wrote {path}, {how}; it names {names} person{'s' * (names != 1)} or groups. That it left is logged.")


def _what(words: tuple[str, ...]) -> tuple[str, Path]:
    if len(words) == 1 and words[0] != "cases":
        return "package", Path(words[0])
    if len(words) == 2 and words[0] == "cases":
        return "cases", Path(words[1])
    raise UsageError("say `twotrack export TARGET` for the whole record, or `twotrack export cases FILE.csv`")
