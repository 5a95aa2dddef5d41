"""Places that a user names -> sources: files, folders with all that is below them, web addresses, standard input."""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from twotrack import clock
from twotrack.errors import SourceError
from twotrack.sources import sandbox
from twotrack.sources.formats import FORMATS, media_type
from twotrack.sources.limits import MB, SOURCE
from twotrack.sources.names import shown
from twotrack.sources.raw import Failure, RawSource
from twotrack.sources.within import unfolded

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_KINDS = (
    (stat.S_ISFIFO, "is a pipe"),
    (stat.S_ISSOCK, "is a socket"),
    (stat.S_ISCHR, "is a device"),
    (stat.S_ISBLK, "is a device"),
)
# A pipe put in a file's place after it was looked at must not hold us up
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)


def gather(
    places: Iterable[str],
    *,
    private_addresses: bool = False,
    confidential: bool = False,
    trust_parser: bool = False,
) -> Iterator[RawSource | Failure]:
    """The sources at places, in order, a folder's files sorted by their paths; what cannot be read is a Failure.

    `-` is standard input. Hidden files and folders below a folder are passed over, links to folders are followed once.
    The files of an archive and the attachments of a mail follow as sources of their own. `private_addresses` lets web
    addresses be of this machine or network; for the others see `formats.extract`."""
    for place in places:
        for found in _at(place, private_addresses):
            if isinstance(found, Failure):
                yield found
                continue
            if found.media_type in FORMATS and FORMATS[found.media_type].apart:
                sandbox.warn_once()
            yield from unfolded(found, sealed=confidential and not trust_parser)


def _at(place: str, private: bool) -> Iterator[RawSource | Failure]:
    if place == "-":
        yield _attempt(place, _standard_input)
    elif place.lower().startswith(("http://", "https://")):
        yield _attempt(place, lambda: _fetched(place, private))
    elif _SCHEME.match(place):
        error = "is no address that is read: give one of http or https, a path, or - for standard input"
        yield Failure(place=shown(place), error=f"{shown(place)} {error}")
    elif _is_folder(place):
        for path in _below(Path(place)):
            yield path if isinstance(path, Failure) else _file(path)
    else:
        yield _file(Path(place))


def count(places: Iterable[str]) -> int:
    """How many files, addresses and failures `gather` will come upon, what archives and mails hold left aside. Opens none."""
    return sum(sum(1 for _ in _below(Path(place))) if _is_folder(place) else 1 for place in places)


def _below(folder: Path) -> Iterator[Path | Failure]:
    """The files below a folder, depth first in sorted order; a folder met again by a link is passed over."""
    waiting, seen, found = [folder], set[tuple[int, int]](), 0
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            found += 1
            yield path
            continue
        try:
            mark = (path.stat().st_dev, path.stat().st_ino)
            if mark in seen:
                yield _failure(path, "is a link to a folder already read: passed over")
                continue
            seen.add(mark)
            waiting.extend(sorted((child for child in path.iterdir() if child.name[0] != "."), reverse=True))
        except OSError as error:
            found += 1
            yield _failure(path, f"cannot be read: {_reason(error)}")
    if not found:
        yield _failure(folder, "holds no files: nothing to read")


def _is_folder(path: str | Path) -> bool:
    try:
        return stat.S_ISDIR(Path(path).stat().st_mode)
    except (OSError, ValueError):  # said where it is opened
        return False


def _file(path: Path) -> RawSource | Failure:
    return _attempt(shown(str(path)), lambda: _source(_bytes(path), shown(str(path))))


def _attempt(place: str, make: Callable[[], RawSource]) -> RawSource | Failure:
    try:
        return make()
    except SourceError as error:
        return Failure(place=place, error=str(error))
    except (OSError, ValueError) as error:
        return Failure(place=place, error=f"{place} cannot be read: {_reason(error)}")


def _bytes(path: Path) -> bytes:
    """The bytes of a regular file; SourceError for anything else and for what is too large, which is not read."""
    place = shown(str(path))
    if not path.is_symlink() and not path.exists():
        raise SourceError(f"{place} does not exist: check the path")
    _refuse_other(place, path.stat())
    with open(os.open(path, _OPEN), "rb") as file:  # noqa: PTH123
        about = os.fstat(file.fileno())
        _refuse_other(place, about)
        if about.st_size > SOURCE:
            raise SourceError(f"{place} is larger than {SOURCE // MB} MB: split it first")
        return _bounded(file)


def _bounded(file: BinaryIO) -> bytes:
    """The bytes of a file, no more than one over the limit; in pieces, for memory is taken for all that may be read."""
    pieces, left = [], SOURCE + 1
    while left and (piece := file.read(min(left, MB))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _refuse_other(place: str, about: os.stat_result) -> None:
    if stat.S_ISREG(about.st_mode):
        return
    what = next((words for test, words in _KINDS if test(about.st_mode)), "is something else")
    raise SourceError(f"{place} {what}, no regular file: save what it holds as a file, or pipe it in with -")


def _standard_input() -> RawSource:
    if sys.stdin is None:
        raise SourceError("- cannot be read: there is no standard input")
    return _source(_bounded(sys.stdin.buffer), "-")


def _fetched(address: str, private: bool) -> RawSource:
    from twotrack.sources.web import fetch

    return fetch(address, private=private)


def _source(content: bytes, place: str) -> RawSource:
    if len(content) > SOURCE:
        raise SourceError(f"{place} is larger than {SOURCE // MB} MB: split it first")
    if not content.strip():
        raise SourceError(f"{place} is empty: nothing to read")
    return RawSource(
        content=content,
        place=place,
        name="standard input" if place == "-" else Path(place).name,
        media_type=media_type(content),
        got_at=clock.now(),
    )


def _failure(path: Path, error: str) -> Failure:
    return Failure(place=shown(str(path)), error=f"{shown(str(path))} {error}")


def _reason(error: OSError | ValueError) -> str:
    """Why, in words and without the path, which the line already names."""
    return (error.strerror or "unknown reason").lower() if isinstance(error, OSError) else "the path is not valid"
