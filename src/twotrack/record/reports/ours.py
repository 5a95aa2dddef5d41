"""Of the names that our side gave: raised, not known, replied."""

import uuid

from twotrack.errors import LedgerError
from twotrack.record.models import List, ListItem, Setting
from twotrack.record.reports import answers, called
from twotrack.record.reports.answers import Keys
from twotrack.record.reports.report import Asked, Report, Row, Total
from twotrack.record.reports.seen import Fields, Seen, Tally, raw
from twotrack.vocabulary import ResponseType

COLUMNS = ("name as given", "number", "list", "raised", "not known", "replied")
NOTES = (
    "Names on lists that our side handed over. Not known: a reply says that no person of this name was found; such a reply is "
    "among the replies too.",
)
OUR_SIDE = "our-side"


def make(asked: Asked) -> Report:
    """The report `ours`; raises LedgerError where the record does not say which party is our side."""
    seen = asked.seen
    ours = our_side(seen)
    if ours is None:
        raise LedgerError("the record does not say which party is our side; set it when you make a dialogue")
    keys = list(seen.distinct(List, "pk", *asked.only(List), from_party_id=ours))
    lists = seen.by_id(List, keys, "name", "handed_on")
    raised, public = answers.times_raised(seen)
    unknown = answers.with_response(seen, ResponseType.NO_SUCH_NAME)
    told = (Keys(all=frozenset(raised), public=frozenset(public)), unknown, answers.answered(seen))
    number = seen.tally(ListItem, "list_id", list_id__in=keys)
    items = _first_items(seen, lists, number, asked.limit)
    called.cases(seen, (item.case_id for item in items))  # whose names these are
    seen.named |= {item.pk for item in items}
    rows = [
        Row(
            cells=(
                item.name, item.number, lists[item.list_id].name or None,
                raised.get(_key(item.case_id)), *(True if _key(item.case_id) in one.all else None for one in told[1:]),
            ),
            entries=tuple(key for key in (item.pk, item.list_id, item.case_id) if key is not None),
            confidential=item.confidential
            or lists[item.list_id].confidential
            or any(one.hides(_key(item.case_id)) for one in told)
            or raised.get(_key(item.case_id), 0) > public.get(_key(item.case_id), 0),
        )
        for item in items
    ]  # fmt: skip
    on: dict[str, set[object]] = {
        alias: {key for (key,) in raw(alias, found.order_by().values_list("case_id").distinct())}
        for alias, found in seen.rows(ListItem, list_id__in=keys, case__isnull=False)
    }
    given = answers.keys(on)
    labels = ("cases raised", "cases not known", "cases with a reply")
    counts = [given.within(one).counts for one in told]
    names, confidential = number.total()
    return Report(
        name="ours",
        title="The names we gave, and what came of them",
        columns=COLUMNS,
        rows=tuple(rows),
        totals=(
            Total(label="names given", value=names, confidential=confidential),
            *(Total(label=label, value=n, confidential=c) for label, (n, c) in zip(labels, counts, strict=True)),
        ),
        notes=NOTES,
        more=names > asked.limit,
    )


def _first_items(seen: Seen, lists: dict[uuid.UUID, Fields], number: Tally, limit: int) -> list[Fields]:
    """The first lines in the order in which the lists were handed; those of the first lists alone are looked up."""
    order = sorted(lists, key=lambda key: (lists[key].handed_on or "9999", str(key)))
    before = 0
    wanted = []
    for key in order:
        if before >= limit:
            break
        wanted.append(key)
        before += number.all[key,]
    place = {key: at for at, key in enumerate(order)}
    items = seen.of(ListItem, "list_id", wanted, "list_id", "number", "name", "case_id")
    return sorted(items, key=lambda row: (place[row.list_id], row.number, str(row.pk)))[:limit]


def our_side(seen: Seen) -> uuid.UUID | None:
    """The party that is our side, where the record's setting says so."""
    found = seen.sight.all(Setting, name=OUR_SIDE)
    return uuid.UUID(found[0].value["party"]) if found else None


def _key(case: uuid.UUID | None) -> str:
    return case.hex if case is not None else ""
