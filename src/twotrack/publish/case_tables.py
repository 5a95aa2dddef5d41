"""The tables of persons and groups at issue, their cases, the ledger, and what is stated."""

from collections.abc import Iterator

from twotrack.publish.counts import answered, raised
from twotrack.publish.tables import (
    ID,
    MADE,
    NOT_APPLICABLE,
    NOT_QUOTED,
    NOT_STATED,
    QUOTES,
    SOURCES,
    Column,
    Row,
    Table,
    grounds,
    made,
    named,
    said,
)
from twotrack.record.public import PublicRecord


def _persons(record: PublicRecord) -> Iterator[Row]:
    for one in record.persons:
        yield {
            "id": str(one.id),
            "kind": "group" if one.group else "person",
            "called": one.called,
            "language": one.language,
            "form": one.form,
        }


def _cases(record: PublicRecord) -> Iterator[Row]:
    for one in record.cases:
        yield {
            "id": str(one.id),
            "person": str(one.person),
            "called": one.called,
            "language": one.language,
            "form": one.form,
            "matter": one.matter,
            "raised": "yes" if raised(one) else NOT_STATED,
            "answered": "yes" if answered(one) else NOT_STATED,
            "outcome": "yes" if any(line.step == "outcome" for line in one.ledger) else NOT_STATED,
        }


def _ledger(record: PublicRecord) -> Iterator[Row]:
    for case in record.cases:
        for one in case.ledger:
            yield {
                "id": str(one.id),
                "case": str(case.id),
                "step": one.step,
                "what": one.what,
                "by": said(one.by) if one.step != "outcome" else NOT_APPLICABLE,
                "to": said(one.to) if one.step == "raised" else NOT_APPLICABLE,
                "when": said(one.when),
                "meeting": named(one.meeting),
                "summary": said(one.summary),
                **grounds(one.ground),
                **made(one.made),
            }


def _statements(record: PublicRecord) -> Iterator[Row]:
    subjects = [("meeting", one.id, one.facts) for one in record.meetings]
    subjects += [("person", one.id, one.facts) for one in record.persons]
    subjects += [("case", one.id, one.facts) for one in record.cases]
    seen = set()
    for kind, key, facts in subjects:
        for one in facts:
            if one.id in seen:  # a person's statements show on the page of each case too
                continue
            seen.add(one.id)
            yield {
                "id": str(one.id),
                "subject_kind": kind,
                "subject": str(key),
                "property": one.about,
                "value": one.value or NOT_QUOTED,
                "language": one.language,
                "account": said(one.account),
                "shown": "yes" if one.shown else "no",
                **grounds(one.ground),
                **made(one.made),
            }


TABLES = (
    Table(
        name="persons",
        meaning="persons and groups at issue whom a person decided to name or describe",
        columns=(
            ID,
            Column(name="kind", meaning="person or group"),
            Column(name="called", meaning="the name, or the description that stands for it"),
            Column(name="language", meaning="of the name or description, BCP 47"),
            Column(name="form", meaning="name or description, as a person decided"),
        ),
        rows=_persons,
    ),
    Table(
        name="cases",
        meaning="their cases: one matter each",
        columns=(
            ID,
            Column(name="person", meaning="identifier of the person or group", refers="persons"),
            Column(name="called", meaning="the name, or the description that stands for it"),
            Column(name="language", meaning="of the name or description, BCP 47"),
            Column(name="form", meaning="name or description, as a person decided"),
            Column(name="matter", meaning="what the case is about"),
            Column(name="raised", meaning="yes, where a public source says so"),
            Column(name="answered", meaning="yes, where a public reply is recorded; `no-reply` is none"),
            Column(name="outcome", meaning="yes, where a public source says that something changed"),
        ),
        rows=_cases,
    ),
    Table(
        name="ledger",
        meaning="raised, reply, outcome: the lines of each case. That an outcome followed does not say why",
        columns=(
            Column(name="id", meaning="identifier; one act may be of several cases"),
            Column(name="case", meaning="identifier of the case", refers="cases"),
            Column(name="step", meaning="raised, reply, outcome"),
            Column(name="what", meaning="the kind of representation, response or outcome"),
            Column(name="by", meaning="the party whose act it was"),
            Column(name="to", meaning="the party it was raised with"),
            Column(name="when", meaning="EDTF"),
            Column(name="meeting", meaning="identifier of the meeting"),
            Column(name="summary", meaning="in the words of whoever entered it"),
            QUOTES,
            SOURCES,
            *MADE,
        ),
        rows=_ledger,
    ),
    Table(
        name="statements",
        meaning="the disputable facts, each with whose account it is",
        columns=(
            ID,
            Column(name="subject_kind", meaning="meeting, person or case"),
            Column(name="subject", meaning="identifier of the subject"),
            Column(name="property", meaning="name, when, place, status ..."),
            Column(name="value", meaning="as stated; dates in EDTF"),
            Column(name="language", meaning="BCP 47"),
            Column(name="account", meaning="whose telling it is"),
            Column(name="shown", meaning="yes, where it is the one that the pages show"),
            QUOTES,
            SOURCES,
            *MADE,
        ),
        rows=_statements,
    ),
)
