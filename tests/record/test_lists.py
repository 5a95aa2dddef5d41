"""Lists of names: frozen as handed, taken up in the next, compared, and what came back on them."""

from typing import Any

import pytest

from makers import NOW, MadeRecord, add_person
from twotrack.errors import LedgerError
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.lists import (
    Line,
    add_lines,
    chain,
    compare,
    hand_over,
    identify,
    lines_of,
    make_list,
    replies,
    reply,
    take_up,
)
from twotrack.record.models import List, User
from twotrack.vocabulary import ResponseType


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def names(*written: str) -> list[Line]:
    return [Line(name=name) for name in written]


def a_list(ledger: Ledger, *written: str, **more: Any) -> List:
    return make_list(ledger, names(*written), name="June", inference="drawn up for the round", **more)


def test_lines_stand_as_they_were_handed(record: MadeRecord) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        row = make_list(
            ledger,
            [Line(name="Orrel, Tamsin", details=(("born", "1970"),))],
            name="June",
            by_words="an organisation",
            inference="handed in",
        )
        hand_over(ledger, row, on="2026-06-02")
        with pytest.raises(LedgerError, match="stays as it was handed"):
            add_lines(ledger, row, names("Corin Vey"))
        with pytest.raises(LedgerError, match="stays as it was handed"):
            hand_over(ledger, row, on="2026-06-03")
    (line,) = lines_of(Sight.of_context(), row)
    assert (line.number, line.name, line.details) == (1, "Orrel, Tamsin", {"born": "1970"})
    assert list(check()) == []


def test_before_it_is_handed_lines_are_added_and_an_empty_list_is_not_handed(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        row = a_list(ledger)
        with pytest.raises(LedgerError, match="holds no names"):
            hand_over(ledger, row, on="2026-06-02")
        add_lines(ledger, row, names("Tamsin Orrel"), inference="told")
        add_lines(ledger, row, names("Corin Vey"), inference="told")
    assert [(line.number, line.name) for line in lines_of(Sight.public(), row)] == [
        (1, "Tamsin Orrel"),
        (2, "Corin Vey"),
    ]


def test_a_chain_from_the_first_to_the_last(record: MadeRecord) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        one, two, three = (a_list(ledger, "Tamsin Orrel") for _ in range(3))
        take_up(ledger, one, two)
        take_up(ledger, two, three)
        for later in (one, three):
            with pytest.raises(LedgerError, match="already"):
                take_up(ledger, three if later is one else one, later)
    for row in (one, two, three):
        assert [step.pk for step in chain(Sight.of_context(), row)] == [one.pk, two.pk, three.pk]


def test_two_lists_side_by_side(record: MadeRecord) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        case, other = add_person(ledger, "Tamsin Orrel"), add_person(ledger, "Tamsin Orrel")
        one = a_list(ledger, "Tamsin Orrel", "Corin Vey", "Ilsa Méran", "Orrel Tamsin")
        two = a_list(ledger, "ILSA MERAN", "T. Orrel", "Miravel Hask", "Orrel Tamsin")
        sight = Sight.of_context()
        first, second = lines_of(sight, one), lines_of(sight, two)
        identify(ledger, first[0], case)
        identify(ledger, second[1], case)
        identify(ledger, first[3], case)
        identify(ledger, second[3], other)
    told = compare(sight, one, two)
    assert [(a.name, b.name) for a, b in told.both] == [("Tamsin Orrel", "T. Orrel"), ("Ilsa Méran", "ILSA MERAN")]
    assert [line.name for line in told.dropped] == ["Corin Vey", "Orrel Tamsin"]
    assert [line.name for line in told.added] == ["Miravel Hask", "Orrel Tamsin"]


def test_replies_with_and_without_names(record: MadeRecord) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        case = add_person(ledger, "Tamsin Orrel")
        row = make_list(
            ledger, [Line(name="Tamsin Orrel", case=case), Line(name="Corin Vey")], name="June", inference="handed in"
        )
        sight = Sight.of_context()
        assert replies(sight, row).counted is None
        reply(ledger, row, ResponseType.STATUS_STATED, cases=[case], inference="read out")
        reply(ledger, row, ResponseType.OTHER, count=25, count_words="25 of the June list", inference="read out")
    told = replies(sight, row)
    assert [line.name for line in told.answered] == ["Tamsin Orrel"]
    assert [line.name for line in told.unanswered] == ["Corin Vey"]
    assert ([one.count_words for one in told.without_names], told.counted) == (["25 of the June list"], 25)
    assert list(check()) == []
