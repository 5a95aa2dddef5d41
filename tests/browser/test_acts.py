"""One officer's path by the keyboard alone, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from offices import office as office
from offices import page as page
from offices import signs_in

pytestmark = pytest.mark.browser
CONTRAST = Path(__file__).with_name("contrast.js").read_text()
BRIEFING = Path(__file__).parents[1] / "documents" / "2031-03-12-briefing-aldmark-verania.txt"


def accepts_the_case(page: Page, office: str) -> None:
    page.goto(f"{office}/sources")
    page.locator("main a[href^='/sources/']").first.click()
    page.locator("#cases article.waits").get_by_role("button", name="Accept", exact=True).click()
    expect(page.locator("#cases")).to_contain_text("Accepted")


def presses(page: Page, *keys: str) -> None:
    page.wait_for_load_state()  # the scripts that hear the keys come with the page
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


def in_the_room(page: Page, office: str) -> None:
    page.goto(f"{office}/sources")
    page.locator("main table a[href^='/sources/']").first.click()
    expect(page.locator("[data-finding]:focus")).to_be_visible()  # the script is there, and has gone to the first


def test_a_document_is_decided_by_keyboard_alone(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    in_the_room(page, office)
    presses(page, "j", "Space", "b")  # the meetings but for the second
    expect(page.locator("#meetings .accept")).to_have_count(1)
    expect(page.locator("#meetings li[data-block]")).to_have_count(1)
    presses(page, "x")
    expect(page.locator("#meetings .reject")).to_have_count(1)
    presses(page, "b")  # the delegations
    expect(page.locator("#participants .accept")).to_have_count(2)
    expect(page.locator("#cases article:focus")).to_contain_text("Tamsin Orrel")
    expect(page.locator("mark.here").first).to_have_text("Tamsin Orrel")
    presses(page, "e")
    expect(page.get_by_label("Name", exact=False).first).to_be_focused()
    presses(page, "End")
    page.keyboard.type("-Vey")
    presses(page, "Control+Enter")
    expect(page.locator("#cases .edit h3")).to_contain_text("Tamsin Orrel")
    presses(page, "a")
    expect(page.locator("[data-count]")).to_have_text("all decided")
    presses(page, "u")
    expect(page.locator("#commitments .reject")).to_have_count(1)


def test_words_that_were_missed_are_selected_and_added_by_keyboard(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    in_the_room(page, office)
    presses(page, "t", "j", "j", *["Shift+ArrowLeft"] * 12)
    assert page.evaluate("getSelection().toString()") == "Minister Ilsa"
    presses(page, "Shift+ArrowRight", "Shift+ArrowLeft", "ArrowRight", "ArrowLeft", "Shift+ArrowRight", "s")
    expect(page.locator("#missed-section")).to_be_focused()
    page.keyboard.type("a part")
    presses(page, "Tab", "Enter")
    expect(page.locator("form.add mark")).to_have_text("Minister Ilsa Tarn")
    presses(page, "Control+Enter")
    expect(page.locator("#participants .accept")).to_have_count(1)
    expect(page.locator("mark.here").first).to_be_visible()


def test_a_finding_is_merged_by_keyboard(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    in_the_room(page, office)
    page.locator("#cases article").focus()
    presses(page, "a")
    expect(page.locator("#cases .accept")).to_have_count(1)
    page.goto(f"{office}/take-in")
    page.get_by_label("Or paste a text").fill(
        "They met in Dunmarrow on 5 May 2026. Aldmark raised the case of Tamsin Orrel, a lawyer."
    )
    page.get_by_role("button", name="Take in").click()
    page.locator(".uploads a").click()
    page.locator("#cases article").first.focus()
    presses(page, "m")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tamsin Orrel")
    expect(page.locator("input[name=into]").first).to_be_focused()
    presses(page, "Space", "Control+Enter")
    expect(page.locator("#cases .merge")).to_contain_text("Merged into")


def test_a_briefing_is_dropped_in_and_decided_with_twenty_keys_at_most(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    page.goto(f"{office}/take-in")
    page.get_by_label("Files").set_input_files(BRIEFING)
    page.get_by_role("button", name="Take in").click()
    page.locator(".uploads a").click()
    expect(page.locator("[data-finding]:focus")).to_be_visible()
    status, keys = page.locator("[data-status]"), 0
    while (waiting := int(status.get_attribute("data-waiting") or 0)) and keys < 40:
        presses(page, "b" if page.locator("[data-block]:focus").count() else "a")
        keys += 1
        expect(status).not_to_have_attribute("data-waiting", str(waiting))
    assert keys <= 20  # docs/reading-room.md


def test_a_search_answers_while_one_types_and_is_walked_by_keyboard(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    accepts_the_case(page, office)
    page.goto(f"{office}/cases")
    presses(page, "/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("Orrel")
    expect(page.locator("#found mark").first).to_have_text("Orrel")
    page.get_by_role("link", name="Persons and cases").click()
    expect(page.locator("#found")).not_to_contain_text("In documents")
    assert page.url.endswith("/search?kind=cases")
    page.get_by_role("searchbox").focus()
    presses(page, "ArrowDown", "Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tamsin Orrel")


def test_pages_of_acts_fit_and_have_contrast(office: str, page: Page) -> None:
    signs_in(page, office, "officer")
    accepts_the_case(page, office)
    for below in ("/note", "/take-in", "/draft", "/search", "/lists/new", "/contacts"):
        page.goto(office + below)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), below
        assert page.evaluate(CONTRAST) == [], below
