"""How long things take, as ratios to a plain read of the same words in the same run: `make bench`.

Machines differ and are noisy, so a figure is a ratio within one run, the median of five. Documents are the project's own
fictional ones, repeated. Prints a table; changes nothing.
"""

import hashlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from twotrack.reading.finders import read
from twotrack.sources.raw import Document, RawSource

HERE = Path(__file__).parent
TIMES = 5


def documents() -> list[str]:
    """The fictional documents of the tests, as texts."""
    return [path.read_text("utf-8") for path in sorted((HERE.parent / "tests" / "documents").glob("*.[tm]*"))]


def median_seconds(work: Callable[[], object]) -> float:
    """The median wall time of five runs after one that is not counted."""
    work()
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def plain_read(texts: list[str]) -> int:
    """The yardstick: count the words of the texts."""
    return sum(len(re.findall(r"\w+", text)) for text in texts)


def reading(texts: list[str]) -> None:
    """All finders over the texts."""
    for text in texts:
        read(Document(text=text, extractor="text/1"), source="bench", sha256="")


def ingesting(texts: list[str]) -> float:
    """Seconds to ingest the texts into a new encrypted record, opening and migrating left out."""
    from twotrack.record import folder, keyring

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "record"
        folder.create(path, "bench passphrase", owner="keeper")
        with folder.opened(path, "bench passphrase"), keyring.cleared():
            from twotrack.record.ingest import ingest
            from twotrack.record.models import User

            keeper = User.objects.using(keyring.PUBLIC).get()
            start = time.perf_counter()
            for number, text in enumerate(texts):
                content = f"{text}\n{number}".encode()
                raw = RawSource(
                    content=content, place="bench", name="bench", media_type="text/plain", got_at=datetime.now(UTC)
                )
                document = Document(text=content.decode(), extractor="text/1")
                found = read(document, source="bench", sha256=hashlib.sha256(content).hexdigest())
                ingest(raw, document, found, alias=keyring.PUBLIC, by=keeper, at=datetime.now(UTC))
            return time.perf_counter() - start


def process_seconds(*code: str) -> float:
    """The median wall time of a fresh Python process that runs this code."""
    command = [sys.executable, "-c", *code]
    return median_seconds(lambda: subprocess.run(command, check=True, capture_output=True))  # noqa: S603  (our own)


def main() -> None:
    """Measure and print."""
    texts = documents()
    words = plain_read(texts)
    floor = median_seconds(lambda: plain_read(texts * 20)) / 20
    read_once = median_seconds(lambda: reading(texts))
    ingest_once = ingesting(texts)
    bare = process_seconds("pass")
    rows = [
        ("plain read (count words)", floor, 1.0),
        ("all finders", read_once, read_once / floor),
        ("finders and ingest, encrypted", ingest_once, ingest_once / floor),
    ]
    print(f"{len(texts)} documents, {words} words; median of {TIMES} runs\n")
    for name, seconds, ratio in rows:
        print(f"{name:<32}{words / seconds:>12,.0f} words/s{ratio:>10.1f} x plain read")
    for name, code in (
        ("import twotrack.reading", "import twotrack.reading.finders"),
        ("import twotrack.cli", "import twotrack.cli"),
    ):
        print(f"{name:<32}{process_seconds(code) / bare:>12.1f} x bare Python")


if __name__ == "__main__":
    main()
