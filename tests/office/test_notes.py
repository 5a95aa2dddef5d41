"""What I just heard: one form, one source, and what follows from it."""

from typing import Any

import pytest

from clients import CANARY, Visitor, user
from makers import MadeRecord, add_person
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import (
    Case,
    Commitment,
    Ground,
    Party,
    Passage,
    Person,
    RaisedCase,
    Representation,
    Response,
    Source,
    Statement,
)

HEARD = "She is in the hospital of Oskar, they said; a reply will come in spring."


def filled(**more: Any) -> dict[str, Any]:
    return {"words": HEARD, "channel": "conversation", "handling": "confidential", **more}


def party() -> Party:
    return Party.objects.using(PUBLIC).get(name="Verania")


def test_one_form_keeps_the_words_and_all_that_follows_from_them(kept: MadeRecord) -> None:
    case = Case.objects.using(PUBLIC).get()
    Visitor("officer").reads(
        "/note", **filled(case=str(case.pk), raised="raised", to_party=str(party().pk), response="will-look-into-it",
                          follow_up="answer in writing", follow_up_by=str(party().pk), due="2027-03", heard_on="2026-05-04",
                          heard_at="Dunmarrow", told_by="the deputy head of the desk"),
    )  # fmt: skip
    note = Source.objects.using(CONFIDENTIAL).get()
    passage = Passage.objects.using(CONFIDENTIAL).get()
    assert (note.place, note.dated, note.about_id, passage.quote) == ("Dunmarrow", "2026-05-04", case.pk, HEARD)
    assert passage.account is not None
    assert passage.account.quoted_by is not None
    assert (passage.account.teller, passage.account.quoted_by.teller) == ("the deputy head of the desk", "officer")
    made = [model.objects.using(CONFIDENTIAL).get() for model in (Representation, RaisedCase, Response, Commitment)]
    assert {Ground.objects.using(CONFIDENTIAL).get(entry_id=one.pk).passage_id for one in made} == {passage.pk}
    promised = Commitment.objects.using(CONFIDENTIAL).get()
    assert (promised.due, promised.by_party_id) == ("2027-03", party().pk)


def test_a_name_that_was_typed_is_never_taken_for_somebody_by_itself(kept: MadeRecord) -> None:
    response = Visitor("officer").sends("/note", **filled(names="Tamsin Orrel", response="no-reply"))
    shown = response.content.decode()
    assert response.status_code == 400
    assert "Who is meant?" in shown
    assert f'name="pick-0" value="{Case.objects.using(PUBLIC).get().pk}"' in shown
    assert Source.objects.using(CONFIDENTIAL).count() == 0


def test_what_was_picked_for_a_name_is_what_the_reply_is_on(kept: MadeRecord) -> None:
    case = Case.objects.using(PUBLIC).get()
    Visitor("officer").reads("/note", **filled(names="Tamsin Orrel", response="no-reply", **{"pick-0": str(case.pk)}))
    assert Response.objects.using(CONFIDENTIAL).get().cases.using(CONFIDENTIAL).get().case_id == case.pk


def test_a_person_who_is_not_in_the_record_gets_a_case_that_stands_on_the_note(kept: MadeRecord) -> None:
    Visitor("officer").reads("/note", **filled(names="Dorvan Esk", raised="raised", **{"pick-0": "new"}))
    person = Person.objects.using(CONFIDENTIAL).get()
    assert Statement.objects.using(CONFIDENTIAL).get(subject_id=person.pk).value == "Dorvan Esk"
    assert Ground.objects.using(CONFIDENTIAL).filter(entry_id=person.pk, passage__isnull=False).exists()


def test_something_raised_without_a_case_or_theme_is_asked_for_and_nothing_is_kept(kept: MadeRecord) -> None:
    response = Visitor("officer").sends("/note", **filled(raised="raised"))
    assert "say whose case was raised, or which theme" in response.content.decode()
    assert HEARD in response.content.decode()
    assert Source.objects.using(CONFIDENTIAL).count() == 0


@pytest.mark.parametrize("typed", ["Tams", "Orrel Tamsin", "Tamzin Orrel"])
def test_a_case_is_offered_while_its_name_is_typed(kept: MadeRecord, typed: str) -> None:
    assert f'data-id="{Case.objects.using(PUBLIC).get().pk}"' in Visitor("clerk").reads("/note/cases", words=typed)


def test_one_without_clearance_is_offered_no_confidential_case(kept: MadeRecord) -> None:
    before = Visitor("clerk").reads("/note/cases", words=CANARY)
    with writing(CONFIDENTIAL, by=user("officer")) as ledger:
        add_person(ledger, f"{CANARY} Fenn")
    assert Visitor("clerk").reads("/note/cases", words=CANARY) == before
    assert CANARY in Visitor("officer").reads("/note/cases", words=CANARY)
