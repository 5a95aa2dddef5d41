"""Rows of any kind with a word in every field of text, for what must never be told of them."""

import uuid
from typing import Any

from django.db import models

from makers import NOW
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import Case, Ground

CANARY = "Quarrelbird"
ONE_OF_TWO: dict[type[models.Model], dict[str, Any]] = {Case: {"group_id": None}, Ground: {"passage_id": None}}


def canary_row(model: type[models.Model], words: str = CANARY) -> models.Model:
    """A row, not yet saved, with the words in every field that can hold them; its links lead to public rows where there are."""
    own = [field for field in model._meta.concrete_fields if not field.primary_key and field.name not in ("id", "kind")]
    values = {field.attname: _value_of(field, words) for field in own}
    return model(**{**values, **ONE_OF_TWO.get(model, {})})


def _value_of(field: Any, words: str) -> Any:
    if isinstance(field, models.ForeignKey):
        there = field.related_model._base_manager.using(PUBLIC).order_by("pk").first()
        return there.pk if there is not None else None if field.null else uuid.uuid4()
    if isinstance(field, models.JSONField):
        return {"name": words, "aliases": [words]}
    if isinstance(field, models.DateTimeField):
        return NOW
    if isinstance(field, models.DateField):
        return NOW.date()
    if isinstance(field, models.BinaryField):
        return words.encode()
    if isinstance(field, (models.CharField, models.TextField)):
        return words
    if isinstance(field, models.BooleanField):
        return False
    return 9 if field.name == "end" else 7
