"""A record as large as one of many years, invented throughout, for the benchmarks of the record, the office and the publisher.

    from full_record import cached, opened
    with opened(cached(cases=50_000)) as folder: ...

50,000 cases come with 200,000 representations, 5,000 sources and what belongs to them: a tenth of the representations and
replies are confidential. All rows go through the ledger, so `twotrack check` holds. Built once and kept in bench/.cache,
under a name that changes with the tables and with this file; `python bench/full_record.py [--cases N]` builds it.
"""

import argparse
import hashlib
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from twotrack.record import folder, keyring
from twotrack.record.folder import set_up_django

set_up_django()

from twotrack.record import migrations  # noqa: E402
from twotrack.record.ingest import add_chunks  # noqa: E402
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC  # noqa: E402
from twotrack.record.ledger import Ledger, name_as_entry, writing  # noqa: E402
from twotrack.record.models import (  # noqa: E402
    Account,
    Agency,
    Case,
    Commitment,
    Dialogue,
    DialogueParty,
    Entry,
    Exchange,
    FollowUp,
    Ground,
    List,
    ListItem,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Outcome,
    Participation,
    Party,
    Passage,
    Person,
    Position,
    PublicationDecision,
    RaisedCase,
    Representation,
    Response,
    ResponseCase,
    Source,
    SourceText,
    Statement,
    User,
)
from twotrack.vocabulary import (  # noqa: E402
    Clarity,
    CommitmentStatus,
    Matter,
    OutcomeKind,
    Property,
    PublicationForm,
    ResponseType,
    Strength,
)

PASSPHRASE = "bench passphrase"  # noqa: S105  (of an invented record)
CACHE = Path(__file__).resolve().parent / ".cache"
CASES = 50_000
CASES_A_SOURCE, RAISED_A_CASE = 10, 4
AT_ONCE = 20  # sources in one transaction
STATES = ("Aldmark", "Verania", "Ostmark", "Tarn", "Belmara", "Quillon", "Norrland", "Seraby")
THEMES = (
    "arbitrary-detention",
    "religion",
    "expression",
    "torture",
    "labour",
    "minorities",
    "death-penalty",
    "rule-of-law",
)
PLACES = ("Dunmarrow", "Esk Harbour", "Tollan", "Greywater", "Vell", "Orrisford", "Hask", "Lower Brae")
WORK = ("teacher", "lawyer", "farmer", "nurse", "printer", "monk", "student", "driver")
STATUS = (
    "detained",
    "sentenced to four years",
    "awaits trial",
    "released",
    "whereabouts not known",
    "under house arrest",
)
_STARTS = [one + two for one in "bdfghklmnprstvw" for two in "aeo"]
_ENDS = ["rrin", "lden", "mor", "sk", "th", "nna", "rel", "vic", "ston", "ssa", "ndel", "rk", "lt", "mbe"]
_HAN = "安柏晨德恩芳广海嘉凯兰明宁鹏清荣山涛文欣雅泽志竹"
_BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)


def cached(cases: int = CASES) -> Path:
    """The folder of a record with so many cases, built if it is not there."""
    marks = sorted(path.name for path in Path(str(migrations.__path__[0])).glob("0*.py"))
    mark = hashlib.sha256(Path(__file__).read_bytes() + "".join(marks).encode()).hexdigest()[:8]
    place = CACHE / f"record-{cases}-{mark}"
    if not (place / "heads").exists():
        for older in CACHE.glob(f"record-{cases}-*"):
            shutil.rmtree(older)
        building = CACHE / f"building-{cases}"
        shutil.rmtree(building, ignore_errors=True)
        build(building, cases=cases)
        building.rename(place)
    return place


@contextmanager
def opened(place: Path) -> Iterator[Path]:
    """The record, open with clearance."""
    with folder.opened(place, PASSPHRASE), keyring.cleared():
        yield place


