"""When somebody was last here: kept in the confidential part for those with clearance, since the public file must not tell
when one worked; for others while the program runs."""

import contextlib
from datetime import datetime, timedelta

from django.http import HttpRequest

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.record import keyring
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.ledger import writing
from twotrack.record.models import Setting, User

WEEK = timedelta(days=7)
_SESSION = "last-here"
_here: dict[str, datetime] = {}
keyring.WHEN_LOCKED.append(_here.clear)


def last_here(request: HttpRequest, user: User, sight: Sight) -> datetime | None:
    """When this person's visit before this one began; None where that is not known. The first call of a visit notes it."""
    known = request.session.get(_SESSION)
    if known is not None:
        return datetime.fromisoformat(known) if known else None
    before = _noted(user, sight)
    request.session[_SESSION] = before.isoformat() if before else ""
    return before


def _noted(user: User, sight: Sight) -> datetime | None:
    now, name = clock.now(), f"here-{user.pk.hex}"
    before = _here.get(name)
    _here[name] = now
    if not sight.clears:
        return before
    found = Setting.objects.using(CONFIDENTIAL).filter(name=name).first()
    with contextlib.suppress(LedgerError), writing(CONFIDENTIAL, by=user) as ledger:
        if found is None:
            ledger.add(Setting(name=name, value={"at": now.isoformat()}))
            return before
        was = datetime.fromisoformat(found.value["at"])
        ledger.change(found, value={"at": now.isoformat()})
        return was
    return before
