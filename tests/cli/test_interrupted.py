"""Ctrl-C at any step: one line, nothing half written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import Twotrack
from makers import PASSPHRASE, MadeRecord

pytestmark = pytest.mark.process


LINE = "MR. HOLLIN: We met yesterday and today in Dunmarrow. We raised the case of Tamsin Orrel, who is detained.\n\n"


def interrupted(folder: Path, wait: float, *words: str) -> tuple[int, str]:
    """Run a command and send it Ctrl-C after so many seconds."""
    secret = folder.parent / "secret"
    secret.write_text(PASSPHRASE)
    before = [sys.executable, "-m", "twotrack", "--record", str(folder), "--passphrase-file", str(secret)]
    command = subprocess.Popen(
        [*before, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    )
    time.sleep(wait)
    command.send_signal(signal.SIGINT)
    _, err = command.communicate(timeout=120)
    return command.returncode, err


@pytest.mark.parametrize("wait", [0.5, 1.0, 2.0])
def test_an_interrupted_ingest_leaves_all_or_nothing(
    closed_record: MadeRecord, twotrack: Twotrack, tmp_path: Path, wait: float
) -> None:
    (tmp_path / "long.txt").write_text(LINE * 4_000)
    status, err = interrupted(closed_record.folder, wait, "ingest", str(tmp_path / "long.txt"))
    assert "Traceback" not in err
    assert status in (0, 130)
    said = twotrack("check")
    assert said.status == 0, said.out
    assert "0 sources" in said.out or "1 sources" in said.out
    assert not [path for path in closed_record.folder.parent.iterdir() if "making" in path.name]


def test_an_interrupted_init_leaves_nothing(tmp_path: Path) -> None:
    status, err = interrupted(tmp_path / "new", 0.8, "init")
    assert "Traceback" not in err
    if status == 130:
        assert not (tmp_path / "new").exists()
    assert not [path for path in tmp_path.iterdir() if "making" in path.name]


def test_a_huge_file_is_one_line(twotrack: Twotrack, tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(30_000_000)
    said = twotrack("ingest", str(tmp_path / "huge.txt"))
    assert said.status == 1
    assert len(said.err.strip().splitlines()) == 1
