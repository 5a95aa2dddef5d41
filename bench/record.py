"""How long the record takes for what it does: `make bench`, or `python bench/record.py [PART...] [--documents N] [--cases N]`.

Each figure stands beside another of the same run: ingest beside reading the same documents, an encrypted record beside one
in plain SQLite. Documents: the briefings of ../shared/corpus where they are at hand, else the project's own, repeated.
Prints tables; keeps nothing but the large record of full_record.py.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import full_record
import speed

from twotrack.cli.jobs import How, read_one
from twotrack.record import folder as records
from twotrack.record import keyring
from twotrack.record.check import check, extent
from twotrack.record.ingest import ingest
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Entry, User
from twotrack.sources.formats import media_type
from twotrack.sources.raw import Failure, RawSource

PASSPHRASE = "bench passphrase"  # noqa: S105  (of an invented record)
NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@contextmanager
def new_record(passphrase: str | None) -> Iterator[User]:
    """An empty record, open, with its keeper; in plain SQLite without a passphrase."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "record"
        records.create(path, passphrase, owner="keeper")
        with records.opened(path, passphrase), keyring.cleared():
            yield User.objects.using(PUBLIC).get()


def taking_in(given: argparse.Namespace) -> None:
    """Documents into a record, in one process: what it adds to reading them, encrypted and in plain SQLite"""
    with speed.folder() as (place, _):
        paths = sorted(place.rglob("*.*"))[: given.documents]
        read_in, raws = 0.0, []
        for path in paths:
            content = path.read_bytes()
            raw = RawSource(
                content=content, place=path.name, name=path.name, media_type=media_type(content), got_at=NOW
            )
            begun = time.perf_counter()
            found = read_one(raw, make=lambda *all_of_it: all_of_it, how=How())
            read_in += time.perf_counter() - begun
            assert not isinstance(found, Failure), found
            raws.append(found)
        print(f"  {len(paths)} documents: reading takes {read_in:.1f} s")
        for words, passphrase in (("encrypted", PASSPHRASE), ("plain SQLite", None)):
            with new_record(passphrase) as keeper:
                begun = time.perf_counter()
                for raw, document, reading in raws:
                    ingest(raw, document, reading, alias=CONFIDENTIAL, by=keeper, at=NOW)
                added = time.perf_counter() - begun
            print(f"  {words:<14} adds {added:>6.1f} s: {added / read_in:.2f} x reading")


def proving(given: argparse.Namespace) -> None:
    """`twotrack check`, by the number of rows that it goes through"""
    for cases in (given.cases // 50, given.cases // 10):
        place = full_record.cached(cases)
        with full_record.opened(place), keyring.cleared():
            begun = time.perf_counter()
            faults = sum(1 for _ in check(place))
            taken = time.perf_counter() - begun
            entries = sum(Entry._base_manager.using(alias).count() for alias in (PUBLIC, CONFIDENTIAL))
            print(f"  {entries:>8,} entries, {extent():>9,} rows: {taken:>6.1f} s, {faults} faults")


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {"ingest": taking_in, "check": proving}


def main() -> None:
    """Measure the parts named, or all."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    arguments.add_argument("--documents", type=int, default=60)
    arguments.add_argument("--cases", type=int, default=full_record.CASES)
    given = arguments.parse_args()
    for name, part in PARTS.items():
        if not given.parts or name in given.parts:
            print(f"\n{(part.__doc__ or '').splitlines()[0]}")
            part(given)


if __name__ == "__main__":
    sys.exit(main())
