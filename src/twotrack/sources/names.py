"""Names of files as they may be shown: on one line, in characters that command no terminal."""

import re
import unicodedata

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DRIVE = re.compile(r"[A-Za-z]:")


def shown(name: str) -> str:
    """A name (or a line about it) with each control, turning or undecodable character written as its escape."""
    if name.isprintable() and not _TURNING.intersection(name):
        return name
    return "".join(_escaped(char) if _harmful(char) else char for char in name)


def inner(name: str) -> str:
    """The name of a member of an archive, as a name alone: no drive, no way up, no root, `/` between its parts.

    Nothing is ever written under it; it says to a person where in the archive the file lay."""
    parts = _DRIVE.sub("", name.replace("\\", "/"), count=1) if _DRIVE.match(name) else name.replace("\\", "/")
    return shown("/".join(part for part in parts.split("/") if part not in {"", ".", ".."})) or "unnamed"


def _harmful(char: str) -> bool:
    return char in _TURNING or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}


def _escaped(char: str) -> str:
    """`\\xe9` for a byte of a file name that is no UTF-8, else `\\x1b` or `\\u202e`."""
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
