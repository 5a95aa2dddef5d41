"""Put right what was wrong: loud where it was public, with what stood there and until when."""

from typing import Any

import pytest

from makers import NOW, MadeRecord, add_person
from twotrack.errors import LedgerError
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.corrections import about_of, correct, correctable, corrections, take_out
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Correction, Outcome, Statement, User
from twotrack.vocabulary import OutcomeKind, Property

WHY = "the court's paper says otherwise"


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def case_with_outcome(alias: str = PUBLIC) -> tuple[Any, Outcome]:
    with writing(alias, by=officer(), at=NOW) as ledger:
        case = add_person(ledger, "Tamsin Orrel")
        outcome = ledger.add(Outcome(case=case, outcome_kind=OutcomeKind.RELEASED.value, summary="freed in May"))
        ledger.ground(outcome, inference="told by the family")
    return case, outcome


def test_what_was_wrong_since_when_and_until_when(record: MadeRecord) -> None:
    case, outcome = case_with_outcome()
    correct(outcome, {"summary": "freed in June"}, why=WHY, by=officer())
    told = corrections(Sight.public(), case)
    assert [(row.field, row.was, row.now, row.why) for row in told] == [
        ("summary", "freed in May", "freed in June", WHY)
    ]
    assert told[0].since == outcome.recorded_at < told[0].at
    assert list(check()) == []


def test_a_second_correction_begins_where_the_first_ended(record: MadeRecord) -> None:
    case, outcome = case_with_outcome()
    correct(outcome, {"summary": "freed in June"}, why=WHY, by=officer())
    correct(outcome, {"summary": "freed in July"}, why=WHY, by=officer())
    first, second = corrections(Sight.public(), case)
    assert second.since == first.at


def test_the_days_of_a_date_follow(record: MadeRecord) -> None:
    case, _ = case_with_outcome()
    with writing(PUBLIC, by=officer()) as ledger:
        held = ledger.state(case, Property.DETAINED_ON, "2010-05", inference="told")
    correct(held, {"value": "2011"}, why=WHY, by=officer())
    row = Statement.objects.using(PUBLIC).get(pk=held.pk)
    assert (str(row.first_day), str(row.last_day)) == ("2011-01-01", "2011-12-31")
    with pytest.raises(LedgerError, match="EDTF"):
        correct(row, {"value": "last year"}, why=WHY, by=officer())


def test_in_confidence_nothing_is_announced(record: MadeRecord) -> None:
    _, outcome = case_with_outcome(CONFIDENTIAL)
    correct(outcome, {"summary": "freed in June"}, why=WHY, by=officer())
    assert not Correction.objects.using(PUBLIC).exists()
    assert not Correction.objects.using(CONFIDENTIAL).exists()


def test_an_entry_that_should_not_be_there_is_taken_out(record: MadeRecord) -> None:
    case, outcome = case_with_outcome()
    take_out(outcome, why="it was another person", by=officer())
    assert not Outcome.objects.using(PUBLIC).exists()
    told = corrections(Sight.public(), case)
    assert [(row.entry_kind, row.was, row.now, row.field) for row in told] == [("outcome", "freed in May", "", "")]
    assert list(check()) == []


def test_what_others_rest_on_is_not_taken_out(record: MadeRecord) -> None:
    case, _ = case_with_outcome()
    with pytest.raises(LedgerError, match="rest on this one"):
        take_out(case, why=WHY, by=officer())
    assert Case.objects.using(PUBLIC).exists()


def test_a_link_or_a_computed_day_is_not_corrected(record: MadeRecord) -> None:
    _, outcome = case_with_outcome()
    assert correctable(outcome) == ["outcome_kind", "when", "summary", "summary_language"]
    refused: list[tuple[dict[str, Any], str, str]] = [
        ({"case": None}, WHY, "no case"),
        ({"summary": "freed in May"}, WHY, "stands there already"),
        ({"summary": "freed in June"}, " ", "what was wrong"),
    ]
    for values, why, said in refused:
        with pytest.raises(LedgerError, match=said):
            correct(outcome, values, why=why, by=officer())


def test_a_correction_stands_with_what_it_is_about(record: MadeRecord) -> None:
    case, outcome = case_with_outcome()
    name = Statement.objects.using(PUBLIC).get(subject_id=case.person_id)
    assert (about_of(outcome).pk, about_of(name).pk, about_of(case).pk) == (case.pk, case.person_id, case.pk)
