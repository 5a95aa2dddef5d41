"""Of which cases the lines may have changed, by what the logs say: so that a change of one makes one line anew, not all."""

import uuid
from collections import defaultdict
from collections.abc import Iterable

from twotrack.record.confidentiality import Sight
from twotrack.record.models import (
    Case,
    LogEntry,
    MeetingDialogue,
    Outcome,
    RaisedCase,
    Representation,
    ResponseCase,
    ShownStatement,
    Statement,
)
from twotrack.record.reports.seen import Seen
from twotrack.vocabulary import Property

READ = 4_000  # changes that are gone through; after more all lines are made anew
CASES = 1_500  # cases that are made anew one by one
# Of these a line tells something; whatever else is written (grounds, passages, proposals) changes none.
_TOLD = frozenset(
    (
        "case", "statement", "shownstatement", "raisedcase", "representation", "responsecase", "response", "outcome",
        "meetingdialogue",
    )
)  # fmt: skip
_EVERYTHING = frozenset(("merging", "release", "withdrawal", "entry"))  # what is counted at all changes with these
Keys = set[uuid.UUID]


def changed_cases(sight: Sight, since: Iterable[int]) -> Keys | None:
    """The cases whose lines may have changed since these numbers of the logs in sight; None where that cannot be told: rows
    were removed or moved, or there is too much."""
    rows: dict[str, list[uuid.UUID]] = defaultdict(list)
    for alias, number in zip(sight.aliases, since, strict=True):
        acts = LogEntry.objects.using(alias).filter(number__gt=number).values_list("model", "row", "action", "digests")
        found = list(acts[: READ + 1])
        if len(found) > READ or any(_unsure(model, action, fields) for model, _, action, fields in found):
            return None
        for model, row, _, _ in found:
            if model in _TOLD:
                rows[model].append(row)
    keys = _cases(Seen(sight), rows)
    return keys if len(keys) <= CASES else None


def _unsure(model: str, action: str, fields: Iterable[str]) -> bool:
    if action == "forget" or model in _EVERYTHING:
        return True
    if model not in _TOLD or action == "add":
        return False
    return action == "remove" or any(field.endswith("_id") for field in fields)


def _cases(seen: Seen, rows: dict[str, list[uuid.UUID]]) -> Keys:
    statements = [*rows["statement"]]
    statements += [one.statement_id for one in seen.of(ShownStatement, "pk", rows["shownstatement"], "statement_id")]
    told = seen.of(Statement, "pk", statements, "subject_id", "about")
    named = [one.subject_id for one in told if one.about == Property.NAME]
    dated = [one.subject_id for one in told if one.about == Property.WHEN]
    dated += [one.meeting_id for one in seen.of(MeetingDialogue, "pk", rows["meetingdialogue"], "meeting_id")]
    acts = [*rows["representation"], *(one.pk for one in seen.of(Representation, "meeting_id", dated))]
    return {
        *rows["case"],
        *(one.pk for link in ("person_id", "group_id") for one in seen.of(Case, link, named)),
        *(one.case_id for one in seen.of(RaisedCase, "pk", rows["raisedcase"], "case_id")),
        *(one.case_id for one in seen.of(RaisedCase, "representation_id", acts, "case_id")),
        *(one.case_id for one in seen.of(ResponseCase, "pk", rows["responsecase"], "case_id")),
        *(one.case_id for one in seen.of(ResponseCase, "response_id", rows["response"], "case_id")),
        *(one.case_id for one in seen.of(Outcome, "pk", rows["outcome"], "case_id")),
    }
