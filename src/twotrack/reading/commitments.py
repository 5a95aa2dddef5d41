"""Commitments: what a party says that it, or both, will do, with the date by which, how firmly, and the meeting
promised.

A promise is a clause: from its subject to the end of its object or date. Conditions, wishes, history, refusals and the
housekeeping of a briefing are none. The same promise said again is one finding with more mentions.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from twotrack.reading.commitment_words import (
    AGREED,
    ANAPHORA,
    BENCHMARK,
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
from twotrack.reading.findings import CommitmentFinding, MeetingFinding, ParticipantFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.promise_facts import clause_of, due_beside, due_within, meeting_promised, span_of
from twotrack.reading.promisers import BOTH, who_undertakes, whose_act
from twotrack.reading.promises import Promise, merge
from twotrack.reading.said import Said, find_said
from twotrack.reading.sentences import content_words
from twotrack.reading.sides import Sides, find_sides
from twotrack.reading.undertakings import ITEM, LIST_AHEAD, Undertaking, find_undertakings, has_act
from twotrack.reading.undertakings_beyond import find_beyond
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
_CUES = {  # a kind -> parts of words (in lower case) of which a sentence must hold one
    "benchmark": ("benchmark", "yardstick", "test", "measure"),
    "agreed": ("agree", "reached", "committed to", "pledged", "undertook", "promised", "signed", "invited"),
    "discussing": ("discussing", "considering", "exploring", "in talks", "in discussions"),
    "plans": (
        "plan",
        "intend",
        "expect",
        "hop",
        "aim",
        "anticipate",
        "forward to",
        "seek",
        "want to maintain",
        "continu",
        "intention",
        "goal",
        "next step",
    ),
    "will": ("will", "’ll", "'ll"),
    "going-to": ("going to",),
    "event": ("will", "going to", "to be held"),
    "han": ("双方", "方将", "方承诺", "方同意"),
}
_AHEAD_OF_VERB = 40  # characters after "will" in which the verb of doing stands
_SUBJECT = 80  # characters of a subject


def find_commitments(known: Known) -> tuple[CommitmentFinding, ...]:
    """The promises of a document in the order of their first mention."""
    sides = find_sides(known)
    found: list[Promise] = []
    listed = False  # whether items of a list are what was agreed
    for said in find_said(known):
        if not said.official or said.heading or said.moderator:
            continue
        listed = (listed and said.item) or LIST_AHEAD.search(said.words) is not None
        promises = list(_promises(known, said, sides))
        taken = [span for one in promises for span in one.mentions]
        promises += _undertaken(known, said, sides, taken, listed=listed)
        for one in promises:
            merge(found, one)
    for one in _planned(known, sides, found):
        merge(found, one)
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


def _promises(known: Known, said: Said, sides: Sides) -> Iterator[Promise]:
    """The promises of one sentence; of overlapping ones the firmer."""
    taken: list[Span] = []
    low = said.words.lower()
    for pattern, strength, name, confidence in _KINDS:
        if not any(cue in low for cue in _CUES[name]):
            continue
        for match in pattern.finditer(said.words):
            span = clause_of(known, said, match)
            words = " ".join(known.text[span.start : span.end].split())
            if any(span.start < other.end and other.start < span.end for other in taken) or _is_none(
                said, match, words, name
            ):
                continue
            taken.append(span)
            meeting = meeting_promised(known, span)
            due = due_within(known, span) or due_beside(known, said, span, meeting)
            who = _who(said, sides, match, words, strength, known.participants)
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
            yield Promise(
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


def _undertaken(known: Known, said: Said, sides: Sides, taken: list[Span], *, listed: bool) -> Iterator[Promise]:
    """The acts to come that a sentence tells of in verbs of doing, but for those that are promises already."""
    if said.words.rstrip().endswith(("?", "？")) or CONDITIONAL.match(said.words):
        return
    acts = list(find_undertakings(said.words))
    if listed and (item := ITEM.match(said.words)):
        end = min((at for mark in ";." if (at := said.words.find(mark, item.end())) > 0), default=len(said.words))
        whole = Undertaking(start=0, verb_at=item.end(), subject="both", sign="agreed to", verb="agree", end=end)
        acts = [whole, *acts]
    for one in [*acts, *find_beyond(said.words, known.heading.language)]:
        span = span_of(known, said, one)
        if any(span.start < other.end and other.start < span.end for other in taken):
            continue
        words = " ".join(known.text[span.start : span.end].split())
        meeting = meeting_promised(known, span)
        due = due_within(known, span) or due_beside(known, said, span, meeting)
        needs_date = one.verb == "take place" or one.sign in _UNDER_WAY or one.verb.endswith("ing")
        if HOUSEKEEPING.search(words) or (needs_date and due is None) or _SHORT_CALLS.search(words):
            continue
        taken.append(span)
        agreed = re.search(r"agree|同意|商定|vereinbar|conven|acord", one.sign) is not None
        yield Promise(
            who=who_undertakes(one, said, sides, known.participants, meeting_held_by_two=agreed),
            what=words,
            due=due,
            strength=Strength.AGREED if agreed else Strength.INTENDED,
            standing=CONTINUES.search(words) is not None and due is None,
            benchmark=False,
            meeting=meeting,
            rule="commitments.act",
            confidence=0.5 if due is None else 0.6,
            turn=said.turn.id if said.turn else "",
            words=content_words(words),
            back=False,
            mentions=[span],
        )


_UNDER_WAY = frozenset({"is", "are", "am", "s", "re", "m"})
# what is done in the room. matches "I will take the next", "we’ll go to"
_SHORT_CALLS = re.compile(
    r"(?i)\A(?:I|we)(?:\swill|[’']ll|\sam|[’']m)\s(?:\w+\s){0,3}(?:go\sto|the\snext|call\son|turn|open\sit)"
)


_OF_TWO = frozenset({MeetingKind.ROUND, MeetingKind.EXPERT_DIALOGUE, MeetingKind.SESSION})


def _planned(known: Known, sides: Sides, found: list[Promise]) -> Iterator[Promise]:
    """Meetings to come that an official announces with a day, where no promise tells of them."""
    taken = [span for one in found for span in one.mentions]
    said = find_said(known) if any(_announced(one) for one in known.meetings) else []
    starts = [one.start for one in said]
    for meeting in known.meetings:
        if not _announced(meeting) or any(one.meeting == meeting.id for one in found):
            continue
        mentions = meeting.mentions[:_MENTIONS]
        if any(a.start < b.end and b.start < a.end for a in mentions for b in taken):
            continue
        within = ((said[max(0, bisect_right(starts, span.start) - 1)], span) for span in mentions)
        first = next(
            (pair for pair in within if pair[0].official and not pair[0].heading and not pair[0].moderator), None
        )
        if first is None or first[0].words.rstrip().endswith(("?", "？")):
            continue
        one, span = first
        words = " ".join(known.text[span.start : span.end].split())
        yield Promise(
            who=BOTH if meeting.kind in _OF_TWO else sides.party(words) or sides.ours or BOTH,
            what=words,
            due=meeting.when,
            strength=Strength.INTENDED,
            standing=False,
            benchmark=False,
            meeting=meeting.id,
            rule="commitments.planned",
            confidence=0.45,
            turn=one.turn.id if one.turn else "",
            words=content_words(words),
            back=False,
            mentions=[span],
        )


_MENTIONS = 20  # of one meeting that are looked at
_ANNOUNCED = frozenset(f"meetings.{rule}" for rule in ("meets", "goes", "reviewed", "receives", "visit", "title"))
_NOT_ANNOUNCED = frozenset(f"meetings.{rule}" for rule in ("again", "gathering", "call", "conversed", "spoke"))


def _announced(meeting: MeetingFinding) -> bool:
    told = meeting.kind in _OF_TWO or meeting.rule in _ANNOUNCED
    return (
        told
        and meeting.rule not in _NOT_ANNOUNCED
        and meeting.status is MeetingStatus.PLANNED
        and meeting.when is not None
    )


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
    if name in {"will", "going-to"} and not has_act(said.words[match.start() : match.end() + _AHEAD_OF_VERB]):
        return True
    return name in {"will", "going-to", "plans"} and len(words.split()) < 4


# what one side gives. matches "agreed to pay", "agreed to host"
_GIVEN = re.compile(
    r"\bagreed\sto\s(?:pay|fund|provide|contribute|give|send|support|finance|host|allow|grant|release)\b"
)


# by whom. matches "will be hosted by Verania"
_HOSTED = re.compile(r"\bbe\s\w{4,12}\sby\s(?:the\s)?(?P<who>[A-ZÀ-Þ]\w+)")


def _who(
    said: Said,
    sides: Sides,
    match: re.Match[str],
    words: str,
    strength: Strength,
    people: Sequence[ParticipantFinding],
) -> str:
    """Who promises: both, a party, or the speaker where he says "I" of what he alone will do."""
    if (by := _HOSTED.search(words)) and (party := sides.party(by["who"])):
        return party
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
        if joint or (strength is Strength.AGREED and subject == "we" and not _GIVEN.search(words)):
            return "both"
        return sides.ours or "both"
    if " and the " in subject:
        return "both"
    whole = re.sub(r"\s(?:will|shall)\s.*", "", words) if len(words) > len(subject) else subject
    if party := whose_act(whole if len(whole) < _SUBJECT else groups.get("who") or "", sides, people):
        return party
    across = re.search(r"\b(?:representatives|delegation|side|authorities)\b", subject) is not None
    return sides.party(groups.get("who") or "") or (sides.theirs if across else sides.ours) or "both"


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
