"""Meetings that a document places in time, or says to be planned: the one it is about, others, visits, calls.

The words that name meetings stand in meeting_words.py. Here each naming gets its date, place and status from its own
sentence; namings of one meeting are merged by name, then by date. What is vague stays vague: without a date, and
neither planned nor proposed, only the meeting that the document is about is kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from twotrack.reading.agencies import find_agencies
from twotrack.reading.findings import DateFinding, MeetingFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.main_meeting import MainMeeting, find_main
from twotrack.reading.meeting_words import HOLD_IT, Named, find_named
from twotrack.reading.met import find_met
from twotrack.reading.names import find_names
from twotrack.reading.parties import party_of, places
from twotrack.reading.said import Said, dates_within, find_said, trimmed
from twotrack.reading.sides import find_sides
from twotrack.reading.tense import looks_ahead
from twotrack.reading.when import days_after, is_day, joined
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


_MOST = 200  # meetings of one document: each mention is held against all, so that a hostile text costs no more


@dataclass(slots=True)
class _Meeting:
    """One meeting while its mentions come in."""

    kind: MeetingKind
    keys: set[str]
    when: str | None
    place: str | None
    status: MeetingStatus
    name: str
    rule: str
    main: bool = False
    named: bool = False
    mentions: list[Span] = field(default_factory=list)


def find_meetings(known: Known) -> tuple[MeetingFinding, ...]:
    """The meetings of a document, the one it is about first (m1), the others in the order of their first mention."""
    sides = find_sides(known)
    said = find_said(known)
    main = find_main(known, said, sides)
    meetings = [_opened(main)] if main else []
    for one in sorted(_mentions(known, said, main), key=lambda one: one.mentions[0]):
        vague = one.when is None and not one.named and not one.keys and one.status is MeetingStatus.HELD
        if not vague and len(meetings) < _MOST:
            _merge(meetings, one)
    kept = [one for one in meetings if one.main or one.when or one.named or one.status is not MeetingStatus.HELD]
    kept[1 if main else 0 :] = sorted(kept[1 if main else 0 :], key=lambda one: one.mentions[0])
    return tuple(_finding(number, one, main is not None) for number, one in enumerate(kept, 1))


def _opened(main: MainMeeting) -> _Meeting:
    return _Meeting(
        kind=main.kind,
        keys=set(main.keys),
        when=main.when,
        place=main.place,
        status=main.status,
        name=main.name,
        rule=main.rule,
        main=True,
        mentions=list(main.mentions),
    )


def _mentions(known: Known, said: list[Said], main: MainMeeting | None) -> Iterator[_Meeting]:
    """Every naming of a meeting but those of the main one, each as a meeting of one mention."""
    taken = set(main.mentions) if main else set()
    found_in: dict[str, _Meeting] = {}
    for one in said:
        if one.heading:
            continue
        spans: list[Span] = []
        if (last := found_in.get(one.turn.id if one.turn else "")) and (it := HOLD_IT.search(one.words)):
            yield from _held(known, one, it, last)
        for named in [*find_met(known, one, main), *find_named(one.words)]:
            span = trimmed(known.text, one.start + named.start, one.start + named.end)
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            if any(
                span.start < other.end
                and other.start < span.end
                and (span.start != other.start or named.kind is not MeetingKind.EXPERT_DIALOGUE)
                for other in spans
            ):
                continue
            for found in _meeting(known, one, named, span):
                spans.append(span)
                found_in[one.turn.id if one.turn else ""] = found
                yield found


def _held(known: Known, said: Said, match: re.Match[str], last: _Meeting) -> Iterator[_Meeting]:
    """The meeting named last, where a sentence says when "it" is to be."""
    dates = dates_within(known, said.start, said.end)
    if dates and last.when is None:
        span = Span(said.start + match.start(), max(said.start + match.end(), dates[0].end))
        past = days_after(dates[0].edtf, known.heading.date) == -1
        status = MeetingStatus.HELD if past else MeetingStatus.PLANNED
        yield replace(
            last,
            when=dates[0].edtf,
            status=status,
            place=last.place or place_in(said.words, said, known),
            mentions=[trimmed(known.text, *span)],
        )


def _meeting(known: Known, said: Said, named: Named, span: Span) -> Iterator[_Meeting]:
    """What a naming says of its meeting; two where a review is told of with two dates."""
    dates = _dates_of(known, said, span)
    if named.kind is MeetingKind.REVIEW and len(dates) > 1:
        at = span.start
        for each in dates:
            yield _one(known, said, named, trimmed(known.text, at, each.end), each)
            at = each.end
        return
    date = dates[0] if dates else None
    if date is None and named.kind is MeetingKind.SITE_VISIT:
        date = _of_paragraph(known, said)
    if date is None and named.needs_date:
        return
    one = _one(known, said, named, span, date)
    if one.named or named.key or not said.moderator:
        yield one


# words that a name neither begins nor ends with. matches "the talks", "dialogue on law in", "talks that"; not "In the talks"
_FRAYED = re.compile(
    r"\A(?:the|a|an|our|this|The|And|and|But|So)\s|\s(?:in|of|on|at|to|for|with|by|from|that|which|and|the)\Z"
)


def _one(known: Known, said: Said, named: Named, span: Span, date: DateFinding | None) -> _Meeting:
    when = date.edtf if date else None
    reach = date.end if date and 0 <= date.start - span.end < 45 else span.end
    words = " ".join(known.text[span.start : span.end].split())
    named_person = named.kind is MeetingKind.OTHER and any(
        name.title for name in find_names(known.text, span.start, span.end)
    )
    return _Meeting(
        kind=named.kind,
        keys={named.key} - {""} if named.kind is not MeetingKind.SITE_VISIT else _sites(known, span),
        when=when,
        place=place_in(known.text[span.start : said.end], said, known),
        status=_status(known, said, Span(span.start, max(reach, span.end)), when, named),
        name=_FRAYED.sub("", words),
        rule=f"meetings.{named.kind}",
        named=named.named or named_person,
        mentions=[trimmed(known.text, span.start, max(reach, span.end))],
    )


def _sites(known: Known, span: Span) -> set[str]:
    """Keys of a visit: whom and what it was to, by the last word of each name."""
    names = [one.name for one in find_names(known.text, *span)] + [one.name for one in find_agencies(known.text, *span)]
    return {f"at {name.split()[-1]}".casefold() for name in names}


def _of_paragraph(known: Known, said: Said) -> DateFinding | None:
    """The last date before a sentence in its own paragraph: "Today we went to several places. We met with ..."."""
    start = max(known.text.rfind("\n\n", 0, said.start), said.turn.words if said.turn else known.document.body)
    dates = dates_within(known, start, said.start)
    return dates[-1] if dates else None


def _dates_of(known: Known, said: Said, span: Span) -> list[DateFinding]:
    """The dates of a naming: those inside it, else the nearest after it in its clause, else before it."""
    dates = dates_within(known, said.start, said.end)
    inside = [date for date in dates if span.start <= date.start and date.end <= span.end]
    after = [date for date in dates if date.start >= span.end and _near(known.text[span.end : date.start])]
    before = [date for date in dates if date.end <= span.start and _near(known.text[date.end : span.start])]
    return [*inside, *after, *reversed(before)]


def _near(gap: str) -> bool:
    return len(gap) < 100 and not re.search(r"[;:]|\s(?:and|but|because)\s(?:we|I|they|he|she|it)\b", gap)


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


def _status(known: Known, said: Said, span: Span, when: str | None, named: Named) -> MeetingStatus:
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


def _merge(meetings: list[_Meeting], one: _Meeting) -> None:
    """Join a naming to the meeting that it names, or keep it as one of its own."""
    for other in meetings:
        if not _same(other, one):
            continue
        other.mentions += [span for span in one.mentions if span not in other.mentions]
        if not other.main:
            if other.when is None or (
                one.when and len(one.when) > len(other.when) and one.kind is not MeetingKind.VISIT
            ):
                other.when = one.when or other.when
            if other.status is MeetingStatus.PROPOSED and one.status is MeetingStatus.PLANNED:
                other.status = one.status
            other.place = other.place or one.place
            other.keys |= one.keys
        return
    meetings.append(replace(one))


def _same(other: _Meeting, one: _Meeting) -> bool:
    """Whether two namings can be of one meeting: of a kind, dates that agree, and a name or a date in common."""
    if other.kind is not one.kind:
        return False
    if one.when and other.when and not joined(one.when, other.when):
        return False
    if other.main and one.status is not MeetingStatus.HELD:
        return False
    if one.keys & other.keys:
        return True
    if other.main:
        return one.when is not None or any(
            key.startswith("round") and key.split()[-1] not in {"last", "previous", "next"} for key in one.keys
        )
    if one.when and other.when:
        return one.kind in {MeetingKind.ROUND, MeetingKind.VISIT} and one.status is other.status
    if one.kind is MeetingKind.ROUND and one.status is other.status is MeetingStatus.PLANNED:
        return any(key.startswith("round") for key in one.keys) and any(key.startswith("round") for key in other.keys)
    if one.kind is MeetingKind.CALL and one.keys == {"call"}:
        return True
    bare = {frozenset(("expert",))} & {frozenset(one.keys), frozenset(other.keys)}
    return (
        one.kind is MeetingKind.EXPERT_DIALOGUE
        and bool(bare)
        and all(key.startswith("expert") for key in one.keys | other.keys)
    )


def _finding(number: int, one: _Meeting, has_main: bool) -> MeetingFinding:
    inside = one.kind in {MeetingKind.SITE_VISIT, MeetingKind.SESSION} and has_main and not one.main
    sure = 0.8 if one.main and one.when and is_day(one.when.split("/")[0]) else 0.6 if one.when else 0.4
    return MeetingFinding(
        id=f"m{number}",
        kind=one.kind,
        name=one.name,
        when=one.when,
        place=one.place,
        status=one.status,
        part_of="m1" if inside else None,
        mentions=tuple(sorted(set(one.mentions))),
        confidence=sure,
        rule=one.rule,
    )
