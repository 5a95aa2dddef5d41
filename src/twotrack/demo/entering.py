"""Entering the rows of the tables that the reading of the documents did not make already."""

from collections.abc import Iterable, Mapping

from twotrack.demo.builder import Builder
from twotrack.demo.material import Material, Row
from twotrack.demo.rows import Maker, links_of
from twotrack.record.confidentiality import Sight
from twotrack.record.ledger import Ledger
from twotrack.record.links import typed
from twotrack.record.models import (
    Case,
    Entry,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Participation,
    Person,
    RaisedCase,
    Statement,
)
from twotrack.vocabulary import Property

OFFICIAL = "official"
FIELDS = {  # what is brought up to the row where accepting a finding made the entry
    "cases": ("matter",),
    "meetings": ("meeting_kind", "status", "track", "part_of", "agreed_at"),
    "themes": ("track",),
    "participations": (),
    "representations": ("track",),
    "commitments": (
        "by_party", "by_both", "by_words", "what", "nature", "strength", "track", "due", "due_last", "made_at_meeting",
        "promises_meeting",
    ),
}  # fmt: skip


def enter(builder: Builder, material: Material, makers: Mapping[str, Maker]) -> None:
    """Enter the rows of these tables, each on its words or inference, with its facts. What accepting a finding made already
    is brought to what the row says."""
    for table, make in makers.items():
        with builder.writing(material.alias) as ledger:
            for row in material.rows(table):
                entry = builder.made.get(row["id"]) or _known(builder, table, row)
                if entry is None:
                    builder.made[row["id"]] = entry = _new(builder, ledger, row, make)
                else:
                    builder.made[row["id"]] = entry
                    _bring_up(builder, ledger, table, row, make)
                for fact in row.facts():
                    builder.state(ledger, row, entry, fact.about, fact.value, fact.language)


def name_subjects(builder: Builder, rows: Iterable[Row]) -> None:
    """Let the persons and groups of cases that accepting made be known by their ids."""
    for row in rows:
        entry = builder.made.get(row["id"])
        if isinstance(entry, Case):
            builder.made[row["person"] or row["group"]] = entry.person or entry.group


def state(builder: Builder, alias: str, rows: Iterable[Row]) -> None:
    """Statements that have a ground or a teller of their own."""
    with builder.writing(alias) as ledger:
        for row in rows:
            subject, about = builder.of(row, "subject"), Property(row["about"])
            builder.made[row["id"]] = builder.state(ledger, row, subject, about, row["value"], row["language"] or "und")


def _new(builder: Builder, ledger: Ledger, row: Row, make: Maker) -> Entry:
    entry = ledger.add(make(row, builder, ledger))
    links = ledger.add_all(links_of(entry, row, builder))
    builder.ground(ledger, row, entry, *links)
    return entry


def _bring_up(builder: Builder, ledger: Ledger, table: str, row: Row, make: Maker) -> None:
    """Change what accepting a finding left open or took otherwise, and let the entry stand on the row's words too."""
    if table not in FIELDS:
        return
    entry, wanted = builder.made[row["id"]], make(row, builder, ledger)
    changed = {name: value for name in FIELDS[table] if (value := getattr(wanted, name)) != getattr(entry, name)}
    if changed:
        ledger.change(entry, **changed)
    builder.ground_too(ledger, row, entry)
    if isinstance(entry, Meeting) and not Sight.of_context().all(MeetingDialogue, meeting_id=entry.pk):
        links = ledger.add_all(links_of(entry, row, builder))  # the reading gives only rounds their dialogue
        builder.ground(ledger, row, *links)


def _known(builder: Builder, table: str, row: Row) -> Entry | None:
    """What accepting a finding made already: an official, a participation, that a case was raised."""
    sight = Sight.public()
    if table == "persons" and row["role"] == OFFICIAL:
        names = {fact.value for fact in row.facts() if fact.about == Property.NAME}
        present = {one.person_id for one in sight.all(Participation)}
        stated = [one for one in sight.all(Statement, about=Property.NAME.value) if one.value in names]
        return next((sight.get(Person, one.subject_id) for one in stated if one.subject_id in present), None)
    if table == "themes":
        found = sight.all(MeetingTheme, meeting_id=builder.of(row, "meeting").pk, theme=row["theme"])
        return found[0] if found else None
    if table == "participations" and row["person"]:
        meeting, person = builder.of(row, "meeting"), builder.of(row, "person")
        rows = sight.all(Participation, meeting_id=meeting.pk, person_id=person.pk)
        return rows[0] if rows else None
    if table == "representations" and len(row.ids("cases")) == 1 and row["meeting"]:
        for link in sight.all(RaisedCase, case_id=builder.made[row["cases"]].pk):
            act = link.representation
            if act.meeting_id == builder.of(row, "meeting").pk and act.representation_kind == row["kind"]:
                return typed(act)
    return None
