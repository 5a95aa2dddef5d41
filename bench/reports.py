"""How long each report takes on a large record: 50,000 cases, 200,000 representations, 5,000 sources, encrypted.

`python bench/reports.py build FOLDER [--share 0.1]` fills a new record with invented rows (seeded: the same each time), written
straight into the tables, since the ledger's log is not what is measured; `python bench/reports.py time FOLDER` prints, for each
report, the 95th percentile of 20 runs with clearance and without, with its number of queries, and says which miss 300 ms.
"""

import contextlib
import random
import sys
import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from twotrack.record import folder, keyring

folder.set_up_django()

from django.db import connections, transaction  # noqa: E402
from django.db.models import Count, Model  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from twotrack.record import models  # noqa: E402
from twotrack.record.confidentiality import Sight  # noqa: E402
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC  # noqa: E402
from twotrack.record.reports import REPORTS, make_report  # noqa: E402
from twotrack.record.reports.as_json import json_of  # noqa: E402
from twotrack.themes import themes  # noqa: E402

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
START = date(1995, 1, 1)
CONFIDENTIAL_SHARE = 0.3
Values = dict[str, Any]


class Rows:
    """Invented rows of one database, written straight into its tables."""

    def __init__(self, alias: str, by: models.User, chance: random.Random) -> None:
        self.alias, self.by, self.chance = alias, by, chance
        self.number = 0

    def add(self, model: type[Model], rows: Iterable[Values]) -> list[uuid.UUID]:
        """Insert rows of a model, the entry's own row first; returns their ids."""
        made = [{"id": uuid.UUID(int=self.chance.getrandbits(128), version=4), **row} for row in rows]
        if issubclass(model, models.Entry):
            for row in made:
                self.number += 1
                row |= {"entry_ptr_id": row["id"], "kind": str(model._meta.verbose_name), "recorded_by_id": self.by.pk}
                row["recorded_at"] = NOW - timedelta(days=400) + timedelta(seconds=self.number)
            self._insert(models.Entry, made)
        self._insert(model, made)
        return [row["id"] for row in made]

    def _insert(self, model: type[Model], rows: list[Values]) -> None:
        fields: Any = model._meta.local_concrete_fields
        connection = connections[self.alias]
        columns = ", ".join(f'"{field.column}"' for field in fields)
        marks = ", ".join(["%s"] * len(fields))

        def value(row: Values, field: Any) -> Any:
            given = row.get(field.attname, field.get_default() if not field.primary_key else row["id"])
            return field.get_db_prep_save(given, connection)

        with connection.cursor() as cursor:
            statement = f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({marks})'  # noqa: S608
            cursor.executemany(statement, [[value(row, field) for field in fields] for row in rows])


class Made:
    """The ids that later rows name, in the order in which they were made."""

    def __init__(self) -> None:
        self.parties: list[uuid.UUID] = []
        self.meetings: list[uuid.UUID] = []
        self.cases: list[uuid.UUID] = []
        self.passages: list[uuid.UUID] = []
        self.dialogues: list[uuid.UUID] = []
        self.lists: list[uuid.UUID] = []


def build(place: Path, share: float) -> None:
    """Make a record and fill both of its databases; `share` of the full size."""
    folder.create(place, "seven wet stones", owner="keeper")
    chance = random.Random(20260504)  # noqa: S311  (the same rows each time)
    with folder.opened(place, "seven wet stones"), keyring.cleared():
        by = models.User.objects.using(PUBLIC).get()
        made = Made()
        for alias, part in ((PUBLIC, share * (1 - CONFIDENTIAL_SHARE)), (CONFIDENTIAL, share * CONFIDENTIAL_SHARE)):
            with transaction.atomic(using=alias):
                fill(Rows(alias, by, chance), made, part)
        for alias in (PUBLIC, CONFIDENTIAL):
            with connections[alias].cursor() as cursor:
                cursor.execute("ANALYZE")


def fill(rows: Rows, made: Made, part: float) -> None:
    """One database: `part` of the full size. Confidential rows name public ones too."""
    chance, pick = rows.chance, rows.chance.choice
    if rows.alias == PUBLIC:
        made.parties += rows.add(models.Party, ({"name": name} for name in ("Aldmark", "Verania", "Tarn", "Ostmark")))
        made.dialogues += rows.add(models.Dialogue, ({"name": f"dialogue {n}", "interval": "P1Y"} for n in range(10)))
        rows.add(models.Setting, [{"name": "our-side", "value": {"party": str(made.parties[0])}}])
    passages = sources(rows, int(5_000 * part))
    made.passages += passages
    held = meetings(rows, made, int(1_000 * part))
    cases = persons(rows, int(50_000 * part))
    made.cases += cases
    acts = rows.add(
        models.Representation,
        (
            {
                "representation_kind": pick(["raised"] * 18 + ["said-not-raised", "would-not-say"]),
                "by_party_id": (by := pick(made.parties)), "to_party_id": (to := pick(made.parties)),
                "about_party_id": pick([by, to, to, to, made.parties[3], None]), "meeting_id": pick(made.meetings),
                "theme": pick(THEMES) if n % 4 == 0 else "", "track": pick(["difference", "difference", "cooperation", ""]),
                "count": 20 if n % 50 == 0 else None, "count_words": "some 20" if n % 50 == 0 else "",
            }
            for n in range(int(200_000 * part))
        ),
    )  # fmt: skip
    rows.add(models.RaisedCase, ({"representation_id": act, "case_id": pick(made.cases)} for act in acts))
    replies(rows, made, int(60_000 * part))
    lists(rows, made, int(1_000 * part))
    promises(rows, made, int(10_000 * part))
    said(rows, made, held, part)
    grounds = [{"entry_id": act, "passage_id": pick(passages), "by_id": rows.by.pk, "at": NOW} for act in acts]
    rows.add(models.Ground, grounds)
    assert chance


