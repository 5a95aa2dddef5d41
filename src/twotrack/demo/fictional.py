"""The fictional record: two invented States, a round and the promise of another, six cases, a list, a note.

The documents are ingested by the program itself and its findings accepted, as a person would; what no document says (the list's
names, replies told in private, decisions) is entered after them.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib.resources import files

from twotrack.reading.finders import read
from twotrack.record.decisions import decide, decide_all, entry_of
from twotrack.record.ingest import current_text, ingest
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import (
    Benchmark,
    BenchmarkJudgement,
    Case,
    Commitment,
    Dialogue,
    DialogueParty,
    Entry,
    FollowUp,
    Group,
    List,
    ListItem,
    Meeting,
    Party,
    Person,
    Proposal,
    Setting,
    Source,
    User,
)
from twotrack.record.notes import take_note
from twotrack.record.passages import passage_at
from twotrack.record.proposals import decision_on
from twotrack.record.publication import decide_publication
from twotrack.record.representations import raise_cases, record_outcome, respond
from twotrack.sources.formats import extract
from twotrack.sources.raw import RawSource
from twotrack.vocabulary import (
    CommitmentStatus,
    DecisionKind,
    Judgement,
    Matter,
    OutcomeKind,
    Property,
    PublicationForm,
    ResponseType,
)

BRIEFING, READOUT, ANSWERS = (
    "2025-03-14-briefing.txt",
    "2025-03-15-verania-readout.md",
    "2026-06-03-verania-answers.zh.txt",
)
BY_HAND = "entered by hand for the demonstration"
TOLD = "told by the family to the officer"


def build(*, by: User, at: datetime) -> None:
    """Fill the open record, which must be new."""
    moments = _moments(at)
    sides = _dialogue(by, next(moments))
    briefing = _ingest(BRIEFING, sides.dialogue, by, next(moments))
    for section in ("meetings", "participants", "topics", "cases", "commitments", "exchanges"):
        decide_all(_proposals(briefing, section), by=by, at=next(moments))
    round_one = _round(briefing)
    readout = _ingest(READOUT, sides.dialogue, by, next(moments))
    decide(_proposals(readout, "meetings")[0], DecisionKind.MERGE, into=round_one, by=by, at=next(moments))
    answers = _ingest(ANSWERS, sides.dialogue, by, next(moments))
    cases = _cases(briefing, by, next(moments))
    _name_in_han(cases["lawyer"], answers, by, next(moments))
    _list(cases, sides, round_one, by, next(moments))
    _replies(cases, sides, round_one, by, next(moments))
    _what_became(by, next(moments))
    _decisions(cases, by, next(moments))


class Sides:
    """The dialogue and its two parties."""

    def __init__(self, dialogue: Dialogue, ours: Party, theirs: Party) -> None:
        self.dialogue, self.ours, self.theirs = dialogue, ours, theirs


def _dialogue(by: User, at: datetime) -> Sides:
    with writing(PUBLIC, by=by, at=at) as ledger:
        dialogue = ledger.add(Dialogue(name="Aldmark-Verania Human Rights Dialogue", interval="P1Y"))
        ours, theirs = ledger.add(Party(name="Aldmark")), ledger.add(Party(name="Verania"))
        links = [ledger.add(DialogueParty(dialogue=dialogue, party=party)) for party in (ours, theirs)]
        for entry in (dialogue, ours, theirs, *links):
            ledger.ground(entry, inference=BY_HAND, language="en")
        ledger.add(Setting(name="our-side", value=str(ours.pk)))
    return Sides(dialogue, ours, theirs)


def _ingest(name: str, dialogue: Dialogue, by: User, at: datetime) -> Source:
    content = files("twotrack.demo").joinpath("documents", name).read_bytes()
    raw = RawSource(content=content, place=name, name=name, media_type="text/plain", got_at=at)
    document = extract(raw)
    reading = read(document, source=name, sha256=raw.sha256)
    return ingest(raw, document, reading, alias=PUBLIC, by=by, at=at, dialogues=[dialogue]).source


def _proposals(source: Source, section: str) -> list[Proposal]:
    found = Proposal.objects.using(PUBLIC).filter(source_id=source.pk, section=section)
    return sorted(found, key=lambda one: one.spans[0])


def _round(briefing: Source) -> Meeting:
    """The round that the briefing is about: the first meeting that it tells of."""
    entry = entry_of(_proposals(briefing, "meetings")[0])
    assert entry is not None, "the demonstration's briefing tells of its round"
    return Meeting.objects.using(PUBLIC).get(pk=entry.pk)


def _cases(briefing: Source, by: User, at: datetime) -> dict[str, Case]:
    """Two cases from the briefing; a namesake, a man, a group from the list; one that is confidential altogether."""
    named = {one.main_value: entry_of(one) for one in _proposals(briefing, "cases") if decision_on(one)}
    cases = {"lawyer": _as_case(named["Tan Weilu"]), "printer": _as_case(named["Oskar Benedi"])}
    with writing(PUBLIC, by=by, at=at) as ledger:
        cases["namesake"] = _case(
            ledger, Person(), "Tan Weilu", Matter.DETENTION, "on the list; a teacher, not the lawyer"
        )
        cases["clerk"] = _case(ledger, Person(), "Jun Ashgrove", Matter.EXIT_BAN, "on the list")
        cases["choir"] = _case(ledger, Group(), "Choir of the Upper Valley chapel", Matter.DETENTION, "on the list")
    with writing(CONFIDENTIAL, by=by, at=at) as ledger:
        cases["confidential"] = _case(ledger, Person(), "Lio Marchetta", Matter.DISAPPEARANCE, TOLD)
    return cases


def _as_case(entry: Entry | None) -> Case:
    assert entry is not None, "the demonstration's briefing names this person"
    return Case.objects.using(PUBLIC).get(pk=entry.pk)


def _case(ledger: Ledger, subject: Person | Group, name: str, matter: Matter, why: str) -> Case:
    subject = ledger.add(subject)
    case = ledger.add(Case(matter=matter.value, **{"group" if isinstance(subject, Group) else "person": subject}))
    for entry in (subject, case):
        ledger.ground(entry, inference=why, language="en")
    ledger.state(subject, Property.NAME, name, inference=why, value_language="und-Latn")
    return case


def _name_in_han(case: Case, answers: Source, by: User, at: datetime) -> None:
    text, name = current_text(answers), "谭为鲁"
    start = text.text.index(name)
    with writing(PUBLIC, by=by, at=at) as ledger:
        passage = passage_at(ledger, text, start, start + len(name))
        ledger.state(_person(case), Property.NAME, name, passage=passage, value_language="zh-Hans")


def _person(case: Case) -> Person:
    person: Person | None = case.person
    assert person is not None
    return person


def _list(cases: dict[str, Case], sides: Sides, meeting: Meeting, by: User, at: datetime) -> None:
    """That a list of six was handed over is public; whose names were on it is not."""
    with writing(PUBLIC, by=by, at=at) as ledger:
        handed = ledger.add(
            List(
                name="List of March 2025",
                name_language="en",
                from_party=sides.ours,
                to_party=sides.theirs,
                handed_on="2025-03-14",
                meeting=meeting,
                frozen_at=at,
            )
        )
        ledger.ground(handed, inference="the briefing says that a list of six names was handed over", language="en")
    names = [
        "Tan Weilu",
        "Oskar Benedi",
        "Tan Weilu (teacher)",
        "Jun Ashgrove",
        "Choir of the Upper Valley chapel",
        "Lio Marchetta",
    ]
    with writing(CONFIDENTIAL, by=by, at=at) as ledger:
        for number, (name, case) in enumerate(zip(names, cases.values(), strict=True), 1):
            item = ledger.add(ListItem(list=handed, number=number, name=name, case=case))
            ledger.ground(item, inference="as handed over", language="en")
        raise_cases(
            ledger,
            list(cases.values())[2:],
            by=sides.ours,
            to=sides.theirs,
            meeting=meeting,
            inference="on the list handed over",
        )


def _replies(cases: dict[str, Case], sides: Sides, meeting: Meeting, by: User, at: datetime) -> None:
    note = files("twotrack.demo").joinpath("documents", "note.txt").read_text("utf-8")
    with writing(CONFIDENTIAL, by=by, at=at) as ledger:
        _, passage = take_note(
            ledger, note, about=cases["lawyer"], heard_on="2025-03-14", heard_at="Port Sarnow", language="en"
        )
        for key, kind, summary in (
            ("lawyer", ResponseType.WILL_LOOK_INTO, "They will look into the date of the appeal."),
            ("clerk", ResponseType.NO_SUCH_NAME, ""),
        ):
            respond(
                ledger, [cases[key]], kind, by=sides.theirs, meeting=meeting, when="2025-03-14", summary=summary, language="en",
                passage=passage if key == "lawyer" else None, inference="said when the list was handed over",
            )  # fmt: skip
        record_outcome(
            ledger, cases["lawyer"], OutcomeKind.BETTER_CONDITIONS, when="2025-11", summary="His sister visited him.",
            language="en", inference=TOLD,
        )  # fmt: skip
    with writing(PUBLIC, by=by, at=at) as ledger:
        respond(
            ledger, [cases["printer"]], ResponseType.ALREADY_RELEASED, by=sides.theirs, when="2025-10", language="en",
            inference="announced by the other side",
        )  # fmt: skip
        record_outcome(
            ledger, cases["printer"], OutcomeKind.RELEASED, when="2025-09-30", summary="Released early.", language="en",
            inference="announced by the other side",
        )  # fmt: skip


def _what_became(by: User, at: datetime) -> None:
    """The expert dialogue never began; the benchmark was not met."""
    with writing(PUBLIC, by=by, at=at) as ledger:
        for promise in Commitment.objects.using(PUBLIC).filter(what__contains="expert dialogue on criminal procedure"):
            row = ledger.add(FollowUp(commitment=promise, status=CommitmentStatus.LAPSED.value, when="2025-12"))
            ledger.ground(row, inference="no such meeting was announced by the end of 2025", language="en")
        for benchmark in Benchmark.objects.using(PUBLIC).all():
            judged = ledger.add(
                BenchmarkJudgement(benchmark=benchmark, judgement=Judgement.NOT_MET.value, when="2026-01")
            )
            ledger.ground(judged, inference="one family of six was let in", language="en")


def _decisions(cases: dict[str, Case], by: User, at: datetime) -> None:
    """One of each form; on the confidential one none is possible."""
    for key, form, words in (
        ("lawyer", PublicationForm.NAME, ""),
        ("printer", PublicationForm.NAME, ""),
        ("namesake", PublicationForm.DESCRIPTION, "a teacher"),
        ("clerk", PublicationForm.COUNT, ""),
        ("choir", PublicationForm.NOTHING, ""),
    ):
        subject = cases[key].person or cases[key].group
        assert subject is not None
        decide_publication(
            subject, form, by=by, at=at, description=words, why="for the demonstration", consent="fictional"
        )


def _moments(at: datetime) -> Iterator[datetime]:
    """One moment after the other, so that what was entered later is later."""
    while True:
        yield at
        at += timedelta(minutes=1)
