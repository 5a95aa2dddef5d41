"""How long reading takes, as ratios within one run: `make bench`, or `python bench/speed.py [PART...]`.

Machines differ and are noisy, so each figure is a ratio to a floor that is measured beside it, the median of TIMES pairs
of runs. The floor of reading is a program that reads the same files and splits them at labels with one regular
expression. Documents: the briefings of ../shared/corpus where they are at hand, else the project's own, repeated.
Prints tables; keeps nothing.
"""

import itertools
import json
import math
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from twotrack.reading.finders import read
from twotrack.sources.raw import Document, RawSource

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "shared" / "corpus" / "press-briefings.tar.xz"
DOCUMENTS = HERE.parent / "tests" / "documents"
TIMES = 3
ONLY = "turns,exchanges,dates"
FLOOR = r"""
import pathlib, re, sys
LABEL = re.compile(r"^(?:Q|[A-Z][A-Z .'’]{1,60}:)\s", re.MULTILINE)
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.*")):
    LABEL.split(path.read_text("utf-8"))
"""


class Run(NamedTuple):
    """One run of a program: seconds, and the most memory that it or a process of its own held, in MB."""

    seconds: float
    megabytes: float


def main(parts: list[str]) -> None:
    """Measure the parts named, or all."""
    for name, part in PARTS.items():
        if not parts or name in parts:
            print(f"\n{(part.__doc__ or '').splitlines()[0]}")
            part()


@contextmanager
def folder() -> Iterator[tuple[Path, int]]:
    """A folder of documents, and how many words they have."""
    with tempfile.TemporaryDirectory() as place:
        if CORPUS.is_file():
            with tarfile.open(CORPUS) as archive:
                archive.extractall(place, filter="data")
        else:
            for number, path in itertools.product(range(60), sorted(DOCUMENTS.rglob("*.[tm]*"))):
                (Path(place) / f"{number}-{path.name}").write_bytes(path.read_bytes())
        yield Path(place), sum(len(path.read_text("utf-8").split()) for path in Path(place).rglob("*.*"))


def run(*command: str) -> Run:
    """Run a program to its end, its output thrown away."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  (our own)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert not process.returncode, command
    return Run(time.perf_counter() - begun, usage.ru_maxrss / 1024)


def read_folder(place: Path, *options: str) -> Run:
    """`twotrack read` over a folder, as JSON."""
    return run(sys.executable, "-m", "twotrack", "read", str(place), "--format", "json", *options)


def documents() -> None:
    """Reading a folder, in one process and in two, beside the floor"""
    with folder() as (place, words):
        floors, ones, twos = [], [], []
        for _ in range(TIMES):
            floors.append(run(sys.executable, "-c", FLOOR, str(place)).seconds)
            ones.append(read_folder(place, "--only", ONLY, "--jobs", "1").seconds)
            twos.append(read_folder(place, "--only", ONLY, "--jobs", "2").seconds)
    for name, taken in (("floor", floors), (f"--only {ONLY} --jobs 1", ones), ("the same, --jobs 2", twos)):
        ratio = statistics.median(one / beside for one, beside in zip(taken, floors, strict=True))
        print(f"  {name:<44}{words / statistics.median(taken):>12,.0f} words/s {ratio:>7.1f} x floor")
    speedup = statistics.median(one / two for one, two in zip(ones, twos, strict=True))
    print(f"  two processes are {speedup:.2f} times as fast as one")


def memory() -> None:
    """The most memory, by the number of documents"""
    with folder() as (place, _), tempfile.TemporaryDirectory() as few:
        paths = sorted(place.rglob("*.*"))
        for number in (len(paths) // 8, len(paths)):
            part = Path(few) / str(number)
            part.mkdir()
            for path in paths[:number]:
                (part / path.name).hardlink_to(path)
            print(f"  {number:>5} documents: {read_folder(part, '--only', ONLY, '--jobs', '1').megabytes:.0f} MB")


TEXTS = {  # name -> a text of about so many characters
    "a transcript": lambda size: (
        "MS. TEVE: We met on 3 May.\n\nQUESTION: When is the next round, and where?\n\n" * (size // 74)
    ),
    "one turn": lambda size: "MS. TEVE: " + "We met last week and we will meet in May. " * (size // 42),
    "one question": lambda size: "QUESTION: " + "and then also what about last year, " * (size // 36) + "?",
    "labels alone": lambda size: "".join(f"MR. A{number}: x\n" for number in range(size // 13)),
    "no blank": lambda size: "a" * size,
    "blanks": lambda size: " \u00a0" * (size // 2),
    "capitals": lambda size: "A. " * (size // 3),
    "numbers": lambda size: "2010-12 May " * (size // 12),
    "brackets": lambda size: "(inaudible [" * (size // 12),
    "Chinese": lambda size: "问：去年5月13日" * (size // 10),
    "dashes": lambda size: "— Q — " * (size // 6),
}
SIZES = (300_000, 1_000_000, 3_000_000, 10_000_000)


def length() -> None:
    """How the time grows with a text's length, up to 10 MB: the exponent of a fitted power (1 is linear)"""
    for name, text in TEXTS.items():
        taken = [_reading_seconds(text(size)) for size in SIZES]
        print(f"  {name:<16}{exponent(SIZES, taken):>6.2f}   10 MB in {taken[-1]:.1f} s")


