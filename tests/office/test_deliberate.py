"""Deliberate acts: what exactly changes is shown first, and nothing is done before the second step."""

from typing import Any

import pytest

from clients import CANARY, Visitor, add_confidential_rows, user
from makers import PASSPHRASE, MadeRecord, add_person
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import (
    Case,
    Correction,
    Erasure,
    LogEntry,
    Merging,
    Outcome,
    Person,
    PublicationDecision,
    SameAs,
    Statement,
)
from twotrack.record.representations import record_outcome
from twotrack.vocabulary import OutcomeKind


@pytest.fixture
def case(kept: MadeRecord) -> Case:
    return Case.objects.using(PUBLIC).get()


@pytest.fixture
def outcome(case: Case) -> Outcome:
    with writing(PUBLIC, by=user("officer")) as ledger:
        return record_outcome(ledger, case, OutcomeKind.RELEASED, when="2026-01", inference="her brother")


def person(name: str, alias: str = PUBLIC) -> Person:
    with writing(alias, by=user("officer")) as ledger:
        made: Case = add_person(ledger, name)
    return subject(made)


def subject(case: Case) -> Person:
    assert isinstance(case.person, Person)
    return case.person


def heads() -> list[str]:
    return [
        str(LogEntry.objects.using(alias).order_by("-number").values_list("hash").first())
        for alias in (PUBLIC, CONFIDENTIAL)
    ]


def test_a_preview_changes_nothing_in_either_database(outcome: Outcome) -> None:
    before = heads()
    data: dict[str, Any] = {"outcome_kind": "released", "when": "2026-02", "summary_language": "und", "why": "misread"}
    shown = Visitor("officer").sends(f"/entries/{outcome.pk}/correct", **data).content.decode()
    assert '<del dir="auto">January 2026</del> <ins dir="auto">February 2026</ins>' in shown
    assert "Yes, correct" in shown
    assert heads() == before
    assert Outcome.objects.using(PUBLIC).get().when == "2026-01"


def test_a_preview_shows_what_changes_on_the_published_page(case: Case, outcome: Outcome) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        ledger.add(PublicationDecision(subject_id=subject(case).pk, form="name", by=ledger.by, at=ledger.at))
    shown = Visitor("officer").sends(f"/entries/{outcome.pk}/take-out", why="another person's").content.decode()
    assert f"cases/{case.pk}.html" in shown.partition("For readers")[2]
    assert Outcome.objects.using(PUBLIC).exists()


def test_one_without_clearance_is_shown_the_public_part_alone(case: Case, outcome: Outcome) -> None:
    data: dict[str, Any] = {"outcome_kind": "released", "when": "2026-02", "summary_language": "und", "why": "misread"}
    path = f"/entries/{outcome.pk}/correct"
    before = Visitor("clerk").reads(path, **data)
    add_confidential_rows(case)
    after = Visitor("clerk").reads(path, **data)
    assert "For those with clearance" not in after
    assert len(before) == len(after)
    assert CANARY not in after


def test_an_earlier_state_comes_back_as_a_correction(outcome: Outcome) -> None:
    clerk, path = Visitor("clerk"), f"/entries/{outcome.pk}"
    data: dict[str, Any] = {"outcome_kind": "released", "when": "2026-02", "summary_language": "und", "why": "misread"}
    clerk.sends(f"{path}/correct", **data, sure="1")
    number = clerk.sees(path).partition('name="number" value="')[2].partition('"')[0]
    assert "Yes, restore" in clerk.reads(f"{path}/restore", number=number, why="it was right")
    clerk.sends(f"{path}/restore", number=number, why="it was right", sure="1")
    assert Outcome.objects.using(PUBLIC).get().when == "2026-01"
    assert Correction.objects.using(PUBLIC).count() == 2


@pytest.mark.parametrize("keep", ["this", "other"])
def test_two_persons_are_merged_in_either_direction_and_split_again(case: Case, keep: str) -> None:
    assert case.person is not None
    other = person("Tamzin Orrel")
    clerk = Visitor("clerk")
    data = {"other": str(other.pk), "keep": keep, "why": "the same day of birth"}
    assert str(other.pk) in clerk.sees(f"/entries/{case.person_id}/merge")
    clerk.sends(f"/entries/{case.person_id}/merge", **data)
    assert not Merging.objects.using(PUBLIC).exists()
    clerk.sends(f"/entries/{case.person_id}/merge", **data, sure="1")
    act = Merging.objects.using(PUBLIC).get()
    assert act.kept_id == (case.person_id if keep == "this" else other.pk)
    assert "Yes, split" in clerk.reads(f"/merges/{act.pk}/split")
    clerk.sends(f"/merges/{act.pk}/split", sure="1")
    assert Person.objects.using(PUBLIC).filter(pk__in=[subject(case).pk, other.pk]).count() == 2


def test_across_the_line_nothing_is_merged_but_a_confidential_pointer_is_set(case: Case) -> None:
    hidden = person("Tamsin Orrel", CONFIDENTIAL)
    data = {"other_id": str(hidden.pk), "keep": "this", "why": "the same lawyer"}
    Visitor("officer").sends(f"/entries/{case.person_id}/merge", **data, sure="1")
    assert SameAs.objects.using(CONFIDENTIAL).get().public_id == case.person_id
    assert "no entry of this id" in Visitor("clerk").reads(f"/entries/{case.person_id}/merge", **data, sure="1")


def test_forgetting_takes_two_steps_and_the_passphrase(case: Case) -> None:
    officer, path = Visitor("officer"), f"/entries/{case.person_id}/forget"
    data = {"reason": "request", "originals": "sealed"}
    assert "Documents in which the names are masked" in officer.sees(path)
    assert "Yes, forget for good" in officer.reads(path, **data)
    assert "does not fit" in officer.reads(path, **data, sure="1", password="wrong")
    assert Person.objects.using(PUBLIC).filter(pk=subject(case).pk).exists()
    shown = officer.reads(path, **data, sure="1", password=f"officer {PASSPHRASE}")
    assert "Forgotten:" in shown
    assert not Statement.objects.using(PUBLIC).filter(value="Tamsin Orrel").exists()
    assert Erasure.objects.using(PUBLIC).count() == 1
