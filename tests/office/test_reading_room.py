"""The reading room by forms alone: blocks with exceptions, edits, words that the program missed."""

import re
from typing import Any

import pytest

from clients import Visitor, user
from makers import MadeRecord, ingest_made, make_reading
from twotrack import clock
from twotrack.office.forms.proposals import EDITS
from twotrack.record.added import _NOTHING_YET
from twotrack.record.ingest import current_text, reread
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Case, Commitment, Decision, Meeting, Passage, Proposal, Source
from twotrack.record.proposals import BY_HAND, SECTIONS, decision_on
from twotrack.sources.raw import Document


@pytest.fixture
def source(record: MadeRecord) -> Source:
    return ingest_made(PUBLIC, by=user("officer")).source


def found(section: str) -> list[Proposal]:
    rows = Proposal.objects.using(PUBLIC).filter(section=section)
    return sorted(rows, key=lambda one: one.spans[0])


def adds(source: Source, words: str, section: str, **more: Any) -> Any:
    return Visitor("clerk").sends(f"/sources/{source.pk}/add", words=words, section=section, **more)


def test_the_document_stands_left_and_its_text_is_exact(source: Source) -> None:
    shown = Visitor("clerk").sees(f"/sources/{source.pk}")
    article = shown.partition("<article")[2].partition(">")[2].partition("</article>")[0]
    assert re.sub("<[^>]+>", "", article) == current_text(source).text
    assert shown.index('id="text"') < shown.index('id="findings"')


def test_a_block_is_accepted_with_exceptions_which_go_on_waiting(source: Source) -> None:
    first, second = found("meetings")
    Visitor("clerk").reads(f"/sources/{source.pk}/block", section="meetings", accept=[str(first.pk)])
    assert Meeting.objects.using(PUBLIC).count() == 1
    assert decision_on(second) is None


def test_the_exceptions_are_rejected_where_that_is_asked_for(source: Source) -> None:
    first, second = found("meetings")
    shown = Visitor("clerk").reads(
        f"/sources/{source.pk}/block", section="meetings", accept=[str(first.pk)], others="reject"
    )
    decision = decision_on(second)
    assert decision is not None
    assert decision.kind == "reject"
    assert "1 accepted, 1 rejected" in shown


@pytest.mark.parametrize("section", ["cases", "commitments", "dates", ""])
def test_persons_and_promises_are_never_taken_as_a_block(source: Source, section: str) -> None:
    keys = [str(one.pk) for one in Proposal.objects.using(PUBLIC).all()]
    Visitor("clerk").sends(f"/sources/{source.pk}/block", section=section, accept=keys)
    assert Decision.objects.using(PUBLIC).count() == 0


def test_selected_words_become_an_accepted_finding_on_exactly_these_words(source: Source) -> None:
    words = "hold the next round in Verania in 2026"
    asked = adds(source, words, "commitments").content.decode()
    assert 'name="what" ' in asked or "hold the next round" in asked
    adds(source, words, "commitments", filled="1", what=words, who="both", due="2026", strength="agreed")
    assert Commitment.objects.using(PUBLIC).get().what == words
    assert Passage.objects.using(PUBLIC).filter(quote=words).exists()


def test_a_finding_of_every_section_can_be_added() -> None:
    assert set(_NOTHING_YET) == set(SECTIONS) == set(EDITS)


def test_words_that_do_not_stand_in_the_document_are_refused(source: Source) -> None:
    response = adds(source, "Nobody said this", "cases")
    assert (response.status_code, "do not stand in the document" in response.content.decode()) == (400, True)


def test_the_place_is_taken_from_the_page_where_the_words_stand_twice(source: Source) -> None:
    text = current_text(source).text
    start = text.rindex("Verania")
    adds(
        source,
        "Verania",
        "cases",
        filled="1",
        start=start,
        end=start + 7,
        name="Verania",
        matter="trial",
        raised="mentioned",
    )
    assert Proposal.objects.using(PUBLIC).get(rule=BY_HAND).spans == [[start, start + 7]]


def test_what_a_person_added_stays_when_the_document_is_read_again(source: Source) -> None:
    adds(source, "Dunmarrow", "cases", filled="1", name="Dunmarrow", matter="trial", raised="mentioned")
    reading = make_reading()
    reread(source, Document(text=reading.text, extractor="text/2"), reading, by=user("officer"), at=clock.now())
    assert not Proposal.objects.using(PUBLIC).get(rule=BY_HAND).vanished
    assert "no longer found" not in Visitor("clerk").sees(f"/sources/{source.pk}")


def test_a_script_gets_the_findings_alone(source: Source) -> None:
    case = found("cases")[0]
    response = Visitor("clerk").client.post(
        f"/proposals/{case.pk}/decide", {"decision": "accept"}, headers={"X-Part": "1"}
    )
    shown = response.content.decode()
    assert "<html" not in shown
    assert f'href="/cases/{Case.objects.using(PUBLIC).get().pk}"' in shown


def test_a_finding_of_a_public_document_is_offered_public_meetings_alone(source: Source) -> None:
    ingest_made(CONFIDENTIAL, by=user("officer"))
    officer = Visitor("officer")
    hidden = Proposal.objects.using(CONFIDENTIAL).filter(section="meetings").first()
    assert hidden is not None
    officer.sends(f"/proposals/{hidden.pk}/decide", decision="accept")
    key = str(Meeting.objects.using(CONFIDENTIAL).get().pk)
    assert key not in officer.sees(f"/proposals/{found('cases')[0].pk}/edit")
    other = Proposal.objects.using(CONFIDENTIAL).get(section="cases")
    assert key in officer.sees(f"/proposals/{other.pk}/edit")
