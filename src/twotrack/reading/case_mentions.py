"""Persons whose treatment is at issue, mention by mention: by the words beside their names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from twotrack.reading.case_signs import (
    ACTS,
    AMONG_HELD,
    AND_ALSO,
    ANOTHER,
    COMES_HOME,
    CORE,
    DONE_TO,
    FETCHES,
    IN_POWER,
    MATTER_OF,
    NEAR_TO,
    NOT_AT_ISSUE,
    OPENS_LIST,
    OWN_MATTER,
    ROLE_AFTER,
    STATE_OF,
    WORD,
)
from twotrack.reading.findings import Span
from twotrack.reading.known import Known
from twotrack.reading.names import PersonName, folded, same_person
from twotrack.reading.raising import Act, Raising
from twotrack.reading.raising_verbs import Deed
from twotrack.reading.said import Said
from twotrack.reading.spans import Spans
from twotrack.reading.spoken import Spoken
from twotrack.vocabulary import Raised

_NOT_HIMSELF = re.compile(
    r"(?i)\b(?:representatives?|authorities|government|administration|regime|officials|supporters|lawyers|family)\s(?:of|from|for)\s(?:the\s)?\Z"
)
_CALLS_ON = re.compile(r"(?i)\b(?:go\sto|with|from|next|question)\b")
# a person who is brought up: what stands between the verb and the name. matches " the case of ", " about "; not " with "
_BROUGHT_UP = re.compile(
    r"(?i)\b(?:with|to|by|upon|on|from|urged|called|told|asked|pressed|that|whether|informed)\b(?!\s(?:the\s)?(?:case|release|situation|fate))"
)
_BRINGS_UP = re.compile(
    r"(?i)rais|br(?:ought|ing|ings|inging)\s(?:\w+\s)?up|(?:in|en)quir|ask(?:ed|s|ing)\s(?:\w+\s){0,2}(?:about|after)|recall"
)
_MOURNED = re.compile(r"(?i)\b(?:thoughts|prayers?|condolences|sympath\w+|mourn\w*|grie\w+|heart\w*|wish\w*|thanks?)\b")
_NAMES_ALONE = re.compile(r"[\w\s,.’'-]*")
# what opens a sentence about one of a list of cases. matches "On the student ", "As for ", "These included ",
# "I’ll name one: "; not "On "
_TELLS_OF = re.compile(
    r"(?i)\A\W{0,3}(?:on|as\sfor|regarding|concerning|about|what\sabout|and)\s(?:(?:the|a|an)\s)?(?:[a-z][\w’'-]*\s){0,2}\Z"
    r"|\b(?:included?|name|mention|namely|are|were|among\s(?:them|these)|such\sas)(?:\s[^.;]{0,60}:|\sone,[^.;]{0,60}:|,)?\s(?:the\s)?(?:[a-z][\w’'-]*\s){0,2}\Z|:\s(?:the\s)?(?:[a-z][\w’'-]*\s){0,2}\Z"
)
_PERSON = re.compile(r"(?:He|She|They)(?=[’'\s])")
_LAST = 60  # characters after the last name of a sentence that the next one goes on about
_NEAR = 110  # characters between a name and a word of a case that speaks of it
_IN_LIST = 12  # items of a list that follow one line of its own


@dataclass(slots=True)
class Case:
    """A case while its mentions come in. `key` tells groups apart, and persons of one name."""

    name: str
    group: bool
    key: str
    rule: str
    confidence: float
    raised: Raised = Raised.MENTIONED
    raised_by: str | None = None
    listed: int | None = None  # the number of the sentence that opens the list where it stands
    aliases: list[str] = field(default_factory=list)
    mentions: Spans = field(default_factory=Spans)
    status: list[str] = field(default_factory=list)
    status_mentions: Spans = field(default_factory=Spans)


@lru_cache(maxsize=1 << 14)
def is_sign(word: str) -> bool:
    """Whether a word in lower case may stand where somebody's treatment is spoken of."""
    return WORD.fullmatch(word) is not None


