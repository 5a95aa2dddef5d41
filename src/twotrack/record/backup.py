"""Copies of a record: one file that, with passphrase or recovery key, suffices on an empty machine.

A backup is a tar of keys.json, both databases (copied by SQLite's own backup, so a record in use is copied whole, and
encrypted under the same keys) and the heads. Of a record without encryption it is as readable as the record.
"""

import os
import secrets
import shutil
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from twotrack import clock
from twotrack.errors import RecordError
from twotrack.record import keyring
from twotrack.record.folder import KEYS_FILE, access_file, database_file, read_keys, refuse_taken
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.keys import open_keys
from twotrack.record.log import HEADS_FILE, read_heads
from twotrack.record.models import Backup, Export, User

PUT_BY = "backups"


def back_up(folder: Path, file: Path, *, by: User) -> None:
    """Write a backup of the open record to `file`, and note it in the record so that forgetting can name it."""
    from twotrack.record.ledger import writing

    if file.exists():
        raise RecordError(f"{file} is there already; choose another name, nothing was changed")
    with writing(CONFIDENTIAL, by=by) as ledger:
        ledger.add(Backup(path=str(file.absolute()), by=by, at=ledger.at))
    _write(folder, file)


def put_by(folder: Path, *, reason: str) -> Path:
    """Keep a backup inside the record's folder, named by its reason and the time; its path is returned."""
    place = folder / PUT_BY
    place.mkdir(mode=0o700, exist_ok=True)
    file = place / f"{reason}-{clock.now():%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}.tar"
    _write(folder, file)
    return file


def restore(file: Path, folder: Path, secret: Callable[[], str]) -> None:
    """Unpack a backup as a new record. `secret` is asked for the passphrase where the backup is encrypted.

    Raises RecordError where `folder` is taken or the file is no backup, PassphraseError where it does not open.
    """
    refuse_taken(folder)
    parent = folder.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    with _beside(parent / folder.name) as making:
        try:
            with tarfile.open(file, "r:") as archive:
                _unpack(archive, KEYS_FILE, making / KEYS_FILE)
                for name in _files(making)[1:]:
                    _unpack(archive, name, making / name)
                if (access := _access(making)) in archive.getnames():
                    _unpack(archive, access, making / access)
        except (OSError, tarfile.TarError, KeyError) as error:
            raise RecordError(f"{file} is no whole backup of a record; choose another (nothing was changed)") from error
        keys = read_keys(making)
        if keys.encrypted:
            open_keys(keys, secret())
        if folder.exists():
            folder.rmdir()
        making.rename(folder)


def known_backups(folder: Path) -> list[str]:
    """Where backups of this record lie, as far as it knows: those noted in it, those put by before a migration, and what was
    exported from it."""
    noted = [backup.path for backup in Backup.objects.using(CONFIDENTIAL).order_by("at", "id")]
    noted += [
        left.path for alias in (CONFIDENTIAL, PUBLIC) for left in Export.objects.using(alias).order_by("at", "id")
    ]
    return noted + sorted(str(path) for path in (folder / PUT_BY).glob("*.tar"))


def _files(folder: Path) -> list[str]:
    """The files of a record, in the order in which a backup holds them."""
    generation = read_keys(folder).generation
    return [KEYS_FILE, *(database_file(folder, alias, generation).name for alias in (PUBLIC, CONFIDENTIAL)), HEADS_FILE]


def _access(folder: Path) -> str:
    """The file with what is remembered of sign-ins; a backup may lack it."""
    return access_file(database_file(folder, PUBLIC, read_keys(folder).generation)).name


def _unpack(archive: tarfile.TarFile, name: str, target: Path) -> None:
    """One member by its fixed name: nothing else of the archive, no path of its own, no link is followed."""
    member = archive.getmember(name)
    content = archive.extractfile(member) if member.isreg() else None
    if content is None:
        raise KeyError(name)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        shutil.copyfileobj(content, out)


def _write(folder: Path, file: Path) -> None:
    try:
        with _beside(file) as making:
            packed = making / "packed.tar"
            _pack(folder, making, packed)
            _prove(packed, making)
            packed.replace(file)
    except OSError as error:
        raise RecordError(
            f"{file} cannot be written ({error.strerror}); choose another place for the backup"
        ) from error


def _pack(folder: Path, making: Path, packed: Path) -> None:
    """Copy a record in use so that the copies hang together: what others rest on last. The chains reach the heads, which were
    noted before; each public row that a confidential one names is there."""
    keys, *databases, heads = _files(folder)
    access = _access(folder)
    for name in (heads, keys, access):
        shutil.copyfile(folder / name, making / name) if (folder / name).exists() else None
    for alias, name in reversed(list(zip((PUBLIC, CONFIDENTIAL), databases, strict=True))):
        copy_database(folder / name, making / name, keyring.KEYS[alias], keyring.KEYS[alias])
    with tarfile.open(packed, "w") as archive:
        for name in (keys, *databases, heads, access):
            if (making / name).exists():
                archive.add(making / name, arcname=name)
    packed.chmod(0o600)
    with packed.open("rb") as written:
        os.fsync(written.fileno())


def _prove(packed: Path, making: Path) -> None:
    """Open a backup as `restore` would, out of its own file: each page is whole under its key, each chain ends as it should."""
    opened = making / "opened"
    opened.mkdir(mode=0o700)
    with tarfile.open(packed, "r:") as archive:
        for name in (KEYS_FILE, *_files(making)[1:]):
            if name in archive.getnames():
                _unpack(archive, name, opened / name)
    heads = read_heads(opened / HEADS_FILE)
    generation = read_keys(opened).generation
    for alias in (PUBLIC, CONFIDENTIAL):
        if not _opens(database_file(opened, alias, generation), keyring.KEYS[alias], heads.get(alias)):
            raise RecordError(
                "the backup does not open again, so it was not kept; look at the disk, then run `twotrack check`"
            )


def _opens(file: Path, key: bytes | None, head: dict[str, Any] | None) -> bool:
    """Whether a database opens with its key, is whole, and its log reaches this head."""
    connection = _connected(file, key)
    try:
        whole = connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        if key is not None:
            whole = whole and not connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if head and head["number"]:
            found = connection.execute("SELECT hash FROM record_logentry WHERE number = ?", [head["number"]]).fetchone()
            whole = whole and found == (head["hash"],)
    except sqlcipher.DatabaseError:
        return False
    finally:
        connection.close()
    return bool(whole)


def copy_database(source: Path, target: Path, key: bytes | None, new_key: bytes | None) -> None:
    """SQLite's backup into a new file under the same or another key; the copy is never in plain unless the source is."""
    pair = [_connected(source, key), _connected(target, new_key)]
    try:
        pair[0].backup(pair[1])
    finally:
        for connection in pair:
            connection.close()


def _connected(file: Path, key: bytes | None) -> Any:
    connection = sqlcipher.connect(str(file))
    connection.execute("PRAGMA cipher_log_level = NONE")  # else its errors go to standard error
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A folder beside `path` to make things in, gone afterwards whatever happens."""
    making = path.absolute().parent / f".{path.name}.making-{secrets.token_hex(4)}"
    making.mkdir(mode=0o700)
    try:
        yield making
    finally:
        shutil.rmtree(making, ignore_errors=True)
