"""What the charts show, counted from what became public; each has a table beneath it and says how many were judged."""

from dataclasses import dataclass

from twotrack import edtf
from twotrack.publish.counts import answered
from twotrack.publish.news import called
from twotrack.record.public import PublicRecord
from twotrack.record.public.values import PublicCommitment, PublicDialogue, PublicExchange, PublicMeeting
from twotrack.themes import theme_label
from twotrack.vocabulary import Clarity, CommitmentNature, CommitmentStatus, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: what it is of, where that stands, a number for each series."""

    label: str
    path: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Rows of stacked bars. `judged` says of how many a person decided."""

    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    judged: str

    @property
    def longest(self) -> int:
        """The greatest sum of a row, at least 1."""
        return max([1, *(sum(bar.values) for bar in self.bars)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A meeting on a time line: at which thousandth of its length."""

    meeting: PublicMeeting
    at: int


def time_line(meetings: list[PublicMeeting]) -> tuple[Moment, ...]:
    """Meetings on a line from the first day to the last; those without a first day are left to the table."""
    dated = [
        (day, one) for one in meetings if one.when and edtf.is_valid(one.when) and (day := edtf.first_day(one.when))
    ]
    if len(dated) < 2:
        return ()
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    length = max(1, (last - first).days)
    return tuple(Moment(meeting=one, at=round(1000 * (day - first).days / length)) for day, one in dated)


def charts_of(record: PublicRecord, dialogue: PublicDialogue) -> tuple[Chart, ...]:
    """The charts of a dialogue: the two tracks by meeting, cases raised and answered by meeting."""
    by_id = {meeting.id: meeting for meeting in record.meetings}
    meetings = [by_id[key] for key in dialogue.meetings if key in by_id]
    return tuple(
        chart for chart in (_tracks(meetings), _raised(record, meetings)) if any(sum(bar.values) for bar in chart.bars)
    )


def acts(commitments: tuple[PublicCommitment, ...]) -> Chart | None:
    """Acts by what became of them; None where there is none."""
    rows = [one for one in commitments if one.nature == CommitmentNature.ACT]
    if not rows:
        return None
    judged = [one for one in rows if one.status]
    found = [(word.value, sum(one.status == word for one in judged)) for word in CommitmentStatus]
    bars = [Bar(label=word.replace("-", " "), path="", values=(number,)) for word, number in found if number]
    if len(judged) < len(rows):
        bars.append(Bar(label="not judged", path="", values=(len(rows) - len(judged),)))
    return Chart(
        title="What became of the acts promised",
        series=("acts",),
        bars=tuple(bars),
        judged=_decided(len(judged), len(rows)),
    )


def clarity(exchanges: tuple[PublicExchange, ...]) -> Chart | None:
    """Questions by how clearly they were answered, by theme; None where there is none."""
    if not exchanges:
        return None
    themes = sorted({one.theme for one in exchanges}, key=lambda theme: (theme == "", theme))
    series = tuple(word.value for word in Clarity)
    bars = tuple(
        Bar(
            label=theme_label(theme) if theme else "theme not stated",
            path=f"themes/{theme}.html" if theme else "",
            values=tuple(sum(one.theme == theme and one.clarity == word for one in exchanges) for word in series),
        )
        for theme in themes
    )
    return Chart(
        title="Questions, and how clearly they were answered",
        series=series,
        bars=bars,
        judged=_decided(len(exchanges), len(exchanges)),
    )


def _tracks(meetings: list[PublicMeeting]) -> Chart:
    series = (Track.DIFFERENCE.value, Track.COOPERATION.value, "track not stated")
    bars = []
    for one in meetings:
        tracks = [concern.track for concern in one.concerns]
        known = tuple(tracks.count(word) for word in series[:2])
        bars.append(Bar(label=called(one), path=f"meetings/{one.id}.html", values=(*known, len(tracks) - sum(known))))
    number = sum(len(one.concerns) for one in meetings)
    return Chart(title="Themes by track", series=series, bars=tuple(bars), judged=_decided(number, number))


def _raised(record: PublicRecord, meetings: list[PublicMeeting]) -> Chart:
    replied = {case.id for case in record.cases if answered(case)}
    bars = []
    for one in meetings:
        with_reply = sum(key in replied for key in one.cases)
        values = (with_reply, len(one.cases) - with_reply, one.not_named)
        bars.append(Bar(label=called(one), path=f"meetings/{one.id}.html", values=values))
    shown = sum(len(one.cases) for one in meetings)
    return Chart(
        title="Cases raised, as far as they became public",
        series=("with a reply", "no reply stated", "not named"),
        bars=tuple(bars),
        judged=_decided(shown, shown),
    )


def _decided(some: int, of: int) -> str:
    return f"decided by a person: {some} of {of}"
