"""What changed from one text to a later one: the stretches that were added, removed or put otherwise.

Sentences and lines are compared, and within a stretch that was put otherwise its words. What both texts hold once stands
for the order of the rest (Bram Cohen's patience diff), so the work grows with the length of the texts and not with its
square; what cannot be told apart in this way is compared in full where it is short, and else taken as changed whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from twotrack.reading.findings import Span

# After what ends a sentence ("Thank you. We", not "Mr. Hollin"), at the end of a line, and after a Chinese sentence.
_SENTENCE = re.compile(
    r"(?:(?<=[.?!…])(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)|(?<=[.?!…][\"”’)\]]))\s+|\n\s*|(?<=[。？！])"
)
_WORD = re.compile(r"\s+|(?=[^\w\s])|(?<=[^\w\s])|(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])")
_SMALL = 2_500  # pairs of pieces that are compared in full: some fifty by fifty
_DEPTH = 12  # how often a gap between pieces that stand once is searched for more of them


class Change(NamedTuple):
    """A stretch of the earlier text, and what stands in its place in the later one; one of them may be empty."""

    old: Span
    new: Span


class Count(NamedTuple):
    """How many sentences (or lines) were added, removed, and put otherwise."""

    added: int
    removed: int
    changed: int

    @property
    def in_words(self) -> str:
        """As a person reads it: "3 sentences added, 1 removed, 2 changed"."""
        told = [(self.added, "added"), (self.removed, "removed"), (self.changed, "changed")]
        told = [(number, word) for number, word in told if number]
        if not told:
            return "the text is the same"
        (number, word), *rest = told
        first = f"{number} {'sentence' if number == 1 else 'sentences'} {word}"
        return ", ".join([first, *(f"{number} {word}" for number, word in rest)])


def changes(old: str, new: str) -> list[Change]:
    """The changes in order; what lies between them is the same in both texts."""
    return _changes(old, new, _SENTENCE)


def in_words(old: str, new: str, change: Change) -> list[Change]:
    """The words that differ within one change."""
    before, after = old[change.old.start : change.old.end], new[change.new.start : change.new.end]
    return [
        Change(
            Span(change.old.start + one.old.start, change.old.start + one.old.end),
            Span(change.new.start + one.new.start, change.new.start + one.new.end),
        )
        for one in _changes(before, after, _WORD)
    ]


def counted(old: str, new: str, found: list[Change]) -> Count:
    """How many sentences the changes touch. Blanks count for nothing."""
    added = removed = changed = 0
    for change in found:
        before = _sentences(old[change.old.start : change.old.end])
        after = _sentences(new[change.new.start : change.new.end])
        both = min(before, after)
        added, removed, changed = added + after - both, removed + before - both, changed + both
    return Count(added, removed, changed)


def moved(span: Span, found: list[Change]) -> Span | None:
    """Where an unchanged stretch of the earlier text stands in the later one; None where a change touches it."""
    after = bisect_right(found, span.start, key=lambda change: change.old.start)
    for change in found[max(0, after - 1) : after + 1]:
        if change.old.start < span.end and span.start < change.old.end:
            return None
        if change.old.start == change.old.end and span.start < change.old.start < span.end:
            return None
    earlier = bisect_right(found, span.start, key=lambda change: change.old.end)
    by = found[earlier - 1].new.end - found[earlier - 1].old.end if earlier else 0
    return Span(span.start + by, span.end + by)


def _changes(old: str, new: str, cut: re.Pattern[str]) -> list[Change]:
    before, after = _pieces(old, cut), _pieces(new, cut)
    numbers: dict[str, int] = {}
    pairs = _pairs(
        [numbers.setdefault(old[start:end], len(numbers)) for start, end in before],
        [numbers.setdefault(new[start:end], len(numbers)) for start, end in after],
    )
    found = []
    at = (0, 0)
    for one, two in [*pairs, (len(before), len(after))]:
        if (one, two) != at:
            found.append(Change(_stretch(before, at[0], one, len(old)), _stretch(after, at[1], two, len(new))))
        at = (one + 1, two + 1)
    return found


def _pieces(text: str, cut: re.Pattern[str]) -> list[Span]:
    """The whole text in pieces: what lies between two cuts, and the blanks of a cut."""
    borders = [0]
    for match in cut.finditer(text):
        borders += [match.start(), match.end()]
    borders.append(len(text))
    return [Span(start, end) for start, end in pairwise(borders) if start < end]


def _stretch(pieces: list[Span], first: int, after: int, length: int) -> Span:
    """The text of the pieces from `first` to before `after`."""
    start = pieces[first].start if first < len(pieces) else length
    return Span(start, pieces[after - 1].end if after > first else start)


def _sentences(text: str) -> int:
    return sum(not text[start:end].isspace() for start, end in _pieces(text, _SENTENCE))


def _pairs(old: list[int], new: list[int]) -> list[tuple[int, int]]:
    """The places of pieces that are the same and stand in the same order in both, in order."""
    pairs: list[tuple[int, int]] = []
    gaps = [(0, len(old), 0, len(new), 0)]
    while gaps:
        one, one_end, two, two_end, depth = gaps.pop()
        while one < one_end and two < two_end and old[one] == new[two]:
            pairs.append((one, two))
            one, two = one + 1, two + 1
        while one < one_end and two < two_end and old[one_end - 1] == new[two_end - 1]:
            one_end, two_end = one_end - 1, two_end - 1
            pairs.append((one_end, two_end))
        if one == one_end or two == two_end:
            continue
        if depth < _DEPTH and (anchors := _anchors(old[one:one_end], new[two:two_end])):
            placed = [(one + left, two + right) for left, right in anchors]
            pairs += placed
            starts = [(one, two), *((left + 1, right + 1) for left, right in placed)]
            ends = [*placed, (one_end, two_end)]
            gaps += [(a, b, c, d, depth + 1) for (a, c), (b, d) in zip(starts, ends, strict=True)]
        elif (one_end - one) * (two_end - two) <= _SMALL:
            matcher = SequenceMatcher(None, old[one:one_end], new[two:two_end], autojunk=False)
            for left, right, size in matcher.get_matching_blocks():
                pairs += [(one + left + step, two + right + step) for step in range(size)]
    return sorted(pairs)


def _anchors(old: list[int], new: list[int]) -> list[tuple[int, int]]:
    """The places of pieces that stand once in each, the longest row of them that is in order in both."""
    once = {piece for piece, times in Counter(old).items() if times == 1}
    once &= {piece for piece, times in Counter(new).items() if times == 1}
    there = {piece: place for place, piece in enumerate(new) if piece in once}
    pairs = [(place, there[piece]) for place, piece in enumerate(old) if piece in once]
    tops: list[int] = []  # of the rows of each length, the one that ends earliest in `new`
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        before.append(last[length - 1] if length else -1)
        tops[length : length + 1] = [place]
        last[length : length + 1] = [number]
    row = []
    number = last[-1] if last else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]
