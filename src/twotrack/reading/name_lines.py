"""Lines that are a name and nothing else, with words below: how pages mark speakers in bold without a colon."""

import re
from collections.abc import Iterator

from twotrack.reading.labels import Label, Shape, shape_of

# a short line that no sentence's mark ends: matches "Anna Hall", "**Mr. Hall**", "记者"; not "Thank you.", "Anna Hall:"
LINE = re.compile(
    r"(?m)^[ \t\u00a0\u3000]{0,8}+(?P<mark>[*_]{1,3}+)?+(?P<label>[^\n*_;:!?。；：！？]{1,70}+)(?<![.,])[*_]{0,3}+$"
)
_SHAPES = frozenset({Shape.NAME, Shape.HAN, Shape.CAPITALS, Shape.LETTER})
_WORDS = 15  # characters that must stand below: less is a list of names


def find_name_lines(text: str, begin: int) -> Iterator[Label]:
    """Lines of text[begin:] that are shaped like a name, begin a paragraph and have words below, in order."""
    for match in LINE.finditer(text, begin):
        printed = match["label"].strip()
        if match.start() - begin > 1 and text[match.start() - 2 : match.start()] != "\n\n":
            continue
        if shape_of(printed) not in _SHAPES:
            continue
        words = match.end() + 1 + (text[match.end() + 1 : match.end() + 2] == "\n")
        line = text[words : words + 100].split("\n", 1)[0].strip("*_ ")
        if len(line) >= _WORDS and shape_of(line) is None:
            start = text.index(printed, match.start("label"))
            key = " ".join(printed.split())
            yield Label(text=printed, start=start, words=words, bold=match["mark"] is not None, key=key)
