"""A disk that is full, or that fails once, at the n-th write of a short run: for every n the change is refused in one line, or
kept whole; nothing half written, and the record goes on once there is room."""

import errno
import sys

import pytest
from django.db import connections

from failing_disk import Disk, failing
from makers import NOW, MadeRecord, ingest_made, make_reading
from twotrack.errors import RecordError
from twotrack.record.check import check
from twotrack.record.decisions import decide
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.log import HEADS_LATE
from twotrack.record.models import Decision, Party, Proposal, Source, User
from twotrack.vocabulary import DecisionKind

pytestmark = [pytest.mark.process, pytest.mark.skipif(sys.platform != "linux", reason="replaces Linux's system calls")]


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def act(number: int) -> None:
    """The short run: a document taken in, a finding decided, a party added in confidence."""
    if number == 0:
        ingest_made(PUBLIC, make_reading(), by=officer())
    elif number == 1:
        decide(Proposal.objects.using(PUBLIC).get(section="cases"), DecisionKind.ACCEPT, by=officer(), at=NOW)
    else:
        with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
            ledger.ground(ledger.add(Party(name="Verania")), inference="entered by hand")


def state() -> tuple[int, int, int, int]:
    """What the acts leave: sources with all their proposals, decisions, parties."""
    parties = Party.objects.using(CONFIDENTIAL).count()
    sources, proposals = Source.objects.using(PUBLIC).count(), Proposal.objects.using(PUBLIC).count()
    return sources, proposals, Decision.objects.using(PUBLIC).count(), parties


AFTER = ((0, 0, 0, 0), (1, 6, 0, 0), (1, 6, 2, 0), (1, 6, 2, 1))


def refused(number: int, disk: Disk) -> str:
    """What the refusal of this act says, with the disk failing; empty where it was done."""
    with failing(disk):
        try:
            act(number)
        except RecordError as error:
            return str(error)
    return ""


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO], ids=["full", "broken once"])
def test_at_every_write_a_failing_disk_is_refused_cleanly(record: MadeRecord, error: int) -> None:
    assert state() == AFTER[0]
    for number in range(3):
        writes = 1
        while said := refused(number, Disk(fails_at=writes, error=error)):
            assert "disk is full or cannot be written" in said
            assert state() == AFTER[number], writes
            assert writes % 25 or list(check()) == []
            writes += 1
        assert writes > 20
        assert state() == AFTER[number + 1]
        assert list(check()) == []
        connections.close_all()
        assert state() == AFTER[number + 1]


def test_a_note_of_the_heads_that_cannot_be_written_says_that_the_change_is_kept(record: MadeRecord) -> None:
    (record.folder / "heads.lock").mkdir()
    with pytest.raises(RecordError, match="the change is kept") as raised, writing(PUBLIC, by=officer()) as ledger:
        ledger.ground(ledger.add(Party(name="Verania")), inference="entered by hand")
    assert str(raised.value) == HEADS_LATE
    assert Party.objects.using(PUBLIC).count() == 1
    assert list(check()) == []
    (record.folder / "heads.lock").rmdir()
    with writing(PUBLIC, by=officer()) as ledger:
        ledger.ground(ledger.add(Party(name="Ostmark")), inference="entered by hand")
    assert list(check()) == []