def build(place: Path, *, cases: int) -> None:
    """Build a record with so many cases; the same number gives the same names and links."""
    folder.create(place, PASSPHRASE, owner="keeper")
    with opened(place):
        builder = _Builder(User.objects.using(PUBLIC).get(), random.Random(cases))  # noqa: S311  (no secret)
        builder.frame(meetings=max(20, cases // 100))
        sources = max(1, cases // CASES_A_SOURCE)
        for first in range(0, sources, AT_ONCE):
            builder.sources(range(first, min(sources, first + AT_ONCE)))
        builder.in_confidence()


class _Builder:
    """Builds source by source, each with its cases."""

    def __init__(self, keeper: User, chance: random.Random) -> None:
        self.keeper, self.chance = keeper, chance
        self.parties: list[Party] = []
        self.agencies: list[Agency] = []
        self.meetings: list[Meeting] = []
        self.days: list[date] = []
        self.accounts: list[Account] = []
        self.hidden: list[tuple[Case, Meeting]] = []

    def frame(self, *, meetings: int) -> None:
        """Parties, agencies, dialogues and their meetings."""
        with writing(PUBLIC, by=self.keeper, at=_BEGIN) as ledger:
            rows = _Rows(ledger, self.keeper)
            self.parties = [rows.entry(Party(name=name)) for name in STATES]
            self.agencies = [
                rows.entry(Agency(name=f"Ministry of {what} of {party.name}", party=party))
                for party in self.parties for what in ("Justice", "Labour", "the Interior")
            ]  # fmt: skip
            dialogues = []
            for other in self.parties[1:]:
                dialogues.append(rows.entry(Dialogue(name=f"Dialogue of Aldmark and {other.name}", interval="P1Y")))
                for party in (self.parties[0], other):
                    rows.entry(DialogueParty(dialogue=dialogues[-1], party=party))
            self.accounts = [rows.row(Account(party=party)) for party in self.parties]
            for number in range(meetings):
                at = number % len(dialogues)
                day = date(1998, 1, 5) + timedelta(days=number * 10_000 // meetings)
                kind = ("round", "session", "demarche", "expert-dialogue")[number // len(dialogues) % 4]
                meeting = rows.entry(Meeting(meeting_kind=kind, status="held", track="difference"))
                rows.entry(MeetingDialogue(meeting=meeting, dialogue=dialogues[at]))
                rows.state(meeting, Property.WHEN, day.isoformat(), first_day=day, last_day=day)
                rows.state(meeting, Property.PLACE, PLACES[number % len(PLACES)])
                rows.state(meeting, Property.NAME, f"{kind} {number + 1}")
                for party in (self.parties[0], self.parties[at + 1]):
                    for agency in self.chance.sample([one for one in self.agencies if one.party_id == party.pk], 2):
                        rows.entry(Participation(meeting=meeting, party=party, agency=agency))
                    theme = self.chance.choice(THEMES)
                    rows.entry(Position(meeting=meeting, party=party, theme=theme, summary="said as before"))
                rows.entry(MeetingTheme(meeting=meeting, theme=self.chance.choice(THEMES)))
                self.meetings.append(meeting)
                self.days.append(day)
            rows.write()

    def sources(self, numbers: range) -> None:
        """Documents with their cases and what was raised, answered, promised and asked in them."""
        with writing(PUBLIC, by=self.keeper, at=_BEGIN + timedelta(minutes=min(numbers))) as ledger:
            for number in numbers:
                at = number % len(self.meetings)
                rows = _Rows(ledger, self.keeper)
                names = [self._name() for _ in range(CASES_A_SOURCE)]
                rows.document(number, self._lines(names, number), self.days[at])
                for name in names:
                    self._case(rows, name, at)
                self._beside(rows, at, names)
                rows.write()

    def _case(self, rows: "_Rows", name: str, at: int) -> None:
        chance = self.chance
        rows.turn()
        person = rows.entry(Person())
        case = rows.entry(Case(person=person, matter=chance.choice(list(Matter)).value))
        detained = self.days[at] - timedelta(days=chance.randrange(2_000))
        rows.state(person, Property.NAME, name)
        rows.state(person, Property.OCCUPATION, chance.choice(WORK))
        rows.state(case, Property.STATUS, chance.choice(STATUS), account=self.accounts[0])
        rows.state(case, Property.DETAINED_ON, detained.isoformat(), first_day=detained, last_day=detained)
        them = self.parties[1 + at % (len(self.parties) - 1)]
        for time_raised in range(RAISED_A_CASE):
            when = (at + time_raised * (len(self.parties) - 1)) % len(self.meetings)
            act = {"by_party": self.parties[0], "to_party": them, "about_party": them, "meeting": self.meetings[when]}
            if time_raised == 3 and chance.random() < 0.4:
                self.hidden.append((case, self.meetings[when]))
            representation = rows.entry(Representation(track="difference", **act))
            rows.entry(RaisedCase(representation=representation, case=case))
            if chance.random() < 0.2:
                told = chance.choice(list(ResponseType)).value
                response = rows.entry(
                    Response(response_type=told, by_party=them, representation=representation, meeting=act["meeting"])
                )
                rows.entry(ResponseCase(response=response, case=case))
        if chance.random() < 0.2:
            kind = chance.choice(list(OutcomeKind)).value
            rows.entry(Outcome(case=case, outcome_kind=kind, when=str(self.days[at].year + 1)))
        if chance.random() < 0.5:
            form = chance.choice([PublicationForm.NAME, PublicationForm.NAME, PublicationForm.COUNT]).value
            rows.row(PublicationDecision(subject_id=person.pk, form=form, by=self.keeper, at=rows.ledger.at))

    def _beside(self, rows: "_Rows", at: int, names: list[str]) -> None:
        us, them, meeting = self.parties[0], self.parties[1 + at % (len(self.parties) - 1)], self.meetings[at]
        for _ in range(4):
            rows.entry(
                Exchange(
                    source=rows.made, meeting=meeting, outlet="Harbour Post", asks="whether names were handed over",
                    clarity=self.chance.choice(list(Clarity)).value,
                )
            )  # fmt: skip
        due = date(self.days[at].year + 1, 12, 31)
        commitment = rows.entry(
            Commitment(
                by_party=them, what="to answer in writing", strength=Strength.AGREED.value, due=due.isoformat(),
                due_last=due, made_at_meeting=meeting,
            )
        )  # fmt: skip
        if self.chance.random() < 0.5:
            status = self.chance.choice(list(CommitmentStatus)).value
            rows.entry(FollowUp(commitment=commitment, status=status, meeting=meeting))
        if self.chance.random() < 0.1:
            handed = rows.entry(List(name="names handed over", from_party=us, to_party=them, meeting=meeting))
            for number, name in enumerate(names, 1):
                rows.entry(ListItem(list=handed, number=number, name=name))

    def in_confidence(self) -> None:
        """What was raised and answered in private, on public cases."""
        for start in range(0, len(self.hidden), 500):
            with writing(CONFIDENTIAL, by=self.keeper, at=_BEGIN + timedelta(days=300, minutes=start)) as ledger:
                rows = _Rows(ledger, self.keeper)
                for case, meeting in self.hidden[start : start + 500]:
                    representation = rows.entry(Representation(by_party=self.parties[0], meeting_id=meeting.pk))
                    rows.entry(RaisedCase(representation=representation, case_id=case.pk))
                    response = rows.entry(Response(response_type="will-look-into-it", summary="told in the corridor"))
                    rows.entry(ResponseCase(response=response, case_id=case.pk))
                rows.write()

    def _name(self) -> str:
        chance = self.chance
        if chance.random() < 0.2:
            return "".join(chance.choice(_HAN) for _ in range(3))
        parts = [chance.choice(_STARTS) + chance.choice(_STARTS) + chance.choice(_ENDS) for _ in range(2)]
        return " ".join(parts).title()

    def _lines(self, names: list[str], number: int) -> list[str]:
        """Ten lines on each person, which make a document of some 1,500 words."""
        chance = self.chance
        return [f"Briefing number {number}."] + [
            f"We raised the case of {name}, a {chance.choice(WORK)} of {chance.choice(PLACES)}, who is {chance.choice(STATUS)};"
            f" {chance.choice(STATES)} said {chance.choice(STATUS)}, and that {chance.choice(THEMES)} was discussed."
            for name in names
            for _ in range(RAISED_A_CASE + 2)
        ]  # fmt: skip


class _Rows:
    """The rows of one transaction, written at its end in the order in which they were made; every entry on a passage of the
    document at hand, or on an inference where there is none."""

    def __init__(self, ledger: Ledger, keeper: User) -> None:
        self.ledger, self.keeper = ledger, keeper
        self.rows: list[Any] = []
        self.passages: list[Passage] = []
        self.made: Source | None = None
        self._at = 0

    def row(self, row: Any) -> Any:
        """A row that stands on nothing."""
        self.rows.append(row)
        return row

    def entry(self, entry: Any) -> Any:
        """An entry with its ground."""
        name_as_entry(entry)
        self.rows.append(entry)
        passage = self.passages[self._at % len(self.passages)] if self.passages else None
        self.rows.append(
            Ground(
                entry_id=entry.pk, passage=passage, inference="" if passage else "entered by hand", by=self.keeper,
                at=self.ledger.at,
            )
        )  # fmt: skip
        return entry

    def turn(self) -> None:
        """What follows stands on the next lines of the document."""
        self._at += 1

    def state(self, subject: Entry, about: Property, value: str, **more: Any) -> None:
        """A statement with its ground."""
        self.entry(Statement(subject_id=subject.pk, about=about.value, value=value, **more))

    def document(self, number: int, lines: list[str], day: date) -> None:
        """A source with its text, its bytes and a passage for each line."""
        text = "\n".join(lines)
        name = f"briefing-{number}.txt"
        self.made = Source(
            sha256=hashlib.sha256(text.encode()).hexdigest(), media_type="text/plain", place=name, name=name,
            title=f"Briefing {number}", kind="briefing", dated=day.isoformat(), language="en", terms="free",
            got_at=self.ledger.at, got_by=self.keeper,
        )  # fmt: skip
        kept = SourceText(source=self.made, text=text, extractor="text/1", made_at=self.ledger.at)
        self.rows += [self.made, kept]
        start = 0
        for line in lines:
            passage = Passage(text=kept, start=start, end=start + len(line), quote=line)
            passage.prefix, passage.suffix = text[max(0, start - 32) : start], text[passage.end : passage.end + 32]
            self.passages.append(passage)
            start += len(line) + 1
        self.rows += self.passages

    def write(self) -> None:
        """All of them at once."""
        self.ledger.add_all(self.rows)
        if self.made is not None:
            add_chunks(self.made, SourceText.objects.using(PUBLIC).get(source=self.made).text.encode(), PUBLIC)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, default=CASES)
    wanted = arguments.parse_args().cases
    begun = time.perf_counter()
    print(f"{cached(wanted)}, {time.perf_counter() - begun:.0f} s")
