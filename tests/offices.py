"""An office in a real browser: the program run as a person runs it, a window wide or narrow, and somebody who signs in."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from makers import PASSPHRASE, MadeRecord, ingest_made
from twotrack.record import folder, keyring
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import User

SIZES = {"wide": (1280, 900), "narrow": (390, 800)}


def with_a_document(made: MadeRecord) -> str:
    """A public document in the record, nothing of it decided; returns the id of its source."""
    with folder.opened(made.folder, PASSPHRASE), keyring.cleared():
        return str(ingest_made(PUBLIC, by=User.objects.using(PUBLIC).get(name="officer")).source.pk)


@pytest.fixture
def office(closed_record: MadeRecord, tmp_path: Path) -> Iterator[str]:
    """The address of an office with one document in it, run as a person runs it."""
    with_a_document(closed_record)
    (tmp_path / "secret").write_text(PASSPHRASE + "\n")
    command = [sys.executable, "-c", "from twotrack.cli import main; main()", "--record", str(closed_record.folder)]
    command += ["--passphrase-file", str(tmp_path / "secret"), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(params=list(SIZES))
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a window, wide or narrow, that fails the test on any message of the console but those of a bad form."""
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    yield page
    context.close()
    assert said == []


def signs_in(page: Page, office: str, name: str) -> None:
    page.goto(f"{office}/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Passphrase").fill(f"{name} {PASSPHRASE}")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
