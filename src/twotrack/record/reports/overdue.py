"""Whether the next round of a dialogue is overdue by the interval that it is meant to keep: computed, of what is in sight."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack import edtf
from twotrack.record.models import Dialogue, MeetingDialogue
from twotrack.record.reports.called import Met
from twotrack.record.reports.in_time import in_time
from twotrack.record.reports.seen import Seen
from twotrack.record.talks import next_due
from twotrack.vocabulary import MeetingKind, MeetingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A dialogue's next round: the day by which it should begin, after which round, and whether that is past."""

    dialogue: uuid.UUID
    name: str
    due: date
    after: Met
    overdue: bool
    confidential: bool

    @property
    def words(self) -> str:
        """In one sentence."""
        day = edtf.in_words(self.due.isoformat())
        word = "is overdue: by the interval it should have begun by" if self.overdue else "is due by the interval by"
        secret = " (confidential rounds counted)" if self.after.confidential else ""
        return f"The next round of {self.name} {word} {day}, after {self.after.label}{secret}."


def next_rounds(seen: Seen, dialogues: Iterable[uuid.UUID], today: date) -> list[Due]:
    """When the next round of each of these dialogues is due; left out where no interval or no round held is known."""
    rows = seen.by_id(Dialogue, dialogues, "name", "interval")
    links: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for link in seen.of(MeetingDialogue, "dialogue_id", rows, "dialogue_id", "meeting_id"):
        links[link.dialogue_id].add(link.meeting_id)
    met = in_time(seen, {key for some in links.values() for key in some})
    found = []
    for key, row in sorted(rows.items(), key=lambda one: (one[1].name, str(one[0]))):
        ended = [(day, one) for one in met if one.id in links[key] and _held(one) and (day := _last_day(one))]
        if not ended:
            continue
        last, after = max(ended, key=lambda one: (one[0], one[1].order))
        if (due := next_due(last, row.interval)) is not None:
            found.append(
                Due(
                    dialogue=key, name=row.name, due=due, after=after, overdue=due < today,
                    confidential=row.confidential or after.confidential,
                )
            )  # fmt: skip
    return found


def _held(one: Met) -> bool:
    return one.kind == MeetingKind.ROUND and one.status == MeetingStatus.HELD


def _last_day(one: Met) -> date | None:
    return edtf.last_day(one.when) if one.when and edtf.is_valid(one.when) else None
