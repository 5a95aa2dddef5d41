"""Who interviews, and for which outlet, where a document is an interview: its heading or its end says so."""

import re

from twotrack.reading.asker_names import NAME, OUTLET, person, plain
from twotrack.reading.known import Asker
from twotrack.reading.labels import UPPER
from twotrack.reading.outlets import is_outlet

_HEAD = 1_500  # characters before the first label
_TAIL = 600  # characters of the end
# a document that is one. matches "An interview with", "Das Gespräch führte", "propos recueillis", "专访"
_IS_ONE = re.compile(
    r"(?i)\binterview|entretien|propos recueillis|gespräch|entrevista|intervista|conversation|söyleşi|röportaj|интервью"
    r"|беседовал|专[访訪]|專訪|采[访訪]|採訪|インタビュー|聞き手|인터뷰"
)
# what stands before the name. matches "interviewed by Ana Ruiz", "our editor Ana Ruiz", "Das Gespräch führte Ana Ruiz",
# "Propos recueillis par Ana Ruiz", "Entrevista de Ana Ruiz"
_BY = re.compile(
    r"(?:[Ii]nterviewed by|[Ii]nterview (?:was )?(?:conducted |recorded )?by|[Cc]onducted by|[Qq]uestions (?:asked |put )?by"
    r"|[Ii]nterviewer:?|(?:our|the|its|magazine’s|newspaper’s) (?:\w+ )?(?:editor|correspondent|reporter|journalist"
    r"|columnist|presenter)(?:-in-chief)?,?|[Pp]resented by|[Hh]osted by"
    r"|Das (?:Gespräch|Interview) führten?|Die Fragen stellten?|[Ii]m Gespräch mit unsere[mr] (?:Redakteur(?:in)?)"
    r"|[Pp]ropos recueillis par|[Ee]ntretien (?:réalisé|conduit|mené) par|[Pp]ar notre \w+"
    r"|[Ee]ntrevistad[oa] por|[Ee]ntrevista (?:de|por|realizada por|conduzida por)|[Ii]ntervista di|a cura di"
    r"|(?:Söyleşi|Röportaj):|[Бб]еседовала?|[Ии]нтервью (?:взяла?|провела?))\s{1,2}"
    rf"(?P<name>{NAME})(?:,?\s(?:of|from|with|for|du|de|de la|vom|von der)\s(?P<outlet>{OUTLET}))?"
)
# matches "Interview With Ana Ruiz of Radio Tarn": only with an outlet that is one; else it names who is interviewed
_WITH = re.compile(
    rf"[Ii]nterview (?:[Ww]ith|[Bb]y) (?P<name>{NAME}),? (?:[Oo]f|[Ff]rom|[Ww]ith|[Oo]n|[Ff]or) (?P<outlet>{OUTLET})"
)
_HAN_BY = re.compile(
    r"(?:采[访訪]者?|採訪者?|专访者?|聞き手|[记記]者|访问者)(?:[：:は]|\s)\s{0,2}(?P<name>[\u3400-\u9fff]{2,4})(?=[，。）)\s]|$)"
)
# an outlet in quotation marks after a word that joins. matches "avec « Radio Tarn »", "for “The Ledger”"
_QUOTED = re.compile(
    r"\b(?i:avec|à|au|pour|mit|für|with|to|for|on|con|per|para|газете|журналу)\s(?:\w{2,10}\s)?[«“„\"]\s?"
    r"(?P<outlet>[^«»“”„\"\n]{2,40}?)\s?[»”“\"]"
)
# matches "mit dem Neuen Tagblatt", "with the Daily Post", "for Radio Tarn"
_JOINED = re.compile(
    rf"\b(?:avec|à|au|mit|für|with|to|for|on|in|con|per|para)\s(?:(?:dem|der|den|das|die|la|le|el|il|the)\s)?(?P<outlet>{OUTLET})"
)
_LINE = re.compile(rf"(?m)^[*_# ]{{0,4}}(?P<outlet>(?:The )?[{UPPER}][^\n,.:;|–—]{{2,50}})(?=[,.:;|–—\n]|$)")


def find_interviewer(text: str, body: int, first: int) -> Asker | None:
    """Who interviews in a text whose words begin at `body` and whose first label stands at `first`; None where no words say
    that somebody interviews."""
    head, tail = text[max(body, first - _HEAD) : first], text[max(first, len(text) - _TAIL) :]
    if not _IS_ONE.search(head) and not _BY.search(tail):
        return None
    name, outlet = _named(head) or _named(tail) or (None, None)
    outlet = outlet or _outlet(head)
    return Asker(name=name, outlet=plain(outlet) if outlet else None) if name or outlet else None


def _named(words: str) -> tuple[str | None, str | None] | None:
    """The name of who interviews, with the outlet where it follows."""
    with_outlet = _WITH.search(words)
    if with_outlet and is_outlet(with_outlet["outlet"]) and (name := person(with_outlet["name"], certain=True)):
        return name, with_outlet["outlet"]
    if (match := _BY.search(words)) and (name := person(match["name"], certain=True)):
        return name, match["outlet"] if match["outlet"] and is_outlet(match["outlet"]) else None
    if match := _HAN_BY.search(words):
        return match["name"], None
    return None


def _outlet(head: str) -> str | None:
    """The outlet that a heading names: in quotation marks, after a word that joins, or on a line of its own."""
    if match := _QUOTED.search(head):
        return match["outlet"]
    for pattern in (_JOINED, _LINE):
        for match in pattern.finditer(head):
            if is_outlet(match["outlet"]):
                return match["outlet"]
    return None
