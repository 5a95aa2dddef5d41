"""Topics: the human-rights themes that a document speaks or asks about, by their own words (data/theme_words.tsv)."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache, lru_cache

from twotrack.reading.findings import Span, TopicFinding
from twotrack.reading.han import simplified
from twotrack.reading.known import Known
from twotrack.reading.meeting_of import MeetingOf
from twotrack.reading.raising import Act, Raising
from twotrack.reading.raising_verbs import Deed
from twotrack.reading.said import Said
from twotrack.reading.sides import Sides, find_sides
from twotrack.reading.spoken import Spoken
from twotrack.reading.word_lists import rows

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

_BODY = (
    r"(?:Commission|Committee|Ministry|Department|Bureau|Federation|Association|Agency|Institute|Institution|Office"
    r"|Directorate|Union|Foundation|Inspectorate|Administration|Authority|Centre|Center)"
)
# after words of a theme: they are a body's name. matches "’ Federation", " Inspectorate", " Affairs Commission"; not
# " commission", " in the Office"
_BODY_AFTER = re.compile(rf"[’']?(?:s)?\s(?:[A-Z]\w{{1,15}}\s)?{_BODY}\b")
# before them. matches "Commission for ", "Bureau of the "; not "the office of "
_BODY_BEFORE = re.compile(rf"\b{_BODY}\s(?:for|of|on)\s(?:the\s)?(?:[A-Z]\w{{1,15}}\s){{0,2}}\Z")
# after words of a theme in Chinese. matches "委员会", "署", "中心"; not "问题"
_HAN_BODY = re.compile(r"(?:事务|事務|管理|工作)?(?:委员会|委員會|部门|部門|署|局|中心|联合会|聯合會|协会|協會)")


@dataclass(slots=True)
class _Topic:
    theme: str
    meeting: str | None
    raised_by: str | None = None
    rank: int = 0  # how plainly the document says who raised it
    official: bool = False
    mentions: list[Span] = field(default_factory=list)

    def raised(self, rank: int, party: str | None) -> None:
        """Take note of who raised it: what is said more plainly counts, and two who both did are both."""
        if rank > self.rank:
            self.rank, self.raised_by = rank, party
        elif rank == self.rank == 3 and party != self.raised_by:
            self.raised_by = "both"


def find_topics(known: Known) -> tuple[TopicFinding, ...]:
    """One finding a theme and meeting, in the order of first mention. Themes only asked about have no raiser, and what is
    said not to have been raised is no theme of the meeting."""
    sides = find_sides(known)
    spoken = known.spoken or Spoken(known.text, known.document.body, known.turns)
    meetings, raising = MeetingOf(known, spoken), Raising(known)
    found: dict[tuple[str, str | None], _Topic] = {}
    for number, themes in find_themes(known):
        said = spoken.said[number]
        if said.heading or said.moderator:
            continue
        for theme, span in themes:
            act = raising.at(number, span.start) if said.official else None
            if act and act.negated and act.deed in {Deed.RAISED, Deed.DISCUSSED}:
                continue
            meeting = meetings.sentence(number)
            topic = found.setdefault((theme, meeting), _Topic(theme=theme, meeting=meeting))
            topic.mentions.append(span)
            topic.official = topic.official or said.official
            topic.raised(*_raiser(said, act, sides))
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


Themed = tuple[tuple[int, tuple[tuple[str, Span], ...]], ...]
"""The sentences that name themes, by their numbers, in order, each with its themes and the words that tell them."""


def find_themes(known: Known) -> Themed:
    """Where themes are named: what topics and positions walk over."""
    if known.themes is not None:
        return known.themes
    return _themed(known.spoken or Spoken(known.text, known.document.body, known.turns))


def _themed(spoken: Spoken) -> Themed:
    found = ((number, _themes(spoken.said[number], possible)) for number, possible in sorted(_possible(spoken).items()))
    return tuple((number, tuple(themes)) for number, themes in found if themes)


def _possible(spoken: Spoken) -> dict[int, set["_Phrases"]]:
    """The sentences that may hold words of a theme -> the phrases that they may hold."""
    possible: dict[int, set[_Phrases]] = {number: set() for number in spoken.han}
    for word, numbers in spoken.words.items():
        if phrases := _phrases_of(word):
            for number in numbers:
                possible.setdefault(number, set()).update(phrases)
    return possible


def themes_in(words: str) -> dict[str, Span]:
    """The themes that some words name, each with the words that tell it first."""
    spoken = Spoken(words, 0, ())
    found = [one for _, themes in _themed(spoken) for one in themes]
    return dict(sorted(found, key=lambda one: one[1], reverse=True))


def _themes(said: Said, possible: Collection["_Phrases"]) -> list[tuple[str, Span]]:
    """The themes of a sentence, by the phrases possible, with their words; a word inside another theme's longer phrase does
    not count."""
    found = [
        (theme, Span(said.start + match.start(), said.start + match.end()))
        for theme, phrases in sorted(possible)
        for match in _pattern(phrases).finditer(said.words)
        if not (match.group()[0].isupper() and _of_a_body(said.words, match.start(), match.end()))
    ]
    if not said.words.isascii():
        pattern, of = _han_patterns()
        found += [
            (of[match.group()], Span(said.start + match.start(), said.start + match.end()))
            for match in pattern.finditer(simplified(said.words))
            if not _HAN_BODY.match(said.words, match.end())
        ]
    return [(theme, span) for theme, span in found if not any(_inside(span, at) for _, at in found)]


def _of_a_body(words: str, start: int, end: int) -> bool:
    """Whether words of a theme only name a body: "the National Commission for Minorities" is no talk of minorities."""
    return (
        _BODY_AFTER.match(words, end) is not None or _BODY_BEFORE.search(words, max(0, start - 50), start) is not None
    )


def _inside(span: Span, at: Span) -> bool:
    """Whether words of one theme are a part of a longer phrase."""
    return at.start <= span.start and span.end <= at.end and at.end - at.start > span.end - span.start


_Phrases = tuple[str, str]
"""A theme, and those of its phrases that hang on one word, parted by semicolons."""


@cache
def _pattern(phrases: str) -> re.Pattern[str]:
    return re.compile(_any_of(phrases), re.IGNORECASE)


@cache
def _words() -> dict[str, str]:
    """The phrases of each theme in Latin script, parted by semicolons."""
    european = {row[0]: row[1] for row in rows("theme_words_european.tsv")}
    return {
        theme: ";".join(filter(None, (english, european.get(theme, ""))))
        for theme, english, _ in rows("theme_words.tsv")
    }


@cache
def _han_patterns() -> tuple[re.Pattern[str], dict[str, str]]:
    """All Chinese phrases, longer ones first, and the theme of each."""
    of = {simplified(phrase): theme for theme, _, han in rows("theme_words.tsv") for phrase in han.split(";") if phrase}
    return re.compile("|".join(sorted(of, key=len, reverse=True))), of


@lru_cache(maxsize=1 << 14)
def _phrases_of(word: str) -> tuple[_Phrases, ...]:
    """The phrases, theme by theme, of which a word is the one without which none of them stands."""
    whole, stems = _anchors()
    return tuple(
        dict.fromkeys(
            [*whole.get(word, ()), *(one for stem, ones in stems.items() if word.startswith(stem) for one in ones)]
        )
    )


@cache
def _anchors() -> tuple[dict[str, list[_Phrases]], dict[str, list[_Phrases]]]:
    """Of each phrase its longest word: whole ones -> the phrases that hang on them, and stems with theirs."""
    whole: dict[str, dict[str, list[str]]] = {}
    stems: dict[str, dict[str, list[str]]] = {}
    for theme, words in _words().items():
        for phrase in filter(None, words.split(";")):
            anchor = max(re.findall(r"[^\W_]+\??[^\W_]*\*?", phrase), key=len)
            plain = anchor.rstrip("*")
            for form in {plain.replace("?", ""), re.sub(r".\?", "", plain)}:
                (stems if anchor.endswith("*") else whole).setdefault(form, {}).setdefault(theme, []).append(phrase)
    return _joined(whole), _joined(stems)


def _joined(forms: dict[str, dict[str, list[str]]]) -> dict[str, list[_Phrases]]:
    return {form: [(theme, ";".join(phrases)) for theme, phrases in themes.items()] for form, themes in forms.items()}


def _any_of(words: str) -> str:
    alternatives = []
    for phrase in filter(None, words.split(";")):
        pattern = ""
        for word in phrase.split():
            plain = re.escape(word).replace(r"\*", r"[\w’'-]*").replace(r"\?", "?").replace(r"\[’'\]", "[’']")
            pattern += r"(?:[\w’'-]+\s{1,8}){0,3}?" if word == "_" else plain + r"\s{1,8}"
        alternatives.append(pattern.removesuffix(r"\s{1,8}"))
    return rf"\b(?:{'|'.join(alternatives)})(?!\w)"


def _raiser(said: Said, act: Act | None, sides: Sides) -> tuple[int, str | None]:
    """Who raised what a sentence speaks of, and how plainly it says so."""
    if said.press:
        return 0, None
    if act is not None:
        if act.deed is Deed.DISCUSSED:
            return 2, "both"
        if act.deed in {Deed.RAISED, Deed.STRESSED} and act.by:
            return (1 if act.to_come else 3), act.by
    if _THEIRS.search(said.words):
        return 1, sides.theirs
    if _OURS.search(said.words):
        return 1, sides.ours
    return (1, "both") if _BOTH.search(said.words) else (0, None)


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
