"""The ledger's acts on cases: raised, replied, changed, put on a list; a few queries for however many cases."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from twotrack.record.models import List, ListItem, Outcome, RaisedCase, Representation, Response, ResponseCase
from twotrack.record.reports import called
from twotrack.record.reports.called import Met
from twotrack.record.reports.report import as_said
from twotrack.record.reports.seen import Fields, Seen
from twotrack.vocabulary import Channel, OutcomeKind, RepresentationKind, ResponseType

Acts = dict[uuid.UUID, list["Act"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act on a case. `kind` is the closed list's word, `said` a person's; `when` is its own date, else the meeting's.
    `linked_by` says who claims that the dialogue caused an outcome; empty where nobody does."""

    id: uuid.UUID
    entries: tuple[uuid.UUID, ...]
    step: str
    kind: str
    said: str
    by: str | None
    to: str | None
    when: str
    meeting: Met | None
    number: str | None = None
    channel: str | None = None
    linked_by: str | None = None
    representation: uuid.UUID | None = None
    list: uuid.UUID | None = None
    confidential: bool

    @property
    def day(self) -> date | None:
        """The first day that `when` may mean."""
        return called.first_day(self.when)

    @property
    def order(self) -> tuple[date, int, str]:
        """In time, on one day raised, reply, outcome; what has no date last."""
        return (self.day or date.max, _STEPS.index(self.step), str(self.id))

    @property
    def words(self) -> str:
        """In one phrase: `will look into it (Verania, May 2025)`."""
        beside = ", ".join(one for one in (self.by, called.in_words(self.when)) if one)
        said = f"{self.said}; {self.number}" if self.number and self.step == "reply" else self.said
        linked = f"; linked to the dialogue by {self.linked_by}" if self.linked_by else ""
        return f"{said} ({beside}){linked}" if beside else f"{said}{linked}"


LIST_FIELDS = ("name", "from_party_id", "from_words", "to_party_id", "handed_on", "meeting_id", "taken_up_in_id")
_STEPS = ("list", "raised", "reply", "outcome")


def raised(seen: Seen, cases: Iterable[uuid.UUID]) -> Acts:
    """The representations about each of these cases, a word that there was none and a refusal to say among them."""
    links = seen.of(RaisedCase, "case_id", cases, "case_id", "representation_id")
    acts = {act.id: act for act in representations(seen, {link.representation_id for link in links})}
    return _by_case((link, acts.get(link.representation_id)) for link in links)


def representations(seen: Seen, keys: Collection[uuid.UUID]) -> list[Act]:
    """These representations as acts, in the order of the keys' ids."""
    rows = seen.of(
        Representation, "pk", keys, "representation_kind", "by_party_id", "to_party_id", "meeting_id", "when", "channel",
        "count", "count_words",
    )  # fmt: skip
    names = called.parties(seen, (key for row in rows for key in (row.by_party_id, row.to_party_id)))
    met = called.meetings(seen, (row.meeting_id for row in rows))
    return [
        Act(
            id=row.pk,
            entries=(row.pk,),
            step="raised",
            kind=row.representation_kind,
            said=RepresentationKind(row.representation_kind).label,
            by=names.get(row.by_party_id),
            to=names.get(row.to_party_id),
            meeting=met.get(row.meeting_id),
            when=row.when or _when(met.get(row.meeting_id)),
            number=as_said(row.count, row.count_words),
            channel=Channel(row.channel).label,
            confidential=row.confidential,
        )
        for row in rows
    ]


def replies(seen: Seen, cases: Iterable[uuid.UUID]) -> Acts:
    """What came back on each of these cases. A response of the type `no reply` is among them: see `is_reply`."""
    links = seen.of(ResponseCase, "case_id", cases, "case_id", "response_id")
    acts = {act.id: act for act in responses(seen, "pk", {link.response_id for link in links})}
    return _by_case((link, acts.get(link.response_id)) for link in links)


