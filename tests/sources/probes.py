"""Parsers that try to do what no parser should, for the tests of the sandbox: loaded by the process that makes copies."""

import ctypes
import errno
import mmap
import os
import resource
import signal
import socket
import time
from collections.abc import Callable, Iterator

from twotrack.errors import SourceError
from twotrack.sources.raw import Document, Failure, Member

_LIBC = ctypes.CDLL(None, use_errno=True)
_THE_KERNEL = {  # number of a call on x86-64, ARM64
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "io_uring_setup": (425, 425),
    "memfd_create": (319, 279),
    "execveat": (322, 281),
    "kill": (62, 129),
    "bpf": (321, 280),
    "unshare": (272, 97),
}


def _call(name: str) -> None:
    _LIBC.syscall.restype = ctypes.c_long
    if _LIBC.syscall(_THE_KERNEL[name][os.uname().machine == "aarch64"], 0, 0, 0, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), name)


def _fork() -> None:
    if not (copy := os.fork()):
        os._exit(0)
    os.waitpid(copy, 0)


def _map_executable() -> None:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)


TRIES: dict[str, Callable[[str], object]] = {
    "read a file": lambda path: os.open(path, os.O_RDONLY),
    "write a file": lambda path: os.open(path + ".new", os.O_WRONLY | os.O_CREAT),
    "stat a file": os.stat,
    "list a folder": lambda _: os.scandir("/").close(),
    "delete a file": os.unlink,
    "TCP": lambda _: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    "UDP": lambda _: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "TCP6": lambda _: socket.socket(socket.AF_INET6, socket.SOCK_STREAM),
    "Unix socket": lambda _: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
    "pair of sockets": lambda _: socket.socketpair(),
    "fork": lambda _: _fork(),
    "exec": lambda _: os.execv("/bin/true", ["true"]),
    "signal another": lambda _: os.kill(os.getppid(), signal.SIGTERM),
    "limits": lambda _: resource.setrlimit(resource.RLIMIT_AS, (-1, -1)),
    "executable memory": lambda _: _map_executable(),
    "standard error of the parent": lambda _: os.open("/dev/tty", os.O_WRONLY),
    **{name: (lambda _, name=name: _call(name)) for name in _THE_KERNEL},  # type: ignore[misc]
}


def extract_text(content: bytes) -> Document:
    """The bytes themselves."""
    return Document(text=content.decode(), extractor="probe/1")


def reach(content: bytes) -> Document:
    """Which of the tries succeed; the first line of the bytes is a file that exists."""
    path = content.decode()
    return Document(
        text="\n".join(name for name, act in TRIES.items() if _succeeds(act, path)) or "none", extractor="probe/1"
    )


def _succeeds(act: Callable[[str], object], path: str) -> bool:
    try:
        act(path)
    except (OSError, ValueError):
        return False
    return True


def descriptors(content: bytes) -> Document:
    """Which descriptors are open."""
    return Document(text=" ".join(str(number) for number in range(256) if _is_open(number)), extractor="probe/1")


def _is_open(number: int) -> bool:
    try:
        os.lseek(number, 0, os.SEEK_CUR)
    except OSError as error:
        return error.errno != errno.EBADF
    return True


def environment(content: bytes) -> Document:
    """What the process knows of its parent."""
    return Document(text=" ".join(os.environ) or "nothing", extractor="probe/1")


def memory(content: bytes) -> Document:
    """Takes all there is."""
    held = []
    while True:
        held.append(bytearray(10_000_000))


def native_memory(content: bytes) -> Document:
    """Takes all there is and does not look whether it got it."""
    _LIBC.malloc.restype = ctypes.c_void_p
    while True:
        ctypes.memset(_LIBC.malloc(ctypes.c_size_t(50_000_000)), 1, 50_000_000)


def work(content: bytes) -> Document:
    """Never comes to an end."""
    while True:
        pass


def sleep(content: bytes) -> Document:
    """Waits without work."""
    time.sleep(1000)
    raise AssertionError


def flood(content: bytes) -> Iterator[Member]:
    """Says more and more."""
    while True:
        yield Member(name="a", content=bytes(1_000_000))


def long_text(content: bytes) -> Document:
    """A text far longer than its source."""
    return Document(text="a" * 100_000_000, extractor="probe/1")


def abort(content: bytes) -> Document:
    """Crashes as C does."""
    os.abort()


def crash(content: bytes) -> Document:
    """Reads where there is no memory."""
    ctypes.string_at(8)
    raise AssertionError


def leave(content: bytes) -> Document:
    """Ends without a word."""
    os._exit(0)


def lie(content: bytes) -> Document:
    """Says what it likes instead of frames: the bytes of its source."""
    os.write(3, content)
    os._exit(0)


def fail(content: bytes) -> Document:
    """A fault of a parser, with words of the document in its message."""
    raise ValueError(content.decode())


def nest(content: bytes) -> Document:
    """Goes too deep."""
    return nest(content)


def refuse(content: bytes) -> Document:
    """An error with characters that command a terminal."""
    raise SourceError("is \x1b[2Jbad\nin two lines")


def some(content: bytes) -> list[Member | Failure]:
    """A good and a bad member, with names that reach elsewhere."""
    return [Member(name="../a\x1b.txt", content=b"words"), Failure(place="b", error="is bad")]


def process(content: bytes) -> Document:
    """Who it is, and who made it."""
    return Document(text=f"{os.getpid()} {os.getppid()}", extractor="probe/1")


def print_words(content: bytes) -> Document:
    """Prints its source, as libraries do when they complain."""
    print(content, flush=True)
    os.write(2, content)
    return Document(text="printed", extractor="probe/1")
