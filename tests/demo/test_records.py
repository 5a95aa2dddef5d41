"""The demonstration records are built whole, and hold what they are to show."""

import pytest

from makers import NOW, MadeRecord
from twotrack.demo import facts, fictional
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import (
    Case,
    Dialogue,
    List,
    ListItem,
    Meeting,
    Person,
    Proposal,
    PublicationDecision,
    Response,
    Source,
    Statement,
    User,
)
from twotrack.vocabulary import Property, PublicationForm

pytestmark = pytest.mark.process


def keeper() -> User:
    return User.objects.using(PUBLIC).get(name="keeper")


def test_the_fictional_record_shows_every_part_of_the_ledger(record: MadeRecord) -> None:
    fictional.build(by=keeper(), at=NOW)
    assert list(check()) == []
    both = Sight.of_context()
    assert len(both.all(Case)) >= 6
    assert len(both.all(List)) == 1
    assert len([row for row in both.all(Meeting) if row.meeting_kind == "round" and row.status == "held"]) >= 2
    assert ListItem.objects.using(CONFIDENTIAL).count() == 5
    assert not ListItem.objects.using(PUBLIC).exists()
    assert Response.objects.using(PUBLIC).exists()
    assert Response.objects.using(CONFIDENTIAL).exists()
    assert Source.objects.using(CONFIDENTIAL).filter(kind="note").count() == 1
    assert {row.form for row in both.all(PublicationDecision)} == {form.value for form in PublicationForm}


def test_a_page_of_the_web_was_captured_twice(record: MadeRecord) -> None:
    fictional.build(by=keeper(), at=NOW)
    (later,) = Source.objects.using(PUBLIC).exclude(version_of=None)
    found = Proposal.objects.using(PUBLIC).filter(source_id__in=[later.pk, later.version_of_id])
    says_otherwise = [one for one in found if one.earlier_id is not None]
    assert [one.main_value for one in says_otherwise] == ["Ivenna Sordal"]
    assert {one.source_id for one in found} == {later.pk, later.version_of_id}


def test_two_persons_of_one_name_are_two(record: MadeRecord) -> None:
    fictional.build(by=keeper(), at=NOW)
    rows = Statement.objects.using(PUBLIC).filter(about=Property.NAME.value, value="Teo Marrend")
    assert len({row.subject_id for row in rows}) == 2


def test_the_facts_keep_differing_accounts_side_by_side_and_nobody_is_at_issue(record: MadeRecord) -> None:
    facts.build(by=keeper(), at=NOW)
    assert list(check()) == []
    assert Dialogue.objects.using(PUBLIC).count() >= 18
    assert not Case.objects.using(PUBLIC).exists()
    assert not Person.objects.using(CONFIDENTIAL).exists()
    places = {
        frozenset(row.value for row in Sight.public().all(Statement, subject_id=meeting.pk, about=Property.PLACE.value))
        for meeting in Sight.public().all(Meeting)
    }
    assert any({"Brdo", "Ljubljana"} <= one or len(one) > 1 for one in places)
