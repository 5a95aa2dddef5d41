"""Meetings that a document places in time, or says to be planned: the one it is about, others, visits, calls.

The words that name meetings stand in meeting_words.py. Here each naming gets its date, place and status from its own
sentence; namings of one meeting are merged by name, then by date. What is vague stays vague: without a date, and
neither planned nor proposed, only the meeting that the document is about is kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from twotrack.reading.agencies import find_agencies
from twotrack.reading.encounters import people_in
from twotrack.reading.findings import DateFinding, MeetingFinding, Span
from twotrack.reading.known import Known
from twotrack.reading.main_meeting import MainMeeting, find_main
from twotrack.reading.meeting_facts import DURING, dates_of, of_paragraph, place_in, status, within
from twotrack.reading.meeting_words import HOLD_IT, Named
from twotrack.reading.met import find_met
from twotrack.reading.names import find_names
from twotrack.reading.namings import Namings
from twotrack.reading.said import Said, dates_within, find_said, trimmed
from twotrack.reading.sides import find_sides
from twotrack.reading.when import days_after, is_day, joined
from twotrack.vocabulary import MeetingKind, MeetingStatus

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
    loose: bool = False  # the title's, without a day: what is told of the same persons is of it, whatever its kind
    named: bool = False
    mentions: list[Span] = field(default_factory=list)


def find_meetings(known: Known) -> tuple[MeetingFinding, ...]:
    """The meetings of a document, the one it is about first (m1), the others in the order of their first mention."""
    sides = find_sides(known)
    said = find_said(known)
    namings = Namings(known.heading.language, known.spoken)
    main = find_main(known, said, sides, namings)
    meetings = [_opened(main)] if main else []
    for one in sorted(_mentions(known, said, main, namings), key=lambda one: one.mentions[0]):
        if "again" in one.keys:
            again = _named_again(meetings, one)
            if again is None:
                continue
            one = again
        vague = one.when is None and not one.named and not one.keys and one.status is MeetingStatus.HELD
        if not vague and len(meetings) < _MOST:
            _merge(meetings, one)
    kept = [
        one
        for one in meetings
        if one.mentions and (one.main or one.when or one.named or one.status is not MeetingStatus.HELD)
    ]
    main = main if kept and meetings and kept[0] is meetings[0] else None
    kept[1 if main else 0 :] = sorted(kept[1 if main else 0 :], key=lambda one: one.mentions[0])
    return tuple(_finding(number, one, main is not None) for number, one in enumerate(kept, 1))


_LIKE_ROUNDS = frozenset({MeetingKind.ROUND, MeetingKind.OTHER})
_LOOSE = frozenset({MeetingKind.VISIT, MeetingKind.CALL, MeetingKind.OTHER})


_ALIKE = {
    MeetingKind.VISIT: frozenset({MeetingKind.VISIT}),
    MeetingKind.CALL: frozenset({MeetingKind.CALL, MeetingKind.OTHER, MeetingKind.ROUND}),
    MeetingKind.OTHER: frozenset({MeetingKind.OTHER, MeetingKind.ROUND, MeetingKind.EXPERT_DIALOGUE}),
}


def _named_again(meetings: list[_Meeting], one: _Meeting) -> _Meeting | None:
    """None where a naming by its kind alone ("this trip") is of a meeting named before, and is added to that; else the
    naming, where it has a date of its own."""
    for other in reversed(meetings):
        if other.kind in _ALIKE[one.kind] and (one.when is None or other.when is None or joined(one.when, other.when)):
            other.mentions += [span for span in one.mentions if span not in other.mentions]
            if other.when is None and one.when:
                other.when, other.status = one.when, one.status
            return None
    alone = one.when is not None and (one.kind is MeetingKind.VISIT or one.status is not MeetingStatus.HELD)
    return replace(one, keys=set()) if alone else None


def _opened(main: MainMeeting) -> _Meeting:
    loose = main.when is None and main.kind in _LOOSE and main.rule == "meetings.title"
    sort = {MeetingKind.VISIT: "visit", MeetingKind.CALL: "call"}.get(main.kind, "at")
    keys = {f"{sort} {name}".casefold() for name in (*main.people, *people_in(main.name))} if loose else set()
    return _Meeting(
        kind=main.kind,
        keys={*main.keys, *keys},
        when=main.when,
        place=main.place,
        status=main.status,
        name=main.name,
        rule=main.rule,
        main=not loose,
        loose=loose,
        named=True,
        mentions=list(main.mentions),
    )


def _mentions(known: Known, said: list[Said], main: MainMeeting | None, namings: Namings) -> Iterator[_Meeting]:
    """Every naming of a meeting but those of the main one, each as a meeting of one mention."""
    taken = set(main.mentions) if main else set()
    found_in: dict[str, _Meeting] = {}
    context = _opened(main) if main else None
    for one in said:
        if one.heading:
            continue
        spans: list[Span] = []
        if (last := found_in.get(one.turn.id if one.turn else "")) and (it := HOLD_IT.search(one.words)):
            yield from _held(known, one, it, last)
        for named in [*find_met(known, one, main), *namings.of(one.words), *namings.told(one.words)]:
            if named.key == "round last" and main and main.kind is not named.kind and main.kind in _LIKE_ROUNDS:
                named = replace(named, kind=main.kind)
            span = trimmed(known.text, one.start + named.start, one.start + named.end)
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            if any(
                span.start < other.end
                and other.start < span.end
                and (span.start != other.start or named.kind is not MeetingKind.EXPERT_DIALOGUE or named.manner)
                for other in spans
            ):
                continue
            for found in _meeting(known, one, named, span, context):
                if (
                    found.when
                    and found.kind in {MeetingKind.VISIT, MeetingKind.ROUND}
                    and not _BACKGROUND.search(one.words, max(0, named.start - 30), named.start)
                ):
                    context = found
                spans.append(span)
                found_in[one.turn.id if one.turn else ""] = found
                yield found


# before a meeting of earlier that is no part of what is told. matches "since the ", "the first after the "; not "during the "
_BACKGROUND = re.compile(
    r"(?i)\b(?:since|after|following|before|unlike|seit|nach|depuis|après)\s(?:the\s|its\s|their\s|la\s|le\s|der\s|dem\s)?\Z"
)


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


def _meeting(known: Known, said: Said, named: Named, span: Span, context: "_Meeting | None") -> Iterator[_Meeting]:
    """What a naming says of its meeting; two where a review is told of with two dates."""
    dates = dates_of(known, said, span)
    if named.kind is MeetingKind.REVIEW and len(dates) > 1:
        at = span.start
        for each in dates:
            yield _one(known, said, named, trimmed(known.text, at, each.end), each)
            at = each.end
        return
    date = dates[0] if dates else None
    if named.kind is MeetingKind.VISIT and date is not None:
        date = _from_until(known, said, date)
    if date is None and (named.kind is MeetingKind.SITE_VISIT or _FOLLOWED.search(said.words)):
        date = of_paragraph(known, said)
        if date and context is not None and _of_trip(known, span, context):
            own_day = date.start > context.mentions[-1].end and joined(date.edtf, context.when or "")
            date = date if own_day else None
    if date is None and named.needs_date:
        return
    one = _one(known, said, named, span, date)
    if one.when is None and context is not None:
        one.when = within(said.words, named, context.when) or _on_the_trip(known, one, context)
        one.status = context.status if one.when and DURING.search(said.words) else one.status
    if one.named or named.key or not said.moderator:
        yield one


# of the day that the sentence before names. matches "A meeting with the bar followed", "met the judge later that day"
_FOLLOWED = re.compile(r"\b(?:followed|afterwards|(?:later\s)?(?:that|the\ssame)\s(?:day|morning|afternoon|evening))\b")
# right before a date. matches "began on ", "returned on "; not "began with "
_BEGAN = re.compile(r"\b(?:began|begins|started|starts)\s(?:on\s)?\Z")
_ENDED = re.compile(r"\b(?:returned|ended|concluded|ends)\s(?:[a-z]+\s){0,2}\Z")


def _from_until(known: Known, said: Said, date: DateFinding) -> DateFinding:
    """The days of a trip of which a sentence says when it began and when those who went returned."""
    began, ended = None, None
    for one in dates_within(known, said.start, said.end):
        before = known.text[max(said.start, one.start - 30) : one.start]
        if is_day(one.edtf) and _BEGAN.search(before):
            began = one.edtf
        elif is_day(one.edtf) and _ENDED.search(before):
            ended = one.edtf
    both = began and ended and date.edtf in {began, ended}
    return replace(date, edtf=f"{began}/{ended}") if both and (began or "") < (ended or "") else date


_WHO_TRAVELLED = re.compile(r"(?:[HS]e|They|We|The\s(?:team|delegation|mission|Commissioner|Rapporteur))\s")


def _on_the_trip(known: Known, one: _Meeting, trip: _Meeting) -> str | None:
    """The days of the trip that the same paragraph tells of, where those who travelled met somebody."""
    by_whom = one.kind is MeetingKind.OTHER and _WHO_TRAVELLED.match(known.text, one.mentions[0].start)
    told = (by_whom or one.kind is MeetingKind.SITE_VISIT) and _of_trip(known, one.mentions[0], trip)
    return trip.when if told else None


def _of_trip(known: Known, span: Span, trip: _Meeting) -> bool:
    """Whether words stand in the paragraph that tells of a trip, after it."""
    if trip.kind is not MeetingKind.VISIT or trip.status is not MeetingStatus.HELD or not trip.mentions:
        return False
    start = trip.mentions[-1].end
    return 0 <= span.start - start < _ON_A_TRIP and "\n\n" not in known.text[start : span.start]


_ON_A_TRIP = 600  # characters

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
        keys=set(named.key.split("|")) - {""} if named.kind is not MeetingKind.SITE_VISIT else _sites(known, span),
        when=when,
        place=place_in(known.text[span.start : said.end], said, known),
        status=status(known, said, Span(span.start, max(reach, span.end)), when, named),
        name=_FRAYED.sub("", words),
        rule=f"meetings.{named.manner or named.kind}",
        named=named.named or named_person,
        mentions=[trimmed(known.text, span.start, max(reach, span.end))],
    )


def _sites(known: Known, span: Span) -> set[str]:
    """Keys of a visit: whom and what it was to, by the last word of each name."""
    names = [one.name for one in find_names(known.text, *span)] + [one.name for one in find_agencies(known.text, *span)]
    return {f"at {name.split()[-1]}".casefold() for name in names}


def _merge(meetings: list[_Meeting], one: _Meeting) -> None:
    """Join a naming to the meeting that it names, or keep it as one of its own."""
    for other in meetings:
        if not _same(other, one):
            continue
        other.mentions += [span for span in one.mentions if span not in other.mentions]
        if not other.main:
            if other.when is None and one.when:
                other.status = one.status
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
    if other.loose and other.kind is not one.kind and one.kind in _LOOSE:
        return bool(_whom(one.keys) & _whom(other.keys)) and (
            other.when is None or (one.when is not None and joined(one.when, other.when))
        )
    if other.kind is not one.kind:
        return False
    if one.when and other.when and not joined(one.when, other.when):
        return False
    if other.main and one.status is not MeetingStatus.HELD:
        return False
    if one.keys & other.keys or _generic(one, other):
        return True
    if other.main:
        return one.when is not None or any(
            key.startswith("round") and key.split()[-1] not in {"last", "previous", "next"} for key in one.keys
        )
    if one.when and other.when and one.kind in _LOOSE and _beside(one, other):
        return one.when == other.when
    if one.when and other.when and one.kind is MeetingKind.CALL and not (one.named and other.named):
        return one.when == other.when
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


def _whom(keys: set[str]) -> set[str]:
    return {key.partition(" ")[2] for key in keys}


def _generic(one: _Meeting, other: _Meeting) -> bool:
    """Whether one of two gatherings is named by its sort alone: "the summit"."""
    plain = {"gathering"} in (one.keys, other.keys)
    return plain and all(any(key.startswith("gathering") for key in each.keys) for each in (one, other))


def _beside(one: _Meeting, other: _Meeting) -> bool:
    """Whether two namings stand side by side: "they saw each other at the Lakes Summit"."""
    return any(abs(a.start - b.end) < 12 or abs(b.start - a.end) < 12 for a in one.mentions for b in other.mentions)


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
