"""One meeting, whole: its agenda, both delegations, what was raised and what came back, what was promised here and what had
been promised before, what the press asked, both accounts."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from twotrack.office.shown.commitment_lines import CommitmentLine, commitment_lines
from twotrack.office.shown.delegations import Delegation, delegations, earlier_meetings
from twotrack.office.shown.facts import Fact, Facts, facts_of
from twotrack.office.shown.grounds import NOTHING, SourceRef, Standing, source_of_texts, source_ref, standings
from twotrack.office.shown.meeting_lines import MeetingLine, meeting_lines
from twotrack.office.shown.meeting_talk import (
    Accounts,
    AllRaised,
    Said,
    Theme,
    accounts_of,
    descriptions_of,
    raised_at,
    themes_at,
)
from twotrack.office.shown.question_lines import question_lines
from twotrack.office.shown.question_page import Asked, asked_of
from twotrack.office.shown.rows import by_id, values_of
from twotrack.record.confidentiality import Sight
from twotrack.record.ledger import day_bounds
from twotrack.record.models import (
    Commitment,
    Dialogue,
    FollowUp,
    Ground,
    Meeting,
    MeetingDialogue,
    Passage,
    Source,
    SourceText,
)
from twotrack.record.reports.commitments import OVERDUE
from twotrack.vocabulary import CommitmentStatus, MeetingKind, Property

QUESTIONS = 12  # rows of what has a table of its own
PROMISED = 20
MANY = 60  # cases raised, above which both accounts are compared on request alone
_SPEAKS_OF = timedelta(days=30)  # a document speaks of the meeting that it follows within this time


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A commitment from before that was due by this meeting or spoken of at it; `said` is what was judged here."""

    line: CommitmentLine
    said: str
    summary: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """All of one meeting. `apart`: both accounts are compared when asked for. `before` and `after` are its neighbours of the
    same kind in its dialogues."""

    line: MeetingLine
    facts: tuple[Fact, ...]
    standing: Standing
    part_of: MeetingLine | None
    parts: tuple[MeetingLine, ...]
    before: MeetingLine | None
    after: MeetingLine | None
    dialogues: tuple[tuple[uuid.UUID, str], ...]
    delegations: tuple[Delegation, ...]
    raised: AllRaised
    themes: tuple[Theme, ...]
    agreed: tuple[CommitmentLine, ...]
    agreed_all: int
    due: tuple[Due, ...]
    due_all: int
    questions: tuple[Asked, ...]
    questions_all: int
    descriptions: tuple[Said, ...]
    accounts: Accounts | None
    apart: bool
    sources: tuple[SourceRef, ...]


def meeting_page(sight: Sight, meeting: Meeting, today: date, *, compare: bool = False) -> MeetingPage | None:
    """All of a meeting that is in sight; where very many cases were raised both accounts with `compare` alone. None where it
    is one that is not counted (merged, or released as another)."""
    lines = meeting_lines(sight)
    line = next((one for one in lines if one.key == meeting.pk), None)
    if line is None:
        return None
    facts = facts_of(sight, [meeting.pk]).get(meeting.pk, {})
    links = sight.all(MeetingDialogue, meeting_id=meeting.pk)
    dialogues = by_id(sight, Dialogue, (link.dialogue_id for link in links))
    sources = _documents_on(sight, meeting, facts)
    parts = tuple(one for one in lines if one.part_of == line.id)
    agreed = _agreed(sight, line, parts, sources, today)
    due = _due(sight, line, {one.id for one in agreed}, today)
    asked, asked_all = _questions(sight, line, sources)
    like = [one for one in lines if one.kind == line.kind and one.dialogues & line.dialogues and one.day]
    at = next((number for number, one in enumerate(like) if one.id == line.id), None)
    return MeetingPage(
        line=line,
        facts=tuple(facts.values()),
        standing=standings(sight, [meeting.pk]).get(meeting.pk, NOTHING),
        part_of=next((one for one in lines if one.id == line.part_of), None) if line.part_of else None,
        parts=parts,
        before=like[at - 1] if at else None,
        after=like[at + 1] if at is not None and at + 1 < len(like) else None,
        dialogues=tuple((key, dialogue.name) for key, dialogue in dialogues.items()),
        delegations=tuple(delegations(sight, line)),
        raised=raised_at(sight, meeting.pk, today),
        themes=tuple(themes_at(sight, [meeting.pk, *(one.key for one in parts)])),
        agreed=tuple(agreed[:PROMISED]),
        agreed_all=len(agreed),
        due=tuple(due[:PROMISED]),
        due_all=len(due),
        questions=asked,
        questions_all=asked_all,
        descriptions=tuple(descriptions_of(sight, meeting.pk)),
        accounts=accounts_of(sight, meeting.pk, today) if compare or line.numbers.raised <= MANY else None,
        apart=not compare and line.numbers.raised > MANY,
        sources=tuple(source_ref(source) for source in sources[:QUESTIONS]),
    )


