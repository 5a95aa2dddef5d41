"""How long the office takes for each page on a large record, and how much it sends: `python bench/office.py [--cases N]`.

The record of full_record.py (50,000 cases unless said otherwise), with clearance. For each page the median and the 95th
percentile of the time that the server's processor takes (on a machine with other work the clock says more of that work), the
95th percentile by the clock, the greatest number of bytes and of queries, over so many requests, of different entries where
there are many. Before them what the first request takes when nothing is in memory yet, and the first after a change of a few
rows. Beside them a bare page of the same run. Misses are marked: over 200 ms, over 100 kB.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

from full_record import cached, opened

from twotrack.record.folder import set_up_django

set_up_django()

from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from twotrack.office.shown import kept  # noqa: E402
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC  # noqa: E402
from twotrack.record.models import Case, Commitment, Dialogue, Exchange, List, Meeting, User  # noqa: E402

MOST_MS, MOST_KB = 200, 100
CHANGES = 8
Ask = Callable[[], Any]


def pages(client: Client, chance: random.Random) -> Iterator[tuple[str, Ask]]:
    """Each page with what asks for it."""

    def one_of(path: str, model: Any) -> Ask:
        keys = list(model._base_manager.using(PUBLIC).order_by("pk").values_list("pk", flat=True)[:5_000])
        return lambda: client.get(f"/{path}/{chance.choice(keys)}")

    def at(address: str) -> Ask:
        return lambda: client.get(address)

    cases = list(Case._base_manager.using(PUBLIC).order_by("pk").values_list("pk", flat=True)[:5_000])
    lists = list(List._base_manager.using(PUBLIC).order_by("pk").values_list("pk", flat=True)[:2])
    dialogue = Dialogue._base_manager.using(PUBLIC).order_by("pk").values_list("pk", flat=True)[0]
    yield "home", at("/")
    yield "dialogues", at("/dialogues")
    yield "dialogue", one_of("dialogues", Dialogue)
    yield "meetings", at("/meetings")
    yield "meeting", one_of("meetings", Meeting)
    yield "cases", at("/cases")
    yield "cases by name", at("/cases?sort=name")
    yield "cases, filtered", at(f"/cases?stands=unanswered&dialogue={dialogue.hex}&sort=-raised")
    yield "cases, anywhere", lambda: client.get(f"/cases?sort=name&after={chance.choice(cases)}")
    yield "cases of a name", lambda: client.post("/cases", {"words": "ana"})
    yield "case", one_of("cases", Case)
    yield "commitments", at("/commitments")
    yield "commitments, board", at("/commitments/board")
    yield "commitment", one_of("commitments", Commitment)
    yield "benchmarks", at("/benchmarks")
    yield "questions", at("/questions")
    yield "question", one_of("questions", Exchange)
    yield "lists", at("/lists")
    yield "list", one_of("lists", List)
    if len(lists) > 1:
        yield "lists compared", at(f"/lists/{lists[0]}?with={lists[1]}")
    yield "entry of a case", lambda: client.get(f"/entries/{chance.choice(cases)}")


def measured(ask: Ask, times: int) -> tuple[list[float], list[float], int, int]:
    """Milliseconds of the processor and by the clock of each request, the greatest number of bytes and of queries."""
    worked, taken, size, asked = [], [], 0, 0
    for _ in range(times):
        with CaptureQueriesContext(connections[PUBLIC]) as one, CaptureQueriesContext(connections[CONFIDENTIAL]) as two:
            begun, spent = time.perf_counter(), time.process_time()
            answer = ask()
            worked.append(1000 * (time.process_time() - spent))
            taken.append(1000 * (time.perf_counter() - begun))
        assert answer.status_code == 200, answer.status_code
        size, asked = max(size, len(answer.content)), max(asked, len(one) + len(two))
    return worked, taken, size, asked


def main(cases: int, times: int, only: str) -> None:
    with opened(cached(cases)):
        client = Client(SERVER_NAME="localhost")
        client.force_login(User.objects.using(PUBLIC).get())
        stranger = Client(SERVER_NAME="localhost")
        print(
            f"{'page':20} {'first':>9} {'changed':>9} {'median':>8} {'p95':>8} {'clock':>8} {'bytes':>9} {'queries':>8}"
        )
        missed = 0
        for name, ask in [("bare: sign-in", lambda: stranger.get("/sign-in")), *pages(client, random.Random(1))]:  # noqa: S311
            if only and only not in name:
                continue
            kept._things.clear()
            first = measured(ask, 1)[0][0]
            grow_old()
            changed = measured(ask, 1)[0][0]
            worked, taken, size, asked = measured(ask, times)
            late, heavy = p95(worked) > MOST_MS, size > MOST_KB * 1000
            missed += late or heavy
            marks = ("  over 200 ms" if late else "") + ("  over 100 kB" if heavy else "")
            times_told = f"{statistics.median(worked):6.0f}ms {p95(worked):6.0f}ms {p95(taken):6.0f}ms"
            times_told = f"{first:7.0f}ms {changed:7.0f}ms {times_told}"
            print(f"{name:20} {times_told} {size:9,} {asked:8}{marks}", flush=True)
        print(f"{missed} missed" if missed else "none missed")


def grow_old() -> None:
    """Let all that is kept be from before the last changes of each log."""
    for one in kept._things.values():
        if one.state is not None:
            one.state = tuple((max(0, number - CHANGES), "") for number, _ in one.state)


def p95(taken: list[float]) -> float:
    """The 95th percentile, by the nearest rank."""
    return sorted(taken)[max(0, -(-95 * len(taken) // 100) - 1)]


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, default=50_000)
    arguments.add_argument("--times", type=int, default=40)
    arguments.add_argument("--only", default="", help="pages whose name holds this")
    told = arguments.parse_args()
    main(told.cases, told.times, told.only)
