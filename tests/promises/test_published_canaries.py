"""A word that nobody guesses, in every field of text of every kind of confidential row, is in no published byte."""

import hashlib
import uuid
from datetime import date
from typing import Any

from django.db import models

from makers import NOW, MadeRecord, ingest_made
from twotrack.publish.site import render
from twotrack.record.decisions import decide_all
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.links import record_models
from twotrack.record.models import Case, Entry, Ground, Proposal, User
from twotrack.record.public import public_record
from twotrack.record.publication import decide_publication
from twotrack.vocabulary import PublicationForm

CANARY = "Quarrelbird"
ONE_OF_TWO: dict[type[models.Model], dict[str, Any]] = {Case: {"group_id": None}, Ground: {"passage_id": None}}


def public_rows() -> None:
    """A public record with everything accepted and its person cleared by name."""
    by = User.objects.using(PUBLIC).get(name="officer")
    ingest_made(PUBLIC, by=by)
    for section in ("meetings", "participants", "cases", "commitments"):
        decide_all(list(Proposal.objects.using(PUBLIC).filter(section=section)), by=by, at=NOW)
    person = Case.objects.using(PUBLIC).get().person
    assert person is not None
    decide_publication(person, PublicationForm.NAME, by=by, at=NOW)


def value_of(field: Any) -> Any:
    """The canary, or what else a field takes; a link leads to a public row where there is one."""
    if isinstance(field, models.ForeignKey):
        there = field.related_model._base_manager.using(PUBLIC).order_by("pk").first()
        return there.pk if there is not None else None if field.null else uuid.uuid4()
    if isinstance(field, models.JSONField):
        return {"name": CANARY, "aliases": [CANARY]}
    if isinstance(field, models.DateTimeField):
        return NOW
    if isinstance(field, models.DateField):
        return NOW.date()
    if isinstance(field, models.BinaryField):
        return CANARY.encode()
    if isinstance(field, (models.CharField, models.TextField)):
        return CANARY
    if isinstance(field, models.BooleanField):
        return False
    return 9 if field.name == "end" else 7


def canary_row(model: type[models.Model]) -> models.Model:
    """A row with the canary in every field that can hold it."""
    own = [field for field in model._meta.concrete_fields if not field.primary_key and field.name not in ("id", "kind")]
    values = {field.attname: value_of(field) for field in own}
    return model(**{**values, **ONE_OF_TWO.get(model, {})})


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