def sources(rows: Rows, number: int) -> list[uuid.UUID]:
    """Sources, each with a text of one sentence and a passage that is all of it."""
    day = [str(START + timedelta(days=rows.chance.randrange(11_000))) for _ in range(number)]
    kept = rows.add(
        models.Source,
        (
            {"sha256": f"{n:064x}", "media_type": "text/plain", "place": f"{n}.txt", "name": f"{n}.txt", "kind": "remarks",
             "title": f"briefing {n}", "dated": day[n], "got_at": NOW, "got_by_id": rows.by.pk}
            for n in range(number)
        ),
    )  # fmt: skip
    words = "The two sides spoke of the matter in a candid manner."
    texts = rows.add(
        models.SourceText, ({"source_id": key, "text": words, "extractor": "t/1", "made_at": NOW} for key in kept)
    )
    tellers = rows.add(models.Account, [{"teller": "a ministry"}])
    return rows.add(
        models.Passage,
        ({"text_id": key, "start": 0, "end": len(words), "quote": words, "account_id": tellers[0]} for key in texts),
    )


def meetings(rows: Rows, made: Made, number: int) -> list[uuid.UUID]:
    """Meetings with name, date and place, their dialogue, agencies and themes."""
    pick = rows.chance.choice
    held = rows.add(
        models.Meeting,
        (
            {"meeting_kind": pick(["round", "session", "expert-dialogue", "call"]), "status": pick(["held"] * 9 + ["planned"])}
            for _ in range(number)
        ),
    )  # fmt: skip
    stated = []
    for n, key in enumerate(held):
        day = START + timedelta(days=rows.chance.randrange(11_000))
        stated.append({"subject_id": key, "about": "when", "value": str(day), "first_day": day, "last_day": day})
        stated.append({"subject_id": key, "about": "name", "value": f"meeting {n}"})
        stated.append({"subject_id": key, "about": "place", "value": "Dunmarrow"})
    rows.add(models.Statement, stated)
    made.meetings += held
    rows.add(models.MeetingDialogue, ({"meeting_id": key, "dialogue_id": pick(made.dialogues)} for key in held))
    agencies = rows.add(models.Agency, ({"name": f"agency {n}", "party_id": pick(made.parties)} for n in range(60)))
    rows.add(
        models.Participation,
        (
            {"meeting_id": key, "agency_id": pick(agencies), "party_id": pick(made.parties)}
            for key in held
            for _ in range(8)
        ),
    )
    rows.add(models.MeetingTheme, ({"meeting_id": key, "theme": pick(THEMES)} for key in held for _ in range(4)))
    return held


def persons(rows: Rows, number: int) -> list[uuid.UUID]:
    """Persons with a name and a status, and a case of each."""
    people = rows.add(models.Person, ({} for _ in range(number)))
    rows.add(
        models.Statement, ({"subject_id": key, "about": "name", "value": f"Person {n}"} for n, key in enumerate(people))
    )
    cases = rows.add(models.Case, ({"person_id": key, "matter": "detention"} for key in people))
    rows.add(models.Statement, ({"subject_id": key, "about": "status", "value": "detained"} for key in cases))
    return cases


