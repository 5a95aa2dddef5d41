"""Lists of names: handed over, asked about, replied, with outcome; the latest handed over first."""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import List, ListItem
from twotrack.record.reports import acts, answers, called
from twotrack.record.reports.acts import Act
from twotrack.record.reports.answers import Key, Keys
from twotrack.record.reports.grounds import with_grounds
from twotrack.record.reports.report import Asked, Report, Row, Total, listed
from twotrack.record.reports.seen import Seen, among, raw

COLUMNS = ("list", "handed on", "from", "to", "names", "replied", "changed", "better", "reply as said", "taken up in")
NOTES = (
    "Replied, changed, better: names whose case has a reply, an outcome, better treatment as an outcome, whenever it came; "
    "one case counts on each list it stands on, and once in the totals. Nobody's causation is meant.",
    "Reply as said: a reply to the list that gives a number and no names; it is added to nothing.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is known of cases on lists: which were answered, changed, bettered."""

    answered: Keys
    changed: Keys
    bettered: Keys


def make(asked: Asked) -> Report:
    """The report `lists`."""
    seen = asked.seen
    first = seen.first(List, ("-handed_on", "-pk"), asked.limit + 1, *asked.only(List))
    keys = [key for _, key, _ in first[: asked.limit]]
    found = found_in(seen)
    return Report(
        name="lists",
        title="Lists handed over, and what came back",
        columns=COLUMNS,
        rows=with_grounds(rows_of(seen, keys, found), seen),
        totals=_totals(seen, found, asked.only(List)),
        notes=NOTES,
        more=len(first) > asked.limit,
    )


def found_in(seen: Seen) -> Found:
    """Which cases of the record were answered, changed, bettered."""
    return Found(answered=answers.answered(seen), changed=answers.changed(seen), bettered=answers.bettered(seen))


def rows_of(seen: Seen, keys: list[uuid.UUID], found: Found) -> list[Row]:
    """A row for each of these lists, in the order given."""
    lists = seen.by_id(List, keys, *acts.LIST_FIELDS)
    taken = seen.by_id(List, (row.taken_up_in_id for row in lists.values()), "name")
    names = called.parties(seen, (key for row in lists.values() for key in (row.from_party_id, row.to_party_id)))
    met = called.meetings(seen, (row.meeting_id for row in lists.values()))
    numbers, replies = _numbers(seen, keys, found), _replies(seen, keys)
    rows = []
    for key in keys:
        row, came = lists[key], replies.get(key, [])
        handed = row.handed_on or (met[row.meeting_id].when if row.meeting_id in met else "")
        onward = taken.get(row.taken_up_in_id) if row.taken_up_in_id else None
        rows.append(
            Row(
                cells=(
                    row.name or None,
                    called.in_words(handed),
                    names.get(row.from_party_id) or row.from_words or None,
                    names.get(row.to_party_id),
                    *(number or None for number in numbers[key][0]),
                    listed(reply.words for reply in came if reply.number),
                    (onward.name or "a further list") if onward else None,
                ),
                entries=(key, *(reply.id for reply in came)),
                confidential=row.confidential
                or (onward is not None and onward.confidential)
                or any(reply.confidential for reply in came)
                or numbers[key][1],
            )
        )
    return rows


def _numbers(seen: Seen, keys: list[uuid.UUID], found: Found) -> dict[uuid.UUID, tuple[list[int], bool]]:
    """For each list its names, those replied on, changed, bettered, and whether that is more than public rows tell."""
    by_hex = {key.hex: key for key in keys} | {str(key): key for key in keys}
    cases: dict[uuid.UUID, list[Key]] = defaultdict(list)
    hidden: set[uuid.UUID] = set()
    for alias, rows in seen.rows(ListItem, list_id__in=keys):
        for on, case in raw(alias, rows.order_by().values_list("list_id", "case_id")):
            cases[by_hex[str(on)]].append(case)
            if alias == CONFIDENTIAL or any(one.hides(case) for one in _each(found)):
                hidden.add(by_hex[str(on)])
    return {
        key: ([len(cases[key]), *(sum(case in one.all for case in cases[key]) for one in _each(found))], key in hidden)
        for key in keys
    }


def _each(found: Found) -> tuple[Keys, Keys, Keys]:
    return (found.answered, found.changed, found.bettered)


def _replies(seen: Seen, keys: list[uuid.UUID]) -> dict[uuid.UUID, list[Act]]:
    """What came back on the lists themselves."""
    found: dict[uuid.UUID, list[Act]] = defaultdict(list)
    for act in acts.responses(seen, "list_id", keys):
        if act.list is not None:
            found[act.list].append(act)
    return found


def _keys(seen: Seen, only: tuple[Q, ...]) -> list[Key]:
    return [key for alias, rows in seen.rows(List, *only) for (key,) in raw(alias, rows.order_by().values_list("pk"))]


def _totals(seen: Seen, found: Found, only: tuple[Q, ...]) -> tuple[Total, ...]:
    handed = seen.tally(List, *only).total()
    on_these = {"list_id__in": among(_keys(seen, only))} if only else {}
    names: list[tuple[int, int]] = []
    on: dict[str, set[Key]] = {}
    for alias, rows in seen.rows(ListItem, **on_these):
        on[alias] = {
            key for (key,) in raw(alias, rows.filter(case__isnull=False).order_by().values_list("case_id").distinct())
        }
        number = rows.count()
        names.append((number, number if alias == CONFIDENTIAL else 0))
    asked = answers.keys(on)
    counts = {
        "lists handed over": handed,
        "names on them": (sum(one[0] for one in names), sum(one[1] for one in names)),
        "cases asked about": asked.counts,
        "cases with a reply": asked.within(found.answered).counts,
        "cases with an outcome": asked.within(found.changed).counts,
        "cases with better treatment": asked.within(found.bettered).counts,
    }
    return tuple(
        Total(label=label, value=value, confidential=confidential) for label, (value, confidential) in counts.items()
    )
