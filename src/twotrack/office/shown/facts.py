"""Statements: what is said of an entry, by whom, on which words, and which one is shown."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.grounds import NOTHING, Standing, accounts, standings
from twotrack.office.shown.rows import among, grouped
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import ShownStatement, Statement
from twotrack.vocabulary import Grade, Property


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One value as somebody stated it. `shown`: it is the one that other pages show."""

    id: uuid.UUID
    value: str
    language: str
    form: str
    account: str
    asserted: str
    grade: str
    first_day: date | None
    last_day: date | None
    standing: Standing
    confidential: bool
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One value, and all who state it alike."""

    all: tuple[Said, ...]

    @property
    def said(self) -> Said:
        """The first of them."""
        return self.all[0]

    @property
    def accounts(self) -> tuple[str, ...]:
        """Whose accounts these are, each once, as far as that is known."""
        return tuple(dict.fromkeys(said.account for said in self.all if said.account))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A property with all that is stated of it, the shown value first."""

    about: str
    label: str
    said: tuple[Said, ...]

    @property
    def shown(self) -> Said:
        """The value that is shown."""
        return self.said[0]

    @property
    def grouped(self) -> tuple[Group, ...]:
        """The values, each once: whoever states it in the same words, of the same handling and grade, stands together."""
        found: dict[tuple[str, str, str, bool], list[Said]] = {}
        for said in self.said:
            found.setdefault((said.value, said.form, said.grade, said.confidential), []).append(said)
        return tuple(Group(all=tuple(some)) for some in found.values())

    @property
    def others(self) -> tuple[Said, ...]:
        """The other values, each once however many state it."""
        once = {said.value: said for said in reversed(self.said) if said.value != self.shown.value}
        return tuple(reversed(once.values()))


Facts = dict[str, Fact]


def facts_of(sight: Sight, subjects: Iterable[uuid.UUID]) -> dict[uuid.UUID, Facts]:
    """All statements on these entries in sight, by property, in the order of the list of properties."""
    subjects = list(subjects)
    rows = among(sight, Statement, "subject_id", subjects)
    chosen = _choices(sight, rows)
    grounds = standings(sight, (row.pk for row in rows))
    told = accounts(sight, (row.account_id for row in rows))
    found: dict[uuid.UUID, Facts] = {}
    for subject, statements in grouped(rows, lambda row: row.subject_id).items():
        facts: Facts = {}
        for about in Property:
            of_it = [row for row in statements if row.about == about]
            if of_it:
                first = shown_of(of_it, chosen)
                ordered = [first, *(row for row in of_it if row is not first)]
                said = tuple(_said(row, grounds.get(row.pk, NOTHING), told, shown=row is first) for row in ordered)
                facts[about.value] = Fact(about=about.value, label=about.label, said=said)
        found[subject] = facts
    return found


def shown_values(sight: Sight, subjects: Iterable[uuid.UUID], about: Property) -> dict[uuid.UUID, Statement]:
    """The shown statement of one property for each of these entries that has any."""
    rows = among(sight, Statement, "subject_id", subjects, about=about.value)
    chosen = _choices(sight, rows)
    return {key: shown_of(some, chosen) for key, some in grouped(rows, lambda row: row.subject_id).items()}


def shown_of(statements: list[Statement], chosen: dict[uuid.UUID, ShownStatement]) -> Statement:
    """Of several statements the one of the latest recorded choice, else the one recorded first."""
    picked = [row for row in statements if row.pk in chosen]
    if picked:
        return max(picked, key=lambda row: (chosen[row.pk].at, str(chosen[row.pk].pk)))
    return min(statements, key=lambda row: (row.recorded_at, str(row.pk)))


def _choices(sight: Sight, statements: list[Statement]) -> dict[uuid.UUID, ShownStatement]:
    rows = among(sight, ShownStatement, "statement_id", (row.pk for row in statements))
    return {row.statement_id: row for row in sorted(rows, key=lambda row: (row.at, str(row.pk)))}


def _said(row: Statement, standing: Standing, told: dict[uuid.UUID, str], *, shown: bool) -> Said:
    return Said(
        id=row.pk,
        value=row.value,
        language=row.value_language,
        form=row.value_form,
        account=told.get(row.account_id, "") if row.account_id else "",
        asserted=row.asserted,
        grade="" if row.grade == Grade.UNKNOWN else Grade(row.grade).label,
        first_day=row.first_day,
        last_day=row.last_day,
        standing=standing,
        confidential=is_confidential([row]),
        shown=shown,
    )
