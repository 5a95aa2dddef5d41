"""Commitments: what a party says that it, or both, will do, with the date by which, how firmly, and the meeting
promised.

A promise is a clause: from its subject to the end of its object or date. Conditions, wishes, history, refusals and the
housekeeping of a briefing are none. The same promise said again is one finding with more mentions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from twotrack.reading.commitment_words import (
    AGREED,
    ANAPHORA,
    BENCHMARK,
    CLAUSE_END,
    CONDITIONAL,
    CONTINUES,
    DISCUSSING,
    EVENT,
    GOING,
    HAN,
    HISTORY,
    HOUSEKEEPING,
    PLANS,
    RAISE,
    TALKS,
    WILL,
)
from twotrack.reading.findings import CommitmentFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.said import Said, dates_within, find_said, trimmed
from twotrack.reading.sentences import content_words
from twotrack.reading.sides import Sides, find_sides
from twotrack.reading.when import days_after
from twotrack.vocabulary import MeetingKind, MeetingStatus, Strength

_KINDS = (
    (BENCHMARK, Strength.INTENDED, "benchmark", 0.8),
    (AGREED, Strength.AGREED, "agreed", 0.8),
    (DISCUSSING, Strength.UNDER_DISCUSSION, "discussing", 0.6),
    (PLANS, Strength.INTENDED, "plans", 0.6),
    (WILL, Strength.INTENDED, "will", 0.6),
    (GOING, Strength.INTENDED, "going-to", 0.55),
    (EVENT, Strength.INTENDED, "event", 0.5),
    (HAN, Strength.INTENDED, "han", 0.6),
)
_BACK = 150  # promises that a later one is held against
_TO_COME = frozenset({MeetingStatus.PLANNED, MeetingStatus.PROPOSED})


@dataclass(slots=True)
class _Promise:
    """A commitment while its mentions come in."""

    who: str
    what: str
    due: str | None
    strength: Strength
    standing: bool
    benchmark: bool
    meeting: str | None
    rule: str
    confidence: float
    turn: str
    words: set[str]
    back: bool  # only points back to what was promised before ("we will do so")
    mentions: list[Span] = field(default_factory=list)


def find_commitments(known: Known) -> tuple[CommitmentFinding, ...]:
    """The promises of a document in the order of their first mention."""
    sides = find_sides(known)
    found: list[_Promise] = []
    for said in find_said(known):
        if not said.official or said.heading or said.moderator:
            continue
        for one in _promises(known, said, sides):
            _merge(found, one)
    return tuple(
        CommitmentFinding(
            who=one.who,
            what=one.what,
            due=one.due,
            strength=one.strength,
            standing=one.standing,
            benchmark=one.benchmark,
            meeting=one.meeting,
            mentions=tuple(sorted(set(one.mentions))),
            confidence=one.confidence,
            rule=one.rule,
        )
        for one in sorted(found, key=lambda one: min(one.mentions))
    )


def _promises(known: Known, said: Said, sides: Sides) -> Iterator[_Promise]:
    """The promises of one sentence; of overlapping ones the firmer."""
    taken: list[Span] = []
    for pattern, strength, name, confidence in _KINDS:
        for match in pattern.finditer(said.words):
            span = _clause(known, said, match)
            words = " ".join(known.text[span.start : span.end].split())
            if any(span.start < other.end and other.start < span.end for other in taken) or _is_none(
                said, match, words, name
            ):
                continue
            taken.append(span)
            due = _due(known, span)
            meeting = _meeting(known, span)
            who = _who(said, sides, match, words, strength)
            firm = strength
            if name == "han" and re.match("双方(?:同意|商定|一致)", words):
                firm = Strength.AGREED
            if (
                name == "event"
                and meeting is None
                and due is None
                and "released" not in words
                and "extradited" not in words
                and "provided" not in words
            ):
                continue
            yield _Promise(
                who=who,
                what=_what(words, match, said),
                due=due,
                strength=firm,
                standing=CONTINUES.search(words) is not None and due is None,
                benchmark=name == "benchmark",
                meeting=meeting,
                rule=f"commitments.{name}",
                confidence=confidence,
                turn=said.turn.id if said.turn else "",
                words=content_words(words),
                back=ANAPHORA.search(words) is not None,
                mentions=[span],
            )


def _clause(known: Known, said: Said, match: re.Match[str]) -> Span:
    """From the subject to the end of the clause, a date that follows at once taken in."""
    start = match.end() if BENCHMARK.match(match.group()) else match.start()
    floor = max(match.end(), match.start() + 12)
    cut = CLAUSE_END.search(said.words, floor)
    end = cut.start() if cut else len(said.words)
    if "accepted" in said.words[end : end + 40] and "invited" in match.group():
        end = said.words.index("accepted", end) + len("accepted")
    for date in dates_within(known, said.start + end, said.end):
        if date.start - (said.start + end) < 25 and not re.search(r"[.;]", said.words[end : date.start - said.start]):
            end = date.end - said.start
    return trimmed(known.text, said.start + start, said.start + min(end, start + 320))


def _is_none(said: Said, match: re.Match[str], words: str, name: str) -> bool:
    """Whether a match is a condition, history, housekeeping or a question."""
    before = said.words[max(0, match.start() - 200) : match.start()]
    if (
        CONDITIONAL.search(before)
        or CONDITIONAL.match(said.words)
        or HOUSEKEEPING.search(words)
        or said.words.rstrip().endswith("?")
    ):
        return True
    if (
        re.search(
            r"(?i)\b(?:told|said|says|asked|whether|hope|wish|that\sif|don[’']t\sthink|not\ssure)\s(?:\w+\s){0,3}\Z",
            before,
        )
        and name in {"will", "going-to"}
        and "continue" not in words
    ):
        return True
    if name in {"agreed", "event"} and HISTORY.search(words):
        return True
    return name in {"will", "going-to", "plans"} and len(words.split()) < 4


def _who(said: Said, sides: Sides, match: re.Match[str], words: str, strength: Strength) -> str:
    """Who promises: both, a party, or the speaker where he says "I" of what he alone will do."""
    groups = match.groupdict()
    subject = (groups.get("who") or groups.get("who2") or "").casefold()
    if subject in {"i"} or subject.startswith("my") or re.match(r"(?i)my\s", words):
        speaker = said.turn.speaker if said.turn else None
        return speaker or sides.ours or "both"
    if "both" in subject or "two" in subject or re.match(r"双方", words) or "both of us" in words:
        return "both"
    if subject == "they" or re.match(r"对方", words):
        return (sides.ours if "be provided" in words else sides.theirs) or "both"
    if subject in {"we", ""} or subject.startswith("our"):
        from_party = re.search(r"\b(?:extradited|released|transferred)\sfrom\s(?P<party>[A-Z]\w+)", words)
        if from_party:
            return sides.party(from_party["party"]) or "both"
        if re.search(
            r"\b(?:be|soon\sbe)\sreleased\b|\bbe\s(?:actually\s)?(?:released|suspended)\b|the\srelease\sof", words
        ):
            return sides.theirs or "both"
        joint = TALKS.search(words) is not None and not RAISE.search(words)
        if joint or (strength is Strength.AGREED and subject == "we"):
            return "both"
        return sides.ours or "both"
    if " and the " in subject:
        return "both"
    across = re.search(r"\b(?:representatives|delegation|side|authorities)\b", subject) is not None
    return sides.party(groups.get("who") or "") or (sides.theirs if across else sides.ours) or "both"


def _due(known: Known, span: Span) -> str | None:
    """The date by which: the last in the clause that does not lie behind."""
    dates = [
        date.edtf
        for date in dates_within(known, span.start, span.end)
        if days_after(date.edtf, known.heading.date) in {0, 1, None}
    ]
    return dates[-1] if dates else None


def _meeting(known: Known, span: Span) -> str | None:
    """The planned meeting that the clause promises."""
    for meeting in known.meetings:
        if meeting.status in _TO_COME and any(
            span.start < other.end and other.start < span.end for other in meeting.mentions
        ):
            return meeting.id
    dates = {date.edtf for date in dates_within(known, span.start, span.end)}
    if TALKS.search(known.text[span.start : span.end]) or re.search(r"\bdoing it\b", known.text[span.start : span.end]):
        for meeting in known.meetings:
            if meeting.status in _TO_COME and meeting.kind is MeetingKind.ROUND and meeting.when in dates:
                return meeting.id
    return None


def _what(words: str, match: re.Match[str], said: Said) -> str:
    """The promise in its own words, without its subject: "hold the next round in 2011"; the whole sentence where they
    only point back ("we will do so")."""
    if ANAPHORA.search(words):
        return " ".join(said.words.split())[-200:].lstrip(" ,.")
    if BENCHMARK.match(match.group()):
        return words
    head = " ".join(said.words[match.start() : match.end()].split())
    verb = match.groupdict().get("verb")
    rest = words[max(0, len(head) - len(verb)) :] if verb else words[len(head) :]
    return rest.strip(" ,") if len(rest.split()) > 1 else words


def _merge(found: list[_Promise], one: _Promise) -> None:
    for other in reversed(found[-_BACK:]):
        same = one.meeting is not None and one.meeting == other.meeting and one.due == other.due is not None
        them = bool(re.search(r"\bcontinue\sthem\W*\Z", one.what)) and bool(TALKS.search(other.what))
        again = one.back and other.standing and (other.turn == one.turn or them)
        shared = len(one.words & other.words)
        alike = (
            shared >= 3
            and shared * 10 >= 6 * min(len(one.words), len(other.words))
            and one.who == other.who
            and (one.due == other.due or None in (one.due, other.due))
        )
        if same or again or alike:
            other.mentions += one.mentions
            other.due = other.due or one.due
            other.meeting = other.meeting or one.meeting
            other.benchmark = other.benchmark or one.benchmark
            if one.strength is Strength.AGREED:
                other.strength, other.confidence = one.strength, max(one.confidence, other.confidence)
            return
    found.append(one)
