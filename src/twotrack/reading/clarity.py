"""How an exchange fared: a reply, ambivalent, or no reply. The labels are those of CLARITY (Thomas et al., 2024).

Plain rules: a refusal, ignorance or a question back near the beginning of what was said is no reply; a direct yes or no
to such a question, the number or time that was asked for, or the request's own words in a plain statement is a reply;
all else is ambivalent. The words that decide are the evidence.
"""

import re
from collections.abc import Mapping, Sequence

from twotrack.reading.answers import MARK, find_answers
from twotrack.reading.findings import Span
from twotrack.reading.known import Answered, Known
from twotrack.reading.sentences import content_words
from twotrack.vocabulary import Clarity, Technique

_I = r"(?:I|we)(?:[’']m|[’']re|[’']ll|[’']d|[’']ve|\sam|\sare|\swill|\swould|\shave)?"
# declines. matches "I’m not going to get into the details", "I’ll not go into specifics", "I would refer you to",
# "nothing to announce", "we do not discuss cases";
# not "we’re not going to change", "They didn’t get into specifics"
DECLINES = re.compile(
    rf"(?i)\b{_I}\s(?:just\s|really\s|certainly\s|also\s|probably\s)*(?:not\s(?:going\sto|gonna)|won[’']t|not"
    rf"|can[’']t|cannot|don[’']t\swant\sto|do\snot\swant\sto|prefer\snot\sto|rather\snot)\s(?:be\sable\sto\s"
    rf"|just\s|really\s|even\s|yet\s)*"
    r"(?:get|go|getting\sinto|going\sinto|say\s(?:more|anything|who|what)|speak\s(?:to|about|for)|comment"
    r"|discuss|clarify|read\s(?:out|into)|preview|characteri[sz]e|speculate|detail|elaborate|share|talk\sabout"
    r"|confirm|disclose|name|negotiate|weigh|litigate|engage|address)\b"
    rf"|\b{_I}\s(?:just\s|have\sto\s)?(?:refer|direct|point)\s(?:you|questions)\b|\b{_I}\s(?:really\s)?(?:have"
    rf"|got)\s(?:nothing|no\s(?:comment|announcement|update|readout|further))\b|\bnothing\s(?:more\s|further\s"
    rf"|new\s)?(?:for\syou|to\s(?:announce|preview|add|share|report|say))\b"
    r"|\bno\scomment\b|\bdeclin(?:e|ed|ing)\sto\b|\bwe\s(?:do\snot|don[’']t)\s(?:discuss|comment|get\sinto)\b"
    r"|\blet\s(?:them|him|her|the\s[\w\s]{3,30}?)\sspeak\b|\bI[’']ll\sleave\s(?:it|that|other"
    r"|those)\s[^.]{0,40}?(?:in|to)\s(?:those|the|them|him|her)\b"
    r"|不讨论|不评论|不予置评|无可奉告|没有更多|没有(?:可以|什么)?(?:信息|消息)(?:可以)?|不便|建议你?向"
)
# leaves it half said. matches "I don’t want to get into every detail", "go into every case"
_EVERY = re.compile(r"(?i)\b(?:every|all|each)\s(?:of\s(?:the|those)\s)?(?:details?|case|one|aspect|individual|single)")
# only ends an answer. matches "I’ll leave it at that", "I’m not going to say more than that"
_CLOSES = re.compile(r"(?i)\bleave\sit\s(?:at\sthat|there)|\bmore\sthan\sthat\b|\bany\sf[au]rther\sthan\sthat\b")
# does not know. matches "I don’t know", "I can’t say", "I’m not sure", "so I can’t –", "haven’t seen"; not "I don’t
# know that there is", "you know"
IGNORANT = re.compile(
    r"(?i)\bI\s(?:really\s|just\s|honestly\s)?(?:don[’']t|do\snot)\s(?:know\b(?!\sthat)|have\s(?:any\s|an?\s"
    r"|the\s|that\s|those\s|more\s)?(?:information|details?|specifics|answer|numbers?|figure|date|update"
    r"|readout|insight)|recall|remember)|\bI\s(?:can[’']t|cannot)\s(?:say|tell|compare|answer|speak\sto)\b"
    r"|\bso\sI\scan[’']t\s?[–—-]|\bI\s(?:have\sno\s(?:idea|information)|haven[’']t\s(?:seen|heard|spoken))"
    r"|\bI[’']?(?:m|\sam)\snot\s(?:familiar|tracking|in\sa\sposition|aware|sure)\b|\b(?:have\sto|will|let\sme"
    r"|I[’']ll)\s(?:check|get\sback|look\sinto|take\sthat)\b|不了解|不掌握|不清楚"
)
# a question back. matches "What do you mean?", "Can you repeat that?"
_ASKS = re.compile(r"\?[\W]*\Z")
# a question that takes yes or no. matches "Did you raise", "Is there any", "was the Dalai Lama raised"; not "What did
# you", "Can you elaborate"
_YES_NO = re.compile(
    r"(?i)(?:\A|[,;:.–—]\s|\b(?:and|but|so|or|then|secondly|also|whether|if)\b,?\s)(?:\w+,\s)?(?:did|do|does|is"
    r"|are|was|were|has|have|had|will|would|should|isn[’']t|aren[’']t|didn[’']t|whether|if)\s(?:you|he|she|they"
    r"|we|it|there|the|this|that|these|those|any|your|jake|china|[A-Z]\w+)\b|吗[？?]|是否"
)
_ELABORATE = re.compile(
    r"(?i)\b(?:elaborate|be\s(?:a\s(?:little|bit)\s)?more\sspecific|more\scolor|talk\s(?:a\s(?:little"
    r"|bit)\s)?(?:bit\s)?(?:more\s)?about|describe|characterize|give\sus\s(?:a\ssense|more))\b"
)
# yes or no. matches "No, not that I am aware", "Yes.", "We did indeed", "We brought it up", "We didn’t set a time",
# "Absolutely"; not "Now,", "Not"
_DIRECT = re.compile(
    r"(?i)\A\W{0,3}(?:(?:well|sure|okay|look|so|again|thanks?(?:\syou)?(?:\s\w+){0,4}|but|oh|hey|hi|yeah|um|uh"
    r"|i\sthink|right|actually|in\sfact|certainly)\W{1,3}){0,4}(?:yes\b|yeah\b|no\b(?!\sdoubt|\squestion)"
    r"|nope\b|absolutely\b|correct\b|that[’']s\s(?:right|correct)|exactly\b|of\scourse\b(?!,\swhile)"
    r"|not\s(?:yet|at\sall|really)\b|never\b|indeed\b|是的|没有|有的"
    r"|(?:we|they|he|she|it|i|there)\s(?:did|didn[’']t|do|don[’']t|was|wasn[’']t|were|weren[’']t|is|isn[’']t"
    r"|are|aren[’']t|has|hasn[’']t|have|haven[’']t|will|won[’']t|would|wouldn[’']t)(?:\s(?:indeed|not"
    r"|so))?(?:[.,]|\s(?:say|any|no|a|an)\b)|we\sbrought\sit\sup|that\s(?:was|is)\snot\b"
    r"|i\s(?:don[’']t\sknow\sthat|wouldn[’']t\ssay))"
)
# how many, when, who, why: and what would answer it
_ASKED_FOR = (
    (
        re.compile(r"(?i)\bhow\s(?:many|much|long|often)\b|多少|几"),
        re.compile(
            r"(?i)\b\d+\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
            r"|forty|fifty|dozen|hundred|thousand)\b|[一二三四五六七八九十百]+"
        ),
    ),
    (
        re.compile(r"(?i)\b(?:when|what\s(?:month|date|day|time|year))\b|何时|什么时候"),
        re.compile(
            r"(?i)\b(?:set\sa\s(?:time|date)|next\s(?:week|month|year)|january|february|march|april|may\s\d"
            r"|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday"
            r"|20\d\d|tomorrow|today|spring|summer|autumn|fall|winter)\b|\d+[月日年]"
        ),
    ),
    (
        re.compile(r"(?i)\bwhy\b|\bhow\sdo\syou\sexplain\b|为何|为什么"),
        re.compile(
            r"(?i)\b(?:because|reasons?|that[’']s\swhy|so\sthat|in\sorder\sto|put\soff|due\sto|as\sa\sresult)\b|因为"
        ),
    ),
    (re.compile(r"(?i)\bwho\b|谁"), re.compile(r"\b[A-Z][a-z]+\s[A-Z][a-z]+\b")),
)
_PLAIN = re.compile(
    r"(?i)\b(?:we|they|he|she|I|it|sides|side|there)(?:[’']\w+)?\s(?:\w+\s){0,2}?(?:raised|discussed|talked"
    r"|spoke|brought|met|agreed|agree|made|set|asked|told|did|didn[’']t|had|have|will|remains?|see|is|are|举行"
    r"|同意)\b|举行|同意|介绍|提出"
)
# about the asking, no answer. matches "Thanks for those questions.", "You broke up", "I’ll take the first question.",
# "You asked about Burma as well.", "Okay."
META = re.compile(
    r"(?i)\A\W{0,3}(?:(?:(?:thanks?|thank\syou)\b[^.?!]{0,60}|you\s(?:broke\sup|asked)\b.{0,160}"
    r"|i[’']ll\stake\s(?:this|that|it|the\s\w+\s(?:one|question))|i[’']m\s(?:sorry|going\sto\stake\sthat\sone)"
    r"|is\sthat\sright|okay|sure|great|hey\b.{0,20}|well|look|so)\W*(?:great\squestion\W*)?)\Z"
)
_LONGEST_META = 400  # characters with the blanks between them
_LOOKED_AT = 5  # sentences of an answer that may show what it speaks of
_EARLY = 28  # words that may stand before a refusal that is no mere ending


