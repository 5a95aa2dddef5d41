"""The fictional demonstration record, built once for all tests of a process; copy it, do not write to it."""

import random
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from makers import MadeRecord, copy_record
from twotrack import clock
from twotrack.record import folder, keyring
from twotrack.record.keyring import PUBLIC

BUILT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)  # the day from which the days of `today+40` count


def build_fictional(made: MadeRecord, path: Path) -> MadeRecord:
    """Build it in a copy of an empty record, with the same identifiers every time."""
    from twotrack.demo import fictional
    from twotrack.record.models import User

    copy = copy_record(made, path)
    folder.attach(copy.folder, copy.record_key)
    with keyring.cleared(), clock.fixed(lambda: BUILT, drawn_ids()):
        fictional.build(by=User.objects.using(PUBLIC).get(name="keeper"), at=BUILT)
    folder.detach()
    return copy


def drawn_ids() -> Callable[[], uuid.UUID]:
    """Identifiers that look random and are the same every time."""
    source = random.Random(7)
    return lambda: uuid.UUID(int=source.getrandbits(128), version=4)


@pytest.fixture(scope="session")
def built_fictional(made_record: MadeRecord, tmp_path_factory: pytest.TempPathFactory) -> MadeRecord:
    """The fictional record, closed."""
    return build_fictional(made_record, tmp_path_factory.mktemp("fictional") / "record")


@pytest.fixture
def fictional_record(built_fictional: MadeRecord, tmp_path: Path) -> Iterator[MadeRecord]:
    """A copy of the fictional record, open, in a cleared context."""
    copy = copy_record(built_fictional, tmp_path / "fictional")
    folder.attach(copy.folder, copy.record_key)
    with keyring.cleared():
        yield copy
    folder.detach()
