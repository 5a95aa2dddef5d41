"""The table of cases: fifty rows of however many, sorted and filtered by the lines of case_lines.py."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twotrack.office.shown.case_lines import CaseLine, case_board, lines_named
from twotrack.office.shown.cases import CaseRow, case_rows
from twotrack.office.shown.meeting_lines import dialogue_names, meeting_lines
from twotrack.office.shown.tables import ROWS, Filter, Table, TablePage, in_order, table_page
from twotrack.record.confidentiality import Sight
from twotrack.vocabulary import Matter

STANDS = (
    ("unanswered", "raised, no reply"),
    ("answered", "a reply came"),
    ("changed", "something changed"),
    ("not-raised", "not stated to have been raised"),
)
PARTS = (("public", "public"), ("confidential", "confidential"))
NAMED = 100  # rows that a search for a name gives at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Rows of the table, and the page that they are of. `more`: a search for a name found more than these."""

    rows: tuple[CaseRow, ...]
    page: TablePage[CaseLine] | None
    more: bool = False


def cases_page(sight: Sight, asked: Mapping[str, str]) -> Cases:
    """The page of the table that is asked for."""
    found = table_page(sight, case_table(sight, asked), case_board(sight).lines, asked)
    return Cases(rows=rows_of(sight, found.lines), page=found)


def named_cases(sight: Sight, words: str) -> Cases:
    """The cases of persons and groups whose name, in any script, holds these words."""
    found = sorted(lines_named(case_board(sight).lines, words), key=lambda line: (line.name.casefold(), line.id))
    return Cases(rows=rows_of(sight, found[:NAMED]), page=None, more=len(found) > NAMED)


def exported_cases(sight: Sight, asked: Mapping[str, str]) -> list[CaseLine]:
    """All lines that the page would lead through."""
    return in_order(sight, case_table(sight, asked), case_board(sight).lines, asked)


def case_table(sight: Sight, asked: Mapping[str, str]) -> Table[CaseLine]:
    """How cases are sorted and filtered."""
    dialogues = dialogue_names(sight)
    filters: dict[str, Filter[CaseLine]] = {
        "stands": Filter(label="How it stands", options=STANDS, fits=lambda line, value: line.stands == value),
        "matter": Filter(
            label="Matter", options=tuple(Matter.choices()), fits=lambda line, value: line.matter == value
        ),
    }
    if dialogues:
        filters["dialogue"] = Filter(
            label="Raised in", options=dialogues, fits=lambda line, value: value in line.dialogues
        )
    if sight.clears:
        filters["part"] = Filter(
            label="Entries", options=PARTS, fits=lambda line, value: line.confidential == (value == "confidential")
        )
    here = _places(sight, asked.get("meeting", ""))
    filters["meeting"] = Filter(
        label="Raised at", by_id=True, fits=lambda line, _value: not line.meetings.isdisjoint(here)
    )
    return Table(
        name="cases",
        headings=(
            ("name", "Case"),
            ("", "Status"),
            ("-raised", "Raised"),
            ("-last", "Last raised"),
            ("", "Last reply"),
        ),
        sorts={
            "name": lambda line: (line.name == "", line.name.casefold()),
            "raised": lambda line: (line.raised, line.last),
            "last": lambda line: (line.last, line.raised > 0),
            "first": lambda line: (line.first or "9999", line.last),
        },
        first="-last",
        filters=filters,
    )


def rows_of(sight: Sight, lines: Iterable[CaseLine]) -> tuple[CaseRow, ...]:
    """These lines as rows."""
    return tuple(case_rows(sight, [uuid.UUID(line.id) for line in lines]))


def _places(sight: Sight, meeting: str) -> frozenset[str]:
    """A meeting and its parts, by their keys."""
    key = meeting.replace("-", "").lower()
    return frozenset({key, *(line.id for line in meeting_lines(sight) if line.part_of == key)}) if key else frozenset()


assert ROWS <= NAMED, "a search shows no less than a page"
