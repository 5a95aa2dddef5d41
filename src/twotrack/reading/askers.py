"""Who asks, and for which outlet: from the label, from self-introductions, from how the one before calls on them.

What a label says holds for its turn. One whom somebody called on asks until the next is called on, as long as the words go
on with what was said (follow_ups.py). Where neither tells, the name by which the answer addresses the one who asked. In an
interview one asks throughout (interviewers.py).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twotrack.reading.asker_names import OUTLET, of_label, person, plain
from twotrack.reading.calls import UNNAMED, addressed, find_call, greeted, only_a_name, then_called
from twotrack.reading.findings import Turn
from twotrack.reading.follow_ups import EASTERN, GREETS, LOST, goes_on, says_so
from twotrack.reading.interviewers import find_interviewer
from twotrack.reading.introductions import apart, introduced
from twotrack.reading.known import Asker, Known
from twotrack.reading.outlets import is_outlet
from twotrack.vocabulary import TurnRole

_FIRST_NAMES = 64  # that are looked up in the whole text; where there are more it is no briefing
_GIVEN = 3  # times that a moderator gives the floor where the floor is given
_CALLED = 2  # times that officials call somebody by name where they call on each
_ONLY_THANKS = 30  # characters of a turn that does nothing else
_ASKS_BACK = 200  # characters of an official's turn that asks what was meant
_NOTHING = 80  # characters of a press turn that asks nothing yet, and of what is said to it
_OF_TURNS = 5  # press turns to one such call, at most
_SOON = 8  # press turns in which one who was said to come next is called on again
_SAYS = 40  # characters of an official’s turn that does more than help somebody to ask
_HEARD = re.compile(r"(?i)\bhear me\b|\b(?:am i|is (?:this|it)) on\b|^\W{0,3}(?:hello|hi)\W{0,6}$")
_REACH = 160  # characters of a press turn that can introduce who asks
# after a first name. matches " Ruiz at the Daily Post", " Ruiz from the AP"; what follows "at" and "with" is an outlet
# whatever it is called
_OF_OUTLET = re.compile(
    rf"(?P<surname> [A-Z][\w’'-]{{1,24}})(?:,?\s(?P<of>with|at)\s|,?\s(?:from|of|for)\s)(?P<outlet>{OUTLET})"
)
_GO_AHEAD = re.compile(r"[Gg]o ahead")
# the last sentence asks whoever asked. matches "Was that the question that you were asking?"
_ASKS_YOU = re.compile(r"(?i)\byour?\b[^.?!]{0,100}\?\W{0,4}$")
_RESUMES = re.compile(r"\s{0,4}(?:[—–…-]|\.\.\.)")
_QUESTION_MARKS = ("?", "？")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """A press turn, what officials said since the one before, that one, and whom they called on."""

    turn: Turn
    said: Sequence[Turn]
    before: Turn | None
    call: Asker | None


def find_askers(known: Known) -> Mapping[str, Asker]:
    """For press turns, by id, who asks; turns of which nothing is known are left out."""
    officials = _officials(known.turns)
    asking = list(_asking(known, officials))
    if interviewer := _interviewer(known, asking):
        return {one.turn.id: _joined_labels(interviewer, _of_turn(one.turn, officials)) for one in asking}
    found = _Finder(known, officials, asking).found
    return _in_full(known.text, found)


def _asking(known: Known, officials: frozenset[str]) -> Iterator[_Asking]:
    """The press turns in order, with what stands before each."""
    said: list[Turn] = []
    before: Turn | None = None
    for turn in known.turns:
        if turn.role is not TurnRole.PRESS:
            said.append(turn)
            continue
        yield _Asking(turn=turn, said=tuple(said), before=before, call=_call(known.text, said, officials, before))
        said, before = [], turn


def _interviewer(known: Known, asking: Sequence[_Asking]) -> Asker | None:
    """Who asks throughout, where one label asks and the document says that it is an interview."""
    if not asking or len({one.turn.label for one in asking}) > 1 or known.turns[0].role is TurnRole.MODERATOR:
        return None
    found = find_interviewer(known.text, known.document.body, known.turns[0].start)
    speaker = asking[0].turn.speaker
    if found is None or (found.name is None and speaker):
        return Asker(name=speaker, outlet=found.outlet) if found and speaker else None
    return found


class _Finder:
    """Goes through the press turns once and finds who puts each."""

    def __init__(self, known: Known, officials: frozenset[str], asking: Sequence[_Asking]) -> None:
        self.text = known.text
        self.officials = officials
        self.moderated = _moderated(known.turns, len(asking))
        named = {one.call.name for one in asking if one.call is not None and one.call.name}
        self.called = len(named) >= _CALLED and len(named) * _OF_TURNS >= len(asking)
        self.later = [one.call.name if one.call else None for one in asking]
        self.last = asking[-1].turn if asking else None
        self.by_label: dict[str, Asker] = {}
        self.waiting: str | None = None  # who was called on to come after
        self.found: dict[str, Asker] = {}
        self.addressed: set[str] = set()  # press turns of which the answer alone says who asks
        for at, one in enumerate(asking):
            asker = self._of(one, at, _opening(known, officials) if one.before is None else None)
            if asker is not None and asker != UNNAMED:
                self.found[one.turn.id] = asker
            following = asking[at + 1] if at + 1 < len(asking) else None
            if following is None or following.said:
                answer = following.said[0] if following else next(iter(_after(known.turns, one.turn)), None)
                if answer is not None and (asker is None or not asker.name):
                    self._address(answer, one.turn)

    def _of(self, one: _Asking, at: int, opening: Asker | None) -> Asker | None:
        """Who puts one press turn."""
        words = self.text[one.turn.words : one.turn.end]
        before = self.found.get(one.before.id) if one.before else opening
        if one.call is not None:
            called: Asker | None = one.call
            if before and _same(one.call, before):
                called = _joined(one.call, before)
            end = one.said[-1].end
            self.waiting = then_called(self.text[max(one.said[-1].words, end - 300) : end])
        elif one.before is None:
            called = before
        elif not one.said:
            called = before if _RESUMES.match(words) else None  # two in a row: another has come in
        elif self.waiting and self.waiting not in self.later[at : at + _SOON] and not says_so(words):
            called, self.waiting = Asker(name=self.waiting, outlet=None), None
        else:
            called = before if before and self._goes_on(one, words) else None
        own = self._own(one.turn)
        return _joined(called if called != UNNAMED else None, own)

    def _own(self, turn: Turn) -> Asker | None:
        """Who asks as the turn's label and first words say it."""
        label = _of_turn(turn, self.officials)
        head = introduced(
            self.text[turn.words : min(turn.end, turn.words + _REACH)],
            self.officials - {word.casefold() for word in (label.name or "").split()} if label else self.officials,
        )
        own = _joined_labels(label, head) if label else head
        if label is None or own is None:
            return own
        known = self.by_label.setdefault(turn.label, own)
        if (known.name is None or known.outlet is None) and own.name:
            self.by_label[turn.label] = own
        return _joined_labels(own, self.by_label[turn.label])

    def _goes_on(self, one: _Asking, words: str) -> bool:
        """Whether the one who asked before asks on, nobody having been called on."""
        assert one.before is not None
        if of_label(one.turn.label) is None and of_label(one.before.label) is not None:
            return says_so(words)  # labels say who asks, and this one says nothing
        thanks = one.turn is self.last and len(words) <= _ONLY_THANKS and "?" not in words and GREETS.match(words)
        if LOST.fullmatch(words) or thanks:
            return False
        answer = self.text[one.said[-1].words : one.said[-1].end]
        asked = self.text[one.before.words : one.before.end]
        if answer.rstrip(' *_)”"').endswith(_QUESTION_MARKS) and (
            len(answer) <= _ASKS_BACK or _ASKS_YOU.search(answer, len(answer) - _ASKS_BACK)
        ):
            return True  # asked what was meant
        heard = len(asked) <= _NOTHING and _HEARD.search(asked) is not None
        if (heard and len(answer) <= 3 * _SAYS) or (len(answer) <= _SAYS and one.said[-1].role is TurnRole.MODERATOR):
            return True  # helped to ask
        nothing = len(asked) <= _NOTHING and not EASTERN.search(words) and "?" not in asked and len(answer) <= _NOTHING
        if nothing and (GREETS.match(asked) or not GREETS.match(words)):
            return True
        moderated = self.moderated and all(turn.role is TurnRole.PRINCIPAL for turn in one.said)
        return goes_on(words, moderated=moderated, called=self.called and one.before.id not in self.addressed)

    def _address(self, answer: Turn, asked: Turn) -> None:
        """Give the one who asked the name by which an answer addresses them."""
        words = self.text[answer.words : min(answer.end, answer.words + 300)]
        name = addressed(words)
        call = _ends_in(self.text, answer) if name and answer.end - answer.words <= 300 else None
        if call is not None and call.name == name:
            return  # who comes next
        if name and apart(name, self.officials):
            before = self.found.get(asked.id)
            self.found[asked.id] = Asker(name=name, outlet=before.outlet if before else None)
            self.addressed.add(asked.id)


