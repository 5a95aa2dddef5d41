"""What takes long to work out, kept in memory until the record changes: the lines of tables, the numbers of reports.

Each is kept for the databases that were in sight when it was made, and holds as long as the last change in their logs is the
same; what one without clearance gets is made from the public database alone and does not age when confidential rows change.
All of it goes with the keys.
"""

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, TypeVar

from django.db import connections

from twotrack.record import keyring
from twotrack.record.confidentiality import Sight
from twotrack.record.models import LogEntry
from twotrack.record.reports import Report, make_report

Thing = TypeVar("Thing")
State = tuple[tuple[int, str], ...]
MOST = 96  # things kept at once; the one asked for longest ago goes first
_BESIDE = ("nameseen", "export", "backup", "setting")  # rows that no table shows
_things: "OrderedDict[Hashable, _Kept]" = OrderedDict()
_states: "weakref.WeakKeyDictionary[Sight, State]" = weakref.WeakKeyDictionary()
_lock = threading.Lock()
keyring.WHEN_LOCKED += (_things.clear, _states.clear)


class _Kept:
    """One thing, and the state of the record that it was made from. Made by one thread while others wait for it."""

    def __init__(self) -> None:
        self.state: State | None = None
        self.thing: Any = None
        self.making = threading.Lock()


def kept(
    sight: Sight,
    what: Hashable,
    make: Callable[[], Thing],
    renew: Callable[[Thing, tuple[int, ...]], Thing | None] | None = None,
) -> Thing:
    """What `make` gives, made anew only where a log grew since. `what` must name all that it depends on beside the rows.
    `renew` is asked first where there is one: what was kept, brought up to date from these numbers of the logs on; None says
    that it cannot."""
    place = (_place(sight), what)
    state = _state(sight)  # asked first: it keeps out whoever is not cleared
    with _lock:
        one = _things.setdefault(place, _Kept())
        _things.move_to_end(place)
        while len(_things) > MOST:
            _things.popitem(last=False)
    with one.making:
        if one.state != state:
            before, old = one.state, one.thing
            new = renew(old, tuple(number for number, _ in before)) if renew and before is not None else None
            one.thing, one.state = make() if new is None else new, state
        thing: Thing = one.thing
        return thing


def kept_report(sight: Sight, name: str, about: str = "", *, today: date, limit: int) -> Report:
    """A report of the record, made once until the record changes."""
    what = ("report", name, about, today, limit)
    return kept(sight, what, lambda: make_report(name, about, sight=sight, today=today, limit=limit))


def _state(sight: Sight) -> State:
    """The last change in each log in sight. A sight is of one request, so it is asked for once in each."""
    if sight not in _states:
        _states[sight] = tuple(_last_change(alias) for alias in sight.aliases)
    return _states[sight]


def _place(sight: Sight) -> Hashable:
    return tuple(str(connections[alias].settings_dict["NAME"]) for alias in sight.aliases)


def _last_change(alias: str) -> tuple[int, str]:
    """Number and hash of the last change of rows that tables show."""
    rows = LogEntry.objects.using(alias).exclude(model__in=_BESIDE).order_by("-number")
    return rows.values_list("number", "hash").first() or (0, "")
