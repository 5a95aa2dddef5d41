"""Entering the rows of the tables that the reading of the documents did not make already."""

from collections.abc import Iterable, Mapping

from twotrack.demo.builder import Builder
from twotrack.demo.material import Material, Row
from twotrack.demo.rows import Maker, links_of
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import Ledger
from twotrack.record.links import typed
from twotrack.record.models import Case, Entry, Meeting, Participation, Person, RaisedCase
from twotrack.record.people import by_name
from twotrack.vocabulary import Property

OFFICIAL = "official"


def enter(builder: Builder, material: Material, makers: Mapping[str, Maker]) -> None:
    """Enter the rows of these tables that are not there yet, each on its words or inference, with its facts."""
    for table, make in makers.items():
        with builder.writing(material.alias) as ledger:
            for row in material.rows(table):
                if row["id"] not in builder.made:
                    known = _known(builder, table, row)
                    builder.made[row["id"]] = known or _new(builder, ledger, row, make)
                for fact in row.facts():
                    builder.state(ledger, row, builder.made[row["id"]], fact.about, fact.value, fact.language)


def state(builder: Builder, alias: str, rows: Iterable[Row]) -> None:
    """Statements that have a ground or a teller of their own."""
    with builder.writing(alias) as ledger:
        for row in rows:
            subject, about = builder.of(row, "subject"), Property(row["about"])
            builder.made[row["id"]] = builder.state(ledger, row, subject, about, row["value"], row["language"] or "und")


def refine(builder: Builder, material: Material) -> None:
    """What accepting made, brought to what the tables say of it; the persons of the cases get their ids."""
    with builder.writing(PUBLIC) as ledger:
        for row in material.rows("cases"):
            entry = builder.made.get(row["id"])
            if isinstance(entry, Case):
                builder.made[row["person"] or row["group"]] = entry.person or entry.group
                ledger.change(entry, matter=row["matter"])
        for row in material.rows("meetings"):
            entry = builder.made.get(row["id"])
            if isinstance(entry, Meeting):
                ledger.change(entry, status=row["status"], track=row["track"], meeting_kind=row["kind"])


def _new(builder: Builder, ledger: Ledger, row: Row, make: Maker) -> Entry:
    entry = ledger.add(make(row, builder, ledger))
    links = ledger.add_all(links_of(entry, row, builder))
    builder.ground(ledger, row, entry, *links)
    return entry


def _known(builder: Builder, table: str, row: Row) -> Entry | None:
    """What accepting a finding made already: an official, a participation, that a case was raised."""
    sight = Sight.public()
    if table == "persons" and row["role"] == OFFICIAL:
        name = next(fact.value for fact in row.facts() if fact.about == Property.NAME)
        found = [one for one in by_name(sight, name) if isinstance(one, Person)]
        return found[0] if found else None
    if table == "participations" and row["person"]:
        meeting, person = builder.of(row, "meeting"), builder.of(row, "person")
        rows = sight.all(Participation, meeting_id=meeting.pk, person_id=person.pk)
        return rows[0] if rows else None
    if table == "representations" and len(row.ids("cases")) == 1 and row["meeting"]:
        for link in sight.all(RaisedCase, case_id=builder.of(row, "cases").pk):
            if link.representation.meeting_id == builder.of(row, "meeting").pk:
                return typed(link.representation)
    return None
