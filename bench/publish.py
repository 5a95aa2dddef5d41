"""How long a publication takes: pages a second beside a plain template loop, and a second one after ten entries changed.

`python bench/publish.py [--cases N]` publishes the record of full_record.py (the public half, opened with the public key
alone) into a folder that is removed afterwards, changes ten entries of a copy of the record a day later, and publishes
again. The floor renders one page of the same size as often, with Jinja2 alone, in the same run. Prints a table; keeps nothing.
"""

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from full_record import CASES, PASSPHRASE, cached
from jinja2 import Environment

from twotrack.publish.earlier import Earlier
from twotrack.publish.folder import write
from twotrack.publish.site import render
from twotrack.record import folder, keyring
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, User
from twotrack.record.public import public_record
from twotrack.record.representations import record_outcome
from twotrack.vocabulary import OutcomeKind, PublicationForm

CHANGED = 10
LATER = datetime(2027, 3, 1, 9, tzinfo=UTC)


@contextmanager
def timed(what: str, taken: dict[str, float]) -> Any:
    """Add the seconds of a part under its name."""
    begun = time.perf_counter()
    yield
    taken[what] = taken.get(what, 0.0) + time.perf_counter() - begun


def publish(place: Path, site: Path, notes: str) -> tuple[str, int, dict[str, float]]:
    """One publication; its notes, how many files it has, and how long its parts took."""
    taken: dict[str, float] = {}
    with folder.opened(place, PASSPHRASE, only=(PUBLIC,)), timed("preparing", taken):
        record = public_record(LATER.date())
    earlier = Earlier(site, notes, b"bench")
    with timed("rendering and writing", taken):
        count = write(site, render(record, earlier=earlier))
    return earlier.notes(), count, taken


def change(place: Path) -> None:
    """Ten outcomes of cases that are shown by name."""
    with folder.opened(place, PASSPHRASE), keyring.cleared():
        named = [case.id for case in public_record(LATER.date()).cases if case.form == PublicationForm.NAME][:CHANGED]
        keeper = User.objects.using(PUBLIC).get()
        with writing(PUBLIC, by=keeper, at=LATER) as ledger:
            for key in named:
                case = Case.objects.using(PUBLIC).get(pk=key)
                record_outcome(ledger, case, OutcomeKind.RELEASED, when="2027-02-28", inference="entered by hand")


def floor(page: str, times: int) -> float:
    """Seconds to render a page of this size so many times: a loop over its lines."""
    template = Environment(autoescape=True).from_string("{% for line in lines %}<p>{{ line }}</p>\n{% endfor %}")
    lines = page.splitlines()
    begun = time.perf_counter()
    for _ in range(times):
        template.render(lines=lines).encode()
    return time.perf_counter() - begun


def inodes(site: Path) -> dict[str, int]:
    """Which file lies where: one that was taken over keeps its number."""
    return {str(path): path.stat().st_ino for path in site.rglob("*") if path.is_file()}


def measure(cases: int, say: Callable[[str], None] = print) -> None:
    """All of it, for a record of so many cases."""
    with tempfile.TemporaryDirectory() as there:
        place, site = Path(there) / "record", Path(there) / "site"
        shutil.copytree(cached(cases), place)
        notes, count, first = publish(place, site, "")
        before = inodes(site)
        pages = sorted(site.rglob("*.html"))
        beside = floor(pages[len(pages) // 2].read_text("utf-8"), len(pages))
        change(place)
        _, _, second = publish(place, site, notes)
        after = inodes(site)
        new = sum(after.get(path) != number for path, number in before.items())
    rate = len(pages) / first["rendering and writing"]
    ratio = first["rendering and writing"] / beside
    say(f"  {cases:,} cases: {count:,} files, {len(pages):,} pages; the first {sum(first.values()):.0f} s")
    for part, seconds in first.items():
        say(f"    {part:<24}{seconds:>8.1f} s, again {second[part]:>8.1f} s ({second[part] / seconds:.2f})")
    say(
        f"    {rate:,.0f} pages/s, all files included: {ratio:.1f} x a plain template loop ({len(pages) / beside:,.0f} pages/s)"
    )
    say(f"    a second publication after {CHANGED} changes: {sum(second.values()) / sum(first.values()):.2f} of the first;"
        f" {new:,} files written")  # fmt: skip
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"    most memory: {peak:,.0f} MB")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, default=CASES)
    measure(arguments.parse_args(sys.argv[1:]).cases)
