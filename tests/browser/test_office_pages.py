"""The office in a real browser: signing in, deciding, noting, an outcome, and how the public sees it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from offices import office as office
from offices import page as page
from offices import signs_in

pytestmark = pytest.mark.browser
CONTRAST = Path(__file__).with_name("contrast.js").read_text()


def opens_source(page: Page, office: str) -> None:
    page.goto(f"{office}/sources")
    page.locator("main a[href^='/sources/']").first.click()
    page.wait_for_url(re.compile(r"/sources/[0-9a-f-]{36}"))


def opens_case(page: Page, office: str) -> None:
    page.goto(f"{office}/cases")
    page.locator("main a[href^='/cases/']").first.click()
    page.wait_for_url(re.compile(r"/cases/[0-9a-f-]{36}"))


def accepts_the_case(page: Page, office: str) -> None:
    opens_source(page, office)
    page.locator("#cases article.waits").get_by_role("button", name="Accept", exact=True).click()
    expect(page.locator("#cases")).to_contain_text("Accepted")


def test_one_signs_in_accepts_and_finds_the_words_again(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    accepts_the_case(page, office)
    page.get_by_role("button", name=re.compile("Accept the delegations")).click()
    expect(page.locator("#participants article.waits")).to_have_count(0)
    opens_case(page, office)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tamsin Orrel")
    page.locator("ol.ledger figure a").first.click()
    words = page.locator("mark.strong", has_text="Tamsin Orrel")
    expect(words).to_be_visible()
    expect(words).to_be_in_viewport()


def test_a_note_and_an_outcome_are_entered_by_keyboard(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    accepts_the_case(page, office)
    opens_case(page, office)
    page.locator("#note summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Held in Quarrelbird.")
    page.locator("#note-response").select_option("will-look-into-it")
    page.get_by_role("button", name="Keep the note").press("Enter")
    reply = page.locator("ol.ledger li.reply")
    expect(reply).to_contain_text("Held in Quarrelbird.")
    expect(reply.locator(".badge").first).to_have_text("confidential")
    page.locator("#outcome summary").click()
    page.locator("#outcome-kind").select_option("released")
    page.locator("#outcome-inference").fill("her brother said so")
    page.get_by_role("button", name="Record the outcome").click()
    expect(page.locator("ol.ledger li.outcome")).to_contain_text("released")


def test_the_public_sees_a_page_once_somebody_decided_so(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    accepts_the_case(page, office)
    opens_case(page, office)
    page.get_by_role("link", name="View as public").click()
    expect(page.locator("main")).to_contain_text("Nothing of this page is published.")
    page.get_by_role("link", name="Back to the office").click()
    page.locator("#publication summary").click()
    page.get_by_label("By name").check()
    page.get_by_role("button", name="Decide").click()
    page.get_by_role("link", name="View as public").click()
    published = page.frame_locator("iframe")
    expect(published.get_by_role("heading", level=1)).to_have_text("Tamsin Orrel")
    published.get_by_role("link", name="round of March 2025").click()
    expect(published.get_by_role("heading", level=1)).to_contain_text("ound of March 2025")


def test_no_page_scrolls_sideways_and_all_text_has_contrast(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    accepts_the_case(page, office)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for below in ("/", "/dialogues/new", "/meetings", "/cases", "/commitments", "/sources", "/search", "/users"):
            page.goto(office + below)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), below
            assert page.evaluate(CONTRAST) == [], (scheme, below)
        for opens in (opens_source, opens_case):
            opens(page, office)
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), opens
            assert page.evaluate(CONTRAST) == [], (scheme, opens)
