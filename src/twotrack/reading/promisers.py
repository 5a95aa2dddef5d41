"""Whose an undertaking is: the party of its subject, "both" where the sides or a joint event are the subject."""

import re
from collections.abc import Sequence

from twotrack.reading.findings import ParticipantFinding
from twotrack.reading.said import Said
from twotrack.reading.sides import Sides
from twotrack.reading.undertakings import Undertaking
from twotrack.reading.whose import party_in_han, party_named

BOTH = "both"
# both sides. matches "Both governments", "the two leaders", "The parties", "Les deux parties", "双方"; not "the party"
_BOTH = re.compile(
    r"(?i)\b(?:both|the\stwo|(?:the|our)\s(?:parties|sides|leaders|presidents|ministers|delegations|two\s\w+)|each\sside"
    r"|our\steams|beide\w?|les\sdeux|ambas|las\sdos|together)\b|双方|雙方|两国|兩國"
)
# events that two sides hold. matches "The next round", "The fourth consultation", "the talks", "Die nächste Runde"
_EVENT = re.compile(
    r"(?i)\b(?:rounds?|dialogue|consultations?|talks|negotiations|session|meeting|summit|workshop|seminar"
    r"|working\sgroup|experts|doctors|judges|review|runde|gespräche|dialog|konsultationen|ronda|diálogo"
    r"|sesión|council)\b"
    r"|对话|磋商|会议|谈判|對話|諮商|會議|談判|会谈"
)
_OURS = re.compile(
    r"\b(?:[Ww]e|[Uu]s|[Oo]ur|[Mm]y|[Ww]ir|[Uu]nser\w{0,2}|[Nn]ous|[Nn]otre|[Nn]os|[Nn]osotros|[Nn]uestr[oa]s?)"
    r"\b|我方|我们|我們|我国|我國"
)
_THEIRS = re.compile(r"\b(?:[Tt]hey|[Tt]heir|[Tt]he\sother\sside|[Aa]uthorities|[Tt]hem)\b|对方|對方")
_SAME = re.compile(r"\A(?:[Hh]e|[Ss]he|[Ii]t|who|which|[Ee]r|[Ss]ie|[Ii]l|[Ee]lle)?\Z")
# by whom. matches " by Lanna in 2036"
_ANY_HAN = re.compile("[\u3400-\u9fff]")
_BY = re.compile(r"\sby\s(?:the\s)?(?P<who>[A-ZÀ-Þ][\w’-]{2,24})")


def who_undertakes(
    one: Undertaking, said: Said, sides: Sides, people: Sequence[ParticipantFinding], meeting_held_by_two: bool
) -> str:
    """The party, "both", or the speaker where "I" undertakes what the speaker alone will do."""
    subject = re.sub(r"\A(?:And|But|So|Then|and|but|then)\s", "", one.subject)
    before = said.words[: one.start]
    if by := _BY.match(said.words, one.verb_at):
        return party_named(by["who"], sides) or sides.ours or BOTH
    if re.fullmatch(r"I|Ich|[Jj]e", subject):
        return (said.turn.speaker if said.turn else None) or sides.ours or BOTH
    if _SAME.match(subject) and (acting := _named_before(before, sides, people)):
        return acting
    if _BOTH.search(subject):
        return BOTH
    if party := _of_words(subject, sides, people):
        return BOTH if " and " in subject and _two(subject, sides) else party
    if _EVENT.search(subject) or (not subject and meeting_held_by_two):
        return BOTH
    if _THEIRS.search(subject):
        named = [one.party for one in sides.mentions(before) if one.party != sides.ours]
        return (named[0] if named else sides.theirs) or BOTH
    return sides.ours or BOTH


def whose_act(words: str, sides: Sides, people: Sequence[ParticipantFinding]) -> str | None:
    """The party of a subject that is no pronoun; "both" where it names an event that two sides hold."""
    if _BOTH.search(words) or (_EVENT.search(words) and not sides.mentions(words)):
        return BOTH
    return _of_words(words, sides, people)


def _of_words(words: str, sides: Sides, people: Sequence[ParticipantFinding]) -> str | None:
    """The party that a subject names: by a person known to have taken part, an own "our", or a party's name."""
    if _OURS.search(words):
        return sides.ours
    for one in people:
        if one.name and one.side and re.search(rf"(?<!\w){re.escape(one.name.split()[-1])}(?!\w)", words):
            return one.side
    if _ANY_HAN.search(words) and (party := party_in_han(words, sides)):
        return party
    if mentioned := sides.mentions(words):
        return mentioned[0].party
    return next(
        (party for word in re.findall(r"[A-ZÀ-Þa-zß-ÿ][\wà-ÿ-]{3,}", words)[:6] if (party := _side_named(word, sides))),
        None,
    )


def _side_named(word: str, sides: Sides) -> str | None:
    found = party_named(word, sides)
    return found if found in {sides.ours, *sides.others, *sides.named} else None


def _two(words: str, sides: Sides) -> bool:
    return len({one.party for one in sides.mentions(words)}) > 1 or bool(
        re.search(r"\band\sthe\b|\bUnion\sand\b", words)
    )


def _named_before(before: str, sides: Sides, people: Sequence[ParticipantFinding]) -> str | None:
    """Who acted before in the sentence, for "it", "he", "they" or no subject at all: the first that it names."""
    if _BOTH.search(before[:60]):
        return BOTH
    clause = re.split(r"[;:]\s", before)[-1]
    if _OURS.search(clause[:30]):
        return sides.ours
    return _of_words(clause[:80], sides, people)