def replies(rows: Rows, made: Made, number: int) -> None:
    """Responses, each on a case, and outcomes."""
    pick = rows.chance.choice
    kinds = ["status-stated-nothing-changed", "no-person-of-this-name-found", "will-look-into-it", "no-reply"]
    came = rows.add(
        models.Response,
        (
            {"response_type": pick(kinds), "by_party_id": pick(made.parties), "meeting_id": pick(made.meetings)}
            for _ in range(number)
        ),
    )
    rows.add(models.ResponseCase, ({"response_id": key, "case_id": pick(made.cases)} for key in came))
    changed = ["released", "sentence-reduced", "sentenced", "no-change"]
    rows.add(
        models.Outcome,
        (
            {"case_id": pick(made.cases), "outcome_kind": pick(changed), "when": f"{1995 + n % 31}-03"}
            for n in range(number // 4)
        ),
    )


def lists(rows: Rows, made: Made, number: int) -> None:
    """Lists of ten names each."""
    pick = rows.chance.choice
    handed = rows.add(
        models.List,
        (
            {
                "name": f"list {n}",
                "from_party_id": made.parties[n % 2],
                "to_party_id": made.parties[1 - n % 2],
                "handed_on": str(START + timedelta(days=rows.chance.randrange(11_000))),
            }
            for n in range(number)
        ),
    )
    made.lists += handed
    rows.add(
        models.ListItem,
        (
            {"list_id": key, "number": n, "name": f"name {n}", "case_id": pick(made.cases)}
            for key in handed
            for n in range(1, 11)
        ),
    )


def promises(rows: Rows, made: Made, number: int) -> None:
    """Commitments and benchmarks, half of them followed up."""
    pick = rows.chance.choice
    days = [START + timedelta(days=rows.chance.randrange(13_000)) for _ in range(number)]
    given = rows.add(
        models.Commitment,
        (
            {
                "what": "hold the next round", "by_party_id": pick(made.parties), "strength": "agreed",
                "nature": pick(["act", "act", "standing"]), "due": str(day), "due_last": day,
                "made_at_meeting_id": pick(made.meetings),
            }
            for day in days
        ),
    )  # fmt: skip
    rows.add(
        models.FollowUp,
        ({"commitment_id": key, "status": pick(["kept", "open", "partly"]), "meeting_id": pick(made.meetings)}
         for key in given[::2]),
    )  # fmt: skip
    set_before = rows.add(
        models.Benchmark,
        ({"measure": "publish the figures", "due": str(day), "due_last": day} for day in days[: number // 5]),
    )
    rows.add(models.BenchmarkJudgement, ({"benchmark_id": key, "judgement": "not-met"} for key in set_before[::2]))


def said(rows: Rows, made: Made, held: list[uuid.UUID], part: float) -> None:
    """Positions, characterisations and exchanges."""
    pick = rows.chance.choice
    positions = rows.add(
        models.Position,
        (
            {"party_id": pick(made.parties), "meeting_id": pick(held), "theme": pick(THEMES), "summary": f"that is so, {n}"}
            for n in range(int(10_000 * part))
        ),
    )  # fmt: skip
    rows.add(
        models.Characterisation,
        ({"meeting_id": key, "party_id": pick(made.parties), "words": "candid"} for key in held for _ in range(2)),
    )
    asked = list(models.Source.objects.using(rows.alias).values_list("pk", flat=True))
    clear = ["reply", "ambivalent", "non-reply", "unanswered"]
    rows.add(
        models.Exchange,
        ({"source_id": pick(asked), "theme": pick(THEMES), "asks": "what was said", "clarity": pick(clear)}
         for _ in range(int(50_000 * part))),
    )  # fmt: skip
    rows.add(
        models.Ground,
        ({"entry_id": key, "passage_id": pick(made.passages), "by_id": rows.by.pk, "at": NOW} for key in positions),
    )


def time(place: Path, runs: int) -> bool:
    """Print how long each report takes, with clearance and without; whether all stay below the limit."""
    good = True
    with folder.opened(place, "seven wet stones"), keyring.cleared():
        for name, kind in REPORTS.items():
            for words, sight in (("cleared", Sight.of_context()), ("public", Sight.public())):
                about = _about(kind.about)
                with contextlib.ExitStack() as stack:
                    queries = [
                        stack.enter_context(CaptureQueriesContext(connections[alias])) for alias in sight.aliases
                    ]
                    make_report(name, about, sight=sight)
                times, worked = zip(*(_timed(name, about, sight) for _ in range(runs)), strict=True)
                slow, busy = (sorted(some)[int(len(some) * 0.95) - 1] for some in (times, worked))
                good = good and slow < LIMIT_MS
                number = sum(len(one.captured_queries) for one in queries)
                flag = "" if slow < LIMIT_MS else "  over"
                print(f"{name:13} {words:8} {slow:6.0f} ms  {busy:6.0f} ms busy  {number:3} queries{flag}")
    return good


def _timed(name: str, about: str, sight: Sight) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor (the two differ where the machine has other work)."""
    began, worked = perf_counter(), process_time()
    json_of(make_report(name, about, sight=sight))
    return (perf_counter() - began) * 1000, (process_time() - worked) * 1000


def _about(wanted: str) -> str:
    """A public thing for a report to be about: the one that most is known of, so that it is the dearest."""
    if not wanted:
        return ""
    if wanted == "THEME":
        return "religion"
    if wanted == "YEAR":
        return "2010"
    if wanted == "DIALOGUE":
        return str(models.Dialogue.objects.using(PUBLIC).values_list("pk", flat=True)[0])
    link, field = {"CASE": (models.RaisedCase, "case_id"), "MEETING": (models.Representation, "meeting_id")}[wanted]
    most = link.objects.using(PUBLIC).order_by().values_list(field).annotate(number=Count("pk")).order_by("-number")
    return str(most[0][0])


THEMES = list(themes())
LIMIT_MS = 300

if __name__ == "__main__":
    if sys.argv[1] == "build":
        build(Path(sys.argv[2]), float(sys.argv[4]) if len(sys.argv) > 4 else 1.0)
    else:
        sys.exit(0 if time(Path(sys.argv[2]), runs=20) else 1)
