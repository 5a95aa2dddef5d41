"""What `twotrack import` does with a list: read, plan, show, ask, write."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twotrack import clock
from twotrack.cli.import_shown import counts, show_bad, show_mapping, show_recommendation, show_row
from twotrack.cli.progress import counted
from twotrack.errors import TwotrackError, UsageError
from twotrack.record.imports import plan as planning
from twotrack.record.imports.cases import CaseList, Done, import_cases, origin_of, sight_of
from twotrack.record.imports.files import is_guessed, is_workbook, text_of
from twotrack.record.imports.handed import Handed
from twotrack.record.imports.mapping import known_headings, mapping_of
from twotrack.record.imports.plan import Decided
from twotrack.record.imports.readings import import_reading, is_of_readings, read_lines
from twotrack.record.imports.recommendation_rows import is_of_recommendations, recommendation_rows
from twotrack.record.imports.recommendations import import_recommendations, plan_recommendations
from twotrack.record.imports.rows import ListRow, list_rows
from twotrack.record.imports.tables import BadRow, Table, read_table
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import User
from twotrack.sources.raw import Document, RawSource
from twotrack.vocabulary import RowDecision

if TYPE_CHECKING:
    from twotrack.cli.importing import Told


def import_file(raw: RawSource, told: "Told", keeper: User) -> int:
    """Import one file; returns how many rows failed."""
    if told.kind == "reading" or (told.kind is None and is_of_readings(raw.content)):
        return _readings(raw, told, keeper)
    document = text_of(raw, confidential=told.alias == CONFIDENTIAL, trust_parser=told.trust_parser)
    if is_guessed(raw):
        click.echo("twotrack: not UTF-8, so the encoding is guessed; say --encoding NAME if words look wrong", err=True)
    by_record = is_workbook(document)
    if int(document.metadata.get("sheets", "1")) > 1:
        click.echo("twotrack: the first sheet with rows is read; save other sheets as files of their own", err=True)
    plain_table = read_table(document.text, known_headings(), by_record=by_record)
    if told.kind == "recommendations" or (told.kind is None and is_of_recommendations(plain_table.headings)):
        return _recommendations(raw, document, plain_table, told, keeper)
    return _cases(raw, document, plain_table, told, keeper)


def _cases(raw: RawSource, document: Document, table: Table, told: "Told", keeper: User) -> int:
    given = _json(told.mapping) if told.mapping else None
    mapping = mapping_of(table.headings, sight_of(told.alias), given, kind=told.kind)
    if not mapping.confirmed or told.dry_run:
        show_mapping(mapping)
    if not (mapping.confirmed or told.yes or told.dry_run):
        _confirm("Are the columns kept as this?", "say --yes, or give --mapping FILE")
    handed = Handed(name=told.list_name, from_words=told.teller, handed_on=told.handed_on) if told.list_name else None
    teller = told.teller or (mapping.vocabulary.teller if mapping.vocabulary else "")
    origin = origin_of(mapping.vocabulary, told.teller, handed, raw.name)
    rows = counted(list_rows(table, mapping), "Comparing")
    planned = list(planning.plan(rows, sight=sight_of(told.alias), origin=origin, decided=_decisions(told)))
    left_out = _show_left_out(planned)
    if told.dry_run or told.form == "json":
        for one in planned:
            show_row(one, told.form)
    if told.dry_run:
        click.echo(counts(planning.counted(planned), dry=True), err=told.form == "json")
        return _bad(planned) + left_out
    if not told.yes and planning.counted(planned).get("same"):
        _confirm(f"{counts(planning.counted(planned), dry=True)} Go on?", "say --yes, or look first with --dry-run")
    case_list = CaseList(
        raw=raw, document=document, table=table, mapping=mapping, planned=planned, alias=told.alias, origin=origin,
        teller=teller, handed=handed, dialogues=told.dialogues,
    )  # fmt: skip
    done = import_cases(
        case_list, by=keeper, at=clock.now, watch=lambda rows: counted(rows, "Writing", total=len(planned))
    )
    return _told(done) + left_out


def _recommendations(raw: RawSource, document: Document, table: Table, told: "Told", keeper: User) -> int:
    rows = counted(recommendation_rows(table), "Comparing")
    planned = list(plan_recommendations(rows, alias=told.alias, decided=_decisions(told)))
    if told.dry_run or told.form == "json":
        for one in planned:
            show_recommendation(one, told.form)
    if told.dry_run:
        click.echo(counts(_verdicts(planned), dry=True), err=told.form == "json")
        return _bad(planned)
    return _told(
        import_recommendations(
            raw, document, planned, alias=told.alias, by=keeper, at=clock.now, dialogues=told.dialogues
        )
    )


def _readings(raw: RawSource, told: "Told", keeper: User) -> int:
    failed = proposals = readings = 0
    for line in counted(read_lines(raw.content), "Reading"):
        if isinstance(line, BadRow):
            show_bad(line.line, line.reason)
            failed += 1
            continue
        readings += 1
        if told.dry_run:
            continue
        try:
            done = import_reading(line, raw, alias=told.alias, by=keeper, at=clock.now(), dialogues=told.dialogues)
            proposals += done.proposals
        except TwotrackError as error:
            show_bad(line.line, str(error))
            failed += 1
    what = "would be taken in" if told.dry_run else f"{told.alias}, {proposals} proposals wait"
    click.echo(f"{readings} reading{'s' * (readings != 1)}: {what}")
    return failed


def _told(done: Done) -> int:
    """Say what was done; returns how many rows failed."""
    for line, why in done.failed:
        show_bad(line, why)
    written = {verdict.value: number for verdict, number in done.written.items()}
    if done.waiting:
        written["waiting"] = done.waiting
    if done.failed:
        written["bad"] = len(done.failed)
    click.echo(counts(written, dry=False))
    return len(done.failed)


def _bad(planned: Iterable[Any]) -> int:
    return sum(one.verdict is planning.RowVerdict.BAD for one in planned)


def _verdicts(planned: Sequence[Any]) -> dict[str, int]:
    return {
        verdict.value: number
        for verdict in planning.RowVerdict
        if (number := sum(one.verdict is verdict for one in planned))
    }


def _show_left_out(planned: Iterable[planning.Planned]) -> int:
    """Name the cells that are in no statement; returns in how many rows there are any."""
    rows = [one.row for one in planned if isinstance(one.row, ListRow) and one.row.left_out]
    for row in rows:
        headings = ", ".join(f'"{heading}"' for heading in row.left_out)
        click.echo(f"twotrack: line {row.line}: no date that is read in {headings}; left out", err=True)
    return len(rows)


def _confirm(question: str, otherwise: str) -> None:
    """Ask; UsageError where nobody can answer, click.Abort where the answer is no."""
    if not sys.stdin.isatty():
        raise UsageError(f"this waits for an answer, which cannot be given here; {otherwise}")
    click.confirm(question, abort=True, err=True)


def _json(file: Path) -> Mapping[str, Any]:
    try:
        data = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be read as JSON; look at its name and its commas") from error
    if not isinstance(data, dict):
        raise UsageError(f"{file} is no mapping; write an object of heading and field")
    return data


def _decisions(told: "Told") -> dict[int, Decided]:
    """The decisions by line. Raises UsageError for a line that is none: nothing is written then."""
    if told.decisions is None:
        return {}
    content = sys.stdin.buffer.read() if str(told.decisions) == "-" else told.decisions.read_bytes()
    decided = {}
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            if data.get("decision") is None:
                continue  # a line of `--dry-run --format json` that nobody decided
            decided[int(data["line"])] = Decided(decision=RowDecision(data["decision"]), entry=_id(data.get("entry")))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(
                f"{told.decisions}, line {number} is no decision; write line, decision (new, same, skip) and entry"
            ) from error
    return decided


def _id(given: Any) -> Any:
    import uuid

    return uuid.UUID(given) if given else None
