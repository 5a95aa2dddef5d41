"""Later captures of an address: each is evidence of its own, decisions survive, nothing crosses the line."""

import dataclasses
import hashlib
import uuid
from typing import Any

import pytest

from makers import NOW, TEXT, MadeRecord, capture_made, ingest_made, make_reading, span
from twotrack import clock
from twotrack.reading.findings import Reading
from twotrack.record.check import check
from twotrack.record.decisions import decide, decide_all, entry_of
from twotrack.record.folder import OpenRecord, read_keys
from twotrack.record.forget import forget
from twotrack.record.ingest import current_text, reread
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import (
    Case,
    Dialogue,
    Ground,
    LogEntry,
    Passage,
    Proposal,
    Source,
    SourceDialogue,
    SourceText,
    User,
    WithheldSpan,
)
from twotrack.record.proposals import decision_on
from twotrack.record.public.terms import WORDS_A_SOURCE, Allowance
from twotrack.record.versions import compared, versions_of
from twotrack.sources.raw import Document
from twotrack.vocabulary import DecisionKind, ErasureReason, Terms

LATER = "Updated on 9 May. " + TEXT
RELEASED = TEXT.replace("is detained", "was released")


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def later(text: str = LATER) -> Reading:
    """The made reading of a later text of the page, with what no longer stands there left out."""
    if "detained" in text:
        return make_reading(text)
    reading = make_reading(text.replace("was released", "is detained"))
    case = dataclasses.replace(
        reading.cases[0],
        status="released",
        mentions=(span("Tamsin Orrel", text),),
        status_mentions=(span("released", text),),
    )
    moves: dict[str, Any] = {
        name: tuple(
            dataclasses.replace(one, mentions=(span(words(one, reading), text),)) for one in getattr(reading, name)
        )
        for name in ("meetings", "participants", "commitments")
    }
    return dataclasses.replace(reading, text=text, cases=(case,), **moves)


def words(finding: object, reading: Reading) -> str:
    (mention,) = finding.mentions  # type: ignore[attr-defined]
    return reading.text[slice(*mention)]


def waiting(alias: str = PUBLIC) -> list[Proposal]:
    return [one for one in Proposal.objects.using(alias).filter(vanished=False) if decision_on(one) is None]


def accept_all(alias: str = PUBLIC) -> None:
    decide_all(list(Proposal.objects.using(alias)), by=officer(), at=NOW)


def test_other_bytes_at_an_address_are_a_version_of_the_first_capture(record: MadeRecord) -> None:
    first = capture_made(PUBLIC, by=officer())
    second = capture_made(PUBLIC, later(), by=officer(), day=5)
    third = capture_made(PUBLIC, later("Once more. " + TEXT), by=officer(), day=6)
    assert [first.version, second.version, third.version] == [1, 2, 3]
    assert second.source.version_of_id == third.source.version_of_id == first.source.pk
    assert second.changed == (1, 0, 0)
    assert [one.pk for one in versions_of(second.source)] == [one.source.pk for one in (first, second, third)]
    assert list(check()) == []


@pytest.mark.parametrize("address", ["http://example.org/talks", "https://EXAMPLE.org/talks#round"])
def test_an_address_is_the_same_by_either_scheme_and_at_any_part(record: MadeRecord, address: str) -> None:
    capture_made(PUBLIC, by=officer())
    assert capture_made(PUBLIC, later(), by=officer(), address=address).version == 2


def test_files_and_other_addresses_are_no_versions(record: MadeRecord) -> None:
    capture_made(PUBLIC, by=officer())
    assert ingest_made(PUBLIC, later(), by=officer()).version == 1
    assert capture_made(PUBLIC, later("Else. " + TEXT), by=officer(), address="https://example.org/other").version == 1


