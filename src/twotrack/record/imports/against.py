"""A row against what the record states of the same person: which case it is of, and which fields say otherwise."""

import uuid
from collections.abc import Iterable

from twotrack import edtf
from twotrack.record.columns import LENGTH
from twotrack.record.confidentiality import Sight
from twotrack.record.imports.rows import ListRow, Value
from twotrack.record.models import Case, Statement
from twotrack.record.person_facts import Fact, compare_facts
from twotrack.vocabulary import Property

# Facts of which only one can be so. Whereabouts, status, occupation and the like change, and are stated side by side.
_ONE = frozenset((Property.SEX, Property.BORN_ON, Property.DETAINED_ON, Property.ARRESTED_ON, Property.TRIED_ON,
                  Property.SENTENCED_ON, Property.RELEASED_ON, Property.SENTENCE_ENDS_ON))  # fmt: skip


def against(sight: Sight, row: ListRow, subject: uuid.UUID, case: uuid.UUID | None) -> tuple[str, ...]:
    """The fields in which a row contradicts all that is stated: "born-on (1964 / 1971)"."""
    keys = [key for key in (subject, case) if key]
    stated = sight.among(Statement, "subject_id", keys) if keys else []
    found = []
    for value in row.values:
        others = [one.value for one in stated if _alike(one, value)]
        if others and not any(agree(value.about, value.value, other) for other in others):
            found.append(f"{value.about.value} ({value.value} / {others[0]})")
    return tuple(dict.fromkeys(found))


def case_of(sight: Sight, row: ListRow, subject: uuid.UUID) -> tuple[uuid.UUID | None, bool]:
    """The case of a person or group that a row is of, and whether it cannot be told which: the one of the same number or the
    same detention; else the only one. A case of another detention is another case, unless it is the only one: then the row
    contradicts it."""
    cases = [*sight.all(Case, person_id=subject), *sight.all(Case, group_id=subject)]
    if len(cases) < 2:
        return (cases[0].pk if cases else None), False
    stated = sight.among(Statement, "subject_id", [case.pk for case in cases])
    for about in (Property.EXTERNAL_ID, Property.DETAINED_ON):
        ours = [one.value for one in row.values if one.about is about]
        fitting = {
            one.subject_id for one in stated if one.about == about and any(agree(about, own, one.value) for own in ours)
        }
        if len(fitting) == 1:
            return fitting.pop(), False
    ours = [one.value for one in row.values if one.about is Property.DETAINED_ON]
    dated = {one.subject_id for one in stated if one.about == Property.DETAINED_ON}
    if ours and len(dated) == len(cases):
        return None, False
    return None, True


def agree(about: Property, one: str, other: str) -> bool:
    """Whether two values of a property can both be so."""
    if about is Property.SEX:
        return all(compared.agrees for compared in compare_facts({Fact.GENDER: (one,)}, {Fact.GENDER: (other,)}))
    if about.value.endswith("-on") and edtf.is_valid(one) and edtf.is_valid(other):
        first, second = edtf.parse(one), edtf.parse(other)
        early = first.first is None or second.last is None or first.first <= second.last
        return early and (second.first is None or first.last is None or second.first <= first.last)
    return said_alike(one, other)


def said_alike(one: str, other: str) -> bool:
    """Whether two values are the same but for case and blanks."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def not_stated_yet(row: ListRow, stated: Iterable[Statement]) -> list[Value]:
    """The values of a row that none of the statements says in the same words."""
    known: dict[tuple[str, bool], list[str]] = {}
    for one in stated:
        known.setdefault((one.about, one.about == Property.SENTENCE and one.value_form == LENGTH), []).append(one.value)
    return [
        value
        for value in row.values
        if not any(
            said_alike(value.value, other)
            for other in known.get((value.about.value, value.about is Property.SENTENCE and value.form == LENGTH), ())
        )
    ]


def _alike(statement: Statement, value: Value) -> bool:
    """Whether a statement is of the same property, and of one that has one value alone."""
    if value.about is Property.SENTENCE:
        return value.form == LENGTH and statement.about == value.about and statement.value_form == LENGTH
    return value.about in _ONE and statement.about == value.about
