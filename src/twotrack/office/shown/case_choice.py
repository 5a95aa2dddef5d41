"""Whose case somebody means by a name that they type: what fits is offered, the person picks. Never one by name alone."""

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twotrack.office.dates import in_words
from twotrack.office.shown.cases import case_rows
from twotrack.office.shown.rows import among
from twotrack.record import search
from twotrack.record.already_there import already_there
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Case, Group, Person, Statement
from twotrack.vocabulary import Property

LONGEST = 200  # code points of what is looked for
_COMPLETED = 4  # words by which an unfinished last one is completed
_NEAR = 8
_WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChoice:
    """A case that may be meant: whose, and what tells it from another one of the same name."""

    id: uuid.UUID
    subject: uuid.UUID
    name: str
    language: str
    details: str
    confidential: bool


def case_choices(sight: Sight, typed: str, *, limit: int = _NEAR) -> list[CaseChoice]:
    """The cases in sight of those whose name is, begins with, or is spelt nearly as what was typed."""
    typed = typed.strip()[:LONGEST]
    if not typed:
        return []
    subjects = dict.fromkeys((*_by_words(sight, typed), *_by_likeness(sight, typed)))
    cases = [case for link in ("person_id", "group_id") for case in among(sight, Case, link, subjects)]
    order = {key: place for place, key in enumerate(subjects)}
    cases.sort(key=lambda case: (order[case.person_id or case.group_id], str(case.pk)))  # type: ignore[index]
    return chosen_cases(sight, (case.pk for case in cases[:limit]))


def chosen_cases(sight: Sight, keys: Iterable[uuid.UUID]) -> list[CaseChoice]:
    """These cases as they are offered and as they are shown once picked."""
    keys = list(keys)
    of = {case.pk: case.person_id or case.group_id for case in among(sight, Case, "pk", keys)}
    return [
        CaseChoice(
            id=row.id,
            subject=of[row.id],  # type: ignore[arg-type]
            name=row.name,
            language=row.language,
            details=", ".join(
                one
                for one in (
                    row.matter if row.matter != "not stated" else "",
                    row.status,
                    f"last raised {in_words(row.last_raised)}" if row.last_raised else "",
                )
                if one
            ),
            confidential=row.confidential,
        )
        for row in case_rows(sight, keys)
    ]


def _by_words(sight: Sight, typed: str) -> Iterator[uuid.UUID]:
    """Whose names hold these words, the last of them perhaps unfinished."""
    words = _WORDS.findall(typed)
    queries = [typed, *(" ".join((*words[:-1], one)) for one in search.suggestions(sight, typed, limit=_COMPLETED))]
    for query in queries:
        hits = [hit.row for hit in search.find_entries(sight, query, limit=40) if hit.kind == "statement"]
        yield from (row.subject_id for row in sight.among(Statement, "pk", hits, about=Property.NAME.value))


def _by_likeness(sight: Sight, typed: str) -> Iterator[uuid.UUID]:
    """Whose names are spelt nearly so, in other scripts too."""
    for kind in (Person, Group):
        yield from (found.key for found in already_there(sight, (typed,), {}, kind)[:_NEAR])
