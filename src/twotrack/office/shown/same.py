"""Which other entries may be one with an entry, the likeliest first, with what tells them apart."""

from twotrack.office.shown.case_choice import case_choices, chosen_cases
from twotrack.office.shown.facts import facts_of
from twotrack.office.shown.named import title_of_entry
from twotrack.record.already_there import FACTS, already_there
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.masking import fold
from twotrack.record.models import Agency, Case, Entry, Group, Meeting, Person
from twotrack.record.people import names_of
from twotrack.record.person_facts import Fact
from twotrack.vocabulary import Property

_MOST = 12


def may_be_one_with(sight: Sight, entry: Entry) -> list[tuple[str, str]]:
    """Ids and words of the entries of the same kind in sight that may be this one. Nobody is by name alone."""
    if isinstance(entry, (Person, Group)):
        return _people(sight, entry)
    if isinstance(entry, Case):
        link = "person_id" if entry.person_id else "group_id"
        own = [case.pk for case in sight.all(Case, **{link: entry.person_id or entry.group_id})]
        others = [one.id for one in case_choices(sight, title_of_entry(sight, entry).partition(":")[0])]
        found = chosen_cases(sight, [key for key in dict.fromkeys((*own, *others)) if key != entry.pk][:_MOST])
        return [
            (str(one.id), f"{one.name}: {one.details or 'nothing else is known'}{_mark(one.confidential)}")
            for one in found
        ]
    if isinstance(entry, (Agency, Meeting)):
        title = fold(title_of_entry(sight, entry)).key
        rows = [(row, title_of_entry(sight, row)) for row in sight.all(type(entry)) if row.pk != entry.pk]
        rows.sort(key=lambda one: (fold(one[1]).key != title, one[1].casefold()))
        return [(str(row.pk), f"{name}{_mark(is_confidential([row]))}") for row, name in rows[:_MOST]]
    return []


def persons_of_name(sight: Sight, name: str) -> list[tuple[str, str]]:
    """Ids and words of the persons in sight whose name is, or nearly is, this one."""
    found = already_there(sight, (name,), {})
    rows = {row.pk: row for row in sight.among(Person, "pk", [one.key for one in found])}
    return [
        (str(one.key), f"{title_of_entry(sight, rows[one.key])}: {one.why}{_mark(is_confidential([rows[one.key]]))}")
        for one in found[:_MOST]
        if one.key in rows
    ]


def _people(sight: Sight, entry: Person | Group) -> list[tuple[str, str]]:
    facts: dict[Fact, list[str]] = {}
    for about, fact in facts_of(sight, [entry.pk]).get(entry.pk, {}).items():
        if (told := FACTS.get(Property(about))) is not None:
            facts.setdefault(told, []).extend(said.value for said in fact.said)
    own = {told: tuple(values) for told, values in facts.items()}
    kind: type[Person] | type[Group] = Group if isinstance(entry, Group) else Person
    found = [one for one in already_there(sight, tuple(names_of(sight, entry.pk)), own, kind) if one.key != entry.pk]
    rows: dict[object, Entry] = {row.pk: row for row in sight.among(kind, "pk", [one.key for one in found])}
    return [
        (str(one.key), f"{title_of_entry(sight, rows[one.key])}: {one.why}{_mark(is_confidential([rows[one.key]]))}")
        for one in found[:_MOST]
        if one.key in rows
    ]


def _mark(confidential: bool) -> str:
    return " (confidential)" if confidential else ""
