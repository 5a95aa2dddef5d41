"""Cases without a person's name: groups, numbers of cases, one unnamed person, a name lost in print; and names in Chinese."""

import re
from collections.abc import Iterator

from twotrack.reading.case_mentions import Case, is_sign
from twotrack.reading.case_peoples import (
    BODY_CLOSED,
    COUNTED,
    EUROPEAN_GROUP,
    HAN_BODY,
    HAN_DONE,
    HAN_GROUP,
    HELD_AT,
    LED_TO,
    OF_NATION,
)
from twotrack.reading.case_signs import CORE, STATE_OF
from twotrack.reading.case_words import (
    AT_ISSUE,
    FAMILY,
    GROUP_AFTER,
    GROUP_BEFORE,
    GROUP_OTHER,
    GROUP_WERE,
    HAN_CASE,
    LOST_NAME,
    MEMBERS,
    NUMBER_OF_CASES,
    UNNAMED,
)
from twotrack.reading.findings import Span
from twotrack.reading.han import simplified
from twotrack.reading.raising import Raising
from twotrack.reading.raising_verbs import Deed
from twotrack.reading.said import Said
from twotrack.reading.spans import Spans
from twotrack.reading.spoken import Spoken

# names that follow at once. matches ", Bo Lund and", ": Bo Lund", " – Bo Lund"; not ", and"
_NAMED = re.compile(r"\A(?:,|:|\s[–—]|\s\()\s?(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}(?:[A-ZÀ-Þ][\w’'-]+)")
# before a number. matches "over ", "at least "; not "about " (that is more often "concern about")
_ABOUT = re.compile(r"(?i)\b(?:over|more\sthan|some|at\sleast|around|nearly|almost|up\sto)\s\Z")
_NO_PERSONS = re.compile(
    r"(?i)\b(?:covid|infections?|virus|vaccin\w*|per\sday|court\scases|new\scases|flu|monkeypox|ebola)\b"
)


def find_groups(spoken: Spoken, raising: Raising) -> Iterator[Case]:
    """Groups and unnamed persons, sentence by sentence."""
    for number in spoken.having(is_sign, han=False):
        one = spoken.said[number]
        if one.heading:
            continue
        yield from _groups(spoken, raising, number)
        yield from _bodies(one)
        yield from _unnamed(one, raised=any(act.deed is Deed.RAISED for act in raising.acts(number)))
        for match in LOST_NAME.finditer(one.words):
            yield _case("(inaudible)", one, match.span(), "lost-name", 0.5, group=False, key="(inaudible)")


def find_in_han(spoken: Spoken) -> Iterator[Case]:
    """Persons named in Chinese where their case is spoken of."""
    for number in spoken.han:
        one = spoken.said[number]
        if one.heading:
            continue
        for match in HAN_CASE.finditer(simplified(one.words)):
            for group in ("name", "name2", "name3"):
                if match[group]:
                    start, end = match.span(group)
                    yield _case(one.words[start:end], one, (start, end), "han", 0.6, group=False, key="")
        yield from _han_groups(one)


def _han_groups(one: Said) -> Iterator[Case]:
    """Groups and bodies in Chinese: counted persons of whom something was done, bodies that were banned."""
    han = simplified(one.words)
    for match in HAN_BODY.finditer(han):
        yield _case(one.words[slice(*match.span())], one, match.span(), "body", 0.5, group=True, key=match["name"])
    if HAN_DONE.search(han):
        for match in HAN_GROUP.finditer(han):
            at = match.span("whole")
            yield _case(one.words[slice(*at)], one, at, "group", 0.5, group=True, key=match["whole"])


def _bodies(one: Said) -> Iterator[Case]:
    """Newspapers, churches and the like that were closed or banned."""
    for match in BODY_CLOSED.finditer(one.words):
        at = match.span("body" if match["body"] else "name")
        yield _case(one.words[slice(*at)], one, at, "body", 0.5, group=True, key=one.words[slice(*at)].casefold())


def _case(name: str, one: Said, at: tuple[int, int], rule: str, confidence: float, *, group: bool, key: str) -> Case:
    return Case(
        name=" ".join(name.split()),
        group=group,
        key=key,
        rule=f"cases.{rule}",
        confidence=confidence,
        mentions=Spans([Span(one.start + at[0], one.start + at[1])]),
    )


