"""Exchanges: one thing asked for, the turns that ask it and the turns that were said to it.

A press turn's requests are paired with the officials' turns up to the next turn that asks. An official who asks back
makes a chain; of several requests one is unanswered where the answer shares no word with it while it does with others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from twotrack.reading.findings import Exchange, Span, Turn
from twotrack.reading.known import Known
from twotrack.reading.requests import Request, find_requests
from twotrack.reading.sentences import content_words, sentences
from twotrack.vocabulary import Clarity, TurnRole

_LONGEST = 200  # characters of a request that are shown

# the official did not hear. matches "Can you repeat that?", "You broke up a bit", "I couldn’t hear that"; not
# "I repeat"
ASKS_BACK = re.compile(
    r"(?i)\b(?:(?:can|could|would) you (?:please |just )?(?:repeat|say that again|clarify (?:that|the question"
    r"|what you))|repeat (?:the|that|your)|broke up|(?:couldn|didn|can|don)[’']t (?:quite )?(?:hear|catch)"
    r"|say (?:that|it) again|what do you mean|what[’']s (?:your|the) question|which (?:one|case|meeting)\?"
    r"|do you mean)\b"
)
# thanks, and calling on the next. matches "Thank you. Next question, please.", "Go ahead."; not "Yes.", "No. Go ahead."
_CALLS_ON = re.compile(
    r"(?i)\W{0,3}(?!yes\b|no\b|not\b)(?:[a-z’' ]{1,25}[,.!]\s{1,3}){0,2}"
    r"(?:go ahead|(?:next|last) question|thanks?(?: you)?(?: so much| very much)? for (?:that|the|your) question"
    r"|let[’']s take another question)"
    r"(?:,? please)?\W{0,3}"
)
# the moderator passes it on. matches "do you want to address the second part"
_PASSES_ON = re.compile(r"(?i)\b(?:do you want to|would you like to|can you) (?:address|take|answer|speak|handle)\b")
_ORDINAL = re.compile(
    r"(?i)\b(?:(?:first|second|third|last|other|next|final) (?:one|question|part|point)|both questions"
    r"|as for the other)\b"
)


@dataclass(slots=True)
class _Asked:
    """One press turn's requests while its answers come in."""

    turn: Turn
    requests: list[Request]
    extra: list[list[Turn]] = field(default_factory=list)  # press turns that repeat or go on with a request
    answers: list[Turn] = field(default_factory=list)
    asked_back: dict[str, int] = field(default_factory=dict)  # turn that asked back -> the request that was put again


def find_exchanges(known: Known) -> tuple[Exchange, ...]:
    """The exchanges of a transcript in order. Clarity is not judged here: ambivalent, unanswered where nothing was said."""
    asked = _collect(known.text, known.turns)
    out: list[Exchange] = []
    for one in asked:
        answers = _shares(known.text, one)
        asker = known.askers.get(one.turn.id)
        for number, request in enumerate(one.requests):
            out.append(
                Exchange(
                    id=f"e{len(out) + 1}",
                    question_turns=tuple(turn.id for turn in (one.turn, *one.extra[number])),
                    answer_turns=tuple(turn.id for turn in answers[number]),
                    asker=asker.name if asker else None,
                    outlet=asker.outlet if asker else None,
                    follow_up_to=_follows(known.text, out, request),
                    asks=_short(known.text, request.asks),
                    clarity=Clarity.AMBIVALENT if answers[number] else Clarity.UNANSWERED,
                    technique=None,
                    evidence=(),
                    mentions=request.asks,
                    confidence=0.8 if len(one.requests) == 1 else 0.6,
                    rule="exchanges.single" if len(one.requests) == 1 else "exchanges.several",
                )
            )
    return tuple(out)


def _collect(text: str, turns: Sequence[Turn]) -> list[_Asked]:
    """The press turns that ask, each with the turns that go on with it and those of the officials who answer."""
    asked: list[_Asked] = []
    for before, turn in zip((None, *turns), turns, strict=False):
        current = asked[-1] if asked else None
        if turn.role in {TurnRole.PRINCIPAL, TurnRole.MODERATOR}:
            if current and _answers(text, turn, current):
                current.answers.append(turn)
            continue
        if turn.role is not TurnRole.PRESS:
            continue
        requests = find_requests(text, turn.words, turn.end)
        if current and _goes_on(text, current, before, turn, requests):
            _go_on(text, current, before, turn, requests)
        elif requests:
            asked.append(_Asked(turn=turn, requests=requests, extra=[[] for _ in requests]))
        elif _broken_off(text, turn):
            asked.append(_Asked(turn=turn, requests=[], extra=[]))
        else:
            _close(asked, before)
    return [one for one in asked if one.requests]


def _close(asked: list[_Asked], before: Turn | None) -> None:
    """A press turn without a request after another without answer leaves nothing open."""
    if asked and before is not None and before.role is TurnRole.PRESS and not asked[-1].requests:
        asked.pop()


def _answers(text: str, turn: Turn, current: _Asked) -> bool:
    """Whether an official's turn counts as said to what was asked. A moderator's does where nobody else answers."""
    words = text[turn.words : turn.end]
    if _CALLS_ON.fullmatch(words):
        return False
    if turn.role is TurnRole.PRINCIPAL:
        return True
    return not current.answers and len(words.split()) > 25 and not _PASSES_ON.search(words)


