"""Lines that begin as a speaker's label may begin: found in one pass over a text, told apart by shape.

What a shape means for a document is decided in conventions.py. Every pattern looks at one line (a label in bold or in
capitals may run over to the next), its repetitions are bounded and do not give back, so that the time stays linear.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from operator import methodcaller


class Shape(StrEnum):
    """What a label looks like."""

    CAPITALS = "capitals"  # MR. HALL:
    INITIALS = "initials"  # A.H.:
    BARE_Q = "bare q"  # Q    Why
    LETTER = "letter"  # Q: A: Question: Antwort:
    FULL_STOP = "full stop"  # Q. The President.
    NAME = "name"  # Anna Hall: Le porte-parole :
    HAN = "han"  # 记者：
    BRACKETS = "brackets"  # 【記者】 （問） 記者）


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A speaker's label as printed (without colon or emphasis): text[start:end], and where the words after it begin.

    `bold`: emphasis opens before it. `opens`: a paragraph or a sentence begins with it.
    `key`: the words with single spaces up to a comma; two labels with one key are one speaker's.
    `quotes`: the words open with a quotation mark."""

    text: str
    start: int
    words: int
    shape: Shape = Shape.NAME
    bold: bool = False
    opens: bool = True
    key: str = ""
    quotes: bool = False


