"""Cases in lists: whose, what about, how things stand, when last raised and last answered."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.case_lines import case_board
from twotrack.office.shown.facts import shown_values
from twotrack.office.shown.meeting_lines import meetings_by_key
from twotrack.office.shown.rows import among, by_id, grouped
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.ledger import day_bounds
from twotrack.record.models import Case, Representation, Response, ResponseCase
from twotrack.vocabulary import Matter, Property, ResponseType

NOBODY = "Name not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The latest word on whether a reply came; `none`: that there was none was noted."""

    response: str
    when: str
    none: bool
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
    reply: Reply | None
    replies: int
    confidential: bool

    @property
    def last_raised_day(self) -> date | None:
        """The first day on which it may have been raised last."""
        return first_day(self.last_raised)


def case_rows(sight: Sight, keys: Iterable[uuid.UUID]) -> list[CaseRow]:
    """These cases as rows of a list, in the order given."""
    wanted = list(dict.fromkeys(keys))
    cases = by_id(sight, Case, wanted)
    lines = case_board(sight).by_id
    apart = {key: case for key, case in cases.items() if key.hex not in lines}  # released as another: counted there
    names = shown_values(sight, (case.person_id or case.group_id for case in apart.values()), Property.NAME)  # type: ignore[misc]
    statuses = shown_values(sight, cases, Property.STATUS)
    replies = _replies(sight, cases)

    def row(case: Case) -> CaseRow:
        line = lines.get(case.pk.hex)
        name = names.get(case.person_id or case.group_id)  # type: ignore[arg-type]
        status = statuses.get(case.pk)
        answers = replies.get(case.pk, [])
        return CaseRow(
            id=case.pk,
            name=(line.name if line else name.value if name else "") or NOBODY,
            language=line.language if line else name.value_language if name else "",
            group=case.group_id is not None,
            matter=Matter(case.matter).label,
            status=status.value if status else "",
            status_language=status.value_language if status else "",
            raised=line.raised if line else 0,
            last_raised=line.last_when if line else "",
            reply=max(answers, key=lambda one: one[0], default=((), None))[1],
            replies=len(answers),
            confidential=is_confidential([case]),
        )

    return [row(cases[key]) for key in wanted if key in cases]


def when_of(sight: Sight, rows: Iterable[Representation | Response]) -> dict[uuid.UUID, str]:
    """When each act was, in EDTF: its own date, else that of the meeting where it was."""
    meetings = meetings_by_key(sight)
    return {row.pk: row.when or (meetings[row.meeting_id].when if row.meeting_id in meetings else "") for row in rows}


def first_day(when: str) -> date | None:
    """The first day that an EDTF text may mean; None where it is empty or open."""
    return day_bounds(when)[0] if when else None


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
                    none=row.response_type == ResponseType.NO_REPLY,
                    confidential=is_confidential([row, link]),
                ),
            )
            for link in some
            if (row := responses.get(link.response_id)) is not None
        ]
        for case, some in grouped(links, lambda link: link.case_id).items()
    }
