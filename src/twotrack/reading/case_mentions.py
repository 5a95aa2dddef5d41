"""Mentions of cases, sentence by sentence: persons, groups, names lost in print."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twotrack.reading.case_words import (
    AT_ISSUE,
    GROUP_AFTER,
    GROUP_BEFORE,
    GROUP_OTHER,
    HAN_CASE,
    LOST_NAME,
    RAISES,
    ROLE,
)
from twotrack.reading.findings import Span
from twotrack.reading.known import Known
from twotrack.reading.names import PersonName, find_names, same_person
from twotrack.reading.said import Said
from twotrack.reading.spans import Spans
from twotrack.vocabulary import Raised

_NOT_HIMSELF = re.compile(
    r"(?i)\b(?:representatives?|authorities|government|administration|regime|officials)\s(?:of|from|for)\s(?:the\s)?\Z"
)


@dataclass(slots=True)
class Case:
    """A case while its mentions come in."""

    name: str
    group: bool
    key: str
    rule: str
    confidence: float
    raised: Raised = Raised.MENTIONED
    raised_by: str | None = None
    aliases: list[str] = field(default_factory=list)
    mentions: Spans = field(default_factory=Spans)
    status: list[str] = field(default_factory=list)
    status_mentions: Spans = field(default_factory=Spans)


def find_mentions(known: Known, said: Sequence[Said]) -> Iterator[Case]:
    """Every mention of a case, as a case of its own, in the order of the sentences."""
    others = _others(known)
    for at, one in enumerate(said):
        yield from _persons(known, said, at, others)
        yield from _groups(one, said, at)
        yield from _lost(one)
        yield from _han(one)


def _others(known: Known) -> frozenset[str]:
    """Who is named in a document and is no case: who speaks, asks or took part, and whom it gives an office
    anywhere."""
    named = {turn.speaker for turn in known.turns} | {one.name for one in known.askers.values()}
    named |= {one.name for one in known.participants if one.title or one.rule != "participants.met"}
    titled = find_names(known.text, known.document.body, len(known.text))
    named |= {one.name for one in titled if _in_office(one)}
    return frozenset(name for name in named if name)


def _in_office(name: PersonName) -> bool:
    """Whether a name bears an office, one that makes nobody immune: candidates, leaders and members may be cases."""
    return bool(name.title) and not name.honorific and not re.search(r"(?i)candidate|leader|member", name.title or "")


def _persons(known: Known, said: Sequence[Said], at: int, others: frozenset[str]) -> Iterator[Case]:
    """The persons named in a sentence that is about a case, or follows one that is."""
    one = said[at]
    for name in find_names(known.text, one.start, one.end):
        why = _why(said, at, name)
        if why is None or not _can_be_case(known, one, name, others):
            continue
        rule, confidence = why
        yield Case(
            name=name.name,
            group=False,
            key="",
            rule=f"cases.{rule}",
            confidence=confidence,
            mentions=Spans([Span(name.start, name.end)]),
        )


def _why(said: Sequence[Said], at: int, name: PersonName) -> tuple[str, float] | None:
    """The rule by which a named person may be a case, and how sure it is."""
    one = said[at]
    left, right = name.start - one.start, name.end - one.start
    if AT_ISSUE.search(one.words[:left] + " " + one.words[right:]):
        return "at-issue", 0.7
    raised = any(left - verb.end() < 60 for verb in RAISES.finditer(one.words, 0, left))
    if ROLE.match(one.words[right:]) or (raised and not name.title):
        return "raised-verb", 0.6
    near = [before.words for before in said[max(0, at - 2) : at] if before.turn is one.turn]
    a_list = len(one.words.split()) < 16 and re.fullmatch(r"[\w\s,.’'-]*", one.words) is not None
    if (
        a_list
        and " " in name.name
        and any(re.search(r"(?i)\b(?:prisoners|detainees|names)\b", words) for words in near)
    ):
        return "list", 0.6
    return None


def _can_be_case(known: Known, said: Said, name: PersonName, others: frozenset[str]) -> bool:
    """Whether a named person can be a case: none of those others, nobody spoken for, nobody a moderator calls on."""
    if _in_office(name) or _NOT_HIMSELF.search(known.text[said.start : name.whole.start]):
        return False
    if said.moderator and re.search(r"(?i)\b(?:go\sto|with|from|next|question)\b", said.words):
        return False
    return not any(same_person(name.name, other) for other in others)


def _groups(said: Said, around: Sequence[Said], at: int) -> Iterator[Case]:
    """Groups of persons: by a number or because they were raised; a community as a whole is none."""
    raised = any(one.turn is said.turn and RAISES.search(one.words) for one in around[at : at + 3])
    taken: list[tuple[int, int]] = []
    for pattern in (GROUP_AFTER, GROUP_BEFORE, GROUP_OTHER) if AT_ISSUE.search(said.words) else ():
        for match in pattern.finditer(said.words):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            groups = match.groupdict()
            number = groups.get("number")
            if (
                not (number or raised or groups.get("held") == "hostages" or "currently in custody" in match.group())
                or groups.get("held") == "prisoners of conscience"
            ):
                continue
            vague = (number or "").casefold() in {"", "some", "several"}
            if vague and (
                (not raised and (groups.get("held") is None or " in " not in match.group()))
                or (groups.get("held") in {"prisoners", "detainees"} and not groups.get("nation"))
            ):
                continue
            taken.append(match.span())
            words = re.sub(r"^(?:the|these|those|some)\s", "", " ".join(match.group().split()))
            who = (groups.get("who") or groups.get("held") or "").casefold().rstrip("s")
            yield Case(
                name=words,
                group=True,
                key=f"{(number or '').casefold()} {'prisoner' if groups.get('held') and number else who}".strip(),
                rule="cases.group",
                confidence=0.5,
                mentions=Spans([Span(said.start + match.start(), said.start + match.end())]),
            )


def _lost(said: Said) -> Iterator[Case]:
    for match in LOST_NAME.finditer(said.words):
        yield Case(
            name="(inaudible)",
            group=False,
            key="(inaudible)",
            rule="cases.lost-name",
            confidence=0.5,
            mentions=Spans([Span(said.start + match.start(), said.start + match.end())]),
        )


def _han(said: Said) -> Iterator[Case]:
    for match in HAN_CASE.finditer(said.words):
        span = Span(said.start + match.start("name"), said.start + match.end("name"))
        yield Case(name=match["name"], group=False, key="", rule="cases.han", confidence=0.5, mentions=Spans([span]))
