"""One case, whole: names, statements, and the ledger raised -> reply -> outcome in the order of time."""

import uuid
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.cases import CaseRow, case_rows, first_day, when_of
from twotrack.office.shown.facts import Fact, Facts, facts_of
from twotrack.office.shown.grounds import NOTHING, SourceRef, Standing, accounts, source_ref, standings
from twotrack.office.shown.meeting_lines import MeetingLine, meetings_by_key
from twotrack.office.shown.rows import by_id
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import (
    Case,
    Entry,
    Group,
    List,
    ListItem,
    Outcome,
    Party,
    Person,
    PublicationDecision,
    PublicationReason,
    RaisedCase,
    Representation,
    Response,
    ResponseCase,
    Source,
)
from twotrack.record.publication import form_of
from twotrack.vocabulary import Channel, OutcomeKind, Property, PublicationForm, RepresentationKind, ResponseType

_AFTER_ALL = date.max
LEDGER = 80  # rows of the line of time, the latest
_HAPPENED = {
    Property.DETAINED_ON.value: "detained",
    Property.ARRESTED_ON.value: "arrested",
    Property.TRIED_ON.value: "tried",
    Property.SENTENCED_ON.value: "sentenced",
    Property.RELEASED_ON.value: "released",
    Property.SENTENCE_ENDS_ON.value: "sentence ends",
    Property.RELEASE_EXPECTED_ON.value: "release expected",
}
_WANTED = {
    Property.STATUS: "how things stand",
    Property.DETAINED_ON: "when detained",
    Property.WHEREABOUTS: "whereabouts",
    Property.CHARGE: "the charge",
    Property.SENTENCE: "the sentence",
    Property.LEGAL_COUNSEL: "a lawyer",
    Property.BORN_ON: "when born",
    Property.OCCUPATION: "occupation",
}  # what an officer asks of a case first


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One thing that was done or that came of it. `step` is `raised`, `reply`, `outcome`, `list` or `stated`."""

    id: uuid.UUID
    step: str
    word: str
    when: str
    first_day: date | None
    by: str
    to: str
    channel: str
    meeting: MeetingLine | None
    on_list: uuid.UUID | None = None
    summary: str
    language: str
    claimed_by: str
    standing: Standing
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The latest publication decision on the person or group, and how it counts today."""

    form: str
    holds: str
    description: str
    review_by: date | None
    on: date
    why: str
    consent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """All of one case. `earlier` rows of the line of time are not shown; `unknown`: what no source states."""

    row: CaseRow
    subject: uuid.UUID
    subject_confidential: bool
    names: Fact | None
    of_subject: tuple[Fact, ...]
    of_case: tuple[Fact, ...]
    standing: Standing
    ledger: tuple[LedgerRow, ...]
    earlier: int
    lists: tuple[LedgerRow, ...]
    unknown: tuple[str, ...]
    others: tuple[CaseRow, ...]
    notes: tuple[SourceRef, ...]
    publication: Publication | None


def case_page(sight: Sight, case: Case, today: date) -> CasePage:
    """All of a case that is in sight."""
    subject = subject_of(sight, case)
    facts = facts_of(sight, [case.pk, subject.pk])
    of_subject = dict(facts.get(subject.pk, {}))
    names = of_subject.pop(Property.NAME.value, None)
    link = {"group_id": subject.pk} if isinstance(subject, Group) else {"person_id": subject.pk}
    others = [row.pk for row in sight.all(Case, **link) if row.pk != case.pk]
    ledger = in_time([*_ledger(sight, case), *_dated(facts)])
    stated = {about for some in facts.values() for about in some}
    return CasePage(
        row=case_rows(sight, [case.pk])[0],
        subject=subject.pk,
        subject_confidential=is_confidential([subject]),
        names=names,
        of_subject=tuple(of_subject.values()),
        of_case=tuple(facts.get(case.pk, {}).values()),
        standing=standings(sight, [case.pk]).get(case.pk, NOTHING),
        ledger=tuple(ledger[-LEDGER:]),
        earlier=max(0, len(ledger) - LEDGER),
        lists=tuple(row for row in ledger if row.step == "list"),
        unknown=tuple(words for about, words in _WANTED.items() if about.value not in stated),
        others=tuple(case_rows(sight, others)),
        notes=tuple(source_ref(source) for source in sight.all(Source, about_id=case.pk)),
        publication=publication_of(sight, subject, today),
    )


def subject_of(sight: Sight, case: Case) -> Person | Group:
    """The person or group of a case."""
    if case.person_id:
        return sight.require(Person, case.person_id)
    assert case.group_id is not None, "a case is of a person or a group"
    return sight.require(Group, case.group_id)


def publication_of(sight: Sight, subject: Entry, today: date) -> Publication | None:
    """The latest publication decision; its reasons are confidential rows, so they are there only if those are in sight."""
    decisions = Sight.public().all(PublicationDecision, subject_id=subject.pk)
    if not decisions:
        return None
    latest = max(decisions, key=lambda row: (row.at, str(row.pk)))
    reasons = sight.all(PublicationReason, decision_id=latest.pk)
    return Publication(
        form=PublicationForm(latest.form).label,
        holds=form_of(latest, today).label,
        description=latest.description,
        review_by=latest.review_by,
        on=latest.at.date(),
        why=reasons[-1].why if reasons else "",
        consent=reasons[-1].consent if reasons else "",
    )


def in_time(rows: "_Part") -> list[LedgerRow]:
    """Rows in the order of time; what has no date stands at the end, by when it was recorded."""
    rows = sorted(rows, key=lambda item: (item[1].first_day or _AFTER_ALL, *item[0]))
    return [row for _, row in rows]


