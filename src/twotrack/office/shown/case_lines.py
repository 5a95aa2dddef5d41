"""Every case in sight as one light line, by which the table of cases is sorted, filtered and counted.

Made from whole tables as the database gives them, and kept until the record changes: fifty of the lines become rows of a
page (cases.py). A case that was merged into another is not among them; a released one is there once.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from twotrack.office.shown.case_changes import changed_cases
from twotrack.office.shown.kept import kept
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import (
    Case,
    Entry,
    MeetingDialogue,
    Outcome,
    RaisedCase,
    Representation,
    Response,
    ResponseCase,
    ShownStatement,
    Statement,
)
from twotrack.record.names.known import unmarked
from twotrack.record.reports.called import first_day
from twotrack.record.reports.seen import Seen, among, raw
from twotrack.vocabulary import OutcomeKind, Property, RepresentationKind, ResponseType

Key = Any  # as the database holds it: see seen.raw
_LATIN = "\u024f"  # above it no letter bears a mark that is looked past


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case: its shown name, how often raised, first and last on which day (ISO, empty where no source states one) and as it
    is stated (EDTF), whether a reply came, whether anything changed, in which dialogues and at which
    meetings it was raised."""

    id: str
    subject: str
    name: str
    language: str
    names: tuple[str, ...]
    group: bool
    matter: str
    raised: int
    first: str
    last: str
    first_when: str
    last_when: str
    answered: bool
    changed: bool
    dialogues: frozenset[str]
    meetings: frozenset[str]
    confidential: bool

    @property
    def stands(self) -> str:
        """Where the ledger of the case has come to: `changed`, `answered`, `unanswered` or `not-raised`."""
        if self.changed:
            return "changed"
        return "answered" if self.answered else "unanswered" if self.raised else "not-raised"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtMeeting:
    """How many cases were raised at a meeting, on how many of them a reply is known, for how many something changed since."""

    raised: int
    answered: int
    changed: int

    def plus(self, other: "AtMeeting", sign: int) -> "AtMeeting":
        """Both together, or the rest without the other."""
        return AtMeeting(
            raised=self.raised + sign * other.raised,
            answered=self.answered + sign * other.answered,
            changed=self.changed + sign * other.changed,
        )


