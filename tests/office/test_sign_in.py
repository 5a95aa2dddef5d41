"""Signing in and out."""

from clients import Visitor
from makers import PASSPHRASE, MadeRecord
from twotrack.office.accounts import CODE
from twotrack.record import users
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Setting, User

RIGHT = f"clerk {PASSPHRASE}"


def tries(name: str, password: str) -> int:
    return int(Visitor(None).sends("/sign-in", name=name, password=password).status_code)


def test_name_and_passphrase_open_the_office(record: MadeRecord) -> None:
    visitor = Visitor(None)
    assert "Begin here" in visitor.reads("/sign-in", name="clerk", password=RIGHT)
    assert visitor.asks("/cases").status_code == 200


def test_a_wrong_passphrase_and_an_unknown_name_are_told_alike(record: MadeRecord) -> None:
    wrong, unknown = (
        Visitor(None).sends("/sign-in", name=name, password="x").content.replace(name.encode(), b"")
        for name in ("clerk", "nobody")
    )
    assert b"do not fit" in wrong
    assert len(wrong) == len(unknown)


def test_signing_in_writes_to_neither_database(record: MadeRecord) -> None:
    before = {path.name: path.read_bytes() for path in record.folder.glob("*.db")}
    assert tries("clerk", RIGHT) == 302
    assert {path.name: path.read_bytes() for path in record.folder.glob("*.db")} == before
    assert not any(path.stat().st_size for path in record.folder.glob("*.db-wal"))


def test_signing_out_ends_the_session_and_clears_the_browser(record: MadeRecord) -> None:
    clerk = Visitor("clerk")
    response = clerk.sends("/sign-out")
    assert "cookies" in response.headers["Clear-Site-Data"]
    assert clerk.asks("/").headers["Location"] == "/sign-in"


def test_an_ended_account_is_refused_at_its_next_request(record: MadeRecord) -> None:
    clerk = Visitor("clerk")
    users.disable("clerk")
    assert clerk.asks("/").headers["Location"] == "/sign-in"
    assert tries("clerk", RIGHT) == 403


def test_a_record_without_a_passphrase_is_entered_by_the_code_of_this_start(record: MadeRecord) -> None:
    keeper = User.objects.using(PUBLIC).get(name="keeper")
    keeper.set_password(None)
    keeper.save(using=PUBLIC)
    assert (tries("keeper", ""), tries("keeper", PASSPHRASE), tries("keeper", CODE)) == (200, 403, 302)
    assert tries("clerk", CODE) == 403


def test_a_fictional_record_says_so_and_shows_the_accounts_to_try(record: MadeRecord) -> None:
    assert "Try it" not in Visitor(None).sees("/sign-in")
    with writing(PUBLIC, by=User.objects.using(PUBLIC).get(name="keeper")) as ledger:
        ledger.add(Setting(name="demonstration", value="fictional"))
        ledger.add(Setting(name="accounts", value=[{"name": "clerk", "password": "two wells", "about": "public"}]))
    shown = Visitor(None).sees("/sign-in")
    assert "two wells" in shown
    assert "This record is fictional" in shown
    assert "This record is fictional" in Visitor("clerk").sees("/cases")


def test_an_account_is_added_with_or_without_clearance(record: MadeRecord) -> None:
    officer = Visitor("officer")
    assert (
        officer.sends("/users", name="intern", password="two dry wells", clearance="", role="reader").status_code == 302
    )
    assert not User.objects.using(PUBLIC).get(name="intern").clearance
    again = officer.sends("/users", name="intern", password="two dry wells", role="reader")
    assert "choose another name" in again.content.decode()
    assert (
        "at least eight characters"
        in officer.sends("/users", name="b", password="short", role="reader").content.decode()
    )


def test_an_account_is_ended_and_the_last_with_clearance_stays(record: MadeRecord) -> None:
    officer = Visitor("officer")
    keeper, own = (User.objects.using(PUBLIC).get(name=name).pk for name in ("keeper", "officer"))
    assert officer.sends(f"/users/{keeper}/end").status_code == 302
    refused = officer.sends(f"/users/{own}/end")
    assert (refused.status_code, "last one with clearance" in refused.content.decode()) == (400, True)
