"""Cells that a spreadsheet would run: guarded on the way out, and the guard taken off on the way in."""

import unicodedata

# With these, full-width ones too, a spreadsheet takes a cell for a formula (OWASP, CSV injection).
_SIGNS = frozenset("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")
GUARD = "'"


def guarded(cell: str) -> str:
    """A cell that a spreadsheet would run, with `'` before it; others as they are. Blanks and invisible signs before the sign
    do not hide it."""
    return GUARD + cell if _runs(cell) else cell


def guard_length(cell: str) -> int:
    """How many characters of a cell are a guard that `guarded` (or a spreadsheet's user) put there: 0 or 1."""
    return 1 if cell.startswith(GUARD) and _runs(cell[1:]) else 0


def _runs(cell: str) -> bool:
    first = next((char for char in cell if not (char.isspace() or unicodedata.category(char) == "Cf")), "")
    return cell[:1] in _SIGNS or first in _SIGNS if cell else False
