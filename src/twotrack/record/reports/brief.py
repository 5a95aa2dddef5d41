"""The brief for a meeting, in a ministry's order: persons, themes, what is due, what they will raise, delegations; before all
what changed since the last print."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from twotrack.record.models import Meeting, Position, Representation
from twotrack.record.reports import acts, called, told_case
from twotrack.record.reports.answers import Key
from twotrack.record.reports.called import Met
from twotrack.record.reports.due import what_is_due, who_takes_part
from twotrack.record.reports.printed import changed_since, last_print
from twotrack.record.reports.report import Asked, Report, Total
from twotrack.record.reports.seen import Seen, keys_of
from twotrack.record.reports.sentences import Sentence, document, ended, joined, on_day, quoted, times
from twotrack.record.reports.talk import Talk, cases_raised, delegations, last_positions, talk_at
from twotrack.record.reports.told_case import CaseTold
from twotrack.themes import theme_label, themes
from twotrack.vocabulary import MeetingStatus, RepresentationKind

NEW, MEETING, PERSONS, THEMES, DUE, THEY, WHO = (
    "Changed since the last print", "The meeting", "Persons", "Themes", "Due", "What they will raise, and our answer",
    "Delegations",
)  # fmt: skip
NOT_NAMED = called.Called(name=called.NAME_NOT_STATED, confidential=False)
NOTES = (
    "Persons and themes are those chosen; where none were, those raised at the last meetings of the dialogue, the latest "
    "first, cases that were not settled before the others. What to ask follows from the last reply and from what is not "
    "stated; it is to be edited.",
    "Not stated in the sources we have is neither zero nor no.",
)


def make(asked: Asked) -> Report:
    """The report `brief`, about a meeting that is to come."""
    seen = asked.seen
    key = seen.sight.require(Meeting, asked.about).pk
    meeting = called.meetings(seen, [key])[key]
    talk = talk_at(seen, key)
    before = talk.before(meeting)
    chosen: list[Key] = list(asked.cases or ()) if asked.cases is not None else persons_to_raise(seen, talk, meeting)
    told = told_case.tell(seen, keys_of(chosen[: asked.limit]))
    if asked.cases is None:
        told.sort(key=lambda one: one.settled)
    parts = [
        *_meeting(talk, meeting),
        *(sentence for one in told for sentence in told_case.sentences(one, PERSONS)),
        *_themes(seen, talk, before, asked.themes),
        *what_is_due(seen, talk.within, asked.today, asked.limit, DUE),
        *_they(seen, talk),
        *who_takes_part(delegations(seen, meeting, before), dict(talk.sides), WHO),
    ]
    return document(
        seen,
        [*_new(seen, asked.about, parts), *parts],
        name="brief",
        title=f"Brief: {meeting.label}",
        totals=_totals(told),
        notes=NOTES,
        more=len(chosen) > asked.limit,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What can be chosen for a brief: cases with their names, themes."""

    cases: tuple[uuid.UUID, ...]
    number: int  # of cases in all
    names: dict[uuid.UUID | None, called.Called]
    themes: tuple[str, ...]


def offered(seen: Seen, key: uuid.UUID, at_most: int = 100) -> Offered:
    """What can be chosen for the brief for a meeting; of the cases the first ones alone."""
    meeting = called.meetings(seen, [key])[key]
    talk = talk_at(seen, key)
    every = persons_to_raise(seen, talk, meeting)
    cases = keys_of(every[:at_most])
    said = seen.distinct(Position, "theme", meeting_id__in=[one.id for one in talk.before(meeting)])
    return Offered(
        cases=tuple(cases),
        number=len(every),
        names=called.cases(seen, cases),
        themes=tuple(themes_said(seen, talk, said)),
    )


def persons_to_raise(seen: Seen, talk: Talk, meeting: Met) -> list[Key]:
    """The cases that a brief takes up where nobody chose: those raised at the meeting itself, then at those before. Keys as
    the database holds them."""
    return list(dict.fromkeys([*cases_raised(seen, [meeting]), *cases_raised(seen, talk.before(meeting))]))


def themes_said(seen: Seen, talk: Talk, said: Iterable[str]) -> list[str]:
    """The themes of positions and of what was raised in the dialogue, in the order of the themes list."""
    raised = seen.distinct(Representation, "theme", talk.within.of(Representation))
    found = {theme for theme in (*said, *raised) if theme}
    order = {key: number for number, key in enumerate(themes())}
    return sorted(found, key=lambda key: (order.get(key, len(order)), key))


def _totals(told: list[CaseTold]) -> tuple[Total, ...]:
    counts = {
        "persons and groups": told,
        "without a reply": [one for one in told if one.raised and not one.replies],
        "settled": [one for one in told if one.settled],
    }
    return tuple(
        Total(label=label, value=len(some), confidential=sum(one.confidential for one in some))
        for label, some in counts.items()
    )


