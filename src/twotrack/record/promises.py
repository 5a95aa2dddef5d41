"""Commitments and benchmarks entered by hand, what became of them at which later meeting, and whether they are overdue."""

from datetime import date

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import Sight
from twotrack.record.ledger import Ledger, day_bounds
from twotrack.record.models import (
    Benchmark,
    BenchmarkJudgement,
    CitedRecommendation,
    Commitment,
    Entry,
    FollowUp,
    Meeting,
    MeetingTheme,
    Party,
    Passage,
    Position,
    Recommendation,
)
from twotrack.vocabulary import CommitmentNature, CommitmentStatus, Judgement, Strength, Track

_CITES = (Commitment, Benchmark, Position, MeetingTheme)
_CLOSED = {CommitmentStatus.KEPT, CommitmentStatus.LAPSED, CommitmentStatus.WITHDRAWN}


def promise(
    ledger: Ledger,
    what: str,
    *,
    strength: Strength,
    nature: CommitmentNature = CommitmentNature.ACT,
    by: Party | None = None,
    both: bool = False,
    by_words: str = "",
    due: str = "",
    track: Track | None = None,
    meeting: Meeting | None = None,
    language: str = "und",
    passage: Passage | None = None,
    inference: str = "",
) -> Commitment:
    """What a party (or `both`) said at a meeting that it will do; `due` in EDTF. Overdue is computed from its last day."""
    made = ledger.add(
        Commitment(
            by_party=by,
            by_both=both,
            by_words=by_words,
            what=what,
            what_language=language,
            nature=nature.value,
            strength=strength.value,
            track=track.value if track else "",
            due=due,
            due_last=day_bounds(due)[1] if due else None,
            made_at_meeting=meeting,
        )
    )
    ledger.stand(made, passage=passage, inference=inference)
    return made


def follow_up(
    ledger: Ledger,
    commitment: Commitment,
    status: CommitmentStatus,
    *,
    meeting: Meeting | None = None,
    when: str = "",
    summary: str = "",
    language: str = "und",
    passage: Passage | None = None,
    inference: str = "",
) -> FollowUp:
    """What became of a commitment, as a person judged it, at a later meeting or on a day."""
    made = ledger.add(
        FollowUp(
            commitment=commitment,
            status=status.value,
            meeting=meeting,
            when=when,
            summary=summary,
            summary_language=language,
        )
    )
    ledger.stand(made, passage=passage, inference=inference)
    return made


def set_benchmark(
    ledger: Ledger,
    measure: str,
    *,
    by: Party | None = None,
    by_words: str = "",
    due: str = "",
    meeting: Meeting | None = None,
    language: str = "und",
    passage: Passage | None = None,
    inference: str = "",
) -> Benchmark:
    """A yardstick set beforehand: by whom, the measure, by when (EDTF)."""
    made = ledger.add(
        Benchmark(
            by_party=by,
            by_words=by_words,
            measure=measure,
            measure_language=language,
            due=due,
            due_last=day_bounds(due)[1] if due else None,
            set_at_meeting=meeting,
        )
    )
    ledger.stand(made, passage=passage, inference=inference)
    return made


def judge(
    ledger: Ledger,
    benchmark: Benchmark,
    judgement: Judgement,
    *,
    when: str = "",
    passage: Passage | None = None,
    inference: str = "",
) -> BenchmarkJudgement:
    """How a benchmark was judged, on which words."""
    made = ledger.add(BenchmarkJudgement(benchmark=benchmark, judgement=judgement.value, when=when))
    ledger.stand(made, passage=passage, inference=inference)
    return made


def cite(ledger: Ledger, entry: Entry, recommendation: Recommendation, *, inference: str) -> CitedRecommendation:
    """Say that a theme of a meeting, a position, a commitment or a benchmark takes up a recommendation."""
    if not isinstance(entry, _CITES):
        raise LedgerError("a meeting's theme, a position, a commitment or a benchmark can cite a recommendation")
    made = ledger.add(CitedRecommendation(entry_id=entry.pk, recommendation=recommendation))
    ledger.ground(made, inference=inference)
    return made


def status_of(sight: Sight, commitment: Commitment) -> CommitmentStatus:
    """What became of a commitment: the latest judgement in sight; open where nobody judged."""
    judged = sight.all(FollowUp, commitment_id=commitment.pk)
    return CommitmentStatus(judged[-1].status) if judged else CommitmentStatus.OPEN


def is_overdue(sight: Sight, commitment: Commitment, on: date) -> bool:
    """Whether an act was due before this day and nobody judged that it was kept, lapsed or withdrawn. A standing commitment
    is never overdue, and neither is one without a last day."""
    if commitment.nature != CommitmentNature.ACT.value or commitment.due_last is None:
        return False
    return bool(commitment.due_last < on) and status_of(sight, commitment) not in _CLOSED
