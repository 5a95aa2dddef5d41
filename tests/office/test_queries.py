"""How many queries each page asks: as many of a larger record, and no more than this says."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from clients import Visitor, user
from record.reports.small_record import Small
from twotrack.office.shown import kept
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Commitment, Exchange, List, ListItem, Meeting, MeetingDialogue, Person
from twotrack.record.representations import raise_cases, respond
from twotrack.vocabulary import Property, ResponseType

# With what is kept in memory made already, for one with clearance; that of the first request after a change is beside it.
MOST = {
    "/": 20, "/dialogues": 14, "/dialogues/{yearly}": 20, "/meetings": 12, "/meetings/{round_2}": 90, "/cases": 24,
    "/cases/{tamsin}": 100, "/commitments": 16, "/commitments/board": 8, "/benchmarks": 8, "/questions": 14, "/lists": 8,
    "/lists/{list}": 34,
}  # fmt: skip
FIRST = 260


def address(small: Small, path: str) -> str:
    return path.format(**{name: row.pk for name, row in small.made.items() if hasattr(row, "pk")})


def asked(visitor: Visitor, path: str) -> int:
    with CaptureQueriesContext(connections[PUBLIC]) as one, CaptureQueriesContext(connections[CONFIDENTIAL]) as two:
        assert visitor.asks(path).status_code == 200
    return len(one) + len(two)


def grow(small: Small) -> None:
    """Thirty more of everything."""
    for alias in (PUBLIC, CONFIDENTIAL):
        with writing(alias, by=user("officer")) as ledger:
            for number in range(15):
                case = ledger.add(Case(person=(person := ledger.add(Person()))))
                ledger.state(person, Property.NAME, f"Nobody {number}", inference="known")
                meeting = ledger.add(Meeting(meeting_kind="round", status="held"))
                ledger.state(meeting, Property.WHEN, f"20{10 + number}-03-04", inference="known")
                ledger.add(MeetingDialogue(meeting=meeting, dialogue_id=small.yearly.pk))
                raise_cases(ledger, [case, small.tamsin], by=small.aldmark, to=None, meeting=meeting, inference="x")
                raise_cases(ledger, [case], by=small.aldmark, to=None, meeting=small.round_2, inference="x")
                respond(ledger, [small.tamsin], ResponseType.NO_REPLY, meeting=meeting, inference="x")
                ledger.add(Commitment(what="do it", strength="agreed", made_at_meeting_id=small.round_2.pk))
                ledger.add(
                    Exchange(source_id=small.source.pk, meeting_id=small.round_2.pk, asks="what", clarity="reply")
                )
                handed = ledger.add(List(name="a list", handed_on="2024"))
                ledger.add(ListItem(list=handed, number=1, name="x", case=case))


@pytest.mark.parametrize("path", MOST)
def test_a_page_asks_as_many_queries_of_a_larger_record_and_no_more_than_it_may(small: Small, path: str) -> None:
    officer, path_here = Visitor("officer"), address(small, path)
    officer.asks("/")  # notes the visit
    first = asked(officer, path_here)
    few = asked(officer, path_here)
    assert few <= MOST[path]
    grow(small)
    kept._things.clear()
    assert asked(officer, path_here) <= FIRST
    assert asked(officer, path_here) <= max(few + 8, first)
    assert asked(officer, path_here) <= MOST[path]
