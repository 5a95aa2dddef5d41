"""Listening to a transcript: what its press turns ask, which turns go on with it, what the officials say to it.

A press turn goes on with a request where it resumes a broken-off one, answers an official who asked back, or objects to
the answer without asking anew; it ends the matter with thanks, or by announcing another.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from twotrack.reading import turn_taking
from twotrack.reading.calls import find_call
from twotrack.reading.findings import Turn
from twotrack.reading.requests import Request, asks_for_nothing, find_requests
from twotrack.reading.roles import steers
from twotrack.reading.sentences import content_words
from twotrack.vocabulary import TurnRole

_SHORT = 60  # words of a press turn that may only repeat what it asked before


@dataclass(slots=True)
class Part:
    """One request and the press turns that put it."""

    request: Request
    turns: list[Turn]


@dataclass(slots=True)
class Asked:
    """What one press turn asks while its answers come in."""

    parts: list[Part]
    answers: list[Turn] = field(default_factory=list)
    directed: dict[str, int] = field(default_factory=dict)  # an official's turn -> the one request that it is about
    back: Turn | None = None  # the official's turn that asked back last, until something else is said
    after: "Asked | None" = None  # what the press turn right before asked, nobody having answered
    closed: bool = False  # nothing more is said to it


class Listener:
    """Goes through the turns once and gathers what is asked with what is said to it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.asked: list[Asked] = []
        self.current: Asked | None = None
        self.pending: list[Turn] = []  # press turns that announced a request or broke off before it
        self.before: Turn | None = None
        self.before_words = ""
        self.directed: int | None = None  # the request that the last press turn went on with
        self.press: Turn | None = None  # the last press turn, and its words
        self.press_words = ""

    def listen(self, turns: Sequence[Turn]) -> list[Asked]:
        """What is asked in the turns, in order."""
        for turn in turns:
            words = self.text[turn.words : turn.end]
            if turn.role is TurnRole.PRESS:
                self._press(turn, words)
                self.press, self.press_words = turn, words
            elif turn.role is not TurnRole.OTHER:
                self._official(turn, words)
            self.before, self.before_words = turn, words
        for one in self.asked:
            self._first_of_two(one)
        return self.asked

    def _first_of_two(self, one: Asked) -> None:
        """Of two press turns in a row the first is answered where what was said shares words with it and none with the
        second."""
        if one.after is None or not one.answers or one.after.answers:
            return
        said = content_words(self.text[one.answers[0].words : one.answers[0].end])
        own = set[str]().union(*(content_words(part.request.about) for part in one.parts))
        earlier = set[str]().union(*(content_words(part.request.about) for part in one.after.parts))
        if not said & own and said & earlier:
            one.after.answers, one.answers = one.answers, []

    def _official(self, turn: Turn, words: str) -> None:
        """An official's turn: an answer, or none."""
        if (self.pending and not (turn_taking.listens(words) or turn_taking.only_courtesy(words))) or self._names(
            words
        ):
            self.pending = []
        current = self.current
        if current is None or current.closed:
            return
        if current.answers and turn_taking.closes(words):
            current.closed = True
            return
        if self._says(turn, words, current):
            current.answers.append(turn)
            current.back = turn if turn_taking.asks_back(words) else None
            if self.directed is not None:
                current.directed[turn.id] = self.directed
        if len(words) > 60 and turn_taking.hands_over(words):
            current.closed = True

    def _says(self, turn: Turn, words: str, current: Asked) -> bool:
        """Whether an official's turn says something to what was asked. A moderator's does where nobody else has."""
        if turn_taking.listens(words):
            direct = self.before is not None and self.before is current.parts[-1].turns[-1]
            return (
                direct
                and not turn_taking.broken_off(self.before_words)
                and words.lower().startswith(("yes", "yeah", "right"))
            )
        if turn_taking.only_courtesy(words):
            return False
        if turn.role is TurnRole.PRINCIPAL:
            return True
        return not current.answers and not steers(words) and self._asked_now() and not self._calls(words)

    def _asked_now(self) -> bool:
        """Whether the turn before is a press turn."""
        return self.before is not None and self.before.role is TurnRole.PRESS

    def _calls(self, words: str) -> bool:
        """Whether a turn calls on somebody."""
        return find_call(words[-300:]) is not None

    def _names(self, words: str) -> bool:
        """Whether, while something is announced, somebody is called on by name."""
        return bool(self.pending) and (call := find_call(words[-300:])) is not None and call.name is not None

    def _press(self, turn: Turn, words: str) -> None:
        """A press turn: requests of its own, or more to what was asked before, or neither."""
        requests = find_requests(self.text, turn.words, turn.end)
        if self.press and not self.pending and turn_taking.resumes(words) and turn_taking.broken_off(self.press_words):
            if self.current and self.current.parts[-1].turns[-1] is self.press:
                return self._resume(turn, requests)
            self.pending = [self.press]
        if self.current and not self.current.closed and self._repeats(words, requests):
            return self._join(turn, words)
        if requests:
            parts = [Part(request=request, turns=[turn]) for request in requests]
            parts[0].turns[:0] = self.pending
            self._ask(parts)
            return None
        return self._more(turn, words)

    def _ask(self, parts: list[Part]) -> None:
        last = self.current if self._asked_now() else None
        self.current = Asked(parts=parts, after=last if last and not last.answers and not last.closed else None)
        self.directed = None
        self.asked.append(self.current)
        self.pending = []

    def _resume(self, turn: Turn, requests: list[Request]) -> None:
        """Go on with a request that was interrupted; further requests of the turn are its own."""
        current = self.current
        assert current is not None
        current.parts[-1].turns.append(turn)
        current.parts.extend(Part(request=request, turns=[turn]) for request in requests[1:])
        if current.answers and turn_taking.gives_back(self.before_words) and current.answers[-1] is self.before:
            current.answers.pop()
        current.closed = False

    def _repeats(self, words: str, requests: list[Request]) -> bool:
        """Whether a press turn answers an official who asked back."""
        current = self.current
        if current is None or current.back is None or turn_taking.opens(words) or not current.answers:
            return False
        if not requests and (turn_taking.thanks(words) or (turn_taking.announces(words) and not self._objects(words))):
            return False
        return len(words.split()) <= _SHORT or not requests

    def _join(self, turn: Turn, words: str) -> None:
        """Add a press turn to the request that it shares most words with."""
        current = self.current
        assert current is not None
        own = content_words(words) if len(current.parts) > 1 else set()
        shared = [len(own & content_words(part.request.about)) for part in current.parts]
        which = shared.index(max(shared))
        current.parts[which].turns.append(turn)
        if current.back is not None:
            current.directed[current.back.id] = which
            current.back = None
        self.directed = which

    def _more(self, turn: Turn, words: str) -> None:
        """A press turn without a request: it listens, ends the matter, announces the next, or adds to the last."""
        current = self.current
        after_press = self._asked_now()
        if turn_taking.listens(words):
            return
        if current and after_press and not current.answers and not current.closed and self._adds(words):
            self._join(turn, words)
        elif turn_taking.resumes(words) and self.pending:
            self.pending.append(turn)
        elif turn_taking.announces(words) and not (
            after_press and current and not current.answers and self._adds(words)
        ):
            self.pending = [turn]
            self._close()
        elif current and not current.closed and self._objects(words) and self.before in current.answers[-1:]:
            self._join(turn, words)
        else:
            self.pending = []
            if not (after_press and current and not current.answers):
                self._close()

    def _close(self) -> None:
        if self.current:
            self.current.closed = True

    def _adds(self, words: str) -> bool:
        """Whether a press turn right after another adds to its request: "About the record.", "Or the other one —"."""
        return _substantive(words) and bool(content_words(words)) and len(words.split()) > 1

    def _objects(self, words: str) -> bool:
        """Whether a press turn without a request disputes or presses the answer before it."""
        return _substantive(words) and "question" not in words and len(words.split()) >= 4


def _substantive(words: str) -> bool:
    """Whether a press turn without a request does more than thank, call or ask for the floor."""
    return not (
        turn_taking.thanks(words)
        or turn_taking.only_courtesy(words)
        or turn_taking.only_names(words)
        or asks_for_nothing(words, words.lower())
    )
