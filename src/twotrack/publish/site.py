"""The published files: rendered from the public record alone, then written whole."""

import os
import secrets
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from twotrack.errors import UsageError
from twotrack.publish import data, pages
from twotrack.publish.checksums import FILE as SUMS
from twotrack.publish.checksums import checksums
from twotrack.record.public import PublicRecord

MARK = "twotrack-publication.txt"
MARK_TEXT = "This folder was written by `twotrack publish`, which replaces it whole. Keep nothing of your own here.\n"
_MOMENT = 946_684_800  # every file bears the same time, 2000-01-01: when it was written tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One published file: its path below the folder, with `/`, and its bytes."""

    path: str
    content: bytes


def render(record: PublicRecord) -> Iterator[File]:
    """All files of a publication; a function of the public record alone, the same to the byte each time."""
    files = [File(path=MARK, content=MARK_TEXT.encode())]
    files += [File(path=path, content=text.encode()) for path, text in pages.all_pages(record)]
    files += [File(path=path, content=text.encode()) for path, text in data.all_data(record)]
    files.sort(key=lambda file: file.path)
    yield from files
    yield File(path=SUMS, content=checksums({file.path: file.content for file in files}).encode())


def page_of(record: PublicRecord, kind: str, key: uuid.UUID) -> str | None:
    """The published page of a dialogue, meeting or case, None where nothing is published of it."""
    return dict(pages.all_pages(record)).get(f"{kind}s/{key}.html")


def write(folder: Path, files: Iterator[File]) -> int:
    """Write a publication in place of the one before; returns how many files.

    Written beside and swapped in, so an interruption leaves the earlier one whole. Raises UsageError where the folder holds
    something that is no publication of ours.
    """
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} holds something else; choose an empty or a new folder, nothing was written")
    parent = folder.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    beside = parent / f".{folder.name}.{secrets.token_hex(4)}"
    count = 0
    try:
        for file in files:
            path = beside / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
            os.utime(path, (_MOMENT, _MOMENT))
            count += 1
        before = parent / f".{folder.name}.before-{secrets.token_hex(4)}"
        if folder.exists():
            folder.rename(before)
        beside.rename(folder)
        shutil.rmtree(before, ignore_errors=True)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count
