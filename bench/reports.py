"""How long each report takes on the record of many years (bench/full_record.py): `python bench/reports.py [--cases N]`.

Prints for each report the 95th percentile of 20 runs, with clearance and without, by the clock and of the processor (the two
differ where the machine has other work) and its number of queries; says which miss 300 ms of the processor. With two sizes
(`--cases 5000 50000`) it says too how many times as long the larger record takes.
"""

import argparse
import contextlib
import sys
from time import perf_counter, process_time

from full_record import CASES, PASSPHRASE, cached

from twotrack.record import folder, keyring

folder.set_up_django()

from django.db import connections  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from twotrack.record import models  # noqa: E402
from twotrack.record.confidentiality import Sight  # noqa: E402
from twotrack.record.keyring import PUBLIC  # noqa: E402
from twotrack.record.ledger import writing  # noqa: E402
from twotrack.record.reports import REPORTS, make_report  # noqa: E402
from twotrack.record.reports.as_json import json_of  # noqa: E402

RUNS, LIMIT_MS = 20, 300
Measured = dict[tuple[str, str], float]


def measure(cases: int) -> Measured:
    """Milliseconds of the processor for each report and sight, printed as they come."""
    found: Measured = {}
    with folder.opened(cached(cases), PASSPHRASE), keyring.cleared():
        _set_our_side()
        for name, kind in REPORTS.items():
            for words, sight in (("cleared", Sight.of_context()), ("public", Sight.public())):
                about = _about(kind.about)
                with contextlib.ExitStack() as stack:
                    queries = [
                        stack.enter_context(CaptureQueriesContext(connections[alias])) for alias in sight.aliases
                    ]
                    make_report(name, about, sight=sight)
                times, worked = zip(*(_timed(name, about, sight) for _ in range(RUNS)), strict=True)
                slow, busy = (sorted(some)[int(RUNS * 0.95) - 1] for some in (times, worked))
                found[name, words] = busy
                number = sum(len(one.captured_queries) for one in queries)
                flag = "" if busy < LIMIT_MS else "  over"
                print(f"{name:13} {words:8} {slow:6.0f} ms  {busy:6.0f} ms busy  {number:3} queries{flag}", flush=True)
    return found


def _timed(name: str, about: str, sight: Sight) -> tuple[float, float]:
    began, worked = perf_counter(), process_time()
    json_of(make_report(name, about, sight=sight))
    return (perf_counter() - began) * 1000, (process_time() - worked) * 1000


def _set_our_side() -> None:
    """Say which party is our side, where the record does not."""
    if not Sight.public().all(models.Setting, name="our-side"):
        by = models.User.objects.using(PUBLIC).order_by("made_at", "id")[0]
        ours = models.Party.objects.using(PUBLIC).get(name="Aldmark")
        with writing(PUBLIC, by=by) as ledger:
            ledger.add(models.Setting(name="our-side", value={"party": str(ours.pk)}))


def _about(wanted: str) -> str:
    """A public thing for a report to be about: the one that most is known of, so that it is the dearest."""
    if wanted == "DIALOGUE":
        return str(models.Dialogue.objects.using(PUBLIC).order_by("pk").values_list("pk", flat=True)[0])
    if wanted in ("CASE", "MEETING"):
        link, field = {"CASE": (models.RaisedCase, "case_id"), "MEETING": (models.Representation, "meeting_id")}[wanted]
        rows = link._base_manager.using(PUBLIC).order_by().values_list(field)
        return str(rows.annotate(number=Count("pk")).order_by("-number")[0][0])
    return {"THEME": "religion", "YEAR": "2010"}.get(wanted, "")


def main() -> bool:
    """Whether every report stays below the limit."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, nargs="*", default=[CASES])
    sizes = arguments.parse_args().cases
    found = {}
    for size in sizes:
        print(f"{size} cases")
        found[size] = measure(size)
    if len(sizes) > 1:
        first, last = found[sizes[0]], found[sizes[-1]]
        print(f"{sizes[-1] / sizes[0]:.0f} times the cases take so many times as long:")
        print(
            ", ".join(
                f"{name} {last[key] / first[key]:.1f}" for key in last if (name := key[0]) and key[1] == "cleared"
            )
        )
    return all(busy < LIMIT_MS for some in found.values() for busy in some.values())


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
