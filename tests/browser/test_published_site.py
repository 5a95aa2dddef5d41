"""The demonstration's site in a real browser, from a folder: nothing from outside, links that lead somewhere, the search."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from demonstrations import BUILT
from makers import MadeRecord
from twotrack.publish.folder import write
from twotrack.publish.site import render
from twotrack.record.public import public_record

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[1] / "vendored" / "axe.min.js"


@pytest.fixture
def site(fictional_record: MadeRecord, tmp_path: Path) -> Path:
    """The published demonstration."""
    write(tmp_path / "site", render(public_record(BUILT.date())))
    return tmp_path / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a narrow window that fails the test on any message of the console and any request beyond the folder."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file://") else None)
    yield page
    context.close()
    assert said == []


def test_every_kind_of_page_stands_in_a_narrow_window_and_passes_axe(site: Path, page: Page) -> None:
    kinds = sorted({re.sub(r"[0-9a-f-]{36}", "*", path.relative_to(site).as_posix()) for path in site.rglob("*.html")})
    assert len(kinds) > 15
    for kind in kinds:
        path = sorted(site.glob(kind), key=lambda one: (one.stat().st_size, one.name))[-1]
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), kind
        page.evaluate(AXE.read_text("utf-8"))
        run = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})"
        found = page.evaluate(f"{run}.then(r => r.violations.map(v => [v.id, v.impact, v.nodes[0].html]))")
        assert [one for one in found if one[1] in ("serious", "critical")] == [], kind
        assert path.stat().st_size < 150_000, kind


def test_every_link_of_every_page_leads_somewhere(site: Path, page: Page) -> None:
    places: dict[Path, set[str]] = {}
    links: set[tuple[Path, str]] = set()
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        places[path] = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
        address = "new URL(e.getAttribute('href'), document.baseURI).href"
        for link in page.evaluate(f"[...document.querySelectorAll('a[href], link[href]')].map(e => {address})"):
            if link.startswith("file://"):
                target, _, place = link.removeprefix("file://").partition("#")
                links.add((Path(target), place))
    assert len(links) > 100
    assert {path for path, _ in links if not path.is_file()} == set()
    assert {
        (path, place) for path, place in links if place and path.suffix == ".html" and place not in places[path]
    } == set()


@pytest.mark.parametrize(("words", "found"), [("Sordal", "Ivenna Sordal"), ("sarnholm", "Sarnholm"), ("个案", "个案")])
def test_the_search_finds_from_a_folder(site: Path, page: Page, words: str, found: str) -> None:
    page.goto((site / "search.html").as_uri())
    page.get_by_label("Words").fill(words)
    first = page.locator("#found li").first
    first.wait_for()
    assert found in page.locator("#found").inner_text()
    link = first.get_by_role("link")
    link.click()
    page.wait_for_url(re.compile(r"/[0-9a-f-]{36}\.html"))


def test_what_is_looked_for_comes_back_with_the_address(site: Path, page: Page) -> None:
    page.goto((site / "search.html").as_uri() + "#Sordal")
    page.locator("#found li").first.wait_for()
    assert page.get_by_label("Words").input_value() == "Sordal"
