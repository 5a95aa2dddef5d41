"""The public record as data: each table as CSV and as JSON Lines, with a codebook. Rows are in the order of the record.

A missing value is said, not left empty: `not stated in the sources we have`, `not applicable`. What is withheld is not in
the data at all, and nothing says that it was.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from twotrack.record.public import PublicRecord
from twotrack.record.public.values import Standing

NOT_STATED = "not stated in the sources we have"
NOT_APPLICABLE = "not applicable"
_FORMULA = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20"

Row = dict[str, Any]


def all_data(record: PublicRecord) -> Iterator[tuple[str, str]]:
    """Path and text of each data file."""
    for name, (columns, rows) in TABLES.items():
        found = list(rows(record))
        yield f"data/{name}.csv", to_csv(list(columns), found)
        yield f"data/{name}.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    yield "data/codebook.md", codebook()


def to_csv(columns: list[str], rows: Iterable[Row]) -> str:
    """Rows as CSV, each cell guarded so that no spreadsheet takes it for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(_cell(row[column])) for column in columns] for row in rows)
    return out.getvalue()


def guarded(cell: str) -> str:
    """A cell that a spreadsheet would run, with `'` before it (OWASP's advice on CSV injection); others as they are."""
    return f"'{cell}" if cell.lstrip(" \u3000\u00a0")[:1] in set(_FORMULA) and cell.strip() else cell


def codebook() -> str:
    """What each column means."""
    lines = [
        "# Codebook",
        "",
        "Each table is there as CSV (UTF-8; `'` before a cell that a spreadsheet would take for a formula) and as JSON",
        "Lines. Identifiers are random. Dates are EDTF (ISO 8601-2). A value that no source states reads",
        f"`{NOT_STATED}`; one that cannot be, `{NOT_APPLICABLE}`. Labels are there only where a person decided them.",
    ]
    for name, (columns, _) in TABLES.items():
        lines += ["", f"## {name}", "", *(f"- `{column}`: {meaning}" for column, meaning in columns.items())]
    return "\n".join(lines) + "\n"


def _cell(value: Any) -> str:
    return " | ".join(value) if isinstance(value, list) else str(value)


def _said(value: str) -> str:
    return value or NOT_STATED


def _words(ground: Standing) -> list[str]:
    return [quote.words for quote in ground.quotes]


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
            "cases_named": len(meeting.cases),
            "cases_not_named": meeting.not_named,
            "quotes": _words(meeting.ground),
        }


def _cases(record: PublicRecord) -> Iterator[Row]:
    for case in record.cases:
        yield {"id": str(case.id), "called": case.called, "form": case.form, "matter": case.matter}


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
                "value": fact.value,
                "language": fact.language,
                "account": _said(fact.account),
                "shown": "yes" if fact.shown else "no",
                "quotes": _words(fact.ground),
                "sources": [str(quote.source) for quote in fact.ground.quotes],
            }


def _commitments(record: PublicRecord) -> Iterator[Row]:
    for one in record.commitments:
        yield {
            "id": str(one.id),
            "who": _said(one.who),
            "what": one.what,
            "nature": one.nature,
            "strength": one.strength or NOT_APPLICABLE,
            "due": _said(one.due),
            "status": one.status or "not decided",
            "quotes": _words(one.ground),
        }


def _exchanges(record: PublicRecord) -> Iterator[Row]:
    for one in record.exchanges:
        yield {
            "id": str(one.id),
            "source": str(one.source),
            "meeting": str(one.meeting) if one.meeting else NOT_APPLICABLE,
            "asks": one.asks,
            "clarity": one.clarity,
            "technique": one.technique or NOT_APPLICABLE,
            "outlet": _said(one.outlet),
            "quotes": _words(one.ground),
        }


def _sources(record: PublicRecord) -> Iterator[Row]:
    for one in record.sources:
        yield {
            "id": str(one.id),
            "title": _said(one.title),
            "kind": one.kind,
            "dated": _said(one.dated),
            "got_on": one.got_on.isoformat(),
            "sha256": one.sha256,
            "address": _said(one.address),
            "language": one.language,
        }


_QUOTES = "the exact words it stands on, `|` between; names withheld where they are not cleared"

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
            "cases_named": "cases raised there that have a page",
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
            "matter": "what the case is about",
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
            "sources": "identifiers of the quotes' sources",
        },
        _statements,
    ),
    "commitments": (
        {
            "id": "identifier",
            "who": "the party, both, or who spoke",
            "what": "in the words of the document",
            "nature": "act, standing or benchmark",
            "strength": "agreed, intended, under-discussion",
            "due": "EDTF",
            "status": "what became of it, where a person decided",
            "quotes": _QUOTES,
        },
        _commitments,
    ),
    "exchanges": (
        {
            "id": "identifier",
            "source": "identifier of the document",
            "meeting": "identifier of the meeting",
            "asks": "the request",
            "clarity": "reply, ambivalent, non-reply, unanswered (CLARITY), as a person decided",
            "technique": "CLARITY's technique",
            "outlet": "of whoever asked",
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
            "got_on": "the day on which we got it",
            "sha256": "of its bytes as they came",
            "address": "where it was got, if from the web",
            "language": "BCP 47",
        },
        _sources,
    ),
}
