"""What the sides said on a theme, meeting by meeting, side by side; wording that comes again is marked."""

import re
import uuid
from collections import defaultdict

from twotrack.record.models import Position
from twotrack.record.reports import called
from twotrack.record.reports.grounds import passages_of, quotes
from twotrack.record.reports.in_time import in_time
from twotrack.record.reports.report import Asked, Cell, Report, Row, Total
from twotrack.record.reports.seen import Fields, Seen
from twotrack.themes import theme_label

RUN = 6  # words in a row that an earlier position of the same side has too are called recurring wording
NOTES = (
    f"In the order of time. [again] marks words of which {RUN} in a row, or all, stand in an earlier position of the same side "
    "on this theme.",
)
_WORD = re.compile(r"\w+")


def make(asked: Asked) -> Report:
    """The report `positions`, on a theme."""
    seen = asked.seen
    meetings = in_time(seen, seen.distinct(Position, "meeting_id", *asked.only(Position), theme=asked.about))
    shown = meetings[: asked.limit]
    fields = ("meeting_id", "party_id", "summary")
    found = seen.of(Position, "meeting_id", (one.id for one in shown), *fields, theme=asked.about)
    grounds = passages_of(seen, (row.pk for row in found))
    words = _words(seen, found, grounds)
    names = called.parties(seen, (row.party_id for row in found))
    parties = sorted({row.party_id for row in found}, key=lambda key: (names.get(key, "~"), str(key)))
    by_place = defaultdict(list)
    for row in found:
        by_place[row.meeting_id, row.party_id].append(row)
    earlier: dict[uuid.UUID, set[tuple[str, ...]]] = defaultdict(set)
    rows = []
    for one in shown:
        rests = [row for party in parties for row in by_place[one.id, party]]
        cells: list[Cell] = [one.label]
        for party in parties:
            said = [words[row.pk] for row in by_place[one.id, party] if words[row.pk]]
            marked = [f"{text} [again]" if _runs(text) & earlier[party] else text for text in said]
            earlier[party] |= {run for text in said for run in _runs(text)}
            cells.append(tuple(marked) or None)
        rows.append(
            Row(
                cells=tuple(cells),
                entries=tuple(row.pk for row in rests),
                grounds=tuple(dict.fromkeys(key for row in rests for key in grounds.get(row.pk, ()))),
                confidential=one.confidential or any(row.confidential for row in rests),
            )
        )
    number, confidential = seen.tally(Position, *asked.only(Position), theme=asked.about).total()
    return Report(
        name="positions",
        title=f"What was said on {theme_label(asked.about)}",
        columns=("meeting", *(names.get(party, "party not in sight") for party in parties)),
        rows=tuple(rows),
        totals=(Total(label="positions", value=number, confidential=confidential),),
        notes=NOTES,
        more=len(meetings) > asked.limit,
    )


def _words(seen: Seen, found: list[Fields], grounds: dict[uuid.UUID, tuple[uuid.UUID, ...]]) -> dict[uuid.UUID, str]:
    """The words of each position: those of its passages, else its summary."""
    passages = quotes(seen, (key for keys in grounds.values() for key in keys))
    return {
        row.pk: " ... ".join(passages[key].quote for key in grounds.get(row.pk, ()) if key in passages) or row.summary
        for row in found
    }


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words of a text that may come again; the whole where it is shorter."""
    words = tuple(word.casefold() for word in _WORD.findall(text))
    return {words[start : start + RUN] for start in range(max(1, len(words) - RUN + 1))} if words else set()
