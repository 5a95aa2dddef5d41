"""Who may be named in what is published, and who may not: read from the public rows alone.

Named are persons and groups whose latest decision says `name` and is not past its review date, and officials: those who
took part in a meeting for a party or an agency, are at issue nowhere, ask nothing, and have no decision of their own.
Everybody else who is at issue or asks, and was not cleared, is hidden: the name is withheld in all words, in any form, even
where somebody cleared has the same one (whose own page and rows bear it: it is theirs). Other names that the public rows
hold are suspected: withheld unless cleared.
"""

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from twotrack.reading.word_lists import words
from twotrack.reading.words_of_names import Kind, find_words
from twotrack.record.models import (
    Agency,
    Case,
    Exchange,
    Group,
    ListItem,
    Meeting,
    Participation,
    Party,
    Person,
    Proposal,
    PublicationDecision,
    Statement,
)
from twotrack.record.public.rows import PublicRows
from twotrack.record.publication import form_of
from twotrack.vocabulary import ParticipationRole, Property, PublicationForm

_IN_OFFICE = {ParticipationRole.HEAD, ParticipationRole.MEMBER, ParticipationRole.HOST}
_PLACE_WORDS = 4  # a longer place may hold a name ("the house of ...")
# A reading may take such a word alone for whoever asks; withheld everywhere, it would only make texts unreadable.
_NO_NAMES = words("institution_words.txt") - words("names_that_are_words.txt")
_DEMONYMS = ("n", "ns", "an", "ans", "ian", "ians", "ese", "i", "ish", "er", "ers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The forms of those at issue, who holds an office, and the names on either side of the line."""

    decisions: dict[uuid.UUID, PublicationDecision]
    forms: dict[uuid.UUID, PublicationForm]
    officials: frozenset[uuid.UUID]
    named: tuple[str, ...]  # of persons and groups
    states: tuple[str, ...]  # parties of one word
    bodies: tuple[str, ...]  # parties, agencies, outlets, places of meetings: named as a whole only
    hidden: tuple[str, ...]  # of persons
    hidden_groups: tuple[str, ...]
    suspected: tuple[str, ...]  # of other persons, and what a reading took for a person's name

    def form(self, subject: uuid.UUID) -> PublicationForm:
        """In which form a person or group may appear on the day."""
        return self.forms.get(subject, PublicationForm.NOTHING)

    def may_name(self, subject: uuid.UUID | None) -> bool:
        """Whether a person or group may be named."""
        return subject is not None and (subject in self.officials or self.form(subject) == PublicationForm.NAME)


def naming(rows: PublicRows, on: date) -> Naming:
    """Who may be named on a day."""
    ordered = sorted(rows.all(PublicationDecision), key=lambda row: (row.at, str(row.pk)))
    decisions = {row.subject_id: row for row in ordered}
    forms = {key: form_of(row, on) for key, row in decisions.items()}
    officials = _officials(rows) - set(decisions)
    cleared = officials | {key for key, form in forms.items() if form == PublicationForm.NAME}
    names = _names(rows)
    groups = {row.pk for row in rows.all(Group)}
    hidden = (_at_issue(rows) | set(decisions)) - cleared - groups
    others = {row.pk for row in rows.all(Person)} - cleared - hidden
    return Naming(
        decisions=decisions,
        forms=forms,
        officials=frozenset(officials),
        named=_sorted(name for key in cleared for name in names.get(key, ())),
        states=_sorted(row.name for row in rows.all(Party) if " " not in row.name),
        bodies=_sorted(_bodies(rows)),
        hidden=_like_names([*(name for key in hidden for name in names.get(key, ())), *_listed(rows, cleared)]),
        hidden_groups=_sorted(name for key in groups - cleared for name in names.get(key, ())),
        suspected=_like_names([*(name for key in others for name in names.get(key, ())), *_suspected(rows)]),
    )


def _officials(rows: PublicRows) -> set[uuid.UUID]:
    took_part = {
        row.person_id
        for row in rows.all(Participation)
        if row.person_id and row.role in _IN_OFFICE and (row.party_id or row.agency_id)
    }
    return took_part - _at_issue(rows)


def _at_issue(rows: PublicRows) -> set[uuid.UUID]:
    """Persons with a case, and those who asked."""
    keys = {case.person_id for case in rows.all(Case)} | {row.asker_id for row in rows.all(Exchange)}
    return {key for key in keys if key is not None}


def _names(rows: PublicRows) -> dict[uuid.UUID, list[str]]:
    names: dict[uuid.UUID, list[str]] = {}
    for row in rows.all(Statement, about=Property.NAME.value):
        names.setdefault(row.subject_id, []).append(row.value)
    return names


def _listed(rows: PublicRows, cleared: set[uuid.UUID]) -> Iterator[str]:
    """Names on lists, but of those whose case is of somebody cleared."""
    for row in rows.all(ListItem):
        case = rows.get(Case, row.case_id)
        if case is None or not {case.person_id, case.group_id} & cleared:
            yield row.name


def _bodies(rows: PublicRows) -> Iterator[str]:
    for party in rows.all(Party):
        yield party.name
        if re.fullmatch(r"\w{5,}", party.name):  # "Verania": also "Veranian"
            yield from (party.name + ending for ending in _DEMONYMS)
    yield from (row.name for row in rows.all(Agency))
    yield from (row.outlet for row in rows.all(Exchange) if _is_no_person(row.outlet))
    meetings = {row.pk for row in rows.all(Meeting)}
    for row in rows.all(Statement, about=Property.PLACE.value):
        if row.subject_id in meetings and len(row.value.split()) <= _PLACE_WORDS:
            yield row.value


def _is_no_person(outlet: str) -> bool:
    """Whether one word at least of an outlet is a known one; else a reading may have taken whoever asked for it."""
    found = find_words(outlet, 0, len(outlet))
    return any(word.kind not in (Kind.NAME, Kind.EITHER, Kind.INITIAL) or word.text.isupper() for word in found)


def _suspected(rows: PublicRows) -> Iterator[str]:
    keys = {"cases": ("name", "aliases"), "participants": ("name",), "exchanges": ("asker",)}
    for row in rows.all(Proposal):
        data: dict[str, Any] = row.data
        if not data.get("group"):
            for key in keys.get(row.section, ()):
                value = data.get(key) or ()
                yield from [value] if isinstance(value, str) else [one for one in value if isinstance(one, str)]


def _like_names(names: Iterable[str]) -> tuple[str, ...]:
    return _sorted(name for name in names if name.casefold() not in _NO_NAMES)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name.strip()}))
