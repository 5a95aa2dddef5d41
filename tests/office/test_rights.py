"""Every address of the office, and who may come."""

import pytest

from addresses import NAMES, address
from clients import Visitor, user
from makers import MadeRecord
from twotrack.office.rights import ANYBODY, RIGHTS, reaches
from twotrack.record import users
from twotrack.vocabulary import Role

OPEN = {"static": 404, "sign-in-code": 302, "unlock": 302}  # where nobody is half-way in, and nothing is locked


def test_the_table_names_every_address_and_no_other() -> None:
    assert sorted(RIGHTS) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_is_sent_to_sign_in_from_everywhere_else(record: MadeRecord, name: str) -> None:
    stranger = Visitor(None)
    for who, response in zip(RIGHTS[name], (stranger.asks(address(name)), stranger.sends(address(name))), strict=True):
        if who is not None and who.role is not None:
            assert (response.status_code, response.headers["Location"]) == (302, "/sign-in")
        else:
            assert response.status_code == (405 if who is None else OPEN.get(name, 200))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("cleared", [True, False], ids=["cleared", "uncleared"])
def test_each_role_comes_where_the_table_says_so_and_nowhere_else(
    record: MadeRecord, role: Role, cleared: bool
) -> None:
    users.set_role(user("clerk"), role, clearance=cleared)
    for name in NAMES:
        if RIGHTS[name].read == ANYBODY:
            continue
        read, write = RIGHTS[name]
        for who, sends in ((read, False), (write, True)):
            visitor = Visitor("clerk")
            answer = (visitor.sends if sends else visitor.asks)(address(name))
            if who is None:
                assert answer.status_code == 405, name
                continue
            assert who.role is not None
            refused = not reaches(role.value, who.role) or (who.cleared and not cleared)
            assert getattr(answer, "refused", False) == refused, (name, sends)
            assert not refused or answer.status_code == 404


def test_each_role_may_what_those_before_it_may() -> None:
    for higher, lower in zip(list(Role)[1:], list(Role), strict=False):
        assert reaches(higher.value, lower)
        assert not reaches(lower.value, higher)
    assert not reaches("owner", Role.READER)


@pytest.mark.parametrize("name", NAMES)
def test_every_response_has_the_headers(record: MadeRecord, name: str) -> None:
    headers = Visitor("officer").asks(address(name)).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert (headers["Referrer-Policy"], headers["X-Content-Type-Options"]) == ("same-origin", "nosniff")
    assert headers["Cache-Control"] == "no-store"


def test_a_form_without_its_token_is_refused_in_plain_words(record: MadeRecord) -> None:
    from django.test import Client

    client = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    response = client.post("/sign-in", {"name": "clerk", "password": "x"})
    assert response.status_code == 403
    assert "Nothing was changed" in response.content.decode()


def test_another_host_is_refused_without_a_word_of_the_record(record: MadeRecord) -> None:
    response = Visitor("officer").client.get("/", SERVER_NAME="elsewhere.example")
    assert response.status_code == 400
    assert b"Twotrack" not in response.content
