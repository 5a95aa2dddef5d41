"""Every page of the office, from its table of addresses, for everyone: axe, keyboard, zoom, scripts off; cleared and not."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page

from addresses import NAMES, address, converters_of
from clients import Visitor, user
from makers import NOW, PASSPHRASE, MadeRecord, copy_record
from twotrack import clock
from twotrack.demo import fictional
from twotrack.office.locking import DOOR
from twotrack.office.rights import RIGHTS
from twotrack.office.uploads import UPLOADS
from twotrack.office.wsgi import run_server
from twotrack.record import folder, keyring, second_factor
from twotrack.record.confidentiality import Sight
from twotrack.record.folder import OpenRecord, read_keys
from twotrack.record.links import record_models

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parents[1] / "vendored" / "axe.min.js").read_text("utf-8")
CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")
FOCUSABLE = Path(__file__).with_name("focusable.js").read_text("utf-8")
RULES = "{resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}"
# Links in a sentence need not be large (WCAG 2.2, 2.5.8, exception "inline"): marked words of a document are such.
GRAVE = """result => result.violations.map(one => [one.id, one.impact, one.nodes.filter(
  node => one.id !== "target-size" || !document.querySelector(node.target[0]).closest(".text mark")
).map(node => node.html)[0]]).filter(one => one[2])"""
BEFORE_SIGNING_IN = ("sign-in", "sign-in-code", "unlock")
# no page of its own: a file, another's page in a frame
NO_PAGE = ("static", "published")
MOST_STOPS = 400  # of the key Tab, on one page


@pytest.fixture(scope="module")
def office(made_record: MadeRecord, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """An office on the fictional record: its address, and a path for each of its pages."""
    copy = copy_record(made_record, tmp_path_factory.mktemp("every") / "record")
    folder.attach(copy.folder, copy.record_key)
    with keyring.cleared():
        fictional.build(by=user("keeper"), at=NOW)
        paths = dict(pages())
        UPLOADS.wait()
        clerk = user("clerk")
        now = clock.now()
        secret = bytes(range(20))
        second_factor.enrol(clerk, secret, second_factor._totp(secret).generate(int(now.timestamp())).decode())
    opened = OpenRecord(folder=copy.folder, keys=read_keys(copy.folder), record_key=copy.record_key)
    with DOOR.guard(copy.folder), run_server(opened) as server:
        yield f"http://localhost:{server.port}", paths
    folder.detach()


def pages() -> Iterator[tuple[str, str]]:
    """Each page that can be read, with a path at which there is one: of the rows of the record the first that has it."""
    officer = Visitor("officer")
    given = officer.sends(reverse("take-in"), text="We met in Dunmarrow.", called="a note", handling="public")
    assert given.status_code == 302  # its page is there while the office runs
    for name in NAMES:
        if RIGHTS[name].read is None or name in (*NO_PAGE, *BEFORE_SIGNING_IN):
            continue
        paths = [given.headers["Location"]] if name == "upload" else candidates(name)
        path, answer = next(
            ((path, answer) for path in paths if (answer := officer.asks(path)).status_code == 200), ("", None)
        )
        assert answer is not None, f"no row of the fictional record has a page {name!r}"
        if answer.headers["Content-Type"].startswith("text/html"):  # else it is a download
            yield name, path


def candidates(name: str) -> Iterator[str]:
    if not converters_of(name):
        yield reverse(name)
        return
    kind = name.partition("-")[0]
    models = sorted(record_models(), key=lambda model: model._meta.model_name != kind)
    for model in models:
        rows: Any = Sight.of_context().all(model)
        yield from (address(name, row.pk) for row in rows[:3] if isinstance(row.pk, uuid.UUID))


def signed_in(browser: Browser, base: str, **options: Any) -> Page:
    """A page of an officer with clearance who signed in."""
    page = fresh(browser, **options)
    page.goto(f"{base}/sign-in")
    page.get_by_label("Name").fill("officer")
    page.get_by_label("Passphrase").fill(f"officer {PASSPHRASE}")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()
    return page


def fresh(browser: Browser, **options: Any) -> Page:
    context: BrowserContext = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    page = context.new_page()
    page.set_default_timeout(10_000)
    return page


def grave(page: Page, rules: str = RULES) -> list[Any]:
    """What axe finds that is serious or critical."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run(document, {rules}).then({GRAVE})")
    return [one for one in found if one[1] in ("serious", "critical")]


