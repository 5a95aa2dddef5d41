"""Web pages: the article whole, the furniture gone, nothing lost without a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources.html import characters, extract_text

ARTICLE = "<h1>Round nine</h1>" + "<p><b>MS. HALL:</b> The talks with Verania were candid and long.</p>" * 8
AROUND = "<nav>Home About</nav><div class='cookie-banner'>We use cookies</div>{}<footer>Imprint</footer>"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("tag", ["article", "main", "div role=main", "div id=content", "div"])
def test_the_article_is_kept_whole_and_the_furniture_dropped(tag: str) -> None:
    text = extract_text(page(AROUND.format(f"<{tag}>{ARTICLE}</{tag.split()[0]}>"))).text
    assert text.count("MS. HALL: The talks") == 8
    assert not {"Home", "cookies", "Imprint"} & set(text.split())


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a<br>b</p><p>c</p>", "a\nb\n\nc"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<p>a <a href='/x'>link</a></p>", "a link"),
        ("<p>a<!-- b --><script>c</script><span hidden>d</span><template>e</template></p>", "a"),
        ("<noscript>a</noscript>", "a"),
        ("<p><strong>Q:</strong>\n  Why?</p>", "Q: Why?"),
        ("<p>a\x07\x1b[31m</p>", "a[31m"),
    ],
    ids=["paragraphs", "items", "rows", "links", "unseen", "noscript", "bold", "controls"],
)
def test_markup_becomes_lines(body: str, text: str) -> None:
    assert extract_text(page(body)).text == text


def test_the_page_says_title_date_and_language() -> None:
    linked = '<script type="application/ld+json">{"headline": "No", "datePublished": "2030-05-14"}</script>'
    head = f'<title>T - Site</title><meta property="og:title" content="T">{linked}'
    assert extract_text(page("<p>a", head)).metadata == {"title": "T", "date": "2030-05-14", "language": "en"}


@pytest.mark.parametrize(
    ("head", "encoding"),
    [("<meta charset=gb2312>", "gb18030"), ("<!--" + "x" * 5000 + "--><meta charset=big5>", "big5"), ("", "utf-8-sig")],
    ids=["wider", "late", "mark"],
)
def test_encodings_are_those_the_page_declares(head: str, encoding: str) -> None:
    assert characters(f"{head}<p>人權對話".encode(encoding)).endswith("人權對話")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (page("<script>let a = 1</script>"), "without text"),
        (page("<div hidden>" + "lost words " * 200 + "</div>"), "cannot be reached"),
        (b"<html><frameset><frame src=a></frameset></html>", "frames"),
    ],
    ids=["script", "hidden", "frames"],
)
def test_a_page_whose_text_is_not_reached_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        extract_text(content)


def test_nested_elements_do_not_lose_the_text() -> None:
    assert extract_text(page("<div>" * 3000 + "words")).text == "words"


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<main>", "<li", ">", "a", "<!--", "<table><td>", "é", "\0", "</body>"]))
)
def test_any_markup_gives_a_document_or_a_refusal(parts: list[str]) -> None:
    content = "".join(parts).encode()
    try:
        text = extract_text(content).text
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        assert text == extract_text(content).text
