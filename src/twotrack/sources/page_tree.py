"""The tree of a web page as text: walked without recursion, blocks and lines as a reader sees them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from twotrack.sources.bold_names import names_in_bold, questions_in_bold
from twotrack.sources.paragraphs import tidy

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"ul", "ol", "dl", "table", "blockquote", "pre", "figure", "figcaption", "hr", "address", "form", "fieldset"}
    | {"body", "html", "center", "details", "summary", "caption"}
)
_NO_ELEMENT = frozenset({"-text", "-comment", "!doctype", "-doctype"})
_LINES = frozenset({"li", "tr", "dt", "dd", "br", "option", "legend"})
_CELLS = frozenset({"td", "th"})
_IN_CELL = frozenset({"p", "div"})
_HOLDERS = frozenset({"td", "th", "li", "dt", "dd"})


_BOLD_EDGE = re.compile(r"(?<=\n)\*\*[ \t]{1,9}|[ \t]{1,9}\*\*(?=\n|\Z)")  # blanks within the marks of emphasis


class Size(NamedTuple):
    """How much a reader sees below an element: letters, those of them in links, and links."""

    letters: int = 0
    linked: int = 0
    links: int = 0

    @property
    def plain(self) -> int:
        """Letters that are in no link."""
        return self.letters - self.linked


def letters(text: str) -> int:
    """Characters that are no blanks."""
    return sum(map(len, text.split()))


def sizes(root: LexborNode, left_out: set[int]) -> dict[int, Size]:
    """The size of each element below the root and of the root itself, in one walk."""
    found: dict[int, Size] = {}
    open_at: list[tuple[int, int, int]] = []
    count = linked = links = within = 0
    for node, opens in walk(root, left_out):
        tag = node.tag
        if tag == "-text":
            here = letters(node.text_content or "")
            count += here
            linked += here if within else 0
            continue
        if tag == "a":
            within += 1 if opens else -1
            links += opens
        if opens:
            open_at.append((count, linked, links))
        else:
            before = open_at.pop()
            found[node.mem_id] = Size(count - before[0], linked - before[1], links - before[2])
    return found


def text_of(root: LexborNode, left_out: set[int]) -> str:
    """The text of an element: a blank line between blocks, items and rows a line each, cells parted by a tab.

    A name in bold that marks a speaker without a colon gets a line of its own, or it would be lost among the words. A
    question that is wholly in bold keeps its marks ("**Q. Why?**"), for nothing else says where its answer begins."""
    parts: list[str] = []
    names = names_in_bold(root, left_out)
    questions = questions_in_bold(root, left_out)
    depth_of_pre = 0
    for node, opens in walk(root, left_out):
        tag = node.tag or ""
        if tag == "-text":
            words = node.text_content or ""
            parts.append(words if depth_of_pre else _SPACE.sub(" ", words))
        elif tag in _BLOCKS:
            if tag in _IN_CELL and _alone(node):
                continue
            depth_of_pre += (1 if opens else -1) if tag == "pre" else 0
            if node.mem_id in questions:
                parts.append("\n\n**" if opens else "**\n\n")
            else:
                parts.append("\n\n")
        elif tag in _LINES:
            if opens:
                parts.append("\n")
        elif tag in _CELLS and not opens:
            parts.append("\t")
        elif node.mem_id in names:
            parts.append("\n\n" if opens else "\n")
    text = tidy("\n".join(line.strip(" \t") for line in "".join(parts).split("\n")))
    return _BOLD_EDGE.sub("**", text) if questions else text


def _alone(node: LexborNode) -> bool:
    """Whether a block is all that its cell or item holds: its words then stay in the row's or item's line."""
    holder = node.parent
    if holder is None or holder.tag not in _HOLDERS:
        return False
    other = holder.child
    while other is not None:
        if other.mem_id != node.mem_id and (other.tag != "-text" or (other.text_content or "").strip()):
            return False
        other = other.next
    return True


def walk(root: LexborNode, left_out: set[int]) -> Iterator[tuple[LexborNode, bool]]:
    """Each text below the root, and each element as it begins (True) and ends (False), without those left out."""
    node, opens, top = root, True, root.mem_id
    while True:
        if opens and (node.tag in _NO_ELEMENT or node.mem_id in left_out):
            if node.tag == "-text":
                yield node, True
        else:
            yield node, opens
            child = node.child if opens else None
            if child is not None:
                node = child
                continue
            if opens:
                yield node, False
        if node.mem_id == top:
            return
        after = node.next
        if after is not None:
            node, opens = after, True
        else:
            parent = node.parent
            assert parent is not None
            node, opens = parent, False
