"""Who may do what: one table over every address of the office. A test walks the addresses and proves it.

`read` is for GET and HEAD, `write` for POST; None: that method does not exist there. This is about what a person may do;
which rows anybody sees is settled by the databases that the request may open (middleware.Clearance).
"""

from enum import Enum
from typing import NamedTuple

from django.http import HttpRequest


class Who(Enum):
    """Who may come."""

    ANYBODY = "anybody"
    SIGNED_IN = "signed in"
    CLEARED = "with clearance"


class Right(NamedTuple):
    """Who may read an address, and who may write to it."""

    read: Who | None
    write: Who | None = None


_READ = Right(Who.SIGNED_IN)
_WRITE = Right(None, Who.SIGNED_IN)

RIGHTS = {
    "static": Right(Who.ANYBODY),
    "sign-in": Right(Who.ANYBODY, Who.ANYBODY),
    "sign-out": _WRITE,
    "in-public": Right(None, Who.CLEARED),  # switch "work in public only" on and off
    "home": _READ,
    "dialogues": _READ,
    "dialogue-new": Right(Who.SIGNED_IN, Who.SIGNED_IN),
    "dialogue": _READ,
    "meetings": _READ,
    "meeting": _READ,
    "meeting-dialogue": _WRITE,
    "cases": _READ,
    "case": _READ,
    "case-note": _WRITE,
    "case-outcome": _WRITE,
    "case-publication": Right(None, Who.CLEARED),  # its reasons are confidential rows
    "commitments": _READ,
    "sources": _READ,
    "source": _READ,
    "source-delegations": _WRITE,
    "source-dialogue": _WRITE,
    "proposal": _READ,
    "proposal-decide": _WRITE,
    "search": Right(Who.SIGNED_IN, Who.SIGNED_IN),
    "published": _READ,
    "users": Right(Who.CLEARED, Who.CLEARED),
    "user-end": Right(None, Who.CLEARED),
}


def who_may(name: str | None, method: str | None) -> Who | None:
    """Who may use an address by this method; None where nobody may, as for an address that is not in the table."""
    right = RIGHTS.get(name or "")
    if right is None:
        return None
    return right.read if method in ("GET", "HEAD") else right.write if method == "POST" else None


def may(request: HttpRequest, who: Who) -> bool:
    """Whether the one who asks is among those. Whoever works in public may switch back: the account's clearance counts."""
    user = request.user
    if who is Who.ANYBODY:
        return True
    return bool(user.is_authenticated and (who is Who.SIGNED_IN or user.clearance))
