"""Cases: persons and groups whose treatment is at issue, what the document says of them, and whether it was raised.

A person is a case where a name stands with words of a case ("detained", "the case of"), and is no official, journalist,
asker, speaker or participant. A group is one where it is numbered or raised. Pronouns are followed one sentence far.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twotrack.reading.case_words import (
    ALSO_KNOWN,
    AT_ISSUE,
    GROUP_AFTER,
    GROUP_BEFORE,
    GROUP_OTHER,
    HAN_CASE,
    HAN_STATUS,
    LOST_NAME,
    NOT_RAISED,
    RAISES,
    ROLE,
    STATUS,
    THEY_RAISE,
    WHEREABOUTS,
)
from twotrack.reading.clarity import DECLINES
from twotrack.reading.findings import CaseFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.names import PersonName, find_names, same_person
from twotrack.reading.said import Said, find_said, trimmed
from twotrack.reading.sides import Sides, find_sides
from twotrack.vocabulary import MeetingStatus, Raised

_NEXT = re.compile(r"(?i)\A\W{0,3}(?:(?:and|but|so)\s)?(?:he|she|they|his|her|their|it|we|in\sthat\scase|as\spart)\b")
_RANK = {
    Raised.RAISED: 4,
    Raised.SAID_NOT_RAISED: 3,
    Raised.DECLINED_TO_DISCUSS: 2,
    Raised.ASKED_ABOUT: 1,
    Raised.MENTIONED: 0,
}
_NOT_HIMSELF = re.compile(
    r"(?i)\b(?:representatives?|authorities|government|administration|regime|officials)\s(?:of|from|for)\s(?:the\s)?\Z"
)


_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 2)}


@dataclass(slots=True)
class _Case:
    """A case while its mentions come in."""

    name: str
    group: bool
    key: str
    rule: str
    confidence: float
    raised: Raised = Raised.MENTIONED
    raised_by: str | None = None
    aliases: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    status: list[str] = field(default_factory=list)
    status_mentions: list[Span] = field(default_factory=list)


def find_cases(known: Known) -> tuple[CaseFinding, ...]:
    """Cases in the order of their first mention; the meeting is the one the document is about, where it was raised
    there."""
    sides = find_sides(known)
    said = find_said(known)
    said = [one for one in said if not one.heading]
    cases: list[_Case] = []
    for at, one in enumerate(said):
        for case in [*_persons(known, said, at), *_groups(one, said, at), *_lost(one), *_han(one)]:
            _merge(cases, case)
    _aliases(known, said, cases)
    cases = _without_sums(known, cases)
    for case in cases:
        _judge(known, sides, said, case)
    main = known.meetings[0].id if known.meetings and known.meetings[0].status is MeetingStatus.HELD else None
    return tuple(_finding(case, main) for case in sorted(cases, key=lambda case: min(case.mentions)))


def _persons(known: Known, said: Sequence[Said], at: int) -> Iterator[_Case]:
    """The persons named in a sentence that is about a case, or stands next to one that is."""
    one = said[at]
    names = find_names(known.text, one.start, one.end)
    if not names:
        return
    near = _with_neighbours(said, at)
    for name in names:
        if not _can_be_case(known, one, name):
            continue
        rest = one.words.replace(name.name, " ")
        if AT_ISSUE.search(rest):
            yield _Case(
                name=name.name,
                group=False,
                key="",
                rule="cases.at-issue",
                confidence=0.7,
                mentions=[Span(name.start, name.end)],
            )
        elif ROLE.match(known.text[name.end : name.end + 60]) or (RAISES.search(rest) and not name.title):
            yield _Case(
                name=name.name,
                group=False,
                key="",
                rule="cases.raised-verb",
                confidence=0.6,
                mentions=[Span(name.start, name.end)],
            )
        elif (
            len(name.name.split()) > 1
            and any(re.search(r"(?i)\b(?:prisoners|detainees|names)\b", words) for words in near)
            and re.fullmatch(r"[\w\s,.’'-]*", one.words)
            and len(one.words.split()) < 16
        ):
            yield _Case(
                name=name.name,
                group=False,
                key="",
                rule="cases.list",
                confidence=0.6,
                mentions=[Span(name.start, name.end)],
            )


def _with_neighbours(said: Sequence[Said], at: int) -> list[str]:
    """The words of the two sentences before in the same turn."""
    one = said[at]
    return [before.words for before in said[max(0, at - 2) : at] if before.turn is one.turn]


def _can_be_case(known: Known, said: Said, name: PersonName) -> bool:
    """Whether a named person can be a case: no official, participant, asker or speaker, nor one spoken for."""
    if name.title and not name.honorific and not re.search(r"(?i)candidate|leader|member", name.title):
        return False
    if _NOT_HIMSELF.search(known.text[said.start : name.whole.start]):
        return False
    if said.moderator and re.search(r"(?i)\b(?:go\sto|with|from|next|question)\b", said.words):
        return False
    speakers = [turn.speaker for turn in known.turns if turn.speaker] + [
        one.asker for one in known.exchanges if one.asker
    ]
    if any(same_person(name.name, speaker) for speaker in speakers):
        return False
    officials = [one.name for one in known.participants if one.name and (one.title or one.rule != "participants.met")]
    return not any(same_person(name.name, official) for official in officials if "candidate" not in (official or ""))


def _groups(said: Said, around: Sequence[Said], at: int) -> Iterator[_Case]:
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
                (not raised and groups.get("held") is None)
                or (groups.get("held") in {"prisoners", "detainees"} and not groups.get("nation"))
            ):
                continue
            taken.append(match.span())
            words = re.sub(r"^(?:the|these|those|some)\s", "", " ".join(match.group().split()))
            who = (groups.get("who") or groups.get("held") or "").casefold().rstrip("s")
            yield _Case(
                name=words,
                group=True,
                key=f"{(number or '').casefold()} {'prisoner' if groups.get('held') and number else who}".strip(),
                rule="cases.group",
                confidence=0.5,
                mentions=[Span(said.start + match.start(), said.start + match.end())],
            )


def _lost(said: Said) -> Iterator[_Case]:
    for match in LOST_NAME.finditer(said.words):
        yield _Case(
            name="(inaudible)",
            group=False,
            key="(inaudible)",
            rule="cases.lost-name",
            confidence=0.5,
            mentions=[Span(said.start + match.start(), said.start + match.end())],
        )


def _han(said: Said) -> Iterator[_Case]:
    for match in HAN_CASE.finditer(said.words):
        span = Span(said.start + match.start("name"), said.start + match.end("name"))
        yield _Case(name=match["name"], group=False, key="", rule="cases.han", confidence=0.5, mentions=[span])


def _without_sums(known: Known, cases: list[_Case]) -> list[_Case]:
    """Without groups whose members the same turn names one by one: "three prisoners: ...", and three names."""
    kept = []
    for case in cases:
        number = _NUMBERS.get(case.key.split()[0]) if case.group and case.key else None
        turn = next((turn for turn in known.turns if turn.start <= case.mentions[0].start < turn.end), None)
        named = [
            one
            for one in cases
            if not one.group and turn and any(turn.start <= span.start < turn.end for span in one.mentions)
        ]
        if number is None or number != len(named):
            kept.append(case)
    return kept


def _merge(cases: list[_Case], one: _Case) -> None:
    """Join a mention to the case that it names: by name for a person, by number and noun for a group."""
    for case in cases:
        unnumbered = one.group and " " not in one.key and case.key.endswith(f" {one.key}")
        same = (
            case.key == one.key or unnumbered
            if one.group or one.key
            else not case.group and not case.key and same_person(case.name, one.name)
        )
        if same and case.group is one.group:
            case.mentions += [span for span in one.mentions if span not in case.mentions]
            if not one.group and len(one.name.split()) > len(case.name.split()):
                case.name = one.name
            case.confidence = max(case.confidence, one.confidence)
            return
    cases.append(one)


def _aliases(known: Known, said: Sequence[Said], cases: list[_Case]) -> None:
    """Later mentions by last name or by another name; those who were also taken for a case of their own are joined."""
    for case in [case for case in cases if not case.group and not case.key]:
        for one in said:
            if any(one.start <= span.start < one.end for span in case.mentions) and (
                match := ALSO_KNOWN.search(one.words)
            ):
                case.aliases.append(" ".join(match["alias"].split()))
        last = case.name.split()[-1]
        forms = {last, *case.aliases} if len(case.name.split()) > 1 else {case.name}
        if re.match(r"[\u3400-\u9fff]", case.name):
            forms = {case.name}
        for form in sorted(forms | {case.name}, key=len, reverse=True):
            pattern = re.compile(
                rf"(?<![\w-])(?:(?:Mr|Ms|Mrs|Dr)\.\s)?{re.escape(form).replace(chr(92) + ' ', chr(92) + 's')}(?![\w-])"
                if form[0] < "\u3400"
                else re.escape(form)
            )
            for one in said:
                for match in pattern.finditer(known.text, one.start, one.end):
                    span = Span(*match.span())
                    before = known.text[max(one.start, span.start - 2) : span.start].strip()
                    if any(span.start < old.end and old.start < span.end for old in case.mentions) or _part_of_other(
                        known, one, span, case, before
                    ):
                        continue
                    case.mentions.append(span)
                    words = " ".join(match.group().split())
                    if words not in {case.name, *case.aliases}:
                        case.aliases.append(words)
    for case in list(cases):
        owner = next(
            (other for other in cases if other is not case and not case.group and case.name in other.aliases), None
        )
        if owner is not None:
            owner.mentions = sorted({*owner.mentions, *case.mentions})
            cases.remove(case)


def _part_of_other(known: Known, said: Said, span: Span, case: _Case, _before: str) -> bool:
    """Whether a last name stands inside another's full name."""
    return any(
        name.start <= span.start and span.end <= name.end and not same_person(name.name, case.name)
        for name in find_names(known.text, said.start, said.end)
    )


