"""A record as a folder: made, opened, locked, moved to a newer version.

keys.json          the wrapped record key (holds no secret)
public.db          the public database, confidential.db the confidential one, each under its own key
                   (public.2.db and so on after a new record key was made)
heads              number and head of each log chain
access             what is remembered of sign-ins, encrypted (access.py)
lock               who uses the record at this moment
backups/           what was put by before a migration
"""

import contextlib
import importlib
import os
import secrets
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from twotrack.errors import PassphraseError, RecordError
from twotrack.record import keyring
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.keys import Keys, derive, make_keys, make_recovery_key, open_keys
from twotrack.record.sealed import ACCOUNTS

KEYS_FILE = "keys.json"
NEWER = (
    "this record was made by a newer version of Twotrack; update the program and open it again (nothing was changed)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRecord:
    """A record in use. `record_key` is None where the record is not encrypted."""

    folder: Path
    keys: Keys
    record_key: bytes | None


def database_file(folder: Path, alias: str, generation: int = 1) -> Path:
    """Where the database of this confidentiality and generation lies."""
    return folder / (f"{alias}.db" if generation == 1 else f"{alias}.{generation}.db")


def access_file(public: Path) -> Path:
    """Where lies what is remembered of sign-ins: beside the public database of the same generation."""
    return public.with_name(public.name.replace(PUBLIC, "access", 1).removesuffix(".db"))


def refuse_taken(folder: Path) -> None:
    """Raise RecordError where something is in the place of a record that is to be made."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RecordError(f"{folder} is there already; choose another folder with --record, nothing was changed")


def set_up_django() -> None:
    """Load Django with our settings, once."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "twotrack.settings"
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def create(folder: Path, passphrase: str | None, *, owner: str) -> str | None:
    """Make a record and its first user, `owner`, who has clearance and signs in with the passphrase.

    Returns the recovery key to be printed, None where `passphrase` is None (no encryption). Made beside its place under
    another name and moved there whole, so an interrupted `init` leaves no half record.
    """
    refuse_taken(folder)
    parent = folder.absolute().parent
    making = parent / f".{folder.name}.making-{secrets.token_hex(4)}"
    try:
        parent.mkdir(parents=True, exist_ok=True)
        making.mkdir(mode=0o700)
    except OSError as error:
        raise RecordError(
            f"{parent} cannot be written ({error.strerror}); choose another folder with --record"
        ) from error
    try:
        recovery, keys, record_key = None, Keys(slots={}, seal_to=None), None
        if passphrase is not None:
            record_key, recovery = secrets.token_bytes(32), make_recovery_key()
            keys = make_keys(record_key, passphrase, recovery)
        write_whole(making / KEYS_FILE, keys.to_json())
        attach(making, record_key)
        with keyring.cleared():
            migrate()
            _add_owner(owner, passphrase)
            _write_first_heads(making)
        detach()
        if folder.exists():
            folder.rmdir()
        making.rename(folder)
    except BaseException:
        detach()
        shutil.rmtree(making, ignore_errors=True)
        raise
    return recovery


def read_keys(folder: Path) -> Keys:
    """What `keys.json` says; raises RecordError where the folder is no record."""
    try:
        return Keys.from_json((folder / KEYS_FILE).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        where = f"{folder} is no Twotrack record" if folder.exists() else f"there is no record at {folder}"
        raise RecordError(f"{where}; make one with `twotrack init`, or name it with --record FOLDER") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(
            f"{folder / KEYS_FILE} cannot be read; look at its rights, or restore it from a backup"
        ) from error


@contextmanager
def opened(
    folder: Path, secret: str | None, *, exclusive: bool = False, only: tuple[str, ...] = (PUBLIC, CONFIDENTIAL)
) -> Iterator[OpenRecord]:
    """The record, open within the context. `exclusive`: nobody else may have it open. `only`: the databases to hold keys
    for. Raises PassphraseError, RecordError."""
    keys = read_keys(folder)
    if keys.encrypted and secret is None:
        raise PassphraseError("this record needs its passphrase; give it at the prompt or with --passphrase-file FILE")
    record_key = open_keys(keys, secret) if keys.encrypted and secret is not None else None
    for alias in only:  # SQLite would make an empty one in the place of a lost one
        if not (path := database_file(folder, alias, keys.generation)).is_file():
            raise RecordError(f"{path} is missing; restore the record from a backup (nothing was changed)")
    with locked(folder, exclusive=exclusive):
        attach(folder, record_key, only, generation=keys.generation)
        try:
            _bring_up_to_date(folder, only)
            if len(only) < 2:
                record_key = None  # whoever opens one database alone (the publisher) cannot derive the other's key
            given = [OpenRecord(folder=folder, keys=keys, record_key=record_key)]
            del secret, record_key  # this frame lasts as long as the record is open, the office's through every lock
            yield given.pop()
        finally:
            detach()


def attach(
    folder: Path, record_key: bytes | None, only: tuple[str, ...] = (PUBLIC, CONFIDENTIAL), *, generation: int = 1
) -> None:
    """Point Django's two connections at the folder and put the databases' keys on the keyring."""
    set_up_django()
    from django.db import connections

    detach()
    for alias in only:
        connections.settings[alias]["NAME"] = str(database_file(folder, alias, generation))
        keyring.KEYS[alias] = derive(record_key, alias) if record_key is not None else None
    if CONFIDENTIAL in only:  # whoever opens the public database alone reads nothing of the accounts
        keyring.KEYS[ACCOUNTS] = derive(record_key, ACCOUNTS) if record_key is not None else None


def detach() -> None:
    """Close every connection and drop the keys."""
    set_up_django()
    from django.db import connections

    connections.close_all()
    keyring.close_all()


def current_folder() -> Path:
    """The folder of the record that is open; raises RecordError where none is."""
    from django.db import connections

    if PUBLIC not in keyring.KEYS:
        raise RecordError("no record is open")
    return Path(connections.settings[PUBLIC]["NAME"]).parent


def migrate(aliases: tuple[str, ...] = (PUBLIC, CONFIDENTIAL)) -> None:
    """Bring the open databases' tables up to this version."""
    from django.core.management import call_command

    for alias in aliases:
        call_command("migrate", database=alias, verbosity=0, interactive=False)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all, synced, readable by its owner alone."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


_ALONE = threading.Lock()


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other thread or process (on Windows: thread) is within this context for `path`."""
    with _ALONE, path.open("ab") as file:
        with contextlib.suppress(ImportError):
            fcntl: Any = importlib.import_module("fcntl")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _write_first_heads(folder: Path) -> None:
    from twotrack.record.log import HEADS_FILE, first_heads

    write_whole(folder / HEADS_FILE, first_heads((PUBLIC, CONFIDENTIAL)))


def _add_owner(name: str, passphrase: str | None) -> None:
    from twotrack import clock
    from twotrack.record.models import User
    from twotrack.vocabulary import Role

    owner = User(name=name, clearance=True, role=Role.ADMINISTRATOR.value, made_at=clock.now())
    owner.set_password(passphrase)
    owner.save(using=PUBLIC)


def _bring_up_to_date(folder: Path, only: tuple[str, ...]) -> None:
    """Refuse a record of a newer version; put an older one by and migrate it."""
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader

    behind = []
    for alias in only:
        with keyring.cleared():
            try:
                loader = MigrationLoader(connections[alias])
            except Exception as error:
                raise _cannot_open(folder, alias, error) from error
            applied = {key for key in loader.applied_migrations if key[0] == "record"}
            known = {key for key in loader.disk_migrations if key[0] == "record"}
        if applied - known:
            raise RecordError(NEWER)
        if known - applied:
            behind.append(alias)
    if behind and len(only) < 2:
        raise RecordError(
            "this record is of an older version; open it once with `twotrack check`, which brings it up to date"
        )
    if behind:
        from twotrack.record.backup import put_by

        put_by(folder, reason="before-migration")
        with keyring.cleared():
            migrate(tuple(behind))


def _cannot_open(folder: Path, alias: str, error: Exception) -> RecordError:
    name = f"the {alias} database in {folder}"
    if "wrong key" in str(error):
        return RecordError(
            f"{name} does not open with this record's key; it is damaged or of another record: restore a backup"
        )
    if "malformed" in str(error):
        return RecordError(f"{name} is damaged: restore a backup")
    return RecordError(
        f"{name} cannot be opened ({type(error).__name__}); look at its rights and the space on the disk"
    )


@contextmanager
def locked(folder: Path, *, exclusive: bool) -> Iterator[None]:
    """Hold the record's lock, shared or alone, where the system has such locks (not on Windows)."""
    try:
        fcntl: Any = importlib.import_module("fcntl")
    except ImportError:
        yield
        return
    with contextlib.ExitStack() as stack:
        try:
            file: IO[bytes] = stack.enter_context((folder / "lock").open("ab"))
            fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RecordError(
                "the record is in use by another Twotrack (the office?); close it and try again"
            ) from error
        except OSError as error:
            raise RecordError(f"{folder} cannot be written ({error.strerror}); look at its rights") from error
        yield
