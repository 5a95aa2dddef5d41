"""How each side described the meetings, in the order of time."""

from collections import defaultdict

from twotrack.record.models import Characterisation
from twotrack.record.reports import called
from twotrack.record.reports.grounds import with_grounds
from twotrack.record.reports.in_time import in_time
from twotrack.record.reports.report import Asked, Report, Row, Total

COLUMNS = ("meeting", "side", "words")
NOTES = ("The words are those of the side itself, or of whoever tells of it; see the passages.",)


def make(asked: Asked) -> Report:
    """The report `tone`."""
    seen = asked.seen
    meetings = in_time(seen, seen.distinct(Characterisation, "meeting_id", *asked.only(Characterisation)))
    found = defaultdict(list)
    keys = [one.id for one in meetings[: asked.limit + 1]]
    for row in seen.of(Characterisation, "meeting_id", keys, "meeting_id", "party_id", "words"):
        found[row.meeting_id].append(row)
    names = called.parties(seen, (row.party_id for some in found.values() for row in some))
    rows = [
        Row(
            cells=(one.label, names.get(row.party_id), row.words),
            entries=(row.pk, one.id),
            confidential=row.confidential or one.confidential,
        )
        for one in meetings
        for row in sorted(found[one.id], key=lambda row: (names.get(row.party_id, "~"), row.words, str(row.pk)))
    ]
    number, confidential = seen.tally(Characterisation, *asked.only(Characterisation)).total()
    return Report(
        name="tone",
        title="How the sides described the meetings",
        columns=COLUMNS,
        rows=with_grounds(rows[: asked.limit], seen),
        totals=(Total(label="characterisations", value=number, confidential=confidential),),
        notes=NOTES,
        more=number > asked.limit,
    )
