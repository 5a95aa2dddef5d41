"""One meeting, whole: who took part, what was raised, promised and asked, and on which words."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from twotrack.office.shown.cases import CaseRow, case_rows
from twotrack.office.shown.commitments import CommitmentRow, commitment_rows
from twotrack.office.shown.facts import Fact, Facts, facts_of, shown_values
from twotrack.office.shown.grounds import NOTHING, SourceRef, Standing, source_of_texts, source_ref, standings
from twotrack.office.shown.meetings import MeetingRef, meeting_refs, refs_of
from twotrack.office.shown.rows import among, by_id, values_of
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.ledger import day_bounds
from twotrack.record.models import (
    Agency,
    Characterisation,
    Commitment,
    Dialogue,
    Exchange,
    Ground,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Participation,
    Party,
    Passage,
    Person,
    Position,
    RaisedCase,
    Representation,
    Source,
    SourceText,
)
from twotrack.themes import theme_label
from twotrack.vocabulary import (
    Clarity,
    ParticipationRole,
    Property,
    RepresentationKind,
    Technique,
)

_SPEAKS_OF = timedelta(days=30)  # a document speaks of the meeting that it follows within this time


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One who took part: a person with a title, an agency, or a number of unnamed ones."""

    name: str
    language: str
    title: str
    agency: str
    role: str
    count: int | None
    standing: Standing
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Those who took part for one party."""

    party: str
    participants: tuple[Participant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What was discussed, and who is said to have raised it."""

    theme: str
    how: str
    by: str
    summary: str
    standing: Standing
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRow:
    """One thing asked and how clearly it was answered."""

    asks: str
    language: str
    outlet: str
    clarity: str
    technique: str
    standing: Standing
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """All of one meeting."""

    ref: MeetingRef
    facts: tuple[Fact, ...]
    standing: Standing
    part_of: MeetingRef | None
    dialogues: tuple[tuple[uuid.UUID, str], ...]
    delegations: tuple[Delegation, ...]
    cases: tuple[CaseRow, ...]
    themes: tuple[Theme, ...]
    commitments: tuple[CommitmentRow, ...]
    exchanges: tuple[ExchangeRow, ...]
    descriptions: tuple[Theme, ...]
    sources: tuple[SourceRef, ...]


