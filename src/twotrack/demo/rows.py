"""How each section of world.json becomes an entry: one function a section, in the order in which they are entered."""

from collections.abc import Callable
from typing import Any

from twotrack.record.ledger import Ledger, day_bounds
from twotrack.record.models import (
    Agency,
    Benchmark,
    BenchmarkJudgement,
    Case,
    Characterisation,
    Commitment,
    Dialogue,
    DialogueParty,
    Entry,
    FollowUp,
    Group,
    List,
    ListItem,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Outcome,
    Participation,
    Party,
    Person,
    Position,
    RaisedCase,
    Representation,
    Response,
    ResponseCase,
)
from twotrack.record.passages import account_of

Item = dict[str, Any]
Made = dict[str, Any]
Maker = Callable[[Item, Made, Any], Entry]  # the last: the ledger, for what must be made first


def _of(made: Made, item: Item, key: str) -> Any:
    return made[item[key]] if item.get(key) else None


def _due(item: Item) -> dict[str, Any]:
    due = item.get("due", "")
    return {"due": due, "due_last": day_bounds(due)[1] if due else None}


def _summary(item: Item) -> dict[str, Any]:
    return {"summary": item.get("summary", ""), "summary_language": item.get("language", "und")}


def _by(item: Item, made: Made) -> dict[str, Any]:
    return {"by_party": made.get(item.get("by", "")), "by_words": "" if item.get("by") in made else item.get("by", "")}


def _agency(item: Item, made: Made, ledger: Ledger) -> Agency | None:
    name = item.get("agency")
    if not name:
        return None
    party = _of(made, item, "party")
    known = Agency.objects.using(ledger.alias).filter(name=name, party=party).first()
    if known is None:
        known = ledger.add(Agency(name=name, party=party))
        ledger.ground(known, inference="a body that took part", language="en")
    return known


def _participation(item: Item, made: Made, ledger: Ledger) -> Entry:
    return Participation(
        meeting=made[item["meeting"]], party=_of(made, item, "party"), person=_of(made, item, "person"),
        agency=_agency(item, made, ledger), role=item["role"], count=item.get("count"),
    )  # fmt: skip


def _commitment(item: Item, made: Made, _: Ledger) -> Entry:
    both = item.get("by") == "both"
    who = {"by_party": None, "by_words": ""} if both else _by(item, made)
    return Commitment(
        **who, by_both=both, what=item["what"], what_language=item["language"], nature=item["nature"],
        strength=item["strength"], track=item.get("track", ""), **_due(item),
        made_at_meeting=_of(made, item, "made_at"), promises_meeting=_of(made, item, "promises"),
    )  # fmt: skip


def _representation(item: Item, made: Made, _: Ledger) -> Entry:
    return Representation(
        representation_kind=item["kind"], by_party=_of(made, item, "by"), to_party=_of(made, item, "to"),
        about_party=_of(made, item, "about"), meeting=_of(made, item, "meeting"), channel=item["channel"],
        theme=item.get("theme", ""), track=item.get("track", ""), count_words=item.get("count_words", ""),
    )  # fmt: skip


def _response(item: Item, made: Made, _: Ledger) -> Entry:
    return Response(
        response_type=item["type"], by_party=_of(made, item, "by"), representation=_of(made, item, "to"),
        list=_of(made, item, "list"), meeting=_of(made, item, "meeting"), when=item.get("when", ""),
        count=item.get("count"), count_words=item.get("count_words", ""), **_summary(item),
    )  # fmt: skip


def _outcome(item: Item, made: Made, ledger: Ledger) -> Entry:
    claim = account_of(ledger, teller=item["linked_by"], language="en") if item.get("linked_by") else None
    return Outcome(
        case=made[item["case"]], outcome_kind=item["kind"], when=item.get("when", ""), linked_by=claim, **_summary(item)
    )


ROWS: dict[str, Maker] = {
    "parties": lambda i, m, _: Party(name=i["name"], party_kind=i["kind"], name_language=i["language"]),
    "dialogues": lambda i, m, _: Dialogue(name=i["name"], name_language=i["language"], interval=i["interval"]),
    "persons": lambda i, m, _: Person(),
    "groups": lambda i, m, _: Group(),
    "cases": lambda i, m, _: Case(person=_of(m, i, "person"), group=_of(m, i, "group"), matter=i["matter"]),
    "meetings": lambda i, m, _: Meeting(
        meeting_kind=i["kind"], status=i["status"], track=i.get("track", ""), part_of=_of(m, i, "part_of"),
        agreed_at=_of(m, i, "agreed_at"),
    ),
    "statements": lambda i, m, _: Person(),  # in its place in the order; entered by Builder._statement
    "participations": _participation,
    "themes": lambda i, m, _: MeetingTheme(meeting=m[i["meeting"]], theme=i["theme"], track=i.get("track", "")),
    "positions": lambda i, m, _: Position(party=m[i["party"]], meeting=m[i["meeting"]], theme=i["theme"], **_summary(i)),
    "characterisations": lambda i, m, _: Characterisation(
        party=m[i["party"]], meeting=m[i["meeting"]], words=i["words"], words_language=i["language"]
    ),
    "representations": _representation,
    "lists": lambda i, m, ledger: List(
        name=i["name"], name_language=i["language"], from_party=m[i["from"]], to_party=m[i["to"]],
        handed_on=i["handed_on"], meeting=m[i["meeting"]], frozen_at=ledger.at,
    ),
    "list_items": lambda i, m, _: ListItem(
        list=m[i["list"]], number=i["number"], name=i["name"], name_language=i["language"], case=m[i["case"]]
    ),
    "responses": _response,
    "outcomes": _outcome,
    "commitments": _commitment,
    "follow_ups": lambda i, m, _: FollowUp(
        commitment=m[i["commitment"]], status=i["status"], meeting=_of(m, i, "meeting"), when=i.get("when", ""), **_summary(i)
    ),
    "benchmarks": lambda i, m, _: Benchmark(
        **_by(i, m), measure=i["measure"], measure_language=i["language"], **_due(i), set_at_meeting=_of(m, i, "set_at")
    ),
    "judgements": lambda i, m, _: BenchmarkJudgement(
        benchmark=m[i["benchmark"]], judgement=i["judgement"], when=i.get("when", "")
    ),
}  # fmt: skip

STATED: dict[str, Callable[[Any, Any], Entry]] = {
    "dialogue-party": lambda dialogue, party: DialogueParty(dialogue=dialogue, party=party),
    "raised-case": lambda act, case: RaisedCase(representation=act, case=case),
    "answered-case": lambda response, case: ResponseCase(response=response, case=case),
    "meeting-dialogue": lambda meeting, dialogue: MeetingDialogue(meeting=meeting, dialogue=dialogue),
}
