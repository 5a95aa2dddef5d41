"""What an entry of any kind is called, and where its own page is."""

import uuid
from collections.abc import Callable
from typing import Any

from django.db import models
from django.urls import reverse

from twotrack.office.dates import in_words
from twotrack.office.shown.cases import NOBODY
from twotrack.office.shown.facts import shown_values
from twotrack.office.shown.meetings import refs_of
from twotrack.record.confidentiality import Sight
from twotrack.record.corrections import words_of
from twotrack.record.links import links_of, typed
from twotrack.record.models import (
    Case,
    Entry,
    Group,
    Meeting,
    Person,
    Proposal,
    Representation,
    Source,
    SourceText,
    Statement,
    User,
)
from twotrack.themes import theme_label
from twotrack.vocabulary import Matter, Property, RepresentationKind

PAGES = {
    "meeting": "meeting",
    "case": "case",
    "dialogue": "dialogue",
    "commitment": "commitment",
    "exchange": "question",
    "list": "list",
}
_DEEP = 2  # how far a name is made of those of the entries that it links


def title_of_entry(sight: Sight, entry: Entry, deep: int = 0) -> str:
    """What an entry is called: its name, its main words, or what it links. Never empty."""
    entry = typed(entry)
    special = _SPECIAL.get(type(entry))
    if special is not None:
        return special(sight, entry)
    words = words_of(entry)
    if words:
        return words
    linked = [] if deep >= _DEEP else [title_of_entry(sight, one, deep + 1) for one in _linked(sight, entry)]
    return " · ".join(linked) or str(entry.kind)


def address_of_entry(entry: Entry) -> str:
    """The page of an entry: of its kind where there is one, else the page of any entry."""
    page = PAGES.get(entry.kind, "entry")
    return reverse(page, args=[entry.pk])


def named(sight: Sight, model: Any, key: uuid.UUID) -> str:
    """What the row of this id is called, where it is in sight; else that it is not."""
    if model is User:
        user = Sight.public().get(User, key)
        return user.name if user else ""
    row: models.Model | None = sight.get(model, key)
    if isinstance(row, Entry):
        return title_of_entry(sight, row)
    if isinstance(row, Source):
        return row.title or row.name
    if isinstance(row, (SourceText, Proposal)):
        return str(row._meta.verbose_name)
    return str(getattr(row, "teller", "") or "an account") if row is not None else "not in sight"


def _linked(sight: Sight, entry: Entry) -> list[Entry]:
    found = []
    for field in links_of(type(entry)):
        key = getattr(entry, field.attname)
        if key is not None and issubclass(field.related_model, Entry) and (row := sight.get(field.related_model, key)):
            found.append(row)
    return found


def _person(sight: Sight, entry: Any) -> str:
    names = shown_values(sight, [entry.pk], Property.NAME)
    return names[entry.pk].value if entry.pk in names else NOBODY


def _case(sight: Sight, entry: Any) -> str:
    names = shown_values(sight, [key := entry.person_id or entry.group_id], Property.NAME)
    name = names[key].value if key in names else NOBODY
    return name if entry.matter == Matter.NOT_STATED else f"{name}: {Matter(entry.matter).label}"


def _meeting(sight: Sight, entry: Any) -> str:
    return refs_of(sight, [entry])[0].name


def _statement(_sight: Sight, entry: Any) -> str:
    return f"{Property(entry.about).label}: {in_words(entry.value)}"


def _representation(_sight: Sight, entry: Any) -> str:
    what = theme_label(entry.theme) if entry.theme else entry.count_words or "cases"
    return f"{what}: {RepresentationKind(entry.representation_kind).label}"


_SPECIAL: dict[type[Entry], Callable[[Sight, Any], str]] = {
    Person: _person,
    Group: _person,
    Case: _case,
    Meeting: _meeting,
    Statement: _statement,
    Representation: _representation,
}
