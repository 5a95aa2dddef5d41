"""What is entered by hand on a meeting: a concern raised, a number of cases, a position, how a side described it, whom one
met outside government; and a round that is overdue."""

import re
from datetime import date

from twotrack import edtf
from twotrack.errors import LedgerError
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.ledger import Ledger
from twotrack.record.models import (
    Case,
    Characterisation,
    Contact,
    Dialogue,
    Meeting,
    MeetingDialogue,
    Party,
    Passage,
    Person,
    Position,
    Representation,
    Reprisal,
)
from twotrack.record.people import shown
from twotrack.vocabulary import Channel, MeetingKind, MeetingStatus, Property, RepresentationKind, Track

_INTERVAL = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?\Z")


def raise_concern(
    ledger: Ledger,
    theme: str,
    *,
    by: Party | None,
    to: Party | None = None,
    about: Party | None = None,
    meeting: Meeting | None = None,
    when: str = "",
    channel: Channel = Channel.MEETING,
    kind: RepresentationKind = RepresentationKind.RAISED,
    track: Track = Track.DIFFERENCE,
    passage: Passage | None = None,
    inference: str = "",
) -> Representation:
    """One act of raising a concern. `about` is the State whose conduct is at issue: the other, one's own, or a third."""
    made = ledger.add(
        Representation(
            representation_kind=kind.value,
            by_party=by,
            to_party=to,
            about_party=about or to,
            meeting=meeting,
            when=when,
            channel=channel.value,
            theme=theme,
            track=track.value,
        )
    )
    ledger.stand(made, passage=passage, inference=inference)
    return made


def raise_number(
    ledger: Ledger,
    count: int | None,
    words: str,
    *,
    by: Party | None,
    to: Party | None,
    meeting: Meeting | None = None,
    when: str = "",
    channel: Channel = Channel.MEETING,
    passage: Passage | None = None,
    inference: str = "",
) -> Representation:
    """One act of raising a number of cases in the words in which it was said ("some 20")."""
    if not words.strip():
        raise LedgerError("a number is kept as it was said; give the words, such as: some 20")
    made = ledger.add(
        Representation(
            by_party=by,
            to_party=to,
            about_party=to,
            meeting=meeting,
            when=when,
            channel=channel.value,
            track=Track.DIFFERENCE.value,
            count=count,
            count_words=words.strip(),
        )
    )
    ledger.stand(made, passage=passage, inference=inference)
    return made


def take_position(
    ledger: Ledger,
    party: Party,
    theme: str,
    *,
    meeting: Meeting | None,
    summary: str = "",
    language: str = "und",
    passage: Passage | None = None,
    inference: str = "",
) -> Position:
    """What a party said on a theme at a meeting; its words are what it stands on."""
    made = ledger.add(Position(party=party, meeting=meeting, theme=theme, summary=summary, summary_language=language))
    ledger.stand(made, passage=passage, inference=inference)
    return made


def describe(
    ledger: Ledger, meeting: Meeting, words: str, *, by: Party | None, language: str = "und",
    passage: Passage | None = None, inference: str = "",
) -> Characterisation:  # fmt: skip
    """How a side describes a meeting, in its own words."""
    made = ledger.add(Characterisation(party=by, meeting=meeting, words=words, words_language=language))
    ledger.stand(made, passage=passage, inference=inference)
    return made


def meet(
    ledger: Ledger,
    person: Person,
    *,
    by: Party | None = None,
    meeting: Meeting | None = None,
    when: str = "",
    place: str = "",
    summary: str = "",
    language: str = "und",
    inference: str,
) -> Contact:
    """That a person was met outside government. Confidential always; raises LedgerError elsewhere."""
    if ledger.alias != CONFIDENTIAL:
        raise LedgerError("whom one met outside government is confidential always")
    made = ledger.add(
        Contact(
            person=person,
            by_party=by,
            meeting=meeting,
            when=when,
            place=place,
            summary=summary,
            summary_language=language,
        )
    )
    ledger.ground(made, inference=inference)
    return made


def suffered_for(ledger: Ledger, case: Case, contact: Contact, *, inference: str) -> Reprisal:
    """That a case is held to be a reprisal for a contact; somebody's inference, confidential like the contact."""
    made = ledger.add(Reprisal(case=case, contact=contact))
    ledger.ground(made, inference=inference)
    return made


def overdue_since(sight: Sight, dialogue: Dialogue, on: date) -> date | None:
    """The day by which the next round of a dialogue should have begun, where that has passed: the last day of the latest
    round held and the interval that the dialogue is meant to keep. None where it is not overdue, or not known."""
    latest = [day for day in (_last_day(sight, meeting) for meeting in _rounds_held(sight, dialogue)) if day]
    due = next_due(max(latest), dialogue.interval) if latest else None
    return due if due is not None and due < on else None


def next_due(latest: date, interval: str) -> date | None:
    """The day by which the next round should begin after one that ended on a day; None where no interval is stated."""
    months = months_of(interval)
    return later(latest, months) if months else None


def months_of(interval: str) -> int:
    """The months of an interval such as P1Y or P6M; 0 where none is stated."""
    found = _INTERVAL.match(interval)
    return int(found[1] or 0) * 12 + int(found[2] or 0) if found else 0


def _rounds_held(sight: Sight, dialogue: Dialogue) -> list[Meeting]:
    keys = [link.meeting_id for link in sight.all(MeetingDialogue, dialogue_id=dialogue.pk)]
    return [
        row
        for row in sight.among(Meeting, "pk", keys)
        if row.meeting_kind == MeetingKind.ROUND.value and row.status == MeetingStatus.HELD.value
    ]


def _last_day(sight: Sight, meeting: Meeting) -> date | None:
    row = shown(sight, meeting.pk, Property.WHEN)
    return edtf.parse(row.value).last if row else None


def later(day: date, months: int) -> date:
    """So many months later; on the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
