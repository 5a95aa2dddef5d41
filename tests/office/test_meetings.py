"""A meeting: who is new, what came back, what was due from before."""

import re

from clients import Visitor, user
from record.reports.small_record import Small
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import FollowUp, Meeting, MeetingTheme


def aside(page: str, heading: str) -> str:
    return page.partition(f"<h2>{heading}")[2].partition("</section>")[0]


def test_who_is_there_for_the_first_time_is_marked(small: Small) -> None:
    page = aside(Visitor("clerk").sees(f"/meetings/{small.round_2.pk}"), "Who took part")
    assert re.search('Labour Office</a> <span class="new">new</span>', page)
    assert not re.search('Ministry of Justice</a> <span class="new">', page)
    assert "nine agencies not named" in page
    first = Visitor("clerk").sees(f"/meetings/{small.round_1.pk}")
    assert 'class="new"' not in first  # there is no meeting before it to compare with


def test_persons_raised_stand_with_what_came_back(small: Small) -> None:
    page = Visitor("officer").sees(f"/meetings/{small.round_2.pk}")
    assert "Mirel Osk" in page
    assert "some 20" in page
    assert "Mirel Osk" not in Visitor("clerk").sees(f"/meetings/{small.round_2.pk}")
    assert "released (May 2025); linked to the dialogue by the Mission" in Visitor("clerk").sees(
        f"/meetings/{small.round_1.pk}"
    )


def test_what_was_due_from_before_says_whether_it_was_spoken_of(small: Small) -> None:
    page = Visitor("clerk").sees(f"/meetings/{small.round_2.pk}")
    due = aside(page, "Due from before")
    assert "publish the law" in due
    assert "not spoken of here in the sources we have" in due
    assert "it was held" in due
    assert "publish the law" not in aside(page, "Agreed here")
    assert "publish the law" in aside(Visitor("clerk").sees(f"/meetings/{small.round_1.pk}"), "Agreed here")


def test_a_case_that_several_acts_raised_alike_stands_once(small: Small) -> None:
    from twotrack.record.representations import raise_cases

    with writing(PUBLIC, by=user("officer")) as ledger:
        raise_cases(
            ledger, [small.tamsin], by=small.aldmark, to=small.verania, meeting=small.round_3, inference="known"
        )
    page = Visitor("clerk").sees(f"/meetings/{small.round_3.pk}")
    raised = page.partition('id="h-raised"')[2].partition("</section>")[0]
    assert raised.count("Tamsin Orrel") == 1
    assert "2 times" in raised


def test_themes_tell_each_sides_words_and_the_track(small: Small) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        ledger.ground(
            ledger.add(MeetingTheme(meeting=small.round_2, theme="labour", track="cooperation")), inference="x"
        )
    page = Visitor("clerk").sees(f"/meetings/{small.round_2.pk}")
    themes = page.partition('id="h-themes"')[2].partition("</section>")[0]
    assert "believers must be free" in themes
    assert "raised by Aldmark" in themes
    assert "cooperation" in themes


def test_its_parts_are_its_agenda(small: Small) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        part = ledger.add(Meeting(meeting_kind="session", status="held", part_of=small.round_2, track="cooperation"))
        ledger.ground(part, inference="known")
    assert f"/meetings/{part.pk}" in aside(Visitor("clerk").sees(f"/meetings/{small.round_2.pk}"), "Agenda")


def test_a_planned_meeting_shows_what_is_still_open(small: Small) -> None:
    from twotrack.record.models import MeetingDialogue
    from twotrack.vocabulary import Property

    with writing(PUBLIC, by=user("officer")) as ledger:
        planned = ledger.add(Meeting(meeting_kind="round", status="planned"))
        ledger.ground(planned, inference="known")
        ledger.state(planned, Property.WHEN, "2027-01-10", inference="known")
        ledger.ground(ledger.add(MeetingDialogue(meeting=planned, dialogue=small.yearly)), inference="known")
    due = aside(Visitor("clerk").sees(f"/meetings/{planned.pk}"), "Due from before")
    assert "publish the law" in due
    assert "hold round 4" in due
    assert "hold round 2" not in due


def test_a_word_in_confidence_on_a_promise_is_for_those_who_may_see_it(small: Small) -> None:
    from twotrack.record.keyring import CONFIDENTIAL
    from twotrack.record.models import Commitment

    law = Commitment.objects.using(PUBLIC).get(what="publish the law")
    with writing(CONFIDENTIAL, by=user("officer")) as ledger:
        told = ledger.add(FollowUp(commitment_id=law.pk, status="lapsed", meeting_id=small.round_3.pk, summary="never"))
        ledger.ground(told, inference="in the corridor")
    address = f"/commitments/{law.pk}"
    assert "lapsed" in Visitor("officer").sees(address)
    assert "lapsed" not in Visitor("clerk").sees(address)
    assert "never" not in Visitor("clerk").sees(address)
