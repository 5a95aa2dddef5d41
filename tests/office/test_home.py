"""The first page: what waits, what falls due, what changed."""

import re
from datetime import date, timedelta

from clients import Visitor, user
from makers import NOW, MadeRecord
from record.reports.small_record import Small
from twotrack import clock
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import PublicationDecision, Setting
from twotrack.vocabulary import Property


def section(page: str, heading: str) -> str:
    """The words of one section of a page."""
    return page.partition(f'id="{heading}"')[2].partition("</section>")[0]


def test_an_empty_record_says_where_to_begin(record: MadeRecord) -> None:
    assert "Begin here" in Visitor("officer").sees("/")


def test_what_is_overdue_and_long_without_a_reply_stands_on_the_first_page(small: Small) -> None:
    page = Visitor("clerk").sees("/")
    assert "publish the law" in section(page, "h-late")
    assert "hold round 4" not in section(page, "h-late")
    assert "Tamsin Orrel" in section(page, "h-silent")
    assert "Edric Vane" not in section(page, "h-silent")
    assert "Mirel Osk" not in page
    assert "Mirel Osk" in section(Visitor("officer").sees("/"), "h-silent")


def test_a_sentence_that_ends_and_a_trial_within_90_days_are_told(small: Small) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        ledger.state(small.edric, Property.SENTENCE_ENDS_ON, "2026-07-01", inference="known")
        ledger.state(small.tamsin, Property.TRIED_ON, "2026-09-01", inference="known")
        ledger.state(small.ansa, Property.TRIED_ON, "2026-05-03", inference="known")
    days = section(Visitor("clerk").sees("/"), "h-days")
    assert re.search("1 July 2026: sentence ends, .*Edric Vane", days)
    assert "Tamsin Orrel" not in days
    assert "Ansa Brill" not in days


def test_a_decision_to_be_looked_at_again_is_told_and_says_when_it_is_past(small: Small) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        for case, day in ((small.edric, date(2026, 5, 1)), (small.ansa, date(2027, 5, 1))):
            ledger.add(
                PublicationDecision(subject_id=case.person_id, form="name", review_by=day, by=ledger.by, at=ledger.at)
            )
    reviews = section(Visitor("clerk").sees("/"), "h-reviews")
    assert "Edric Vane" in reviews
    assert ">past<" in reviews
    assert "Ansa Brill" not in reviews


def test_a_dialogue_whose_round_is_due_is_named(small: Small) -> None:
    with clock.fixed(lambda: NOW + timedelta(days=120)):
        assert f"{small.yearly.name}</a>: a round was due by 12 July 2026" in Visitor("clerk").sees("/")
    assert small.yearly.name not in Visitor("clerk").sees("/")


def test_what_changed_since_the_last_visit_is_counted_and_named(small: Small) -> None:
    with clock.fixed(lambda: NOW + timedelta(days=2)):
        assert "New in the last 7 days" in Visitor("officer").sees("/")
    with clock.fixed(lambda: NOW + timedelta(days=3)), writing(PUBLIC, by=user("clerk")) as ledger:
        case = ledger.add(type(small.edric)(person_id=small.edric.person_id, matter="trial"))
        ledger.ground(case, inference="known")
    with clock.fixed(lambda: NOW + timedelta(days=4)):
        page = Visitor("officer").sees("/")
    changed = section(page, "h-changed")
    assert "Since you were last here" in changed
    assert "<strong>1</strong> case<" in changed
    assert re.search(f'/cases/{case.pk}".*Edric Vane', changed)


def test_when_somebody_was_here_is_written_in_confidence_once_a_visit_and_never_in_public(small: Small) -> None:
    officer = Visitor("officer")
    officer.sees("/")
    officer.sees("/")
    Visitor("clerk").sees("/")
    assert Setting.objects.using(CONFIDENTIAL).filter(name__startswith="here-").count() == 1
    assert not Setting.objects.using(PUBLIC).filter(name__startswith="here-").exists()
