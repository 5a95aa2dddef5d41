"""Sentences that say who took part, and whom they name: each mention as a participant of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from twotrack.reading.agencies import Agency, find_agencies
from twotrack.reading.findings import MeetingFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.names import PersonName, find_names
from twotrack.reading.said import Said, find_said
from twotrack.reading.sides import Sides
from twotrack.reading.words_of_names import title_class
from twotrack.vocabulary import MeetingKind, MeetingStatus

# our own people. matches "I was joined by", "joined us at lunch", "we had representatives from", "led our side"; not
# "joined the army"
_JOINED = re.compile(
    r"\b(?:(?:was|were|am)\s(?:also\s)?(?:joined|accompanied)\sby|joined\s(?:me|us)\b"
    r"|we\shad\s(?:representatives|experts|colleagues|officials)\s(?:here\s)?from|(?:led|headed)\sour\s(?:side"
    r"|delegation|team))"
)
# the other side's. matches "delegation was led by", "They had nine agency representatives from", "He brought six";
# not "they had a point"
_THEIRS = re.compile(
    r"\b(?:delegation\s(?:was|is)\s(?:led|headed)\sby|(?:[Tt]hey|[Hh]e|[Ss]he)\s(?:had|brought"
    r"|came\swith)\s(?:\w+\s){0,4}?(?:representatives|officials|agencies|experts|colleagues)\b)"
)
# either side's, by the words beside. matches "led the delegation of Verania", "headed the Chinese delegation",
# "participated", "took part"; not "led to"
_TOOK_PART = re.compile(
    r"\b(?:(?:led|headed|chaired)\s(?:the|a|its|their|his|her)\s(?:[\w’-]+\s){0,3}?(?:delegations?|side|team"
    r"|talks|dialogue|round)|(?:participated|took\spart|were\srepresented|attended|co-chaired|presided)\b"
    r"|oversaw\sthe)|率(?:团|代表团)|主持|出席|共同"
)
# matches "consulting with", "engaged with", "close coordination with"; not "engaged in"
_CONSULTED = re.compile(r"\b(?:consult\w*|engag\w+|coordinat\w+|negotiat\w+)\s(?:[\w’-]+\s){0,2}?with\b|\binvolving\b")
_LED_BY = re.compile(r"\b(?:led|headed|chaired)\sby\s(?:the\s)?\Z")
LEADS = re.compile(
    r"\A[^.;]{0,60}?\s(?:who\s)?(?:led|headed)\s(?:the|our|their|its|a)\s(?:\w+\s)?(?:delegation|side|team)"
)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?\Z")
# how many. matches "nine agency representatives", "six agencies"; not "two days"
_COUNT = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s(?P<what>agenc(?:y|ies)"
    r"|ministries|departments)\b(?:\srepresentatives)?"
)
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 2)}
# words that make a name somebody else's. matches "representatives of Hall", "Hall authorities", "case of Hall"; not
# "joined by Hall"
_NOT_HIMSELF = re.compile(
    r"(?i)\b(?:representatives?|authorities|government|case|release|people|name|regime|behalf|successor)\s(?:of"
    r"|from|for)\s(?:the\s)?\Z"
)
_AT_ISSUE = re.compile(
    r"(?i)\b(?:detain\w*|prison\w*|releas\w*|arrest\w*|clemency|sentenced|jail\w*|extradit\w*|hostages?"
    r"|fugitive|raised\sthe\scase)\b"
)
_FROM = re.compile(
    r"\A(?:,?\s(?:from|of|at|with)|,\s(?:who\s(?:is|was)\s)?(?:the\s)?(?:[\w-]+\s){1,5}?of)\s(?:the\s|our\s|their\s)?\Z"
)


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


def find_told(known: Known, sides: Sides, main: MeetingFinding | None) -> Iterator[Participant]:
    """Those named in sentences that say who took part."""
    across: str | None = None  # whose delegation the last sentences were about
    before: Said | None = None
    for one in find_said(known):
        if not one.official or one.heading:
            continue
        if before is None or before.turn is not one.turn or "\n\n" in known.text[before.end : one.start]:
            across = None
        before = one
        meeting, cue = _cue(known, one, main)
        if meeting is None:
            continue
        side: str | None = None
        if cue == "joined":
            side = sides.ours
        elif cue == "theirs":
            across = across or sides.party(one.words[: one.words.find("delegation") + 1]) or sides.theirs
            side = across
        elif cue == "part":
            side = _beside(sides, one.words)
        yield from _named(known, one, sides, side, meeting, cue)
        yield from _counted(one, side, meeting)


def _cue(known: Known, said: Said, main: MeetingFinding | None) -> tuple[MeetingFinding | None, str]:
    """The meeting that a sentence tells who took part in, and by which words; (None, "") where it does not."""
    for cue, pattern in (("joined", _JOINED), ("theirs", _THEIRS), ("part", _TOOK_PART)):
        if pattern.search(said.words):
            return main, cue
    for meeting in known.meetings:
        if meeting.status is MeetingStatus.HELD and any(
            said.start <= span.start < said.end for span in meeting.mentions
        ):
            return meeting, "met"
    if _CONSULTED.search(said.words):
        return main, "consulted"
    return None, ""


def _beside(sides: Sides, words: str) -> str | None:
    """The side that "the delegation of Verania" or "the Chinese side" names."""
    match = re.search(
        r"(?:delegation|side|team)\sof\s(?:the\s)?(?P<of>[A-Z][\w ]{2,25})|(?P<adj>[A-Z]\w+)\s(?:delegation"
        r"|side|team)|(?P<our>\bour\s)",
        words,
    )
    if match is None:
        return None
    return sides.ours if match["our"] else sides.party(match["of"] or match["adj"])


def _named(
    known: Known, said: Said, sides: Sides, side: str | None, meeting: MeetingFinding, cue: str
) -> Iterator[Participant]:
    text = known.text
    agencies = find_agencies(text, said.start, said.end)
    names = [one for one in find_names(text, said.start, said.end) if not _somebody_else(text, said, one, cue)]
    used: set[Span] = set()
    for at, one in enumerate(names):
        body = next((a for a in agencies if _FROM.match(text[one.whole.end : a.start]) or _inside(a, one)), None)
        used |= {a.span for a in agencies if _inside(a, one) or a is body}
        own = sides.party(" ".join(text[one.whole.start : one.whole.end].split()) if one.title else "")
        pair = (
            at > 0
            and _BETWEEN.search(text[said.start : names[at - 1].whole.start]) is not None
            and text[names[at - 1].whole.end : one.whole.start].strip() == "and"
        )
        across = (
            cue == "met"
            and meeting.kind is not MeetingKind.SITE_VISIT
            and len(sides.others) == 1
            and re.search(r"\bwith\s(?:[\w’'-]+\s){0,4}?\Z", text[said.start : one.whole.start]) is not None
        )
        yield Participant(
            name=one.name,
            title=None if one.honorific else _singular(one.title),
            organisation=body.name if body else None,
            side=side or (body.party if body else None) or own or (sides.theirs if pair or across else None),
            meeting=meeting.id,
            rule=f"participants.{cue}",
            confidence=0.75 if cue in {"joined", "theirs", "part"} else 0.55,
            head=_LED_BY.search(text[said.start : one.whole.start]) is not None
            or LEADS.match(text[one.end : said.end]) is not None,
            mentions=[Span(one.whole.start, body.end if body and body.start > one.end else one.whole.end)],
        )
    for agency in agencies:
        if agency.span in used or (cue in {"met", "consulted"} and not _with_agency(text, said, agency, cue, meeting)):
            continue
        theirs = sides.theirs if re.search(r"\btheir\s\Z", text[said.start : agency.start]) else None
        default = sides.ours if cue == "met" and theirs is None else None
        yield Participant(
            name=None,
            title=None,
            organisation=agency.name,
            side=agency.party if cue == "consulted" else side or agency.party or theirs or default,
            meeting=meeting.id,
            rule=f"participants.{cue}-agency",
            confidence=0.7 if cue != "consulted" else 0.45,
            mentions=[agency.span],
        )


def _inside(agency: Agency, person: PersonName) -> bool:
    return person.whole.start <= agency.start and agency.end <= person.whole.end


def _somebody_else(text: str, said: Said, one: PersonName, cue: str) -> bool:
    """Whether a name in the sentence is no participant: a case, or one whose representatives came."""
    if _NOT_HIMSELF.search(text[said.start : one.whole.start]) or re.match(
        r"\sauthorities|[’']s\s(?:case|release)", text[one.end : one.end + 14]
    ):
        return True
    clause = text[max(said.start, one.whole.start - 90) : min(said.end, one.end + 90)]
    return cue in {"met", "consulted"} and (one.title is None or one.honorific) and _AT_ISSUE.search(clause) is not None


def _with_agency(text: str, said: Said, agency: Agency, cue: str, meeting: MeetingFinding) -> bool:
    """Whether a body was met, not the place where one met: "with officials of the Service", "at DOD with"."""
    before = text[said.start : agency.start]
    if cue == "consulted":
        return re.search(r"\bwith\s(?:[\w’,-]+\s){0,8}\Z", before) is not None
    if meeting.kind is MeetingKind.EXPERT_DIALOGUE:
        return True
    return (
        re.search(
            r"\b(?:with|from|of)\s(?:(?:officials|members|representatives|experts)\s(?:of|from)\s)?(?:the\s"
            r"|their\s|our\s)?\Z",
            before,
        )
        is not None
        and "hosted" not in before
    )


def _counted(said: Said, side: str | None, meeting: MeetingFinding) -> Iterator[Participant]:
    """A number of agencies without all their names: "nine agency representatives"."""
    for match in _COUNT.finditer(said.words):
        count = _NUMBERS.get(match["count"].casefold()) or int(match["count"] if match["count"].isdigit() else 0)
        span = Span(said.start + match.start(), said.start + match.end())
        yield Participant(
            name=None,
            title=None,
            organisation=f"{count} agencies",
            side=side,
            meeting=meeting.id,
            rule="participants.count",
            confidence=0.6,
            count=count,
            mentions=[span],
        )


def _singular(title: str | None) -> str | None:
    """A title said of several, of one: "Under Secretaries" -> "Under Secretary"."""
    if title is None:
        return None
    words = title.split()
    if title_class(words[-1]) == "plural":
        words[-1] = re.sub(r"ie\Z", "y", words[-1].removesuffix("s"))
    return " ".join(words)
