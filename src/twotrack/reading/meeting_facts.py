"""When a named meeting was or is to be, where, and whether it was held: from its own sentence and paragraph."""

import re

from twotrack.reading.findings import DateFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.meeting_words import Named
from twotrack.reading.parties import party_of, places
from twotrack.reading.said import Said, dates_within
from twotrack.reading.tense import looks_ahead
from twotrack.reading.when import days_after, is_day
from twotrack.vocabulary import MeetingKind, MeetingStatus

# talked of, not fixed. matches "we are discussing further", "a potential trip", "hope to have"; not "we discussed"
_PROPOSED = re.compile(
    r"(?i)\b(?:are\sdiscussing|under\sdiscussion|potential|possible|propos\w+|tr(?:y|ying)\sto|hop(?:e|ing)\sto"
    r"|would\slike|consider\w*|eager|explor\w+|whether|progress\son|正.{0,6}沟通)\b"
)
_AHEAD = re.compile(
    r"(?i)\b(?:next|upcoming|planned|rescheduled|coming|agreed\sto|will|going\sto|further|set\sthe\sdates"
    r"|underway|launch|look\sforward|expect)\b|[’']ll\b|下一|将|明年|何时"
)
# matches "put off the round", "was postponed", "cancelled the talks"; not "put off by"
_OFF = re.compile(r"(?i)\bput\soff\s(?!by)|\bpostpon\w+|推迟|(?P<cancelled>\bcancel\w+|取消)")
_FIXED = re.compile(r"(?i)\b(?:upcoming|rescheduled|planned|forthcoming|visits\sin\sboth\sdirections)\b|何时")
_PLACE = re.compile(r"\b(?:in|to|at)\s(?:the\s)?(?P<place>[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?)")
_HERE = re.compile(r"\bhere\b|\bin this (?:building|city|house)\b")


# matches "During the visit", "in the margins of the dialogue", "À cette occasion", "会议期间"; not "during the war"
DURING = re.compile(
    r"(?i)\b(?:during|on\sthe\s(?:margins|sidelines)\sof|in\sthe\smargins\sof)\s(?:the|this|his|her|their)\s"
    r"(?:\w+\s)?(?:visit|trip|dialogue|talks|round|consultations?|meeting|summit)"
    r"|\bwhile\sin\s[A-Z]|à\scette\soccasion|en\smarge\s(?:du|de)|am\srande\s(?:des|der)|期间|期間|并出席|並出席|上半天"
)
_NTH_DAY = re.compile(
    r"(?i)\bof\sthe\s(first|second|third|last)\sday\b|\bon\sthe\s(first|second|third|last)\sday\b|(结束当[天日]|最后一[天日])"
)


def within(words: str, named: Named, when: str | None) -> str | None:
    """When an undated meeting was that is told of as part of another: its days, or one of them ("on the second day")."""
    if when is None:
        return None
    if (day := _NTH_DAY.search(words)) and (first_last := [one for one in when.split("/") if is_day(one)]):
        which = (day[1] or day[2] or "last").casefold()
        return first_last[0] if which == "first" else first_last[-1]
    if named.kind is MeetingKind.SITE_VISIT or DURING.search(words):
        return when
    return None


def of_paragraph(known: Known, said: Said) -> DateFinding | None:
    """The last date before a sentence in its own paragraph: "Today we went to several places. We met with ..."."""
    start = max(known.text.rfind("\n\n", 0, said.start), said.turn.words if said.turn else known.document.body)
    dates = [one for one in dates_within(known, start, said.start) if days_after(one.edtf, known.heading.date) != 1]
    return dates[-1] if dates else None


def dates_of(known: Known, said: Said, span: Span) -> list[DateFinding]:
    """The dates of a naming: those inside it, else the nearest after it in its clause, else before it."""
    dates = dates_within(known, said.start, said.end)
    inside = [date for date in dates if span.start <= date.start and date.end <= span.end]
    after = [
        date
        for date in dates
        if date.start >= span.end
        and _near(known.text[span.end : date.start])
        and not _OF_NEXT_VERB.search(known.text[span.end : date.start])
    ]
    before = [date for date in dates if date.end <= span.start and _near(known.text[date.end : span.start])]
    if after and before and _OTHER_CLAUSE.search(known.text[span.end : after[0].start]):
        return [*inside, *reversed(before), *after]
    return [*inside, *after, *reversed(before)]


# the date is of what a second verb tells. matches ", and on the morning of ", ", and in "; not " on ", ", and "
_OF_NEXT_VERB = re.compile(r",\s(?:and|but)\s(?:then\s)?(?:on|in|at)\s(?:the\s\w+\sof\s)?\Z")
_OTHER_CLAUSE = re.compile(r",\s(?:and|but|while|then)\s|，")


def _near(gap: str) -> bool:
    return (
        "last held" not in gap
        and len(gap) < 100
        and not re.search(r"[;:]|\s(?:and|but|because)\s(?:we|I|they|he|she|it)\b", gap)
    )


def place_in(words: str, said: Said, known: Known) -> str | None:
    """The place that some words give: a capital, a State, the place of the heading, or "here" for the latter."""
    heading = (
        known.heading.place.split(",")[0]
        if known.heading.place and not known.heading.place.lower().startswith("via")
        else None
    )
    for match in _PLACE.finditer(words):
        place = match["place"]
        for candidate in (place, place.split()[0]):
            if candidate in (known.heading.title or "").replace("–", " ").replace("-", " ").split():
                return candidate
            if candidate in places() or party_of(candidate) == candidate or candidate == heading:
                return candidate
    if heading and _HERE.search(said.words):
        return heading
    return None


def status(known: Known, said: Said, span: Span, when: str | None, named: Named) -> MeetingStatus:
    if off := _OFF.search(known.text[max(said.start, span.start - 40) : min(said.end, span.end + 40)]):
        return MeetingStatus.CANCELLED if off["cancelled"] else MeetingStatus.POSTPONED
    after = days_after(when, known.heading.date)
    if after is not None and after < 0:
        return MeetingStatus.HELD
    before = known.text[max(said.start, span.start - 80) : span.end]
    if _PROPOSED.search(before):
        return MeetingStatus.PROPOSED
    if when and "/" in when and when.split("/")[0] == known.heading.date:
        return MeetingStatus.PLANNED
    if after is not None and after > 0:
        return MeetingStatus.PLANNED
    if _FIXED.search(known.text[max(said.start, span.start - 25) : span.end]):
        return MeetingStatus.PLANNED
    ahead = looks_ahead(known.text, span.start, span.end)
    if named.key in {"round next", "round upcoming"} or (ahead is not False and (ahead or _AHEAD.search(before))):
        return MeetingStatus.PLANNED
    return MeetingStatus.HELD
