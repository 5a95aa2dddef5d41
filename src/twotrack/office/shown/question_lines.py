"""Every question in sight as one light line: who asked whom what, and how clearly it was answered."""

import uuid
from collections import Counter
from dataclasses import dataclass

from twotrack.office.shown.case_lines import hex_of, whole
from twotrack.office.shown.kept import kept
from twotrack.office.shown.meeting_lines import dialogue_names, meeting_lines
from twotrack.office.shown.tables import Filter, Table
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Exchange, Party, Source
from twotrack.record.reports.called import first_day
from twotrack.record.reports.seen import Seen
from twotrack.themes import theme_label, themes
from twotrack.vocabulary import Clarity, Technique

ANSWERED = {
    Clarity.REPLY.value: "answered",
    Clarity.AMBIVALENT.value: "answered in part",
    Clarity.NON_REPLY.value: "declined",
    Clarity.UNANSWERED.value: "not answered",
}
_ORDER = {word: number for number, word in enumerate(ANSWERED)}
NO_THEME = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """One thing asked. `day` (ISO) is that of the document, else of the meeting; empty where neither is stated."""

    id: str
    asks: str
    language: str
    outlet: str
    asker: str
    to: str
    party: str
    theme: str
    clarity: str
    technique: str
    day: str
    when: str
    source: str
    meeting: str
    dialogues: frozenset[str]
    confidential: bool

    @property
    def key(self) -> uuid.UUID:
        """Its id, for addresses."""
        return uuid.UUID(self.id)

    @property
    def year(self) -> str:
        """The year in which it was asked."""
        return self.day[:4]

    @property
    def answered(self) -> str:
        """Whether it was answered, in a word."""
        return ANSWERED[self.clarity]

    @property
    def how(self) -> str:
        """In which way."""
        return Technique(self.technique).label if self.technique else ""


def question_lines(sight: Sight) -> tuple[QuestionLine, ...]:
    """The questions in sight, the latest first; made anew only where the record changed."""
    return kept(sight, "questions", lambda: _make(sight))


def question_table(sight: Sight, lines: tuple[QuestionLine, ...]) -> Table[QuestionLine]:
    """How questions are sorted and filtered."""
    options = kept(sight, "questions offered", lambda: _options(lines))
    filters: dict[str, Filter[QuestionLine]] = {
        "clarity": Filter(
            label="Answered", options=tuple(ANSWERED.items()), fits=lambda line, value: line.clarity == value
        ),
        "theme": Filter(
            label="Theme", options=options["theme"], fits=lambda line, value: (line.theme or NO_THEME) == value
        ),
        "year": Filter(label="Year", options=options["year"], fits=lambda line, value: line.year == value),
        "to": Filter(label="Asked of", options=options["to"], fits=lambda line, value: line.party == value),
        "meeting": Filter(label="On", by_id=True, fits=lambda line, value: line.meeting == value),
    }
    if dialogues := dialogue_names(sight):
        filters["dialogue"] = Filter(
            label="Dialogue", options=dialogues, fits=lambda line, value: value in line.dialogues
        )
    return Table(
        name="questions",
        headings=(
            ("-when", "When"),
            ("", "What was asked"),
            ("outlet", "By"),
            ("theme", "Theme"),
            ("clarity", "Answered"),
        ),
        sorts={
            "when": lambda line: line.day,
            "theme": lambda line: (line.theme == "", theme_label(line.theme)),
            "outlet": lambda line: (line.outlet == "", line.outlet.casefold()),
            "clarity": lambda line: _ORDER[line.clarity],
        },
        first="-when",
        filters=filters,
    )


def by_theme(lines: tuple[QuestionLine, ...]) -> list[tuple[str, Counter[str]]]:
    """The themes asked about, the one asked about most first, with how many were answered how."""
    counts: dict[str, Counter[str]] = {}
    for line in lines:
        counts.setdefault(line.theme, Counter())[line.clarity] += 1
    return sorted(counts.items(), key=lambda one: (-one[1].total(), one[0]))


def _options(lines: tuple[QuestionLine, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    used = {line.theme for line in lines}
    known = [(key, theme_label(key)) for key in themes() if key in used]
    own = sorted((key, theme_label(key)) for key in used if key and key not in themes())
    nothing = [(NO_THEME, "theme not stated")] if "" in used else []
    years = sorted({line.year for line in lines if line.year}, reverse=True)
    return {
        "theme": (*known, *own, *nothing),
        "year": tuple((year, year) for year in years),
        "to": tuple(sorted({(line.party, line.to) for line in lines if line.party}, key=lambda one: one[1])),
    }


def _make(sight: Sight) -> tuple[QuestionLine, ...]:
    seen = Seen(sight)
    meetings = {line.id: line for line in meeting_lines(sight)}
    parties = {hex_of(key): name for key, name, _ in whole(seen, Party, "pk", "name")}
    dated = {hex_of(key): when for key, when, _ in whole(seen, Source, "pk", "dated")}
    fields = (
        "pk", "asks", "asks_language", "outlet", "asker_id", "to_party_id", "theme", "clarity", "technique", "source_id",
        "meeting_id",
    )  # fmt: skip
    lines = []
    for row in whole(seen, Exchange, *fields):
        key, asks, language, outlet, asker, to, theme, clarity, technique, source, at, secret = row
        meeting = meetings.get(hex_of(at)) if at else None
        when = dated.get(hex_of(source), "") or (meeting.when if meeting else "")
        party = hex_of(to) if to else ""
        lines.append(
            QuestionLine(
                id=hex_of(key),
                asks=asks,
                language=language,
                outlet=outlet,
                asker=hex_of(asker) if asker else "",
                to=parties.get(party, ""),
                party=party if party in parties else "",
                theme=theme,
                clarity=clarity,
                technique=technique,
                day=str(first_day(when) or ""),
                when=when,
                source=hex_of(source),
                meeting=meeting.id if meeting else "",
                dialogues=meeting.dialogues if meeting else frozenset(),
                confidential=secret,
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.day, line.id), reverse=True))
