"""What was promised, and what was asked, as they may be published."""

from typing import TypeVar

from twotrack.record.models import Benchmark, BenchmarkJudgement, Commitment, Exchange, FollowUp, Statement
from twotrack.record.public.showing import Showing
from twotrack.record.public.values import PublicCommitment, PublicExchange
from twotrack.vocabulary import Property

Row = TypeVar("Row", FollowUp, BenchmarkJudgement)


def commitments(showing: Showing) -> tuple[PublicCommitment, ...]:
    """Commitments and benchmarks, by when they are due."""
    found = [_commitment(showing, row) for row in showing.rows.all(Commitment)]
    found += [_benchmark(showing, row) for row in showing.rows.all(Benchmark)]
    return tuple(sorted(found, key=lambda one: (one.due == "", one.due, one.what, str(one.id))))


def exchanges(showing: Showing) -> tuple[PublicExchange, ...]:
    """Questions and how they fared, in the order of their sources' texts."""
    found = [_exchange(showing, row) for row in showing.rows.all(Exchange)]
    return tuple(
        sorted(found, key=lambda one: (str(one.source), [quote.start for quote in one.ground.quotes], str(one.id)))
    )


def _commitment(showing: Showing, row: Commitment) -> PublicCommitment:
    latest = _latest(showing.rows.all(FollowUp, commitment_id=row.pk))
    showing.saw(row, *([latest] if latest else []))
    who = "both" if row.by_both else showing.party(row.by_party_id) or _speaker(showing, row.by_words)
    return PublicCommitment(
        id=row.pk,
        who=who,
        what=showing.said(row, row.what),
        language=row.what_language,
        nature=row.nature,
        strength=row.strength,
        due=row.due,
        status=latest.status if latest else "",
        promises=row.promises_meeting_id,
        benchmark=False,
        ground=showing.ground(row),
    )


def _benchmark(showing: Showing, row: Benchmark) -> PublicCommitment:
    latest = _latest(showing.rows.all(BenchmarkJudgement, benchmark_id=row.pk))
    showing.saw(row, *([latest] if latest else []))
    return PublicCommitment(
        id=row.pk,
        who=showing.party(row.by_party_id) or _speaker(showing, row.by_words),
        what=showing.said(row, row.measure),
        language=row.measure_language,
        nature="benchmark",
        strength="",
        due=row.due,
        status=latest.judgement if latest else "",
        promises=None,
        benchmark=True,
        ground=showing.ground(row),
    )


def _exchange(showing: Showing, row: Exchange) -> PublicExchange:
    showing.saw(row)
    asker: Statement | None = None
    if row.asker_id is not None and showing.naming.may_name(row.asker_id):
        asker = showing.shown(row.asker_id, Property.NAME)
        showing.saw(showing.naming.decisions[row.asker_id])
    asks, ground = showing.said(row, row.asks), showing.ground(row)
    return PublicExchange(
        id=row.pk,
        meeting=row.meeting_id,
        source=row.source_id if row.source_id in showing.cited else None,
        asks=asks,
        language=row.asks_language,
        asker=showing.withhold.text(asker.value) if asker else "",
        outlet=showing.withhold.text(row.outlet),
        clarity=row.clarity,
        technique=row.technique,
        ground=ground,
    )


def _speaker(showing: Showing, words: str) -> str:
    """Who promised where it is no party: only a cleared name, with its titles."""
    return words if words and showing.withhold.is_named(words) else ""


def _latest(rows: list[Row]) -> Row | None:
    return max(rows, key=lambda row: (row.recorded_at, str(row.pk)), default=None)