def _groups(spoken: Spoken, raising: Raising, number: int) -> Iterator[Case]:
    """Groups of persons: by a number or because they were raised; a community as a whole is none."""
    one = spoken.said[number]
    raised = any(
        act.deed is Deed.RAISED
        for at in range(number, min(number + 3, len(spoken.said)))
        if spoken.said[at].turn is one.turn
        for act in raising.acts(at)
    )
    taken: list[tuple[int, int]] = []
    for pattern in (
        (
            OF_NATION,
            GROUP_AFTER,
            GROUP_WERE,
            FAMILY,
            GROUP_BEFORE,
            MEMBERS,
            GROUP_OTHER,
            COUNTED,
            HELD_AT,
            NUMBER_OF_CASES,
        )
        if AT_ISSUE.search(one.words)
        else (COUNTED, NUMBER_OF_CASES, FAMILY, EUROPEAN_GROUP)
    ):
        for match in pattern.finditer(one.words):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            groups = match.groupdict()
            if pattern is HELD_AT and not (raised or one.press):
                continue
            if pattern is COUNTED and not _is_counted(match, one, raised=raised):
                continue
            if pattern not in _ENOUGH and not _is_group(groups, match, one, spoken, number, raised=raised):
                continue
            start, end = match.span("whole") if groups.get("whole") else match.span()
            if re.search(r"[A-ZÀ-Þ][\w’'-]+,\s\Z", one.words[max(0, start - 30) : start]):
                continue  # it says who a person named before is
            if _NAMED.match(one.words[end : end + 60]) and pattern is not MEMBERS:
                continue
            if ahead := _ABOUT.search(one.words[max(0, start - 14) : start]):
                start -= len(ahead.group())
            taken.append((start, end))
            words = re.sub(r"^(?:the|these|those|some)\s(?!\d)", "", " ".join(one.words[start:end].split()))
            held = groups.get("held")
            who = (groups.get("who") or held or _head_of(pattern, words)).casefold().rstrip("s")
            count = (groups.get("number") or "").casefold()
            key = f"{count} {'prisoner' if held and count else who}".strip()
            yield _case(
                words,
                one,
                (start, end),
                "group",
                0.5,
                group=True,
                key=key if pattern not in (MEMBERS, FAMILY, EUROPEAN_GROUP, HELD_AT) else words.casefold(),
            )


def _head_of(pattern: re.Pattern[str], words: str) -> str:
    """The noun of a group of one nation: "citizens" of "U.S. citizens who are held"."""
    noun = _HEAD.search(words) if pattern is OF_NATION else None
    return noun["noun"] if noun else "case"


_HEAD = re.compile(
    r"(?P<noun>[A-Za-z]{4,20})\s(?:(?:overseas|abroad|out\sthere)\s)?(?:who|that|still|currently|being|un\w+|wrong\w+|arb\w+|detained|held|im\w+|jailed|taken)\b"
)
_ENOUGH = (COUNTED, OF_NATION, EUROPEAN_GROUP, HELD_AT)  # patterns whose words leave no doubt


def _is_counted(match: re.Match[str], one: Said, *, raised: bool) -> bool:
    """Whether a counted group is brought up or held, by the words before it, or by what is told of it after."""
    before = LED_TO.search(one.words[max(0, match.start() - 60) : match.start()])
    if before is not None:
        return before.group().split()[0].casefold() not in {"for", "visit", "visited"} or raised
    return STATE_OF.match(one.words[match.end("whole") :]) is not None


def _is_group(
    groups: dict[str, str | None], match: re.Match[str], one: Said, spoken: Spoken, number: int, *, raised: bool
) -> bool:
    """Whether words for several persons are one matter: numbered, or raised."""
    if _NO_PERSONS.search(one.words):
        return False
    if "cases" in groups:
        if (groups.get("number") or "").casefold() in {"some", "several"}:
            return False
        if groups["cases"] in {"individuals", "names"} and not raised:
            return False
        before = spoken.said[number - 1].words if number and spoken.said[number - 1].turn is one.turn else ""
        return (
            raised
            or re.search(
                r"(?i)\b(?:hold|held|detain\w*|prisoners?|individual|consular|lists?)\b", before + " " + one.words
            )
            is not None
        )
    if "family" in groups:
        around = " ".join(said.words for said in spoken.said[max(0, number - 1) : number + 2])
        return CORE.search(around) is not None or raised
    if "members" in groups:
        return True
    if groups.get("held") == "prisoners of conscience" and not groups.get("number"):
        return False
    count = groups.get("number")
    if not (count or raised or groups.get("held") == "hostages" or "currently in custody" in match.group()):
        return False
    if (count or "").casefold() in {"", "some", "several"}:
        if groups.get("held") == "hostages":
            return True
        if not raised and (groups.get("held") is None or " in " not in match.group()):
            return False
        if groups.get("held") in {"prisoners", "detainees"} and not groups.get("nation"):
            return False
    return True


def _unnamed(one: Said, *, raised: bool) -> Iterator[Case]:
    """One person without a name, by a description: "a Veranian businessman was arrested"."""
    for match in UNNAMED.finditer(one.words):
        if not match["whole"] and not raised:
            continue
        start, end = match.span("whole") if match["whole"] else match.span("whole2")
        if re.search(r"(?:[A-ZÀ-Þ][\w’'-]+,|\b(?:is|was|as|[’']s))\s\Z", one.words[max(0, start - 30) : start]):
            continue  # it says who a person named before is
        if _NAMED.match(one.words[end : end + 60]) or re.match(r"\s[A-ZÀ-Þ][\w’'-]+", one.words[end : end + 30]):
            continue
        words = " ".join(one.words[start:end].split())
        yield _case(words, one, (start, end), "unnamed", 0.45, group=False, key=words.casefold())
