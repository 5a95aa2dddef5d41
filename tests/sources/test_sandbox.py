"""Parsers that are hostile, broken or greedy are held, and the next source is read."""

import importlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from twotrack.errors import SourceError
from twotrack.sources import frames, sandbox
from twotrack.sources.limits import Allowance
from twotrack.sources.raw import Document, Failure, Member
from twotrack.sources.sandbox import Task, ask

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")
SMALL = Allowance(memory=200_000_000, cpu=1, wall=5, output=2_000_000)


@pytest.fixture(autouse=True)
def probes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    sandbox.close()
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    yield
    sandbox.close()


def probe(function: str, content: bytes = b"words", **changes: Any) -> str:
    task = replace(Task(module="probes", function=function, allowance=SMALL), **changes)
    (document,) = ask(task, content)
    assert isinstance(document, Document)
    return document.text


def refusal(function: str, content: bytes = b"words", **changes: Any) -> str:
    with pytest.raises(SourceError) as refused:
        probe(function, content, **changes)
    assert str(refused.value).isprintable()
    assert probe("extract_text", b"next") == "next"
    return str(refused.value)


needs_seal = pytest.mark.skipif(sys.platform != "linux", reason="the system has no seccomp")


@needs_seal
def test_a_parser_reaches_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    assert probe("reach", str(tmp_path / "secret").encode(), sealed=True) == "none"
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


REACHED_WITHOUT = ["read a file", "write a file", "stat a file", "list a folder", "TCP", "UDP", "Unix socket", "fork"]


@pytest.mark.parametrize("name", REACHED_WITHOUT)
def test_the_tries_succeed_where_nothing_holds_them(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    tries = importlib.import_module("probes").TRIES
    done = tries[name](str(tmp_path / "secret"))
    if isinstance(done, int):
        os.close(done)
    elif isinstance(done, socket.socket):
        done.close()


@needs_seal
def test_a_parser_has_its_socket_and_nothing_else_open() -> None:
    with socket.socket(), open(os.devnull, "rb"):
        assert probe("descriptors") == "0 1 2 3"


def test_a_parser_knows_no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWOTRACK_SECRET", "x")
    sandbox.close()
    assert "TWOTRACK" not in probe("environment")


def test_each_source_has_a_process_of_its_own_and_one_parent() -> None:
    first, second = probe("process").split(), probe("process").split()
    assert first[0] != second[0]
    assert first[1] == second[1]
    assert str(os.getpid()) not in {*first, *second}


@pytest.mark.parametrize(
    ("function", "what"),
    [
        ("memory", "needs more than 200 MB"),
        ("native_memory", "needs more than 200 MB"),
        ("work", "more than 1 seconds of work"),
        ("flood", "unfolds to more than 2 MB"),
        ("long_text", "unfolds to more than 2 MB"),
        ("abort", "stopped what reads it"),
        ("crash", "stopped what reads it"),
        ("leave", "damaged or unusual"),
        ("fail", "ValueError at"),
        ("nest", "nested too deeply"),
        ("refuse", r"is \\x1b\[2Jbad"),
    ],
)
def test_what_a_parser_does_wrong_is_said_in_one_line_and_the_next_is_read(function: str, what: str) -> None:
    allowance = replace(SMALL, memory=600_000_000) if function == "long_text" else SMALL
    with pytest.raises(SourceError, match=what):
        probe(function, allowance=allowance)
    assert "words" not in refusal(function, allowance=allowance)


def test_a_parser_that_waits_is_ended_by_the_clock() -> None:
    assert "took more than 1 seconds" in refusal("sleep", allowance=replace(SMALL, wall=1))


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"nonsense" * 10,
        b"D" + (2**62).to_bytes(8, "big") + bytes(4),
        b"D" + (10).to_bytes(8, "big") + (2**31).to_bytes(4, "big") + b"x" * 10,
        b"D" + (4).to_bytes(8, "big") + (4).to_bytes(4, "big") + b"null",
        b"D" + (900_000).to_bytes(8, "big") + (900_000).to_bytes(4, "big") + b"[" * 900_000,
        b"".join(frames.encode(Document(text="a", extractor="x/1", body=9))) + frames.ending(),
        b"".join(frames.encode(Document(text="a\0", extractor="x/1"))) + frames.ending(),
        b"".join(frames.encode(Document(text="a", extractor="\x1b"))) + frames.ending(),
        b"".join(frames.encode(Document(text="a", extractor="x/1"))),
    ],
    ids=["nothing", "noise", "huge", "long head", "null", "deep", "body", "text rule", "extractor", "no end"],
)
def test_an_answer_that_is_not_well_formed_is_no_answer(said: bytes) -> None:
    with pytest.raises(SourceError, match=r"cannot be read|unfolds"):
        probe("lie", said)


def test_names_of_members_lead_nowhere_and_command_no_terminal() -> None:
    assert ask(Task(module="probes", function="some"), b"") == [
        Member(name="a\\x1b.txt", content=b"words"),
        Failure(place="b", error="is bad"),
    ]


def test_a_parser_that_cannot_be_loaded_is_said_so() -> None:
    with pytest.raises(SourceError, match="cannot be loaded"):
        ask(Task(module="no_such_parser"), b"words")
    assert probe("extract_text") == "words"


