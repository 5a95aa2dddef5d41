"""A case: what is shown of it, and what is entered on it."""

import re
from datetime import date

import pytest

from clients import CANARY, Visitor
from makers import MadeRecord
from twotrack.record.check import check
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import (
    Case,
    Meeting,
    Outcome,
    Party,
    PublicationDecision,
    PublicationReason,
    Response,
    Source,
)


@pytest.fixture
def case(kept: MadeRecord) -> Case:
    return Case.objects.using(PUBLIC).get()


def notes(visitor: Visitor, case: Case, **data: str) -> str:
    party = Party.objects.using(PUBLIC).get(name="Verania")
    known = {"words": f"Held in {CANARY}.", "response": "will-look-into-it", "by_party": str(party.pk)}
    return visitor.reads(f"/cases/{case.pk}/note", **{**known, "handling": "confidential", **data})


def test_a_case_shows_its_name_status_and_that_it_was_raised(case: Case) -> None:
    shown = Visitor("clerk").sees(f"/cases/{case.pk}")
    assert re.search("<h1[^>]*>Tamsin Orrel", shown)
    assert "detained" in shown
    assert "by Aldmark" in shown
    assert "3 to 4 March 2025" in shown


def test_a_note_is_a_source_with_a_reply_on_the_case(case: Case) -> None:
    meeting = Meeting.objects.using(PUBLIC).get(status="held")
    shown = notes(Visitor("officer"), case, heard_on="2025-03-04", heard_at="Dunmarrow", meeting=str(meeting.pk))
    assert f"Held in {CANARY}." in shown
    response = Response.objects.using(CONFIDENTIAL).get()
    assert (response.response_type, response.when, response.meeting_id) == (
        "will-look-into-it",
        "2025-03-04",
        meeting.pk,
    )
    assert Source.objects.using(CONFIDENTIAL).get().about_id == case.pk
    assert list(check()) == []


def test_a_note_is_confidential_unless_said_otherwise(case: Case) -> None:
    form = Visitor("officer").sees(f"/cases/{case.pk}")
    assert re.search('value="confidential"[^>]*id="note-handling_0"[^>]*checked', form)
    notes(Visitor("officer"), case, handling="public")
    assert Source.objects.using(PUBLIC).filter(kind="note").exists()
    assert not Source.objects.using(CONFIDENTIAL).exists()


def test_a_clerk_notes_in_public_alone(case: Case) -> None:
    clerk = Visitor("clerk")
    assert "Confidential:" not in clerk.sees(f"/cases/{case.pk}")
    notes(clerk, case)
    assert not Source.objects.using(CONFIDENTIAL).exists()
    notes(clerk, case, handling="public")
    assert Source.objects.using(PUBLIC).filter(kind="note").count() == 1


def test_a_note_without_a_reply_is_a_note_alone(case: Case) -> None:
    notes(Visitor("officer"), case, response="")
    assert Source.objects.using(CONFIDENTIAL).exists()
    assert not Response.objects.using(CONFIDENTIAL).exists()


def test_what_cannot_be_kept_is_said_at_the_form_with_what_was_typed(case: Case) -> None:
    shown = notes(Visitor("officer"), case, heard_on="one evening")
    assert "Write the date as" in shown
    assert f"Held in {CANARY}." in shown
    assert "   </textarea>" not in shown
    assert (
        "a note needs words" in notes(Visitor("officer"), case, words=" \n")
        or not Source.objects.using(CONFIDENTIAL).exists()
    )


def test_an_outcome_stands_on_words_or_on_what_its_maker_knows(case: Case) -> None:
    officer = Visitor("officer")
    refused = officer.sends(f"/cases/{case.pk}/outcome", kind="released", handling="public")
    assert "Say how you know" in refused.content.decode()
    officer.sends(
        f"/cases/{case.pk}/outcome", kind="released", when="2026-01", inference="her brother", handling="public"
    )
    assert Outcome.objects.using(PUBLIC).get().when == "2026-01"
    assert "her brother" in Visitor("clerk").sees(f"/cases/{case.pk}")


def test_a_public_outcome_cannot_stand_on_a_confidential_note(case: Case) -> None:
    officer = Visitor("officer")
    notes(officer, case)
    note = Response.objects.using(CONFIDENTIAL).get().grounds.using(CONFIDENTIAL).get()
    sent = officer.sends(f"/cases/{case.pk}/outcome", kind="released", ground=str(note.passage_id), handling="public")
    assert "cannot rest on a confidential one" in sent.content.decode().replace("&#x27;", "'")
    assert not Outcome.objects.using(PUBLIC).exists()


def test_the_ledger_is_in_the_order_of_time(case: Case) -> None:
    officer = Visitor("officer")
    officer.sends(f"/cases/{case.pk}/outcome", kind="released", when="2026", inference="known", handling="public")
    notes(officer, case, heard_on="2025-06")
    shown = officer.sees(f"/cases/{case.pk}")
    places = [shown.index(words) for words in ('class="raised', 'class="reply', 'class="outcome')]
    assert places == sorted(places)


def test_a_publication_decision_is_public_and_its_reasons_are_not(case: Case) -> None:
    officer = Visitor("officer")
    officer.sends(f"/cases/{case.pk}/publication", form="name", why=CANARY, consent="by letter", review_by="2031-01-01")
    assert PublicationDecision.objects.using(PUBLIC).get().review_by == date(2031, 1, 1)
    assert PublicationReason.objects.using(CONFIDENTIAL).get().why == CANARY
    assert CANARY in officer.sees(f"/cases/{case.pk}")
    clerk = Visitor("clerk").sees(f"/cases/{case.pk}")
    assert "1 January 2031" in clerk
    assert CANARY not in clerk


def test_a_description_needs_its_words(case: Case) -> None:
    sent = Visitor("officer").sends(f"/cases/{case.pk}/publication", form="description")
    assert "words that stand for the name" in sent.content.decode()


def test_view_as_public_shows_what_would_be_published(case: Case) -> None:
    officer = Visitor("officer")
    assert "Nothing of this page is published." in officer.sees(f"/cases/{case.pk}?as=public")
    officer.sends(f"/cases/{case.pk}/publication", form="name")
    shown = officer.sees(f"/cases/{case.pk}?as=public")
    assert f'src="/published/cases/{case.pk}.html"' in shown
    published = officer.asks(f"/published/cases/{case.pk}.html")
    assert "Tamsin Orrel" in published.content.decode()
    assert "sandbox" in published.headers["Content-Security-Policy"]


def test_a_meeting_shows_who_came_what_was_raised_and_promised(case: Case) -> None:
    meeting = Meeting.objects.using(PUBLIC).get(status="held")
    shown = Visitor("clerk").sees(f"/meetings/{meeting.pk}")
    for words in ("Ilsa Tarn", "Ministry of Justice", "Tamsin Orrel", "hold the next round"):
        assert words in shown


def test_what_is_past_its_date_is_overdue(case: Case) -> None:
    from makers import NOW
    from twotrack import clock

    with clock.fixed(lambda: NOW):
        assert "overdue</strong>" not in Visitor("clerk").sees("/commitments")
    with clock.fixed(lambda: NOW.replace(year=2027)):
        assert "overdue</strong>" in Visitor("clerk").sees("/")
