"""What was said to one request: the sentences of an answer that belong to it, where one answer serves several."""

import re
from collections.abc import Mapping, Sequence

from twotrack.reading.findings import Exchange, Span, Turn
from twotrack.reading.known import Known
from twotrack.reading.sentences import content_words, sentences
from twotrack.vocabulary import TurnRole

# the answer turns to a request of its own. matches "On the sanctions question,", "First,", "And secondly", "As for",
# "Did they complain?"; not "On Friday we"
MARK = re.compile(
    r"(?i)\A[\W]{0,3}(?:(?:and|so|but|then|well|okay|again),?\s){0,2}(?:on\s(?!monday|tuesday|wednesday"
    r"|thursday|friday|the\sone\shand)|first\b|second|third|last|as\sfor|in\sterms\sof|regarding|to\syour"
    r"|you\sasked|with\s(?:regard|respect)\sto|did\s\w+)"
)
# matches "On the first question", "first of all, on", "your second question"; a number says which
_NUMBERED = (("first", "one"), ("second", "two"), ("third", "three"))


def find_answers(known: Known) -> dict[str, list[Span]]:
    """For each exchange that was answered, the sentences that were said to it, in order."""
    turns = {turn.id: turn for turn in known.turns}
    by_answer: dict[tuple[str, ...], list[Exchange]] = {}
    for exchange in known.exchanges:
        if exchange.answer_turns:
            by_answer.setdefault(exchange.answer_turns[-1:], []).append(exchange)
    found: dict[str, list[Span]] = {}
    for group in by_answer.values():
        for exchange in group:
            mine = _sentences(known.text, [turns[one] for one in exchange.answer_turns if one in turns])
            found[exchange.id] = mine
        if len(group) > 1:
            found |= _shared(known.text, group, found[group[0].id])
    return found


def _sentences(text: str, turns: Sequence[Turn]) -> list[Span]:
    speaking = [turn for turn in turns if turn.role is TurnRole.PRINCIPAL] or list(turns)
    return [span for turn in speaking for span in sentences(text, turn.words, turn.end)]


def _shared(text: str, group: Sequence[Exchange], spans: Sequence[Span]) -> Mapping[str, list[Span]]:
    """The sentences of one answer dealt out to the requests that it serves: a sentence goes to the request whose words
    it shares, most of all where it turns to a new one, else it goes on with the last."""
    about = [content_words(" ".join(text[a:b] for a, b in exchange.mentions)) for exchange in group]
    common = set.intersection(*about)
    own = [words - common for words in about]
    shares: list[list[Span]] = [[] for _ in group]
    current = 0
    for span in spans:
        words = text[span.start : span.end]
        scores = [len(each & content_words(words)) for each in own]
        best = max(range(len(group)), key=lambda at: (scores[at], at == current))
        marked = MARK.match(words) is not None
        numbered = next(
            (
                n
                for n, names in enumerate(_NUMBERED)
                if marked and re.search(rf"(?i)\b{names[0]}\s(?:one|question|part)|\A\W*{names[0]}\b", words)
            ),
            None,
        )
        if numbered is not None and numbered < len(group) and not (scores[best] and scores[best] > scores[numbered]):
            current = numbered
        elif scores[best] and (marked or scores[best] >= 2 or not shares[current]):
            current = best
        shares[current].append(span)
    return {exchange.id: share or list(spans) for exchange, share in zip(group, shares, strict=True)}
