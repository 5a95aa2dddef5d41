"""Sentences that say who took part, and whom they name: each mention as a participant of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twotrack.reading.agencies import Agency, find_agencies
from twotrack.reading.findings import MeetingFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.names import PersonName
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
    OF_BODY,
    THEIRS,
    TOOK_PART,
)
from twotrack.reading.said import Said
from twotrack.reading.sides import Sides
from twotrack.reading.spoken import Spoken
from twotrack.reading.subjects import subjects
from twotrack.reading.words_of_names import title_class
from twotrack.vocabulary import MeetingKind, MeetingStatus, TurnRole

# a sentence about talks between sides. matches "a delegation from", "on our side"; not "led the league"
_OF_TALKS = re.compile(r"(?i)\b(?:delegations?|our\sside|their\sside|both\ssides|dialogue|consultations)\b")
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
    before: Said | None = None
    held = _held(known, spoken)
    for number, one in enumerate(spoken.said):
        if not one.official or one.heading:
            continue
        if before is None or before.turn is not one.turn or "\n\n" in known.text[before.end : one.start]:
            across = None
        before = one
        meeting, cue = _cue(one, main, held.get(number))
        if not cue:
            continue
        side: str | None = None
        if cue == "joined":
            side = sides.ours
        elif cue == "theirs":
            across = across or sides.party(one.words[: one.words.find("delegation") + 1]) or sides.theirs
            side = across
        elif cue == "part":
            side = _beside(sides, one.words)
        telling = _Telling(known, spoken, one, sides, side, meeting, cue)
        yield from telling.persons()
        yield from telling.bodies()
        yield from telling.counted()


def _held(known: Known, spoken: Spoken) -> dict[int, MeetingFinding]:
    """The sentences that name a meeting that was held -> the first one that they name."""
    found: dict[int, MeetingFinding] = {}
    for meeting in known.meetings:
        if meeting.status is MeetingStatus.HELD:
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
        return named, "met"
    if main is not None and CONSULTED.search(said.words):
        return main, "consulted"
    if third and (said.turn is None or said.turn.role is TurnRole.PRINCIPAL) and MET.search(said.words):
        return main, "met-with"
    return None, ""


def _beside(sides: Sides, words: str) -> str | None:
    """The side that "the delegation of Verania" or "the Chinese side" names; None where it names several."""
    found = set()
    for match in BESIDE.finditer(words):
        if match["our"]:
            found.add(sides.ours)
        elif match["their"]:
            found.add(sides.theirs)
        else:
            found.add(sides.party(match["of"] or match["adj"] or match["for"] or match["end"] or match["rep"]))
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
        for at, one in enumerate(names):
            body = next((a for a in agencies if OF_BODY.match(text[one.whole.end : a.start]) or _inside(a, one)), None)
            yield Participant(
                name=one.name,
                title=None if one.honorific else _singular(one.title),
                organisation=body.name if body else None,
                side=self._side_of(names, at, body),
                meeting=self.meeting.id if self.meeting else None,
                rule=f"participants.{self.cue}",
                confidence=0.75 if self.cue in {"joined", "theirs", "part"} else 0.55,
                head=LED_BY.search(text[said.start : one.whole.start]) is not None
                or LEADS.match(text[one.end : said.end]) is not None,
                mentions=[Span(one.whole.start, body.end if body and body.start > one.end else one.whole.end)],
            )

    def bodies(self) -> Iterator[Participant]:
        """The bodies that it names beside persons."""
        text, said, names = self.known.text, self.said, self._names()
        agencies = self._agencies()
        used = {a.span for a in agencies for n in names if _inside(a, n) or OF_BODY.match(text[n.whole.end : a.start])}
        after: str | None = None  # "the Ministry of Justice and the Office of the Prosecutor of Verania"
        found = []
        for at, agency in reversed(list(enumerate(agencies))):
            stop = agencies[at + 1].start if at + 1 < len(agencies) else said.end
            of = re.match(r"\sof\s(?:the\s)?[A-Z][\w ]{2,25}", text[agency.end : stop])
            own = agency.party or self.sides.party(agency.name) or (self.sides.party(of.group()) if of else None)
            if at + 1 < len(agencies) and not re.fullmatch(
                r"[^.;:]{0,40}?(?:,|\sand)\s(?:the\s)?(?:\w+\s(?:of|from)\s(?:the\s)?)?",
                text[agency.end : agencies[at + 1].start],
            ):
                after = None
            after = own or after
            found.append((agency, own or after))
        for agency, own in reversed(found):
            if agency.span in used or _of_somebody(text, said, agency):
                continue
            if self.cue in {"met", "met-with", "consulted"} and not _with_agency(
                text, said, agency, self.cue, self.meeting
            ):
                continue
            theirs = self.sides.theirs if re.search(r"\btheir\s\Z", text[said.start : agency.start]) else None
            default = self.sides.ours if self.cue.startswith("met") and theirs is None else None
            yield Participant(
                name=None,
                title=None,
                organisation=agency.name,
                side=agency.party if self.cue == "consulted" else own or self.side or theirs or default,
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
        return [one for one in self.spoken.names(self.said) if not self._somebody_else(one)]

    def _agencies(self) -> list[Agency]:
        return find_agencies(self.known.text, self.said.start, self.said.end)

    def _somebody_else(self, one: PersonName) -> bool:
        """Whether a name in the sentence is no participant: a case, or one whose representatives came."""
        text, said = self.known.text, self.said
        if NOT_HIMSELF.search(text[max(said.start, one.whole.start - 80) : one.whole.start]) or re.match(
            r"\sauthorities|[’']s\s(?:case|release|family|lawyer)", text[one.end : one.end + 14]
        ):
            return True
        clause = text[max(said.start, one.whole.start - 90) : min(said.end, one.end + 90)]
        if self.cue == "met-with" and not _met_or_was_met(text, said, one):
            return True
        return (
            self.cue in {"met", "met-with", "consulted", "part"}
            and (one.title is None or one.honorific)
            and AT_ISSUE.search(clause) is not None
        )

    def _side_of(self, names: Sequence[PersonName], at: int, body: Agency | None) -> str | None:
        """Whose a person is: by the words about him, the body, the sentence, else by who met whom."""
        text, said, one = self.known.text, self.said, names[at]
        around = self._about(names, at)
        if self.cue in {"joined", "theirs"}:
            return self.side or (body.party if body else None) or around
        if around or (body and body.party) or self.side:
            return around or (body.party if body and body.party else self.side)
        pair = (
            at > 0
            and BETWEEN.search(text[said.start : names[at - 1].whole.start]) is not None
            and text[names[at - 1].whole.end : one.whole.start].strip() == "and"
        )
        met = self.cue.startswith("met") and (self.meeting is None or self.meeting.kind is not MeetingKind.SITE_VISIT)
        if pair:
            return self.sides.theirs
        return self._across(one) if met and _object_of_met(text, said, one) else None

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
            if beside and not _place_only(words, party.start):
                return party.party
        return None


def _place_only(words: str, at: int) -> bool:
    """Whether a State's name only says where: "in Verania"."""
    return re.search(r"\b(?:in|to|from)\s(?:the\s)?\Z", words[:at]) is not None


