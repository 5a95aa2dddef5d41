"""Killed at any moment, or four at once: no acknowledged write is lost, and nothing is half there."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from makers import MadeRecord
from twotrack.record import folder, keyring
from twotrack.record.check import check
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Entry, Proposal, Source
from twotrack.record.search_index import TEXTS

pytestmark = [pytest.mark.process, pytest.mark.skipif(os.name != "posix", reason="copies itself as POSIX systems do")]
WORKING = Path(__file__).with_name("working.py")


def worked(record: MadeRecord, mode: str, times: int) -> set[tuple[str, uuid.UUID]]:
    """What was acknowledged by so many that worked on the record."""
    assert record.record_key is not None
    arguments = [str(record.folder), record.record_key.hex(), mode, "7", str(times)]
    done = subprocess.run([sys.executable, str(WORKING), *arguments], capture_output=True, text=True, timeout=240)
    assert (done.returncode, done.stderr) == (0, "")
    lines = (line.split() for line in done.stdout.splitlines())
    return {(kind, uuid.UUID(key)) for kind, key in lines}


def there(record: MadeRecord) -> set[tuple[str, uuid.UUID]]:
    """What is there afterwards. No rule is broken; every source has its text and all of its proposals."""
    folder.attach(record.folder, record.record_key)
    with keyring.cleared():
        assert list(check()) == []
        found = set()
        for alias in (PUBLIC, CONFIDENTIAL):
            sources = set(Source.objects.using(alias).values_list("pk", flat=True))
            proposals = list(Proposal.objects.using(alias).values_list("source_id", flat=True))
            assert {proposals.count(key) for key in sources} <= {6}
            assert indexed(alias) == len(sources)
            found |= {("source", key) for key in sources}
            found |= {("entry", key) for key in Entry.objects.using(alias).values_list("pk", flat=True)}
    folder.detach()
    return found


def indexed(alias: str) -> int:
    """How many texts the index holds."""
    from django.db import connections

    with connections[alias].cursor() as cursor:
        return int(cursor.execute(f"SELECT count(*) FROM {TEXTS}").fetchone()[0])


def test_killed_at_forty_moments_no_acknowledged_write_is_lost(closed_record: MadeRecord) -> None:
    acknowledged = worked(closed_record, "killed", 40)
    assert len(acknowledged) > 40
    assert acknowledged <= there(closed_record)


def test_four_at_once_lose_nothing(closed_record: MadeRecord) -> None:
    acknowledged = worked(closed_record, "beside", 4)
    assert len(acknowledged) == 4 * 6 * 3
    assert acknowledged <= there(closed_record)
