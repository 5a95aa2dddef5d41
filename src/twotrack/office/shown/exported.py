"""The tables of the office as rows of text for a spreadsheet: what the page leads through, in its order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from twotrack.office.dates import in_words
from twotrack.office.shown.case_lines import CaseLine, case_board
from twotrack.office.shown.case_table import STANDS, case_table
from twotrack.office.shown.commitment_lines import commitment_lines, commitment_table
from twotrack.office.shown.list_lines import list_lines, list_table
from twotrack.office.shown.meeting_lines import meeting_lines, meeting_table
from twotrack.office.shown.question_lines import question_lines, question_table
from twotrack.office.shown.tables import Table, in_order
from twotrack.record.confidentiality import Sight
from twotrack.themes import theme_label
from twotrack.vocabulary import Matter

Rows = list[list[str]]
_STANDS = dict(STANDS)
_UNSTATED = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A table as text, the headings first; of how many persons and groups it holds a name."""

    rows: Rows
    names: int


def exported(sight: Sight, table: str, asked: Mapping[str, str], today: date) -> Exported:
    """The rows that fit what is asked for. Raises KeyError for a table that is none."""
    lines, kind, headings, cells = TABLES[table](sight, asked, today)
    found = in_order(sight, kind, lines, asked)
    rows = [[*headings, "confidentiality", "id"]]
    rows += [[*cells(line), "confidential" if line.confidential else "public", line.key_text] for line in _keyed(found)]
    return Exported(rows=rows, names=_names(found))


class _Keyed:
    """A line with its id as addresses write it."""

    def __init__(self, line: Any) -> None:
        self.line = line
        key = line.id
        self.key_text = f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"

    def __getattr__(self, name: str) -> Any:
        return getattr(self.line, name)


def _keyed(lines: Iterable[Any]) -> Iterable[_Keyed]:
    return (_Keyed(line) for line in lines)


def _names(lines: list[Any]) -> int:
    """How many persons and groups are named: a case that has a name; a list's names are not in its row."""
    return len({line.subject for line in lines if isinstance(line, CaseLine) and line.name})


Made = tuple[tuple[Any, ...], Table[Any], list[str], Callable[[Any], list[str]]]


def _cases(sight: Sight, asked: Mapping[str, str], _today: date) -> Made:
    def cells(line: Any) -> list[str]:
        return [
            line.name or _UNSTATED, " | ".join(line.names[1:]), Matter(line.matter).label, str(line.raised or _UNSTATED),
            in_words(line.first_when), in_words(line.last_when), _STANDS[line.stands],
        ]  # fmt: skip

    headings = ["name", "other names", "matter", "times raised", "first raised", "last raised", "how it stands"]
    return case_board(sight).lines, case_table(sight, asked), headings, cells


def _meetings(sight: Sight, _asked: Mapping[str, str], _today: date) -> Made:
    def cells(line: Any) -> list[str]:
        numbers = line.numbers
        return [
            line.name, line.kind_label, line.status_label, in_words(line.when) or _UNSTATED, line.place, line.track,
            str(numbers.raised or ""), str(numbers.answered or ""),
        ]  # fmt: skip

    headings = ["meeting", "kind", "status", "when", "place", "track", "cases raised", "of these with a reply"]
    return meeting_lines(sight), meeting_table(sight), headings, cells


def _commitments(sight: Sight, _asked: Mapping[str, str], today: date) -> Made:
    lines = commitment_lines(sight, today)
    names = {line.id: line.name for line in meeting_lines(sight)}

    def cells(line: Any) -> list[str]:
        return [
            line.what, line.by or _UNSTATED, line.strength_label, in_words(line.due), line.state_label,
            names.get(line.made_at, ""), str(len(line.at) or ""),
        ]  # fmt: skip

    headings = ["what", "by", "how firm", "due", "state", "made at", "meetings that spoke of it"]
    return lines, commitment_table(sight, lines, today), headings, cells


def _questions(sight: Sight, _asked: Mapping[str, str], _today: date) -> Made:
    lines = question_lines(sight)

    def cells(line: Any) -> list[str]:
        return [
            in_words(line.when) or _UNSTATED, line.asks, line.outlet or _UNSTATED, line.to,
            theme_label(line.theme) or _UNSTATED, line.answered, line.how,
        ]  # fmt: skip

    headings = ["when", "what was asked", "outlet", "asked of", "theme", "answered", "how"]
    return lines, question_table(sight, lines), headings, cells


def _lists(sight: Sight, _asked: Mapping[str, str], today: date) -> Made:
    lines = list_lines(sight, today)

    def cells(line: Any) -> list[str]:
        return [
            in_words(line.handed) or _UNSTATED, line.name, line.giver or _UNSTATED, line.taker, str(line.names),
            str(line.replied), str(line.changed), str(line.better), " | ".join(line.said),
        ]  # fmt: skip

    headings = ["handed over", "list", "from", "to", "names", "with a reply", "changed", "better", "reply as said"]
    return lines, list_table(lines), headings, cells


TABLES: dict[str, Callable[[Sight, Mapping[str, str], date], Made]] = {
    "cases": _cases,
    "meetings": _meetings,
    "commitments": _commitments,
    "questions": _questions,
    "lists": _lists,
}
