"""Listening to a transcript: what its press turns ask, which turns go on with it, what the officials say to it.

A press turn goes on with a request where it resumes a broken-off one, answers an official who asked back, or objects to
the answer without asking anew; it ends the matter with thanks, or by announcing another.
"""

from collections.abc import Mapping, Sequence

from twotrack.reading import turn_taking
from twotrack.reading.asked import Asked, Part
from twotrack.reading.calls import find_call
from twotrack.reading.findings import Turn
from twotrack.reading.known import Asker
from twotrack.reading.requests import Request, asks_for_nothing, find_requests, stated
from twotrack.reading.roles import steers
from twotrack.reading.sentences import content_words, on_one_line
from twotrack.vocabulary import TurnRole

_AT_LENGTH = 12  # words of a turn that does more than break in
_ENDS = 400  # characters of a long answer's beginning and end
_ECHO = 70  # characters of a question and a reply of which one takes up the other's words
_SHORT = 60  # words of a press turn that may only repeat what it asked before


class Listener:
    """Goes through the turns once and gathers what is asked with what is said to it."""

    def __init__(self, text: str, askers: Mapping[str, Asker]) -> None:
        self.text = text
        self.askers = askers
        self.asked: list[Asked] = []
        self.current: Asked | None = None
        self.pending: list[Turn] = []  # press turns that announced a request or broke off before it
        self.before: Turn | None = None
        self.before_words = ""
        self.directed: int | None = None  # the request that the last press turn went on with
        self.press: Turn | None = None  # the last press turn, and its words
        self.press_words = ""
        self.interrupted: tuple[str, Asked] | None = None  # who broke off an answer last, and to what
        self.last_press = -1  # where the last press turn stands

    def listen(self, turns: Sequence[Turn]) -> list[Asked]:
        """What is asked in the turns, in order."""
        self.last_press = max((at for at, turn in enumerate(turns) if turn.role is TurnRole.PRESS), default=-1)
        for at, turn in enumerate(turns):
            words = self._words(turn)
            if turn.role is TurnRole.PRESS:
                self._press(turn, words)
                self.press, self.press_words = turn, words
            elif turn_taking.says_nothing(words):
                self._begins(turn)
                continue  # the floor is still with the one before
            elif turn.role is not TurnRole.OTHER:
                self._official(turn, words, final=at > self.last_press)
            self.before, self.before_words = turn, words
        for one in self.asked:
            self._first_of_two(one)
        return [one for one in self.asked if not self._never_put(one)]

    def _never_put(self, one: Asked) -> bool:
        """Whether all that is asked broke off and nobody answered: it opens no exchange."""
        if one.answers or len(one.parts) > 1 or len(one.parts[0].turns) > 1:
            return False
        turn = one.parts[0].turns[0]
        asks = one.parts[0].request.asks
        return (
            len(asks) == 1
            and turn.end - turn.words <= 2 * _ECHO
            and turn_taking.broken_off(self.text[turn.words : turn.end])
        )

    def _begins(self, turn: Turn) -> None:
        """An official who breaks off at once has begun to answer the question right before."""
        current = self.current
        if current is None or current.closed or turn.role is not TurnRole.PRINCIPAL or self.pending:
            return
        if "(" in self.text[turn.words : turn.end] and turn.inaudible:
            return  # others speak
        if self._asked_now() and self.before is current.parts[-1].turns[-1] and turn not in current.answers:
            current.answers.append(turn)

    def _words(self, turn: Turn) -> str:
        """A turn's words on one line; of a long answer only how it begins and ends."""
        if turn.role is TurnRole.PRESS or turn.end - turn.words <= 3 * _ENDS:
            return on_one_line(self.text[turn.words : turn.end])
        head, tail = self.text[turn.words : turn.words + _ENDS], self.text[turn.end - _ENDS : turn.end]
        return f"{on_one_line(head)} … {on_one_line(tail)}"

    def _first_of_two(self, one: Asked) -> None:
        """Of two press turns in a row the first is answered where what was said shares words with it and none with the
        second."""
        if one.after is None or not one.answers or one.after.answers:
            return
        said = content_words(self.text[one.answers[0].words : one.answers[0].end])
        before, own = one.after.about(), one.about()
        if said & (before - own):
            one.after.answers, one.answers = one.answers, list(one.answers) if said & (own - before) else []

    def _official(self, turn: Turn, words: str, *, final: bool) -> None:
        """An official's turn: an answer, or none. `final`: no press turn comes after it."""
        self._resumed(turn, words)
        if self._answers_broken_off(turn, words) or self._echoes(turn, words):
            asking = self.pending or [self._taken_out()]
            self._ask([Part(request=stated(self.text, asking[-1].words, asking[-1].end), turns=asking)])
        if self.pending and (self._names(turn) or not (turn_taking.listens(words) or turn_taking.only_courtesy(words))):
            self.pending = []
        current = self.current
        if current is None or current.closed:
            return
        ends = turn_taking.closes(words) or (final and turn_taking.thanks_all(words))
        if ends and (not self._waits(current) or turn_taking.only_closes(words)):
            current.closed = True
            return
        asked = self.press is not None and self.before is self.press
        if asked and turn_taking.only_notes(words) and not self._is_asked(self.press):
            self._taken_out()
            current.closed = True
            return
        if self._asked_now() and turn_taking.only_lost(self.before_words) and turn_taking.asks_back(words):
            current.closed = True  # it is not to be known what was asked
            return
        if self._says(turn, words, current):
            current.answers.append(turn)
            current.back = turn if turn_taking.asks_back(words) else None
            current.unheard = current.back is not None and turn_taking.did_not_hear(words)
            if self.directed is not None:
                current.directed[turn.id] = self.directed
            self.interrupted = (turn.label, current) if turn_taking.broken_off(words) else None
        if len(words) > 60 and turn_taking.hands_over(words):
            current.closed = True

    def _resumed(self, turn: Turn, words: str) -> None:
        """An answer that a press turn interrupted goes on: it is said to what was asked before too."""
        if self.interrupted and self.interrupted[0] == turn.label and turn_taking.resumes(words):
            before = self.interrupted[1]
            if before is not self.current and turn not in before.answers:
                before.answers.append(turn)
        if self.before is not self.press:
            self.interrupted = None

    def _answers_broken_off(self, turn: Turn, words: str) -> bool:
        """Whether an official replies at length to a statement that was broken off before it came to its question."""
        return (
            turn.role is TurnRole.PRINCIPAL
            and self._asked_now()
            and self.pending[-1:] == [self.before]
            and turn_taking.broken_off(self.before_words)
            and min(len(words.split()), len(self.before_words.split()) * 2) >= _AT_LENGTH
            and self._call(turn) is None
        )

    def _echoes(self, turn: Turn, words: str) -> bool:
        """Whether a short reply takes up the words of a press turn that was broken off or half lost: "No formal —",
        "Nothing formal."."""
        if turn.role is not TurnRole.PRINCIPAL or self.press is None or self.before is not self.press:
            return False
        if max(len(words), len(self.press_words)) > _ECHO or turn_taking.broken_off(words):
            return False
        if not (self.press.inaudible or turn_taking.broken_off(self.press_words)) or self._is_asked(self.press):
            return False
        return not content_words(words).isdisjoint(content_words(self.press_words))

    def _waits(self, current: Asked) -> bool:
        """Whether what is asked still waits for an answer."""
        return not current.answers or any(turn is self.before for part in current.parts for turn in part.turns)

    def _taken_out(self) -> Turn:
        """The last press turn, which goes on with no request before it."""
        assert self.press is not None
        for part in self.current.parts if self.current else ():
            part.turns = [turn for turn in part.turns if turn is not self.press]
        return self.press

    def _is_asked(self, press: Turn | None) -> bool:
        """Whether a press turn puts a request of its own."""
        current = self.current
        return current is not None and any(part.turns[0] is press for part in current.parts)

    def _says(self, turn: Turn, words: str, current: Asked) -> bool:
        """Whether an official's turn says something to what was asked. A moderator's does where nobody else has."""
        if turn_taking.listens(words):
            direct = self.before is not None and self.before is current.parts[-1].turns[-1]
            return (
                direct
                and not turn_taking.broken_off(self.before_words)
                and words.lower().startswith(("yes", "yeah", "right"))
                and not self._only_resumed()
            )
        if turn_taking.only_courtesy(words) or turn_taking.offers(words):
            return False
        if turn.role is TurnRole.PRINCIPAL:
            return not self._steers(turn, current)
        return not current.answers and not steers(words) and self._asked_now() and self._call(turn) is None

    def _only_resumed(self) -> bool:
        """Whether the turn before goes on with a broken-off one and has not come to its question."""
        turn = self.before
        return (
            turn is not None
            and turn_taking.resumes(self.before_words)
            and not find_requests(self.text, turn.words, turn.end)
        )

    def _steers(self, turn: Turn, current: Asked) -> bool:
        """Whether a turn right after another official's answer, or after a mere cry for the floor, calls on somebody."""
        if not current.answers:
            return False
        if self._asked_now():
            if not turn_taking.only_calls(self.before_words):
                return False
        elif current.answers[-1].label == turn.label:
            return False
        return (call := self._call(turn)) is not None and (call.name is not None or call.outlet is not None)

    def _asked_now(self) -> bool:
        """Whether the turn before is a press turn."""
        return self.before is not None and self.before.role is TurnRole.PRESS

    def _call(self, turn: Turn | None) -> Asker | None:
        """Whom a turn calls on."""
        return find_call(self.text[max(turn.words, turn.end - 300) : turn.end]) if turn else None

    def _names(self, turn: Turn) -> bool:
        """Whether a turn calls on somebody by name."""
        return (call := self._call(turn)) is not None and call.name is not None

    def _press(self, turn: Turn, words: str) -> None:
        """A press turn: requests of its own, or more to what was asked before, or neither."""
        requests = [] if turn_taking.is_stub(words) else find_requests(self.text, turn.words, turn.end)
        if self.press and not self.pending and turn_taking.resumes(words) and turn_taking.broken_off(self.press_words):
            if self.current and self.current.parts[-1].turns[-1] is self.press:
                return self._resume(turn, requests)
            self.pending = [self.press]
        if self.current and not self.current.closed and self._repeats(words, requests):
            return self._join(turn, words, requests)
        if not requests and self._has_floor(words):
            requests = [stated(self.text, turn.words, turn.end)]
        if requests and self._at_once(turn, requests):
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

    def _at_once(self, turn: Turn, requests: list[Request]) -> bool:
        """Whether a press turn right after another puts its request again, nobody having answered."""
        current = self.current
        if current is None or current.closed or current.answers or not self._asked_now():
            return False
        same = self.before is not None and self.askers.get(self.before.id) == self.askers.get(turn.id)
        return same and current.asks_again(self.text, requests)

    def _has_floor(self, words: str) -> bool:
        """Whether one who was just called on by name speaks at length: what they say is what they ask."""
        if len(words.split()) < _AT_LENGTH or turn_taking.broken_off(words) or self._asked_now():
            return False
        call = self._call(self.before)
        return call is not None and (call.name is not None or call.outlet is not None)

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
        if not requests:
            return "?" not in words and not turn_taking.only_calls(
                words
            )  # one that asks for nothing is after the floor
        if current.unheard and len(current.answers) == 1:
            return True
        return (
            len(words.split()) <= _SHORT or current.asks_again(self.text, requests) or current.puts_all_again(requests)
        )

    def _join(self, turn: Turn, words: str, requests: Sequence[Request] = ()) -> None:
        """Add a press turn to the request that it shares most words with; one that puts several again, to each."""
        current = self.current
        assert current is not None
        if current.unheard and len(current.answers) == 1:
            current.take_up(requests)
        again = {current.closest(one.about) for one in requests} if len(requests) > 1 else {current.closest(words)}
        for which in again:
            current.parts[which].turns.append(turn)
        self.directed = None
        if len(again) == 1:
            self.directed = again.pop()
            if current.back is not None:
                current.directed[current.back.id] = self.directed
        current.back = None

    def _more(self, turn: Turn, words: str) -> None:
        """A press turn without a request: it listens, ends the matter, announces the next, or adds to the last."""
        current = self.current
        after_press = self._asked_now()
        if turn_taking.listens(words) or turn_taking.lets_pass(words):
            return
        if current and after_press and not current.answers and not current.closed and self._adds(words):
            self._join(turn, words)
        elif turn_taking.resumes(words) and self.pending:
            self.pending.append(turn)
        elif current and not current.closed and self._presses(words, current):
            self._join(turn, words)
        elif turn_taking.announces(words) and not (
            after_press and current and not current.answers and self._adds(words)
        ):
            self.pending = [turn]
            self._close()
        elif current and not current.closed and self._objects(words) and self.before in current.answers[-1:]:
            self._join(turn, words)
        else:
            self.pending = []
            if not (after_press and current and not current.answers) and not turn_taking.only_calls(words):
                self._close()

    def _close(self) -> None:
        if self.current:
            self.current.closed = True

    def _adds(self, words: str) -> bool:
        """Whether a press turn right after another adds to its request: "About the record.", "Or the other one —"."""
        return _substantive(words) and bool(content_words(words)) and len(words.split()) > 1

    def _presses(self, words: str, current: Asked) -> bool:
        """Whether a press turn breaks off over words of what was asked, right after an answer."""
        return (
            turn_taking.broken_off(words)
            and self.before in current.answers[-1:]
            and not current.about().isdisjoint(content_words(words))
        )

    def _objects(self, words: str) -> bool:
        """Whether a press turn without a request disputes or presses the answer before it."""
        return _substantive(words) and "question" not in words and len(words.split()) >= 4


def _substantive(words: str) -> bool:
    """Whether a press turn without a request does more than thank, call or ask for the floor."""
    return not (
        turn_taking.thanks(words)
        or turn_taking.only_courtesy(words)
        or turn_taking.only_names(words)
        or turn_taking.only_calls(words)
        or asks_for_nothing(words, words.lower())
    )
