"""Which of several requests one answer serves.

An answer serves a request where it shares words of its own with it, turns to it ("As for ...", "On the second ..."), gives
the kind of thing that it asks for (a date to "when", a number to "how many"), says yes or no once more, or takes up its
auxiliary; all, where it speaks of all ("both questions"), is one refusal, or long; not one that the press puts again at once.
Patterns read lower case.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twotrack.reading.findings import Turn
from twotrack.reading.sentences import content_words, sentences

_COUNTED = re.compile(
    r"\b(?:(?:second|third|next|final|latter) (?:one|question|part|piece|point)|(?:last|other) (?:question|part"
    r"|piece)"
    r"|(?:on|to|for) (?:the|your) (?:second|third|last|latter|other)\b(?! (?:hand|time|day|week|month|year|side"
    r"|end))|(?:both"
    r"|all|those|these) questions|(?:to|on|of) both|all of (?:those|them|that|these)|beide fragen|les deux questions"
    r"|ambas preguntas)\b"
)
_REFUSES = re.compile(
    r"\b(?:not going to|won[’']t|can[’']t|cannot|(?:don[’']t|do not) have|(?:haven[’']t|have not) (?:even )?(?:seen"
    r"|heard)|nothing|refer you|not able to|no comment|not something|not in a position|decline to|(?:kann"
    r"|möchte|werde)"
    r" (?:ich|mich) (?:da)?(?:zu )?nicht|nicht äußern|nichts sagen|ne commente|je ne (?:peux|vais|ferai)"
    r"|pas de commentaire"
    r"|no (?:voy|vamos|puedo|podemos)|no tengo|sin comentarios)\b"
    r"|不[作予便]?[评評置][论論评評]|无可奉告|無可奉告|没有[可更]|沒有[可更]|不了解|不掌握"
)
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|january|february|march|april|june|july|august|september|october"
    r"|november|december|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|tomorrow|today|tonight|yesterday|(?:next|this|last) (?:week|month"
    r"|year|summer|spring|fall|autumn|winter)"
    r"|weeks|months|soon|20\d\d|date|timeline|timing|schedule\w*)\b|[月年]"
)
_NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|number"
    r"|figure|many|few)\b|[元万萬亿億%]"
)
_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+|\b(?i:minister|president|ambassador|envoy|officials?)\b|[长長]")
# what a request asks for by its kind, and what would give it
_KINDS = (
    (
        re.compile(r"\b(?:when|what (?:date|time|day)|how (?:soon|long))\b|何时|何時|什么时候|什麼時候|甚麼時候"),
        _DATE,
    ),
    (re.compile(r"\bhow (?:many|much)\b|多少"), _NUMBER),
    (re.compile(r"\bwhom?\b|[谁誰]"), _NAME),
)
# a sentence turns to a request. matches "On the second, that", "As for the delegation,", "Zu den Kosten", "至於行蹤";
# not "On Friday we", "On the one hand"
_TURNS_TO = re.compile(
    r"[\W]{0,3}(?:(?:and|so|but|then|well|okay|again|now|und|et|y),?\s){0,2}(?:on\s(?!(?:mon|tues|wednes|thurs"
    r"|fri|satur"
    r"|sun)day|the\sone\shand|that\snote|behalf)[\w’'-]{1,14}|second(?:ly)?\b|third(?:ly)?\b|lastly\b|finally\b"
    r"|as\s(?:for"
    r"|to|regards)\b|in\sterms\sof|regarding\b|concerning\b|to\syour|you\salso\sasked|with\s(?:regard"
    r"|respect)\sto|zu[mr]?\s"
    r"(?:den|dem|der|ihrer|[a-zäöü])|was\s[\w\s]{3,40}\s(?:angeht|betrifft)|zweitens|quant\s(?:à|au)"
    r"|s[’']agissant|pour\sce"
    r"\squi|deuxièmement|en\scuanto|respecto\s)|\W{0,3}(?:至[于於]|[关關][于於]|另外|第[二三]|[对對][于於])"
    r"|[\u3400-\u9fff]{1,6}方面，"
)
# what a Chinese sentence turns to. matches "稅方面，", "至於代表團的問題，"; not "今年不會加"
_HAN_TOPIC = re.compile(
    r"\W{0,3}(?:[至对對][于於]|[关關][于於])?(?P<topic>[\u3400-\u9fff]{1,10}?)(?:方面|的?[问問][题題]|，)"
)
# a sentence answers yes or no. matches "And yes, naturally", "No, it was not"; not "No country did"
_YES_OR_NO = re.compile(
    r"\W{0,3}(?:(?:and|but|so|und|et|y),?\s){0,2}(?:yes|no|ja|nein|oui|non"
    r"|sí)(?=[,.!;:—– ]{1,2}(?![a-z]+ (?:one|has)\b))"
)
_ASKS_YES_OR_NO = re.compile(
    r"\W{0,3}(?:(?:and|but|so|then|also|or),?\s){0,2}(?P<aux>do|does|did|is|are|was|were|will|would|can|could|should"
    r"|has|have|had|whether)\b"
)
_SUBJECT = r"\b(?:he|she|it|they|we|i|there|that|those|this)(?:\s\w{2,12}){0,2}?"
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
_ENDED = re.compile(r"(?<=[.?!])\s|(?<=[。？！])")
_HAN_BEGINS = "\u3400"
_AT_ONCE = 90  # characters of an answer in which it refuses all
_LONG = 60  # words of an answer that asks back and yet says more than that; or that hardly passes one of two over


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer in lower case: whole, its sentences, and for each whether it shares words with each request's own."""

    whole: str
    sentences: Sequence[str]
    shared: Sequence[Sequence[bool]]

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
        begins = _ASKS_YES_OR_NO.match(asks.lower())
        forms = _FORMS.get(begins["aux"]) if begins else None
        rest = zip(self.sentences[1:], self.shared[1:], strict=True)
        return forms is not None and any(not any(row) and forms.search(words[:60]) for words, row in rest)

    def yes_or_no(self) -> bool:
        """Whether a sentence after the first says yes or no."""
        return any(_YES_OR_NO.match(words) for words in self.sentences[1:])


