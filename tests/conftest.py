"""What is dear to make and shared by tests: a record."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from browsers import browser as browser
from commands import opened as opened
from commands import twotrack as twotrack
from demonstrations import built_fictional as built_fictional
from demonstrations import fictional_record as fictional_record
from makers import MadeRecord, copy_record, make_record
from twotrack.record import folder, keyring


@pytest.fixture(scope="session")
def made_record(tmp_path_factory: pytest.TempPathFactory) -> MadeRecord:
    """An encrypted record, made once; copy it, do not write to it."""
    return make_record(tmp_path_factory.mktemp("made") / "record")


@pytest.fixture
def closed_record(made_record: MadeRecord, tmp_path: Path) -> MadeRecord:
    """An encrypted record of one's own, closed: for tests that open it themselves."""
    return copy_record(made_record, tmp_path / "record")


@pytest.fixture
def record(closed_record: MadeRecord) -> Iterator[MadeRecord]:
    """An encrypted record of one's own, open, in a cleared context."""
    folder.attach(closed_record.folder, closed_record.record_key)
    with keyring.cleared():
        yield closed_record
    folder.detach()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their argument: archives hold the time they were made, and the processes that test must agree."""
    return argname if isinstance(val, bytes) else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say, on the last line but one, that the tests in a browser were left out (tests/run.sh)."""
    if os.environ.get("TWOTRACK_NO_BROWSER"):
        terminalreporter.write_line("Without the tests in a browser: no Chromium here, and only root can install it.")
