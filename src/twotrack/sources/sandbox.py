"""Parsers at arm's length: each source is read by a process of its own, which gets bytes and can do nothing but answer.

The first use starts a process that has the parsers loaded (`zygote`); each source is read by a copy of it that is sealed
(`seal`) before it gets a byte, answers in checked frames (`frames`) and ends. Nothing is written to disk on the way.
Where a system cannot copy a process (Windows), each source gets one started anew; `strength` says what holds it there.
"""

import atexit
import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from twotrack.errors import SourceError
from twotrack.sources import frames
from twotrack.sources.frames import Answer, End
from twotrack.sources.limits import MB, Allowance
from twotrack.sources.raw import Failure
from twotrack.sources.seal import Layer

_ALLOWANCE = Allowance()
_GRACE = 20  # seconds beyond the allowance that an answer may take before its process is given up
_KEPT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")  # what a Python may need to start; no secret of ours
_COPIES = hasattr(os, "fork") and hasattr(socket, "send_fds") and sys.platform != "win32"
_BEGIN = "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); from twotrack.sources import zygote; zygote.{}()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a child is to do with the bytes of a source: which function of which module, with which numbers."""

    module: str
    function: str = "extract_text"
    arguments: dict[str, int] = field(default_factory=dict)
    allowance: Allowance = _ALLOWANCE
    sealed: bool = False
    """Read nothing unless files, network and other processes are proved to be shut."""


@dataclass(frozen=True, slots=True)
class Strength:
    """What holds a parser in on this system."""

    layers: frozenset[Layer]

    @property
    def sealed(self) -> bool:
        """Whether a parser can reach no file, no network and no other process."""
        return Layer.SECCOMP in self.layers


class _LostError(Exception):
    """The process that makes copies is gone, and no source was handed to it."""