def _after(turns: tuple[Turn, ...], asked: Turn) -> Iterator[Turn]:
    """The turns after one."""
    return iter(turns[turns.index(asked) + 1 :])


def _moderated(turns: tuple[Turn, ...], asking: int) -> bool:
    """Whether a moderator gives the floor: whoever asks without that goes on."""
    given = sum(one.role is TurnRole.MODERATOR and other.role is TurnRole.PRESS for one, other in pairwise(turns))
    return given >= _GIVEN or (given >= 2 and given * 3 >= asking)


def _in_full(text: str, found: dict[str, Asker]) -> dict[str, Asker]:
    """Names and outlets filled in where the document gives them in full once and nobody else goes by the name: "Ana Ruiz at
    the Daily Post" and later "back to you, Ana"."""
    known = {one for one in found.values() if one.name and one.outlet}
    by_word: dict[str, set[Asker]] = {}
    for one in known:
        for word in {one.name or "", *(one.name or "").split()}:
            by_word.setdefault(word, set()).add(one)
    short = {one.name for one in found.values() if one.name and " " not in one.name and one.name.isascii()}
    for name in short if len(short) <= _FIRST_NAMES else ():
        by_word.setdefault(name, set()).update(_with_outlet(text, name))
    return {turn: _fuller(one, by_word.get(one.name or "", set())) for turn, one in found.items()}


