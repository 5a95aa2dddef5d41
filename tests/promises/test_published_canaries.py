"""A word that nobody guesses, in every field of text of every kind of confidential row, is in no published byte."""

import hashlib
from datetime import date

from canaries import CANARY, canary_row
from makers import NOW, MadeRecord, ingest_made
from twotrack.publish.site import render
from twotrack.record.decisions import decide_all
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.links import record_models
from twotrack.record.models import Case, Entry, Proposal, User
from twotrack.record.public import public_record
from twotrack.record.publication import decide_publication
from twotrack.vocabulary import PublicationForm


def public_rows() -> None:
    """A public record with everything accepted and its person cleared by name."""
    by = User.objects.using(PUBLIC).get(name="officer")
    ingest_made(PUBLIC, by=by)
    for section in ("meetings", "participants", "cases", "commitments"):
        decide_all(list(Proposal.objects.using(PUBLIC).filter(section=section)), by=by, at=NOW)
    person = Case.objects.using(PUBLIC).get().person
    assert person is not None
    decide_publication(person, PublicationForm.NAME, by=by, at=NOW)


def published() -> dict[str, bytes]:
    return {file.path: file.content for file in render(public_record(date(2026, 5, 4)))}


def public_hash(record: MadeRecord) -> str:
    files = [path for path in sorted(record.folder.glob("public.db*")) if not path.name.endswith("-shm")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def test_no_field_of_any_kind_of_confidential_row_reaches_what_is_published(record: MadeRecord) -> None:
    public_rows()
    before, file = published(), public_hash(record)
    kinds = [model for model in record_models() if model not in (User, Entry)]
    for model in kinds:
        canary_row(model).save(using=CONFIDENTIAL, force_insert=True)
    assert all(model._base_manager.using(CONFIDENTIAL).exists() for model in kinds)
    assert published() == before
    assert public_hash(record) == file
    assert CANARY.encode() not in b"".join(before.values())
