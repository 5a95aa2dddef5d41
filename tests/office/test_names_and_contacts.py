"""Names to be withheld in public texts, and whom one met outside government."""

import pytest

from clients import CANARY, Visitor, user
from makers import MadeRecord, ingest_made
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Case, Contact, NamesReview, Person, Source, WithheldSpan


@pytest.fixture
def source(kept: MadeRecord) -> Source:
    return Source.objects.using(PUBLIC).get()


def test_a_name_is_withheld_wherever_it_stands_and_can_be_shown_again(source: Source) -> None:
    clerk, path = Visitor("clerk"), f"/sources/{source.pk}/names"
    assert "Tamsin Orrel" in clerk.sees(path)
    clerk.sends(path, act="withhold", words="Tamsin Orrel")
    span = WithheldSpan.objects.using(PUBLIC).get()
    assert span.text.text[span.start : span.end] == "Tamsin Orrel"
    clerk.sends(path, act="show", words="Tamsin Orrel")
    assert not WithheldSpan.objects.using(PUBLIC).exists()


def test_a_person_says_that_all_are_marked(source: Source) -> None:
    shown = Visitor("clerk").reads(f"/sources/{source.pk}/names", act="reviewed")
    assert "clerk said so of this version" in shown
    assert NamesReview.objects.using(PUBLIC).count() == 1


def test_a_confidential_text_has_no_such_page(source: Source) -> None:
    hidden = ingest_made(CONFIDENTIAL, by=user("officer")).source
    assert Visitor("officer").asks(f"/sources/{hidden.pk}/names").status_code == 404


MET = {"name": "Tamsin Orrel", "when": "2026-03", "place": CANARY, "how": "I was there"}


def test_a_contact_is_kept_in_confidence_and_only_once_it_was_said_who_is_meant(kept: MadeRecord) -> None:
    officer = Visitor("officer")
    asked = officer.sends("/contacts", **MET)
    assert (asked.status_code, "Nobody of these" in asked.content.decode()) == (400, True)
    case = Case.objects.using(PUBLIC).get()
    officer.sends("/contacts", **MET, person=str(case.person_id))
    assert Contact.objects.using(CONFIDENTIAL).get().person_id == case.person_id
    assert CANARY in officer.sees("/contacts")


def test_a_new_person_who_was_met_is_confidential(kept: MadeRecord) -> None:
    Visitor("officer").sends("/contacts", **{**MET, "name": "Dorvan Esk"}, person="new")
    assert Person.objects.using(CONFIDENTIAL).count() == 1


def test_contacts_are_for_those_with_clearance_and_not_while_working_in_public(kept: MadeRecord) -> None:
    assert Visitor("clerk").asks("/contacts").status_code == 404
    officer = Visitor("officer")
    officer.sends("/in-public")
    assert officer.asks("/contacts").status_code == 400
