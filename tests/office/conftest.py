"""An office on a record in which one document was read and its findings accepted."""

from collections.abc import Iterator
from typing import Any

import pytest

from clients import user
from makers import NOW, MadeRecord, copy_record, ingest_made
from record.reports.small_record import Small, small_record
from twotrack import clock
from twotrack.record import folder, keyring
from twotrack.record.decisions import decide
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Dialogue, DialogueParty, MeetingDialogue, Proposal
from twotrack.record.proposals import decision_on
from twotrack.vocabulary import DecisionKind


@pytest.fixture(scope="session")
def kept_record(made_record: MadeRecord, tmp_path_factory: pytest.TempPathFactory) -> MadeRecord:
    """A record with a public document whose findings are accepted, made once; copy it."""
    kept = copy_record(made_record, tmp_path_factory.mktemp("kept") / "record")
    folder.attach(kept.folder, kept.record_key)
    with keyring.cleared():
        source = ingest_made(PUBLIC, by=user("officer")).source
        for proposal in Proposal.objects.using(PUBLIC).filter(source_id=source.pk):
            if decision_on(proposal) is None:
                decide(proposal, DecisionKind.ACCEPT, by=user("officer"))
    folder.detach()
    return kept


@pytest.fixture
def kept(kept_record: MadeRecord, tmp_path: Any) -> Iterator[MadeRecord]:
    """Such a record of one's own, open; nothing is cleared outside the requests but what the test itself does."""
    copy = copy_record(kept_record, tmp_path / "kept")
    folder.attach(copy.folder, copy.record_key)
    with keyring.cleared():
        yield copy
    folder.detach()


@pytest.fixture(scope="session")
def small_made(made_record: MadeRecord, tmp_path_factory: pytest.TempPathFactory) -> tuple[MadeRecord, Small]:
    """The small record of the reports, with a dialogue that its rounds count towards, made once; copy it."""
    made = copy_record(made_record, tmp_path_factory.mktemp("small") / "record")
    folder.attach(made.folder, made.record_key)
    with keyring.cleared():
        small = small_record()
        with writing(PUBLIC, by=user("officer"), at=NOW) as ledger:
            dialogue = ledger.add(Dialogue(name="Dialogue of Aldmark and Verania", interval="P1Y"))
            for party in (small.aldmark, small.verania):
                ledger.ground(ledger.add(DialogueParty(dialogue=dialogue, party=party)), inference="known")
            for number in (1, 2, 3):
                link = MeetingDialogue(meeting=small.made[f"round_{number}"], dialogue=dialogue)
                ledger.ground(ledger.add(link), inference="known")
        small.made["yearly"] = dialogue
    folder.detach()
    return made, small


@pytest.fixture
def small(small_made: tuple[MadeRecord, Small], tmp_path: Any) -> Iterator[Small]:
    """Such a record of one's own, open, on the day that its answers were worked out for."""
    copy = copy_record(small_made[0], tmp_path / "small")
    folder.attach(copy.folder, copy.record_key)
    with keyring.cleared(), clock.fixed(lambda: NOW):
        yield small_made[1]
    folder.detach()
