"""Every list of names in sight as one light line, with what came back as the report on lists tells it."""

import uuid
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.kept import kept
from twotrack.office.shown.meeting_lines import meeting_lines
from twotrack.office.shown.tables import Filter, Table
from twotrack.record.confidentiality import Sight
from twotrack.record.models import List
from twotrack.record.reports import make_report
from twotrack.record.reports.called import first_day
from twotrack.record.reports.report import Cell
from twotrack.record.reports.seen import Seen

_ALL = 100_000
STANDS = (("none", "no reply on any name"), ("some", "replies on some names"), ("every", "a reply on every name"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """A list: `handed` in EDTF; numbers of its names, of those with a reply, an outcome, better treatment. `said`: replies
    that give a number and no names, in their words."""

    id: str
    name: str
    language: str
    handed: str
    day: str
    frozen: bool
    giver: str
    taker: str
    names: int
    replied: int
    changed: int
    better: int
    said: tuple[str, ...]
    taken_up: str
    confidential: bool

    @property
    def key(self) -> uuid.UUID:
        """Its id, for addresses."""
        return uuid.UUID(self.id)

    @property
    def stands(self) -> str:
        """How far it was answered."""
        return "every" if self.names and self.replied >= self.names else "some" if self.replied else "none"

    @property
    def unanswered(self) -> int:
        """On how many names no reply is in the sources we have."""
        return max(0, self.names - self.replied)


def list_lines(sight: Sight, today: date) -> tuple[ListLine, ...]:
    """The lists in sight, the latest first; made anew only where the record changed."""
    return kept(sight, "lists", lambda: _make(sight, today))


def list_table(lines: tuple[ListLine, ...]) -> Table[ListLine]:
    """How lists are sorted and filtered."""
    years = sorted({line.day[:4] for line in lines if line.day}, reverse=True)
    return Table(
        name="lists",
        headings=(
            ("-handed", "Handed over"), ("name", "List"), ("", "From and to"), ("-names", "Names"), ("-unanswered", "No reply"),
            ("-better", "Better since"),
        ),
        sorts={
            "handed": lambda line: line.day,
            "name": lambda line: (line.name == "", line.name.casefold()),
            "names": lambda line: line.names,
            "unanswered": lambda line: line.unanswered,
            "better": lambda line: (line.better, line.changed),
        },
        first="-handed",
        filters={
            "stands": Filter(label="Answered", options=STANDS, fits=lambda line, value: line.stands == value),
            "year": Filter(
                label="Year", options=tuple((year, year) for year in years), fits=lambda line, value: line.day[:4] == value
            ),
        },
    )  # fmt: skip


def _make(sight: Sight, today: date) -> tuple[ListLine, ...]:
    report = make_report("lists", sight=sight, today=today, limit=_ALL)
    seen = Seen(sight)
    rows = seen.by_id(
        List, (row.entries[0] for row in report.rows), "name_language", "handed_on", "meeting_id", "frozen_at"
    )
    days = {line.key: line for line in meeting_lines(sight)}
    lines = []
    for row in report.rows:
        name, _, giver, taker, names, replied, changed, better, said, onward = row.cells
        kept_row = rows[row.entries[0]]
        meeting = days.get(kept_row.meeting_id) if kept_row.meeting_id else None
        handed = kept_row.handed_on or (meeting.when if meeting else "")
        lines.append(
            ListLine(
                id=row.entries[0].hex,
                name=_text(name),
                language=kept_row.name_language,
                handed=handed,
                day=str(first_day(handed) or ""),
                frozen=kept_row.frozen_at is not None,
                giver=_text(giver),
                taker=_text(taker),
                names=_number(names),
                replied=_number(replied),
                changed=_number(changed),
                better=_number(better),
                said=said if isinstance(said, tuple) else (),
                taken_up=_text(onward),
                confidential=row.confidential,
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.day, line.id), reverse=True))


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ""


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
