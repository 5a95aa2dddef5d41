"""ZIP archives: their files, one by one, in memory. Runs in a child; nothing is ever written under a member's name."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError
from pathlib import PurePosixPath

from twotrack.errors import SourceError
from twotrack.sources import encoding, limits
from twotrack.sources.limits import MB
from twotrack.sources.raw import Failure, Member

_UTF8 = 0x800  # flag: the name is UTF-8
_ENCRYPTED = 0x1
_OF_SYSTEMS = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


def members(content: bytes, budget: int = limits.UNPACKED) -> Iterator[Member | Failure]:
    """The files of an archive in the order of its directory, up to `budget` bytes in all; a Failure for each that cannot
    be had. Links, folders and what systems leave behind are passed over.

    Raises SourceError for what is damaged, empty, or unfolds beyond its limits."""
    with _opened(content) as archive:
        files = [info for info in archive.infolist() if _is_file(info)]
        if len(files) > limits.MEMBERS:
            raise SourceError(f"holds more than {limits.MEMBERS:,} files: unpack it and give the folder")
        if not files:
            raise SourceError("holds no files: nothing to read")
        for info in files:
            one = _member(archive, info, budget)
            if isinstance(one, Member):
                budget -= len(one.content)
            yield one


def _opened(content: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):
        raise SourceError("is a damaged or cut-off archive: fetch or make it again") from None


def _is_file(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    hidden = any(part in _OF_SYSTEMS or (part.startswith(".") and part not in {".", ".."}) for part in parts)
    return not info.is_dir() and not stat.S_ISLNK(info.external_attr >> 16) and not hidden


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: int) -> Member | Failure:
    name = _name(info) or "unnamed"
    if info.flag_bits & _ENCRYPTED:
        return Failure(place=name, error="is encrypted: unpack it with its password first")
    if info.file_size > max(limits.RATIO_FROM, limits.RATIO * info.compress_size):
        return Failure(
            place=name, error=f"unfolds to more than {limits.RATIO} times its size, as no document does: left out"
        )
    try:
        with archive.open(info) as file:
            unpacked = file.read(min(limits.SOURCE, budget) + 1)
    except (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError):
        return Failure(place=name, error="is damaged in the archive: fetch or make the archive again")
    except (NotImplementedError, RuntimeError):
        return Failure(place=name, error="is packed in a way that cannot be read: unpack it first")
    except MemoryError:
        return Failure(place=name, error="needs too much memory to be unpacked: unpack it first")
    if len(unpacked) > limits.SOURCE:
        return Failure(place=name, error=f"is larger than {limits.SOURCE // MB} MB: split it first")
    if len(unpacked) > budget:
        raise SourceError(f"unfolds to more than {limits.UNPACKED // MB} MB: unpack it and give the folder")
    return Member(name=name, content=unpacked)


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member; where it is not marked as UTF-8, in the encoding of the system that made the archive."""
    name = info.orig_filename
    if info.flag_bits & _UTF8 or name.isascii():
        return name
    try:
        return encoding.decode(name.encode("cp437"))
    except (UnicodeEncodeError, SourceError):
        return name
