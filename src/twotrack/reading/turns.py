"""Turns: one uninterrupted stretch by one speaker, from the speaker's label to the next label."""

import re

from twotrack.reading.conventions import asks
from twotrack.reading.findings import Turn
from twotrack.reading.known import Known
from twotrack.reading.labels import Label, Shape
from twotrack.reading.roles import conducting, roles
from twotrack.reading.speakers import full_names, given_in_thanks
from twotrack.vocabulary import TurnRole

# matches "(inaudible)", "[inaudible]", "\[inaudible\]", "(off-mic)", "(crosstalk)", "（听不清）"; not "inaudible"
INAUDIBLE = re.compile(
    r"(?i)[(（\[]\s?(?:inaudible|off.?mic\w*|off.?mike|cross.?talk|unintelligible|听不清)[^()（）\[\]\n]{0,20}[)）\]]"
)
# a line that belongs to no turn: closing time, end mark, page furniture, "The briefing was concluded at ..."
FOOTER = re.compile(
    r"(?i)[\s*_\\>]{0,200}(?:(?:end|note)?[\s*_]{0,80}\d{1,2}[:.]\d\d\s?[ap]\.?\s?m\.?(?:\s[a-z]{2,5})?"
    r"(?:\s\(local\))?|(?:\\?#\s?){2,9}|-?\s?(?:end|30)\s?-?"
    r"|\((?:the )?(?:briefing|transcript|press conference|interview|call|meeting|remarks)\b[^()]{0,60}"
    r"(?:concluded|ended|adjourned)[^()]{0,60}\)"
    r"|prn:?\s.{0,40}|to view the .{0,40} slides,?.{0,200}|related links?:?.{0,80}|share this.{0,60}"
    r"|back to top|footer)[\s*_]{0,80}"
)

# after the last words of a transcript alone: notes, publication, contacts, pages, rules that part an appendix
CLOSING = re.compile(
    r"(?i)[\s*_\\>]{0,20}(?:NOTE:|note to (?:editors|correspondents)|published |updated |last updated|contacts?:|media contact"
    r"|(?:press )?enquiries|link to |see also|related |read more|page \d|- ?\d{1,3} ?-|https?://|(?:\\?[*_-] ?){3,20}$"
    r"|（完）|\(完\)|【?(?:责任)?编辑|【?責任編輯|来源：|來源：|分享到|contact presse|suivez|teilen|the interview was"
    r"|this interview"
    r"|interview by"
    r"|©|copyright|all rights reserved|\(?(?:interview|transcript) )"
)
# a heading that stands between two turns: "**Q&A**", "## Questions", "Trade With Verania/Tariffs"; not "Thank you."
HEADING = re.compile(
    r"\*\*[^*\n]{1,80}[^*\n.?!:]\*\*|#{1,6} [^\n]{1,100}|(?:\\?[*_-] ?){3,20}"
    r"|[A-Z][\w'’.-]{1,30}(?:[/ –—,-]{1,3}(?:[A-Z][\w'’.-]{0,30}|of|the|for|and|to|on|in|with|at|by|de|from"
    r"|vs\.)){1,12}(?<![.,–—-])"
    r"|[A-Z][a-z]{3,30}"
)


def find_turns(known: Known) -> tuple[Turn, ...]:
    """The turns of a transcript in order, () where the document marks no speakers.

    What stands before the first label, and closing times and footers after the last words, belong to none."""
    document = known.document
    labels = known.labels.labels
    ends = [*(_begins(document.text, label) for label in labels[1:]), len(document.text)][: len(labels)]
    spans = [
        (label, _end(document.text, label, end, last=end == len(document.text)))
        for label, end in zip(labels, ends, strict=True)
    ]
    heard = [(label.key, document.text[label.words : end]) for label, end in spans]
    whole = {label.key: label.text for label in reversed(labels)}
    names = full_names((key for key in whole if not asks(key)), document)
    names |= given_in_thanks(heard, names)
    # "DAVID PARR" and "MR. PARR" are one who speaks
    heard = [(names.get(key) or key, words) for key, words in heard]
    role = roles(heard, {names.get(key) or key: words for key, words in reversed(whole.items())})
    conducted = conducting(heard, role)
    return tuple(
        Turn(
            id=f"t{number}",
            label=label.text,
            speaker=names.get(label.key),
            role=TurnRole.MODERATOR if number - 1 in conducted else role[heard[number - 1][0]],
            start=label.start,
            end=end,
            inaudible=_inaudible(document.text, label.start, end),
            words=min(label.words, end),
            confidence=0.95 if known.convention in {"state-department", "white-house"} else 0.85,
            rule=f"turns.{known.convention}",
        )
        for number, (label, end) in enumerate(spans, 1)
    )


def _begins(text: str, label: Label) -> int:
    """Where a label begins, its opening bracket included."""
    return label.start - (label.shape is Shape.BRACKETS and text[label.start - 1 : label.start] in {"【", "（", "("})


def _inaudible(text: str, start: int, end: int) -> int:
    """How many marks of lost words a turn holds."""
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0 and text.find("（", start, end) < 0:
        return 0
    return sum(1 for _ in INAUDIBLE.finditer(text, start, end))


_FOOTER_CHARACTERS = 1_200  # a footer with more words below it is an hour within a long text


def _end(text: str, label: Label, end: int, *, last: bool) -> int:
    """After the last non-blank character of a turn, footers and headings between turns left out.

    A footer is looked for among the last words only: what has more below it is no footer."""
    begin = max(label.words, end - (_FOOTER_CHARACTERS if last else 300))
    if not last:
        tail = text[begin:end].rstrip()
        if tail.endswith(_SENTENCE_ENDS) and not (_MAY_CLOSE.search(tail) if "\n" in tail else FOOTER.fullmatch(tail)):
            return begin + len(tail)  # a sentence, as nearly always
    for match in _LINE_WITH_WORDS.finditer(text, begin, end):
        if match.end() - match.start() > 100 and not last and text[match.start()] not in " (*_":
            continue  # a paragraph of a turn
        if (match.start() == label.words or text[match.start() - 1] == "\n") and (
            FOOTER.fullmatch(match.group()) or (last and CLOSING.match(match.group()))
        ):
            end = match.start()
            break
    begin = max(label.start, end - _TAIL)
    words = text[begin:end].rstrip()
    if not words:
        begin, words = label.start, text[label.start : end].rstrip()
    if (unmarked := words.rstrip("*_\\"))[-1:].isspace() and unmarked != words and len(words) - len(unmarked) < 3:
        words = unmarked.rstrip()  # the emphasis that opens before the next label
    while (at := words.rfind("\n\n")) > max(label.words - begin, -1):
        below = words[at:].strip()
        if (below.endswith(_SENTENCE_ENDS) and not below.startswith("#")) or not HEADING.fullmatch(below):
            break
        words = words[:at].rstrip()
    return begin + len(words.rstrip("*_\\").rstrip())


# a line that may be a footer. matches "\n(The briefing", "\n 3:57 P.M."; not "\nWe met"
_MAY_CLOSE = re.compile(r"\n[\s*_\\>]{0,40}+(?:[#(\d-]|(?i:end|note|prn|to view|related|share|back|footer|30)\b)")
_TAIL = 600  # characters of a turn's end in which headings are looked for
_SENTENCE_ENDS = (".", "?", "!", "”", ")")
_LINE_WITH_WORDS = re.compile(r"[^\n]+")
