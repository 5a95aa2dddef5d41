"""The public record as data: each table as CSV and as JSON Lines, with a codebook. Rows are in the order of the record.

A missing value is said, not left empty: `not stated in the sources we have`, `unknown`, `not applicable`. Cases that are not
published are not in the data at all, and nothing says that they are there.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from twotrack.publish.counts import answered, raised
from twotrack.publish.csv_file import to_csv
from twotrack.record.public import PublicRecord
from twotrack.record.public.values import Standing

NOT_STATED = "not stated in the sources we have"
NOT_APPLICABLE = "not applicable"
UNKNOWN = "unknown"
NOT_QUOTED = "not quoted: the terms of the source"

Row = dict[str, Any]


def all_data(record: PublicRecord) -> Iterator[tuple[str, str]]:
    """Path and text of each data file."""
    for name, (columns, rows) in TABLES.items():
        found = list(rows(record))
        yield f"data/{name}.csv", to_csv(list(columns), found)
        yield f"data/{name}.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    yield "data/codebook.md", codebook()


def codebook() -> str:
    """What each column means."""
    lines = [
        "# Codebook",
        "",
        "Each table is there as CSV (UTF-8; `'` before a cell that a spreadsheet would take for a formula) and as JSON",
        "Lines. Identifiers are random. Dates are EDTF (ISO 8601-2). A value that no source states reads",
        f"`{NOT_STATED}`; one that nobody has judged, `{UNKNOWN}`; one that cannot be, `{NOT_APPLICABLE}`.",
        f"Words that the terms of their source do not let us repeat read `{NOT_QUOTED}`. Labels are there only where a",
        "person decided them. The data count what became public, not what was raised.",
    ]
    for name, (columns, _) in TABLES.items():
        lines += ["", f"## {name}", "", *(f"- `{column}`: {meaning}" for column, meaning in columns.items())]
    return "\n".join(lines) + "\n"


def _said(value: str) -> str:
    return value or NOT_STATED


def _words(ground: Standing) -> list[str]:
    return [quote.words for quote in ground.quotes if quote.words]


def _sources_of(ground: Standing) -> list[str]:
    return list(dict.fromkeys(str(quote.source) for quote in ground.quotes))


def _meetings(record: PublicRecord) -> Iterator[Row]:
    for meeting in record.meetings:
        yield {
            "id": str(meeting.id),
            "kind": meeting.kind,
            "status": meeting.status,
            "name": _said(meeting.called),
            "when": _said(meeting.when),
            "place": _said(meeting.place),
            "dialogues": [str(key) for key in meeting.dialogues],
            "cases_shown": len(meeting.cases),
            "cases_not_named": meeting.not_named,
            "quotes": _words(meeting.ground),
        }


def _cases(record: PublicRecord) -> Iterator[Row]:
    for case in record.cases:
        yield {
            "id": str(case.id),
            "called": case.called,
            "language": case.language,
            "form": case.form,
            "matter": case.matter,
            "raised": "yes" if raised(case) else NOT_STATED,
            "answered": "yes" if answered(case) else NOT_STATED,
            "outcome": "yes" if any(line.step == "outcome" for line in case.ledger) else NOT_STATED,
        }


def _ledger(record: PublicRecord) -> Iterator[Row]:
    for case in record.cases:
        for line in case.ledger:
            yield {
                "id": str(line.id),
                "case": str(case.id),
                "step": line.step,
                "what": line.what,
                "by": _said(line.by) if line.step != "outcome" else NOT_APPLICABLE,
                "to": _said(line.to) if line.step == "raised" else NOT_APPLICABLE,
                "when": _said(line.when),
                "meeting": str(line.meeting) if line.meeting else NOT_APPLICABLE,
                "summary": _said(line.summary),
                "quotes": _words(line.ground),
                "sources": _sources_of(line.ground),
            }


def _statements(record: PublicRecord) -> Iterator[Row]:
    subjects = [("meeting", one.id, one.facts) for one in record.meetings] + [
        ("case", one.id, one.facts) for one in record.cases
    ]
    for kind, key, facts in subjects:
        for fact in facts:
            yield {
                "id": str(fact.id),
                "subject_kind": kind,
                "subject": str(key),
                "property": fact.about,
                "value": fact.value or NOT_QUOTED,
                "language": fact.language,
                "account": _said(fact.account),
                "shown": "yes" if fact.shown else "no",
                "quotes": _words(fact.ground),
                "sources": _sources_of(fact.ground),
            }


def _commitments(record: PublicRecord) -> Iterator[Row]:
    for one in record.commitments:
        yield {
            "id": str(one.id),
            "who": _said(one.who),
            "what": one.what or NOT_QUOTED,
            "language": one.language,
            "nature": one.nature,
            "strength": one.strength or NOT_APPLICABLE,
            "due": _said(one.due),
            "status": one.status or UNKNOWN,
            "promises_meeting": str(one.promises) if one.promises else NOT_APPLICABLE,
            "quotes": _words(one.ground),
            "sources": _sources_of(one.ground),
        }


def _exchanges(record: PublicRecord) -> Iterator[Row]:
    for one in record.exchanges:
        yield {
            "id": str(one.id),
            "source": str(one.source) if one.source else NOT_APPLICABLE,
            "meeting": str(one.meeting) if one.meeting else NOT_APPLICABLE,
            "asks": one.asks or NOT_QUOTED,
            "language": one.language,
            "clarity": one.clarity,
            "technique": one.technique or NOT_APPLICABLE,
            "outlet": _said(one.outlet),
            "asker": _said(one.asker),
            "quotes": _words(one.ground),
        }


def _sources(record: PublicRecord) -> Iterator[Row]:
    for one in record.sources:
        yield {
            "id": str(one.id),
            "title": _said(one.title),
            "kind": one.kind,
            "dated": _said(one.dated),
            "sha256": one.sha256 or NOT_APPLICABLE,
            "address": one.address or NOT_APPLICABLE,
            "language": one.language,
        }


_QUOTES = "the exact words it stands on, `|` between; names withheld where they are not cleared"

_SOURCES = "identifiers of the sources it stands on"

TABLES: dict[str, tuple[dict[str, str], Callable[[PublicRecord], Iterator[Row]]]] = {
    "meetings": (
        {
            "id": "identifier",
            "kind": "round, session, expert-dialogue, site-visit ...",
            "status": "held, planned, proposed, postponed, cancelled, never-held",
            "name": "as shown of several statements",
            "when": "EDTF",
            "place": "as shown of several statements",
            "dialogues": "identifiers of the dialogues it counts towards",
            "cases_shown": "cases raised there that have a page",
            "cases_not_named": "cases raised there that are published as a number alone",
            "quotes": _QUOTES,
        },
        _meetings,
    ),
    "cases": (
        {
            "id": "identifier",
            "called": "the name, or the description that stands for it",
            "form": "name or description, as a person decided",
            "language": "of the name or description, BCP 47",
            "matter": "what the case is about",
            "raised": "yes, where a public source says so",
            "answered": "yes, where a public reply is recorded; `no-reply` is none",
            "outcome": "yes, where a public source says that something changed",
        },
        _cases,
    ),
    "ledger": (
        {
            "id": "identifier",
            "case": "identifier of the case",
            "step": "raised, reply, outcome",
            "what": "the kind of representation, response or outcome",
            "by": "the party whose act it was",
            "to": "the party it was raised with",
            "when": "EDTF",
            "meeting": "identifier of the meeting",
            "summary": "in the words of whoever entered it",
            "quotes": _QUOTES,
            "sources": _SOURCES,
        },
        _ledger,
    ),
    "statements": (
        {
            "id": "identifier",
            "subject_kind": "meeting or case",
            "subject": "identifier of the subject",
            "property": "name, when, place, status ...",
            "value": "as stated; dates in EDTF",
            "language": "BCP 47",
            "account": "whose telling it is",
            "shown": "whether it is the one that the pages show",
            "quotes": _QUOTES,
            "sources": _SOURCES,
        },
        _statements,
    ),
    "commitments": (
        {
            "id": "identifier",
            "who": "the party, both, or who spoke",
            "what": "in the words of the document",
            "language": "BCP 47",
            "nature": "act, standing or benchmark",
            "strength": "agreed, intended, under-discussion",
            "due": "EDTF",
            "status": "what became of it, where a person decided",
            "promises_meeting": "identifier of the meeting that it promises",
            "quotes": _QUOTES,
            "sources": _SOURCES,
        },
        _commitments,
    ),
    "exchanges": (
        {
            "id": "identifier",
            "source": "identifier of the document",
            "meeting": "identifier of the meeting",
            "asks": "the request",
            "language": "BCP 47",
            "clarity": "reply, ambivalent, non-reply, unanswered (CLARITY), as a person decided",
            "technique": "CLARITY's technique",
            "outlet": "of whoever asked",
            "asker": "where a person decided that the name may stand here",
            "quotes": _QUOTES,
        },
        _exchanges,
    ),
    "sources": (
        {
            "id": "identifier",
            "title": "names withheld where they are not cleared",
            "kind": "briefing, readout ...",
            "dated": "EDTF",
            "sha256": "of its bytes as they came; of what was typed or is quoted nearly whole, none",
            "address": "where it was got, if from the web; its host alone where the rest may name somebody",
            "language": "BCP 47",
        },
        _sources,
    ),
}