def _fuller(one: Asker, named: set[Asker]) -> Asker:
    """Who asks as the document names them most fully; unchanged where several go by the name."""
    fitting = {other for other in named if one.outlet in {None, other.outlet}}
    longest = max((other.name or "" for other in fitting), key=len, default="")
    outlets = {other.outlet for other in fitting}
    whole = set(longest.split())
    if len(outlets) != 1 or any(not set((other.name or "").split()) <= whole for other in fitting):
        return one
    return Asker(name=longest, outlet=outlets.pop())


def _with_outlet(text: str, name: str) -> Iterator[Asker]:
    """The full names that begin with a first name and are followed by an outlet."""
    at = text.find(f"{name} ")
    while at >= 0:
        match = _OF_OUTLET.match(text, at + len(name))
        if match and not text[at - 1 : at].isalnum() and (match["of"] or is_outlet(match["outlet"])):
            whole = person(f"{name}{match['surname']}", certain=True)
            if whole:
                yield Asker(name=whole, outlet=plain(match["outlet"]))
        at = text.find(f"{name} ", at + 1)


def _opening(known: Known, officials: frozenset[str]) -> Asker | None:
    """Whom the text before the first label calls on: at the end of a statement."""
    first = known.turns[0].start if known.turns else 0
    opening = find_call(known.text[max(known.document.body, first - 300) : first])
    return opening if opening and opening.name and apart(opening.name, officials) else None


_INITIALS = re.compile(r"[A-Z]{2,4}|(?:[A-Z]\.[ -]?){1,4}")


