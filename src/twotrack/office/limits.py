"""Limits on tries to sign in: after some wrong ones each further try has to wait, longer each time, a minute at most.

Three are counted: tries under one name from one address, all tries from one address, all tries under one name. Where a name
came in before from the address that tries now, the first alone counts, so that strangers elsewhere keep nobody out. The
counts lie beside the databases (record/access.py), so that a restart forgets none; unknown names count like others.
"""

import ipaddress
import unicodedata
import uuid
from datetime import timedelta
from typing import Any, NamedTuple

from twotrack import clock
from twotrack.record import access
from twotrack.record.access import Access, mark

LONGEST = timedelta(minutes=1)
FORGOTTEN = timedelta(hours=1)  # since the last wrong try
FREE_ALIKE, FREE = 5, 20  # tries without delay: one name from one address; all of an address, all of a name
_KEPT = 2_000  # counts at most, so that invented names cannot fill the file
_SIGN_INS = 10
_ADDRESSES = 5  # remembered for each name


class Try(NamedTuple):
    """Who tries to come in: the name as typed, and the address of the computer."""

    name: str
    address: str


def begin(one: Try) -> int:
    """Count one more try, to be called before the passphrase is looked at. Returns 0 where it may go on, else the seconds to
    wait; one that has to wait is not counted."""
    now = clock.now().timestamp()
    with access.changing() as remembered:
        _forget_old(remembered, now)
        counts = _counts(remembered, one)
        wait = max(_wait(remembered, key, free, now) for key, free in counts.items())
        if not wait:
            for key in counts:
                remembered.tries[key] = (remembered.tries.get(key, (0, now))[0] + 1, now)
            whose = mark("name", _plain(one.name))
            remembered.wrong[whose] = remembered.wrong.pop(whose, 0) + 1
            remembered.wrong = dict(list(remembered.wrong.items())[-_KEPT:])
    return wait


def succeed(one: Try, user: uuid.UUID, *, place: str) -> list[dict[str, Any]]:
    """Somebody came in by this try: it was no wrong one, and the address is known for the name from now on. Returns the
    person's sign-ins, this one first, each with `at`, `place` and how many wrong tries under the name were before it."""
    with access.changing() as remembered:
        _clear(remembered, one)
        whose, where = mark("name", _plain(one.name)), mark("address", network(one.address))
        known = [where, *(other for other in remembered.known.get(whose, []) if other != where)]
        remembered.known[whose] = known[:_ADDRESSES]
        this = {"at": clock.now().isoformat(), "place": place, "wrong": max(0, remembered.wrong.pop(whose, 1) - 1)}
        remembered.came[str(user)] = [this, *remembered.came.get(str(user), [])][:_SIGN_INS]
        return remembered.came[str(user)]


def right(one: Try) -> None:
    """The passphrase of this try was right and a one-time code is asked for now: no wrong try so far, but counted like one
    until the code is right too, so that codes cannot be guessed in number."""
    with access.changing() as remembered:
        _not_wrong(remembered, one)


def vouched(one: Try) -> None:
    """The passphrase of this try was right, where somebody vouches by it for what another does."""
    with access.changing() as remembered:
        _not_wrong(remembered, one)
        _clear(remembered, one)


def sign_ins(user: uuid.UUID) -> list[dict[str, Any]]:
    """The last sign-ins of a person, the latest first."""
    return access.read().came.get(str(user), [])


def network(address: str) -> str:
    """What counts as one address: for IPv6 the /64, since a single computer has all of that."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((ip, 64), strict=False))


def _clear(remembered: Access, one: Try) -> None:
    for key in _all_counts(one):
        count, last = remembered.tries.get(key, (1, 0.0))
        remembered.tries[key] = (count - 1, last)
    remembered.tries.pop(_alike(one), None)


def _not_wrong(remembered: Access, one: Try) -> None:
    whose = mark("name", _plain(one.name))
    remembered.wrong[whose] = max(0, remembered.wrong.get(whose, 1) - 1)


def _counts(remembered: Access, one: Try) -> dict[str, int]:
    """The counts that hold for a try, each with how many are free of delay."""
    known = remembered.known.get(mark("name", _plain(one.name)), [])
    if mark("address", network(one.address)) in known:
        return {_alike(one): FREE_ALIKE}
    return {_alike(one): FREE_ALIKE, **dict.fromkeys(_all_counts(one), FREE)}


def _alike(one: Try) -> str:
    return mark("alike", _plain(one.name), network(one.address))


def _all_counts(one: Try) -> tuple[str, str]:
    return mark("from", network(one.address)), mark("under", _plain(one.name))


def _wait(remembered: Access, key: str, free: int, now: float) -> int:
    count, last = remembered.tries.get(key, (0, now))
    if count < free:
        return 0
    delay = min(LONGEST.total_seconds(), 2.0 ** min(count - free + 1, 10))
    return max(0, min(int(delay), int(last + delay - now + 0.999)))


def _forget_old(remembered: Access, now: float) -> None:
    old = now - FORGOTTEN.total_seconds()
    # A time to come is that of a clock which was wrong.
    fresh = {key: (count, last) for key, (count, last) in remembered.tries.items() if count > 0 and old < last <= now}
    latest = sorted(fresh, key=lambda key: fresh[key][1])[-_KEPT:]
    remembered.tries = {key: fresh[key] for key in latest}


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()[:200]