@pytest.mark.parametrize("cleared", [True, False], ids=["cleared", "public"])
def test_axe_finds_nothing_grave_on_any_page(
    browser: Browser, office: tuple[str, dict[str, str]], cleared: bool
) -> None:
    base, paths = office
    page = signed_in(browser, base)
    if not cleared:
        page.get_by_role("button", name="Work in public only").click()
        page.get_by_role("button", name=re.compile("confidential entries again")).wait_for()
    faults = []
    for name, path in paths.items():
        answer = page.goto(base + path)
        assert answer is not None
        assert not cleared or answer.status == 200, name
        faults += [(name, *one) for one in grave(page)]
        page.emulate_media(color_scheme="dark")
        faults += [(name, "dark", one) for one in page.evaluate(CONTRAST)]
        page.emulate_media(color_scheme="light")
    page.context.close()
    assert faults == []


def test_axe_finds_nothing_grave_before_one_is_in(browser: Browser, office: tuple[str, dict[str, str]]) -> None:
    base, _ = office
    page = fresh(browser)
    page.goto(f"{base}/sign-in")
    assert grave(page) == []
    page.get_by_label("Name").fill("clerk")
    page.get_by_label("Passphrase").fill(f"clerk {PASSPHRASE}")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in/code")
    assert grave(page) == []
    assert page.evaluate("document.activeElement.name") == "code"
    page.context.close()


def test_the_keyboard_reaches_everything_and_one_sees_where_one_is(
    browser: Browser, office: tuple[str, dict[str, str]]
) -> None:
    base, paths = office
    page = signed_in(browser, base)
    for name, path in paths.items():
        page.goto(base + path)
        page.evaluate(FOCUSABLE)
        todo: int = page.evaluate("window.focusables().length")
        page.evaluate(
            "if (document.activeElement !== document.body) window.noteFocus()"
        )  # a field that has it from the start
        for stops in (todo, todo + 5):  # from there the key comes to what stands before it in a second round
            for _ in range(min(MOST_STOPS, stops)):
                page.keyboard.press("Tab")
                page.evaluate("window.noteFocus()")
            if page.evaluate("window.notReached().length") == 0:
                break
        left = page.evaluate("window.notReached()")
        assert left == [] or todo > MOST_STOPS, (name, left)
        assert page.evaluate("window.unseen()") == [], name
    page.context.close()


def test_at_twice_and_four_times_the_size_nothing_is_lost(browser: Browser, office: tuple[str, dict[str, str]]) -> None:
    base, paths = office
    page = signed_in(browser, base, viewport={"width": 640, "height": 450}, device_scale_factor=2)
    for name, path in paths.items():
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 at four times the size (WCAG 2.2, 1.4.10)
    for name, path in paths.items():
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page.context.close()


def test_every_page_is_there_with_scripts_off(browser: Browser, office: tuple[str, dict[str, str]]) -> None:
    base, paths = office
    page = signed_in(browser, base, java_script_enabled=False)
    for name, path in paths.items():
        answer = page.goto(base + path)
        assert answer is not None
        assert answer.status == 200, name
        assert page.locator("h1").count() == 1, name
    page.context.close()


def test_a_locked_office_asks_for_the_passphrase_and_opens(
    browser: Browser, office: tuple[str, dict[str, str]]
) -> None:
    base, _ = office
    page = signed_in(browser, base)
    page.goto(f"{base}/settings/record")
    page.get_by_role("button", name="Lock the office now").click()
    page.wait_for_url("**/unlock")
    assert grave(page) == []
    page.get_by_label("Passphrase of the record").fill("wrong")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    assert grave(page) == []
    page.get_by_label("Passphrase of the record").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in")
    page.context.close()
