"""What `twotrack import` prints: columns, rows, sums."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from twotrack.cli.plain import plain, shortened

if TYPE_CHECKING:
    from twotrack.record.imports.mapping import ListMapping
    from twotrack.record.imports.plan import Planned
    from twotrack.record.imports.recommendations import PlannedRecommendation

_WIDTH = 74
_WORDS = {
    "new": "new", "same": "the same", "done": "imported before", "skipped": "left out", "perhaps": "perhaps the same",
    "contradicts": "contradicting", "waiting": "waiting for a decision", "bad": "bad",
}  # fmt: skip


def show_mapping(mapping: "ListMapping") -> None:
    """Each heading and what it is kept as, on standard error."""
    known = f"a list of {mapping.vocabulary.name}" if mapping.vocabulary else "the columns"
    click.echo(f"twotrack: {known}:", err=True)
    for heading, field in mapping.as_json().items():
        click.echo(f"    {shortened(plain(heading), 40):40} {field or 'left out'}", err=True)


def show_row(planned: "Planned", form: str) -> None:
    """One row: its line, the verdict, the name, and why."""
    row = planned.row
    name = plain(row.names[0]) if row and row.names else ""
    if form == "json":
        _json(
            line=planned.line, verdict=planned.verdict.value, name=name, why=planned.why, fields=list(planned.fields),
            offered=[{"entry": str(one.entry) if one.entry else None, "why": one.why} for one in planned.offered],
            decision=None,
        )  # fmt: skip
        return
    click.echo(f"line {planned.line}: {planned.verdict.value:12} {shortened(name, 50)}".rstrip())
    if planned.fields:
        click.echo(f"    in {shortened(plain(', '.join(planned.fields)), _WIDTH)}")
    if planned.offered and planned.verdict.value != "new":
        for one in planned.offered:
            click.echo(f"    {one.entry}  {shortened(plain(one.why), 100)}")
    elif planned.why:
        click.echo(f"    {shortened(plain(planned.why), _WIDTH)}")


def show_recommendation(planned: "PlannedRecommendation", form: str) -> None:
    """One row of a list of recommendations."""
    if form == "json":
        there = str(planned.there) if planned.there else None
        fields = list(planned.fields)
        _json(
            line=planned.line, verdict=planned.verdict.value, why=planned.why, fields=fields, there=there, decision=None
        )
        return
    text = plain(planned.row.values["text"]) if planned.row else planned.why
    click.echo(f"line {planned.line}: {planned.verdict.value:12} {shortened(text, 50)}".rstrip())
    if planned.fields:
        click.echo(f"    in {', '.join(planned.fields)}")


def show_bad(line: int, why: str) -> None:
    """A row that was not taken, on standard error: no word of it."""
    click.echo(f"twotrack: line {line}: {why}", err=True)


def counts(found: Mapping[str, int], *, dry: bool) -> str:
    """How many rows of each kind."""
    told = ", ".join(f"{number} {_WORDS[word]}" for word, number in found.items() if number)
    rows = sum(found.values())
    return f"{rows} row{'s' * (rows != 1)}{' would be' if dry else ''}: {told or 'nothing to do'}."


def _json(**data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, sort_keys=True))
