"""How an official or moderator calls on one who asks, and addresses one who has asked.

A call stands at the end of a turn: words that only call ("Next we go to", "go ahead", "please") around a name. It is read
by what its other words are, not by whole phrases: a short clause that holds a name and otherwise nothing but such words
calls that name. Nothing is looked at but the last and first few hundred characters of a turn.
"""

import re
from functools import lru_cache

from twotrack.reading.asker_names import FROM, HONORIFICS, NAME, OUTLET, parted, person, plain
from twotrack.reading.known import Asker
from twotrack.reading.outlets import is_outlet
from twotrack.reading.words_of_names import Kind, kind_of

UNNAMED = Asker(name=None, outlet=None)
"""Somebody was called on, nobody knows who: whoever was called on before asks no more."""

_CAPITAL = re.compile(r"[\s,(\[—-](?:[A-ZÀ-ÖØ-Þ]|dpa|taz|epd|al-|el-|i\d|\d)")  # where a name or outlet can begin
_LINE_WORDS = ("mute", "line", "mic", "moment", "hear me", "your question", "you may ")
_NEXT_WORDS = ("question", "next", "take ", "last one")
_CLAUSE_REACH = 110  # of a clause's end
_REACH = 240  # characters of a turn's end, or beginning, that can call on or address somebody
_CALLING_TEXT = """
go ahead please yes yeah yep no ok okay sure right all alright great good and so then now next first last final
finally
let let’s let's me us we we’ll we'll we’re we're i i’ll i'll i’m i’d you you’re you're your will can could
would go going come back turn take
have hear over up on in to with from for of the our a an one more another few couple question questions line
call calling here
there hi hello hey just goes comes ask open operator move moving is are it it’s try do time at over again very also
follow-up well way down front row middle left right corner side second third lady gentleman sir ma’am maam miss
start starting begin beginning off quick quickly by thanks thank morning afternoon evening how was who what
about see oh sorry patient being turning proceed left right
bitte ja danke gut als nächstes nächste nächster frage kommt jetzt zuerst und weiter geht es mit zu das wort hat noch
la parole est à je passe vous en prie oui merci question suivante prochaine maintenant ensuite d'abord allez-y et
buyurun buyurunuz bey hanım prego allora пожалуйста proszę
adelante por favor tiene palabra le doy siguiente pregunta ahora sí gracias bien bueno y
"""
_CALLING = frozenset(_CALLING_TEXT.split()) | HONORIFICS
_STRONG_TEXT = """
go next first last final question yes yeah okay ok please now then let let’s let's turn over back line up start begin
hear take call open operator bitte oui sí adelante frage parole palabra floor one more have here there i’ll i'll
"""
_STRONG = frozenset(_STRONG_TEXT.split())
_CALLS = re.compile(
    r"\b(?:ahead|next|last question|final question|another question|one more|(?:in|over"
    r"|way) (?:the )?(?:back|here|there|front)"
    r"|over here|gentleman|lady|ma[’']am|yes|please|question)\b"
)
# somebody else than before. matches "You, sir.", "in the back"; not "Go ahead."
_SOMEBODY = re.compile(
    r"\b(?:you, (?:sir|ma[’']am)|(?:in|over|way) (?:the )?(?:back|front|here|there)|gentleman|lady"
    r"|next (?:question|one)|s(?:ignora?|eñora?)|madame|monsieur|frau kollegin|herr kollege)\b"
)
_CLAUSE = re.compile(
    r"(?<=[.?!…—–)\]])\s{1,12}(?<!\s[A-Z]\.\s)(?<!\.[A-Z]\.\s)(?<!Mr\.\s)(?<!Ms\.\s)(?<!Dr\.\s)(?<!Mrs\.\s)(?=\S)"
)
# only about the line. matches "You should be able to unmute yourself.", "Your line is open.", "You may go ahead."; not
# "Go ahead, Ana."
_LINE = re.compile(
    r"(?i)\b(?:unmuted?|muted?|your line|line is|microphone|mic|one moment|can you hear|your question"
    r"|you may (?:now )?(?:go ahead|begin|proceed|ask|speak))\b"
)
_ENDS = re.compile(
    rf"(?:^|(?<=[\s,:(—-]))(?P<name>{NAME})"
    rf"(?:(?:{FROM}|,\s|\s?[(\[])(?P<outlet>{OUTLET})(?: newspaper| magazine"
    rf"| agency)?[)\]]?)?(?P<rest>[.?!,:…—–\s]{{0,6}})$"
)
# matches "Newswire’s Ana Ruiz"
_OF_ITS = re.compile(rf"(?P<outlet>{OUTLET}?)[’']s\s(?P<name>{NAME})")
_THEN = re.compile(
    rf",?\s(?:(?:and|und|et|y)\s)?(?:then|followed by|dann|danach|puis|luego|después)\s(?P<name>{NAME})[.?!]?\s?$"
)
# tells whether to look for one who comes after
_AND_THEN = re.compile(r" (?:then|followed by|dann|danach|puis|luego|después) ")
# matches ", and then we’ll go online."
_THEN_WE = re.compile(r",\s(?:and\s)?then\s(?:we|I|the|back)\b[^.?!,]{0,40}[.!]?\s?$")
# matches "Ana, do you want to kick us off?", "Ana, why don’t you start."; not "Ana, do you know"
_FIRST = re.compile(
    rf"(?:^|[\s,])(?P<name>{NAME}),? (?:do you want to|would you like to|you want to|why don[’']t you"
    rf"|can you|please) "
    r"(?:kick (?:us|it|things) off|start|get us started|go)\b"
    rf"|(?:^|[\s,])(?P<on>{NAME}),? (?:(?:please )?(?:kick|start) us off|(?:you have|the) floor\b|over to you|you may"
    r" (?:go ahead|begin|proceed|be (?:on )?muted?)|you[’']re (?:up|on mute|muted)|you are on mute"
    r"|are you (?:there|with us"
    r"|on)|your line is)\b"
)
# a name as it is called, and in full beside it. matches "Harriet [Harriet Bloom, Allied Press], I believe"
_IN_FULL = re.compile(
    rf"(?P<called>{NAME})[,.?]?\s?[\[(](?P<name>{NAME}),\s(?P<outlet>{OUTLET})[\])](?P<rest>[^\[\]]{{0,60}})$"
)
# gives the floor to a colleague. matches "turn it over to Mr. Hall"
_HANDS_OVER = re.compile(r"(?i)\b(?:turn|hand|kick|pass|throw)\b[^.?!]{0,40}\bover to\b")
_SOMEONE = re.compile(
    rf"\b(?:gentleman|lady|colleague|reporter|correspondent|woman|man|journalist|friend|person"
    rf"|representative)s?{FROM}"
    rf"(?P<outlet>{OUTLET})"
)
# the verb and preposition that lead to whom one calls on. matches "we’ll go to", "question comes from the line of"
_LEADS_TO = re.compile(
    r"(?i)\b(?:go|going|goes|turn|over|back|move|moving|question|hear|call|calling|come|comes|line|start|floor"
    r"|have|has"
    r"|starting|begin|off|up|parole est|parole|palabra|frage kommt|frage)(?: is| will be| would be)?"
    r"(?: over| back| now| next| first)?(?:,)? (?:to|from|on|of|with|von|à|a|is)(?: the line of)?(?: (?:mr|ms"
    r"|mrs|dr|frau|herrn?|madame|monsieur|m)\.?)?$"
)
# leads over from a statement. matches "With that, Ana."
_WITH_THAT = re.compile(r"(?i)\b(?:and |so )?with that\b")
_GREETS = re.compile(
    rf"(?:^|[.!—]\s)(?:Hi|Hello|Hey|Welcome|Good (?:morning|afternoon|evening)),? (?P<name>{NAME})(?=[,.!?—])"
)
# matches "请法新社记者提问", "請中央社的王記者", "请《日报》的何小姐"; not "请记者朋友"
_HAN_CALL = re.compile(
    r"[请請](?:来自|來自)?(?P<outlet>《[^》]{1,14}》"
    r"|[\u3400-\u9fff]{2,12}?)(?:的(?P<name>(?![女男])[\u3400-\u9fff]{1,3}(?:小姐|先生|女士|记者|記者))"
    r"|(?:的[\u3400-\u9fff]{0,2})?(?:记者|記者)(?!朋友)(?P<after>(?!提)[\u3400-\u9fff]{2,3}(?=提|[，。,]))?"
    r"|(?=提[问問])|(?<=[社报報台视視网網])(?=[，。,]?$))"
)
# matches "好，王小姐。", "请李先生。"; not "王小姐去了"
_HAN_NAMED = re.compile(r"(?:^|[，。,请請好])(?P<name>[\u3400-\u9fff]{1,3}(?:小姐|先生|女士))[，。,请請]{0,2}$")
_SOME_HAN = re.compile(r"[那这這位女男前后後下最各你您大家]")
_MAY_CALL_HAN = re.compile(r"[请請位]|小姐|先生|女士")
_NEXT_HAN = re.compile(r"下一[个個位]|[那这這]位|最[后後]一[个個位]")
# a heading printed between two turns is no part of what is said. matches "…Ana Ruiz.\n\nThe Gas Contract"
_HEADING = re.compile(r"(?<=[.?!\])])[ \t]{0,9}\n[ \t]{0,9}\n[^\n.?!…:]{1,80}$")
_LOST = re.compile(
    r"\s?[(\[](?:[Nn]o (?:audible )?response|[Pp]ause|[Ii]naudible|[Ll]aughter|[Cc]ross-?talk|[Oo]ff-?mic)[.]?[)\]]"
)


