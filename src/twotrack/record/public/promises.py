"""What was promised, and what was asked, as they may be published."""

from twotrack.record.models import (
    Benchmark,
    BenchmarkJudgement,
    CitedRecommendation,
    Commitment,
    Entry,
    Exchange,
    FollowUp,
    Recommendation,
    Statement,
)
from twotrack.record.public.showing import Showing
from twotrack.record.public.values import Judged, PublicCommitment, PublicExchange
from twotrack.vocabulary import Property


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
    showing.begin()
    judged = _followed(showing, row)
    showing.saw(row)
    who = "both" if row.by_both else showing.party(row.by_party_id) or _speaker(showing, row.by_words)
    return PublicCommitment(
        id=row.pk,
        who=who,
        what=showing.said(row, row.what),
        language=row.what_language,
        nature=row.nature,
        strength=row.strength,
        due=row.due,
        status=judged[-1].status if judged else "",
        judged=judged,
        made_at=row.made_at_meeting_id,
        promises=row.promises_meeting_id,
        benchmark=False,
        cites=_cites(showing, row),
        ground=showing.ground(row),
        made=showing.made(row),
        changed=showing.changed(),
    )


def _benchmark(showing: Showing, row: Benchmark) -> PublicCommitment:
    showing.begin()
    judged = _judged(showing, row)
    showing.saw(row)
    return PublicCommitment(
        id=row.pk,
        who=showing.party(row.by_party_id) or _speaker(showing, row.by_words),
        what=showing.said(row, row.measure),
        language=row.measure_language,
        nature="benchmark",
        strength="",
        due=row.due,
        status=judged[-1].status if judged else "",
        judged=judged,
        made_at=row.set_at_meeting_id,
        promises=None,
        benchmark=True,
        cites=_cites(showing, row),
        ground=showing.ground(row),
        made=showing.made(row),
        changed=showing.changed(),
    )


def _followed(showing: Showing, commitment: Commitment) -> tuple[Judged, ...]:
    """What became of a commitment, the earliest judgement first."""
    rows = showing.rows.all(FollowUp, commitment_id=commitment.pk)
    showing.saw(*rows)
    return tuple(
        Judged(
            id=row.pk,
            status=row.status,
            meeting=row.meeting_id,
            when=row.when,
            summary=showing.said(row, row.summary),
            language=row.summary_language,
            ground=showing.ground(row),
            made=showing.made(row),
        )
        for row in rows
    )


def _judged(showing: Showing, benchmark: Benchmark) -> tuple[Judged, ...]:
    """How a benchmark was judged, the earliest judgement first."""
    rows = showing.rows.all(BenchmarkJudgement, benchmark_id=benchmark.pk)
    showing.saw(*rows)
    return tuple(
        Judged(
            id=row.pk,
            status=row.judgement,
            meeting=None,
            when=row.when,
            summary="",
            language="und",
            ground=showing.ground(row),
            made=showing.made(row),
        )
        for row in rows
    )


def _cites(showing: Showing, entry: Entry) -> tuple[str, ...]:
    """The recommendations that an entry takes up, each as its mechanism names it."""
    found = []
    for link in showing.rows.all(CitedRecommendation, entry_id=entry.pk):
        row = showing.rows.get(Recommendation, link.recommendation_id)
        assert row is not None, "the engine's foreign keys keep what is cited"
        showing.saw(link, row)
        name = " ".join(
            part for part in (row.body_words or row.body.replace("-", " "), row.document, row.reference) if part
        )
        found.append(showing.withhold.text(f"{name}: {showing.said(row, row.text)}"))
    return tuple(sorted(found))


def _exchange(showing: Showing, row: Exchange) -> PublicExchange:
    showing.begin()
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
        to=showing.party(row.to_party_id),
        theme=showing.withhold.text(row.theme),
        clarity=row.clarity,
        technique=row.technique,
        ground=ground,
        made=showing.made(row),
        changed=showing.changed(),
    )


def _speaker(showing: Showing, words: str) -> str:
    """Who promised where it is no party: only a cleared name, with its titles."""
    return words if words and showing.withhold.is_named(words) else ""
