"""The limits of reading, in one place: what a source may weigh, what its reading may take, how far an archive unfolds."""

from dataclasses import dataclass

MB = 1_000_000

SOURCE = 50 * MB
"""Bytes of one source: ten times the longest transcript met, room for the pictures in a Word file or a PDF."""

TEXT = 64 * MB
"""Bytes of text, as UTF-8, that one source may give: more than all it holds unless it unfolds like a bomb."""

NAME = 255
"""Characters of a name that a file had in an archive or a mail: what file systems allow."""

MEMBERS = 2_000
"""Files in one archive or mail; a collection larger than that is unpacked by its owner and read as a folder."""

UNPACKED = 200 * MB
"""Bytes that one archive or mail may give in all, archives within it included: they are held while they are read."""

RATIO = 200
"""Times that a member may grow when unpacked; text grows 3 to 30 times, zeros 1,000 times."""

RATIO_FROM = 1 * MB
"""Bytes unpacked from which RATIO holds: less is no harm."""

DEPTH = 2
"""Archives within one another: an archive in an archive is opened, one within that is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What one child may take to read one source."""

    memory: int = 1_000 * MB
    """Bytes of address space beyond what the parsers themselves take: a tree of 42 MB of HTML fits."""
    cpu: int = 40
    """Seconds of processor time: 42 MB of HTML take six, and a laptop may be five times as slow."""
    wall: int = 120
    """Seconds by the clock, for when the machine is busy."""
    output: int = TEXT
    """Bytes of the answer."""
