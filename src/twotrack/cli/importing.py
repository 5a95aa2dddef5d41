"""`twotrack import`: lists, recommendations, readings and whole records of others."""

import codecs
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twotrack.cli.opening import opened_record
from twotrack.errors import SourceError, UsageError
from twotrack.sources.raw import Failure, RawSource
from twotrack.vocabulary import Confidentiality

if TYPE_CHECKING:
    from twotrack.record.models import Dialogue

KINDS = ("cases", "openevsys", "recommendations", "reading", "package")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the command line says of a list."""

    kind: str | None
    list_name: str | None
    teller: str
    handed_on: str
    dialogues: tuple["Dialogue", ...]
    alias: str
    dry_run: bool
    form: str
    mapping: Path | None
    decisions: Path | None
    yes: bool
    trust_parser: bool


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("--as", "kind", type=click.Choice(KINDS), help="What the file is; found out if not given.")
@click.option("--list", "list_name", metavar="NAME", help="Keep it as a list too, frozen as it was handed.")
@click.option(
    "--from", "teller", default="", metavar="WORDS", help="Who made or handed it: whose account its rows are."
)
@click.option("--handed-on", default="", metavar="EDTF", help="When the list was handed over, such as 2010-05-14.")
@click.option(
    "--dialogue", "dialogues", multiple=True, metavar="ID", help="The dialogue it belongs to; may be repeated."
)
@click.option("--public", is_flag=True, help="The file is public. Without this it is confidential.")
@click.option("--dry-run", is_flag=True, help="Say what would be done with each row; write nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--mapping", type=click.Path(path_type=Path), help="JSON: what each heading is; kept for the next list.")
@click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    help="JSON Lines: line, decision (new, same, skip), entry. - reads them from standard input.",
)
@click.option("--encoding", metavar="NAME", help="Of a text, such as gb18030; found out if not given.")
@click.option("--yes", is_flag=True, help="Ask nothing: the columns as guessed, the rows that are clear.")
@click.option("--identity", type=click.Path(path_type=Path), help="Of a package: the age identity it is encrypted for.")
@click.option("--package-passphrase-file", type=click.Path(path_type=Path), help="Of a package: its own passphrase.")
@click.option("--trust-parser", is_flag=True, help="Read a workbook in confidence though its parser cannot be shut in.")
@click.pass_context
def command(
    context: click.Context,
    file: str,
    kind: str | None,
    list_name: str | None,
    teller: str,
    handed_on: str,
    dialogues: tuple[str, ...],
    public: bool,
    dry_run: bool,
    form: str,
    mapping: Path | None,
    decisions: Path | None,
    encoding: str | None,
    yes: bool,
    identity: Path | None,
    package_passphrase_file: Path | None,
    trust_parser: bool,
) -> None:
    """Take in what others keep: case lists (CSV, XLSX), lists of UN recommendations, readings, a whole record.

    Each row is new, the same, perhaps the same and why, or contradicts and in which field; --dry-run says so and writes
    nothing. Rows that wait are decided with --decisions, and the decisions are kept for the next list. The file is kept as a
    source first; then each row is written whole or not at all. The same file again changes nothing. A bad row is named and
    stops nothing; the exit status is then 1. A package goes into an empty record, whole or not at all.
    """
    from twotrack.cli import import_lists
    from twotrack.record.confidentiality import Sight
    from twotrack.record.models import Dialogue

    if kind == "package" or (kind is None and _is_package(file)):
        from twotrack.cli.packages import import_package

        import_package(context, Path(file), identity, package_passphrase_file)
        return
    with opened_record(context) as (_, keeper):
        told = Told(
            kind=kind, list_name=list_name, teller=teller, handed_on=handed_on, dry_run=dry_run, form=form, mapping=mapping,
            dialogues=tuple(Sight.of_context().require(Dialogue, key) for key in dialogues), decisions=decisions, yes=yes,
            alias=(Confidentiality.PUBLIC if public else Confidentiality.CONFIDENTIAL).value, trust_parser=trust_parser,
        )  # fmt: skip
        failed = import_lists.import_file(_one_file(file, encoding), told, keeper)
    if failed:
        context.exit(1)


def _is_package(file: str) -> bool:
    """Whether a path is a folder with a description of data, or a file encrypted by age."""
    path = Path(file)
    try:
        if path.is_dir():
            return (path / "datapackage.json").is_file()
        with path.open("rb") as opened:
            return opened.read(21) == b"age-encryption.org/v1"
    except OSError:
        return False


def _one_file(file: str, encoding: str | None) -> RawSource:
    from twotrack.sources.gather import gather

    if Path(file).is_dir():
        raise UsageError(f"{file} is a folder, and no package of a record; give one file")
    if encoding is not None and not _is_encoding(encoding):
        raise UsageError(
            "no encoding has this name; say utf-8, gb18030, big5, windows-1252 or another that the file is in"
        )
    found = next(iter(gather([file])))
    if isinstance(found, Failure):
        raise SourceError(found.error)
    return replace(found, charset=encoding)


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True
