"""New wrappings of the record key, or a new record key.

With a new record key both databases are copied under new keys into files of the next generation; `keys.json`, written whole,
then names that generation, and the old files go. Cut off before, the old record stands; after, the new one.
"""

import secrets

from twotrack.record import access, keyring, second_factor
from twotrack.record.backup import copy_database
from twotrack.record.folder import KEYS_FILE, OpenRecord, access_file, attach, database_file, detach, write_whole
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.keys import Keys, derive, make_keys, make_recovery_key, with_passphrase
from twotrack.record.models import User
from twotrack.record.sealed import ACCOUNTS


def rekey(opened: OpenRecord, passphrase: str, *, owner: User, everything: bool) -> str | None:
    """Change the passphrase of the record and of its keeper; with `everything` the record key too.

    Returns the new recovery key where there is one. What was sealed before stays under the old recovery key.
    """
    if everything:
        return _new_record_key(opened, passphrase, owner)
    _new_passphrase(opened, passphrase, owner)
    return None


def _new_passphrase(opened: OpenRecord, passphrase: str, owner: User) -> None:
    assert opened.record_key is not None
    keys = with_passphrase(opened.keys, opened.record_key, passphrase)
    before = owner.password
    _set_password(owner, passphrase)
    try:
        write_whole(opened.folder / KEYS_FILE, keys.to_json())
    except BaseException:
        owner.password = before  # one passphrase for both: the keeper signs in with the one that opens the record
        owner.save(using=PUBLIC)
        raise


def _new_record_key(opened: OpenRecord, passphrase: str, owner: User) -> str:
    record_key, recovery = secrets.token_bytes(32), make_recovery_key()
    made = make_keys(record_key, passphrase, recovery)
    keys = Keys(slots=made.slots, seal_to=made.seal_to, generation=opened.keys.generation + 1)
    old = {alias: keyring.KEYS[alias] for alias in (PUBLIC, CONFIDENTIAL)}
    accounts = keyring.KEYS[ACCOUNTS]
    detach()
    try:
        _remove(opened, keys.generation)  # of an attempt that was cut off
        for alias, key in old.items():
            source, target = (database_file(opened.folder, alias, one.generation) for one in (opened.keys, keys))
            copy_database(source, target, key, derive(record_key, alias))
        attach(opened.folder, record_key, generation=keys.generation)
        second_factor.shut_anew(accounts, keyring.KEYS[ACCOUNTS])
        before, after = (
            access_file(database_file(opened.folder, PUBLIC, one.generation)) for one in (opened.keys, keys)
        )
        access.keep(access.opened(before, accounts), after, keyring.KEYS[ACCOUNTS])
        _set_password(owner, passphrase)
        write_whole(opened.folder / KEYS_FILE, keys.to_json())
    except BaseException:
        detach()
        _remove(opened, keys.generation)
        raise
    _remove(opened, opened.keys.generation)
    return recovery


def _set_password(owner: User, passphrase: str) -> None:
    owner.set_password(passphrase)
    owner.save(using=PUBLIC, update_fields=["password"])


def _remove(opened: OpenRecord, generation: int) -> None:
    """Remove the database files of one generation, their logs of writes with them."""
    for alias in (PUBLIC, CONFIDENTIAL):
        name = database_file(opened.folder, alias, generation).name
        for path in opened.folder.glob(f"{name}*"):
            path.unlink()
    access_file(database_file(opened.folder, PUBLIC, generation)).unlink(missing_ok=True)
