"""The tables of what took place: meetings, who took part, what was discussed and said there, and whose accounts are known."""

from collections.abc import Iterator

from twotrack.publish.tables import (
    ID,
    MADE,
    NOT_APPLICABLE,
    NOT_QUOTED,
    QUOTES,
    SOURCES,
    UNKNOWN,
    Column,
    Row,
    Table,
    grounds,
    made,
    named,
    said,
)
from twotrack.record.public import PublicRecord
from twotrack.record.public.values import Coverage

_MEETING = Column(name="meeting", meaning="identifier of the meeting", refers="meetings")


def _dialogues(record: PublicRecord) -> Iterator[Row]:
    for one in record.dialogues:
        yield {
            "id": str(one.id),
            "name": one.name,
            "language": one.language,
            "interval": said(one.interval),
            "parties": list(one.parties),
            "meetings": [str(key) for key in one.meetings],
        }


def _meetings(record: PublicRecord) -> Iterator[Row]:
    for one in record.meetings:
        yield {
            "id": str(one.id),
            "kind": one.kind,
            "status": one.status,
            "name": said(one.called),
            "when": said(one.when),
            "place": said(one.place),
            "track": said(one.track),
            "part_of": named(one.part_of),
            "dialogues": [str(key) for key in one.dialogues],
            "cases_shown": len(one.cases),
            "cases_not_named": one.not_named,
            **grounds(one.ground),
            **made(one.made),
        }


def _participations(record: PublicRecord) -> Iterator[Row]:
    for meeting in record.meetings:
        for one in meeting.participants:
            yield {
                "id": str(one.id),
                "meeting": str(meeting.id),
                "party": said(one.party),
                "name": one.name or NOT_APPLICABLE,
                "title": said(one.title) if one.name else NOT_APPLICABLE,
                "agency": said(one.agency),
                "role": one.role,
                "count": NOT_APPLICABLE if one.count is None else str(one.count),
                "count_words": one.count_words or NOT_APPLICABLE,
                **grounds(one.ground),
                **made(one.made),
            }


def _concerns(record: PublicRecord) -> Iterator[Row]:
    for meeting in record.meetings:
        for one in meeting.concerns:
            yield {
                "meeting": str(meeting.id),
                "theme": one.theme,
                "kind": one.kind,
                "raised_by": said(one.raised_by),
                "about": said(one.about),
                "track": said(one.track),
                **grounds(one.ground),
            }


def _positions(record: PublicRecord) -> Iterator[Row]:
    for meeting in record.meetings:
        for one in meeting.positions:
            yield {
                "id": str(one.id),
                "meeting": str(meeting.id),
                "party": said(one.party),
                "theme": one.theme,
                "summary": one.summary or NOT_QUOTED,
                "language": one.language,
                **grounds(one.ground),
                **made(one.made),
            }


def _characterisations(record: PublicRecord) -> Iterator[Row]:
    for meeting in record.meetings:
        for one in meeting.descriptions:
            yield {
                "id": str(one.id),
                "meeting": str(meeting.id),
                "by": said(one.by),
                "words": one.words or NOT_QUOTED,
                "language": one.language,
                **grounds(one.ground),
                **made(one.made),
            }


def _coverage(record: PublicRecord) -> Iterator[Row]:
    for meeting in record.meetings:
        for one in meeting.coverage:
            yield {
                "meeting": str(meeting.id),
                "party": one.party,
                "account": UNKNOWN if one.found == Coverage.UNKNOWN else one.found.value,
            }


TABLES = (
    Table(
        name="dialogues",
        meaning="the standing processes between parties",
        columns=(
            ID,
            Column(name="name", meaning="the name of the dialogue"),
            Column(name="language", meaning="of the name, BCP 47"),
            Column(name="interval", meaning="the interval it is meant to keep, ISO 8601"),
            Column(name="parties", meaning="who holds it", type="array"),
            Column(name="meetings", meaning="identifiers of its meetings in the order of time", type="array"),
        ),
        rows=_dialogues,
    ),
    Table(
        name="meetings",
        meaning="what took place, or was planned",
        columns=(
            ID,
            Column(name="kind", meaning="round, session, expert-dialogue, site-visit ..."),
            Column(name="status", meaning="held, planned, proposed, postponed, cancelled, never-held"),
            Column(name="name", meaning="as shown of several statements"),
            Column(name="when", meaning="EDTF"),
            Column(name="place", meaning="as shown of several statements"),
            Column(name="track", meaning="cooperation or difference"),
            Column(name="part_of", meaning="identifier of the meeting that it is part of"),
            Column(name="dialogues", meaning="identifiers of the dialogues it counts towards", type="array"),
            Column(name="cases_shown", meaning="cases raised there that have a page", type="integer"),
            Column(
                name="cases_not_named",
                meaning="cases raised there that are published as a number alone",
                type="integer",
            ),
            QUOTES,
            SOURCES,
            *MADE,
        ),
        rows=_meetings,
    ),
    Table(
        name="participations",
        meaning="who took part in a meeting: officials, agencies, numbers of those not named",
        columns=(
            ID,
            _MEETING,
            Column(name="party", meaning="the side"),
            Column(name="name", meaning="of an official"),
            Column(name="title", meaning="as shown of several statements"),
            Column(name="agency", meaning="the body"),
            Column(name="role", meaning="head, member, host, interpreter, observer, other"),
            Column(name="count", meaning="how many that are not named one by one"),
            Column(name="count_words", meaning="that number as it was said"),
            QUOTES,
            SOURCES,
            *MADE,
        ),
        rows=_participations,
    ),
    Table(
        name="concerns",
        meaning="themes raised or discussed at a meeting",
        columns=(
            _MEETING,
            Column(name="theme", meaning="identifier of the theme"),
            Column(
                name="kind",
                meaning="raised, said-not-raised, would-not-say, or discussed by nobody said",
            ),
            Column(name="raised_by", meaning="the party"),
            Column(name="about", meaning="the State whose conduct is at issue"),
            Column(name="track", meaning="cooperation or difference"),
            QUOTES,
            SOURCES,
        ),
        rows=_concerns,
    ),
    Table(
        name="positions",
        meaning="what a party said on a theme at a meeting",
        columns=(
            ID,
            _MEETING,
            Column(name="party", meaning="whose position it is"),
            Column(name="theme", meaning="identifier of the theme"),
            Column(name="summary", meaning="in the words of whoever entered it"),
            Column(name="language", meaning="BCP 47"),
            QUOTES,
            SOURCES,
            *MADE,
        ),
        rows=_positions,
    ),
    Table(
        name="characterisations",
        meaning="how a side described a meeting",
        columns=(
            ID,
            _MEETING,
            Column(name="by", meaning="the side"),
            Column(name="words", meaning="its words"),
            Column(name="language", meaning="BCP 47"),
            QUOTES,
            SOURCES,
            *MADE,
        ),
        rows=_characterisations,
    ),
    Table(
        name="coverage",
        meaning="for each meeting, whether a side's own account of it is known",
        columns=(
            _MEETING,
            Column(name="party", meaning="the side"),
            Column(
                name="account",
                meaning="found; sought-not-found or never-issued where a person looked for it; unknown where nobody did",
            ),
        ),
        rows=_coverage,
    ),
)
