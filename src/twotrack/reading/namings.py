"""The namings of meetings in the sentences of one document, each sentence searched once however often it is asked for.

Which manners of naming a sentence can hold is told by its words, from the index of the document's words: most sentences
hold none, and cost nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from twotrack.reading.encounters import ENGLISH
from twotrack.reading.encounters_european import find_in
from twotrack.reading.encounters_han import find_in_han
from twotrack.reading.meeting_words import Manner, Named
from twotrack.reading.named_meetings import MANNERS
from twotrack.reading.spoken import Spoken
from twotrack.vocabulary import MeetingKind

_WORD = re.compile(r"\w+")
_ALL = (*MANNERS, *ENGLISH)
_EVERY = (1 << len(_ALL)) - 1
_NAMING = (1 << len(MANNERS)) - 1
_TELLING = _EVERY & ~_NAMING
_HEAD = 2  # letters of a cue by which the words that may begin with it are looked up


class Namings:
    """`of` gives the names of rounds, expert talks, trips and calls; `told` the meetings that a clause tells of."""

    def __init__(self, language: str, spoken: Spoken | None) -> None:
        self._language = language
        self._of: dict[str, Sequence[Named]] = {}
        self._told: dict[str, Sequence[Named]] = {}
        self._possible = _possible(spoken) if spoken else {}

    def of(self, words: str) -> Sequence[Named]:
        """The namings that reading/meeting_words.py knows, better ones first; they may overlap."""
        found = self._of.get(words)
        if found is None:
            found = self._of[words] = _multilateral(words, self._look(words, _NAMING))
        return found

    def told(self, words: str) -> Sequence[Named]:
        """The meetings told of in a clause; they may overlap each other and those of `of`."""
        found = self._told.get(words)
        if found is None:
            english = self._look(words, _TELLING)
            found = self._told[words] = _multilateral(
                words, (*english, *find_in(words, self._language), *find_in_han(words))
            )
        return found

    def _look(self, words: str, among: int) -> Iterator[Named]:
        possible = self._possible.get(words)
        if possible is None:  # a title, which is no sentence of the document
            possible = _EVERY if len(words) < _SHORT else 0
        if not possible & among:
            return
        low = words.lower()
        for manner in _manners(possible & among):
            if any(cue in low for cue in manner.cues):
                yield from manner.find(words)


# a session of a body of many States. matches "session of the Human Rights Council",
# "理事会第47届会议"; not "round of the dialogue"
_OF_MANY = re.compile(
    r"Human\sRights\sCouncil|General\sAssembly|Security\sCouncil|Committee\s(?:against\sTorture|on\sthe\s(?:Elimination|Rights))"
    r"|Conseil\sdes\sdroits|Assemblée\sgénérale|Menschenrechtsrat|Generalversammlung|Consejo\sde\s(?:Derechos|los)"
    r"|Asamblea\sGeneral|人[权權]理事[会會]|[联聯](?:合[国國])?大[会會]"
)
_SITTING = re.compile(r"(?i)session|sitzung|tagung|sesión|会议|會議|届|屆")


def _multilateral(words: str, found: Iterable[Named]) -> tuple[Named, ...]:
    """The namings, those of a session of a council or committee of many States no rounds between two."""
    return tuple(
        replace(one, kind=MeetingKind.OTHER, key=f"gathering {one.key.removeprefix('round ')}")
        if one.key.startswith("round")
        and _SITTING.search(words, one.start, one.end)
        and _OF_MANY.search(words, max(0, one.start - 50), one.end + 50)
        else one
        for one in found
    )


_SHORT = 600  # characters of a title


@cache
def _manners(mask: int) -> tuple[Manner, ...]:
    """The manners whose bits are set."""
    return tuple(manner for number, manner in enumerate(_ALL) if mask >> number & 1)


def _possible(spoken: Spoken) -> dict[str, int]:
    """The sentences with a word that may be a cue -> the manners of naming that it is a cue of, one bit each."""
    masks: dict[int, int] = dict.fromkeys(spoken.han, _EVERY)
    heads = _heads()
    for word, numbers in spoken.words.items():
        mask = 0
        for cue, bit in heads.get(word[:_HEAD], ()):
            if word.startswith(cue):
                mask |= bit
        if mask:
            for number in numbers:
                masks[number] = masks.get(number, 0) | mask
    found = dict.fromkeys((one.words for one in spoken.said), 0)
    for number, mask in masks.items():
        found[spoken.said[number].words] |= mask
    return found


@cache
def _heads() -> dict[str, tuple[tuple[str, int], ...]]:
    """The first letters of each cue's first word -> that word and the manner's bit."""
    found: dict[str, dict[tuple[str, int], None]] = {}
    for number, manner in enumerate(_ALL):
        for cue in manner.cues:
            word = _WORD.findall(cue)[0]
            found.setdefault(word[:_HEAD], {})[(word, 1 << number)] = None
    return {head: tuple(cues) for head, cues in found.items()}
