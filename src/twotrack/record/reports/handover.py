"""A dialogue as a successor needs it: its rounds, whether one is overdue, what is open, whose cases, what was said last."""

from collections.abc import Iterator

from django.db.models import Q

from twotrack.record.models import (
    Dialogue,
    List,
    Representation,
    Response,
    ResponseCase,
)
from twotrack.record.reports import answers, called, lists, unanswered
from twotrack.record.reports.due import what_is_due, who_takes_part
from twotrack.record.reports.overdue import next_rounds
from twotrack.record.reports.report import Asked, Report, Row
from twotrack.record.reports.seen import Seen
from twotrack.record.reports.sentences import Sentence, document, ended, how_often, joined, quoted, times
from twotrack.record.reports.talk import LOOKS_BACK, Talk, delegations, last_positions, talk_of
from twotrack.themes import theme_label
from twotrack.vocabulary import MeetingStatus, RepresentationKind, ResponseType

DIALOGUE, MEETINGS, OPEN, CASES, FOLLOW, LISTS, THEMES, WHO = (
    "The dialogue", "Meetings", "Open promises and benchmarks", "Cases never answered", "Replies to follow up", "Lists",
    "Last positions", "Who was at the last round",
)  # fmt: skip
EACH = 25
NOTES = (
    "Cases never answered: raised in this dialogue, no response to anything names them. Replies to follow up: will look into "
    "it, or promised in writing, and no change is recorded since.",
    "Not stated in the sources we have is neither zero nor no.",
)
_PROMISED = (ResponseType.WILL_LOOK_INTO, ResponseType.PROMISED_IN_WRITING)


def make(asked: Asked) -> Report:
    """The report `handover`, about a dialogue."""
    seen = asked.seen
    dialogue = seen.sight.require(Dialogue, asked.about)
    talk = talk_of(seen, [dialogue.pk])
    parts = [
        *_dialogue(seen, asked, dialogue, talk),
        *_meetings(seen, asked, talk),
        *what_is_due(seen, talk.within, asked.today, asked.limit, OPEN),
        *_cases(seen, asked, talk),
        *_follow(seen, asked, talk),
        *_lists(seen, asked, talk),
        *_themes(seen, talk),
        *_who(seen, talk),
    ]
    return document(seen, parts, name="handover", title=f"Handover: {dialogue.name}", notes=NOTES)


def _each(asked: Asked) -> int:
    """How many lines stand under one heading; promises and benchmarks, of which none may slip, have all that was asked for."""
    return min(asked.limit, EACH)


def _dialogue(seen: Seen, asked: Asked, dialogue: Dialogue, talk: Talk) -> Iterator[Sentence]:
    hidden = str(dialogue._state.db) == "confidential"
    sides = joined([name for _, name in talk.sides]) or "parties not stated"
    every = f"every {_in_words(dialogue.interval)}" if dialogue.interval else "at no stated interval"
    yield Sentence(
        part=DIALOGUE, words=f"{dialogue.name}, between {sides}; rounds are meant to be held {every}.",
        entries=(dialogue.pk,), confidential=hidden,
    )  # fmt: skip
    if talk.rounds:
        first, last = talk.rounds[0], talk.rounds[-1]
        span = f", the first {first.label}, the last {last.label}" if first is not last else f": {last.label}"
        secret = hidden or any(one.confidential for one in talk.rounds)
        yield Sentence(
            part=DIALOGUE, words=f"{times(len(talk.rounds), 'round')} held in this record{span}.",
            entries=(last.id, first.id), confidential=secret,
        )  # fmt: skip
    for due in next_rounds(seen, [dialogue.pk], asked.today):
        yield Sentence(part=DIALOGUE, words=due.words, entries=(due.after.id,), confidential=due.confidential)


def _meetings(seen: Seen, asked: Asked, talk: Talk) -> Iterator[Sentence]:
    """Each meeting, the latest first, with what was raised there as it was said."""
    shown = talk.meetings[::-1][: _each(asked)]
    keys = [one.id for one in shown]
    acts = seen.tally(Representation, "meeting_id", "representation_kind", meeting_id__in=keys).ending(_RAISED)
    fields = ("meeting_id", "count_words", "representation_kind")
    said = [
        (meeting, words)
        for _, rows in seen.rows(Representation, ~Q(count_words=""), meeting_id__in=keys)
        for meeting, words, kind in rows.order_by("pk").values_list(*fields)
        if kind == _RAISED
    ]
    replies = seen.tally(Response, "meeting_id", meeting_id__in=keys)
    for one in shown:
        numbers = [words for meeting, words in said if meeting == one.id]
        raised = f"; {times(acts.all[one.id,], 'act')} of raising" if acts.all[one.id,] else ""
        counted = f", {joined(list(dict.fromkeys(numbers)))} among them" if numbers else ""
        came = f"; {times(replies.all[one.id,], 'response')} there" if replies.all[one.id,] else ""
        hidden = acts.confidential[one.id,] or replies.confidential[one.id,]
        yield Sentence(
            part=MEETINGS, words=f"{one.label}: {MeetingStatus(one.status).label}{raised}{counted}{came}.",
            entries=(one.id,), confidential=one.confidential or hidden > 0,
        )  # fmt: skip
    if len(talk.meetings) > len(shown):
        yield Sentence(part=MEETINGS, words=f"{len(talk.meetings) - len(shown)} earlier meetings are left out here.")


