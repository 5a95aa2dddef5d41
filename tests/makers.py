"""Makers of what tests need: documents, readings, entries. Every name in them is invented."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from twotrack.record import folder, keyring
from twotrack.record.keyring import PUBLIC

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
PASSPHRASE = "seven wet stones"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeRecord:
    """A record made once and copied for each test: its folder, its keys, and the printed recovery key."""

    folder: Path
    record_key: bytes | None
    recovery_key: str | None


def make_record(path: Path, passphrase: str | None = PASSPHRASE) -> MadeRecord:
    """A new record with its three users: the keeper (made by init), an officer with clearance, a clerk without."""
    recovery = folder.create(path, passphrase, owner="keeper")
    with folder.opened(path, passphrase) as opened, keyring.cleared():
        from twotrack.record.models import User

        for name, clearance in (("officer", True), ("clerk", False)):
            user = User(name=name, clearance=clearance, made_at=NOW)
            user.set_password(f"{name} {PASSPHRASE}")
            user.save(using=PUBLIC)
        record_key = opened.record_key
    return MadeRecord(folder=path, record_key=record_key, recovery_key=recovery)


def copy_record(made: MadeRecord, path: Path) -> MadeRecord:
    """The same record in another folder."""
    shutil.copytree(made.folder, path)
    return MadeRecord(folder=path, record_key=made.record_key, recovery_key=made.recovery_key)
