"""Charts of the office: rows of stacked bars and a time line, drawn on the server from numbers, each with its table beneath.

The shapes are the publication's (publish/charts.py); here they show what is in sight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.meeting_lines import MeetingLine
from twotrack.office.shown.question_lines import ANSWERED, QuestionLine, by_theme
from twotrack.publish.charts import Bar, Chart
from twotrack.record.reports import Report
from twotrack.themes import theme_label
from twotrack.vocabulary import MeetingStatus, Track

BARS = 20  # rows of a chart; what is left out is said
_LEFT, _WIDE, _ROW = 220, 400, 22  # of 640 units of width: the labels, the bars; the height of a row
_LABEL = 30  # letters of a label


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a bar: its series, where it begins and how wide it is."""

    series: int
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBar:
    """A row of a chart, and where it stands."""

    label: str
    short: str
    path: str
    y: int
    pieces: tuple[Piece, ...]
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnChart:
    """A chart with its places worked out. `key`: what its table and drawing are called in the page."""

    key: str
    title: str
    series: tuple[str, ...]
    bars: tuple[DrawnBar, ...]
    height: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A meeting on a time line: how far along it (0 to 600), and whether it was `held`, `planned` or `missed`."""

    meeting: MeetingLine
    x: float
    state: str
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """Meetings on a line from the first day to the last, with the beginnings of years."""

    marks: tuple[Mark, ...]
    years: tuple[tuple[str, float], ...]


def drawn(key: str, chart: Chart) -> DrawnChart | None:
    """A chart with its places; None where it has no numbers."""
    bars = chart.bars[:BARS]
    if not any(sum(bar.values) for bar in bars):
        return None
    longest = max(1, *(sum(bar.values) for bar in bars))
    rows = []
    for number, bar in enumerate(bars):
        x, pieces = float(_LEFT), []
        for series, value in enumerate(bar.values, 1):
            width = round(value * _WIDE / longest, 1)
            if value:
                pieces.append(Piece(series=series, x=round(x, 1), width=width))
            x += width
        short = bar.label if len(bar.label) <= _LABEL else bar.label[: _LABEL - 1] + "…"
        rows.append(
            DrawnBar(
                label=bar.label,
                short=short,
                path=bar.path,
                y=number * _ROW + 4,
                pieces=tuple(pieces),
                values=bar.values,
            )
        )
    left_out = len(chart.bars) - len(bars)
    said = f"{chart.judged}; {left_out} more not shown" if left_out else chart.judged
    return DrawnChart(
        key=key, title=chart.title, series=chart.series, bars=tuple(rows), height=len(rows) * _ROW + 4, said=said
    )


def questions_by_theme(lines: tuple[QuestionLine, ...]) -> DrawnChart | None:
    """Questions by theme, and how they were answered."""
    bars = tuple(
        Bar(label=theme_label(theme) or "theme not stated", path="", values=tuple(counts[word] for word in ANSWERED))
        for theme, counts in by_theme(lines)
    )
    title, said = "Questions by theme", "clarity is a person's decision; what nobody reviewed is in no count"
    return drawn("themes", Chart(title=title, series=tuple(ANSWERED.values()), bars=bars, judged=said))


def tracks_by_round(report: Report, meetings: dict[str, MeetingLine]) -> DrawnChart | None:
    """The report on tracks as a chart of these meetings: what was raised, discussed and promised on each track."""
    bars = []
    for row in report.rows:
        meeting = meetings.get(row.entries[0].hex)
        if meeting is not None:
            numbers = [cell if isinstance(cell, int) else 0 for cell in row.cells[1:]]
            values = (sum(numbers[:3]), sum(numbers[3:6]), numbers[6])
            bars.append(Bar(label=called(meeting), path=meeting.id, values=values))
    series = (Track.DIFFERENCE.value, Track.COOPERATION.value, "no track stated")
    said = "acts of raising, themes and commitments by round, the latest first"
    return drawn("tracks", Chart(title="The two tracks, by round", series=series, bars=tuple(bars), judged=said))


def raised_by_round(meetings: Iterable[MeetingLine]) -> DrawnChart | None:
    """Cases raised by meeting, and on how many of them a reply is known, or something changed."""
    bars = tuple(
        Bar(
            label=called(one),
            path=one.id,
            values=(one.numbers.answered, one.numbers.raised - one.numbers.answered),
        )
        for one in meetings
        if one.numbers.raised
    )
    said = "cases, the latest meeting first; a reply counts whenever it came, that there was none is no reply"
    return drawn(
        "raised",
        Chart(
            title="Raised and answered, by round", series=("a reply came", "no reply stated"), bars=bars, judged=said
        ),
    )


def time_line(meetings: Iterable[MeetingLine], today: date) -> TimeLine | None:
    """Meetings on a line; those without a day are left to the table. None where there are not two."""
    dated = [(date.fromisoformat(one.day), one) for one in meetings if one.day]
    if len(dated) < 2:
        return None
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    length = max(1, (last - first).days)

    def at(day: date) -> float:
        return round(600 * (day - first).days / length, 1)

    step = max(1, -(-(last.year - first.year) // 10))
    years = [year for year in range(first.year + 1, last.year + 1) if (year - first.year) % step == 0]
    return TimeLine(
        marks=tuple(
            Mark(meeting=one, x=at(day), state=state_of(one, today), shape="round" if one.kind == "round" else "other")
            for day, one in dated
        ),
        years=tuple((str(year), at(date(year, 1, 1))) for year in years),
    )


def state_of(meeting: MeetingLine, today: date) -> str:
    """`held`, `planned` or `missed`: a day that is past and nobody said that it was held is missed too."""
    if meeting.status == MeetingStatus.HELD:
        return "held"
    if meeting.status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED):
        return "planned" if not meeting.day or meeting.day >= today.isoformat() else "missed"
    return "missed"


def called(meeting: MeetingLine) -> str:
    """A meeting in few words: its name and year."""
    return f"{meeting.name}, {meeting.day[:4]}" if meeting.day and meeting.day[:4] not in meeting.name else meeting.name
