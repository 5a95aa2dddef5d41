"""Which of the officials' turns were said to which of several requests.

One answer serves the first request, and of the others those that reading/served.py tells. Several answers are dealt out: each
to the requests whose words it shares; one that shares none goes on with the request before.
"""

from collections.abc import Mapping, Sequence

from twotrack.reading.findings import Turn
from twotrack.reading.sentences import content_words
from twotrack.reading.served import answered, of_all, served

_RESUMES = frozenset("—–…")
_LONG = 60  # words of an answer that asks back and yet says more than that
_ASKED_AGAIN = 40  # words of a press turn that only asks once more


def shares(
    text: str,
    requests: Sequence[tuple[str, str]],
    answers: Sequence[Turn],
    directed: Mapping[str, int],
    next_asked: str = "",
) -> list[list[Turn]]:
    """For each request (its own words, all words about it) the turns of the officials that were said to it.

    `directed`: a turn -> the one request that it is about, since it asked back or the press turn before went on with it.
    `next_asked`: what the press turn right after the answers asks."""
    if len(requests) == 1 or not answers:
        return [list(answers) for _ in requests]
    about = [content_words(words) for _, words in requests]
    common = set.intersection(*about)
    own = [words - common for words in about]
    if len(answers) > 1:
        scores = [[len(each & content_words(text[turn.words : turn.end])) for turn in answers] for each in own]
        return _of_several(text, requests, answers, scores, directed)
    again = _asked_again(own, next_asked)
    serving = served(text, answers[0], requests, own, again)
    return [[answers[0]] if number == 0 or serves else [] for number, serves in enumerate(serving)]


def _asked_again(own: Sequence[set[str]], next_asked: str) -> int | None:
    """Which of the requests a short press turn right after the answer puts once more."""
    if not next_asked or len(next_asked.split()) > _ASKED_AGAIN:
        return None
    words = content_words(next_asked)
    shared = [len(each & words) for each in own]
    best = max(shared)
    return shared.index(best) if best and shared.count(best) == 1 else None


def _of_several(
    text: str,
    requests: Sequence[tuple[str, str]],
    answers: Sequence[Turn],
    scores: Sequence[Sequence[int]],
    directed: Mapping[str, int],
) -> list[list[Turn]]:
    """Several turns dealt out: each to the requests whose words it shares; one that shares none goes on with the request
    before, or serves the next one where another official speaks."""
    dealt: list[list[Turn]] = [[] for _ in requests]
    last = 0
    for at, turn in enumerate(answers):
        best = max(row[at] for row in scores)
        mine = [number for number, row in enumerate(scores) if row[at] and (row[at] == best or row[at] >= 2)]
        if turn.id in directed:
            more = mine if at == 0 and _long(text, turn) else []
            mine = sorted({directed[turn.id], *more})
        elif at and text[turn.words : turn.end].lstrip()[:1] in _RESUMES and turn.label != answers[at - 1].label:
            mine = [last]  # finishes the sentence of the one before
        elif not mine:
            other = at > 0 and turn.label != answers[at - 1].label
            mine = [min(last + 1, len(requests) - 1)] if other and not any(dealt[last + 1 :]) else [last] if at else [0]
        for number in mine:
            dealt[number].append(turn)
        last = max(mine, default=last)
    rest = _rest(text, answers, directed)
    dealt[0] = dealt[0] or rest
    whole = " ".join(text[turn.words : turn.end] for turn in answers[:4])
    for_all, none = of_all(whole), [0] * len(requests)
    return [
        share or (rest if for_all or answered(number, none, requests[number][0], whole) else [])
        for number, share in enumerate(dealt)
    ]


def _rest(text: str, answers: Sequence[Turn], directed: Mapping[str, int]) -> list[Turn]:
    """The turns that serve a request of which no words return: those about no other request; where there are none, the
    first if it said more than to ask back, else all after it."""
    free = [turn for turn in answers if turn.id not in directed]
    return free or ([answers[0]] if _long(text, answers[0]) else list(answers[1:]) or [answers[0]])


def _long(text: str, turn: Turn) -> bool:
    """Whether a turn says more than a question back takes."""
    return len(text[turn.words : turn.end].split()) > _LONG
