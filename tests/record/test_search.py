"""Words and Han characters are found within what may be seen, and nothing counts across."""

import pytest

from makers import MadeRecord, ingest_made, make_reading
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import User
from twotrack.record.search import find

CHINESE = "他们谈到人权和死刑问题。律师未获准会见。"


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def with_note(text: str) -> None:
    """TEXT with more words after it, in confidence."""
    from makers import TEXT

    ingest_made(CONFIDENTIAL, make_reading(f"{TEXT} {text}"), by=officer())


@pytest.mark.parametrize("query", ["人权", "死刑", "律师", "人权和死刑", "Dunmarrow", "tamsin ORREL", "人"])
def test_words_and_characters_are_found(record: MadeRecord, query: str) -> None:
    with_note(CHINESE)
    assert len(find(Sight.of_context(), query)) == 1


@pytest.mark.parametrize("query", ["人刑", "权死", "nowhere", '"', "*", "NEAR(", "a OR b", ""])
def test_what_is_not_there_is_not_found_and_no_query_breaks(record: MadeRecord, query: str) -> None:
    with_note(CHINESE)
    assert find(Sight.of_context(), query) == []


def test_without_clearance_confidential_words_are_not_found(record: MadeRecord) -> None:
    with_note("quarrelbird")
    assert find(Sight.public(), "quarrelbird") == []
    assert len(find(Sight.of_context(), "quarrelbird")) == 1