def _judge(known: Known, sides: Sides, said: Sequence[Said], case: _Case) -> None:
    """What the document says of a case: whether it was raised, by whom, and what happened."""
    exchanges = {turn: one for one in known.exchanges for turn in one.question_turns}
    for at, one in enumerate(said):
        here = [span for span in case.mentions if one.start <= span.start < one.end]
        if not here:
            continue
        following = [after for after in said[at + 1 : at + 3] if after.turn is one.turn]
        after = following[0] if following and _NEXT.match(following[0].words) else None
        _status(known, case, one, after, here)
        if one.official:
            words = one.words + (" " + after.words if after else "")
            if RAISES.search(words):
                _raise(case, Raised.RAISED, sides.theirs if THEY_RAISE.search(words) else sides.ours)
            elif any(
                re.search(r"\bwe\s(?:also\s)?raised\s(?:it|those|these|them)\b", later.words) for later in following
            ):
                _raise(case, Raised.RAISED, sides.ours)
            elif NOT_RAISED.search(words):
                _raise(case, Raised.SAID_NOT_RAISED, None)
        elif one.turn and (exchange := exchanges.get(one.turn.id)):
            answer = " ".join(
                known.text[turn.words : turn.end] for turn in known.turns if turn.id in exchange.answer_turns
            )
            if NOT_RAISED.search(answer[:200]):
                _raise(case, Raised.SAID_NOT_RAISED, None)
            elif re.search(
                r"(?i)\bwe\s(?:also\s)?raised\s(?:the\s)?(?:specific\s|those\s|these\s)?(?:prisoners|cases"
                r"|names|them|detainees)",
                answer,
            ):
                _raise(case, Raised.RAISED, sides.ours)
            else:
                _raise(case, Raised.DECLINED_TO_DISCUSS if DECLINES.search(answer[:400]) else Raised.ASKED_ABOUT, None)


