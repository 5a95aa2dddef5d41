"""Names of those who ask, and of their outlets, as they stand in calls, introductions and labels."""

import re
from functools import lru_cache

from twotrack.reading.known import Asker
from twotrack.reading.labels import UPPER
from twotrack.reading.outlets import is_outlet
from twotrack.reading.word_lists import lines
from twotrack.reading.words_of_names import Kind, kind_of

_INITIALS = r"[A-Z]\.(?:[A-Z]\.)?"
_PART = rf"(?:{_INITIALS}|[{UPPER}][\w’'-]{{1,24}}+)"
_JOIN = r"[ \u00a0\n](?:(?:de|la|van|von|der|al|el|bin|da|di)[ \u00a0\n]){0,2}"
NAME = rf"{_PART}(?:{_JOIN}{_PART}){{0,3}}"
# matches "the Daily Post", "El País", "i24NEWS", "7NEWS", "the 19th News", "al-Bayan", "Courrier de Sarn et du Lac";
# not "I’m with"
OUTLET = (
    r"(?:[Tt]he[ \u00a0\n])?(?!I[’' ])(?:\d{1,3}(?:(?:th|st|nd|rd)[ \u00a0\n])?(?=[A-Z])|[a-z]\d{0,2}(?=[A-Z])"
    r"|[ae]l-)?"
    rf"(?:dpa|taz|epd|n-tv|[{UPPER}][\w’'&.-]{{0,24}})"
    r"(?:[ \u00a0\n](?:(?:of|and|the|for|de|del|dell|des|der|du|la|y|et(?: d(?:u|e|es))?|&)[ \u00a0\n])?"
    rf"[{UPPER}0-9][\w’'&-]{{0,24}}){{0,5}}"
)
FROM = r",?\s(?:with|from|at|of|for|von(?:\sde[rm])?|vom|für|pour|de\sla|del|du|de|da|di)\s(?:l[’'])?"
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HONORIFICS_TEXT = """
mr mrs ms miss dr sir madam ma’am ma'am senator ambassador minister secretary president professor admiral general
herr frau herrn kollege kollegin madame monsieur mademoiselle mme m signora signor signore señora señor sra doña don senhor
senhora mister doctor mesdames messieurs lord lady baroness dame shri smt sayın bay bayan
"""
HONORIFICS = frozenset(_HONORIFICS_TEXT.split())
_HONORIFICS_AFTER = frozenset({"Bey", "Hanım", "Beyefendi", "Hanımefendi", "ji", "san"})
# a name's first word never: it greets, thanks or answers
_GREETING_WORDS_TEXT = """
hi hello hey thanks thank good yes yeah no okay sorry bonjour bonsoir merci oui guten danke ja hola buenos buenas gracias
buongiorno grazie bom boa obrigado obrigada merhaba iyi teşekkürler здравствуйте добрый спасибо
spring summer autumn winter and he she it huh hm welcome zoom
"""
_GREETING_WORDS = frozenset(_GREETING_WORDS_TEXT.split())
_KINDS_OF_NAME = frozenset({Kind.NAME, Kind.EITHER, Kind.INITIAL, Kind.PARTICLE})


def plain(words: str) -> str:
    """A name on one line, without article, quotation marks and full stop."""
    joined = " ".join(words.split()).strip(" ,;:")
    if quoted := _QUOTED.fullmatch(joined):
        joined = quoted["inside"]
    joined = joined[4:] if joined[:4] in {"the ", "The "} else joined
    joined = _NEXT_SENTENCE.sub("", joined)
    return joined if joined.count(".") > 1 else joined.rstrip(".")


@lru_cache(maxsize=4096)
def person(words: str, *, certain: bool = False) -> str | None:
    """A person's name without honorifics; None where a word is known to be none. Where somebody is `certain` to be
    named a place may be a name too ("Jordan", "Chad")."""
    parts = " ".join(words.split()).split(" ")
    while parts and parts[0].strip(".,").casefold() in HONORIFICS:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].strip(".,") in _HONORIFICS_AFTER:
        parts = parts[:-1]
    named = parts[1:] if len(parts) > 1 and len(parts[0]) == 2 and parts[0].isupper() else parts  # "MJ Lee"
    if not parts or parts[0].strip(".,!").casefold() in _GREETING_WORDS or is_outlet(" ".join(named)):
        return None
    allowed = _KINDS_OF_NAME | {Kind.PLACE} if certain else _KINDS_OF_NAME
    kinds = [kind_of(part.strip(",;:")) for part in parts if part.strip(",;:")]
    if kinds == [Kind.PLACE] and parts[0].strip(".,;:").casefold() not in _GIVEN_PLACES:
        return None
    if parts[-1].endswith(("’s", "'s")):
        return None
    if certain and len(kinds) > 1 and kinds[0] in _KINDS_OF_NAME:
        kinds = [Kind.NAME if kind is Kind.COMMON else kind for kind in kinds]  # a surname that is a word
    if not kinds or any(kind not in allowed for kind in kinds) or kinds[0] is Kind.PARTICLE:
        return None
    if kinds == [Kind.INITIAL] and len(parts[0]) < 4:
        return None
    return plain(" ".join(parts))


