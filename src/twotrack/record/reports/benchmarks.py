"""Yardsticks set beforehand, and how they were judged."""

import uuid
from collections import Counter, defaultdict
from datetime import date

from django.db.models import Q

from twotrack.record.confidentiality import is_confidential
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import Benchmark, BenchmarkJudgement
from twotrack.record.reports import called
from twotrack.record.reports.grounds import with_grounds
from twotrack.record.reports.latest import latest_words
from twotrack.record.reports.report import Asked, Report, Row, Total
from twotrack.record.reports.seen import Seen, keys_of, raw
from twotrack.vocabulary import Judgement

COLUMNS = ("measure", "by", "due", "set at", "judged", "when judged")
NOTES = (
    "Judged is the latest word of a person. Past due, not judged: its last possible day is past, and nobody judged it.",
)
PAST_DUE, NOT_JUDGED = "past due, not judged", "not judged"
Judged = tuple[tuple[int, str, str], object, str, bool]  # its place, its key, its state, whether confidential
_STATES = (PAST_DUE, NOT_JUDGED, *(one.value for one in Judgement))


def make(asked: Asked) -> Report:
    """The report `benchmarks`."""
    seen = asked.seen
    found = all_judged(seen, asked.today, *asked.only(Benchmark))
    everything = Counter(state for _, _, state, _ in found)
    confidential = Counter(state for _, _, state, secret in found if secret)
    shown = [(key, state) for _, key, state, _ in found[: asked.limit]]
    return Report(
        name="benchmarks",
        title="Benchmarks, and how they were judged",
        columns=COLUMNS,
        rows=with_grounds(_rows(seen, shown), seen),
        totals=tuple(
            Total(label=state.replace("-", " "), value=everything[state], confidential=confidential[state])
            for state in _STATES
        ),
        notes=NOTES,
        more=len(found) > asked.limit,
    )


def all_judged(seen: Seen, today: date, *only: Q) -> list[Judged]:
    """How every benchmark stands that fulfils the condition: past due and not judged first, by the day it is due."""
    words, hidden = latest_words(seen, BenchmarkJudgement, "benchmark_id", "judgement")
    return sorted(
        (
            (_STATES.index(state := _state(words.get(key), str(due or ""), today)), str(due or "9999"), str(key)),
            key,
            state,
            alias == CONFIDENTIAL or key in hidden,
        )
        for alias, rows in seen.rows(Benchmark, *only)
        for key, due in raw(alias, rows.order_by().values_list("pk", "due_last"))
    )


def rows_to_judge(seen: Seen, today: date, limit: int, *only: Q) -> list[Row]:
    """The first benchmarks that nobody judged yet, as rows of the report."""
    waiting = [(key, state) for _, key, state, _ in all_judged(seen, today, *only) if state in (PAST_DUE, NOT_JUDGED)]
    return _rows(seen, waiting[:limit])


def _state(judged: str | None, due: str, today: date) -> str:
    if judged is not None:
        return judged
    return PAST_DUE if due and due < today.isoformat() else NOT_JUDGED


def _rows(seen: Seen, shown: list[tuple[object, str]]) -> list[Row]:
    keys = keys_of(key for key, _ in shown)
    benchmarks = {row.pk: row for row in seen.sight.among(Benchmark, "pk", keys)}
    judgements: dict[uuid.UUID, list[BenchmarkJudgement]] = defaultdict(list)
    for row in seen.sight.among(BenchmarkJudgement, "benchmark_id", keys):
        judgements[row.benchmark_id].append(row)
    parties = called.parties(seen, (row.by_party_id for row in benchmarks.values()))
    met = called.meetings(seen, (row.set_at_meeting_id for row in benchmarks.values()))
    rows = []
    for key, (_, state) in zip(keys, shown, strict=True):
        benchmark, judged = benchmarks[key], judgements[key]
        meeting = met.get(benchmark.set_at_meeting_id)
        rows.append(
            Row(
                cells=(
                    benchmark.measure,
                    parties.get(benchmark.by_party_id) or benchmark.by_words or None,
                    called.in_words(benchmark.due),
                    meeting.label if meeting else None,
                    state.replace("-", " "),
                    called.in_words(judged[-1].when) if judged else None,
                ),
                entries=(key, *(one.pk for one in judged)),
                confidential=is_confidential([benchmark, *judged]),
            )
        )
    return rows