UPPER = "A-ZÀ-ÖØ-Þ\u0400-\u042f" + "".join(filter(str.isupper, map(chr, range(0x100, 0x180)))) + "ȘȚ"
"""Capital letters, for the inside of a pattern's brackets: Latin with all its marks, and Cyrillic."""
_EAST = "\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_LEAD = r"[ \t\u00a0\u3000>]{0,120}+(?P<mark>(?:\\?[*_]){1,3}+)?[ \u00a0]{0,4}+"
_CLOSE = r"(?:[ \u00a0\u202f]?(?:\\?[*_]){1,3}+)?"
# a label runs to its colon, in capitals or in bold also over a line's end
_COLON = (
    rf"(?P<label>[{UPPER}{_EAST}《“«][^:：\n*_\\?!;。？！|\]]{{0,100}}+"
    r"(?:(?:(?<=[A-Z,])|(?<=[A-Z,] ))\n[A-Z][A-Z .,’'-]{1,60}+|(?(mark)\n[^:：\n*_\\?!;。？！|]{1,60}+))?+)"
    rf"{_CLOSE}[ \u00a0\u202f]{{0,3}}+[:：](?:\\?[*_]){{0,3}}+"
)
_STOP = (
    r"(?P<stop>Q(?!\. [A-Z][\w.'’-]{0,30}(?: [\w.'’-]{1,30}){0,4}(?:(?: \([^()\n]{1,60}\))?\*\*:| \([^()\n]{1,60}\):"
    r"|:\*\*))"
    r"|(?:The (?:Vice )?President(?:-elect)?|The Secretary|The First Lady|The Press|The Moderator"
    r"|(?:(?:Mr|Ms|Mrs|Dr)\.?|(?:Deputy |Vice |Prime |Foreign |Press |First )?"
    r"(?:Secretary|President|Prime Minister|Chancellor|Premier"
    r"|Minister|Ambassador|Senator|Governor|General|Admiral|Chairman|Director|King|Queen|Taoiseach|Representative))"
    r"(?: [A-Z][\w'’-]{0,24}){1,4}|(?:The )?Interpreter|Translator|Reporter|Moderator|Audience members?"
    r"|Senior (?:Administration )?Official(?: \d)?))\.(?=\s)"
)
# matches "\nMR. HALL: Yes", "\nQ    Why", "\n**Anna Hall:** Yes", "\nQ. Why", "\n记者：为何"; not "\nwe said: no"
_LINE = rf"{_LEAD}(?:{_STOP}|(?P<bare>Q){_CLOSE}(?=[ \t\u00a0]|\n)(?![ \u00a0\u202f]{{0,3}}[:：])|{_COLON})"
CANDIDATE = re.compile(rf"\n{_LINE}")
_FIRST = re.compile(_LINE)
# matches "\n【記者】", "\n（問）", "\n記者）", "\n【共同通信 三田記者】"; not "\n（一）"
BRACKETED = re.compile(
    rf"(?m)^[ \t\u00a0\u3000]{{0,40}}+(?:[（(【]|(?=[{_EAST}]{{1,12}}+[）)]))"
    rf"(?P<closed>(?<=【)[{_EAST}A-Z]{{2,16}}+[ \u3000][{_EAST}]{{1,6}}?(?:記者|氏|特派員|委員)"
    rf"|(?:[{_EAST}]{{0,12}}?(?:記者|记者|大臣|長官|官房|司会|報道官|主持人|發言人|发言人)|問|答"
    rf"|问)[{_EAST}]{{0,4}}+)[）)】]"
)
# what may stand from the colon's place on: emphasis, a full-width colon, or words; not "10" or "//"
_FOLLOWS = re.compile(r"[*_：]|.(?:[\s(\[“\"‘'«—–¿¡…-]|[^\W\d]|\Z)")
_SPACE = re.compile(r"\s{0,40}")
_LETTERS = re.compile(
    r"(?i)(?:Q|A|Q ?& ?A|Questions?|Answers?|R[ée]ponses?|Frage|Antwort|Pregunta|Respuesta|Domanda|Risposta|Pergunta"
    r"|Resposta|D[ée]claration liminaire|Opening (?:statement|remarks)|Вопрос|Ответ|Vraag|Antwoord|Spørgsmål|Svar"
    r"|Fråga)(?: ?\d{1,2})?(?: ?[(（][^()（）]{1,60}[)）])?"
)
_ASIDE = r"(?:\s{0,2}[(\[][^()\[\]\n]{1,60}[)\]])?"
# matches "MR. HALL", "DEPUTY SECRETARY O’NEIL (via interpreter)", "DR. McCABE", "AIDE"; not "Mr. Hall", "A"
CAPITALS = re.compile(rf"(?:[{UPPER}](?:[{UPPER}0-9 .,'’#&/\u00a0\n-]|(?:Mc|Mac|De|Van|Von)(?=[A-Z])){{1,90}}){_ASIDE}")
# matches "A.H.", "J.-P.S.", "AH"; not "U.S. OFFICIAL"
INITIALS = re.compile(rf"(?:[{UPPER}]\.[ -]?){{1,4}}|[{UPPER}]{{2}}")
_WORD = rf"[«“\"]?[{UPPER}][\w.'’&/,»”\"+-]{{0,30}}"
_SMALL = (
    r"of|the|for|and|to|on|de|du|des|da|dos|di|la|le|les|el|del|van|von|der|den|und|et|y|al|zu|für|ter|bin|ibn"
    r"|porte-parole"
    r"|ministre|président[e]?|portavoz|ministro|ministra|presidenta?e?|la presidenta|periodista|journaliste|d['’]\w{1,20}"
)
# matches "Wang Li", "Le porte-parole", "Journalist (AFP)", "Q. Anna Hall (Post)"; not "The bottom line", "I see"
NAME = re.compile(rf"{_WORD}(?:[ \u00a0\u202f\n]{{1,2}}(?:{_WORD}|{_SMALL})){{0,9}}{_ASIDE}")
# matches "问", "法新社记者", "張華（美聯社）"; not "他说，"
HAN = re.compile(rf"[{_EAST}·、《》“”「」A-Z\d /]{{1,40}}(?:[（(][^（()）\n]{{1,30}}[）)])?")
_QUOTES = frozenset('“"«„「')
_OF_GROUP = {"stop": Shape.FULL_STOP, "dashed": Shape.LETTER, "bare": Shape.BARE_Q, "closed": Shape.BRACKETS}
_EASTERN = re.compile(f"[{_EAST}]")
_SENTENCE_END = (
    ".",
    "?",
    "!",
    "—",
    "–",
    "-",
    "”",
    '"',
    ")",
    "]",
    "…",
    ":",
    "*",
    "_",
    "。",
    "？",
    "！",
    "）",
    "：",
    "」",
    "#",
)


