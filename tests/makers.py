"""Makers of what tests need: documents, readings, entries. Every name in them is invented."""

import hashlib
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from twotrack import clock
from twotrack.reading.findings import (
    CaseFinding,
    CommitmentFinding,
    Heading,
    MeetingFinding,
    ParticipantFinding,
    Reading,
    Span,
)
from twotrack.record import folder, keyring
from twotrack.record.keyring import PUBLIC
from twotrack.sources.raw import Document, RawSource
from twotrack.vocabulary import DocumentKind, MeetingKind, MeetingStatus, Raised, Role, Strength

folder.set_up_django()

from twotrack.record.ingest import Ingested, ingest  # noqa: E402
from twotrack.record.models import User  # noqa: E402

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
PASSPHRASE = "seven wet stones"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeRecord:
    """A record made once and copied for each test: its folder, its keys, and the printed recovery key."""

    folder: Path
    record_key: bytes | None
    recovery_key: str | None


def make_record(path: Path, passphrase: str | None = PASSPHRASE) -> MadeRecord:
    """A new record with its three users: the keeper (made by init), an officer with clearance, a clerk without."""
    with clock.fixed(lambda: NOW - timedelta(hours=1)):  # first of all: whoever came first is the keeper
        recovery = folder.create(path, passphrase, owner="keeper")
    with folder.opened(path, passphrase) as opened, keyring.cleared():
        for name, clearance, role in (("officer", True, Role.ADMINISTRATOR), ("clerk", False, Role.REVIEWER)):
            user = User(name=name, clearance=clearance, role=role.value, made_at=NOW)
            user.set_password(f"{name} {PASSPHRASE}")
            user.save(using=PUBLIC)
        record_key = opened.record_key
    return MadeRecord(folder=path, record_key=record_key, recovery_key=recovery)


def copy_record(made: MadeRecord, path: Path) -> MadeRecord:
    """The same record in another folder."""
    shutil.copytree(made.folder, path)
    return MadeRecord(folder=path, record_key=made.record_key, recovery_key=made.recovery_key)


TEXT = (
    "We met on 3 and 4 March 2025 in Dunmarrow. "
    "Minister Ilsa Tarn led the delegation of Verania, with the Ministry of Justice. "
    "We raised the case of Tamsin Orrel, who is detained. We agreed to hold the next round in Verania in 2026."
)


def span(words: str, text: str = TEXT, nth: int = 1) -> Span:
    """Where these words stand in the text for the n-th time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def make_reading(text: str = TEXT, *, case: str = "Tamsin Orrel", when: str = "2025-03-03/2025-03-04") -> Reading:
    """A reading of TEXT with a finding of each kind that becomes a proposal."""
    known: dict[str, Any] = {"confidence": 0.8, "rule": "made-by-hand"}
    return Reading(
        source="briefing.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        extractor="text/1",
        convention="none",
        heading=Heading(title="A briefing", date="2025-03-04", place="Dunmarrow", kind=DocumentKind.REMARKS, language="en"),
        turns=(),
        exchanges=(),
        meetings=(
            MeetingFinding(
                id="m1", kind=MeetingKind.ROUND, name="round of March 2025", when=when, place="Dunmarrow",
                status=MeetingStatus.HELD, part_of=None, mentions=(span("We met on 3 and 4 March 2025", text),), **known,
            ),
            MeetingFinding(
                id="m2", kind=MeetingKind.ROUND, name="next round", when="2026", place="Verania",
                status=MeetingStatus.PLANNED, part_of=None, mentions=(span("next round", text),), **known,
            ),
        ),
        participants=(
            ParticipantFinding(
                name="Ilsa Tarn", title="Minister", organisation=None, side="Verania", meeting="m1", head=True, count=None,
                mentions=(span("Minister Ilsa Tarn", text),), **known,
            ),
            ParticipantFinding(
                name=None, title=None, organisation="Ministry of Justice", side="Verania", meeting="m1", head=False,
                count=None, mentions=(span("Ministry of Justice", text),), **known,
            ),
        ),
        topics=(),
        cases=(
            CaseFinding(
                name=case, aliases=(), group=False, status="detained", raised=Raised.RAISED, raised_by="Aldmark", meeting="m1",
                mentions=(span(case, text),), status_mentions=(span("detained", text),), **known,
            ),
        ),
        commitments=(
            CommitmentFinding(
                who="both", what="hold the next round in Verania in 2026", due="2026", strength=Strength.AGREED, standing=False,
                benchmark=False, meeting="m2", **known,
                mentions=(span("We agreed to hold the next round in Verania in 2026", text),),
            ),
        ),
        dates=(),
    )  # fmt: skip


def ingest_made(alias: str, reading: Reading | None = None, *, by: User) -> Ingested:
    """TEXT and its made reading in the record."""
    reading = reading or make_reading()
    raw = RawSource(
        content=reading.text.encode(), place="briefing.txt", name="briefing.txt", media_type="text/plain", got_at=NOW
    )
    return ingest(raw, Document(text=reading.text, extractor="text/1"), reading, alias=alias, by=by, at=NOW)


def capture_made(
    alias: str, reading: Reading | None = None, *, by: User, day: int = 0, address: str = "https://example.org/talks"
) -> Ingested:
    """A reading's text as it was got from a web address, so many days after NOW."""
    reading = reading or make_reading()
    at = NOW + timedelta(days=day)
    raw = RawSource(
        content=reading.text.encode(),
        place=address,
        name="talks",
        media_type="text/plain",
        got_at=at,
        addresses=(address,),
    )
    return ingest(raw, Document(text=reading.text, extractor="text/1"), reading, alias=alias, by=by, at=at)


def add_person(ledger: Any, name: str) -> Any:
    """A person with a name and one case, each on an inference; returns the case."""
    from twotrack.record.models import Case, Person
    from twotrack.vocabulary import Property

    person = ledger.add(Person())
    case = ledger.add(Case(person=person, matter="detention"))
    for entry in (person, case):
        ledger.ground(entry, inference="told at the table")
    ledger.state(person, Property.NAME, name, inference="told at the table")
    return case
