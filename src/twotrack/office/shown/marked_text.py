"""A text cut at every border of the words that are marked in it, so that overlapping marks stand beside each other."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words to mark: `key` is what they are of (a proposal, a passage), `nth` the how manieth place of it."""

    start: int
    end: int
    key: str
    nth: int
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text under the same marks. `anchors`: the places that begin here. `key`: where a click leads to. `keys`:
    all that it is of."""

    text: str
    anchors: tuple[str, ...]
    key: str
    keys: tuple[str, ...]
    strong: bool
    first_strong: bool

    @property
    def marked(self) -> bool:
        """Whether any mark covers it."""
        return bool(self.key) or self.strong


def segments(text: str, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The text in stretches; the shortest mark over a stretch is the one that it leads to."""
    kept = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    borders = sorted({0, len(text), *(mark.start for mark in kept), *(mark.end for mark in kept)})
    opening: dict[int, list[Mark]] = {}
    for mark in kept:
        opening.setdefault(mark.start, []).append(mark)
    over: list[Mark] = []
    strong_seen = False
    for start, end in itertools.pairwise(borders):
        begins = opening.get(start, [])
        over = [mark for mark in over if mark.end > start] + begins
        strong = any(mark.strong for mark in over)
        of_proposals = sorted(
            (mark for mark in over if not mark.strong), key=lambda mark: (mark.end - mark.start, mark.key)
        )
        yield Segment(
            text=text[start:end],
            anchors=tuple(f"{mark.key}-{mark.nth}" for mark in begins if not mark.strong),
            key=of_proposals[0].key if of_proposals else "",
            keys=tuple(dict.fromkeys(mark.key for mark in of_proposals)),
            strong=strong,
            first_strong=strong and not strong_seen,
        )
        strong_seen = strong_seen or strong
