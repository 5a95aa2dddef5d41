"""Who took part: persons and agencies named where a document says who met, joined, led, hosted or was consulted.

Only officials' words count, and the title. One entry a person or agency, at the meeting of its first telling; the side
comes from the agency's name, from the words beside ("our", "the Chinese delegation"), else from who speaks.
"""

import re

from twotrack.reading.agencies import full_name
from twotrack.reading.briefers import find_briefers, find_of_title
from twotrack.reading.findings import ParticipantFinding
from twotrack.reading.known import Known
from twotrack.reading.names import same_person
from twotrack.reading.participant_lists import find_listed
from twotrack.reading.participant_mentions import Participant, find_told
from twotrack.reading.participants_han import find_told_in_han
from twotrack.reading.sides import find_sides
from twotrack.reading.spoken import Spoken
from twotrack.vocabulary import MeetingStatus

_WORD = re.compile(r"\w+")
_MOST = 300  # participants of one document: each mention is held against all
_CLERICAL = re.compile(
    r"(?i)\b(?:cardinal|bishop|archbishop|rabbi|imam|pastor|reverend|father|sister|pope|sheikh|lama|professor|dr)\b"
)


def find_participants(known: Known) -> tuple[ParticipantFinding, ...]:
    """Persons and agencies said to have taken part, in the order of their first mention."""
    sides = find_sides(known)
    spoken = known.spoken or Spoken(known.text, known.document.body, known.turns)
    main = known.meetings[0] if known.meetings and known.meetings[0].status is MeetingStatus.HELD else None
    askers = {one.asker for one in known.exchanges if one.asker}
    found: list[Participant] = []
    told = [
        *find_briefers(known, sides, main),
        *find_of_title(known, sides, main),
        *find_listed(known, sides, main),
        *find_told(known, spoken, sides, main),
        *find_told_in_han(spoken, sides, main),
    ]
    for one in told:
        if one.name is None or not any(same_person(one.name, asker) for asker in askers):
            _merge(found, one)
    _mention_again(spoken, found)
    for one in found:
        if one.side is None and one.name is not None and one.title and not _CLERICAL.search(one.title):
            one.side = sides.ours
    return tuple(_finding(one) for one in sorted(found, key=lambda one: min(one.mentions)))


def _merge(found: list[Participant], one: Participant) -> None:
    for other in found:
        persons = one.name is not None and other.name is not None and same_person(one.name, other.name)
        bodies = one.name is None and other.name is None and one.count == other.count and _same_body(one, other)
        if not persons and not bodies:
            continue
        if one.name and other.name and len(one.name.split()) > len(other.name.split()):
            other.name = one.name
        other.title = other.title or one.title
        other.organisation = other.organisation or one.organisation
        other.side = other.side or one.side
        other.head = other.head or one.head
        other.mentions += [span for span in one.mentions if span not in other.mentions]
        return
    if len(found) < _MOST:
        found.append(one)


def _same_body(one: Participant, other: Participant) -> bool:
    """Whether two bodies are one: the same name, and no two sides."""
    a, b = full_name(one.organisation or ""), full_name(other.organisation or "")
    return a == b and (one.side == other.side or one.side is None or other.side is None)


def _mention_again(spoken: Spoken, found: list[Participant]) -> None:
    """Add where officials name a participant again."""
    people: dict[str, list[Participant]] = {}
    for one in found:
        for word in one.name.split() if one.name else ():
            people.setdefault(word.casefold(), []).append(one)
    for said in spoken.holding(word for name in people for word in _WORD.findall(name)):
        if not said.official or said.heading:
            continue
        for name in spoken.names(said):
            near = people.get(name.name.split()[-1].casefold(), [])
            match = next((one for one in near if one.name and same_person(one.name, name.name)), None)
            if match and not any(span.start < name.end and name.start < span.end for span in match.mentions):
                match.mentions.append(name.whole)


def _finding(one: Participant) -> ParticipantFinding:
    return ParticipantFinding(
        name=one.name,
        title=one.title,
        organisation=one.organisation,
        side=one.side,
        meeting=one.meeting,
        head=one.head,
        count=one.count,
        mentions=tuple(sorted(set(one.mentions))),
        confidence=one.confidence,
        rule=one.rule,
    )
