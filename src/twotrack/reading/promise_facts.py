"""How far the clause of a promise goes, by when it is due, and which planned meeting it promises."""

import re

from twotrack.reading.commitment_words import BENCHMARK, CLAUSE_END, TALKS
from twotrack.reading.findings import Span
from twotrack.reading.known import Known
from twotrack.reading.meeting_facts import DURING
from twotrack.reading.said import Said, dates_within, trimmed
from twotrack.reading.terms import term_of
from twotrack.reading.undertakings import AND_TO, Undertaking
from twotrack.reading.when import days_after
from twotrack.vocabulary import MeetingKind, MeetingStatus

_TO_COME = frozenset({MeetingStatus.PLANNED, MeetingStatus.PROPOSED})


def span_of(known: Known, said: Said, one: Undertaking) -> Span:
    """The clause of an act: to the end of its object, a date that follows at once taken in."""
    if one.end is not None:
        return trimmed(known.text, said.start + one.start, said.start + one.end)
    cut = CLAUSE_END.search(said.words, max(one.verb_at, one.start + 12))
    end = cut.start() if cut else len(said.words)
    if further := AND_TO.search(said.words, one.verb_at, end):
        end = further.start()
    for date in dates_within(known, said.start + end, said.end):
        if date.start - (said.start + end) < 25 and not re.search(r"[.;]", said.words[end : date.start - said.start]):
            end = date.end - said.start
    return trimmed(known.text, said.start + one.start, said.start + min(end, one.start + 320))


def due_beside(known: Known, said: Said, span: Span, meeting: str | None) -> str | None:
    """A date beside the clause: right before its subject ("Tomorrow he will meet"), a term ("within ten days"), that of
    the meeting promised, of a relative clause after it, or of the visit during which it is to be."""
    to_come = {0, 1}
    for date in dates_within(known, said.start, span.start):
        if span.start - date.end <= _FRONT and days_after(date.edtf, known.heading.date) in to_come:
            return date.edtf
    if term := term_of(known.text[span.start : span.end], known.heading.date):
        return term
    if when := next((one.when for one in known.meetings if one.id == meeting and one.when), None):
        return when
    if known.text[span.end : span.end + 8].startswith(", which"):
        after = dates_within(known, span.end, min(said.end, span.end + _RELATIVE))
        if after and days_after(after[0].edtf, known.heading.date) == 1:
            return after[0].edtf
    if DURING.search(said.words):
        planned = [one for one in known.meetings if one.status is MeetingStatus.PLANNED and one.when]
        before = [one for one in planned if one.mentions[0].start < span.start]
        return before[-1].when if before else None
    return None


_RELATIVE = 90  # characters of a relative clause after a promise


_FRONT = 3  # characters between a date and the subject after it


def clause_of(known: Known, said: Said, match: re.Match[str]) -> Span:
    """From the subject to the end of the clause, a date that follows at once taken in."""
    start = match.end() if BENCHMARK.match(match.group()) else match.start()
    floor = max(match.end(), match.start() + 12)
    cut = CLAUSE_END.search(said.words, floor)
    end = cut.start() if cut else len(said.words)
    if re.search(r"agree|undert|promis|pledg", match.group()) and (further := AND_TO.search(said.words, floor, end)):
        end = further.start()
    if "accepted" in said.words[end : end + 40] and "invited" in match.group():
        end = said.words.index("accepted", end) + len("accepted")
    for date in dates_within(known, said.start + end, said.end):
        if date.start - (said.start + end) < 25 and not re.search(r"[.;]", said.words[end : date.start - said.start]):
            end = date.end - said.start
    return trimmed(known.text, said.start + start, said.start + min(end, start + 320))


def due_within(known: Known, span: Span) -> str | None:
    """The date by which: the last in the clause that does not lie behind."""
    dates = [
        date.edtf
        for date in dates_within(known, span.start, span.end)
        if days_after(date.edtf, known.heading.date) in {0, 1, None}
    ]
    return dates[-1] if dates else None


def meeting_promised(known: Known, span: Span) -> str | None:
    """The planned meeting that the clause promises."""
    for meeting in known.meetings:
        if meeting.status in _TO_COME and any(
            span.start < other.end and other.start < span.end for other in meeting.mentions
        ):
            return meeting.id
    dates = {date.edtf for date in dates_within(known, span.start, span.end)}
    if TALKS.search(known.text[span.start : span.end]) or re.search(r"\bdoing it\b", known.text[span.start : span.end]):
        for meeting in known.meetings:
            if meeting.status in _TO_COME and meeting.kind is MeetingKind.ROUND and meeting.when in dates:
                return meeting.id
    return None
