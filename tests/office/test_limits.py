"""Tries to sign in: how many are free, how long others wait, and that strangers keep nobody out."""

from datetime import timedelta

import pytest

from clients import Visitor
from makers import NOW, PASSPHRASE, MadeRecord
from twotrack import clock
from twotrack.office.limits import FREE, FREE_ALIKE, Try, begin, network, sign_ins, succeed
from twotrack.record import access, folder

HOME, ELSEWHERE = "203.0.113.7", "198.51.100.9"


def waits(name: str, address: str, *, after: float = 0) -> int:
    with clock.fixed(lambda: NOW + timedelta(seconds=after)):
        return begin(Try(name, address))


def comes_in(name: str, address: str, *, after: float = 0) -> None:
    from clients import user

    with clock.fixed(lambda: NOW + timedelta(seconds=after)):
        assert begin(Try(name, address)) == 0
        succeed(Try(name, address), user(name).pk, place=address)


@pytest.mark.parametrize("name", ["clerk", "nobody"])
def test_after_five_alike_each_waits_longer_and_never_over_a_minute(record: MadeRecord, name: str) -> None:
    assert [waits(name, HOME) for _ in range(FREE_ALIKE)] == [0] * FREE_ALIKE
    delays, moment = [], 0.0
    for _ in range(8):
        delays.append(waits(name, HOME, after=moment))
        moment += delays[-1]
        assert waits(name, HOME, after=moment) == 0
    assert delays == [2, 4, 8, 16, 32, 60, 60, 60]


def test_a_try_that_has_to_wait_makes_nobody_wait_longer(record: MadeRecord) -> None:
    for _ in range(FREE_ALIKE):
        waits("clerk", HOME)
    assert [waits("clerk", HOME, after=1) for _ in range(50)] == [1] * 50
    assert waits("clerk", HOME, after=2) == 0


def test_a_restart_forgets_no_try(record: MadeRecord) -> None:
    for _ in range(FREE_ALIKE):
        waits("clerk", HOME)
    folder.attach(record.folder, record.record_key)
    assert waits("clerk", HOME) == 2


def test_an_hour_later_all_is_forgotten(record: MadeRecord) -> None:
    for _ in range(FREE_ALIKE):
        waits("clerk", HOME)
    assert waits("clerk", HOME, after=3601) == 0
    assert [waits("clerk", HOME, after=3601) for _ in range(FREE_ALIKE)] == [0] * (FREE_ALIKE - 1) + [2]


def test_one_address_that_tries_many_names_waits(record: MadeRecord) -> None:
    assert [waits(f"name {number}", HOME) for number in range(FREE)] == [0] * FREE
    assert waits("another", HOME) == 2
    assert waits("another", ELSEWHERE) == 0


def test_one_name_tried_from_many_addresses_waits(record: MadeRecord) -> None:
    assert [waits("clerk", f"192.0.2.{number}") for number in range(FREE)] == [0] * FREE
    assert waits("clerk", "192.0.2.200") == 2


def test_strangers_elsewhere_keep_nobody_out_of_an_account(record: MadeRecord) -> None:
    comes_in("clerk", HOME)
    for number in range(3 * FREE):
        waits("clerk", f"192.0.2.{number}", after=number * 61)
    assert waits("clerk", HOME, after=3 * FREE * 61) == 0


def test_who_comes_in_starts_anew(record: MadeRecord) -> None:
    for _ in range(FREE_ALIKE - 1):
        waits("clerk", HOME)
    comes_in("clerk", HOME)
    assert [waits("clerk", HOME) for _ in range(FREE_ALIKE)] == [0] * FREE_ALIKE


def test_a_computer_with_many_addresses_counts_as_one() -> None:
    assert network("2001:db8:1:2:3::4") == network("2001:db8:1:2:ffff::1") != network("2001:db8:1:3::1")
    assert network("192.0.2.1") == "192.0.2.1"
    assert network("no address") == ""


def test_names_and_addresses_are_kept_as_keyed_hashes(record: MadeRecord) -> None:
    waits("Quarrelbird", HOME)
    kept = str(access.read())
    assert "Quarrelbird" not in kept
    assert HOME not in kept


def test_invented_names_do_not_fill_the_file(record: MadeRecord) -> None:
    with access.changing() as remembered:
        remembered.tries = {f"{number:032x}": (1, NOW.timestamp() - 1 - number / 10) for number in range(5_000)}
        remembered.wrong = {f"{number:032x}": 1 for number in range(5_000)}
    waits("clerk", HOME)
    assert len(access.read().tries) <= 2_010
    assert len(access.read().wrong) <= 2_000


def test_the_page_says_how_long_to_wait(record: MadeRecord) -> None:
    with clock.fixed(lambda: NOW):
        for _ in range(FREE_ALIKE):
            assert Visitor(None).sends("/sign-in", name="clerk", password="wrong").status_code == 403
        answer = Visitor(None).sends("/sign-in", name="clerk", password=f"clerk {PASSPHRASE}")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "2")
    assert "Wait 2 seconds" in answer.content.decode()


def test_the_last_sign_in_is_said_with_the_wrong_tries_since(record: MadeRecord) -> None:
    right = {"name": "clerk", "password": f"clerk {PASSPHRASE}"}
    with clock.fixed(lambda: NOW):
        assert "first sign-in of this account" in Visitor(None).reads("/sign-in", **right)
        for _ in range(2):
            Visitor(None).sends("/sign-in", name="clerk", password="wrong")
    with clock.fixed(lambda: NOW + timedelta(days=1)):
        page = Visitor(None).reads("/sign-in", **right)
    assert "You last signed in on 4 May 2026, 09:30 UTC, from this computer." in page
    assert "somebody tried 2 times under your name" in page
    from clients import user

    assert [one["wrong"] for one in sign_ins(user("clerk").pk)] == [2, 0]