@lru_cache(maxsize=1024)
def find_call(words: str) -> Asker | None:
    """Whom the end of an official's turn calls on; UNNAMED where it calls on somebody without a name; None where it
    calls on nobody."""
    end = words[-_REACH:]
    end = (_LOST.sub("", end) if "(" in end or "[" in end else end).rstrip()
    if heading := _HEADING.search(end):
        end = end[: heading.start()].rstrip()
    if match := _last_han(end):
        return match
    full = _IN_FULL.search(end[-_CLAUSE_REACH * 2 :]) if "[" in end or "(" in end else None
    if full and set(full["called"].split()) & set(full["name"].split()):
        return Asker(name=plain(full["name"]), outlet=plain(full["outlet"]))
    unnamed = None
    thanked = False
    if _AND_THEN.search(end[-60:]):
        end = _THEN.sub("", _THEN_WE.sub(".", end))
    for clause in reversed(_CLAUSE.split(end)[-5:]):
        named = len(clause) <= _CLAUSE_REACH or _CAPITAL.search(clause, len(clause) - _CLAUSE_REACH)
        if named and (found := _of_clause(clause)):
            if thanked and found.outlet is None and " " not in clause.strip():
                return unnamed  # "Perfect. Thank you."
            return found
        low = clause.lower()
        if any(word in low for word in _LINE_WORDS) and _LINE.search(low):
            continue
        tokens = [token.strip(".,?!…—–:;()").lower() for token in clause.split()]
        if not tokens or _CALLING.issuperset(token for token in tokens if token):
            if _SOMEBODY.search(clause.lower()) or (_CALLS.search(clause.lower()) and len(words.split()) > 6):
                unnamed = UNNAMED
            thanked = unnamed is None and "thank" in clause.lower()
            continue
        return unnamed or (UNNAMED if any(word in low for word in _NEXT_WORDS) and _NEXT.search(clause) else None)
    return unnamed


