"""Lists that were handed over: all, one with its chain and replies, two side by side."""

import re

from clients import Visitor, user
from record.reports.small_record import Small
from twotrack.record import lists
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.lists import Line
from twotrack.record.models import List
from twotrack.vocabulary import ResponseType


def another(small: Small, *names: str, by_words: str = "Open Docket") -> List:
    cases = {"Edric Vane": small.edric, "Tamsin Orrel": small.tamsin}
    with writing(PUBLIC, by=user("officer")) as ledger:
        made = lists.make_list(
            ledger, [Line(name=name, case=cases.get(name)) for name in names], name="list of March", by_words=by_words,
            to=small.aldmark, handed_on="2024-03", inference="known",
        )  # fmt: skip
        lists.take_up(ledger, made, small.list)
    return made


def test_the_lists_say_how_many_names_have_no_reply(small: Small) -> None:
    row = Visitor("clerk").sees("/lists").partition("<tbody>")[2]
    assert re.findall('class="number">(?:<span[^>]*>)?([^<]*)', row)[:3] == ["3", "2", "1"]
    assert re.findall(
        'class="number">(?:<span[^>]*>)?([^<]*)', Visitor("officer").sees("/lists").partition("<tbody>")[2]
    )[:2] == ["3", "1"]


def test_a_list_shows_its_lines_and_what_is_unanswered(small: Small) -> None:
    page = Visitor("clerk").sees(f"/lists/{small.list.pk}")
    assert re.findall('class="name"[^>]*>(name .)<', page) == ["name 1", "name 2", "name 3"]
    assert "some 2" in page
    waiting = Visitor("clerk").sees(f"/lists/{small.list.pk}?show=unanswered")
    assert re.findall('class="name"[^>]*>(name .)<', waiting) == ["name 1", "name 3"]


def test_a_note_that_no_reply_came_is_no_reply(small: Small) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        lists.reply(ledger, small.list, ResponseType.NO_REPLY, cases=[small.tamsin], inference="known")
    page = Visitor("clerk").sees(f"/lists/{small.list.pk}")
    assert "<strong>0</strong> answered to this list" in page
    assert "<strong>2</strong> without any reply" in page


def test_a_chain_leads_from_the_first_list_to_the_last(small: Small) -> None:
    earlier = another(small, "Edric Vane", "Vara Ilm")
    chain = Visitor("clerk").sees(f"/lists/{small.list.pk}").partition('class="chain"')[2].partition("</ol>")[0]
    assert chain.index(f"/lists/{earlier.pk}") < chain.index('aria-current="step"')


def test_two_lists_stand_side_by_side(small: Small) -> None:
    earlier = another(small, "Edric Vane", "Vara Ilm")
    page = Visitor("clerk").sees(f"/lists/{earlier.pk}?with={small.list.pk}")
    assert "1 name on both" in page
    alone = page.partition("On the first alone")[2].partition("</section>")[0]
    assert "Vara Ilm" in alone
    assert "Edric Vane" not in alone


def test_a_long_list_goes_on_from_the_number_of_its_last_line(small: Small) -> None:
    made = another(small, *(f"Nobody {number:03}" for number in range(1, 151)))
    first = Visitor("clerk").sees(f"/lists/{made.pk}")
    assert "Nobody 100" in first
    assert "Nobody 101" not in first
    assert 'href="?after=100"' in first
    second = Visitor("clerk").sees(f"/lists/{made.pk}?after=100")
    assert "Nobody 101" in second
    assert 'href="?after=0"' in second