def test_what_a_parser_prints_is_seen_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert probe("print_words", b"confidential") == "printed"
    assert capfd.readouterr() == ("", "")


def test_a_large_source_that_is_not_read_holds_nobody_up() -> None:
    assert "1 MB" in refusal("extract_text", bytes(50_000_000), allowance=replace(SMALL, memory=1_000_000))


def test_sources_are_read_side_by_side_in_threads() -> None:
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda number: probe("extract_text", str(number).encode()), range(40)))
    assert found == [str(number) for number in range(40)]


def test_a_process_that_was_ended_from_outside_is_made_anew() -> None:
    os.kill(int(probe("process").split()[1]), signal.SIGKILL)
    time.sleep(0.1)
    assert probe("extract_text") == "words"


def test_a_copy_of_the_program_uses_processes_of_its_own() -> None:
    before = probe("process").split()[1]
    reading, writing = os.pipe()
    if not (copy := os.fork()):
        os.write(writing, probe("process").split()[1].encode())
        sandbox.close()
        os._exit(0)
    os.waitpid(copy, 0)
    assert os.read(reading, 100).decode() != before
    assert probe("process").split()[1] == before
    os.close(reading)
    os.close(writing)


def gone(pid: int) -> bool:
    """Whether a process is gone within ten seconds, a zombie counted as gone."""
    for _ in range(200):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def program(act: str) -> subprocess.Popen[bytes]:
    code = f"import sys; sys.path[:] = sys.argv[1:]; from twotrack.sources.sandbox import *; {act}"
    return subprocess.Popen(
        [sys.executable, "-c", code, *sys.path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


WHO = "import os; print(ask(Task(module='probes', function='process'), b'')[0].text.split()[1], flush=True)"


@pytest.mark.process
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_when_the_program_ends_so_do_its_processes_at_work(end: signal.Signals) -> None:
    running = program(f"{WHO}; ask(Task(module='probes', function='sleep'), b'')")
    assert running.stdout is not None
    zygote = int(running.stdout.readline())
    children = Path(f"/proc/{zygote}/task/{zygote}/children")
    for _ in range(100):
        if copies := children.read_text().split():
            break
        time.sleep(0.05)
    running.send_signal(end)
    running.communicate(timeout=20)
    assert gone(zygote)
    assert all(gone(int(copy)) for copy in copies)


@pytest.mark.process
def test_nothing_is_left_when_the_program_ends_well() -> None:
    running = program(WHO)
    said, complaints = running.communicate(timeout=60)
    assert running.returncode == 0
    assert complaints == b""
    assert sys.platform != "linux" or gone(int(said))


@pytest.mark.process
def test_closed_standard_streams_and_a_folder_that_is_gone_do_not_matter(tmp_path: Path) -> None:
    act = (
        "import os; os.close(0); os.close(2); os.chdir(sys.argv[1]); os.rmdir(sys.argv[1]);"
        "print(ask(Task(module='probes'), b'words')[0].text, flush=True)"
    )
    (tmp_path / "cwd").mkdir()
    code = f"import sys; sys.path[:] = sys.argv[2:]; from twotrack.sources.sandbox import *; {act}"
    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "cwd"), *sys.path], stdout=subprocess.PIPE, check=True, timeout=60
    )
    assert said.stdout == b"words\n"


@needs_seal
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to become another user")
def test_a_user_without_rights_seals_as_well() -> None:
    code = (
        "import os, sys; sys.path[:] = sys.argv[1:]; from twotrack.sources import seal; from twotrack.sources.limits import *;"
        "import socket, landlockpy, seccompy, resource; os.setgroups([]); os.setgid(65534); os.setuid(65534);"
        "seal.prepare(); print(*sorted(seal.seal(Allowance())))"
    )
    said = subprocess.run([sys.executable, "-c", code, *sys.path], capture_output=True, text=True, check=True)
    assert "seccomp" in said.stdout.split()
    assert "limits" in said.stdout.split()


def test_nothing_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    sandbox.close()
    probe("extract_text", b"words" * 100_000)
    refusal("abort")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_crash_can_leave_no_core_dump() -> None:
    zygote = int(probe("process").split()[1])
    (core,) = (line for line in Path(f"/proc/{zygote}/limits").read_text().splitlines() if "core" in line)
    assert core.split()[4:6] == ["0", "0"]
    assert Path(f"/proc/{zygote}").stat().st_uid == 0  # what cannot be dumped belongs to root


def test_a_confidential_source_is_refused_where_its_parser_cannot_be_shut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_COPIES", False)
    with pytest.raises(SourceError, match="--trust-parser"):
        probe("extract_text", sealed=True)
    assert probe("extract_text") == "words"


@pytest.mark.parametrize(("function", "what"), [("leave", "damaged"), ("flood", "unfolds"), ("abort", "stopped")])
def test_without_copies_each_source_gets_a_process_started_for_it(
    function: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_COPIES", False)
    assert what in refusal(function)


def test_one_line_says_once_what_does_not_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sandbox, "_COPIES", False)
    monkeypatch.setattr(sandbox, "_strength", [])
    monkeypatch.setattr(sandbox, "_warned", [])
    sandbox.warn_once()
    sandbox.warn_once()
    assert capsys.readouterr().err.count("\n") == 1
    assert not sandbox.strength().sealed
