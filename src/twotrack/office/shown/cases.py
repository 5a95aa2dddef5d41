"""Cases in lists: whose, what about, how things stand, when last raised and last answered."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.facts import shown_values
from twotrack.office.shown.rows import among, by_id, grouped
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.ledger import day_bounds
from twotrack.record.models import Case, Meeting, RaisedCase, Representation, Response, ResponseCase
from twotrack.vocabulary import Matter, Property, RepresentationKind, ResponseType

NOBODY = "Name not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The latest reply on a case."""

    response: str
    when: str
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a list. Dates are EDTF; empty where the sources in the record state none."""

    id: uuid.UUID
    name: str
    language: str
    group: bool
    matter: str
    status: str
    status_language: str
    raised: int
    last_raised: str
    last_raised_day: date | None
    reply: Reply | None
    replies: int
    confidential: bool


def case_rows(sight: Sight, keys: Iterable[uuid.UUID]) -> list[CaseRow]:
    """These cases as rows of a list, in the order given."""
    cases = by_id(sight, Case, keys)
    names = shown_values(sight, (case.person_id or case.group_id for case in cases.values()), Property.NAME)  # type: ignore[misc]
    statuses = shown_values(sight, cases, Property.STATUS)
    raised = _raised(sight, cases)
    replies = _replies(sight, cases)

    def row(case: Case) -> CaseRow:
        name = names.get(case.person_id or case.group_id)  # type: ignore[arg-type]
        status = statuses.get(case.pk)
        acts, answers = raised.get(case.pk, []), replies.get(case.pk, [])
        last = max(acts, key=lambda one: one[0] or date.min, default=(None, ""))
        return CaseRow(
            id=case.pk,
            name=name.value if name else NOBODY,
            language=name.value_language if name else "",
            group=case.group_id is not None,
            matter=Matter(case.matter).label,
            status=status.value if status else "",
            status_language=status.value_language if status else "",
            raised=len(acts),
            last_raised=last[1],
            last_raised_day=last[0],
            reply=max(answers, key=lambda one: one[0], default=((), None))[1],
            replies=len(answers),
            confidential=is_confidential([case]),
        )

    return [row(case) for case in cases.values()]


def when_of(sight: Sight, rows: Iterable[Representation | Response]) -> dict[uuid.UUID, str]:
    """When each act was, in EDTF: its own date, else that of the meeting where it was."""
    rows = list(rows)
    meetings = by_id(sight, Meeting, (row.meeting_id for row in rows if not row.when))
    days = shown_values(sight, meetings, Property.WHEN)
    return {
        row.pk: row.when or (days[row.meeting_id].value if row.meeting_id and row.meeting_id in days else "")
        for row in rows
    }


def first_day(when: str) -> date | None:
    """The first day that an EDTF text may mean; None where it is empty or open."""
    return day_bounds(when)[0] if when else None


def _raised(sight: Sight, cases: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[tuple[date | None, str]]]:
    links = among(sight, RaisedCase, "case_id", cases)
    acts = by_id(sight, Representation, (link.representation_id for link in links))
    when = when_of(sight, acts.values())
    raised = {key for key, act in acts.items() if act.representation_kind == RepresentationKind.RAISED}
    return {
        case: [
            (first_day(when[link.representation_id]), when[link.representation_id])
            for link in some
            if link.representation_id in raised
        ]
        for case, some in grouped(links, lambda link: link.case_id).items()
    }


def _replies(sight: Sight, cases: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[tuple[tuple[date, str], Reply]]]:
    links = among(sight, ResponseCase, "case_id", cases)
    responses = by_id(sight, Response, (link.response_id for link in links))
    when = when_of(sight, responses.values())
    return {
        case: [
            (
                (first_day(when[row.pk]) or row.recorded_at.date(), str(row.pk)),
                Reply(
                    response=ResponseType(row.response_type).label,
                    when=when[row.pk],
                    confidential=is_confidential([row, link]),
                ),
            )
            for link in some
            if (row := responses.get(link.response_id)) is not None
        ]
        for case, some in grouped(links, lambda link: link.case_id).items()
    }