def _cases(seen: Seen, asked: Asked, talk: Talk) -> Iterator[Sentence]:
    keys, more = unanswered.first_waiting(seen, _each(asked), talk.within)
    for row in unanswered.rows_of(seen, keys, talk.within):
        name, raised, first, last, by, noted = row.cells
        when = f", first {first}, last {last}" if first != last else f" ({last})" if last else ""
        who = f", by {joined(by)}" if isinstance(by, tuple) else ""
        said = f"; that no reply came was noted {how_often(noted)}" if isinstance(noted, int) else ""
        words = f"{name}: raised {how_often(int(str(raised)))}{when}{who}{said}."
        yield Sentence(part=CASES, words=words, entries=row.entries, confidential=row.confidential)
    if more > 0:
        yield Sentence(part=CASES, words=f"{times(more, 'further case')}; see the report `unanswered`.")


def _follow(seen: Seen, asked: Asked, talk: Talk) -> Iterator[Sentence]:
    """Cases on which something was promised at the dialogue's latest meetings, the latest promise first."""
    days = {one.id: (one.day, one.label) for one in talk.meetings[-LOOKS_BACK:]}
    rows = seen.of(
        Response, "meeting_id", days, "meeting_id", "response_type", "summary",
        response_type__in=[one.value for one in _PROMISED],
    )  # fmt: skip
    promised = {row.pk: row for row in rows}
    changed = answers.changed(seen).all
    links = [
        link
        for link in seen.of(ResponseCase, "response_id", promised, "response_id", "case_id")
        if link.case_id.hex not in changed and str(link.case_id) not in changed
    ]
    order = {key: number for number, key in enumerate(days)}
    links.sort(key=lambda link: (-order[promised[link.response_id].meeting_id], link.pk.hex))
    names = called.cases(seen, (link.case_id for link in links[: _each(asked)]))
    for link in links[: _each(asked)]:
        row, name = promised[link.response_id], names.get(link.case_id)
        said = f": {row.summary}" if row.summary else ""
        words = f"{ResponseType(row.response_type).label.capitalize()}{said} ({days[row.meeting_id][1]})."
        yield Sentence(
            part=FOLLOW, about=name.name if name else called.NAME_NOT_STATED, words=words,
            entries=(row.pk, link.pk), confidential=row.confidential or link.confidential or bool(name and name.confidential),
        )  # fmt: skip


def _lists(seen: Seen, asked: Asked, talk: Talk) -> Iterator[Sentence]:
    found, each = lists.found_in(seen), _each(asked)
    first = seen.first(List, ("-handed_on", "-pk"), each + 1, talk.within.of(List))
    for row in lists.rows_of(seen, [key for _, key, _ in first[:each]], found):
        yield Sentence(part=LISTS, words=_list(row), entries=row.entries, confidential=row.confidential)
    if len(first) > each:
        yield Sentence(part=LISTS, words="Earlier lists are left out; see the report `lists`.")


def _list(row: Row) -> str:
    name, when, by, to, names, replied, changed, better, said, onward = row.cells
    way = " ".join(filter(None, (f"from {by}" if by else "", f"to {to}" if to else "", f"({when})" if when else "")))
    counts = [
        f"{number} {word}" for number, word in ((names, "names"), (replied, "replied on"), (changed, "with a change"),
                                                (better, "with better treatment")) if number
    ]  # fmt: skip
    told = ", ".join(counts) if counts else "names not stated"
    reply = f"; reply as said: {joined(said)}" if isinstance(said, tuple) else ""
    return f"{name or 'A list'} {way}: {told}{reply}{f'; taken up in {onward}' if onward else ''}."


def _themes(seen: Seen, talk: Talk) -> Iterator[Sentence]:
    said = last_positions(seen, talk.meetings)
    names = dict(talk.sides) | called.parties(seen, (party for _, party in said))
    for (theme, party), (row, at, words) in sorted(
        said.items(), key=lambda one: (theme_label(one[0][0]), names[one[0][1]])
    ):
        told = quoted(words) if words else "said, in words that are not stated"
        yield Sentence(
            part=THEMES, about=theme_label(theme), words=ended(f"{names[party]}, at {at.label}: {told}"), entries=(row.pk,),
            confidential=row.confidential or at.confidential,
        )  # fmt: skip


def _who(seen: Seen, talk: Talk) -> Iterator[Sentence]:
    if not talk.rounds:
        return
    last = talk.rounds[-1]
    yield from who_takes_part(delegations(seen, last, talk.rounds[:-1]), dict(talk.sides), WHO)


def _in_words(interval: str) -> str:
    """An interval (ISO 8601 duration) as a person reads it: `year`, `6 months`."""
    words = {"Y": "year", "M": "month"}
    number, unit = interval[1:-1], words.get(interval[-1:], "")
    if not number.isdecimal() or not unit:
        return interval
    return unit if number == "1" else times(int(number), unit)


_RAISED = RepresentationKind.RAISED.value
