"""Dialogues and meetings as they may be published: who met, what was discussed, which cases have a page."""

import re
import uuid

from twotrack.record.models import (
    Agency,
    Case,
    Characterisation,
    Commitment,
    Dialogue,
    DialogueParty,
    Entry,
    Exchange,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Participation,
    Position,
    RaisedCase,
    Representation,
)
from twotrack.record.public.cases import form_of_case
from twotrack.record.public.coverage import coverage
from twotrack.record.public.showing import Showing
from twotrack.record.public.values import (
    Concern,
    Description,
    Participant,
    PublicCase,
    PublicDialogue,
    PublicMeeting,
    PublicPosition,
    together,
)
from twotrack.vocabulary import ParticipationRole, Property, PublicationForm, RepresentationKind

DISCUSSED = "discussed"  # of a theme that nobody is said to have raised
_DURATION = re.compile(r"P(?:\d{1,3}[YMWD])+\Z")


def dialogues(showing: Showing) -> tuple[PublicDialogue, ...]:
    """All dialogues, by name."""
    return tuple(
        sorted((_dialogue(showing, row) for row in showing.rows.all(Dialogue)), key=lambda one: (one.name, str(one.id)))
    )


def meetings(showing: Showing, cases: tuple[PublicCase, ...]) -> tuple[PublicMeeting, ...]:
    """All meetings in the order of time; `cases` are those that have a page."""
    order = {case.id: number for number, case in enumerate(cases)}
    return tuple(_meeting(showing, row, order) for row in _in_time(showing, showing.rows.all(Meeting)))


def _dialogue(showing: Showing, row: Dialogue) -> PublicDialogue:
    links = showing.rows.all(DialogueParty, dialogue_id=row.pk)
    showing.saw(row, *links)
    held = [
        meeting
        for link in showing.rows.all(MeetingDialogue, dialogue_id=row.pk)
        if (meeting := showing.rows.get(Meeting, link.meeting_id))
    ]
    return PublicDialogue(
        id=row.pk,
        name=showing.withhold.text(row.name),
        language=row.name_language,
        interval=row.interval if _DURATION.match(row.interval) else "",
        parties=tuple(sorted({showing.party(link.party_id) for link in links})),
        meetings=tuple(dict.fromkeys(meeting.pk for meeting in _in_time(showing, held))),
    )


def _meeting(showing: Showing, row: Meeting, order: dict[uuid.UUID, int]) -> PublicMeeting:
    links = showing.rows.all(MeetingDialogue, meeting_id=row.pk)
    showing.begin()
    showing.saw(row, *links)
    raised = _raised(showing, row)
    forms = [form_of_case(showing, case) for key in raised if (case := showing.rows.get(Case, key))]
    promised = {
        one.pk
        for link in ("made_at_meeting_id", "promises_meeting_id")
        for one in showing.rows.all(Commitment, **{link: row.pk})
    }
    took_part = _participants(showing, row)
    sides = {one.party for one in took_part if one.party}
    return PublicMeeting(
        id=row.pk,
        kind=row.meeting_kind,
        status=row.status,
        called=_called(showing, row),
        when=showing.value(row.pk, Property.WHEN),
        place=showing.value(row.pk, Property.PLACE),
        dialogues=tuple(sorted({link.dialogue_id for link in links})),
        facts=showing.facts(row),
        participants=took_part,
        concerns=_concerns(showing, row),
        positions=positions(showing, row),
        descriptions=_descriptions(showing, row),
        coverage=coverage(showing, row, sides),
        part_of=row.part_of_id,
        track=row.track,
        cases=tuple(sorted(raised & order.keys(), key=lambda key: order[key])),
        not_named=forms.count(PublicationForm.COUNT),
        commitments=tuple(sorted(promised)),
        exchanges=tuple(sorted(one.pk for one in showing.rows.all(Exchange, meeting_id=row.pk))),
        ground=showing.ground(row),
        made=showing.made(row),
        changed=showing.changed(),
    )


