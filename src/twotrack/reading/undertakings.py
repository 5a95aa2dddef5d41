"""Verbs of doing with a subject and a sign of what is to come: "Karuna will reopen its consulate", "it would examine".

The verb must be one of an act that one could later check (sending, publishing, signing, visiting); talk of policy, wishes,
conditions and refusals are none. English; other languages in undertakings_beyond.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ACTS_TEXT = """
accede accept address adopt allocate allow amend announce appoint approve arrange attend ban begin bring brief call
close complete conclude conduct consult contribute convene create cut deliver deploy deposit designate dispatch
distribute donate double draft end enter establish examine exchange expand extend extradite facilitate file finance
forward free freeze fund give grant halt host hold implement inform inspect install introduce investigate invite
issue join launch lend lift meet monitor nominate notify observe open order organise organize pardon participate pay
permit present process propose provide publish purchase raise ratify receive reduce reform register release remove
reopen repatriate repeal reply report resettle respond restart restore resume return review sell send ship sign
speak submit supply support suspend table talk terminate train transfer transmit travel unveil update urge visit
vote waive welcome withdraw write press continue
"""
_ACTS = "|".join(
    [
        *_ACTS_TEXT.split(),
        r"set\sup",
        r"take\s(?:up|part|action|further|steps)",
        r"make\s(?:available|public|(?:\w+\s){0,2}(?:announcement|decision|statement|visit))",
        r"look\sinto",
        r"put\s(?:forward|in\splace|it\sto)",
        r"hand\sover",
        r"go\s(?:to\s[A-Z]\w+|back\sto\sit|in\s[A-Z]\w+|on\snaming|on\sraising)",
        r"move\sthe",
        r"ask\s[A-Z]\w+",
        r"try\sagain",
        r"see\sthem",
    ]
)
_DONE = (
    r"(?:addressed|adopted|announced|appointed|completed|concluded|convened|delivered|deployed|distributed"
    r"|established|examined|exchanged|extradited|freed|given|handed"
    r"|held|hosted|implemented|introduced|invited|issued|launched|lifted|made\savailable|opened|organi[sz]ed"
    r"|paid|presented|provided|published|raised|ratified|released|reopened|repealed"
    r"|resumed|returned|reviewed|sent|set\sup|signed|submitted|suspended|taken\sup|transferred|transmitted"
    r"|unveiled|withdrawn)"
)
_DOING = (
    r"(?:sending|hosting|inviting|releasing|travell?ing|publishing|meeting|launching|opening|providing"
    r"|donating|signing|holding|convening|going\sto\s[A-Z]\w+|coming|funding|welcoming"
    r"|announcing|releasing|speaking|raising|visiting)"
)
_ADVERB = (
    r"(?:also|then|now|soon|shortly|actually|certainly|both|again|first|later|jointly|therefore|continue\sto"
    r"|be\sable\sto|go\son\sto|seek\sto|try\sto|work\sto)"
)
# what is to come, and the act. matches "will send", "shall examine", "are to meet", "is going to host", "plans to visit", "has
# promised to lift", "will be held", "will be meeting", "would ratify"; not "will not send", "will see", "is to blame"
SIGN = re.compile(
    rf"(?P<modal>\b(?:will|shall|would)|[’'](?:ll|d)|\b(?:is|are|am)\s(?:going|due|set|expected|scheduled"
    rf"|planning|about|ready)\sto|[’'](?:s|re|m)\sgoing\sto|\b(?:is|are)\sto|\b(?:plan|intend|expect|promise"
    rf"|pledge|agree|undertake|offer)s?\sto"
    rf"|\b(?:planned|promised|pledged|undertook|agreed|offered|decided|committed|vowed|resolved"
    rf"|obliged)\s(?:me\s|us\s|in\sprinciple\s)?to|\b(?:intention|pledge|promise|decision)\sto)"
    rf"\s(?:{_ADVERB}\s){{0,3}}(?:(?P<verb>{_ACTS})\b|be\s(?:also\s|formally\s)?(?P<done>{_DONE})\b|be\s"
    rf"(?P<doing>{_DOING})\b|take\splace\b)"
)
# acts under way to a coming day. matches "is sending his minister", "looks forward to welcoming"; not "is raising money"
NOW = re.compile(
    rf"(?P<modal>\b(?:is|are|am)|[’'](?:s|re|m)|\blooks?(?:ing)?\sforward\sto)\s(?:also\s|then\s)?(?P<doing>{_DOING}"
    rf")\b"
)
# promised in nouns. matches "promised a written answer", "gave an undertaking to", "signed an agreement to"
PROMISED = re.compile(
    r"(?P<modal>\b(?:promised|pledged|offered)\s)(?=(?:[\w$£€]+\s){0,2}?(?:an?|the"
    r"|\d[\d,.]*|[$£€]\s?\d[\d,.]*)\s)(?!(?:a|the)\s(?:result|outcome|end)s?\b)"
)
# a further act of the same promise. matches ", and to exchange lists", "; to publish"
AND_TO = re.compile(rf"(?:,?\sand|;|,)\s(?P<modal>to)\s(?:{_ADVERB}\s)?(?P<verb>{_ACTS})\b")
# the head of a list of promises. matches "The two sides agreed:", "agreed to continue cooperation in the following areas:"
LIST_AHEAD = re.compile(r"\b(?:agreed|undertook|decided|committed)\b[^.]{0,90}:\s*\Z")
ITEM = re.compile(rf"\A(?P<modal>to)\s(?:{_ADVERB}\s)?(?P<verb>{_ACTS})\b")
_BOUNDARY = re.compile(
    r"[.;:!?—–(“”\"]\s?|,\s(?:and\s|but\s|so\s|then\s|which\s|where\s|while\s)?|\b(?:told\s(?:us|me|them)"
    r"|said|stated|announced|confirmed|assured\s\w+)\s(?:(?:last|this)\s\w+\s|yesterday\s|today\s)?|\b"
    r"(?:[Ii]f|[Ww]hen|[Uu]nless|[Uu]ntil|[Ww]hether|[Hh]ow|[Ww]hy|[Ww]hat|that|and|but|because|so|as|while|since|which|why|where|how|what|when|if|until|before|after|once"
    r"|unless|whether|who)\s"
)
_HYPOTHETICAL = re.compile(
    r"(?i)\b(?:if|unless|until|once|whether|when|before|after|in\scase|should\s(?:they|he|she|it|the)|were\s"
    r"(?:they|he|we)|how|why|what|where)\s\Z"
)
_REPORTED = re.compile(
    r"\b(?:said|says|stated|announced|confirmed|informed|promised|told|assured|indicated|explained|added"
    r"|declared|noted|agreed|reported|undertook|answered)\b"
)
_WISHED = re.compile(
    r"(?i)\b(?:hopes?|hoped|wish(?:es)?|urge[sd]?|calls?\son|called\son|ask(?:s|ed)|want(?:s|ed)?|demand"
    r"(?:s|ed)?|need|must|should|don[’']t\sthink|not\ssure|might|could)\b[^,;.]{0,60}\Z"
)
_REFUSED = re.compile(r"\s(?:not|never|no\slonger)\b")
_APPOSITION = re.compile(r",\s(?:(?:[A-ZÀ-Þ][\w’.-]+\s?){1,4}),\s\Z")
# two parties. matches "The Union and Bharavati "
_PAIR = re.compile(r"(?:[Tt]he\s)?(?:[A-ZÀ-Þ][\w’-]+\s){1,3}and\s(?:the\s)?(?:[A-ZÀ-Þ][\w’-]+\s){1,2}\Z")
# who undertakes nothing. matches "This", "you", "Our job" (is to)
_NOBODY = re.compile(
    r"(?i)\A(?:this|that|you|there|these|those|what|nobody|no\sone|people|everybody|anyone|congress|civil\ssoci"
    r"ety|one)\Z|\b(?:job|goal|aim|purpose|idea|task|way|point|priority|objective|challenge|thing|sure"
    r"|efforts?)(?:\shere)?\Z|\b(?:sure|certain)\s\w+\Z|\A(?:no|any|or)\b"
)
# what is said of what one cannot do. matches "pay a severe price", "hold them accountable", "in due course"
_VAGUE = re.compile(r"[^.;]{0,60}?\b(?:price|accountable|due\scourse|consequences)\b")
# what one who says "I" can undertake beside the housekeeping of a briefing
_I_MAY = frozenset(
    [
        "send",
        "write",
        "raise",
        "meet",
        "visit",
        "travel",
        "publish",
        "propose",
        "sign",
        "invite",
        "attend",
        "return",
        "press",
        "present",
        "submit",
        "report",
        "see them",
    ]
)
_REACH = 110  # characters before the verb in which its subject stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """An act to come in words[start:]: `verb_at` where its sign ends, `subject` its subject's words ("" where it is told
    before), `sign` the words that say it is to come; `end` that of the clause where it is known."""

    start: int
    verb_at: int
    subject: str
    sign: str
    verb: str
    end: int | None = None


# more that "we" can undertake. matches "we will do so", "work with", "seek", "do everything we can", "be releasing"
_OURS_TOO = re.compile(
    r"\b(?:go\son\s\w+ing|do\s(?:so|that|it|everything|all)|work|seek|try|use|pursue|keep|maintain|follow|help|move|build"
    r"|engage|defend|protect|hold|look|share|increase|treat|carry|be\s\w+ing|be\s\w+ed|deal|fight|remain"
    r"|stay|put|set|advocate|have\s(?:a|the|another)\s(?:next|round|call|meeting|dialogue))\b"
)


# parts of words, one of which a sentence must hold that a pattern is looked for in
_CUES = (
    (
        SIGN,
        (
            "will ",
            "shall ",
            "would ",
            "’ll ",
            "'ll ",
            "’d ",
            "'d ",
            "going to ",
            "is to ",
            "are to ",
            "am to ",
            "due to ",
            "set to ",
            "expect",
            "schedul",
            "planning",
            "about to ",
            "ready to ",
            "plans to",
            "plan to",
            "planned to",
            "intend",
            "promise",
            "pledge",
            "agree",
            "undert",
            "offer",
            "aim to ",
            "aims to ",
            "decided ",
            "decision to",
            "committed ",
            "vowed ",
            "resolved to",
            "obliged to",
            "intention to",
        ),
    ),
    (
        NOW,
        (
            "sending",
            "hosting",
            "inviting",
            "releasing",
            "travel",
            "publishing",
            "meeting ",
            "launching",
            "opening",
            "providing",
            "donating",
            "signing",
            "holding",
            "convening",
            "going to ",
            "coming",
            "funding",
            "welcoming",
            "announcing",
            "speaking",
            "raising",
            "visiting",
            "doing",
        ),
    ),
    (PROMISED, ("promised ", "pledged ", "offered ")),
)


def has_act(words: str) -> bool:
    """Whether "will" and what follows it name an act of the list, or one of the plainer verbs that "we" undertake in."""
    return SIGN.search(words) is not None or _OURS_TOO.search(words) is not None


def find_undertakings(words: str) -> Iterator[Undertaking]:
    """The acts to come that one sentence in English tells of, in order."""
    low = words.lower()
    matches = [match for pattern, cues in _CUES if any(cue in low for cue in cues) for match in pattern.finditer(words)]
    last: Undertaking | None = None
    for match in sorted(matches, key=lambda match: match.start()):
        if last is not None and match.start() < last.verb_at:
            continue
        one = _undertaking(words, match)
        if one is not None:
            last = one
            yield one
    if last is not None and re.search(r"agree|undert|promis|decid|commit|pledg", last.sign):
        for match in AND_TO.finditer(words, last.verb_at):
            yield Undertaking(
                start=match.start("modal"),
                verb_at=match.end(),
                subject=last.subject,
                sign=last.sign,
                verb=match["verb"],
            )


def _i_may(verb: str) -> bool:
    return verb in _I_MAY or verb.startswith(("ask", "put it", "go to", "look into", "meeting", "going"))


def _undertaking(words: str, match: re.Match[str]) -> Undertaking | None:
    """The act of one match with its subject; None where it is a condition, a wish, a refusal or talk of what may be."""
    before = words[max(0, match.start() - _REACH) : match.start()]
    offset = match.start() - len(before)
    modal = " ".join(match["modal"].split()).strip("’' ")
    if modal in {"would", "d"} and not _REPORTED.search(before):
        return None
    if _REFUSED.match(words, match.end("modal")):
        return None
    boundaries = list(_BOUNDARY.finditer(before))
    at = boundaries[-1].end() if boundaries else 0
    if apposition := _APPOSITION.search(before):
        inner = [one.end() for one in boundaries if one.end() <= apposition.start()]
        at = inner[-1] if inner else 0
    subject = before[at:].strip()
    if (pair := _PAIR.search(before)) and pair.start() < at:
        inner = [one.end() for one in boundaries if one.end() <= pair.start()]
        at = inner[-1] if inner else pair.start()
        subject = before[at:].strip()
    if not boundaries and offset > 0 and at == 0:
        at = before.find(" ") + 1
        subject = before[at:].strip()
    if re.match(r"\s(?:you|your|questions?|that\sover|it\sover)\b", words[match.end() : match.end() + 14]):
        return None  # housekeeping
    if _HYPOTHETICAL.search(before[:at]) or _WISHED.search(before[:at]):
        return None
    plain = re.sub(r"\A(?:And|But|So|Then|and|but|then|Well)\s", "", subject)
    if _NOBODY.search(plain) or modal.endswith("about to") or _VAGUE.match(words, match.end()):
        return None
    groups = match.groupdict()
    if plain == "I" and not _i_may(groups.get("verb") or groups.get("doing") or ""):
        return None
    verb = groups.get("verb") or groups.get("done") or groups.get("doing") or "take place"
    return Undertaking(start=offset + at, verb_at=match.end(), subject=subject, sign=modal, verb=verb)
