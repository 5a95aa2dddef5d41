"""What a turn does besides asking and answering: it calls, thanks, listens, breaks off, announces, asks back, hands over.

Judged by the words of which it is made, few of them by whole phrases. All functions take a turn's own words.
"""

import re

from twotrack.reading.calls import find_call
from twotrack.reading.requests import asks_for_nothing
from twotrack.reading.sentences import content_words

_DASHES = ("—", "–", "-", "…", "--")
_COURTESY_TEXT = """
yeah yes yep okay ok right sure mm-hmm mm mhm hmm hm uh-huh uh huh um oh well all thanks thank you so much very
and for that the this your question questions
great good morning afternoon evening everyone everybody guys folks sir ma’am ma'am go ahead please sorry hi
hello hey how are bye see tomorrow
soon day weekend week have a nice nicely today later again now at in one time next last it i i’m i'm you're
you’re welcome no problem of course we we’ll
we'll take let’s let's another more final up get to got gotta with over here back come coming let me ladies
gentlemen laughter appreciate pleasure alright just hold
on second moment wait what got it then patience being joining call conclude end is our line next if may from of
where’s where's indeed apologize apologies am a.m worries enjoy safe
merci beaucoup à tous toutes bonsoir bonjour bonne journée au revoir s'il s’il vous plaît oui allez-y madame monsieur
danke vielen dank schön guten tag auf wiedersehen bitte gerne herr frau ja gracias muchas a todos adelante buenos días
谢谢 謝謝 好 好的 请 請 嗯 是的 对 對
"""
_COURTESY = frozenset(_COURTESY_TEXT.split())
# one of these is among them: "Tomorrow." and "So." are no courtesy
_POLITE_TEXT = """
thanks thank go ahead please sorry hi hello hey bye welcome question questions sir ma’am ma'am hold wait okay
ok morning afternoon evening appreciate
pleasure guys folks laughter conclude right apologize apologies worries enjoy 谢谢 謝謝 请 請 好 好的
merci s'il s’il allez-y danke dank bitte gracias adelante bonjour bonsoir
"""
_POLITE = frozenset(_POLITE_TEXT.split())
_CALLING = frozenset({"call", "next", "last", "where’s", "where's"})
_LISTENS_TEXT = """
yeah yes yep okay ok right sure mm-hmm mm mhm hmm hm uh-huh uh huh um oh well got it i see go ahead please of course
great alright oui ja sí 嗯 好 好的
"""
_LISTENS = frozenset(_LISTENS_TEXT.split())
_ASIDES = re.compile(r"[(\[][^()\[\]]{1,40}[)\]]")
_TOKEN = re.compile(r"[^\s.,?!…;:()\[\]\"“”—–*，。！？]+")
_THANKS = re.compile(
    r"(?i)\W{0,3}(?:[\w’']{1,12},? ){0,4}(?:thanks|thank you|good (?:morning|afternoon|evening)|hi|hello|hey)\b"
)
_TAKES = re.compile(r"(?i)\btake (?:the|that|your) question\b")  # as good as an answer: it will be given later
_LOOSE_NAME = re.compile(r"[A-Z][\w’'.-]{1,20}")
# the official did not hear, or asks what was meant. On lower case.
# matches "Can you repeat that?", "You broke up a bit", "I couldn’t hear
# that", "what was your second question"; not "I repeat"
ASKS_BACK = re.compile(
    r"\b(?:(?:can|could|would) you (?:please |just )?(?:repeat|clarify (?:that"
    r"|the question|what you)|reframe|restate|rephrase)"
    r"|repeat (?:(?:the|that|your) (?:\w+ )?question|that\W{0,3}$)|broke up"
    r"|(?:couldn|didn|can|don)[’']t (?:quite )?(?:hear|catch)"
    r"|say (?:that|it) (?:again|one more time|once more)|what do you mean|what(?:[’']s| was| is) (?:your"
    r"|the) (?:\w+ )?(?:question|one)\b"
    r"|speak up|hard to hear|(?:could|did|do|can) not (?:quite )?hear|(?:put|say) (?:it|that) (?:again|once more)"
    r"|(?:können|könnten) sie (?:das|die frage|es) (?:bitte )?(?:noch ?einmal|wiederholen)|wie bitte|meinen sie\b"
    r"|(?:pouvez|pourriez)-vous répéter|vous voulez dire|(?:puede|podría) repetir|se refiere a"
    r"|which (?:one|case|meeting)\?"
    r"|do you mean|your (?:second|first|other|third) question, please)\b"
    r"|再[说說][一]?[遍次]|[没沒][有]?[听聽]清|[你您][说說指][的]?是"
)
_UNHEARD_TEXT = "repeat broke hear catch again again. time? more? reframe restate rephrase clarify mean"
_UNHEARD = frozenset(_UNHEARD_TEXT.split())
# a Chinese turn that only thanks, calls or closes. matches "谢谢大家。", "好，最後一條。"; not "谢谢你的问题。我们"
_HAN_COURTESY = re.compile(
    r"(?:[，。！、（）() ]|[笑微]{1,2}|好的?|嗯|是的|对|對|[谢謝][谢謝]|多[谢謝]|感[谢謝]|各位|大家|你们?"
    r"|您|[请請](?:[讲講说說问問]|提[问問])?"
    r"|最[后後]|下|[再还還]有|一|[个個条條位]|[问問][题題]|再[见見]|今天|就|到|[这這][里裡]|[记記]者|朋友|的|先生|小姐|女士)+"
)
_ALL_LINE = re.compile(r"(?i)\b(?:your line|line is|unmuted?|on mute|press (?:one|star|\*)|queue|one moment)\b")
# ends the whole. matches "Sorry, guys. Thanks, everybody.", "Thank you all."; not "Thank you for that"
_CLOSES = re.compile(
    r"(?i)\b(?:(?:thanks|thank you)(?: so much| very much| again)?,? (?:everybody|everyone|(?:to )?you all|all"
    r"|guys|folks"
    r"|ladies and gentlemen)(?:,? (?:very much|so much|indeed|again|for coming|for joining(?: us)?))*"
    r"|merci à (?:tous|toutes)(?: et à tou(?:s|te))?s?|(?:vielen dank|danke)(?: an alle| ihnen allen| allerseits)?"
    r"|(?:muchas )?gracias a tod[oa]s)\W{0,12}$"
    r"|\bno (?:more|further|other) questions\b|\bkeine weiteren fragen\b|\bplus de questions?\W"
    r"|^\W{0,3}(?:感?[谢謝][谢謝]?|多[谢謝])(?:大家|各位)\W{0,4}$"
    r"|[没沒]有(?:其他|更多|別的|别的)?[问問][题題]|(?:[记記]者[会會]|[发發]布[会會])(?:就|先)?到[这這此]"
)
# whatever closes holds one of these
_CLOSING = ("hank", "questions", "Fragen", "ank", "merci", "Merci", "racias", "谢", "謝", "问题", "問題", "会", "會")
# thanks all who listen. matches "thank everyone for joining", "Thanks, guys."; not "Thank you for that"
_THANKS_ALL = re.compile(
    r"(?i)\b(?:thanks|thank|thank you)\b[^.?!]{0,20}\b(?:everybody|everyone|all|guys|folks)\b"
    r"|\b(?:thanks|thank you)\b.{0,60}\bto (?:you all|all of you|everyone|everybody)\b|(?:[谢謝]|多[谢謝])(?:大家|各位)"
)
# matches "And a happy Valentine's Day to all of you.", "Have a good one.", "I’ll see you tomorrow."; not "We have a plan"
_WISHES = re.compile(
    r"(?i)\W{0,3}(?:and |but |with that,? |on that note,? |all right,? )?(?:(?:a )?(?:very )?(?:happy|merry"
    r"|good)\b|have an? |enjoy\b|see you"
    r"|(?:i|we)(?:[’']ll| will) see you|take care|safe travels|stay (?:safe|dry|warm|well))"
)
# matches "I’ll take that as a comment.", "That’s not a question.", "Noted."; not "I noted that it was late"
_NOTES = re.compile(
    r"(?i)\W{0,3}(?:(?:well|okay|ok|sure),? )?(?:i[’']ll take (?:that|it) as a comment|(?:that|it)(?:[’']s"
    r"| is) (?:not a question|a comment)"
    r"|(?:duly )?noted\b)"
)
# leaves the question to a colleague. matches "Ana, do you want to take that?", "Would you like to answer this one?"; not
# "Do you want to add a name?"
_OFFERS = re.compile(
    r"(?i)\b(?:want|like|care|able) to (?:take|answer|address|handle|speak to|tackle|start on|jump in on)"
    r" (?:that|this|it|the (?:\w{1,10} )?(?:question|one))\b[^.?!]{0,20}\?\W{0,6}$"
)
# a sentence that offers to answer, or leaves it to a colleague. matches "I’ll take that one, Bo, if you like.", "I can
# start on that", "Do you want to go ahead?", "Want me to?", "Either way."; not "I’ll take that up with him in Tarn."
_OFFERING = re.compile(
    r"(?i)\W{0,3}(?:(?:yes|yeah|yep|sure|okay|ok|so|well|oh|and|or|no"
    r"|please),?\s(?:—\s)?){0,3}(?:(?:[\w.’'-]{1,20}|\\?\[[\w ]{1,40}\\?\]),\s){0,2}"
    r"(?:(?:i(?:[’']ll| can| could|[’']m happy to|[’']d be happy to| will)|let me|(?:do|would) you (?:want"
    r"|like)(?: me)?"
    r"|(?:you )?want(?: me)?|why don[’']t (?:you|i)|shall i|should i|may i|happy)(?: to)?"
    r"(?: (?:take|answer|address|handle|start|begin|jump in|chime in|go(?: ahead| first)?|do|tackle|field)"
    r"(?: (?:on|at|with|in|off))?(?: (?:that|this|it|the (?:first|second|last|next) (?:one|question|part|piece)"
    r"|that one|this one"
    r"|first|to it))?)?|either way|go ahead|after you|(?:over )?to you)"
    r"(?:,? (?:if (?:you|that|it)(?:[’']\w{1,2})?(?: \w{1,10}){0,4}|first|please|\\?\[[\w ]{1,40}\\?\]"
    r"|(?-i:[A-Z])\w{1,14})){0,5}\W{0,6}"
)
# matches "Amina, over to you", "turn it over to our guest"; not "do you want to take that?"
_HANDS_OVER = re.compile(
    r"(?i)\b(?:over to you|turn (?:it|things|the floor) over to|hand (?:it|things) over to"
    r"|go to our guest|the floor is yours)\b"
)
# matches "Quickly, about the meeting", "A question on visas", "On the waiver", "if I could ask you one on wages"; not "On it."
_ANNOUNCES = re.compile(
    r"(?i)\W{0,4}(?:(?!(?:is|was|are|were)\b)[\w’']{1,14}[,.]?\s(?:[—–-]\s)?){0,9}?(?:about|on"
    r"|regarding|concerning|to follow up on"
    r"|back to)\s(?:the|a|an|that|this|your|his|her|their|those|[\w’'-]{3,})"
)
_SENTENCE = re.compile(r"(?<=[.?!])\s")
# the one who asked lets it pass. matches "That’s okay.", "All good.", "No worries"; not "That’s not okay"
_LETS_PASS = re.compile(
    r"(?i)\W{0,3}(?:(?:yeah|yes|no|oh|okay|it|that)(?:,|[’']s| is)?\s){0,3}(?:all (?:good|right)|okay|ok|fine|alright"
    r"|no (?:problem|worries)|not at all|never mind)(?:,? \w{1,12})?\W{0,6}"
)
_QUESTION_BACK = 400  # characters that a question back takes at most
_STUB = 4  # words of a turn that was broken off at once
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_HAN = re.compile(r"[\u3400-\u9fff]")


