"""The command line in the process of the test, with what it is given on standard input."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from makers import PASSPHRASE, MadeRecord
from twotrack.cli import run
from twotrack.record import folder, keyring


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


Twotrack = Callable[..., Said]


@pytest.fixture
def twotrack(
    closed_record: MadeRecord, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Twotrack:
    """Runs `twotrack --record ... --passphrase-file ... ARGUMENTS` on a record of the test's own."""
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE + "\n")

    def call(
        *arguments: str,
        given: str = "",
        given_bytes: bytes = b"",
        record: Path | None = None,
        passphrase_file: Path | None = None,
    ) -> Said:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given_bytes or given.encode()), "utf-8"))
        capsys.readouterr()
        before = ["--record", str(record or closed_record.folder), "--passphrase-file", str(passphrase_file or secret)]
        status = run([*before, *arguments])
        said = capsys.readouterr()
        return Said(status=status, out=said.out, err=said.err)

    return call


class Opened:
    """The record of the command, looked at from within: `with opened: ...`."""

    def __init__(self, made: MadeRecord) -> None:
        self._made = made

    def __enter__(self) -> None:
        folder.attach(self._made.folder, self._made.record_key)
        self._cleared = keyring.cleared()
        self._cleared.__enter__()

    def __exit__(self, *_: object) -> None:
        self._cleared.__exit__(None, None, None)
        folder.detach()


@pytest.fixture
def opened(closed_record: MadeRecord) -> Opened:
    return Opened(closed_record)
