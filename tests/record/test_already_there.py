"""Who is already in the record, within what may be seen."""

import pytest

from clients import Visitor, user
from makers import MadeRecord, ingest_made, make_reading
from twotrack.errors import ClearanceError
from twotrack.record import already_there as module
from twotrack.record import folder, keyring
from twotrack.record.already_there import already_there, candidates_for
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.matching import Verdict
from twotrack.record.models import Case, Person, Proposal, Statement
from twotrack.record.person_facts import Fact
from twotrack.vocabulary import Property

BORN = {Fact.BORN: ("1970-04-12",)}


def person(alias: str, *names: str, born: str = "", status: str = "") -> Person:
    """Somebody with names, a date of birth and a case."""
    with writing(alias, by=user("officer")) as ledger:
        one = ledger.add(Person())
        ledger.ground(one, inference="known from before")
        for name in names:
            ledger.state(one, Property.NAME, name, inference="known from before")
        if born:
            ledger.state(one, Property.BORN_ON, born, inference="known from before")
        if status:
            case = ledger.add(Case(person=one))
            ledger.ground(case, inference="known from before")
            ledger.state(case, Property.STATUS, status, inference="known from before")
    return one


def test_a_person_is_found_by_a_name_in_another_script_and_a_second_fact(record: MadeRecord) -> None:
    one = person(PUBLIC, "高志远", "Old Lamp", born="1970-04-12")
    found = already_there(Sight.public(), ("Gao Zhiyuan",), BORN)
    assert [(candidate.key, candidate.verdict) for candidate in found] == [(one.pk, Verdict.SAME)]


def test_facts_of_the_cases_are_compared_too(record: MadeRecord) -> None:
    person(PUBLIC, "Tamsin Orrel", status="sentenced for espionage")
    found = already_there(Sight.public(), ("Tamsin Orrel",), {Fact.CHARGE: ("fraud",)})
    assert [compared.fact for compared in found[0].disagreeing] == [Fact.CHARGE]


def test_a_name_that_comes_changes_or_goes_is_noticed(record: MadeRecord) -> None:
    assert already_there(Sight.public(), ("Ilsa Tarn",), {}) == []
    person(PUBLIC, "Ilsa Tarn")
    assert len(already_there(Sight.public(), ("Ilsa Tarn",), {})) == 1
    with writing(PUBLIC, by=user("officer")) as ledger:
        ledger.change(Statement.objects.using(PUBLIC).get(), value="Teo Marrend")
    assert already_there(Sight.public(), ("Ilsa Tarn",), {}) == []
    assert len(already_there(Sight.public(), ("Teo Marrend",), {})) == 1


def test_one_without_clearance_gets_the_same_answer_whatever_is_confidential(record: MadeRecord) -> None:
    person(PUBLIC, "Tamsin Orrel", born="1970-04-12")
    asked = ("Tamsyn Orrel", "Old Lamp")
    before = already_there(Sight.public(), asked, BORN)
    person(CONFIDENTIAL, "Tamsin Orrel", "Old Lamp", born="1970-04-12")
    known = Person.objects.using(PUBLIC).get()
    with writing(CONFIDENTIAL, by=user("officer")) as ledger:
        ledger.state(known, Property.NAME, "Old Lamp", inference="said in private")
        ledger.state(known, Property.OCCUPATION, "judge", inference="said in private")
    assert len(already_there(Sight.of_context(), asked, BORN)) == 2
    with keyring.uncleared():
        assert already_there(Sight.of_context(), asked, BORN) == before
        with pytest.raises(ClearanceError):
            already_there(Sight((PUBLIC, CONFIDENTIAL)), asked, BORN)


def test_a_clerks_page_of_a_proposal_keeps_its_bytes(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=user("officer"))
    person(PUBLIC, "Tamsin Orrel", born="1970-04-12")
    clerk = Visitor("clerk")
    address = f"/proposals/{Proposal.objects.using(PUBLIC).get(section='cases').pk}"
    before = clerk.sees(address)
    assert "perhaps" in before
    person(CONFIDENTIAL, "Tamsin Orrel", born="1980-01-01", status="detained")
    assert clerk.sees(address) == before


def test_a_public_finding_is_never_compared_with_confidential_persons(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=user("officer"))
    person(CONFIDENTIAL, "Tamsin Orrel")
    assert candidates_for(Sight.of_context(), Proposal.objects.using(PUBLIC).get(section="cases")) == []


def test_for_a_confidential_finding_public_persons_are_offered_beside_confidential_ones(record: MadeRecord) -> None:
    ingest_made(CONFIDENTIAL, make_reading(), by=user("officer"))
    keys = {person(alias, "Tamsin Orrel").pk for alias in (PUBLIC, CONFIDENTIAL)}
    found = candidates_for(Sight.of_context(), Proposal.objects.using(CONFIDENTIAL).get(section="cases"))
    assert {candidate.key for candidate in found} == keys


def test_nothing_of_the_names_stays_in_memory_when_the_record_is_locked(record: MadeRecord) -> None:
    person(CONFIDENTIAL, "Tamsin Orrel")
    already_there(Sight.of_context(), ("Tamsin Orrel",), {})
    folder.detach()
    assert module._indexes == {}
