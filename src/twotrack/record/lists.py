"""Lists of names handed over: made line by line, frozen as handed, taken up in the next, compared, and answered.

A list goes from whoever drew it up (an organisation, a ministry) to whoever takes it; each handing over is a list of its own,
and a chain tells how it went on. Replies are counted against the lines, those without names beside them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import Sight
from twotrack.record.ledger import Ledger
from twotrack.record.masking import fold
from twotrack.record.models import Case, List, ListItem, Meeting, Party, Passage, Response, ResponseCase
from twotrack.vocabulary import ResponseType


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list to be handed: the name as it is written there, its other columns, and the case it is held to be."""

    name: str
    language: str = "und"
    details: tuple[tuple[str, str], ...] = ()
    case: Case | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two lists side by side: lines on both (as pairs), on the earlier alone, on the later alone."""

    both: list[tuple[ListItem, ListItem]]
    dropped: list[ListItem]
    added: list[ListItem]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """What came back on a list: lines with a reply that names their case, lines without, and the replies that only give a
    number ("25 of the June list") with the sum of those numbers, None where none was given."""

    answered: list[ListItem]
    unanswered: list[ListItem]
    without_names: list[Response]
    counted: int | None


def make_list(
    ledger: Ledger,
    lines: Iterable[Line],
    *,
    name: str,
    language: str = "und",
    by: Party | None = None,
    by_words: str = "",
    to: Party | None = None,
    handed_on: str = "",
    meeting: Meeting | None = None,
    passage: Passage | None = None,
    inference: str = "",
) -> List:
    """A list with its lines, not handed over yet. `by_words` says who drew it up where that is no party."""
    made = ledger.add(
        List(
            name=name,
            name_language=language,
            from_party=by,
            from_words=by_words,
            to_party=to,
            handed_on=handed_on,
            meeting=meeting,
        )
    )
    ledger.stand(made, passage=passage, inference=inference)
    for number, line in enumerate(lines, 1):
        _add_line(ledger, made, number, line, passage, inference)
    return made


def add_lines(
    ledger: Ledger, row: List, lines: Iterable[Line], *, passage: Passage | None = None, inference: str = ""
) -> list[ListItem]:
    """More lines at the end of a list. Raises LedgerError where it was handed over: what was handed stays as it was."""
    _refuse_frozen(row)
    last = ListItem.objects.using(ledger.alias).filter(list_id=row.pk).order_by("-number").first()
    first = last.number + 1 if last else 1
    return [_add_line(ledger, row, number, line, passage, inference) for number, line in enumerate(lines, first)]


def hand_over(ledger: Ledger, row: List, *, on: str) -> List:
    """Freeze a list as it was handed, on a day (EDTF). Raises LedgerError where it was handed before or holds no line."""
    _refuse_frozen(row)
    if not ListItem.objects.using(ledger.alias).filter(list_id=row.pk).exists():
        raise LedgerError("this list holds no names; add them before it is handed over")
    return ledger.change(row, handed_on=on, frozen_at=ledger.at)


def take_up(ledger: Ledger, earlier: List, later: List) -> List:
    """Say that one list was taken up in the next: a ministry's in what it hands to the other side."""
    if earlier.pk in {row.pk for row in chain(Sight.of_context(), later)}:
        raise LedgerError("this list was taken up in that one already, or the other way round")
    return ledger.change(earlier, taken_up_in=later)


def identify(ledger: Ledger, item: ListItem, case: Case | None) -> ListItem:
    """Say which case a line is held to be: an identification, so allowed on a list that was handed over."""
    return ledger.change(item, case=case)


def reply(
    ledger: Ledger,
    row: List,
    response_type: ResponseType,
    *,
    cases: Sequence[Case] = (),
    by: Party | None = None,
    meeting: Meeting | None = None,
    when: str = "",
    summary: str = "",
    language: str = "und",
    local_term: str = "",
    count: int | None = None,
    count_words: str = "",
    passage: Passage | None = None,
    inference: str = "",
) -> Response:
    """A reply to a list: on these cases, or on a number of its lines in the words in which that was said."""
    made = ledger.add(
        Response(
            response_type=response_type.value,
            local_term=local_term,
            by_party=by,
            list=row,
            meeting=meeting,
            when=when,
            summary=summary,
            summary_language=language,
            count=count,
            count_words=count_words,
        )
    )
    links = [ledger.add(ResponseCase(response=made, case=case)) for case in cases]
    ledger.stand(made, *links, passage=passage, inference=inference)
    return made


def lines_of(sight: Sight, row: List) -> list[ListItem]:
    """The lines of a list as they were handed."""
    return sorted(sight.all(ListItem, list_id=row.pk), key=lambda item: item.number)


def chain(sight: Sight, row: List) -> list[List]:
    """The lists through which these names went, from the first that was drawn up to the last that took them up."""
    before: list[List] = []
    waiting = [row]
    while waiting:
        earlier = [one for one in sight.all(List, taken_up_in_id=waiting.pop().pk) if one not in before]
        before = [*earlier, *before]
        waiting += earlier
    after, step = [], row
    while step.taken_up_in_id and (found := sight.get(List, step.taken_up_in_id)) and found not in after:
        after.append(found)
        step = found
    return [*before, row, *after]


def compare(sight: Sight, earlier: List, later: List) -> Compared:
    """Two lists: a line is on both where it is held to be the same case, or where no case is known and it bears the same
    name; letters' case, accents and order apart."""
    left = lines_of(sight, later)
    both, dropped = [], []
    for item in lines_of(sight, earlier):
        twin = next((other for other in left if _same(item, other)), None)
        if twin is None:
            dropped.append(item)
        else:
            left.remove(twin)
            both.append((item, twin))
    return Compared(both=both, dropped=dropped, added=left)


def replies(sight: Sight, row: List) -> Replies:
    """What came back on a list, of what is in sight."""
    responses = sight.all(Response, list_id=row.pk)
    answered = {
        link.case_id for link in sight.among(ResponseCase, "response_id", [response.pk for response in responses])
    }
    without = [one for one in responses if not sight.all(ResponseCase, response_id=one.pk)]
    numbers = [one.count for one in without if one.count is not None]
    lines = lines_of(sight, row)
    return Replies(
        answered=[item for item in lines if item.case_id in answered],
        unanswered=[item for item in lines if item.case_id not in answered],
        without_names=without,
        counted=sum(numbers) if numbers else None,
    )


def _add_line(ledger: Ledger, row: List, number: int, line: Line, passage: Passage | None, inference: str) -> ListItem:
    item = ledger.add(
        ListItem(
            list=row,
            number=number,
            name=line.name,
            name_language=line.language,
            details=dict(line.details),
            case=line.case,
        )
    )
    ledger.stand(item, passage=passage, inference=inference)
    return item


def _refuse_frozen(row: List) -> None:
    if row.frozen_at is not None:
        raise LedgerError("this list was handed over and stays as it was handed; draw up another one")


def _same(one: ListItem, other: ListItem) -> bool:
    if one.case_id is not None and other.case_id is not None:
        return bool(one.case_id == other.case_id)
    return _key(one.name) == _key(other.name)


def _key(name: str) -> tuple[str, ...]:
    return tuple(sorted(fold(part).key for part in name.split()))
