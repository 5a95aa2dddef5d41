"""Who asks, and for which outlet: from the label, from self-introductions, from how the one before calls on them.

What a label says holds for its turn. One whom somebody called on asks until the next is called on. Where
neither tells,
the name by which the answer addresses the one who asked.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from twotrack.reading.asker_names import FROM, NAME, OUTLET, is_outlet, of_label, person, plain
from twotrack.reading.calls import UNNAMED, addressed, find_call, greeted, only_a_name, then_called
from twotrack.reading.findings import Turn
from twotrack.reading.introductions import apart, introduced
from twotrack.reading.known import Asker, Known
from twotrack.vocabulary import TurnRole

_FIRST_NAMES = 64  # that are looked up in the whole text; where there are more it is no briefing
_GIVEN = 3  # times that a moderator gives the floor where the floor is given
_BRIEF = 40  # characters of an official's turn that only helps somebody to ask
_BRIEF_QUESTION = 16  # characters of a press turn that goes on with what was asked before
_REACH = 160  # characters of a press turn that can introduce who asks
# after a first name. matches " Ruiz at the Daily Post", " Ruiz from the AP"; what follows "at" and "with" is an outlet
# whatever it is called
_OF_OUTLET = re.compile(
    rf"(?P<surname> [A-Z][\w’'-]{{1,24}})(?:,?\s(?P<of>with|at)\s|,?\s(?:from|of|for)\s)(?P<outlet>{OUTLET})"
)
# the press turn goes on with what it asked before. matches "And when", "But who", "A follow-up"; not "Thank you."
_CONTINUES = re.compile(r"(?i)\W{0,4}(?:and|but|so|right|yeah|no|i mean|just|or|can i|may i|a follow|follow)\b")
# begins as somebody does who has just got the floor
_GREETS = re.compile(
    r"(?i)\W{0,3}(?:yes|yeah|oh|okay|great)?\W{0,2}(?:hi|hello|hey|thank|good (?:morning|afternoon|evening))\b"
)
# goes on with what was said before: so it begins, or points back. matches "By how much did that rise?"; not "Is the
# President worried?"
_HOLDS = re.compile(
    r"(?i)\W{0,4}(?:(?:and|but|so|right|yeah|no|i mean|just|or|can i|may i|a follow|follow)\b"
    r"|(?:[\w’']{1,14},?\s){0,6}?(?:that|those|these|they|them|it|one more|follow)\b)"
)
# matches "was interviewed by Ana Ruiz of the Daily Post", "interview with Radio Tarn"
_INTERVIEWER = re.compile(rf"[Ii]nterviewed by (?P<name>{NAME})(?:{FROM}(?P<outlet>{OUTLET}))?")
_INTERVIEW = re.compile(rf"[Ii]nterview (?:with|on|for|to) (?P<outlet>{OUTLET})")
_GO_AHEAD = re.compile(r"[Gg]o ahead")
_RESUMES = re.compile(r"\s{0,4}(?:[—–…-]|\.\.\.)")


def find_askers(known: Known) -> Mapping[str, Asker]:
    """For press turns, by id, who asks; turns of which nothing is known are left out."""
    officials = _officials(known.turns)
    moderated = _moderated(known.turns)
    found: dict[str, Asker] = {}
    called = _opening(known, officials)
    caller = ""  # the label of the one who called last
    waiting: str | None = None  # who was called on to come after
    said: list[Turn] = []  # what officials said since the last press turn
    asked: Turn | None = None  # the last press turn
    for turn in known.turns:
        if turn.role is not TurnRole.PRESS:
            if not said and asked is not None and (asked.id not in found or not found[asked.id].name):
                _address(known.text, turn, asked, officials, found)
            said.append(turn)
            continue
        if not said and asked is not None and not _RESUMES.match(known.text, turn.words):
            called = None  # two in a row: another has come in
        call = _call(known.text, said, officials, asked)
        if call is not None and called is not None and _same(call, called):
            call = _joined(call, called)
        if call is not None:
            caller = "" if greeted(known.text[said[-1].words : said[-1].end]) else said[-1].label
            called, waiting = call, then_called(known.text[max(said[-1].words, said[-1].end - 300) : said[-1].end])
        elif waiting and said and asked is not None:
            called, waiting = Asker(name=waiting, outlet=None), None
        if call is None and called is not None and said and asked is not None:
            answer = max(said, key=lambda one: one.end - one.words)
            answers_too = caller == answer.label and answer.end - answer.words > _BRIEF
            brief = turn.end - turn.words <= _BRIEF_QUESTION and not _GREETS.match(known.text, turn.words, turn.end)
            addressed_them = (
                called.name is not None and addressed(known.text[answer.words : answer.words + 90]) == called.name
            )
            if answers_too and not (brief or addressed_them or _HOLDS.match(known.text, turn.words, turn.end)):
                called = None  # who calls and answers does not say who goes on
        head = known.text[turn.words : min(turn.end, turn.words + _REACH)]
        own = _of_turn(turn) or introduced(head, officials)
        asker = _joined(called if called != UNNAMED else None, own)
        if asker is None and call is None and said and asked:
            alone = moderated and all(one.role is TurnRole.PRINCIPAL for one in said) and not _GREETS.match(head)
            if alone or _CONTINUES.match(known.text, turn.words, turn.end):
                asker = found.get(asked.id)
        if called is not None and own is not None and own.name:
            called = asker if called == UNNAMED or _same(called, own) else None
        if asker is not None:
            found[turn.id] = asker
        said, asked = [], turn
    return _in_full(known.text, found)


def _moderated(turns: tuple[Turn, ...]) -> bool:
    """Whether a moderator gives the floor: whoever asks without that goes on."""
    given = sum(one.role is TurnRole.MODERATOR and other.role is TurnRole.PRESS for one, other in pairwise(turns))
    return given >= _GIVEN


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
    """Whom the text before the first label names: who is called on at the end of a statement, who interviews."""
    first = known.turns[0].start if known.turns else 0
    opening = find_call(known.text[max(known.document.body, first - 300) : first])
    if opening and opening.name and apart(opening.name, officials):
        return opening
    before = known.text[max(0, first - 1500) : first]
    by, outlet = _INTERVIEWER.search(before), _INTERVIEW.search(before)
    if by is None:
        return None
    of = by["outlet"] or (outlet["outlet"] if outlet and is_outlet(outlet["outlet"]) else None)
    return Asker(name=person(by["name"], certain=True), outlet=plain(of) if of else None)


def _of_turn(turn: Turn) -> Asker | None:
    """Who asks as the label says it, in the fullest form that the document gives."""
    asker = of_label(turn.label)
    if turn.speaker is None or (asker is not None and (asker.name is None or " " in asker.name)):
        return asker
    return Asker(name=turn.speaker, outlet=asker.outlet if asker and asker.name else None)


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
        if call is not None and (call.name is None or call.outlet or apart(call.name, officials)):
            before = _ends_in(text, said[at - 1]) if at and call.name and not call.outlet else None
            return _joined(before, call) if before and _same(before, call) else call
        name = greeted(words) if turn is said[-1] else None
        if name and apart(name, officials):
            return Asker(name=name, outlet=None)
        if turn.end - turn.words > 120 and not (turn is said[-1] and _speaks_after(text, said, officials)):
            return UNNAMED if turn is not said[-1] and _GO_AHEAD.search(text, said[-1].words, said[-1].end) else None
    return None


def _ends_in(text: str, turn: Turn) -> Asker | None:
    """Whom the end of a turn calls on."""
    return find_call(text[max(turn.words, turn.end - 300) : turn.end])


def _speaks_after(text: str, said: list[Turn], officials: frozenset[str]) -> bool:
    """Whether the last turn adds to an answer after somebody else has called on the next by name."""
    if len(said) < 2 or said[-2].label == said[-1].label:
        return False
    before = find_call(text[max(said[-2].words, said[-2].end - 300) : said[-2].end])
    return before is not None and before.name is not None and apart(before.name, officials)


def _address(text: str, turn: Turn, asked: Turn, officials: frozenset[str], found: dict[str, Asker]) -> None:
    """Give the one who asked the name by which an answer addresses them."""
    name = addressed(text[turn.words : min(turn.end, turn.words + 300)])
    call = _ends_in(text, turn) if name and turn.end - turn.words <= 300 else None
    if call is not None and call.name == name:
        return  # who comes next
    if name and apart(name, officials):
        before = found.get(asked.id)
        found[asked.id] = Asker(name=name, outlet=before.outlet if before else None)


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
