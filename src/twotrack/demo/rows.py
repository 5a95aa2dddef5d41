"""How each row of a table becomes an entry: one function a table, in the order in which they are entered."""

from collections.abc import Callable
from typing import Any

from twotrack.demo.builder import Builder
from twotrack.demo.material import Row
from twotrack.record.ledger import Ledger, day_bounds
from twotrack.record.models import (
    Agency,
    Benchmark,
    BenchmarkJudgement,
    Case,
    Characterisation,
    CitedRecommendation,
    Commitment,
    Dialogue,
    DialogueParty,
    Entry,
    FollowUp,
    Group,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Outcome,
    Participation,
    Party,
    Person,
    Position,
    RaisedCase,
    Recommendation,
    Representation,
    Response,
    ResponseCase,
)
from twotrack.record.passages import account_of

Maker = Callable[[Row, Builder, Ledger], Entry]


def _due(row: Row) -> dict[str, Any]:
    return {"due": row["due"], "due_last": day_bounds(row["due"])[1] if row["due"] else None}


def _summary(row: Row) -> dict[str, Any]:
    return {"summary": row["summary"], "summary_language": row["language"] or "und"}


def _number(row: Row) -> dict[str, Any]:
    return {"count": row.number("count"), "count_words": row["count_words"]}


def _by(row: Row, builder: Builder) -> dict[str, Any]:
    """Whoever promised or set it: a party, both, or words."""
    party = builder.made.get(row["by"])
    return {"by_party": party, "by_words": "" if party or row["by"] == "both" else row["by"]}


def _agency(row: Row, builder: Builder, ledger: Ledger) -> Agency | None:
    """The body of this name and party, made at its first mention."""
    if not row["agency"]:
        return None
    party = builder.of(row, "party")
    known = Agency.objects.using(ledger.alias).filter(name=row["agency"], party=party).first()
    if known is None:
        known = ledger.add(Agency(name=row["agency"], party=party, name_language="en"))
        ledger.ground(known, inference="a body that took part", language="en")
    return known


def _participation(row: Row, builder: Builder, ledger: Ledger) -> Entry:
    return Participation(
        meeting=builder.of(row, "meeting"), party=builder.of(row, "party"), person=builder.of(row, "person"),
        agency=_agency(row, builder, ledger), role=row["role"], **_number(row),
    )  # fmt: skip


def _meeting(row: Row, builder: Builder, _: Ledger) -> Entry:
    return Meeting(
        meeting_kind=row["kind"], status=row["status"], track=row["track"], part_of=builder.of(row, "part_of"),
        agreed_at=builder.of(row, "agreed_at"),
    )  # fmt: skip


def _representation(row: Row, builder: Builder, _: Ledger) -> Entry:
    return Representation(
        representation_kind=row["kind"], by_party=builder.of(row, "by"), to_party=builder.of(row, "to"),
        about_party=builder.of(row, "about"), meeting=builder.of(row, "meeting"), when=row["when"],
        channel=row["channel"], theme=row["theme"], track=row["track"], **_number(row),
    )  # fmt: skip


def _response(row: Row, builder: Builder, _: Ledger) -> Entry:
    return Response(
        response_type=row["type"], local_term=row["local_term"], by_party=builder.of(row, "by"),
        representation=builder.of(row, "to"), list=builder.of(row, "list"), meeting=builder.of(row, "meeting"),
        when=row["when"], **_number(row), **_summary(row),
    )  # fmt: skip


def _outcome(row: Row, builder: Builder, ledger: Ledger) -> Entry:
    claim = account_of(ledger, teller=row["linked_by"], language="en") if row["linked_by"] else None
    return Outcome(
        case=builder.of(row, "case"), outcome_kind=row["kind"], when=row["when"], linked_by=claim, **_summary(row)
    )


