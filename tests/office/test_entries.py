"""Any entry: its history, and the deliberate acts on it."""

import pytest

from clients import CANARY, Visitor, add_confidential_rows
from makers import MadeRecord
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import (
    Case,
    Contact,
    Correction,
    NameSeen,
    Outcome,
    Person,
    Release,
    ShownStatement,
    Statement,
    User,
)
from twotrack.record.representations import record_outcome
from twotrack.record.talks import meet
from twotrack.vocabulary import OutcomeKind, Property


@pytest.fixture
def case(kept: MadeRecord) -> Case:
    return Case.objects.using(PUBLIC).get()


@pytest.fixture
def outcome(case: Case) -> Outcome:
    with writing(PUBLIC, by=User.objects.using(PUBLIC).get(name="officer")) as ledger:
        return record_outcome(ledger, case, OutcomeKind.RELEASED, when="2026-01", inference="her brother")


def test_a_correction_stands_in_the_history_with_what_was_there(outcome: Outcome) -> None:
    clerk = Visitor("clerk")
    path = f"/entries/{outcome.pk}"
    clerk.sends(
        f"{path}/correct", outcome_kind="released", when="2026-02", summary_language="und", why="misread", sure="1"
    )
    shown = clerk.sees(path)
    assert "<del>January 2026</del> February 2026" in shown
    assert "by clerk" in shown
    assert Correction.objects.using(PUBLIC).get().why == "misread"


def test_an_act_without_its_reason_changes_nothing_and_keeps_what_was_typed(outcome: Outcome) -> None:
    sent = Visitor("clerk").sends(
        f"/entries/{outcome.pk}/correct", outcome_kind="released", when="2026-02", summary_language="und", why=""
    )
    assert sent.status_code == 400
    assert b'value="2026-02"' in sent.content
    assert Outcome.objects.using(PUBLIC).get().when == "2026-01"


def test_taking_out_leads_to_what_it_was_said_of(case: Case, outcome: Outcome) -> None:
    sent = Visitor("clerk").sends(f"/entries/{outcome.pk}/take-out", why="another person's", sure="1")
    assert sent.headers["Location"] == f"/cases/{case.pk}"
    assert not Outcome.objects.using(PUBLIC).exists()


def test_what_others_rest_on_is_not_taken_out_and_says_why(case: Case) -> None:
    shown = Visitor("clerk").asks(f"/entries/{case.person_id}/take-out")
    assert shown.status_code == 400
    assert "other entries" in shown.content.decode()


def test_a_withdrawal_shows_what_goes_before_it_takes_it(case: Case, outcome: Outcome) -> None:
    officer = Visitor("officer")
    path = f"/entries/{case.pk}/withdraw"
    assert "outcome" in officer.sees(path)
    assert Outcome.objects.using(PUBLIC).exists()
    previewed = officer.sends(path, reason="harm", why="her family asks").content.decode()
    assert "goes" in previewed.partition("For everybody")[2].partition("For those with clearance")[0]
    assert "comes" in previewed.partition("For those with clearance")[2].partition("For readers")[0]
    assert Outcome.objects.using(PUBLIC).exists()
    officer.sends(path, reason="harm", why="her family asks", sure="1")
    assert not Case.objects.using(PUBLIC).exists()
    assert Outcome.objects.using(CONFIDENTIAL).get().pk == outcome.pk
    assert Visitor("clerk").asks(f"/entries/{case.pk}").status_code == 404


def test_only_what_was_ticked_becomes_public(case: Case) -> None:
    add_confidential_rows(case)
    hidden = Outcome.objects.using(CONFIDENTIAL).get()
    officer = Visitor("officer")
    path = f"/entries/{hidden.pk}/release"
    assert " checked" not in officer.sees(path).partition("<dialog")[0]
    officer.sends(path, fields_to_release=["case", "outcome_kind"], why="published by her lawyer", sure="1")
    public = Outcome.objects.using(PUBLIC).get()
    assert (public.outcome_kind, public.summary) == (OutcomeKind.BETTER_CONDITIONS, "")
    assert f"/entries/{public.pk}" in officer.sees(f"/entries/{hidden.pk}")


def test_a_contact_is_released_on_a_second_persons_word_alone(case: Case) -> None:
    person = Person.objects.using(PUBLIC).get(cases=case)
    with writing(CONFIDENTIAL, by=User.objects.using(PUBLIC).get(name="officer")) as ledger:
        contact = meet(ledger, person, when="2026-03", inference="I was there")
    path, officer = f"/entries/{contact.pk}/release", Visitor("officer")
    asked = {"fields_to_release": ["person"], "why": "agreed", "second_name": "keeper", "sure": "1"}
    assert "do not fit" in officer.sends(path, **asked, second_password="wrong").content.decode()
    assert not Release.objects.using(CONFIDENTIAL).exists()
    officer.sends(path, **asked, second_password="seven wet stones")
    assert Contact.objects.using(PUBLIC).exists()


def test_another_statement_is_shown_once_somebody_chose_it(case: Case) -> None:
    assert case.person is not None
    with writing(PUBLIC, by=User.objects.using(PUBLIC).get(name="officer")) as ledger:
        other = ledger.state(case.person, Property.NAME, "Tamzin Orrel", inference="her own spelling")
    Visitor("clerk").sends(f"/entries/{other.pk}/show", why="her own spelling")
    assert ShownStatement.objects.using(PUBLIC).get().statement_id == other.pk
    assert "Tamzin Orrel" in Visitor("clerk").sees(f"/cases/{case.pk}").partition("<h1")[2].partition("</h1>")[0]


def test_a_public_entrys_history_tells_one_without_clearance_nothing_confidential(case: Case) -> None:
    path = f"/entries/{case.person_id}"
    before = Visitor("clerk").sees(path)
    add_confidential_rows(case)
    assert Visitor("clerk").sees(path) == before
    hidden = Statement.objects.using(CONFIDENTIAL).first()
    assert hidden is not None
    assert Visitor("clerk").asks(f"/entries/{hidden.pk}").status_code == 404
    assert CANARY in Visitor("officer").sees(path)


def test_who_was_shown_a_confidential_name_is_noted(case: Case) -> None:
    add_confidential_rows(case)
    Visitor("clerk").sees(f"/entries/{case.person_id}")
    assert not NameSeen.objects.using(CONFIDENTIAL).exists()
    Visitor("officer").sees(f"/entries/{case.person_id}")
    assert NameSeen.objects.using(CONFIDENTIAL).get().entry_id == case.person_id
    assert "Who was shown" in Visitor("officer").sees(f"/entries/{case.person_id}")
