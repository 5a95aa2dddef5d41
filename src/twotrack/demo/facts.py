"""The record of public facts: dialogues that took place, as their public accounts tell of them, no person at issue.

facts.json holds the facts in our own words: for each meeting the accounts, each with the site and path of its source, who
tells it, and what it states. Each account becomes a source of our own (a few lines with the address), so that every
statement stands on exact words; differing accounts stay side by side.
"""

import json
from datetime import datetime
from importlib.resources import files
from typing import Any

from twotrack.record.ingest import add_chunks, add_text
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import (
    Account,
    Dialogue,
    DialogueParty,
    Meeting,
    MeetingDialogue,
    Participation,
    Party,
    Passage,
    Person,
    Source,
    SourceText,
    User,
)
from twotrack.record.passages import account_of, passage_at
from twotrack.sources.raw import Document, RawSource
from twotrack.vocabulary import DocumentKind, MeetingKind, ParticipationRole, PartyKind, Property, Terms

BY_HAND = "entered by hand from public accounts"
_ORGANISATIONS = ("European Union", "ASEAN", "Office of the United Nations")
_STATED = (
    ("when", Property.WHEN, "Held"),
    ("place", Property.PLACE, "Place"),
    ("round", Property.ROUND_NUMBER, "Round"),
)


def build(*, by: User, at: datetime) -> int:
    """Enter all facts into the open record; returns how many meetings."""
    count = 0
    parties: dict[str, Party] = {}
    for dialogue in json.loads(files("twotrack.data").joinpath("demo", "facts.json").read_text("utf-8"))["dialogues"]:
        with writing(PUBLIC, by=by, at=at) as ledger:
            entry = ledger.add(Dialogue(name=dialogue["name"]))
            ledger.ground(entry, inference=BY_HAND, language="en")
            for name in dialogue["parties"]:
                link = ledger.add(DialogueParty(dialogue=entry, party=_party(ledger, parties, name)))
                ledger.ground(link, inference=BY_HAND, language="en")
            for meeting in dialogue["meetings"]:
                _meeting(ledger, entry, meeting, parties)
                count += 1
    return count


def _party(ledger: Ledger, parties: dict[str, Party], name: str) -> Party:
    if name not in parties:
        kind = PartyKind.ORGANISATION if name.startswith(_ORGANISATIONS) else PartyKind.STATE
        parties[name] = ledger.add(Party(name=name, party_kind=kind.value))
        ledger.ground(parties[name], inference=BY_HAND, language="en")
    return parties[name]


def _meeting(ledger: Ledger, dialogue: Dialogue, data: dict[str, Any], parties: dict[str, Party]) -> None:
    meeting = ledger.add(Meeting(meeting_kind=MeetingKind.ROUND.value, status=data["status"]))
    link = ledger.add(MeetingDialogue(meeting=meeting, dialogue=dialogue))
    heads: dict[str, Person] = {}
    for account in data["accounts"]:
        text = _account_text(ledger, dialogue, account)
        teller = account["told_by"]
        told = (
            account_of(ledger, party=parties[teller])
            if teller in parties
            else account_of(ledger, teller=teller, language="en")
        )
        whole = _words(ledger, text, text.text.strip(), told)
        ledger.ground(meeting, passage=whole)
        ledger.ground(link, passage=whole)
        for key, about, label in _STATED:
            if value := account.get(key):
                passage = _words(ledger, text, f"{label}: {value}", told)
                ledger.state(meeting, about, value, passage=passage, account=told, asserted=account["dated"])
        for side, (name, *title) in account.get("heads", {}).items():
            passage = _words(ledger, text, f"Head for {side}: {', '.join((name, *title))}", told)
            _head(ledger, meeting, parties[side], heads, name, title, passage, told)


def _head(
    ledger: Ledger,
    meeting: Meeting,
    side: Party,
    heads: dict[str, Person],
    name: str,
    title: list[str],
    passage: Passage,
    told: Account | None,
) -> None:
    """The head of one side at one meeting is one person, however the accounts spell the name: side and meeting agree."""
    if side.name not in heads:
        heads[side.name] = ledger.add(Person())
        row = ledger.add(
            Participation(meeting=meeting, party=side, person=heads[side.name], role=ParticipationRole.HEAD.value)
        )
        for entry in (heads[side.name], row):
            ledger.ground(entry, passage=passage)
    ledger.state(heads[side.name], Property.NAME, name, passage=passage, account=told)
    if title:
        ledger.state(heads[side.name], Property.TITLE, title[0], passage=passage, account=told)


def _account_text(ledger: Ledger, dialogue: Dialogue, account: dict[str, Any]) -> SourceText:
    """A few lines of our own on what one account states, as a source at the account's address."""
    address = account["site"] + account["path"]
    lines = [f"{dialogue.name}, as told by {account['told_by']} at {address}"]
    lines += [f"{label}: {account[key]}" for key, _, label in _STATED if account.get(key)]
    lines += [f"Head for {side}: {', '.join(head)}" for side, head in account.get("heads", {}).items()]
    text = "\n".join(lines) + "\n"
    raw = RawSource(content=text.encode(), place=address, name="account", media_type="text/plain", got_at=ledger.at)
    source = ledger.add(
        Source(
            sha256=raw.sha256,
            media_type=raw.media_type,
            place=raw.place,
            name=raw.name,
            title=f"Our summary of an account by {account['told_by']}",
            kind=DocumentKind.OTHER.value,
            dated=account["dated"],
            language="en",
            terms=Terms.FREE.value,
            got_at=ledger.at,
            got_by=ledger.by,
        )
    )
    add_chunks(source, raw.content, ledger.alias)
    return add_text(ledger, source, Document(text=text, extractor="note/1"))


def _words(ledger: Ledger, text: SourceText, words: str, told: Account | None) -> Passage:
    start = text.text.index(words)
    return passage_at(ledger, text, start, start + len(words), told)
