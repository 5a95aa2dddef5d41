"""Whether a person or group is already in the record: matching.py asked over what is in sight.

The names of each database have an index of their own, kept in memory while the record is open and brought up to date when
the database's log has grown; it goes with the keys. Only the indexes of the databases in sight are asked, so the answer of
one without clearance does not depend on any confidential row. Nothing is compared across the line on behalf of a public
finding: it is asked about with the public database alone in sight, whoever asks.
"""

import threading
import uuid
from collections import defaultdict
from dataclasses import dataclass, field

from django.db import connections

from twotrack.record import keyring
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.keyring import PUBLIC
from twotrack.record.matching import Candidate, Known, candidates, judged
from twotrack.record.models import Case, Group, LogEntry, Participation, Person, Proposal, Statement
from twotrack.record.names.forms import name_of
from twotrack.record.names.index import NameIndex
from twotrack.record.person_facts import Fact, Facts
from twotrack.vocabulary import Property

SECTIONS = ("cases", "participants")  # whose findings are of persons or groups
FACTS = {
    Property.BORN_ON: Fact.BORN,
    Property.SEX: Fact.GENDER,
    Property.FAMILY: Fact.RELATION,
    Property.OCCUPATION: Fact.OCCUPATION,
    Property.TITLE: Fact.OCCUPATION,
    Property.PLACE: Fact.PLACE,
    Property.WHEREABOUTS: Fact.PLACE,
    Property.CHARGE: Fact.CHARGE,
    Property.STATUS: Fact.CHARGE,
    Property.SENTENCE: Fact.CHARGE,
    Property.DETAINED_ON: Fact.DETAINED,
}


@dataclass(slots=True)
class _Names:
    """The index of one database's names as of a point of its log."""

    index: NameIndex[uuid.UUID] = field(default_factory=NameIndex)
    kept: set[tuple[uuid.UUID, str]] = field(default_factory=set)
    version: str | None = None


_indexes: dict[tuple[str, str], _Names] = {}
_one_at_a_time = threading.Lock()
keyring.WHEN_LOCKED += (_indexes.clear, name_of.cache_clear)


def candidates_for(sight: Sight, proposal: Proposal) -> list[Candidate[uuid.UUID]]:
    """Who in sight may be the person or group of a finding, the likeliest first. A public finding is compared with public
    rows alone."""
    if proposal.section not in SECTIONS:
        return []
    if confidentiality_of(proposal) == PUBLIC:
        sight = Sight.public()
    data = proposal.data
    kind = Group if proposal.section == "cases" and data.get("group") else Person
    return already_there(sight, _names(data), _facts(data), kind)


def already_there(
    sight: Sight, names: tuple[str, ...], facts: Facts, kind: type[Person] | type[Group] = Person
) -> list[Candidate[uuid.UUID]]:
    """Who in sight may be the person (or group) of these names and facts, the likeliest first."""
    near = dict.fromkeys(key for alias in sight.aliases for key in _index(alias).near(names))
    keys = [row.pk for row in sight.among(kind, "pk", near)]
    return candidates(names, facts, _known(sight, keys))


def near(alias: str, names: list[str]) -> list[uuid.UUID]:
    """Those of one database whose names may be these; whether they are is for names.likeness to say."""
    return _index(alias).near(names)


def compared_with(sight: Sight, key: uuid.UUID, names: tuple[str, ...], facts: Facts) -> Candidate[uuid.UUID] | None:
    """What is proposed of this one person or group of the record; None where no name matches or nobody in sight has the id."""
    known = _known(sight, [key])[key]
    return judged(tuple(name for name in names if name.strip()), facts, known)


def _known(sight: Sight, keys: list[uuid.UUID]) -> dict[uuid.UUID, Known[uuid.UUID]]:
    """Names and facts of these persons or groups, those of their cases and of the parties that they act for among them."""
    cases = [case for link in ("person_id", "group_id") for case in sight.among(Case, link, keys)]
    whose = {key: key for key in keys} | {case.pk: case.person_id or case.group_id for case in cases}
    names: dict[uuid.UUID, list[str]] = defaultdict(list)
    facts: dict[uuid.UUID, dict[Fact, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sight.among(Statement, "subject_id", whose):
        subject = whose[row.subject_id]
        assert subject is not None, "a case is of a person or a group"
        if row.about == Property.NAME.value and row.subject_id == subject:
            names[subject].append(row.value)
        elif told := FACTS.get(Property(row.about)):
            facts[subject][told].append(row.value)
    for took_part in sight.among(Participation, "person_id", keys):
        if took_part.person_id and took_part.party:
            facts[took_part.person_id][Fact.PARTY].append(took_part.party.name)
    return {
        key: Known(
            key=key,
            names=tuple(dict.fromkeys(names[key])),
            facts={fact: tuple(dict.fromkeys(values)) for fact, values in facts[key].items()},
        )
        for key in keys
    }


def _names(data: dict[str, object]) -> tuple[str, ...]:
    aliases = data.get("aliases") or ()
    return tuple(
        str(name) for name in (data.get("name"), *(aliases if isinstance(aliases, (list, tuple)) else ())) if name
    )


def _facts(data: dict[str, object]) -> Facts:
    told = {Fact.OCCUPATION: "title", Fact.PARTY: "side", Fact.CHARGE: "status"}
    return {fact: (str(value),) for fact, key in told.items() if (value := data.get(key))}


def _index(alias: str) -> NameIndex[uuid.UUID]:
    """The index of a database's names, as they are now. Asking the log first keeps out whoever is not cleared."""
    last = LogEntry.objects.using(alias).order_by("-number").values_list("hash", flat=True).first()
    with _one_at_a_time:
        names = _indexes.setdefault((str(connections[alias].settings_dict["NAME"]), alias), _Names())
        if names.version != last or last is None:
            rows = Statement.objects.using(alias).filter(about=Property.NAME.value)
            now = set(rows.values_list("subject_id", "value"))
            for gone in names.kept - now:
                names.index.drop(*gone)
                name_of.cache_clear()
            for new in sorted(now - names.kept, key=str):
                names.index.add(*new)
            names.kept, names.version = now, last
        return names.index
