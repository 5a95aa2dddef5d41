"""What the next publication would change, shown to those who decide on it, before it does."""

import pytest

from acts import PUBLIC_ACTS, officer
from clients import Visitor
from makers import NOW, MadeRecord
from twotrack import clock
from twotrack.publish.earlier import FILE, Earlier
from twotrack.publish.site import render
from twotrack.record.folder import current_folder
from twotrack.record.keyring import CONFIDENTIAL, KEYS, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Person
from twotrack.record.public import public_record
from twotrack.record.publication import decide_publication
from twotrack.vocabulary import Property, PublicationForm


@pytest.fixture
def decided(record: MadeRecord) -> Case:
    """A public case, cleared by name."""
    with clock.fixed(lambda: NOW):
        PUBLIC_ACTS["document"]("Tamsin Orrel", 1)
    case = Case.objects.using(PUBLIC).get()
    assert case.person is not None
    decide_publication(case.person, PublicationForm.NAME, by=officer(), at=NOW)
    return case


def publish(record: MadeRecord) -> None:
    """As the command does, into a folder that is of no matter here."""
    earlier = Earlier(record.folder / "nowhere", "", KEYS[PUBLIC] or b"")
    list(render(public_record(clock.now().date()), earlier=earlier))
    (current_folder() / FILE).write_text(earlier.notes())


def test_before_the_first_publication_everything_is_new(decided: Case) -> None:
    page = Visitor("officer").sees("/publishing")
    assert "every page would be new" in page
    assert f'href="/published/cases/{decided.pk}.html">Tamsin Orrel</a>' in page


def test_what_changed_since_is_named_and_nothing_else(record: MadeRecord, decided: Case) -> None:
    publish(record)
    assert "page would change" in Visitor("officer").sees("/publishing")
    with writing(PUBLIC, by=officer()) as ledger:
        ledger.state(decided, Property.STATUS, "moved", inference="told")
    page = Visitor("officer").sees("/publishing")
    assert page.count('<td data-label="Would be">changed</td>') == 2  # the case, and the person's own page
    assert '<td data-label="Would be">new</td>' not in page


def test_what_would_be_gone_is_named_by_its_page_alone(record: MadeRecord, decided: Case) -> None:
    publish(record)
    assert decided.person is not None
    decide_publication(decided.person, PublicationForm.NOTHING, by=officer(), at=clock.now())
    page = Visitor("officer").sees("/publishing")
    assert f"cases/{decided.pk}.html" in page
    assert "gone" in page
    assert "Orrel" not in page


def test_it_points_at_confidential_names_and_does_not_say_them(decided: Case) -> None:
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        ledger.state(ledger.add(Person()), Property.NAME, "TARN, Ilsa", inference="told")
    page = Visitor("officer").sees("/publishing")
    assert "match a confidential name" in page
    assert "TARN" not in page
