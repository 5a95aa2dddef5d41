"""Which agencies were at which round: present, there for the first time, no longer there."""

import uuid
from collections import defaultdict

from twotrack.record.models import Agency, Meeting, Participation
from twotrack.record.reports import called
from twotrack.record.reports.in_time import rounds_held
from twotrack.record.reports.report import Asked, Report, Row, Total, as_said, listed

COLUMNS = ("round", "party", "agencies", "present", "first time", "no longer")
NOTES = (
    "Rounds that were held, the earliest first. No longer: present at the party's round before in this record, not named at "
    "this one; whether it was absent is not stated by that.",
)


def make(asked: Asked) -> Report:
    """The report `agencies`."""
    seen = asked.seen
    rounds = {one.id: one for one in rounds_held(seen, *asked.only(Meeting))}
    present: dict[tuple[uuid.UUID, uuid.UUID | None], set[uuid.UUID]] = defaultdict(set)
    said: dict[tuple[uuid.UUID, uuid.UUID | None], str] = {}
    entries = defaultdict(list)
    hidden = set()
    fields = ("meeting_id", "party_id", "agency_id", "person_id", "count", "count_words")
    for row in seen.of(Participation, "meeting_id", rounds, *fields):
        key = (row.meeting_id, row.party_id)
        if row.agency_id is not None:
            present[key].add(row.agency_id)
        elif row.person_id is None and (row.count is not None or row.count_words):
            said[key] = as_said(row.count, row.count_words) or ""
        else:
            continue
        entries[key].append(row.pk)
        if row.confidential:
            hidden.add(key)
    agencies = seen.by_id(Agency, {agency for some in present.values() for agency in some}, "name")
    parties = called.parties(seen, (party for _, party in entries))
    rows: list[Row] = []
    before: dict[uuid.UUID | None, set[uuid.UUID]] = {}
    ever: dict[uuid.UUID | None, set[uuid.UUID]] = defaultdict(set)

    def names(keys: set[uuid.UUID]) -> tuple[str, ...] | None:
        return listed(sorted(agencies[key].name for key in keys if key in agencies))

    for one in rounds.values():
        for key in sorted((key for key in entries if key[0] == one.id), key=lambda key: parties.get(key[1], "~")):
            now, party = present[key], key[1]
            number = as_said(None, said.get(key, ""), len(now))
            gone = before.get(party, set()) - now if now else set()
            cells = (one.label, parties.get(party), number, names(now), names(now - ever[party]), names(gone))
            rows.append(Row(cells=cells, entries=tuple(entries[key]), confidential=key in hidden or one.confidential))
            before[party] = now or before.get(party, set())
            ever[party] |= now
    return Report(
        name="agencies",
        title="Agencies at the rounds",
        columns=COLUMNS,
        rows=tuple(rows[: asked.limit]),
        totals=(Total(label="agencies named", value=len(agencies)),),
        notes=NOTES,
        more=len(rows) > asked.limit,
    )
