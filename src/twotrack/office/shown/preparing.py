"""Preparing a round: who and what can be chosen for the brief, and the brief as it would be printed."""

import uuid
from dataclasses import dataclass
from itertools import groupby

from twotrack.record.confidentiality import Sight
from twotrack.record.models import Meeting
from twotrack.record.reports import Report, brief, make_report
from twotrack.record.reports.report import Footnote, Row
from twotrack.record.reports.seen import Seen
from twotrack.themes import theme_label

PERSONS_AT_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that can be chosen for the brief."""

    key: str
    name: str
    chosen: bool
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence, with the numbers of its footnotes."""

    words: str
    notes: tuple[int, ...]
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of one thing within a part; `about` is empty for the part itself."""

    about: str
    lines: tuple[Line, ...]
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the brief."""

    name: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparingPage:
    """The page: what can be chosen, the brief in its parts, its footnotes, and the report that they come from."""

    meeting: uuid.UUID
    persons: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    more_persons: int
    parts: tuple[Part, ...]
    footnotes: tuple[Footnote, ...]
    report: Report

    @property
    def named(self) -> frozenset[uuid.UUID]:
        """Whose names the page shows."""
        return self.report.named


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a person chose; None where nothing was chosen yet, which is all that is offered."""

    cases: tuple[uuid.UUID, ...] | None = None
    themes: tuple[str, ...] | None = None


def preparing_page(sight: Sight, meeting: Meeting, chosen: Chosen) -> PreparingPage:
    """The brief for a meeting, with what was chosen."""
    offered = brief.offered(Seen(sight), meeting.pk, PERSONS_AT_MOST)
    report = brief_of(sight, meeting, chosen)
    cases = offered.cases
    of_cases = set(cases if chosen.cases is None else chosen.cases)
    of_themes = set(offered.themes if chosen.themes is None else chosen.themes)
    unknown = brief.NOT_NAMED
    return PreparingPage(
        meeting=meeting.pk,
        persons=tuple(
            Choice(
                key=str(key),
                name=offered.names.get(key, unknown).name,
                chosen=key in of_cases,
                confidential=offered.names.get(key, unknown).confidential,
            )
            for key in cases
        ),
        themes=tuple(Choice(key=key, name=theme_label(key), chosen=key in of_themes) for key in offered.themes),
        more_persons=offered.number - len(cases),
        parts=_parts(report),
        footnotes=report.footnotes,
        report=report,
    )


def brief_of(sight: Sight, meeting: Meeting, chosen: Chosen) -> Report:
    """The report itself."""
    return make_report("brief", str(meeting.pk), sight=sight, cases=chosen.cases, themes=chosen.themes)


def _parts(report: Report) -> tuple[Part, ...]:
    number = {note.passage: at for at, note in enumerate(report.footnotes, 1)}

    def line(row: Row) -> Line:
        notes = tuple(number[key] for key in row.grounds if key in number)
        return Line(words=str(row.cells[2]), notes=notes, confidential=row.confidential)

    def told(about: object, rows: list[Row]) -> Told:
        lines = tuple(line(row) for row in rows)
        return Told(about=str(about or ""), lines=lines, confidential=bool(about) and rows[0].confidential)

    return tuple(
        Part(
            name=str(name),
            told=tuple(told(about, list(some)) for about, some in groupby(rows, key=lambda row: row.cells[1])),
        )
        for name, rows in groupby(report.rows, key=lambda row: row.cells[0])
    )
