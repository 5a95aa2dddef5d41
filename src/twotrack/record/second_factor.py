"""A second factor: one-time codes by the clock (TOTP, RFC 6238), and printed codes for the day on which the device is lost.

The secret and the hashes of the recovery codes stand in the account's row, encrypted for themselves (sealed.py). A code is
taken once: which was used last, and which recovery codes are spent, is remembered beside the databases (access.py), because
signing in writes to neither.
"""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.record import access
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import User
from twotrack.record.sealed import accounts_key, shut, unshut

STEP = 30  # seconds for which a code holds
_AROUND = (0, -1, 1)  # steps by which the device's clock may differ
_DIGITS = 6
_CODES = 10
ISSUER = "Twotrack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """What an account's row holds, opened."""

    secret: bytes
    codes: tuple[str, ...]  # SHA-256 of each recovery code: 80 random bits each, so no stretching is needed


def new_secret() -> bytes:
    """A secret of 160 bits, as RFC 4226 recommends."""
    return secrets.token_bytes(20)


def as_typed(secret: bytes) -> str:
    """The secret as a person types it into a device that cannot scan."""
    text = base64.b32encode(secret).decode()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def address_of(secret: bytes, name: str) -> str:
    """The otpauth: address that a device scans."""
    return _totp(secret).get_provisioning_uri(name, ISSUER)


def enrol(user: User, secret: bytes, code: str) -> list[str]:
    """Ask for codes of this secret from now on, once `code` shows that the device makes them. Returns the recovery codes, to be
    shown this once. Raises LedgerError where the code is not right."""
    step = _step_of(secret, code)
    if step is None:
        raise LedgerError("this code is not right; look whether the clock of the device is, and type the next one")
    codes = [_new_code() for _ in range(_CODES)]
    _save(user, Factor(secret=secret, codes=tuple(_hash(user, one) for one in codes)))
    with access.changing() as remembered:
        remembered.steps[str(user.pk)] = step
        remembered.spent.pop(str(user.pk), None)
    return codes


def fits(user: User, code: str) -> bool:
    """Whether this is a code of the account that was not used before: by the clock, or a recovery code. It is then used."""
    factor = _open(user)
    step, spent = _step_of(factor.secret, code), _hash(user, code)
    with access.changing() as remembered:
        if step is not None and step > remembered.steps.get(str(user.pk), -1):
            remembered.steps[str(user.pk)] = step
            return True
        used = remembered.spent.setdefault(str(user.pk), [])
        if spent in factor.codes and spent not in used:
            used.append(spent)
            return True
    return False


def codes_left(user: User) -> int:
    """How many recovery codes are not spent."""
    return len(set(_open(user).codes) - set(access.read().spent.get(str(user.pk), [])))


def drop(user: User) -> None:
    """Ask this account for its passphrase alone."""
    user.second_factor = ""
    user.save(using=PUBLIC, update_fields=["second_factor"])
    with access.changing() as remembered:
        remembered.steps.pop(str(user.pk), None)
        remembered.spent.pop(str(user.pk), None)


def shut_anew(before: bytes | None, after: bytes | None) -> None:
    """Encrypt every second factor under another key: the record got a new one."""
    for user in User.objects.using(PUBLIC).exclude(second_factor=""):
        content = unshut(user.second_factor, about=str(user.pk), key=before)
        user.second_factor = shut(content, about=str(user.pk), key=after)
        user.save(using=PUBLIC, update_fields=["second_factor"])


def _totp(secret: bytes) -> TOTP:
    # SHA-1 is what every device knows (RFC 6238); as an HMAC it is sound.
    return TOTP(secret, _DIGITS, SHA1(), STEP)  # noqa: S303


def _step_of(secret: bytes, code: str) -> int | None:
    """The step of the clock to which a code belongs, None where it is none of now."""
    digits = "".join(code.split())
    if len(digits) != _DIGITS or not digits.isascii() or not digits.isdigit():
        return None
    now = int(clock.now().timestamp()) // STEP
    for step in (now + by for by in _AROUND):
        try:
            _totp(secret).verify(digits.encode(), step * STEP)
        except InvalidToken:
            continue
        return step
    return None


def _new_code() -> str:
    text = base64.b32encode(secrets.token_bytes(10)).decode().lower()
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def _hash(user: User, code: str) -> str:
    plain = "".join(code.lower().replace("-", "").split())
    return hashlib.sha256(f"{user.pk}:{plain}".encode("utf-8", "surrogatepass")).hexdigest()


def _save(user: User, factor: Factor) -> None:
    content = json.dumps({"secret": factor.secret.hex(), "codes": list(factor.codes)}).encode()
    user.second_factor = shut(content, about=str(user.pk), key=accounts_key())
    user.save(using=PUBLIC, update_fields=["second_factor"])


def _open(user: User) -> Factor:
    values = json.loads(unshut(user.second_factor, about=str(user.pk), key=accounts_key()))
    return Factor(secret=bytes.fromhex(values["secret"]), codes=tuple(values["codes"]))
