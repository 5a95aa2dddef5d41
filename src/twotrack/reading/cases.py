"""Cases: persons and groups whose treatment is at issue, what the document says of them, and whether it was raised.

A person is a case where words of a case stand beside the name ("the case of", "was detained"), in a list of cases, or
where he is brought up, and is no holder of an office, asker, speaker or participant. A group is one where it is numbered
or raised. Two persons of one name stay two where the document says that they are.
"""

import re
from collections.abc import Iterable

from twotrack.reading.case_account import Account
from twotrack.reading.case_groups import find_groups, find_in_han
from twotrack.reading.case_mentions import Case, Persons
from twotrack.reading.case_words import ALSO_KNOWN
from twotrack.reading.findings import CaseFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.names import folded, same_person
from twotrack.reading.raising import Raising
from twotrack.reading.spans import Spans
from twotrack.reading.spoken import Spoken
from twotrack.vocabulary import MeetingStatus, Raised

_MOST = 200  # cases of one document: each mention is held against all
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 2)}


def find_cases(known: Known) -> tuple[CaseFinding, ...]:
    """Cases in the order of their first mention; the meeting is the one the document is about, where it was raised
    there."""
    spoken = known.spoken or Spoken(known.text, known.document.body, known.turns)
    raising = Raising(known)
    groups = list(find_groups(spoken, raising))
    within = Spans(span for group in groups for span in group.mentions)
    persons = [one for one in Persons(known, spoken, raising).find() if not within.overlap(one.mentions[0])]
    found = [*persons, *groups, *find_in_han(spoken)]
    cases = _merged(sorted(found, key=lambda case: case.mentions[0]))
    _name_again(spoken, cases)
    cases = _without_sums(known, _joined(cases))
    account = Account(known, spoken, raising, cases)
    for case in cases:
        account.judge(case)
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


def _merged(mentions: Iterable[Case]) -> list[Case]:
    """The cases that mentions name: by name for a person, by number and noun for a group."""
    cases: list[Case] = []
    for one in mentions:
        same = [case for case in cases if _same(case, one)]
        if not same:
            if len(cases) < _MOST:
                cases.append(one)
            continue
        case = max(same, key=lambda case: case.mentions[len(case.mentions) - 1])  # the one spoken of last
        for span in one.mentions:
            case.mentions.add(span)
        if not one.group and len(one.name.split()) > len(case.name.split()):
            case.name = one.name
        if case.listed is None:
            case.listed = one.listed
        if one.group and len(one.key) > len(case.key):
            case.key, case.name = one.key, one.name
        case.confidence = max(case.confidence, one.confidence)
    return cases


def _same(case: Case, one: Case) -> bool:
    if case.group is not one.group:
        return False
    if one.group:
        few, many = sorted((case.key, one.key), key=len)
        return few == many or (" " not in few and many.endswith(f" {few}"))
    if one.key:  # another of the same name, or one without a name
        return case.key == one.key
    return (not case.key or (" " in case.key and case.rule != "cases.unnamed")) and same_person(case.name, one.name)


def _name_again(spoken: Spoken, cases: list[Case]) -> None:
    """Add later mentions by last name or by another name, each to the one of that name who was spoken of before."""
    people = [
        case
        for case in cases
        if not case.group and (not case.key or case.rule != "cases.unnamed") and case.name != "(inaudible)"
    ]
    for case in people:
        for number in dict.fromkeys(spoken.number_at(span.start) for span in case.mentions):
            if match := ALSO_KNOWN.search(spoken.said[number].words):
                case.aliases.append(" ".join(match["alias"].split()))
            for span in case.mentions.within(spoken.said[number].start, spoken.said[number].end):
                if other := _IN_BRACKETS.match(spoken.text, span.end):
                    case.aliases.append(other["name"])
    for form, of in _forms(people).items():
        pattern = re.compile(
            rf"(?<![\w-])(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?{re.escape(form).replace(chr(92) + ' ', chr(92) + 's')}(?![\w-])"
            if form[0] < "\u3400"
            else re.escape(form)
        )
        for one in spoken.holding(re.findall(r"\w+", form)[-1:]):
            if one.heading:
                continue
            for match in pattern.finditer(spoken.text, one.start, one.end):
                span = Span(*match.span())
                if any(case.mentions.overlap(span) for case in people if case in of):
                    continue
                owner = _owner(of, span)
                if _part_of_other(spoken, span, owner):
                    continue
                owner.mentions.add(span)
                words = " ".join(match.group().split())
                if words not in {owner.name, *owner.aliases}:
                    owner.aliases.append(words)


# another script beside a name. matches " (罗文清)", "（Luo Wenqing）"
_IN_BRACKETS = re.compile(r"\s?[(（](?P<name>[\u3400-\u9fff·]{2,8}|[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){1,3})[)）]")


def _forms(people: list[Case]) -> dict[str, list[Case]]:
    """The forms by which persons are named again, longest first -> whose they may be."""
    forms: dict[str, list[Case]] = {}
    for case in people:
        words = case.name.split()
        own = {case.name, *case.aliases}
        if len(words) > 1 and not re.match(r"[\u3400-\u9fff]", case.name):
            own.add(words[-1])
            if len(words[0]) > 2 and len(words) == 2 and words[0].casefold() in _CHINESE_FIRST:
                own.add(words[0])
        for form in own:
            forms.setdefault(form, []).append(case)
    return dict(sorted(forms.items(), key=lambda one: (-len(one[0]), one[0])))


_CHINESE_FIRST_TEXT = """
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han feng cao
peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan
"""
_CHINESE_FIRST = frozenset(_CHINESE_FIRST_TEXT.split())


def _owner(of: list[Case], span: Span) -> Case:
    """Of those whom a form may name, the one spoken of last before."""

    def last(case: Case) -> int:
        before = case.mentions.before(span.start)
        return before.start if before else -1

    return max(of, key=last)


def _part_of_other(spoken: Spoken, span: Span, case: Case) -> bool:
    """Whether a last name stands inside another's full name."""
    said = spoken.said[spoken.number_at(span.start)]
    return any(
        name.start <= span.start and span.end <= name.end and not same_person(name.name, case.name)
        for name in spoken.names(said)
    )


def _joined(cases: list[Case]) -> list[Case]:
    """Those who were taken for a case of their own under another name of somebody, joined to him."""
    kept = list(cases)
    for case in cases:
        if case.group or case.key:
            continue
        owner = next(
            (
                other
                for other in kept
                if other is not case and not other.group and folded(case.name) in {folded(a) for a in other.aliases}
            ),
            None,
        )
        if owner is not None:
            owner.mentions = Spans([*owner.mentions, *case.mentions])
            kept.remove(case)
    return kept


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
