"""What can be said in public of a meeting: from public entries alone, persons as their publication decision says, each
sentence with its source."""

import uuid
from collections import defaultdict
from collections.abc import Iterator

from twotrack import edtf
from twotrack.record.models import (
    Characterisation,
    Commitment,
    Meeting,
    MeetingTheme,
    Position,
    RaisedCase,
    Representation,
    Response,
    ResponseCase,
    Statement,
)
from twotrack.record.reports import called
from twotrack.record.reports.called import Met
from twotrack.record.reports.cleared import PLACE_WORDS, Cleared, cleared
from twotrack.record.reports.report import Asked, Report, as_said
from twotrack.record.reports.round import places_of
from twotrack.record.reports.seen import Fields, Seen
from twotrack.record.reports.sentences import Sentence, ended, joined, public_document, quoted, times
from twotrack.record.reports.talk import delegations, talk_at
from twotrack.themes import theme_label
from twotrack.vocabulary import MeetingStatus, Property, PublicationForm, RepresentationKind, ResponseType

HELD, WHO, THEMES, PERSONS, AGREED, SAID = (
    "The meeting", "Delegations", "What was discussed", "Persons", "What was agreed", "How it was described",
)  # fmt: skip
NOTES = (
    "From public entries alone. Persons at issue are named, described or counted as their publication decision says, and else "
    "left out; in quoted words what looks like a name and is not cleared is withheld. Read it through before it goes out.",
)
Parties = dict[uuid.UUID | None, str]


def make(asked: Asked) -> Report:
    """The report `readout`, about a meeting."""
    seen = asked.seen
    key = seen.sight.require(Meeting, asked.about).pk
    meeting = called.meetings(seen, [key])[key]
    places = list(places_of(seen, key))
    acts = seen.of(
        Representation, "meeting_id", places, "representation_kind", "by_party_id", "to_party_id", "theme", "count",
        "count_words",
    )  # fmt: skip
    raised = seen.of(RaisedCase, "representation_id", (act.pk for act in acts), "representation_id", "case_id")
    may = cleared(seen, {link.case_id for link in raised}, places, asked.today)
    parties = called.parties(seen, (key for act in acts for key in (act.by_party_id, act.to_party_id)))
    parts = [
        *_held(seen, meeting, may),
        *_who(seen, meeting, may),
        *_themes(seen, places, acts, may, parties),
        *_persons(seen, places, acts, raised, may, parties),
        *_agreed(seen, places, may),
        *_described(seen, places, may),
    ]
    return public_document(
        seen, parts, may.text, name="readout", title=f"Readout: {may.text(meeting.label)}", notes=NOTES
    )


def _held(seen: Seen, meeting: Met, may: Cleared) -> Iterator[Sentence]:
    stated = seen.of(Statement, "subject_id", [meeting.id], "about")
    entries = [row.pk for row in stated if row.about in (Property.WHEN, Property.PLACE, Property.NAME)]
    place = called.shown_values(seen, [meeting.id], Property.PLACE).get((meeting.id, Property.PLACE.value))
    sides = joined([name for _, name in talk_at(seen, meeting.id).sides])
    when = f", {edtf.in_words(meeting.when)}" if meeting.when else ""
    at = f", in {place.value}" if place and len(place.value.split()) <= PLACE_WORDS else ""
    between = f" between {sides}" if sides else ""
    status = MeetingStatus(meeting.status).label
    words = f"{may.text(meeting.name)}{between}{when}{at}: {status}."
    yield Sentence(part=HELD, words=words[:1].upper() + words[1:], entries=(meeting.id, *entries))


def _who(seen: Seen, meeting: Met, may: Cleared) -> Iterator[Sentence]:
    found = delegations(seen, meeting, ())
    names = called.parties(seen, found)
    for party, some in sorted(found.items(), key=lambda one: names.get(one[0], "~")):
        side = f"For {names[party]}" if party in names else "Present"
        words = joined([may.text(one.words) for one in some])
        yield Sentence(part=WHO, words=f"{side}: {words}.", entries=tuple(one.entry for one in some))


def _themes(
    seen: Seen, places: list[uuid.UUID], acts: list[Fields], may: Cleared, parties: Parties
) -> Iterator[Sentence]:
    by: dict[tuple[str, str, str], list[uuid.UUID]] = defaultdict(list)
    for act in acts:
        if act.theme:
            by[theme_label(act.theme), act.representation_kind, parties.get(act.by_party_id, "")].append(act.pk)
    for row in seen.of(MeetingTheme, "meeting_id", places, "theme"):
        by[theme_label(row.theme), "discussed", ""].append(row.pk)
    positions = seen.of(Position, "meeting_id", places, "theme", "party_id", "summary")
    sides = called.parties(seen, (row.party_id for row in positions))
    told = [(label, _raised(label, kind, who), tuple(keys)) for (label, kind, who), keys in by.items()]
    for row in positions:
        if row.summary:
            words = f"On {theme_label(row.theme)} {sides.get(row.party_id, 'one side')} said: {quoted(may.text(row.summary))}"
            told.append((theme_label(row.theme), ended(words), (row.pk,)))
    for _, words, entries in sorted(told, key=lambda one: (one[0], one[1])):
        yield Sentence(part=THEMES, words=words, entries=entries)