def _raise(case: _Case, raised: Raised, by: str | None) -> None:
    if _RANK[raised] > _RANK[case.raised]:
        case.raised, case.raised_by = raised, by


def _status(known: Known, case: _Case, one: Said, after: Said | None, here: Sequence[Span]) -> None:
    """The words that say what happened, in the sentence or in the next one that goes on about the same person."""
    others = [
        name.start for name in find_names(known.text, one.start, one.end) if not same_person(name.name, case.name)
    ]
    for span in here:
        end = min((start for start in others if start >= span.end), default=one.end)
        start = span.start if case.group else span.end
        for match in STATUS.finditer(known.text, start, end):
            _say(known, case, trimmed(known.text, match.start("what"), match.end("what")))
        for match in HAN_STATUS.finditer(known.text, start, end):
            _say(known, case, Span(*match.span()))
    if not others and WHEREABOUTS.search(one.words) and one.press:
        asked = WHEREABOUTS.search(known.text, one.start, one.end)
        if asked and not any("whereabouts" in words for words in case.status):
            case.status.append("whereabouts asked about")
            case.status_mentions.append(Span(*asked.span()))
    if after is not None and re.match(r"(?i)\W{0,3}(?:(?:and|but|so)\s)?(?:he|she|they|his|her)\b", after.words):
        for match in STATUS.finditer(known.text, after.start, after.end):
            _say(known, case, trimmed(known.text, match.start("what"), match.end("what")))


def _say(known: Known, case: _Case, span: Span) -> None:
    words = " ".join(known.text[span.start : span.end].split())
    if span not in case.status_mentions:
        case.status_mentions.append(span)
    if words.casefold() not in {old.casefold() for old in case.status} and not any(
        words.casefold() in old.casefold() for old in case.status
    ):
        case.status.append(words)


def _finding(case: _Case, main: str | None) -> CaseFinding:
    return CaseFinding(
        name=case.name,
        aliases=tuple(dict.fromkeys(case.aliases)),
        group=case.group,
        status="; ".join(case.status[:4]) or None,
        raised=case.raised,
        raised_by=case.raised_by,
        meeting=main if case.raised not in {Raised.MENTIONED, Raised.ASKED_ABOUT} else None,
        mentions=tuple(sorted(set(case.mentions))),
        status_mentions=tuple(sorted(set(case.status_mentions))),
        confidence=case.confidence,
        rule=case.rule,
    )
