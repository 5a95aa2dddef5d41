"""What belongs to a dialogue: what happened at its meetings and at parts of these; what happened at no meeting but between its
parties; promises and benchmarks of its parties that were made at no meeting."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model, Q

from twotrack.record.models import (
    Benchmark,
    Characterisation,
    Commitment,
    DialogueParty,
    Exchange,
    List,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Participation,
    Position,
    Representation,
    SourceDialogue,
)
from twotrack.record.reports.seen import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """One dialogue or several: meetings with their parts, parties, sources."""

    meetings: frozenset[uuid.UUID]
    parties: frozenset[uuid.UUID]
    sources: frozenset[uuid.UUID]

    def of(self, model: type[Model]) -> Q:
        """The condition on the rows of a model."""
        return _CONDITIONS[model](self)

    def acts(self) -> tuple[Q, Q]:
        """The condition on acts of raising in two parts, of which no act fulfils both: each is read from one index, where the
        two with an `or` between them make the database look up every act."""
        between = Q(meeting_id__isnull=True, by_party_id__in=self.parties, to_party_id__in=self.parties)
        return Q(meeting_id__in=self.meetings), between


def within(seen: Seen, dialogues: list[uuid.UUID]) -> Within:
    """What these dialogues hold, of what is in sight."""
    met = set(seen.distinct(MeetingDialogue, "meeting_id", dialogue_id__in=dialogues))
    parts = set(seen.distinct(Meeting, "pk", part_of_id__in=list(met)))
    return Within(
        meetings=frozenset(met | parts),
        parties=frozenset(seen.distinct(DialogueParty, "party_id", dialogue_id__in=dialogues)),
        sources=frozenset(seen.distinct(SourceDialogue, "source_id", dialogue_id__in=dialogues)),
    )


def _at(link: str) -> Callable[[Within], Q]:
    """Rows whose link leads to a meeting of the dialogue."""
    return lambda one: Q(**{f"{link}__in": one.meetings})


def _between(by: str, to: str) -> Callable[[Within], Q]:
    """Rows at a meeting of the dialogue, and those at no meeting but between its parties."""
    return lambda one: (
        Q(meeting_id__in=one.meetings)
        | Q(**{"meeting_id__isnull": True, f"{by}__in": one.parties, f"{to}__in": one.parties})
    )


_CONDITIONS: dict[type[Model], Callable[[Within], Q]] = {
    Meeting: _at("pk"),
    MeetingTheme: _at("meeting_id"),
    Participation: _at("meeting_id"),
    Characterisation: _at("meeting_id"),
    Position: _at("meeting_id"),
    Representation: _between("by_party_id", "to_party_id"),
    List: _between("from_party_id", "to_party_id"),
    Commitment: lambda one: (
        Q(made_at_meeting_id__in=one.meetings)
        | Q(promises_meeting_id__in=one.meetings)
        | Q(made_at_meeting_id__isnull=True, promises_meeting_id__isnull=True, by_party_id__in=one.parties)
    ),
    Benchmark: lambda one: (
        Q(set_at_meeting_id__in=one.meetings) | Q(set_at_meeting_id__isnull=True, by_party_id__in=one.parties)
    ),
    Exchange: lambda one: Q(meeting_id__in=one.meetings) | Q(meeting_id__isnull=True, source_id__in=one.sources),
}
