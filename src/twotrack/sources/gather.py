"""Places that a user names -> sources: files, folders with all that is below them, standard input."""

import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from twotrack import clock
from twotrack.errors import SourceError
from twotrack.sources.formats import media_type
from twotrack.sources.raw import Failure, RawSource

LIMIT = 5_000_000  # bytes: some 800,000 words, a minute of reading
"""Bytes that a source may have."""


def gather(places: Iterable[str]) -> Iterator[RawSource | Failure]:
    """The sources at places, in order, a folder's files sorted by their paths; what cannot be read is a Failure.

    `-` is standard input. Hidden files and folders below a folder are passed over, links to folders are followed once."""
    for place in places:
        if place == "-":
            yield _attempt(place, lambda: _source(sys.stdin.buffer.read(LIMIT + 1), "-"))
        elif place.lower().startswith(("http://", "https://")):
            yield Failure(place=place, error=f"{place}: reading from the web comes later: save the page as text first")
        elif Path(place).is_dir():
            yield from _below(Path(place))
        else:
            yield _file(Path(place))


def _below(folder: Path) -> Iterator[RawSource | Failure]:
    """The files below a folder, depth first in sorted order; a folder met again by a link is passed over."""
    waiting, seen, count = [folder], set[tuple[int, int]](), 0
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            count += 1
            yield _file(path)
            continue
        try:
            mark = (path.stat().st_dev, path.stat().st_ino)
            inside = sorted(child for child in path.iterdir() if not child.name.startswith("."))
        except OSError as error:
            yield Failure(place=str(path), error=f"{path} cannot be read: {_reason(error)}")
            continue
        if mark in seen:
            yield Failure(place=str(path), error=f"{path} is a link to a folder already read: passed over")
            continue
        seen.add(mark)
        waiting.extend(reversed(inside))
    if not count:
        yield Failure(place=str(folder), error=f"{folder} holds no files: nothing to read")


def _file(path: Path) -> RawSource | Failure:
    return _attempt(str(path), lambda: _source(_bytes(path), str(path)))


def _attempt(place: str, make: Callable[[], RawSource]) -> RawSource | Failure:
    try:
        return make()
    except SourceError as error:
        return Failure(place=place, error=str(error))
    except (OSError, ValueError) as error:
        return Failure(place=place, error=f"{place} cannot be read: {_reason(error)}")


def _bytes(path: Path) -> bytes:
    """The bytes of a regular file; SourceError for anything else and for what is too large."""
    if not path.exists() and not path.is_symlink():
        raise SourceError(f"{path} does not exist: check the path")
    if not stat.S_ISREG(path.stat().st_mode):
        raise SourceError(f"{path} is no regular file")
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def _source(content: bytes, place: str) -> RawSource:
    if len(content) > LIMIT:
        raise SourceError(f"{place} is larger than {LIMIT // 1_000_000} MB: split it first")
    if not content.strip():
        raise SourceError(f"{place} is empty: nothing to read")
    return RawSource(
        content=content,
        place=place,
        name="standard input" if place == "-" else Path(place).name,
        media_type=media_type(content),
        got_at=clock.now(),
    )


def _reason(error: OSError | ValueError) -> str:
    """Why, in words and without the path, which the line already names."""
    return (error.strerror or "unknown reason").lower() if isinstance(error, OSError) else "the path is not valid"