def _of_turn(turn: Turn, officials: frozenset[str]) -> Asker | None:
    """Who asks as the label says it, in the fullest form that the document gives."""
    asker = of_label(turn.label)
    if turn.speaker is None or not apart(turn.speaker, officials):
        return asker
    if _INITIALS.fullmatch(turn.label):
        return Asker(name=turn.speaker, outlet=None)
    if asker is not None and (asker.name is None or " " in asker.name):
        return asker
    return Asker(name=turn.speaker, outlet=asker.outlet if asker and asker.name else None)


def _joined_labels(one: Asker, own: Asker | None) -> Asker:
    """Who asks by what a label says (or the heading of an interview), filled up by what the turn says."""
    if own is None:
        return one
    if one.name is None and own.name and (one.outlet is None or one.outlet in own.name.split()):
        return own  # a label that is a given name
    if own.name is None and own.outlet and one.name:
        short = own.outlet in one.name.split() or (one.outlet is not None and not is_outlet(own.outlet))
        return one if short else Asker(name=one.name, outlet=own.outlet)
    if one.name is None:
        return Asker(name=own.name, outlet=one.outlet)
    if own.name and not _same(one, own):
        return one
    return Asker(name=max(one.name, own.name or "", key=len), outlet=one.outlet or own.outlet)


def _officials(turns: tuple[Turn, ...]) -> frozenset[str]:
    """The words of the names of those who do not ask: nobody of them is called on."""
    names = {turn.speaker or turn.label for turn in turns if turn.role is not TurnRole.PRESS}
    return frozenset(word.strip(".,").casefold() for name in names for word in name.split() if len(word) > 1)


def _call(text: str, said: list[Turn], officials: frozenset[str], asked: Turn | None) -> Asker | None:
    """Whom the officials' last turns call on: the last one, or one before it where what follows is short."""
    for at, turn in reversed([*enumerate(said)][-3:]):
        words = text[max(turn.words, turn.end - 300) : turn.end]
        if asked and turn.role is TurnRole.PRINCIPAL and only_a_name(words) and asked.end - asked.words > 20:
            return None
        call = find_call(words)
        if call is not None and not call.outlet and at + 1 < len(said) and _answered(text, turn, said[at + 1]):
            continue
        if call is not None and (call.name is None or call.outlet or apart(call.name, officials)):
            before = _ends_in(text, said[at - 1]) if at and call.name and not call.outlet else None
            return _joined(before, call) if before and _same(before, call) else call
        name = greeted(words) if turn is said[-1] else None
        if name and apart(name, officials):
            return Asker(name=name, outlet=None)
        if turn.end - turn.words > 120 and not (turn is said[-1] and _speaks_after(text, said, officials)):
            return UNNAMED if turn is not said[-1] and _GO_AHEAD.search(text, said[-1].words, said[-1].end) else None
    return None


def _answered(text: str, turn: Turn, after: Turn) -> bool:
    """Whether an official asked a colleague by name, who answers: "You would have to ask Ana. Ana?"."""
    return after.label != turn.label and text[turn.end - 1 : turn.end] == "?" and after.role is TurnRole.PRINCIPAL


def _ends_in(text: str, turn: Turn) -> Asker | None:
    """Whom the end of a turn calls on."""
    return find_call(text[max(turn.words, turn.end - 300) : turn.end])


def _speaks_after(text: str, said: list[Turn], officials: frozenset[str]) -> bool:
    """Whether the last turn adds to an answer after somebody else has called on the next by name."""
    if len(said) < 2 or said[-2].label == said[-1].label:
        return False
    before = find_call(text[max(said[-2].words, said[-2].end - 300) : said[-2].end])
    return before is not None and before.name is not None and apart(before.name, officials)


def _same(one: Asker, other: Asker) -> bool:
    """Whether two names share a word."""
    return bool(set((one.name or "").split()) & set((other.name or "").split()))


def _joined(called: Asker | None, own: Asker | None) -> Asker | None:
    """The fuller of two names for one person; the own name holds where they differ."""
    if called is None or own is None:
        return own or called
    if not own.name and called.name and (not called.outlet or called.outlet == own.outlet):
        return Asker(name=called.name, outlet=own.outlet) if not is_outlet(own.outlet or "") else own
    if not _same(called, own):
        return own
    name = max(called.name or "", own.name or "", key=len)
    return Asker(name=name, outlet=called.outlet or own.outlet)
