"""Every address of the office, from its own table: for tests that must leave none out."""

import uuid
from typing import Any

from django.urls import reverse

import makers  # noqa: F401  (sets up Django)
from twotrack.office.urls import urlpatterns

NAMES = [str(pattern.name) for pattern in urlpatterns]


def takes_key(name: str) -> bool:
    """Whether a row's id stands in this address."""
    return "key" in converters_of(name)


def converters_of(name: str) -> dict[str, Any]:
    """What stands in this address."""
    converters: dict[str, Any] = next(one for one in urlpatterns if one.name == name).pattern.converters
    return converters


def address(name: str, key: uuid.UUID | None = None) -> str:
    """The address of this name, with this id; without one with an id that nothing has."""
    values = {"key": key or uuid.uuid4(), "path": "index.html"}
    return reverse(name, kwargs={word: values[word] for word in converters_of(name)})
