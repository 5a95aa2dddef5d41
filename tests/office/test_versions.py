"""The versions of a page in the office: which one is shown, and what changed, readable without colour."""

import re

import pytest

from clients import Visitor, user
from makers import TEXT, MadeRecord, capture_made, make_reading
from twotrack.office.shown.versions import pieces
from twotrack.reading.changes import changes
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Source
from twotrack.record.versions import Comparison

LATER = "Updated on 9 May. " + TEXT


@pytest.fixture
def captures(record: MadeRecord) -> list[Source]:
    """Two captures of a page."""
    readings = (make_reading(), make_reading(LATER))
    return [
        capture_made(PUBLIC, reading, by=user("officer"), day=5 * number).source
        for number, reading in enumerate(readings)
    ]


def shown(old: str, new: str) -> str:
    """A change as it is shown, with [-gone-] and [+came+]."""
    comparison = Comparison(old=old, new=new, changes=tuple(changes(old, new)))
    marks = {"gone": "[-{}-]", "came": "[+{}+]", "kept": "{}"}
    return "".join(marks[one.state].format(one.words) for one in pieces(comparison, list(comparison.changes)))


def test_a_later_version_says_which_it_is_and_what_changed(captures: list[Source]) -> None:
    page = Visitor("clerk").sees(f"/sources/{captures[1].pk}")
    assert "Version 2 of 2, captured 9 May 2026" in page
    assert "What changed since version 1: 1 sentence added" in page
    assert re.search("<ins><span[^>]*>added: </span>Updated on 9 May. <span", page)
    assert f'href="/sources/{captures[0].pk}"' in page


def test_the_first_version_leads_to_where_its_findings_are_decided(captures: list[Source]) -> None:
    page = Visitor("clerk").sees(f"/sources/{captures[0].pk}")
    assert "Version 1 of 2" in page
    assert "What changed" not in page
    assert f'what was found is decided at <a href="/sources/{captures[1].pk}">version 2</a>' in page


def test_the_list_tells_versions_apart(captures: list[Source]) -> None:
    page = Visitor("clerk").sees("/sources")
    assert page.index(", version 2") < page.index(", version 1")


def test_a_confidential_capture_is_no_version_of_a_public_one(captures: list[Source]) -> None:
    before = [Visitor("clerk").sees(f"/sources/{one.pk}") for one in captures]
    hidden = capture_made(CONFIDENTIAL, make_reading("Else. " + TEXT), by=user("officer"), day=9).source
    assert [Visitor("clerk").sees(f"/sources/{one.pk}") for one in captures] == before
    assert "of 2" in Visitor("officer").sees(f"/sources/{captures[1].pk}")
    assert 'class="versions"' not in Visitor("officer").sees(f"/sources/{hidden.pk}")


def test_words_beside_each_other_are_shown_as_one_change() -> None:
    assert shown("She is held in the prison of Ostrel. Then.", "She was moved to a prison of Ostrel. Then.") == (
        "She [-is held in the-][+was moved to a+] prison of Ostrel. Then."
    )


def test_a_sentence_put_otherwise_altogether_is_shown_whole() -> None:
    assert shown("It is late. Go.", "Nobody had called them. Go.") == "[-It is late.-][+Nobody had called them.+] Go."
