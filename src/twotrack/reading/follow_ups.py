"""Whether a press turn that says no name, and for which nobody was called on, is put by whoever asked before.

A human reader gives it to the same asker where its words go on with what was said, and to nobody where they begin anew:
with thanks or a greeting, by addressing the official, by turning to another subject. Where neither, it depends on how the
floor is given: where a moderator gives it, or the official calls on each by name, whoever has it keeps it.
"""

import re

_BRIEF = 16  # characters of a question that cannot stand without the one before
_SHORT = 60  # the same where each is called on by name
_SHORT_HAN = 12
_STANDS_ALONE = 160  # characters: a longer question is a new one where nothing says that it goes on
EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# says that it follows. matches "Follow-up?", "Can I just follow up", "Just one more", "may I put it in this way", "追問一下"
_FOLLOWS = re.compile(
    r"(?i)(?:(?:okay|yes|yeah|right|great)[.,!]\s)?"
    r"[^.?!]{0,40}?\b(?:follow(?:ing)?[ -]?up|one more|one last|put (?:it|that) (?:in )?(?:this|another) way"
    r"|(?:my|the) (?:second|other|last) (?:question|one)|just to clarify|just a clarification"
    r"|nachfrage|noch einmal nachfragen|une relance|para seguir|per tornare)\b|\W{0,4}[^，。？]{0,6}追[问問]"
)
# begins as somebody does who has just got the floor. matches "Hi", "Yes, thank you", "Buongiorno, Ministro", "謝謝"
GREETS = re.compile(
    r"(?i)\W{0,3}(?:yes|yeah|oh|okay|great)?\W{0,2}(?:(?:hi|hello|hey|thanks?|good (?:morning|afternoon|evening|day))\b"
    r"|(?:bonjour|bonsoir|merci|guten (?:tag|morgen|abend)|vielen dank|danke|buen[oa]s (?:días|tardes|noches)|hola"
    r"|gracias"
    r"|buongiorno|buonasera|grazie|bom dia|boa tarde|obrigad[oa]|iyi (?:günler|akşamlar)|merhaba|teşekkür\w*"
    r"|здравствуйте|добрый (?:день|вечер)|спасибо)\b)|\W{0,3}(?:[谢謝][谢謝]|[你您]好|各位好)"
)
# addresses the official. matches "Mr. President, did", "Sir — sir", "Herr Minister, wann", "司長，", "請問發言人"
_ADDRESSES = re.compile(
    r"(?i)\W{0,3}(?:(?:mr|mrs|ms)\.? (?:\w+ )?\w+|mad(?:am|ame) (?:\w+ ){0,2}\w+|minister|foreign secretary"
    r"|prime minister"
    r"|(?:mr\.? )?secretary|ambassador|general|sir|ma[’']am|(?:herr|frau) (?:\w+ )?\w+|monsieur (?:le )?\w+|señora? \w+"
    r"|signora? \w+|ministr[oa]|sayın \w+)\s?[,—–]"
    r"|\W{0,3}(?:[请請][问問])?(?:[司部局院][长長]|[发發]言人|主任|大臣|[总總][统統理])"
)
# goes on with what was said. matches "And when?", "Et la réponse ?", "Und wo?", "Peki", "А когда?", "那立案呢"
_CONTINUES = re.compile(
    r"(?i)[\W]{0,4}(?:and|but|so|right|yeah|no|i mean|just|or|then|well|because|can i|may i|a follow|follow|und|aber|also"
    r"|doch|heißt das"
    r"|et|mais|donc|alors|y|pero|entonces|o sea|e|ma|quindi|allora|però|mas|então|peki|ama|yani|а|и"
    r"|но|значит"
    r")\b|\W{0,4}(?:那[么麼]?|所以|可是|但是?|[还還]有|也就是|是不是|では|それで|しかし|그럼|그러면|그런데)"
)
# points back within its first words. matches "By how much did that rise?", "Когда они вернутся?", "Qu’ont répondu les
# autorités ?"; not "Is Ana worried?"
_POINTS_BACK = re.compile(
    r"(?i)\W{0,4}(?:[\w’']{1,14},?\s){0,6}?(?:that|those|these|they|them|it|das|dies\w{0,2}|davon|dazu|darauf|dabei"
    r"|cela|ça|ils"
    r"|qu[’'](?:ont|a)(?:-t-(?:il|elle))? (?:répondu|dit)"
    r"|elles|eso|esto|ellos|ellas|questo|quello|это\w{0,3}|они|их|bunu?|buna|onlar)\b"
)
# turns to another subject. matches "On the budget", "Can I ask about Ostmark?", "Change of topic?"; not "On that"
_TURNS_AWAY = re.compile(
    r"(?:[Ss]orry, |[Oo]kay\W{1,2}|[Yy]e(?:s|ah)\W{1,2}|[Ss]o ){0,2}"
    r"(?:On (?:the |a |an |another |an unrelated )?(?!(?:this|that|it|the same)\b)\w"
    r"|(?:Can|Could|May) (?:I|we) (?:just |also |please )?(?:ask (?:you )?(?:about|on|a question)|switch|move|turn"
    r"|change|go to)"
    r"|(?:[Tt]urning|[Ss]taying|[Ss]witching|[Gg]oing back|[Mm]oving) (?:on|to)\b"
    r"|(?:(?:A )?[Dd]ifferent|[Ss]eparate|(?:A )?[Nn]ew|[Aa]nother) (?:topic|subject)"
    r"|Chang(?:e|ing) (?:of )?(?:topic|subject)s?|Regarding|Concerning|About|Zum? |Zur |Sur |Sobre |Sul(?:la)? "
    r"|[关關][于於]|[请請][问問])"
)
_QUOTES = ("“", '"', "«", "„", "「")


# nothing of it is left in print. matches "(Off-mic.)", "(Inaudible.)"
LOST = re.compile(r"(?i)\W{0,6}(?:inaudible|off.?mi[ck]e?|cross.?talk|unintelligible|听不清)\W{0,6}")


def says_so(words: str) -> bool:
    """Whether a press turn says of itself that it follows up."""
    return _FOLLOWS.match(words[:80]) is not None


def follows(words: str) -> bool:
    """Whether a press turn says of itself that it follows up, or is too brief for anything else."""
    return says_so(words) or (len(words) <= _brief(words) and not GREETS.match(words))


def goes_on(words: str, *, moderated: bool, called: bool) -> bool:
    """Whether the one who asked before puts these words too. `moderated`: a moderator gives the floor; `called`: the
    officials call on most by name."""
    if GREETS.match(words):
        return False
    if says_so(words):
        return True
    if moderated:
        return True
    if _ADDRESSES.match(words):
        return False
    if _TURNS_AWAY.match(words):
        return False
    if _CONTINUES.match(words) or words.startswith(_QUOTES):
        return True
    if len(words) <= (_SHORT if called and not EASTERN.search(words) else _brief(words)) or _POINTS_BACK.match(words):
        return True
    return called and len(words) <= _STANDS_ALONE and not EASTERN.search(words)


def _brief(words: str) -> int:
    return _SHORT_HAN if EASTERN.search(words) else _BRIEF
