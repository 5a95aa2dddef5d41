"""The published files: rendered from the public record alone, then written whole."""

import contextlib
import os
import secrets
import shutil
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources
from pathlib import Path

from twotrack.errors import UsageError
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
_MOMENT = 946_684_800  # every file bears the same time, 2000-01-01: when it was written tells nothing


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


def write(folder: Path, files: Iterator[File]) -> int:
    """Write a publication in place of the one before; returns how many files.

    Written beside and swapped in: cut off at any moment, the earlier one is there whole, at the latest with the next call.
    Raises UsageError where the folder holds anything that is no part of an earlier publication of ours.
    """
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    before = folder.with_name(f".{folder.name}.before")
    if not folder.exists() and (before / MARK).is_file():
        before.rename(folder)  # an earlier call was cut off between its two renamings
    _refuse_others(folder)
    if before.exists():
        _remove(before)
    beside = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    try:
        count = _write_all(beside, files)
        _swap(beside, folder, before)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count


def _write_all(beside: Path, files: Iterator[File]) -> int:
    """Write the files, all of one time and readable by all: when and by whom they were written tells nothing."""
    beside.mkdir(mode=0o755)
    count = 0
    for file in files:
        path = beside / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        path.chmod(0o644)
        os.utime(path, (_MOMENT, _MOMENT))
        count += 1
    for path in [*(path for path in beside.rglob("*") if path.is_dir()), beside]:
        path.chmod(0o755)
        os.utime(path, (_MOMENT, _MOMENT))
    return count


def _swap(beside: Path, folder: Path, before: Path) -> None:
    if not folder.exists():
        beside.rename(folder)
        return
    folder.rename(before)
    try:
        beside.rename(folder)
    except BaseException:
        before.rename(folder)
        raise
    _remove(before)


def _refuse_others(folder: Path) -> None:
    """Raise UsageError where the folder is none, or holds a file that no earlier publication of ours wrote."""
    if not folder.exists():
        return
    if folder.is_symlink() or not folder.is_dir():
        raise UsageError(f"{folder} is no folder; choose an empty or a new one, nothing was written")
    there = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()
    }
    if there and MARK not in there:
        raise UsageError(f"{folder} holds something else; choose an empty or a new folder, nothing was written")
    if others := sorted(there - _written(folder)):
        raise UsageError(f"{folder} holds {others[0]}, which no publication wrote; move it away, nothing was written")


def _written(folder: Path) -> set[str]:
    """The paths of the publication that lies in a folder, by its own list."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    return {SUMS, SIGNATURE, MARK, *(line.partition("  ")[2] for line in lines)}


def _remove(before: Path) -> None:
    """Remove an earlier publication: its own files and the folders that are then empty, nothing else."""
    ours = _written(before)
    for path in sorted(before.rglob("*"), reverse=True):  # what lies in a folder before the folder
        if path.is_dir() and not path.is_symlink():
            with contextlib.suppress(OSError):
                path.rmdir()
        elif path.relative_to(before).as_posix() in ours:
            path.unlink()
    with contextlib.suppress(OSError):
        before.rmdir()