def _documents_on(sight: Sight, meeting: Meeting, facts: Facts) -> list[Source]:
    """The sources whose words the meeting stands on and which came out soon after it: what they promise belongs here."""
    last = facts[Property.WHEN].shown.last_day if Property.WHEN in facts else None
    if last is None:
        return []
    grounds = sight.all(Ground, entry_id=meeting.pk, passage__isnull=False)
    passages = by_id(sight, Passage, (ground.passage_id for ground in grounds))
    texts = [passage.text_id for passage in passages.values()]
    sources = by_id(sight, Source, source_of_texts(sight, texts).values()).values()
    return [source for source in sources if source.dated and _soon_after(source.dated, last)]


def _soon_after(dated: str, last: date) -> bool:
    day = day_bounds(dated)[0]
    return day is not None and -_SPEAKS_OF <= day - last <= _SPEAKS_OF


def _agreed(
    sight: Sight, line: MeetingLine, parts: tuple[MeetingLine, ...], sources: list[Source], today: date
) -> list[CommitmentLine]:
    """What was promised at the meeting or its parts, what promises it, and what stands on words of the documents on it."""
    here = {line.id, *(one.id for one in parts)}
    texts = values_of(sight, SourceText, "id", source_id__in=[source.pk for source in sources]) if sources else []
    passages = values_of(sight, Passage, "id", text_id__in=[key for (key,) in texts]) if texts else []
    keys = [key for (key,) in passages]
    found = {key.hex for (key,) in values_of(sight, Ground, "entry_id", passage_id__in=keys)} if keys else set()
    found |= {row.pk.hex for row in sight.all(Commitment, promises_meeting_id=line.key)}
    return [one for one in commitment_lines(sight, today) if one.made_at in here or one.id in found]


def _due(sight: Sight, line: MeetingLine, agreed: set[str], today: date) -> list[Due]:
    """What had been promised before and was due since the round before, or by a meeting that is still to come; and whatever
    was spoken of here."""
    rounds = [one for one in earlier_meetings(sight, line) if one.kind == MeetingKind.ROUND]
    since = rounds[-1].day if rounds else ""
    to_come = line.day >= today.isoformat()
    unsettled = (OVERDUE, CommitmentStatus.OPEN, CommitmentStatus.PARTLY)

    def belongs(one: CommitmentLine) -> bool:
        if one.id in agreed:
            return False
        if line.id in one.at:
            return True
        if not (one.dialogues & line.dialogues and one.due_last and line.day and one.made < line.day):
            return False
        return one.due_last <= line.day and (one.state in unsettled if to_come else one.due_last > since)

    found = [one for one in commitment_lines(sight, today) if belongs(one)]
    said = {row.commitment_id: row for row in sight.all(FollowUp, meeting_id=line.key)}
    return [
        Due(
            line=one,
            said=CommitmentStatus(row.status).label if (row := said.get(one.key)) else "",
            summary=row.summary if row else "",
            language=row.summary_language if row else "",
        )
        for one in found
    ]


def _questions(sight: Sight, line: MeetingLine, sources: list[Source]) -> tuple[tuple[Asked, ...], int]:
    """What the press asked: at the meeting, or in the documents on it."""
    of_sources = {source.pk.hex for source in sources}
    found = [
        one for one in question_lines(sight) if one.meeting == line.id or (not one.meeting and one.source in of_sources)
    ]
    return tuple(asked_of(sight, found[:QUESTIONS])), len(found)
