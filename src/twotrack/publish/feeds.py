"""Atom feeds (RFC 4287): all that is new, each dialogue, each published case. By Django's feed generator.

An empty feed would take the clock, so none is written. Without an address of the site the links are relative and the feed's
identifier is the random one of what it is about.
"""

import io
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.utils.feedgenerator import Atom1Feed

from twotrack.publish.news import SHOWN, News, news
from twotrack.record.public import PublicRecord

_ALL = uuid.UUID("5d0c3a5e-8a37-4f0e-9d50-6f1f4f1f7a01")  # the feed of everything, the same for all records


def all_feeds(record: PublicRecord, address: str = "") -> Iterator[tuple[str, str]]:
    """Path and text of each feed. `address` is where the site will stand, with a slash at its end."""
    everything = news(record)
    of = _by_what_they_are_of(everything)
    titled = [("feed.atom", _ALL, "Human rights dialogues: what is new", everything)]
    for kind, rows in (("dialogues", record.dialogues), ("cases", record.cases)):
        titled += [
            (
                f"{kind}/{row.id}.atom",
                row.id,
                getattr(row, "called", "") or getattr(row, "name", ""),
                of.get(row.id, []),
            )
            for row in rows
        ]
    for path, key, title, items in titled:
        if items:
            yield path, _feed(path, key, title, items[:SHOWN], address)


def _by_what_they_are_of(items: list[News]) -> dict[uuid.UUID, list[News]]:
    """The items of each dialogue and case, in their order."""
    found: dict[uuid.UUID, list[News]] = {}
    for one in items:
        for key in {one.id, *one.of}:
            found.setdefault(key, []).append(one)
    return found


def _feed(path: str, key: uuid.UUID, title: str, items: list[News], address: str) -> str:
    root = address or "../" * path.count("/")
    page = "index.html" if path == "feed.atom" else path.replace(".atom", ".html")
    feed = Atom1Feed(
        title=_plain(title),
        link=root + page,
        description="",
        feed_guid=key.urn,
        feed_url=root + path,
        author_name="The editors of this record",
    )
    for one in items:
        moment = datetime.combine(one.on, time(), UTC)
        feed.add_item(
            title=_plain(one.title),
            link=root + one.path,
            description="",
            unique_id=one.id.urn,
            pubdate=moment,
            updateddate=moment,
            categories=(one.kind,),
        )
    out = io.StringIO()
    feed.write(out, "utf-8")
    return out.getvalue() + "\n"


def _plain(text: str) -> str:
    """Without the control characters that XML 1.0 has no place for."""
    return " ".join("".join(char if char.isprintable() or char == " " else " " for char in text).split())
