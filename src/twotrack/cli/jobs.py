"""Reading many documents, in order, by as many processes as there are cores; a bad document never stops the others."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain

from twotrack.errors import TwotrackError
from twotrack.reading.finders import read
from twotrack.reading.findings import Reading
from twotrack.sources.formats import extract
from twotrack.sources.gather import gather
from twotrack.sources.raw import Failure, RawSource
from twotrack.wordless import describe

SMALL = 100_000
"""Bytes of documents that are read sooner than other processes start (about a second)."""

Only = frozenset[str] | None


def read_all(places: Iterable[str], *, only: Only, jobs: int | None) -> Iterator[Reading | Failure]:
    """The readings of all that is at places, in order. `jobs`: how many processes at most, None for the cores."""
    sources = gather(places)
    first: list[RawSource | Failure] = []
    waiting = 0
    for source in sources:
        first.append(source)
        waiting += len(source.content) if isinstance(source, RawSource) else 0
        if waiting >= SMALL and len(first) > 1:
            break
    many = jobs if jobs is not None else cores()
    if waiting < SMALL or len(first) < 2 or many < 2:
        for source in chain(first, sources):
            yield read_one(source, only)
    else:
        yield from _side_by_side(chain(first, sources), only, many)


def read_one(source: RawSource | Failure, only: Only) -> Reading | Failure:
    """What is found in one source; the one edge at which a fault of a finder becomes a Failure, without its words."""
    if isinstance(source, Failure):
        return source
    try:
        return read(extract(source), source=source.place, sha256=source.sha256, only=only)
    except TwotrackError as error:
        return Failure(place=source.place, error=str(error))
    except Exception as error:
        fault = f"a fault of this program ({describe(error)}); please report it, without the document"
        return Failure(place=source.place, error=f"{source.place} cannot be read: {fault}")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _side_by_side(sources: Iterable[RawSource | Failure], only: Only, jobs: int) -> Iterator[Reading | Failure]:
    """The readings in order, with a few documents in memory for each process."""
    pool = _pool(jobs)
    held: deque[Failure | tuple[RawSource, Future[Reading | Failure]]] = deque()
    try:
        for source in sources:
            held.append(source if isinstance(source, Failure) else (source, pool.submit(read_one, source, only)))
            if len(held) > 2 * jobs:
                yield _result(held.popleft())
        while held:
            yield _result(held.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _result(one: Failure | tuple[RawSource, Future[Reading | Failure]]) -> Reading | Failure:
    if isinstance(one, Failure):
        return one
    source, future = one
    try:
        return future.result()
    except BrokenProcessPool:
        why = "a process that reads was stopped (out of memory?): read fewer at once, with --jobs 1"
        return Failure(place=source.place, error=f"{source.place} cannot be read: {why}")


def _pool(jobs: int) -> ProcessPoolExecutor:
    """New processes, not copies of this one: a copy made while threads run may hang."""
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Ctrl-C ends a reading process at once and without a word; the first process says that it was stopped."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
