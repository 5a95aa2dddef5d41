"""One list, whole: its lines as handed, what came back on each, its chain, and beside another list."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.case_lines import CaseLine, case_board
from twotrack.office.shown.grounds import NOTHING, Standing, standings
from twotrack.office.shown.list_lines import ListLine, list_lines
from twotrack.office.shown.rows import by_id
from twotrack.record import lists
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import Case, List, ListItem, Party, Response, ResponseCase
from twotrack.vocabulary import ResponseType

ROWS = 100  # lines on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came back: its kind in the desk's word or the list's, by whom, when, in which words. `reply`: it is one; that there
    was none is also noted."""

    id: uuid.UUID
    word: str
    by: str
    when: str
    summary: str
    language: str
    number: str
    reply: bool
    standing: Standing
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the list. `case`: the one it is held to be; `here`: replies to this list on that case; `answered`: whether
    any reply on the case is known, to this list or otherwise."""

    number: int
    id: uuid.UUID
    name: str
    language: str
    details: tuple[tuple[str, str], ...]
    case: CaseLine | None
    key: uuid.UUID | None
    here: tuple[Came, ...]
    confidential: bool

    @property
    def answered(self) -> bool:
        """Whether any reply is known."""
        return any(came.reply for came in self.here) or (self.case is not None and self.case.answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """All of one list. `lines` are those on this page, of `total` that are asked for."""

    line: ListLine
    standing: Standing
    chain: tuple[ListLine, ...]
    lines: tuple[Line, ...]
    total: int
    unanswered: int
    answered_here: int
    counted: tuple[Came, ...]
    before: int | None
    after: int | None
    unanswered_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """This list beside another: pairs, and lines on one of them alone."""

    other: ListLine
    both: tuple[tuple[Line, Line], ...]
    here_alone: tuple[Line, ...]
    there_alone: tuple[Line, ...]
    earlier: bool


def list_page(
    sight: Sight, row: List, today: date, *, after: int = 0, unanswered_only: bool = False
) -> ListPage | None:
    """All of a list that is in sight; `after`: the number of the line before the first one shown."""
    known = {line.id: line for line in list_lines(sight, today)}
    if row.pk.hex not in known:
        return None
    items = lists.lines_of(sight, row)
    responses = sight.all(Response, list_id=row.pk)
    links = sight.among(ResponseCase, "response_id", [one.pk for one in responses])
    came = {one.id: one for one in _came(sight, responses)}
    on_case: dict[uuid.UUID, list[Came]] = {}
    for link in links:
        on_case.setdefault(link.case_id, []).append(came[link.response_id])
    lines = _lines(sight, items, on_case)
    named = {link.response_id for link in links}
    wanted = [line for line in lines if not (unanswered_only and line.answered)]
    rest = [line for line in wanted if line.number > after]
    shown = rest[:ROWS]
    earlier = [line for line in wanted if line.number <= after]
    return ListPage(
        line=known[row.pk.hex],
        standing=standings(sight, [row.pk]).get(row.pk, NOTHING),
        chain=tuple(known[one.pk.hex] for one in lists.chain(sight, row) if one.pk.hex in known),
        lines=tuple(shown),
        total=len(wanted),
        unanswered=sum(not line.answered for line in lines),
        answered_here=sum(any(came.reply for came in line.here) for line in lines),
        counted=tuple(one for key, one in came.items() if key not in named),
        before=(earlier[-ROWS - 1].number if len(earlier) > ROWS else 0) if earlier else None,
        after=shown[-1].number if len(rest) > ROWS else None,
        unanswered_only=unanswered_only,
    )


def compared(sight: Sight, row: List, other: List, today: date) -> Compared | None:
    """This list beside another one in sight."""
    known = {line.id: line for line in list_lines(sight, today)}
    if row.pk.hex not in known or other.pk.hex not in known:
        return None
    mine, theirs = known[row.pk.hex], known[other.pk.hex]
    earlier = (mine.day, mine.id) <= (theirs.day, theirs.id)
    found = lists.compare(sight, row, other)
    pairs = [item for pair in found.both for item in pair]
    lines = {line.id: line for line in _lines(sight, [*pairs, *found.dropped, *found.added], {})}
    return Compared(
        other=theirs,
        both=tuple((lines[one.pk], lines[two.pk]) for one, two in found.both),
        here_alone=tuple(lines[one.pk] for one in found.dropped),
        there_alone=tuple(lines[one.pk] for one in found.added),
        earlier=earlier,
    )


def _lines(sight: Sight, items: Iterable[ListItem], on_case: dict[uuid.UUID, list[Came]]) -> list[Line]:
    items = list(items)
    there = by_id(sight, Case, (item.case_id for item in items))
    cases = case_board(sight).by_id
    return [
        Line(
            number=item.number,
            id=item.pk,
            name=item.name,
            language=item.name_language,
            details=tuple((str(key), str(value)) for key, value in (item.details or {}).items() if value),
            case=cases.get(item.case_id.hex) if item.case_id else None,
            key=item.case_id if item.case_id in there else None,
            here=tuple(on_case.get(item.case_id, ())) if item.case_id else (),
            confidential=is_confidential([item]),
        )
        for item in items
    ]


def _came(sight: Sight, responses: list[Response]) -> list[Came]:
    parties = by_id(sight, Party, (row.by_party_id for row in responses))
    grounds = standings(sight, (row.pk for row in responses))
    return [
        Came(
            id=row.pk,
            word=row.local_term or ResponseType(row.response_type).label,
            by=parties[row.by_party_id].name if row.by_party_id in parties else "",
            when=row.when,
            summary=row.summary,
            language=row.summary_language,
            reply=row.response_type != ResponseType.NO_REPLY,
            number=row.count_words or (str(row.count) if row.count is not None else ""),
            standing=grounds.get(row.pk, NOTHING),
            confidential=is_confidential([row]),
        )
        for row in responses
    ]
