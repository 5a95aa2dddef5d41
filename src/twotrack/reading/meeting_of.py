"""The meeting that a sentence speaks of."""

from twotrack.reading.known import Known
from twotrack.reading.spoken import Spoken
from twotrack.vocabulary import MeetingStatus


class MeetingOf:
    """One that the sentence names, else the one that the document is about."""

    def __init__(self, known: Known, spoken: Spoken) -> None:
        held = [one for one in known.meetings if one.status is MeetingStatus.HELD]
        main = held and held[0] is known.meetings[0]
        self._main = held[0].id if main else None
        self._named: dict[int, str] = {}
        for meeting in held[1:] if main else held:
            for span in meeting.mentions:
                self._named.setdefault(spoken.number_at(span.start), meeting.id)

    def sentence(self, number: int) -> str | None:
        """The id of the meeting that a sentence, by its number, speaks of."""
        return self._named.get(number, self._main)
