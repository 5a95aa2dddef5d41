"""The signature is OpenSSH's own: ssh-keygen verifies it, and a changed byte does not pass."""

import base64
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from twotrack.errors import UsageError
from twotrack.publish.signature import signer

SUMS = b"0" * 64 + b"  index.html\n"


def key_file(folder: Path, passphrase: str = "") -> Path:
    locked = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    path = folder / "key"
    path.write_bytes(Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, locked))
    return path


def parts(blob: bytes) -> list[bytes]:
    found = []
    while blob:
        length = int.from_bytes(blob[:4], "big")
        found.append(blob[4 : 4 + length])
        blob = blob[4 + length :]
    return found


def verify(signature: bytes, message: bytes) -> None:
    """As PROTOCOL.sshsig says, written apart from what signs."""
    blob = base64.b64decode(b"".join(signature.splitlines()[1:-1]))
    assert blob[:10] == b"SSHSIG\0\0\0\1"
    key, namespace, reserved, algorithm, signed = parts(blob[10:])
    assert (namespace, reserved, algorithm) == (b"twotrack", b"", b"sha512")
    fields = (namespace, reserved, algorithm, hashlib.sha512(message).digest())
    what = b"SSHSIG" + b"".join(len(field).to_bytes(4, "big") + field for field in fields)
    Ed25519PublicKey.from_public_bytes(parts(key)[1]).verify(parts(signed)[1], what)


def test_it_verifies_and_a_changed_byte_does_not(tmp_path: Path) -> None:
    signature = signer(key_file(tmp_path), str)(SUMS)
    verify(signature, SUMS)
    with pytest.raises(InvalidSignature):
        verify(signature, SUMS.replace(b"0", b"1", 1))


def test_ssh_keygen_says_good(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS.sig").write_bytes(signer(key_file(tmp_path), str)(SUMS))
    program = shutil.which("ssh-keygen")
    if program is None:  # the test above proves the same by the protocol's words
        return
    command = [program, "-Y", "check-novalidate", "-n", "twotrack", "-s", str(tmp_path / "SHA256SUMS.sig")]
    assert b"Good" in subprocess.run(command, input=SUMS, capture_output=True, check=True).stdout
    assert subprocess.run(command, input=SUMS + b"x", capture_output=True, check=False).returncode != 0


def test_the_same_key_signs_the_same_bytes_alike(tmp_path: Path) -> None:
    sign = signer(key_file(tmp_path), str)
    assert sign(SUMS) == sign(SUMS)


def test_a_key_with_a_passphrase_asks_for_it(tmp_path: Path) -> None:
    path = key_file(tmp_path, "seven wet stones")
    verify(signer(path, lambda: "seven wet stones")(SUMS), SUMS)
    with pytest.raises(UsageError, match="does not open"):
        signer(path, lambda: "wrong")


def test_what_is_no_key_is_refused_in_one_line(tmp_path: Path) -> None:
    other = generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    for content, said in ((b"words", "no private key"), (other, "no Ed25519 key")):
        (tmp_path / "other").write_bytes(content)
        with pytest.raises(UsageError, match=said):
            signer(tmp_path / "other", str)
    with pytest.raises(UsageError, match="cannot be read"):
        signer(tmp_path / "nothing", str)
