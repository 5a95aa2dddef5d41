"""In which manner a document marks its speakers, decided once for the whole.

Each convention finds its labels line by line; a line is looked at once and no pattern reaches over a line's end, so
that the time stays linear. Names of conventions: the body in whose transcripts one sees them most.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twotrack.reading.known import Known
from twotrack.sources.raw import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A speaker's label as printed (without colon or emphasis): text[start:end], and where the words after it begin."""

    text: str
    start: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A manner of marking speakers: `find` gives the label that a line begins with, None where there is none."""

    name: str
    find: Callable[[str, bool], re.Match[str] | None]  # the line from its first character, whether a paragraph begins
    recurring: bool  # a label counts only where it recurs or says itself who speaks


_LEAD = r"[\s>]{0,120}(?:\*\*|__|\*)?\s{0,4}"
_ASIDE = r"(?:\s{0,2}[\(\[][^()\[\]:\n]{1,40}[\)\]])?"
_END = r"(?:\*\*|__|\*)?\s{0,3}:(?:\*\*|__|\*)?(?=\s|$|\(|\[|[“\"‘'—–-]|[A-Z])\s{0,40}"

# matches "MR. HALL:", "DEPUTY SECRETARY O’NEIL (via interpreter):", "**QUESTION:**"; not "Mr. Hall:", "I SAY:
# no" in a line
CAPITALS = re.compile(
    _LEAD + r"(?P<label>[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ0-9 .,'’#&/\u00a0-]|Mc|Mac|De|Van|Von){1,80}" + _ASIDE + ")" + _END
)
# matches "Q    Thank you", "Q: When?", "*Q*"; not "Quite", "Q."
LETTER_Q = re.compile(
    r"[\s>]{0,120}(?:\*\*|\*)?(?P<label>Q)(?:\*\*|\*)?(?:\s{0,2}:\s{0,40}|[ \u00a0\t]{1,40}|$)(?=\S|$)"
)
# matches "Q. When?", "The President. Yes.", "Secretary Hall. No."; not "Thank you. Yes."
FULL_STOP = re.compile(
    _LEAD
    + r"(?P<label>Q|(?:The (?:Vice )?President|The Secretary|The Press|Mr|Ms|Mrs|Dr|Secretary|President|Prime Minister"
    r"|Chancellor|Minister|Ambassador|Senator|Governor|General|Admiral|Chairman|Director)"
    r"(?:\.? [A-Z][\w'’-]{0,24}){0,4})\.\s{1,9}"
)
# matches "Q: When?", "A: Soon.", "Answer: Soon."
LETTERS = re.compile(
    _LEAD + r"(?P<label>Q|A|Question|Answer|QUESTION|ANSWER)" + r"(?:\*\*)?\s{0,2}[:：.](?:\*\*)?\s{1,40}"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’&/-]{0,30}"
# matches "Wang Li: No.", "Foreign Secretary: Yes.", "Journalist (AFP): When?"; not "Bottom line: no", "I see: no"
NAME = re.compile(_LEAD + rf"(?P<label>{_WORD}(?: (?:{_WORD}|of|the|for|and|de|van|von|al|to)){{0,7}}{_ASIDE})" + _END)
# matches "问：", "答:", "法新社记者：", "张华："; not "他说：" within a line
HAN = re.compile(
    r"\s{0,40}(?:\*\*)?(?P<label>[\u3400-\u9fff·《》“”]{1,20}(?:[（(][^（()）：:\n]{1,20}[）)])?)(?:\*\*)?\s{0,2}[：:]"
    r"(?:\*\*)?\s{0,20}"
)

_NO_LABEL = re.compile(
    r"(?i)(?:editor.?s? )?notes?|sources?|subject|date|time|place|location|venue|re|contacts?|embargoed?.*|who"
    r"|what|where|when|why|how|topics?|participants|"
    r"ps|update|correction|tags?|title|from|to|cc|prn|tel|fax|e-?mail|phone|web(?:site)?|twitter"
    r"|media contact.*|bottom line|attachments?|background|"
    r"https?|.*\b(?:following|covid-19)|来源|时间|地点|日期|题目|编辑|责编|主题|注|电话"
)
_PRESS = re.compile(
    r"(?i)q|questions?(?: \(.*\))?|questioner.*|(?:\w+ )?reporters?\b.*|journalists?\b.*|correspondent\b.*"
    r"|press|the press|media|"
    r"问|提问|记者.*|.*记者(?:[（(].*)?"
)
_SELF = re.compile(r"(?i)a|answer|moderator|operator|host|aide|staff|interpreter|答|主持人|发言人|.*发言人|翻译")
_CAPITAL_TITLE = re.compile(
    r"\b(?:MR|MS|MRS|DR|THE|SECRETARY|PRESIDENT|MINISTER|AMBASSADOR|OFFICIAL|ADMIRAL|GENERAL|SENATOR|GOVERNOR"
    r"|DIRECTOR|CHAIR\w*|ADMINISTRATOR"
    r"|SPOKES\w+|COMMISSIONER|REPRESENTATIVE|PROFESSOR|JUSTICE|CHANCELLOR|ADVIS[EO]R|COORDINATOR|PARTICIPANTS?"
    r"|SPEAKER)\b"
)


def asks(label: str) -> bool:
    """Whether a label says of itself that the press asks ("Q", "QUESTION", "法新社记者")."""
    return _PRESS.fullmatch(label.strip()) is not None


def _capitals(line: str, _opens: bool) -> re.Match[str] | None:
    return CAPITALS.match(line)


def _capitals_or_q(line: str, opens: bool) -> re.Match[str] | None:
    return CAPITALS.match(line) or (LETTER_Q.match(line) if opens else None)


def _full_stop(line: str, opens: bool) -> re.Match[str] | None:
    return FULL_STOP.match(line) if opens else None


def _letters(line: str, opens: bool) -> re.Match[str] | None:
    return LETTERS.match(line) if opens else None


def _name(line: str, _opens: bool) -> re.Match[str] | None:
    return NAME.match(line)


def _han(line: str, _opens: bool) -> re.Match[str] | None:
    return HAN.match(line)


CONVENTIONS = (
    Convention(name="state-department", find=_capitals, recurring=True),
    Convention(name="white-house", find=_capitals_or_q, recurring=True),
    Convention(name="presidency-project", find=_full_stop, recurring=False),
    Convention(name="question-answer", find=_letters, recurring=False),
    Convention(name="chinese", find=_han, recurring=True),
    Convention(name="name-colon", find=_name, recurring=True),
)


def find_convention(known: Known) -> str:
    """The name of the convention that marks most of the document's turns, "none" where nothing does.

    A later convention must mark more turns than an earlier one by half: its patterns are looser."""
    best, most = "none", 0
    for convention in CONVENTIONS:
        labels = find_labels(known.document, convention.name)
        count = len(labels) if _plausible(convention, labels) else 0
        if count > (most if convention.name == "white-house" else most * 1.5):
            best, most = convention.name, count
    return best


def find_labels(document: Document, convention: str) -> tuple[Label, ...]:
    """All labels of a document, in order, in one convention (by its name; none for "none")."""
    how = next((c for c in CONVENTIONS if c.name == convention), None)
    if how is None:
        return ()
    found = [
        Label(text=match["label"].strip(), start=start + match.start("label"), words=start + match.end())
        for start, line, opens in _lines(document)
        if (match := how.find(line, opens)) and not _NO_LABEL.fullmatch(match["label"].strip())
    ]
    return tuple(_recurring(found, beside=how.name in {"name-colon", "chinese"}) if how.recurring else found)


def _recurring(found: list[Label], *, beside: bool) -> list[Label]:
    """The labels that recur or say themselves who speaks. With `beside`, those too that stand next to one that recurs:
    a spokesman's name comes again and again, each outlet's perhaps once."""
    counts = Counter(label.text for label in found)
    sure = [counts[label.text] > 1 or _says_itself(label.text) for label in found]
    most = max(counts.values(), default=0)
    near = [beside and most > 1 and any(sure[max(0, at - 1) : at + 2]) for at in range(len(found))]
    return [label for label, certain, close in zip(found, sure, near, strict=True) if certain or close]


def _says_itself(label: str) -> bool:
    return asks(label) or _SELF.fullmatch(label) is not None or _CAPITAL_TITLE.search(label) is not None


def _plausible(convention: Convention, labels: tuple[Label, ...]) -> bool:
    """Tight conventions need one label; those that look like running text need several, by two speakers."""
    if convention.name in {"state-department", "white-house"}:
        return bool(labels)
    if convention.name == "name-colon":
        return len(labels) >= 3 and len({label.text for label in labels}) >= 2
    return len(labels) >= 2 and any(asks(label.text) for label in labels)


def _lines(document: Document) -> Iterator[tuple[int, str, bool]]:
    """Each line of the body: its start, its text, and whether a paragraph or sentence begins with it."""
    start, opens = document.body, True
    for line in document.text[document.body :].split("\n"):
        words = line.rstrip()
        if words.strip():
            yield start, line, opens
        opens = not words.strip() or words.endswith((".", "?", "!", "—", "–", "-", "”", '"', ")", "]", "…", ":", "*"))
        start += len(line) + 1
