"""Many names looked for in many texts at once: what `masking.find` finds form by form, in one walk over each text.

A record names tens of thousands of persons and every text is looked through for all of them, so a text's time must not grow
with the number of names: names are kept by their first letters, and a text is asked only where a word begins.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from twotrack.reading.findings import Span, joined
from twotrack.record.masking import Form, fold, stands_alone

# A name begins where a token does; each sign of another script is a token of its own.
_TOKEN = re.compile(r"[A-Z]+[a-z]*|[a-z]+|[0-9]|[^\x00-\x7f]")
_HEAD = 4  # letters by which names are kept


class NameIndex:
    """Sets of names, each set under a word of its own."""

    def __init__(self, sets: Mapping[str, Iterable[Form]]) -> None:
        self._forms: dict[str, list[tuple[str, bool]]] = {}
        lengths: dict[str, set[int]] = {}
        for word, forms in sets.items():
            for form in forms:
                if form.key:
                    self._forms.setdefault(form.key, []).append((word, form.alone))
                    lengths.setdefault(form.key[:_HEAD], set()).add(len(form.key))
        self._lengths = {head: tuple(sorted(found)) for head, found in lengths.items()}
        self._heads = tuple(sorted({len(head) for head in lengths}))

    def find(self, text: str) -> dict[str, list[Span]]:
        """Where names of each set stand in a text, as whole words (Han: anywhere), merged and in order."""
        if not self._heads:
            return {}
        key, at, places = _folded(text)
        found: dict[str, list[Span]] = {}
        for number, start in enumerate(at):
            for size in self._heads:
                for length in self._lengths.get(key[start : start + size], ()):
                    sets = self._forms.get(key[start : start + length])
                    if sets is None or start + length > len(key):
                        continue
                    span = Span(places[number], _end(text, at, places, start + length))
                    if stands_alone(text, *span):
                        lower = text[span.start].islower()
                        for word, alone in sets:
                            if not (alone and lower):
                                found.setdefault(word, []).append(span)
        return {word: joined(spans) for word, spans in found.items()}


def plain_forms(names: Iterable[str]) -> set[Form]:
    """Names as they are written alone, without other orders and parts."""
    return {Form(key, alone=False) for name in names if (key := fold(name).key)}


def _folded(text: str) -> tuple[str, list[int], list[int]]:
    """The key of a text as `masking.fold` makes it, and for each token its place in the key and in the text."""
    parts, at, places, length = [], [], [], 0
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token.isascii():
            letters: Iterable[str] = (token.lower(),)
        else:  # each letter of what one sign stands for may begin a name
            letters = [one for one in unicodedata.normalize("NFKD", token).casefold() if one.isalnum()]
        for letter in letters:
            parts.append(letter)
            at.append(length)
            places.append(match.start())
            length += len(letter)
    return "".join(parts), at, places


def _end(text: str, at: list[int], places: list[int], stop: int) -> int:
    """The place in the text after the last letter before `stop` in its key, with the marks written apart after it."""
    number = bisect_right(at, stop - 1) - 1
    end = places[number] + (stop - at[number] if text[places[number]].isascii() else 1)
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
