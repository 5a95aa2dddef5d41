"""Web pages: the article's text without the page around it."""

import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from twotrack.errors import SourceError
from twotrack.sources.encoding import decode
from twotrack.sources.paragraphs import declared, required, tidy
from twotrack.sources.raw import Document

EXTRACTOR = "html/1"

_CHARSET = re.compile(rb"""(?i)<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""")
_XML_CHARSET = re.compile(rb"""^\s{0,20}<\?xml[^<>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_UNSEEN = (
    "script, style, template, iframe, object, svg, math, head, select, button, dialog, [hidden], [aria-hidden=true]"
)
_ROUND = "nav, footer, aside, form, [role=navigation], [role=contentinfo], [role=search], [role=banner], [role=dialog]"
_MAIN = ("article", "[itemprop=articleBody]", "main", "[role=main]", "#content", "#main", ".content")
# class or id of a block of furniture: matches "cookie-banner", "share_bar", "related links"; not "shareholder"
_FURNITURE = re.compile(
    r"(?i)(?:^|[\s_-])(?:cookies?|consent|share|sharing|social|breadcrumbs?|related|menu|navbar|navigation|newsletter"
    r"|subscribe|sidebar|skip|skiplink|pagination|pager|print|toolbar|site-?header|site-?footer)(?=$|[\s_-])"
)
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"ul", "ol", "dl", "table", "blockquote", "pre", "figure", "figcaption", "hr", "address", "form", "fieldset"}
    | {"body", "html", "center", "details", "summary", "caption"}
)
_NO_ELEMENT = frozenset({"-text", "-comment", "!doctype", "-doctype"})
_LINES = frozenset({"li", "tr", "dt", "dd", "br", "option", "legend"})
_CELLS = frozenset({"td", "th"})
_SKIPPED = ("script", "style", "template", "head", "svg")
_NAMES = {  # <meta name or property> -> key, the better ones first
    "og:title": "title",
    "dc.title": "title",
    "dcterms.title": "title",
    "article:published_time": "date",
    "dcterms.issued": "date",
    "dcterms.date": "date",
    "dcterms.created": "date",
    "dc.date.issued": "date",
    "dc.date": "date",
    "date": "date",
    "pubdate": "date",
    "publishdate": "date",
    "og:site_name": "site",
    "author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "article:author": "author",
    "dc.language": "language",
    "dcterms.language": "language",
}


def extract_text(content: bytes) -> Document:
    """The article of a page. Raises SourceError for a page without words or whose words the parser lost."""
    html = characters(content)
    tree = LexborHTMLParser(html)
    if tree.body is None or tree.css_first("frameset") is not None:
        raise SourceError("is a page of frames without text of its own: open the frame and save that")
    unseen = _unseen(tree)
    sizes = _sizes(tree.body, unseen)
    seen = _letters(_second_look(html))
    if seen > 400 and sizes[tree.body.mem_id] * 4 < seen:
        raise SourceError("is a web page whose text cannot be reached: save its text from a browser")
    text = required(
        _article(tree, sizes, unseen), "is a web page without text: save it from a browser after it has loaded"
    )
    return Document(text=text, extractor=EXTRACTOR, metadata=_metadata(tree))


def page_text(html: str) -> str:
    """All the words of a page that a reader would see, nothing taken for furniture: for the HTML of a mail."""
    tree = LexborHTMLParser(html)
    return _text(tree.body, _unseen(tree)) if tree.body is not None else ""


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


def _article(tree: LexborHTMLParser, sizes: dict[int, int], unseen: set[int]) -> str:
    """The text of the page's main element without furniture; the whole page's where too little would be left."""
    body = tree.body
    assert body is not None
    main = _main(tree, sizes) or body
    total = sizes[main.mem_id]
    around = {node.mem_id for node in main.css(_ROUND) if sizes.get(node.mem_id, 0) * 3 < total}
    for node in main.css("[class], [id]"):
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if _FURNITURE.search(names[:300]) and sizes.get(node.mem_id, 0) * 5 < total:
            around.add(node.mem_id)
    text = _text(main, unseen | (around - {main.mem_id}))
    return text if _letters(text) * 2 >= total else _text(body, unseen)


def _main(tree: LexborHTMLParser, sizes: dict[int, int]) -> LexborNode | None:
    """The element that says it is the article. One among several counts only where it has most of their words."""
    for selector in _MAIN:
        nodes = tree.css(selector)
        found = [sizes.get(node.mem_id, 0) for node in nodes]
        most = max(found, default=0)
        if most > 200 and most * 2 > sum(found):
            return nodes[found.index(most)]
    return None


def _sizes(root: LexborNode, unseen: set[int]) -> dict[int, int]:
    """How many letters a reader sees below each element, in one walk."""
    sizes: dict[int, int] = {}
    open_at: list[int] = []
    count = 0
    for node, opens in _walk(root, unseen):
        if node.tag == "-text":
            count += _letters(node.text_content or "")
        elif opens:
            open_at.append(count)
        else:
            sizes[node.mem_id] = count - open_at.pop()
    return sizes


def _text(root: LexborNode, left_out: set[int]) -> str:
    """The text of an element, walked without recursion: a blank line between blocks, cells by a tab."""
    parts: list[str] = []
    depth_of_pre = 0
    for node, opens in _walk(root, left_out):
        tag = node.tag or ""
        if tag == "-text":
            words = node.text_content or ""
            parts.append(words if depth_of_pre else _SPACE.sub(" ", words))
        elif tag in _BLOCKS:
            depth_of_pre += (1 if opens else -1) if tag == "pre" else 0
            parts.append("\n\n")
        elif tag in _LINES:
            if opens:
                parts.append("\n")
        elif tag in _CELLS and not opens:
            parts.append("\t")
    return _lined("".join(parts))


def _lined(text: str) -> str:
    """Lines without the spaces that markup leaves at their borders; a paragraph in a cell or item stays in its line."""
    lines = [line.strip(" \t") for line in text.split("\n")]
    return tidy("\n".join(lines))


def _walk(root: LexborNode, left_out: set[int]) -> Iterator[tuple[LexborNode, bool]]:
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


def _metadata(tree: LexborHTMLParser) -> dict[str, str]:
    """What the page says of itself, the most exact first."""
    found: dict[str, str] = {}
    named: dict[str, str] = {}
    for node in tree.css("meta[content]")[:300]:
        name = (node.attributes.get("property") or node.attributes.get("name") or "").lower()
        named.setdefault(name, node.attributes.get("content") or "")
    for name, key in _NAMES.items():
        if named.get(name, "").strip():
            found.setdefault(key, named[name])
    for key, value in _linked_data(tree).items():
        found.setdefault(key, value)
    title = tree.css_first("title")
    if title is not None:
        found.setdefault("title", title.text())
    root = tree.css_first("html")
    if root is not None:
        found.setdefault("language", root.attributes.get("lang") or root.attributes.get("xml:lang") or "")
    return {key: " ".join(tidy(value).split())[:500] for key, value in found.items() if value.strip()}


def _linked_data(tree: LexborHTMLParser) -> dict[str, str]:
    """Headline and date of the page's JSON-LD."""
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        try:
            data = json.loads(node.text()[:200_000])
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else []:
            if isinstance(item, dict) and isinstance(item.get("headline"), str):
                date = item.get("datePublished")
                return {"title": item["headline"]} | ({"date": date} if isinstance(date, str) else {})
    return {}
