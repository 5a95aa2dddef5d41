"""How many words of a source may be shown: what its terms allow, counted once for each word of its text."""

import re
import uuid
from collections.abc import Iterable

from twotrack.record.models import Source
from twotrack.record.versions import key_of_first
from twotrack.vocabulary import Terms

WORDS_A_SOURCE = 90
WORDS_A_QUOTE = 40  # so that one long passage does not take what the others of its source need
CUT = " …"
# Scripts without spaces (Han, kana, Thai): two characters count as a word.
_WORD = re.compile(
    r"[\u0e00-\u0e7f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{1,2}"
    r"|[^\W\u0e00-\u0e7f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


class Allowance:
    """Keeps count of the words of each source that show; all versions of a page are one source here."""

    def __init__(self) -> None:
        self._left: dict[uuid.UUID, int] = {}
        self._shown: dict[uuid.UUID, set[int]] = {}

    def take(self, source: Source, text: uuid.UUID, start: int, words: str) -> int:
        """How much of `words`, which stand in `text` at `start`, may be shown: an offset in `words`, 0 for nothing."""
        if source.terms in (Terms.FREE, Terms.LICENCE):
            return len(words)
        if source.terms != Terms.QUOTE_ONLY:
            return 0
        shown = self._shown.setdefault(text, set())
        places = [(start + match.start(), match.end()) for match in _WORD.finditer(words)]
        allowed, end = 0, 0
        document = key_of_first(source)
        left = self._left.setdefault(document, WORDS_A_SOURCE)
        for place, stop in places[:WORDS_A_QUOTE]:
            if place not in shown:
                if allowed == left:
                    break
                allowed += 1
                shown.add(place)
            end = stop
        else:
            end = end if len(places) > WORDS_A_QUOTE else len(words)
        self._left[document] = left - allowed
        return end

    def take_unplaced(self, source: Source, words: str) -> int:
        """The same for a source's words that do not stand together in its text, or whose place is not known."""
        return self.take(source, uuid.uuid5(source.pk, words), 0, words)


def place_of(words: str, texts: Iterable[tuple[str, int]]) -> tuple[int, int] | None:
    """Where words stand in one of these texts, each with an offset to add: the number of the text and the place; None
    where they stand in none. Blanks and line ends count as one, and so does what was cut off with an ellipsis."""
    parts = words.rstrip("… ").split()
    if not parts:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    for number, (text, offset) in enumerate(texts):
        if match := pattern.search(text):
            return number, offset + match.start()
    return None
