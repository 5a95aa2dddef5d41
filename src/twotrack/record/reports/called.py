"""What the things in a report are called: parties, meetings, cases, tellers; a few queries for however many of them, and each
looked up once for a report."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TypeVar

from twotrack import edtf
from twotrack.record.models import Account, Agency, Case, Meeting, Party, ShownStatement, Statement
from twotrack.record.reports.seen import Fields, Seen
from twotrack.vocabulary import Matter, MeetingKind, Property

Thing = TypeVar("Thing")
Keys = Iterable[uuid.UUID | None]
NAME_NOT_STATED = "name not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What an entry is called."""

    name: str
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A meeting: its shown name (else kind and number) and when it was, in EDTF; `day` is the first that this may mean."""

    id: uuid.UUID
    name: str
    when: str
    day: date | None
    kind: str
    status: str
    confidential: bool

    @property
    def label(self) -> str:
        """Name and date in words."""
        return f"{self.name} ({edtf.in_words(self.when)})" if self.when else self.name

    @property
    def order(self) -> tuple[date, str]:
        """In time; those without a date last."""
        return (self.day or date.max, str(self.id))


def shown_values(seen: Seen, subjects: Keys, *about: Property) -> dict[tuple[uuid.UUID, str], Fields]:
    """The statement that is shown for each subject and property: the latest recorded choice, else the one recorded first."""
    wanted = [one.value for one in about]
    rows = seen.of(Statement, "subject_id", subjects, "subject_id", "about", "value", "first_day", about__in=wanted)
    found: dict[tuple[uuid.UUID, str], list[Fields]] = defaultdict(list)
    for row in rows:
        found[row.subject_id, row.about].append(row)
    several = [row.pk for some in found.values() if len(some) > 1 for row in some]
    chosen: dict[uuid.UUID, tuple[datetime, str]] = {}
    for choice in seen.of(ShownStatement, "statement_id", several, "statement_id", "at"):
        chosen[choice.statement_id] = max(chosen.get(choice.statement_id, (choice.at, "")), (choice.at, str(choice.pk)))
    recorded = seen.recorded(several)
    return {key: _shown(some, chosen, recorded) if len(some) > 1 else some[0] for key, some in found.items()}


def _shown(
    statements: list[Fields], chosen: dict[uuid.UUID, tuple[datetime, str]], recorded: dict[uuid.UUID, datetime]
) -> Fields:
    picked = [row for row in statements if row.pk in chosen]
    if picked:
        return max(picked, key=lambda row: chosen[row.pk])
    return min(statements, key=lambda row: (recorded[row.pk], str(row.pk)))


def parties(seen: Seen, keys: Keys) -> dict[uuid.UUID | None, str]:
    """The names of parties; the key None, for whoever is not stated, has none."""
    return _once(
        seen, "parties", keys, lambda new: {key: row.name for key, row in seen.by_id(Party, new, "name").items()}
    )


def agencies(seen: Seen, keys: Keys) -> dict[uuid.UUID | None, str]:
    """The names of agencies."""
    return _once(
        seen, "agencies", keys, lambda new: {key: row.name for key, row in seen.by_id(Agency, new, "name").items()}
    )


def meetings(seen: Seen, keys: Keys) -> dict[uuid.UUID | None, Met]:
    """Meetings by id."""

    def found(new: set[uuid.UUID]) -> dict[uuid.UUID, Met]:
        rows = seen.by_id(Meeting, new, "meeting_kind", "status")
        shown = shown_values(seen, rows, Property.NAME, Property.WHEN, Property.ROUND_NUMBER)
        return {key: _met(row, shown) for key, row in rows.items()}

    return _once(seen, "meetings", keys, found)


def _once(
    seen: Seen, kind: str, keys: Keys, find: Callable[[set[uuid.UUID]], dict[uuid.UUID, Thing]]
) -> dict[uuid.UUID | None, Thing]:
    """What was found for these keys, now or before."""
    known: dict[uuid.UUID | None, Thing] = seen.memo.setdefault(kind, {})
    if new := {key for key in keys if key is not None and key not in known}:
        for key, found in find(new).items():
            known[key] = found
    return known


def _met(row: Fields, shown: dict[tuple[uuid.UUID, str], Fields]) -> Met:
    name = shown.get((row.pk, Property.NAME.value))
    when = shown.get((row.pk, Property.WHEN.value))
    number = shown.get((row.pk, Property.ROUND_NUMBER.value))
    kind = MeetingKind(row.meeting_kind).label
    return Met(
        id=row.pk,
        name=name.value if name else f"{kind} {number.value}" if number else kind,
        when=when.value if when else "",
        day=when.first_day if when else None,
        kind=row.meeting_kind,
        status=row.status,
        confidential=row.confidential or any(one.confidential for one in (name, when) if one),
    )


def cases(seen: Seen, keys: Keys) -> dict[uuid.UUID | None, Called]:
    """Cases by id: the shown name of the person or group, and the matter."""
    return _once(seen, "cases", keys, lambda new: _cases(seen, new))


def _cases(seen: Seen, keys: set[uuid.UUID]) -> dict[uuid.UUID, Called]:
    rows = seen.by_id(Case, keys, "person_id", "group_id", "matter")
    subjects = [row.person_id or row.group_id for row in rows.values()]
    names = shown_values(seen, subjects, Property.NAME, Property.DESCRIPTION)
    found: dict[uuid.UUID, Called] = {}
    seen.named |= {key for key, _ in names}
    for key, row in rows.items():
        subject = row.person_id or row.group_id
        name = names.get((subject, Property.NAME.value)) or names.get((subject, Property.DESCRIPTION.value))
        called = name.value if name else NAME_NOT_STATED
        if row.matter != Matter.NOT_STATED:
            called += f" ({Matter(row.matter).label})"
        found[key] = Called(name=called, confidential=row.confidential or (name is not None and name.confidential))
    return found


def persons(seen: Seen, keys: Keys) -> dict[uuid.UUID | None, Called]:
    """Persons and groups by id: the shown name, else the description."""

    def found(new: set[uuid.UUID]) -> dict[uuid.UUID, Called]:
        names = shown_values(seen, new, Property.NAME, Property.DESCRIPTION)
        seen.named |= {key for key, _ in names}
        return {
            key: Called(name=name.value, confidential=name.confidential)
            for key in new
            if (name := names.get((key, Property.NAME.value)) or names.get((key, Property.DESCRIPTION.value)))
        }

    return _once(seen, "persons", keys, found)


def accounts(seen: Seen, keys: Keys) -> dict[uuid.UUID | None, str]:
    """Whose telling: "the Mission, quoted by an NGO"."""
    fields = ("party_id", "teller", "quoted_by_id")
    found = seen.by_id(Account, keys, *fields)
    outer = seen.by_id(Account, (row.quoted_by_id for row in found.values()), *fields)
    names = parties(seen, (row.party_id for row in (*found.values(), *outer.values())))

    def teller(row: Fields) -> str:
        return ", ".join(name for name in (row.teller, names.get(row.party_id, "")) if name)

    return {
        key: teller(row) + (f", quoted by {teller(outer[row.quoted_by_id])}" if row.quoted_by_id in outer else "")
        for key, row in found.items()
    }


def in_words(when: str) -> str | None:
    """A date as a person reads it, None where it is not stated."""
    return edtf.in_words(when) if when else None


@lru_cache(maxsize=4096)
def first_day(when: str) -> date | None:
    """The first day that an EDTF text may mean; None where it is empty or open."""
    return edtf.first_day(when) if when and edtf.is_valid(when) else None
