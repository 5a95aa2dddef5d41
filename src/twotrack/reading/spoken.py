"""The sentences of a document as the content finders ask for them: by the words in them, and with the persons named.

Each sentence is cut into words once, and the persons in it are looked for once, however many finders ask.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from twotrack.reading.findings import Turn
from twotrack.reading.names import PersonName, find_names
from twotrack.reading.said import Said, sentences_said

_WORD = re.compile(r"\w+")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Spoken:
    """`said` are all sentences in order, those of the heading first."""

    def __init__(self, text: str, body: int, turns: Sequence[Turn]) -> None:
        self.text = text
        self.said = tuple(sentences_said(text, body, turns))
        self._names: dict[tuple[int, int], list[PersonName]] = {}

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Each word in lower case -> the numbers of the sentences that hold it, in order."""
        found: dict[str, list[int]] = {}
        for number, one in enumerate(self.said):
            for word in set(_WORD.findall(one.words.lower())):
                found.setdefault(word, []).append(number)
        return found

    @cached_property
    def han(self) -> tuple[int, ...]:
        """The numbers of the sentences that hold Chinese characters, which have no blanks between words."""
        if self.text.isascii():
            return ()
        return tuple(number for number, one in enumerate(self.said) if _HAN.search(one.words))

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.said]

    def having(self, test: Callable[[str], bool], *, han: bool = True) -> list[int]:
        """The numbers of the sentences with a word (in lower case) that passes a test, and of all in Chinese."""
        found = {number for word, numbers in self.words.items() if test(word) for number in numbers}
        return sorted(found.union(self.han) if han else found)

    def holding(self, words: Iterable[str]) -> Iterator[Said]:
        """The sentences that hold one of some words, whatever their case, and all in Chinese."""
        found = {number for word in words for number in self.words.get(word.lower(), ())}
        return (self.said[number] for number in sorted(found.union(self.han)))

    def number_at(self, at: int) -> int:
        """The number of the sentence that holds a place of the text, or ends before it."""
        return max(0, bisect_right(self._starts, at) - 1)

    def names(self, one: Said) -> list[PersonName]:
        """The persons named in a sentence."""
        key = (one.start, one.end)
        if key not in self._names:
            self._names[key] = find_names(self.text, one.start, one.end)
        return self._names[key]
