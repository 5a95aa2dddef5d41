"""An OpenSSH signature of the checksums, which `ssh-keygen -Y` verifies without anything of ours (PROTOCOL.sshsig)."""

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_ssh_private_key

from twotrack.errors import UsageError

SIGNATURE = "SHA256SUMS.sig"
NAMESPACE = "twotrack"  # a signature of something else than a publication does not verify as one
_MAGIC = b"SSHSIG"
_LINE = 70


def signer(path: Path, passphrase: Callable[[], str]) -> Callable[[bytes], bytes]:
    """What signs with the private key in a file (Ed25519, as `ssh-keygen -t ed25519` makes it); `passphrase` is asked where
    the key has one. Raises UsageError where the key cannot be used."""
    key = _load(path, passphrase)
    return lambda message: signed(key, message)


def signed(key: Ed25519PrivateKey, message: bytes) -> bytes:
    """The armoured signature of a message; the same each time."""
    digest = hashlib.sha512(message).digest()
    what = _MAGIC + _string(NAMESPACE.encode()) + _string(b"") + _string(b"sha512") + _string(digest)
    signature = _string(b"ssh-ed25519") + _string(key.sign(what))
    blob = _MAGIC + (1).to_bytes(4, "big") + _string(_public(key))
    blob += _string(NAMESPACE.encode()) + _string(b"") + _string(b"sha512") + _string(signature)
    text = base64.b64encode(blob).decode()
    lines = [text[start : start + _LINE] for start in range(0, len(text), _LINE)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""]).encode()


def _load(path: Path, passphrase: Callable[[], str]) -> Ed25519PrivateKey:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"the key {path} cannot be read; name a private key that ssh-keygen made") from error
    key: object
    try:
        key = load_ssh_private_key(content, None)
    except TypeError:  # it has a passphrase
        key = _unlocked(content, path, passphrase())
    except ValueError as error:
        raise UsageError(f"{path} is no private key of OpenSSH; make one with: ssh-keygen -t ed25519") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError(f"{path} is no Ed25519 key; make one with: ssh-keygen -t ed25519")
    return key


def _unlocked(content: bytes, path: Path, passphrase: str) -> object:
    try:
        return load_ssh_private_key(content, passphrase.encode())
    except ValueError as error:
        raise UsageError(f"this passphrase does not open {path}; nothing was written") from error


def _public(key: Ed25519PrivateKey) -> bytes:
    line = key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
    return base64.b64decode(line.split()[1])


def _string(value: bytes) -> bytes:
    return len(value).to_bytes(4, "big") + value
