"""The pages of the published site, by Jinja2. Addresses are random identifiers, never names; links are relative."""

import dataclasses
import uuid
from collections.abc import Iterator
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from twotrack import edtf
from twotrack.record.public import PublicRecord
from twotrack.record.public.values import Quote
from twotrack.themes import theme_label
from twotrack.vocabulary import CommitmentNature


def all_pages(record: PublicRecord) -> Iterator[tuple[str, str]]:
    """Path and HTML of each page."""
    shared = _shared(record)
    yield "index.html", _page("index.html", root="", **shared)
    subjects: dict[str, tuple[Any, ...]] = {
        "dialogue": record.dialogues,
        "meeting": record.meetings,
        "case": record.cases,
    }
    for kind, rows in subjects.items():
        for row in rows:
            promises = [shared["commitments"][key] for key in getattr(row, "commitments", ())]
            cited = _cited((row, *promises))
            own = {key: source for key, source in shared["sources"].items() if key in cited}
            page = _page(f"{kind}.html", root="../", **{**shared, "sources": own, kind: row})
            yield f"{kind}s/{row.id}.html", page


def _shared(record: PublicRecord) -> dict[str, Any]:
    return {
        "record": record,
        "meetings": {meeting.id: meeting for meeting in record.meetings},
        "cases": {case.id: case for case in record.cases},
        "commitments": {one.id: one for one in record.commitments},
        "sources": {source.id: source for source in record.sources},
        "dialogues": {dialogue.id: dialogue for dialogue in record.dialogues},
        "standing": CommitmentNature.STANDING.value,
    }


def _cited(value: Any) -> set[uuid.UUID]:
    """The sources of all quotes within a value."""
    if isinstance(value, Quote):
        return {value.source}
    if isinstance(value, tuple):
        return set().union(*(_cited(part) for part in value))
    if dataclasses.is_dataclass(value):
        return set().union(*(_cited(getattr(value, field.name)) for field in dataclasses.fields(value)))
    return set()


def _page(template: str, **context: Any) -> str:
    return _environment().get_template(template).render(**context)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("twotrack.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["theme"] = theme_label
    environment.filters["day"] = edtf.in_words
    environment.filters["words"] = lambda code: code.replace("-", " ")
    environment.filters["sentence"] = lambda text: text[:1].upper() + text[1:]
    return environment
