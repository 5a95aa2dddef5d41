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
        ("<p>Al&shy;d&#8203;mark</p>", "Aldmark"),
        ("<table><tr><td><p>a</p></td><td><p>b</p></td></table>", "a\tb"),
    ],
    ids=["paragraphs", "items", "rows", "links", "unseen", "noscript", "bold", "controls", "breaks", "cells"],
)
def test_markup_becomes_lines(body: str, text: str) -> None:
    assert extract_text(page(body)).text == text


def test_the_page_says_title_date_and_language() -> None:
    linked = '<script type="application/ld+json">{"headline": "No", "datePublished": "2030-05-14"}</script>'
    head = f'<title>T - Site</title><meta property="og:title" content="T">{linked}'
    assert extract_text(page("<p>a", head)).metadata == {"title": "T", "date": "2030-05-14", "language": "en"}


@pytest.mark.parametrize(
    ("printed", "title"),
    [("Round nine | The Ministry", "Round nine"), ("The Ministry - Round nine", "Round nine"), ("A - B", "A - B")],
    ids=["behind", "before", "no site"],
)
def test_the_site_s_name_goes_from_the_title_where_the_page_says_it(printed: str, title: str) -> None:
    head = f'<title>{printed}</title><meta property="og:site_name" content="The Ministry">'
    assert extract_text(page("<p>a", head)).metadata["title"] == title


def test_place_and_time_of_the_linked_data_are_given() -> None:
    data = '{"headline": "T", "datePublished": "20300514T091500+0200", "contentLocation": {"name": "Tarn"}}'
    found = extract_text(page("<p>a", f'<script type="application/ld+json">{data}</script>')).metadata
    assert (found["date"], found["place"]) == ("2030-05-14T09:15:00+02:00", "Tarn")


@pytest.mark.parametrize(
    ("furniture", "words"),
    [
        ("<ul><li><a href=a>Asia</a><li><a href=b>Africa</a><li><a href=c>Law</a></ul>", "Africa"),
        ("<p>Print this page</p>", "Print"),
        ("<div class='share-tools'>Post it</div>", "Post it"),
        ("<section id=comments><p>First! " + "I say no. " * 20 + "</section>", "First!"),
        ("<h3>Related links:</h3>", "Related"),
        ("<p>分享到：</p>", "分享"),
        ("<h3>On the topic</h3><ul><li><a href=a>Asia</a><li><a href=b>Law</a><li><a href=c>Aid</a></ul>", "topic"),
    ],
    ids=["links", "line", "share", "comments", "related", "Chinese", "heading of links"],
)
def test_furniture_within_the_article_is_dropped(furniture: str, words: str) -> None:
    text = extract_text(page(f"<main>{ARTICLE}{furniture}</main>")).text
    assert text.count("MS. HALL: The talks") == 8
    assert words not in text


@pytest.mark.parametrize(
    "block",
    [
        "<ul><li><a href=a>Annex one</a><li><a href=b>Annex two</a><li><a href=c>Words</a></ul>"
        + "<p>"
        + "So on. " * 9,
        "<div class='row d-print-block'>Words</div>",
        "<div class='elementor-widget elementor-widget-text'>Words</div>",
        "<article class='post tag-menu category-social'>Words</article>",
        "<p>Share the Words</p>",
        "<p>Words in <a href=a>one</a> and <a href=b>two</a> and <a href=c>three</a></p>",
    ],
    ids=["list amid text", "printing", "theme", "keywords", "sentence", "references"],
)
def test_what_only_looks_like_furniture_is_kept(block: str) -> None:
    assert "Words" in extract_text(page(f"<main>{ARTICLE}{block}</main>")).text


def test_day_and_place_between_heading_and_article_are_kept() -> None:
    body = f"<nav>Menu</nav><div><p>Site</p><h1>Round nine</h1><p>Tarn, 14 May 2030</p><article>{ARTICLE[18:]}</article></div>"
    text = extract_text(page(body)).text
    assert text.startswith("Round nine\n\nTarn, 14 May 2030\n\n")


def talk(*turns: str) -> bytes:
    return page(
        "<main>" + "".join(f"<p><b>{name}</b> Words that were said at length.</p>" for name in turns) + "</main>"
    )


def test_names_in_bold_without_a_colon_stand_on_lines_of_their_own() -> None:
    text = extract_text(talk("Anna Hall", "Journalist", "Anna Hall", "Journalist")).text
    assert text.startswith("Anna Hall\nWords that were said at length.\n\nJournalist\nWords")


@pytest.mark.parametrize(
    "content",
    [talk("Law", "Labour", "Religion", "Visits"), talk("Hall:", "Journalist:", "Hall:", "Journalist:")],
    ids=["headings", "colons"],
)
def test_other_bold_words_stay_in_their_line(content: bytes) -> None:
    assert all("Words" in line for line in extract_text(content).text.split("\n\n"))


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


ASKED = "<p><strong>Q. {} was it?</strong></p><p>It was {}.</p>"


def test_a_question_that_is_wholly_in_bold_keeps_its_marks() -> None:
    body = ASKED.format("When", "May") + ASKED.format("Where", "Holm")
    assert extract_text(page(body)).text == (
        "**Q. When was it?**\n\nIt was May.\n\n**Q. Where was it?**\n\nIt was Holm."
    )


@pytest.mark.parametrize(
    "body",
    [
        ASKED.format("When", "May"),
        "<p><b>Q.</b> When?</p><p><b>A.</b> In May.</p>" * 2,
        "<p><b>Q. When?</b></p><p><b>A. In May.</b></p>" * 2,
        "<p><b>Quite so?</b></p><p>Yes.</p>" * 2,
    ],
    ids=["once", "labels alone", "all in bold", "no label"],
)
def test_other_bold_questions_are_as_they_were(body: str) -> None:
    assert "**" not in extract_text(page(body)).text
