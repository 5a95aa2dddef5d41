"""Small things of the accounts, encrypted for themselves: second factors, and what is remembered of sign-ins.

Neither belongs to the public or the confidential entries, and whoever opens the public database alone (the publisher) must
read neither. They have a key of their own, derived from the record key (AES-256-GCM, a random nonce each).
"""

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from twotrack.errors import RecordError
from twotrack.record import keyring

ACCOUNTS = "accounts"
_NONCE = 12


def shut(content: bytes, *, about: str, key: bytes | None) -> str:
    """The content as text that opens with this key and under this `about` alone; readable where the record is not encrypted."""
    if key is None:
        return base64.b64encode(content).decode()
    nonce = secrets.token_bytes(_NONCE)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, content, about.encode())).decode()


def unshut(text: str, *, about: str, key: bytes | None) -> bytes:
    """The reverse; raises RecordError where it was altered, moved, or is of another record."""
    try:
        box = base64.b64decode(text, validate=True)
        return box if key is None else AESGCM(key).decrypt(box[:_NONCE], box[_NONCE:], about.encode())
    except (ValueError, InvalidTag) as error:
        raise RecordError("what is kept of an account does not open; restore the record from a backup") from error


def accounts_key() -> bytes | None:
    """The key for these things in the open record; None where it is not encrypted. Raises RecordError where it is locked."""
    try:
        return keyring.KEYS[ACCOUNTS]
    except KeyError as error:
        raise RecordError("the record is locked") from error