def positions(showing: Showing, meeting: Meeting | None) -> tuple[PublicPosition, ...]:
    """What the parties said on themes at a meeting (or at none), each side's beside the other's."""
    found = []
    for row in showing.rows.all(Position, meeting_id=meeting.pk if meeting else None):
        showing.saw(row)
        found.append(
            PublicPosition(
                id=row.pk,
                party=showing.party(row.party_id),
                theme=showing.withhold.text(row.theme),
                meeting=row.meeting_id,
                summary=showing.said(row, row.summary),
                language=row.summary_language,
                ground=showing.ground(row),
                made=showing.made(row),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.theme, one.party, one.summary, str(one.id))))


def _raised(showing: Showing, meeting: Meeting) -> set[uuid.UUID]:
    """The cases raised at a meeting; "said not raised" and "would not say" are no acts of raising."""
    acts = showing.rows.all(Representation, meeting_id=meeting.pk, representation_kind=RepresentationKind.RAISED.value)
    return {link.case_id for act in acts for link in showing.rows.all(RaisedCase, representation_id=act.pk)}


def _called(showing: Showing, row: Meeting) -> str:
    """The shown name of a meeting, else its kind and number ("round 25"), else nothing."""
    number = showing.value(row.pk, Property.ROUND_NUMBER)
    numbered = f"{row.meeting_kind} {number}".replace("-", " ") if number else ""
    return showing.value(row.pk, Property.NAME) or numbered


def _participants(showing: Showing, meeting: Meeting) -> tuple[Participant, ...]:
    found = []
    for row in showing.rows.all(Participation, meeting_id=meeting.pk):
        if row.person_id is not None and not showing.naming.may_name(row.person_id):
            continue
        name = title = ""
        if row.person_id is not None:
            statement = showing.shown(row.person_id, Property.NAME)
            name = showing.withhold.text(statement.value) if statement else ""
            title = showing.value(row.person_id, Property.TITLE)
        agency = showing.rows.get(Agency, row.agency_id)
        showing.saw(row)
        found.append(
            Participant(
                id=row.pk,
                person=row.person_id,
                party=showing.party(row.party_id),
                name=name,
                title=title,
                agency=showing.withhold.text(agency.name) if agency else "",
                role=row.role,
                count=row.count,
                count_words=showing.said(row, row.count_words),
                ground=showing.ground(row),
                made=showing.made(row),
            )
        )
    return tuple(sorted(found, key=_order_of_participant))


def _order_of_participant(one: Participant) -> tuple[str, bool, bool, str, str, int, str]:
    head = one.role == ParticipationRole.HEAD
    return (one.party, not head, not one.name, one.name, one.agency, one.count or 0, one.title)


def _concerns(showing: Showing, meeting: Meeting) -> tuple[Concern, ...]:
    """What was discussed, each theme once for whoever raised it."""
    acts = [row for row in showing.rows.all(Representation, meeting_id=meeting.pk) if row.theme]
    themes = showing.rows.all(MeetingTheme, meeting_id=meeting.pk)
    showing.saw(*acts, *themes)
    raised: dict[tuple[str, ...], list[Entry]] = {}
    for act in acts:
        by, about = showing.party(act.by_party_id), showing.party(act.about_party_id)
        raised.setdefault((act.theme, act.representation_kind, by, about, act.track), []).append(act)
    for theme in themes:
        raised.setdefault((theme.theme, DISCUSSED, "", "", theme.track), []).append(theme)
    return tuple(
        Concern(
            ids=tuple(sorted(row.pk for row in rows)),
            theme=showing.withhold.text(theme),
            kind=kind,
            raised_by=by,
            about=about,
            track=track,
            ground=together(showing.ground(row) for row in rows),
        )
        for (theme, kind, by, about, track), rows in sorted(raised.items())
    )


def _descriptions(showing: Showing, meeting: Meeting) -> tuple[Description, ...]:
    found = []
    for row in showing.rows.all(Characterisation, meeting_id=meeting.pk):
        showing.saw(row)
        found.append(
            Description(
                id=row.pk,
                words=showing.said(row, row.words),
                language=row.words_language,
                by=showing.party(row.party_id),
                ground=showing.ground(row),
                made=showing.made(row),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.by, one.words, str(one.id))))


def _in_time(showing: Showing, rows: list[Meeting]) -> list[Meeting]:
    """By first day, undated ones last, then by id."""

    def order(row: Meeting) -> tuple[str, str]:
        when = showing.shown(row.pk, Property.WHEN)
        return (str(when.first_day) if when and when.first_day else "9999", str(row.pk))

    return sorted(rows, key=order)
