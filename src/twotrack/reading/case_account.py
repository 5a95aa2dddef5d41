"""What a document says of a case: what happened to the person, whether it was raised, and by whom."""

import re
from collections.abc import Sequence

from twotrack.reading.case_mentions import Case
from twotrack.reading.case_words import (
    DECLINES_CASES,
    HAN_STATUS,
    NEGOTIATED,
    NOT_RAISED,
    OF_LIST,
    PRESSES_FOR,
    RAISED_IN_EUROPEAN,
    RAISED_IT,
    STATUS,
    WHEREABOUTS,
)
from twotrack.reading.findings import Span
from twotrack.reading.han import simplified
from twotrack.reading.known import Known
from twotrack.reading.names import same_person
from twotrack.reading.raising import Act, Raising
from twotrack.reading.raising_verbs import Deed
from twotrack.reading.said import Said, trimmed
from twotrack.reading.sides import Sides, find_sides
from twotrack.reading.spoken import Spoken
from twotrack.reading.subjects import BOTH
from twotrack.vocabulary import Clarity, Raised, Technique

# a sentence that goes on about the same person. matches "He has been", "And she", "In that case"; not "The minister"
_NEXT = re.compile(
    r"(?i)\A\W{0,3}(?:(?:and|but|so)\s)?(?:he|she|they|his|her|their|it|we|in\sthat\scase|as\spart|this|that|these|both)\b"
)
_PRONOUN = re.compile(
    r"(?i)\W{0,3}(?:(?:and|but|so)\s)?(?:he|she|they|his|her|both|the\s(?:lawyer|pastor|activist|journalist|writer|monk|priest|professor|student|blogger|couple))\b"
)
_RANK = {
    Raised.RAISED: 4,
    Raised.SAID_NOT_RAISED: 3,
    Raised.DECLINED_TO_DISCUSS: 2,
    Raised.ASKED_ABOUT: 1,
    Raised.MENTIONED: 0,
}
_LONGEST_ANSWER = 80  # sentences of an answer that are looked through
_NEAR_ANSWER = 12  # those in which what is done for somebody asked about is said
# verbs that speak of a case without putting it to anybody
_ONLY_TOLD = re.compile(
    r"(?i)\A(?:welcom|not(?:ed|es|ing)|acknowledg|present|introduc|brief|concerned|refer|outlin|set|is|are|was|were|condemn|deplor|asked\Z|called\Z)"
)


