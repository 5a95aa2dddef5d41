"""Rounds, expert talks, trips, calls and summits by their names, with the patterns of meeting_words.py."""

import re
from collections.abc import Callable, Iterator

from twotrack.reading.meeting_words import (
    AND_ON,
    CALL,
    CONTINUED,
    DIALOGUE_THEN,
    EXPERT,
    HAN_EXPERT,
    HAN_ROUND,
    HAN_VISIT,
    LAST_ONE,
    MEET_AGAIN,
    MEETING_WITH,
    NO_TRIP,
    ONGOING,
    PROPER,
    REVIEW,
    ROUND,
    SIGNING,
    SUMMIT,
    TRIP,
    VISITED,
    Manner,
    Named,
    ordinal,
)
from twotrack.vocabulary import MeetingKind

_WORD_OF_KEY = re.compile(r"[a-z]{3,}|g7|g20")
_NO_KEY_TEXT = "the our this that with and for its new next last previous upcoming"
_NO_KEY = frozenset(_NO_KEY_TEXT.split())


def key_of(words: str) -> str:
    """A key that two namings of one meeting share: its words in lower case, articles and numbers left out."""
    plain = words.casefold().replace("u.s.", "us").replace("labour", "labor")
    return " ".join(word for word in _WORD_OF_KEY.findall(plain) if word not in _NO_KEY)


def topic_of(words: str) -> str:
    """The stem of the subject of expert talks: "legal" and "law" are one, "religious" and "religion"."""
    plain = words.casefold().split()
    stem = next(
        (word for word in plain if word not in {"the", "this", "issue", "issues", "freedom", "both", "and"}), ""
    )
    return {"law": "legal", "legal": "legal", "labour": "labor"}.get(stem, stem[:5])


# of a body of experts who travel or report, no talks. matches "visit of the UN ", "report by "; not "meeting of the "
_BODY_OF_EXPERTS = re.compile(
    r"\b(?:visits?|missions?|reports?|opinions?|members?|chair\w*|mandate)\s(?:of|by|from)\s(?:the\s)?(?:UN\s|U\.N\.\s"
    r"|United\sNations\s)?\Z"
)


def _travels(words: str, at: int) -> bool:
    return _BODY_OF_EXPERTS.search(words, max(0, at - 50), at) is not None


def _proper(words: str) -> Iterator[Named]:
    for match in PROPER.finditer(words):
        name = match["name"]
        if _travels(words, match.start()):
            continue
        if re.search(r"(?i)summit|forum|conference", name):
            kind = MeetingKind.OTHER
        elif re.search(r"(?i)working\s+group|expert|policy|coordination|consultative|technical", name):
            kind = MeetingKind.EXPERT_DIALOGUE
        else:
            kind = MeetingKind.ROUND
        yield Named(start=match.start(), end=match.end(), kind=kind, key=key_of(name), named=True)


def _review(words: str) -> Iterator[Named]:
    for match in REVIEW.finditer(words):
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.REVIEW, key="", needs_date=True)


def _round(words: str) -> Iterator[Named]:
    for match in ROUND.finditer(words):
        which = match["which"].casefold()
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.ROUND, key=f"round {ordinal(which)}")
    for match in LAST_ONE.finditer(words):
        kind = MeetingKind.OTHER if "meeting" in match.group() else MeetingKind.ROUND
        yield Named(start=match.start(), end=match.end(), kind=kind, key="round last")
    for match in DIALOGUE_THEN.finditer(words):
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.ROUND, key="round", needs_date=True)
    for match in () if words.isascii() else HAN_ROUND.finditer(words):
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.ROUND, key=f"round {match['which']}")


def _expert(words: str) -> Iterator[Named]:
    for match in EXPERT.finditer(words):
        if _travels(words, match.start()):
            continue
        topic = match["topic"] or match["topic2"] or match["on"] or match["on2"] or ""
        yield Named(
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.EXPERT_DIALOGUE,
            key=f"expert {topic_of(topic)}".strip(),
        )
        if match["on"] and (also := AND_ON.match(words[match.end() : match.end() + 90])):
            end = match.end() + also.end()
            yield Named(
                start=match.start(), end=end, kind=MeetingKind.EXPERT_DIALOGUE, key=f"expert {topic_of(also['on'])}"
            )
    for match in () if words.isascii() else HAN_EXPERT.finditer(words):
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.EXPERT_DIALOGUE, key="expert")


def _simple(
    pattern: re.Pattern[str], kind: MeetingKind, key: str, *, needs_date: bool
) -> Callable[[str], Iterator[Named]]:
    def find(words: str) -> Iterator[Named]:
        for match in pattern.finditer(words):
            yield Named(
                start=match.start(), end=match.end(), kind=kind, key=key, needs_date=needs_date, named=key == "ongoing"
            )

    return find


def _meeting_with(words: str) -> Iterator[Named]:
    for match in MEETING_WITH.finditer(words):
        names = _NAME.findall(_TITLES.sub("", match.group()))[-3:]
        key = "|".join(f"at {name}".casefold() for name in names)
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.OTHER, key=key)


def _visited(words: str) -> Iterator[Named]:
    for match in VISITED.finditer(words):
        end = min(
            (cut.start() for cut in _AFTER_SITE.finditer(words, match.start("what"), match.end())), default=match.end()
        )
        yield Named(start=match.start(), end=end, kind=MeetingKind.SITE_VISIT, key="")


