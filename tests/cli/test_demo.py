"""`twotrack demo`: both records built and opened beside each other, closed cleanly, never built over somebody's work."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from commands import Twotrack

pytestmark = pytest.mark.process


def two_free_ports() -> int:
    """The first of two ports that are free."""
    while True:
        with socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
            try:
                two.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


def test_both_offices_open_by_name_and_ctrl_c_closes_them(tmp_path: Path, twotrack: Twotrack) -> None:
    port = two_free_ports()
    command = [sys.executable, "-m", "twotrack", "demo", str(tmp_path / "demo"), "--serve", "--port", str(port)]
    office = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ)
    try:
        assert office.stdout is not None
        said = [office.stdout.readline() for _ in range(5)]
        assert [line.split()[0] for line in said[2:4]] == ["fictional", "facts"]
        for line in said[2:4]:
            with urllib.request.urlopen(f"{line.split()[1]}/sign-in") as answer:
                assert answer.status == 200
        refused = twotrack("demo", str(tmp_path / "demo"), "--anew")
        assert refused.status == 1
        assert "in use" in refused.err
        office.send_signal(signal.SIGINT)
        out, err = office.communicate(timeout=30)
        assert office.returncode == 0
        assert "Traceback" not in out + err
        for number in (port, port + 1):
            with socket.socket() as free:  # connections that wind down do not count, a server that still listens does
                free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                free.bind(("127.0.0.1", number))
    finally:
        if office.poll() is None:
            office.terminate()
            office.communicate()


def test_a_folder_of_ones_own_is_left_alone(tmp_path: Path, twotrack: Twotrack) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    said = twotrack("demo", str(tmp_path), "--anew")
    assert said.status == 2
    assert (tmp_path / "letter.txt").read_text() == "keep me"
