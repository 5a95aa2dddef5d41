"""Sessions: who is signed in, from where, since when. They lie in this process's memory alone and end with it, when nobody
used them for a while, a working day after they began, and when their person ends them."""

import threading
import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.http import HttpRequest

from twotrack import clock
from twotrack.record import keyring

IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=10)
KEY = "session"  # where a session holds its own key
_BROWSERS = ("Firefox", "Edg", "Chrome", "Safari")  # in this order: Edge says Chrome too, and Chrome Safari
_SYSTEMS = ("Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One browser in which somebody is signed in."""

    key: uuid.UUID
    user: uuid.UUID
    began: datetime
    seen: datetime
    address: str
    browser: str

    def is_over(self, now: datetime) -> bool:
        """Whether it ended by itself."""
        return now - self.seen >= IDLE or now - self.began >= WHOLE


class Sessions:
    """The sessions of this office."""

    def __init__(self) -> None:
        self._all: dict[uuid.UUID, Session] = {}
        self._lock = threading.Lock()

    def begin(self, user: uuid.UUID, *, address: str, agent: str) -> Session:
        """A new one."""
        now = clock.now()
        one = Session(
            key=clock.new_id(), user=user, began=now, seen=now, address=place_of(address), browser=browser_of(agent)
        )
        with self._lock:
            self._all = {key: other for key, other in self._all.items() if not other.is_over(now)} | {one.key: one}
        return one

    def touch(self, key: str) -> bool:
        """Whether the session of this key lasts; it was then used just now."""
        now = clock.now()
        with self._lock:
            one = self._all.get(_as_key(key))
            if one is None or one.is_over(now):
                self._all.pop(_as_key(key), None)
                return False
            self._all[one.key] = replace(one, seen=now)
            return True

    def of(self, user: uuid.UUID) -> list[Session]:
        """A person's sessions, the latest used first."""
        now = clock.now()
        with self._lock:
            own = [one for one in self._all.values() if one.user == user and not one.is_over(now)]
        return sorted(own, key=lambda one: one.seen, reverse=True)

    def end(self, key: uuid.UUID | str, *, user: uuid.UUID) -> bool:
        """End one of a person's sessions; says whether it was theirs."""
        with self._lock:
            one = self._all.get(_as_key(str(key)))
            if one is None or one.user != user:
                return False
            del self._all[one.key]
            return True

    def end_others(self, user: uuid.UUID, keep: str) -> None:
        """End all of a person's sessions but this one."""
        for one in self.of(user):
            if str(one.key) != keep:
                self.end(one.key, user=user)

    def clear(self) -> None:
        """End all."""
        with self._lock:
            self._all = {}


SESSIONS = Sessions()


def place_of(address: str) -> str:
    """An address as a person reads it."""
    return "this computer" if address in ("127.0.0.1", "::1", "") else address


def browser_of(agent: str) -> str:
    """`Firefox, Linux`: enough to know one's own again."""
    words = [next((word for word in words if word in agent), "") for words in (_BROWSERS, _SYSTEMS)]
    return ", ".join(word.replace("Edg", "Edge") for word in words if word) or "a browser"


def _begin(sender: Any, request: HttpRequest, user: Any, **_: Any) -> None:  # noqa: ARG001  (Django's signature)
    meta = request.META
    one = SESSIONS.begin(user.pk, address=meta.get("REMOTE_ADDR", ""), agent=meta.get("HTTP_USER_AGENT", "")[:300])
    request.session[KEY] = str(one.key)


def _as_key(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.UUID(int=0)


user_logged_in.connect(_begin, dispatch_uid="twotrack.office.sessions")
keyring.WHEN_LOCKED += (SESSIONS.clear, cache.clear)  # what pages said to somebody (messages) lies in the cache
