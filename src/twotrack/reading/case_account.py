"""What a document says of a case: what happened to the person, whether it was raised, and by whom."""

import re
from collections.abc import Sequence

from twotrack.reading.case_mentions import Case
from twotrack.reading.case_words import (
    HAN_STATUS,
    NOT_RAISED,
    RAISES,
    STATUS,
    THEY_RAISE,
    WHEREABOUTS,
)
from twotrack.reading.clarity_cues import DECLINES
from twotrack.reading.findings import Span
from twotrack.reading.known import Known
from twotrack.reading.names import find_names, same_person
from twotrack.reading.said import Said, trimmed
from twotrack.reading.sides import Sides
from twotrack.vocabulary import Raised

_NEXT = re.compile(r"(?i)\A\W{0,3}(?:(?:and|but|so)\s)?(?:he|she|they|his|her|their|it|we|in\sthat\scase|as\spart)\b")
_RANK = {
    Raised.RAISED: 4,
    Raised.SAID_NOT_RAISED: 3,
    Raised.DECLINED_TO_DISCUSS: 2,
    Raised.ASKED_ABOUT: 1,
    Raised.MENTIONED: 0,
}


def judge(known: Known, sides: Sides, said: Sequence[Said], case: Case) -> None:
    """What the document says of a case: whether it was raised, by whom, and what happened."""
    exchanges = {turn: one for one in known.exchanges for turn in one.question_turns}
    for at, one in enumerate(said):
        here = case.mentions.within(one.start, one.end)
        if not here:
            continue
        following = [after for after in said[at + 1 : at + 3] if after.turn is one.turn]
        after = following[0] if following and _NEXT.match(following[0].words) else None
        _status(known, case, one, after, here)
        if one.official:
            words = one.words + (" " + after.words if after else "")
            if RAISES.search(words):
                _raise(case, Raised.RAISED, sides.theirs if THEY_RAISE.search(words) else sides.ours)
            elif any(
                re.search(r"\bwe\s(?:also\s)?raised\s(?:it|those|these|them)\b", later.words) for later in following
            ):
                _raise(case, Raised.RAISED, sides.ours)
            elif NOT_RAISED.search(words):
                _raise(case, Raised.SAID_NOT_RAISED, None)
        elif one.turn and (exchange := exchanges.get(one.turn.id)):
            answer = " ".join(
                known.text[turn.words : turn.end] for turn in known.turns if turn.id in exchange.answer_turns
            )
            if NOT_RAISED.search(answer[:200]):
                _raise(case, Raised.SAID_NOT_RAISED, None)
            elif re.search(
                r"(?i)\bwe\s(?:also\s)?raised\s(?:the\s)?(?:specific\s|those\s|these\s)?(?:prisoners|cases"
                r"|names|them|detainees)",
                answer,
            ):
                _raise(case, Raised.RAISED, sides.ours)
            else:
                _raise(case, Raised.DECLINED_TO_DISCUSS if DECLINES.search(answer[:400]) else Raised.ASKED_ABOUT, None)


def _raise(case: Case, raised: Raised, by: str | None) -> None:
    if _RANK[raised] > _RANK[case.raised]:
        case.raised, case.raised_by = raised, by


def _status(known: Known, case: Case, one: Said, after: Said | None, here: Sequence[Span]) -> None:
    """The words that say what happened, in the sentence or in the next one that goes on about the same person."""
    others = [
        name.start for name in find_names(known.text, one.start, one.end) if not same_person(name.name, case.name)
    ]
    for span in here:
        end = min((start for start in others if start >= span.end), default=one.end)
        start = span.start if case.group else span.end
        for match in STATUS.finditer(known.text, start, end):
            _say(known, case, trimmed(known.text, match.start("what"), match.end("what")))
        for match in HAN_STATUS.finditer(known.text, start, end):
            _say(known, case, Span(*match.span()))
    if not others and WHEREABOUTS.search(one.words) and one.press:
        asked = WHEREABOUTS.search(known.text, one.start, one.end)
        if asked and not any("whereabouts" in words for words in case.status):
            case.status.append("whereabouts asked about")
            case.status_mentions.add(Span(*asked.span()))
    if after is not None and re.match(r"(?i)\W{0,3}(?:(?:and|but|so)\s)?(?:he|she|they|his|her)\b", after.words):
        for match in STATUS.finditer(known.text, after.start, after.end):
            _say(known, case, trimmed(known.text, match.start("what"), match.end("what")))


def _say(known: Known, case: Case, span: Span) -> None:
    words = " ".join(known.text[span.start : span.end].split())
    case.status_mentions.add(span)
    if words.casefold() not in {old.casefold() for old in case.status} and not any(
        words.casefold() in old.casefold() for old in case.status
    ):
        case.status.append(words)
