"""Choices, marks and descriptions that a person adds, and who read which confidential name."""

from datetime import timedelta

import pytest

from makers import NOW, MadeRecord, add_person, ingest_made, make_reading
from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.record import keyring
from twotrack.record.check import check
from twotrack.record.choices import choose
from twotrack.record.confidentiality import Sight
from twotrack.record.described import counted_once, original_of, repeats, set_archived, set_terms
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import NameSeen, NamesReview, Source, SourceText, Statement, User, WithheldSpan
from twotrack.record.name_log import note_names_seen, sights_of
from twotrack.record.names_review import mark_reviewed, show_again, withhold
from twotrack.record.people import shown
from twotrack.vocabulary import Property, Terms, TextRelation


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def two_sources() -> list[Source]:
    for words in ("", " And more."):
        reading = make_reading()
        ingest_made(PUBLIC, make_reading(reading.text + words), by=officer())
    return list(Source.objects.using(PUBLIC).order_by("sha256"))


def test_the_chosen_statement_is_shown(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        case = add_person(ledger, "Tamsin Orrel")
        only = Statement.objects.using(PUBLIC).get(subject_id=case.person_id)
    with pytest.raises(LedgerError, match="nothing to choose"):
        choose(only, why="hers", by=officer())
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        other = ledger.state(case.person, Property.NAME, "Tamzin Orel", inference="told")
    choose(other, why="as she writes it", by=officer())
    seen = shown(Sight.public(), case.person_id, Property.NAME)
    assert seen is not None and seen.value == "Tamzin Orel"
    with pytest.raises(LedgerError, match="needs its reason"):
        choose(only, why=" ", by=officer())


def test_a_name_is_marked_and_the_mark_taken_back(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    text = SourceText.objects.using(PUBLIC).get()
    span = withhold(text, 0, 6, by=officer())
    assert withhold(text, 0, 6, by=officer()).pk == span.pk
    mark_reviewed(text, by=officer())
    show_again(span, by=officer())
    assert (WithheldSpan.objects.using(PUBLIC).count(), NamesReview.objects.using(PUBLIC).count()) == (0, 1)
    with pytest.raises(LedgerError, match="lie in the text"):
        withhold(text, 0, len(text.text) + 1, by=officer())
    assert list(check()) == []


def test_a_confidential_text_is_not_marked(record: MadeRecord) -> None:
    ingest_made(CONFIDENTIAL, by=officer())
    with pytest.raises(LedgerError, match="only a public text"):
        mark_reviewed(SourceText.objects.using(CONFIDENTIAL).get(), by=officer())


def test_a_translation_counts_once(record: MadeRecord) -> None:
    one, two = two_sources()
    repeats(two, one, TextRelation.TRANSLATION, by=officer())
    sight = Sight.public()
    assert original_of(sight, two).pk == one.pk
    assert [row.pk for row in counted_once(sight, [two, one])] == [one.pk]
    with pytest.raises(LedgerError, match="already"):
        repeats(one, two, TextRelation.COPY, by=officer())
    assert list(check()) == []


def test_terms_and_the_archived_address(record: MadeRecord) -> None:
    one, _ = two_sources()
    set_terms(one, Terms.FREE, by=officer())
    set_archived(one, "https://archive.example.org/1", by=officer())
    with pytest.raises(LedgerError, match="begins with https"):
        set_archived(one, "javascript:alert(1)", by=officer())
    kept = Source.objects.using(PUBLIC).get(pk=one.pk)
    assert (kept.terms, kept.archived_at) == ("free", "https://archive.example.org/1")


def test_who_read_a_confidential_name_is_kept_without_the_name(
    record: MadeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        known = add_person(ledger, "Corin Vey")
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        hidden = add_person(ledger, "Tamsin Orrel")
    subjects = [known.person_id, hidden.person_id]
    assert note_names_seen(subjects, by=officer()) == 1
    assert note_names_seen(subjects, by=officer()) == 0
    (seen,) = sights_of(hidden.person_id)
    assert (seen.by.name, "Orrel" in str(NameSeen.objects.using(CONFIDENTIAL).values())) == ("officer", False)
    later = clock.now() + timedelta(hours=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert note_names_seen(subjects, by=officer()) == 1
    with keyring.uncleared():
        assert note_names_seen(subjects, by=officer()) == 0
    assert list(check()) == []
