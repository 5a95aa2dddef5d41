"""Back into confidence: everything that rests on the entry goes along, nothing is left to be read, nothing is lost."""

from typing import Any

import pytest

from makers import NOW, MadeRecord, add_person, ingest_made
from twotrack.errors import LedgerError
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.decisions import decide
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Exchange, Outcome, Person, Proposal, PublicationDecision, Statement, User
from twotrack.record.people import names_of
from twotrack.record.public import public_record
from twotrack.record.publication import decide_publication
from twotrack.record.withdrawals import finish, halves, what_goes, withdraw
from twotrack.vocabulary import DecisionKind, OutcomeKind, PublicationForm, WithdrawalReason

HARM: dict[str, Any] = {"reason": WithdrawalReason.HARM, "why": "the family was visited"}


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def person_with_case() -> Any:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        case = add_person(ledger, "Tamsin Orrel")
        outcome = ledger.add(Outcome(case=case, outcome_kind=OutcomeKind.RELEASED.value))
        ledger.ground(outcome, inference="told by the family")
    return case


def test_it_goes_with_all_that_rests_on_it(record: MadeRecord) -> None:
    case = person_with_case()
    decide_publication(case.person, PublicationForm.NAME, by=officer(), at=NOW)
    withdraw(case.person, by=officer(), **HARM)
    for model in (Person, Case, Outcome, Statement, PublicationDecision):
        assert not model._base_manager.using(PUBLIC).exists()
        assert model._base_manager.using(CONFIDENTIAL).count() == 1
    assert list(check()) == []


def test_nothing_changes_for_the_cleared_but_the_mark(record: MadeRecord) -> None:
    case = person_with_case()
    withdraw(case.person, by=officer(), **HARM)
    sight = Sight.of_context()
    assert names_of(sight, case.person_id) == ["Tamsin Orrel"]
    kept = sight.require(Case, case.pk)
    assert (kept._state.db, kept.recorded_at) == (CONFIDENTIAL, case.recorded_at)


def test_it_is_silent(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        other = add_person(ledger, "Corin Vey")
    decide_publication(other.person, PublicationForm.NAME, by=officer(), at=NOW)
    before = public_record(NOW.date())
    case = person_with_case()
    decide_publication(case.person, PublicationForm.NAME, by=officer(), at=NOW)
    assert public_record(NOW.date()) != before
    withdraw(case.person, by=officer(), **HARM)
    assert public_record(NOW.date()) == before


def test_the_name_is_withheld_in_what_stays(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    for section in ("cases", "commitments"):
        for proposal in Proposal.objects.using(PUBLIC).filter(section=section):
            decide(proposal, DecisionKind.ACCEPT, by=officer(), at=NOW)
    case = Case.objects.using(PUBLIC).get()
    decide_publication(case.person, PublicationForm.NAME, by=officer(), at=NOW)
    assert "Orrel" in str(public_record(NOW.date()))
    withdraw(case.person, by=officer(), **HARM)
    assert "Orrel" not in str(public_record(NOW.date()))
    assert list(check()) == []


def test_links_of_what_stays_are_emptied_and_kept_in_mind(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    source = Proposal.objects.using(PUBLIC).filter(section="cases").get().source
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        case = add_person(ledger, "Tamsin Orrel")
        asked = ledger.add(Exchange(source=source, asker=case.person, asks="whether", clarity="reply"))
        ledger.ground(asked, inference="heard")
    act = withdraw(case.person, by=officer(), **HARM)
    assert Exchange.objects.using(PUBLIC).get().asker_id is None
    assert act.emptied == [["exchange", str(asked.pk), "asker_id", str(case.person_id)]]


def test_cut_off_between_the_steps_it_is_reported_and_finished(
    record: MadeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = person_with_case()
    monkeypatch.setattr("twotrack.record.withdrawals.finish", lambda *_, **__: None)
    withdraw(case.person, by=officer(), **HARM)
    assert [fault.rule for fault in check()] == ["withdrawals are whole"]
    for act in halves():
        finish(act, by=officer())
        finish(act, by=officer())
    assert list(check()) == []
    assert not Person._base_manager.using(PUBLIC).exists()


def test_what_would_go_is_told_before(record: MadeRecord) -> None:
    case = person_with_case()
    kinds = sorted(str(row._meta.verbose_name) for row in what_goes(case).rows)
    assert kinds == ["case", "ground", "ground", "outcome"]


def test_what_cannot_be_withdrawn(record: MadeRecord) -> None:
    case = person_with_case()
    with pytest.raises(LedgerError, match="needs its reason"):
        withdraw(case, reason=WithdrawalReason.HARM, why=" ", by=officer())
    withdraw(case, by=officer(), **HARM)
    with pytest.raises(LedgerError, match="confidential already"):
        withdraw(Case.objects.using(CONFIDENTIAL).get(), by=officer(), **HARM)