def find_clarity(known: Known) -> Mapping[str, Answered]:
    """For each exchange its clarity, the technique (None where unanswered) and the words that decide."""
    answers = find_answers(known)
    found: dict[str, Answered] = {}
    for exchange in known.exchanges:
        spans = answers.get(exchange.id, [])
        asked = " ".join(" ".join(known.text[a:b].split()) for a, b in exchange.mentions)
        found[exchange.id] = judge(known.text, asked, spans) if spans else (Clarity.UNANSWERED, None, ())
    return found


def judge(text: str, asked: str, spans: Sequence[Span]) -> Answered:
    """The clarity of what was said in some sentences of a text to a request."""
    spans = [span for span in spans if not _about_asking(text, span)] or spans
    said = [_on_one_line(text[a:b]) for a, b in spans]
    counts = [words.count(" ") + 1 for words in said]
    total = sum(counts)
    before = 0
    closing: Span | None = None
    for span, words, count in zip(spans, said, counts, strict=True):
        if _has(words, _MAY_DECLINE) and DECLINES.search(words) and not _EVERY.search(words):
            early = before <= _EARLY or before * 3 <= total or MARK.match(words) is not None
            if (
                early
                and not (_CLOSES.search(words) and before > _EARLY)
                and not (before and _answered(asked, said, words))
            ):
                return Clarity.NON_REPLY, Technique.DECLINING, (span,)
            closing = span
        before += count
    own = content_words(asked)
    shares = [len(own & content_words(words)) for words in said[:_LOOKED_AT]]
    direct = _direct(asked, spans, said, shares)
    if direct is None:
        for number, (span, words) in enumerate(zip(spans[:4], said[:4], strict=True)):
            if IGNORANT.search(words) and ", but " not in words and (number < 2 or total < 60) and total < 90:
                return Clarity.NON_REPLY, Technique.IGNORANCE, (span,)
        if total < 40 and spans and _ASKS.search(said[-1]):
            return Clarity.NON_REPLY, Technique.CLARIFICATION, (spans[-1],)
    if direct is not None and closing is None:
        return Clarity.REPLY, Technique.EXPLICIT, (direct,)
    if closing is not None:
        return Clarity.AMBIVALENT, Technique.PARTIAL, (closing,)
    return _ambivalent(spans, shares)