def responses(seen: Seen, link: str, keys: Iterable[uuid.UUID]) -> list[Act]:
    """The responses whose `link` is one of the keys, as acts."""
    rows = seen.of(
        Response, link, keys, "response_type", "local_term", "by_party_id", "representation_id", "list_id", "meeting_id",
        "when", "summary", "count", "count_words",
    )  # fmt: skip
    names = called.parties(seen, (row.by_party_id for row in rows))
    met = called.meetings(seen, (row.meeting_id for row in rows))
    return [
        Act(
            id=row.pk,
            entries=(row.pk,),
            step="reply",
            kind=row.response_type,
            said=": ".join(filter(None, (row.local_term or ResponseType(row.response_type).label, row.summary))),
            by=names.get(row.by_party_id),
            to=None,
            meeting=met.get(row.meeting_id),
            when=row.when or _when(met.get(row.meeting_id)),
            number=as_said(row.count, row.count_words),
            representation=row.representation_id,
            list=row.list_id,
            confidential=row.confidential,
        )
        for row in rows
    ]


def is_reply(act: Act) -> bool:
    """Whether a response is one: that there was no reply is also recorded as a response."""
    return act.step == "reply" and act.kind != ResponseType.NO_REPLY


def outcomes(seen: Seen, cases: Iterable[uuid.UUID]) -> Acts:
    """What changed for each of these cases, and who claims that the dialogue caused it."""
    rows = seen.of(Outcome, "case_id", cases, "case_id", "outcome_kind", "when", "summary", "linked_by_id")
    told = called.accounts(seen, (row.linked_by_id for row in rows))
    found: Acts = defaultdict(list)
    for row in rows:
        act = Act(
            id=row.pk,
            entries=(row.pk,),
            step="outcome",
            kind=row.outcome_kind,
            said=": ".join(filter(None, (OutcomeKind(row.outcome_kind).label, row.summary))),
            by=None,
            to=None,
            meeting=None,
            when=row.when,
            linked_by=told.get(row.linked_by_id),
            confidential=row.confidential,
        )
        found[row.case_id].append(act)
    return _in_time(found)


def on_lists(seen: Seen, cases: Iterable[uuid.UUID]) -> Acts:
    """The lists on which each of these cases was handed over."""
    items = seen.of(ListItem, "case_id", cases, "case_id", "list_id")
    lists = seen.by_id(List, {item.list_id for item in items}, *LIST_FIELDS)
    names = called.parties(seen, (key for row in lists.values() for key in (row.from_party_id, row.to_party_id)))
    met = called.meetings(seen, (row.meeting_id for row in lists.values()))
    found: Acts = defaultdict(list)
    for item in items:
        if item.case_id is None or (row := lists.get(item.list_id)) is None:
            continue
        act = Act(
            id=item.pk,
            entries=(item.pk, row.pk),
            step="list",
            kind="list",
            said=f"on the list {row.name}" if row.name else "on a list",
            by=names.get(row.from_party_id) or row.from_words or None,
            to=names.get(row.to_party_id),
            meeting=met.get(row.meeting_id),
            when=row.handed_on or _when(met.get(row.meeting_id)),
            confidential=item.confidential or row.confidential,
        )
        found[item.case_id].append(act)
    return _in_time(found)


def _by_case(pairs: Iterable[tuple[Fields, Act | None]]) -> Acts:
    """Acts by the case that a link names; a confidential link makes a public act confidential on that case."""
    found: Acts = defaultdict(list)
    for link, act in pairs:
        if act is not None:
            found[link.case_id].append(_linked(act, link))
    return _in_time(found)


def _linked(act: Act, link: Fields) -> Act:
    confidential = act.confidential or link.confidential
    return replace(act, entries=(*act.entries, link.pk), confidential=confidential)


def _in_time(found: Acts) -> Acts:
    return {key: sorted(acts, key=lambda act: act.order) for key, acts in found.items()}


def _when(meeting: Met | None) -> str:
    return meeting.when if meeting else ""