class Persons:
    """The persons of a document who may be cases."""

    def __init__(self, known: Known, spoken: Spoken, raising: Raising) -> None:
        self._known, self._spoken, self._raising = known, spoken, raising
        named = {turn.speaker for turn in known.turns} | {one.name for one in known.askers.values()}
        named |= {one.name for one in known.participants if one.title or not one.rule.startswith("participants.met")}
        self._office: dict[str, bool] = {}
        self._others = _by_word(name for name in named if name)

    def find(self) -> Iterator[Case]:
        """Every mention of a person as a case, in the order of the sentences."""
        signed = frozenset(self._spoken.having(is_sign, han=False))
        opens = {number for number in signed if OPENS_LIST.search(self._spoken.said[number].words)}
        told_of = {number - 1 for number in signed if number and _PERSON.match(self._spoken.said[number].words)}
        last = len(self._spoken.said)
        opened: int | None = None
        for number in sorted(signed.union(told_of, *(range(n, min(last, n + _IN_LIST)) for n in opens))):
            one = self._spoken.said[number]
            if one.heading:
                continue
            if opened is not None and (number - opened >= _IN_LIST or self._spoken.said[opened].turn is not one.turn):
                opened = None
            yield from self._of(number, one, opened, signed=number in signed)
            if number in opens and not one.item:
                opened = number

    def _of(self, number: int, one: Said, opened: int | None, *, signed: bool) -> Iterator[Case]:
        before: tuple[PersonName, str, float] | None = None
        for name in self._spoken.names(one):
            why = self._why(number, one, name, before, opened, signed=signed)
            if why is None or not self._can_be(one, name, strong=why[1] >= 0.7):
                continue
            before = (name, *why)
            other = ANOTHER.search(one.words[max(0, name.start - one.start - 60) : name.start - one.start])
            yield Case(
                name=name.name,
                group=False,
                key=f"{folded(name.name)} {name.start}" if other else "",
                rule=f"cases.{why[0]}",
                confidence=why[1],
                listed=opened if why[0] == "list" else None,
                mentions=Spans([Span(name.start, name.end)]),
            )

    def _why(
        self,
        number: int,
        one: Said,
        name: PersonName,
        before: tuple[PersonName, str, float] | None,
        opened: int | None,
        *,
        signed: bool,
    ) -> tuple[str, float] | None:
        """The rule by which a named person may be a case, and how sure it is."""
        left = one.words[: name.whole.start - one.start]
        right = one.words[name.end - one.start :]
        head = left[-120:]
        if signed:
            if OWN_MATTER.match(right):
                return "own-matter", 0.8
            if STATE_OF.match(right) and not _others_state(head):
                return "state", 0.8
            if MATTER_OF.search(head) and not re.search(r"(?i)\bmurder\strial\b", head):
                return "matter-of", 0.85
            if DONE_TO.search(head):
                return "done-to", 0.75
            if AMONG_HELD.search(head):
                return "among-held", 0.75
            if COMES_HOME.match(right[:120]) and FETCHES.search(head) and self._about_cases(number):
                return "comes-home", 0.7
            if _near_to(one, head) and " " in name.name:
                return "near-to", 0.7
        if before is not None and before[1] not in {"list", "at-issue"}:
            gap = one.words[before[0].end - one.start : name.whole.start - one.start]
            if len(gap) < 90 and AND_ALSO.fullmatch(gap):
                return before[1], before[2]
        act = self._raising.at(number, name.start) if signed else None
        if act and _brought_up(act, one, name, self._about_cases(number)):
            return "raised-verb", 0.7
        if _goes_on(one, name, self._next(number)):
            return "state", 0.75
        if opened is not None and (opened != number) and self._is_item(one, name):
            return "list", 0.7
        if not signed:
            return None
        if NOT_AT_ISSUE.search(head) or ACTS.match(right) or " " not in name.name:
            return None
        near = one.words[max(0, len(left) - _NEAR) : name.end - one.start + _NEAR].replace(name.name, " ")
        if ROLE_AFTER.match(right) and CORE.search(near):
            return "at-issue", 0.65
        return ("at-issue", 0.5) if CORE.search(near) else None

    def _next(self, number: int) -> str:
        """The sentence after, in the same turn."""
        said = self._spoken.said
        return said[number + 1].words if number + 1 < len(said) and said[number + 1].turn is said[number].turn else ""

    def _about_cases(self, number: int) -> bool:
        """Whether a sentence, or one beside it, speaks of cases."""
        return any(CORE.search(one.words) for one in self._spoken.said[max(0, number - 1) : number + 2])

    def _is_item(self, one: Said, name: PersonName) -> bool:
        """Whether a name stands in a list: an item of it, or a sentence of names alone."""
        left = one.words[: name.whole.start - one.start]
        if (one.item and len(left) < 8) or _TELLS_OF.search(left):
            return True
        words = re.findall(r"[^\W\d_][\w’'-]*", one.words)
        capitals = sum(word[0].isupper() for word in words)
        return (
            " " in name.name
            and len(words) < 16
            and 3 * capitals >= 2 * len(words)
            and _NAMES_ALONE.fullmatch(one.words) is not None
        )

    def _can_be(self, one: Said, name: PersonName, *, strong: bool) -> bool:
        """Whether a named person can be a case: none of those others, nobody spoken for, nobody a moderator calls on."""
        if name.title and not name.honorific and IN_POWER.search(name.title):
            return False
        if (
            _NOT_HIMSELF.search(self._known.text[max(one.start, name.whole.start - 60) : name.whole.start])
            and not strong
        ):
            return False
        if one.moderator and _CALLS_ON.search(one.words):
            return False
        if any(
            same_person(name.name, other) for word in name.name.split() for other in self._others.get(folded(word), ())
        ):
            return False
        return not self._in_office(name)

    def _in_office(self, name: PersonName) -> bool:
        """Whether the document gives a person an office of power anywhere."""
        if name.name not in self._office:
            self._office[name.name] = self._titled(name)
        return self._office[name.name]

    def _titled(self, name: PersonName) -> bool:
        last = name.name.split()[-1]
        for said in self._spoken.holding(re.findall(r"\w+", last)[-1:]):
            for other in self._spoken.names(said):
                if (
                    other.title
                    and not other.honorific
                    and IN_POWER.search(other.title)
                    and same_person(other.name, name.name)
                ):
                    return True
        return False


