"""Every case in sight as one light line, by which the table of cases is sorted, filtered and counted.

Made from whole tables as the database gives them, and kept until the record changes: fifty of the lines become rows of a
page (cases.py). A case that was merged into another is not among them; a released one is there once.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

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
    is stated (EDTF), whether a reply came, whether anything changed, in which dialogues it was raised."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseBoard:
    """All lines, and the numbers by meeting."""

    lines: tuple[CaseLine, ...]
    by_id: dict[str, CaseLine]
    by_meeting: dict[str, AtMeeting]


def case_board(sight: Sight) -> CaseBoard:
    """The cases in sight, made anew only where the record changed."""
    return kept(sight, "cases", lambda: _make(Seen(sight)))


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

    def add(self, when: tuple[str, str], dialogues: frozenset[str]) -> None:
        self.raised += 1
        if when[0]:
            self.first = min(self.first, when) if self.first[0] else when
            self.last = max(self.last, when)
        if dialogues and not dialogues <= self.dialogues:
            self.dialogues |= dialogues


def _make(seen: Seen) -> CaseBoard:
    names, shown = _names(seen)
    ledger, at = _raised(seen)
    answered, changed = _answered(seen), _changed(seen)
    nothing = _Ledger()
    lines = []
    for key, person, group, matter, secret in whole(seen, Case, "pk", "person_id", "group_id", "matter"):
        subject = person or group
        done = ledger.get(key, nothing)
        name, language = shown.get(subject, ("", ""))
        lines.append(
            CaseLine(
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
                confidential=secret,
            )
        )
    numbers = {
        hex_of(meeting): AtMeeting(raised=len(some), answered=len(some & answered), changed=len(some & changed))
        for meeting, some in at.items()
    }
    return CaseBoard(lines=tuple(lines), by_id={line.id: line for line in lines}, by_meeting=numbers)


def _names(seen: Seen) -> tuple[dict[Key, tuple[str, ...]], dict[Key, tuple[str, str]]]:
    """By person or group all its names, and the one that is shown with its language: by the latest recorded choice, else
    recorded first."""
    found: dict[Key, list[tuple[Key, str, str]]] = defaultdict(list)
    fields = ("subject_id", "pk", "value", "value_language")
    for subject, key, value, language, _ in whole(seen, Statement, *fields, about=Property.NAME.value):
        found[subject].append((key, value, language))
    recorded = _recorded(seen, [one[0] for some in found.values() if len(some) > 1 for one in some])
    chosen: dict[Key, str] = {}
    for statement, at, _ in whole(seen, ShownStatement, "statement_id", "at"):
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


def _raised(seen: Seen) -> tuple[dict[Key, _Ledger], dict[Key, set[Key]]]:
    """What was raised, by case; and the cases raised at each meeting."""
    nowhere: frozenset[str] = frozenset()
    never = ("", "")
    dated = whole(seen, Statement, "subject_id", "first_day", "value", about=Property.WHEN.value)
    days = {key: (str(day), value) for key, day, value, _ in dated if day}
    dialogues: dict[Key, frozenset[str]] = {}
    for meeting, dialogue, _ in whole(seen, MeetingDialogue, "meeting_id", "dialogue_id"):
        dialogues[meeting] = dialogues.get(meeting, frozenset()) | {hex_of(dialogue)}
    raised = {"representation_kind": RepresentationKind.RAISED.value}
    rows = whole(seen, Representation, "pk", "meeting_id", "when", **raised)
    acts = {key: (meeting, when) for key, meeting, when, _ in rows}
    ledger: dict[Key, _Ledger] = defaultdict(_Ledger)
    at: dict[Key, set[Key]] = defaultdict(set)
    for case, act, _ in whole(seen, RaisedCase, "case_id", "representation_id"):
        if act in acts:
            meeting, when = acts[act]
            own = (str(first_day(when) or ""), when) if when else days.get(meeting, never)
            ledger[case].add(own, dialogues.get(meeting, nowhere))
            if meeting is not None:
                at[meeting].add(case)
    return dict(ledger), dict(at)


def _answered(seen: Seen) -> set[Key]:
    """The cases on which a reply came; that there was none is no reply."""
    none = {key for key, _ in whole(seen, Response, "pk", response_type=ResponseType.NO_REPLY.value)}
    return {case for case, response, _ in whole(seen, ResponseCase, "case_id", "response_id") if response not in none}


def _changed(seen: Seen) -> set[Key]:
    kinds = [kind.value for kind in OutcomeKind if kind is not OutcomeKind.NO_CHANGE]
    return {case for case, _ in whole(seen, Outcome, "case_id", outcome_kind__in=kinds)}