def _broken_off(text: str, turn: Turn) -> bool:
    return text[turn.words : turn.end].rstrip().endswith(("—", "–", "-"))


def _goes_on(text: str, current: _Asked, before: Turn | None, turn: Turn, requests: list[Request]) -> bool:
    """Whether a press turn goes on with what the one before asked: a broken-off turn, a fragment, an answer to one who
    asked back."""
    if before is None:
        return False
    words = text[turn.words : turn.end]
    if before.role is TurnRole.PRESS:
        last = ([current.turn] + [t for extra in current.extra for t in extra])[-1]
        if before.id != last.id or current.answers:
            return False
        return (
            _broken_off(text, before)
            or words.lstrip()[:1] in {"—", "–"}
            or (not requests and bool(current.requests) and _fragment(words))
        )
    if not current.requests or not current.answers or before.id != current.answers[-1].id:
        return False
    return _asks_back(text, before) and (len(words.split()) <= 60 or not requests)


def _fragment(words: str) -> bool:
    """A few words that add to a request: "About the record." No thanks, no "Yes."."""
    return bool(
        re.match(
            r"(?i)[\W]{0,3}(?:about|on|in|for|regarding|with|at|to|specifically|especially|including|like)\b", words
        )
    )


def _asks_back(text: str, turn: Turn) -> bool:
    """Whether an official's turn asks what was meant: it says so in its last sentences, or is a short question or
    breaks off."""
    spans = sentences(text, turn.words, turn.end)
    end = text[spans[-1].start : turn.end] if spans else ""
    length = len(text[turn.words : turn.end].split())
    if ASKS_BACK.search(text[spans[-3].start if len(spans) > 2 else turn.words : turn.end] if spans else ""):
        return True
    if length <= 45 and end.endswith("?"):
        return len(end.split()) > 2
    return length <= 14 and end.endswith(("—", "–"))


def _go_on(text: str, current: _Asked, before: Turn | None, turn: Turn, requests: list[Request]) -> None:
    """Join a press turn to the request that it repeats or goes on with; new requests of a broken-off turn are its own."""
    words = text[turn.words : turn.end]
    if not current.requests:
        current.requests, current.extra = requests, [[turn] for _ in requests]
        return
    which = _nearest(words, current.requests)
    current.extra[which].append(turn)
    if before is not None and before.role is not TurnRole.PRESS:
        current.asked_back[before.id] = which


def _nearest(words: str, requests: list[Request]) -> int:
    """The request that shares most words with a press turn; the first where none does."""
    own = content_words(words)
    shared = [len(own & content_words(request.about)) for request in requests]
    return shared.index(max(shared))


def _shares(text: str, one: _Asked) -> list[list[Turn]]:
    """For each request the officials' turns that were said to it."""
    if len(one.requests) == 1:
        return [list(one.answers)]
    about = [content_words(request.about) for request in one.requests]
    common = set.intersection(*about)
    scores = [
        [len((words - common) & content_words(text[turn.words : turn.end])) for turn in one.answers] for words in about
    ]
    vague = [len(words - common) < 3 for words in about]  # too few words to tell that an answer passes them over
    if len(one.answers) == 1:
        return _shares_of_one(text, one, [row[0] for row in scores], vague)
    shares: list[list[Turn]] = [[] for _ in one.requests]
    again: int | None = None
    for at, turn in enumerate(one.answers):
        best = max(row[at] for row in scores)
        asked_back = one.asked_back.get(turn.id)
        says_more = asked_back is None or len(text[turn.words : turn.end].split()) > 60
        for number, row in enumerate(scores):
            if number in (asked_back, again) or (says_more and row[at] and (row[at] == best or row[at] >= 2)):
                shares[number].append(turn)
        again = one.asked_back.get(turn.id, again)
    none = not any(shares)
    return [
        list(one.answers) if none or (few and not share) else share for share, few in zip(shares, vague, strict=True)
    ]


def _shares_of_one(text: str, one: _Asked, scores: list[int], vague: list[bool]) -> list[list[Turn]]:
    """One answer to several requests: said to those that share a word with it, to all where none does."""
    answer = text[one.answers[0].words : one.answers[0].end]
    counted = _ORDINAL.search(answer) is not None
    return [
        [one.answers[0]] if score or counted or few or not any(scores) else []
        for score, few in zip(scores, vague, strict=True)
    ]


def _follows(text: str, before: Sequence[Exchange], request: Request) -> str | None:
    """The earlier exchange that a request takes up again: one of the last three that shares half of its words."""
    own = content_words(request.about)
    for exchange in reversed(before[-3:]):
        earlier = content_words(" ".join(text[span.start : span.end] for span in exchange.mentions))
        if own and earlier and len(own & earlier) * 2 >= min(len(own), len(earlier)):
            return exchange.id
    return None


def _short(text: str, asks: tuple[Span, ...]) -> str:
    """The request's own words, lines joined, at most 200 characters."""
    words = " ".join(" ".join(text[span.start : span.end].split()) for span in asks)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