class Account:
    """What one document says of its cases."""

    def __init__(self, known: Known, spoken: Spoken, raising: Raising, cases: Sequence[Case]) -> None:
        self._cases = cases
        self._known, self._spoken, self._raising = known, spoken, raising
        self._sides: Sides = find_sides(known)
        self._exchanges = {turn: one for one in known.exchanges for turn in one.question_turns}
        self._turns = {turn.id: turn for turn in known.turns}

    def judge(self, case: Case) -> None:
        """What the document says of a case: whether it was raised, by whom, and what happened."""
        by_sentence: dict[int, list[Span]] = {}
        for span in case.mentions:
            by_sentence.setdefault(self._spoken.number_at(span.start), []).append(span)
        for number, here in by_sentence.items():
            one = self._spoken.said[number]
            if one.heading:
                continue
            following = [after for after in self._spoken.said[number + 1 : number + 3] if after.turn is one.turn]
            after = following[0] if following and _NEXT.match(following[0].words) else None
            self._status(case, one, after, here)
            if one.official:
                self._told(case, number, here)
            elif one.turn and (exchange := self._exchanges.get(one.turn.id)):
                turns = [self._turns[turn] for turn in exchange.answer_turns if turn in self._turns]
                answered = self._known.clarity.get(exchange.id)
                declined = (
                    answered is not None and answered[0] is Clarity.NON_REPLY and answered[1] is Technique.DECLINING
                )
                self._answered(
                    case,
                    [(turn.words, turn.end) for turn in turns],
                    declined=declined,
                )

    def _told(self, case: Case, number: int, here: Sequence[Span]) -> None:
        """What an official, or the document itself, says in a sentence that names the case."""
        for span in here:
            act = self._raising.at(number, span.start)
            told = act is None or act.deed is Deed.REPLIED or _ONLY_TOLD.match(act.words) is not None
            if act is not None and not told and self._take(case, act):
                return
        if case.listed is not None and (opening := self._acts_of(case.listed)):
            self._take(case, opening)
            return
        one = self._spoken.said[number]
        if NEGOTIATED.search(one.words) or (one.turn is not None and PRESSES_FOR.search(one.words)):
            _raise(case, Raised.RAISED, self._sides.ours)
            return
        if european := RAISED_IN_EUROPEAN.search(one.words):
            party = next((one.party for one in self._sides.mentions(one.words[: european.start()])), self._sides.ours)
            _raise(case, Raised.RAISED, party)
            return
        if NOT_RAISED.search(one.words) and not self._raising.acts(number):
            _raise(case, Raised.SAID_NOT_RAISED, None)
        before = number - 1
        if (
            before >= 0
            and self._spoken.said[before].turn is one.turn
            and OF_LIST.match(one.words)
            and (act := self._acts_of(before))
        ):
            self._take(case, act)
            return
        for later in range(number + 1, min(number + 3, len(self._spoken.said))):
            following = self._spoken.said[later]
            if following.turn is not one.turn:
                break
            if RAISED_IT.search(following.words):
                for act in self._raising.acts(later):
                    if act.deed in {Deed.RAISED, Deed.DISCUSSED} and self._take(case, act):
                        return
                if NOT_RAISED.search(following.words):
                    _raise(case, Raised.SAID_NOT_RAISED, None)

    def _acts_of(self, number: int) -> Act | None:
        return next((act for act in self._raising.acts(number) if act.deed in {Deed.RAISED, Deed.DISCUSSED}), None)

    def _take(self, case: Case, act: Act) -> bool:
        """Take an act for what was done with a case; whether it says anything of it."""
        if act.negated and act.deed in {Deed.RAISED, Deed.DISCUSSED}:
            _raise(case, Raised.SAID_NOT_RAISED, None)
        elif (
            act.to_come and act.deed is not Deed.STRESSED and not act.words.startswith(("call", "urg", "ask", "demand"))
        ):
            return False
        else:
            _raise(case, Raised.RAISED, None if act.by == BOTH else act.by)
        return True

    def _pressed_for(self, case: Case, one: Said) -> bool:
        """Whether a sentence of an answer presses for a case: by name, or where it names none of the others."""
        if PRESSES_FOR.search(one.words) is None:
            return False
        named = [other for other in self._cases if other.mentions.within(one.start, one.end)]
        return not named or case in named

    def _answered(self, case: Case, stretches: Sequence[tuple[int, int]], *, declined: bool) -> None:
        """What is said to a question that names the case."""
        answer = " ".join(self._known.text[start:end] for start, end in stretches)
        numbers = [
            n
            for start, end in stretches
            for n in range(self._spoken.number_at(start), self._spoken.number_at(end - 1) + 1)
        ]
        if NOT_RAISED.search(answer[:250]):
            _raise(case, Raised.SAID_NOT_RAISED, None)
            return
        for number in numbers[:_LONGEST_ANSWER]:
            if RAISED_IT.search(self._spoken.said[number].words):
                act = next((a for a in self._raising.acts(number) if a.deed is Deed.RAISED and not a.to_come), None)
                if act is not None and self._take(case, act):
                    return
        if any(self._pressed_for(case, self._spoken.said[number]) for number in numbers[:_NEAR_ANSWER]):
            _raise(case, Raised.RAISED, self._sides.ours)
            return
        refused = declined or DECLINES_CASES.search(answer[:500])
        _raise(case, Raised.DECLINED_TO_DISCUSS if refused else Raised.ASKED_ABOUT, None)

    def _status(self, case: Case, one: Said, after: Said | None, here: Sequence[Span]) -> None:
        """The words that say what happened, in the sentence or in the next one that goes on about the same person."""
        text = self._known.text
        others = [name.start for name in self._spoken.names(one) if not same_person(name.name, case.name)]
        for span in here:
            end = min((start for start in others if start >= span.end), default=one.end)
            if case.group and not STATUS.search(text, span.start, end):
                end = one.end
            start = span.start if case.group or case.rule == "cases.unnamed" else span.end
            for match in STATUS.finditer(text, start, end):
                self._say(case, trimmed(text, match.start("what"), match.end("what")))
            if not one.words.isascii():
                han = simplified(one.words)
                for match in HAN_STATUS.finditer(han, start - one.start, end - one.start):
                    self._say(case, Span(one.start + match.start(), one.start + match.end()))
        asked = WHEREABOUTS.search(text, one.start, one.end) if not others and one.press else None
        if asked and not any("whereabouts" in words for words in case.status):
            case.status.append("whereabouts asked about")
            case.status_mentions.add(Span(*asked.span()))
        if after is not None and _PRONOUN.match(after.words):
            for match in STATUS.finditer(text, after.start, after.end):
                self._say(case, trimmed(text, match.start("what"), match.end("what")))

    def _say(self, case: Case, span: Span) -> None:
        words = " ".join(self._known.text[span.start : span.end].split())
        case.status_mentions.add(span)
        if not any(words.casefold() in old.casefold() for old in case.status):
            case.status.append(words)


def _raise(case: Case, raised: Raised, by: str | None) -> None:
    if _RANK[raised] > _RANK[case.raised]:
        case.raised, case.raised_by = raised, by
    elif raised is case.raised and case.raised_by is None:
        case.raised_by = by
