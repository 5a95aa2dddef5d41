"""Persons and groups by their names. Never one by name alone: what fits is offered, a person decides."""

import uuid

from twotrack.record.confidentiality import Sight
from twotrack.record.masking import fold
from twotrack.record.models import Case, Entry, Group, Person, ShownStatement, Statement
from twotrack.vocabulary import Property


def names_of(sight: Sight, subject: uuid.UUID) -> list[str]:
    """The names of a person or group in sight, as stated, in the order in which they were recorded."""
    statements = sight.all(Statement, subject_id=subject, about=Property.NAME.value)
    return list(dict.fromkeys(row.value for row in statements))


def shown(sight: Sight, subject: uuid.UUID, about: Property) -> Statement | None:
    """The statement that is shown of several: the latest recorded choice in sight, else the one recorded first."""
    statements = sight.all(Statement, subject_id=subject, about=about.value)
    choices = {row.statement_id: row for one in statements for row in sight.all(ShownStatement, statement_id=one.pk)}
    if choices:
        latest = max(choices.values(), key=lambda row: (row.at, str(row.pk)))
        return next(one for one in statements if one.pk == latest.statement_id)
    return statements[0] if statements else None


def by_name(sight: Sight, name: str) -> list[Entry]:
    """The persons and groups in sight with this name, and their cases; spaces, case, accents and order apart."""
    key = _key(name)
    if not key:
        return []
    subjects = {row.subject_id for row in sight.all(Statement, about=Property.NAME.value) if _key(row.value) == key}
    found: list[Entry] = [
        entry for subject in subjects for model in (Person, Group) if (entry := sight.get(model, subject)) is not None
    ]
    for entry in list(found):
        link = "person_id" if isinstance(entry, Person) else "group_id"
        found += sight.all(Case, **{link: entry.pk})
    return sorted(found, key=lambda entry: str(entry.pk))


def _key(name: str) -> tuple[str, ...]:
    return tuple(sorted(filter(None, (fold(part).key for part in name.split()))))
