"""The demonstration records are built whole, and hold what they are to show."""

from collections import Counter
from datetime import date, timedelta
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
from twotrack.record.lists import compare, replies
from twotrack.record.models import (
    Benchmark,
    BenchmarkJudgement,
    Case,
    Characterisation,
    CitedRecommendation,
    Commitment,
    Correction,
    Dialogue,
    Entry,
    Exchange,
    List,
    Meeting,
    Person,
    Position,
    Proposal,
    PublicationDecision,
    Release,
    Source,
    Statement,
    User,
    Withdrawal,
)
from twotrack.record.names.chinese import is_han
from twotrack.record.people import names_of, shown
from twotrack.record.promises import is_overdue, status_of
from twotrack.record.proposals import decision_on
from twotrack.record.public import public_record
from twotrack.record.public.naming import naming
from twotrack.record.public.rows import PublicRows
from twotrack.record.publication import form_of
from twotrack.vocabulary import MeetingKind, MeetingStatus, Property, PublicationForm

pytestmark = pytest.mark.process


def keeper() -> User:
    return User.objects.using(PUBLIC).get(name="keeper")


def day_of(meeting: Meeting) -> date:
    row = shown(Sight.of_context(), meeting.pk, Property.WHEN)
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


def test_sixty_persons_have_names_in_two_scripts(fictional_record: MadeRecord) -> None:
    both = Sight.of_context()
    names = [names_of(both, person.pk) for person in both.all(Person)]
    scripts = [{is_han(name) for name in found} for found in names]
    assert sum(found == {False, True} for found in scripts) >= 60


def test_three_lists_were_answered_one_by_a_number_without_names(fictional_record: MadeRecord) -> None:
    both = Sight.of_context()
    handed = {row.name: replies(both, row) for row in both.all(List) if row.from_party_id}
    assert len(handed) == 3
    assert all(found.answered or found.without_names for found in handed.values())
    june = handed["List of June 2026"]
    assert len(june.answered) + len(june.unanswered) == 32
    assert [(one.count, one.count_words) for one in june.without_names] == [(25, "25 of the June list")]
    assert june.answered == []


def test_an_organisations_list_was_taken_up_in_ours(fictional_record: MadeRecord) -> None:
    both = Sight.of_context()
    (theirs,) = [row for row in both.all(List) if row.from_words]
    assert theirs.taken_up_in is not None
    assert len(compare(both, theirs, theirs.taken_up_in).both) == 8


def test_acts_and_standing_promises_are_kept_lapsed_and_open(fictional_record: MadeRecord) -> None:
    both = Sight.of_context()
    found = Counter((row.nature, status_of(both, row).value) for row in both.all(Commitment))
    assert min(found["act", status] for status in ("kept", "lapsed", "open", "partly")) >= 2
    assert min(found["standing", status] for status in ("kept", "open", "partly", "withdrawn")) >= 1
    judged = {row.judgement for row in both.all(BenchmarkJudgement)}
    assert judged == {"not-met", "partly", "cannot-be-told"}
    assert len(both.all(Benchmark)) == 6


def test_both_sides_take_positions_and_describe_each_round(fictional_record: MadeRecord) -> None:
    sight = Sight.public()
    took = {(name_of(row.meeting_id), row.theme, row.party.name) for row in sight.all(Position) if row.meeting_id}
    for name in ("February 2023", "March 2025"):
        assert {(f"The round of {name}", "religion", side) for side in ("Aldmark", "Verania")} <= took
    described = {(name_of(row.meeting_id), row.party.name) for row in sight.all(Characterisation) if row.party}
    rounds = ("The round of February 2023", "The round of March 2025", "The round of May 2026")
    assert {(one, side) for one in rounds for side in ("Aldmark", "Verania")} <= described


def test_recommendations_are_cited(fictional_record: MadeRecord) -> None:
    cited = {row.entry.kind for row in Sight.public().all(CitedRecommendation)}
    assert cited == {"commitment", "benchmark", "position"}


def test_the_press_asked_and_was_answered_or_not(fictional_record: MadeRecord) -> None:
    found = Counter(row.clarity for row in Sight.public().all(Exchange))
    assert found.total() >= 30
    assert min(found[clarity] for clarity in ("reply", "ambivalent", "non-reply")) >= 5
    askers = {row.asker_id for row in Sight.public().all(Exchange, outlet="Sarnholm Evening Lantern") if row.asker_id}
    assert len(askers) == 1


def test_the_confidential_part_is_about_as_large_as_the_public_one(fictional_record: MadeRecord) -> None:
    kept, public = (
        Counter(Entry.objects.using(alias).values_list("kind", flat=True)) for alias in (CONFIDENTIAL, PUBLIC)
    )
    assert 0.8 < kept.total() / public.total() < 1.25
    kinds = {
        "representation",
        "raised case",
        "response",
        "list",
        "list item",
        "contact",
        "reprisal",
        "meeting",
        "outcome",
    }
    assert kinds <= set(kept)
    assert not {"contact", "reprisal", "list item"} & set(public)
    assert Source.objects.using(CONFIDENTIAL).filter(kind="note").count() == 6


def test_every_form_of_publication_holds_for_somebody_on_the_day(fictional_record: MadeRecord) -> None:
    forms = {form_of(row, BUILT.date()).value for row in Sight.public().all(PublicationDecision)}
    assert forms == {form.value for form in PublicationForm}


def test_there_is_something_to_do_in_the_next_ninety_days(fictional_record: MadeRecord) -> None:
    both, today = Sight.of_context(), BUILT.date()
    soon = today + timedelta(days=90)
    promised = both.all(Commitment)
    assert len([row for row in promised if is_overdue(both, row, today)]) >= 3
    assert len([row for row in promised if row.due_last and today <= row.due_last <= soon]) >= 2
    days = {
        about: [row for row in both.all(Statement, about=about.value) if row.last_day and today <= row.last_day <= soon]
        for about in (Property.SENTENCE_ENDS_ON, Property.TRIED_ON)
    }
    assert min(len(found) for found in days.values()) >= 3
    assert [row for row in both.all(PublicationDecision) if row.review_by and today <= row.review_by <= soon]
    assert [row for row in both.all(Meeting, status="planned") if today <= day_of(row) <= soon]


def test_findings_wait_for_a_person_in_both_parts(fictional_record: MadeRecord) -> None:
    for alias in (PUBLIC, CONFIDENTIAL):
        assert [row for row in Proposal.objects.using(alias).all() if decision_on(row) is None]


def test_an_entry_was_released_one_put_right_and_one_taken_back(fictional_record: MadeRecord) -> None:
    assert [row.confirmed_at for row in Release.objects.using(CONFIDENTIAL).all()] == [BUILT]
    assert [(row.was, row.now) for row in Correction.objects.using(PUBLIC).all()] == [
        ("five years in prison", "five years and six months in prison")
    ]
    assert Withdrawal.objects.using(CONFIDENTIAL).count() == 1


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
