"""The invented transcripts of tests/reading/transcripts, with the turns and the heading that a reader finds in them."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "reading" / "transcripts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
_ROLES = {"m": "moderator", "p": "principal", "q": "press", "o": "other"}
_MARK = re.compile(r"‹(?P<role>[mpqo])›(?P<emphasis>[*_]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A transcript without its marks, where each turn's label begins and its role, and the heading ("-": none)."""

    text: str
    turns: list[tuple[int, str]]
    heading: dict[str, str]

    @property
    def metadata(self) -> dict[str, str]:
        """What the format says of the document."""
        return {key.removeprefix("meta."): value for key, value in self.heading.items() if key.startswith("meta.")}


def transcript(name: str) -> Transcript:
    """The transcript of a name."""
    head, _, marked = (FOLDER / f"{name}.txt").read_text("utf-8").partition("----\n")
    heading = dict(line.split(" = ", 1) for line in head.splitlines())
    turns, dropped = [], 0
    for match in _MARK.finditer(marked):
        turns.append((match.start("emphasis") - dropped - 3 + len(match["emphasis"]), _ROLES[match["role"]]))
        dropped += 3
    return Transcript(text=_MARK.sub(r"\g<emphasis>", marked), turns=turns, heading=heading)