def _object_of_met(text: str, said: Said, one: PersonName) -> bool:
    """Whether a person is one who was met, visited, or talked with."""
    before = text[said.start : one.whole.start]
    met = list(MET.finditer(before))
    return (
        bool(met)
        and len(before) - met[-1].end() < 200
        and not re.search(r"\b(?:raised|case|about)\b", before[met[-1].end() :])
    )


def _met_or_was_met(text: str, said: Said, one: PersonName) -> bool:
    """Whether a person stands before a verb of meeting, or is its object; one beside whom a place was visited is not."""
    first = MET.search(text, one.whole.end, said.end)
    if first is not None and not re.search(
        r"\b(?:that|where|when|which|said|while)\b", text[one.whole.end : first.start()]
    ):
        return True
    verbs = list(MET.finditer(text, said.start, one.whole.start))
    return bool(verbs) and not verbs[-1].group().startswith("visit") and _object_of_met(text, said, one)


def _inside(agency: Agency, person: PersonName) -> bool:
    return person.whole.start <= agency.start and agency.end <= person.whole.end


def _of_somebody(text: str, said: Said, agency: Agency) -> bool:
    """Whether a body only says where a division or an office belongs: "head of the Division of the Department"."""
    return (
        re.search(r"\b(?:of|at)\sthe\s(?:[A-Z]\w+\s){1,3}\Z", text[max(said.start, agency.start - 60) : agency.start])
        is not None
    )


def _with_agency(text: str, said: Said, agency: Agency, cue: str, meeting: MeetingFinding | None) -> bool:
    """Whether a body was met, not the place where one met: "with officials of the Service", "at DOD with"."""
    before = text[said.start : agency.start]
    if cue == "consulted":
        return re.search(r"\bwith\s(?:[\w’,-]+\s){0,8}\Z", before) is not None
    if meeting is not None and meeting.kind is MeetingKind.EXPERT_DIALOGUE:
        return True
    return (
        re.search(
            r"\b(?:with|from|of)\s(?:(?:officials|members|representatives|experts)\s(?:of|from)\s)?(?:the\s"
            r"|their\s|our\s)?\Z",
            before[-60:],
        )
        is not None
        and "hosted" not in before
    )


def _singular(title: str | None) -> str | None:
    """A title said of several, of one: "Under Secretaries" -> "Under Secretary"."""
    if title is None:
        return None
    words = title.split()
    if title_class(words[-1]) == "plural":
        words[-1] = re.sub(r"ie\Z", "y", words[-1].removesuffix("s"))
    return " ".join(words)
