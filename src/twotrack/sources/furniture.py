"""What stands around the article of a web page: menus, banners, shares, lists of links, readers' comments.

Words lost are worse than furniture kept. So a block goes only where it says itself what it is, or holds next to nothing
but links; a large one stays; and where much would go, the page is taken whole. Figures: `bench/pages.py`.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from twotrack.sources.page_tree import Size, letters, sizes, text_of, walk
from twotrack.sources.paragraphs import tidy

_ROUND = "nav, footer, aside, form, [role=navigation], [role=contentinfo], [role=search], [role=banner], [role=dialog]"
_MAIN = ("article", "[itemprop=articleBody]", "main", "[role=main]", "#content", "#main", ".content")
_COMMENTS = "#comments, #respond, #disqus_thread, .comments-area, .comment-list, .commentlist, .comments-section"
# class or id of a block of furniture: matches "cookie-banner", "share_bar", "related links", "no-print menu";
# not "shareholder", "d-print-block", "elementor-widget-text", "social-affairs", "comment"
_FURNITURE = re.compile(
    r"(?i)(?:^|[\s_-])(?:cookies?|consent|gdpr|share|sharing|share(?:bar|daddy|this|links|tools|buttons)|addtoany|addthis"
    r"|breadcrumbs?|(?:jp-?)?related(?:posts?|articles|links|content|topics|stories)?|menu|submenu|navbar|topnav|subnav"
    r"|navigation|newsletters?|subscri(?:be|ption)|signup|sidebars?|skip|skiplinks?|paginations?|pager|paging|toolbar"
    r"|toolbox|site-?header|site-?footer|page-?footer|print(?:er|page|-?(?:link|button|icon|version))"
    r"|social-?(?:media|share|links|icons|bar|buttons|nav|network|networks|sharing)|socials?(?=$|\s)"
    r"|tag-?(?:list|cloud|links)|(?:post|article|entry)-?tags|cat-links|author-?(?:bio|box|info)|widget-area"
    r"|trending|most-?(?:read|popular|viewed|shared)|recommend(?:s|ed|ations?)|read-?(?:more|next|also)|see-?also"
    r"|more-?(?:news|stories|articles|links)|also-?read|advert(?:s|isement|ising)?|sponsored|popups?|modal"
    r"|(?:language|lang)-?(?:switcher|selector|switch|menu|nav)|back-?to-?top|feedback|pingbacks?|trackbacks?)(?=$|[\s_-])"
    r"|(?<!\S)(?:nav|ads?|tags|print|widget|footer|copyright|tools|actions|popular|topbar|social)(?!\S)"
)
# classes that are a theme's ways of printing or the writer's keywords, not names of blocks
_NO_NAME = re.compile(
    r"(?i)(?<!\S)(?:tag-|category-|cat-|has-|is-|no-|with-|d-|hide-|hidden-|visible-|show-)[\w-]{1,80}"
)
# a line by itself that is furniture: matches "Print this page", "Share", "返回顶部"; not "Share the burden"
_LINE = re.compile(
    r"(?i)(?:(?:print|share|save|e-?mail|bookmark|tweet|like|download|listen to|translate) ?(?:this )?(?:page|article|post"
    r"|story|on (?:facebook|twitter|x|linkedin|whatsapp|telegram))?"
    r"|main content|skip to (?:the )?(?:main )?(?:content|navigation|search)"
    r"|(?:back to |go to )?(?:the )?top(?: of (?:the )?page)?"
    r"|back to (?:list|blog|news|overview|press releases)|read more|more news|see also|(?:related|more) (?:links?|content"
    r"|news|articles?|posts?|stories|topics?|documents?|information|pages?|subjects)|you (?:may|might) also like"
    r"|nach oben|seite drucken|drucken|teilen|artikel drucken|zur[üu]ck zur [üu]bersicht|[äa]hnliche beitr[äa]ge"
    r"|imprimer|partager|haut de (?:la )?page|en savoir plus|lire aussi|[àa] lire aussi|imprimir|compartir|volver arriba"
    r"|leer m[áa]s|распечатать|поделиться|наверх|【?打印(?:本页)?】?|【?分享(?:到)?】?|返回(?:顶部)?|【?关闭(?:窗口)?】?"
    r"|【?(?:字[体號号体]：?)?\s?[大中小 /]{3,9}】?|相关(?:新闻|链接|文章)|列印|回頂部|相關(?:新聞|連結)|facebook|twitter"
    r"|linkedin|whatsapp|telegram|weibo|pinterest)[:：…»›>]{0,3}"
)
_LISTS = "ul, ol, div, section, table, dl, p"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_AMID = frozenset({"ul", "ol", "p"})
_PARAGRAPH = 40  # letters of a paragraph that goes on with the text
_LINKS = 3  # links from which a block may be a list of them
_MOST = 4  # fifths of a block's letters that are in links: a paragraph with references has fewer
_HEAD = 1_000  # letters between a page's heading and its article: more is not the article's head


def article(tree: LexborHTMLParser, unseen: set[int], whole: dict[int, Size]) -> str:
    """The text of the page's main element without furniture; the whole page's where too little would be left.

    `whole`: the sizes of all elements of the body."""
    body = tree.body
    assert body is not None
    main = _said(tree, whole) or body
    out = unseen | _around(main, whole)
    above = _above_heading(tree)
    if main.mem_id == body.mem_id:
        main = _narrowed(body, sizes(body, out), above)
    lines = (line for line in text_of(main, out).split("\n") if not _LINE.fullmatch(line[:80].strip(" |•·*")))
    text = tidy("\n".join(lines))
    comments = max((whole.get(node.mem_id, Size()).plain for node in main.css(_COMMENTS)), default=0)
    if letters(text) * 2 < whole[main.mem_id].plain - comments or not letters(text):
        return text_of(body, unseen)
    apart = main.mem_id != body.mem_id and above and main.mem_id not in above
    return (_head(main, above, out | _around(body, whole)) if apart else "") + text


def _said(tree: LexborHTMLParser, whole: dict[int, Size]) -> LexborNode | None:
    """The element that says it is the article. One among several counts only where it has most of their words."""
    for selector in _MAIN:
        nodes = tree.css(selector)
        found = [whole.get(node.mem_id, Size()).letters for node in nodes]
        most = max(found, default=0)
        if most > 200 and most * 2 > sum(found):
            return nodes[found.index(most)]
    return None


def _around(main: LexborNode, whole: dict[int, Size]) -> set[int]:
    """The blocks below an element that are furniture."""
    total = whole[main.mem_id]
    out = {node.mem_id for node in main.css(_ROUND) if whole.get(node.mem_id, Size()).plain * 3 < total.plain}
    out |= {node.mem_id for node in main.css(_COMMENTS) if whole.get(node.mem_id, Size()).plain * 10 < total.plain * 8}
    for node in main.css("[class], [id]"):
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"[:300]
        if _FURNITURE.search(_NO_NAME.sub("", names)) and whole.get(node.mem_id, Size()).plain * 5 < total.plain:
            out.add(node.mem_id)
    for node in main.css(_LISTS):
        size = whole.get(node.mem_id, Size())
        if size.links >= _LINKS and size.linked * 5 >= size.letters * _MOST and not _amid(node, whole):
            out.add(node.mem_id)
    return (out | _headings_of(main, out)) - {main.mem_id}


def _headings_of(main: LexborNode, out: set[int]) -> set[int]:
    """The headings below which nothing but furniture stands."""
    found = set()
    for heading in main.css("h2, h3, h4, h5, h6"):
        below, after = _element_after(heading), None
        if below is not None and below.mem_id in out:
            after = _element_after(below)
            if after is None or after.tag in _HEADINGS:
                found.add(heading.mem_id)
    return found


def _element_after(node: LexborNode) -> LexborNode | None:
    """The element that follows next; the node itself where words come first, for they belong to what stands before."""
    after = node.next
    while after is not None and after.tag == "-text":
        if (after.text_content or "").strip():
            return node
        after = after.next
    return after


def _amid(node: LexborNode, whole: dict[int, Size]) -> bool:
    """Whether a list stands amid running text, which goes on in a paragraph after it: a list of annexes, not a menu."""
    after, tries = node.next, 4
    while after is not None and tries and node.tag in _AMID:
        if after.tag == "p" and whole.get(after.mem_id, Size()).plain > _PARAGRAPH:
            return True
        after, tries = after.next, tries - 1
    return False


def _above_heading(tree: LexborHTMLParser) -> dict[int, bool]:
    """The elements that hold the page's heading (False), and the heading (True); {} where it has not just one."""
    found: dict[int, bool] = {}
    headings = tree.css("h1")
    node = headings[0] if len(headings) == 1 else None
    while node is not None:
        found[node.mem_id] = not found
        node = node.parent
    return found


