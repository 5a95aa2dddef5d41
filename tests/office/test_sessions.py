"""Sessions end by themselves, by their person, and with the account."""

from datetime import datetime, timedelta

import pytest

from clients import Visitor, user
from makers import NOW, PASSPHRASE, MadeRecord
from twotrack import clock
from twotrack.office.sessions import IDLE, SESSIONS, WHOLE, browser_of, place_of
from twotrack.record import users
from twotrack.vocabulary import Role

TO_SIGN_IN = "/sign-in"


def sent_to(visitor: Visitor, moment: datetime) -> str:
    with clock.fixed(lambda: moment):
        return str(visitor.asks("/settings").headers.get("Location", ""))


def signed_in(name: str = "clerk") -> Visitor:
    with clock.fixed(lambda: NOW):
        return Visitor(name)


def test_a_session_that_nobody_uses_ends(record: MadeRecord) -> None:
    clerk = signed_in()
    assert sent_to(clerk, NOW + IDLE - timedelta(seconds=1)) == ""
    assert sent_to(clerk, NOW + 2 * IDLE - timedelta(seconds=2)) == ""
    assert sent_to(clerk, NOW + 3 * IDLE) == TO_SIGN_IN


def test_a_session_ends_however_much_it_is_used(record: MadeRecord) -> None:
    clerk, moment = signed_in(), NOW
    while moment + IDLE / 2 < NOW + WHOLE:
        moment += IDLE / 2
        assert sent_to(clerk, moment) == ""
    assert sent_to(clerk, NOW + WHOLE) == TO_SIGN_IN


def test_one_sees_ones_own_sessions_and_ends_one(record: MadeRecord) -> None:
    here, there, officer = signed_in(), signed_in(), signed_in("officer")
    assert _at_now(here).count("a browser</td>") == 2
    with clock.fixed(lambda: NOW):
        other = next(one for one in SESSIONS.of(user("clerk").pk) if str(one.key) != here.client.session["session"])
        assert officer.sends(f"/settings/sessions/{other.key}/end").status_code == 404
        assert here.sends(f"/settings/sessions/{other.key}/end").status_code == 302
        assert here.sends(f"/settings/sessions/{other.key}/end").status_code == 404
    assert sent_to(there, NOW) == TO_SIGN_IN
    assert sent_to(here, NOW) == ""


def _at_now(visitor: Visitor) -> str:
    with clock.fixed(lambda: NOW):
        return visitor.sees("/settings")


def test_all_others_end_at_once(record: MadeRecord) -> None:
    here, there = signed_in(), signed_in()
    with clock.fixed(lambda: NOW):
        here.sends("/settings/sessions/end")
    assert (sent_to(there, NOW), sent_to(here, NOW)) == (TO_SIGN_IN, "")


def test_who_is_revoked_or_loses_clearance_is_refused_at_the_next_request(record: MadeRecord) -> None:
    officer, clerk = Visitor("officer"), Visitor("clerk")
    assert officer.asks("/settings/record").status_code == 200
    users.set_role(user("officer"), Role.ADMINISTRATOR, clearance=False)
    assert officer.asks("/settings/record").status_code == 404
    users.disable("clerk")
    assert clerk.asks("/settings").headers["Location"] == TO_SIGN_IN


def test_one_changes_ones_passphrase_on_the_old_one_and_other_sessions_end(record: MadeRecord) -> None:
    here, there, old = Visitor("clerk"), Visitor("clerk"), f"clerk {PASSPHRASE}"
    assert here.sends("/settings/passphrase", password="wrong", new="another two wells").status_code == 403
    assert here.sends("/settings/passphrase", password=old, new="short").status_code == 400
    assert here.sends("/settings/passphrase", password=old, new="another two wells").status_code == 302
    assert (here.asks("/settings").status_code, there.asks("/settings").status_code) == (200, 302)
    assert Visitor(None).sends("/sign-in", name="clerk", password="another two wells").status_code == 302


def test_the_keepers_passphrase_is_that_of_the_record_and_changed_with_it(record: MadeRecord) -> None:
    keeper = Visitor("keeper")
    assert "twotrack rekey" in keeper.sees("/settings")
    assert keeper.sends("/settings/passphrase", password=PASSPHRASE, new="another two wells").status_code == 302
    assert user("keeper").check_password(PASSPHRASE)


def test_a_changed_password_ends_every_session(record: MadeRecord) -> None:
    clerk = Visitor("clerk")
    row = user("clerk")
    row.set_password("another two wells")
    row.save(using="public")
    assert clerk.asks("/settings").headers["Location"] == TO_SIGN_IN


@pytest.mark.parametrize(("agent", "name"), [
    ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
    ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
    ("curl/8", "a browser"),
])  # fmt: skip
def test_a_browser_is_named_so_that_one_knows_ones_own(agent: str, name: str) -> None:
    assert browser_of(agent) == name


def test_an_address_is_told_as_it_is_but_for_ones_own_computer() -> None:
    assert [place_of(address) for address in ("127.0.0.1", "::1", "192.0.2.4")] == ["this computer"] * 2 + ["192.0.2.4"]
