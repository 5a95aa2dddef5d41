"""The keys of the open record, in memory only, and who may use them at this moment.

`KEYS` holds a raw database key for each confidentiality (None: unencrypted). A connection to the confidential database
is refused unless the current context was cleared: requests of users without clearance, and the publisher, open the
public one alone.
"""

import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from twotrack.errors import ClearanceError
from twotrack.vocabulary import Confidentiality

PUBLIC = Confidentiality.PUBLIC.value
CONFIDENTIAL = Confidentiality.CONFIDENTIAL.value

KEYS: dict[str, bytes | None] = {}
WRAPPERS: "weakref.WeakSet[Any]" = weakref.WeakSet()
BEFORE_CLOSING: list[Callable[[], None]] = []  # what must end first: a connection in use elsewhere must not be closed
WHEN_LOCKED: list[Callable[[], None]] = []  # what else is in memory of the record and goes with the keys
_cleared: ContextVar[bool] = ContextVar("cleared", default=False)


@contextmanager
def cleared() -> Iterator[None]:
    """Within this context the confidential database may be opened. Entered once a person's clearance is established."""
    token = _cleared.set(True)
    try:
        yield
    finally:
        _cleared.reset(token)


@contextmanager
def uncleared() -> Iterator[None]:
    """Within this context it may not, whatever was allowed outside."""
    token = _cleared.set(False)
    try:
        yield
    finally:
        _cleared.reset(token)


def is_cleared() -> bool:
    """Whether the current context may open the confidential database."""
    return _cleared.get()


def require_clearance(alias: str) -> None:
    """Raise ClearanceError where `alias` is the confidential database and the context was not cleared."""
    if alias == CONFIDENTIAL and not _cleared.get():
        raise ClearanceError("confidential entries need clearance; sign in as a user who has it")


def close_all() -> None:
    """Close every connection of every thread and forget the keys: the record is locked. No other thread may be using one:
    the engine would fall."""
    for end in BEFORE_CLOSING:
        end()
    for wrapper in list(WRAPPERS):
        connection, wrapper.connection = wrapper.connection, None
        if connection is not None:
            connection.close()
    WRAPPERS.clear()
    KEYS.clear()
    for forget in WHEN_LOCKED:
        forget()
