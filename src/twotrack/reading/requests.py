"""What a press turn asks for: its words cut into requests that could each be answered on its own."""

import re
from dataclasses import dataclass

from twotrack.reading.findings import Span
from twotrack.reading.sentences import content_words, sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One thing asked for: the sentences that ask it, and all words about it, the lead included."""

    asks: tuple[Span, ...]
    about: str


_AUX = (
    r"(?:do|does|did|is|are|was|were|will|would|can|could|should|has|have|had|isn[’']t|aren[’']t|wasn[’']t|don[’']t"
    r"|doesn[’']t|didn[’']t|won[’']t|can[’']t)"
)
_WH = r"(?:what(?:[’']s)?|why|how(?:[’']s)?|when|where|who(?:[’']s)?|which|whether)"
# asks without a question mark. matches "I was hoping you could", "just wanted to clarify whether", "Just
# curious if", "请问", "能否"; not "I wanted to thank you"
_INDIRECT = re.compile(
    r"(?i)\b(?:(?:was|am|[’']m|just|been) (?:just )?(?:hoping|wondering|curious|not sure whether"
    r"|trying to understand)|wondering (?:if|whether|what|how|why)"
    r"|(?:want(?:ed)?|like) to (?:ask|clarify|know|get (?:your|a)|confirm|check|see (?:if|whether)|understand"
    r"|hear|revisit|follow up on)"
    r"|(?:could|can|would) you (?:please |just |also |maybe |possibly )*(?:talk|tell|give|say|explain|comment"
    r"|describe|elaborate|clarify|confirm|speak|provide|share|walk|be|expand|update|address|respond)"
    r"|(?:please|any|your) (?:comments?|reaction|response|update|details?|confirmation|elaborate|tell us"
    r"|explain|confirm|clarify)|do you have any|my question is|the question is)\b"
    r"|请(?:问|介绍|说明|谈|证实|评论|透露)|能否|是否|有何|如何|怎么|为何|为什么|什么|吗|呢|评论"
)
# a question by its order of words, where the mark is lost. matches "Does this come up", "And how did they
# answer"; not "Is." or "What I mean is"
_INVERTED = re.compile(
    rf"(?i)^[\W]{{0,3}}(?:(?:so|and|but|also|then|sir|well|again|now|or),?\s){{0,3}}(?:{_AUX}\s(?:you|he|she"
    rf"|they|we|it|the|this|these|that|those|there|any|anyone|anybody|your|china|[A-Z]\w+)\b"
    rf"|(?:what|why|how|when|where|who|which)\s(?:\w+\s){{0,2}}?{_AUX}\b)"
)
# no request though it asks. matches "Can you hear me?", "May I follow up?", "One more?", "How are you?"; not
# "May I ask about the list?"
_NO_REQUEST = re.compile(
    r"(?i)[\W]{0,3}(?:(?:hi|hey|hello|sorry|thanks|thank you|sir|yes|yeah|okay|great|and|so|but|well)\b[,.]?\s){0,3}"
    r"(?:(?:can|could|do) you (?:guys |all )?hear me(?: (?:now|okay|all right))?|how are you(?: (?:doing|today"
    r"|all|guys))*|(?:may|can|could|might) i (?:just |please |quickly |also )*(?:follow[ -]?up|ask (?:you )?"
    r"(?:a|one|another|two)\b.{0,40}"
    r"|get (?:one|a).{0,30}|have (?:one|a) .{0,30})(?: (?:just|quickly|quick|on that|one more|please|one"
    r"|more))*|(?:just )?(?:one|a quick|a) (?:more|last|follow[ -]?up|other)(?: (?:question|thing|one))?|"
    r"(?:a )?follow[ -]?up|me|(?:is it )?my turn|i[’']?m sorry"
    r"|what|excuse me|sorry|really|right|okay|yes|no|can i go|should i go|(?:can|may) i)(?:,? (?:please|sir"
    r"|if i may|if i could|quickly))*[?.]?[\W]{0,3}"
)
# a further request begins. matches "And secondly,", "Second question is", "And then,", "On Burma,", "And just
# last, on trade"; not "And if so"
_FURTHER = re.compile(
    r"(?i)^[\W]{0,3}(?:(?:and|but|so|then|just|also|my|the|a)[,]?\s){0,3}?(?:(?:and )?then\b,?(?! again)|also\b"
    r"|second(?:ly)?\b|third(?:ly)?\b|last(?:ly)?\b|final(?:ly)?\b|separately\b|another\b|one more\b"
    r"|one other\b|next\b|additionally\b"
    r"|other question\b|different(?:ly)?\b|back to\b|in general\b|if i (?:may|could)\b|following up on\b"
    r"|turning to\b|on (?:a (?:different|separate|related)|another|the|your|that|[a-z]+)\b.{0,60}[,:]"
    r"|quickly on\b|two(?:,|:)|number two\b)"
    r"|^(?:另外|此外|第二|其次|还有|最后)"
)
_CONTINUES = re.compile(
    r"(?i)^[\W]{0,3}(?:(?:and|so|but),?\s)?(?:or\b|if so\b|and if\b|i mean\b|in other words\b|that is\b"
    r"|meaning\b|because\b|like\b)"
)
_POINTS_BACK = re.compile(
    r"(?i)\b(?:that|it|this|those|these|them|there|so|either)\b\s?(?:[?.,]|$)"
    r"|\b(?:it|those|these|that issue|that one|they)\b|\b(?:this|that) (?:behind|up|out|on|in|as|with|about)\b"
)
# asks for more on what was said; the question after it says of what. matches "can you elaborate on that?"
_OPEN = re.compile(
    r"(?i)\b(?:elaborate|comment|expand|more (?:details?|specific|color)) ?(?:on (?:that|this|it))?[?.]?$"
)
# says what the question will be about. matches "I just wanted to ask on the list."; not "I wanted to ask why he left."
_ANNOUNCED = re.compile(
    r"(?i)\b(?:want(?:ed)?|like) to (?:ask|follow up|revisit|get back|go back|touch)(?: you)? (?:about|on|to"
    r"|a question)\b[^?]{0,80}\.$"
)
# only calls on somebody. matches "Mr. Hall?", "Anna?"; not "Why?"
_CALL = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr|Madam) ?\.? ?)?(?!Wh|How|Is|Are|Did|Do|Any|And|So|But)[A-Z][\w’'-]{1,20}\?")
# one sentence, two requests. matches "the talks on Tibet, and was he raised?", ", and then also to talk"
_WITHIN = re.compile(
    rf"(?i),\s+(?:and\s+(?:then\s+)?(?:also\s+)(?=(?:to\s)?(?:talk|tell|give|say|what|how|why|whether|if|"
    rf"{_AUX})\b)|and\s+(?={_AUX}\s(?:the|a|an|any|there|your)\s)|(?=if\s+you\s+could\s+(?:give|talk|tell|say"
    rf"|describe)))"
)


def find_requests(text: str, start: int, end: int) -> list[Request]:
    """The requests in text[start:end], in order; [] for thanks, greetings and statements."""
    found: list[list[Span]] = []
    lead = start
    leads: list[int] = []
    previous = ""
    fresh = True  # a further request was announced since the last one
    for sentence in sentences(text, start, end):
        words = text[sentence.start : sentence.end]
        if (
            _FURTHER.search(words)
            or text[max(start, sentence.start - 3) : sentence.start].count("\n") > 1
            or _blank_before(text, start, sentence.start)
        ):
            fresh = fresh or not _CONTINUES.search(words)
        if not is_request(words):
            continue
        for part in _parts(text, sentence):
            own = _joined(text[part.start : part.end])
            if found and not (fresh or part.start != sentence.start or _is_new(previous, own)):
                found[-1].append(part)
            else:
                found.append([part])
                leads.append(lead)
            fresh, previous, lead = False, own, part.end
    ends = [*leads[1:], end]
    return [
        Request(asks=tuple(asks), about=text[left : max(right, asks[-1].end)])
        for asks, left, right in zip(found, leads, ends, strict=False)
    ]


def _joined(words: str) -> str:
    """The words on one line, as the patterns expect them."""
    return " ".join(words.split())


def is_request(sentence: str) -> bool:
    """Whether a sentence puts a request."""
    sentence = _joined(sentence)
    if _NO_REQUEST.fullmatch(sentence) or _CALL.fullmatch(sentence):
        return False
    return (
        sentence.rstrip("”\"’') ").endswith(("?", "？"))
        or bool(_INDIRECT.search(sentence))
        or bool(_INVERTED.match(sentence))
    )


def _blank_before(text: str, start: int, at: int) -> bool:
    """Whether a blank line stands between a sentence and the one before it."""
    gap = text[max(start, at - 60) : at]
    return gap[len(gap.rstrip()) :].count("\n") > 1


def _parts(text: str, sentence: Span) -> list[Span]:
    """A sentence cut where it puts a further request of its own."""
    parts, at = [], sentence.start
    for match in _WITHIN.finditer(text, sentence.start, sentence.end):
        if match.start() - at > 15 and sentence.end - match.end() > 15:
            parts.append(Span(at, match.start()))
            at = match.end()
    return [*parts, Span(at, sentence.end)]


def _is_new(before: str, own: str) -> bool:
    """Whether a question right after another asks for something else: it points back at nothing and shares few words."""
    if (
        _ANNOUNCED.search(before)
        or _CONTINUES.search(own)
        or _POINTS_BACK.search(own)
        or (_OPEN.search(before) and len(before.split()) < 25)
    ):
        return False
    words, earlier = content_words(own), content_words(before)
    return len(words) >= 4 and len(words & earlier) * 4 < len(words)
