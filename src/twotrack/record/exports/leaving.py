"""That something leaves the record: noted before it does, with who, when, and the names of how many; then written, whole."""

import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from twotrack.errors import UsageError
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import Export, Statement, User
from twotrack.vocabulary import Property

DOWNLOADED = "downloaded from the office"


def note(sight: Sight, *, what: str, path: Path, names: int, sealed_for: list[str], by: User) -> Export:
    """Note that something leaves: in the confidential database where confidential rows were in sight, else in the public."""
    with writing(CONFIDENTIAL if sight.clears else PUBLIC, by=by) as ledger:
        return _noted(ledger, what, str(path.absolute()), names, sealed_for)


def note_downloaded(sight: Sight, *, what: str, names: int, sealed_for: list[str], by: User) -> Export:
    """As `note`, for what is sent to a browser: where it is kept there is not known."""
    with writing(CONFIDENTIAL if sight.clears else PUBLIC, by=by) as ledger:
        return _noted(ledger, what, DOWNLOADED, names, sealed_for)


def _noted(ledger: Ledger, what: str, path: str, names: int, sealed_for: list[str]) -> Export:
    return ledger.add(Export(what=what, path=path, names=names, sealed_for=sealed_for, by=ledger.by, at=ledger.at))


def names_in(sight: Sight) -> int:
    """Of how many persons and groups a name is in sight."""
    named: set[object] = set()
    for alias in sight.aliases:
        rows = Statement.objects.using(alias).filter(about=Property.NAME.value)
        named |= set(rows.values_list("subject_id", flat=True))
    return len(named)


def refuse_taken(path: Path) -> None:
    """Raise UsageError where something has the name already: nothing that left is written over."""
    if path.exists():
        raise UsageError(f"{path} is there already; choose another name (nothing left the record)")


def write_file(path: Path, content: bytes) -> None:
    """Write a new file, whole or not at all, synced, readable by its owner alone."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(
            os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb"
        ) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_folder(path: Path, files: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> None:
    """Write a new folder of files, whole or not at all, readable by its owner alone."""
    making = path.absolute().parent / f".{path.name}.making-{secrets.token_hex(4)}"
    making.mkdir(mode=0o700)
    try:
        for name, content in dict(files).items():
            (making / name).parent.mkdir(parents=True, exist_ok=True)
            write_file(making / name, content)
        making.rename(path)
    except BaseException:
        import shutil

        shutil.rmtree(making, ignore_errors=True)
        raise
