"""Somebody at the office without a browser: Django's test client, signed in, with forms filled as a person would."""

import re
from typing import Any

from django.test import Client

import makers  # noqa: F401  (sets up Django)
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Meeting, Party, User
from twotrack.record.notes import take_note
from twotrack.record.representations import record_outcome, respond
from twotrack.vocabulary import OutcomeKind, Property, ResponseType

CANARY = "Quarrelbird"
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


class Visitor:
    """One who asks for pages. `name` None: a stranger who is not signed in."""

    def __init__(self, name: str | None) -> None:
        self.client = Client(SERVER_NAME="localhost")
        if name is not None:
            self.client.force_login(user(name))

    def asks(self, address: str, **data: Any) -> Any:
        """The response to GET, redirects not followed."""
        return self.client.get(address, data)

    def sends(self, address: str, **data: Any) -> Any:
        """The response to a form that was sent."""
        return self.client.post(address, data)

    def sees(self, address: str) -> str:
        """The page at this address as text, without the tokens of its forms."""
        return without_tokens(self.asks(address).content).decode()

    def reads(self, address: str, **data: Any) -> str:
        """The page after a form was sent and its redirect followed."""
        return str(self.client.post(address, data, follow=True).content.decode())


def user(name: str) -> User:
    return User.objects.using(PUBLIC).get(name=name)


def without_tokens(content: bytes) -> bytes:
    """A page without the tokens of its forms, which differ each time."""
    return _TOKEN.sub(b"", content)


def add_confidential_rows(case: Case) -> None:
    """A note with a reply, an outcome, another name, a round and a case of their own, each with the canary in it."""
    officer = user("officer")
    subject = case.person
    assert subject is not None
    with writing(CONFIDENTIAL, by=officer) as ledger:
        meeting = ledger.add(Meeting(meeting_kind="session", status="held"))
        ledger.ground(meeting, inference=f"{CANARY} said so")
        ledger.state(meeting, Property.NAME, f"session at {CANARY}", inference=CANARY)
        ledger.state(meeting, Property.WHEN, "2025-03-05", inference=CANARY)
        _, passage = take_note(ledger, f"They said that she is held in {CANARY}.", about=case, heard_at=CANARY)
        party = Party.objects.using(PUBLIC).get(name="Verania")
        respond(ledger, [case], ResponseType.STATUS_STATED, by=party, meeting=meeting, summary=CANARY, passage=passage)
        record_outcome(ledger, case, OutcomeKind.BETTER_CONDITIONS, summary=CANARY, inference=f"{CANARY} told us")
        ledger.state(subject, Property.NAME, f"{CANARY} Fenn", inference=CANARY)
        hidden = ledger.add(Case(person=subject, matter="trial"))
        ledger.ground(hidden, inference=CANARY)
        ledger.state(hidden, Property.STATUS, f"awaits trial in {CANARY}", inference=CANARY)
