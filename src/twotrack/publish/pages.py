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
from html import unescape
from importlib.resources import files
from typing import Any
from urllib.parse import quote as quote_url

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twotrack import edtf
from twotrack.publish.charts import acts, charts_of, clarity, time_line
from twotrack.publish.counts import counts
from twotrack.publish.data import TABLES
from twotrack.publish.news import SHOWN, News, called, news
from twotrack.publish.sides import sides_of, themes_of
from twotrack.record.public import PublicRecord
from twotrack.record.public.name_index import NameIndex, plain_forms
from twotrack.record.public.terms import CUT
from twotrack.record.public.values import Fact, PublicCorrection, Quote, together
from twotrack.record.public.withholding import WITHHELD
from twotrack.themes import theme_label
from twotrack.vocabulary import MeetingStatus, Property, PublicationForm

_ENGLISH = ("und", "und-Latn", "en")  # the pages' own language, or one that nobody knows
_FEW = 8  # what is new, on the first page
_LABEL = 29  # letters of a label beside a bar; the table has it whole
_FRAGMENT = 5  # words at either end by which a browser finds a longer quote
SEARCH_SCRIPTS = ("minisearch.js", "texts.js", "search.js")
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
        "index.html": partial(
            _page, shared, "index.html", root="", news=_of_nobody(record)[:_FEW], acts=acts(record.commitments)
        ),
        "cases/index.html": partial(_page, shared, "cases.html", root="../", noindex=True),
        "promises.html": partial(
            _page, shared, "promises.html", root="", about=record.commitments, chart=acts(record.commitments)
        ),
        "questions.html": partial(
            _page, shared, "questions.html", root="", about=record.exchanges, chart=clarity(record.exchanges)
        ),
        "themes/index.html": partial(_page, shared, "themes.html", root="../", themes=themes_of(record)),
        "sources/index.html": partial(_page, shared, "sources.html", root="../"),
        "new.html": partial(_page, shared, "new.html", root="", noindex=True, news=news(record)[:SHOWN]),
        "corrections.html": partial(_page, shared, "corrections.html", root=""),
        "limits.html": partial(_page, shared, "limits.html", root=""),
        "search.html": partial(_page, shared, "search.html", root="", noindex=True, searches=True),
    }
    for rows in (_of_meetings(shared), _of_cases(shared), _of_words(shared)):
        found.update(rows)
    return found


def _of_meetings(shared: dict[str, Any]) -> Iterator[tuple[str, Callable[[], str]]]:
    record = shared["record"]
    for dialogue in record.dialogues:
        meetings = [shared["meetings"][key] for key in dialogue.meetings]
        yield (
            f"dialogues/{dialogue.id}.html",
            partial(
                _page, shared, "dialogue.html", root="../", dialogue=dialogue, moments=time_line(meetings),
                charts=charts_of(record, dialogue),
            ),
        )  # fmt: skip
    for meeting in record.meetings:
        promised = tuple(shared["commitments"][key] for key in meeting.commitments)
        asked = tuple(shared["exchanges"][key] for key in meeting.exchanges)
        yield (
            f"meetings/{meeting.id}.html",
            partial(
                _page, shared, "meeting.html", root="../", about=(meeting, promised, asked), meeting=meeting,
                promised=promised, asked=asked, sides=sides_of(meeting), corrections=_corrections(record, meeting.id),
            ),
        )  # fmt: skip
    for theme in themes_of(record):
        yield (
            f"themes/{theme.id}.html",
            partial(
                _page,
                shared,
                "theme.html",
                root="../",
                about=(theme.concerns, theme.positions, theme.questions),
                theme=theme,
            ),
        )


def _of_cases(shared: dict[str, Any]) -> Iterator[tuple[str, Callable[[], str]]]:
    record = shared["record"]
    for case in record.cases:
        corrections = (*_corrections(record, case.id), *_corrections(record, case.person))
        yield (
            f"cases/{case.id}.html",
            partial(
                _page, shared, "case.html", root="../", about=case, case=case, noindex=True, corrections=corrections
            ),
        )  # fmt: skip
    for person in record.persons:
        yield (
            f"persons/{person.id}.html",
            partial(
                _page, shared, "person.html", root="../", about=person, person=person, noindex=True,
                corrections=_corrections(record, person.id),
            ),
        )  # fmt: skip


def _of_words(shared: dict[str, Any]) -> Iterator[tuple[str, Callable[[], str]]]:
    record = shared["record"]
    for one in record.commitments:
        yield (
            f"commitments/{one.id}.html",
            partial(
                _page, shared, "commitment.html", root="../", about=one, one=one, corrections=_corrections(record, one.id)
            ),
        )  # fmt: skip
    for asked in record.exchanges:
        yield (
            f"questions/{asked.id}.html",
            partial(_page, shared, "question.html", root="../", about=asked, one=asked),
        )
    quoted = _quoted(record)
    for source in record.sources:
        yield (
            f"sources/{source.id}.html",
            partial(_page, shared, "source.html", root="../", source=source, quoted=quoted.get(source.id, ())),
        )


