"""A report kept to one dialogue: its meetings, what was at none but between its parties, and nothing of another one."""

from typing import Any

import pytest

from record.reports.small_record import TODAY, Small
from twotrack.errors import LedgerError, UsageError
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Dialogue, DialogueParty, Meeting, MeetingDialogue, Party, User
from twotrack.record.reports import Report, make_report
from twotrack.record.representations import raise_cases
from twotrack.vocabulary import Property

ROUND_1, ROUND_2, ROUND_3 = "round 1 (10 May 2023)", "round 2 (11 June 2024)", "round 3 (12 July 2025)"


@pytest.fixture
def other(small: Small) -> Any:
    """A dialogue of Aldmark with Tarn: one round in 2024, at which Ansa Brill was raised, and Edric Vane by letter."""
    with writing(PUBLIC, by=User.objects.using(PUBLIC).get(name="officer")) as ledger:
        tarn = ledger.add(Party(name="Tarn"))
        dialogue = ledger.add(Dialogue(name="Aldmark-Tarn dialogue"))
        for party in (small.aldmark, tarn):
            ledger.add(DialogueParty(dialogue=dialogue, party=party))
        meeting = ledger.add(Meeting(meeting_kind="round", status="held"))
        ledger.state(meeting, Property.WHEN, "2024-02-01", inference="known")
        ledger.add(MeetingDialogue(meeting=meeting, dialogue=dialogue))
        raise_cases(ledger, [small.ansa], by=small.aldmark, to=tarn, meeting=meeting, passage=small.passage)
        raise_cases(ledger, [small.edric], by=small.aldmark, to=tarn, when="2024-03", passage=small.passage)
    return dialogue


def of(dialogue: Any, name: str, about: str = "") -> Report:
    return make_report(name, about, sight=Sight.public(), today=TODAY, dialogue=str(dialogue.pk))


def first(report: Report) -> list[Any]:
    return [row.cells[0] for row in report.rows]


def test_unanswered_counts_the_acts_of_the_dialogue_alone(small: Small, other: Any) -> None:
    assert [row.cells[:2] for row in of(other, "unanswered").rows] == [("Ansa Brill (detention)", 1)]
    assert [row.cells[:2] for row in of(small.dialogue, "unanswered").rows] == [("Tamsin Orrel (detention)", 3)]
    assert {one.label: one.value for one in of(other, "unanswered").totals}["cases raised"] == 2  # the letter too


@pytest.mark.parametrize(
    ("name", "about", "ours", "theirs"),
    [
        ("lists", "", ["list of June"], []),
        ("ours", "", ["name 1", "name 2", "name 3"], []),
        ("tracks", "", [ROUND_3, ROUND_2, ROUND_1], ["round (1 February 2024)"]),
        ("tone", "", [ROUND_1], []),
        ("positions", "religion", [ROUND_1, ROUND_2], []),
        ("reciprocity", "", ["Aldmark"], ["Aldmark"]),
        ("declined", "", [], []),
    ],
)  # fmt: skip
def test_each_report_has_what_belongs_to_the_dialogue(
    small: Small, other: Any, name: str, about: str, ours: list[str], theirs: list[str]
) -> None:
    assert first(of(small.dialogue, name, about)) == ours
    assert first(of(other, name, about)) == theirs


def test_promises_and_benchmarks_of_its_parties_made_at_no_meeting_belong_to_it(small: Small, other: Any) -> None:
    assert len(of(small.dialogue, "commitments").rows) == 4
    assert of(other, "commitments").rows == ()
    assert first(of(other, "benchmarks")) == ["publish figures"]  # Aldmark's own, set at no meeting


def test_a_dialogue_that_is_not_there_and_a_report_about_one_thing_are_refused(small: Small) -> None:
    with pytest.raises(LedgerError):
        of(small.round_1, "lists")
    with pytest.raises(UsageError):
        of(small.dialogue, "round", str(small.round_1.pk))
