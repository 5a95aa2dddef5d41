"""Exchanges: one thing asked for, the turns that ask it and the turns that were said to it.

Who goes on with what is heard in reading/listening.py; of several requests of one turn reading/shares.py tells which
answer was said to which.
"""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from twotrack.reading.asked import Part
from twotrack.reading.findings import Exchange, Span, Turn
from twotrack.reading.known import Asker, Known
from twotrack.reading.listening import Listener
from twotrack.reading.sentences import content_words
from twotrack.reading.shares import shares
from twotrack.vocabulary import Clarity

_LONGEST = 200  # characters of a request that are shown


def find_exchanges(known: Known) -> tuple[Exchange, ...]:
    """The exchanges of a transcript in order. Clarity is not judged here: ambivalent, unanswered where nothing was said."""
    text = known.text
    out: list[Exchange] = []
    recent: list[set[str]] = []  # the words of the exchanges before, for what a request takes up again
    listened = Listener(text, known.askers).listen(known.turns)
    for one, after in zip_longest(listened, listened[1:]):
        requests = [(_own(text, part.request.asks), part.request.about) for part in one.parts]
        then = " ".join(part.request.about for part in after.parts) if after and len(requests) > 1 else ""
        dealt = shares(text, requests, one.answers, one.directed, then)
        for part, (own, _), answers in zip(one.parts, requests, dealt, strict=True):
            words = content_words(own)
            out.append(
                _exchange(part, own, answers, known.askers, f"e{len(out) + 1}", _follows(words, recent), len(requests))
            )
            recent.append(words)
    return tuple(out)


def _exchange(
    part: Part,
    own: str,
    answers: Sequence[Turn],
    askers: Mapping[str, Asker],
    name: str,
    follows: str | None,
    beside: int,
) -> Exchange:
    asker = next((askers[turn.id] for turn in part.turns if turn.id in askers), None)
    return Exchange(
        id=name,
        question_turns=tuple(turn.id for turn in part.turns),
        answer_turns=tuple(turn.id for turn in answers),
        asker=asker.name if asker else None,
        outlet=asker.outlet if asker else None,
        follow_up_to=follows,
        asks=_short(own),
        clarity=None if answers else Clarity.UNANSWERED,
        technique=None,
        evidence=(),
        mentions=part.request.asks,
        confidence=0.8 if beside == 1 else 0.6,
        rule="exchanges.single" if beside == 1 else "exchanges.several",
    )


def _follows(own: set[str], recent: Sequence[set[str]]) -> str | None:
    """The earlier exchange that a request takes up again: one of the last three that shares half of its words."""
    for back in range(1, min(3, len(recent)) + 1):
        earlier = recent[-back]
        if own and earlier and len(own & earlier) * 2 >= min(len(own), len(earlier)):
            return f"e{len(recent) - back + 1}"
    return None


def _own(text: str, asks: tuple[Span, ...]) -> str:
    """A request's own words, lines joined."""
    return " ".join(" ".join(text[span.start : span.end].split()) for span in asks)


def _short(words: str) -> str:
    """At most 200 characters of a request's words."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
