"""Two entries that are one: everything moves, nothing is lost, a split puts it back, and no name comes out by it."""

from typing import Any

import pytest

from makers import NOW, MadeRecord, add_person
from twotrack.errors import LedgerError
from twotrack.record import keyring
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.merging import follow, history, merge, point, resolved, split
from twotrack.record.models import Case, Entry, Outcome, Person, User
from twotrack.record.people import names_of
from twotrack.record.public import public_record
from twotrack.record.publication import decide_publication, decision_for
from twotrack.vocabulary import OutcomeKind, PublicationForm

WHY = "the same date of birth and the same trial"


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def two_persons(alias: str = PUBLIC) -> tuple[Any, Any]:
    with writing(alias, by=officer(), at=NOW) as ledger:
        return add_person(ledger, "Tamsin Orrel"), add_person(ledger, "Tamzin Orel")


def state_of(alias: str) -> list[tuple[object, ...]]:
    """Every value of the entries of a database, apart from what a merge and its undoing write down of themselves."""
    rows = [Person, Case, Entry]
    return [tuple(row.values()) for model in rows for row in model._base_manager.using(alias).order_by("pk").values()]


def test_the_kept_one_takes_over_names_and_cases(record: MadeRecord) -> None:
    one, two = two_persons()
    merge(one.person, two.person, why=WHY, by=officer())
    sight = Sight.of_context()
    assert names_of(sight, one.person_id) == ["Tamsin Orrel", "Tamzin Orel"]
    assert {case.pk for case in sight.all(Case, person_id=one.person_id)} == {one.pk, two.pk}
    assert sight.get(Person, two.person_id) is None
    assert list(check()) == []


def test_the_old_address_leads_to_the_kept_one(record: MadeRecord) -> None:
    one, two = two_persons()
    merge(one.person, two.person, why=WHY, by=officer())
    for key in (two.person_id, str(two.person_id), one.person_id):
        found = resolved(Sight.public(), key)
        assert found is not None and found.pk == one.person_id
    assert resolved(Sight.public(), "nobody") is None


def test_a_split_puts_everything_back(record: MadeRecord) -> None:
    one, two = two_persons()
    before = state_of(PUBLIC)
    act = merge(one.person, two.person, why=WHY, by=officer())
    assert state_of(PUBLIC) != before
    split(act, by=officer())
    assert state_of(PUBLIC) == before
    assert list(check()) == []
    with pytest.raises(LedgerError, match="undone before"):
        split(act, by=officer())


def test_what_was_changed_since_stays_at_a_split(record: MadeRecord) -> None:
    one, two = two_persons()
    act = merge(one, two, why=WHY, by=officer())
    with writing(PUBLIC, by=officer()) as ledger:
        outcome = ledger.add(Outcome(case=one, outcome_kind=OutcomeKind.RELEASED.value))
        ledger.ground(outcome, inference="told by the family")
    split(act, by=officer())
    assert Outcome.objects.using(PUBLIC).get(pk=outcome.pk).case_id == one.pk


def test_who_merged_what_and_why_stays(record: MadeRecord) -> None:
    one, two = two_persons()
    act = merge(one.person, two.person, why=WHY, by=officer())
    split(act, by=officer())
    told = history(Sight.public(), one.person)
    assert [(row.why, row.by.name, row.split_by.name) for row in told] == [(WHY, "officer", "officer")]


@pytest.mark.parametrize(
    ("mine", "other", "after"),
    [
        (PublicationForm.NAME, None, PublicationForm.NOTHING),
        (PublicationForm.NAME, PublicationForm.COUNT, PublicationForm.COUNT),
        (PublicationForm.NOTHING, PublicationForm.NAME, PublicationForm.NOTHING),
        (None, PublicationForm.NAME, None),
        (PublicationForm.NAME, PublicationForm.NAME, PublicationForm.NAME),
    ],
)
def test_the_stricter_publication_decision_holds(
    record: MadeRecord, mine: PublicationForm | None, other: PublicationForm | None, after: PublicationForm | None
) -> None:
    one, two = two_persons()
    for case, form in ((one, mine), (two, other)):
        if form:
            decide_publication(case.person, form, by=officer(), at=NOW)
    merge(one.person, two.person, why=WHY, by=officer())
    holds = decision_for(one.person)
    assert (holds.form if holds else None) == (after.value if after else None)


def test_no_name_comes_out_by_a_merge(record: MadeRecord) -> None:
    one, two = two_persons()
    decide_publication(one.person, PublicationForm.NAME, by=officer(), at=NOW)
    merge(one.person, two.person, why=WHY, by=officer())
    assert "Orel" not in str(public_record(NOW.date()))


@pytest.mark.parametrize("why", ["", "  "])
def test_never_by_the_name_alone(record: MadeRecord, why: str) -> None:
    one, two = two_persons()
    with pytest.raises(LedgerError, match="name alone"):
        merge(one.person, two.person, why=why, by=officer())


def test_what_cannot_be_merged(record: MadeRecord) -> None:
    one, two = two_persons()
    hidden, _ = two_persons(CONFIDENTIAL)
    for kept, merged, said in [
        (one.person, one.person, "needs two"),
        (one.person, two, "two persons"),
        (one.person, hidden.person, "across the line"),
    ]:
        with pytest.raises(LedgerError, match=said):
            merge(kept, merged, why=WHY, by=officer())


def test_across_the_line_only_a_pointer(record: MadeRecord) -> None:
    one, _ = two_persons()
    hidden, _ = two_persons(CONFIDENTIAL)
    point(hidden.person, one.person, why=WHY, by=officer())
    assert names_of(Sight.public(), one.person_id) == ["Tamsin Orrel"]
    with pytest.raises(LedgerError, match="from a confidential entry"):
        point(one.person, hidden.person, why=WHY, by=officer())
    assert list(check()) == []


def test_confidential_words_follow_a_merge_made_without_clearance(record: MadeRecord) -> None:
    one, two = two_persons()
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        outcome = ledger.add(Outcome(case=two, outcome_kind=OutcomeKind.RELEASED.value))
        ledger.ground(outcome, inference="told in private")
    clerk = User.objects.using(PUBLIC).get(name="clerk")
    with keyring.uncleared():
        act = merge(one, two, why=WHY, by=clerk)
    assert Outcome._base_manager.using(CONFIDENTIAL).get(pk=outcome.pk).case_id == two.pk
    assert follow(by=officer()) == 1
    assert Outcome._base_manager.using(CONFIDENTIAL).get(pk=outcome.pk).case_id == one.pk
    assert follow(by=officer()) == 0
    split(act, by=officer())
    assert Outcome._base_manager.using(CONFIDENTIAL).get(pk=outcome.pk).case_id == two.pk
