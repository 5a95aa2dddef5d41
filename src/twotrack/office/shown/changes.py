"""What changed in the record since a moment: how much of what, and the latest of it with who entered it."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count
from django.urls import reverse

from twotrack.office.shown.case_lines import case_board
from twotrack.office.shown.commitment_lines import commitment_lines
from twotrack.office.shown.list_lines import list_lines
from twotrack.office.shown.meeting_lines import meeting_lines
from twotrack.office.shown.question_lines import question_lines
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import Correction, Entry, LogEntry, Outcome, ResponseCase, Source, User

KINDS = {
    "case": ("case", "cases"),
    "meeting": ("meeting", "meetings"),
    "representation": ("act of raising", "acts of raising"),
    "response": ("reply", "replies"),
    "outcome": ("outcome", "outcomes"),
    "commitment": ("commitment", "commitments"),
    "follow-up": ("follow-up", "follow-ups"),
    "exchange": ("question", "questions"),
    "list": ("list", "lists"),
}
_PAGES = {"case": "case", "meeting": "meeting", "commitment": "commitment", "exchange": "question", "list": "list"}
_TITLED = 120  # of these, so many are called by their names
_LOOKED_AT = 600  # of the latest changes in each log, those among which the latest of these kinds are sought
LATEST, OF_A_KIND = 8, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many of a kind are new."""

    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """One new entry: what it is of, where its page is, who entered it when."""

    kind: str
    title: str
    address: str
    by: str
    at: datetime
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed since a moment."""

    since: datetime
    numbers: tuple[Number, ...]
    latest: tuple[New, ...]


def changes(sight: Sight, since: datetime, today: date) -> Changes:
    """What was entered and corrected since then, as far as it is in sight."""
    counts: Counter[str] = Counter()
    sources = 0
    for alias in sight.aliases:
        rows = Entry._base_manager.using(alias).filter(kind__in=list(KINDS), recorded_at__gt=since)
        for kind, number in rows.order_by().values_list("kind").annotate(number=Count("*")):
            counts[kind] += number
        sources += Source.objects.using(alias).filter(got_at__gt=since).count()
    corrected = sum(Correction.objects.using(alias).filter(at__gt=since).count() for alias in sight.aliases)
    told = [(sources, ("document", "documents")), *((counts[kind], words) for kind, words in KINDS.items())]
    told.append((corrected, ("correction", "corrections")))
    numbers = tuple(Number(number=number, words=one if number == 1 else many) for number, (one, many) in told if number)
    return Changes(since=since, numbers=numbers, latest=_latest(sight, since, today) if numbers else ())


def _latest(sight: Sight, since: datetime, today: date) -> tuple[New, ...]:
    wanted = ("case", "meeting", "outcome", "responsecase", "commitment", "exchange", "list")
    found = [
        (act.at, act.model, act.row, act.by, alias)
        for alias in sight.aliases
        for act in LogEntry.objects.using(alias).order_by("-number")[:_LOOKED_AT]
        if act.model in wanted and act.action == "add" and act.at > since
    ]
    found.sort(key=lambda one: (one[0], str(one[2])), reverse=True)
    people = {row.pk: row.name for row in Sight.public().all(User)}
    titles = _titles(sight, [(model, row) for _, model, row, _, _ in found[:_TITLED]], today)
    shown: dict[tuple[str, str], New] = {}
    of_kind: Counter[str] = Counter()
    for at, _, row, by, alias in found[:_TITLED]:
        title, address, kind = titles.get(row, ("", "", ""))
        if address and (kind, address) not in shown and of_kind[kind] < OF_A_KIND:
            of_kind[kind] += 1
            new = New(
                kind=kind, title=title, address=address, by=people.get(by, "") if by else "", at=at,
                confidential=alias == CONFIDENTIAL,
            )  # fmt: skip
            shown[kind, address] = new
    return tuple(list(shown.values())[:LATEST])


def _titles(sight: Sight, rows: Iterable[tuple[str, uuid.UUID]], today: date) -> dict[uuid.UUID, tuple[str, str, str]]:
    """Title, page and kind of each row, from the lines that are in memory."""
    rows = list(rows)
    of_model: dict[str, list[uuid.UUID]] = {}
    for model, key in rows:
        of_model.setdefault(model, []).append(key)
    of_case = {row.pk: (row.case_id, "outcome") for row in sight.among(Outcome, "pk", of_model.get("outcome", ()))}
    of_case |= {
        row.pk: (row.case_id, "reply") for row in sight.among(ResponseCase, "pk", of_model.get("responsecase", ()))
    }
    of_case_ids = {*of_model.get("case", ()), *(case for case, _ in of_case.values())}
    cases = case_board(sight).by_id
    named: dict[str, dict[str, str]] = {
        "case": {key.hex: line.name or "Name not stated" for key in of_case_ids if (line := cases.get(key.hex))},
        "meeting": {line.id: line.name for line in meeting_lines(sight)},
        "commitment": {line.id: line.what for line in commitment_lines(sight, today)}
        if "commitment" in of_model
        else {},
        "exchange": {line.id: line.asks for line in question_lines(sight)} if "exchange" in of_model else {},
        "list": {line.id: line.name for line in list_lines(sight, today)} if "list" in of_model else {},
    }
    found = {
        key: (named[model][key.hex], reverse(_PAGES[model], args=[key]), KINDS[model][0])
        for model, key in rows
        if model in named and key.hex in named[model]
    }
    for key, (case, kind) in of_case.items():
        if case.hex in named["case"]:
            found[key] = (named["case"][case.hex], reverse("case", args=[case]), kind)
    return found
