"""Cases: persons and groups whose treatment is at issue, what the document says of them, and whether it was raised.

A person is a case where a name stands with words of a case ("detained", "the case of"), and is no official, journalist,
asker, speaker or participant. A group is one where it is numbered or raised. Pronouns are followed one sentence far.
"""

import re
from collections.abc import Sequence

from twotrack.reading.case_account import judge
from twotrack.reading.case_mentions import Case, find_mentions
from twotrack.reading.case_words import (
    ALSO_KNOWN,
)
from twotrack.reading.findings import CaseFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.names import find_names, same_person
from twotrack.reading.said import Said, find_said
from twotrack.reading.sides import find_sides
from twotrack.reading.spans import Spans
from twotrack.vocabulary import MeetingStatus, Raised

_MOST = 200  # cases of one document: each mention is held against all
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 2)}


def find_cases(known: Known) -> tuple[CaseFinding, ...]:
    """Cases in the order of their first mention; the meeting is the one the document is about, where it was raised
    there."""
    sides = find_sides(known)
    said = find_said(known)
    said = [one for one in said if not one.heading]
    cases: list[Case] = []
    for case in find_mentions(known, said):
        _merge(cases, case)
    _aliases(known, said, cases)
    cases = _without_sums(known, cases)
    for case in cases:
        judge(known, sides, said, case)
    main = known.meetings[0].id if known.meetings and known.meetings[0].status is MeetingStatus.HELD else None
    return tuple(_finding(case, main) for case in sorted(cases, key=lambda case: case.mentions[0]))


def _without_sums(known: Known, cases: list[Case]) -> list[Case]:
    """Without groups whose members the same turn names one by one: "three prisoners: ...", and three names."""
    kept = []
    for case in cases:
        number = _NUMBERS.get(case.key.split()[0]) if case.group and case.key else None
        turn = next((turn for turn in known.turns if turn.start <= case.mentions[0].start < turn.end), None)
        named = [one for one in cases if not one.group and turn and one.mentions.within(turn.start, turn.end)]
        if number is None or number != len(named):
            kept.append(case)
    return kept


def _merge(cases: list[Case], one: Case) -> None:
    """Join a mention to the case that it names: by name for a person, by number and noun for a group."""
    for case in cases:
        unnumbered = one.group and " " not in one.key and case.key.endswith(f" {one.key}")
        same = (
            case.key == one.key or unnumbered
            if one.group or one.key
            else not case.group and not case.key and same_person(case.name, one.name)
        )
        if same and case.group is one.group:
            for span in one.mentions:
                case.mentions.add(span)
            if not one.group and len(one.name.split()) > len(case.name.split()):
                case.name = one.name
            case.confidence = max(case.confidence, one.confidence)
            return
    if len(cases) < _MOST:
        cases.append(one)


def _aliases(known: Known, said: Sequence[Said], cases: list[Case]) -> None:
    """Later mentions by last name or by another name; those who were also taken for a case of their own are joined."""
    for case in [case for case in cases if not case.group and not case.key]:
        for one in said:
            if case.mentions.within(one.start, one.end) and (match := ALSO_KNOWN.search(one.words)):
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
                    if case.mentions.overlap(span) or _part_of_other(known, one, span, case, before):
                        continue
                    case.mentions.add(span)
                    words = " ".join(match.group().split())
                    if words not in {case.name, *case.aliases}:
                        case.aliases.append(words)
    for case in list(cases):
        owner = next(
            (other for other in cases if other is not case and not case.group and case.name in other.aliases), None
        )
        if owner is not None:
            owner.mentions = Spans([*owner.mentions, *case.mentions])
            cases.remove(case)


def _part_of_other(known: Known, said: Said, span: Span, case: Case, _before: str) -> bool:
    """Whether a last name stands inside another's full name."""
    return any(
        name.start <= span.start and span.end <= name.end and not same_person(name.name, case.name)
        for name in find_names(known.text, said.start, said.end)
    )


def _finding(case: Case, main: str | None) -> CaseFinding:
    return CaseFinding(
        name=case.name,
        aliases=tuple(dict.fromkeys(case.aliases)),
        group=case.group,
        status="; ".join(case.status[:4]) or None,
        raised=case.raised,
        raised_by=case.raised_by,
        meeting=main if case.raised not in {Raised.MENTIONED, Raised.ASKED_ABOUT} else None,
        mentions=tuple(case.mentions),
        status_mentions=tuple(case.status_mentions),
        confidence=case.confidence,
        rule=case.rule,
    )