def _by_word(names: Iterator[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        for word in name.split():
            found.setdefault(folded(word), []).append(name)
    return found


def _near_to(one: Said, head: str) -> bool:
    """Whether a name follows "the family of" and its like, where nobody is mourned."""
    match = NEAR_TO.search(head)
    return match is not None and (
        CORE.search(one.words) is not None
        or (match.group().casefold().startswith(("famil", "relatives")) and not _MOURNED.search(one.words))
    )


def _others_state(head: str) -> bool:
    """Whether what follows a name is told of another: "the brother of Hall was arrested"."""
    return (
        re.search(
            r"(?i)\b(?:brother|sister|son|daughter|wife|husband|father|mother|lawyer|friend|cousin|supporters)s?\sof\s(?:the\s)?\Z",
            head,
        )
        is not None
    )


def _goes_on(one: Said, name: PersonName, after: str) -> bool:
    """Whether the next sentence says of the one named last that something was done to him: "He has been held"."""
    if len(one.words) - (name.end - one.start) > _LAST or not _PERSON.match(after):
        return False
    return (
        STATE_OF.match(
            after[3 if after.startswith("She") else 4 if after.startswith("They") else 2 :]
            .replace("’s ", " is ", 1)
            .replace("'s ", " is ", 1)
        )
        is not None
    )


def _brought_up(act: Act, one: Said, name: PersonName, of_cases: bool) -> bool:
    """Whether a person is what a verb of raising brings up, not the one to whom it is put."""
    plain = _BRINGS_UP.match(act.words) is not None or (of_cases and act.words.startswith("mention"))
    if act.deed is not Deed.RAISED or name.start < act.verb or not plain:
        return False
    between = one.words[act.verb - one.start : name.whole.start - one.start]
    return len(between) < 60 and not _BROUGHT_UP.search(between)
