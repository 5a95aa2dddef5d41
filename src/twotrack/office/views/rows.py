"""The row that an address names."""

import uuid
from typing import TypeVar

from django.db.models import Model
from django.http import Http404, HttpRequest

from twotrack.record.confidentiality import Sight
from twotrack.record.models import User

Row = TypeVar("Row", bound=Model)


def found(sight: Sight, model: type[Row], key: uuid.UUID | str) -> Row:
    """The row of this id in sight. Unknown and out of sight raise the same Http404."""
    row = sight.get(model, key)
    if row is None:
        raise Http404
    return row


def chosen(sight: Sight, model: type[Row], key: str) -> Row | None:
    """The row that a form's select names; the form has checked that it was offered."""
    return sight.get(model, uuid.UUID(key)) if key else None


def as_id(text: str | None) -> uuid.UUID:
    """An id that came with a request; a text that is none becomes one that nothing has."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return uuid.UUID(int=0)


def user_of(request: HttpRequest) -> User:
    """The signed-in user: rights.py let nobody else come here."""
    assert isinstance(request.user, User)
    return request.user
