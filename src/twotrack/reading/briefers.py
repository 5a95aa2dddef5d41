"""Participants that a document names by what they do: who briefs on it, and whom its title says met."""

import re
from collections.abc import Iterator

from twotrack.reading.agencies import find_agencies
from twotrack.reading.findings import MeetingFinding
from twotrack.reading.known import Known
from twotrack.reading.names import PersonName, find_names, same_person
from twotrack.reading.participant_mentions import Participant
from twotrack.reading.participant_words import LEADS
from twotrack.reading.sides import Sides
from twotrack.vocabulary import TurnRole


def find_briefers(known: Known, sides: Sides, main: MeetingFinding | None) -> Iterator[Participant]:
    """The official who briefs, where he says that he was there: "We met", "I was joined by"."""
    if main is None:
        return
    for label in dict.fromkeys(turn.label for turn in known.turns if turn.role is TurnRole.PRINCIPAL):
        turns = [turn for turn in known.turns if turn.label == label]
        words = " ".join(known.text[turn.words : turn.end] for turn in turns)
        there = re.search(
            r"\bI\swas\sjoined\b|\b[Ww]e\s(?:\w+\s)?met\b|\b[Ww]e\s(?:also\s)?(?:raised|discussed|visited)\b"
            r"|\bI\s(?:met|raised|told|led|welcomed|handed)\b|pleasure\sto\swelcome",
            words,
        )
        name = turns[0].speaker or label.title()
        if not there or not find_names(f"Mr. {name}", 0, len(name) + 4):
            continue
        spans = [
            one
            for one in find_names(known.text, known.document.body, known.turns[min(3, len(known.turns) - 1)].end)
            if same_person(one.name, name)
        ]
        spans = [one for one in spans if not any(turn.start <= one.start < turn.words for turn in known.turns)]
        if not spans:
            continue
        title = next((one.title for one in spans if one.title and not one.honorific), None)
        yield Participant(
            name=name,
            title=title,
            organisation=_office_below(known, spans),
            side=sides.ours,
            meeting=main.id,
            rule="participants.briefer",
            confidence=0.8,
            head=re.search(r"\bI\swas\sjoined\b|\bI\sled\b", words) is not None
            or any(LEADS.match(known.text[one.end : one.end + 90]) for one in spans),
            mentions=[one.whole for one in spans],
        )


def _office_below(known: Known, spans: list[PersonName]) -> str | None:
    """The body that stands in the lines under a name in the heading."""
    for one in spans:
        if known.turns and one.start < known.turns[0].start:
            below = find_agencies(known.text, one.end, min(one.whole.end + 120, known.turns[0].start))
            if below:
                return known.text[below[0].start : below[0].end].split("\n")[0]
    return None


def find_of_title(known: Known, sides: Sides, main: MeetingFinding | None) -> Iterator[Participant]:
    """Those whom the title says met: "Minister Hall’s Meeting with Director Marsh"."""
    title = known.heading.title or ""
    if main is None or not re.search(r"(?i)\bmeet(?:ing|s)?\b|\btalks\b|\bcall\s(?:with|between)", title):
        return
    for name in find_names(title, 0, len(title)):
        if re.search(r"(?i)\bby\s(?:an?\s)?(?:senior\s)?\Z", title[: name.whole.start]):
            continue
        spans = [
            one.whole
            for one in find_names(known.text, known.document.body, len(known.text))
            if same_person(one.name, name.name)
        ]
        if spans:
            beside = re.split(r"\b(?:with|and|between)\b", title[name.whole.start : name.whole.end + 40])[0]
            yield Participant(
                name=name.name,
                title=None if name.honorific else name.title,
                organisation=None,
                side=sides.party(beside)
                or (sides.theirs if re.search(r"\bwith\s[^,]{0,60}\Z", title[: name.start]) else None),
                meeting=main.id,
                rule="participants.title",
                confidence=0.7,
                mentions=spans[:1],
            )
