"""Which of the officials' turns were said to which of several requests.

The first request is taken as answered. A later one is passed over where what was said neither shares a word of its own
with it, nor turns to it ("As for ...", "On the second ..."), nor gives the kind of thing that it asks for (a date to
"when", a number to "how many"), unless the answer speaks of all ("both questions"), is one short refusal, or is long; and
where a long answer shares no word with it and the press asks it again at once.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twotrack.reading.findings import Turn
from twotrack.reading.sentences import content_words, sentences

_COUNTED = re.compile(
    r"(?i)\b(?:(?:second|third|next|final|latter) (?:one|question|part|piece|point)|(?:last|other) (?:question|part|piece)"
    r"|(?:on|to|for) (?:the|your) (?:second|third|last|latter|other)\b(?! (?:hand|time|day|week|month|year|side|end))|(?:both"
    r"|all|those|these) questions|(?:to|on|of) both|all of (?:those|them|that|these)|beide fragen|les deux questions"
    r"|ambas preguntas)\b"
)
_REFUSES = re.compile(
    r"(?i)\b(?:not going to|won[’']t|can[’']t|cannot|(?:don[’']t|do not) have|(?:haven[’']t|have not) (?:even )?(?:seen"
    r"|heard)|nothing|refer you|not able to|no comment|not something|not in a position|decline to|(?:kann|möchte|werde)"
    r" (?:ich|mich) (?:da)?(?:zu )?nicht|nicht äußern|nichts sagen|ne commente|je ne (?:peux|vais|ferai)|pas de commentaire"
    r"|no (?:voy|vamos|puedo|podemos)|no tengo|sin comentarios)\b"
    r"|不[作予便]?[评評置][论論评評]|无可奉告|無可奉告|没有[可更]|沒有[可更]|不了解|不掌握"
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
    (
        re.compile(r"(?i)\b(?:when|what (?:date|time|day)|how (?:soon|long))\b|何时|何時|什么时候|什麼時候|甚麼時候"),
        _DATE,
    ),
    (re.compile(r"(?i)\bhow (?:many|much)\b|多少"), _NUMBER),
    (re.compile(r"(?i)\bwhom?\b|[谁誰]"), _NAME),
)
# a sentence turns to a request. matches "On the second, that", "As for the delegation,", "Zu den Kosten", "至於行蹤";
# not "On Friday we", "On the one hand"
_TURNS_TO = re.compile(
    r"(?i)[\W]{0,3}(?:(?:and|so|but|then|well|okay|again|now|und|et|y),?\s){0,2}(?:on\s(?!(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|the\sone\shand|that\snote|behalf)[\w’'-]{1,14}|second(?:ly)?\b|third(?:ly)?\b|lastly\b|finally\b|as\s(?:for"
    r"|to|regards)\b|in\sterms\sof|regarding\b|concerning\b|to\syour|you\salso\sasked|with\s(?:regard|respect)\sto|zu[mr]?\s"
    r"(?:den|dem|der|ihrer|[A-ZÄÖÜ])|was\s[\w\s]{3,40}\s(?:angeht|betrifft)|zweitens|quant\s(?:à|au)|s[’']agissant|pour\sce"
    r"\squi|deuxièmement|en\scuanto|respecto\s)|\W{0,3}(?:至[于於]|[关關][于於]|另外|第[二三]|[对對][于於])"
    r"|[\u3400-\u9fff]{1,6}方面，"
)
# what a Chinese sentence turns to. matches "稅方面，", "至於代表團的問題，"; not "今年不會加"
_HAN_TOPIC = re.compile(
    r"\W{0,3}(?:[至对對][于於]|[关關][于於])?(?P<topic>[\u3400-\u9fff]{1,10}?)(?:方面|的?[问問][题題]|，)"
)
# a sentence answers yes or no. matches "And yes, naturally", "No, it was not"; not "No country did"
_YES_OR_NO = re.compile(
    r"(?i)\W{0,3}(?:(?:and|but|so|und|et|y),?\s){0,2}(?:yes|no|ja|nein|oui|non|sí)(?=[,.!;:—– ]{1,2}(?![a-z]+ (?:one|has)\b))"
)
_ASKS_YES_OR_NO = re.compile(
    r"(?i)\W{0,3}(?:(?:and|but|so|then|also|or),?\s){0,2}(?P<aux>do|does|did|is|are|was|were|will|would|can|could|should"
    r"|has|have|had|whether)\b"
)
_SUBJECT = r"(?i)\b(?:he|she|it|they|we|i|there|that|those|this)(?:\s\w{2,12}){0,2}?"
_FORMS = {
    aux: re.compile(rf"{_SUBJECT}{forms}")
    for auxiliaries, forms in (
        ("is are was were", r"(?:\s(?:is|are|was|were|isn[’']t|aren[’']t|wasn[’']t|weren[’']t)\b|[’'](?:s|re)\b)"),
        ("will would", r"(?:\s(?:will|would|won[’']t|wouldn[’']t)\b|[’'](?:ll|d)\b)"),
        ("do does did", r"\s(?:do|does|did|don[’']t|doesn[’']t|didn[’']t)\b"),
        ("can could", r"\s(?:can|could|can[’']t|cannot|couldn[’']t)\b"),
        ("has have had", r"(?:\s(?:has|have|had|hasn[’']t|haven[’']t)\b|[’'](?:s|ve) (?:been|\w+ed)\b)"),
    )
    for aux in auxiliaries.split()
}
_RESUMES = frozenset("—–…")
_ENDED = re.compile(r"(?<=[.?!])\s|(?<=[。？！])")
_AT_ONCE = 90  # characters of an answer in which it refuses all
_LONG = 60  # words of an answer that asks back and yet says more than that; or that hardly passes one of two over
_ASKED_AGAIN = 40  # words of a press turn that only asks once more


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer: whole, its sentences, and for each the words that it shares with each request's own."""

    whole: str
    sentences: Sequence[str]
    shared: Sequence[Sequence[int]]

    def turned_to(self, number: int, asks: str) -> bool:
        """Whether a sentence that shares words with a request turns to it or refuses."""
        return any(
            _TURNS_TO.match(words) or _REFUSES.search(words) if row[number] else _turns_in_han(words, asks)
            for words, row in zip(self.sentences, self.shared, strict=True)
        )

    def free_turns(self) -> int:
        """How many sentences after the first turn to something, or refuse it, in words of no request."""
        rest = zip(self.sentences[1:], self.shared[1:], strict=True)
        return sum(1 for words, row in rest if not any(row) and (_TURNS_TO.match(words) or _REFUSES.search(words)))

    def echoes(self, asks: str) -> bool:
        """Whether a sentence after the first, in words of no request, takes up the auxiliary by which a request begins: "Has
        he spoken to them?", "He has been on the phone."."""
        begins = _ASKS_YES_OR_NO.match(asks)
        forms = _FORMS.get(begins["aux"].lower()) if begins else None
        rest = zip(self.sentences[1:], self.shared[1:], strict=True)
        return forms is not None and any(not any(row) and forms.search(words[:60]) for words, row in rest)

    def yes_or_no(self) -> bool:
        """Whether a sentence after the first says yes or no."""
        return any(_YES_OR_NO.match(words) for words in self.sentences[1:])


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
    again = _asked_again(requests, own, next_asked)
    served = _served(text, answers[0], requests, own, again)
    return [[answers[0]] if number == 0 or serves else [] for number, serves in enumerate(served)]


