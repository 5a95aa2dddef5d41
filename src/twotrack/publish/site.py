"""The published files, rendered from the public record alone; folder.py writes them."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources

from twotrack.publish import data, feeds, linked_data, pages
from twotrack.publish.checksums import FILE as SUMS
from twotrack.publish.checksums import checksums
from twotrack.publish.search_index import search_script
from twotrack.publish.signature import SIGNATURE
from twotrack.publish.sitemap import sitemap
from twotrack.publish.sqlite_file import to_sqlite
from twotrack.record.public import PublicRecord

MARK = "twotrack-publication.txt"
MARK_TEXT = "This folder was written by `twotrack publish`, which replaces it whole. Keep nothing of your own here.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One published file: its path below the folder, with `/`, and its bytes."""

    path: str
    content: bytes


def render(record: PublicRecord, *, address: str = "", sign: Callable[[bytes], bytes] | None = None) -> Iterator[File]:
    """All files of a publication; a function of the public record alone, the same to the byte each time.

    `address` is where the site will stand, with a slash at its end: without it there is no site map. `sign` makes the
    signature of the checksums.
    """
    rows = data.all_rows(record)
    texts = [
        (MARK, MARK_TEXT),
        *pages.all_pages(record),
        *data.all_data(rows),
        *feeds.all_feeds(record, address),
        *linked_data.all_linked_data(record),
        *((f"scripts/{name}", _script(name)) for name in ("minisearch.js", "minisearch.LICENSE.txt", "search.js")),
        ("scripts/texts.js", search_script(record)),
    ]
    files = [File(path=path, content=text.encode()) for path, text in texts]
    files.append(File(path="data/twotrack.sqlite", content=to_sqlite(data.TABLES, rows)))
    if address:
        files.append(
            File(path="sitemap.xml", content=sitemap({file.path: file.content for file in files}, address).encode())
        )
    files.sort(key=lambda file: file.path)
    yield from files
    sums = checksums({file.path: file.content for file in files}).encode()
    yield File(path=SUMS, content=sums)
    if sign is not None:
        yield File(path=SIGNATURE, content=sign(sums))


@cache
def _script(name: str) -> str:
    return resources("twotrack.publish").joinpath("scripts", name).read_text("utf-8")


def page_of(record: PublicRecord, kind: str, key: uuid.UUID) -> str | None:
    """The published page of a dialogue, meeting or case, None where nothing is published of it."""
    return pages.page(record, f"{kind}s/{key}.html")