_NEXT_SENTENCE = re.compile(r"(?<=[a-zß-ÿ]{3})\.\s.{0,80}")  # "Reuters. If"
# places that are given names too; no other place is a person by itself
_GIVEN_PLACES_TEXT = """
jordan chad paris georgia israel kenya sydney austin charlotte florence brooklyn dallas chelsea madison savannah carolina
virginia lourdes vienna milan lincoln jackson houston denver india asia america london cairo troy holland
"""
_GIVEN_PLACES = frozenset(_GIVEN_PLACES_TEXT.split())


@lru_cache(maxsize=1024)
def surname(words: str) -> bool:
    """Whether a Chinese name begins with a surname."""
    doubles, *singles = lines("surnames_han.txt")
    return words[:2] in doubles.split() or words[:1] in "".join(singles)


# matches "газета «Вечерний порт»", "《港都日报》", "“Daily Post”"
_QUOTED = re.compile(r"(?:[а-яё]{4,12} )?[«“„\"《](?P<inside>[^«»“”„\"《》]{2,60})[»”“\"》]")
# matches "Ohlsen von Reuters", "Claire Aubin du Monde"; a name is made of such words too: "Anna von Holm"
_JOINED = re.compile(r"(?P<name>.{2,50}?)\s(?:von der|von|vom|de la|del|de|du|da|di)\s(?P<outlet>\S.{1,40})")


def parted(words: str) -> Asker | None:
    """Name and outlet where a word that also stands within names joins them: "Ohlsen von Reuters"."""
    match = _JOINED.fullmatch(words)
    if match is None or not is_outlet(match["outlet"]):
        return None
    name = person(match["name"], certain=True)
    return Asker(name=name, outlet=plain(match["outlet"])) if name else None


# inside a label's brackets and no outlet: "(via interpreter)", "(continuing)"
_ASIDE = re.compile(r"(?i)via|through|interpret|translat|inaudible|off|continu|cont|speak|in [a-z]+")
# says of itself only that somebody asks. matches "Q", "Question", "Journalist", "记者"; not "Anna"
_ASKS = re.compile(
    r"(?i)(?:q|question(?:er)?|interviewer|presenter|host|journalist|reporter|correspondent|press|media"
    r"|the press|speaker|participant"
    r"|(?:unidentified|male|female|foreign|another|second)(?: (?:male|female))?(?: (?:reporter|journalist"
    r"|speaker|voice|press))?"
    r"|frage|zusatzfrage|nachfrage|zusatz|zuruf|zwischenruf|zwischenfrage|journaliste|journalistin|periodista"
    r"|pregunta"
    r"|domanda|pergunta|giornalista|jornalista|soru|вопрос|журналист(?:ка)?|質問|질문|기자|unidentified"
    r"|[女男某外]?(?:国|國|籍)?(?:记者|記者)[甲乙丙丁一二三四五]?|问|問|提问"
    r"|提問|追问|追問|提问者|提問者|媒体|媒體)"
    r"(?:\s?(?:no\.?\s?)?\d{1,3})?"
)
_LABEL = re.compile(r"(?P<out>[^()（）\[\]]{0,80})[(（\[](?P<inside>[^()（）\[\]]{1,60})[)）\]]?")
_HAN_LABEL = re.compile(r"(?P<outlet>[^，,：:]{2,20}?)(?:的)?(?:记者|記者)\s?(?P<name>[\u3400-\u9fff·]{0,6})")
# a blank parts the outlet from the name. matches "共同通信 三田記者", "フリーランス 大庭氏", "연합뉴스 김하늘 기자"
_EAST_LABEL = re.compile(
    r"(?P<outlet>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3A-Z]{2,16}) (?P<name>[\u3400-\u9fff\uac00-\ud7a3]{1,4}?) ?"
    r"(?:記者|记者|氏|기자|特派員|委員)"
)
_FREELANCE = frozenset({"フリーランス", "フリー", "프리랜서", "自由撰稿人"})
# what says that somebody asks, before the name. matches "Q. ", "Question from ", "Zusatzfrage ", "Pregunta de "
_LEAD = re.compile(
    r"(?i:Q|Question|Journaliste?|Journalistin|Reporter|Frage|Zusatzfrage|Nachfrage|Zusatz|Zwischenfrage"
    r"|Pregunta|Periodista"
    r"|Domanda|Pergunta|Giornalista|Jornalista|Soru|Вопрос|Журналист)\b[.:,]?\s{0,4}(?:[–—-]\s{1,2}|(?:from|by|von"
    r"|de la|de|du|da)\s{1,2})?(?=[\w(])"
)
# German labels name who asks. matches "FRAGE KERN", "ZUSATZFRAGE DR. OSTEN (Tarner Zeitung)"
_NAMES_WHO = re.compile(r"(?i)(?:frage|zusatzfrage|nachfrage|zusatz|zwischenfrage)\s")
# a name, and what it asks for after it. matches "Anna Velt – AFP", "Anna Velt from AFP", "Anna Velt | AFP"
_NAME_AND_OUTLET = re.compile(
    r"(?P<name>[^\d–—|/,]{3,40}?)\s?(?:(?P<stroke>[–—|/]|\s-\s)|\s(?:from|of|with|at|for|von der|vom|von|für"
    r"|de la|de l[’']|del|de|pour)\s)"
    r"\s?(?P<outlet>[^–—|/,]{2,40})"
)