def _turns_in_han(words: str, asks: str) -> bool:
    """Whether a Chinese sentence turns to something that a request names, be it in one character: "稅方面，"."""
    if words.isascii() or not _TURNS_TO.match(words):
        return False
    topic = _HAN_TOPIC.match(words)
    return topic is not None and any(character in asks for character in topic["topic"])


def _said(text: str, turn: Turn, own: Sequence[set[str]]) -> _Said:
    parts = [text[span.start : span.end] for span in sentences(text, turn.words, turn.end)]
    shared = [[len(each & words) for each in own] for words in map(content_words, parts)]
    return _Said(whole=text[turn.words : turn.end], sentences=parts, shared=shared)


def _served(
    text: str, answer: Turn, requests: Sequence[tuple[str, str]], own: Sequence[set[str]], again: int | None
) -> list[bool]:
    """Of several requests which one answer serves. `again`: the one that is put once more right after."""
    whole = text[answer.words : answer.end]
    words = content_words(whole)
    scores = [len(each & words) for each in own]
    if again is None and all(_answered(number, scores, asks, whole) for number, (asks, _) in enumerate(requests)):
        return [True] * len(requests)
    if _of_all(whole):
        return [True] * len(requests)
    said = _said(text, answer, own)
    free = said.free_turns()
    long = len(said.whole.split()) >= _LONG and len(requests) == 2
    served = []
    for number, (asks, _) in enumerate(requests):
        serves = said.turned_to(number, asks)
        if not serves and (number != again or scores[number] > 1):
            serves = _answered(number, scores, asks, said.whole)
            if (
                not serves
                and number
                and (free or (_ASKS_YES_OR_NO.match(asks) and (said.yes_or_no() or said.echoes(asks) or long)))
            ):
                free, serves = max(0, free - 1), True
        served.append(serves)
    return served


def _of_all(said: str) -> bool:
    """Whether an answer speaks of all that was asked: it counts the questions, or begins with a refusal."""
    refusal = _REFUSES.search(said[:_AT_ONCE])
    if refusal and not any(_TURNS_TO.match(part) for part in _ENDED.split(said[: refusal.end()])[1:]):
        return True
    return _COUNTED.search(said) is not None


def _answered(number: int, scores: Sequence[int], asks: str, said: str) -> bool:
    """Whether one answer to several requests serves a later one by its words or by what it gives."""
    if scores[number] > 1:
        return True
    for question, answer in _KINDS:
        if question.search(asks):
            return answer.search(said) is not None and (scores[number] > 0 or not any(scores))
    return scores[number] > 0 or not content_words(asks)


def _asked_again(requests: Sequence[tuple[str, str]], own: Sequence[set[str]], next_asked: str) -> int | None:
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
        elif at and text[turn.words : turn.end].lstrip()[:1] in _RESUMES and not turn.label == answers[at - 1].label:
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
    of_all, none = _of_all(whole), [0] * len(requests)
    return [
        share or (rest if of_all or _answered(number, none, requests[number][0], whole) else [])
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
