"""The map over documents: in order, by any executor, and whatever happens to a process."""

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from twotrack.cli.jobs import SMALL, How, Inline, Processes, read_all, read_each, read_one
from twotrack.cli.read import Read, for_text
from twotrack.sources.raw import Failure, RawSource

DATES = How(only=frozenset({"dates"}))
work = partial(read_one, make=for_text, how=DATES)


def sources(number: int, size: int = 200) -> Iterator[RawSource | Failure]:
    """So many documents, one of which could not be got."""
    for count in range(number):
        if count == 1:
            yield Failure(place="lost", error="lost cannot be read")
        content = f"MS. TEVE: They met on {count + 1} March 2031.\n".encode().ljust(size)
        yield RawSource(
            content=content,
            place=str(count),
            name="x",
            media_type="text/plain",
            got_at=datetime(2031, 3, 13, tzinfo=UTC),
        )


def places(results: list[Read | Failure]) -> list[str]:
    return [one.place if isinstance(one, Failure) else one.reading.source for one in results if one]  # type: ignore[union-attr]


EXPECTED = ["0", "lost", "1", "2", "3"]


@pytest.mark.parametrize("executor", [Inline, partial(ThreadPoolExecutor, 2)], ids=["inline", "threads"])
def test_any_executor_gives_the_same_in_the_same_order(executor: type[Inline]) -> None:
    with executor() as pool:
        assert places(list(read_each(sources(4), work, pool, ahead=2))) == EXPECTED


@pytest.mark.process
def test_documents_of_a_process_that_was_stopped_are_read_by_another() -> None:
    with Processes(2) as pool:
        results = read_each(sources(40, size=20_000), work, pool, ahead=6)
        got = [next(results)]
        for process in multiprocessing.active_children():
            process.kill()
        got += results
    assert places(got)[2:] == [str(number) for number in range(1, 40)]
    assert [one for one in got if isinstance(one, Failure)] == [Failure(place="lost", error="lost cannot be read")]


@pytest.mark.process
@pytest.mark.parametrize("size", [100, SMALL])
def test_small_and_large_documents_are_read_alike(size: int) -> None:
    assert places(list(read_all(sources(4, size), for_text, DATES, jobs=2))) == EXPECTED


@pytest.mark.process
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes as Linux shows them")
def test_when_the_first_process_is_killed_the_others_end(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text("MS. TEVE: They met on 3 March 2031.\n\n" * 3_000)
    mark = f"TWOTRACK_TEST={tmp_path}"
    command = [sys.executable, "-m", "twotrack", "read", str(tmp_path), "--jobs", "2", "--format", "json"]
    first = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "TWOTRACK_TEST": str(tmp_path)}
    )
    assert first.stdout is not None
    first.stdout.readline()
    assert len(bearing(mark)) > 2
    first.kill()
    first.stdout.close()
    first.wait()
    until = time.monotonic() + 20
    while bearing(mark) and time.monotonic() < until:
        time.sleep(0.05)
    assert bearing(mark) == []


@pytest.mark.process
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes as Linux shows them")
@pytest.mark.parametrize("wait", [0.0, 0.2, 0.5, 0.8])
def test_ctrl_c_is_one_line_while_processes_start(tmp_path: Path, wait: float) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text("MS. TEVE: They met on 3 March 2031.\n\n" * 3_000)
    command = [sys.executable, "-m", "twotrack", "read", str(tmp_path), "--jobs", "6", "--format", "json"]
    environment = {**os.environ, "TWOTRACK_TEST": str(tmp_path)}
    first = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True, env=environment
    )
    while len(bearing(f"TWOTRACK_TEST={tmp_path}")) < 2 and first.poll() is None:
        time.sleep(0.02)
    time.sleep(wait)
    os.killpg(first.pid, signal.SIGINT)
    _, said = first.communicate(timeout=60)
    assert b"Traceback" not in said
    assert said.strip().count(b"\n") == 0


def bearing(mark: str) -> list[str]:
    """The processes in whose environment a mark stands."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark.encode() in (place / "environ").read_bytes().split(b"\0"):
                found.append(place.name)
    return found


def test_no_more_is_taken_than_is_in_hand() -> None:
    taken = []

    def noted() -> Iterator[RawSource | Failure]:
        for source in sources(50):
            taken.append(source)
            yield source

    with ThreadPoolExecutor(1) as pool:
        next(read_each(noted(), work, pool, ahead=3))
    assert len(taken) == 4
