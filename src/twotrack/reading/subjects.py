"""Who does something in a sentence: parties, "we", "they", officials by their office or name, each with the party."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from twotrack.reading.findings import ParticipantFinding
from twotrack.reading.sides import Sides

BOTH = "both"
SAME = "same"
"""The party of "it", "he", "she": whoever acted before."""


class Subject(NamedTuple):
    """Words of a sentence that may do something. `object` where a preposition makes them another's object; `agent`
    where it is "by"."""

    start: int
    end: int
    party: str | None
    object: bool
    agent: bool


_OFFICE = (
    r"(?:[Ss]ecretary|[Mm]inister|[Pp]resident|[Aa]mbassador|[Ee]nvoy|[Cc]ommissioner|[Cc]hancellor|[Pp]remier"
    r"|[Cc]ounsell?or|[Aa]dvis[eo]r|[Dd]irector|[Rr]epresentative|[Ss]pokesperson|[Ss]pokesman|[Ss]pokeswoman)"
)
_BODY = (
    r"(?:side|delegations?|governments?|authorities|officials|representatives?|mission|team|counterparts?"
    r"|interlocutors|ministry|embassy|experts|diplomats)"
)
# whoever speaks. matches "we", "our side", "our delegation"; not "our counterparts", "ours"
_OURS = (
    r"\b(?:[Ww]e|I|[Ww]ir|[Ii]ch|[Nn]ous|[Jj][e’']|[Nn]osotros|[Oo]ur\s(?:side|delegation|team|ambassador"
    r"|minister|embassy|officials|experts))(?![\w])"
)
# who sits across. matches "they", "the other side", "our counterparts"; not "the others"
_THEIRS = (
    r"\b(?:[Tt]hey|[Tt]heir\s(?:side|delegation|minister|officials|experts)|[Tt]he\sother\s(?:side|delegation)"
    r"|[Oo]ur\s(?:\w+\s)?(?:counterparts?|interlocutors|guests|hosts|partners))\b"
)
# both. matches "both sides", "the two delegations", "the sides", "the delegations"; not "the side"
_BOTH = (
    r"\b(?:[Bb]oth\s(?:sides|parties|delegations|countries|governments|ministers|heads)"
    r"|[Ll]es\sdeux\s(?:parties|délégations|pays)|[Bb]eide\sSeiten|[Aa]mbas\spartes|[Tt]he\s(?:two\s\w+|sides|parties|delegations|interlocutors|participants|ministers|leaders))\b"
)
_SAME = r"\b(?:[Ii]t|[Hh]e|[Ss]he|[Ii]l|[Ee]lle|Er|er|Sie)\b"
_ONE_OFFICE = rf"\b(?:[Tt]he\s|[A-Z]\w+\s){{0,3}}?{_OFFICE}\b(?:\sGeneral)?(?:\s[A-Z][\w’'-]+){{0,2}}"
# before an object. matches "raised with ", "the case of the "; not "the side of " (that is a subject)
_PREPOSITION = re.compile(
    r"\b(?:with|to|from|of|in|between|against|for|about|on|at|near|into|towards?|than|among|inside|within|over|across)"
    r"\s(?:(?:the|its|his|her|their|our|a|an|his\sor\sher|all)\s)?(?:[A-Z][\w’'-]+\s){0,2}\Z"
)
_BY = re.compile(r"\bby\s(?:both\s)?(?:(?:the|its|his|her|their|our|an?)\s)?(?:[A-Z][\w’'-]+\s){0,2}\Z")
_GROUP_OF = re.compile(rf"\b(?:{_BODY}|{_OFFICE}|heads?)\s(?:of|for|from)\s(?:the\s)?(?:[A-Z][\w’'-]+\s){{0,2}}\Z")
_SIDE_AFTER = re.compile(r"\s(?:Seite|Delegation|Regierung|Vertreter)\b")
_ACTS = re.compile(rf"\s(?:[\w-]+\s)?(?:{_BODY}|{_OFFICE}|[Ff]oreign|[Dd]eputy|[Pp]rime)\b")


def subjects(words: str, sides: Sides, people: Sequence[ParticipantFinding]) -> list[Subject]:
    """The subjects of a sentence, in order, none inside another."""
    found: list[Subject] = []
    parties = sides.mentions(words)
    for party in parties:
        follows = _ACTS.match(words, party.end)
        if party.adjective and follows is None and not _SIDE_AFTER.match(words, party.end):
            continue
        end = follows.end() if follows else party.end
        found.append(_subject(words, party.start, end, party.party))
        if found[-1].object and _GROUP_OF.search(words[max(0, party.start - 80) : party.start]):
            found[-1] = _whose_group(words, found[-1])
    taken = list(found)
    for match in _general().finditer(words):
        if any(match.start() < one.end and one.start < match.end() for one in taken):
            continue
        kind = match.lastgroup
        party_of = {"ours": sides.ours, "theirs": sides.theirs, "both": BOTH, "same": SAME}
        name = _side_of_office(match.group(), sides, people) if kind == "office" else party_of[kind or "same"]
        found.append(_subject(words, match.start(), match.end(), name))
    return sorted(found)


@lru_cache(maxsize=1)
def _general() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<both>{_BOTH})|(?P<ours>{_OURS})|(?P<theirs>{_THEIRS})|(?P<same>{_SAME})|(?P<office>{_ONE_OFFICE})"
    )


def _subject(words: str, start: int, end: int, party: str | None) -> Subject:
    before = words[max(0, start - 60) : start]
    agent = _BY.search(before) is not None
    return Subject(start, end, party, agent or _PREPOSITION.search(before) is not None, agent)


def _whose_group(words: str, one: Subject) -> Subject:
    """The delegation of a party for the party: "the delegation of Verania raised"."""
    match = next(iter(_GROUP_OF.finditer(words[max(0, one.start - 80) : one.start])), None)
    start = max(0, one.start - 80) + (match.start() if match else 0)
    return _subject(words, start, one.end, one.party)


def _side_of_office(words: str, sides: Sides, people: Sequence[ParticipantFinding]) -> str | None:
    """The party of one who is named by an office: that of a participant of the name, else the speaker's own."""
    last = words.split()[-1]
    for one in people:
        if one.name and one.side and one.name.split()[-1] == last:
            return one.side
    return sides.ours
