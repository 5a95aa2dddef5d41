"""Of the names that our side gave: raised, not known, replied."""

import uuid

from twotrack.errors import LedgerError
from twotrack.record.models import List, ListItem, Setting
from twotrack.record.reports import answers, called
from twotrack.record.reports.answers import Keys
from twotrack.record.reports.report import Asked, Report, Row, Total
from twotrack.record.reports.seen import Seen, raw
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
    items = seen.of(ListItem, "list_id", keys, "list_id", "number", "name", "case_id")
    items.sort(key=lambda row: (lists[row.list_id].handed_on or "9999", str(row.list_id), row.number, str(row.pk)))
    called.cases(seen, (item.case_id for item in items[: asked.limit]))  # whose names these are
    seen.named |= {item.pk for item in items[: asked.limit]}
    rows = [
        Row(
            cells=(
                item.name, item.number, lists[item.list_id].name or None,
                raised.get(_key(item.case_id)), *(True if _key(item.case_id) in one.all else None for one in told[1:]),
            ),
            entries=tuple(key for key in (item.pk, item.list_id, item.case_id) if key is not None),
            confidential=item.confidential
            or lists[item.list_id].confidential
            or any(_key(item.case_id) in one.all - one.public for one in told if _key(item.case_id) in one.all)
            or raised.get(_key(item.case_id), 0) > public.get(_key(item.case_id), 0),
        )
        for item in items[: asked.limit]
    ]  # fmt: skip
    on: dict[str, set[object]] = {
        alias: {key for (key,) in raw(alias, found.order_by().values_list("case_id").distinct())}
        for alias, found in seen.rows(ListItem, list_id__in=keys, case__isnull=False)
    }
    given = answers.keys(on)
    labels = ("cases raised", "cases not known", "cases with a reply")
    counts = [given.within(one).counts for one in told]
    return Report(
        name="ours",
        title="The names we gave, and what came of them",
        columns=COLUMNS,
        rows=tuple(rows),
        totals=(
            Total(label="names given", value=len(items), confidential=sum(item.confidential for item in items)),
            *(Total(label=label, value=n, confidential=c) for label, (n, c) in zip(labels, counts, strict=True)),
        ),
        notes=NOTES,
        more=len(items) > asked.limit,
    )


def our_side(seen: Seen) -> uuid.UUID | None:
    """The party that is our side, where the record's setting says so."""
    found = seen.sight.all(Setting, name=OUR_SIDE)
    return uuid.UUID(found[0].value["party"]) if found else None


def _key(case: uuid.UUID | None) -> str:
    return case.hex if case is not None else ""
