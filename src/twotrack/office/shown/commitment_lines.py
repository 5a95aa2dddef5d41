"""Every commitment and benchmark in sight as one light line; how each stands as the reports tell it."""

import uuid
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.case_lines import hex_of, whole
from twotrack.office.shown.kept import kept
from twotrack.office.shown.meeting_lines import dialogue_names, meeting_lines
from twotrack.office.shown.tables import Filter, Table
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Commitment, FollowUp, Party
from twotrack.record.reports.commitments import OVERDUE, STANDING, all_standing
from twotrack.record.reports.seen import Seen
from twotrack.vocabulary import CommitmentStatus, Strength

STATES = (
    (OVERDUE, "overdue"),
    (CommitmentStatus.OPEN.value, "open"),
    (CommitmentStatus.PARTLY.value, "kept in part"),
    (STANDING, "standing promise"),
    (CommitmentStatus.KEPT.value, "kept"),
    (CommitmentStatus.LAPSED.value, "lapsed"),
    (CommitmentStatus.WITHDRAWN.value, "withdrawn"),
    (CommitmentStatus.CANNOT_BE_TOLD.value, "cannot be told"),
)
_ORDER = {state: number for number, (state, _) in enumerate(STATES)}
BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLine:
    """What was promised, by whom, by when; `at` are the meetings at which it was made or spoken of again."""

    id: str
    what: str
    language: str
    by: str
    party: str
    strength: str
    track: str
    due: str
    due_last: str
    state: str
    made_at: str
    made: str
    at: frozenset[str]
    dialogues: frozenset[str]
    confidential: bool

    @property
    def key(self) -> uuid.UUID:
        """Its id, for addresses."""
        return uuid.UUID(self.id)

    @property
    def state_label(self) -> str:
        """How it stands as a person reads it."""
        return STATES[_ORDER[self.state]][1]

    @property
    def strength_label(self) -> str:
        """How firm it is as a person reads it."""
        return Strength(self.strength).label


def commitment_lines(sight: Sight, today: date) -> tuple[CommitmentLine, ...]:
    """The commitments in sight, what is overdue first, then by the day due; made anew only where the record changed."""
    return kept(sight, ("commitments", today), lambda: _make(sight, today))


def commitment_table(sight: Sight, lines: tuple[CommitmentLine, ...], today: date) -> Table[CommitmentLine]:
    """How commitments are sorted and filtered."""
    parties = sorted(
        {(line.party, line.by) for line in lines if line.party}, key=lambda one: (one[1].casefold(), one[0])
    )
    filters: dict[str, Filter[CommitmentLine]] = {
        "state": Filter(label="State", options=STATES, fits=lambda line, value: line.state == value),
        "by": Filter(label="By", options=tuple(parties), fits=lambda line, value: line.party == value),
        "strength": Filter(
            label="How firm", options=tuple(Strength.choices()), fits=lambda line, value: line.strength == value
        ),
    }
    if options := dialogue_names(sight):
        filters["dialogue"] = Filter(
            label="Dialogue", options=options, fits=lambda line, value: value in line.dialogues
        )
    return Table(
        name=f"commitments of {today}",
        headings=(
            ("what", "What"),
            ("by", "By"),
            ("due", "Due"),
            ("state", "State"),
            ("-made", "Made at"),
            ("", "Last word"),
        ),
        sorts={
            "state": lambda line: (_ORDER[line.state], line.due_last or "9999"),
            "due": lambda line: line.due_last or "9999",
            "by": lambda line: (line.by == "", line.by.casefold()),
            "what": lambda line: line.what.casefold(),
            "made": lambda line: line.made,
        },
        first="state",
        filters=filters,
    )


def _make(sight: Sight, today: date) -> tuple[CommitmentLine, ...]:
    seen = Seen(sight)
    standing = {hex_of(one.key): one for one in all_standing(seen, today)}
    meetings = {line.id: line for line in meeting_lines(sight)}
    parties = {hex_of(key): name for key, name, _ in whole(seen, Party, "pk", "name")}
    spoken: dict[str, set[str]] = {}
    for commitment, meeting, _ in whole(seen, FollowUp, "commitment_id", "meeting_id"):
        if meeting is not None:
            spoken.setdefault(hex_of(commitment), set()).add(hex_of(meeting))
    fields = (
        "pk", "what", "what_language", "by_party_id", "by_both", "by_words", "strength", "track", "due", "made_at_meeting_id",
    )  # fmt: skip
    lines = []
    for row in whole(seen, Commitment, *fields):
        key, what, language, party, both, by_words, strength, track, due, made_at, secret = row
        stands, made = standing[hex_of(key)], meetings.get(hex_of(made_at)) if made_at else None
        side = hex_of(party) if party else ""
        again = spoken.get(hex_of(key), set())
        lines.append(
            CommitmentLine(
                id=hex_of(key),
                what=what,
                language=language,
                by="both sides" if both else parties.get(side, "") or by_words,
                party=BOTH if both else side if side in parties else "",
                strength=strength,
                track=track,
                due=due,
                due_last=stands.due,
                state=stands.state,
                made_at=made.id if made else "",
                made=made.day if made else "",
                at=frozenset(again | ({made.id} if made else set())),
                dialogues=made.dialogues if made else frozenset(),
                confidential=secret or stands.confidential,
            )
        )
    return tuple(sorted(lines, key=lambda line: (_ORDER[line.state], line.due_last or "9999", line.id)))
