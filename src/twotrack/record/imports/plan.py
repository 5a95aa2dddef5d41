"""What is to be done with each row of a list, and why. Nothing is written here.

new          nobody in sight matches
same         one whom a second fact tells to be the same (matching.py), or whom a person named for this row before
perhaps      one or more who may be meant: waits for a person's decision
contradicts  one who is meant, and a field that says otherwise: waits as well
done         the row was imported before and says nothing else now
skipped      a person said so, now or for an earlier list
bad          the row cannot be taken
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from twotrack.errors import LedgerError
from twotrack.record.already_there import already_there, compared_with
from twotrack.record.confidentiality import Sight
from twotrack.record.imports.against import against, case_of
from twotrack.record.imports.rows import ListRow
from twotrack.record.imports.tables import BadRow
from twotrack.record.links import typed
from twotrack.record.matching import Candidate, Known, Verdict, judged
from twotrack.record.models import Case, Entry, Group, ImportedRow, Person
from twotrack.record.names.index import NameIndex
from twotrack.vocabulary import RowDecision

SHOWN = 5  # candidates of a row that are offered


class RowVerdict(StrEnum):
    """What the program proposes for a row."""

    NEW = "new"
    SAME = "same"
    PERHAPS = "perhaps"
    CONTRADICTS = "contradicts"
    DONE = "done"
    SKIPPED = "skipped"
    BAD = "bad"


WAITING = (RowVerdict.PERHAPS, RowVerdict.CONTRADICTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One who may be the person of a row. `entry`: a person, group or case of the record; none for a line of the list."""

    entry: uuid.UUID | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A row and what is to be done with it. `subject` and `case` are those of the record that it is of; `as_line` an earlier
    line of the list whose person it is of; `fields` those in which it contradicts; `kept`: a decision that was there."""

    line: int
    verdict: RowVerdict
    row: ListRow | None = None
    subject: uuid.UUID | None = None
    case: uuid.UUID | None = None
    as_line: int | None = None
    why: str = ""
    fields: tuple[str, ...] = ()
    offered: tuple[Offered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person said of a line of the list."""

    decision: RowDecision
    entry: uuid.UUID | None = None


@dataclass(slots=True)
class _Before:
    """The rows of this list that were planned already, for those after them."""

    by_number: dict[str, ListRow] = field(default_factory=dict)
    index: NameIndex[int] = field(default_factory=NameIndex)
    rows: dict[int, Known[int]] = field(default_factory=dict)

    def add(self, row: ListRow) -> None:
        """Know a row that a later one may be of."""
        if row.own_number:
            self.by_number.setdefault(row.own_number, row)
            return
        self.rows[row.line] = Known(key=row.line, names=row.names, facts=row.facts)
        for name in row.names:
            self.index.add(row.line, name)


def plan(
    rows: Iterable[ListRow | BadRow], *, sight: Sight, origin: str, decided: Mapping[int, Decided]
) -> Iterator[Planned]:
    """What is to be done with each row, in order. `origin`: the list by whose own numbers rows are known again; `decided`: by
    line. Raises LedgerError for a decision that names nobody in sight."""
    kept = _kept(sight, origin)
    before = _Before()
    for row in rows:
        if isinstance(row, BadRow):
            yield Planned(line=row.line, verdict=RowVerdict.BAD, why=row.reason)
            continue
        row = _own_key(row, before)
        planned = _planned(row, sight, kept.get(row.key), before)
        if choice := decided.get(row.line):
            planned = _by_decision(planned, choice, sight)
        before.add(row)
        yield planned


def counted(planned: Iterable[Planned]) -> dict[str, int]:
    """How many rows have each verdict, in the order of the verdicts; those that none has left out."""
    counts = Counter(one.verdict for one in planned)
    return {verdict.value: counts[verdict] for verdict in RowVerdict if counts[verdict]}


def _kept(sight: Sight, origin: str) -> dict[str, ImportedRow]:
    """The decisions on earlier lists, by key; a confidential one goes before a public one."""
    return {
        row.key: row
        for alias in sight.aliases
        for row in ImportedRow.objects.using(alias).filter(origin=origin).order_by("at", "id")
    }


def _own_key(row: ListRow, before: _Before) -> ListRow:
    """A second row of the same number (another arrest of the same person) is known by its words as well."""
    known = before.by_number.get(row.own_number)
    return replace(row, key=f"{row.own_number} {row.digest}") if row.own_number and known else row