# matches "Our next question", "Next, we’ll go", "take one more"; not "next week"
_NEXT = re.compile(
    r"(?i)\b(?:(?:next|last|final|another|one more) (?:final |last )?question|next,? (?:we|I|up|in)\b"
    r"|take (?:one|two|a few) more|last one[.!…]?$)"
)


def _of_clause(clause: str) -> Asker | None:
    """Whom one clause calls on: it ends in a name, with or without an outlet, and the words before it only call."""
    clause = clause[-_CLAUSE_REACH:]
    if "over to" in clause and _HANDS_OVER.search(clause):
        return None
    if ("you" in clause or "floor" in clause or "kick" in clause) and (match := _FIRST.search(clause)):
        name = person(match["name"] or match["on"], certain=True)
        return Asker(name=name, outlet=None) if name else None
    clause = _THEN.sub("", clause)
    if ("from" in clause or "with" in clause or "of" in clause) and (match := _SOMEONE.search(clause)):
        return (
            Asker(name=None, outlet=plain(match["outlet"])) if kind_of(match["outlet"]) is not Kind.PLACE else UNNAMED
        )
    body = _without_ending(clause)
    match = _ENDS.search(body)
    while match and match["outlet"] and match["name"].lower() in _CALLING:
        match = _ENDS.search(body, match.start("outlet"))  # "Yes, Ana"
    if match is None:
        return None
    lead, name = _cut(body, match)
    lead = _WITH_THAT.sub("", lead) if "that" in lead else lead
    tokens = [word for token in lead.split() if (word := token.strip(".,?!…—–:;()").lower())]
    leads = _LEADS_TO.search(lead) is not None
    if not leads and not _CALLING.issuperset(tokens):
        return None
    if not leads and body == clause and _answers(tokens):
        return None
    if not leads and tokens and tokens[-1] in _IN and not lead.endswith((",", ".")):
        return None  # "We met in Tarn."
    if tokens and tokens[-1] in {"thanks", "thank", "you", "much"} and not {"thanks", "thank"}.isdisjoint(tokens[-4:]):
        return None
    return _asker(name, match["outlet"], certain=leads or bool(tokens) or match["outlet"] is not None)


_IN = frozenset({"in", "on", "of", "at", "by", "about"})


def _answers(tokens: list[str]) -> bool:
    """Whether words before a name, though all of them could call, apologise or answer: "Sorry, Ana.", "No, Ana.", "It was
    good to see you, Ana."."""
    if len(tokens) < 3:
        return bool(tokens) and tokens[-1] in {"sorry", "apologies", "danke", "merci", "gracias", "no"}
    return len(tokens) > 4 and _STRONG.isdisjoint(tokens)


