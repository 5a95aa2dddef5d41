"""The office locks itself: after a while without work it closes the databases and drops the keys, and asks for the passphrase.

What was in memory of the record goes with them (keyring.WHEN_LOCKED). No key and no passphrase is kept to open it again.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.db import DatabaseError, connections

from twotrack import clock
from twotrack.errors import RecordError
from twotrack.record import folder as folders
from twotrack.record import keyring, users
from twotrack.record.confidentiality import Sight
from twotrack.record.keys import open_keys
from twotrack.record.models import Setting

AFTER = "lock-after"  # the setting: minutes, 0 for never
ALONE = (
    15  # minutes, where one person keeps the record; where several do, each has a session that ends, and this is off
)
_MOMENT = 0.01  # seconds between two looks whether what runs beside has ended
_LOOK = 5.0  # seconds between two looks at the clock


class LockedError(RecordError):
    """The office is locked."""


class Door:
    """Whether the record is open, and what goes on inside. Without a folder (`guard` was not called) it stays as it is."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._inside = 0
        self._locked = False
        self._worked = clock.now()
        self._beside: set[threading.Thread] = set()
        self.when_locking: list[Callable[[], None]] = []  # what runs beside requests is asked to end
        self._hold = threading.RLock()
        self._ends = threading.Event()

    @property
    def locked(self) -> bool:
        """Whether the passphrase is needed."""
        return self._locked

    @contextmanager
    def inside(self) -> Iterator[None]:
        """A request or a task: the office is not locked while it lasts. Raises LockedError where it is locked."""
        self.lock_if_idle()
        with self._hold:
            if self._locked:
                raise LockedError("the office is locked; unlock it with the passphrase")
            self._inside += 1
        try:
            yield
        finally:
            with self._hold:
                self._inside -= 1
                if self._locked and not self._inside:
                    folders.detach()

    @contextmanager
    def beside(self) -> Iterator[None]:
        """As `inside`, for work in a thread beside the requests: the record is not closed before it has ended, and its own
        connections are closed with it."""
        with self.inside():
            self._beside.add(threading.current_thread())
            try:
                yield
            finally:
                connections.close_all()
                self._beside.discard(threading.current_thread())

    def wait(self) -> None:
        """Ask what runs beside the requests to end, and wait until it uses no connection. The threads are not joined: one that
        waits at the door for the thread that calls this would never end."""
        for end in self.when_locking:
            end()
        while self._beside - {threading.current_thread()}:
            time.sleep(_MOMENT)

    def work(self) -> None:
        """Somebody who is signed in did something."""
        self._worked = clock.now()

    def lock_if_idle(self) -> None:
        """Lock where nobody worked for as long as the record says. By the clock, so that a laptop that slept counts too."""
        idle = clock.now() - self._worked
        if self._folder is None or self._locked or idle < timedelta(minutes=1):
            return
        with self._hold:
            if not self._locked and not self._inside and (after := lock_after()) and idle >= timedelta(minutes=after):
                self.lock()

    def lock(self) -> None:
        """Let nobody in any more; close the databases and drop the keys when the last one who is inside has left: the engine
        falls where a connection is closed that another thread uses."""
        with self._hold:
            if self._folder is None:
                return
            self._locked = True
            for end in self.when_locking:
                end()
            if not self._inside:
                folders.detach()

    def unlock(self, secret: str) -> None:
        """Open the record again; raises PassphraseError where neither passphrase nor recovery key fits."""
        with self._hold:
            if self._folder is None or not self._locked:
                return
            if self._inside:
                raise RecordError("the office is being locked; wait a moment and try again")
            keys = folders.read_keys(self._folder)
            folders.attach(self._folder, open_keys(keys, secret), generation=keys.generation)
            self._worked, self._locked = clock.now(), False

    @contextmanager
    def guard(self, folder: Path) -> Iterator[None]:
        """Watch over an open record while the context lasts. One without encryption has no keys to drop and is left alone."""
        if keyring.KEYS.get(keyring.PUBLIC) is None:
            yield
            return
        self._folder, self._locked, self._inside, self._worked = folder, False, 0, clock.now()
        self._ends.clear()
        watch = threading.Thread(target=self._watch, daemon=True)
        watch.start()
        try:
            yield
        finally:
            self._ends.set()
            watch.join()
            self.lock()
            self.wait()
            self._folder, self._locked = None, False

    def _watch(self) -> None:
        while not self._ends.wait(_LOOK):
            try:
                self.lock_if_idle()
            except DatabaseError:
                self.lock()  # it cannot be told how long the record may stay open: not longer
            connections.close_all()


DOOR = Door()
keyring.BEFORE_CLOSING.append(DOOR.wait)


def lock_after() -> int:
    """After how many minutes without work the office locks itself; 0: never."""
    rows = Sight.public().all(Setting, name=AFTER)
    if rows and isinstance(rows[0].value, int):
        return rows[0].value
    return ALONE if len(users.active()) == 1 else 0