def _tokens(words: str) -> list[str]:
    return _TOKEN.findall(_ASIDES.sub(" ", words) if "(" in words or "[" in words else words)


def listens(words: str) -> bool:
    """Whether a turn only shows that one hears: "Yeah.", "Mm-hmm.", "Sure, go ahead."."""
    return len(words) <= 40 and _LISTENS.issuperset(token.lower() for token in _tokens(words))


def only_courtesy(words: str) -> bool:
    """Whether a turn only thanks, greets, calls on somebody or closes: "Okay. Go ahead, Ana.", "Thank you all."."""
    if len(words) > 120:
        return False
    if not words.isascii() and len(words) <= 24 and _HAN.search(words) and _HAN_COURTESY.fullmatch(words):
        return True
    tokens = _tokens(words)
    lower = [token.lower() for token in tokens]
    rest = [token for token, low in zip(tokens, lower, strict=True) if low not in _COURTESY]
    if _TAKES.search(words):
        return False
    polite = not tokens or not _POLITE.isdisjoint(lower)
    if not rest:
        return polite
    named = len(rest) <= 7 and all(_LOOSE_NAME.fullmatch(token) for token in rest)
    if named and (polite or not _CALLING.isdisjoint(lower) or (words.endswith("?") and len(rest) == len(tokens) <= 2)):
        return True
    return _ALL_LINE.search(words) is not None


