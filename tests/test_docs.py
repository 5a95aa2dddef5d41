"""The documents are true: pages made from the code are current, commands in them are real, links lead somewhere."""

import importlib.util
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import click
import pytest

from twotrack import __version__, cli
from twotrack.vocabulary import Clarity, MeetingKind

TOP = Path(__file__).parents[1]
BY_HAND = sorted(path for path in (*TOP.glob("*.md"), *(TOP / "docs").glob("*.md")))


def making() -> ModuleType:
    """docs/make.py as a module."""
    spec = importlib.util.spec_from_file_location("docs_make", TOP / "docs" / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(path: Path) -> Iterator[str]:
    """The lines of a document's code blocks, a line that goes on joined."""
    for block in re.findall(r"^```\w*\n(.*?)^```", path.read_text("utf-8"), re.M | re.S):
        yield from (line.strip() for line in block.replace("\\\n", " ").splitlines() if line.strip())


PAGES = ["words.md", "commands.md", "reading-json.md", "data-model.md", "pictures/data-model.svg"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_made_from_the_code_is_current(page: str) -> None:
    assert (TOP / "docs" / page).read_text("utf-8") == making().PAGES[page](), "call `make docs`"


def test_the_words_hold_every_member_of_the_closed_lists() -> None:
    page = making().words()
    assert all(f"`{member.value}`" in page for member in (*Clarity, *MeetingKind))
    assert "| case | One matter" in page


def test_the_commands_hold_every_command_and_option() -> None:
    page = making().commands()
    assert all(f"## twotrack {name}\n" in page for name in cli.COMMANDS)
    assert all(option in page for option in ("--html FILE", "--passphrase-file FILE", "--unencrypted"))


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.name)
def test_each_command_in_a_document_is_real(path: Path) -> None:
    told = [
        shlex.split(line, comments=True)
        for line in blocks(path)
        if line.startswith(("twotrack ", ".venv/bin/twotrack "))
    ]
    for words in told:
        parse(words[1 : _first(words, ("|", "<", ">", "&&"))])


def _first(words: list[str], stops: tuple[str, ...]) -> int:
    return next((number for number, word in enumerate(words) if word in stops), len(words))


def parse(arguments: list[str]) -> None:
    """Parse a command line as the program would, without running it; wrong use is a UsageError."""
    group = cli.twotrack.make_context("twotrack", list(arguments), resilient_parsing=False)
    name, command, rest = cli.twotrack.resolve_command(group, [*group._protected_args, *group.args])
    assert command is not None
    command.make_context(name, rest, parent=group)


def test_a_command_that_is_not_there_would_be_seen() -> None:
    with pytest.raises(click.UsageError):
        parse(["read", "briefing.txt", "--no-such-option"])
    with pytest.raises(click.UsageError):
        parse(["raed", "briefing.txt"])


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.name)
def test_each_make_target_in_a_document_is_real(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (TOP / "Makefile").read_text("utf-8"), re.M))
    told = [line.split()[1] for line in blocks(path) if re.match(r"make [a-z]", line)]
    told += re.findall(r"`make ([a-z]+)[^`]*`", path.read_text("utf-8"))
    assert set(told) <= targets


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.name)
def test_each_link_of_a_document_leads_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    headings = {
        re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-") for line in re.findall(r"^#+ (.*)", text, re.M)
    }
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        place, _, heading = link.partition("#")
        if place and not place.startswith("https://"):
            assert (path.parent / place).exists(), link
        if heading and not place:
            assert heading in headings, link


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.name)
def test_each_test_that_a_document_names_is_there(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [
        name
        for name in re.findall(r"`(tests/[\w/-]+\.\w+)`", text)
        if not (TOP / name).is_file() and "WORD" not in name
    ] == []
    assert sorted(set(re.findall(r"`(test_[a-z0-9_]+)`", text)) - names_of_tests()) == []


@cache
def names_of_tests() -> frozenset[str]:
    """Every test there is."""
    files = (TOP / "tests").rglob("test_*.py")
    return frozenset(name for path in files for name in re.findall(r"def (test_\w+)\(", path.read_text("utf-8")))


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## \[([^\]]+)\]", (TOP / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert versions[0] in ("Unreleased", __version__)
    assert __version__ in versions


def _tests_named(text: str) -> list[tuple[str, str]]:
    return re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", text)


def test_each_control_of_the_security_page_names_tests_that_are_there() -> None:
    text = (TOP / "docs" / "security.md").read_text("utf-8")
    named = _tests_named(text)
    missing = [(file, name) for file, name in named if not (TOP / file).is_file()]
    missing += [
        (file, name) for file, name in named
        if name and (TOP / file).is_file() and f"def {name}(" not in (TOP / file).read_text("utf-8")
    ]  # fmt: skip
    assert missing == []
    rows = [
        line for line in text.splitlines() if line.startswith("| ") and not line.startswith(("| control", "| chapter"))
    ]
    controls = rows[: next(number for number, row in enumerate(rows) if row.startswith("| V1 "))]
    assert [row for row in controls if not _tests_named(row)] == []
    assert len(controls) > 30
