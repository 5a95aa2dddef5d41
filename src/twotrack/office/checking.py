"""`twotrack check` from the office: in a thread of its own, one at a time, with the sight of the person who asked for it."""

import threading
import time
from pathlib import Path

from django.db import connections

from twotrack.errors import RecordError
from twotrack.office.locking import DOOR, LockedError
from twotrack.record import keyring
from twotrack.record.check import check, counted, extent
from twotrack.record.proved import note

_MOMENT = 0.01  # seconds between two looks whether it has ended


class StoppedError(RecordError):
    """A check was cut off because the record is being closed."""


class Checking:
    """The check that runs now, if one does."""

    def __init__(self) -> None:
        self._hold = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stop = self._inside = False
        self._done, self._all = 0, 1

    def percent(self) -> int | None:
        """How far it is; None where none runs."""
        with self._hold:
            return None if self._thread is None else min(99, 100 * self._done // max(1, self._all))

    def start(self, folder: Path, *, by: str) -> bool:
        """Begin one, with clearance; False where one runs already. What it finds is kept (record/proved.py)."""
        with self._hold:
            if self._thread is not None:
                return False
            self._stop, self._done = False, 0
            self._thread = threading.Thread(target=self._run, args=(folder, by), daemon=True)
            self._thread.start()
            return True

    def ask_to_stop(self) -> None:
        """Let it end soon, without a result."""
        self._stop = True

    def stop(self) -> None:
        """Let it end and wait until it uses no connection: one that another thread uses must not be closed. It is not joined:
        one that waits at the door for the thread that calls this would never end."""
        self.ask_to_stop()
        while self._inside and self._thread is not threading.current_thread():
            time.sleep(_MOMENT)

    def _told(self, more: int) -> None:
        self._done += more
        if self._stop:
            raise StoppedError("the check was stopped because the record is being closed; check it again")

    def _run(self, folder: Path, by: str) -> None:
        try:
            with DOOR.inside(), keyring.cleared():
                self._inside = True  # first this, then the look whether to stop: `stop` does it the other way round
                try:
                    self._told(0)
                    self._all = extent()
                    note(list(check(folder, self._told)), counted(), by=by)
                finally:
                    connections.close_all()
                    self._inside = False
        except (StoppedError, LockedError):
            pass
        finally:
            with self._hold:
                self._thread = None


CHECKING = Checking()
DOOR.when_locking.append(CHECKING.ask_to_stop)
keyring.BEFORE_CLOSING.append(CHECKING.stop)
