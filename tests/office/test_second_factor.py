"""A second factor in the office: setting it up, signing in by it, giving it up."""

import re
from datetime import timedelta

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from clients import Visitor, user
from makers import NOW, PASSPHRASE, MadeRecord
from twotrack import clock
from twotrack.office.qr import drawn
from twotrack.record import second_factor

SECRET = bytes(range(20))
CLERK = {"name": "clerk", "password": f"clerk {PASSPHRASE}"}


def code_at(seconds: int = 0, secret: bytes = SECRET) -> str:
    return TOTP(secret, 6, SHA1(), 30).generate(int(NOW.timestamp()) + seconds).decode()


def enrolled(name: str = "clerk") -> list[str]:
    with clock.fixed(lambda: NOW):
        return second_factor.enrol(user(name), SECRET, code_at())


def half_way(after: int = 60) -> Visitor:
    """Somebody who typed the clerk's passphrase so many seconds after NOW."""
    visitor = Visitor(None)
    with clock.fixed(lambda: NOW + timedelta(seconds=after)):
        assert visitor.sends("/sign-in", **CLERK).headers["Location"] == "/sign-in/code"
    return visitor


def types(visitor: Visitor, code: str, after: int = 60) -> int:
    with clock.fixed(lambda: NOW + timedelta(seconds=after)):
        return int(visitor.sends("/sign-in/code", code=code).status_code)


def test_it_is_set_up_by_a_picture_made_here_and_a_code(record: MadeRecord) -> None:
    clerk = Visitor("clerk")
    with clock.fixed(lambda: NOW):
        clerk = Visitor("clerk")
        page = clerk.sees("/settings/second-factor")
        typed = re.search(r'<code translate="no">([A-Z2-7 ]+)</code>', page)
        assert typed
        assert "<path" in page
        assert "<img" not in page
        assert "data:" not in page
        from base64 import b32decode

        secret = b32decode(typed[1].replace(" ", ""))
        wrong = clerk.sends("/settings/second-factor", code="000")
        assert (wrong.status_code, "not right" in wrong.content.decode()) == (400, True)
        shown = clerk.sends("/settings/second-factor", code=code_at(secret=secret)).content.decode()
        assert len(re.findall(r"<li><code", shown)) == 10
        assert "10 recovery codes left" in clerk.sees("/settings")


def test_the_passphrase_alone_lets_nobody_in_any_more(record: MadeRecord) -> None:
    enrolled()
    visitor = half_way()
    with clock.fixed(lambda: NOW + timedelta(seconds=60)):
        assert visitor.asks("/").headers["Location"] == "/sign-in"
    assert types(visitor, "000000") == 403
    assert types(visitor, code_at(60)) == 302
    with clock.fixed(lambda: NOW + timedelta(seconds=60)):
        assert visitor.asks("/settings").status_code == 200


def test_a_code_that_was_seen_over_the_shoulder_lets_nobody_in(record: MadeRecord) -> None:
    enrolled()
    assert types(half_way(), code_at(60)) == 302
    assert types(half_way(), code_at(60)) == 403


def test_a_recovery_code_lets_in_once(record: MadeRecord) -> None:
    code = enrolled()[0]
    assert types(half_way(), code) == 302
    assert types(half_way(), code) == 403


def test_codes_cannot_be_guessed_in_number_also_by_who_knows_the_passphrase(record: MadeRecord) -> None:
    enrolled()
    tried = 0
    with clock.fixed(lambda: NOW + timedelta(seconds=60)):
        while tried < 20:
            visitor = Visitor(None)
            if visitor.sends("/sign-in", **CLERK).status_code == 429:
                break
            if visitor.sends("/sign-in/code", code="000000").status_code == 429:
                break
            tried += 1
    assert tried <= 3


def test_half_way_is_nowhere_after_five_minutes_or_without_the_passphrase(record: MadeRecord) -> None:
    enrolled()
    assert types(half_way(), code_at(360), after=360) == 302
    visitor = half_way()
    with clock.fixed(lambda: NOW + timedelta(seconds=360)):
        assert visitor.asks("/sign-in/code").headers["Location"] == "/sign-in"
    assert Visitor(None).asks("/sign-in/code").headers["Location"] == "/sign-in"


def test_a_revoked_account_ends_half_way(record: MadeRecord) -> None:
    from twotrack.record import users

    enrolled()
    visitor = half_way()
    users.disable("clerk")
    assert types(visitor, code_at(60)) == 302
    assert visitor.asks("/settings").headers["Location"] == "/sign-in"


def test_it_is_given_up_on_ones_passphrase_alone(record: MadeRecord) -> None:
    enrolled()
    clerk = Visitor("clerk")
    assert clerk.sends("/settings/second-factor/off", password="wrong").status_code == 403
    assert user("clerk").second_factor
    assert clerk.sends("/settings/second-factor/off", password=CLERK["password"]).status_code == 302
    assert not user("clerk").second_factor


def test_an_administrator_lets_somebody_in_who_lost_it(record: MadeRecord) -> None:
    enrolled()
    key = user("clerk").pk
    assert Visitor("clerk").sends(f"/users/{key}/second-factor").status_code == 404
    assert Visitor("officer").sends(f"/users/{key}/second-factor").status_code == 302
    assert not user("clerk").second_factor


def test_the_picture_has_a_white_margin_and_says_the_words() -> None:
    picture = drawn("otpauth://totp/Twotrack:clerk?secret=AAAA")
    steps = [tuple(map(int, step)) for step in re.findall(r"M(\d+) (\d+)h1v1h-1z", picture.path)]
    assert picture.path == "".join(f"M{x} {y}h1v1h-1z" for x, y in steps)
    assert min(min(step) for step in steps) == 4
    assert max(max(step) for step in steps) == picture.size - 5
