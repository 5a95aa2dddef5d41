"""The one clock and the one source of identifiers, settable in tests and by SOURCE_DATE_EPOCH."""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

_now: Callable[[], datetime] | None = None
_id: Callable[[], uuid.UUID] = uuid.uuid4


def now() -> datetime:
    """The present moment, aware, in UTC; SOURCE_DATE_EPOCH (seconds) stands in for it where it is set."""
    if _now is not None:
        return _now()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def new_id() -> uuid.UUID:
    """A random identifier (UUIDv4): says nothing of order, count or content."""
    return _id()


@contextmanager
def fixed(moment: Callable[[], datetime], ids: Callable[[], uuid.UUID] | None = None) -> Iterator[None]:
    """For tests: another clock and other identifiers for a while."""
    global _now, _id
    before = _now, _id
    _now, _id = moment, ids or _id
    try:
        yield
    finally:
        _now, _id = before