NOBODY = AtMeeting(raised=0, answered=0, changed=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseBoard:
    """All lines, and the numbers by meeting."""

    lines: tuple[CaseLine, ...]
    by_id: dict[str, CaseLine]
    by_meeting: dict[str, AtMeeting]


def case_board(sight: Sight) -> CaseBoard:
    """The cases in sight, made anew only where the record changed."""

    def renew(old: CaseBoard, since: tuple[int, ...]) -> CaseBoard | None:
        keys = changed_cases(sight, since)
        return None if keys is None else renewed(sight, old, keys)

    return kept(sight, "cases", lambda: whole_board(sight), renew)


def whole_board(sight: Sight) -> CaseBoard:
    """All lines, made from the whole record."""
    lines = tuple(_lines(Seen(sight)))
    return CaseBoard(lines=lines, by_id={line.id: line for line in lines}, by_meeting=_numbers(lines))


def renewed(sight: Sight, old: CaseBoard, keys: set[uuid.UUID]) -> CaseBoard:
    """A board with the lines of these cases made anew."""
    if not keys:
        return old
    gone = [old.by_id[key.hex] for key in keys if key.hex in old.by_id]
    come = {line.id: line for line in _lines(Seen(sight), {key.hex for key in keys})}
    wanted = {key.hex for key in keys}
    by_id = {line.id: line for line in old.lines if line.id not in wanted} | come
    by_meeting = dict(old.by_meeting)
    for sign, lines in ((-1, gone), (1, come.values())):
        for meeting, at in _numbers(lines).items():
            by_meeting[meeting] = by_meeting.get(meeting, NOBODY).plus(at, sign)
    by_meeting = {meeting: at for meeting, at in by_meeting.items() if at.raised}
    return CaseBoard(lines=tuple(by_id.values()), by_id=by_id, by_meeting=by_meeting)


def lines_named(lines: Iterable[CaseLine], words: str) -> list[CaseLine]:
    """The lines of which any name, in any script, holds all the words; marks and case apart."""
    wanted = unmarked(words).split()
    return [
        line for line in lines if wanted and all(any(word in _folded(name) for name in line.names) for word in wanted)
    ]


def hex_of(key: Key) -> str:
    """A key as text, whichever database gave it."""
    return key.hex if isinstance(key, uuid.UUID) else str(key).replace("-", "")


def whole(seen: Seen, model: type[Any], *fields: str, **conditions: Any) -> Iterator[tuple[Any, ...]]:
    """Some fields of all counted rows of a model, as the database gives them, and last whether the row is confidential."""
    for alias, rows in seen.rows(model, **conditions):
        secret = alias == CONFIDENTIAL
        for row in raw(alias, rows.order_by().values_list(*fields)):
            yield (*row, secret)


def _folded(name: str) -> str:
    if name.isascii():
        return name.lower()
    return name if min(name) > _LATIN else unmarked(name)


@dataclass(slots=True)
class _Ledger:
    """What was done on one case: how often it was raised, first and last on which day and how that is stated."""

    raised: int = 0
    first: tuple[str, str] = ("", "")
    last: tuple[str, str] = ("", "")
    dialogues: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()

    def add(self, when: tuple[str, str], dialogues: frozenset[str], meeting: str) -> None:
        self.raised += 1
        if when[0]:
            self.first = min(self.first, when) if self.first[0] else when
            self.last = max(self.last, when)
        if dialogues and not dialogues <= self.dialogues:
            self.dialogues |= dialogues
        if meeting and meeting not in self.meetings:
            self.meetings |= {meeting}


def _only(field: str, keys: Iterable[Key] | None) -> dict[str, Any]:
    """The condition that keeps to these keys; none where everything is asked for."""
    return {} if keys is None else {f"{field}__in": among(keys)}


def _lines(seen: Seen, keys: set[str] | None = None) -> Iterator[CaseLine]:
    """The lines of these cases, of all where no keys are given."""
    cases = list(whole(seen, Case, "pk", "person_id", "group_id", "matter", **_only("pk", keys)))
    names, shown = _names(seen, None if keys is None else {row[1] or row[2] for row in cases})
    ledger = _raised(seen, keys)
    answered, changed = _answered(seen, keys), _changed(seen, keys)
    nothing = _Ledger()
    for key, person, group, matter, secret in cases:
        subject = person or group
        done = ledger.get(key, nothing)
        name, language = shown.get(subject, ("", ""))
        yield CaseLine(
            id=hex_of(key),
            subject=hex_of(subject),
            name=name,
            language=language,
            names=names.get(subject, ()),
            group=group is not None,
            matter=matter,
            raised=done.raised,
            first=done.first[0],
            last=done.last[0],
            first_when=done.first[1],
            last_when=done.last[1],
            answered=key in answered,
            changed=key in changed,
            dialogues=done.dialogues,
            meetings=done.meetings,
            confidential=secret,
        )


def _numbers(lines: Iterable[CaseLine]) -> dict[str, AtMeeting]:
    """By meeting how many of these cases were raised there, answered, changed."""
    counts: dict[str, list[int]] = {}
    for line in lines:
        for meeting in line.meetings:
            at = counts.setdefault(meeting, [0, 0, 0])
            at[0] += 1
            at[1] += line.answered
            at[2] += line.changed
    return {key: AtMeeting(raised=at[0], answered=at[1], changed=at[2]) for key, at in counts.items()}


def _names(seen: Seen, subjects: set[Key] | None) -> tuple[dict[Key, tuple[str, ...]], dict[Key, tuple[str, str]]]:
    """By person or group all its names, and the one that is shown with its language: by the latest recorded choice, else
    recorded first."""
    found: dict[Key, list[tuple[Key, str, str]]] = defaultdict(list)
    fields = ("subject_id", "pk", "value", "value_language")
    wanted = {"about": Property.NAME.value, **_only("subject_id", subjects)}
    for subject, key, value, language, _ in whole(seen, Statement, *fields, **wanted):
        found[subject].append((key, value, language))
    several = [one[0] for some in found.values() if len(some) > 1 for one in some]
    recorded = _recorded(seen, several)
    chosen: dict[Key, str] = {}
    for statement, at, _ in whole(seen, ShownStatement, "statement_id", "at") if several else ():
        chosen[statement] = max(chosen.get(statement, ""), str(at))
    shown = {}
    for subject, some in found.items():
        picked = [one for one in some if one[0] in chosen]
        if picked:
            shown[subject] = max(picked, key=lambda one: chosen[one[0]])[1:]
        else:
            shown[subject] = min(some, key=lambda one: (recorded.get(one[0], ""), hex_of(one[0])))[1:]
    return {subject: tuple(dict.fromkeys(one[1] for one in some)) for subject, some in found.items()}, shown


def _recorded(seen: Seen, statements: list[Key]) -> dict[Key, str]:
    """When each of these was recorded, as text that sorts by time."""
    if not statements:
        return {}
    rows = [(alias, Entry._base_manager.using(alias).filter(pk__in=among(statements))) for alias in seen.sight.aliases]
    return {key: str(at) for alias, found in rows for key, at in raw(alias, found.values_list("pk", "recorded_at"))}


def _raised(seen: Seen, keys: set[str] | None) -> dict[Key, _Ledger]:
    """What was raised, by case."""
    nowhere: frozenset[str] = frozenset()
    never = ("", "")
    links = [
        (case, act)
        for case, act, _ in whole(seen, RaisedCase, "case_id", "representation_id", **_only("case_id", keys))
    ]
    wanted = {"representation_kind": RepresentationKind.RAISED.value}
    wanted |= _only("pk", None if keys is None else {act for _, act in links})
    rows = whole(seen, Representation, "pk", "meeting_id", "when", **wanted)
    acts = {key: (meeting, when) for key, meeting, when, _ in rows}
    places = None if keys is None else {meeting for meeting, _ in acts.values() if meeting is not None}
    dated = {"about": Property.WHEN.value, **_only("subject_id", places)}
    days = {
        key: (str(day), value)
        for key, day, value, _ in whole(seen, Statement, "subject_id", "first_day", "value", **dated)
        if day
    }
    dialogues: dict[Key, frozenset[str]] = {}
    for meeting, dialogue, _ in whole(
        seen, MeetingDialogue, "meeting_id", "dialogue_id", **_only("meeting_id", places)
    ):
        dialogues[meeting] = dialogues.get(meeting, nowhere) | {hex_of(dialogue)}
    hexes = {meeting: hex_of(meeting) for meeting, _ in acts.values() if meeting is not None}
    ledger: dict[Key, _Ledger] = defaultdict(_Ledger)
    for case, act in links:
        if act in acts:
            meeting, when = acts[act]
            own = (str(first_day(when) or ""), when) if when else days.get(meeting, never)
            ledger[case].add(own, dialogues.get(meeting, nowhere), hexes.get(meeting, ""))
    return dict(ledger)


def _answered(seen: Seen, keys: set[str] | None) -> set[Key]:
    """The cases on which a reply came; that there was none is no reply."""
    links = [
        (case, one) for case, one, _ in whole(seen, ResponseCase, "case_id", "response_id", **_only("case_id", keys))
    ]
    wanted = {"response_type": ResponseType.NO_REPLY.value}
    wanted |= _only("pk", None if keys is None else {one for _, one in links})
    none = {key for key, _ in whole(seen, Response, "pk", **wanted)}
    return {case for case, response in links if response not in none}


def _changed(seen: Seen, keys: set[str] | None) -> set[Key]:
    kinds = [kind.value for kind in OutcomeKind if kind is not OutcomeKind.NO_CHANGE]
    return {case for case, _ in whole(seen, Outcome, "case_id", outcome_kind__in=kinds, **_only("case_id", keys))}