def _cut(body: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands before the name, and the name without capitalised words that only call ("Next Ana")."""
    lead = body[: match.start("name")].rstrip(" ,:—–(")
    parts: list[str] = match["name"].split()
    while len(parts) > 1 and parts[0].strip(",.").lower() in _CALLING:
        lead = f"{lead} {parts.pop(0)}"
    return lead, " ".join(parts)


def _asker(words: str, outlet: str | None, *, certain: bool) -> Asker | None:
    """Name and outlet of a call; an outlet alone where the name is one."""
    if words.endswith("-") or words.lower() in _CALLING or words.lower().startswith(("mm", "mhm", "uh", "hm")):
        return None
    if not outlet and (match := _OF_ITS.fullmatch(words)) and is_outlet(match["outlet"]):
        return Asker(name=person(match["name"], certain=True), outlet=plain(match["outlet"]))
    if not outlet and (joined := parted(words)):
        return joined
    if is_outlet(words) and not outlet and person(words, certain=True) is None:
        return Asker(name=None, outlet=plain(words))
    name = (
        plain(words)
        if outlet and is_outlet(outlet) and words.isupper() and len(words) < 4
        else person(words, certain=certain)
    )
    if name is None:
        return None
    return Asker(name=name, outlet=plain(outlet) if outlet and (is_outlet(outlet) or " " in name or certain) else None)


_ANSWERS = frozenset({"yeah", "yes", "no", "right", "sure"})


def _without_ending(clause: str) -> str:
    """A clause without the words after the name that only call: ", please go ahead."."""
    parts = clause.split()
    if len(parts) > 1 and parts[-1].strip(".,!").lower() in _ANSWERS:
        return clause  # "Tarn, yeah."
    while len(parts) > 1 and (token := parts[-1].strip(".,?!…—–:;")) and token.islower() and token.lower() in _CALLING:
        parts.pop()
    return " ".join(parts)


def _last_han(end: str) -> Asker | None:
    """Whom a Chinese moderator calls on."""
    if end.isascii() or not _MAY_CALL_HAN.search(end[-60:]):
        return None
    if match := _HAN_NAMED.search(end[-12:]):
        return UNNAMED if _SOME_HAN.search(match["name"][:-2]) else Asker(name=match["name"], outlet=None)
    found = UNNAMED if _NEXT_HAN.search(end[-40:]) else None
    for match in _HAN_CALL.finditer(end[-60:]):
        outlet = match["outlet"].strip("《》")
        found = UNNAMED if _SOME_HAN.search(outlet) else Asker(name=match["name"] or match["after"], outlet=outlet)
    return found


def then_called(words: str) -> str | None:
    """Who comes after the one that a turn calls on: "Ana, then Bo."."""
    match = _THEN.search(words[-_REACH:])
    return person(match["name"], certain=True) if match else None


_BARE = re.compile(rf"{NAME}[.]?")


def only_a_name(words: str) -> bool:
    """Whether a turn is a name and nothing else ("Ana."): to a question it is as well an answer."""
    return len(words) < 40 and _BARE.fullmatch(words.strip()) is not None


def greeted(words: str) -> str | None:
    """Whom a short turn, or the end of a longer one, greets by name: "Hi, Ana, how are you?"."""
    match = _GREETS.search(words[-80:])
    return person(match["name"], certain=True) if match else None


# matches "Thanks, Ana.", "No, Ana, it", "I’m sorry, Ana."; not "In Tarn, Ana"
_ADDRESSES = re.compile(
    rf"(?:^|[.!—]\s)(?:[A-Z][\w’']{{0,8}}[,.—]? ){{0,3}}?(?:[Tt]hanks|[Tt]hank you|Hi|Hey|Hello|Yes|Yeah"
    rf"|No|Well|Look|Sure|[Ss]orry|Okay|So"
    rf"|Right|Listen|Oh|Good question|Good morning|Good afternoon|Good evening)(?: very much| so much"
    rf"| for that| for the question)?,? "
    rf"(?P<name>{NAME})(?=[,.!?—])"
)
_AT_THE_END = re.compile(r"(?<=[a-z]), (?P<name>[A-Z][a-z]{2,14})(?=[.!]\s|[.!]$)")
# matches "So, as you said, Justin, the mayor", "I’ll say this, Ana: The mayor"; not "We met in Dover, Tarn, and"
_AFTER_YOU = re.compile(
    r"[^.?!\n]{0,40}\b(?:you|I|I[’']ll|I[’']d) (?:\w{1,12} ){0,2}\w{1,12}, (?P<name>[A-Z][a-z]{2,14})(?=[,:] )"
)


def addressed(words: str) -> str | None:
    """Whom an answer addresses by name at its beginning, and so who has asked."""
    head = words[:_REACH]
    if match := _ADDRESSES.search(head[:90]):
        return person(match["name"])
    match = _AFTER_YOU.match(head) or _AT_THE_END.search(head)
    return person(match["name"]) if match else None