@lru_cache(maxsize=1024)
def of_label(label: str) -> Asker | None:
    """Who asks as a label says it: "Q. Anna Y (Outlet)", "AFP", "法新社记者", "Journalist (AFP)", "Anna Y, Daily Post"."""
    whole = " ".join(label.split()).strip(" .:")
    words = _LEAD.sub("", whole, count=1).strip(" .:")
    if _ASKS.fullmatch(whole) or _ASKS.fullmatch(words):
        return None
    words = _titled_words(words) if whole[:2].isupper() and words != whole and _NAMES_WHO.match(whole) else words
    if words != whole and " " not in words and words[:1].isupper() and words.isalpha() and not is_outlet(words):
        return Asker(name=words, outlet=None)  # "Frage Kern"
    if match := _LABEL.fullmatch(words):
        out, inside = match["out"].strip(" .,"), match["inside"].strip()
        inside = "" if _ASIDE.match(inside) and not is_outlet(inside) else inside
        return (None if inside else _apart(out)) or _of_two(out, inside)
    return _apart(words) or _of_two(words, "")


def _apart(words: str) -> Asker | None:
    """Name and outlet where a comma, a stroke or a preposition parts them."""
    if "," in words:
        out, _, inside = words.partition(",")
        return _of_two(out.strip(), inside.strip())
    match = _NAME_AND_OUTLET.fullmatch(words)
    if match is None:
        return None
    both = (match["name"], match["outlet"])
    for name, outlet in (both, both[::-1]) if match["stroke"] else (both,):
        named = person(name, certain=True)
        if named and not is_outlet(named) and is_outlet(outlet):
            return Asker(name=_titled(named), outlet=plain(outlet))
    return None


def _of_two(out: str, inside: str) -> Asker | None:
    """Name and outlet from a label's words outside and inside its brackets."""
    out = "" if _ASKS.fullmatch(out) else out
    if not out and not inside:
        return None
    if _HAN.search(out + inside):
        return _of_han(out, inside)
    if not inside:
        return _outlet_or_name(out)
    if not out:
        return (_apart(inside) if "," in inside or " " in inside else None) or _outlet_or_name(inside)
    if is_outlet(out) and not is_outlet(inside):
        out, inside = inside, out
    return Asker(name=_titled(out), outlet=plain(inside))


def _of_han(out: str, inside: str) -> Asker | None:
    """Name and outlet from a Chinese, Japanese or Korean label."""
    if match := _EAST_LABEL.fullmatch(inside or out):
        return Asker(name=match["name"], outlet=None if match["outlet"] in _FREELANCE else match["outlet"])
    match = _HAN_LABEL.fullmatch(inside) or _HAN_LABEL.fullmatch(out)
    if match:
        name = match["name"] if 2 <= len(match["name"]) <= 4 else None
        other = out if match.string == inside else inside
        if not name and 2 <= len(other) <= 4 and not _ASKS.fullmatch(other):
            name = other
        return Asker(name=name, outlet=match["outlet"])
    if out and inside:
        return Asker(name=out, outlet=inside.removesuffix("记者").removesuffix("記者"))
    words = (out or inside).removesuffix("问").removesuffix("問")
    return Asker(name=None, outlet=words) if len(words) > 1 else None


def _outlet_or_name(words: str) -> Asker | None:
    if re.fullmatch(r"(?:[A-Z]\.-?){1,4}|(?:[A-Z]\.){1,3}[A-Z]", words):
        return None  # initials
    name = person(words, certain=True) or _unusual(words) if " " in words else None
    if name is None and words.isupper() and " " in words:
        name = person(_titled(words) or "", certain=True)  # "ANNA RUIZ"
    return Asker(name=_titled(name), outlet=None) if name else Asker(name=None, outlet=plain(words))


def _titled_words(words: str) -> str:
    """Words in capitals as names are written, those in brackets left."""
    return " ".join(part if part.startswith(("(", "[")) else part[0] + part[1:].lower() for part in words.split())


def _unusual(words: str) -> str | None:
    """Two words that are no known outlet and of which the second is no known word: "Kit Marlow"."""
    parts = words.split()
    if len(parts) != 2 or is_outlet(words) or not all(part[:1].isupper() and part[1:].islower() for part in parts):
        return None
    return words if kind_of(parts[1]) is Kind.NAME and kind_of(parts[0]) is not Kind.PLACE else None


def _titled(words: str | None) -> str | None:
    """A name in capitals as it is written elsewhere."""
    if words is None or not words.isupper() or len(words) < 4:
        return words
    return " ".join(part[0] + part[1:].lower() for part in words.split())
