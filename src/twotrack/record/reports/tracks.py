"""The dialogue's two tracks, cooperation and difference, by round."""

from twotrack.record.models import Commitment, Meeting, MeetingTheme, Representation
from twotrack.record.reports.in_time import rounds_held
from twotrack.record.reports.report import Asked, Report, Row, Total
from twotrack.record.reports.seen import Tally
from twotrack.vocabulary import RepresentationKind, Track

COLUMNS = (
    "round", "difference: raised", "difference: themes", "difference: commitments",
    "cooperation: raised", "cooperation: themes", "cooperation: commitments", "no track stated",
)  # fmt: skip
NOTES = ("Rounds that were held, the latest first. A cell without a number says that the record holds none.",)


def make(asked: Asked) -> Report:
    """The report `tracks`."""
    seen = asked.seen
    rounds = rounds_held(seen, *asked.only(Meeting))[::-1]
    keys = [one.id for one in rounds[: asked.limit]]
    raised = {"representation_kind": RepresentationKind.RAISED.value}
    tallies = (
        seen.tally(Representation, "meeting_id", "track", meeting_id__in=keys, **raised),
        seen.tally(MeetingTheme, "meeting_id", "track", meeting_id__in=keys),
        seen.tally(Commitment, "made_at_meeting_id", "track", made_at_meeting_id__in=keys),
    )
    counted = seen.tally(Representation, "track", "representation_kind", *asked.only(Representation))
    rows = []
    for one in rounds[: asked.limit]:
        of_track = {track: [tally.all[one.id, track] or None for tally in tallies] for track in (*Track, "")}
        hidden = any(tally.confidential[one.id, track] for tally in tallies for track in (*Track, ""))
        unsaid = sum(number or 0 for number in of_track[""]) or None
        cells = (one.label, *of_track[Track.DIFFERENCE], *of_track[Track.COOPERATION], unsaid)
        rows.append(Row(cells=cells, entries=(one.id,), confidential=one.confidential or hidden))
    return Report(
        name="tracks",
        title="Cooperation and difference, by round",
        columns=COLUMNS,
        rows=tuple(rows),
        totals=_totals(counted.ending(RepresentationKind.RAISED.value)),
        notes=NOTES,
        more=len(rounds) > asked.limit,
    )


def _totals(tally: Tally) -> tuple[Total, ...]:
    words = {
        Track.DIFFERENCE: "raised on difference",
        Track.COOPERATION: "raised on cooperation",
        "": "no track stated",
    }
    return tuple(
        Total(label=label, value=tally.all[track,], confidential=tally.confidential[track,])
        for track, label in words.items()
    )
