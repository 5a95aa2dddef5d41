"""Any sequence of what people do with a record keeps every rule of it.

Each step is one act, as a person would do it, on entries drawn at random; an act that the record refuses must change nothing.
After each: `check` finds no fault, nothing confidential has touched the public database, nobody is published whom no person
cleared, and whoever was forgotten stands nowhere.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from clients import user
from makers import NOW, TEXT, MadeRecord, add_person, copy_record, ingest_made, make_reading
from twotrack.errors import LedgerError
from twotrack.publish.site import render
from twotrack.record import folder, keyring
from twotrack.record.backup import back_up, restore
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.corrections import correct, correctable, take_out
from twotrack.record.decisions import decide
from twotrack.record.folder import OpenRecord, read_keys
from twotrack.record.forget import forget
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.merging import merge, point, split
from twotrack.record.models import Case, Entry, LogEntry, Merging, Person, Proposal, Statement
from twotrack.record.notes import take_note
from twotrack.record.public import public_record
from twotrack.record.publication import decide_publication, decision_for, form_of
from twotrack.record.releases import releasable, release
from twotrack.record.representations import raise_cases, record_outcome, respond
from twotrack.record.withdrawals import withdraw
from twotrack.vocabulary import (
    DecisionKind,
    ErasureReason,
    OutcomeKind,
    Property,
    PublicationForm,
    ResponseType,
    WithdrawalReason,
)
from whole_records import all_values

GIVEN = ("Arivand", "Belosha", "Cirowen", "Dalumir", "Enkavel", "Ferodin", "Gildora", "Hanuvek", "Ivorrin", "Jorakel")
FAMILY = (
    "Ostrelle",
    "Varnick",
    "Quillane",
    "Brastow",
    "Tervenne",
    "Molgrave",
    "Sarquist",
    "Pendrow",
    "Wexholm",
    "Ruddock",
)
NAMES = [f"{given} {family}" for given, family in zip(GIVEN, FAMILY, strict=False)]
TODAY = date(2026, 11, 25)
PICK = st.integers(0, 1000)
SIDES = st.sampled_from([PUBLIC, CONFIDENTIAL])
SUBJECTS = (Person, Case)


class Keeping(RuleBasedStateMachine):
    """A record, and everything that may be done with it."""

    made: MadeRecord  # set by the test

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="twotrack-any-"))
        self.record = copy_record(self.made, self.place / "record")
        self.context = keyring.cleared()
        self.open()
        self.unused = list(NAMES)
        self.forgotten: list[str] = []
        self.seen: tuple[int, str] | None = None
        self.steps = self.restored = 0

    def open(self) -> None:
        folder.attach(self.record.folder, self.record.record_key)
        self.context = keyring.cleared()
        self.context.__enter__()

    def close(self) -> None:
        self.context.__exit__(None, None, None)
        folder.detach()

    def teardown(self) -> None:
        assert list(check()) == []
        self.close()
        shutil.rmtree(self.place)

    # What is done

    @initialize()
    def begin(self) -> None:
        self.takes_in(PUBLIC)
        self.takes_in(CONFIDENTIAL)
        for alias in (PUBLIC, CONFIDENTIAL):
            decide(proposals(alias, "cases")[0], DecisionKind.ACCEPT, by=user("officer"))

    @rule(alias=SIDES)
    def takes_in(self, alias: str) -> None:
        if self.unused:
            name = self.unused.pop(0)
            self.done(alias, lambda: ingest_made(alias, named(name), by=user("officer")))

    @rule(alias=SIDES, pick=PICK, kind=st.sampled_from(DecisionKind))
    def decides(self, alias: str, pick: int, kind: DecisionKind) -> None:
        waiting = proposals(alias)
        if not waiting:
            return
        proposal = waiting[pick % len(waiting)]
        into = self.one(Person, pick, alias) if kind == DecisionKind.MERGE else None
        data = {"status": "moved to a camp"} if kind == DecisionKind.EDIT and proposal.section == "cases" else None
        self.done(alias, lambda: decide(proposal, kind, by=user("officer"), data=data, into=into))

    @rule(alias=SIDES, pick=PICK)
    def enters_a_person(self, alias: str, pick: int) -> None:
        if self.unused:
            name = self.unused.pop(0)
            self.done(alias, lambda: self.write(alias, lambda ledger: add_person(ledger, name)))

    @rule(alias=SIDES, pick=PICK, act=st.sampled_from(["raise", "respond", "outcome", "note"]))
    def tells(self, alias: str, pick: int, act: str) -> None:
        case, other = self.one(Case, pick), self.one(Person, pick // 7)
        words = f"They spoke of {self.name_of(other)}"
        acts: dict[str, Callable[[Any], Any]] = {
            "raise": lambda ledger: raise_cases(ledger, [case], by=None, to=None, inference=words),
            "respond": lambda ledger: respond(
                ledger, [case], ResponseType.STATUS_STATED, summary=words, inference=words
            ),
            "outcome": lambda ledger: record_outcome(ledger, case, OutcomeKind.RELEASED, when="2026", inference=words),
            "note": lambda ledger: take_note(ledger, words, about=case),
        }
        if case is not None:
            self.done(alias, lambda: self.write(alias, acts[act]))

    @rule(pick=PICK, form=st.sampled_from(PublicationForm), past=st.booleans())
    def decides_on_publication(self, pick: int, form: PublicationForm, past: bool) -> None:
        person = self.one(Person, pick)
        if person is not None:
            day = TODAY - timedelta(days=1) if past else None
            self.done(
                None,
                lambda: decide_publication(
                    person, form, by=user("officer"), at=NOW, description="a teacher", why="they agree", review_by=day
                ),
            )

    @rule(pick=PICK, every=st.booleans())
    def releases(self, pick: int, every: bool) -> None:
        entry = self.one(Statement if pick % 2 else Person, pick, CONFIDENTIAL)
        if entry is not None:
            fields = frozenset(releasable(entry)[: None if every else 2])

            def released() -> None:
                release(entry, fields=fields, why="the family asked", by=user("officer"), at=NOW)

            self.done(None, released)

    @rule(pick=PICK, reason=st.sampled_from(WithdrawalReason))
    def withdraws(self, pick: int, reason: WithdrawalReason) -> None:
        entry = self.one(Entry, pick, PUBLIC)
        if entry is not None:
            self.done(None, lambda: withdraw(entry, reason=reason, why="the family asked", by=user("officer")))

    @rule(alias=SIDES, pick=PICK, out=st.booleans())
    def corrects(self, alias: str, pick: int, out: bool) -> None:
        entry = self.one(Statement, pick, alias)
        if entry is None:
            return
        if out:
            self.done(alias, lambda: take_out(entry, why="a mistake", by=user("officer")))
        elif "value" in correctable(entry):
            value = "2025-03" if entry.value[:1].isdigit() else "put right"
            if entry.about != Property.NAME:
                self.done(alias, lambda: correct(entry, {"value": value}, why="a mistake", by=user("officer")))

    @rule(pick=PICK, other=PICK, kind=st.sampled_from(SUBJECTS))
    def merges(self, pick: int, other: int, kind: type[Entry]) -> None:
        kept, merged = self.one(kind, pick), self.one(kind, other)
        if kept is not None and merged is not None:
            self.done(None, lambda: merge(kept, merged, why="born on one day", by=user("officer")))

    @rule(pick=PICK)
    def splits(self, pick: int) -> None:
        acts = [act for alias in (PUBLIC, CONFIDENTIAL) for act in Merging.objects.using(alias).order_by("at", "id")]
        if acts:
            self.done(None, lambda: split(acts[pick % len(acts)], by=user("officer")))

    @rule(pick=PICK, other=PICK)
    def points(self, pick: int, other: int) -> None:
        here, there = self.one(Person, pick, CONFIDENTIAL), self.one(Person, other, PUBLIC)
        if here is not None and there is not None:
            self.done(CONFIDENTIAL, lambda: point(here, there, why="born on one day", by=user("officer")))

    @rule(pick=PICK, reason=st.sampled_from(ErasureReason))
    def forgets(self, pick: int, reason: ErasureReason) -> None:
        person = self.one(Person, pick)
        if person is None:
            return
        names = [name for name in names_of(person) if name in NAMES]  # an official stands in later documents too
        opened = OpenRecord(
            folder=self.record.folder, keys=read_keys(self.record.folder), record_key=self.record.record_key
        )
        self.done(None, lambda: forget(opened, person, reason=reason, by=user("officer")))
        self.forgotten += names

    @rule()
    def goes_on_from_a_backup(self) -> None:
        self.restored += 1
        file, place = self.place / f"{self.restored}.tar", self.place / f"restored-{self.restored}"
        back_up(self.record.folder, file, by=user("officer"))
        before = sorted(map(repr, all_values()))
        self.close()
        assert self.record.recovery_key is not None
        restore(file, place, lambda: str(self.record.recovery_key))
        self.record = MadeRecord(folder=place, record_key=self.record.record_key, recovery_key=self.record.recovery_key)
        self.open()
        assert sorted(map(repr, all_values())) == before

    # What must hold

    @invariant()
    def every_proof_holds(self) -> None:
        """Asked of every third state, and of the last: the proofs take longer than the acts."""
        self.steps += 1
        if self.steps % 3 == 0:
            assert list(check()) == []

    @invariant()
    def nobody_is_published_whom_no_person_cleared(self) -> None:
        if self.seen == (seen := heads()[PUBLIC]):
            return  # what is published follows from the public part alone (test_published_bytes.py)
        self.seen = seen
        published = (
            b"\n".join(file.content for file in render(public_record(TODAY))).decode("utf-8", "replace").casefold()
        )
        hidden = [name for name in NAMES if name not in cleared_names()]
        assert [name for name in hidden if any(part in published for part in name.casefold().split())] == []

    @invariant()
    def who_was_forgotten_stands_nowhere(self) -> None:
        values = "\n".join(all_values()).casefold() if self.forgotten else ""
        assert [name for name in self.forgotten if any(part in values for part in name.casefold().split())] == []

    # How

    def done(self, alias: str | None, act: Callable[[], Any]) -> None:
        """Do it. A confidential act leaves the public log as it was; one that is refused leaves both."""
        before = heads()
        try:
            act()
        except LedgerError:
            event("refused")
            # A release that is refused has noted its intent and taken it back: its own log says so.
            assert heads()[PUBLIC] == before[PUBLIC]
            assert heads() == before or act.__name__ == "released"
            return
        if alias == CONFIDENTIAL:
            assert heads()[PUBLIC] == before[PUBLIC]

    def write(self, alias: str, act: Callable[[Any], Any]) -> None:
        with writing(alias, by=user("officer")) as ledger:
            act(ledger)

    def one(self, kind: type[Any], pick: int, alias: str | None = None) -> Any:
        """One entry of a kind, the earliest first; None where there is none."""
        found = [
            row
            for side in (PUBLIC, CONFIDENTIAL)
            if alias in (None, side)
            for row in kind.objects.using(side).order_by("recorded_at", "id")
        ]
        return found[pick % len(found)] if found else None

    def name_of(self, person: Person | None) -> str:
        return (names_of(person) or ["somebody"])[0] if person is not None else "somebody"


def named(name: str) -> Any:
    """The made reading, of another person."""
    return make_reading(TEXT.replace("Tamsin Orrel", name), case=name)


def proposals(alias: str, section: str | None = None) -> list[Proposal]:
    rows = Proposal.objects.using(alias).order_by("made_at", "section", "anchor_quote", "source__got_at")
    return [row for row in rows if section in (None, row.section)]


def names_of(person: Entry) -> list[str]:
    rows = Sight((PUBLIC, CONFIDENTIAL)).all(Statement, subject_id=person.pk, about=Property.NAME.value)
    return [row.value for row in rows]


def cleared_names() -> set[str]:
    """The names of whom the public part says, today, that they may be named."""
    rows = Statement.objects.using(PUBLIC).filter(about=Property.NAME.value)
    subjects = {row.subject_id: Entry.objects.using(PUBLIC).get(pk=row.subject_id) for row in rows}
    return {row.value for row in rows if form_of(decision_for(subjects[row.subject_id]), TODAY) == PublicationForm.NAME}


def heads() -> dict[str, tuple[int, str]]:
    """Number and hash of the last change of each database."""
    return {
        alias: LogEntry.objects.using(alias).order_by("-number").values_list("number", "hash").first() or (0, "")
        for alias in (PUBLIC, CONFIDENTIAL)
    }


def test_any_sequence_of_acts_keeps_every_rule(made_record: MadeRecord) -> None:
    Keeping.made = made_record
    run_state_machine_as_test(
        Keeping,
        settings=settings(
            max_examples=int(os.environ.get("TWOTRACK_PROVE", "8")),
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            # Finding the shortest sequence that fails takes longer than finding one: `make prove` does.
            phases=[*Phase] if "TWOTRACK_PROVE" in os.environ else [Phase.explicit, Phase.reuse, Phase.generate],
            report_multiple_bugs=False,
        ),
    )
