"""Meetings told in a clause: who spoke with whom, who received or visited whom, who goes where, and gatherings by name.

English, with the patterns of encounter_words.py; other languages in encounters_european.py and encounters_han.py.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from twotrack.reading.encounter_words import (
    ABOUT_THE_CALL,
    AGAIN,
    CIVIL,
    CONVERSED,
    EXPERTS,
    GATHERING,
    GOES,
    INVITES,
    MEETS,
    MISSION,
    NTH,
    RECEIVES,
    REVIEWED,
    SITE,
    SPOKE,
    TALKS,
    VISIT,
    WORKSHOP,
)
from twotrack.reading.meeting_words import Manner, Named, ordinal
from twotrack.vocabulary import MeetingKind

_NO_PLACE_TEXT = """
Congress Parliament Senate House Court American Americans Twitter English January February March April May June July
August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas I We He
She They It The That This And But So Covid COVID Office Hill Department State Justice Mr Ms Mrs Dr President Secretary
"""
_NO_PLACE = frozenset(_NO_PLACE_TEXT.split())
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*[^\W\d_]")
_TITLE_WORDS_TEXT = """
President Presidents Prime Minister Ministers Secretary Foreign National Security Advisor Adviser Ambassador
Representative High Special Deputy Vice Under Envoy Crown Prince King Queen General Chancellor Premier The Mr Mrs Ms
Dr Director Chief Commissioner His Her Their Speaker When Who Last First Leader Leaders State Defense Defence Interior
Colonel Rapporteur Councillor Attorney In On At And We He She They
"""
_TITLE_WORDS = frozenset(_TITLE_WORDS_TEXT.split())


def people_in(words: str) -> list[str]:
    """The capitalised words that are no titles: by them two namings of one encounter are told alike."""
    return [
        plain
        for match in _CAPITALISED.finditer(words)
        if (plain := re.sub(r"[’']s\Z", "", match.group())) not in _TITLE_WORDS and len(plain) > 2
    ]


def _key(kind: str, words: str) -> str:
    return "|".join(f"{kind} {name}".casefold() for name in people_in(words)[-3:])


def _spoke(words: str) -> Iterator[Named]:
    for match in SPOKE.finditer(words):
        if (
            people_in(match.group())
            or "family" in match.group()
            or "famil" in match.group()
            or _TOGETHER.search(match.group())
        ):
            yield _with_people("spoke", match, MeetingKind.CALL, "call")


def _conversed(words: str) -> Iterator[Named]:
    for match in CONVERSED.finditer(words):
        if not ABOUT_THE_CALL.search(words):
            named = _with_people("conversed", match, MeetingKind.CALL, "call")
            yield replace(named, needs_date=_SEVERAL.search(match.group()) is not None)


# contacts in general, unless a date says which. matches "other conversations between"; not "a conversation with"
_SEVERAL = re.compile(r"\b(?:conversations|calls|discussions|engagements)\s")
_TOGETHER = re.compile(r"\b(?:they|leaders|presidents|ministers)\b")


def _with_people(manner: str, match: re.Match[str], kind: MeetingKind, prefix: str) -> Named:
    key = _key(prefix, match.group())
    return Named(
        manner=manner,
        start=match.start(),
        end=match.end(),
        kind=kind,
        key=key,
        named=bool(key),
        needs_date=manner in {"spoke", "meets"},
    )


def _meets(words: str) -> Iterator[Named]:
    for match in MEETS.finditer(words):
        same = _IN_THIS_FORMAT.match(words, match.end())
        yield _with_people("meets", match, MeetingKind.ROUND if same else MeetingKind.OTHER, "at")
    for match in CIVIL.finditer(words):
        yield Named(
            manner="civil",
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.OTHER,
            key="at civil society",
            named=True,
        )
    for match in EXPERTS.finditer(words):
        yield Named(
            manner="experts", start=match.start(), end=match.end(), kind=MeetingKind.EXPERT_DIALOGUE, key="workshop"
        )


_IN_THIS_FORMAT = re.compile(r"\s?in\sthis\sformat\b")
# what somebody was received for is the meeting, told of by its own name. matches " for the annual political consultations"
_FOR_TALKS = re.compile(r"\sfor\s(?:the\s|an?\s)?(?:[\w-]+\s){0,4}(?:consultations|dialogue|talks|round|session)\b")


def _receives(words: str) -> Iterator[Named]:
    for match in RECEIVES.finditer(words):
        if _FOR_TALKS.search(words, match.end(), match.end() + 120):
            continue
        kind = MeetingKind.VISIT if match["to"] else MeetingKind.OTHER
        yield _with_people("receives", match, kind, "visit" if match["to"] else "at")
    for match in INVITES.finditer(words):
        yield _with_people("invites", match, MeetingKind.VISIT, "visit")


def _visit(words: str) -> Iterator[Named]:
    for match in VISIT.finditer(words):
        to = match["to"] or match["to2"]
        if to and to.split()[0] in _NO_PLACE:
            continue
        key = f"visit {to}".casefold() if to else _key("visit", match.group())
        yield Named(manner="visit", start=match.start(), end=match.end(), kind=MeetingKind.VISIT, key=key)


def _mission(words: str) -> Iterator[Named]:
    for match in MISSION.finditer(words):
        to = match["to"]
        if to.split()[0] not in _NO_PLACE and not to.isupper():
            key = f"visit {to}".casefold()
            yield Named(
                manner="mission", start=match.start(), end=match.end(), kind=MeetingKind.VISIT, key=key, needs_date=True
            )


def _goes(words: str) -> Iterator[Named]:
    if not _SOMEWHERE.search(words):
        return
    for match in GOES.finditer(words):
        to = (match["to"] or match["to2"] or match["to3"] or match["to4"] or "").rstrip(".")
        if to and (to.split()[0].rstrip(".") in _NO_PLACE or to.isupper() or to.startswith("White")):
            continue
        verb = match.group().split()
        firm = (
            match["here"] is None and not _STATE_OF_BEING.search(match.group()) and not {"from", "visiting"} & set(verb)
        )
        yield Named(
            manner="goes",
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.VISIT,
            key=f"visit {to}".casefold() if to else "",
            needs_date=True,
            named=firm,
        )


# matches "to Tarn", "in the Ostmark", "was here"; not "going to do"
_SOMEWHERE = re.compile(r"\b(?:to|in|for|from|visit\w{0,3})\s(?:the\s)?[A-ZÀ-Þ]|\b(?:here|there|to\stown|see\sus)\b")
_STATE_OF_BEING = re.compile(
    r"\b(?:was|were|is|are|be|been|go|going|come|coming|came|return\w*)\s(?:\w+\s)?(?:in|to|for|from)\b"
)


def _site(words: str) -> Iterator[Named]:
    for match in SITE.finditer(words):
        yield Named(
            manner="site", start=match.start(), end=match.end(), kind=MeetingKind.SITE_VISIT, key="", named=True
        )


def _gathering(words: str) -> Iterator[Named]:
    for match in GATHERING.finditer(words):
        if re.search(r"(?i)press|news", match.group()):
            continue
        names = people_in(match.group())
        key = f"gathering {names[0]}".casefold() if names else "gathering"
        yield Named(
            manner="gathering",
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.OTHER,
            key=key,
            named=_FIRM.search(match.group()) is not None,
        )


_FIRM = re.compile(r"(?i)summit|ministerial|cop|2\+2|plus-two|bilat|quad|-person")


def _nth(words: str) -> Iterator[Named]:
    for match in NTH.finditer(words):
        which = ordinal(match["nth"])
        if match["bare"] is not None and not (which.isdigit() and int(which) > 3):
            continue
        end = match.start("bare") if match["bare"] is not None else match.end()
        yield Named(
            manner="nth",
            start=match.start(),
            end=end,
            kind=MeetingKind.ROUND,
            key=f"round {which}",
            named=which.isdigit(),
            needs_date=which in {"new", "earlier", "first", "1"},
        )


def _talks(words: str) -> Iterator[Named]:
    for match in TALKS.finditer(words):
        yield Named(
            manner="talks",
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.ROUND,
            key=_key("talks", match.group()),
            needs_date=True,
        )


def _workshop(words: str) -> Iterator[Named]:
    for match in WORKSHOP.finditer(words):
        yield Named(
            manner="workshop", start=match.start(), end=match.end(), kind=MeetingKind.EXPERT_DIALOGUE, key="workshop"
        )


def _reviewed(words: str) -> Iterator[Named]:
    for match in REVIEWED.finditer(words):
        yield Named(
            manner="reviewed",
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.OTHER,
            key="review",
            needs_date=True,
        )


def _again(words: str) -> Iterator[Named]:
    for match in AGAIN.finditer(words):
        if match["call"] and ABOUT_THE_CALL.search(words):
            continue
        kind = {"visit": MeetingKind.VISIT, "call": MeetingKind.CALL, "other": MeetingKind.OTHER}[
            match.lastgroup or "other"
        ]
        yield Named(manner="again", start=match.start(), end=match.end(), kind=kind, key="again")


ENGLISH = (
    Manner(
        find=_nth,
        cues=(
            "dialogue",
            "consultation",
            "talks",
            "negotiation",
            "session",
            "council",
            "commission",
            "round",
            "took place",
            "was held",
            "were held",
            "will be",
            "is to be",
        ),
    ),
    Manner(find=_workshop, cues=("workshop", "seminar", "symposium", "round", "technical", "expert", "working")),
    Manner(
        find=_site,
        cues=("visit", "toured", "taken to", "shown", "inspected", "saw ", "went to", "sat in on", "attended"),
    ),
    Manner(find=_reviewed, cues=("review",)),
    Manner(
        find=_gathering,
        cues=(
            "summit",
            "ministerial",
            "conference",
            "council",
            "assembly",
            "forum",
            "cop2",
            "cop3",
            "cop 2",
            "cop 3",
            "2+2",
            "two-plus-two",
            "quad",
            "funeral",
            "bilat",
            "-person",
            "face-to-face",
        ),
    ),
    Manner(find=_mission, cues=("mission",)),
    Manner(find=_visit, cues=("visit", "trip", "travel", "exchange of")),
    Manner(
        find=_goes,
        cues=(
            "spen",
            "went to",
            "goes to",
            "going to",
            "go to",
            "travel",
            "fly",
            "flew",
            "flies",
            "head",
            "coming to",
            "left for",
            "leav",
            "arriv",
            "return",
            "visit",
            "was in",
            "were in",
            "be in",
            "been in",
            "was here",
            "were here",
            "been here",
            "was there",
            "were there",
            "been there",
            "come here",
            "coming here",
            "came here",
            "come to",
            "came to",
        ),
    ),
    Manner(find=_receives, cues=("receiv", "host", "welcom", "invit")),
    Manner(find=_spoke, cues=("spoke", "speak", "talk")),
    Manner(find=_conversed, cues=("conversation", "call", "discussion", "engagement")),
    Manner(
        find=_meets,
        cues=(
            "meet",
            " met ",
            "sat down",
            "sit down",
            "sitting down",
            "talks",
            "each other",
            "consultation",
            "civil society",
        ),
    ),
    Manner(find=_talks, cues=("dialogue", "talks", "consultation", "negotiation", "round")),
    Manner(find=_again, cues=("visit", "trip", "call", "conversation", "meeting", "summit", "bilat")),
)