def _meeting(talk: Talk, meeting: Met) -> Iterator[Sentence]:
    def sentence(words: str, *entries: uuid.UUID, hidden: bool = False) -> Sentence:
        return Sentence(
            part=MEETING, words=words, entries=entries or (meeting.id,), confidential=hidden or meeting.confidential
        )

    status = MeetingStatus(meeting.status).label
    sides = f", between {joined([name for _, name in talk.sides])}" if talk.sides else ""
    yield sentence(f"{meeting.label}: {status}{sides}.")
    if talk.rounds:
        last = talk.rounds[-1]
        held = f"{times(len(talk.rounds), 'round')} held in this record, the last {last.label}"
        yield sentence(f"{held}.", last.id, hidden=any(one.confidential for one in talk.rounds))
    else:
        yield sentence("No round of the dialogue was held in the sources we have.")


def _themes(seen: Seen, talk: Talk, before: tuple[Met, ...], chosen: tuple[str, ...] | None) -> Iterator[Sentence]:
    said = last_positions(seen, before, chosen)
    keys = list(chosen) if chosen is not None else themes_said(seen, talk, [theme for theme, _ in said])
    for theme in keys:
        for party, name in talk.sides:
            found = said.get((theme, party))
            about = theme_label(theme)
            if found is None:
                yield Sentence(part=THEMES, about=about, words=f"{name}: no position in the sources we have.")
                continue
            row, at, words = found
            told = quoted(words) if words else "said, in words that are not stated"
            yield Sentence(
                part=THEMES,
                about=about,
                words=ended(f"{name}, last at {at.label}: {told}"),
                entries=(row.pk,),
                confidential=row.confidential or at.confidential,
            )


def _they(seen: Seen, talk: Talk) -> Iterator[Sentence]:
    """What the other side raised about ours, the latest of each theme first, with our answer."""
    others = [key for key, _ in talk.sides if key != talk.ours]
    if talk.ours is None:
        yield Sentence(part=THEY, words="The record does not say which party is our side.")
        return
    latest = _latest_about_us(seen, talk, others)
    if not latest:
        yield Sentence(part=THEY, words="Nothing that they raised about us is in the sources we have.")
    made = {act.id: act for act in acts.representations(seen, list(latest.values()))}
    answered = {act.representation: act for act in acts.responses(seen, "representation_id", latest.values())}
    said = last_positions(seen, talk.meetings, [theme for theme in latest if theme])
    for theme, key in sorted(latest.items(), key=lambda one: theme_label(one[0])):
        act, about = made[key], theme_label(theme) or "a concern whose theme is not stated"
        when, hidden = called.in_words(act.when) or "at a time not stated", act.confidential
        number = f": {act.number}" if act.number else ""
        yield Sentence(
            part=THEY,
            about=about,
            words=f"{act.by} raised it ({when}){number}.",
            entries=act.entries,
            confidential=hidden,
        )
        reply, position = answered.get(key), said.get((theme, talk.ours))
        if reply is not None:
            words, entries, secret = f"Our answer: {reply.words}.", reply.entries, reply.confidential
        elif position is not None:
            words, entries = ended(f"Our answer: {quoted(position[2])}"), (position[0].pk,)
            secret = position[0].confidential
        else:
            words, entries, secret = "Our answer is not stated in the sources we have.", (), False
        yield Sentence(part=THEY, about=about, words=words, entries=entries, confidential=hidden or secret)


def _latest_about_us(seen: Seen, talk: Talk, others: list[uuid.UUID]) -> dict[str, uuid.UUID]:
    """By theme the latest act in which the other side raised our conduct."""
    days = {one.id: one.day for one in talk.meetings}
    latest: dict[str, tuple[date, str, uuid.UUID]] = {}
    conditions = {"by_party_id__in": others, "about_party_id": talk.ours}
    fields = ("pk", "theme", "meeting_id", "when", "representation_kind")
    for _, rows in seen.rows(Representation, talk.within.of(Representation), **conditions):
        for key, theme, meeting, when, kind in rows.order_by().values_list(*fields):
            if kind == RepresentationKind.RAISED:
                day = called.first_day(when) or days.get(meeting) or date.min
                latest[theme] = max(latest.get(theme, (date.min, "", key)), (day, key.hex, key))
    return {theme: key for theme, (_, _, key) in latest.items()}


def _new(seen: Seen, about: str, parts: list[Sentence]) -> Iterator[Sentence]:
    """The sentences that tell of something recorded or changed since this brief was printed last."""
    last = last_print(seen.sight, "brief", about)
    if last is None:
        yield Sentence(part=NEW, words="Not printed before, in the sight of this record.")
        return
    new, changed = changed_since(seen, (key for one in parts for key in one.entries), last.at)
    told = [one for one in parts if set(one.entries) & (new | changed)]
    when = f"{on_day(last.at.date())} at {last.at:%H:%M} UTC"
    yield Sentence(part=NEW, words=f"Printed last on {when} by {last.by}, with the names of {last.names}.")
    if not told:
        yield Sentence(part=NEW, words="Nothing in this brief is new or changed since.")
    for one in told:
        word = "New" if set(one.entries) & new else "Changed"
        under = f"{one.part}, {one.about}" if one.about else one.part
        yield Sentence(
            part=NEW, words=f"{word}, under {under}: {one.words}", entries=one.entries, confidential=one.confidential
        )