def _reading_seconds(text: str) -> float:
    begun = time.perf_counter()
    document = Document(text=text, extractor="text/1", metadata={"date": "2031-03-13"})
    read(document, source="bench", sha256="", only=frozenset((*ONLY.split(","), "clarity")))
    return time.perf_counter() - begun


def exponent(sizes: tuple[int, ...], seconds: list[float]) -> float:
    """The slope of log time over log size, by least squares."""
    fit = statistics.linear_regression([math.log(size) for size in sizes], [math.log(one) for one in seconds])
    return fit.slope


def finders() -> None:
    """Each finder, beside the floor, over a tenth of the documents"""
    from dataclasses import replace

    from twotrack.reading.finders import FINDERS, Known
    from twotrack.sources.formats import extract, media_type

    with folder() as (place, _):
        paths = sorted(place.rglob("*.*"))[::10]
        begun = time.perf_counter()
        exec(FLOOR.split("for path")[0], scope := {"sys": sys})  # noqa: S102  (our own, above)
        for path in paths:
            scope["LABEL"].split(path.read_text("utf-8"))  # type: ignore[attr-defined]
        floor = time.perf_counter() - begun
        taken = dict.fromkeys(["extract", *(step.adds for step in FINDERS)], 0.0)
        for path in paths:
            content = path.read_bytes()
            raw = RawSource(
                content=content, place="x", name="x", media_type=media_type(content), got_at=datetime.now(UTC)
            )
            begun = time.perf_counter()
            known = Known(document=extract(raw))
            taken["extract"] += time.perf_counter() - begun
            for step in FINDERS:
                begun = time.perf_counter()
                known = replace(known, **{step.adds: step.find(known)})  # type: ignore[arg-type]
                taken[step.adds] += time.perf_counter() - begun
    for name, seconds in taken.items():
        print(f"  {name:<16}{seconds / floor:>8.1f} x floor")


def publish() -> None:
    """A publication beside a plain template loop, and a second one after ten changes (bench/publish.py; --cases for more)"""
    sys.path.insert(0, str(HERE))
    from publish import measure

    measure(2_000)


def imports() -> None:
    """Starting, beside bare Python"""
    bare = _process_seconds("pass")
    for module in ("twotrack", "twotrack.reading.finders", "twotrack.cli.read"):
        print(f"  import {module:<28}{_process_seconds(f'import {module}') / bare:>5.1f} x bare Python")


def _process_seconds(code: str) -> float:
    return statistics.median(run(sys.executable, "-c", code).seconds for _ in range(2 * TIMES))


PARTS: dict[str, Callable[[], None]] = {
    "documents": documents,
    "finders": finders,
    "memory": memory,
    "length": length,
    "imports": imports,
    "publish": publish,
}


if __name__ == "__main__":
    print(json.dumps({"python": sys.version.split()[0], "cores": os.cpu_count()}))
    main(sys.argv[1:])
