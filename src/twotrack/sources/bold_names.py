"""What bold says of who speaks, where nothing else does: names at the head of a paragraph without a colon, and questions
that are wholly in bold, whose answers are not."""

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
# the label of a question. matches "Q. Why", "Q: Why", "Question : Pourquoi", "Q Why"; not "Quite so"
_ASKS = re.compile(r"(?:Q|Question|Frage|Pregunta|Domanda)(?:[.:]|\s[:–-]?)\s?\S")
_LONGEST = 4_000  # characters of a question
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


def questions_in_bold(root: LexborNode, left_out: set[int]) -> set[int]:
    """The paragraphs that are wholly in bold and begin with a question's label, where plain ones stand between them: none
    where other paragraphs are labelled too, or where there is but one."""
    found: list[LexborNode] = []
    for node in root.css("p, h4, h5, h6"):
        if not _opens_bold(node):
            continue
        words = " ".join(node.text().split())
        if node.mem_id not in left_out and len(words) <= _LONGEST and _ASKS.match(words) and _wholly_bold(node, words):
            found.append(node)
    answered = sum(1 for node in found if (after := _next_block(node)) is not None and not _wholly_bold(after, ""))
    return {node.mem_id for node in found} if answered >= 2 and answered * 2 >= len(found) else set()


def _opens_bold(node: LexborNode) -> bool:
    """Whether an element in bold is the first that a paragraph holds."""
    first = node.child
    if first is not None and first.tag == "-text" and not (first.text_content or "").strip():
        first = first.next
    return first is not None and first.tag in _BOLD


def _wholly_bold(node: LexborNode, words: str) -> bool:
    """Whether all the words of a paragraph are in bold."""
    words = words or " ".join(node.text().split())
    bold = "".join("".join(one.text().split()) for one in node.css("b, strong") if not _within_bold(one))
    return bool(words) and bold == words.replace(" ", "")


def _within_bold(node: LexborNode) -> bool:
    parent = node.parent
    return parent is not None and parent.tag in _BOLD


def _next_block(node: LexborNode) -> LexborNode | None:
    """The paragraph that follows, if anything does."""
    after = node.next
    for _ in range(_DEPTH):
        if after is None or (after.tag != "-text" and after.text().strip()):
            return after
        after = after.next
    return None


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
