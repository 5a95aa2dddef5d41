"""`twotrack review`: proposals listed, shown and decided."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twotrack.cli.opening import opened_record
from twotrack.errors import LedgerError, TwotrackError, UsageError
from twotrack.vocabulary import DecisionKind

if TYPE_CHECKING:
    from twotrack.record.models import Proposal, User

KINDS = {
    "meetings": "meeting",
    "participants": "participant",
    "topics": "topic",
    "cases": "case",
    "commitments": "commitment",
    "positions": "position",
    "characterisations": "characterisation",
    "exchanges": "exchange",
}


@click.command("review")
@click.argument("action", type=click.Choice(["list", "show", "accept", "reject", "edit", "merge"]), default="list")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "everything", is_flag=True, help="List the decided ones too.")
@click.option("--source", metavar="ID", help="The proposals of one source alone.")
@click.option("--data", help="For edit: the changed fields as JSON (on the command line, so for nothing confidential).")
@click.option("--into", metavar="ID", help="For merge: the entry to merge into.")
@click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    help="Decide by a file of JSON Lines: id, decision, data, into. - reads them from standard input.",
)
@click.pass_context
def command(
    context: click.Context,
    action: str,
    ids: tuple[str, ...],
    form: str,
    everything: bool,
    source: str | None,
    data: str | None,
    into: str | None,
    decisions: Path | None,
) -> None:
    """Decide what the program found. Nothing counts before a person accepts it.

    With --decisions a later decision on the same proposal holds; a bad line is named, the others hold, exit status 1.
    """
    with opened_record(context) as (_, keeper):
        if decisions is not None:
            failed = _decide_lines(_lines(decisions), keeper)
        elif action in ("list", "show"):
            failed = 0
            for proposal in _proposals(ids, source, everything=everything or action == "show"):
                _print(proposal, form, whole=action == "show")
        else:
            if not ids:
                raise UsageError(f"say which: twotrack review {action} ID...")
            lines = [{"id": key, "decision": action, "data": _given(data), "into": into} for key in ids]
            failed = _decide_lines(iter(enumerate(lines, 1)), keeper)
    if failed:
        context.exit(1)


def _given(data: str | None) -> Any:
    try:
        return json.loads(data or "{}")
    except ValueError:
        raise UsageError('--data is no JSON: give an object such as \'{"due": "2031-06"}\'') from None


def _proposals(ids: tuple[str, ...], source: str | None, *, everything: bool) -> "Iterator[Proposal]":
    from twotrack.record.confidentiality import Sight
    from twotrack.record.models import Proposal, Source
    from twotrack.record.proposals import SECTIONS, decision_on

    sight = Sight.of_context()
    if ids:
        yield from (sight.require(Proposal, key) for key in ids)
        return
    conditions = {"source_id": sight.require(Source, source).pk} if source else {}
    found = sight.all(Proposal, **conditions)
    found.sort(key=lambda one: (str(one.source_id), SECTIONS.index(one.section), min(span[0] for span in one.spans)))
    for proposal in found:
        if everything or (decision_on(proposal) is None and not proposal.vanished):
            yield proposal


def as_data(proposal: "Proposal") -> dict[str, Any]:
    """A proposal as one JSON object of `review --format json`."""
    from twotrack.record.confidentiality import confidentiality_of
    from twotrack.record.proposals import decision_on

    text = proposal.text.text
    decision = decision_on(proposal)
    return {
        "id": str(proposal.pk),
        "kind": KINDS[proposal.section],
        "confidentiality": confidentiality_of(proposal),
        "data": proposal.data,
        "passages": [{"start": start, "end": end, "quote": text[start:end]} for start, end in proposal.spans],
        "confidence": proposal.confidence,
        "rule": proposal.rule,
        "source": str(proposal.source_id),
        "decision": decision.kind if decision else None,
        "vanished": proposal.vanished,
    }


def _print(proposal: "Proposal", form: str, *, whole: bool) -> None:
    data = as_data(proposal)
    there = _already_there(proposal) if whole else []
    if form == "json":
        if whole:
            data["already_there"] = there
        click.echo(json.dumps(data, ensure_ascii=False, sort_keys=True))
        return
    from twotrack.cli.plain import plain, shortened

    state = data["decision"] or "possible"
    quote = plain(data["passages"][0]["quote"])
    click.echo(f"{data['id']}  {data['kind']}, {data['confidentiality']}, {state}")
    click.echo(f"    {shortened(plain(proposal.main_value or quote), 74)}")
    for passage in data["passages"] if whole else data["passages"][:1]:
        click.echo(f'    "{shortened(plain(passage["quote"]), 70)}"')
    for one in there:
        click.echo(f"    {one['verdict']}: {one['id']}  {plain(one['why'])}")


def _already_there(proposal: "Proposal") -> list[dict[str, str]]:
    """The persons or groups of the record that the finding may be of, the likeliest first, and why."""
    from twotrack.record.already_there import candidates_for
    from twotrack.record.confidentiality import Sight

    found = candidates_for(Sight.of_context(), proposal)
    return [{"id": str(one.key), "verdict": one.verdict.value, "why": one.why} for one in found]


def _lines(file: Path) -> Iterator[tuple[int, Any]]:
    """The numbered objects of a file of JSON Lines; None for a line that is none."""
    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError:
                yield number, None


def _decide_lines(lines: Iterator[tuple[int, Any]], keeper: "User") -> int:
    """Decide by each line; returns how many were bad. A bad line is named and the others hold."""
    failed = 0
    for number, line in lines:
        try:
            click.echo(_decide(line, keeper))
        except (TwotrackError, ValueError, KeyError, TypeError) as error:
            failed += 1
            why = (
                str(error)
                if isinstance(error, TwotrackError)
                else "a decision needs id and decision (accept, edit, reject, merge)"
            )
            click.echo(f"twotrack: line {number}: {why}", err=True)
    return failed


def _decide(line: dict[str, Any], keeper: "User") -> str:
    from django.core.exceptions import ValidationError

    from twotrack.record.confidentiality import Sight
    from twotrack.record.decisions import decide
    from twotrack.record.models import Entry, Proposal

    sight = Sight.of_context()
    try:
        proposal = sight.require(Proposal, line["id"])
        into = sight.require(Entry, line["into"]) if line.get("into") else None
    except ValidationError as error:
        raise LedgerError("this is no id") from error
    entry = decide(proposal, DecisionKind(line["decision"]), by=keeper, data=line.get("data") or {}, into=into)
    return f"{proposal.pk}: {line['decision']}" + (f", made {entry.kind} {entry.pk}" if entry else "")
