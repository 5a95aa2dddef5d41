"""What was raised at a meeting and its parts, and what came back."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twotrack.record.models import Meeting, MeetingDialogue, RaisedCase, Representation, Response, ResponseCase
from twotrack.record.reports import acts, called
from twotrack.record.reports.acts import Act, Acts
from twotrack.record.reports.grounds import with_grounds
from twotrack.record.reports.overdue import next_rounds
from twotrack.record.reports.report import Asked, Report, Row, Total, as_said, listed
from twotrack.record.reports.seen import Seen
from twotrack.themes import theme_label
from twotrack.vocabulary import RepresentationKind, ResponseType

COLUMNS = ("about", "theme", "how", "by", "to", "number", "came back", "changed since")
NOTES = (
    "Came back: a response to the act itself, or one on the case at this meeting. Changed since: what the record holds "
    "from the day of the meeting on, or without a date; a link to the dialogue is somebody's claim.",
    "Silence is in no row: it is neither `said not raised` nor `would not say`.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A meeting with its parts, and what is known of what was raised there."""

    meeting: called.Met
    places: frozenset[uuid.UUID]  # the meeting and its parts
    raised: tuple[Act, ...]
    themes: dict[uuid.UUID, str]
    cases: dict[uuid.UUID, list[tuple[uuid.UUID, uuid.UUID, bool]]]  # by act: the case, the link, whether confidential
    names: dict[uuid.UUID | None, called.Called]
    to_acts: dict[uuid.UUID, list[Act]]
    on_cases: Acts
    changed: Acts


def make(asked: Asked) -> Report:
    """The report `round`, about a meeting."""
    seen = asked.seen
    meeting = asked.seen.sight.require(Meeting, asked.about)
    places = places_of(seen, meeting.pk)
    dialogues = seen.distinct(MeetingDialogue, "dialogue_id", meeting_id=meeting.pk)
    first = seen.first(Representation, ("theme", "pk"), asked.limit + 1, meeting_id__in=places)
    found = round_of(seen, meeting, places, [key for _, key, _ in first])
    rows = [row for act in found.raised for row in _rows(found, act)]
    return Report(
        name="round",
        title=f"What was raised, and what came back: {found.meeting.label}",
        columns=COLUMNS,
        rows=with_grounds(rows[: asked.limit], seen),
        totals=totals(seen, places),
        notes=(*NOTES, *(due.words for due in next_rounds(seen, dialogues, asked.today))),
        more=len(rows) > asked.limit or len(first) > asked.limit,
    )


def places_of(seen: Seen, meeting: uuid.UUID) -> frozenset[uuid.UUID]:
    """A meeting and the meetings that are part of it."""
    return frozenset({meeting, *seen.distinct(Meeting, "pk", part_of_id=meeting)})


def round_of(seen: Seen, meeting: Meeting, places: frozenset[uuid.UUID], keys: list[uuid.UUID]) -> Round:
    """What is known of these representations, in the order given."""
    links = seen.of(RaisedCase, "representation_id", keys, "representation_id", "case_id")
    cases: dict[uuid.UUID, list[tuple[uuid.UUID, uuid.UUID, bool]]] = {}
    for link in links:
        cases.setdefault(link.representation_id, []).append((link.case_id, link.pk, link.confidential))
    to_acts: dict[uuid.UUID, list[Act]] = {}
    for reply in acts.responses(seen, "representation_id", keys):
        if reply.representation is not None:
            to_acts.setdefault(reply.representation, []).append(reply)
    order = {key: number for number, key in enumerate(keys)}
    named = [link.case_id for link in links]
    return Round(
        meeting=called.meetings(seen, [meeting.pk])[meeting.pk],
        places=places,
        raised=tuple(sorted(acts.representations(seen, keys), key=lambda act: order[act.id])),
        themes={key: theme for key, theme, _ in seen.values(Representation, "pk", "theme", pk__in=keys)},
        cases=cases,
        names=called.cases(seen, named),
        to_acts=to_acts,
        on_cases=acts.replies(seen, named),
        changed=acts.outcomes(seen, named),
    )


def totals(seen: Seen, places: Iterable[uuid.UUID]) -> tuple[Total, ...]:
    """Acts of raising, cases raised and those answered there, words that there was none, refusals to say."""
    places = list(places)
    acts_of = seen.tally(Representation, "representation_kind", meeting_id__in=places)
    keys = seen.distinct(
        Representation, "pk", meeting_id__in=places, representation_kind=RepresentationKind.RAISED.value
    )
    cases = seen.distinct(RaisedCase, "case_id", representation_id__in=list(keys))
    replies = seen.excluding(Response, limits={"meeting_id__in": places}, response_type=ResponseType.NO_REPLY.value)
    answered = seen.distinct(ResponseCase, "case_id", response_id__in=replies, case_id__in=list(cases))
    kinds = [
        Total(label=label, value=value, confidential=confidential)
        for kind, label in _KINDS.items()
        for value, confidential in [acts_of.total(lambda key, kind=kind: key[0] == kind)]  # type: ignore[misc]
    ]
    return (
        kinds[0],
        Total(label="cases raised", value=len(cases), confidential=sum(cases.values())),
        Total(label="cases with a reply at the meeting", value=len(answered), confidential=sum(answered.values())),
        *kinds[1:],
    )


_KINDS = {
    RepresentationKind.RAISED: "acts of raising",
    RepresentationKind.SAID_NOT_RAISED: "said not raised",
    RepresentationKind.WOULD_NOT_SAY: "would not say",
}


def _rows(found: Round, act: Act) -> Iterator[Row]:
    """A row for each case of an act; before them one for the act itself where it is about more than named cases."""
    named = found.cases.get(act.id, [])
    theme = theme_label(found.themes.get(act.id, "")) or None
    if act.number or not named:
        came = [*found.to_acts.get(act.id, [])]
        about = "a number of cases" if act.number else "a concern" if theme else None
        number = as_said(None, act.number or "", len(named))
        yield _row(act, (about, theme), number, came, [], ())
    for case, link, secret in named:
        here = [reply for reply in found.on_cases.get(case, []) if _here(found, reply, act)]
        direct = [reply for reply in found.to_acts.get(act.id, []) if not reply.number]
        came = list({reply.id: reply for reply in [*here, *direct]}.values())
        since = [one for one in found.changed.get(case, []) if _since(found, one)]
        name = found.names.get(case, called.Called(name=called.NAME_NOT_STATED, confidential=False))
        yield _row(act, (name.name, theme), None, came, since, (case, link), secret or name.confidential)


def _row(
    act: Act,
    about: tuple[str | None, str | None],
    number: str | None,
    came: list[Act],
    since: list[Act],
    entries: tuple[uuid.UUID, ...],
    confidential: bool = False,
) -> Row:
    return Row(
        cells=(
            *about, act.said, act.by, act.to, number,
            listed(reply.words for reply in came), listed(one.words for one in since),
        ),
        entries=tuple(dict.fromkeys([act.id, *entries, *(one.id for one in (*came, *since))])),
        confidential=confidential or any(one.confidential for one in (act, *came, *since)),
    )  # fmt: skip


def _here(found: Round, reply: Act, act: Act) -> bool:
    return reply.representation == act.id or (reply.meeting is not None and reply.meeting.id in found.places)


def _since(found: Round, outcome: Act) -> bool:
    """Whether a change is not before the meeting, as far as both have a date."""
    return found.meeting.day is None or outcome.day is None or outcome.day >= found.meeting.day
