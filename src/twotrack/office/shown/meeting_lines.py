"""Every meeting in sight as one light line, by which the table of meetings is sorted and filtered."""

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from twotrack.office.shown.case_lines import AtMeeting, case_board, hex_of, whole
from twotrack.office.shown.kept import kept
from twotrack.office.shown.tables import Filter, Table
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Dialogue, Meeting, MeetingDialogue, Statement
from twotrack.record.reports import called
from twotrack.record.reports.seen import Seen
from twotrack.vocabulary import MeetingKind, MeetingStatus, Property

NOTHING = AtMeeting(raised=0, answered=0, changed=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting: `when` is EDTF, `day` the first that it may mean (ISO), both empty where no source states one."""

    id: str
    name: str
    language: str
    kind: str
    status: str
    track: str
    when: str
    day: str
    place: str
    part_of: str
    dialogues: frozenset[str]
    numbers: AtMeeting
    confidential: bool

    @property
    def key(self) -> uuid.UUID:
        """Its id, for addresses."""
        return uuid.UUID(self.id)

    @property
    def status_label(self) -> str:
        """Its status as a person reads it."""
        return MeetingStatus(self.status).label

    @property
    def kind_label(self) -> str:
        """Its kind as a person reads it."""
        return MeetingKind(self.kind).label


def meeting_lines(sight: Sight) -> tuple[MeetingLine, ...]:
    """The meetings in sight, the earliest first, those without a date last; made anew only where the record changed."""
    return kept(sight, "meetings", lambda: _make(sight))


def meetings_by_key(sight: Sight) -> dict[uuid.UUID, MeetingLine]:
    """The meetings in sight by id."""
    return kept(sight, "meetings by key", lambda: {line.key: line for line in meeting_lines(sight)})


def dialogue_names(sight: Sight) -> tuple[tuple[str, str], ...]:
    """The dialogues in sight by name, each with its key without hyphens: the options of a filter."""
    found = [(hex_of(key), name) for key, name, _ in Seen(sight).values(Dialogue, "pk", "name")]
    return tuple(sorted(found, key=lambda one: (one[1].casefold(), one[0])))


def dialogue_filter(sight: Sight) -> dict[str, Filter[MeetingLine]]:
    """The filter by dialogue, where there is one."""
    options = dialogue_names(sight)
    one: Filter[MeetingLine] = Filter(
        label="Dialogue", options=options, fits=lambda line, value: value in line.dialogues
    )
    return {"dialogue": one} if options else {}


def meeting_table(sight: Sight) -> Table[MeetingLine]:
    """How meetings are sorted and filtered."""
    filters: Mapping[str, Filter[MeetingLine]] = {
        "kind": Filter(label="Kind", options=tuple(MeetingKind.choices()), fits=lambda line, value: line.kind == value),
        "status": Filter(
            label="Status", options=tuple(MeetingStatus.choices()), fits=lambda line, value: line.status == value
        ),
        **dialogue_filter(sight),
    }
    return Table(
        name="meetings",
        headings=(("-when", "When"), ("name", "Meeting"), ("", "Where"), ("", "Status"), ("-raised", "Cases raised")),
        sorts={
            "when": lambda line: line.day,
            "name": lambda line: line.name.casefold(),
            "raised": lambda line: line.numbers.raised,
        },
        first="-when",
        filters=filters,
    )


def _make(sight: Sight) -> tuple[MeetingLine, ...]:
    seen = Seen(sight)
    rows = list(whole(seen, Meeting, "pk", "meeting_kind", "status", "track", "part_of_id"))
    keys = [uuid.UUID(hex_of(row[0])) for row in rows]
    shown = called.shown_values(seen, keys, Property.NAME, Property.WHEN, Property.PLACE, Property.ROUND_NUMBER)
    languages = _languages(seen, [one.pk for (_, about), one in shown.items() if about == Property.NAME.value])
    dialogues: dict[str, set[str]] = defaultdict(set)
    for meeting, dialogue, _ in whole(seen, MeetingDialogue, "meeting_id", "dialogue_id"):
        dialogues[hex_of(meeting)].add(hex_of(dialogue))
    numbers = case_board(sight).by_meeting
    lines = []
    for key, (_, kind, status, track, part_of, secret) in zip(keys, rows, strict=True):
        name, when = shown.get((key, Property.NAME.value)), shown.get((key, Property.WHEN.value))
        place, number = shown.get((key, Property.PLACE.value)), shown.get((key, Property.ROUND_NUMBER.value))
        label = MeetingKind(kind).label
        lines.append(
            MeetingLine(
                id=key.hex,
                name=name.value if name else f"{label} {number.value}" if number else label,
                language=languages.get(name.pk, "") if name else "",
                kind=kind,
                status=status,
                track=track,
                when=when.value if when else "",
                day=str(when.first_day) if when and when.first_day else "",
                place=place.value if place else "",
                part_of=hex_of(part_of) if part_of else "",
                dialogues=frozenset(dialogues[key.hex]),
                numbers=numbers.get(key.hex, NOTHING),
                confidential=secret,
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.day == "", line.day, line.id)))


def _languages(seen: Seen, statements: list[uuid.UUID]) -> dict[uuid.UUID, str]:
    return {row.pk: row.value_language for row in seen.of(Statement, "pk", statements, "value_language")}