def _commitment(row: Row, builder: Builder, _: Ledger) -> Entry:
    return Commitment(
        **_by(row, builder), by_both=row["by"] == "both", what=row["what"], what_language=row["language"],
        nature=row["nature"], strength=row["strength"], track=row["track"], **_due(row),
        made_at_meeting=builder.of(row, "made_at"), promises_meeting=builder.of(row, "promises"),
    )  # fmt: skip


def _follow_up(row: Row, builder: Builder, _: Ledger) -> Entry:
    return FollowUp(
        commitment=builder.of(row, "commitment"), status=row["status"], meeting=builder.of(row, "meeting"),
        when=row["when"], **_summary(row),
    )  # fmt: skip


def _benchmark(row: Row, builder: Builder, _: Ledger) -> Entry:
    return Benchmark(
        **_by(row, builder), measure=row["measure"], measure_language=row["language"], **_due(row),
        set_at_meeting=builder.of(row, "set_at"),
    )  # fmt: skip


def _recommendation(row: Row, builder: Builder, _: Ledger) -> Entry:
    from_words = builder.made[row["from"]].name if row["from"] in builder.made else row["from"]
    return Recommendation(
        body=row["body"], body_words=row["body_words"], cycle=row["cycle"], document=row["symbol"],
        reference=row["reference"], to_party=builder.of(row, "to"), from_words=from_words, text=row["text"],
        reply=row["reply"], dated=row["dated"], address=row["address"],
    )  # fmt: skip


FIRST: dict[str, Maker] = {
    "parties": lambda r, b, _: Party(name=r["name"], party_kind=r["kind"], name_language=r["language"]),
    "dialogues": lambda r, b, _: Dialogue(name=r["name"], name_language=r["language"], interval=r["interval"]),
}
PEOPLE: dict[str, Maker] = {
    "persons": lambda r, b, _: Person(),
    "groups": lambda r, b, _: Group(),
    "cases": lambda r, b, _: Case(person=b.of(r, "person"), group=b.of(r, "group"), matter=r["matter"]),
}
TALKS: dict[str, Maker] = {
    "meetings": _meeting,
    "participations": _participation,
    "themes": lambda r, b, _: MeetingTheme(meeting=b.of(r, "meeting"), theme=r["theme"], track=r["track"]),
    "positions": lambda r, b, _: Position(
        party=b.of(r, "party"), meeting=b.of(r, "meeting"), theme=r["theme"], **_summary(r)
    ),
    "characterisations": lambda r, b, _: Characterisation(
        party=b.of(r, "party"), meeting=b.of(r, "meeting"), words=r["words"], words_language=r["language"]
    ),
    "representations": _representation,
    "outcomes": _outcome,
    "commitments": _commitment,
    "follow_ups": _follow_up,
    "benchmarks": _benchmark,
    "judgements": lambda r, b, _: BenchmarkJudgement(
        benchmark=b.of(r, "benchmark"), judgement=r["judgement"], when=r["when"]
    ),
    "recommendations": _recommendation,
    "citations": lambda r, b, _: CitedRecommendation(
        entry_id=b.of(r, "entry").pk, recommendation=b.of(r, "recommendation")
    ),
}
AFTER_LISTS: dict[str, Maker] = {"responses": _response}


def links_of(entry: Entry, row: Row, builder: Builder) -> list[Entry]:
    """What ties an entry to the cases, parties and dialogues that its row names."""
    cases = [builder.made[one] for one in row.ids("cases")]
    parties = [builder.made[one] for one in row.ids("parties")]
    dialogues = [builder.made[one] for one in row.ids("dialogue")]
    match entry:
        case Representation():
            return [RaisedCase(representation=entry, case=case) for case in cases]
        case Response():
            return [ResponseCase(response=entry, case=case) for case in cases]
        case Dialogue():
            return [DialogueParty(dialogue=entry, party=party) for party in parties]
        case Meeting():
            return [MeetingDialogue(meeting=entry, dialogue=dialogue) for dialogue in dialogues]
        case _:
            return []
