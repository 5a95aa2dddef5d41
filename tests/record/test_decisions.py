"""What a person does with proposals, and what becomes of them when a source is read again."""

import dataclasses
import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from makers import TEXT, MadeRecord, ingest_made, make_reading, span
from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.reading.findings import CharacterisationFinding, PositionFinding
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.decisions import decide, decide_all, entry_of
from twotrack.record.ingest import current_text, reread
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.links import grounds_of
from twotrack.record.log import last_number
from twotrack.record.models import (
    Case,
    Characterisation,
    Commitment,
    Entry,
    Meeting,
    Participation,
    Party,
    Passage,
    Person,
    Position,
    Proposal,
    RaisedCase,
    Statement,
    User,
)
from twotrack.record.people import shown
from twotrack.record.proposals import decision_on, repropose
from twotrack.sources.raw import Document
from twotrack.vocabulary import DecisionKind, Property


@pytest.fixture(autouse=True)
def ticking() -> object:
    """A clock that moves with each look: later decisions are later."""
    moments = (datetime(2026, 5, 4, tzinfo=UTC) + timedelta(seconds=n) for n in itertools.count())
    with clock.fixed(lambda: next(moments)):
        yield


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def proposal(section: str, alias: str = PUBLIC, nth: int = 0) -> Proposal:
    found = Proposal.objects.using(alias).filter(section=section, vanished=False)
    return sorted(found, key=lambda one: one.spans[0])[nth]


def accept(one: Proposal) -> Entry:
    entry = decide(one, DecisionKind.ACCEPT, by=officer())
    assert entry is not None
    return entry


def test_the_same_bytes_twice_change_nothing(record: MadeRecord) -> None:
    first = ingest_made(PUBLIC, by=officer())
    again = ingest_made(PUBLIC, by=officer())
    assert (first.already_there, again.already_there) == (False, True)
    assert again.source.pk == first.source.pk
    assert Proposal.objects.using(PUBLIC).count() == first.proposals == 6


def test_the_same_bytes_may_be_acquired_in_both_confidentialities(record: MadeRecord) -> None:
    ingest_made(CONFIDENTIAL, by=officer())
    assert not ingest_made(PUBLIC, by=officer()).already_there


