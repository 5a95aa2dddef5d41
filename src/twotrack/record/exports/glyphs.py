"""The fonts that the program carries and the characters they have: a printer says nothing of a letter that it cannot draw."""

import struct
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

FAMILIES = ("Noto Sans", "Noto Naskh Arabic", "Droid Sans Fallback")
_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoNaskhArabic-Regular.ttf", "DroidSansFallbackFull.ttf")


def fonts_folder() -> Path:
    """The folder of the fonts."""
    return Path(str(files("twotrack.data").joinpath("fonts")))


def cannot_draw(text: str) -> list[str]:
    """The characters of a text that no font has, each once; signs that show nothing apart."""
    return sorted({char for char in text if char.isprintable() and ord(char) not in _known()})


@cache
def _known() -> frozenset[int]:
    return frozenset(code for name in _FILES for code in _codes((fonts_folder() / name).read_bytes()))


def _codes(font: bytes) -> Iterable[int]:
    """The code points of a TrueType font: its `cmap` table in the formats 4 and 12 (OpenType 1.9)."""
    tables = {font[at : at + 4]: struct.unpack(">L", font[at + 8 : at + 12])[0] for at in _entries(font)}
    cmap = tables[b"cmap"]
    (number,) = struct.unpack(">H", font[cmap + 2 : cmap + 4])
    found: set[int] = set()
    for entry in range(number):
        (offset,) = struct.unpack(">L", font[cmap + 8 + entry * 8 : cmap + 12 + entry * 8])
        (form,) = struct.unpack(">H", font[cmap + offset : cmap + offset + 2])
        read = {4: _segments, 12: _groups}.get(form)
        if read is not None:
            found.update(read(font, cmap + offset))
    return found


def _entries(font: bytes) -> range:
    (number,) = struct.unpack(">H", font[4:6])
    return range(12, 12 + number * 16, 16)


def _segments(font: bytes, at: int) -> Iterable[int]:
    (double,) = struct.unpack(">H", font[at + 6 : at + 8])
    count = double // 2
    ends = struct.unpack(f">{count}H", font[at + 14 : at + 14 + double])
    starts = struct.unpack(f">{count}H", font[at + 16 + double : at + 16 + 2 * double])
    deltas = struct.unpack(f">{count}h", font[at + 16 + 2 * double : at + 16 + 3 * double])
    ranges_at = at + 16 + 3 * double
    ranges = struct.unpack(f">{count}H", font[ranges_at : ranges_at + double])
    for number, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) & 0xFFFF
            else:
                place = ranges_at + number * 2 + offset + (code - start) * 2
                (glyph,) = struct.unpack(">H", font[place : place + 2])
            if glyph:
                yield code


def _groups(font: bytes, at: int) -> Iterable[int]:
    (number,) = struct.unpack(">L", font[at + 12 : at + 16])
    for group in range(number):
        start, end, _ = struct.unpack(">3L", font[at + 16 + group * 12 : at + 28 + group * 12])
        yield from range(start, end + 1)
