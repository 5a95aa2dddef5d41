"""Searching over everything, by words that stand in no address."""

import pytest

from clients import CANARY, Visitor, add_confidential_rows, user
from makers import MadeRecord
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case
from twotrack.record.promises import promise
from twotrack.vocabulary import Property, Strength


def finds(words: str, who: str = "officer", filters: str = "") -> str:
    return Visitor(who).reads(f"/search{filters}", words=words)


def test_entries_are_found_with_the_words_in_context(kept: MadeRecord) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        promise(ledger, "open the prisons of Oskar to visitors", strength=Strength.AGREED, inference="at the table")
    shown = finds("prisons visitors")
    assert "open the <mark>prisons</mark> of Oskar to <mark>visitors</mark>" in shown
    assert ">commitment<" in shown


@pytest.mark.parametrize("words", ["欧雅", "雅心"])
def test_chinese_is_found_by_any_two_characters(kept: MadeRecord, words: str) -> None:
    case = Case.objects.using(PUBLIC).get()
    with writing(PUBLIC, by=user("officer")) as ledger:
        assert case.person is not None
        ledger.state(case.person, Property.NAME, "欧雅心", inference="her family", value_language="zh")
    assert f"<mark>{words}</mark>" in finds(words)


def test_filters_are_closed_words_in_the_address_and_the_words_searched_are_not(kept: MadeRecord) -> None:
    shown = finds("Orrel", filters="?kind=documents")
    assert "In documents" in shown
    assert "In entries" not in shown
    assert 'action="/search?kind=documents"' in shown
    assert "Orrel" not in "".join(one.partition('"')[0] for one in shown.split('href="')[1:])
    assert 'action="/search"' in finds("Orrel", filters="?kind=Orrel")


def test_a_script_gets_what_was_found_alone(kept: MadeRecord) -> None:
    shown = Visitor("clerk").client.post("/search", {"words": "Orrel"}, headers={"X-Part": "1"}).content.decode()
    assert "<html" not in shown
    assert "<mark>Orrel</mark>" in shown


def test_the_confidential_part_can_be_searched_alone_by_those_who_may(kept: MadeRecord) -> None:
    add_confidential_rows(Case.objects.using(PUBLIC).get())
    assert "In documents" in finds(CANARY, filters=f"?part={CONFIDENTIAL}")
    assert CANARY not in finds("Tamsin", filters=f"?part={PUBLIC}")
    assert finds("held", "clerk", f"?part={CONFIDENTIAL}").count("data-hit") == finds("held", "clerk").count("data-hit")


def test_an_entry_that_one_may_not_see_is_never_named_as_what_another_is_said_of(kept: MadeRecord) -> None:
    add_confidential_rows(Case.objects.using(PUBLIC).get())
    for words in ("trial", "session", "Fenn", "said"):
        assert CANARY not in finds(words, "clerk")
