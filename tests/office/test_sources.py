"""A document and its proposals: accepted, edited, rejected, merged."""

import pytest

from clients import Visitor, user
from makers import MadeRecord, ingest_made
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import (
    Case,
    Dialogue,
    DialogueParty,
    Meeting,
    MeetingDialogue,
    Participation,
    Passage,
    Person,
    Proposal,
    Setting,
    Source,
    Statement,
)
from twotrack.record.proposals import decision_on


@pytest.fixture
def source(record: MadeRecord) -> Source:
    return ingest_made(PUBLIC, by=user("officer")).source


def proposal(section: str, nth: int = 0) -> Proposal:
    found = Proposal.objects.using(PUBLIC).filter(section=section)
    return sorted(found, key=lambda one: one.spans[0])[nth]


def decides(section: str, decision: str, **data: str) -> str:
    return Visitor("clerk").reads(f"/proposals/{proposal(section).pk}/decide", decision=decision, **data)


def test_each_proposal_stands_beside_its_marked_words(source: Source) -> None:
    shown = Visitor("clerk").sees(f"/sources/{source.pk}")
    key = proposal("cases").pk
    assert (
        f'id="{key}-0"></span><mark data-of="{key}"><a href="#p-{key}" tabindex="-1">Tamsin Orrel</a></mark>' in shown
    )
    assert f'id="p-{key}"' in shown
    assert "80 %" in shown


def test_what_accepting_brings_with_it_is_said_first(source: Source) -> None:
    assert "Accepting this also accepts the meeting “round of March 2025”" in Visitor("clerk").sees(
        f"/sources/{source.pk}"
    )


def test_accepting_shows_what_was_made(source: Source) -> None:
    shown = decides("cases", "accept")
    assert f'href="/cases/{Case.objects.using(PUBLIC).get().pk}"' in shown
    assert Meeting.objects.using(PUBLIC).count() == 1


def test_the_delegations_are_accepted_by_one_button(source: Source) -> None:
    ticked = [str(one.pk) for one in Proposal.objects.using(PUBLIC).filter(section="participants")]
    shown = Visitor("clerk").reads(f"/sources/{source.pk}/block", section="participants", accept=ticked)
    assert "Accept the delegations" not in shown
    assert Participation.objects.using(PUBLIC).count() == 2


def test_an_edit_changes_what_is_made(source: Source) -> None:
    decides(
        "cases", "edit", name="Tamsin Orrel-Vey", aliases="Tam Orrel\n", matter="detention", raised="raised",
        raised_by="Aldmark", status="detained",
    )  # fmt: skip
    names = set(Statement.objects.using(PUBLIC).filter(about="name").values_list("value", flat=True))
    assert {"Tamsin Orrel-Vey", "Tam Orrel"} <= names
    decision = decision_on(proposal("cases"))
    assert decision is not None
    assert set(decision.data) == {"name", "aliases", "matter"}


def test_a_bad_date_is_said_at_the_form_and_what_was_typed_is_kept(source: Source) -> None:
    response = Visitor("clerk").sends(
        f"/proposals/{proposal('meetings').pk}/decide",
        decision="edit", name="round in Low Ferry", kind="round", when="next spring", status="held",
    )  # fmt: skip
    shown = response.content.decode()
    assert response.status_code == 400
    assert "Write the date as" in shown
    assert "round in Low Ferry" in shown
    assert not Meeting.objects.using(PUBLIC).exists()


def test_a_rejected_one_can_be_accepted_after_all(source: Source) -> None:
    assert "Rejected." in decides("commitments", "reject")
    assert "the commitment" in decides("commitments", "accept").replace("a commitment", "the commitment")


def test_taking_back_what_others_rest_on_is_refused_in_one_line(source: Source) -> None:
    decides("cases", "accept")
    response = Visitor("clerk").sends(f"/proposals/{proposal('meetings').pk}/decide", decision="reject")
    assert response.status_code == 400
    assert "other entries rest on" in response.content.decode()


