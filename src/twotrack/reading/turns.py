"""Turns: one uninterrupted stretch by one speaker, from the speaker's label to the next label."""

import re

from twotrack.reading.conventions import Label, asks, find_labels
from twotrack.reading.findings import Turn
from twotrack.reading.known import Known
from twotrack.reading.speakers import full_names, given_in_thanks, roles

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


def find_turns(known: Known) -> tuple[Turn, ...]:
    """The turns of a transcript in order, () where the document marks no speakers.

    What stands before the first label, and closing times and footers after the last words, belong to none."""
    document = known.document
    labels = find_labels(document, known.convention)
    ends = [*(label.start for label in labels[1:]), len(document.text)][: len(labels)]
    spans = [(label, _end(document.text, label, end)) for label, end in zip(labels, ends, strict=True)]
    heard = [(label.text, document.text[label.words : end]) for label, end in spans]
    role = roles(heard)
    names = full_names((label for label in role if not asks(label)), document)
    names |= given_in_thanks(heard, names)
    return tuple(
        Turn(
            id=f"t{number}",
            label=label.text,
            speaker=names.get(label.text),
            role=role[label.text],
            start=label.start,
            end=end,
            inaudible=sum(1 for _ in INAUDIBLE.finditer(document.text, label.words, end)),
            words=min(label.words, end),
            confidence=0.95 if known.convention in {"state-department", "white-house"} else 0.85,
            rule=f"turns.{known.convention}",
        )
        for number, (label, end) in enumerate(spans, 1)
    )


def _end(text: str, label: Label, end: int) -> int:
    """After the last non-blank character of a turn, footers left out."""
    at = label.words
    for line in text[label.words : end].split("\n"):
        if FOOTER.fullmatch(line):
            rest = text[at + len(line) : end].strip()
            if len(rest) < 1200:  # an hour within a long text is no footer
                end = at
                break
        at += len(line) + 1
    words = text[label.start : end].rstrip().rstrip("*_")
    return label.start + len(words.rstrip())
