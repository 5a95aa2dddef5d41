"""The record key, and the two ways to it.

A record key of 32 random bytes stands behind everything. The databases' keys are derived from it (HKDF-SHA256), and it
is wrapped (AES key wrap, RFC 3394) in `keys.json` once under the passphrase and once under a printed recovery key, each
stretched by Argon2id (RFC 9106; 64 MiB, 3 passes, 4 lanes). Changing the passphrase makes a new wrapping; nothing is
encrypted anew. What is sealed (the originals of forgotten documents) is encrypted to a public key (X25519) whose
private half follows from the recovery key alone: whoever holds record and passphrase cannot read it.
"""

import base64
import dataclasses
import json
import secrets
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from twotrack.errors import PassphraseError, RecordError

FORMAT = "twotrack-keys/1"
_ARGON2 = {"memory_kib": 64 * 1024, "passes": 3, "lanes": 4}
_RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What `keys.json` says, and how to open it. `slots` is empty for a record without encryption."""

    slots: dict[str, dict[str, Any]]
    seal_to: str | None
    generation: int = 1  # of the database files; a new record key makes new files

    @property
    def encrypted(self) -> bool:
        """Whether the record is encrypted at all."""
        return bool(self.slots)

    def to_json(self) -> str:
        """The text of `keys.json`. Holds no secret: without passphrase or recovery key it opens nothing."""
        return json.dumps({"format": FORMAT, **dataclasses.asdict(self)}, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Keys":
        """The reverse; raises RecordError on anything else."""
        try:
            data = json.loads(text)
            if data["format"] != FORMAT:
                raise RecordError(
                    f"keys.json is of format {str(data['format'])[:40]!r}; this program knows {FORMAT}: use a newer one"
                )
            return cls(slots=dict(data["slots"]), seal_to=data["seal_to"], generation=int(data["generation"]))
        except (ValueError, KeyError, TypeError) as error:
            raise RecordError("keys.json cannot be read; restore it from a backup of the record") from error


def make_recovery_key() -> str:
    """A recovery key to be printed: 160 random bits in base32, eight groups of four."""
    text = base64.b32encode(secrets.token_bytes(20)).decode()
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def make_keys(record_key: bytes, passphrase: str, recovery_key: str) -> Keys:
    """Wrap the record key under both."""
    sealer = _seal_private(recovery_key).public_key().public_bytes(*_RAW)
    return Keys(
        slots={"passphrase": _wrap(record_key, passphrase), "recovery": _wrap(record_key, _plain(recovery_key))},
        seal_to=base64.b64encode(sealer).decode(),
    )


def with_passphrase(keys: Keys, record_key: bytes, passphrase: str) -> Keys:
    """The same keys under another passphrase."""
    return dataclasses.replace(keys, slots={**keys.slots, "passphrase": _wrap(record_key, passphrase)})


def open_keys(keys: Keys, secret: str) -> bytes:
    """The record key, by passphrase or recovery key; raises PassphraseError where neither slot opens."""
    for slot, text in (("passphrase", secret), ("recovery", _plain(secret))):
        if slot not in keys.slots:
            continue
        try:
            return _unwrap(keys.slots[slot], text)
        except InvalidUnwrap:
            continue
        except (KeyError, TypeError, ValueError) as error:
            raise RecordError("keys.json is damaged; restore it from a backup of the record") from error
    raise PassphraseError("wrong passphrase; try again, or use the printed recovery key in its place")


def derive(record_key: bytes, purpose: str) -> bytes:
    """A key of 32 bytes for one purpose ("public", "confidential")."""
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"twotrack/1/" + purpose.encode()).derive(
        record_key
    )


def seal(keys: Keys, content: bytes) -> bytes:
    """Encrypt so that the recovery key alone opens it (X25519, HKDF-SHA256, AES-256-GCM)."""
    if keys.seal_to is None:
        raise RecordError("a record without encryption cannot seal originals; say --originals destroy")
    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(base64.b64decode(keys.seal_to)))
    public = once.public_key().public_bytes(*_RAW)
    # The key is used once, so a fixed nonce is sound.
    return public + AESGCM(_seal_key(shared, public)).encrypt(bytes(12), content, None)


def unseal(recovery_key: str, sealed: bytes) -> bytes:
    """The reverse of `seal`; raises PassphraseError where the recovery key is not the one."""
    from cryptography.exceptions import InvalidTag

    public, box = sealed[:32], sealed[32:]
    shared = _seal_private(recovery_key).exchange(X25519PublicKey.from_public_bytes(public))
    try:
        return AESGCM(_seal_key(shared, public)).decrypt(bytes(12), box, None)
    except InvalidTag as error:
        raise PassphraseError("this recovery key does not open what was sealed") from error


def _plain(recovery_key: str) -> str:
    return recovery_key.strip().upper().replace("-", "").replace(" ", "")


def _stretch(secret: str, salt: bytes, cost: dict[str, Any]) -> bytes:
    kdf = Argon2id(salt=salt, length=32, iterations=cost["passes"], lanes=cost["lanes"], memory_cost=cost["memory_kib"])
    return kdf.derive(secret.encode())


def _wrap(record_key: bytes, secret: str) -> dict[str, Any]:
    salt = secrets.token_bytes(16)
    wrapped = aes_key_wrap(_stretch(secret, salt, _ARGON2), record_key)
    return {"kdf": "argon2id", **_ARGON2, "salt": salt.hex(), "wrapped": wrapped.hex()}


def _unwrap(slot: dict[str, Any], secret: str) -> bytes:
    return aes_key_unwrap(_stretch(secret, bytes.fromhex(slot["salt"]), slot), bytes.fromhex(slot["wrapped"]))


def _seal_private(recovery_key: str) -> X25519PrivateKey:
    return X25519PrivateKey.from_private_bytes(derive(_plain(recovery_key).encode(), "seal"))


def _seal_key(shared: bytes, public: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=public, info=b"twotrack/1/sealed").derive(shared)
