"""A list of cases into the record. The file, the list as handed and the mapping come first, whole or not at all; then each
row, whole or not at all. Interrupted, the same command goes on with the rows that are missing; done twice, it changes nothing.
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from twotrack.errors import TwotrackError
from twotrack.reading.findings import Span
from twotrack.record.columns import ColumnVocabulary
from twotrack.record.confidentiality import Sight
from twotrack.record.imports.against import against, case_of, not_stated_yet
from twotrack.record.imports.handed import Handed, freeze, items_by_line, row_passage, tell_case
from twotrack.record.imports.mapping import ListMapping, keep
from twotrack.record.imports.plan import WAITING, Planned, RowVerdict
from twotrack.record.imports.rows import ListRow, Value
from twotrack.record.imports.source import keep_source
from twotrack.record.imports.tables import Table
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import (
    Account,
    Case,
    Dialogue,
    Group,
    ImportedRow,
    ListItem,
    Passage,
    Person,
    SourceText,
    Statement,
    User,
)
from twotrack.record.names.chinese import is_han
from twotrack.record.passages import account_of
from twotrack.sources.raw import Document, RawSource
from twotrack.vocabulary import Matter, Property, RowDecision

_AT_ONCE = 50  # rows that are committed together: a commit waits for the disk
_DETENTION = frozenset((Property.DETAINED_ON, Property.ARRESTED_ON, Property.DETENTION_TYPE))


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseList:
    """A list that was read and planned: the file, its rows, what its columns are, what is to be done, and where to."""

    raw: RawSource
    document: Document
    table: Table
    mapping: ListMapping
    planned: Sequence[Planned]
    alias: str
    origin: str
    teller: str = ""
    handed: Handed | None = None
    dialogues: tuple[Dialogue, ...] = ()


@dataclass(slots=True)
class Done:
    """What an import did: rows written by verdict, rows that wait, and rows that failed, with the reason."""

    written: dict[RowVerdict, int] = field(default_factory=dict)
    waiting: int = 0
    failed: list[tuple[int, str]] = field(default_factory=list)


def origin_of(vocabulary: ColumnVocabulary | None, teller: str, handed: Handed | None, name: str) -> str:
    """By whose own numbers rows are known in the next list: those of a known kind of list; else of whoever hands it, else of
    the list of this name, else of the file."""
    return vocabulary.name if vocabulary else teller or (handed.name if handed else "") or name


def sight_of(alias: str) -> Sight:
    """With what a list is compared: a public one with public rows alone."""
    return Sight((PUBLIC,)) if alias == PUBLIC else Sight((PUBLIC, CONFIDENTIAL))


def import_cases(
    given: CaseList, *, by: User, at: Callable[[], datetime], watch: Callable[[Iterable[Planned]], Iterable[Planned]]
) -> Done:
    """Write what is planned. `watch` sees the rows go by; rows that wait for a decision are left."""
    with writing(given.alias, by=by, at=at()) as ledger:
        title = given.handed.name if given.handed else ""
        dated = given.handed.handed_on if given.handed else ""
        text = keep_source(ledger, given.raw, given.document, title=title, dated=dated, dialogues=given.dialogues)
        keep(ledger, given.mapping, sight_of(given.alias))
        account = account_of(ledger, teller=given.teller)
        items = {}
        if given.handed:
            items = items_by_line(freeze(ledger, text, given.table, given.planned, given.handed), given.table)
    act = _Rows(given=given, text=text, account=account, items=items)
    done = Done()
    rows = iter(watch(given.planned))
    while some := list(islice(rows, _AT_ONCE)):
        with writing(given.alias, by=by, at=at()) as ledger:
            for planned in some:
                _import_row(ledger, act, planned, done)
    return done


def _import_row(ledger: Ledger, act: "_Rows", planned: Planned, done: Done) -> None:
    """Write one row, or say why not."""
    if planned.verdict is RowVerdict.BAD:
        done.failed.append((planned.line, planned.why))
    elif planned.verdict in WAITING or (planned.as_line and planned.as_line not in act.by_line):
        done.waiting += 1
    else:
        try:
            with ledger.apart():
                act.write(ledger, planned)
            done.written[planned.verdict] = done.written.get(planned.verdict, 0) + 1
        except TwotrackError as error:
            done.failed.append((planned.line, str(error)))


@dataclass(slots=True, kw_only=True)
class _Rows:
    """The rows of one list being written; `by_line`: the person or group that each was of."""

    given: CaseList
    text: SourceText
    account: Account | None
    items: dict[int, ListItem]
    by_line: dict[int, uuid.UUID] = field(default_factory=dict)

    def write(self, ledger: Ledger, planned: Planned) -> None:
        """One row, whole."""
        row = planned.row
        assert row is not None, "a bad row is not written"
        sight = sight_of(ledger.alias)
        if planned.verdict is RowVerdict.SKIPPED:
            self._note(ledger, row, RowDecision.SKIP, None)
            return
        if planned.verdict is RowVerdict.DONE:
            case = sight.require(Case, planned.case) if planned.case else None
        else:
            case = self._case(ledger, row, planned, sight)
            decision = RowDecision.NEW if planned.verdict is RowVerdict.NEW else RowDecision.SAME
            self._note(ledger, row, decision, case)
        assert case is not None, "a row that was imported has its case"
        tell_case(ledger, self.items.get(row.line), case)
        subject = case.person_id or case.group_id
        assert subject is not None, "a case is of a person or a group"
        self.by_line[row.line] = subject

    def _case(self, ledger: Ledger, row: ListRow, planned: Planned, sight: Sight) -> Case:
        """The case of a row, found or made, with what the row states and nobody did."""
        passages = _Passages(ledger, self.text)
        key, case_key = planned.subject, planned.case
        if planned.as_line:
            key = self.by_line[planned.as_line]
            case_key, several = case_of(sight, row, key)
            if several or (case_key and any("detained-on" in one for one in against(sight, row, key, case_key))):
                case_key = None
        subject = (sight.get(Person, key) or sight.get(Group, key)) if key else None
        whole = passages.of(row.span)
        if subject is None:
            subject = ledger.add(Group() if row.is_group else Person())
            named = next((one.spans[0] for one in row.values if one.about is Property.NAME), row.span)
            ledger.ground(subject, passage=passages.of(named))
        case = sight.require(Case, case_key) if case_key else None
        if case is None:
            at_issue = {"group": subject} if isinstance(subject, Group) else {"person": subject}
            case = ledger.add(Case(matter=_matter(row).value, **at_issue))
            ledger.ground(case, passage=whole)
        stated = sight.among(Statement, "subject_id", [subject.pk, case.pk]) if key else []
        for value in not_stated_yet(row, stated):
            self._state(ledger, subject if value.is_personal else case, value, passages)
        return case

    def _state(self, ledger: Ledger, subject: Person | Group | Case, value: Value, passages: "_Passages") -> None:
        statement = ledger.state(
            subject,
            value.about,
            value.value,
            passage=passages.of(value.spans[0]),
            value_form=value.form,
            value_language="zh" if is_han(value.value) else "und",
            account=self.account,
        )
        for span in value.spans[1:]:
            ledger.ground(statement, passage=passages.of(span))

    def _note(self, ledger: Ledger, row: ListRow, decision: RowDecision, case: Case | None) -> None:
        """Keep the decision for the next list, unless the same one is kept."""
        known = ImportedRow.objects.using(ledger.alias).filter(origin=self.given.origin, key=row.key)
        last = known.order_by("-at", "-id").first()
        data = {"digest": row.digest, "line": row.line, "source": str(self.text.source_id)}
        if last and (last.decision, last.entry_id) == (decision.value, case.pk if case else None):
            if last.data.get("digest") != row.digest:
                ledger.change(last, data=data)
            return
        ledger.add(
            ImportedRow(
                origin=self.given.origin, key=row.key, decision=decision.value, entry_id=case.pk if case else None,
                data=data, by=ledger.by, at=ledger.at,
            )
        )  # fmt: skip


class _Passages:
    """The passages of one row, each made once."""

    def __init__(self, ledger: Ledger, text: SourceText) -> None:
        self._ledger, self._text = ledger, text
        self._made: dict[Span, Passage] = {}

    def of(self, span: Span) -> Passage:
        """The passage of these words."""
        if span not in self._made:
            self._made[span] = row_passage(self._ledger, self._text, span.start, span.end)
        return self._made[span]


def _matter(row: ListRow) -> Matter:
    """A detention where the row says when or of which kind; else what it is about is not stated."""
    return Matter.DETENTION if any(one.about in _DETENTION for one in row.values) else Matter.NOT_STATED
