"""Names in bold at the head of a paragraph that mark who speaks without a colon."""

import re
from collections import Counter

from selectolax.lexbor import LexborNode

_BOLD = frozenset({"b", "strong"})
_HOLDERS = frozenset({"p", "div", "li", "td", "dd", "dt", "section", "article", "blockquote", "body", "main"})
_INLINE = frozenset({"span", "font", "a", "em", "i", "u"})
# what may be a name or an office: matches "Anna Hall", "Q", "High Representative", "记者"; not "We agreed.", "Anna Hall:"
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][^\n.:;!?。：；！？]{0,58}(?:\.[^\n.:;!?。：；！？]{1,40})?")
# how words open where no capital does: matches "“When", "(laughs)", "2010 was", "为何"; not ": yes", ", and", "’s"
_OPENS = re.compile("[\"“«„「\\'‘(\\[¿¡0-9\u2e80-\u9fff\uac00-\ud7a3](?!s\\b)")
_DEPTH = 8  # elements within one another that are looked through
_NEEDED = 4  # such paragraphs from which they mark speakers; fewer may be headings that run in


def names_in_bold(root: LexborNode, left_out: set[int]) -> set[int]:
    """The elements in bold that begin a paragraph, hold a name without a colon, with words after them.

    None where they do not recur as speakers do: bold words that come once are headings that run in."""
    found: list[tuple[int, str]] = []
    for node in root.css("b, strong"):
        words = " ".join(node.text().split())
        if node.mem_id not in left_out and _NAME.fullmatch(words) and _begins(node) and _goes_on(node):
            found.append((node.mem_id, words))
    counts = Counter(words for _, words in found)
    recurring = {words for words, count in counts.items() if count > 1}
    if len(counts) < 2 or not recurring or sum(counts[words] for words in recurring) < _NEEDED:
        return set()
    return {number for number, _ in found}


def _begins(node: LexborNode) -> bool:
    """Whether nothing but blanks or a line's end stands before an element in its paragraph."""
    here = node
    for _ in range(_DEPTH):
        before = here.prev
        if before is not None and before.tag == "-text" and not (before.text_content or "").strip():
            before = before.prev
        if before is not None:
            return before.tag == "br" or before.tag in _HOLDERS
        parent = here.parent
        if parent is None or parent.tag in _HOLDERS:
            return parent is not None
        if parent.tag not in _INLINE and parent.tag not in _BOLD:
            return False
        here = parent
    return False


def _goes_on(node: LexborNode) -> bool:
    """Whether words follow an element in its paragraph, and open as a sentence does: not with a colon or a comma."""
    here = node
    for _ in range(_DEPTH):
        if here.next is None and here.parent is not None and here.parent.tag in _INLINE:
            here = here.parent
    after = here.next
    for _ in range(_DEPTH):
        if after is None or after.tag == "br" or after.tag in _HOLDERS:
            return False
        words = (after.text_content or "").strip() if after.tag == "-text" else ""
        if words:
            return words[0].isupper() or _OPENS.match(words) is not None
        after = after.next if after.tag == "-text" else after.child
    return False
