"""Files that leave in confidence: encrypted by age (age-encryption.org, by its Rust library), never in plain on a disk.

`age -d FILE.age` opens them without anything of ours."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyrage

from twotrack.errors import PassphraseError, UsageError

SUFFIX = ".age"
MAGIC = b"age-encryption.org/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFor:
    """For whom a file is encrypted: a passphrase, or the public keys of recipients (age1..., ssh-ed25519 ...)."""

    passphrase: str | None = None
    recipients: tuple[str, ...] = ()

    @property
    def told(self) -> list[str]:
        """What the log keeps of it: the public keys, or that there is a passphrase."""
        return list(self.recipients) or ["passphrase"]


def encrypted(content: bytes, to: SealedFor) -> bytes:
    """The bytes, encrypted. Raises UsageError for a public key that is none."""
    if to.recipients:
        return bytes(pyrage.encrypt(content, [_recipient(one) for one in to.recipients]))
    if not to.passphrase:
        raise UsageError("what leaves in confidence is encrypted; give a passphrase or --recipient")
    return bytes(pyrage.passphrase.encrypt(content, to.passphrase))


def decrypted(content: bytes, *, passphrase: str | None = None, identities: Sequence[str] = ()) -> bytes:
    """The bytes, decrypted and proved whole. Raises PassphraseError where they do not open."""
    try:
        if identities:
            return bytes(pyrage.decrypt(content, [_identity(one) for one in identities]))
        return bytes(pyrage.passphrase.decrypt(content, passphrase or ""))
    except pyrage.DecryptError as error:
        raise PassphraseError(
            "the package does not open with this; it is encrypted for another passphrase or key, or is damaged"
        ) from error


def identities_in(text: str) -> tuple[str, ...]:
    """The secret keys in an identity file of age (AGE-SECRET-KEY-1..., one a line) or in a private key of SSH."""
    if text.lstrip().startswith("-----BEGIN"):
        return (text,)
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _recipient(key: str) -> object:
    try:
        return pyrage.ssh.Recipient.from_str(key) if key.startswith("ssh-") else pyrage.x25519.Recipient.from_str(key)
    except (pyrage.RecipientError, ValueError) as error:
        raise UsageError("a recipient is no public key of age or SSH; write age1... or ssh-ed25519 ...") from error


def _identity(key: str) -> object:
    try:
        if key.startswith("-----BEGIN"):
            return pyrage.ssh.Identity.from_buffer(key.encode())
        return pyrage.x25519.Identity.from_str(key)
    except (pyrage.IdentityError, ValueError) as error:
        raise UsageError("the identity file holds no secret key of age or SSH") from error
