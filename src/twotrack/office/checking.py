"""`twotrack check` from the office: in a thread of its own, one at a time, with the sight of the person who asked for it."""

import threading
from pathlib import Path

from twotrack.errors import RecordError
from twotrack.office.locking import DOOR, LockedError
from twotrack.record import keyring
from twotrack.record.check import check, counted, extent
from twotrack.record.proved import note


class StoppedError(RecordError):
    """A check was cut off because the record is being closed."""


class Checking:
    """The check that runs now, if one does."""

    def __init__(self) -> None:
        self._hold = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stop = False
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

    def _told(self, more: int) -> None:
        self._done += more
        if self._stop:
            raise StoppedError("the check was stopped because the record is being closed; check it again")

    def _run(self, folder: Path, by: str) -> None:
        try:
            with DOOR.beside(), keyring.cleared():
                self._told(0)  # it may have been stopped before it came so far
                self._all = extent()
                note(list(check(folder, self._told)), counted(), by=by)
        except (StoppedError, LockedError):
            pass
        finally:
            with self._hold:
                self._thread = None


CHECKING = Checking()
DOOR.when_locking.append(CHECKING.ask_to_stop)
