"""All that is known of one case, over time: statements, acts of raising, replies, outcomes, lists."""

import uuid
from collections.abc import Callable
from datetime import date

from twotrack import edtf
from twotrack.record.confidentiality import is_confidential
from twotrack.record.models import Case, Ground, Statement
from twotrack.record.reports import acts, called
from twotrack.record.reports.acts import Act
from twotrack.record.reports.grounds import quotes, with_grounds
from twotrack.record.reports.report import Asked, Report, Row, Total
from twotrack.record.reports.seen import Seen
from twotrack.vocabulary import Grade, Property

COLUMNS = ("when", "what", "said", "by", "to", "at", "account", "linked by")
NOTES = (
    "In the order of time; what has no date stands last. An outcome is linked to the dialogue only where somebody claims so.",
)
Dated = tuple[tuple[date, int, str], Row]


def make(asked: Asked) -> Report:
    """The report `case`."""
    seen = asked.seen
    case = asked.seen.sight.require(Case, asked.about)
    steps = [
        acts.raised(seen, [case.pk]), acts.replies(seen, [case.pk]), acts.outcomes(seen, [case.pk]),
        acts.on_lists(seen, [case.pk]),
    ]  # fmt: skip
    done = [act for found in steps for act in found.get(case.pk, [])]
    rows = [*(_act(act) for act in done), *_statements(seen, case)]
    rows.sort(key=lambda one: one[0])
    name = called.cases(seen, [case.pk])[case.pk]
    return Report(
        name="case",
        title=f"Case {case.pk}: {name.name}",
        columns=COLUMNS,
        rows=with_grounds([row for _, row in rows[: asked.limit]], seen),
        totals=tuple(_total(label, [act for act in done if fits(act)]) for label, fits in _TOTALS.items()),
        notes=NOTES,
        more=len(rows) > asked.limit,
    )


_TOTALS: dict[str, Callable[[Act], bool]] = {
    "raised": lambda act: act.step == "raised" and act.kind == "raised",
    "replies": acts.is_reply,
    "outcomes": lambda act: act.step == "outcome",
    "on lists": lambda act: act.step == "list",
}


def _total(label: str, found: list[Act]) -> Total:
    return Total(label=label, value=len(found), confidential=sum(act.confidential for act in found))


def _act(act: Act) -> Dated:
    said = f"{act.said} ({act.number})" if act.number else act.said
    at = act.meeting.label if act.meeting else act.channel if act.step == "raised" else None
    row = Row(
        cells=(called.in_words(act.when), act.step, said, act.by, act.to, at, None, act.linked_by),
        entries=act.entries,
        confidential=act.confidential,
    )
    return act.order, row


def _statements(seen: Seen, case: Case) -> list[Dated]:
    """What is stated of the case and of its person or group: each value with whose account it is; dated ones at their date."""
    rows = seen.sight.among(Statement, "subject_id", [case.pk, case.person_id or case.group_id])
    tellers = _tellers(seen, rows)
    told = called.accounts(seen, [*(row.account_id for row in rows), *tellers.values()])
    found = []
    for row in rows:
        account = told.get(row.account_id) or told.get(tellers.get(row.pk))
        dated = row.first_day is not None and row.about != Property.BORN_ON
        value = edtf.in_words(row.value) if row.first_day else row.value
        said = f"{Property(row.about).label}: {value}"
        said += "" if row.grade == Grade.UNKNOWN else f" ({Grade(row.grade).label})"
        day = row.first_day if dated else (edtf.first_day(row.asserted) if row.asserted else None)
        cells = (called.in_words(row.value if dated else row.asserted), "stated", said, None, None, None, account, None)
        made = Row(cells=cells, entries=(row.pk,), confidential=is_confidential([row]))
        found.append(((day or date.max, 9, f"{row.recorded_at.isoformat()} {row.pk}"), made))
    return found


def _tellers(seen: Seen, rows: list[Statement]) -> dict[uuid.UUID, uuid.UUID]:
    """By statement whose account the first passage is that it stands on."""
    grounds = seen.sight.among(Ground, "entry_id", (row.pk for row in rows))
    passages = quotes(seen, (ground.passage_id for ground in grounds))
    found: dict[uuid.UUID, uuid.UUID] = {}
    for ground in grounds:
        passage = passages.get(ground.passage_id) if ground.passage_id else None
        if passage is not None and passage.account_id:
            found.setdefault(ground.entry_id, passage.account_id)
    return found
