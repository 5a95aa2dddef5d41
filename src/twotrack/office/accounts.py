"""Signing in: the name and passphrase of a user of the record, and a limit on wrong tries.

Nothing of this is written: sessions, counters and the code of an unencrypted record live in this process's memory.
"""

import hmac
import secrets
import threading
import unicodedata
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from twotrack import clock
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import User

TRIES = 5
PAUSE = timedelta(minutes=5)
_KEPT = 10_000  # names remembered at most, so that invented names cannot fill the memory

# A record made without a passphrase has an owner without a password. This code, new with each start and printed by
# `twotrack serve`, stands in for it, so that other users of the machine cannot come in by the port.
CODE = "-".join(secrets.token_hex(2) for _ in range(3))


class Throttle:
    """Counts tries a name. The sixth within five minutes is refused, whether there is such a user or not."""

    def __init__(self) -> None:
        self._tries: dict[str, tuple[int, datetime]] = {}
        self._lock = threading.Lock()

    def allows(self, name: str) -> bool:
        """Note one more try and say whether it may go on. Asked before the password is looked at."""
        key, now = _key(name), clock.now()
        with self._lock:
            count, since = self._tries.get(key, (0, now))
            if now - since >= PAUSE:
                count, since = 0, now
            if count >= TRIES:
                return False
            if len(self._tries) >= _KEPT:
                self._tries = {one: tried for one, tried in self._tries.items() if now - tried[1] < PAUSE}
            self._tries[key] = (count + 1, now)
            return True

    def forget(self, name: str) -> None:
        """Somebody came in under this name: earlier tries no longer count."""
        with self._lock:
            self._tries.pop(_key(name), None)


THROTTLE = Throttle()


class Backend(BaseBackend):
    """Users of the record, looked up in the public database alone."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002  (Django's signature)
        name: str = "",
        password: str = "",
        **_: Any,
    ) -> User | None:
        """The active user of this name and password. An unknown name takes as long as a wrong password."""
        user = User.objects.using(PUBLIC).filter(name=name).first()
        if user is None:
            User().set_password(password)
            return None
        if not user.is_active:
            User().set_password(password)
            return None
        if not user.has_usable_password():
            return user if hmac.compare_digest(password.encode(), CODE.encode()) else None
        return user if user.check_password(password) else None

    def get_user(self, user_id: uuid.UUID | str) -> User | None:
        """The user of a session; None once the account was ended."""
        return User.objects.using(PUBLIC).filter(pk=user_id, is_active=True).first()


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()[:200]
