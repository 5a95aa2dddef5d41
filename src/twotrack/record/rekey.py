"""New wrappings of the record key, or a new record key.

With a new record key both databases are copied under new keys into files of the next generation; `keys.json`, written whole,
then names that generation, and the old files go. Cut off before, the old record stands; after, the new one.
"""

import secrets

from twotrack.record import keyring
from twotrack.record.backup import copy_database
from twotrack.record.folder import KEYS_FILE, OpenRecord, attach, database_file, detach, write_whole
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.keys import Keys, derive, make_keys, make_recovery_key, with_passphrase
from twotrack.record.models import User


def rekey(opened: OpenRecord, passphrase: str, *, owner: User, everything: bool) -> str | None:
    """Change the passphrase of the record and of its keeper; with `everything` the record key too.

    Returns the new recovery key where there is one. What was sealed before stays under the old recovery key.
    """
    assert opened.record_key is not None
    owner.set_password(passphrase)
    owner.save(using=PUBLIC)
    if not everything:
        write_whole(opened.folder / KEYS_FILE, with_passphrase(opened.keys, opened.record_key, passphrase).to_json())
        return None
    record_key, recovery = secrets.token_bytes(32), make_recovery_key()
    made = make_keys(record_key, passphrase, recovery)
    keys = Keys(slots=made.slots, seal_to=made.seal_to, generation=opened.keys.generation + 1)
    old = {alias: keyring.KEYS[alias] for alias in (PUBLIC, CONFIDENTIAL)}
    detach()
    for alias, key in old.items():
        target = database_file(opened.folder, alias, keys.generation)
        target.unlink(missing_ok=True)  # of an attempt that was cut off
        copy_database(
            database_file(opened.folder, alias, opened.keys.generation), target, key, derive(record_key, alias)
        )
    write_whole(opened.folder / KEYS_FILE, keys.to_json())
    for alias in old:
        before = database_file(opened.folder, alias, opened.keys.generation)
        for path in opened.folder.glob(f"{before.name}*"):
            path.unlink()
    attach(opened.folder, record_key, generation=keys.generation)
    return recovery
