"""Sentences that say who took part, and whom they name: each mention as a participant of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twotrack.reading.agencies import Agency, find_agencies
from twotrack.reading.findings import MeetingFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.names import PersonName
from twotrack.reading.participant_clauses import (
    NO_FIRST,
    PLACE_BEFORE,
    STREET,
    TOGETHER,
    encounter_between,
    met_by,
    met_or_was_met,
    object_of_met,
    of_person,
    of_somebody,
    place_only,
    singular,
    with_agency,
)
from twotrack.reading.participant_words import (
    AT_ISSUE,
    BESIDE,
    BETWEEN,
    CONSULTED,
    COUNT,
    JOINED,
    LEADS,
    LED_BY,
    MET,
    NOT_HIMSELF,
    NUMBERS,
    THEIRS,
    TOOK_PART,
)
from twotrack.reading.said import Said
from twotrack.reading.sides import Sides
from twotrack.reading.spoken import Spoken
from twotrack.reading.subjects import subjects
from twotrack.reading.whose import among_sides, party_before, party_of_person
from twotrack.reading.words_of_names import Kind, kind_of
from twotrack.vocabulary import MeetingKind, MeetingStatus, TurnRole

# a sentence about talks between sides. matches "a delegation from", "on our side"; not "led the league"
_OF_TALKS = re.compile(r"(?i)\b(?:delegations?|our\sside|their\sside|both\ssides|dialogue|consultations)\b")
_NEAR = 40  # characters between a meeting's words and those who meet
_CUES = (("joined", JOINED), ("theirs", THEIRS), ("part", TOOK_PART))


@dataclass(slots=True)
class Participant:
    """One who took part, while the mentions come in."""

    name: str | None
    title: str | None
    organisation: str | None
    side: str | None
    meeting: str | None
    rule: str
    confidence: float
    head: bool = False
    count: int | None = None
    mentions: list[Span] = field(default_factory=list)


def find_told(known: Known, spoken: Spoken, sides: Sides, main: MeetingFinding | None) -> Iterator[Participant]:
    """Those named in sentences that say who took part."""
    across: str | None = None  # whose delegation the last sentences were about
    group: str | None = None  # whose group the last sentences named
    before: Said | None = None
    held = _held(known, spoken)
    for number, one in enumerate(spoken.said):
        if not one.official or one.heading:
            continue
        if before is None or before.turn is not one.turn or "\n\n" in known.text[before.end : one.start]:
            across = group = None
        before = one
        named_before = group
        if "elegation" in one.words or " side" in one.words:
            group = party_before(one.words, len(one.words), sides) or group
        meeting, cue = _cue(one, main, held.get(number))
        if not cue:
            continue
        side: str | None = None
        if cue == "joined":
            side = sides.ours
        elif cue == "theirs":
            named = party_before(one.words, one.words.find("delegation") + len("delegations"), sides)
            across = named or across or sides.theirs
            side = across
        elif cue == "part":
            side = _beside(sides, one.words) or (named_before if _ALSO.search(one.words) else None)
        telling = _Telling(known, spoken, one, sides, side, meeting, cue)
        yield from telling.persons()
        yield from telling.bodies()
        yield from telling.counted()


def _held(known: Known, spoken: Spoken) -> dict[int, MeetingFinding]:
    """The sentences that name a meeting that was held, else one that is planned -> the first one that they name."""
    found: dict[int, MeetingFinding] = {}
    for meeting in sorted(known.meetings, key=lambda one: one.status is not MeetingStatus.HELD):
        if meeting.status in {MeetingStatus.HELD, MeetingStatus.PLANNED}:
            for span in meeting.mentions:
                found.setdefault(spoken.number_at(span.start), meeting)
    return found


def _cue(said: Said, main: MeetingFinding | None, named: MeetingFinding | None) -> tuple[MeetingFinding | None, str]:
    """The meeting that a sentence tells who took part in, and by which words; (None, "") where it does not."""
    third = main is not None or said.turn is None
    for cue, pattern in _CUES:
        if pattern.search(said.words) and (third or _OF_TALKS.search(said.words)):
            return main, cue
    if named is not None:
        return named, "met" if named.status is MeetingStatus.HELD else "to-meet"
    if main is not None and CONSULTED.search(said.words):
        return main, "consulted"
    if third and (said.turn is None or said.turn.role is TurnRole.PRINCIPAL) and MET.search(said.words):
        return main, "met-with"
    return None, ""


# adds to a delegation named before. matches "were also represented", "also took part"; not "represented Tarn"
_ALSO = re.compile(r"\b(?:also\s(?:represented|present|took\spart|participated|attended)|également\sreprésentée?s?)\b")


def _beside(sides: Sides, words: str) -> str | None:
    """The side that "the delegation of Verania" or "the Chinese side" names; None where it names several."""
    found = set()
    for match in BESIDE.finditer(words):
        if match["our"]:
            found.add(sides.ours)
        elif match["their"]:
            found.add(sides.theirs)
        else:
            word = match["of"] or match["adj"] or match["for"] or match["end"] or match["rep"]
            of_no_list = match["rep"] if match["rep"] and kind_of(match["rep"]) is Kind.NAME else None
            found.add(sides.party(word) or of_no_list)
    found.discard(None)
    if not found:
        acting = [one.party for one in subjects(words, sides, ()) if not one.object]
        found = {acting[0]} if acting and acting[0] and _brings(words) else set()
    return found.pop() if len(found) == 1 else None


def _brings(words: str) -> bool:
    return re.search(r"\b(?:brought|sent|fielded|came\swith|had)\s", words) is not None


@dataclass(frozen=True, slots=True)
class _Telling:
    """One sentence that tells who took part."""

    known: Known
    spoken: Spoken
    said: Said
    sides: Sides
    side: str | None
    meeting: MeetingFinding | None
    cue: str

    def persons(self) -> Iterator[Participant]:
        """The persons that it names as having taken part."""
        text, said = self.known.text, self.said
        agencies = self._agencies()
        names = self._names()
        bodies = [next((a for a in agencies if of_person(text, a, one)), None) for one in names]
        met = len(names) == 2 and encounter_between(text, names[0], names[1])
        whose = self._other_of_two([self._side_of(names, at, body) for at, body in enumerate(bodies)], met=met)
        for one, body, side in zip(names, bodies, whose, strict=True):
            if self.cue == "to-meet" and not self._beside_meeting(one):
                continue
            yield Participant(
                name=one.name,
                title=None if one.honorific else singular(one.title),
                organisation=body.name if body else None,
                side=side,
                meeting=self.meeting.id if self.meeting else None,
                rule=f"participants.{self.cue}",
                confidence=0.75 if self.cue in {"joined", "theirs", "part"} else 0.55,
                head=LED_BY.search(text[said.start : one.whole.start]) is not None
                or LEADS.match(text[one.end : said.end]) is not None,
                mentions=[Span(one.whole.start, body.end if body and body.start > one.end else one.whole.end)],
            )

    def _other_of_two(self, whose: list[str | None], *, met: bool) -> list[str | None]:
        """The sides of two who chaired together or met: where one is known, the other is of the other side."""
        both = (self.sides.ours, self.sides.theirs)
        known = [side for side in whose if side is not None]
        if whose == [None, None] and both[0] and TOGETHER.search(self.said.words):
            return list(both)  # the own side is named first
        if (
            len(whose) != 2
            or len(known) != 1
            or known[0] not in both
            or None in both
            or not (TOGETHER.search(self.said.words) or met)
        ):
            return whose
        other = both[1] if known[0] == both[0] else both[0]
        return [side or other for side in whose]

    def _beside_meeting(self, one: PersonName) -> bool:
        """Whether an official is named in the very words that tell of a meeting to come, or right beside them."""
        spans = self.meeting.mentions if self.meeting else ()
        near = any(span.start - _NEAR < one.whole.end and one.whole.start < span.end + _NEAR for span in spans)
        return near and one.title is not None and not one.honorific

    def bodies(self) -> Iterator[Participant]:
        """The bodies that it names beside persons."""
        if self.cue == "to-meet":
            return
        text, said, names = self.known.text, self.said, self._names()
        agencies = self._agencies()
        used = {a.span for a in agencies for n in names if of_person(text, a, n)}
        after: str | None = None  # "the Ministry of Justice and the Office of the Prosecutor of Verania"
        found = []
        for at, agency in reversed(list(enumerate(agencies))):
            stop = agencies[at + 1].start if at + 1 < len(agencies) else said.end
            of = re.match(r"\sof\s(?:the\s)?[A-Z][\w ]{2,25}", text[agency.end : stop])
            own = (
                among_sides(agency.party, self.sides)
                or self.sides.party(agency.name)
                or (self.sides.party(of.group()) if of else None)
            )
            if at + 1 < len(agencies) and not re.fullmatch(
                r"[^.;:]{0,40}?(?:,|\sand)\s(?:the\s)?(?:\w+\s(?:of|from)\s(?:the\s)?)?",
                text[agency.end : agencies[at + 1].start],
            ):
                after = None
            after = own or after
            found.append((agency, own or after))
        for agency, own in reversed(found):
            if agency.span in used or of_somebody(text, said, agency):
                continue
            if self.cue in {"met", "met-with", "consulted"} and not with_agency(
                text, said, agency, self.cue, self.meeting
            ):
                continue
            theirs = self.sides.theirs if re.search(r"\btheir\s\Z", text[said.start : agency.start]) else None
            default = self.sides.ours if self.cue.startswith("met") and theirs is None else None
            yield Participant(
                name=None,
                title=None,
                organisation=agency.name,
                side=agency.party
                if self.cue == "consulted"
                else own
                or self._met_by(agency.start - said.start)
                or party_before(said.words, agency.start - said.start, self.sides)
                or self.side
                or theirs
                or default
                or (self.sides.ours if self.cue == "part" else None),
                meeting=self.meeting.id if self.meeting else None,
                rule=f"participants.{self.cue}-agency",
                confidence=0.7 if self.cue != "consulted" else 0.45,
                mentions=[agency.span],
            )

    def counted(self) -> Iterator[Participant]:
        """A number of agencies without all their names: "nine agency representatives"."""
        for match in COUNT.finditer(self.said.words):
            count = NUMBERS.get(match["count"].casefold()) or int(match["count"] if match["count"].isdigit() else 0)
            span = Span(self.said.start + match.start(), self.said.start + match.end())
            yield Participant(
                name=None,
                title=None,
                organisation=" ".join(match.group().split()),
                side=self.side,
                meeting=self.meeting.id if self.meeting else None,
                rule="participants.count",
                confidence=0.6,
                count=count,
                mentions=[span],
            )

    def _names(self) -> list[PersonName]:
        names = [one for one in self.spoken.names(self.said) if not self._somebody_else(one)]
        bodies = self._agencies() if any(one.title is None for one in names) else []
        return [one for one in names if not any(a.start < one.start and one.end <= a.end for a in bodies)]

    def _agencies(self) -> list[Agency]:
        return find_agencies(self.known.text, self.said.start, self.said.end)

    def _somebody_else(self, one: PersonName) -> bool:
        """Whether a name in the sentence is no participant: a case, or one whose representatives came."""
        text, said = self.known.text, self.said
        if (
            STREET.match(text, one.whole.end)
            or NOT_HIMSELF.search(text[max(said.start, one.whole.start - 80) : one.whole.start])
            or re.match(r"\sauthorities|[’']s\s(?:case|release|family|lawyer)", text[one.end : one.end + 14])
        ):
            return True
        if one.title is None and (
            one.name.split()[0] in NO_FIRST or PLACE_BEFORE.search(text, max(said.start, one.start - 12), one.start)
        ):
            return True
        clause = text[max(said.start, one.whole.start - 90) : min(said.end, one.end + 90)]
        if self.cue == "met-with" and not met_or_was_met(text, said, one):
            return True
        return (
            self.cue in {"met", "met-with", "consulted", "part"}
            and (one.title is None or one.honorific)
            and AT_ISSUE.search(clause) is not None
        )

    def _side_of(self, names: Sequence[PersonName], at: int, body: Agency | None) -> str | None:
        """Whose a person is: by the words about him, the group named before, the body, the sentence, else by who met whom."""
        text, said, one = self.known.text, self.said, names[at]
        around = self._about(names, at)
        place = one.whole.start - said.start
        if around is None:
            around = party_of_person(said.words, place, one.end - said.start, self.sides)
        if around is None and self.cue != "consulted":
            around = self._met_by(place) or party_before(said.words, place, self.sides)
        if self.cue in {"joined", "theirs"}:
            return self.side or (body.party if body else None) or around
        if around or (body and body.party) or self.side:
            return around or (among_sides(body.party, self.sides) if body and body.party else self.side)
        pair = (
            at > 0
            and BETWEEN.search(text[said.start : names[at - 1].whole.start]) is not None
            and text[names[at - 1].whole.end : one.whole.start].strip() == "and"
        )
        met = self.cue.startswith("met") and (self.meeting is None or self.meeting.kind is not MeetingKind.SITE_VISIT)
        if pair:
            return self.sides.theirs
        return self._across(one) if (met or self.cue == "to-meet") and object_of_met(text, said, one) else None

    def _met_by(self, at: int) -> str | None:
        """Whose those are whom a side’s delegation met, received or called on: the other’s."""
        sides = self.sides
        verb = met_by(self.said.words, at)
        acting = party_before(self.said.words, verb, sides) if verb is not None else None
        if acting is None or sides.ours is None or sides.theirs is None:
            return None
        return {sides.ours: sides.theirs, sides.theirs: sides.ours}.get(acting)

    def _across(self, one: PersonName) -> str | None:
        """Whose one is who was met, where nothing beside him says so: the other side, or the one State that the sentence
        is in."""
        if len(self.sides.others) == 1:
            return self.sides.theirs
        there = {party.party for party in self.sides.mentions(self.said.words)} - {self.sides.ours}
        place = self.sides.party(self.said.words[: one.whole.start - self.said.start])
        there |= {place} - {self.sides.ours} if place else set()
        return there.pop() if len(there) == 1 else None

    def _about(self, names: Sequence[PersonName], at: int) -> str | None:
        """The party that the words of a person's title and those right after name ("of Verania", "Swiss")."""
        text, one = self.known.text, names[at]
        stop = names[at + 1].whole.start if at + 1 < len(names) else self.said.end
        tail = re.split(
            r"(?i)\b(?:met|with|and|visited|held|raised|discussed|led|who|for|on)\b|[;.]",
            text[one.whole.end : min(stop, one.whole.end + 120)],
        )
        words = " ".join((text[max(self.said.start, one.whole.start - 14) : one.whole.end] + tail[0]).split())
        left = one.whole.start - max(self.said.start, one.whole.start - 14)
        for party in self.sides.mentions(words):
            beside = party.start >= left or words[party.end : left].strip() in {"", "’s", "'s"}
            if beside and not place_only(words, party.start):
                return party.party
        return None
