"""The fictional record, from data/demo/fictional: the documents are ingested, the findings decided as world.json says, and what
the reading did not find is entered by hand under the same ids (data/demo/README.md tells the shape)."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any

from twotrack.demo.rows import ROWS, STATED
from twotrack.reading.finders import read
from twotrack.record.confidentiality import Sight
from twotrack.record.decisions import decide, entry_of
from twotrack.record.ingest import current_text, ingest
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.links import typed
from twotrack.record.models import (
    Account,
    Case,
    Dialogue,
    Entry,
    Participation,
    Passage,
    Person,
    Proposal,
    PublicationDecision,
    RaisedCase,
    Response,
    Setting,
    ShownStatement,
    Source,
    Statement,
    User,
)
from twotrack.record.notes import take_note
from twotrack.record.passages import account_of, passage_at
from twotrack.record.people import by_name
from twotrack.record.proposals import decision_on
from twotrack.record.publication import decide_publication
from twotrack.sources.formats import extract
from twotrack.sources.raw import RawSource
from twotrack.vocabulary import DecisionKind, Property, PublicationForm, Terms

Item = dict[str, Any]
_FOLDER = files("twotrack.data").joinpath("demo", "fictional")


def build(*, by: User, at: datetime) -> None:
    """Fill the open record, which must be new."""
    world = json.loads(_FOLDER.joinpath("world.json").read_text("utf-8"))
    builder = Builder(by, at)
    builder.enter(PUBLIC, world["public"], ("parties", "dialogues"))
    builder.documents(PUBLIC, [item for item in world["public"]["documents"] if not item.get("later")])
    builder.decide(world["public"]["proposals"])
    builder.documents(PUBLIC, [item for item in world["public"]["documents"] if item.get("later")])
    builder.refine(world["public"])
    builder.enter(PUBLIC, world["public"], tuple(ROWS))
    builder.shown(world["public"]["shown"])
    builder.documents(CONFIDENTIAL, world["confidential"]["documents"])
    builder.enter(CONFIDENTIAL, world["confidential"], tuple(ROWS))
    builder.publication(world["public"]["publication"], world["confidential"]["publication_reasons"])
    with builder.writing(PUBLIC) as ledger:
        ledger.add(Setting(name="our-side", value={"party": str(builder.made[world["our_side"]].pk)}))


class Builder:
    """What was entered so far, by the ids of world.json."""

    def __init__(self, by: User, at: datetime) -> None:
        self.by = by
        self._moments = _moments(at)
        self.made: dict[str, Any] = {}
        self.sources: dict[str, Source] = {}
        self.told_by: dict[str, Item] = {}
        self.names: dict[str, str] = {}

    def writing(self, alias: str) -> Any:
        """A ledger at the next moment."""
        return writing(alias, by=self.by, at=next(self._moments))

    def documents(self, alias: str, items: list[Item]) -> None:
        """Ingest the documents; a typed one is a note, one with addresses a capture of a page."""
        for item in items:
            self.told_by[item["id"]] = item
            content = _FOLDER.joinpath(item["file"]).read_bytes()
            dialogue: Dialogue = self.made[item["dialogue"]]
            if item.get("typed"):
                with self.writing(alias) as ledger:
                    source, _ = take_note(
                        ledger, content.decode(), about=self.made[item["about"]], heard_on=item["dated"],
                        heard_at=item["heard_at"], language=item["language"], dialogues=[dialogue],
                    )  # fmt: skip
            else:
                raw = RawSource(
                    content=content, place=item["place"], name=item["file"], media_type=item["media_type"],
                    got_at=datetime.fromisoformat(item["got"]), addresses=tuple(item.get("addresses", ())),
                )  # fmt: skip
                document = extract(raw)
                reading = read(document, source=item["file"], sha256=raw.sha256)
                source = ingest(
                    raw, document, reading, alias=alias, by=self.by, at=next(self._moments), dialogues=[dialogue],
                    terms=Terms(item["terms"]),
                ).source  # fmt: skip
            self.sources[item["id"]] = source

    def decide(self, items: list[Item]) -> None:
        """Decide the findings as told; what accepting makes gets its id. A finding that was not made is passed over."""
        for item in items:
            for proposal in self._proposals(item):
                if decision_on(proposal) is None:
                    into = self.made.get(item.get("into", ""))
                    kind = DecisionKind(item["decision"])
                    if kind == DecisionKind.MERGE and into is None:
                        kind = DecisionKind.ACCEPT
                    decide(proposal, kind, by=self.by, at=next(self._moments), into=into)
                if "makes" in item and (entry := entry_of(proposal)) is not None:
                    self.made.setdefault(item["makes"], typed(entry))

    def _proposals(self, item: Item) -> list[Proposal]:
        found = Proposal.objects.using(PUBLIC).filter(
            source_id=self.sources[item["document"]].pk, section=item["section"]
        )
        rows = sorted(found, key=lambda one: one.spans[0])
        if item["value"] == "*":
            return rows
        name = item.get("name", "")
        fitting = [row for row in rows if row.main_value == item["value"] and name in str(row.data.get("name", ""))]
        if not fitting and item["section"] == "meetings" and "into" in item:
            fitting = rows  # its days were not found: a document tells first of the meeting that it is about
        return fitting[:1]

    def refine(self, sections: dict[str, list[Item]]) -> None:
        """What accepting made, brought to what world.json says of it; the persons of the cases get their ids."""
        self.names = {
            item["subject"]: item["value"] for item in reversed(sections["statements"]) if item["about"] == "name"
        }
        for name in ("cases", "meetings"):
            for item in sections[name]:
                if (entry := self.made.get(item["id"])) is None:
                    continue
                if isinstance(entry, Case) and "person" in item:
                    self.made[item["person"]] = entry.person
                wanted = ROWS[name]({**item, "agreed_at": "", "part_of": ""}, self.made, None)
                fields = ("matter",) if isinstance(entry, Case) else ("status", "track")
                with self.writing(PUBLIC) as ledger:
                    ledger.change(entry, **{field: getattr(wanted, field) for field in fields})

    def enter(self, alias: str, sections: dict[str, list[Item]], names: tuple[str, ...]) -> None:
        """Enter the rows of these sections that are not there yet, each on its words or inference."""
        for name in names:
            for item in sections.get(name, ()):
                if item["id"] in self.made:
                    continue
                with self.writing(alias) as ledger:
                    self.made[item["id"]] = self._row(ledger, name, item)

    def _row(self, ledger: Ledger, section: str, item: Item) -> Entry:
        passages = [self._passage(ledger, one) for one in item.get("on", ())]
        if section == "statements":
            return self._statement(ledger, item, passages)
        if (known := self._known(section, item)) is not None:
            return known
        entry = ledger.add(ROWS[section](item, self.made, ledger))
        links: list[Entry] = [entry]
        for case in item.get("cases", ()):
            act = "answered-case" if isinstance(entry, Response) else "raised-case"
            links.append(ledger.add(STATED[act](entry, self.made[case])))
        for party in item.get("parties", ()):
            links.append(ledger.add(STATED["dialogue-party"](entry, self.made[party])))
        if section == "meetings" and "dialogue" in item:
            links.append(ledger.add(STATED["meeting-dialogue"](entry, self.made[item["dialogue"]])))
        for link in links:
            _ground(ledger, link, passages, item)
        return entry

    def _statement(self, ledger: Ledger, item: Item, passages: list[Passage]) -> Entry:
        subject = self.made[item["subject"]]
        for same in Sight.of_context().all(Statement, subject_id=subject.pk, about=item["about"], value=item["value"]):
            return same
        account = self._account(ledger, item) or (passages[0].account if passages else None)
        statement = ledger.state(
            subject, Property(item["about"]), item["value"], value_language=item.get("language", "und"), account=account,
            asserted=item.get("asserted", ""), grade=item.get("grade", "unknown"),
        )  # fmt: skip
        _ground(ledger, statement, passages, item)
        return statement

    def _known(self, section: str, item: Item) -> Entry | None:
        """What accepting a finding made already: an official, a participation, a theme, that a case was raised."""
        sight = Sight.public()
        if section == "persons" and item.get("role") == "official":
            found = [one for one in by_name(sight, self.names[item["id"]]) if isinstance(one, Person)]
            return found[0] if found else None
        if section == "participations" and "person" in item:
            rows = sight.all(
                Participation, meeting_id=self.made[item["meeting"]].pk, person_id=self.made[item["person"]].pk
            )
            return rows[0] if rows else None
        if section == "representations" and item.get("cases"):
            for case in item["cases"]:
                for link in sight.all(RaisedCase, case_id=self.made[case].pk):
                    if link.representation.meeting_id == self.made[item["meeting"]].pk and len(item["cases"]) == 1:
                        return typed(link.representation)
        return None

    def _passage(self, ledger: Ledger, on: Item) -> Passage:
        text = current_text(self.sources[on["document"]])
        start = text.text.index(on["quote"])
        told = self._account(ledger, self.told_by[on["document"]])
        return passage_at(ledger, text, start, start + len(on["quote"]), told)

    def _account(self, ledger: Ledger, item: Item) -> Account | None:
        if "told_by" in item:
            return account_of(ledger, party=self.made[item["told_by"]])
        return account_of(ledger, teller=item.get("teller", ""), language="en")

    def shown(self, items: list[Item]) -> None:
        """Record which of several statements is shown."""
        with self.writing(PUBLIC) as ledger:
            for item in items:
                ledger.add(
                    ShownStatement(statement=self.made[item["statement"]], why=item["why"], by=self.by, at=ledger.at)
                )

    def publication(self, items: list[Item], reasons: list[Item]) -> None:
        """Decide how each person and group may appear; a new review date keeps the example from running out."""
        why = {item["decision"]: item for item in reasons}
        for item in items:
            at = next(self._moments)
            reason = why.get(item["id"], {})
            decision: PublicationDecision = decide_publication(
                self.made[item["subject"]], PublicationForm(item["form"]), by=self.by, at=at, why=reason.get("why", ""),
                consent=reason.get("consent", ""), description=item.get("description", ""),
                review_by=date.fromisoformat(item["review_by"]) if item.get("review_by") else None,
            )  # fmt: skip
            self.made[item["id"]] = decision


def _ground(ledger: Ledger, entry: Entry, passages: list[Passage], item: Item) -> None:
    for passage in passages:
        ledger.ground(entry, passage=passage)
    if not passages:
        ledger.ground(entry, inference=item["inference"], language="en")


def _moments(at: datetime) -> Iterator[datetime]:
    """One moment after the other, so that what was entered later is later."""
    at -= timedelta(days=1)
    while True:
        yield at
        at += timedelta(seconds=1)
