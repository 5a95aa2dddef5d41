"""The page of `twotrack read --html`: complete in itself, and every sentence leads to its exact words."""

import os
import re
import stat
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from makers import TEXT, make_reading, span
from twotrack.cli import run
from twotrack.cli.page import render
from twotrack.cli.transcript import transcript_of
from twotrack.errors import UsageError
from twotrack.reading.findings import Reading, Span
from typed_text import reading_of

BRIEFING = """Briefing
March 13, 2031

MINISTER MARLOW: We met yesterday in Sarnholm.

QUESTION: Did they say where Ilka Doran is?

MINISTER MARLOW: I am not going to get into that.
"""


class Anchors(HTMLParser):
    """The ids of a page and where its links lead, with the words of each marked piece."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words: dict[str, str] = {}
        self._marks: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.add(tag)
        self.ids += [held["id"] or ""] if "id" in held else []
        self.links += [held["href"] or ""] if tag == "a" and "href" in held else []
        self._marks = (held["class"] or "").split() if tag == "mark" else self._marks

    def handle_endtag(self, tag: str) -> None:
        self._marks = [] if tag == "mark" else self._marks

    def handle_data(self, data: str) -> None:
        for mark in self._marks:
            self.words[mark] = self.words.get(mark, "") + data


def test_each_sentence_leads_to_its_exact_words() -> None:
    found = Anchors(render([make_reading()], None))
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert {"Tamsin Orrel", "detained", "We met on 3 and 4 March 2025"} <= set(found.words.values())


def test_words_that_overlap_and_cross_are_each_whole() -> None:
    reading = make_reading()
    spans = sorted({Span(3, 40), Span(20, 60), Span(20, 60), span("Dunmarrow"), Span(0, len(TEXT))})
    blocks = transcript_of(reading, spans).blocks
    pieces = [piece for block in blocks for paragraph in block.paragraphs for piece in paragraph]
    for number, (start, end) in enumerate(spans):
        assert "".join(piece.text for piece in pieces if number in piece.marks) == TEXT[start:end]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 150), st.integers(1, 80)), max_size=12))
def test_the_transcript_is_the_text_wherever_it_is_cut(lengths: list[tuple[int, int]]) -> None:
    reading = reading_of(BRIEFING)
    spans = sorted({Span(a, min(a + n, len(BRIEFING))) for a, n in lengths if a < len(BRIEFING)})
    transcript = transcript_of(reading, spans)
    shown = "".join(
        piece.text for block in transcript.blocks for part in (block.label, *block.paragraphs) for piece in part
    )
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", BRIEFING)


def test_the_page_needs_nobody_and_runs_nothing() -> None:
    page = render([make_reading(), reading_of(BRIEFING)], None)
    found = Anchors(page)
    assert not found.tags & {"script", "img", "link", "iframe", "object", "form"}
    assert not re.search(r"https?:|url\(|@import", page)
    assert "default-src 'none'" in page
    assert len(found.ids) == len(set(found.ids))


def test_words_of_a_document_are_never_markup() -> None:
    hostile = "<script>alert(1)</script> & <b id=x>\n\nMINISTER X: We \"met\" <i>'here'</i>."
    found = Anchors(render([reading_of(hostile)], None))
    assert not found.tags & {"script", "i"}
    assert "x" not in found.ids


def test_the_page_is_its_owners_alone_and_is_written_again(tmp_path: Path) -> None:
    (tmp_path / "briefing.txt").write_text(BRIEFING)
    for _ in range(2):
        assert run(["read", str(tmp_path / "briefing.txt"), "--html", str(tmp_path / "page.html")]) == 0
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["briefing.txt", "page.html"]


@pytest.mark.parametrize("kind", ["text", "folder", "link"])
def test_something_else_is_never_overwritten(tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "briefing.txt").write_text(BRIEFING)
    target = tmp_path / "target"
    if kind == "text":
        target.write_text("my own words")
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "briefing.txt")
    assert run(["read", str(tmp_path / "briefing.txt"), "--html", str(target)]) == UsageError.exit_status
    assert "choose another name" in capsys.readouterr().err
    assert (tmp_path / "briefing.txt").read_text() == BRIEFING


def test_a_page_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "briefing.txt").write_text(BRIEFING)
    arguments = ["read", str(tmp_path / "briefing.txt"), "--html", str(tmp_path / "page.html")]
    run(arguments)
    before = (tmp_path / "page.html").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert run(arguments) == 1
    assert (tmp_path / "page.html").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_no_page_is_written_of_nothing(tmp_path: Path) -> None:
    assert run(["read", str(tmp_path / "gone.txt"), "--html", str(tmp_path / "page.html")]) == 1
    assert not list(tmp_path.iterdir())


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def shown(page: Page, tmp_path: Path, *readings: Reading, width: int = 1280) -> None:
    (tmp_path / "page.html").write_text(render(readings, None), "utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((tmp_path / "page.html").as_uri())


@pytest.mark.browser
def test_a_number_opens_its_sentences_and_a_sentence_jumps_to_its_words(browser_page: Page, tmp_path: Path) -> None:
    shown(browser_page, tmp_path, make_reading(TEXT + "\n\nMore." * 200))
    number = browser_page.locator(".participants summary", has_text="person named")
    sentence = browser_page.locator(".participants .sentence").first
    assert not sentence.is_visible()
    number.click()
    sentence.click()
    found = browser_page.locator("mark:target")
    assert found.inner_text() == "Minister Ilsa Tarn"
    assert found.evaluate("node => getComputedStyle(node).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert found.evaluate("node => node.getBoundingClientRect().top < innerHeight")


@pytest.mark.browser
def test_words_in_many_pieces_are_all_shown(browser_page: Page, tmp_path: Path) -> None:
    shown(browser_page, tmp_path, make_reading())
    browser_page.locator(".commitments .sentence").first.click()
    coloured = "node => getComputedStyle(node).backgroundColor !== 'rgba(0, 0, 0, 0)'"
    pieces = [piece.inner_text() for piece in browser_page.locator("mark").all() if piece.evaluate(coloured)]
    assert "".join(pieces) == "We agreed to hold the next round in Verania in 2026"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_scrolls_sideways(browser_page: Page, tmp_path: Path, width: int) -> None:
    long = reading_of("A" * 400 + "\n\nMINISTER X: " + "字" * 300 + " " + "w" * 300)
    shown(browser_page, tmp_path, make_reading(), long, width=width)
    browser_page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert browser_page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_print_shows_what_is_folded(browser_page: Page, tmp_path: Path) -> None:
    shown(browser_page, tmp_path, make_reading())
    browser_page.emulate_media(media="print")
    height = browser_page.locator(".participants .sentence").first.evaluate(
        "node => node.getBoundingClientRect().height"
    )
    browser_page.emulate_media(media="screen")
    assert height > 0
