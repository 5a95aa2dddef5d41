"""Characterisations: how a side describes a meeting, in its words ("candid and constructive", "坦诚深入")."""

import re
from collections.abc import Iterator
from functools import lru_cache

from twotrack.reading.findings import CharacterisationFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.meeting_of import MeetingOf
from twotrack.reading.said import Said
from twotrack.reading.sides import Sides, find_sides
from twotrack.reading.spoken import Spoken
from twotrack.reading.subjects import BOTH, subjects

# what is described
_TALKS = (
    r"(?:talks?|discussions?|dialogues?|consultations?|exchanges?|conversations?|meetings?|rounds?|sessions?|deliberations"
    r"|back-and-forth)"
)
_WAY = r"(?:atmosphere|climate|spirit|manner|tone|fashion|way)"
# how: the adjectives by which diplomats and their critics describe talks; a closed list
_HOW = (
    r"(?:candid|frank|open|honest|constructive|productive|fruitful|useful|valuable|positive|friendly|cordial|warm|amicable"
    r"|in-depth|deep|detailed|substantive|substantial|thorough|comprehensive|wide-ranging|broad-ranging|difficult|tough|robust"
    r"|vigorous|respectful|professional|business-?like|pragmatic|intense|intensive|lively|direct|serious|meaningful|disappointing"
    r"|scripted|rehearsed|one-sided|heated|tense|polite|courteous|interactive|genuine|extensive|sincere|rich|worthwhile"
    r"|engaging|good|excellent|very\sgood|successful|strained|formal|superficial|repetitive|evasive|inclusive"
    r"|back-and-forth)"
)
_VERY = r"(?:(?:very|quite|truly|extremely|really|particularly|more|most|fairly|rather|generally|equally|highly)\s)?"
_RUN = rf"{_VERY}{_HOW}(?:(?:,?\s(?:and|but|yet)\s(?:also\s)?|,\s){_VERY}{_HOW}){{0,4}}"
# matches "a candid and constructive exchange", "candid, in-depth talks", "in a friendly atmosphere"
_BEFORE = re.compile(rf"(?i)\b(?P<how>{_RUN}),?\s(?:and\s)?(?:[\w-]+\s){{0,3}}?(?:{_TALKS}|{_WAY})\b")
# matches "the talks were candid", "the atmosphere was tense but polite", "they described the round as scripted"
_AFTER = re.compile(
    rf"(?i)\b(?:{_TALKS}|{_WAY})\s(?:[\w’'-]+\s){{0,4}}?(?:was|were|is|are|has\sbeen|have\sbeen|remained|as|to\shave\sbeen|proved)\s"
    rf"(?:all\s|both\s|also\s|a\s|an\s|overall\s|indeed\s){{0,2}}(?P<how>{_RUN})\b"
)
# one adjective that is said of anything counts beside the noun that it describes alone: "a good meeting", not "a good
# many meetings"
_PLAIN = re.compile(
    r"(?i)(?:very\s)?(?:good|open|deep|direct|formal|rich|excellent|serious|positive|useful|warm|substantial|more\s\w+)\Z"
)
_NOUN_NEXT = re.compile(rf"(?i)\s(?:{_TALKS}|{_WAY})\b")
# not how it was. matches "hoped for a constructive", "looks forward to", "we want"
_NOT_SO = re.compile(
    r"(?i)\b(?:hop(?:ed?|es|ing)|want|wish|look(?:s|ed|ing)?\sforward|call(?:ed|s)?\sfor|will|would|should|ready|willing|if|need(?:s|ed)?"
    r"|not|never|no|lack(?:ed|s)?|without|commit(?:ted|ment)|seek|toward|towards|continue|future"
    r"|esp[éèe]r\w+|souhait\w+|sera|hoff\w+|wünsch\w+|wird|werden|dese\w+|será|nicht|pas)\b"
)
_HAN_HOW = r"(?:坦诚|坦率|深入|建设性|友好|富有成果|富有成效|务实|积极|开放|专业|有益|热烈|严肃|真诚|尊重)"
_HAN_RUN = rf"{_HAN_HOW}(?:[、，和而且]{{0,2}}{_HAN_HOW}){{0,5}}"
# matches "进行了坦诚、深入的交流", "气氛友好", "会谈是建设性的"
_HAN = re.compile(
    rf"(?P<a>{_HAN_RUN})(?:的|地)?[^，。；]{{0,4}}(?:交流|对话|会谈|磋商|讨论|沟通|交换意见|交换了意见|气氛)"
    rf"|(?:气氛|会谈|对话|磋商)(?:是|十分|非常)?(?P<b>{_HAN_RUN})"
)
_HAN_NOT_SO = re.compile(r"希望|愿|将|应|期待|开展")
_EUROPEAN_TALKS = (
    r"(?:entretiens?|échanges?|discussions?|dialogue|consultations?|Gespräche?|Austausch|Dialog|Konsultationen|Atmosphäre|atmosphère"
    r"|conversaciones|diálogo|intercambio|reunión|ambiente|consultas)"
)
_EUROPEAN_HOW = (
    r"(?:franc(?:he|s|hes)?|ouverte?s?|constructi(?:f|fs|ve|ves)|approfondie?s?|cordia(?:l|le|ux)|fructueux|offene[nrsm]?|offen"
    r"|konstruktive?[nrsm]?|vertrauensvolle?[nrsm]?|sachliche?[nrsm]?|intensive?[nrsm]?|freundschaftliche?[nrsm]?|franc[oa]s?|abiert[oa]s?"
    r"|constructiv[oa]s?|fructífer[oa]s?|cordial(?:es)?|profund[oa]s?)"
)
_EUROPEAN_RUN = rf"{_EUROPEAN_HOW}(?:(?:,\s|\s(?:et|und|y)\s){_EUROPEAN_HOW}){{0,3}}"
# matches "échanges francs et constructifs", "offener und konstruktiver Austausch", "diálogo franco y constructivo"
_EUROPEAN = re.compile(
    rf"\b(?P<a>{_EUROPEAN_RUN})\s{_EUROPEAN_TALKS}\b|\b{_EUROPEAN_TALKS}\s(?:(?:ont\sété|a\sété|war|waren|fue|fueron|verlief\w*)\s)?(?P<b>{_EUROPEAN_RUN})\b"
)
# who says so. matches "both sides described", "they called the talks"
_CALLED = re.compile(r"(?i)\b(?:describ|characteri[sz]|call|deem|consider|agree|assess|view)\w*\b")
# a word of a sentence that may describe; of hyphenated ones a part
_MARK = re.compile(rf"(?:{_HOW}|{_EUROPEAN_HOW}|depth|ranging|sided|forth|like)\Z")


