"""Commitments and benchmarks by hand: overdue is computed, what became of them is a person's word."""

from datetime import date

import pytest

from makers import NOW, MadeRecord, add_person
from twotrack.errors import LedgerError
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import CitedRecommendation, Recommendation, User
from twotrack.record.promises import cite, follow_up, is_overdue, judge, promise, set_benchmark, status_of
from twotrack.vocabulary import CommitmentNature, CommitmentStatus, Judgement, RecommendationBody, Strength


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


@pytest.mark.parametrize(
    ("due", "nature", "status", "on", "overdue"),
    [
        ("2026-06", CommitmentNature.ACT, None, date(2026, 6, 30), False),
        ("2026-06", CommitmentNature.ACT, None, date(2026, 7, 1), True),
        ("2026-06", CommitmentNature.ACT, CommitmentStatus.PARTLY, date(2026, 7, 1), True),
        ("2026-06", CommitmentNature.ACT, CommitmentStatus.KEPT, date(2026, 7, 1), False),
        ("2026-06", CommitmentNature.ACT, CommitmentStatus.LAPSED, date(2026, 7, 1), False),
        ("2026-06", CommitmentNature.STANDING, None, date(2026, 7, 1), False),
        ("", CommitmentNature.ACT, None, date(2036, 7, 1), False),
    ],
)
def test_overdue(
    record: MadeRecord, due: str, nature: CommitmentNature, status: CommitmentStatus | None, on: date, overdue: bool
) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        made = promise(ledger, "admit visitors", strength=Strength.AGREED, nature=nature, due=due, inference="read out")
        if status:
            follow_up(ledger, made, status, inference="seen")
    assert is_overdue(Sight.public(), made, on) is overdue


def test_the_latest_judgement_holds(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        made = promise(ledger, "admit visitors", strength=Strength.INTENDED, inference="read out")
        assert status_of(Sight.public(), made) == CommitmentStatus.OPEN
        follow_up(ledger, made, CommitmentStatus.PARTLY, inference="seen")
        follow_up(ledger, made, CommitmentStatus.KEPT, inference="seen")
    assert status_of(Sight.public(), made) == CommitmentStatus.KEPT
    assert list(check()) == []


def test_a_benchmark_is_judged_and_cites_a_recommendation(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        told = ledger.add(
            Recommendation(body=RecommendationBody.UPR.value, reference="12.3", text="admit visitors to all prisons")
        )
        ledger.ground(told, inference="from the report")
        made = set_benchmark(ledger, "visitors in three prisons", due="2027", inference="read out")
        judge(ledger, made, Judgement.PARTLY, when="2027-02", inference="two were visited")
        cite(ledger, made, told, inference="the same words")
        with pytest.raises(LedgerError, match="can cite"):
            cite(ledger, add_person(ledger, "Tamsin Orrel"), told, inference="no")
    assert [row.judgement for row in made.judgements.using(PUBLIC).all()] == ["partly"]
    assert CitedRecommendation.objects.using(PUBLIC).get().entry_id == made.pk
    assert list(check()) == []
