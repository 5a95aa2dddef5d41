"""What press turns ask while a transcript is listened to: requests, and the answers as they come in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from twotrack.reading.findings import Turn
from twotrack.reading.requests import Request
from twotrack.reading.sentences import content_words


@dataclass(slots=True)
class Part:
    """One request and the press turns that put it."""

    request: Request
    turns: list[Turn]
    _words: frozenset[str] | None = None

    def words(self) -> frozenset[str]:
        """The words that say what the request is about."""
        if self._words is None:
            self._words = frozenset(content_words(self.request.about))
        return self._words


@dataclass(slots=True)
class Asked:
    """What one press turn asks while its answers come in."""

    parts: list[Part]
    answers: list[Turn] = field(default_factory=list)
    directed: dict[str, int] = field(default_factory=dict)  # an official's turn -> the one request that it is about
    back: Turn | None = None  # the official's turn that asked back last, until something else is said
    unheard: bool = False  # it was asked back since it was not heard
    after: "Asked | None" = None  # what the press turn right before asked, nobody having answered
    closed: bool = False  # nothing more is said to it

    def about(self) -> set[str]:
        """The words that say what all its requests are about."""
        return set[str]().union(*(part.words() for part in self.parts))

    def closest(self, words: str) -> int:
        """Which of the requests shares most words with these; the first where none does."""
        own = content_words(words) if len(self.parts) > 1 else set()
        shared = [len(own & part.words()) for part in self.parts]
        return shared.index(max(shared))

    def asks_again(self, text: str, requests: Sequence[Request]) -> bool:
        """Whether one request alone is put that shares half of its words with one of these."""
        if len(requests) > 1:
            return False
        own = content_words(_asks(text, requests[0]))
        return any(own and len(own & content_words(_asks(text, part.request))) * 2 >= len(own) for part in self.parts)

    def puts_all_again(self, requests: Sequence[Request]) -> bool:
        """Whether several requests are put of which each shares a third of its words with one of these."""
        mine = [part.words() for part in self.parts]
        theirs = [content_words(one.about) for one in requests]
        return len(theirs) > 1 and all(max(len(own & each) for each in mine) * 3 >= len(own) for own in theirs)

    def take_up(self, requests: Sequence[Request]) -> None:
        """Add those of several requests, put again since they were not heard, that were not made out the first time."""
        first = self.parts[0].turns[0]
        mine = [part.words() for part in self.parts]
        for one in requests if len(requests) > len(self.parts) else ():
            own = content_words(one.about)
            if max(len(own & each) for each in mine) * 3 < len(own):
                self.parts.append(Part(request=one, turns=[first]))


def _asks(text: str, request: Request) -> str:
    """The words that put a request."""
    return " ".join(text[span.start : span.end] for span in request.asks)
