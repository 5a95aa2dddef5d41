"""Acts of raising: in one sentence, who brought up what, put it to whom, discussed it, or said that it was not raised.

An act reaches from its verb to the next act's subject; a passive one from the words before it to its agent. What stands
in its reach was raised by its subject: "The EU raised the case of A, and Verania that of B" holds two acts.
"""

import re
from typing import NamedTuple

from twotrack.reading.known import Known
from twotrack.reading.raising_verbs import (
    EUROPEAN_NOT,
    EUROPEAN_VERB,
    HAN_NEGATED,
    HAN_SIDE,
    HAN_VERB,
    JOINED,
    NEGATED,
    PASSIVE,
    TO_COME,
    VERB,
    Deed,
    deed_of,
)
from twotrack.reading.said import Said
from twotrack.reading.sides import find_sides
from twotrack.reading.spoken import Spoken
from twotrack.reading.subjects import BOTH, SAME, Subject, subjects

_BACK = 3  # sentences that "it" or "she" may reach back for the one who acted


class Act(NamedTuple):
    """One act in text[start:end]; `by` is a party, "both", or None where nobody is said to have done it."""

    start: int
    end: int
    deed: Deed
    by: str | None
    negated: bool = False
    to_come: bool = False
    verb: int = 0  # where its verb ends
    words: str = ""  # the verb


class Raising:
    """The acts of a document, sentence by sentence, found where they are asked for."""

    def __init__(self, known: Known) -> None:
        self._sides = find_sides(known)
        self._people = known.participants
        self._spoken = known.spoken or Spoken(known.text, known.document.body, known.turns)
        self._acts: dict[int, tuple[Act, ...]] = {}

    def acts(self, number: int, back: int = _BACK) -> tuple[Act, ...]:
        """The acts of a sentence, by its number, in order."""
        if number not in self._acts:
            one = self._spoken.said[number]
            found = self._latin(one, number, back) or ([] if one.words.isascii() else self._han(one))
            if back < _BACK:
                return tuple(found)
            self._acts[number] = tuple(found)
        return self._acts[number]

    def at(self, number: int, place: int) -> Act | None:
        """The act that a place of the text, in a sentence, is in the reach of."""
        return next((act for act in self.acts(number) if act.start <= place < act.end), None)

    def _latin(self, one: Said, number: int, back: int) -> list[Act]:
        words, found = one.words, list[Act]()
        verbs = list(VERB.finditer(words))
        if not verbs and (european := list(EUROPEAN_VERB.finditer(words))):
            return self._european(one, number, back, european)
        who = subjects(words, self._sides, self._people) if verbs else []
        for at, verb in enumerate(verbs):
            floor = verbs[at - 1].end() if at else 0
            stop = verbs[at + 1].start() if at + 1 < len(verbs) else len(words)
            before = words[max(floor, verb.start() - 60) : verb.start()]
            deed, turned = deed_of(verb), (NEGATED.search(before) is not None, TO_COME.search(before) is not None)
            if PASSIVE.search(before) and not verb.group().startswith(("is ", "are ", "was ", "were ")):
                agent = next((w for w in who if w.agent and verb.end() <= w.start <= verb.end() + 60), None)
                by = BOTH if deed is Deed.DISCUSSED and agent is None else agent.party if agent else None
                found.append(
                    Act(
                        one.start + floor,
                        one.start + max(verb.end(), stop),
                        deed,
                        by,
                        *turned,
                        one.start + verb.end(),
                        verb.group(),
                    )
                )
                continue
            own = [w for w in who if floor <= w.start and w.end <= verb.start() and not w.object]
            joined = bool(found) and (not own or verb.group().endswith("ing") or JOINED.search(before) is not None)
            actor = None if joined or not own else own[-1]
            by = found[-1].by if joined else self._party(actor, one, number, back)
            if deed is Deed.DISCUSSED:
                by = BOTH
            begin = actor.start if actor else verb.start()
            if found and found[-1].end > one.start + begin:
                found[-1] = found[-1]._replace(end=one.start + begin)
            found.append(
                Act(one.start + begin, one.start + stop, deed, by, *turned, one.start + verb.end(), verb.group())
            )
        return found

    def _european(self, one: Said, number: int, back: int, verbs: list[re.Match[str]]) -> list[Act]:
        """The acts of a sentence whose verb may come last: from the subject before it to the next subject."""
        words, found = one.words, list[Act]()
        who = [w for w in subjects(words, self._sides, self._people) if not w.object]
        for at, verb in enumerate(verbs):
            own = [w for w in who if w.end <= verb.start()]
            actor = own[-1] if own and not (found and own[-1].start <= found[-1].start - one.start) else None
            by = found[-1].by if actor is None and found else self._party(actor, one, number, back)
            start = one.start + (actor.start if actor else verbs[at - 1].end() if at else 0)
            if found:
                found[-1] = found[-1]._replace(end=min(found[-1].end, start) if actor else one.start + verb.start())
                start = start if actor else one.start + verb.start()
            deed = deed_of(verb)
            negated = EUROPEAN_NOT.search(words[max(0, verb.start() - 30) : verb.start()]) is not None
            by = BOTH if deed is Deed.DISCUSSED else by
            found.append(Act(start, one.end, deed, by, negated, False, one.start + verb.end(), verb.group()))
        return found

    def _party(self, actor: Subject | None, one: Said, number: int, back: int) -> str | None:
        if actor is not None and actor.party != SAME:
            return actor.party
        if actor is None and one.turn is None and _opens_with_name(one.words):
            return None
        for before in range(number - 1, max(-1, number - 1 - back), -1):
            if self._spoken.said[before].turn is not one.turn or back == 0:
                break
            acts = self.acts(before, back - 1)
            if by := next((act.by for act in reversed(acts) if act.by not in (None, BOTH)), None):
                return by
        return self._sides.ours

    def _han(self, one: Said) -> list[Act]:
        words, found = one.words, list[Act]()
        for at, side in enumerate(sides := list(HAN_SIDE.finditer(words))):
            stop = sides[at + 1].start() if at + 1 < len(sides) else len(words)
            by = {"ours": self._sides.ours, "theirs": self._sides.theirs, "both": BOTH}.get(side.lastgroup or "")
            if side["side"]:
                by = self._sides.party_of_han(side.group())
                if by is None:
                    continue
            verb = HAN_VERB.search(words, side.end(), stop)
            deed = deed_of(verb) if verb else Deed.STRESSED
            negated = (
                verb is not None and HAN_NEGATED.search(words[max(0, verb.start() - 3) : verb.start()]) is not None
            )
            found.append(Act(one.start + side.start(), one.start + stop, deed, by, negated))
        return found


def _opens_with_name(words: str) -> bool:
    """Whether a sentence without a known subject begins with somebody of whom nothing is known."""
    return words[:1].isupper() and words.split(" ", 1)[0].rstrip(",") not in {
        "It",
        "He",
        "She",
        "They",
        "We",
        "In",
        "On",
        "At",
    }