def is_stub(words: str) -> bool:
    """Whether a turn breaks off before it says anything: "Well, if —"."""
    return len(words) <= 60 and broken_off(words) and len(_tokens(words)) <= _STUB


def says_nothing(words: str) -> bool:
    """Whether an official breaks off before anything is said: "Well, we've been very — I mean, we've —"."""
    return broken_off(words) and (is_stub(words) or (len(_tokens(words)) <= 12 and content_words(words) <= {"mean"}))


def offers(words: str) -> bool:
    """Whether an official's short turn leaves the question to a colleague, or says who will answer."""
    if len(words) > 120:
        return False
    if _OFFERS.search(words):
        return True
    parts = [part for part in _SENTENCE.split(words) if part.strip()]
    return any(_OFFERING.fullmatch(part) for part in parts) and all(
        _OFFERING.fullmatch(part) or only_courtesy(part) or listens(part) for part in parts
    )


def only_calls(words: str) -> bool:
    """Whether a press turn does nothing but call out: "Sir —", "Mr. President, can —"."""
    return is_stub(words) and not thanks(words)


def lets_pass(words: str) -> bool:
    """Whether a press turn only accepts an apology: "That’s okay."."""
    return len(words) <= 40 and _LETS_PASS.fullmatch(words) is not None


def only_lost(words: str) -> bool:
    """Whether nothing of a turn's words is left in print: "(Inaudible.)", "(Off-mic.)"."""
    return len(words) <= 60 and words[:1] in "([（" and not _tokens(words.strip(". *_"))


