"""The thread: one briefing, from its words to a published page, and forgotten. docs/first-ten-minutes.md, line by line.

Done by a person's means: the command line as processes of their own, the office in Chromium. Once on a fictional briefing, and
once on the real one of 14 May 2010 where it lies beside the project.
"""

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from twotrack.record import folder, keyring
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC

pytestmark = pytest.mark.process


HERE = Path(__file__).parent
DOCS = HERE.parent / "docs" / "first-ten-minutes.md"
CANARY = "Quarrelmoor"
NOTE = f"Told in the corridor: he is held in the annex at {CANARY}; they will look into the date."
PASSPHRASE = "nine grey herons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A briefing and what a careful reader knows of it."""

    path: Path
    round_days: str
    round_words: str
    head: str
    name: str
    forms: tuple[str, ...]
    next_due: str
    quote: str


BRIEFINGS = {
    "fictional": Briefing(
        path=HERE.parent / "src" / "twotrack" / "data" / "demo" / "fictional" / "2025-03-14-briefing.txt",
        round_days="2025-03-13/2025-03-14",
        round_words="13 to 14 March 2025",
        head="Ruvan Ostrake",
        name="Ivenna Sordal",
        forms=("Sordal", "Ivenna", "ivenna", "IVENNA"),
        next_due="2026",
        quote="Ivenna Sordal",
    ),
    "real": Briefing(
        path=HERE.parents[1] / "shared" / "corpus" / "2010-05-14-briefing-us-china-human-rights-dialogue.txt",
        round_days="2010-05-13/2010-05-14",
        round_words="13 to 14 May 2010",
        head="Chen Xu",
        name="Gao Zhisheng",
        forms=("Gao", "Zhisheng", "zhisheng", "ZHISHENG"),
        next_due="2011",
        quote="Gao Zhisheng",
    ),
}
CASES = [name for name, briefing in BRIEFINGS.items() if briefing.path.exists()]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