def _ledger(sight: Sight, case: Case) -> "_Part":
    """Raised, replied, changed, and lists."""
    parts = (_raised(sight, case), _replies(sight, case), _outcomes(sight, case), _lists(sight, case))
    return [row for part in parts for row in part]


def _dated(facts: dict[uuid.UUID, Facts]) -> "_Part":
    """What is stated to have happened on a day: detained, tried, released; the value that is shown of each."""
    return [
        (
            ("", str(said.id)),
            LedgerRow(
                id=said.id,
                step="stated",
                word=_HAPPENED[about],
                when=said.value,
                first_day=said.first_day,
                by="",
                to="",
                channel="",
                meeting=None,
                summary="",
                language="",
                claimed_by="",
                standing=said.standing,
                confidential=said.confidential,
            ),
        )
        for some in facts.values()
        for about, fact in some.items()
        if about in _HAPPENED and (said := fact.shown).first_day is not None
    ]


_Part = list[tuple[tuple[str, str], LedgerRow]]


def _raised(sight: Sight, case: Case) -> _Part:
    links = sight.all(RaisedCase, case_id=case.pk)
    acts = by_id(sight, Representation, (link.representation_id for link in links))
    when = when_of(sight, acts.values())
    meetings = meetings_by_key(sight)
    parties = by_id(sight, Party, (key for act in acts.values() for key in (act.by_party_id, act.to_party_id)))
    grounds = standings(sight, [*(link.pk for link in links), *acts])
    rows: _Part = []
    for link in links:
        act = acts.get(link.representation_id)
        if act is not None:
            row = LedgerRow(
                id=link.pk,
                step="raised",
                word=RepresentationKind(act.representation_kind).label,
                when=when[act.pk],
                first_day=first_day(when[act.pk]),
                by=_name(parties, act.by_party_id),
                to=_name(parties, act.to_party_id),
                channel="" if act.channel == Channel.MEETING else Channel(act.channel).label,
                meeting=meetings.get(act.meeting_id) if act.meeting_id else None,
                summary="",
                language="",
                claimed_by="",
                standing=grounds.get(link.pk, NOTHING).and_also(grounds.get(act.pk, NOTHING)),
                confidential=is_confidential([link, act]),
            )
            rows.append((_recorded(link), row))
    return rows


def _replies(sight: Sight, case: Case) -> _Part:
    links = sight.all(ResponseCase, case_id=case.pk)
    responses = by_id(sight, Response, (link.response_id for link in links))
    when = when_of(sight, responses.values())
    meetings = meetings_by_key(sight)
    parties = by_id(sight, Party, (row.by_party_id for row in responses.values()))
    grounds = standings(sight, [*(link.pk for link in links), *responses])
    rows: _Part = []
    for link in links:
        response = responses.get(link.response_id)
        if response is not None:
            row = LedgerRow(
                id=response.pk,
                step="reply",
                word=ResponseType(response.response_type).label,
                when=when[response.pk],
                first_day=first_day(when[response.pk]),
                by=_name(parties, response.by_party_id),
                to="",
                channel="",
                meeting=meetings.get(response.meeting_id) if response.meeting_id else None,
                summary=response.summary,
                language=response.summary_language,
                claimed_by="",
                standing=grounds.get(link.pk, NOTHING).and_also(grounds.get(response.pk, NOTHING)),
                confidential=is_confidential([link, response]),
            )
            rows.append((_recorded(link), row))
    return rows


def _outcomes(sight: Sight, case: Case) -> _Part:
    outcomes = sight.all(Outcome, case_id=case.pk)
    grounds = standings(sight, (row.pk for row in outcomes))
    claims = accounts(sight, (row.linked_by_id for row in outcomes))
    return [
        (
            _recorded(row),
            LedgerRow(
                id=row.pk,
                step="outcome",
                word=OutcomeKind(row.outcome_kind).label,
                when=row.when,
                first_day=first_day(row.when),
                by="",
                to="",
                channel="",
                meeting=None,
                summary=row.summary,
                language=row.summary_language,
                claimed_by=claims.get(row.linked_by_id, "") if row.linked_by_id else "",
                standing=grounds.get(row.pk, NOTHING),
                confidential=is_confidential([row]),
            ),
        )
        for row in outcomes
    ]


def _lists(sight: Sight, case: Case) -> _Part:
    items = sight.all(ListItem, case_id=case.pk)
    lists = by_id(sight, List, (item.list_id for item in items))
    meetings = meetings_by_key(sight)
    parties = by_id(sight, Party, (key for one in lists.values() for key in (one.from_party_id, one.to_party_id)))
    grounds = standings(sight, (item.pk for item in items))
    return [
        (
            _recorded(item),
            LedgerRow(
                id=item.pk,
                step="list",
                word=f"on a list, number {item.number}",
                when=one.handed_on,
                first_day=first_day(one.handed_on),
                by=_name(parties, one.from_party_id) or one.from_words,
                to=_name(parties, one.to_party_id),
                channel="",
                meeting=meetings.get(one.meeting_id) if one.meeting_id else None,
                on_list=one.pk,
                summary=one.name,
                language=one.name_language,
                claimed_by="",
                standing=grounds.get(item.pk, NOTHING),
                confidential=is_confidential([item, one]),
            ),
        )
        for item in items
        if (one := lists.get(item.list_id)) is not None
    ]


def _recorded(row: Entry) -> tuple[str, str]:
    return row.recorded_at.isoformat(), str(row.pk)


def _name(parties: dict[uuid.UUID, Party], key: uuid.UUID | None) -> str:
    return parties[key].name if key in parties else ""
