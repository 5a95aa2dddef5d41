"""What a press turn asks for: its words cut into requests that could each be answered on its own."""

import re
from dataclasses import dataclass
from itertools import pairwise

from twotrack.reading.findings import Span
from twotrack.reading.sentences import content_words, on_one_line, sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One thing asked for: the sentences that ask it, and all words about it, the lead included."""

    asks: tuple[Span, ...]
    about: str


_AUX = (
    r"(?:do|does|did|is|are|was|were|will|would|can|could|should|has|have|had|isn[’']t|aren[’']t|wasn[’']t|don[’']t"
    r"|doesn[’']t|didn[’']t|won[’']t|can[’']t)"
)
_SUBJECT = r"(?:you|he|she|they|we|it|the|this|these|that|those|there|any|anyone|anybody|your|his|her|their|our)"
_WH = r"(?:what(?:[’']s)?|why|how(?:[’']s)?|when|where|who(?:[’']s|m)?|which|whether)"
# the auxiliary follows the question word, or the noun that goes with it. matches "when was", "what cases were", "how many
# people are"; not "when Ana was", "what I mean is"
_WITH_NOUN = rf"(?:what|which|whose|how)\s(?:(?!(?:i|we|you|they|he|she|it|the)\s)\w{{1,20}}\s){{1,2}}?{_AUX}"
_ASKING_WH = rf"(?:{_WH}\s{_AUX}|{_WITH_NOUN})\b"
# asks without a question mark. matches "I was hoping you could", "just wanted to clarify whether", "Just curious if",
# "I’d like your reaction"; not "I wanted to thank you". On lower case
_INDIRECT = re.compile(
    r"(?:\b(?:hoping|wondering|wonder|wondered|curious)\b|\b(?:not sure whether|trying to understand)\b"
    r"|\b(?:want(?:ed)?|like|love) to (?:ask|clarify|know|get (?:your|a)|confirm|check|see (?:if|whether)|understand"
    r"|hear|revisit|follow up (?:on|about|with))\b|\b(?:like|want(?:ed)?|need) (?:your (?:reaction|response"
    r"|comments?|view|thoughts)|(?:any|some|more) (?:information|details?))"
    r"|\b(?:could|can|would|will) you (?:please |just |also |maybe |possibly )*(?:talk|tell|give|say|explain|comment"
    r"|describe|elaborate|clarify|confirm|speak|provide|share|walk|be|expand|update|address|respond|remind)\b"
    r"|\b(?:please|any) (?:comments?|reaction|response|update|details?|confirmation|elaborate|tell us"
    r"|comment|explain|confirm|clarify)\b"
    r"|\byour (?:reaction|response|comments?|thoughts|assessment) (?:on|to|about)\b"
    r"|^\W{0,3}(?:and |please |just )?(?:tell us|talk about|explain|describe|what about|how about)\b"
    r"|\bi asked (?:you )?(?:what|whether|if|why|how|when|who)\b|^\W{0,3}(?:and |then |so )?(?:name|list"
    r"|give) (?:me|us|one|a|an|some|any|two)\b"
    r"|\bdo you have any\b|\b(?:my|the) (?:\w{1,12} )?question is\b"
    rf"|,\s(?:then\s)?(?:why|how|what|where)\s{_AUX}\s{_SUBJECT}\s"
    r"|\b(?:pouvez|pourriez)-vous\b|\bvoudrais savoir\b|\baimerais savoir\b|\best-ce que?\b"
    r"|\bkönnten sie\b|\bmöchte (?:wissen|fragen)\b"
    r"|\bpodría\b|\b(?:quisiera|quería) (?:saber|preguntar)\b|\bgustaría (?:saber|preguntar)\b)"
)
# whatever _INDIRECT matches holds one of these words, or one of these strings: they tell whether to try
_ASKING_TEXT = """
asked name list give hoping wondering wonder wondered curious trying whether question reaction response comment
comments comments? view thoughts update details detail
information confirmation elaborate assessment pouvez-vous pourriez-vous savoir savoir, est-ce könnten wissen fragen podría
preguntar saber
"""
_ASKING = frozenset(_ASKING_TEXT.split())
_ASKED_TO = (
    *(
        "could you",
        "can you",
        "would you",
        "will you",
        "do you have any",
        "tell us",
        "talk about",
        "explain",
        "describe",
    ),
    *("confirm", "clarify", "what about", "how about", " to ask", " to know", " to get", " to check", " to see"),
    *(
        " to understand",
        " to hear",
        " to revisit",
        " to follow up",
        ", why ",
        ", how ",
        ", what ",
        ", where ",
        ", then ",
    ),
)
# each of _ASKED_TO holds one of these words
_ASKED_WITH_TEXT = """
you tell talk explain explain: describe confirm clarify about ask know get check see understand hear revisit follow why
how what where then
"""
_ASKED_WITH = frozenset(_ASKED_WITH_TEXT.split())


def _may_ask(low: str) -> bool:
    """Whether a sentence without a question mark may put a request."""
    words = low.replace(",", "").replace(".", "").split()
    if not _ASKING.isdisjoint(words):
        return True
    return not _ASKED_WITH.isdisjoint(words) and any(asked in low for asked in _ASKED_TO)


# the same in Chinese and Japanese. matches "请问", "能否", "有何评论", "是否", "吗", "ますか"; not "发表评论"
_HAN_INDIRECT = re.compile(
    r"请(?:问|您|你|介绍|说明|谈|证实|评论|透露|发言人)|請(?:問|您|你|介紹|說明|談|證實|評論|透露|發言人)|[能可]否"
    r"|[有作][何出什]么?(?:评论"
    r"|評論"
    r"|回应"
    r"|回應"
    r"|看法)"
    r"|(?:如何|怎么|怎麼)(?:看|评|評|回应|回應)|有何|[吗嗎呢]$|(?:ます|です|でしょう|ません|ました|でした)か$|[想要](?:问|問|了解|请教|請教)"
)
# a question by its order of words, where the mark is lost. matches "Does this come up", "And how did they
# answer"; not "Is.", "What I mean is" or "but did not appear"
_INVERTED = re.compile(
    rf"\W{{0,4}}(?:(?:[Ss]o|[Aa]nd|[Bb]ut|[Aa]lso|[Tt]hen|[Ss]ir|[Ww]ell|[Aa]gain|[Nn]ow|[Oo]r),?\s){{0,3}}"
    rf"(?:(?i:{_AUX}\s{_SUBJECT}\b)|(?i:{_AUX})\s[A-Z]\w|(?i:{_ASKING_WH}))"
)
# words of which a question is made that asks for nothing but to be heard. "Can you hear me?", "May I follow up?",
# "One more?", "Good afternoon?", "Change of topic?"; not "Why?", "Was it raised?"
_NOTHING_TEXT = """
can could may might do you hear me us i we just please quickly quick also ask a an the one another two couple
few more last next
question questions follow up follow-up followup followups thing have get go on to that and so but well yes yeah
yep no okay ok right sorry excuse hi hey hello
thanks thank sir ma’am ma'am madam all guys now still here there great sure hmm hm huh mm mm-hmm what’s mean
good morning afternoon
evening everyone everybody add squeeze in if of different change topic topics subject subjects my turn minute
second moment for your time you’re
today doing today? turn really say hold wait correct alright very much much am i’m i'm being heard listening
line ready start begin
"""
_NOTHING = frozenset(_NOTHING_TEXT.split())
_NO_REQUEST = re.compile(
    r"(?:(?:(?:hi|hello|hey),? )?how are (?:you|things)(?: (?:doing|today|all|guys))*|is it my turn|what|really"
    r"|excuse me|(?:may"
    r"|can|could|might) i (?:\w+ ){0,4}?"
    r"(?:follow[- ]?up|ask|get|have|put|pose)\b.{0,30}\b(?:question|questions|one|more|follow-?up)(?: (?:to|on"
    r"|from|of) .{1,40})?)\W{0,3}"
)
# a further request begins. matches "And secondly,", "Second question is", "And then,", "On Burma,", "And just
# last, on trade", "the big question:"; not "And if so". On lower case
_FURTHER = re.compile(
    r"\W{0,3}(?:(?:and|but|so|then|just|also|my|the|a)[,]?\s){0,3}?(?:(?:and )?then\b,?(?! again)|also\b"
    r"|second(?:ly)?\b|third(?:ly)?\b|last(?:ly)?\b|final(?:ly)?\b|separately\b|relatedly\b|another\b|one more\b"
    r"|one other\b|next\b|additionally\b|besides\b|moreover\b"
    r"|(?:\w{1,12} )?question\b(?: is)?(?::|,| is\b)|different(?:ly)?\b|back to\b|in general\b"
    r"|if i (?:may|could)\b|following up on\b"
    r"|(?<=and )(?:mr|mrs|ms|madam|minister|commissioner|secretary|president|herr|frau|monsieur"
    r"|madame)\b[^,.?]{1,30},"
    r"|turning to\b|on (?:a (?:different|separate|related)|another|the|your|that|[a-z]+)\b.{0,60}[,:]"
    r"|quickly on\b|two(?:,|:)|number two\b|deuxièmement|ensuite|d[’']autre part|zweitens|außerdem"
    r"|und dann|segundo|además|por otra parte)"
    r"|\W{0,3}(?:另外|此外|同时|同時|第[二三四]|其次|[还還]有|最[后後]|再[问問]|[还還]想|再[者就])"
)
_CONTINUES = re.compile(
    r"\W{0,3}(?:(?:and|so|but),?\s)?(?:or\b|if so\b|if not\b|and if\b(?! \w{1,8} (?:don|doesn|didn|won|isn|aren"
    r"|can)[’']t\b)|i mean\b|in other words\b|that is\b"
    r"|meaning\b|because\b|like\b|why(?: not| so| is that| was that)?\W{0,3}$|how so\b|what kind\b"
    r"|for example\b|specifically\b)"
)
_AND = re.compile(r"\W{0,3}(?:(?:and|plus|et|und|y)\b|以及)")
_OTHER_WH = re.compile(r"\W{0,3}and,?\s(?:to\s|with\s|by\s)?(whom?|when|where|how many|how much|how long)\b")
_POINTS_BACK = re.compile(
    r"\b(?:that|it|this|those|these|them|there|so|either)\b\s?(?:[?.,]|$)"
    r"|\b(?:is|was|are|were|does|did|will|would|could|can|should|has|have) (?:that|this) (?:an?|the|your"
    r"|something|why|what|how|to|in)\b"
    r"|\b(?:it|those|these|that issue|that one|they)\b|\b(?:this|that) (?:behind|up|out|on|in|as|with|about)\b"
)
# asks for more on what was said; the question after it says of what. matches "can you elaborate on that?"
_OPEN = re.compile(r"\b(?:elaborate|comment|expand|more (?:details?|specific|color)) ?(?:on (?:that|this|it))?[?.]?$")
# says what the question will be about. matches "I just wanted to ask on the list."; not "I wanted to ask why he left."
_ANNOUNCED = re.compile(
    r"\b(?:want(?:ed)?|like) to (?:ask|follow up|revisit|get back|go back|touch)(?: you)? (?:about|on|to"
    r"|a question)\b[^?]{0,80}\.$"
)
# matches "my question is on the list.", "so my question is: you said that they left."; not "my question is whether he left"
_SAYS_WHAT = re.compile(rf"\bquestion is\b(?!,? (?:just |really |simply |about )?(?:{_WH}|if|{_AUX})\b)[^?]{{0,200}}$")
# matches "I’m curious about two things.", "I wanted to ask two questions."; not "I have two sons"
_COUNTED = ("questions.", "things.", "topics.", "points.", "questions:", "things:")
_COUNTS = re.compile(
    r"\b(?:two|three|couple(?: of)?|few|several) (?:\w{1,12} )?(?:questions|things|topics|points)\W{0,3}$"
)
# matches "Two quick questions.", "three things", "a couple of quick ones", "Drei kurze Fragen", "兩條問題"; not "two sons"
_HOW_MANY = re.compile(
    r"\b(?P<many>two|three|four|couple|2|3|zwei|drei|deux|trois|dos|tres)\b(?: of)?(?: [\w-]{1,15}){0,2}?"
    r" (?:questions|ones|things|points|topics|fragen|preguntas)\b|(?P<han>[两兩三四])[个個条條][^。，]{0,4}[问問][题題]"
)
_HOW_MANY_OF = ("questions", " ones", "things", "points", "topics", "fragen", "preguntas", "题", "題")
_NUMBERS_TEXT = "two 2 couple 2 2 2 zwei 2 deux 2 dos 2 两 2 兩 2 three 3 3 3 drei 3 trois 3 tres 3 三 3 four 4 四 4"
_NUMBERS = dict(zip(_NUMBERS_TEXT.split()[::2], map(int, _NUMBERS_TEXT.split()[1::2]), strict=True))
# only calls on somebody. matches "Mr. Hall?", "Anna?", "Madam Secretary?"; not "Why?"
_CALL = re.compile(
    r"(?:(?:(?:Mr|Ms|Mrs|Dr)\.|(?!(?:Wh|How|Is|Are|Did|Do|Any|And|So|But|Or|Which)\b"
    r"|Wh)[A-Z][\w’'-]{1,20}),?\s?){1,3}[?!]"
)
# one sentence, two requests. matches "the talks on Tarn, and was he raised?", ", and then also to talk", ", and who is on
# it?"; not ", and what they want"
_WITHIN = re.compile(
    rf",\s+(?:and\s+(?:then\s+)?(?:also\s+)(?=(?:to\s)?(?:talk|tell|give|say|what|how|why|whether|if|{_AUX})\b)"
    rf"|and\s+(?=(?:{_AUX}\s(?:(?:you|he|she|they|it|the|a|an|any|anyone|there|your)\s|[A-Z])|{_ASKING_WH}))"
    r"|(?=if\s+you\s+could\s+(?:give|talk|tell|say|describe)))"
    r"|,\s+(?=how\s(?:many|much)\s(?:is|are|was|were|will|has|have|did|does|do)\s)"
    r"|,\s+und\s+(?=(?:was|wer|wen|wem|wie|wann|wo|warum|weshalb|welche\w?|(?:auf|mit|von|für|zu|bei|seit|bis"
    r"|ab)\s(?:wem|wen|wessen|wann|welche\w))[\s?])"
    r"|,\s+and\s+(?=(?:who|what)\s\w{2,12}\?)"
    r"|,\s+et\s+(?=(?:quand|comment|combien|pourquoi|qui|où|quel(?:le)?s?|à\squi|avec\squi|est-ce)\s)"
    r"|,\s+y\s+¿?(?=(?:cuándo|cómo|cuánt[oa]s?|por\squé|quién|quiénes|dónde|qué|cuál(?:es)?)\s)"
    r"|\s{1,12}and\s{1,12}(?=(?:tell\sus|talk\sabout|to\swhat\sextent|how\s(?:it|he|she|they|that|this))\s)"
    r"|[，,](?:以及|另外|[还還]有|同[时時])"
)
# says only what will be asked about. matches "想问关于地震的问题", "想問兩條問題"; not "想问问题什么时候解决"
_HAN_ANNOUNCES = re.compile(
    r"[^？?]{0,20}(?:(?:[想要]|可[以否])(?:再|追|请|請)?[问問提]|[还還]?有)[^？?吗嗎何谁誰否哪]{0,30}(?:[问問][题題]|方面|事情|事)\W{0,3}"
)
_BEGINS = re.compile(rf"\W{{0,3}}(?:(?:and|but|so|or|then|also|well),?\s)?({_WH}|{_AUX})\b")
# whatever _WITHIN matches holds one of these
_CUTS = (", and ", ", how ", ", und ", ", et ", ", y ", "if you could", "，", " and t", " and how ")
_HAN = re.compile(r"[\u3400-\u9fff]")
_BLANK = re.compile(r"\n[ \t\u00a0]*\n")


@dataclass(frozen=True, slots=True)
class _Question:
    """A sentence, or part of one, that asks; `lead`: where the words about it begin; `fresh`: something before it, or
    where it stands, says that it is a further request."""

    span: Span
    low: str
    lead: int
    fresh: bool


def find_requests(text: str, start: int, end: int) -> list[Request]:
    """The requests in text[start:end], in order; [] for thanks, greetings and statements.

    A question is a request of its own where something says so ("secondly", "also", "and" with words of its own, a new
    paragraph, "three questions" and three of them) or where it points back at nothing and shares few words with the one
    before; else it rewords that one."""
    questions, count = _questions(text, start, end)
    if not questions:
        return []
    apart = len(questions) == count
    groups = [[questions[0]]]
    for before, one in pairwise(questions):
        announced = "question is" in before.low and _SAYS_WHAT.search(before.low) is not None
        if not announced and (apart or one.fresh or _is_new(before.low, one.low)):
            groups.append([one])
        else:
            groups[-1].append(one)
    ends = [*(group[0].lead for group in groups[1:]), end]
    return [
        Request(asks=tuple(one.span for one in group), about=text[group[0].lead : max(right, group[-1].span.end)])
        for group, right in zip(groups, ends, strict=True)
    ]


def _questions(text: str, start: int, end: int) -> tuple[list[_Question], int]:
    """The sentences of text[start:end] that ask, and how many questions are announced before them, 0 where none are."""
    found: list[_Question] = []
    count = 0
    lead = at = start
    whole = on_one_line(words := text[start:end]) is words  # nothing to be put on one line
    fresh = True  # a further request was announced since the last one
    for sentence in sentences(text, start, end):
        own = text[sentence.start : sentence.end]
        own = own if whole else on_one_line(own)
        low = own.lower()
        if _FURTHER.match(low) or (at > start and _BLANK.search(text, at, sentence.start)):
            fresh = fresh or not _CONTINUES.match(low)
        at = sentence.end
        if not found and not count and len(low) <= 90:
            count = _announced(low)
        if not _is_request(own, low):
            continue
        for part in _parts(text, sentence) if any(cut in low for cut in _CUTS) else (sentence,):
            if part != sentence:
                low = on_one_line(text[part.start : part.end]).lower()
            if low.endswith(_COUNTED) and _COUNTS.search(low):
                continue
            found.append(_Question(part, low, lead, fresh or part.start != sentence.start))
            fresh, lead = False, part.end
    return found, count


def _announced(low: str) -> int:
    """How many questions a short sentence announces: 2 for "Two quick ones.", 0 where it announces none."""
    if not any(word in low for word in _HOW_MANY_OF):
        return 0
    match = _HOW_MANY.search(low)
    return _NUMBERS.get(match["many"] or match["han"], 0) if match else 0


def stated(text: str, start: int, end: int) -> Request:
    """What text[start:end] asks without putting a question: its last sentence that is more than a courtesy."""
    said = sentences(text, start, end) or [Span(start, end)]
    full = [one for one in said if not asks_for_nothing(own := on_one_line(text[one.start : one.end]), own.lower())]
    return Request(asks=((full or said)[-1],), about=text[start:end])


def is_request(sentence: str) -> bool:
    """Whether a sentence puts a request."""
    own = on_one_line(sentence)
    return _is_request(own, own.lower())


def _is_request(own: str, low: str) -> bool:
    """Whether a sentence puts a request: it asks by its mark, by its order of words or by a phrase that asks, and asks
    for more than to be heard."""
    if low.rstrip("”\"\u2019') 」』").endswith(("?", "？")):
        return not asks_for_nothing(own, low)
    if _may_ask(low) and _INDIRECT.search(low):
        return not asks_for_nothing(own, low)
    if _INVERTED.match(own):
        return not asks_for_nothing(own, low)
    if low.isascii() or not _HAN_INDIRECT.search(low.rstrip("。？！ ")):
        return False
    return _HAN_ANNOUNCES.fullmatch(low) is None


def asks_for_nothing(own: str, low: str) -> bool:
    """Whether a sentence is made only of words that greet, thank, ask for the floor or call somebody."""
    if len(low) > 90:
        return False
    tokens = [word for token in low.split() if (word := token.strip(".,?!…—–-:;()"))]
    return _NOTHING.issuperset(tokens) or _CALL.fullmatch(own) is not None or _NO_REQUEST.fullmatch(low) is not None


def _parts(text: str, sentence: Span) -> list[Span]:
    """A sentence cut where it puts a further request of its own."""
    parts, at = [], sentence.start
    for match in _WITHIN.finditer(text, sentence.start, sentence.end):
        least = (15, 8) if match.group().isascii() else (4, 3)
        if match.start() - at > least[0] and sentence.end - match.end() > least[1]:
            parts.append(Span(at, match.start()))
            at = match.end()
    return [*parts, Span(at, sentence.end)]


def _is_new(before: str, own: str) -> bool:
    """Whether a question right after another asks for something else. Both in lower case."""
    if _CONTINUES.match(own):
        return False
    if _AND.match(own):
        other = _OTHER_WH.match(own)
        return (other is not None and other[1] not in before) or bool(content_words(own) - content_words(before))
    if _ANNOUNCED.search(before) or _POINTS_BACK.search(own) or (_OPEN.search(before) and len(before.split()) < 25):
        return False
    words = content_words(own)
    shared = len(words & content_words(before))
    least = 3 if not own.isascii() and _HAN.search(own) else 4
    if not shared and len(words) >= 2 and _kind(own) and _kind(before) not in {"", _kind(own)}:
        return True
    return len(words) >= least and shared * 4 < len(words)


def _kind(low: str) -> str:
    """The question word or auxiliary by which a question begins, "" where it begins otherwise."""
    match = _BEGINS.match(low)
    return match[1].split("’")[0].split("'")[0] if match else ""