def _narrowed(body: LexborNode, left: dict[int, Size], above: dict[int, bool]) -> LexborNode:
    """The smallest element with nine tenths of the page's words and its heading: for pages that do not say which it is."""
    node, total = body, left[body.mem_id].plain
    while total:
        child = node.child
        while child is not None and left.get(child.mem_id, Size()).plain * 10 < total * 9:
            child = child.next
        if child is None or child.tag == "p" or (above and child.mem_id not in above):
            break
        node = child
    return node


def _head(main: LexborNode, above: dict[int, bool], out: set[int]) -> str:
    """What stands between the page's heading and its article: often the day and the place."""
    shared: LexborNode | None = main
    while shared is not None and shared.mem_id not in above:
        shared = shared.parent
    if shared is None or shared.mem_id == main.mem_id:
        return ""
    kept, begun = set(out), False
    for node, opens in walk(shared, set()):
        if node.mem_id == main.mem_id:
            break
        begun = begun or above.get(node.mem_id, False)
        if not begun and opens and node.mem_id not in above:
            kept.add(node.mem_id)
    text = text_of(shared, kept | {main.mem_id} | _after(main))
    return f"{text}\n\n" if letters(text) <= _HEAD else ""


def _after(main: LexborNode) -> set[int]:
    """Every element that follows the article, up to the body."""
    out: set[int] = set()
    node: LexborNode | None = main
    while node is not None and node.tag != "body":
        after = node.next
        while after is not None:
            out.add(after.mem_id)
            after = after.next
        node = node.parent
    return out