class Person:
    """Somebody at a terminal, in a folder with the briefing, who notes which lines of the documentation they followed."""

    def __init__(self, place: Path, briefing: Briefing) -> None:
        self.place, self.followed, self.processes = place, list[str](), list["subprocess.Popen[str]"]()
        self.secret = place / "passphrase"
        self.secret.write_text(PASSPHRASE + "\n")
        shutil.copyfile(briefing.path, place / "briefing.txt")

    @property
    def record(self) -> Path:
        return self.place / "twotrack-record"

    def runs(self, line: str, *, given: str = "", **instead: str) -> Ran:
        """Run a line of the documentation; `instead` puts what it stands for in the place of a word (ID=...)."""
        self.followed.append(line)
        words = [instead.get(word, word) for word in line.split()[1:]]
        return self.twotrack(*words, given=given)

    def twotrack(self, *words: str, given: str = "", secret: Path | None = None) -> Ran:
        before = [sys.executable, "-m", "twotrack", "--passphrase-file", str(secret or self.secret)]
        done = subprocess.run(
            [*before, *words], cwd=self.place, input=given, capture_output=True, text=True, timeout=120
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def opens_office(self) -> "Office":
        if "twotrack serve" not in self.followed:
            self.followed.append("twotrack serve")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [
            sys.executable,
            "-m",
            "twotrack",
            "--passphrase-file",
            str(self.secret),
            "serve",
            "--port",
            str(port),
        ]
        process = subprocess.Popen(command, cwd=self.place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.processes.append(process)
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        return Office(process, found.group().rstrip("/"))


class Office:
    """A running office, closed by Ctrl-C."""

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self.process, self.address = process, address

    def closes(self) -> None:
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=20)
        assert self.process.returncode in (0, 130), (out, err)
        assert "Traceback" not in err


@pytest.fixture(params=CASES)
def briefing(request: pytest.FixtureRequest) -> Briefing:
    return BRIEFINGS[request.param]


@pytest.fixture
def person(tmp_path: Path, briefing: Briefing) -> Iterator[Person]:
    person = Person(tmp_path, briefing)
    yield person
    for process in person.processes:  # of a test that failed while the office was open
        if process.poll() is None:
            process.kill()
            process.communicate()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def signs_in(page: Page, office: Office, name: str, password: str) -> None:
    page.goto(f"{office.address}/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Pass").fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def accepts(page: Page, section: str, words: str) -> None:
    """Accept the first proposal of a section that still waits and holds these words."""
    waiting = page.locator(f"#{section} article.waits", has_text=words)
    before = waiting.count()
    waiting.first.get_by_role("button", name="Accept", exact=True).click()
    expect(waiting).to_have_count(before - 1)


def accepts_of_block(page: Page, section: str, words: str) -> None:
    """Take from what is accepted together the one that holds these words, and leave the others."""
    findings = page.locator(f"#{section} li.finding")
    for box in findings.get_by_role("checkbox").all():
        box.uncheck()
    findings.filter(has_text=words).first.get_by_role("checkbox").check()
    page.locator(f"#block-{section} button.main").click()
    expect(findings.filter(has_text=words).get_by_role("checkbox")).to_have_count(0)


def goes_to_case(page: Page, office: Office, name: str) -> str:
    page.goto(f"{office.address}/cases")
    page.get_by_role("link", name=name).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    return page.url.rsplit("/", 1)[1]


def shown(page: Page, address: str) -> str:
    """What a page shows, without the tokens of its forms."""
    page.goto(address)
    return page.locator("main").inner_text()


def everything_in(record: Path) -> str:
    """Every value of every table of both databases, read with the passphrase (in a thread: the browser's has an event loop)."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_everything_in, record).result()


def _everything_in(record: Path) -> str:
    from django.db import connections

    out = []
    with folder.opened(record, PASSPHRASE), keyring.cleared():
        for alias in (PUBLIC, CONFIDENTIAL):
            with connections[alias].cursor() as cursor:
                tables = cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
                for (table,) in tables:
                    out += [str(row) for row in cursor.execute(f'SELECT * FROM "{table}"').fetchall()]
    return "\n".join(out)


def files_of(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def without_confidential_rows(record: Path, before: Path, place: Path) -> Path:
    """A copy of the record in which the confidential database is as it was before the note."""
    shutil.copytree(record, place)
    for path in place.glob("confidential.db*"):
        path.unlink()
    for path in before.glob("confidential.db*"):
        shutil.copyfile(path, place / path.name)
    return place


@pytest.mark.browser
def test_the_thread(person: Person, briefing: Briefing, page: Page) -> None:
    # 1. Look before you keep anything
    assert person.runs("twotrack read briefing.txt").status == 0
    reading = json.loads(person.twotrack("read", "briefing.txt", "--format", "json").out)
    text = reading["text"]
    assert reading["turns"]
    assert all(exchange["question_turns"] for exchange in reading["exchanges"])
    assert briefing.round_days in [meeting["when"] for meeting in reading["meetings"]]
    assert briefing.name in [case["name"] for case in reading["cases"]]
    assert all(text[date["start"] : date["end"]] == date["quote"] for date in reading["dates"])
    assert not person.record.exists()

    # 2. Make a record; 3. put the document in, twice
    assert "Recovery key" in person.runs("twotrack init").out
    assert "proposals wait" in person.runs("twotrack ingest --public briefing.txt").out
    assert "nothing changed" in person.twotrack("ingest", "--public", "briefing.txt").out
    clerk_secret = person.place / "clerk"
    clerk_secret.write_text("two dry wells\n")
    assert person.twotrack("user", "add", "clerk", "--password-file", str(clerk_secret)).status == 0

    # 4. Decide, in the office
    office = person.opens_office()
    signs_in(page, office, "keeper", PASSPHRASE)
    page.goto(f"{office.address}/sources")
    page.locator("main a[href*='/sources/']").first.click()
    accepts_of_block(page, "meetings", briefing.round_words)
    page.get_by_role("button", name=re.compile("Accept the delegations")).click()
    accepts(page, "cases", briefing.name)
    accepts(page, "commitments", briefing.next_due)
    case = goes_to_case(page, office, briefing.name)
    address = f"{office.address}/cases/{case}"
    assert "raised by" in shown(page, address).lower()
    page.goto(f"{office.address}/meetings")
    page.locator("main tr, main li", has_text=briefing.round_words).locator("a[href*='/meetings/']").first.click()
    expect(page.locator("main")).to_contain_text(briefing.head)
    expect(page.locator("main")).to_contain_text(briefing.name)
    page.get_by_role("button", name="Sign out").click()

    # what a colleague without clearance sees before there is a note
    signs_in(page, office, "clerk", "two dry wells")
    clerk_before = {
        path: shown(page, f"{office.address}{path}") for path in ("/", "/cases", f"/cases/{case}", "/sources")
    }
    page.get_by_role("button", name="Sign out").click()
    office.closes()
    before_note = person.place / "before-note"
    shutil.copytree(person.record, before_note)

    # 5. Note what came back in private, and the outcome
    office = person.opens_office()
    address = f"{office.address}/cases/{case}"
    signs_in(page, office, "keeper", PASSPHRASE)
    page.goto(address)
    page.locator("#note summary").click()
    page.locator("#note-words").fill(NOTE)
    page.locator("#note-response").select_option("will-look-into-it")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.locator("ol.ledger")).to_contain_text("will look into it")
    page.locator("#outcome summary").click()
    page.locator("#outcome-kind").select_option("better-conditions")
    page.locator("#outcome-when").fill(briefing.next_due)
    page.locator("#outcome-inference").fill("told by the family")
    page.get_by_role("button", name="Record the outcome").click()
    cleared_view = shown(page, address)
    assert "better conditions" in cleared_view
    assert CANARY in page.content()
    page.goto(f"{address}?as=public")
    expect(page.locator("main")).to_contain_text("Nothing of this page is published")
    page.get_by_role("button", name="Sign out").click()

    signs_in(page, office, "clerk", "two dry wells")
    for below, before in clerk_before.items():
        assert shown(page, f"{office.address}{below}") == before, below
        assert CANARY not in page.content()
    page.get_by_role("button", name="Sign out").click()

    # 6. Publish: nothing of the person until somebody decides so
    assert person.runs("twotrack publish site").status == 0
    site = files_of(person.place / "site")
    assert not any(form.encode() in content for form in briefing.forms for content in site.values())
    assert not any(case in path or case.encode() in content for path, content in site.items())
    office.closes()
    assert person.runs("twotrack clear ID --as name", ID=case, given="it helps").status == 0
    assert person.runs("twotrack publish site").status == 0
    site = files_of(person.place / "site")
    assert briefing.quote in site[f"cases/{case}.html"].decode()
    assert CANARY.encode() not in b"".join(site.values())
    page.goto((person.place / "site" / "cases" / f"{case}.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text(briefing.name)
    expect(page.locator("blockquote").first).to_be_visible()

    other = without_confidential_rows(person.record, before_note, person.place / "other")
    assert person.twotrack("--record", str(other), "publish", "site-without").status == 0
    assert files_of(person.place / "site-without") == site

    # 7. Prove it, and forget somebody
    assert "All rules hold" in person.runs("twotrack check").out
    assert person.runs("twotrack forget ID --why request", ID="-", given=briefing.name).status == 2
    forgotten = person.twotrack("forget", "-", "--why", "request", "--yes", given=briefing.name)
    assert forgotten.status == 0, forgotten.err
    values = everything_in(person.record)
    assert [form for form in (briefing.name, *briefing.forms[1:], CANARY) if form in values] == []
    words = "\n".join(
        line for line in values.split("\n") if "b'" not in line and 'b"' not in line
    )  # not the sealed bytes
    assert not re.search(rf"\b{briefing.forms[0]}\b", words)  # the surname alone
    assert "1 erased" in person.runs("twotrack check").out
    assert person.twotrack("publish", "site").status == 0
    assert not any(
        form.encode() in content for form in briefing.forms[1:] for content in files_of(person.place / "site").values()
    )

    # 8. The passphrase wrong; no plain word in the folder
    wrong = person.place / "wrong"
    wrong.write_text("not this one\n")
    refused = person.twotrack("check", secret=wrong)
    assert (refused.status, len(refused.err.strip().splitlines())) == (1, 1)
    capitals = {word.encode() for word in re.findall(r"[A-Z][a-z]{7,}", text)}
    for file in person.record.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert not [word for word in capitals if word in content], file.name

    # the documentation's lines were followed, each and in its order
    documented = re.findall(r"^twotrack .*$", DOCS.read_text("utf-8"), re.M)
    assert person.followed == documented


def test_a_record_without_encryption_keeps_no_form_of_a_forgotten_name(person: Person, briefing: Briefing) -> None:
    assert person.twotrack("init", "--unencrypted").status == 0
    assert person.twotrack("ingest", "--public", "briefing.txt").status == 0
    rows = [json.loads(line) for line in person.twotrack("review", "--format", "json").out.splitlines()]
    case = next(row for row in rows if row["kind"] == "case" and row["data"]["name"] == briefing.name)
    assert person.twotrack("review", "accept", case["id"]).status == 0
    assert briefing.forms[1].encode() in all_bytes(person.record)
    done = person.twotrack("forget", "-", "--why", "harm", "--yes", given=briefing.name)
    assert done.status == 0, done.err
    assert "destroyed" in done.out
    content = all_bytes(person.record)
    assert [
        form for form in briefing.forms[1:] if form.encode() in content or form.encode("utf-16-le") in content
    ] == []
    assert person.twotrack("ingest", "--public", "briefing.txt").out.count("already there") == 1
    assert "1 erased" in person.twotrack("check").out


def all_bytes(record: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(record.rglob("*")) if path.is_file())