def thanks_all(words: str) -> bool:
    """Whether a turn thanks all who are there."""
    return _THANKS_ALL.search(words) is not None


def thanks(words: str) -> bool:
    """Whether a press turn without a request ends the matter, with thanks or a greeting."""
    return _THANKS.match(words) is not None


def opens(words: str) -> bool:
    """Whether a press turn begins as somebody does who has just got the floor: with thanks or a greeting."""
    return _THANKS.match(words[:80]) is not None and len(words) > 40


def broken_off(words: str) -> bool:
    """Whether a turn ends in the middle of a sentence."""
    words = words.rstrip(" *_\n")
    return (_ASIDES.sub("", words[-60:]).rstrip() if words.endswith((")", "]")) else words).endswith(_DASHES)


def resumes(words: str) -> bool:
    """Whether a turn begins in the middle of a sentence."""
    return words.lstrip()[:1] in {"—", "–", "…"} or words.lstrip()[:2] in {"--", "- "}


def announces(words: str) -> bool:
    """Whether a press turn without a request says what the next one will ask about, or breaks off on the way there."""
    if len(words) > 200 or _HAN.search(words):
        return False
    if broken_off(words):
        return len(_tokens(words)) >= 3 and bool(content_words(_CAPITAL.sub(" ", words)))
    return _ANNOUNCES.match(words) is not None and len(words.split()) <= 16


def hands_over(words: str) -> bool:
    """Whether an official ends by giving the floor to another, who will speak on something else."""
    tail = words[-160:]
    return ("over to" in tail or "guest" in tail or "floor" in tail) and _HANDS_OVER.search(tail) is not None


def closes(words: str) -> bool:
    """Whether an official's short turn ends the whole."""
    if len(words) >= 160 or not any(word in words for word in _CLOSING):
        return False
    return _CLOSES.search(_ASIDES.sub("", words)) is not None


def only_closes(words: str) -> bool:
    """Whether an official's turn says nothing besides thanks and an end: not "Yes, on Thursday. Thank you all."."""
    parts = [part for part in _SENTENCE.split(_ASIDES.sub("", words)) if part.strip()]
    return all(
        _THANKS_ALL.search(part) or _WISHES.match(part) or _CLOSES.search(part) or only_courtesy(part) or listens(part)
        for part in parts
    )


def only_notes(words: str) -> bool:
    """Whether an official takes what was said for no question."""
    return len(words) <= 120 and _NOTES.match(words) is not None


def gives_back(words: str) -> bool:
    """Whether an official lets the one who was interrupted go on."""
    return words.rstrip(" .?!").lower().endswith(("go ahead", "please", "sorry", "go on"))


def only_names(words: str) -> bool:
    """Whether a turn only calls out to somebody: "Mr. President! Mr. President!"."""
    return all(token[:1].isupper() for token in _tokens(words))


def did_not_hear(words: str) -> bool:
    """Whether an official's turn asks to put the question again."""
    return ASKS_BACK.search(words[-260:].lower()) is not None


def asks_back(words: str) -> bool:
    """Whether an official's turn asks what was meant: its end says so, or it is a short question, or it breaks off."""
    tail = words[-260:]
    if len(words) > 120 and "?" not in tail and "？" not in tail and _UNHEARD.isdisjoint(tail.lower().split()):
        return False
    if ASKS_BACK.search(tail.lower()):
        return True
    if len(words) > _QUESTION_BACK:
        return False
    count = len(words.split()) if not _HAN.search(words) else len(words) // 2
    if count > 45 or find_call(words[-300:]) is not None:
        return False
    if words.rstrip(' *_)”"').endswith(("?", "？")):
        last = re.split(r"(?<=[.?!…])\s", words.strip())[-1]
        if count == 1:
            return words.lower().startswith(("what", "who", "which"))
        return not asks_for_nothing(last, last.lower())
    return count <= 14 and words.rstrip().endswith(("—", "–"))