def _raised(label: str, kind: str, who: str) -> str:
    if kind == RepresentationKind.RAISED and who:
        return f"{who} raised {label}."
    words = {
        RepresentationKind.RAISED.value: "raised",
        RepresentationKind.SAID_NOT_RAISED.value: f"{who or 'one side'} said that it had not been raised",
        RepresentationKind.WOULD_NOT_SAY.value: f"{who or 'one side'} would not say whether it was raised",
    }
    return f"{label}: {words.get(kind, kind)}."


def _persons(
    seen: Seen, places: list[uuid.UUID], acts: list[Fields], raised: list[Fields], may: Cleared, parties: Parties
) -> Iterator[Sentence]:
    cases: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    for link in raised:
        cases[link.representation_id].append(link.case_id)
    told: dict[str, tuple[set[uuid.UUID], list[uuid.UUID], list[str]]] = {}
    for act in acts:
        said = as_said(act.count, act.count_words)
        if act.representation_kind == RepresentationKind.RAISED and (said or cases[act.pk]):
            of = told.setdefault(parties.get(act.by_party_id, ""), (set(), [], []))
            of[0].update(cases[act.pk])
            of[1].append(act.pk)
            of[2].extend([said] if said else [])
    for who, (keys, entries, numbers) in sorted(told.items()):
        if words := who_was_raised(keys, numbers, may):
            yield Sentence(part=PERSONS, words=f"{who or 'One side'} raised {words}.", entries=tuple(entries))
    yield from _replies(seen, places, may)


def who_was_raised(cases: set[uuid.UUID], numbers: list[str], may: Cleared, at_most: int = 50) -> str:
    """Cases as they may be told of: names and descriptions, a number for the rest, and numbers as they were said."""
    names = sorted(name for key in cases if (name := may.case(key)))
    counted = sum(may.counts(key) for key in cases) - min(len(names), at_most)
    told = names[:at_most]
    if counted > 0:
        told.append(times(counted, "further case") if names else times(counted, "case"))
    said = f"a number of cases, as it was said: {joined(list(dict.fromkeys(numbers)))}" if numbers else ""
    cases_of = f"the case{'s' * (len(told) > 1)} of {joined(told)}" if names else joined(told)
    return "; and ".join(filter(None, (cases_of, said)))


def _replies(seen: Seen, places: list[uuid.UUID], may: Cleared) -> Iterator[Sentence]:
    rows = {
        row.pk: row for row in seen.of(Response, "meeting_id", places, "response_type", "by_party_id", "local_term")
    }
    names = called.parties(seen, (row.by_party_id for row in rows.values()))
    for link in seen.of(ResponseCase, "response_id", rows, "response_id", "case_id"):
        row = rows[link.response_id]
        if may.case(link.case_id) and may.forms[may.subjects[link.case_id]] == PublicationForm.NAME:
            said = may.text(row.local_term) or ResponseType(row.response_type).label
            who = names.get(row.by_party_id, "The other side")
            yield Sentence(part=PERSONS, words=f"{who} on {may.case(link.case_id)}: {said}.", entries=(row.pk, link.pk))


def _agreed(seen: Seen, places: list[uuid.UUID], may: Cleared) -> Iterator[Sentence]:
    rows = seen.of(
        Commitment, "made_at_meeting_id", places, "what", "by_party_id", "by_both", "by_words", "strength", "due"
    )
    names = called.parties(seen, (row.by_party_id for row in rows))
    for row in rows:
        who = "Both sides" if row.by_both else names.get(row.by_party_id) or may.text(row.by_words) or "One side"
        due = f", by {edtf.in_words(row.due)}" if row.due else ""
        yield Sentence(part=AGREED, words=f"{who} ({row.strength}): {may.text(row.what)}{due}.", entries=(row.pk,))


def _described(seen: Seen, places: list[uuid.UUID], may: Cleared) -> Iterator[Sentence]:
    rows = seen.of(Characterisation, "meeting_id", places, "party_id", "words")
    names = called.parties(seen, (row.party_id for row in rows))
    for row in rows:
        who = names.get(row.party_id, "One account")
        yield Sentence(part=SAID, words=ended(f"{who}: {quoted(may.text(row.words))}"), entries=(row.pk,))
