"""What is published is a function of the public, cleared rows alone: any confidential rows, the same bytes."""

import dataclasses
import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makers import NOW, PASSPHRASE, TEXT, MadeRecord, capture_made, ingest_made, make_reading, span
from twotrack.publish.site import render
from twotrack.record.decisions import decide, decide_all
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Party, Person, Proposal, SourceText, User, WithheldSpan
from twotrack.record.notes import take_note
from twotrack.record.public import public_record
from twotrack.record.publication import decide_publication
from twotrack.record.representations import raise_cases, record_outcome, respond
from twotrack.vocabulary import DecisionKind, OutcomeKind, Property, PublicationForm, ResponseType

TODAY = date(2026, 5, 4)
CANARY = "Quarrelbird"


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def published_record(form: PublicationForm = PublicationForm.NAME) -> Case:
    """A public record with everything accepted and its person cleared in some form."""
    capture_made(PUBLIC, by=officer())
    for section in ("meetings", "participants", "cases", "commitments"):
        decide_all(list(Proposal.objects.using(PUBLIC).filter(section=section)), by=officer(), at=NOW)
    case = Case.objects.using(PUBLIC).get()
    assert case.person is not None
    decide_publication(case.person, form, by=officer(), at=NOW, description="a teacher", why=f"{CANARY} agrees")
    return case


def published() -> dict[str, bytes]:
    return {file.path: file.content for file in render(public_record(TODAY))}


WORDS = st.sampled_from([CANARY, "Tamsin Orrel", "Ilsa Tarn", "detained", "2026-05-04", "人权"])
ACTS = st.lists(
    st.tuples(st.sampled_from(["note", "reply", "outcome", "person", "raise", "source", "party"]), WORDS), max_size=5
)


def act(kind: str, words: str, case: Case) -> None:
    """One confidential change, on the public case or beside it."""
    if kind == "capture":
        capture_made(CONFIDENTIAL, make_reading(f"{words}. {TEXT}"), by=officer(), day=len(words))
        return
    if kind == "source":
        ingest_made(CONFIDENTIAL, make_reading(case="Tamsin Orrel"), by=officer())
        for proposal in Proposal.objects.using(CONFIDENTIAL).filter(section="cases"):
            decide(proposal, DecisionKind.ACCEPT, by=officer(), data={"name": words})
        return
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        if kind == "note":
            take_note(ledger, f"They said {words}", about=case, heard_at=words)
        elif kind == "reply":
            respond(ledger, [case], ResponseType.WILL_LOOK_INTO, summary=words, inference=words)
        elif kind == "outcome":
            record_outcome(ledger, case, OutcomeKind.RELEASED, when="2026-01-01", summary=words, inference=words)
        elif kind == "party":
            ledger.ground(ledger.add(Party(name=words)), inference=words)
        elif kind == "raise":
            raise_cases(ledger, [case], by=None, to=None, inference=words)
        else:
            person = ledger.add(Person())
            ledger.ground(person, inference=words)
            ledger.state(person, Property.NAME, words, inference=words)
            ledger.state(case, Property.WHEREABOUTS, words, inference=words)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_any_confidential_rows_leave_every_published_byte_as_it_is(
    record: MadeRecord, acts: list[tuple[str, str]]
) -> None:
    case = Case.objects.using(PUBLIC).first() or published_record()
    before = published()
    for kind, words in acts:
        act(kind, words, case)
    after = published()
    assert after == before
    assert CANARY.encode() not in b"".join(after.values())


def test_the_public_database_is_untouched_by_confidential_work(record: MadeRecord) -> None:
    case = published_record()
    before = database_hash(record.folder)
    for kind in ("note", "reply", "outcome", "person", "raise", "source", "capture", "party"):
        act(kind, CANARY, case)
    assert database_hash(record.folder) == before