def test_the_same_bytes_leave_only_the_time_at_which_they_were_seen(record: MadeRecord) -> None:
    source = capture_made(PUBLIC, by=officer()).source
    changes = LogEntry.objects.using(PUBLIC).count()
    again = capture_made(PUBLIC, by=officer(), day=3)
    assert (again.already_there, again.seen_again) == (True, True)
    assert Source.objects.using(PUBLIC).get(pk=source.pk).last_seen == again.source.last_seen
    assert LogEntry.objects.using(PUBLIC).count() == changes + 1
    assert list(check()) == []
    assert not ingest_made(PUBLIC, by=officer()).seen_again


def test_what_was_decided_does_not_wait_again_and_stands_on_its_own_version(record: MadeRecord) -> None:
    first = capture_made(PUBLIC, by=officer()).source
    accept_all()
    entries = {entry.pk for entry in Case.objects.using(PUBLIC).all()}
    second = capture_made(PUBLIC, later(), by=officer(), day=5)
    assert (second.proposals, second.known, second.only_earlier) == (0, 6, 0)
    assert waiting() == []
    case = Proposal.objects.using(PUBLIC).get(section="cases")
    made = entry_of(case)
    assert made is not None
    assert {made.pk} == entries
    assert case.source_id == second.source.pk
    texts = {ground.passage.text.source_id for ground in Ground.objects.using(PUBLIC).exclude(passage=None)}
    assert texts == {first.pk}
    assert list(check()) == []


def test_what_waits_waits_once_and_what_is_new_waits(record: MadeRecord) -> None:
    capture_made(PUBLIC, dataclasses.replace(make_reading(), commitments=()), by=officer())
    second = capture_made(PUBLIC, later(), by=officer(), day=5)
    assert (second.proposals, second.known) == (1, 5)
    assert len(waiting()) == 6
    assert {one.source_id for one in waiting()} == {second.source.pk}


def test_a_rejection_survives_though_the_words_moved(record: MadeRecord) -> None:
    capture_made(PUBLIC, by=officer())
    decide(Proposal.objects.using(PUBLIC).get(section="cases"), DecisionKind.REJECT, by=officer())
    capture_made(PUBLIC, later("They spoke of Tamsin Orrel, some say. " + TEXT), by=officer(), day=5)
    decision = decision_on(Proposal.objects.using(PUBLIC).get(section="cases"))
    assert decision is not None
    assert decision.kind == "reject"


def test_what_a_later_version_says_otherwise_waits_and_shows_the_earlier(record: MadeRecord) -> None:
    first = capture_made(PUBLIC, by=officer()).source
    accept_all()
    second = capture_made(PUBLIC, later(RELEASED), by=officer(), day=5)
    (new,) = waiting()
    assert (new.source_id, new.data["status"]) == (second.source.pk, "released")
    assert new.earlier is not None
    assert (new.earlier.source_id, new.earlier.data["status"]) == (first.pk, "detained")
    assert second.changed == (0, 0, 1)
    assert list(check()) == []


def test_what_a_later_version_no_longer_says_goes_on_waiting_where_it_stands(record: MadeRecord) -> None:
    first = capture_made(PUBLIC, by=officer()).source
    second = capture_made(PUBLIC, dataclasses.replace(later(), cases=()), by=officer(), day=5)
    assert second.only_earlier == 1
    (left,) = [one for one in waiting() if one.source_id == first.pk]
    assert left.section == "cases"
    made = decide(left, DecisionKind.ACCEPT, by=officer())
    assert isinstance(made, Case)
    passages = Passage.objects.using(PUBLIC).filter(quote="Tamsin Orrel").select_related("text")
    assert {one.text.source_id for one in passages} == {first.pk}
    assert list(check()) == []


def test_reading_an_earlier_version_again_proposes_nothing_twice(record: MadeRecord) -> None:
    first = capture_made(PUBLIC, by=officer()).source
    capture_made(PUBLIC, later(), by=officer(), day=5)
    before = {one.pk: one.source_id for one in Proposal.objects.using(PUBLIC).all()}
    done = reread(first, Document(text=TEXT, extractor="text/2"), make_reading(), by=officer(), at=clock.now())
    assert done.proposals == 0
    assert {one.pk: one.source_id for one in Proposal.objects.using(PUBLIC).all()} == before


