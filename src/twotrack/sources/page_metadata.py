"""What a web page says of itself: title, date, language, author, place."""

import json
import re
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from twotrack.sources.paragraphs import tidy

_BAR = re.compile(r"\s{1,3}[-–—|»·:]{1,2}\s{1,3}")
_NAMES = {  # <meta name or property> -> key, the better ones first
    "og:title": "title",
    "dc.title": "title",
    "dcterms.title": "title",
    "article:published_time": "date",
    "dcterms.issued": "date",
    "dcterms.date": "date",
    "dcterms.created": "date",
    "dc.date.issued": "date",
    "dc.date": "date",
    "date": "date",
    "pubdate": "date",
    "publishdate": "date",
    "og:site_name": "site",
    "geo.placename": "place",
    "dcterms.spatial": "place",
    "dc.coverage.spatial": "place",
    "author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "article:author": "author",
    "dc.language": "language",
    "dcterms.language": "language",
}


def metadata_of(tree: LexborHTMLParser) -> dict[str, str]:
    """What the page says of itself, the most exact first."""
    found: dict[str, str] = {}
    named: dict[str, str] = {}
    for node in tree.css("meta[content]")[:300]:
        name = (node.attributes.get("property") or node.attributes.get("name") or "").lower()
        named.setdefault(name, node.attributes.get("content") or "")
    for name, key in _NAMES.items():
        if named.get(name, "").strip():
            found.setdefault(key, named[name])
    for key, value in _linked_data(tree).items():
        found.setdefault(key, value)
    title = tree.css_first("title")
    if title is not None:
        found.setdefault("title", title.text())
    root = tree.css_first("html")
    if root is not None:
        found.setdefault("language", root.attributes.get("lang") or root.attributes.get("xml:lang") or "")
    said = {key: words for key, value in found.items() if (words := " ".join(tidy(value).split())[:500])}
    return said | {key: form(said[key], said) for key, form in (("title", _title), ("date", _day)) if key in said}


def _title(title: str, said: dict[str, str]) -> str:
    """The title without the site's name behind or before a bar or dash, where the page says what the site is called."""
    site = said.get("site", "").casefold()
    if site:
        for match in _BAR.finditer(title):
            before, after = title[: match.start()], title[match.end() :]
            if after.casefold() == site and before:
                return before
            if before.casefold() == site and after:
                return after
    return title


def _day(date: str, _: dict[str, str]) -> str:
    """A time in ISO 8601 with dashes, whichever of its forms the page has; any other date as printed."""
    try:
        return datetime.fromisoformat(date).isoformat() if len(date) > 10 else date
    except ValueError:
        return date


def _linked_data(tree: LexborHTMLParser) -> dict[str, str]:
    """Headline, date and place of the page's JSON-LD."""
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        try:
            data = json.loads(node.text()[:200_000])
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else []:
            if isinstance(item, dict) and isinstance(item.get("headline"), str):
                where = item.get("contentLocation")
                more = {
                    "date": item.get("datePublished"),
                    "place": where.get("name") if isinstance(where, dict) else None,
                }
                return {"title": item["headline"]} | {key: said for key, said in more.items() if isinstance(said, str)}
    return {}
