"""The office locks itself: keys and connections are gone, and the passphrase opens it again."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.urls import reverse

from addresses import NAMES, address
from clients import Visitor, user
from makers import NOW, PASSPHRASE, MadeRecord, ingest_made
from twotrack import clock
from twotrack.errors import RecordError
from twotrack.office.locking import ALONE, DOOR, LockedError, lock_after
from twotrack.office.sessions import SESSIONS
from twotrack.office.views.locking import PATIENCE
from twotrack.record import folder, keyring, users
from twotrack.record.folder import opened
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import User

SOON = NOW + timedelta(minutes=ALONE) - timedelta(seconds=1)
LATE = NOW + timedelta(minutes=ALONE)


@pytest.fixture
def alone(record: MadeRecord) -> Iterator[MadeRecord]:
    """A record that its keeper alone keeps, guarded as `twotrack serve` does."""
    for name in ("officer", "clerk"):
        users.disable(name)
    PATIENCE.forget()
    with clock.fixed(lambda: NOW), DOOR.guard(record.folder):
        yield record
        folder.attach(record.folder, record.record_key)


def looks(visitor: Visitor, at: datetime) -> str:
    with clock.fixed(lambda: at):
        return str(visitor.asks("/settings").headers.get("Location", ""))


def unlocks(secret: str, at: datetime = LATE) -> tuple[int, str]:
    with clock.fixed(lambda: at):
        answer = Visitor(None).sends("/unlock", passphrase=secret)
        return int(answer.status_code), str(answer.headers.get("Location", ""))


def test_one_who_works_is_let_work(alone: MadeRecord) -> None:
    keeper = Visitor("keeper")
    assert looks(keeper, SOON) == ""
    assert looks(keeper, SOON + timedelta(minutes=10)) == ""


def test_without_work_keys_connections_and_sessions_go(alone: MadeRecord) -> None:
    keeper = Visitor("keeper")
    looks(keeper, NOW)
    cache.set("message", "Quarrelbird")
    assert looks(keeper, LATE) == "/unlock"
    assert keyring.KEYS == {}
    assert all(wrapper.connection is None for wrapper in keyring.WRAPPERS)
    assert SESSIONS._all == {}
    assert cache.get("message") is None
    with pytest.raises(Exception, match="locked"):
        User.objects.using(PUBLIC).count()


def test_a_strangers_requests_are_no_work(alone: MadeRecord) -> None:
    looks(Visitor(None), SOON)
    assert looks(Visitor(None), LATE) == "/unlock"


@pytest.mark.parametrize("name", NAMES)
def test_every_address_of_a_locked_office_leads_to_the_passphrase(alone: MadeRecord, name: str) -> None:
    keeper = Visitor("keeper")
    DOOR.lock()
    for answer in (keeper.asks(address(name)), keeper.sends(address(name))):
        if name not in ("static", "unlock"):
            assert (answer.status_code, answer.headers["Location"]) == (302, reverse("unlock"))
        assert answer.headers["Cache-Control"].startswith("no-store")


def test_the_passphrase_opens_it_again_and_signs_the_keeper_in(alone: MadeRecord) -> None:
    DOOR.lock()
    assert unlocks("wrong") == (403, "")
    assert unlocks(PASSPHRASE) == (302, "/")
    assert len(users.active()) == 1


def test_the_recovery_key_opens_it_but_signs_nobody_in(alone: MadeRecord) -> None:
    DOOR.lock()
    assert unlocks(alone.recovery_key or "") == (302, "/sign-in")


def test_wrong_passphrases_of_the_record_have_to_wait(alone: MadeRecord) -> None:
    DOOR.lock()
    assert [unlocks("wrong")[0] for _ in range(6)] == [403] * 5 + [429]
    assert unlocks(PASSPHRASE)[0] == 429
    assert unlocks(PASSPHRASE, LATE + timedelta(seconds=2))[0] == 302


def test_where_several_keep_the_record_it_does_not_lock_unless_told(record: MadeRecord) -> None:
    assert lock_after() == 0
    assert Visitor("officer").sends("/settings/record", minutes="30").status_code == 302
    assert lock_after() == 30
    assert Visitor("officer").sends("/settings/record", minutes="7").status_code == 400


def test_where_several_keep_it_the_sign_in_page_follows(record: MadeRecord) -> None:
    with DOOR.guard(record.folder):
        assert Visitor("officer").sends("/lock").headers["Location"] == "/unlock"
        assert keyring.KEYS == {}
        assert unlocks(PASSPHRASE) == (302, "/sign-in")


def test_it_is_not_locked_in_the_middle_of_a_request(alone: MadeRecord) -> None:
    with DOOR.inside():
        with clock.fixed(lambda: LATE):
            DOOR.lock_if_idle()
        assert not DOOR.locked
        DOOR.lock()  # somebody wants it locked: nobody comes in, but who is inside ends first
        with pytest.raises(LockedError), DOOR.inside():
            pass
        with pytest.raises(RecordError, match="wait a moment"):
            DOOR.unlock(PASSPHRASE)
        assert User.objects.using(PUBLIC).count() == 3
    assert keyring.KEYS == {}


def test_a_check_that_runs_is_ended_before_the_record_closes(alone: MadeRecord) -> None:
    ingest_made(PUBLIC, by=user("keeper"))
    for _ in range(20):
        assert Visitor("keeper").sends("/settings/record/check").status_code == 302
        folder.attach(alone.folder, alone.record_key)
    assert Visitor("keeper").asks("/settings/record").status_code == 200


def test_a_record_without_encryption_is_left_alone(record: MadeRecord) -> None:
    keyring.KEYS[PUBLIC] = None
    with DOOR.guard(record.folder):
        DOOR.lock()
        assert not DOOR.locked
    keyring.KEYS[PUBLIC] = b""


def test_whoever_opens_a_record_keeps_no_key_while_it_is_open(closed_record: MadeRecord) -> None:
    context = opened(closed_record.folder, PASSPHRASE)
    with context:
        frame = context.gen.gi_frame  # type: ignore[attr-defined]
        assert closed_record.record_key is not None
        held = [value for value in frame.f_locals.values() if isinstance(value, (bytes, str, list))]
        assert closed_record.record_key not in held
        assert PASSPHRASE not in held


@pytest.mark.process
def test_the_watch_locks_by_itself(closed_record: MadeRecord, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(PASSPHRASE + "\n")
    program = (
        "import twotrack.office.locking as locking\n"
        "locking._LOOK = 0.05\n"
        "locking.lock_after = lambda: 15\n"
        "from datetime import timedelta\n"
        "from twotrack import clock\n"
        "from twotrack.record import folder, keyring\n"
        f"with folder.opened(folder.Path({str(closed_record.folder)!r}), {PASSPHRASE!r}) as record:\n"
        "    with locking.DOOR.guard(record.folder):\n"
        "        start = clock.now()\n"
        "        with clock.fixed(lambda: start + timedelta(hours=1)):\n"
        "            while keyring.KEYS: pass\n"
        "print('locked')\n"
    )
    program = "from twotrack.record.folder import set_up_django\nset_up_django()\n" + program
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("locked\n", "")


def test_two_who_unlock_at_once_open_it_once(alone: MadeRecord) -> None:
    DOOR.lock()
    threads = [threading.Thread(target=DOOR.unlock, args=(PASSPHRASE,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not DOOR.locked
    assert re.fullmatch(r"\d+", str(User.objects.using(PUBLIC).count()))


def test_documents_that_are_being_taken_in_end_before_the_record_closes(alone: MadeRecord) -> None:
    for number in range(10):
        text = "\n".join(f"We met in Dunmarrow, the {number} time; line {line}." for line in range(200))
        given = Visitor("keeper").sends(reverse("take-in"), text=text, called="a note", handling="public")
        assert given.status_code == 302
        folder.attach(alone.folder, alone.record_key)
    assert Visitor("keeper").asks("/sources").status_code == 200
