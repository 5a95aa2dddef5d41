"""Web pages: the article's text without the page around it."""

import re

from selectolax.lexbor import LexborHTMLParser

from twotrack.errors import SourceError
from twotrack.sources.encoding import decode
from twotrack.sources.furniture import article
from twotrack.sources.page_metadata import metadata_of
from twotrack.sources.page_tree import letters, sizes, text_of
from twotrack.sources.paragraphs import declared, required
from twotrack.sources.raw import Document

EXTRACTOR = "html/3"

_CHARSET = re.compile(rb"""(?i)<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""")
_XML_CHARSET = re.compile(rb"""^\s{0,20}<\?xml[^<>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""")
_UNSEEN = (
    "script, style, template, iframe, object, svg, math, head, select, button, dialog, [hidden], [aria-hidden=true]"
)
_SKIPPED = ("script", "style", "template", "head", "svg")


def extract_text(content: bytes) -> Document:
    """The article of a page. Raises SourceError for a page without words or whose words the parser lost."""
    html = characters(content)
    tree = LexborHTMLParser(html)
    if tree.body is None or tree.css_first("frameset") is not None:
        raise SourceError("is a page of frames without text of its own: open the frame and save that")
    unseen = _unseen(tree)
    seen = letters(_second_look(html))
    whole = sizes(tree.body, unseen)
    if seen > 400 and whole[tree.body.mem_id].letters * 4 < seen:
        raise SourceError("is a web page whose text cannot be reached: save its text from a browser")
    text = required(
        article(tree, unseen, whole), "is a web page without text: save it from a browser after it has loaded"
    )
    return Document(text=text, extractor=EXTRACTOR, metadata=metadata_of(tree))


def page_text(html: str) -> str:
    """All the words of a page that a reader would see, nothing taken for furniture: for the HTML of a mail."""
    tree = LexborHTMLParser(html)
    return text_of(tree.body, _unseen(tree)) if tree.body is not None else ""


def characters(content: bytes) -> str:
    """The characters of a page: byte-order mark, UTF-8, the encoding that it declares however late, else a guess."""
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(content)
    try:
        return content.decode("utf-8").replace("\0", "\ufffd")
    except UnicodeDecodeError:
        match = _XML_CHARSET.match(content[:400]) or _CHARSET.search(content[:200_000])
        name = match[1].decode("ascii") if match else None
        said = None if (name or "").lower().startswith(("utf-8", "utf-16")) else declared(content, name)
        return said.replace("\0", "\ufffd") if said is not None else decode(content.replace(b"\0", b" "))


def _unseen(tree: LexborHTMLParser) -> set[int]:
    """The elements whose words no reader sees. They are passed over, not removed: removing frees their children."""
    return {node.mem_id for node in tree.css(_UNSEEN) if node.tag not in {"html", "body"}}


def _second_look(html: str) -> str:
    """The words of a page by another route: what stands outside angle brackets, scripts and styles left out."""
    kept: list[str] = []
    within = ""
    for part in html.split("<"):
        tag, _, words = part.partition(">")
        name = tag[:10].lower()
        if within:
            within = "" if name.startswith("/" + within) else within
        elif not name.startswith("!--"):
            within = next((one for one in _SKIPPED if name.startswith(one) and not name.startswith("header")), "")
        if not within and not name.startswith("!--"):
            kept.append(words)
    return "".join(kept)


def _letters(text: str) -> int:
    return sum(map(len, text.split()))