_MAY_DECLINE = (
    *("not", "n’t", "n't", " no ", "No", "NO ", "othing", "eclin", "refer", "direct", "point", "leave"),
    *("et them", "et him", "et her", "et the", "不", "没", "無", "无", "建议"),
)
_MAY_NOT_KNOW = ("n’t", "n't", "not", "NOT", " no ", "heck", "back", "look", "take", "不")


def _has(words: str, pieces: Sequence[str]) -> bool:
    """Whether a sentence holds any of the pieces of text without which a pattern matches nothing in it."""
    return any(map(words.__contains__, pieces))


def _on_one_line(words: str) -> str:
    return " ".join(words.split()) if "\n" in words or "  " in words or "\u00a0" in words else words


def _answered(asked: str, said: Sequence[str], refusal: str) -> bool:
    """Whether a plain answer stands before a refusal."""
    first = said[: said.index(refusal)]
    return bool(_YES_NO.search(asked)) and any(_DIRECT.match(words) for words in first)


def _about_asking(text: str, span: Span) -> bool:
    """Whether a sentence is about the asking and no answer."""
    return (
        span.end - span.start < _LONGEST_META and META.match(" ".join(text[span.start : span.end].split())) is not None
    )


def _direct(asked: str, spans: Sequence[Span], said: Sequence[str], shares: Sequence[int]) -> Span | None:
    """The sentence that gives what was asked, None where none does. `shares`: how many of the request's words the first
    sentences bear."""
    yes_no = _YES_NO.search(asked) is not None and not _ELABORATE.search(asked)
    for span, words in list(zip(spans, said, strict=True))[:3]:
        if yes_no and _DIRECT.match(words):
            return span
    for question, answer in _ASKED_FOR:
        if question.search(asked):
            for span, words in list(zip(spans, said, strict=True))[:6]:
                if answer.search(words) and not IGNORANT.search(words):
                    return span
    least = min(len(content_words(asked)), 12)
    for span, words, shared in list(zip(spans, said, shares, strict=False))[:5]:
        if shared >= (2 if yes_no else 3) and shared * 4 >= least and _PLAIN.search(words):
            return span
    return None


def _ambivalent(spans: Sequence[Span], shares: Sequence[int]) -> Answered:
    """Something was said, not what was asked: in general where it shares the request's words, else beside it."""
    at = shares.index(max(shares))
    technique = Technique.GENERAL if shares[at] else Technique.DODGING
    return Clarity.AMBIVALENT, technique, (spans[at],)
