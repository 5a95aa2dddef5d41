"""QR codes as the path of an SVG, drawn here: no other host, no picture file, no style of its own."""

from dataclasses import dataclass

import segno

_QUIET = 4  # modules left white around the code (ISO/IEC 18004)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A square of `size` modules and the path of the dark ones."""

    size: int
    path: str


def drawn(words: str) -> Drawn:
    """The QR code of these words."""
    rows = segno.make(words, error="m", micro=False).matrix
    steps = [
        f"M{x + _QUIET} {y + _QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module
    ]
    return Drawn(size=len(rows) + 2 * _QUIET, path="".join(steps))