_AFTER_SITE = re.compile(
    r"\s(?:and\s\w+ed|yesterday|today|this\s(?:morning|afternoon|week)|last|to\s(?:discuss|talk|see|hear))\b"
)


def _call(words: str) -> Iterator[Named]:
    for match in CALL.finditer(words):
        names = sorted(_NAME.findall(_TITLES.sub("", match.group())))[:2]
        whom = re.findall(
            r"[a-z]{5,}", match.group().partition("between" if "between" in match.group() else "with")[2]
        )[:2]
        key = " ".join(["call", *(names or whom)]).casefold()
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.CALL, key=key, named=bool(names))


_NAME = re.compile(r"[A-Z][a-z]+")
_TITLES = re.compile(r"President|Secretary|Minister|The|National|Security|Advisor")


def _summit(words: str) -> Iterator[Named]:
    for match in SUMMIT.finditer(words):
        if re.fullmatch(r"(?:the\s)?summit|G(?:7|20)", match.group()):
            continue
        yield Named(
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.OTHER,
            key=key_of(match.group().replace("summit", "")),
            named=True,
        )


def _subject(words: str) -> int:
    """Where the one who travels is named in the words up to a trip, 0 where nobody is."""
    lead = re.match(r"(?:(?:for|be|on|to|of|and|that|me|an?|is|was|so|but|And|But|So)\s)*", words)
    return max(
        (
            m.start()
            for m in re.finditer(
                r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou)\b", words
            )
        ),
        default=lead.end() if lead else 0,
    )


# without which a trip has no place. matches "to Tarn", "visits in both", "you’re in Tarn"; not "going to do"
_WHERE = re.compile(r"\b(?:to|in)\s(?:the\s)?[A-ZÀ-Þ]|trip|visit|there\b|sent\s")
_EXPERTS_BEFORE = re.compile(
    r"\b(?:the\s)?(?:\w+\s)?(?:doctors|judges|experts|lawyers|specialists|prosecutors)(?:\sof\s(?:the\stwo"
    r"|both)\s\w+)?\s\Z"
)


def _meet_again(words: str) -> Iterator[Named]:
    for match in MEET_AGAIN.finditer(words):
        experts = _EXPERTS_BEFORE.search(words, max(0, match.start() - 60), match.start())
        kind = MeetingKind.EXPERT_DIALOGUE if experts else MeetingKind.ROUND
        start = experts.start() if experts else match.start()
        yield Named(start=start, end=match.end(), kind=kind, key="expert" if experts else "round next", needs_date=True)


def _trip(words: str) -> Iterator[Named]:
    for match in TRIP.finditer(words) if _WHERE.search(words) else ():
        if NO_TRIP.search(match.group()) or re.search(r"going\sto\s[a-z]", match.group()):
            continue
        place = match["place"] or match["place2"] or match["place3"] or ""
        noun = match["plan"] is not None or match["verb"] in {"visit", "trip", "visits"}
        if not (noun or place or match.group().endswith("there")):
            continue
        yield Named(
            start=match.start() + _subject(match.group()),
            end=match.end(),
            kind=MeetingKind.VISIT,
            key=f"visit {place}".casefold() if place else "",
            needs_date=not noun,
            named=match["plan"] is not None,
        )
    for match in () if words.isascii() else HAN_VISIT.finditer(words):
        kind = MeetingKind.CALL if "话" in match.group() else MeetingKind.VISIT
        yield Named(start=match.start(), end=match.end(), kind=kind, key="", needs_date=True)


MANNERS = (
    Manner(find=_expert, cues=("expert", "working group", "dialogue", "talks on", "专家", "專家", "工作组")),
    Manner(
        find=_proper,
        cues=("dialogue", "talks", "consultation", "summit", "forum", "conference", "working group", "meeting"),
    ),
    Manner(find=_review, cues=("review", "upr")),
    Manner(
        find=_round, cues=("round", "session", "last", "previous", "dialogue", "talks", "对话", "磋商", "会谈", "谈判")
    ),
    Manner(find=_simple(CONTINUED, MeetingKind.ROUND, "continued", needs_date=True), cues=("continue",)),
    Manner(find=_simple(ONGOING, MeetingKind.ROUND, "ongoing", needs_date=False), cues=("ongoing",)),
    Manner(find=_visited, cues=("visited", "toured", "went to", "were received", "were hosted")),
    Manner(find=_simple(SIGNING, MeetingKind.OTHER, "signing", needs_date=True), cues=("signing",)),
    Manner(find=_meet_again, cues=("meet",)),
    Manner(find=_meeting_with, cues=("meeting",)),
    Manner(find=_call, cues=("call", "speaking to")),
    Manner(
        find=_trip,
        cues=(
            "going to",
            "going there",
            "going back",
            "going out",
            "go to",
            "go back",
            "go out",
            "go there",
            "travel",
            "return",
            "fly",
            "flew",
            "trip",
            "visit",
            "sent ",
            "in ",
            "访问",
            "出访",
            "访华",
            "访美",
            "访欧",
            "通电话",
            "通话",
        ),
    ),
    Manner(find=_summit, cues=("summit", "g7", "g20")),
)
