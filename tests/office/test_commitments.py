"""Commitments as a table and a board, one commitment, benchmarks."""

import re

import pytest

from clients import Visitor
from makers import MadeRecord
from record.reports.small_record import Small
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import Commitment


def names(page: str) -> list[str]:
    """What the table holds, in its order."""
    return re.findall('<a href="/commitments/[0-9a-f-]{36}"[^>]*>([^<]*)</a>', page)


def test_the_table_begins_with_what_is_overdue(small: Small) -> None:
    assert names(Visitor("clerk").sees("/commitments")) == [
        "publish the law", "hold round 4", "continue to raise cases", "hold round 2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "found"),
    [("overdue", ["publish the law"]), ("kept", ["hold round 2"]), ("nonsense", None), ("lapsed", [])],
)
def test_the_state_filters_and_a_word_that_is_none_is_not_heard(
    small: Small, state: str, found: list[str] | None
) -> None:
    shown = names(Visitor("clerk").sees(f"/commitments?state={state}"))
    assert shown == found if found is not None else len(shown) == 4


def test_a_heading_sorts_the_other_way_when_it_is_followed_again(small: Small) -> None:
    clerk = Visitor("clerk")
    assert names(clerk.sees("/commitments?sort=what"))[0] == "continue to raise cases"
    assert names(clerk.sees("/commitments?sort=-what"))[0] == "publish the law"
    assert 'aria-sort="descending"><a href="?sort=what">' in clerk.sees("/commitments?sort=-what")


def test_the_board_has_a_column_for_each_state_that_something_is_in(small: Small) -> None:
    page = Visitor("clerk").sees("/commitments/board").partition("<main")[2].partition("</main>")[0]
    assert re.findall(r'<h2 id="h-(\w+)"', page) == ["overdue", "open", "kept", "standing"]


def test_a_standing_promise_is_shown_as_rounds_repeated(small: Small) -> None:
    page = Visitor("clerk").sees("/commitments/board")
    assert "said at 3 of 3 rounds" in page


def test_a_commitment_tells_what_each_later_meeting_said_of_it(small: Small) -> None:
    law = Commitment.objects.using(PUBLIC).get(what="publish the law")
    page = Visitor("clerk").sees(f"/commitments/{law.pk}")
    later = page.partition("What was said of it at later meetings")[2].partition("</section>")[0]
    assert re.findall(">(round .)</a>", later) == ["round 2", "round 3"]
    assert later.count("nothing in the sources we have") == 2
    held = Commitment.objects.using(PUBLIC).get(what="hold round 2")
    assert "it was held" in Visitor("clerk").sees(f"/commitments/{held.pk}")


def test_benchmarks_are_judged_for_whom_may_see_the_judgement(small: Small) -> None:
    assert "past due, not judged" in Visitor("clerk").sees("/benchmarks")
    officer = Visitor("officer").sees("/benchmarks")
    assert ">partly<" in officer


def test_empty_pages_say_so(record: MadeRecord) -> None:
    officer = Visitor("officer")
    for address in ("/commitments", "/commitments/board", "/benchmarks", "/questions", "/lists", "/cases", "/meetings"):
        assert 'class="empty"' in officer.sees(address), address
