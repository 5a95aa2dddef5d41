"""Who may do what: one table over every address of the office. A test walks the addresses and proves it.

`read` is for GET and HEAD, `write` for POST; None: that method does not exist there. This is about what a person may do;
which rows anybody sees is settled by the databases that the request may open (middleware.Clearance).
"""

from typing import NamedTuple

from django.http import HttpRequest

from twotrack.vocabulary import Role


class Who(NamedTuple):
    """Who may come: from which role on (None: anybody, signed in or not), and whether clearance is asked for too."""

    role: Role | None
    cleared: bool = False


class Right(NamedTuple):
    """Who may read an address, and who may write to it."""

    read: Who | None
    write: Who | None = None


ANYBODY = Who(None)
READER, CONTRIBUTOR, REVIEWER = Who(Role.READER), Who(Role.CONTRIBUTOR), Who(Role.REVIEWER)
CLEARED_CONTRIBUTOR = Who(Role.CONTRIBUTOR, cleared=True)
CLEARED_READER = Who(Role.READER, cleared=True)
RELEASER, ADMINISTRATOR = Who(Role.RELEASER, cleared=True), Who(Role.ADMINISTRATOR, cleared=True)

_PAGE = Right(READER)

RIGHTS = {
    "static": Right(ANYBODY),
    "sign-in": Right(ANYBODY, ANYBODY),
    "sign-in-code": Right(ANYBODY, ANYBODY),  # to whoever typed a right passphrase just before
    "unlock": Right(ANYBODY, ANYBODY),
    "lock": Right(None, ADMINISTRATOR),
    "sign-out": Right(None, READER),
    "in-public": Right(None, CLEARED_READER),  # switch "work in public only" on and off
    "home": _PAGE,
    "dialogues": _PAGE,
    "dialogue-new": Right(CONTRIBUTOR, CONTRIBUTOR),
    "dialogue": _PAGE,
    "meetings": _PAGE,
    "meeting": _PAGE,
    "meeting-dialogue": Right(None, REVIEWER),
    "preparing": Right(READER, CONTRIBUTOR),  # sent to it, the brief leaves as a file
    "list-print": Right(CONTRIBUTOR, CONTRIBUTOR),
    "cases": Right(READER, READER),  # a part of a name goes by POST
    "case": _PAGE,
    "case-note": Right(None, CONTRIBUTOR),
    "case-outcome": Right(None, CONTRIBUTOR),
    "case-publication": Right(None, RELEASER),  # its reasons are confidential rows
    "commitments": _PAGE,
    "commitments-board": _PAGE,
    "commitment": _PAGE,
    "benchmarks": _PAGE,
    "questions": _PAGE,
    "question": _PAGE,
    "lists": _PAGE,
    "list": _PAGE,
    "sources": _PAGE,
    "source": _PAGE,
    "source-names": Right(REVIEWER, REVIEWER),
    "source-original": Right(None, READER),
    "take-in": Right(CONTRIBUTOR, CONTRIBUTOR),
    "upload": Right(CONTRIBUTOR),
    "source-block": Right(None, REVIEWER),
    "source-add": Right(None, REVIEWER),
    "source-dialogue": Right(None, REVIEWER),
    "proposal": _PAGE,
    "proposal-edit": Right(REVIEWER),
    "proposal-decide": Right(None, REVIEWER),
    "entry": _PAGE,
    "entry-correct": Right(REVIEWER, REVIEWER),
    "entry-take-out": Right(REVIEWER, REVIEWER),
    "entry-release": Right(RELEASER, RELEASER),
    "entry-withdraw": Right(RELEASER, RELEASER),
    "entry-merge": Right(REVIEWER, REVIEWER),
    "entry-restore": Right(None, REVIEWER),
    "entry-forget": Right(ADMINISTRATOR, ADMINISTRATOR),
    "merge-split": Right(None, REVIEWER),
    "statement-show": Right(None, REVIEWER),
    "list-new": Right(CONTRIBUTOR, CONTRIBUTOR),
    "list-lines": Right(CONTRIBUTOR, CONTRIBUTOR),
    "list-hand-over": Right(REVIEWER, REVIEWER),
    "list-reply": Right(CONTRIBUTOR, CONTRIBUTOR),
    "note": Right(CONTRIBUTOR, CONTRIBUTOR),
    "note-cases": Right(None, CONTRIBUTOR),
    "export": Right(None, CONTRIBUTOR),  # a table leaves the record
    "contacts": Right(CLEARED_CONTRIBUTOR, CLEARED_CONTRIBUTOR),
    "draft": Right(READER, READER),
    "search": Right(READER, READER),
    "published": _PAGE,
    "publishing": Right(RELEASER),  # points at confidential names
    "settings": _PAGE,
    "settings-passphrase": Right(READER, READER),
    "settings-second-factor": Right(READER, READER),
    "settings-second-factor-off": Right(None, READER),
    "settings-session-end": Right(None, READER),
    "settings-sessions-end": Right(None, READER),
    "settings-record": Right(ADMINISTRATOR, ADMINISTRATOR),
    "settings-backup": Right(None, ADMINISTRATOR),
    "settings-check": Right(None, ADMINISTRATOR),
    "activity": Right(ADMINISTRATOR),
    "user-second-factor": Right(None, ADMINISTRATOR),
    "users": Right(ADMINISTRATOR, ADMINISTRATOR),
    "user-role": Right(None, ADMINISTRATOR),
    "user-end": Right(None, ADMINISTRATOR),
}
_LADDER = tuple(Role)


def who_may(name: str | None, method: str | None) -> Who | None:
    """Who may use an address by this method; None where nobody may, as for an address that is not in the table."""
    right = RIGHTS.get(name or "")
    if right is None:
        return None
    return right.read if method in ("GET", "HEAD") else right.write if method == "POST" else None


def may(request: HttpRequest, who: Who) -> bool:
    """Whether the one who asks is among those. Whoever works in public may switch back: the account's clearance counts."""
    if who.role is None:
        return True
    user = request.user
    return bool(user.is_authenticated and reaches(user.role, who.role) and (user.clearance or not who.cleared))


def reaches(role: str, needed: Role) -> bool:
    """Whether a role may do what `needed` may; a word that is no role may nothing."""
    return role in _LADDER and _LADDER.index(Role(role)) >= _LADDER.index(needed)


def rights_of(request: HttpRequest) -> frozenset[str]:
    """The addresses to which the one who asks may write, or which they may read where nothing is written there: what the
    pages offer."""
    return frozenset(
        name for name, right in RIGHTS.items() if (who := right.write or right.read) is not None and may(request, who)
    )
