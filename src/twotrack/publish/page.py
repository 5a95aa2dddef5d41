"""One page of the published site: a template and the plain values that it shows, and its HTML by Jinja2.

A page of one entry is a function of its values alone, so its digest tells whether it was rendered before (earlier.py).
"""

import base64
import dataclasses
import hashlib
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.resources import files
from typing import Any
from urllib.parse import quote as quote_url

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twotrack import edtf
from twotrack.publish.data import TABLES
from twotrack.publish.news import called
from twotrack.record.public.name_index import NameIndex
from twotrack.record.public.terms import CUT
from twotrack.record.public.values import Fact, Quote, together
from twotrack.record.public.withholding import WITHHELD
from twotrack.themes import theme_label
from twotrack.vocabulary import Property

_ENGLISH = ("und", "und-Latn", "en")  # the pages' own language, or one that nobody knows
_LABEL = 29  # letters of a label beside a bar; the table has it whole
_FRAGMENT = 5  # words at either end by which a browser finds a longer quote
SEARCH_SCRIPTS = ("minisearch.js", "texts.js", "search.js")
_DATES = (Property.WHEN, Property.DETAINED_ON, Property.BORN_ON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: where it stands, its template, and all that the template is given. `alone`: of one entry, with values of its
    own, else over the whole record; `called`: what the entry is called there. `unlisted` asks search engines not to list
    it, whatever it names."""

    path: str
    template: str
    values: Mapping[str, Any]
    alone: bool = False
    called: str = ""
    unlisted: bool = False

    def html(self, at_issue: NameIndex) -> str:
        """The page; one that names somebody `at_issue` asks not to be listed."""
        render = _environment().get_template(self.template).render
        root = "../" * self.path.count("/")
        if self.alone:
            return render(self.values, root=root, noindex=self.unlisted or self._names(at_issue))
        text = render(self.values, root=root, noindex=self.unlisted)
        if self.unlisted or not at_issue.find(unescape(text.partition("</style>")[2])):
            return text
        return render(self.values, root=root, noindex=True)

    def digest(self, at_issue: NameIndex, key: bytes) -> str:
        """What the page of one entry follows from, as a keyed digest."""
        what = repr((self.template, self.unlisted or self._names(at_issue), sorted(self.values.items())))
        return hashlib.blake2b(what.encode("utf-8", "surrogatepass"), key=key, digest_size=16).hexdigest()

    def _names(self, at_issue: NameIndex) -> bool:
        return bool(at_issue.find("\n".join(_texts(tuple(self.values.values())))))


def _texts(value: object) -> Iterator[str]:
    """All texts within values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif dataclasses.is_dataclass(value):
        for name in _names_of_fields(value.__class__):
            yield from _texts(getattr(value, name))


def cited(value: object) -> set[uuid.UUID]:
    """The sources of all quotes within a value."""
    return {quote.source for quote in quotes(value)}


def quotes(value: object) -> Iterator[Quote]:
    """All quotes within a value."""
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from quotes(part)
    elif dataclasses.is_dataclass(value):
        for name in _names_of_fields(value.__class__):
            yield from quotes(getattr(value, name))


@cache
def _names_of_fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


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


@cache
def _style() -> str:
    """The style sheet as it stands in each page, whose policy allows these bytes and no other style."""
    return files("twotrack.publish").joinpath("templates/style.css").read_text("utf-8")
