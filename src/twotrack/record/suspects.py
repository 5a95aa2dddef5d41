"""Places in what would be published that match a confidential name: for `publish --check`, run with clearance.

Marking such a place is a public act of a person (a withheld span); nothing is withheld because of a confidential row, else
what is published would tell of it.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.masking import Form, find, forms_of
from twotrack.record.models import Statement
from twotrack.record.public import PublicRecord
from twotrack.vocabulary import Property


def suspects(record: PublicRecord) -> Iterator[str]:
    """Where the public record matches a name that a confidential statement gives: kind, id and field, never the name."""
    names = Statement.objects.using(CONFIDENTIAL).filter(about=Property.NAME.value).values_list("value", flat=True)
    forms = [form for form in forms_of(set(names)) if not form.alone]
    if not forms:
        return
    for section in dataclasses.fields(record):
        rows = getattr(record, section.name)
        for row in rows if isinstance(rows, tuple) else ():
            for field in _matching(row, forms):
                yield f"{section.name} {row.id}, {field}"


def _matching(value: Any, forms: list[Form], at: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if find(value, forms):
            yield at
    elif isinstance(value, tuple):
        for number, part in enumerate(value, 1):
            yield from _matching(part, forms, f"{at} {number}".strip())
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _matching(getattr(value, field.name), forms, f"{at} {field.name}".strip())