def _planned(row: ListRow, sight: Sight, kept: ImportedRow | None, before: _Before) -> Planned:
    if kept is not None and (planned := _as_kept(row, sight, kept)):
        return planned
    if (earlier := before.by_number.get(row.own_number)) and row.own_number:
        match = judged(row.names, row.facts, Known(key=earlier.line, names=earlier.names, facts=earlier.facts))
        verdict = RowVerdict.SAME if match and match.verdict is not Verdict.DIFFERENT else RowVerdict.PERHAPS
        why = f"the same number as line {earlier.line}"
        return Planned(line=row.line, verdict=verdict, row=row, as_line=earlier.line, why=why)
    found = already_there(sight, row.names, row.facts, Group if row.is_group else Person)
    near = [one for one in found if one.verdict is not Verdict.DIFFERENT]
    if near:
        return _among(row, sight, near)
    return _within(row, before) or Planned(line=row.line, verdict=RowVerdict.NEW, row=row)


def _as_kept(row: ListRow, sight: Sight, kept: ImportedRow) -> Planned | None:
    """What was decided on this row before, as long as the entry is there and a name still matches."""
    if kept.decision == RowDecision.SKIP:
        return Planned(line=row.line, verdict=RowVerdict.SKIPPED, row=row, why="left out as for an earlier list")
    case = sight.get(Case, kept.entry_id) if kept.entry_id else None
    if case is None:
        return None
    subject = case.person_id or case.group_id
    assert subject is not None, "a case is of a person or a group"
    if kept.data.get("digest") == row.digest:
        return Planned(line=row.line, verdict=RowVerdict.DONE, row=row, subject=subject, case=case.pk)
    match = compared_with(sight, subject, row.names, row.facts)
    offered = (Offered(entry=case.pk, why=match.why if match else "the same number; no name matches"),)
    if match is None:
        fields: tuple[str, ...] = ("name",)
    else:
        fields = against(sight, row, subject, case.pk)
    return Planned(
        line=row.line,
        verdict=RowVerdict.CONTRADICTS if fields else RowVerdict.SAME,
        row=row,
        subject=subject,
        case=case.pk,
        why="the same row as in an earlier list",
        fields=fields,
        offered=offered,
    )


def _among(row: ListRow, sight: Sight, near: list[Candidate[uuid.UUID]]) -> Planned:
    """The verdict on those of the record who may be meant."""
    offered = tuple(Offered(entry=one.key, why=one.why) for one in near[:SHOWN])
    same = [one for one in near if one.verdict is Verdict.SAME]
    best = same[0] if len(same) == 1 else near[0]
    case, several = case_of(sight, row, best.key)
    fields = against(sight, row, best.key, case)
    if best.disagreeing and not fields:
        fields = tuple(one.fact.value for one in best.disagreeing)
    if len(same) == 1 and not fields and not several:
        return Planned(
            line=row.line, verdict=RowVerdict.SAME, row=row, subject=best.key, case=case, why=best.why, offered=offered
        )
    verdict = RowVerdict.CONTRADICTS if fields and best.match.firm and len(near) == 1 else RowVerdict.PERHAPS
    why = "has several cases; say which" if several and len(same) == 1 else best.why
    return Planned(
        line=row.line, verdict=verdict, row=row, subject=best.key, case=case, why=why, fields=fields, offered=offered
    )


def _within(row: ListRow, before: _Before) -> Planned | None:
    """An earlier line of the same list with the same name and nothing that speaks against it. Rows with numbers of their own
    are of different persons: the list says so."""
    if row.own_number:
        return None
    for line in before.index.near(row.names):
        match = judged(row.names, row.facts, before.rows[line])
        if match and match.match.firm and not match.disagreeing and match.verdict is not Verdict.DIFFERENT:
            why = f"line {line} of this list; {match.why}"
            return Planned(line=row.line, verdict=RowVerdict.PERHAPS, row=row, as_line=line, why=why)
    return None


def _by_decision(planned: Planned, choice: Decided, sight: Sight) -> Planned:
    """The row as a person decided it."""
    if choice.decision is RowDecision.SKIP:
        return replace(planned, verdict=RowVerdict.SKIPPED, why="left out by decision")
    if choice.decision is RowDecision.NEW:
        return replace(
            planned, verdict=RowVerdict.NEW, subject=None, case=None, as_line=None, why="by decision", fields=()
        )
    row = planned.row
    assert row is not None, "a bad row is not decided"
    if choice.entry is None:
        if planned.subject is None and planned.as_line is None:
            raise LedgerError(f"line {planned.line}: nobody is offered, so `same` needs an entry; give its id")
        return replace(planned, verdict=RowVerdict.SAME, why="by decision", fields=())
    entry = typed(sight.require(Entry, choice.entry))
    if isinstance(entry, Case):
        subject = entry.person_id or entry.group_id
        return replace(
            planned, verdict=RowVerdict.SAME, subject=subject, case=entry.pk, as_line=None, why="by decision", fields=()
        )
    if not isinstance(entry, (Person, Group)):
        raise LedgerError(f"line {planned.line}: the entry is a {entry.kind}; name a person, a group or a case")
    case, several = case_of(sight, row, entry.pk)
    return replace(
        planned, verdict=RowVerdict.SAME, subject=entry.pk, case=None if several else case, as_line=None,
        why="by decision", fields=(),
    )  # fmt: skip