def meeting_page(sight: Sight, meeting: Meeting, today: date) -> MeetingPage:
    """All of a meeting that is in sight."""
    ref = refs_of(sight, [meeting])[0]
    facts = facts_of(sight, [meeting.pk]).get(meeting.pk, {})
    standing = standings(sight, [meeting.pk]).get(meeting.pk, NOTHING)
    links = sight.all(MeetingDialogue, meeting_id=meeting.pk)
    dialogues = by_id(sight, Dialogue, (link.dialogue_id for link in links))
    sources = _documents_on(sight, meeting, facts)
    return MeetingPage(
        ref=ref,
        facts=tuple(facts.values()),
        standing=standing,
        part_of=meeting_refs(sight, [meeting.part_of_id]).get(meeting.part_of_id) if meeting.part_of_id else None,
        dialogues=tuple((key, dialogue.name) for key, dialogue in dialogues.items()),
        delegations=tuple(_delegations(sight, meeting)),
        cases=tuple(_cases(sight, meeting)),
        themes=tuple(_themes(sight, meeting)),
        commitments=tuple(commitment_rows(sight, _commitments(sight, meeting, sources), today)),
        exchanges=tuple(_exchanges(sight, meeting, sources)),
        descriptions=tuple(_descriptions(sight, meeting)),
        sources=tuple(source_ref(source) for source in sources),
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


def _delegations(sight: Sight, meeting: Meeting) -> list[Delegation]:
    rows = sight.all(Participation, meeting_id=meeting.pk)
    people = [row.person_id for row in rows]
    names = shown_values(sight, by_id(sight, Person, people), Property.NAME)
    titles = shown_values(sight, by_id(sight, Person, people), Property.TITLE)
    agencies = by_id(sight, Agency, (row.agency_id for row in rows))
    parties = by_id(sight, Party, (row.party_id for row in rows))
    grounds = standings(sight, (row.pk for row in rows))

    def participant(row: Participation) -> Participant:
        name = names.get(row.person_id) if row.person_id else None
        title = titles.get(row.person_id) if row.person_id else None
        agency = agencies.get(row.agency_id) if row.agency_id else None
        return Participant(
            name=name.value if name else "",
            language=name.value_language if name else "",
            title=title.value if title else "",
            agency=agency.name if agency else "",
            role="" if row.role == ParticipationRole.MEMBER else ParticipationRole(row.role).label,
            count=row.count,
            standing=grounds.get(row.pk, NOTHING),
            confidential=is_confidential([row]),
        )

    sides: dict[str, list[Participation]] = {}
    for row in rows:
        party = parties.get(row.party_id) if row.party_id else None
        sides.setdefault(party.name if party else "", []).append(row)
    heads_first = {ParticipationRole.HEAD.value: 0}
    return [
        Delegation(
            party=side,
            participants=tuple(participant(row) for row in sorted(of_it, key=lambda row: heads_first.get(row.role, 1))),
        )
        for side, of_it in sorted(sides.items(), key=lambda item: (item[0] == "", item[0]))
    ]


def _cases(sight: Sight, meeting: Meeting) -> list[CaseRow]:
    acts = sight.all(Representation, meeting_id=meeting.pk)
    links = among(sight, RaisedCase, "representation_id", (act.pk for act in acts))
    return case_rows(sight, list({link.case_id: None for link in links}))


def _themes(sight: Sight, meeting: Meeting) -> list[Theme]:
    acts = [act for act in sight.all(Representation, meeting_id=meeting.pk) if act.theme]
    discussed = sight.all(MeetingTheme, meeting_id=meeting.pk)
    positions = sight.all(Position, meeting_id=meeting.pk)
    parties = by_id(sight, Party, (*(act.by_party_id for act in acts), *(one.party_id for one in positions)))
    grounds = standings(sight, (row.pk for row in (*acts, *discussed, *positions)))

    def theme(row: Representation | MeetingTheme | Position, how: str, by: uuid.UUID | None, summary: str) -> Theme:
        return Theme(
            theme=theme_label(row.theme),
            how=how,
            by=parties[by].name if by in parties else "",
            summary=summary,
            standing=grounds.get(row.pk, NOTHING),
            confidential=is_confidential([row]),
        )

    return sorted(
        [
            *(theme(row, RepresentationKind(row.representation_kind).label, row.by_party_id, "") for row in acts),
            *(theme(row, "discussed", None, "") for row in discussed),
            *(theme(row, "position", row.party_id, row.summary) for row in positions),
        ],
        key=lambda one: one.theme,
    )


def _descriptions(sight: Sight, meeting: Meeting) -> list[Theme]:
    rows = sight.all(Characterisation, meeting_id=meeting.pk)
    parties = by_id(sight, Party, (row.party_id for row in rows))
    grounds = standings(sight, (row.pk for row in rows))
    return [
        Theme(
            theme="",
            how="",
            by=parties[row.party_id].name if row.party_id in parties else "",
            summary=row.words,
            standing=grounds.get(row.pk, NOTHING),
            confidential=is_confidential([row]),
        )
        for row in rows
    ]


def _commitments(sight: Sight, meeting: Meeting, sources: list[Source]) -> list[Commitment]:
    """Those made at or promising this meeting, and those that stand on words of the documents on it."""
    texts = values_of(sight, SourceText, "id", source_id__in=[source.pk for source in sources])
    passages = among(sight, Passage, "text_id", (row[0] for row in texts))
    grounds = among(sight, Ground, "passage_id", (passage.pk for passage in passages))
    found = [
        *sight.all(Commitment, made_at_meeting_id=meeting.pk),
        *among(sight, Commitment, "pk", (ground.entry_id for ground in grounds)),
        *sight.all(Commitment, promises_meeting_id=meeting.pk),
    ]
    return list({row.pk: row for row in found}.values())


def _exchanges(sight: Sight, meeting: Meeting, sources: list[Source]) -> list[ExchangeRow]:
    own = sight.all(Exchange, meeting_id=meeting.pk)
    others = among(sight, Exchange, "source_id", (source.pk for source in sources), meeting__isnull=True)
    rows = list({row.pk: row for row in (*own, *others)}.values())
    grounds = standings(sight, (row.pk for row in rows))
    return [
        ExchangeRow(
            asks=row.asks,
            language=row.asks_language,
            outlet=row.outlet,
            clarity=Clarity(row.clarity).label,
            technique=Technique(row.technique).label if row.technique else "",
            standing=grounds.get(row.pk, NOTHING),
            confidential=is_confidential([row]),
        )
        for row in rows
    ]