def find_candidates(text: str, begin: int) -> list[Label]:
    """All lines of text[begin:] that begin with something shaped like a label, in order."""
    shapes: dict[str, Shape | None] = {}
    keys: dict[str, str] = {}
    found: list[Label] = []
    for match in _matches(text, begin):
        group = match.lastgroup or "label"
        printed = match[group].rstrip()
        if printed not in shapes:
            shapes[printed] = shape_of(printed if printed.isascii() else printed.translate(_UNSEEN))
            keys[printed] = _key(printed)
        shape = _OF_GROUP.get(group) or shapes[printed]
        if shape is None or (group == "label" and not _FOLLOWS.match(text, match.end() - 1)):
            continue
        space = _SPACE.match(text, match.end())
        words = space.end() if space else match.end()
        found.append(
            Label(
                text=printed,
                key=keys[printed],
                start=match.start(group),
                words=words,
                shape=shape,
                quotes=text[words : words + 1] in _QUOTES,
                bold=match.re not in _UNMARKED and match["mark"] is not None,
                opens=_opens(text, match.start(), begin),
            )
        )
    return found


# an office in a label. matches "Minister Osk", "Spokesperson for Trade", "HOST", "周司长"; not "Anna Hall"
OFFICE = re.compile(
    r"(?i)\b(?:secretary|minist(?:er|re|ro|ra)|president[e]?|chancellor|kanzler(?:in)?|ambassador\w*|spokes\w+|director"
    r"|commissioner|representative|envoy|admiral|general|official|coordinator|governor|mayor|sprecher(?:in)?"
    r"|moderator|host"
    r"|porte-parole|portavoz|staatssekretär(?:in)?|premier|king|queen)\b|[长長]$"
    r"|[长長员員主任师師] |发言人|發言人"
    r"|大臣|大使"
)


_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))  # in a name, nobody sees them


def _key(printed: str) -> str:
    """The words of a label up to a comma, or after it where an office stands first ("Spokesperson, Anna Hall")."""
    seen = printed if printed.isascii() else printed.translate(_UNSEEN)
    first, _, rest = " ".join(seen.split()).partition(", ")
    if rest and " " in rest and OFFICE.search(first) and not OFFICE.search(rest) and "," not in rest:
        return rest
    return first


def shape_of(label: str) -> Shape | None:
    """The shape of the words before a colon, None where they are no label."""
    if INITIALS.fullmatch(label):
        return Shape.INITIALS
    if _LETTERS.fullmatch(label) and not (label[:4].isupper() and len(label) > 4):
        return Shape.LETTER
    if CAPITALS.fullmatch(label):
        return Shape.CAPITALS
    if _EASTERN.search(label):
        return Shape.HAN if HAN.fullmatch(label) else None
    if ", " in label:  # an outlet may hold a number: "Anna Hall, Channel 6 News"
        label = _NUMBER.sub("", label)
    return Shape.NAME if NAME.fullmatch(label) or _NUMBERED.fullmatch(label) else None


# matches "Journalist 2", "Official 1"; not "Article 6"
_NUMBERED = re.compile(
    r"(?i)(?:journalist(?:e|in)?|reporter|speaker|participant|(?:senior )?official|questioner|moderator|interviewer|guest"
    r"|panel(?:l)?ist|periodista|giornalista|spokes\w{3,6}) ?#?\d{1,2}"
)
_NUMBER = re.compile(r" \d{1,3}\b(?!,)")


def _matches(text: str, begin: int) -> Iterator[re.Match[str]]:
    """What may be a label at the beginning of each line, in order."""
    first = _FIRST.match(text, begin)
    matches: Iterable[re.Match[str]] = CANDIDATE.finditer(text, first.end() if first else begin)
    matches = chain((first,), matches) if first else matches
    if "\nR -" in text or "\nR –" in text:
        bare = (match for match in matches if match.lastgroup != "bare")
        matches = sorted((*bare, *_DASHED.finditer(text, begin)), key=_start)
    if "）" in text or "】" in text:
        matches = sorted((*matches, *BRACKETED.finditer(text, begin)), key=_start)
    yield from matches


# a letter and a dash, where answers are marked so. matches "\nQ - Pourquoi", "\nR – Parce"; not "\nQ — and"
_DASHED = re.compile(r"(?m)^(?P<dashed>[QR])[ \u00a0][–-](?=[ \u00a0]\S)")
_UNMARKED = frozenset({BRACKETED, _DASHED})
_start = methodcaller("start")


def _opens(text: str, at: int, begin: int) -> bool:
    """Whether the line that begins at or after `at` begins a paragraph, or the line above ends a sentence."""
    above = text[max(begin, at - 80) : at].rstrip(" \t\u00a0")
    return not above or above.endswith(("\n", *_SENTENCE_END))
