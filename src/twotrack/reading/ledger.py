"""A reading as a ledger: what a document says took place, each number with what it counts and the words it rests on.

Nothing here has been reviewed: every item is *possible*. What was not found is not stated in this document, which is
neither zero nor no.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from twotrack import edtf
from twotrack.reading.around import Passage, Sentences
from twotrack.reading.findings import (
    CaseFinding,
    CommitmentFinding,
    Exchange,
    MeetingFinding,
    ParticipantFinding,
    Reading,
    Span,
    TopicFinding,
)
from twotrack.themes import theme_label
from twotrack.vocabulary import Clarity, MeetingKind, MeetingStatus, Raised, Strength

NOT_STATED = "not stated in this document"
WITH_DATE = "with a date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that a number counts: its name, what is said of it in a few words, and the passages. `number` is how
    many it stands for ("nine agencies"); `exchange` the id of the exchange that it is, for those who show the turns."""

    label: str
    facts: tuple[str, ...]
    passages: tuple[Passage, ...]
    number: int = 1
    exchange: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number with what it counts. `group` is the side where the numbers of a section go by sides; `note` says what the
    label means, where that is not plain, `one` what it is called where it is one."""

    label: str
    items: tuple[Item, ...]
    group: str | None = None
    note: str = ""
    one: str = ""

    @property
    def number(self) -> int:
        """How many there are."""
        return sum(item.number for item in self.items)

    @property
    def words(self) -> str:
        """The label as it stands behind the number."""
        return self.one if self.one and self.number == 1 else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One question that the ledger answers. `key` is its name in code ("cases"), `title` what a person reads."""

    key: str
    title: str
    counts: tuple[Count, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in order."""
        return tuple(item for count in self.counts for item in count.items)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Count, ...]], ...]:
        """The counts by sides, in order; under "" where they do not go by sides."""
        sides = dict.fromkeys(count.group or "" for count in self.counts)
        return tuple((side, tuple(one for one in self.counts if (one.group or "") == side)) for side in sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What a document says took place, in the order in which one asks."""

    sections: tuple[Section, ...]


def ledger_of(reading: Reading, looked_for: frozenset[str] | None = None) -> Ledger:
    """The ledger of a reading. `looked_for` names the parts that were looked for (None: all); what rests on others is left
    out, since of that nothing can be said."""
    around = Sentences(reading.text, reading.turns)
    found = (
        Section(key=key, title=title, counts=tuple(count for count in counts(reading, around) if count.items))
        for key, title, part, counts in _SECTIONS
        if looked_for is None or part in looked_for
    )
    return Ledger(sections=tuple(found))


def main_meeting(reading: Reading) -> MeetingFinding | None:
    """The meeting that a document is about: held before planned, then the one that most findings name, then a round, then
    the first one mentioned."""
    named = [
        finding.meeting
        for part in (reading.participants, reading.topics, reading.cases, reading.commitments)
        for finding in part
    ]
    return max(
        reading.meetings,
        key=lambda one: (
            one.status is MeetingStatus.HELD,
            named.count(one.id),
            one.kind is MeetingKind.ROUND,
            -min((span.start for span in one.mentions), default=len(reading.text)),
        ),
        default=None,
    )


def _meeting(reading: Reading, around: Sentences) -> Iterable[Count]:
    main = main_meeting(reading)
    if main is not None:
        item = _meeting_item(main, around)
        facts = item.facts if main.place else (item.facts[0], f"place {NOT_STATED}", *item.facts[1:])
        yield Count(label=main.status.label, items=(replace(item, facts=facts),))


def _other_meetings(reading: Reading, around: Sentences) -> Iterable[Count]:
    main = main_meeting(reading)
    others = sorted((one for one in reading.meetings if one is not main), key=lambda one: _day(one.when))
    for status in MeetingStatus:
        yield Count(
            label=status.label, items=tuple(_meeting_item(one, around) for one in others if one.status is status)
        )


def _meeting_item(one: MeetingFinding, around: Sentences) -> Item:
    when = edtf.in_words(one.when) if one.when else f"date {NOT_STATED}"
    kind = one.kind.label if one.kind is not MeetingKind.OTHER else ""
    facts = tuple(fact for fact in (when, one.place, kind) if fact)
    return Item(label=one.name or one.kind.label, facts=facts, passages=around.passages(one.mentions))


def _participants(reading: Reading, around: Sentences) -> Iterable[Count]:
    main = main_meeting(reading)
    part_of_main = {one.id for one in reading.meetings if main and main.id in (one.id, one.part_of)} | {None}
    there = [one for one in reading.participants if one.meeting in part_of_main]
    sides = dict.fromkeys(one.side for one in sorted(there, key=lambda one: one.side is None))
    for side in sides:
        mine = [one for one in there if one.side == side]
        for label, single, belongs in _KINDS_OF_PARTICIPANT:
            items = tuple(_participant_item(one, around) for one in mine if belongs(one))
            yield Count(label=label, one=single, group=side or f"side {NOT_STATED}", items=items)


_KINDS_OF_PARTICIPANT: tuple[tuple[str, str, Callable[[ParticipantFinding], bool]], ...] = (
    ("persons named", "person named", lambda one: one.count is None and one.name is not None),
    ("agencies named", "agency named", lambda one: one.count is None and one.name is None),
    ("given as a number", "given as a number", lambda one: one.count is not None),
)


def _participant_item(one: ParticipantFinding, around: Sentences) -> Item:
    label = one.name or one.organisation or one.title or f"name {NOT_STATED}"
    facts = ("head" if one.head else "", one.title or "", one.organisation or "")
    return Item(
        label=label,
        facts=tuple(fact for fact in facts if fact and fact != label),
        passages=around.passages(one.mentions),
        number=1 if one.count is None else one.count,
    )


def _cases(reading: Reading, around: Sentences) -> Iterable[Count]:
    names = {one.id: one.name for one in reading.meetings}
    main = main_meeting(reading)
    for raised in Raised:
        items = (_case_item(one, around, names, main) for one in reading.cases if one.raised is raised)
        yield Count(label=raised.label, items=tuple(items))


def _case_item(one: CaseFinding, around: Sentences, names: dict[str, str], main: MeetingFinding | None) -> Item:
    elsewhere = one.meeting and (main is None or one.meeting != main.id)
    facts = (
        "a group" if one.group else "",
        one.status or f"what happened is {NOT_STATED}",
        f"{one.raised.label} by {one.raised_by}" if one.raised_by and one.raised in _BY_SOMEBODY else "",
        f"at: {names.get(one.meeting or '', '')}" if elsewhere else "",
    )
    passages = around.passages(one.mentions) + around.passages(one.status_mentions, "status")
    return Item(label=one.name, facts=tuple(filter(None, facts)), passages=passages)


_BY_SOMEBODY = {Raised.RAISED, Raised.ASKED_ABOUT}


def _commitments(reading: Reading, around: Sentences) -> Iterable[Count]:
    for label, dated in ((WITH_DATE, True), ("without a date", False)):
        held = sorted(
            (one for one in reading.commitments if (one.due is not None) is dated), key=lambda one: _day(one.due)
        )
        yield Count(label=label, items=tuple(_commitment_item(one, around) for one in held))


def _commitment_item(one: CommitmentFinding, around: Sentences) -> Item:
    facts = (
        edtf.in_words(one.due) if one.due else "",
        _STRENGTH[one.strength],
        "both sides" if one.who == "both" else one.who,
        "standing" if one.standing else "",
        "a benchmark" if one.benchmark else "",
    )
    return Item(label=one.what, facts=tuple(filter(None, facts)), passages=around.passages(one.mentions))


_STRENGTH = {
    Strength.AGREED: "agreed",
    Strength.INTENDED: "intended",
    Strength.UNDER_DISCUSSION: "under discussion",
}


def _exchanges(reading: Reading, around: Sentences) -> Iterable[Count]:
    turns = {turn.id: turn for turn in reading.turns}

    def passages(one: Exchange) -> tuple[Passage, ...]:
        asked, said = one.mentions, one.evidence
        if not asked:
            asked = tuple(span for key in one.question_turns[:1] if key in turns for span in around.first(turns[key]))
        if not said:
            said = tuple(span for key in one.answer_turns[:1] if key in turns for span in around.first(turns[key]))
        return around.passages(asked, "asked") + around.passages(said, "said to it")

    for clarity, (label, note) in _CLARITY.items():
        held = (one for one in reading.exchanges if one.clarity is clarity)
        yield Count(
            label=label,
            note=note,
            items=tuple(
                Item(label=one.asks, facts=_exchange_facts(one), passages=passages(one), exchange=one.id)
                for one in held
            ),
        )


_CLARITY: dict[Clarity | None, tuple[str, str]] = {
    Clarity.REPLY: (Clarity.REPLY.value, "gives what was asked"),
    Clarity.AMBIVALENT: (Clarity.AMBIVALENT.value, "in part, in general, or about something else"),
    Clarity.NON_REPLY: (Clarity.NON_REPLY.value, "declines, does not know, or asks back"),
    Clarity.UNANSWERED: (Clarity.UNANSWERED.value, "nothing was said to it"),
    None: ("answered", "how clearly was not looked for"),
}


def _exchange_facts(one: Exchange) -> tuple[str, ...]:
    asker = ", ".join(filter(None, (one.asker, one.outlet)))
    return tuple(filter(None, (one.technique.label if one.technique else "", f"asked by {asker}" if asker else "")))


def _topics(reading: Reading, around: Sentences) -> Iterable[Count]:
    by_theme: dict[str, list[TopicFinding]] = {}
    for one in reading.topics:
        by_theme.setdefault(one.theme, []).append(one)
    items = tuple(_topic_item(theme, held, around) for theme, held in by_theme.items())
    yield Count(label="themes", one="theme", items=items)


def _topic_item(theme: str, held: list[TopicFinding], around: Sentences) -> Item:
    by = dict.fromkeys("both sides" if one.raised_by == "both" else one.raised_by for one in held if one.raised_by)
    spans: list[Span] = [span for one in held for span in one.mentions]
    facts = (f"raised by {', '.join(by)}",) if by else ()
    return Item(label=theme_label(theme), facts=facts, passages=around.passages(spans))


def _day(text: str | None) -> date:
    """Where a date stands in order: by its last day, as a due date falls then; what has none comes last."""
    return (edtf.last_day(text) if text and edtf.is_valid(text) else None) or date.max


_SECTIONS = (  # key, title, the part of the reading that it shows, how
    ("meeting", "The meeting", "meetings", _meeting),
    ("participants", "Took part", "participants", _participants),
    ("cases", "Persons at issue", "cases", _cases),
    ("commitments", "Promised", "commitments", _commitments),
    ("exchanges", "Asked", "exchanges", _exchanges),
    ("topics", "Themes", "topics", _topics),
    ("other-meetings", "Other meetings", "meetings", _other_meetings),
)
