"""The pages of the published site, by Jinja2. Addresses are random identifiers, never names; links are relative.

A page on which a person or group at issue is named asks search engines not to list it.
"""

import base64
import dataclasses
import hashlib
import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from twotrack import edtf
from twotrack.publish.counts import counts
from twotrack.publish.data import TABLES
from twotrack.record.public import PublicRecord
from twotrack.record.public.values import Fact, Quote, together
from twotrack.themes import theme_label
from twotrack.vocabulary import Property, PublicationForm

_ENGLISH = ("und", "und-Latn", "en")  # the pages' own language, or one that nobody knows
_DATES = (Property.WHEN, Property.DETAINED_ON, Property.BORN_ON)


def all_pages(record: PublicRecord) -> Iterator[tuple[str, str]]:
    """Path and HTML of each page."""
    for path, render in _pages(record).items():
        yield path, render()


def page(record: PublicRecord, path: str) -> str | None:
    """The HTML of one page, None where there is none at this path."""
    render = _pages(record).get(path)
    return render() if render else None


def _pages(record: PublicRecord) -> dict[str, Callable[[], str]]:
    shared = _shared(record)
    found: dict[str, Callable[[], str]] = {
        "index.html": partial(_page, shared, "index.html", root=""),
        "cases/index.html": partial(_page, shared, "cases.html", root="../", noindex=True),
        "promises.html": partial(_page, shared, "promises.html", root="", about=record.commitments),
        "questions.html": partial(_page, shared, "questions.html", root="", about=record.exchanges),
    }
    for dialogue in record.dialogues:
        found[f"dialogues/{dialogue.id}.html"] = partial(_page, shared, "dialogue.html", root="../", dialogue=dialogue)
    for meeting in record.meetings:
        promised = tuple(shared["commitments"][key] for key in meeting.commitments)
        asked = tuple(shared["exchanges"][key] for key in meeting.exchanges)
        found[f"meetings/{meeting.id}.html"] = partial(
            _page,
            shared,
            "meeting.html",
            root="../",
            about=(meeting, promised, asked),
            meeting=meeting,
            promised=promised,
            asked=asked,
        )
    for case in record.cases:
        found[f"cases/{case.id}.html"] = partial(
            _page, shared, "case.html", root="../", about=case, case=case, noindex=True
        )
    return found


def _shared(record: PublicRecord) -> dict[str, Any]:
    return {
        "record": record,
        "counts": counts(record),
        **{
            section: {row.id: row for row in getattr(record, section)}
            for section in ("dialogues", "meetings", "cases", "commitments", "exchanges", "sources")
        },
        "at_issue": _names_at_issue(record),
    }


def _grouped(facts: Iterable[Fact]) -> list[dict[str, Any]]:
    """Statements that say the same of the same, as one with all their accounts and quotes, in the order of the first."""
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        groups.setdefault((fact.about, fact.value), []).append(fact)
    return [
        {
            "about": about,
            "value": value,
            "language": same[0].language,
            "shown": any(fact.shown for fact in same),
            "accounts": list(dict.fromkeys(fact.account for fact in same if fact.account)),
            "ground": together(fact.ground for fact in same),
        }
        for (about, value), same in groups.items()
    ]


def _names_at_issue(record: PublicRecord) -> list[str]:
    """The names under which persons and groups at issue are published, as they stand in HTML."""
    named = [case for case in record.cases if case.form == PublicationForm.NAME]
    names = {case.called for case in named}
    names |= {fact.value for case in named for fact in case.facts if fact.about == Property.NAME}
    return sorted(str(escape(name)).casefold() for name in names if name)


def _page(shared: dict[str, Any], template: str, *, about: object = (), noindex: bool = False, **context: Any) -> str:
    """A page with the sources that it cites. `about` is what stands on it."""
    cited = _cited(about)
    sources = {key: source for key, source in shared["sources"].items() if key in cited}
    render = partial(_environment().get_template(template).render, {**shared, "sources": sources, **context})
    text = render(noindex=noindex)
    folded = text.casefold()
    if noindex or not any(name in folded for name in shared["at_issue"]):
        return text
    return render(noindex=True)


def _cited(value: object) -> set[uuid.UUID]:
    """The sources of all quotes within a value."""
    if isinstance(value, Quote):
        return {value.source}
    if isinstance(value, tuple):
        return set().union(*(_cited(part) for part in value))
    if dataclasses.is_dataclass(value):
        return set().union(*(_cited(getattr(value, field.name)) for field in dataclasses.fields(value)))
    return set()


def _language(code: str) -> Markup:
    """The attribute that says a text's language, where it is another than the page's."""
    return Markup(' lang="{}"').format(code) if code not in _ENGLISH else Markup()


def _stated(value: str, about: str) -> str:
    """A value of a property as a person reads it."""
    return edtf.in_words(value) if about in _DATES else value


def _interval(duration: str) -> str:
    """An ISO 8601 duration as a person reads it: P1Y -> year, P6M -> 6 months."""
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    parts = [(int(number), units[unit]) for number, unit in re.findall(r"(\d+)([YMWD])", duration)]
    if len(parts) == 1 and parts[0][0] == 1:
        return parts[0][1]
    return " and ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("twotrack.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = _style()
    environment.globals["style"] = Markup(style)  # noqa: S704  (our own file)
    environment.globals["style_hash"] = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment.filters["theme"] = theme_label
    environment.filters["day"] = edtf.in_words
    environment.filters["stated"] = _stated
    environment.filters["words"] = lambda code: code.replace("-", " ")
    environment.filters["sentence"] = lambda text: text[:1].upper() + text[1:]
    environment.filters["lang"] = _language
    environment.filters["grouped"] = _grouped
    environment.filters["interval"] = _interval
    environment.filters["of"] = lambda key, rows: rows[key]
    environment.globals["data_files"] = tuple(TABLES)
    return environment


@cache
def _style() -> str:
    """The style sheet as it stands in each page, whose policy allows these bytes and no other style."""
    return files("twotrack.publish").joinpath("templates/style.css").read_text("utf-8")
