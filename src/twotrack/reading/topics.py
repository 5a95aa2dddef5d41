"""Topics: the human-rights themes that a document speaks or asks about, by their own words (data/theme_words.tsv)."""

import re
from dataclasses import dataclass, field
from functools import cache

from twotrack.reading.findings import Span, TopicFinding
from twotrack.reading.known import Known
from twotrack.reading.said import Said, find_said
from twotrack.reading.sides import Sides, find_sides
from twotrack.reading.word_lists import rows
from twotrack.vocabulary import MeetingStatus

# we brought it up. matches "we raised", "our concerns", "we expressed", "he also raised"; not "they raised"
_OURS = re.compile(
    r"(?i)\b(?:we|I|he|she)\s(?:\w+\s){0,2}?(?:raised|expressed|brought|pressed|stressed|underscored|asked)\b"
    r"|\bour\s(?:\w+\s)?concerns?\b|我方.{0,6}提出|关切"
)
# they did. matches "they raised", "the Chinese side raised", "their concerns"
_THEIRS = re.compile(
    r"\b(?:[Tt]hey|[Tt]he\s[A-Z]\w+(?:\s(?:side|delegation))?)\s(?:also\s)?(?:raised|expressed|brought"
    r"|complained)\b|\btheir\sconcerns?\b|对方提"
)
# both. matches "we discussed", "we had a discussion", "both sides", "talked about"
_BOTH = re.compile(
    r"(?i)\b(?:discuss\w*|talk\w*\sabout|exchang\w+|back-and-forth|both\s(?:sides|of)|the\stwo\ssides"
    r"|spoke\sabout|dialogues?)\b|双方|交流|讨论"
)


@dataclass(slots=True)
class _Topic:
    theme: str
    meeting: str | None
    raised_by: str | None = None
    rank: int = 0  # how plainly the document says who raised it
    official: bool = False
    mentions: list[Span] = field(default_factory=list)


def find_topics(known: Known) -> tuple[TopicFinding, ...]:
    """One finding a theme and meeting, in the order of first mention. Themes only asked about have no raiser."""
    sides = find_sides(known)
    found: dict[tuple[str, str | None], _Topic] = {}
    for said in find_said(known):
        if said.heading or said.moderator:
            continue
        for theme, span in _themes(said):
            meeting = _meeting(known, said)
            topic = found.setdefault((theme, meeting), _Topic(theme=theme, meeting=meeting))
            topic.mentions.append(span)
            topic.official = topic.official or said.official
            rank, party = _raiser(said, sides)
            if rank > topic.rank:
                topic.rank, topic.raised_by = rank, party
    return tuple(
        TopicFinding(
            theme=one.theme,
            raised_by=one.raised_by,
            meeting=one.meeting,
            mentions=tuple(_apart(one.mentions)),
            confidence=round(min(0.85, (0.6 if one.official else 0.4) + 0.05 * (len(one.mentions) - 1)), 2),
            rule="topics.words" if one.official else "topics.asked",
        )
        for one in sorted(found.values(), key=lambda one: min(one.mentions))
    )


def _themes(said: Said) -> list[tuple[str, Span]]:
    """The themes of a sentence with their words; a word inside another theme's longer phrase does not count."""
    found = [
        (theme, Span(said.start + match.start(), said.start + match.end()))
        for theme, pattern in _patterns()
        for match in pattern.finditer(said.words)
    ]
    return [
        (theme, span)
        for theme, span in found
        if not any(
            other != theme
            and at.start <= span.start
            and span.end <= at.end
            and at.end - at.start > span.end - span.start
            for other, at in found
        )
    ]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (theme, re.compile("|".join(filter(None, (_english(english), _han(han)))), re.IGNORECASE))
        for theme, english, han in rows("theme_words.tsv")
    )


def _english(words: str) -> str:
    alternatives = []
    for phrase in filter(None, words.split(";")):
        pattern = ""
        for word in phrase.split():
            plain = re.escape(word).replace(r"\*", r"[\w’'-]*").replace(r"\?", "?").replace(r"\[’'\]", "[’']")
            pattern += r"(?:[\w’'-]+\s){0,3}?" if word == "_" else plain + r"\s"
        alternatives.append(pattern.removesuffix(r"\s"))
    return rf"\b(?:{'|'.join(alternatives)})(?!\w)"


def _han(words: str) -> str:
    return "|".join(re.escape(word) for word in words.split(";") if word)


def _meeting(known: Known, said: Said) -> str | None:
    """The meeting that the sentence or its paragraph names, else the one that the document is about."""
    for meeting in known.meetings[1:]:
        if meeting.status is MeetingStatus.HELD and any(
            said.start <= span.start < said.end for span in meeting.mentions
        ):
            return meeting.id
    return known.meetings[0].id if known.meetings and known.meetings[0].status is MeetingStatus.HELD else None


def _raiser(said: Said, sides: Sides) -> tuple[int, str | None]:
    """Who raised what a sentence speaks of, and how plainly it says so."""
    if said.press:
        return 0, None
    if _THEIRS.search(said.words):
        return 3, sides.theirs
    if _OURS.search(said.words):
        return 3, sides.ours
    return (2, "both") if _BOTH.search(said.words) else (0, None)


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
