"""Forgetting: no byte of the name anywhere, the chain whole, everybody else untouched."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from makers import NOW, MadeRecord, add_person, make_record
from twotrack.errors import LedgerError
from twotrack.record import folder, keyring
from twotrack.record.check import check, counted
from twotrack.record.folder import OpenRecord, read_keys
from twotrack.record.forget import forget
from twotrack.record.ingest import add_chunks, add_text, original_bytes
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.keys import unseal
from twotrack.record.ledger import writing
from twotrack.record.merging import merge, point, split
from twotrack.record.models import (
    Case,
    List,
    ListItem,
    Passage,
    Person,
    Proposal,
    Representation,
    Response,
    Source,
    SourceText,
    Statement,
    User,
)
from twotrack.record.notes import take_note
from twotrack.record.passages import passage_at
from twotrack.record.publication import decide_publication
from twotrack.record.representations import raise_cases, respond
from twotrack.sources.raw import Document
from twotrack.vocabulary import ErasureReason, Property, PublicationForm, ResponseType, SourceState
from whole_records import all_values

NAME, OTHER = "Tamsin Orrel", "Corin Vey"
WORDS = f"We raised the case of {NAME} and that of {OTHER}. MS. ORREL is held in Dunmarrow. Orrel is ill.\n"
FORMS = ["Tamsin", "tamsin", "TAMSIN", "Orrel", "orrel", "ORREL"]


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def open_record(made: MadeRecord) -> OpenRecord:
    return OpenRecord(folder=made.folder, keys=read_keys(made.folder), record_key=made.record_key)


def two_raised(alias: str = PUBLIC) -> tuple[Person, Person]:
    """A document that names two persons at issue; each with a case, raised together; a list with both; a private reply."""
    with writing(alias, by=officer(), at=NOW) as ledger:
        source = ledger.add(
            Source(
                sha256=hashlib.sha256(WORDS.encode()).hexdigest(), media_type="text/plain", place="a.txt", name=f"{NAME}.txt",
                kind="other", got_at=NOW, got_by=officer(),
            )
        )  # fmt: skip
        add_chunks(source, WORDS.encode(), alias)
        text = add_text(ledger, source, Document(text=WORDS, extractor="text/1"))
        people, cases = [], []
        for name in (NAME, OTHER):
            start = WORDS.index(name)
            passage = passage_at(ledger, text, start, start + len(name))
            person = ledger.add(Person())
            case = ledger.add(Case(person=person))
            for entry in (person, case):
                ledger.ground(entry, passage=passage)
            ledger.state(person, Property.NAME, name, passage=passage)
            people.append(person)
            cases.append(case)
        raise_cases(ledger, cases, by=None, to=None, passage=passage)
        handed = ledger.add(List(name="Names for the round"))
        ledger.ground(handed, inference="handed over")
        for number, case in enumerate(cases, 1):
            ledger.ground(
                ledger.add(ListItem(list=handed, number=number, name=(NAME, OTHER)[number - 1], case=case)),
                passage=passage,
            )
        ledger.add(
            Proposal(
                source=source, text=text, section="cases", anchor_quote=NAME, anchor_number=1, main_value=NAME,
                data={"name": NAME}, spans=[[22, 22 + len(NAME)]], confidence=0.5, rule="r", made_at=NOW,
            )
        )  # fmt: skip
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        _, passage = take_note(ledger, "They told us that Orrel may write home from Quillgate.", about=cases[0])
        respond(ledger, [cases[0]], ResponseType.WILL_LOOK_INTO, summary="Orrel may write home", passage=passage)
    decide_publication(people[0], PublicationForm.NAME, by=officer(), at=NOW, why="Orrel asked for it")
    return people[0], people[1]


def plain_bytes(path: Path) -> bytes:
    """All bytes of a record made without encryption."""
    return b"".join(file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file())


def test_no_form_of_the_name_stays_in_any_table_and_the_other_person_is_untouched(record: MadeRecord) -> None:
    person, other = two_raised()
    result = forget(open_record(record), person, reason=ErasureReason.REQUEST, by=officer())
    values = "\n".join(all_values())
    assert [form for form in FORMS if form in values] == []
    assert "Quillgate" not in values  # the note was taken on this person's case
    assert not Person.objects.using(PUBLIC).filter(pk=person.pk).exists()
    assert Statement.objects.using(PUBLIC).get(subject_id=other.pk).value == OTHER
    assert result.texts == 2
    assert result.state == SourceState.SEALED


def test_check_is_green_and_says_one_erased(record: MadeRecord) -> None:
    person, _ = two_raised()
    assert list(check()) == []
    forget(open_record(record), person, reason=ErasureReason.HARM, by=officer())
    assert list(check()) == []
    assert counted()["erased"] == 1


def test_masks_keep_lengths_and_quotes_still_match(record: MadeRecord) -> None:
    person, _ = two_raised()
    forget(open_record(record), person, reason=ErasureReason.ERROR, by=officer())
    text = SourceText.objects.using(PUBLIC).get()
    assert len(text.text) == len(WORDS)
    assert OTHER in text.text
    for passage in Passage.objects.using(PUBLIC).all():
        assert text.text[passage.start : passage.end] == passage.quote


def test_what_was_shared_stays_for_the_other_and_what_was_the_persons_own_goes(record: MadeRecord) -> None:
    person, _ = two_raised()
    forget(open_record(record), person, reason=ErasureReason.REQUEST, by=officer())
    assert Representation.objects.using(PUBLIC).count() == 1
    assert [item.case_id is None for item in ListItem.objects.using(PUBLIC).order_by("number")] == [True, False]
    assert not Response.objects.using(CONFIDENTIAL).exists()


def test_sealed_originals_open_with_the_recovery_key_alone(record: MadeRecord) -> None:
    person, _ = two_raised()
    forget(open_record(record), person, reason=ErasureReason.REQUEST, by=officer())
    source = Source.objects.using(PUBLIC).get()
    assert source.state == SourceState.SEALED
    assert record.recovery_key is not None
    assert unseal(record.recovery_key, original_bytes(source)) == WORDS.encode()


def test_destroyed_originals_leave_their_hash(record: MadeRecord) -> None:
    person, _ = two_raised()
    forget(open_record(record), person, reason=ErasureReason.REQUEST, by=officer(), originals=SourceState.DESTROYED)
    source = Source.objects.using(PUBLIC).get()
    assert original_bytes(source) == b""
    assert source.sha256 == hashlib.sha256(WORDS.encode()).hexdigest()


def test_no_form_of_the_name_stays_in_the_files_of_a_record_without_encryption(tmp_path: Path) -> None:
    made = make_record(tmp_path / "record", None)
    folder.attach(made.folder, None)
    with keyring.cleared():
        person, _ = two_raised()
        folder.detach()
        assert b"Tamsin" in plain_bytes(made.folder)
        folder.attach(made.folder, None)
        result = forget(open_record(made), person, reason=ErasureReason.REQUEST, by=officer())
    folder.detach()
    content = plain_bytes(made.folder)
    assert result.state == SourceState.DESTROYED
    assert [form for form in FORMS if form.encode() in content or form.encode("utf-16-le") in content] == []
    assert OTHER.encode() in content


def test_a_case_cannot_be_forgotten_in_place_of_its_person(record: MadeRecord) -> None:
    two_raised()
    with pytest.raises(LedgerError, match="a person or a group"):
        forget(open_record(record), Case.objects.using(PUBLIC).all()[0], reason=ErasureReason.HARM, by=officer())


def test_a_confidential_person_is_forgotten_too(record: MadeRecord) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=datetime(2026, 1, 1, tzinfo=UTC)) as ledger:
        person = ledger.add(Person())
        ledger.ground(person, inference="heard")
        ledger.state(person, Property.NAME, NAME, inference="heard")
    forget(open_record(record), person, reason=ErasureReason.REQUEST, by=officer())
    assert "Orrel" not in "\n".join(all_values())
    assert list(check()) == []


def test_a_similar_name_is_pointed_at_by_its_id(record: MadeRecord) -> None:
    person, other = two_raised()
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        again = ledger.add(Person())
        ledger.state(again, Property.NAME, "T. Orr\u00e9l", inference="another spelling")
    result = forget(open_record(record), person, reason=ErasureReason.REQUEST, by=officer())
    assert result.similar == [again.pk]
    assert other.pk not in result.similar


def test_a_forgetting_that_was_cut_off_is_finished_by_a_second_one(
    record: MadeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    person, _ = two_raised()
    monkeypatch.setattr("twotrack.record.forget._doomed", stopped)  # after the masks, before the entries go
    with pytest.raises(KeyboardInterrupt):
        forget(open_record(record), person, reason=ErasureReason.HARM, by=officer())
    monkeypatch.undo()
    forget(open_record(record), person, reason=ErasureReason.HARM, by=officer())
    values = "\n".join(all_values())
    assert [form for form in FORMS if form in values] == []
    assert list(check()) == []


def test_those_who_were_merged_or_pointed_at_are_the_same_person(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        one, two = add_person(ledger, NAME), add_person(ledger, "Tamzin Orel")
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        hidden = add_person(ledger, "Miravel Hask")
    merge(one.person, two.person, why="the same trial", by=officer())
    point(hidden.person, one.person, why="the same trial", by=officer())
    forget(open_record(record), one.person, reason=ErasureReason.HARM, by=officer())
    for alias in (PUBLIC, CONFIDENTIAL):
        assert not Person._base_manager.using(alias).exists()
    assert [name for name in (NAME, "Tamzin", "Orel", "Hask") if name in "\n".join(all_values())] == []
    assert list(check()) == []


def test_a_case_that_was_merged_into_the_persons_own_goes_along(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        one, other = add_person(ledger, NAME), add_person(ledger, OTHER)
    act = merge(one, other, why="one trial of both", by=officer())
    forget(open_record(record), one.person, reason=ErasureReason.HARM, by=officer())
    assert not Case._base_manager.using(PUBLIC).exists()
    assert Person.objects.using(PUBLIC).get().pk == other.person_id
    assert list(check()) == []
    with pytest.raises(LedgerError, match="no longer there"):
        split(act, by=officer())
