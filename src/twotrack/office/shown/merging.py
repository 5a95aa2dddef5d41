"""What a proposal may be merged into: entries of its kind with their second facts, since no two are one by name alone."""

import uuid
from dataclasses import dataclass

from twotrack.office.dates import in_words
from twotrack.office.shown.cases import case_rows
from twotrack.office.shown.facts import Facts, facts_of
from twotrack.office.shown.meetings import refs_of
from twotrack.office.shown.proposals import title_of
from twotrack.office.shown.rows import among, grouped
from twotrack.record.confidentiality import Sight, confidentiality_of, is_confidential
from twotrack.record.keyring import PUBLIC
from twotrack.record.masking import fold
from twotrack.record.models import Case, Group, Meeting, Participation, Person, Proposal
from twotrack.vocabulary import Property


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry to merge into: what it is, its name, and what else is known of it."""

    id: uuid.UUID
    kind: str
    name: str
    language: str
    facts: tuple[tuple[str, str], ...]
    same_name: bool
    confidential: bool


def candidates(sight: Sight, proposal: Proposal) -> list[Candidate]:
    """The entries that this proposal could be merged into, those of the same name first. A public proposal can only be
    merged into what is public."""
    if confidentiality_of(proposal) == PUBLIC:
        sight = Sight.public()
    found = {"meetings": _meetings, "cases": _cases, "participants": _persons}.get(proposal.section)
    names = {_key(str(name)) for name in (title_of(proposal), *(proposal.data.get("aliases") or ()))}
    rows = found(sight, names) if found else []
    return sorted(rows, key=lambda one: (not one.same_name, one.name.casefold(), one.kind, str(one.id)))


def _meetings(sight: Sight, names: set[tuple[str, ...]]) -> list[Candidate]:
    return [
        Candidate(
            id=ref.id,
            kind="meeting",
            name=ref.name,
            language=ref.language,
            facts=tuple((word, value) for word, value in
                        (("when", in_words(ref.when)), ("place", ref.place), ("status", ref.status)) if value),
            same_name=_key(ref.name) in names,
            confidential=ref.confidential,
        )
        for ref in refs_of(sight, sight.all(Meeting))
    ]  # fmt: skip


def _cases(sight: Sight, names: set[tuple[str, ...]]) -> list[Candidate]:
    """Cases ("this very case"), and the persons and groups of cases ("another case of this person")."""
    cases = sight.all(Case)
    rows = {row.id: row for row in case_rows(sight, (case.pk for case in cases))}
    people: list[Person | Group] = []
    people += among(sight, Person, "pk", (case.person_id for case in cases))
    people += among(sight, Group, "pk", (case.group_id for case in cases))
    facts = facts_of(sight, (one.pk for one in people))
    of = {case.pk: case.person_id or case.group_id for case in cases}
    found = [
        _candidate(one, "another case of this " + ("group" if isinstance(one, Group) else "person"), facts, names)
        for one in people
    ]
    for case in cases:
        row = rows[case.pk]
        subject = of[case.pk]
        told = (
            ("matter", row.matter), ("status", row.status), ("last raised", in_words(row.last_raised)),
            *_second(facts.get(subject, {}) if subject else {}),
        )  # fmt: skip
        found.append(
            Candidate(
                id=case.pk,
                kind="this very case",
                name=row.name,
                language=row.language,
                facts=tuple((word, value) for word, value in told if value),
                same_name=bool(_names(facts.get(subject, {}) if subject else {}) & names),
                confidential=row.confidential,
            )
        )
    return found


def _persons(sight: Sight, names: set[tuple[str, ...]]) -> list[Candidate]:
    people = sight.all(Person)
    facts = facts_of(sight, (one.pk for one in people))
    met = grouped(among(sight, Participation, "person_id", (one.pk for one in people)), lambda row: row.person_id)
    meetings = {ref.id: ref for ref in refs_of(sight, among(sight, Meeting, "pk", (
        row.meeting_id for rows in met.values() for row in rows)))}  # fmt: skip
    return [
        _candidate(
            one,
            "person",
            facts,
            names,
            tuple(
                ("took part in", meetings[row.meeting_id].name)
                for row in met.get(one.pk, ())
                if row.meeting_id in meetings
            ),
        )
        for one in people
    ]


def _candidate(
    one: Person | Group,
    kind: str,
    facts: dict[uuid.UUID, Facts],
    names: set[tuple[str, ...]],
    more: tuple[tuple[str, str], ...] = (),
) -> Candidate:
    own = facts.get(one.pk, {})
    name = own.get(Property.NAME.value)
    return Candidate(
        id=one.pk,
        kind=kind,
        name=name.shown.value if name else "Name not stated",
        language=name.shown.language if name else "",
        facts=(*_second(own), *more),
        same_name=bool(_names(own) & names),
        confidential=is_confidential([one]),
    )


def _second(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Everything stated beside the shown name."""
    return tuple(
        (fact.label, in_words(said.value))
        for fact in facts.values()
        for said in fact.said
        if not (fact.about == Property.NAME and said.shown)
    )


def _names(facts: Facts) -> set[tuple[str, ...]]:
    name = facts.get(Property.NAME.value)
    return {_key(said.value) for said in name.said} if name else set()


def _key(name: str) -> tuple[str, ...]:
    return tuple(sorted(filter(None, (fold(part).key for part in name.split()))))
