"""The backups that the record knows of."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from twotrack.record.backup import PUT_BY
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import Backup

# put by: `office-20260504T093000Z-1f2e.tar`; not: `copy.tar`, `office-2026.tar`
_NAME = re.compile(r"([a-z-]{1,40})-(\d{8}T\d{6}Z)-[0-9a-f]{4}\.tar\Z")
_WHY = {"office": "made in the office", "before-migration": "made before the record was brought up to a newer version"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """A backup: when it was made, where it was put then, and why."""

    at: datetime
    place: str
    why: str
    there: bool


def backups(folder: Path) -> list[BackupRow]:
    """All that the record knows of, the newest first. To be asked in a cleared context: where they lie is confidential."""
    noted = [
        BackupRow(at=row.at, place=row.path, why="made by a command", there=Path(row.path).is_file())
        for row in Backup.objects.using(CONFIDENTIAL).all()
    ]
    put_by = [
        BackupRow(at=_at(match[2]), place=str(path), why=_WHY.get(match[1], match[1].replace("-", " ")), there=True)
        for path in (folder / PUT_BY).glob("*.tar")
        if (match := _NAME.match(path.name))
    ]
    return sorted(noted + put_by, key=lambda row: row.at, reverse=True)


def _at(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
