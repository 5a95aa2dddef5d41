"""The published files, rendered from the public record alone; folder.py writes them."""

import hashlib
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources
from itertools import chain

from twotrack.publish import data, feeds, linked_data
from twotrack.publish.checksums import FILE as SUMS
from twotrack.publish.checksums import checksums
from twotrack.publish.earlier import Earlier
from twotrack.publish.page import Page
from twotrack.publish.pages import Pages
from twotrack.publish.pages import page as page_at
from twotrack.publish.search_index import search_script
from twotrack.publish.signature import SIGNATURE
from twotrack.publish.sitemap import may_be_listed, sitemap
from twotrack.publish.sqlite_file import to_sqlite
from twotrack.record.public import PublicRecord
from twotrack.record.public.name_index import NameIndex

MARK = "twotrack-publication.txt"
MARK_TEXT = "This folder was written by `twotrack publish`, which replaces it whole. Keep nothing of your own here.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One published file: its path below the folder, with `/`, and its bytes."""

    path: str
    content: bytes


def render(
    record: PublicRecord,
    *,
    address: str = "",
    sign: Callable[[bytes], bytes] | None = None,
    earlier: Earlier | None = None,
) -> Iterator[File]:
    """All files of a publication; a function of the public record alone, the same to the byte each time.

    `address` is where the site will stand, with a slash at its end: without it there is no site map. `sign` makes the
    signature of the checksums. `earlier` gives pages that are as they were.
    """
    sums: dict[str, str] = {}
    listed: list[str] = []
    for file in _files(record, address, earlier):
        sums[file.path] = hashlib.sha256(file.content).hexdigest()
        if may_be_listed(file.path, file.content):
            listed.append(file.path)
        yield file
    if address:
        last = File(path="sitemap.xml", content=sitemap(listed, address).encode())
        sums[last.path] = hashlib.sha256(last.content).hexdigest()
        yield last
    lines = checksums(sums).encode()
    yield File(path=SUMS, content=lines)
    if sign is not None:
        yield File(path=SIGNATURE, content=sign(lines))


def extent(record: PublicRecord) -> int:
    """About how many files a publication has."""
    of_entries = (record.persons, record.commitments, record.exchanges, record.sources)
    return 2 * len(record.meetings) + 2 * len(record.cases) + sum(map(len, of_entries)) + 50


def _files(record: PublicRecord, address: str, earlier: Earlier | None) -> Iterator[File]:
    """All but those that are made from the others. One after the other: a page is not kept once it is written."""
    yield File(path=MARK, content=MARK_TEXT.encode())
    pages = Pages(record)
    for page in pages.all():
        yield File(path=page.path, content=_content(page, pages.at_issue, earlier))
    rows = data.all_rows(record)
    texts = (
        data.all_data(rows),
        feeds.all_feeds(record, address),
        linked_data.all_linked_data(record),
        ((f"scripts/{name}", _script(name)) for name in ("minisearch.js", "minisearch.LICENSE.txt", "search.js")),
        [("scripts/texts.js", search_script(record))],
    )
    for path, text in chain.from_iterable(texts):
        yield File(path=path, content=text.encode())
    yield File(path="data/twotrack.sqlite", content=to_sqlite(data.TABLES, rows))


def _content(page: Page, at_issue: NameIndex, earlier: Earlier | None) -> bytes:
    if earlier is None or not page.alone:
        return page.html(at_issue).encode()
    digest = page.digest(at_issue, earlier.key)
    content = earlier.content(page.path, digest)
    if content is None:
        content = page.html(at_issue).encode()
        earlier.note(page.path, digest, content)
    return content


@cache
def _script(name: str) -> str:
    return resources("twotrack.publish").joinpath("scripts", name).read_text("utf-8")


def page_of(record: PublicRecord, kind: str, key: uuid.UUID) -> str | None:
    """The published page of a dialogue, meeting or case, None where nothing is published of it."""
    return page_at(record, f"{kind}s/{key}.html")