class _Zygote:
    """The parent's end of one process that makes copies of itself. One source at a time."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                _command("main"),
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env=_environment(),
                start_new_session=True,  # Ctrl-C reaches the parent alone, which then ends this
            )
        self._control.settimeout(Allowance().wall + _GRACE)
        self._heard = b""
        try:
            self.layers = frozenset(Layer(name) for name in self._hear()["layers"])
        except BaseException:
            self.close()
            raise

    def ask(self, task: Task, content: bytes) -> list[Answer]:
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                message = {**asdict(task), "wall": task.allowance.wall}
                try:
                    socket.send_fds(self._control, [json.dumps(message).encode()], [theirs.fileno()])
                except OSError:
                    raise _LostError from None
            ours.settimeout(task.allowance.wall + _GRACE)
            with contextlib.suppress(ConnectionError):  # it ended before it had read all: its end says why
                ours.sendall(content)
                ours.shutdown(socket.SHUT_WR)
            with ours.makefile("rb") as stream:
                answers, fault = _heard(stream.read, task.allowance.output)
        self._control.settimeout(task.allowance.wall + _GRACE)
        return _judged(answers, fault, self._hear(), task.allowance)

    def close(self) -> None:
        """End it, and a copy that is at work, now."""
        self._control.close()
        self._process.kill()
        self._process.wait()

    def forget(self) -> None:
        """In a copy of this very process: it belongs to another."""
        self._control.close()
        self._process.returncode = 0

    def _hear(self) -> dict[str, Any]:
        while b"\n" not in self._heard:
            piece = self._control.recv(4096)
            if not piece:
                raise _LostError
            self._heard += piece
        line, self._heard = self._heard.split(b"\n", 1)
        said: dict[str, Any] = json.loads(line)
        return said


_idle: list[_Zygote] = []
_guard = threading.Lock()
_strength: list[Strength] = []
_warned: list[bool] = []


def ask(task: Task, content: bytes) -> list[Answer]:
    """What a process of its own makes of the bytes. Raises SourceError, in one line without a place, where it refuses,
    fails, or takes more than its allowance; the next source is read all the same."""
    if not _COPIES:
        return _ask_alone(task, content)
    for again in (True, False):
        try:
            return _ask_copy(task, content)
        except _LostError:
            if not again:
                raise SourceError("cannot be read: the process that reads such files does not start") from None
    raise AssertionError


def strength() -> Strength:
    """What holds on this system, tried once."""
    if not _strength:
        if _COPIES:
            with contextlib.suppress(_LostError, OSError, ValueError):
                zygote = _taken()
                _strength.append(Strength(zygote.layers))
                _given_back(zygote)
        if not _strength:
            _strength.append(Strength(frozenset({Layer.PROCESS})))
    return _strength[0]


def warn_once() -> None:
    """One line on standard error, once a run, where parsers cannot be shut off from files and network here."""
    if _warned or sys.stderr is None or strength().sealed:
        return
    _warned.append(True)
    print(
        "twotrack: warning: this system cannot shut a parser off from files and network; limits on time and memory hold "
        "as far as it has them. Read files from strangers elsewhere, or save them as text first.",
        file=sys.stderr,
    )


def close() -> None:
    """End all processes that wait for sources."""
    with _guard:
        waiting = _idle[:]
        _idle.clear()
    for zygote in waiting:
        zygote.close()


def _ask_copy(task: Task, content: bytes) -> list[Answer]:
    zygote = _taken()
    try:
        answers = zygote.ask(task, content)
    except SourceError:
        _given_back(zygote)
        raise
    except _LostError:
        zygote.close()
        raise
    except (OSError, ValueError, KeyError):
        zygote.close()
        raise SourceError("cannot be read: the process that reads it did not answer") from None
    except BaseException:  # Ctrl-C: what it would say next belongs to no one
        zygote.close()
        raise
    _given_back(zygote)
    return answers


def _taken() -> _Zygote:
    with _guard:
        if _idle:
            return _idle.pop()
    return _Zygote()


def _given_back(zygote: _Zygote) -> None:
    with _guard:
        _idle.append(zygote)


def _ask_alone(task: Task, content: bytes) -> list[Answer]:
    """As `ask`, by a process started for this source."""
    if task.sealed:
        raise SourceError(_unsealed())
    message = json.dumps(asdict(task))
    process = subprocess.Popen(  # noqa: S603
        _command("serve_alone", message),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    late: list[bool] = []

    def give_up() -> None:
        late.append(True)
        process.kill()

    timer = threading.Timer(task.allowance.wall, give_up)
    feeder = threading.Thread(target=_feed, args=(process, content), daemon=True)
    with process:
        try:
            timer.start()
            feeder.start()
            assert process.stdout is not None
            answers, fault = _heard(process.stdout.read, task.allowance.output)
            if fault:
                process.stdout.close()
            process.wait()
        finally:
            timer.cancel()
            process.kill()
            feeder.join()
    return _judged(answers, fault, {"code": process.returncode, "late": bool(late)}, task.allowance)


def _feed(process: subprocess.Popen[bytes], content: bytes) -> None:
    assert process.stdin is not None
    with contextlib.suppress(OSError, ValueError):
        process.stdin.write(content)
    with contextlib.suppress(OSError):
        process.stdin.close()


def _heard(read: Callable[[int], bytes], limit: int) -> tuple[list[Answer], str]:
    """The answers, and what was wrong with the way they were given ("" if nothing)."""
    answers: list[Answer] = []
    try:
        answers.extend(frames.decode(read, limit))
    except frames.TooLongError:
        return [], f"unfolds to more than {limit // MB} MB: save what you need of it as text first"
    except (frames.BrokenAnswerError, OSError):
        return [], "is damaged or unusual and cannot be read: save it as text first"
    return answers, ""


def _judged(answers: list[Answer], fault: str, end: dict[str, Any], allowance: Allowance) -> list[Answer]:
    """The answers, where the child came to a good end; SourceError for what went wrong, the nearest cause first."""
    code = end.get("code", End.FAULT)
    if "missing" in end:
        raise SourceError(f"cannot be read: what reads it cannot be loaded ({end['missing']}): install Twotrack again")
    if end.get("late"):
        raise SourceError(f"took more than {allowance.wall} seconds to be read: {_SIMPLER}")
    if code == End.UNSEALED:
        raise SourceError(_unsealed())
    if code in _OVER_TIME:
        raise SourceError(f"took more than {allowance.cpu} seconds of work to be read: {_SIMPLER}")
    if code == End.MEMORY:
        raise SourceError(f"needs more than {allowance.memory // MB} MB to be read: {_SIMPLER}")
    if fault and (code >= 0 or "MB" in fault):
        raise SourceError(fault)
    if code != End.DONE:
        raise SourceError(
            f"stopped what reads it: it is damaged, made to do harm, or needs more than {allowance.memory // MB} MB: {_SIMPLER}"
        )
    for answer in answers:
        if isinstance(answer, Failure) and not answer.place:
            raise SourceError(answer.error)
    return answers


_SIMPLER = "save it as text first"
_OVER_TIME = (-24,)  # ended by SIGXCPU


def _unsealed() -> str:
    return (
        "is not plain text, and this system cannot shut its parser off from files and network: "
        "save it as text first, or trust the parser with --trust-parser"
    )


def _command(function: str, *arguments: str) -> list[str]:
    path = [str(Path(entry or ".").absolute()) for entry in sys.path]
    begin = _BEGIN.format(function)
    return [sys.executable, "-I", "-X", "utf8", "-c", begin, *arguments, json.dumps(path)]


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _KEPT if name in os.environ}


def _forget() -> None:
    global _guard
    _guard = threading.Lock()
    for zygote in _idle:
        zygote.forget()
    _idle.clear()


atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