def _turns_in_han(words: str, asks: str) -> bool:
    """Whether a Chinese sentence turns to something that a request names, be it in one character: "稅方面，"."""
    if words.isascii() or not _TURNS_TO.match(words):
        return False
    topic = _HAN_TOPIC.match(words)
    return topic is not None and any(character in asks for character in topic["topic"])


def _said(text: str, turn: Turn, shared: Sequence[set[str]]) -> _Said:
    """An answer by its sentences; `shared`: the words that all of it shares with each request's own."""
    parts = [text[span.start : span.end].lower() for span in sentences(text, turn.words, turn.end)]
    keys = [[word if word[0] >= _HAN_BEGINS else f" {word}" for word in words] for words in shared]
    rows = [[any(key in f" {part}" for key in mine) for mine in keys] for part in parts]
    return _Said(whole=text[turn.words : turn.end].lower(), sentences=parts, shared=rows)


def served(
    text: str, answer: Turn, requests: Sequence[tuple[str, str]], own: Sequence[set[str]], again: int | None
) -> list[bool]:
    """Of several requests (the words that put each; the words that are its own) which one answer serves; the first is not
    judged by the kind of thing it asks for alone. `again`: the one that is put once more right after."""
    whole = text[answer.words : answer.end]
    words = content_words(whole)
    scores = [len(each & words) for each in own]
    if again is None and all(answered(at, scores, requests[at][0], whole) for at in range(1, len(requests))):
        return [True] * len(requests)
    if of_all(whole):
        return [True] * len(requests)
    said = _said(text, answer, [each & words for each in own])
    free = said.free_turns()
    long = len(said.whole.split()) >= _LONG and len(requests) == 2
    found = []
    for number, (asks, _) in enumerate(requests):
        serves = said.turned_to(number, asks)
        if not serves and (number != again or scores[number] > 1):
            serves = answered(number, scores, asks, whole)
            if (
                not serves
                and number
                and (free or (_ASKS_YES_OR_NO.match(asks.lower()) and (said.yes_or_no() or said.echoes(asks) or long)))
            ):
                free, serves = max(0, free - 1), True
        found.append(serves)
    return found


def of_all(said: str) -> bool:
    """Whether an answer speaks of all that was asked: it counts the questions, or begins with a refusal."""
    said = said.lower()
    refusal = _REFUSES.search(said[:_AT_ONCE])
    if refusal and not any(_TURNS_TO.match(part) for part in _ENDED.split(said[: refusal.end()])[1:]):
        return True
    return _COUNTED.search(said) is not None


def answered(number: int, scores: Sequence[int], asks: str, said: str) -> bool:
    """Whether one answer to several requests serves a later one by its words or by what it gives."""
    if scores[number] > 1:
        return True
    low = asks.lower()
    for question, answer in _KINDS:
        if question.search(low):
            return answer.search(said if answer is _NAME else said.lower()) is not None and (
                scores[number] > 0 or not any(scores)
            )
    return scores[number] > 0 or not content_words(asks)
