"""One commitment, whole, and the pages on all of them: a board, standing promises as rounds repeated, benchmarks."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.commitment_lines import STATES, CommitmentLine, commitment_lines
from twotrack.office.shown.grounds import NOTHING, Standing, standings
from twotrack.office.shown.meeting_lines import MeetingLine, meeting_lines
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import Commitment, FollowUp
from twotrack.record.reports.commitments import STANDING
from twotrack.vocabulary import CommitmentStatus, MeetingKind, MeetingStatus

CARDS = 8  # cards in a column of the board; the rest is a click away
STRIP = 24  # rounds of a standing promise that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What was said of a commitment afterwards: how it was judged, when, at which meeting, on which words."""

    id: uuid.UUID
    status: str
    when: str
    meeting: MeetingLine | None
    summary: str
    language: str
    standing: Standing
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A later meeting of the same dialogue: what was said there of the commitment; nothing where the sources are silent."""

    meeting: MeetingLine
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """A round since a standing promise was made, and whether it was repeated there as far as the sources say."""

    meeting: MeetingLine
    repeated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentPage:
    """All of one commitment. `between`: words that came between meetings."""

    line: CommitmentLine
    made_at: MeetingLine | None
    promises: MeetingLine | None
    standing: Standing
    later: tuple[Later, ...]
    between: tuple[Word, ...]
    beats: tuple[Beat, ...]

    @property
    def repeated(self) -> int:
        """At how many rounds it was repeated."""
        return sum(beat.repeated for beat in self.beats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the board: its first cards, and how many there are."""

    state: str
    label: str
    cards: tuple[CommitmentLine, ...]
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A standing promise, as rounds repeated."""

    line: CommitmentLine
    beats: tuple[Beat, ...]

    @property
    def repeated(self) -> int:
        """At how many rounds it was repeated."""
        return sum(beat.repeated for beat in self.beats)


def board(lines: tuple[CommitmentLine, ...]) -> list[Column]:
    """The acts by how they stand; those of a state that nothing is in are left out but for overdue and open."""
    counts = Counter(line.state for line in lines)
    return [
        Column(
            state=state,
            label=label,
            cards=tuple([line for line in lines if line.state == state][:CARDS]),
            number=counts[state],
        )
        for state, label in STATES
        if state != STANDING and (counts[state] or state in (STATES[0][0], CommitmentStatus.OPEN.value))
    ]


def promises(sight: Sight, lines: tuple[CommitmentLine, ...]) -> list[Promise]:
    """Standing promises with the rounds of their dialogues."""
    meetings = meeting_lines(sight)
    return [Promise(line=line, beats=beats(line, meetings)) for line in lines if line.state == STANDING]


def beats(line: CommitmentLine, meetings: tuple[MeetingLine, ...]) -> tuple[Beat, ...]:
    """The rounds held of a promise's dialogues since it was made, the latest ones, and whether each repeated it."""
    held = [
        one
        for one in meetings
        if one.kind == MeetingKind.ROUND and one.status == MeetingStatus.HELD
        and (one.id in line.at or (one.dialogues & line.dialogues and one.day and one.day >= line.made))
    ]  # fmt: skip
    return tuple(Beat(meeting=one, repeated=one.id in line.at) for one in held[-STRIP:])


def last_words(sight: Sight, lines: tuple[CommitmentLine, ...]) -> dict[str, Word]:
    """For these commitments the last thing that was said of each."""
    return {key: words[-1] for key, words in _words(sight, lines, grounds=False).items() if words}


def commitment_page(sight: Sight, row: Commitment, today: date) -> CommitmentPage | None:
    """All of a commitment that is in sight; None where it is one that is not counted (merged, or released as another)."""
    line = next((one for one in commitment_lines(sight, today) if one.id == row.pk.hex), None)
    if line is None:
        return None
    meetings = meeting_lines(sight)
    by_id = {one.id: one for one in meetings}
    words = _words(sight, (line,), grounds=True).get(line.id, [])
    after = [
        one for one in meetings
        if one.id != line.made_at and one.status == MeetingStatus.HELD and (
            one.id in line.at or (one.kind == MeetingKind.ROUND and one.dialogues & line.dialogues and one.day > line.made)
        )
    ]  # fmt: skip
    return CommitmentPage(
        line=line,
        made_at=by_id.get(line.made_at),
        promises=by_id.get(row.promises_meeting_id.hex) if row.promises_meeting_id else None,
        standing=standings(sight, [row.pk]).get(row.pk, NOTHING),
        later=tuple(
            Later(meeting=one, words=tuple(word for word in words if word.meeting and word.meeting.id == one.id))
            for one in after[:STRIP]
        ),
        between=tuple(
            word for word in words if word.meeting is None or word.meeting.id not in {one.id for one in after}
        ),
        beats=beats(line, meetings) if line.state == STANDING else (),
    )


def _words(sight: Sight, lines: tuple[CommitmentLine, ...], *, grounds: bool) -> dict[str, list[Word]]:
    rows = sight.among(FollowUp, "commitment_id", (line.key for line in lines))
    meetings = {one.id: one for one in meeting_lines(sight)}
    stands = standings(sight, (row.pk for row in rows)) if grounds else {}
    found: dict[str, list[Word]] = {}
    for row in rows:
        meeting = meetings.get(row.meeting_id.hex) if row.meeting_id else None
        found.setdefault(row.commitment_id.hex, []).append(
            Word(
                id=row.pk,
                status=CommitmentStatus(row.status).label,
                when=row.when or (meeting.when if meeting else ""),
                meeting=meeting,
                summary=row.summary,
                language=row.summary_language,
                standing=stands.get(row.pk, NOTHING),
                confidential=is_confidential([row]),
            )
        )
    return found


def made_at(sight: Sight, lines: tuple[CommitmentLine, ...]) -> dict[str, MeetingLine]:
    """The meetings at which these were made."""
    wanted = {line.made_at for line in lines}
    return {one.id: one for one in meeting_lines(sight) if one.id in wanted}