def test_accepting_a_case_accepts_its_meeting_first(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    case = accept(proposal("cases"))
    meeting = entry_of(proposal("meetings"))
    assert isinstance(case, Case)
    assert meeting is not None
    raised = RaisedCase.objects.using(PUBLIC).get(case_id=case.pk)
    assert raised.representation.meeting_id == meeting.pk
    quotes = [ground.passage.quote for ground in grounds_of(raised) if ground.passage]
    assert quotes == ["We raised the case of Tamsin Orrel, who is detained."]
    assert list(check()) == []


def test_a_case_brings_person_names_and_status_on_their_words(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    case = accept(proposal("cases"))
    assert isinstance(case, Case)
    assert case.person_id is not None
    name = shown(Sight.public(), case.person_id, Property.NAME)
    status = shown(Sight.public(), case.pk, Property.STATUS)
    assert name is not None
    assert status is not None
    assert (name.value, status.value) == ("Tamsin Orrel", "detained")
    quotes = [ground.passage.quote for ground in status.grounds.using(PUBLIC).all()]
    assert quotes == ["detained"]


def test_the_delegation_is_accepted_as_a_block(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    made = decide_all(list(Proposal.objects.using(PUBLIC).filter(section="participants")), by=officer())
    assert len(made) == 2
    rows = Participation.objects.using(PUBLIC).all()
    assert {(row.role, bool(row.person_id), bool(row.agency_id)) for row in rows} == {
        ("head", True, False),
        ("member", False, True),
    }
    assert {row.party.name for row in rows if row.party} == {"Verania"}


def test_a_commitment_names_the_meeting_that_it_promises(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    commitment = accept(proposal("commitments"))
    assert isinstance(commitment, Commitment)
    assert (commitment.due, str(commitment.due_last), commitment.by_both) == ("2026", "2026-12-31", True)
    promised = commitment.promises_meeting
    assert promised is not None
    assert promised.status == "planned"


def test_a_rejected_meeting_is_left_empty_on_what_named_it(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    decide(proposal("meetings"), DecisionKind.REJECT, by=officer())
    case = accept(proposal("cases"))
    assert RaisedCase.objects.using(PUBLIC).get(case_id=case.pk).representation.meeting is None


def test_a_confidential_source_makes_confidential_entries(record: MadeRecord) -> None:
    ingest_made(CONFIDENTIAL, by=officer())
    accept(proposal("cases", CONFIDENTIAL))
    assert Case.objects.using(CONFIDENTIAL).count() == 1
    assert not Entry.objects.using(PUBLIC).exists()


def test_an_edit_changes_what_is_made_and_not_the_finding(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    case = decide(
        proposal("cases"), DecisionKind.EDIT, by=officer(), data={"name": "Tamsin Orrel-Vey", "matter": "detention"}
    )
    assert isinstance(case, Case)
    assert case.matter == "detention"
    assert Statement.objects.using(PUBLIC).filter(value="Tamsin Orrel-Vey").exists()
    assert proposal("cases").data["name"] == "Tamsin Orrel"


def test_a_merge_adds_to_the_person_who_is_there(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer()) as ledger:
        person = ledger.add(Person())
        ledger.ground(person, inference="known from before")
    ingest_made(PUBLIC, by=officer())
    case = decide(proposal("cases"), DecisionKind.MERGE, by=officer(), into=person)
    assert isinstance(case, Case)
    assert case.person_id == person.pk
    assert list(check()) == []


def test_nobody_is_recognised_by_name_alone(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    accept(proposal("cases"))
    ingest_made(PUBLIC, make_reading(TEXT + " Thank you."), by=officer())
    waiting = [one for one in Proposal.objects.using(PUBLIC).filter(section="cases") if decision_on(one) is None]
    accept(waiting[0])
    assert Statement.objects.using(PUBLIC).filter(value="Tamsin Orrel").values("subject_id").distinct().count() == 2
    assert Party.objects.using(PUBLIC).filter(name="Aldmark").count() == 1


def test_a_later_decision_holds_and_takes_back_what_the_earlier_made(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    accept(proposal("cases"))
    decide(proposal("cases"), DecisionKind.REJECT, by=officer())
    assert not Case.objects.using(PUBLIC).exists()
    assert not Person.objects.using(PUBLIC).exists()
    assert list(check()) == []


def test_a_decision_that_others_rest_on_is_not_taken_back(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    accept(proposal("cases"))
    with pytest.raises(LedgerError, match="other entries rest on"):
        decide(proposal("meetings"), DecisionKind.REJECT, by=officer())
    assert Meeting.objects.using(PUBLIC).count() == 1


def read_again(reading: object) -> list[Proposal]:
    source = Proposal.objects.using(PUBLIC).all()[0].source
    with writing(PUBLIC, by=officer()) as ledger:
        return repropose(ledger, source, current_text(source), reading)  # type: ignore[arg-type]


def test_decisions_survive_a_reading_that_finds_the_same(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    accept(proposal("cases"))
    before = {one.pk for one in Proposal.objects.using(PUBLIC).all()}
    assert {one.pk for one in read_again(make_reading())} == before
    assert decision_on(proposal("cases")) is not None


def test_an_anchor_that_overlaps_by_half_inherits_the_decision(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    decide(proposal("cases"), DecisionKind.REJECT, by=officer())
    reading = make_reading()
    wider = dataclasses.replace(reading.cases[0], mentions=(span("case of Tamsin Orrel"),))
    read_again(dataclasses.replace(reading, cases=(wider,)))
    decision = decision_on(proposal("cases"))
    assert decision is not None
    assert decision.kind == "reject"


def test_another_value_on_the_same_words_is_a_new_proposal_that_shows_the_old_one(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    old = proposal("meetings")
    accept(old)
    read_again(make_reading(when="2025-03"))
    new = proposal("meetings")
    assert new.pk != old.pk
    assert new.earlier_id == old.pk
    assert decision_on(new) is None


def test_what_vanished_is_kept_and_marked(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    read_again(dataclasses.replace(make_reading(), cases=()))
    assert Proposal.objects.using(PUBLIC).get(section="cases").vanished


def test_passages_move_to_a_later_text_by_their_quotes_and_the_lost_are_listed(record: MadeRecord) -> None:
    source = ingest_made(PUBLIC, by=officer()).source
    accept(proposal("cases"))
    later = "Cleaned by a later extractor. " + TEXT.replace("detained", "held")
    reading = dataclasses.replace(make_reading(), text=later, cases=(), meetings=(), participants=(), commitments=())
    done = reread(source, Document(text=later, extractor="text/2"), reading, by=officer(), at=clock.now())
    quotes = {
        row.quote: row.text.text[row.start : row.end] for row in Passage.objects.using(PUBLIC).select_related("text")
    }
    assert quotes["Tamsin Orrel"] == "Tamsin Orrel"
    lost = {Passage.objects.using(PUBLIC).get(pk=key).quote for key in done.lost}
    assert lost == {"detained", "We raised the case of Tamsin Orrel, who is detained."}
    assert list(check()) == []


def test_a_block_may_name_what_another_of_the_block_refers_to(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    order = ["commitments", "cases", "participants", "meetings"]  # each before the meeting that it names
    proposals = [one for section in order for one in Proposal.objects.using(PUBLIC).filter(section=section)]
    decide_all(proposals, by=officer())
    assert all(decision_on(one) is not None for one in proposals)
    assert Meeting.objects.using(PUBLIC).count() == 2
    assert list(check()) == []


def test_a_reading_that_finds_the_same_writes_nothing(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    accept(proposal("cases"))
    before = last_number(PUBLIC)
    read_again(make_reading())
    assert last_number(PUBLIC) == before


def test_what_vanished_and_is_found_again_keeps_its_decision(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    case = proposal("cases")
    entry = accept(case)
    read_again(dataclasses.replace(make_reading(), cases=()))
    assert not Proposal.objects.using(PUBLIC).filter(section="cases", vanished=False).exists()
    read_again(make_reading())
    assert proposal("cases") == case
    found = entry_of(proposal("cases"))
    assert found is not None
    assert found.pk == entry.pk
    assert Proposal.objects.using(PUBLIC).filter(section="cases").count() == 1


def test_a_position_and_a_description_are_one_sides_at_the_meeting(record: MadeRecord) -> None:
    known: dict[str, Any] = {"meeting": "m1", "confidence": 0.6, "rule": "by-hand", "mentions": (span("We raised"),)}
    reading = dataclasses.replace(
        make_reading(),
        positions=(PositionFinding(theme="torture", party="Aldmark", **known),),
        characterisations=(CharacterisationFinding(words="frank", party="Verania", **known),),
    )
    ingest_made(PUBLIC, reading, by=officer())
    decide_all(
        list(Proposal.objects.using(PUBLIC).filter(section__in=("positions", "characterisations"))), by=officer()
    )
    position, described = Position.objects.using(PUBLIC).get(), Characterisation.objects.using(PUBLIC).get()
    assert (position.party.name, position.theme, described.party.name, described.words) == (
        "Aldmark", "torture", "Verania", "frank",
    )  # fmt: skip
    assert position.meeting == described.meeting == Meeting.objects.using(PUBLIC).get()
    assert list(check()) == []
