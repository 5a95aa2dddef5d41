"""Lists drawn up, handed over and answered at the office."""

from typing import Any

from clients import CANARY, Visitor, user
from makers import MadeRecord, add_person
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.lists import lines_of
from twotrack.record.models import Case, List, Passage, Response, Source
from twotrack.vocabulary import Property

PLAIN = {"language": "en", "order": "name", "handling": "confidential"}


def drawn_up(**more: Any) -> List:
    case = Case.objects.using(PUBLIC).get()
    Visitor("officer").reads("/lists/new", name="June list", case=str(case.pk), **{**PLAIN, **more})
    return List.objects.using(CONFIDENTIAL).get()


def test_a_list_holds_the_name_and_the_fields_that_were_chosen(kept: MadeRecord) -> None:
    made = drawn_up(says=["status", "charge"], cover="With our compliments.")
    line = lines_of(Sight.of_context(), made)[0]
    assert (line.name, line.details) == ("Tamsin Orrel", {"status": "detained"})
    assert Source.objects.using(CONFIDENTIAL).get(about_id=made.pk).title == "Cover note"


def test_those_longest_without_a_reply_can_come_first(kept: MadeRecord) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        other = add_person(ledger, "Aldo Esk")
    keys = [str(Case.objects.using(PUBLIC).get(person__isnull=False, raised__isnull=False).pk), str(other.pk)]
    Visitor("officer").reads("/lists/new", name="June list", case=keys, **{**PLAIN, "order": "raised"})
    lines = lines_of(Sight.of_context(), List.objects.using(CONFIDENTIAL).get())
    assert [line.name for line in lines] == ["Tamsin Orrel", "Aldo Esk"]


def test_a_list_in_chinese_takes_the_chinese_name_where_there_is_one(kept: MadeRecord) -> None:
    case = Case.objects.using(PUBLIC).get()
    with writing(PUBLIC, by=user("officer")) as ledger:
        assert case.person is not None
        ledger.state(case.person, Property.NAME, "欧雅心", inference="the family writes it so", value_language="zh")
    made = drawn_up(language="zh")
    assert lines_of(Sight.of_context(), made)[0].name == "欧雅心"


def test_a_public_list_says_nothing_that_is_confidential(kept: MadeRecord) -> None:
    case = Case.objects.using(PUBLIC).get()
    with writing(CONFIDENTIAL, by=user("officer")) as ledger:
        ledger.state(case, Property.CHARGE, CANARY, inference="told at the table")
    Visitor("officer").reads("/lists/new", name="June list", case=str(case.pk), says=["charge"],
                             **{**PLAIN, "handling": "public"})  # fmt: skip
    assert lines_of(Sight.public(), List.objects.using(PUBLIC).get())[0].details == {}


def test_what_was_handed_over_stays_as_it_was(kept: MadeRecord) -> None:
    made = drawn_up()
    officer = Visitor("officer")
    officer.reads(f"/lists/{made.pk}/hand-over", on="2026-06-01")
    with writing(CONFIDENTIAL, by=user("officer")) as ledger:
        other = add_person(ledger, "Dorvan Esk")
    response = officer.sends(f"/lists/{made.pk}/lines", case=str(other.pk))
    assert "was handed over" in response.content.decode()
    assert len(lines_of(Sight.of_context(), made)) == 1


def test_a_reply_is_read_line_by_line_and_entered_as_the_person_says(kept: MadeRecord) -> None:
    made = drawn_up()
    words = "1. Orrel, Tamsin: is serving her sentence in Low Ferry.\n2. Nobody else."
    officer = Visitor("officer")
    shown = officer.reads(f"/lists/{made.pk}/reply", words=words, step="read", handling="confidential")
    assert '<option value="status-stated-nothing-changed" selected>' in shown
    line = lines_of(Sight.of_context(), made)[0]
    officer.reads(
        f"/lists/{made.pk}/reply", words=words, step="enter", handling="confidential", count="3", count_words="some three",
        **{f"line-{line.pk}": "account-contradicts-ours"},
    )  # fmt: skip
    replies = {one.response_type: one for one in Response.objects.using(CONFIDENTIAL).filter(list_id=made.pk)}
    assert set(replies) == {"account-contradicts-ours", "other"}
    assert Passage.objects.using(CONFIDENTIAL).filter(quote=words.partition("\n")[0]).exists()
    assert replies["other"].count == 3


def test_one_without_clearance_reaches_no_confidential_list(kept: MadeRecord) -> None:
    made = drawn_up()
    for act in ("lines", "hand-over", "reply"):
        assert Visitor("clerk").asks(f"/lists/{made.pk}/{act}").status_code == 404
