"""The documents of the fictional record: ingested by the program itself, its findings decided as told."""

from datetime import datetime

from twotrack.demo.builder import Builder
from twotrack.demo.material import Material, Row, words_of
from twotrack.reading.finders import read
from twotrack.record.decisions import decide, entry_of
from twotrack.record.ingest import current_text, ingest
from twotrack.record.links import typed
from twotrack.record.models import Ground, Passage, Proposal, Statement
from twotrack.record.notes import take_note
from twotrack.record.proposals import decision_on
from twotrack.sources.formats import extract
from twotrack.sources.raw import RawSource
from twotrack.vocabulary import DecisionKind, DocumentKind, Terms

ALL = "*"  # in the table of proposals: every finding of the section


def take_in(builder: Builder, alias: str, rows: list[Row]) -> None:
    """Ingest documents; a typed one is a note, one with addresses a capture of a page."""
    for row in rows:
        builder.told_by[row["id"]] = row
        if row["typed"]:
            _type(builder, alias, row)
        else:
            _ingest(builder, alias, row)


def decide_findings(builder: Builder, material: Material, rows: list[Row]) -> None:
    """Decide findings as told; what accepting makes gets its id. A finding that was not made is passed over."""
    for row in rows:
        kind = DecisionKind(row["decision"])
        for proposal in _proposals(builder, material, row):
            if decision_on(proposal) is None:
                into = builder.made.get(row["into"])
                held = DecisionKind.ACCEPT if kind == DecisionKind.MERGE and into is None else kind
                decide(proposal, held, by=builder.by, at=builder.moment(), into=into, data=dict(row.edits()))
            name = row["makes"] or row["into"]
            if name and (entry := entry_of(proposal)) is not None:
                builder.made.setdefault(name, typed(entry))


def attribute(builder: Builder, alias: str, rows: list[Row]) -> None:
    """Say whose telling a document without speakers is: that of the words in it that nobody speaks, and what they state."""
    with builder.writing(alias) as ledger:
        for row in rows:
            told = builder.account(ledger, row)
            text = current_text(builder.sources[row["id"]])
            passages = list(Passage.objects.using(alias).filter(text_id=text.pk, account=None)) if told else []
            for passage in passages:
                ledger.change(passage, account=told)
            grounds = Ground.objects.using(alias).filter(passage_id__in=[one.pk for one in passages])
            entries = {one.entry_id for one in grounds}
            for statement in Statement.objects.using(alias).filter(pk__in=entries, account=None):
                ledger.change(statement, account=told)


def _type(builder: Builder, alias: str, row: Row) -> None:
    with builder.writing(alias) as ledger:
        builder.sources[row["id"]], _ = take_note(
            ledger, words_of(row["file"]).decode(), about=builder.of(row, "about"), heard_on=row["dated"],
            heard_at=row["heard_at"], language=row["language"], dialogues=[builder.of(row, "dialogue")],
        )  # fmt: skip


def _ingest(builder: Builder, alias: str, row: Row) -> None:
    raw = RawSource(
        content=words_of(row["file"]), place=row["place"], name=row["file"], media_type=row["media_type"],
        got_at=datetime.fromisoformat(row["got"]), addresses=tuple(row.ids("addresses")),
    )  # fmt: skip
    document = extract(raw)
    reading = read(document, source=row["file"], sha256=raw.sha256)
    builder.sources[row["id"]] = ingest(
        raw, document, reading, alias=alias, by=builder.by, at=builder.moment(), dialogues=[builder.of(row, "dialogue")],
        terms=Terms(row["terms"]), kind=DocumentKind(row["kind"]),
    ).source  # fmt: skip


def _proposals(builder: Builder, material: Material, row: Row) -> list[Proposal]:
    """The findings that a row of the table speaks of. A later version of the reading may date or call a meeting otherwise;
    it is then the one of its kind that no other row speaks of."""
    source = builder.sources[row["document"]]
    found = Proposal.objects.using(material.alias).filter(source_id=source.pk, section=row["section"])
    waiting = sorted(found, key=lambda one: one.spans[0])
    if row["value"] == ALL:
        return waiting
    fitting = [one for one in waiting if _fits(one, row)]
    if not fitting and row["section"] == "meetings":
        kinds = {one["id"]: one["kind"] for one in material.rows("meetings")}
        others = [one for one in material.rows("proposals") if one["document"] == row["document"]]
        left = [one for one in waiting if not any(_fits(one, other) for other in others)]
        fitting = [one for one in left if one.data["kind"] == kinds.get(row["makes"] or row["into"])]
    return fitting[:1]


def _fits(proposal: Proposal, row: Row) -> bool:
    return (
        proposal.section == row["section"] and proposal.main_value == row["value"] and row["name"] in _called(proposal)
    )


def _called(proposal: Proposal) -> str:
    """The words by which two findings of one value are told apart: a name, what is promised, what is asked."""
    return next((str(proposal.data[key]) for key in ("name", "what", "asks") if proposal.data.get(key)), "")
