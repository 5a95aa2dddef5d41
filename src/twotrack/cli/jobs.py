"""Reading many documents, in order, by as many processes as there are cores; a bad document never stops the others."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, TypeVar

from twotrack.errors import TwotrackError
from twotrack.reading.finders import read
from twotrack.reading.findings import Reading
from twotrack.sources.formats import extract
from twotrack.sources.raw import Document, Failure, RawSource
from twotrack.wordless import describe

SMALL = 100_000
"""Bytes of documents that are read sooner than other processes start (about a second)."""
_OBJECTS = 50_000  # made between two looks for cycles; Python's own number is 700
AHEAD = 4
"""Documents that are in hand for each process: enough that a long one keeps no other waiting, few enough for memory."""

Gathered = RawSource | Failure
T = TypeVar("T")
Make = Callable[[RawSource, Document, Reading], T]


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How documents are to be read: the parts to look for (None: all), and how parsers are to be trusted with them."""

    only: frozenset[str] | None = None
    confidential: bool = False
    trust_parser: bool = False


def read_all(sources: Iterable[Gathered], make: Make[T], how: How, *, jobs: int | None = None) -> Iterator[T | Failure]:
    """What `make` (which must be importable by name) gives for each source with its document and reading, in order.

    `jobs`: how many processes at most, None for the cores; a few small documents are read in this process alone."""
    work = partial(read_one, make=make, how=how)
    _collect_seldom()
    first, rest = _first(sources)
    if min(jobs or cores(), len(first)) < 2:
        yield from read_each(chain(first, rest), work, Inline(), ahead=0)
        return
    with Processes(jobs or cores()) as pool:
        yield from read_each(chain(first, rest), work, pool, ahead=AHEAD * (jobs or cores()))


def read_each(
    sources: Iterable[Gathered], work: Callable[[RawSource], T | Failure], executor: Executor, *, ahead: int
) -> Iterator[T | Failure]:
    """The map over documents: `work` on each source by any executor, in order, at most so many handed out ahead."""
    held: deque[tuple[Gathered, Future[T | Failure] | None]] = deque()
    for source in sources:
        held.append((source, None if isinstance(source, Failure) else executor.submit(work, source)))
        if len(held) > ahead:
            yield _result(*held.popleft(), work)
    while held:
        yield _result(*held.popleft(), work)


def read_one(source: RawSource, *, make: Make[T], how: How) -> T | Failure:
    """What is made of one source; the one edge at which a fault of a finder becomes a Failure, without its words."""
    try:
        document = extract(source, confidential=how.confidential, trust_parser=how.trust_parser)
        return make(source, document, read(document, source=source.place, sha256=source.sha256, only=how.only))
    except TwotrackError as error:
        return Failure(place=source.place, error=str(error))
    except Exception as error:
        fault = f"a fault of this program ({describe(error)}); please report it, without the document"
        return Failure(place=source.place, error=f"{source.place} cannot be read: {fault}")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Inline(Executor):
    """Does the work in this process when it is submitted."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The work's result, done already. `fn` raises nothing that is to be kept."""
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


class Processes(Executor):
    """New processes, not copies of this one (a copy made while threads run may hang); where one of them was stopped
    from outside, others take over."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = self._new()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand the work to the next free process. One that starts meanwhile hears of Ctrl-C only when it is ready for it
        (see `_begin`)."""
        with _ctrl_c_held():
            try:
                return self._pool.submit(fn, *args, **kwargs)
            except BrokenProcessPool:
                self._pool = self._new()
                return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002  (Executor's signature)
        """Let what is in hand end and drop the rest: who stops reading wants no more. Waits in any case, since a pool
        that is left to itself may still be starting processes while the program ends."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, mp_context=_fresh(), initializer=_begin)


def _fresh() -> BaseContext:
    """How processes are made: copies of one that has loaded the finders and done nothing else; where a system cannot
    copy, each is started anew."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


@contextmanager
def _ctrl_c_held() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Ctrl-C ends a reading process at once and without a word (the first process says that it was stopped), and so does
    the end of the first process, whatever ended it. What is wrong with a document comes back as its result, so a reading
    process has nothing else to say: not that the pipe to the first one broke, when that one was quicker to end."""
    _collect_seldom()
    sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115  (for as long as the process lives)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_first, daemon=True).start()


def _collect_seldom() -> None:
    """Look for cycles of objects less often than Python does: a reading makes many objects and hardly a cycle."""
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def _end_with_first() -> None:
    first = multiprocessing.parent_process()
    assert first is not None
    first.join()
    os._exit(1)


def _first(sources: Iterable[Gathered]) -> tuple[list[Gathered], Iterator[Gathered]]:
    """The first sources, up to what is worth other processes, and the rest."""
    rest = iter(sources)
    first: list[Gathered] = []
    waiting = 0
    for source in rest:
        first.append(source)
        waiting += len(source.content) if isinstance(source, RawSource) else 0
        if waiting >= SMALL and len(first) > 1:
            return first, rest
    return (first, rest) if waiting >= SMALL else (first[:1], chain(first[1:], rest))


def _result(
    source: Gathered, future: Future[T | Failure] | None, work: Callable[[RawSource], T | Failure]
) -> T | Failure:
    if isinstance(source, Failure) or future is None:
        assert isinstance(source, Failure)
        return source
    try:
        return future.result()
    except BrokenProcessPool:  # this document's process was stopped, or another's beside it: a process of its own tells
        return _alone(source, work)


def _alone(source: RawSource, work: Callable[[RawSource], T | Failure]) -> T | Failure:
    with Processes(1) as pool:
        try:
            result: T | Failure = pool.submit(work, source).result()
        except BrokenProcessPool:
            why = "the process that reads it was stopped (out of memory?): split it, or read it on a larger machine"
            return Failure(place=source.place, error=f"{source.place} cannot be read: {why}")
        return result
