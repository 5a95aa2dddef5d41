"""One-time codes and recovery codes."""

import base64
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from clients import user
from makers import NOW, MadeRecord
from twotrack import clock
from twotrack.errors import LedgerError, RecordError
from twotrack.record import access, folder, keyring, second_factor, users
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import User

SECRET = bytes(range(20))


def code_at(seconds: int = 0, secret: bytes = SECRET) -> str:
    """What the device of somebody shows so many seconds after NOW."""
    return TOTP(secret, 6, SHA1(), 30).generate(int(NOW.timestamp()) + seconds).decode()


def enrolled(name: str = "clerk") -> list[str]:
    with clock.fixed(lambda: NOW):
        return second_factor.enrol(user(name), SECRET, code_at())


def fits(code: str, *, after: int, name: str = "clerk") -> bool:
    with clock.fixed(lambda: NOW + timedelta(seconds=after)):
        return second_factor.fits(user(name), code)


def test_the_codes_are_those_of_the_standard() -> None:
    # RFC 6238, appendix B: at 59 seconds the code for this secret is 94287082, of which a device shows six digits
    assert TOTP(b"12345678901234567890", 6, SHA1(), 30).generate(59) == b"287082"


def test_an_account_is_guarded_once_a_code_was_typed(record: MadeRecord) -> None:
    with clock.fixed(lambda: NOW), pytest.raises(LedgerError, match="not right"):
        second_factor.enrol(user("clerk"), SECRET, "000000" if code_at() != "000000" else "000001")
    assert not user("clerk").second_factor
    assert len(set(enrolled())) == 10
    assert user("clerk").second_factor


@pytest.mark.parametrize(("code", "after", "right"), [
    (code_at(30), 30, True), (code_at(30), 59, True), (code_at(60), 30, True), (code_at(30), 300, False),
    ("", 30, False), ("12345", 30, False), ("１２３４５６", 30, False), ("abcdef", 30, False),
], ids=["now", "a step late", "a step early", "old", "empty", "short", "full-width", "letters"])  # fmt: skip
def test_a_code_holds_for_its_step_and_one_beside_it(record: MadeRecord, code: str, after: int, right: bool) -> None:
    enrolled()
    assert fits(code, after=after) is right


def test_a_code_is_taken_once_and_none_from_before_it(record: MadeRecord) -> None:
    enrolled()
    assert not fits(code_at(), after=5)  # the one that was typed to set it up
    assert fits(code_at(60), after=60)
    assert not fits(code_at(60), after=61)
    assert not fits(code_at(30), after=61)
    assert fits(f" {code_at(90)[:3]} {code_at(90)[3:]} ", after=90)


def test_a_used_code_stays_used_after_a_restart(record: MadeRecord) -> None:
    enrolled()
    assert fits(code_at(60), after=60)
    folder.attach(record.folder, record.record_key)
    assert not fits(code_at(60), after=61)


def test_each_recovery_code_lets_in_once_however_it_is_typed(record: MadeRecord) -> None:
    first, second, *_ = enrolled()
    assert fits(first.upper().replace("-", " "), after=3)
    assert not fits(first, after=3)
    assert second_factor.codes_left(user("clerk")) == 9
    enrolled("officer")
    assert not fits(second, after=3, name="officer")


def test_neither_secret_nor_recovery_codes_can_be_read(record: MadeRecord) -> None:
    codes = enrolled()
    kept = base64.b64decode(user("clerk").second_factor)
    assert SECRET.hex().encode() not in kept
    assert not any(code.replace("-", "").encode() in kept for code in codes)
    moved = user("officer")
    moved.second_factor = user("clerk").second_factor
    with pytest.raises(RecordError, match="does not open"):
        second_factor.fits(moved, code_at())


def test_recovery_codes_are_hashed_also_within(record: MadeRecord) -> None:
    first = enrolled()[0].replace("-", "")
    factor = second_factor._open(user("clerk"))
    assert all(len(one) == 64 for one in factor.codes)
    assert first not in "".join(factor.codes)


def test_who_opens_the_public_database_alone_opens_no_second_factor(record: MadeRecord) -> None:
    enrolled()
    folder.attach(record.folder, record.record_key, (PUBLIC,))
    with pytest.raises(RecordError, match="locked"):
        second_factor.fits(user("clerk"), code_at(30))


def test_an_administrator_lets_somebody_in_without_it(record: MadeRecord) -> None:
    enrolled()
    users.reset_factor("clerk")
    assert not user("clerk").second_factor
    with pytest.raises(LedgerError, match="no user nobody"):
        users.reset_factor("nobody")


def test_a_lost_file_of_sign_ins_turns_no_second_factor_off(record: MadeRecord) -> None:
    enrolled()
    (record.folder / "access").unlink()
    assert user("clerk").second_factor
    assert fits(code_at(30), after=30)


def test_what_is_remembered_of_sign_ins_is_not_in_plain(record: MadeRecord) -> None:
    with access.changing() as remembered:
        remembered.came["clerk of Quarrelbird"] = []
    kept = (record.folder / "access").read_bytes()
    assert b"Quarrelbird" not in kept + base64.b64decode(kept)
    assert "clerk of Quarrelbird" in access.read().came
    assert (record.folder / "access").stat().st_mode & 0o077 == 0


def test_a_file_of_sign_ins_that_was_altered_says_nothing(record: MadeRecord) -> None:
    with access.changing() as remembered:
        remembered.wrong["x"] = 3
    (record.folder / "access").write_text("AAAA" * 20)
    assert access.read() == access.Access()


def test_in_a_record_without_encryption_it_works_alike(record: MadeRecord) -> None:
    keyring.KEYS["accounts"] = None
    enrolled()
    assert fits(code_at(30), after=30)
    assert User.objects.using(PUBLIC).exclude(second_factor="").count() == 1
