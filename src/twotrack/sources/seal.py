"""What a child gives up before it reads: memory and time without end, files, the network, other processes.

Three layers, each without root: limits (POSIX rlimits), Landlock (files, TCP, signals), seccomp (a short list of system
calls; every other one fails with EPERM). seccomp alone shuts all that is to be shut; Landlock stands behind it.
Where a layer is missing the others still hold, and the child says which do.
"""

import contextlib
import ctypes
import errno
import os
import signal
import socket
import sys
from enum import StrEnum
from pathlib import Path

from twotrack.sources.limits import Allowance


class Layer(StrEnum):
    """One thing that holds a child in."""

    PROCESS = "process"  # it is a process of its own, with limits on the clock and on what it says
    LIMITS = "limits"  # memory, processor time, files written, core dumps
    LANDLOCK = "landlock"
    SECCOMP = "seccomp"  # proved by trying: no file, no socket


ALLOWED = (
    *("munmap", "mremap", "madvise", "brk"),  # memory; mmap and mprotect too, but never executable: see _MAPPING
    *("read", "write", "readv", "writev", "close", "fstat", "lseek"),  # the socket, and what is open already
    *("clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "getrandom"),
    *("futex", "sched_yield", "restart_syscall"),
    *("rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack"),  # signals to itself
    *(
        "getpid",
        "gettid",
        "getppid",
        "getuid",
        "geteuid",
        "getgid",
        "getegid",
        "getrusage",
        "times",
        "uname",
        "sysinfo",
    ),
    *("sched_getaffinity", "exit", "exit_group"),
)
"""The system calls that a parser in Python or C needs once everything is loaded."""
_OLDER = ("time",)  # calls that x86-64 has and ARM has not
_MAPPING = {"mmap": 2, "mprotect": 2}  # call -> which argument holds the protection
_EXECUTABLE = 4  # PROT_EXEC
_NONE = ("RLIMIT_FSIZE", "RLIMIT_NPROC", "RLIMIT_NOFILE", "RLIMIT_MEMLOCK", "RLIMIT_MSGQUEUE", "RLIMIT_CORE")
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4
_MEASURED_FROM = "/proc/self/statm"


def prepare() -> None:
    """Load what sealing needs, once, in the process that will be copied: libc is looked up by running a program.

    Keeps this process and its copies from dumping core, also where a program of the system takes dumps."""
    with contextlib.suppress(OSError, ImportError):
        import landlockpy
        import seccompy

        landlockpy.abi_version()
        seccompy.supported()
    _prctl(_PR_SET_DUMPABLE, 0)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def die_with(parent: int) -> None:
    """End this process when its parent ends, for whatever reason."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def seal(allowance: Allowance) -> frozenset[Layer]:
    """Give everything up, as far as this system lets a process do so; what holds now. There is no way back."""
    layers = {Layer.PROCESS}
    taken = _taken()
    landlock = _landlock()  # before the limits: a set of rules takes a descriptor
    if _limit(taken + allowance.memory, allowance.cpu):
        layers.add(Layer.LIMITS)
    if landlock:
        layers.add(Layer.LANDLOCK)
    if _seccomp() and _is_shut():
        layers.add(Layer.SECCOMP)
    return frozenset(layers)


def _limit(memory: int, cpu: int) -> bool:
    try:
        import resource
    except ImportError:  # Windows
        return False
    limits = dict.fromkeys(_NONE, (0, 0)) | {
        "RLIMIT_AS": (memory, memory),
        "RLIMIT_CPU": (cpu, cpu + 1),  # at the first it is told why it ends
    }
    held = True
    for name, value in limits.items():
        try:
            resource.setrlimit(getattr(resource, name), value)
        except (AttributeError, ValueError, OSError):
            held = held and name not in {"RLIMIT_AS", "RLIMIT_CPU"}
    return held


def _taken() -> int:
    """Bytes of address space that this process has already; 0 where the system does not say."""
    try:
        with open(_MEASURED_FROM, "rb") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _landlock() -> bool:
    """Shut files, TCP, abstract sockets and signals to others, as far as the kernel knows them."""
    try:
        from landlockpy import LandlockError, Ruleset, Scope
    except ImportError:
        return False
    try:
        with Ruleset(scoped=Scope.ABSTRACT_UNIX_SOCKET | Scope.SIGNAL) as nothing_allowed:
            nothing_allowed.restrict()
    except (LandlockError, OSError):
        return False
    return True


def _seccomp() -> bool:
    try:
        from seccompy import Action, ArgCmp, CmpOp, Filter, SeccompError, UnsupportedError
    except ImportError:
        return False
    try:
        rules = Filter(default=int(Action.ERRNO) | errno.EPERM)
        for name in ALLOWED:
            rules.allow(name)
        for name in _OLDER:
            with contextlib.suppress(KeyError, ValueError, UnsupportedError):
                rules.allow(name)
        for name, argument in _MAPPING.items():
            rules.allow(name, args=[ArgCmp(argument, CmpOp.MASKED_EQ, 0, mask=_EXECUTABLE)])
        rules.load()
    except (SeccompError, OSError, KeyError, ValueError):
        return False
    return True


def _is_shut() -> bool:
    """Whether a file and a socket are refused now: proved by trying, not taken from the kernel's word."""
    for reach in (lambda: Path("/").stat(), lambda: os.open("/", os.O_RDONLY), socket.socket):
        try:
            reach()
        except PermissionError:
            continue
        return False
    return True


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)