def database_hash(folder: Path) -> str:
    files = [path for path in sorted(folder.glob("public.db*")) if not path.name.endswith("-shm")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


@pytest.mark.parametrize("form", list(PublicationForm))
def test_a_person_appears_only_as_decided(record: MadeRecord, form: PublicationForm) -> None:
    case = published_record(form)
    files = published()
    everything = b"".join(files.values())
    assert (b"Tamsin" in everything) == (form == PublicationForm.NAME)
    assert (f"cases/{case.pk}.html" in files) == (form in (PublicationForm.NAME, PublicationForm.DESCRIPTION))
    assert (str(case.pk).encode() in everything) == (form in (PublicationForm.NAME, PublicationForm.DESCRIPTION))
    assert (b"a teacher" in everything) == (form == PublicationForm.DESCRIPTION)
    assert (b"1 more that is not named" in everything) == (form == PublicationForm.COUNT)


def test_without_a_decision_nothing_of_the_person_appears(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=officer())
    decide(Proposal.objects.using(PUBLIC).get(section="cases"), DecisionKind.ACCEPT, by=officer())
    everything = b"".join(published().values())
    assert b"Tamsin" not in everything
    assert b"Orrel" not in everything
    assert str(Case.objects.using(PUBLIC).get().pk).encode() not in everything


def test_a_decision_past_its_review_date_counts_as_nothing(record: MadeRecord) -> None:
    case = published_record()
    assert case.person is not None
    decide_publication(
        case.person, PublicationForm.NAME, by=officer(), at=NOW.replace(hour=12), review_by=date(2026, 5, 3)
    )
    assert b"Tamsin" not in b"".join(published().values())


def test_officials_and_places_of_meetings_are_named(record: MadeRecord) -> None:
    published_record(PublicationForm.NOTHING)
    everything = b"".join(published().values()).decode(errors="replace")
    assert "Ilsa Tarn" in everything
    assert "Dunmarrow" in everything


def test_another_persons_name_in_a_quote_is_withheld(record: MadeRecord) -> None:
    text = TEXT.replace("is detained", "is detained with Corin Vesper")
    reading = make_reading(text)
    words = (span("detained with Corin Vesper", text),)
    case = dataclasses.replace(reading.cases[0], status_mentions=words, status="detained with Corin Vesper")
    ingest_made(PUBLIC, dataclasses.replace(reading, cases=(case,)), by=officer())
    made = decide(Proposal.objects.using(PUBLIC).get(section="cases"), DecisionKind.ACCEPT, by=officer())
    assert isinstance(made, Case)
    assert made.person is not None
    decide_publication(made.person, PublicationForm.NAME, by=officer(), at=NOW)
    page = published()[f"cases/{made.pk}.html"].decode()
    assert "detained with [name withheld]" in page
    assert "Vesper" not in b"".join(published().values()).decode(errors="replace")


def test_a_marked_span_is_withheld_though_it_looks_like_no_name(record: MadeRecord) -> None:
    case = published_record()
    status = span("detained")
    with writing(PUBLIC, by=officer()) as ledger:
        text = SourceText.objects.using(PUBLIC).get()
        ledger.add(WithheldSpan(text=text, start=status.start, end=status.end, by=officer(), at=NOW))
    page = published()[f"cases/{case.pk}.html"].decode()
    assert "<blockquote>[name withheld]</blockquote>" in page
    assert "detained" not in page


def test_two_processes_render_the_same_bytes(record: MadeRecord, tmp_path: Path) -> None:
    published_record()
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE)
    sums = set()
    for seed in ("1", "2"):
        site = tmp_path / f"site{seed}"
        subprocess.run(
            [
                sys.executable, "-c", "from twotrack.cli import main; main()", "--record", str(record.folder),
                "--passphrase-file", str(secret), "publish", str(site),
            ],
            check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        sums.add((site / "SHA256SUMS").read_bytes())
        subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=site, check=True)
    assert len(sums) == 1
