"""A small record whose answers were worked out by hand: Aldmark (our side) and Verania, three rounds, four cases;
round 4 of their dialogue is planned for June 2026.

                       round 1, May 2023      round 2, June 2024        round 3, July 2025
  Tamsin Orrel         raised by Aldmark      raised by Aldmark         raised by Aldmark; no reply noted
  Edric Vane           raised by Aldmark      reply: look into it       released May 2025, linked by the Mission
  Mirel Osk  [C]                              raised by Aldmark [C]
  Ansa Brill           on the list only; in confidence: a reply [C], at round 2

The list of June 2024 holds Tamsin Orrel, Edric Vane, Ansa Brill; Verania answered "some 2".
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from makers import NOW
from twotrack import clock
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import (
    Account,
    Agency,
    Benchmark,
    BenchmarkJudgement,
    Case,
    Characterisation,
    Commitment,
    Dialogue,
    DialogueParty,
    Entry,
    Exchange,
    FollowUp,
    List,
    ListItem,
    Meeting,
    MeetingDialogue,
    Participation,
    Party,
    Person,
    Position,
    Representation,
    Response,
    Setting,
    Source,
    User,
)
from twotrack.record.notes import take_note
from twotrack.record.representations import raise_cases, record_outcome, respond
from twotrack.vocabulary import Matter, MeetingKind, MeetingStatus, OutcomeKind, Property, ResponseType

TODAY = date(2026, 5, 4)


@dataclass
class Small:
    """The entries of the small record, by the names above; `passage` is what all public acts stand on."""

    made: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        return self.made[name]


def small_record() -> Small:
    """Fill the open record, which must be new. Identifiers count up, so that rows without a date keep the order of entry."""
    with clock.fixed(lambda: NOW, _counting()):
        small = Small()
        officer = User.objects.using(PUBLIC).get(name="officer")
        with writing(PUBLIC, by=officer, at=NOW) as ledger:
            _public(small, ledger)
        with writing(CONFIDENTIAL, by=officer, at=NOW + timedelta(days=1)) as ledger:
            _confidential(small, ledger)
    return small


def _counting() -> Callable[[], uuid.UUID]:
    numbers: Iterator[int] = iter(range(1, 1_000_000))
    return lambda: uuid.UUID(int=(1 << 122) + next(numbers))


def _public(small: Small, ledger: Ledger) -> None:
    made = small.made
    for name in ("Aldmark", "Verania"):
        made[name.lower()] = _stands(ledger, Party(name=name))
    ledger.add(Setting(name="our-side", value={"party": str(small.aldmark.pk)}))
    words = "Aldmark raised the cases; Verania will look into it."
    made["source"], made["passage"] = take_note(ledger, words, heard_on="2025-07-20")
    for number, when in ((1, "2023-05-10"), (2, "2024-06-11"), (3, "2025-07-12")):
        meeting = _stands(ledger, Meeting(meeting_kind=MeetingKind.ROUND.value, status=MeetingStatus.HELD.value))
        ledger.state(meeting, Property.NAME, f"round {number}", inference="known")
        ledger.state(meeting, Property.WHEN, when, inference="known")
        made[f"round_{number}"] = meeting
    _dialogue(small, ledger)
    for key, name in (("tamsin", "Tamsin Orrel"), ("edric", "Edric Vane"), ("ansa", "Ansa Brill")):
        made[key] = _case(ledger, name)
    between = {"by": small.aldmark, "to": small.verania, "passage": small.passage}
    raise_cases(ledger, [small.tamsin, small.edric], meeting=small.round_1, **between)
    raise_cases(ledger, [small.tamsin], meeting=small.round_2, **between)
    raise_cases(ledger, [small.tamsin], meeting=small.round_3, **between)
    concern = Representation(
        by_party=small.aldmark, to_party=small.verania, meeting=small.round_2, theme="religion",
        track="difference", count=20, count_words="some 20",
    )  # fmt: skip
    made["concern"] = _stands(ledger, concern)
    respond(
        ledger,
        [small.edric],
        ResponseType.WILL_LOOK_INTO,
        by=small.verania,
        meeting=small.round_2,
        passage=small.passage,
    )
    respond(ledger, [small.tamsin], ResponseType.NO_REPLY, by=small.verania, meeting=small.round_3, inference="noted")
    mission = ledger.add(Account(teller="the Mission"))
    record_outcome(ledger, small.edric, OutcomeKind.RELEASED, when="2025-05", linked_by=mission, passage=small.passage)
    _lists(small, ledger)
    _promises(small, ledger)
    _said(small, ledger)


def _dialogue(small: Small, ledger: Ledger) -> None:
    """The dialogue, meant to be held every six months, and its round 4, which is planned."""
    small.made["dialogue"] = _stands(ledger, Dialogue(name="Aldmark-Verania dialogue", interval="P6M"))
    for party in (small.aldmark, small.verania):
        _stands(ledger, DialogueParty(dialogue=small.dialogue, party=party))
    small.made["round_4"] = _stands(ledger, Meeting(meeting_kind="round", status="planned"))
    ledger.state(small.round_4, Property.NAME, "round 4", inference="known")
    ledger.state(small.round_4, Property.WHEN, "2026-06", inference="known")
    for number in (1, 2, 3, 4):
        _stands(ledger, MeetingDialogue(meeting=small.made[f"round_{number}"], dialogue=small.dialogue))


def _lists(small: Small, ledger: Ledger) -> None:
    handed = List(
        name="list of June",
        from_party=small.aldmark,
        to_party=small.verania,
        handed_on="2024-06",
        meeting=small.round_2,
    )
    small.made["list"] = _stands(ledger, handed)
    for number, case in enumerate((small.tamsin, small.edric, small.ansa), 1):
        _stands(ledger, ListItem(list=small.list, number=number, name=f"name {number}", case=case))
    counted = Response(
        response_type=ResponseType.STATUS_STATED.value, by_party=small.verania, list=small.list, when="2024-09",
        count=2, count_words="some 2",
    )  # fmt: skip
    _stands(ledger, counted)


def _promises(small: Small, ledger: Ledger) -> None:
    def promise(what: str, due: str, **more: Any) -> Any:
        last = date.fromisoformat(due) if due else None
        values = {"strength": "agreed", "due": due, "due_last": last, "made_at_meeting": small.round_1, **more}
        return _stands(ledger, Commitment(what=what, **values))

    promise("publish the law", "2024-01-01", by_party=small.verania)
    promise("hold round 4", "2026-12-31", by_both=True)
    held = promise("hold round 2", "2024-12-31", by_both=True)
    _stands(ledger, FollowUp(commitment=held, status="kept", meeting=small.round_2, summary="it was held"))
    again = promise("continue to raise cases", "", by_party=small.aldmark, nature="standing")
    for meeting in (small.round_2, small.round_3):
        _stands(ledger, FollowUp(commitment=again, status="open", meeting=meeting))
    figures = Benchmark(measure="publish figures", by_party=small.aldmark, due="2024", due_last=date(2024, 12, 31))
    small.made["figures"] = _stands(ledger, figures)
    visit = _stands(ledger, Benchmark(measure="admit a visit", due="2025", due_last=date(2025, 12, 31)))
    _stands(ledger, BenchmarkJudgement(benchmark=visit, judgement="not-met", when="2026-01"))


def _said(small: Small, ledger: Ledger) -> None:
    source = Source.objects.using(PUBLIC).get()
    for agency, meetings in (("Ministry of Justice", (1, 2)), ("Labour Office", (2,)), ("Prison Board", (1, 3))):
        body = _stands(ledger, Agency(name=agency, party=small.verania))
        for number in meetings:
            meeting = small.made[f"round_{number}"]
            _stands(ledger, Participation(meeting=meeting, party=small.verania, agency=body))
    _stands(ledger, Participation(meeting=small.round_2, party=small.verania, count=9, count_words="nine agencies"))
    _stands(ledger, Characterisation(meeting=small.round_1, party=small.aldmark, words="candid"))
    for meeting, party, words in (
        (small.round_1, small.verania, "our courts decide according to law"),
        (small.round_2, small.aldmark, "believers must be free"),
        (small.round_2, small.verania, "We say again: our courts decide according to law"),
    ):
        _stands(ledger, Position(meeting=meeting, party=party, theme="religion", summary=words))
    for clarity in ("non-reply", "unanswered", "reply"):
        _stands(ledger, Exchange(source=source, theme="religion", asks="what of it", clarity=clarity))


def _confidential(small: Small, ledger: Ledger) -> None:
    small.made["mirel"] = _case(ledger, "Mirel Osk")
    raise_cases(
        ledger, [small.mirel], by=small.aldmark, to=small.verania, meeting=small.round_2, inference="I was there"
    )
    respond(
        ledger,
        [small.ansa],
        ResponseType.STATUS_STATED,
        by=small.verania,
        meeting=small.round_2,
        inference="I was there",
    )
    _stands(ledger, Characterisation(meeting_id=small.round_1.pk, party_id=small.verania.pk, words="scripted"))
    _stands(ledger, Exchange(source_id=small.source.pk, theme="religion", asks="who", clarity="non-reply"))
    own = Representation(by_party_id=small.verania.pk, to_party_id=small.aldmark.pk, about_party_id=small.verania.pk)
    _stands(ledger, own)
    respond(ledger, [small.tamsin], ResponseType.NO_REPLY, inference="nothing came")
    _stands(ledger, BenchmarkJudgement(benchmark_id=small.figures.pk, judgement="partly", when="2025-02"))


def _case(ledger: Ledger, name: str) -> Any:
    person = _stands(ledger, Person())
    ledger.state(person, Property.NAME, name, inference="known")
    return _stands(ledger, Case(person=person, matter=Matter.DETENTION.value))


def _stands(ledger: Ledger, entry: Any) -> Any:
    row: Entry = ledger.add(entry)
    ledger.ground(row, inference="known")
    return row