def find_characterisations(known: Known) -> tuple[CharacterisationFinding, ...]:
    """One finding for each run of words by which an official, or the document, says how a meeting was."""
    spoken = known.spoken or Spoken(known.text, known.document.body, known.turns)
    meetings, sides, found = MeetingOf(known, spoken), find_sides(known), list[CharacterisationFinding]()
    for number in spoken.having(_may_describe):
        said = spoken.said[number]
        if said.heading or not said.official:
            continue
        for span in _described(said):
            found.append(
                CharacterisationFinding(
                    words=" ".join(known.text[span.start : span.end].split()),
                    party=_by(said, span.start - said.start, sides),
                    meeting=meetings.sentence(number),
                    mentions=(span,),
                    confidence=0.7,
                    rule="characterisations.words",
                )
            )
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _may_describe(word: str) -> bool:
    return _MARK.match(word) is not None


def _described(said: Said) -> Iterator[Span]:
    """The words of a sentence that say how a meeting was."""
    words, end = said.words, 0
    for match in sorted((*_latin(words), *_of_groups(_EUROPEAN, words), *_han(words))):
        if match[0] >= end:
            yield Span(said.start + match[0], said.start + match[1])
            end = match[1]


def _latin(words: str) -> Iterator[tuple[int, int]]:
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(words):
            start, end = match.span("how")
            plain = _PLAIN.match(words[start:end]) is not None and pattern is _BEFORE
            if plain and not _NOUN_NEXT.match(words, end):
                continue
            if _NOT_SO.search(words[max(0, match.start() - 60) : end]) is None:
                yield start, end


def _of_groups(pattern: re.Pattern[str], words: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(words):
        if _NOT_SO.search(words[max(0, match.start() - 60) : match.start()]) is None:
            yield match.span("a") if match.group("a") else match.span("b")


def _han(words: str) -> Iterator[tuple[int, int]]:
    if words.isascii():
        return
    for match in _HAN.finditer(words):
        if _HAN_NOT_SO.search(words[max(0, match.start() - 8) : match.start()]) is None:
            yield match.span("a") if match.group("a") else match.span("b")


def _by(said: Said, at: int, sides: Sides) -> str | None:
    """Whose description it is: of whoever is said to describe it so, else the speaker's own side."""
    called = _CALLED.search(said.words)
    if called is not None and called.start() < at:
        who = [one for one in subjects(said.words, sides, ()) if one.end <= called.start() and not one.object]
        if who and who[-1].party in (BOTH, *filter(None, (sides.ours, *sides.others))):
            return who[-1].party
    return sides.ours
