"""The process that reads nothing itself: it holds the parsers loaded and copies itself once for every source.

A copy starts in milliseconds, and no two sources ever meet in one process. The bytes go from the parent to the copy by a
socket that the parent makes for this one source and hands through here; this process never reads from it. It ends when
its parent ends, and takes a copy that is still at work with it.
"""

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from twotrack.errors import SourceError
from twotrack.sources import encoding, frames, seal
from twotrack.sources.frames import End
from twotrack.sources.limits import Allowance
from twotrack.sources.raw import Document, Failure, Member
from twotrack.wordless import describe

_LONGEST_TASK = 8_192  # bytes
_DATA = 3  # where a copy has its socket
_DESCRIPTORS = 1_024  # more than this process ever opens
_PIECE = 1 << 20
_LOADED_LATE = (
    "email.parser",
    "email.headerregistry",
    "email.generator",
    "email._header_value_parser",
    "email.iterators",
)


def main() -> None:
    """Serve the parent at the other end of descriptor 0 until it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    seal.prepare()
    encoding.load()
    control = socket.socket(fileno=0)
    woken = _wake_on_end_of_copy()
    _say(control, layers=sorted(_trial(control, woken)))
    gc.freeze()
    while True:
        task, data = _next(control)
        try:
            function = _function(task)
        except Exception as error:  # a library that is missing or broken
            os.close(data)
            _say(control, missing=describe(error))
            continue
        pid = _copied(lambda: serve(function, task, _DATA), data)  # noqa: B023  (the copy is made before it returns)
        os.close(data)
        _say(control, **_watched(pid, control, woken, task["wall"]))


def serve_alone() -> None:
    """One source on standard input, its answer on standard output: where processes cannot be copied."""
    seal.prepare()
    encoding.load()
    answer = os.dup(1)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, answer):
            msvcrt.setmode(descriptor, os.O_BINARY)
    task = json.loads(sys.argv[1])
    serve(_function(task), task, 0, answer)


def serve(function: Callable[..., Any], task: dict[str, Any], data: int, answer: int | None = None) -> None:
    """Read one source to its end, say what the function makes of it, and be gone. Never returns."""
    answer = data if answer is None else answer
    end = End.FAULT
    try:
        layers = seal.seal(Allowance(**task["allowance"]))
        if task["sealed"] and seal.Layer.SECCOMP not in layers:
            os._exit(End.UNSEALED)
        for found in _answers(function, task["arguments"], _read(data)):
            for piece in frames.encode(found):
                _write(answer, piece)
        _write(answer, frames.ending())
        end = End.DONE
    except MemoryError:
        end = End.MEMORY
    finally:
        os._exit(end)


def _answers(
    function: Callable[..., Any], arguments: dict[str, int], content: bytes
) -> Iterable[Document | Member | Failure]:
    """What the function finds; where it refuses or fails, one line that holds no word of the source."""
    try:
        found = function(content, **arguments)
        if isinstance(found, Document):
            yield found
        else:
            yield from found
    except MemoryError:
        raise
    except SourceError as error:
        yield Failure(place="", error=str(error))
    except RecursionError:
        yield Failure(place="", error="is nested too deeply to be read: save it as text first")
    except Exception as error:
        yield Failure(
            place="", error=f"is damaged or unusual and cannot be read ({describe(error)}): save it as text first"
        )


def _function(task: dict[str, Any]) -> Callable[..., Any]:
    """The function a task names, loaded here, with what it would load when it is called: a copy can open no file.

    A module that loads more at its first use has a function `warm` that uses it once."""
    known = task["module"] in sys.modules
    module = importlib.import_module(task["module"])
    if not known:
        for name in _LOADED_LATE:
            if name.partition(".")[0] in sys.modules:
                importlib.import_module(name)
        getattr(module, "warm", lambda: None)()
    function: Callable[..., Any] = getattr(module, task["function"])
    return function


def _next(control: socket.socket) -> tuple[dict[str, Any], int]:
    content, descriptors, _, _ = socket.recv_fds(control, _LONGEST_TASK, 1)
    if not content or not descriptors:
        os._exit(0)
    return json.loads(content), descriptors[0]


def _say(control: socket.socket, **said: object) -> None:
    try:
        control.sendall(json.dumps(said).encode() + b"\n")
    except OSError:
        os._exit(0)


def _copied(work: Callable[[], None], data: int) -> int:
    """The id of a copy of this process that does the work and ends; it has no other descriptor than `data`, as number 3."""
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        seal.die_with(parent)
        os.dup2(1, 0)
        if data != _DATA:
            os.dup2(data, _DATA)
        os.closerange(_DATA + 1, _DESCRIPTORS)
        work()
    finally:
        os._exit(End.FAULT)


def _trial(control: socket.socket, woken: int) -> list[str]:
    """What holds a copy on this system: one is made, sealed and asked."""
    reading, writing = os.pipe()

    def work() -> None:
        os.write(_DATA, " ".join(seal.seal(Allowance())).encode())

    pid = _copied(work, writing)
    os.close(writing)
    _watched(pid, control, woken, Allowance().wall)
    layers = os.read(reading, 1000).decode().split()
    os.close(reading)
    return layers


def _watched(pid: int, control: socket.socket, woken: int, wall: float) -> dict[str, object]:
    """Wait for a copy's end, or end it when its time is over or the parent is gone."""
    deadline, late = time.monotonic() + wall, False
    while True:
        ended, status, _ = os.wait4(pid, os.WNOHANG)
        if ended:
            return {"code": os.waitstatus_to_exitcode(status), "late": late}
        left = deadline - time.monotonic()
        if left <= 0:
            late = True
            os.kill(pid, signal.SIGKILL)
            deadline = time.monotonic() + wall
            continue
        ready, _, _ = select.select([control.fileno(), woken], [], [], left)
        if control.fileno() in ready:  # the parent never speaks before it has an answer: it is gone
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            os._exit(0)
        with contextlib.suppress(BlockingIOError):
            os.read(woken, 512)


def _wake_on_end_of_copy() -> int:
    """A descriptor that can be read from when a copy has ended."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    return reading


def _read(descriptor: int) -> bytes:
    pieces = []
    while piece := os.read(descriptor, _PIECE):
        pieces.append(piece)
    return b"".join(pieces)


def _write(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
