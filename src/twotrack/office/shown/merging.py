"""What a proposal may be merged into, with what else is known of it, since no two are one by name alone."""

import uuid
from dataclasses import dataclass

from twotrack.office.dates import in_words
from twotrack.office.shown.cases import CaseRow, case_rows
from twotrack.office.shown.facts import Facts, facts_of
from twotrack.office.shown.meetings import refs_of
from twotrack.office.shown.proposals import title_of
from twotrack.office.shown.rows import among, grouped
from twotrack.record.already_there import candidates_for
from twotrack.record.confidentiality import Sight, confidentiality_of, is_confidential
from twotrack.record.keyring import PUBLIC
from twotrack.record.links import typed
from twotrack.record.masking import fold
from twotrack.record.matching import Candidate as Matched
from twotrack.record.models import Case, Entry, Group, Meeting, Participation, Person, Proposal
from twotrack.vocabulary import Property

Match = Matched[uuid.UUID]
_INTO: dict[str, tuple[type[Entry], ...]] = {
    "meetings": (Meeting,),
    "cases": (Case, Person, Group),
    "participants": (Person,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry to merge into: what it is, its name, what else is known of it, what the program proposes and why."""

    id: uuid.UUID
    kind: str
    name: str
    language: str
    facts: tuple[tuple[str, str], ...]
    verdict: str
    why: str
    confidential: bool


def candidates(sight: Sight, proposal: Proposal) -> list[Candidate]:
    """The entries that this proposal may be of, the likeliest first. A public proposal can only be merged into what is
    public, so for it nothing else is in sight."""
    sight = _sight_of(sight, proposal)
    if proposal.section == "meetings":
        return _meetings(sight, title_of(proposal))
    found = candidates_for(sight, proposal)
    return _cases(sight, found) if proposal.section == "cases" else _persons(sight, found)


def entry_to_merge_into(sight: Sight, proposal: Proposal, key: uuid.UUID) -> Entry | None:
    """The entry of this id if the proposal may be merged into it, a candidate or not: a person may know better."""
    entry = _sight_of(sight, proposal).get(Entry, key)
    into = typed(entry) if entry else None
    return into if isinstance(into, _INTO.get(proposal.section, ())) else None


def _sight_of(sight: Sight, proposal: Proposal) -> Sight:
    return Sight.public() if confidentiality_of(proposal) == PUBLIC else sight


def _meetings(sight: Sight, title: str) -> list[Candidate]:
    found = [
        Candidate(
            id=ref.id,
            kind="meeting",
            name=ref.name,
            language=ref.language,
            facts=tuple((word, value) for word, value in
                        (("when", in_words(ref.when)), ("place", ref.place), ("status", ref.status)) if value),
            verdict="",
            why="the same name" if fold(ref.name).key == fold(title).key else "",
            confidential=ref.confidential,
        )
        for ref in refs_of(sight, sight.all(Meeting))
    ]  # fmt: skip
    return sorted(found, key=lambda one: (not one.why, one.name.casefold(), str(one.id)))


def _cases(sight: Sight, matches: list[Match]) -> list[Candidate]:
    """Of each person or group their cases ("this very case"), then they themselves ("another case of this person")."""
    keys = [match.key for match in matches]
    cases = [case for link in ("person_id", "group_id") for case in among(sight, Case, link, keys)]
    rows = {row.id: row for row in case_rows(sight, (case.pk for case in cases))}
    of = grouped(cases, lambda case: case.person_id or case.group_id)
    people = _people(sight, keys)
    facts = facts_of(sight, keys)
    found = []
    for match in matches:
        one = people[match.key]
        own = facts.get(one.pk, {})
        found += [_case(rows[case.pk], match, own) for case in of.get(one.pk, ())]
        kind = "group" if isinstance(one, Group) else "person"
        found.append(_candidate(one, f"another case of this {kind}", match, own))
    return found


def _case(row: CaseRow, match: Match, own: Facts) -> Candidate:
    told = (
        ("matter", row.matter), ("status", row.status), ("last raised", in_words(row.last_raised)), *_second(own),
    )  # fmt: skip
    return Candidate(
        id=row.id,
        kind="this very case",
        name=row.name,
        language=row.language,
        facts=tuple((word, value) for word, value in told if value),
        verdict=match.verdict.value,
        why=match.why,
        confidential=row.confidential,
    )


def _persons(sight: Sight, matches: list[Match]) -> list[Candidate]:
    keys = [match.key for match in matches]
    people = _people(sight, keys)
    facts = facts_of(sight, keys)
    met = grouped(among(sight, Participation, "person_id", keys), lambda row: row.person_id)
    meetings = {ref.id: ref for ref in refs_of(sight, among(sight, Meeting, "pk", (
        row.meeting_id for rows in met.values() for row in rows)))}  # fmt: skip
    found = []
    for match in matches:
        took_part = [meetings[row.meeting_id].name for row in met.get(match.key, ()) if row.meeting_id in meetings]
        more = tuple(("took part in", name) for name in took_part)
        found.append(_candidate(people[match.key], "person", match, facts.get(match.key, {}), more))
    return found


def _people(sight: Sight, keys: list[uuid.UUID]) -> dict[uuid.UUID, Person | Group]:
    people: list[Person | Group] = [*among(sight, Person, "pk", keys), *among(sight, Group, "pk", keys)]
    return {one.pk: one for one in people}


def _candidate(
    one: Person | Group, kind: str, match: Match, own: Facts, more: tuple[tuple[str, str], ...] = ()
) -> Candidate:
    name = own.get(Property.NAME.value)
    return Candidate(
        id=one.pk,
        kind=kind,
        name=name.shown.value if name else "Name not stated",
        language=name.shown.language if name else "",
        facts=(*_second(own), *more),
        verdict=match.verdict.value,
        why=match.why,
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
