"""What is remembered of sign-ins: one small encrypted file beside the databases.

It is in neither of them: the public one must not tell when somebody worked in confidence, and whoever signs in has no sight
of the confidential one yet. Names and addresses stand in it as keyed hashes; it is written whole, by one at a time.
"""

import dataclasses
import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connections

from twotrack.errors import RecordError
from twotrack.record.folder import access_file, alone, write_whole
from twotrack.record.keyring import PUBLIC
from twotrack.record.sealed import accounts_key, shut, unshut

_ABOUT = "access"


@dataclass(slots=True, kw_only=True)
class Access:
    """`tries`: for each mark how many and when the last was (seconds since 1970). `came`: for each account its last sign-ins,
    the latest first (time in ISO 8601, address, wrong tries before it). `known`: marks of the addresses from which a name
    came in. `steps`: the last one-time code used. `spent`: recovery codes used. `proved`: what the last `check` said."""

    tries: dict[str, tuple[int, float]] = field(default_factory=dict)
    came: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    known: dict[str, list[str]] = field(default_factory=dict)
    wrong: dict[str, int] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    spent: dict[str, list[str]] = field(default_factory=dict)
    proved: dict[str, Any] = field(default_factory=dict)


def read() -> Access:
    """What is remembered now. A file that does not open says nothing: nobody is kept out by it, or let in."""
    return opened(_place(), accounts_key())


@contextmanager
def changing() -> Iterator[Access]:
    """What is remembered, to be changed within the context; kept when it ends without an error."""
    place = _place()
    with alone(place.with_name("access.lock")):
        access = opened(place, accounts_key())
        yield access
        keep(access, place, accounts_key())


def opened(place: Path, key: bytes | None) -> Access:
    """What a file of this key remembers."""
    try:
        values = json.loads(unshut(place.read_text("ascii"), about=_ABOUT, key=key))
        return Access(**values)
    except (OSError, ValueError, TypeError, RecordError):
        return Access()


def keep(access: Access, place: Path, key: bytes | None) -> None:
    """Write it whole."""
    write_whole(place, shut(json.dumps(dataclasses.asdict(access)).encode(), about=_ABOUT, key=key))


def mark(*words: str) -> str:
    """A keyed hash: names and addresses can be told apart by it, and not be read."""
    key = accounts_key() or b"twotrack"
    return hmac.new(key, "\0".join(words).encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]


def _place() -> Path:
    return access_file(Path(connections.settings[PUBLIC]["NAME"]))
