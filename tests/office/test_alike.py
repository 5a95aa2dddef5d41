"""What is not there and what one may not see or do are answered alike, at every address: status, headers and bytes."""

import uuid
from collections.abc import Iterator

import pytest

from addresses import NAMES, address, takes_key
from clients import Visitor, add_confidential_rows, user, without_tokens
from makers import MadeRecord, ingest_made, make_reading
from twotrack.office.rights import RIGHTS
from twotrack.record import users
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.links import record_models
from twotrack.record.models import Case, User
from twotrack.vocabulary import Role

KEYED = [name for name in NAMES if takes_key(name)]


@pytest.fixture
def hidden(kept: MadeRecord) -> list[uuid.UUID]:
    """The ids of confidential rows of every kind."""
    add_confidential_rows(Case.objects.using(PUBLIC).get())
    text = make_reading().text.replace("Tamsin Orrel", "Orlin Vask")
    ingest_made(CONFIDENTIAL, make_reading(text=text, case="Orlin Vask"), by=user("officer"))
    keys = {}
    for model in record_models():
        if model is not User:
            keys[model] = model._base_manager.using(CONFIDENTIAL).values_list("pk", flat=True).first()
    return [key for key in keys.values() if isinstance(key, uuid.UUID)]


def answers(visitor: Visitor, name: str, key: uuid.UUID) -> Iterator[tuple[int, dict[str, str], bytes]]:
    right = RIGHTS[name]
    for one, send in ((right.read, visitor.asks), (right.write, visitor.sends)):
        if one is not None:
            response = send(address(name, key))
            headers = {word: value for word, value in response.headers.items() if word != "Content-Length"}
            yield response.status_code, headers, without_tokens(response.content).replace(str(key).encode(), b"")


@pytest.mark.parametrize("role", [Role.READER, Role.RELEASER])
def test_confidential_and_unknown_rows_are_answered_alike(
    kept: MadeRecord, hidden: list[uuid.UUID], role: Role
) -> None:
    users.set_role(user("clerk"), role, clearance=False)
    clerk = Visitor("clerk")
    for name in KEYED:
        unknown = list(answers(clerk, name, uuid.uuid4()))
        for key in hidden:
            assert list(answers(clerk, name, key)) == unknown, name


def test_what_a_role_may_not_do_is_answered_as_what_is_not_there(record: MadeRecord) -> None:
    users.set_role(user("clerk"), Role.READER, clearance=False)
    nowhere = Visitor("clerk").asks("/no-such-page")
    refused = 0
    for name in NAMES:
        for status, headers, content in answers(Visitor("clerk"), name, uuid.uuid4()):
            if status == 404 and "published" not in name and name != "static":
                refused += 1
                assert content == without_tokens(nowhere.content), name
                assert headers == {word: nowhere.headers[word] for word in headers}, name
    assert refused > 20


def test_a_stranger_learns_of_no_row(record: MadeRecord) -> None:
    stranger = Visitor(None)
    for name in KEYED:
        assert {content for _, _, content in answers(stranger, name, uuid.uuid4())} == {b""}, name