def test_a_version_belongs_to_the_same_dialogues_under_the_same_terms(record: MadeRecord) -> None:
    first = capture_made(PUBLIC, by=officer()).source
    with writing(PUBLIC, by=officer()) as ledger:
        dialogue = ledger.add(Dialogue(name="The dialogue"))
        ledger.ground(dialogue, inference="entered")
        ledger.add(SourceDialogue(source=first, dialogue=dialogue))
        ledger.change(first, terms=Terms.FREE.value)
    second = capture_made(PUBLIC, later(), by=officer(), day=5).source
    assert SourceDialogue.objects.using(PUBLIC).get(source=second).dialogue_id == dialogue.pk
    assert second.terms == "free"


def test_nothing_is_a_version_across_the_line(record: MadeRecord) -> None:
    capture_made(PUBLIC, by=officer())
    accept_all()
    files = sorted(path for path in record.folder.glob("public.db*") if not path.name.endswith("-shm"))
    before = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    hidden = capture_made(CONFIDENTIAL, later(), by=officer(), day=5)
    assert (hidden.version, hidden.source.version_of_id, hidden.proposals) == (1, None, 6)
    assert capture_made(CONFIDENTIAL, by=officer(), day=6).version == 2
    assert [hashlib.sha256(path.read_bytes()).hexdigest() for path in files] == before
    assert capture_made(PUBLIC, later("Else. " + TEXT), by=officer(), day=7).version == 2
    assert list(check()) == []


@pytest.mark.parametrize("again", [False, True], ids=["a later version", "a later extractor"])
def test_what_a_person_marked_stays_withheld(record: MadeRecord, again: bool) -> None:
    source = capture_made(PUBLIC, by=officer()).source
    marked = span("delegation of Verania")
    with writing(PUBLIC, by=officer()) as ledger:
        text = current_text(source)
        ledger.add(WithheldSpan(text=text, start=marked.start, end=marked.end, by=officer(), at=NOW))
    words = LATER.replace("delegation of", "delegation  of")
    if again:
        reread(source, Document(text=words, extractor="text/2"), later(words), by=officer(), at=clock.now())
    else:
        source = capture_made(PUBLIC, later(words), by=officer(), day=5).source
    (row,) = WithheldSpan.objects.using(PUBLIC).filter(text=current_text(source))
    assert words[row.start : row.end] == "delegation  of Verania"


def test_forgetting_covers_every_version(record: MadeRecord) -> None:
    capture_made(PUBLIC, by=officer())
    accept_all()
    capture_made(PUBLIC, later(), by=officer(), day=5, address="https://example.org/talks")
    person = Case.objects.using(PUBLIC).get().person
    assert person is not None
    opened = OpenRecord(folder=record.folder, keys=read_keys(record.folder), record_key=record.record_key)
    forget(opened, person, reason=ErasureReason.REQUEST, by=officer())
    texts = [row.text for row in SourceText.objects.using(PUBLIC).all()]
    assert len(texts) == 2
    assert not any("Orrel" in text for text in texts)
    assert {row.state for row in Source.objects.using(PUBLIC).all()} == {"sealed"}
    assert list(check()) == []


def test_all_versions_together_may_show_no_more_words_than_one_source(record: MadeRecord) -> None:
    first, second = (
        capture_made(PUBLIC, make_reading(text), by=officer(), day=day).source for day, text in enumerate((TEXT, LATER))
    )
    words = "word " * 40
    allowance = Allowance()
    shown = [
        allowance.take(one, uuid.UUID(int=number), 0, words)
        for number, one in enumerate((first, second, first, second))
    ]
    assert [len(words[:end].split()) for end in shown] == [40, 40, WORDS_A_SOURCE - 80, 0]


def test_two_versions_are_compared_by_their_texts(record: MadeRecord) -> None:
    first = capture_made(PUBLIC, by=officer()).source
    second = capture_made(PUBLIC, later(RELEASED), by=officer(), day=5).source
    found = compared(current_text(first), current_text(second))
    (change,) = found.changes
    assert "is detained" in found.old[slice(*change.old)]
    assert "was released" in found.new[slice(*change.new)]
