"""The demonstration records are built whole, and hold what they are to show."""

from collections import Counter
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from demonstrations import BUILT, build_fictional
from makers import NOW, MadeRecord
from twotrack.demo import facts
from twotrack.publish.site import render
from twotrack.record import folder, keyring
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.links import grounds_of
from twotrack.record.models import Case, Dialogue, Meeting, Person, Proposal, Source, Statement, User
from twotrack.record.people import shown
from twotrack.record.public import public_record
from twotrack.record.public.naming import naming
from twotrack.record.public.rows import PublicRows
from twotrack.vocabulary import MeetingKind, MeetingStatus, Property

pytestmark = pytest.mark.process


def keeper() -> User:
    return User.objects.using(PUBLIC).get(name="keeper")


def day_of(meeting: Meeting) -> date:
    row = shown(Sight.public(), meeting.pk, Property.WHEN)
    assert row is not None
    assert row.first_day is not None
    return row.first_day


def name_of(subject: UUID) -> str:
    row = shown(Sight.public(), subject, Property.NAME)
    return row.value if row else ""


def published_files() -> dict[str, bytes]:
    return {file.path: file.content for file in render(public_record(BUILT.date()))}


def published(made: MadeRecord) -> dict[str, bytes]:
    """What is published of a record that is closed."""
    folder.attach(made.folder, made.record_key)
    with keyring.cleared():
        files = published_files()
    folder.detach()
    return files


def test_the_fictional_record_is_whole(fictional_record: MadeRecord) -> None:
    assert list(check()) == []


def test_four_rounds_were_held_in_nine_years_one_was_postponed_and_one_never_held(fictional_record: MadeRecord) -> None:
    both = Sight.of_context()
    rounds = [row for row in both.all(Meeting) if row.meeting_kind == MeetingKind.ROUND.value]
    held = [day_of(row) for row in rounds if row.status == MeetingStatus.HELD.value]
    assert [day.year for day in sorted(held)] == [2018, 2023, 2025, 2026]
    assert Counter(row.status for row in rounds) == {"held": 4, "postponed": 1, "never-held": 1, "planned": 1}


def test_that_a_round_was_never_held_is_a_persons_finding_on_its_ground(fictional_record: MadeRecord) -> None:
    (missed,) = [row for row in Sight.public().all(Meeting, meeting_kind="round") if row.status == "never-held"]
    grounds = grounds_of(missed)
    assert [one.inference for one in grounds if one.inference]
    assert [one.passage for one in grounds if one.passage]


def test_experts_met_and_sites_were_visited(fictional_record: MadeRecord) -> None:
    kinds = Counter((row.meeting_kind, row.status) for row in Sight.public().all(Meeting))
    assert kinds["expert-dialogue", "held"] == 2
    assert kinds["expert-dialogue", "never-held"] == 2
    assert kinds["expert-dialogue", "planned"] == 1
    assert kinds["site-visit", "held"] == 5


def test_both_accounts_of_one_round_differ_where_they_are_meant_to(fictional_record: MadeRecord) -> None:
    sight = Sight.public()
    said: dict[tuple[str, str], set[str]] = {}
    for row in sight.all(Statement):
        if row.account is not None and row.account.party is not None:
            key = (name_of(row.subject_id), row.about)
            said.setdefault(key, set()).add(f"{row.account.party.name}: {row.value}")
    assert {"Aldmark: 2", "Verania: 3"} <= said["The round of February 2023", "round-number"]
    assert {"Aldmark: 2023-02-14/2023-02-15", "Verania: 2023-02-14"} <= said["The round of February 2023", "when"]
    assert {"Aldmark: 3", "Verania: 4"} <= said["The round of March 2025", "round-number"]


def test_a_page_of_the_web_was_captured_twice(fictional_record: MadeRecord) -> None:
    (later,) = Source.objects.using(PUBLIC).exclude(version_of=None)
    found = Proposal.objects.using(PUBLIC).filter(source_id__in=[later.pk, later.version_of_id])
    says_otherwise = [one for one in found if one.earlier_id is not None]
    assert [one.main_value for one in says_otherwise] == ["Ivenna Sordal"]
    assert {one.source_id for one in found} == {later.pk, later.version_of_id}


@pytest.mark.parametrize("name", ["Teo Marrend", "Mirel Tosk", "塞娜·多里克"])
def test_two_persons_of_one_name_are_two(fictional_record: MadeRecord, name: str) -> None:
    rows = Statement.objects.using(PUBLIC).filter(about=Property.NAME.value, value=name)
    assert len({row.subject_id for row in rows}) == 2


def test_the_same_bytes_come_out_of_the_same_material(
    made_record: MadeRecord, built_fictional: MadeRecord, tmp_path: Path
) -> None:
    again = build_fictional(made_record, tmp_path / "again")
    assert published(again) == published(built_fictional)


def test_no_name_is_published_that_nobody_cleared(fictional_record: MadeRecord) -> None:
    on = naming(PublicRows(), BUILT.date())
    files = published_files()
    assert len(files) > 100
    texts = {path: content.decode() for path, content in files.items() if not path.endswith((".sqlite", ".png"))}
    found = {(name, path) for name in set(on.hidden) - set(on.named) for path, text in texts.items() if name in text}
    assert found == set()


def test_the_facts_keep_differing_accounts_side_by_side_and_nobody_is_at_issue(record: MadeRecord) -> None:
    facts.build(by=keeper(), at=NOW)
    assert list(check()) == []
    assert Dialogue.objects.using(PUBLIC).count() >= 18
    assert not Case.objects.using(PUBLIC).exists()
    assert not Person.objects.using(CONFIDENTIAL).exists()
    places = {
        frozenset(row.value for row in Sight.public().all(Statement, subject_id=meeting.pk, about=Property.PLACE.value))
        for meeting in Sight.public().all(Meeting)
    }
    assert any({"Brdo", "Ljubljana"} <= one or len(one) > 1 for one in places)