def _of_nobody(record: PublicRecord) -> list[News]:
    """What is new but of no person at issue: the first page is one that search engines may list."""
    return [one for one in news(record) if not one.path.startswith("cases/") and one.kind != "correction"]


def _corrections(record: PublicRecord, key: uuid.UUID) -> tuple[PublicCorrection, ...]:
    return tuple(one for one in record.corrections if one.about == key)


def _quoted(record: PublicRecord) -> dict[uuid.UUID, list[Quote]]:
    """The quotes of each source in the order of its text, each once."""
    found: dict[uuid.UUID, dict[uuid.UUID, Quote]] = {}
    for quote in _quotes(tuple(getattr(record, field.name) for field in dataclasses.fields(record))):
        if quote.words:
            found.setdefault(quote.source, {})[quote.passage] = quote
    return {key: sorted(rows.values(), key=lambda one: (one.start, one.words)) for key, rows in found.items()}


def _shared(record: PublicRecord) -> dict[str, Any]:
    return {
        "record": record,
        "searches": False,
        "corrections": (),
        "counts": counts(record),
        **{
            section: {row.id: row for row in getattr(record, section)}
            for section in ("dialogues", "meetings", "persons", "cases", "commitments", "exchanges", "sources")
        },
        "at_issue": _names_at_issue(record),
        "listed": {theme.id for theme in themes_of(record)},
        "upcoming": [one for one in record.meetings if one.status == MeetingStatus.PLANNED],
        "record_day": edtf.in_words(record.last_changed.isoformat()) if record.last_changed else "",
        "sources_all": record.sources,
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


def _names_at_issue(record: PublicRecord) -> NameIndex:
    """The names under which persons and groups at issue are published."""
    named = [case for case in record.cases if case.form == PublicationForm.NAME]
    names = {case.called for case in named}
    names |= {fact.value for case in named for fact in case.facts if fact.about == Property.NAME}
    return NameIndex({"at issue": plain_forms(names)})


def _page(shared: dict[str, Any], template: str, *, about: object = (), noindex: bool = False, **context: Any) -> str:
    """A page with the sources that it cites. `about` is what stands on it."""
    cited = _cited(about)
    sources = {key: source for key, source in shared["sources"].items() if key in cited}
    render = partial(_environment().get_template(template).render, {**shared, "sources": sources, **context})
    text = render(noindex=noindex)
    if noindex or not shared["at_issue"].find(unescape(text.partition("</style>")[2])):
        return text
    return render(noindex=True)


def _cited(value: object) -> set[uuid.UUID]:
    """The sources of all quotes within a value."""
    return {quote.source for quote in _quotes(value)}


def _quotes(value: object) -> Iterator[Quote]:
    """All quotes within a value."""
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _quotes(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _quotes(getattr(value, field.name))


def _at_words(quote: Quote, address: str) -> str:
    """The address of a source at the words of a quote (a text fragment, which browsers mark); of a quote in which something
    is withheld the address alone."""
    words = quote.words.removesuffix(CUT).split()
    if not words or WITHHELD in quote.words or not address or (address.endswith("/") and address.count("/") == 3):
        return address
    if len(words) <= 2 * _FRAGMENT:
        return f"{address}#:~:text={_encoded(words)}"
    return f"{address}#:~:text={_encoded(words[:_FRAGMENT])},{_encoded(words[-_FRAGMENT:])}"


def _encoded(words: list[str]) -> str:
    return quote_url(" ".join(words), safe="").replace("-", "%2D")


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
    environment.globals["style_hash"] = style_hash()
    environment.filters["theme"] = theme_label
    environment.filters["day"] = edtf.in_words
    environment.filters["stated"] = _stated
    environment.filters["words"] = lambda code: code.replace("-", " ")
    environment.filters["sentence"] = lambda text: text[:1].upper() + text[1:]
    environment.filters["lang"] = _language
    environment.filters["grouped"] = _grouped
    environment.filters["interval"] = _interval
    environment.filters["of"] = lambda key, rows: rows[key]
    environment.filters["cut"] = lambda text: text if len(text) <= _LABEL else f"{text[: _LABEL - 1]}…"
    environment.filters["called"] = called
    environment.filters["at_words"] = _at_words
    environment.globals["tables"] = TABLES
    environment.globals["search_scripts"] = SEARCH_SCRIPTS
    return environment


@cache
def style_hash() -> str:
    """The SHA-256 of the style sheet, in base64, as a policy names it."""
    return base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()


def _style() -> str:
    """The style sheet as it stands in each page, whose policy allows these bytes and no other style."""
    return files("twotrack.publish").joinpath("templates/style.css").read_text("utf-8")
