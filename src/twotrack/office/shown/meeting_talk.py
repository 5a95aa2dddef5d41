"""What was said at a meeting: themes with who raised them and what each side said, persons raised with what came back, the
accounts of both sides."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from twotrack.office.shown.case_lines import CaseLine, case_board
from twotrack.office.shown.grounds import NOTHING, Standing, standings
from twotrack.office.shown.kept import kept_report
from twotrack.office.shown.rows import by_id
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import Characterisation, MeetingTheme, Party, Position, Representation
from twotrack.record.reports import REPORTS
from twotrack.record.reports.report import Cell, Row, Total
from twotrack.themes import theme_label
from twotrack.vocabulary import RepresentationKind, Track

PERSONS = 30  # rows of persons raised; the others are in the table of cases
_ACCOUNTS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a side said on a theme, or how it described the meeting."""

    id: uuid.UUID
    party: str
    words: str
    language: str
    standing: Standing
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme: on which tracks, who raised it how often, and the positions of the sides."""

    label: str
    tracks: tuple[str, ...]
    raised: tuple[str, ...]
    positions: tuple[Said, ...]
    standing: Standing
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """One case, concern or number of cases raised, and what came back: a row of the report on a round."""

    case: CaseLine | None
    key: uuid.UUID | None
    about: str
    theme: str
    how: str
    by: str
    to: str
    number: str
    came: tuple[str, ...]
    since: tuple[str, ...]
    act: uuid.UUID
    times: int = 1
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AllRaised:
    """What was raised, with the report's totals; `more`: there is more than is shown."""

    rows: tuple[Raised, ...]
    totals: tuple[Total, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One thing as the accounts tell it: `word` is same, differs, silent or refuses; `told` stand in the order of the tellers,
    empty where one is silent."""

    about: str
    word: str
    by: str
    told: tuple[tuple[str, ...], ...]
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """The accounts of a meeting side by side."""

    tellers: tuple[str, ...]
    rows: tuple[Account, ...]
    totals: tuple[Total, ...]


def raised_at(sight: Sight, meeting: uuid.UUID, today: date) -> AllRaised:
    """What was raised at a meeting and its parts, as the report tells it."""
    report = kept_report(sight, "round", str(meeting), today=today, limit=PERSONS)
    cases = case_board(sight).by_id
    return AllRaised(
        rows=tuple(_together(_raised(row, cases) for row in report.rows)),
        totals=tuple(total for total in report.totals if total.value),
        more=report.more,
    )


def accounts_of(sight: Sight, meeting: uuid.UUID, today: date) -> Accounts | None:
    """Both sides' accounts as the report tells them; None where there are not two."""
    if "accounts" not in REPORTS:
        return None
    report = kept_report(sight, "accounts", str(meeting), today=today, limit=_ACCOUNTS)
    tellers = report.columns[3:]
    if len(tellers) < 2 or not report.rows:
        return None
    rows = tuple(
        Account(
            about=_text(row.cells[0]),
            word=_text(row.cells[1]),
            by=_text(row.cells[2]),
            told=tuple(_texts(cell) for cell in row.cells[3:]),
            confidential=row.confidential,
        )
        for row in report.rows
    )
    return Accounts(tellers=tellers, rows=rows, totals=tuple(one for one in report.totals if one.value))


def themes_at(sight: Sight, meetings: Iterable[uuid.UUID]) -> list[Theme]:
    """The themes of a meeting and its parts, in the order of their names."""
    places = list(meetings)
    acts = [act for act in sight.among(Representation, "meeting_id", places) if act.theme]
    discussed = sight.among(MeetingTheme, "meeting_id", places)
    positions = sight.among(Position, "meeting_id", places)
    parties = by_id(sight, Party, (*(act.by_party_id for act in acts), *(one.party_id for one in positions)))
    grounds = standings(sight, (row.pk for row in (*acts, *discussed, *positions)))
    names = {key: party.name for key, party in parties.items()}
    themes = dict.fromkeys(
        [*(act.theme for act in acts), *(row.theme for row in discussed), *(row.theme for row in positions)]
    )
    found = []
    for theme in themes:
        of_acts = [row for row in acts if row.theme == theme]
        of_it = [row for row in discussed if row.theme == theme]
        standing = NOTHING
        for key in [*(act.pk for act in of_acts), *(row.pk for row in of_it)]:
            standing = standing.and_also(grounds.get(key, NOTHING))
        tracks = [*(act.track for act in of_acts), *(row.track for row in of_it)]
        found.append(
            Theme(
                label=theme_label(theme),
                tracks=tuple(dict.fromkeys(Track(track).label for track in tracks if track)),
                raised=_raised_by(of_acts, names),
                positions=tuple(_said(row, names, grounds) for row in positions if row.theme == theme),
                standing=standing,
                confidential=is_confidential([*of_acts, *of_it]),
            )
        )
    return sorted(found, key=lambda one: one.label)


def descriptions_of(sight: Sight, meeting: uuid.UUID) -> list[Said]:
    """How the sides described a meeting."""
    rows = sight.all(Characterisation, meeting_id=meeting)
    names = {key: party.name for key, party in by_id(sight, Party, (row.party_id for row in rows)).items()}
    grounds = standings(sight, (row.pk for row in rows))
    return [
        Said(
            id=row.pk, party=names.get(row.party_id, "") if row.party_id else "", words=row.words,
            language=row.words_language, standing=grounds.get(row.pk, NOTHING), confidential=is_confidential([row]),
        )
        for row in rows
    ]  # fmt: skip


def _raised_by(acts: list[Representation], names: dict[uuid.UUID, str]) -> tuple[str, ...]:
    """Who raised it: `Aldmark`, `Verania (2 times)`, `Aldmark would not say`."""
    counts = Counter(
        (names.get(act.by_party_id, "") if act.by_party_id else "", act.representation_kind) for act in acts
    )
    found = []
    for (party, kind), number in counts.items():
        who = party or "by whom not stated"
        word = "" if kind == RepresentationKind.RAISED else f" {RepresentationKind(kind).label}"
        found.append(f"{who}{word}" + (f" ({number} times)" if number > 1 else ""))
    return tuple(sorted(found))


def _said(row: Position, names: dict[uuid.UUID, str], grounds: dict[uuid.UUID, Standing]) -> Said:
    return Said(
        id=row.pk,
        party=names.get(row.party_id, ""),
        words=row.summary,
        language=row.summary_language,
        standing=grounds.get(row.pk, NOTHING),
        confidential=is_confidential([row]),
    )


def _raised(row: Row, cases: dict[str, CaseLine]) -> Raised:
    about, theme, how, by, to, number, came, since = row.cells
    case = cases.get(row.entries[1].hex) if len(row.entries) > 1 else None
    return Raised(
        case=case,
        key=row.entries[1] if case else None,
        about=_text(about),
        theme=_text(theme),
        how=_text(how),
        by=_text(by),
        to=_text(to),
        number=_text(number),
        came=_texts(came),
        since=_texts(since),
        act=row.entries[0],
        confidential=row.confidential,
    )


def _together(rows: Iterable[Raised]) -> Iterable[Raised]:
    """One row for a case that several acts raised alike; what came back on it once."""
    found: dict[object, Raised] = {}
    for row in rows:
        place = (row.key, row.how, row.by, row.theme) if row.key else row.act
        other = found.get(place)
        found[place] = (
            row
            if other is None
            else replace(
                other,
                times=other.times + 1,
                came=tuple(dict.fromkeys((*other.came, *row.came))),
                since=tuple(dict.fromkeys((*other.since, *row.since))),
                confidential=other.confidential or row.confidential,
            )
        )
    return found.values()


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "; ".join(_texts(cell))


def _texts(cell: Cell) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else () if cell is None else (str(cell),)
