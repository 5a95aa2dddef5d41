"""In which manner a document marks its speakers, decided once for the whole.

Names of conventions: the body in whose transcripts one sees them most. Each takes labels of certain shapes
(labels.py); the one that marks most of the document is the document's.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from twotrack.reading.labels import Label, Shape, find_candidates
from twotrack.reading.name_lines import find_name_lines
from twotrack.sources.raw import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A manner of marking speakers: the shapes of its labels, and whether its labels look like running text, so that
    they count only where they recur or say themselves who speaks."""

    name: str
    shapes: frozenset[Shape]
    loose: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The convention of a document by name ("none" where nothing marks speakers) and its labels in order."""

    convention: str = "none"
    labels: tuple[Label, ...] = ()


NO_LABELS = Labels()
CONVENTIONS = (
    Convention(name="initials", shapes=frozenset({Shape.INITIALS}), loose=False),
    Convention(name="state-department", shapes=frozenset({Shape.CAPITALS}), loose=True),
    Convention(name="white-house", shapes=frozenset({Shape.CAPITALS, Shape.BARE_Q, Shape.LETTER}), loose=True),
    Convention(name="presidency-project", shapes=frozenset({Shape.FULL_STOP}), loose=False),
    Convention(name="question-answer", shapes=frozenset({Shape.LETTER}), loose=False),
    Convention(name="chinese", shapes=frozenset({Shape.HAN, Shape.LETTER, Shape.BRACKETS}), loose=True),
    Convention(
        name="name-colon", shapes=frozenset({Shape.NAME, Shape.CAPITALS, Shape.LETTER, Shape.INITIALS}), loose=True
    ),
)
_NAME_LINE = Convention(name="name-line", shapes=frozenset({Shape.NAME}), loose=True)
_FEW_LINES = 4  # names on lines of their own, fewer of which may be headings
_ASIDE = re.compile(r"\s?[(（\[][^()（）\[\]]{1,60}[)）\]]")
# matches "Note", "Time", "PARTICIPANTS", "时间", "Lieu"; not "Moderator", "Anna Hall"
_NO_LABEL = re.compile(
    r"(?i)(?:the following|(?:editor.?s? )?notes?|sources?|subject|dates?|time|place|location|venue|re|contacts?|embargoed?.*"
    r"|who|what|where|when|why|how|topics?|themes?|participants|present|attendees|agenda|members|observers|transcript.*|summary"
    r"|(?:as )?(?:published|updated|released|delivered)|released?|location|language|duration|interview with.*|release"
    r"|annex(?:es)?"
    r"|ps|update|correction|corrigendum|tags?|title|from|to|cc|prn|tel|fax|e-?mail|phone|web(?:site)?|twitter|address|link.*"
    r"|media contact.*|press contact.*|(?:the )?bottom line|attachments?|background|conclusion|result|results|example|objet"
    r"|lieu"
    r"|heure|datum|ort|zeit|uhrzeit|betreff|kontakt|quelle|hinweis|fecha|lugar|hora|fuente|nota|asunto|remarque|дата|место|время"
    r"|q ?& ?a|https?|.*\b(?:following|covid-19)"
    r"|来源|來源|时间|時間|地点|地點|日期|题目|題目|编辑|編輯|责编|主题|主題|注|註|电话|電話|附件|标签|備註|备注|文章来源|字号)"
)
_PRESS = re.compile(
    r"(?i)q(?:\. .*)?|questions?(?: ?[(（\d].*)?|questioner.*|interviewer.*|(?:\w+ )?reporters?\b.*"
    r"|(?:\w+ )?journalists?\b.*|correspondent\b.*|press|the press|media|frage.*|pregunta.*|domanda.*|pergunta.*|вопрос.*"
    r"|журналист.*|journaliste.*|periodista.*|vraag|spørgsmål|fråga|질문.*|기자.*"
    r"|问|問|提问|提問|追问|追問|[^，。]{0,20}(?:记者|記者|质询|媒体|媒體)(?:问|問|[（(].*)?"
)
_SELF = re.compile(
    r"(?i)a(?: ?\d{1,2})?|answers?|moderat(?:or|eur|rice)|operator|host|aide|staff(?:er)?|interpreter"
    r"|spokes(?:man|woman|person)"
    r"|antwort|r[ée]ponse|respuesta|risposta|resposta|ответ|ведущ.*|antwoord|svar|답변|답"
    r"|答|主持人|司仪|司儀|.{0,8}(?:发言人|發言人|大臣|長官|报道官)|翻译|翻譯|(?:le |la )?porte-parole.*|(?:el |la )?portavoz"
)
# matches "MR. HALL", "THE PRESIDENT"; not "BUDGET"
_CAPITAL_TITLE = re.compile(
    r"\b(?:MR|MS|MRS|DR|THE|SECRETARY|PRESIDENT|MINISTER|AMBASSADOR|OFFICIAL|ADMIRAL|GENERAL|SENATOR|GOVERNOR"
    r"|DIRECTOR|CHAIR\w*|ADMINISTRATOR|AIDE|MAYOR"
    r"|SPOKES\w+|COMMISSIONER|REPRESENTATIVE|PROFESSOR|JUSTICE|CHANCELLOR|ADVIS[EO]R|COORDINATOR|PARTICIPANTS?"
    r"|SPEAKER)\b"
)


def asks(label: str) -> bool:
    """Whether a label says of itself that the press asks ("Q", "QUESTION", "法新社记者")."""
    return _PRESS.fullmatch(label.strip()) is not None


def find_labels(document: Document) -> Labels:
    """The convention that marks most of the document's turns, with its labels; NO_LABELS where none does.

    A later convention must mark more turns than an earlier one by half: its shapes are looser."""
    title = _first_line_end(document)
    candidates = [
        label for label in find_candidates(document.text, document.body) if not _NO_LABEL.fullmatch(label.text)
    ]
    best = NO_LABELS
    for convention in CONVENTIONS:
        fitting = [label for label in candidates if _fits(label, convention)]
        labels = _sure(fitting, convention, title) if convention.loose else [one for one in fitting if one.opens]
        more = 1.0 if convention.name == "white-house" else 1.5
        if len(labels) > more * len(best.labels) and _plausible(convention, labels):
            best = Labels(convention=convention.name, labels=tuple(labels))
    return best if best.labels else _name_lines(document)


def _name_lines(document: Document) -> Labels:
    """Names on lines of their own as labels, where nothing else marks speakers: those that recur or say who speaks."""
    found = [one for one in find_name_lines(document.text, document.body) if not _NO_LABEL.fullmatch(one.text)]
    counts = Counter(label.key for label in found)
    sure = [label for label in found if counts[label.key] > 1 or _says_itself(label)]
    fits = len(sure) >= _FEW_LINES and _plausible(_NAME_LINE, sure)
    return Labels(convention=_NAME_LINE.name, labels=tuple(sure)) if fits else NO_LABELS


def _fits(label: Label, convention: Convention) -> bool:
    if convention.name == "white-house" and label.shape is Shape.LETTER:
        return label.text == "Q"
    return label.shape in convention.shapes


def _first_line_end(document: Document) -> int:
    """Where the first line with words ends: a title may hold a colon; a sentence is no title."""
    words = document.text[document.body : document.body + 2_000]
    end = words.find("\n", len(words) - len(words.lstrip()))
    if words[: end if end >= 0 else None].rstrip("*_ \u00a0").endswith((".", "?", "!", "。", "？", "！")):
        return document.body
    return document.body + (end if end >= 0 else len(words))


def _sure(found: Sequence[Label], convention: Convention, title: int) -> list[Label]:
    """The labels that recur or say themselves who speaks; those once there too that stand next to one of these where
    names are the labels: a spokesman's name comes again and again, each outlet's perhaps once."""
    beside = convention.name in {"name-colon", "chinese"}
    if beside:
        found = _as_marked(found)
    counts = Counter(label.key for label in found)
    sure = [counts[label.key] > 1 or _says_itself(label) for label in found]
    again = any(count > 1 for count in counts.values())
    many = sum(sure) >= 3 and not beside
    first = sure.index(True) if any(sure) else 0
    kept = []
    for at, label in enumerate(found):
        near = beside and again and label.opens and label.start >= title and any(sure[max(0, at - 1) : at + 2])
        # a name misprinted or heard once, among labels in capitals; a quotation beneath capitals is a headline
        once = many and at > first and label.opens and label.shape is Shape.CAPITALS and not label.quotes
        if sure[at] or near or once:
            kept.append(label)
    return kept


def _as_marked(found: Sequence[Label]) -> Sequence[Label]:
    """Where nearly all labels that recur are in bold, only those in bold."""
    counts = Counter(label.key for label in found)
    recurring = [label for label in found if counts[label.key] > 1 or _says_itself(label)]
    bold = sum(label.bold for label in recurring)
    return [label for label in found if label.bold] if bold > 2 and bold * 10 >= len(recurring) * 9 else found


def _says_itself(label: Label) -> bool:
    return (
        label.shape in {Shape.BARE_Q, Shape.BRACKETS}
        or asks(label.text)
        or _SELF.fullmatch(_ASIDE.sub("", label.text)) is not None
        or (label.shape is Shape.CAPITALS and _CAPITAL_TITLE.search(label.text) is not None)
    )


def _plausible(convention: Convention, labels: Sequence[Label]) -> bool:
    """Tight conventions need one label; those that look like running text need several, by two speakers."""
    names = {label.key for label in labels}
    asked = [label for label in labels if asks(label.text)]
    if convention.name == "state-department":
        return bool(labels)
    if convention.name == "white-house":
        return any(label.shape is Shape.CAPITALS for label in labels)
    if convention.name in {"name-colon", "name-line", "initials", "chinese"}:
        recurring = [name for name, count in Counter(label.key for label in labels).items() if count > 1]
        return len(names) >= 2 and (bool(asked) or (len(labels) >= 3 and bool(recurring) and _alternate(labels)))
    if convention.name == "question-answer":
        return 2 * len(asked) <= len(labels) * 1.5 + 1 and len(names) >= 2 and bool(asked)
    return len(labels) >= 2 and bool(asked)


def _alternate(labels: Sequence[Label]) -> bool:
    """Whether one label seldom follows itself, as in talk."""
    same = sum(one.key == other.key for one, other in pairwise(labels))
    return same * 3 <= len(labels)
