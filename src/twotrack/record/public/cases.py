"""Cases as the publication decisions let them appear: under a name, under a description, as a number, or not at all."""

import uuid
from typing import Any

from twotrack import edtf
from twotrack.record.models import (
    Case,
    Entry,
    Group,
    Meeting,
    Outcome,
    Person,
    RaisedCase,
    Representation,
    Response,
    ResponseCase,
)
from twotrack.record.public.showing import NOTHING, Showing
from twotrack.record.public.values import LedgerLine, PublicCase, PublicPerson
from twotrack.vocabulary import Property, PublicationForm

_APPEARS = (PublicationForm.NAME, PublicationForm.DESCRIPTION)
_STEPS = ("raised", "reply", "outcome")


def cases(showing: Showing) -> tuple[PublicCase, ...]:
    """The cases of those who may be named or described, by what they are called."""
    rows = [row for row in showing.rows.all(Case) if form_of_case(showing, row) in _APPEARS]
    return tuple(sorted((_case(showing, row) for row in rows), key=lambda case: (case.called, str(case.id))))


def persons(showing: Showing, shown: tuple[PublicCase, ...]) -> tuple[PublicPerson, ...]:
    """Those whose cases are shown, each with a page, by what they are called."""
    cases_of: dict[uuid.UUID, list[PublicCase]] = {}
    for case in shown:
        cases_of.setdefault(case.person, []).append(case)
    found = [_person(showing, key, own) for key, own in cases_of.items()]
    return tuple(sorted(found, key=lambda one: (one.called, str(one.id))))


def _person(showing: Showing, key: uuid.UUID, own: list[PublicCase]) -> PublicPerson:
    showing.begin()
    facts = showing.facts(_subject_of(showing, key)) if own[0].form == PublicationForm.NAME else ()
    days = [day for day in (showing.changed(), *(case.changed for case in own)) if day]
    return PublicPerson(
        id=key,
        group=showing.rows.get(Group, key) is not None,
        called=own[0].called,
        language=own[0].language,
        form=own[0].form,
        facts=facts,
        cases=tuple(case.id for case in own),
        changed=max(days, default=None),
    )


def not_named(showing: Showing) -> int:
    """How many cases are published as a number alone."""
    return sum(form_of_case(showing, row) == PublicationForm.COUNT for row in showing.rows.all(Case))


def form_of_case(showing: Showing, case: Case) -> PublicationForm:
    """In which form the person or group of a case may appear."""
    return showing.naming.form(_subject(showing, case).pk)


def _case(showing: Showing, row: Case) -> PublicCase:
    subject = _subject(showing, row)
    decision = showing.naming.decisions[subject.pk]
    named = showing.naming.may_name(subject.pk)
    showing.begin()
    showing.saw(row, decision)
    name = showing.shown(subject.pk, Property.NAME) if named else None
    facts = (*showing.facts(subject), *showing.facts(row)) if named else showing.facts_that_cannot_name(row)
    ledger = _ledger(showing, row, named=named)
    return PublicCase(
        id=row.pk,
        person=subject.pk,
        on=max(row.recorded_at, decision.at).date(),
        called=name.value if name else showing.withhold.text(decision.description),
        language=name.value_language if name else decision.description_language,
        form=PublicationForm(decision.form).value,
        matter=row.matter,
        facts=facts,
        ledger=ledger,
        changed=showing.changed(),
    )


def _ledger(showing: Showing, case: Case, *, named: bool) -> tuple[LedgerLine, ...]:
    rows = showing.rows
    lines = []
    for link in rows.all(RaisedCase, case_id=case.pk):
        if act := rows.get(Representation, link.representation_id):
            lines.append(_line(showing, act, "raised", act.representation_kind, named=named))
    for answered in rows.all(ResponseCase, case_id=case.pk):
        if response := rows.get(Response, answered.response_id):
            lines.append(_line(showing, response, "reply", response.response_type, named=named))
    lines += [
        _line(showing, row, "outcome", row.outcome_kind, named=named) for row in rows.all(Outcome, case_id=case.pk)
    ]
    return tuple(sorted(lines, key=_order))


def _order(line: LedgerLine) -> tuple[str, int, str, str, str]:
    """By the first day that it may mean; on one day raised, reply, outcome."""
    first = edtf.first_day(line.when) if edtf.is_valid(line.when) else None
    return (str(first or "9999"), _STEPS.index(line.step), line.when, line.what, str(line.id))


def _line(showing: Showing, entry: Entry, step: str, what: str, *, named: bool) -> LedgerLine:
    """One line; of somebody described without its words, which could tell who it is."""
    showing.saw(entry)
    row: Any = entry  # each kind of entry has some of these fields
    meeting = showing.rows.get(Meeting, getattr(row, "meeting_id", None))
    summary = showing.said(entry, row.summary) if named and step != "raised" else ""
    return LedgerLine(
        id=entry.pk,
        step=step,
        what=what,
        by=showing.party(getattr(row, "by_party_id", None)),
        to=showing.party(getattr(row, "to_party_id", None)),
        when=row.when or (showing.value(meeting.pk, Property.WHEN) if meeting else ""),
        meeting=meeting.pk if meeting else None,
        summary=summary,
        language=row.summary_language if summary else "und",
        ground=showing.ground(entry) if named else NOTHING,
        made=showing.made(entry),
    )


def _subject(showing: Showing, case: Case) -> Person | Group:
    key = case.person_id or case.group_id
    assert key is not None, "a case is of a person or a group"
    return _subject_of(showing, key)


def _subject_of(showing: Showing, key: uuid.UUID) -> Person | Group:
    subject = showing.rows.get(Person, key) or showing.rows.get(Group, key)
    assert subject is not None, "the engine's foreign keys keep the subject of a case"
    return subject
