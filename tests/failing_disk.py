"""A disk that fails at the n-th write of SQLite, by SQLite's own means for testing: the system calls of its file layer are
replaced (sqlite3_vfs.xSetSystemCall) by ones that count and then say what a full or broken disk says."""

import ctypes
import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlcipher3 import _sqlite3

_Call = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True
)
_Shorten = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int64, use_errno=True)


class _Vfs(ctypes.Structure):
    """sqlite3_vfs of sqlite3.h, version 3."""


_SetSystemCall = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Vfs), ctypes.c_char_p, ctypes.c_void_p)
_Vfs._fields_ = [
    *((name, ctypes.c_int) for name in ("iVersion", "szOsFile", "mxPathname")),
    *((name, ctypes.c_void_p) for name in ("pNext", "zName", "pAppData")),
    *((f"method{number}", ctypes.c_void_p) for number in range(13)),  # xOpen to xCurrentTimeInt64
    ("xSetSystemCall", _SetSystemCall),
]


@dataclass(slots=True)
class Disk:
    """How often SQLite wrote, and at which write and with which error it fails: once, or (full) from then on."""

    fails_at: int = 0
    error: int = errno.ENOSPC
    writes: int = 0
    kept: list[Any] = field(default_factory=list)

    def refuses(self) -> bool:
        """Count one write; whether it fails."""
        self.writes += 1
        return self.writes == self.fails_at or (self.error == errno.ENOSPC and 0 < self.fails_at < self.writes)


@contextmanager
def failing(disk: Disk) -> Iterator[Disk]:
    """Within this context SQLite writes to `disk`, in every thread of this process."""
    lib, libc = ctypes.CDLL(_sqlite3.__file__), ctypes.CDLL(None, use_errno=True)
    lib.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    vfs = lib.sqlite3_vfs_find(None)
    libc.pwrite64.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64]
    libc.pwrite64.restype = ctypes.c_ssize_t
    libc.ftruncate64.argtypes = [ctypes.c_int, ctypes.c_int64]

    def write(file: int, content: int, size: int, offset: int) -> int:
        if disk.refuses():
            ctypes.set_errno(disk.error)
            return -1
        return int(libc.pwrite64(file, content, size, offset))

    def shorten(file: int, size: int) -> int:
        if disk.refuses():
            ctypes.set_errno(disk.error)
            return -1
        return int(libc.ftruncate64(file, size))

    calls = {b"pwrite": _Call(write), b"pwrite64": _Call(write), b"ftruncate": _Shorten(shorten)}
    for name, call in calls.items():
        assert vfs.contents.xSetSystemCall(vfs, name, ctypes.cast(call, ctypes.c_void_p)) == 0, name
    try:
        yield disk
    finally:
        vfs.contents.xSetSystemCall(vfs, None, None)
        disk.kept.append(calls)  # SQLite may still be in one of them
