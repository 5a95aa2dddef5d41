"""Writing a publication in place of the one before: beside it, then swapped in, so that either is there whole.

A file that did not change is linked from the earlier publication after its bytes were compared; nothing else is taken from
there, so the folder equals one that was made from nothing.
"""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from twotrack.errors import UsageError
from twotrack.publish.checksums import FILE as SUMS
from twotrack.publish.signature import SIGNATURE
from twotrack.publish.site import MARK, File

_MOMENT = 946_684_800  # every file bears the same time, 2000-01-01: when it was written tells nothing


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
        count = _write_all(beside, files, folder)
        _swap(beside, folder, before)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count


def changes(folder: Path, files: Iterator[File]) -> list[tuple[str, str]]:
    """What writing these files would change in a publication, by path: `new`, `changed` or `gone`."""
    there = _written(folder) if folder.is_dir() else set()
    found = []
    paths = set()
    for file in files:
        paths.add(file.path)
        old = folder / file.path
        if file.path not in there or not old.is_file():
            found.append(("new", file.path))
        elif old.read_bytes() != file.content:
            found.append(("changed", file.path))
    found += [("gone", path) for path in there - paths if (folder / path).is_file()]
    return sorted(found, key=lambda one: (one[1], one[0]))


def _write_all(beside: Path, files: Iterator[File], before: Path) -> int:
    """Write the files, all of one time and readable by all: when and by whom they were written tells nothing."""
    beside.mkdir(mode=0o755)
    count = 0
    for file in files:
        path = beside / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if not _linked(before / file.path, path, file.content):
            path.write_bytes(file.content)
        path.chmod(0o644)
        os.utime(path, (_MOMENT, _MOMENT))
        count += 1
    for path in [*(path for path in beside.rglob("*") if path.is_dir()), beside]:
        path.chmod(0o755)
        os.utime(path, (_MOMENT, _MOMENT))
    return count


def _linked(old: Path, new: Path, content: bytes) -> bool:
    """Whether the file could be linked from the earlier publication: the same bytes, no link, in nobody else's reach."""
    try:
        if old.is_symlink() or old.stat().st_nlink > 1 or old.read_bytes() != content:
            return False
        os.link(old, new)
    except OSError:
        return False
    return True


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
