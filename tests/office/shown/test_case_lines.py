"""The lines of cases: brought up to date from the log they are what the whole record gives."""

from collections.abc import Callable
from typing import Any

import pytest

from clients import user
from record.reports.small_record import Small
from twotrack.office.shown.case_changes import changed_cases
from twotrack.office.shown.case_lines import CaseBoard, lines_named, renewed, whole_board
from twotrack.record import log
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import Case, MeetingDialogue, Person, Representation, Response, ShownStatement, Statement
from twotrack.record.representations import raise_cases, record_outcome, respond
from twotrack.vocabulary import OutcomeKind, Property, ResponseType


def _new_case(small: Small, ledger: Ledger) -> None:
    person = ledger.add(Person())
    ledger.state(person, Property.NAME, "Vara Ilm", inference="known")
    case = ledger.add(Case(person=person))
    raise_cases(ledger, [case], by=small.aldmark, to=None, meeting=small.round_2, inference="known")


def _shown(small: Small, ledger: Ledger) -> None:
    key = small.tamsin.person_id
    other = ledger.state(Person.objects.using(PUBLIC).get(pk=key), Property.NAME, "T. Orrel", inference="known")
    ledger.add(ShownStatement(statement=other, by=ledger.by, at=ledger.at))


def _moved_day(small: Small, ledger: Ledger) -> None:
    row = Statement.objects.using(PUBLIC).get(subject_id=small.round_2.pk, about="when")
    ledger.change(row, value="2022-06", first_day="2022-06-01", last_day="2022-06-30")


def _no_reply_after_all(small: Small, ledger: Ledger) -> None:
    row = Response.objects.using(PUBLIC).exclude(response_type=ResponseType.NO_REPLY.value).order_by("pk")[0]
    ledger.change(row, response_type=ResponseType.NO_REPLY.value)


ACTS: dict[str, Callable[[Small, Ledger], Any]] = {
    "a new case that was raised": _new_case,
    "another name that is shown": _shown,
    "a meeting on another day": _moved_day,
    "a reply that was none": _no_reply_after_all,
    "a reply": lambda small, ledger: respond(ledger, [small.tamsin], ResponseType.DIED, inference="known"),
    "an outcome": lambda small, ledger: record_outcome(ledger, small.ansa, OutcomeKind.RELEASED, inference="known"),
    "raised again": lambda small, ledger: raise_cases(
        ledger, [small.ansa, small.edric], by=small.aldmark, to=None, when="2020", inference="known"
    ),
    "a meeting that counts towards a dialogue": lambda small, ledger: ledger.add(
        MeetingDialogue(meeting=small.round_1, dialogue=small.yearly)
    ),
    "nothing that a line tells": lambda small, ledger: ledger.ground(small.ansa, inference="known again"),
}
OF_PUBLIC_ROWS = ("a meeting on another day", "a reply that was none")  # they change a row, which is in the public part


def told(board: CaseBoard) -> object:
    return sorted(board.lines, key=lambda line: line.id), board.by_meeting


def numbers(sight: Sight) -> tuple[int, ...]:
    return tuple(log.last_number(alias) for alias in sight.aliases)


@pytest.mark.parametrize(
    ("alias", "what"),
    [(PUBLIC, what) for what in ACTS] + [(CONFIDENTIAL, what) for what in ACTS if what not in OF_PUBLIC_ROWS],
)
def test_a_board_brought_up_to_date_is_the_board_made_anew(small: Small, alias: str, what: str) -> None:
    for sight in (Sight.public(), Sight.of_context()):
        old, before = whole_board(sight), numbers(sight)
        with writing(alias, by=user("officer")) as ledger:
            ACTS[what](small, ledger)
        keys = changed_cases(sight, before)
        assert keys is not None
        assert told(renewed(sight, old, keys)) == told(whole_board(sight))


def test_what_was_removed_or_moved_is_not_guessed_at(small: Small) -> None:
    sight = Sight.of_context()
    before = numbers(sight)
    act = Representation.objects.using(PUBLIC).filter(meeting_id=small.round_1.pk)[0]
    with writing(PUBLIC, by=user("officer")) as ledger:
        ledger.change(act, meeting=small.round_3)
    assert changed_cases(sight, before) is None


def test_a_name_is_found_in_any_script_and_without_its_marks(small: Small) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        person = Person.objects.using(PUBLIC).get(pk=small.edric.person_id)
        for name in ("高智", "Édric Vâne"):
            ledger.state(person, Property.NAME, name, inference="known")
    lines = whole_board(Sight.public()).lines
    for words in ("智", "edric van", "ÉDRIC", "vane edr"):
        assert [line.id for line in lines_named(lines, words)] == [small.edric.pk.hex], words
    assert lines_named(lines, " ") == []
