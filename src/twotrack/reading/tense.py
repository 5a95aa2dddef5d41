"""Whether the words about a time expression look ahead or back."""

import re

# matches "will meet", "is to be held", "we plan to"; not "was held"
AHEAD = re.compile(
    r"(?i)\b(?:will|won’t|shall|going to|plan(?:s|ning)? (?:to|on|for)|intends? to|expect(?:s|ing)?|upcoming"
    r"|scheduled|to be held|look(?:s|ing)? forward|hope(?:s|d)? to"
    r"|coming up|heading to|until|would be|to take place)\b|[’'](?:ll|re going to)\b"
)
# matches "met", "took place", "raised"; not "will"
BACK = re.compile(
    r"(?i)\b(?:was|were|had|been|did|last|ago|since|met|took|went|came|said|made|gave|saw|held|spoke|began"
    r"|brought|told|sent|left|got|happened|previous(?:ly)?"
    r"|earlier|back in|[a-z]{2,20}(?<![ae]gre)(?<!ne)ed)\b"
)
_BREAK = re.compile(r"[.?!;。？！](?=\s)|\n\s*\n")


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """True where the sentence about text[start:end] looks ahead, False where back, None where it does not say.

    The nearest sign before decides, else the nearest after; a hundred characters each way are read."""
    before = text[max(0, start - 100) : start]
    after = text[end : end + 70]
    for cut in _BREAK.finditer(before):
        before_start = cut.end()
        before = " " * before_start + before[before_start:]
    if cut_after := _BREAK.search(after):
        after = after[: cut_after.start()]
    ahead = [match.end() for match in AHEAD.finditer(before)]
    back = [match.end() for match in BACK.finditer(before)]
    if ahead or back:
        return max(ahead, default=-1) >= max(back, default=-1)
    ahead = [match.start() for match in AHEAD.finditer(after)]
    back = [match.start() for match in BACK.finditer(after)]
    if ahead or back:
        return min(ahead, default=999) <= min(back, default=999)
    return None
