"""Words of documents on a terminal: without control characters, without marks that turn the direction of writing."""

import unicodedata

_TURNING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """The text on one line, without control characters (ESC and its like could command the terminal) and turning marks."""
    kept = (" " if char.isspace() else char for char in text if char not in _TURNING)
    return " ".join("".join(char for char in kept if unicodedata.category(char) not in ("Cc", "Cs")).split())


def shortened(text: str, columns: int) -> str:
    """The text in at most so many columns; Chinese takes two a character."""
    width = 0
    out: list[str] = []
    for char in text:
        width += 2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.combining(char) else 1
        if width > columns - 1:
            return "".join(out).rstrip() + "…"
        out.append(char)
    return text
