"""What is entered on a meeting by hand, and the round that is overdue."""

from datetime import date

import pytest

from makers import NOW, MadeRecord, add_person
from twotrack.errors import LedgerError
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Contact, Dialogue, Meeting, MeetingDialogue, Party, Reprisal, User
from twotrack.record.releases import release
from twotrack.record.talks import (
    describe,
    meet,
    overdue_since,
    raise_concern,
    raise_number,
    suffered_for,
    take_position,
)
from twotrack.vocabulary import MeetingStatus, Property, RepresentationKind


def user(name: str = "officer") -> User:
    return User.objects.using(PUBLIC).get(name=name)


def round_of(dialogue: Dialogue, when: str, status: MeetingStatus = MeetingStatus.HELD) -> Meeting:
    with writing(PUBLIC, by=user(), at=NOW) as ledger:
        meeting = ledger.add(Meeting(meeting_kind="round", status=status.value))
        link = ledger.add(MeetingDialogue(meeting=meeting, dialogue=dialogue))
        for entry in (meeting, link):
            ledger.ground(entry, inference="known")
        ledger.state(meeting, Property.WHEN, when, inference="known")
    return meeting


def dialogue_of(interval: str) -> Dialogue:
    with writing(PUBLIC, by=user(), at=NOW) as ledger:
        dialogue = ledger.add(Dialogue(name="Aldmark and Verania", interval=interval))
        ledger.ground(dialogue, inference="known")
    return dialogue


@pytest.mark.parametrize(
    ("interval", "rounds", "on", "since"),
    [
        ("P1Y", ["2024-02-28/2024-02-29"], date(2025, 2, 28), None),
        ("P1Y", ["2024-02-28/2024-02-29"], date(2025, 3, 1), date(2025, 2, 28)),
        ("P6M", ["2024-02-28", "2024-08-31"], date(2025, 3, 1), date(2025, 2, 28)),
        ("P1Y", ["2011"], date(2012, 12, 31), None),
        ("P1Y", [], date(2036, 1, 1), None),
        ("", ["2011"], date(2036, 1, 1), None),
    ],
)
def test_a_round_is_overdue_by_the_interval(
    record: MadeRecord, interval: str, rounds: list[str], on: date, since: date | None
) -> None:
    dialogue = dialogue_of(interval)
    for when in rounds:
        round_of(dialogue, when)
    assert overdue_since(Sight.public(), dialogue, on) == since


def test_a_planned_round_is_none_that_was_held(record: MadeRecord) -> None:
    dialogue = dialogue_of("P1Y")
    round_of(dialogue, "2011-04")
    round_of(dialogue, "2012-04", MeetingStatus.POSTPONED)
    assert overdue_since(Sight.public(), dialogue, date(2012, 5, 1)) == date(2012, 4, 30)


def test_a_concern_a_number_a_position_and_a_tone(record: MadeRecord) -> None:
    meeting = round_of(dialogue_of("P1Y"), "2011-04")
    with writing(PUBLIC, by=user(), at=NOW) as ledger:
        ours, theirs = (ledger.add(Party(name=name)) for name in ("Aldmark", "Verania"))
        for party in (ours, theirs):
            ledger.ground(party, inference="known")
        refused = raise_concern(
            ledger, "torture", by=ours, to=theirs, about=ours, kind=RepresentationKind.WOULD_NOT_SAY, inference="asked"
        )
        some = raise_number(ledger, 20, "some 20", by=ours, to=theirs, meeting=meeting, inference="told")
        with pytest.raises(LedgerError, match="as it was said"):
            raise_number(ledger, 20, " ", by=ours, to=theirs, inference="told")
        position = take_position(
            ledger, theirs, "death-penalty", meeting=meeting, summary="kept for now", inference="told"
        )
        tone = describe(ledger, meeting, "candid", by=ours, inference="told")
    assert (refused.about_party, some.count_words, position.party, tone.words) == (ours, "some 20", theirs, "candid")
    assert list(check()) == []


def test_a_contact_is_confidential_always_and_so_is_a_reprisal(record: MadeRecord) -> None:
    with writing(PUBLIC, by=user(), at=NOW) as ledger:
        case = add_person(ledger, "Tamsin Orrel")
        with pytest.raises(LedgerError, match="confidential always"):
            meet(ledger, case.person, inference="met")
    with pytest.raises(LedgerError, match="release alone"), writing(PUBLIC, by=user()) as ledger:
        ledger.add(Contact(person=case.person))
    with writing(CONFIDENTIAL, by=user(), at=NOW) as ledger:
        contact = meet(ledger, case.person, when="2026-05-03", place="a café", inference="I met her")
        suffered = suffered_for(ledger, case, contact, inference="she was told so")
    with pytest.raises(LedgerError, match="confidential always"), writing(PUBLIC, by=user()) as ledger:
        ledger.add(Reprisal(case=case, contact_id=contact.pk))
    assert suffered.case_id == case.pk
    assert list(check()) == []


def test_a_contact_is_released_with_a_second_persons_word_alone(record: MadeRecord) -> None:
    with writing(PUBLIC, by=user(), at=NOW) as ledger:
        case = add_person(ledger, "Tamsin Orrel")
    with writing(CONFIDENTIAL, by=user(), at=NOW) as ledger:
        contact = meet(ledger, case.person, when="2026-05-03", place="a café", inference="I met her")
    fields = frozenset({"person", "when"})
    for second, said in ((None, "second person's word"), (user(), "another person's")):
        with pytest.raises(LedgerError, match=said):
            release(contact, fields=fields, why="she asked for it", by=user(), at=NOW, second=second)
    public = release(contact, fields=fields, why="she asked for it", by=user(), at=NOW, second=user("keeper"))
    assert isinstance(public, Contact)
    assert (public.when, public.place) == ("2026-05-03", "")
    assert list(check()) == []
