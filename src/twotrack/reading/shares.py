"""Which of the officials' turns were said to which of several requests.

The first request is taken as answered. A later one is passed over where what was said neither shares a word of
its own
with it nor gives the kind of thing that it asks for (a date to "when", a number to "how many"), unless the answer speaks
of all ("both questions") or is one short refusal.
"""

import re
from collections.abc import Mapping, Sequence

from twotrack.reading.findings import Turn
from twotrack.reading.sentences import content_words

_COUNTED = re.compile(
    r"(?i)\b(?:(?:second|third|last|other|next|final|latter) (?:one|question|part|point)|(?:both|all"
    r"|those|these) questions"
    r"|as for the other|to both|on both)\b"
)
_REFUSES = re.compile(
    r"(?i)\b(?:not going to|won[’']t|can[’']t|cannot|don[’']t have|(?:haven[’']t|have not) (?:even )?(?:seen|heard)|nothing"
    r"|refer you|not able to|no comment|not something)\b"
)
_DATE = re.compile(
    r"(?i)\b(?:\d{1,2}(?:st|nd|rd|th)|january|february|march|april|june|july|august|september|october"
    r"|november|december|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|tomorrow|today|tonight|yesterday|(?:next|this|last) (?:week|month"
    r"|year|summer|spring|fall|autumn|winter)"
    r"|weeks|months|soon|20\d\d|date|timeline|timing|schedule\w*)\b|[月年]"
)
_NUMBER = re.compile(
    r"(?i)\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|number"
    r"|figure|many|few)\b|[元万萬亿億%]"
)
_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+|(?i:\b(?:minister|president|ambassador|envoy|officials?)\b)|[长長]")
# what a request asks for by its kind, and what would give it
_KINDS = (
    (re.compile(r"(?i)\b(?:when|what (?:date|time|day)|how (?:soon|long))\b|何时|何時|什么时候|什麼時候"), _DATE),
    (re.compile(r"(?i)\bhow (?:many|much)\b|多少"), _NUMBER),
    (re.compile(r"(?i)\bwhom?\b|[谁誰]"), _NAME),
)
_AT_ONCE = 90  # characters of an answer in which it refuses all
_LONG = 60  # words of an answer that asks back and yet says more than that


def shares(
    text: str, requests: Sequence[tuple[str, str]], answers: Sequence[Turn], directed: Mapping[str, int]
) -> list[list[Turn]]:
    """For each request (its own words, all words about it) the turns of the officials that were said to it.

    `directed`: a turn -> the one request that it is about, since it asked back or the press turn before went on with it."""
    if len(requests) == 1 or not answers:
        return [list(answers) for _ in requests]
    about = [content_words(words) for _, words in requests]
    common = set.intersection(*about)
    said = [content_words(text[turn.words : turn.end]) for turn in answers]
    scores = [[len((own - common) & words) for words in said] for own in about]
    if len(answers) == 1:
        whole = text[answers[0].words : answers[0].end]
        own = [row[0] for row in scores]
        return [
            [answers[0]] if number == 0 or _answered(number, own, asks, whole) else []
            for number, (asks, _) in enumerate(requests)
        ]
    return _of_several(text, requests, answers, scores, directed)


def _answered(number: int, scores: Sequence[int], asks: str, said: str) -> bool:
    """Whether one answer to several requests serves a later one."""
    if scores[number] > 1 or _REFUSES.search(said[:_AT_ONCE]) or _COUNTED.search(said):
        return True
    for question, answer in _KINDS:
        if question.search(asks):
            return answer.search(said) is not None and (scores[number] > 0 or not any(scores))
    return scores[number] > 0 or not content_words(asks)


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
        elif not mine:
            other = at > 0 and turn.label != answers[at - 1].label
            mine = [min(last + 1, len(requests) - 1)] if other and not any(dealt[last + 1 :]) else [last] if at else [0]
        for number in mine:
            dealt[number].append(turn)
        last = max(mine, default=last)
    rest = _rest(text, answers, directed)
    dealt[0] = dealt[0] or rest
    whole = " ".join(text[turn.words : turn.end] for turn in answers[:4])
    return [
        share or (rest if _answered(number, [0] * len(requests), requests[number][0], whole) else [])
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
