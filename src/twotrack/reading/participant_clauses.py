"""What the clause about a person or a body says: who met whom, whose place one met at, who chaired with whom."""

import re

from twotrack.reading.agencies import Agency
from twotrack.reading.findings import MeetingFinding
from twotrack.reading.names import PersonName
from twotrack.reading.participant_words import APPOSED, MET, OF_BODY, WITH
from twotrack.reading.said import Said
from twotrack.reading.words_of_names import title_class
from twotrack.vocabulary import MeetingKind

TOGETHER = re.compile(r"\b(?:co-?chaired|co-?led|jointly|alongside|co-?présid\w{0,6}|gemeinsam)\b")
_NO_FIRST_TEXT = "Die Der Das Den Dem Im Am Bei Für Auf Zum Zur Le La Les En Au Du El Los Las Fifteenth Penal"
NO_FIRST = frozenset(_NO_FIRST_TEXT.split())  # of other languages, where a sentence begins with them
PLACE_BEFORE = re.compile(r"\b(?:in|at|near|outside|en|à)\s\Z")


def place_only(words: str, at: int) -> bool:
    """Whether a State's name only says where: "in Verania"."""
    return re.search(r"\b(?:in|to|from)\s(?:the\s)?\Z", words[:at]) is not None


def object_of_met(text: str, said: Said, one: PersonName) -> bool:
    """Whether a person is one who was met, visited, or talked with."""
    before = text[said.start : one.whole.start]
    met = [*MET.finditer(before), *WITH.finditer(before)]
    met.sort(key=lambda match: match.end())
    return (
        bool(met)
        and len(before) - met[-1].end() < 200
        and not re.search(r"\b(?:raised|case|about)\b", before[met[-1].end() :])
    )


def met_or_was_met(text: str, said: Said, one: PersonName) -> bool:
    """Whether a person stands before a verb of meeting, or is its object; one beside whom a place was visited is not."""
    first = MET.search(text, one.whole.end, said.end)
    if first is not None and not re.search(
        r"\b(?:that|where|when|which|said|while)\b", text[one.whole.end : first.start()]
    ):
        return True
    verbs = list(MET.finditer(text, said.start, one.whole.start))
    return bool(verbs) and not verbs[-1].group().startswith("visit") and object_of_met(text, said, one)


def inside(agency: Agency, person: PersonName) -> bool:
    return person.whole.start <= agency.start and agency.end <= person.whole.end


def of_person(text: str, agency: Agency, person: PersonName) -> bool:
    """Whether a body is the one that a person is of: "Ann Lamm, Director, Ministry of Justice"."""
    if inside(agency, person):
        return True
    gap = text[person.whole.end : agency.start] if 0 <= agency.start - person.whole.end < 250 else None
    return gap is not None and (OF_BODY.match(gap) is not None or APPOSED.match(gap) is not None)


# after a name that is a place's. matches " Street on", " Square"; not " Streets"
STREET = re.compile(r"\s(?:Street|Road|Avenue|Square|Palace|Airport|Bridge|Hospital|House|Barracks)\b")


def of_somebody(text: str, said: Said, agency: Agency) -> bool:
    """Whether a body only says where a division or an office belongs: "head of the Division of the Department"."""
    return (
        re.search(r"\b(?:of|at)\sthe\s(?:[A-Z]\w+\s){1,3}\Z", text[max(said.start, agency.start - 60) : agency.start])
        is not None
    )


def with_agency(text: str, said: Said, agency: Agency, cue: str, meeting: MeetingFinding | None) -> bool:
    """Whether a body was met, not the place where one met: "with officials of the Service", "at DOD with"."""
    before = text[said.start : agency.start]
    if cue == "consulted":
        return re.search(r"\bwith\s(?:[\w’,-]+\s){0,8}\Z", before) is not None
    if meeting is not None and meeting.kind is MeetingKind.EXPERT_DIALOGUE:
        return True
    return (
        re.search(
            r"\b(?:with|from|of)\s(?:(?:officials|members|representatives|experts)\s(?:of|from)\s)?(?:the\s"
            r"|their\s|our\s)?\Z",
            before[-60:],
        )
        is not None
        and "hosted" not in before
    )


# between two who met, or after the subject of a meeting. matches " met with ", " called on ", ", the Minister, received "
_ENCOUNTER = re.compile(
    r"\s(?:met(?:\swith)?|received|welcomed|hosted|called\son|held\stalks\swith|held\sa\smeeting\swith|(?:a|ont)\s(?:rencontré|reçu)|s[’']est\sentretenue?"
    r"(?:\s[\wà-ÿ]+){0,3}\savec)\s"
)
# where the one named last is beside whom one met, or of the subject. matches " headed by ", " together with "
_NOT_OBJECT = re.compile(r"\b(?:by|led|headed|joined|accompanied|who|which|together|alongside|delegation|side)\b|[;.]")


def encounter_between(text: str, one: PersonName, other: PersonName) -> bool:
    """Whether the first of two persons met, received or called on the second."""
    return _ENCOUNTER.search(text, one.whole.end, other.whole.start) is not None


def met_by(words: str, at: int) -> int | None:
    """Where the verb begins by which what stands at words[at] was met; None where nothing there is one who was met."""
    verbs = list(_ENCOUNTER.finditer(words, 0, at + 1))
    if not verbs or at - verbs[-1].end() > 90 or _NOT_OBJECT.search(words, verbs[-1].end(), at):
        return None
    return verbs[-1].start()


def singular(title: str | None) -> str | None:
    """A title said of several, of one: "Under Secretaries" -> "Under Secretary"."""
    if title is None:
        return None
    words = title.split()
    if title_class(words[-1]) == "plural":
        words[-1] = re.sub(r"ie\Z", "y", words[-1].removesuffix("s"))
    return " ".join(words)