def test_merging_shows_second_facts_and_adds_to_the_entry_that_is_there(source: Source) -> None:
    decides("cases", "accept")
    person = Person.objects.using(PUBLIC).get(cases__isnull=False)
    ingest_made(CONFIDENTIAL, by=user("officer"))
    officer = Visitor("officer")
    other = Proposal.objects.using(CONFIDENTIAL).get(section="cases")
    shown = officer.sees(f"/proposals/{other.pk}")
    assert "the same name" in shown
    assert "detained" in shown
    officer.sends(f"/proposals/{other.pk}/decide", decision="merge", into=str(person.pk))
    assert Case.objects.using(CONFIDENTIAL).get().person_id == person.pk


def test_whoever_has_another_name_is_merged_into_by_the_id(source: Source) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        other = ledger.add(Person())
        ledger.ground(other, inference="known from before")
    clerk = Visitor("clerk")
    address = f"/proposals/{proposal('cases').pk}"
    assert "has a name like this one" in clerk.sees(address)
    clerk.sends(f"{address}/decide", decision="merge", other=f" {other.pk} ")
    assert Case.objects.using(PUBLIC).get().person_id == other.pk


def test_a_public_proposal_is_not_offered_a_confidential_entry(source: Source) -> None:
    ingest_made(CONFIDENTIAL, by=user("officer"))
    officer = Visitor("officer")
    officer.sends(
        f"/proposals/{Proposal.objects.using(CONFIDENTIAL).get(section='cases').pk}/decide", decision="accept"
    )
    hidden = Case.objects.using(CONFIDENTIAL).get()
    assert str(hidden.pk) not in officer.sees(f"/proposals/{proposal('cases').pk}")
    response = officer.sends(f"/proposals/{proposal('cases').pk}/decide", decision="merge", into=str(hidden.pk))
    assert "Choose the entry" in response.content.decode()


def test_a_dialogue_is_made_and_its_rounds_count_towards_it(source: Source) -> None:
    clerk = Visitor("clerk")
    clerk.sends(
        "/dialogues/new",
        name="The Aldmark-Verania dialogue", our_side="Aldmark", other_side="Verania", interval="P1Y", handling="public",
    )  # fmt: skip
    dialogue = Dialogue.objects.using(PUBLIC).get()
    assert DialogueParty.objects.using(PUBLIC).count() == 2
    assert Setting.objects.using(PUBLIC).filter(name="our-side").exists()
    clerk.sends(f"/sources/{source.pk}/dialogue", dialogue=str(dialogue.pk))
    decides("meetings", "accept")
    assert MeetingDialogue.objects.using(PUBLIC).get().dialogue_id == dialogue.pk
    assert "round of March 2025" in clerk.sees(f"/dialogues/{dialogue.pk}")


def test_a_dialogue_takes_two(record: MadeRecord) -> None:
    shown = Visitor("clerk").reads(
        "/dialogues/new", name="A dialogue", our_side="Aldmark", other_side="Aldmark", handling="public"
    )
    assert "takes two parties" in shown


def test_a_clerk_makes_no_confidential_dialogue(record: MadeRecord) -> None:
    data = {"name": "A dialogue", "our_side": "Aldmark", "other_side": "Verania", "handling": "confidential"}
    assert Visitor("clerk").sends("/dialogues/new", **data).status_code == 400
    assert Visitor("officer").sends("/dialogues/new", **data).status_code == 302


def test_a_link_to_words_marks_exactly_these(source: Source) -> None:
    decides("cases", "accept")
    passage = Passage.objects.using(PUBLIC).get(quote="detained")
    shown = Visitor("clerk").sees(f"/sources/{source.pk}?words={passage.pk}")
    assert '<span id="words"></span><mark class="strong">detained</mark>' in shown


def test_a_search_finds_words_and_cases_by_name(source: Source) -> None:
    decides("cases", "accept")
    shown = Visitor("clerk").reads("/search", words="Tamsin Orrel")
    assert "<mark>Orrel</mark>" in shown
    assert f"/cases/{Case.objects.using(PUBLIC).get().pk}" in shown
    assert "No document in the record" in Visitor("clerk").reads("/search", words="Nowhere")
