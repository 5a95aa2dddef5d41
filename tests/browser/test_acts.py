"""One officer's path by the keyboard alone, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from offices import office as office
from offices import page as page
from offices import signs_in

pytestmark = pytest.mark.browser


def accepts_the_case(page: Page, office: str) -> None:
    page.goto(f"{office}/sources")
    page.locator("main a[href^='/sources/']").first.click()
    page.locator("#cases article.waits").get_by_role("button", name="Accept", exact=True).click()
    expect(page.locator("#cases")).to_contain_text("Accepted")


def presses(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_note_with_its_reply_is_kept_by_keyboard_alone(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    accepts_the_case(page, office)
    page.goto(office)
    presses(page, "n")
    expect(page.get_by_role("heading", level=1)).to_have_text("Note what I heard")
    page.keyboard.type("She was moved, they said.")
    presses(page, "Tab")
    page.keyboard.type("Tams")
    expect(page.locator("ul.offered li")).to_have_count(1)
    presses(page, "ArrowDown", "Enter")
    expect(page.locator("ul.picked input:checked")).to_have_count(1)
    page.locator("#note-response").focus()
    page.keyboard.type("will look")
    presses(page, "Control+Enter")
    expect(page.locator("ol.ledger li.reply")).to_contain_text("She was moved, they said.")


def test_the_keys_are_shown_and_can_be_switched_off(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    presses(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("note what I heard")
    page.get_by_label("These keys work").uncheck()
    presses(page, "Escape", "n")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert not page.url.endswith("/note")
