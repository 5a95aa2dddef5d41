"""In which manner a document marks its speakers, decided once for the whole.

Names of conventions: the body in whose transcripts one sees them most. Each takes labels of certain shapes
(labels.py); the one that marks most of the document is the document's.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
    r"(?i)(?:the following|(?:editor.?s? )?notes?|sources?|subject|dates?|time|place|location|venue|re|contacts?"
    r"|embargoed?.*"
    r"|who|what|where|when|why|how|topics?|themes?|participants|present|attendees|agenda|members|observers"
    r"|transcript.*|summary"
    r"|(?:as )?(?:published|updated|released|delivered)|released?|location|language|duration|interview with.*|release"
    r"|annex(?:es)?|witness(?:es)?|members present|also present"
    r"|ps|update|correction|corrigendum|tags?|title|from|to|cc|prn|tel|fax|e-?mail|phone|web(?:site)?|twitter"
    r"|address|link.*"
    r"|media contact.*|press contact.*|(?:the )?bottom line|attachments?|background|conclusion|result|results"
    r"|example|objet"
    r"|lieu"
    r"|heure|datum|ort|zeit|uhrzeit|betreff|kontakt|quelle|hinweis|fecha|lugar|hora|fuente|nota|asunto|remarque|дата"
    r"|место|время"
    r"|sprecher(?:innen)?(?: und |/-?)sprecher(?:innen)?|sprecher:innen|anwesende?|anwesend sind|teilnehmer(?:innen)?.*"
    r"|themen|présents|presenti|presentes|出席者?|[与與]会人员"
    r"|(?:[会會][后後前]|[随隨][后後]|[当當]天|另?有)[^，。]{0,6}(?:记者|記者)[^，。]{0,6}"
    r"|q ?& ?a|https?|.*\b(?:following|covid-19)"
    r"|来源|來源|时间|時間|地点|地點|日期|题目|題目|编辑|編輯|责编|主题|主題|注|註|电话|電話|附件|标签|備註|备注"
    r"|文章来源|字号)"
)
_PRESS = re.compile(
    r"(?i)q(?:\. .*)?|questions?(?: ?[(（\d].*)?|questioner.*|interviewer.*|(?:\w+ )?reporters?\b.*"
    r"|(?:\w+ )?journalists?\b.*|correspondent\b.*|press|the press|media|(?:zusatz|nach|folge|zwischen)?frage\b.*"
    r"|fragen?(?:steller.*)?|zusatz\b.*|zu(?:satz)?ruf\b.*|zwischenruf\b.*"
    r"|(?:re)?pregunta.*|soru(?: ?[(（\d].*)?"
    r"|giornalista.*|jornalista.*|domanda.*|pergunta.*|вопрос.*"
    r"|журналист.*|journaliste.*|periodista.*|vraag|spørgsmål|fråga|질문.*|기자.*"
    r"|问|問|提问|提問|追问|追問|[^，。]{0,20}(?:记者|記者|质询|媒体|媒體)(?:问|問|[（(].*"
    r"|(?![会會协協])[\u3400-\u9fff]{2,3})?"
)
_SELF = re.compile(
    r"(?i)a(?: ?\d{1,2})?|answers?|moderat(?:or|eur|rice)|operator|host|aide|staff(?:er)?|interpreter"
    r"|spokes(?:man|woman|person)"
    r"|antwort|r[ée]ponse|respuesta|risposta|resposta|ответ|ведущ.*|antwoord|svar|답변|답"
    r"|答|主持人|司仪|司儀|.{0,8}(?:发言人|發言人|大臣|長官|报道官)|翻译|翻譯|(?:le |la )?porte-parole.*|(?:el "
    r"|la )?portavoz"
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
    found = find_candidates(document.text, document.body)
    none = {printed for printed in {label.text for label in found} if _NO_LABEL.fullmatch(printed)}
    candidates = _without_list([label for label in found if label.text not in none], document.text)
    kinds = [(label.shape, label.text == "Q") for label in candidates]
    says = {(label.text, label.shape): False for label in candidates}
    says = {one: _says_itself(*one) for one in says}
    best = NO_LABELS
    for convention in CONVENTIONS:
        more = 1.0 if convention.name == "white-house" else 1.5
        fits = {kind for kind in set(kinds) if _fits(*kind, convention)}
        fitting = [label for label, kind in zip(candidates, kinds, strict=True) if kind in fits]
        if len(fitting) <= more * len(best.labels):
            continue
        labels = _sure(fitting, convention, title, says) if convention.loose else [one for one in fitting if one.opens]
        if convention.name == "initials":
            labels = _with_full_names(labels, candidates)
        if len(labels) > more * len(best.labels) and _plausible(convention, labels):
            best = Labels(convention=convention.name, labels=tuple(labels))
    if best.labels:
        marked = _with_those_within(best.labels, document.text)
        return Labels(convention=best.convention, labels=_with_plain_answers(marked, document.text))
    once = _asked_once(candidates, document.text)
    return once if once.labels else _name_lines(document)


def _name_lines(document: Document) -> Labels:
    """Names on lines of their own as labels, where nothing else marks speakers: those that recur or say who speaks."""
    found = [one for one in find_name_lines(document.text, document.body) if not _NO_LABEL.fullmatch(one.text)]
    counts = Counter(label.key for label in found)
    sure = [label for label in found if counts[label.key] > 1 or _says_itself(label.text, label.shape)]
    fits = len(sure) >= _FEW_LINES and _plausible(_NAME_LINE, sure)
    return Labels(convention=_NAME_LINE.name, labels=tuple(sure)) if fits else NO_LABELS


_MOST_LABELS = 60  # more than any real transcript has; a text of labels alone stays linear
_OF_WORDS = frozenset({Shape.CAPITALS, Shape.NAME, Shape.HAN, Shape.LETTER})


def _with_those_within(labels: tuple[Label, ...], text: str) -> tuple[Label, ...]:
    """The labels, and those printed in the middle of a paragraph: exactly as one that comes again and again, after the
    end of a sentence."""
    counts = Counter(label.text for label in labels if label.shape in _OF_WORDS)
    known = {label.text: label for label in reversed(labels)}
    begin = labels[0].start
    starts = {label.start for label in labels}
    found = []
    for printed, times in counts.most_common(_MOST_LABELS):
        colon = "：" if known[printed].shape is Shape.HAN else ": "
        if (times < 2 and not asks(printed)) or text.count(printed + colon, begin) <= times:
            continue
        at = text.find(printed + colon, begin)
        while at >= 0:
            before = text[at - 2 : at]
            if at not in starts and ((before[:1] in _ENDS and before[1:] == " ") or before[1:] in "。？！"):
                found.append(replace(known[printed], start=at, words=at + len(printed) + len(colon), opens=False))
            at = text.find(printed + colon, at + len(printed))
    return tuple(sorted((*labels, *found), key=lambda label: label.start)) if found else labels


_MOST_BETWEEN = 20_000  # characters between two questions


def _with_plain_answers(labels: tuple[Label, ...], text: str) -> tuple[Label, ...]:
    """The labels, with an empty one where a question that is wholly in bold ends and plain words follow: there another
    speaks, though no label says so. Only where at least two questions are followed so, and most."""
    asked = [label for label in labels if label.bold and asks(label.text)]
    if len(asked) < 2:
        return labels
    following = {one.start: other.start for one, other in pairwise(labels)}
    answers = [
        answer for one in asked if (answer := _plain_answer(text, one, following.get(one.start, len(text)))) is not None
    ]
    if len(answers) < 2 or len(answers) * 2 < len(asked):
        return labels
    return tuple(sorted((*labels, *answers), key=lambda label: label.start))


def _plain_answer(text: str, asked: Label, end: int) -> Label | None:
    """The empty label of the plain words between a question that is wholly in bold and the next label."""
    closes = text.find("**\n", asked.words, min(end, asked.words + _MOST_BETWEEN))
    if closes < 0 or "**" in text[asked.words : closes]:
        return None
    start = closes + 2
    while start < end and text[start].isspace():
        start += 1
    if start >= end or not text[start:end].strip("*_ \n\\") or text.startswith("**", start):
        return None
    return Label(text="", start=start, words=start, shape=Shape.NAME)


_ENDS = frozenset('.?!)]”"')


def _without_list(candidates: Sequence[Label], text: str) -> Sequence[Label]:
    """The candidates without those of a heading that lists who takes part: "Moderator: Anna Hall"."""
    for at, (label, after) in enumerate(pairwise(candidates)):
        words = text[label.words : min(after.start, label.words + 200)].rstrip("*_ \n#-")
        listed = label.shape is Shape.HAN and text[label.start - 2 : label.start - 1] not in {"\n", ""}
        if not (_PERSONS.fullmatch(words) or (listed and _HAN_PERSONS.fullmatch(words))):
            return candidates[at:]
    return candidates


# matches "Anna Hall, Director for Rivers", "Paul Orr; Lena Marsh"; not "Thank you.", "Hello"
_PERSONS = re.compile(
    r"(?:Dr\.? |Prof\.? )?[A-Z][\w'’-]{1,24}(?: [A-Z]\.)?"
    r"(?:[,;]? (?:[A-Z][\w'’.-]{1,24}|of|the|for|and|to|&|de)){1,12}(?<![.?!])"
)


# beside other lines of a heading. matches "發言人蘇映彤", "司长 卢振声、副司长 谷言"; not "各位好。"
_HAN_PERSONS = re.compile(r"[\u3400-\u9fff·]{2,12}(?:[、 （(][\u3400-\u9fff·]{1,12}[)）]?){0,4}")


def _with_full_names(labels: Sequence[Label], candidates: Sequence[Label]) -> list[Label]:
    """Labels that are initials, and those before them that are the full names which these stand for."""
    letters = {tuple(one.text.replace(".", "").replace(" ", "").replace("-", "")) for one in labels}
    full = [
        one
        for one in candidates
        if one.shape in {Shape.NAME, Shape.CAPITALS} and tuple(word[0] for word in one.key.split()) in letters
    ]
    return sorted((*labels, *full), key=lambda one: one.start) if len(full) <= len(labels) else list(labels)


def _asked_once(candidates: Sequence[Label], text: str) -> Labels:
    """One question and the answer of one who bears an office, each under a name; NO_LABELS for anything else."""
    if len(candidates) != 2 or any(one.shape is not Shape.NAME or not one.opens for one in candidates):
        return NO_LABELS
    first, second = candidates
    asked = text[first.words : second.start].rstrip(" \n*_").endswith(("?", "？"))
    if not asked or not _CAPITAL_TITLE.search(second.text.upper()):
        return NO_LABELS
    return Labels(convention="name-colon", labels=(first, second))


def _fits(shape: Shape, is_q: bool, convention: Convention) -> bool:
    if convention.name == "white-house" and shape is Shape.LETTER:
        return is_q
    if shape is Shape.FULL_STOP and convention.name in {"white-house", "name-colon"}:
        return is_q
    return shape in convention.shapes


_Says = Mapping[tuple[str, Shape], bool]
"""For each label as printed and its shape, whether it says itself who speaks."""


def _first_line_end(document: Document) -> int:
    """Where the first line with words ends: a title may hold a colon; a sentence is no title."""
    words = document.text[document.body : document.body + 2_000]
    end = words.find("\n", len(words) - len(words.lstrip()))
    if words[: end if end >= 0 else None].rstrip("*_ \u00a0").endswith((".", "?", "!", "。", "？", "！")):
        return document.body
    return document.body + (end if end >= 0 else len(words))


def _sure(found: Sequence[Label], convention: Convention, title: int, says: _Says) -> list[Label]:
    """The labels that recur or say themselves who speaks; those once there too that stand next to one of these where
    names are the labels: a spokesman's name comes again and again, each outlet's perhaps once."""
    beside = convention.name in {"name-colon", "chinese"}
    if beside:
        found = _as_marked(found, says)
    counts = Counter(label.key for label in found)
    sure = [counts[label.key] > 1 or says[label.text, label.shape] for label in found]
    again = any(count > 1 for count in counts.values())
    many = sum(sure) >= 3 and not beside
    first = sure.index(True) if any(sure) else 0
    surnames = {
        label.key.split()[-1] for label, certain in zip(found, sure, strict=True) if certain and (many or beside)
    }
    kept = []
    for at, label in enumerate(found):
        near = beside and again and label.opens and label.start >= title and any(sure[max(0, at - 1) : at + 2])
        # a name misprinted or heard once, among labels in capitals; a quotation beneath capitals is a headline
        once = many and at > first and label.opens and label.shape is Shape.CAPITALS and not label.quotes
        # "DAVID PARR" before "MR. PARR" comes again and again
        once = once or (label.opens and counts[label.key] == 1 and label.key.split()[-1] in surnames)
        if sure[at] or near or once:
            kept.append(label)
    return kept


def _as_marked(found: Sequence[Label], says: _Says) -> Sequence[Label]:
    """Where nearly all labels that recur are in bold, only those in bold; where none is, those that are not."""
    counts = Counter(label.key for label in found)
    recurring = [label for label in found if counts[label.key] > 1 or says[label.text, label.shape]]
    bold = sum(label.bold for label in recurring)
    if not bold and len(recurring) > _FEW_LINES:
        return [label for label in found if not label.bold]  # headings within a statement
    return [label for label in found if label.bold] if bold > 2 and bold * 10 >= len(recurring) * 9 else found


def _says_itself(printed: str, shape: Shape) -> bool:
    return (
        shape in {Shape.BARE_Q, Shape.BRACKETS}
        or asks(printed)
        or _SELF.fullmatch(_ASIDE.sub("", printed)) is not None
        or (shape is Shape.CAPITALS and _CAPITAL_TITLE.search(printed) is not None)
    )


def _plausible(convention: Convention, labels: Sequence[Label]) -> bool:
    """Tight conventions need one label; those that look like running text need several, by two speakers."""
    names = {label.key for label in labels}
    press = {printed for printed in {label.text for label in labels} if asks(printed)}
    asked = [label for label in labels if label.text in press]
    if convention.name == "state-department":
        return bool(labels)
    if convention.name == "white-house":
        return any(label.shape is Shape.CAPITALS for label in labels)
    if convention.name in {"name-colon", "name-line", "initials", "chinese"}:
        recurring = [name for name, count in Counter(label.key for label in labels).items() if count > 1]
        return len(names) >= 2 and (bool(asked) or (len(labels) >= 3 and bool(recurring) and _alternate(labels)))
    if convention.name == "question-answer":
        return 2 * len(asked) <= len(labels) * 1.5 + 1 and len(names) >= 2 and bool(asked)
    counts = Counter(label.key for label in labels)
    talk = len(labels) >= 4 and len(counts) >= 2 and max(counts.values()) > 1 and _alternate(labels)
    return (len(labels) >= 2 and bool(asked)) or talk


def _alternate(labels: Sequence[Label]) -> bool:
    """Whether one label seldom follows itself, as in talk."""
    same = sum(one.key == other.key for one, other in pairwise(labels))
    return same * 3 <= len(labels)
