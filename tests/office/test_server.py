"""The office as a server, and when things break."""

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from clients import Visitor
from makers import PASSPHRASE, MadeRecord
from twotrack.errors import RecordError
from twotrack.office.wsgi import make_server, run_server
from twotrack.record import folder


def test_the_server_answers_and_stops(closed_record: MadeRecord) -> None:
    with folder.opened(closed_record.folder, PASSPHRASE) as record, run_server(record) as server:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/sign-in") as response:
            assert b"Sign in" in response.read()
            assert response.headers["Server"] is None
        port = server.port
    with socket.socket() as free:
        assert free.connect_ex(("127.0.0.1", port)) != 0


def test_no_request_and_no_response_goes_through_a_temporary_file(closed_record: MadeRecord) -> None:
    with folder.opened(closed_record.folder, PASSPHRASE) as record, run_server(record) as server:
        settings = server.waitress.adj
        assert settings.inbuf_overflow > settings.max_request_body_size
        assert settings.outbuf_overflow > 1 << 32


def test_a_busy_port_is_one_line(closed_record: MadeRecord) -> None:
    with folder.opened(closed_record.folder, PASSPHRASE) as record, socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        with pytest.raises(RecordError, match="choose another with --port"):
            make_server(record, port=busy.getsockname()[1])


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_serve_prints_its_address_and_stops_cleanly(closed_record: MadeRecord, tmp_path: Path, how: int) -> None:
    (tmp_path / "secret").write_text(PASSPHRASE + "\n")
    command = [sys.executable, "-c", "from twotrack.cli import main; main()", "--record", str(closed_record.folder)]
    command += ["--passphrase-file", str(tmp_path / "secret"), "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith("http://localhost:")
    with urllib.request.urlopen(f"{address.replace('localhost', '127.0.0.1')}/sign-in") as response:
        assert response.status == 200
    process.send_signal(how)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 0
    assert said.strip() == "The office is closed and the record is locked."


def test_a_fault_shows_and_logs_no_words(
    record: MadeRecord, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Quarrelbird Fenn")

    monkeypatch.setattr("twotrack.office.views.home.home_page", broken)
    visitor = Visitor("officer")
    visitor.client.raise_request_exception = False
    response = visitor.asks("/")
    assert response.status_code == 500
    assert "nothing was half written" in response.content.decode()
    assert "Quarrelbird" not in response.content.decode() + capsys.readouterr().err


def test_static_files_are_served_and_nothing_beside_them(record: MadeRecord) -> None:
    stranger = Visitor(None)
    assert stranger.asks("/static/office/office.css").headers["Cache-Control"] == "public, max-age=3600"
    assert stranger.asks("/static/../settings.py").status_code == 404
    assert stranger.asks("/static/office").status_code == 404
