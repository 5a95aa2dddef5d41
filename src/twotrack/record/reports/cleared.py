"""Who and what may be told in public: persons as their publication decision says, words with every other name withheld."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack.record.keyring import PUBLIC
from twotrack.record.models import (
    Agency,
    Case,
    Exchange,
    Participation,
    Party,
    PublicationDecision,
    Statement,
)
from twotrack.record.public.naming import Naming
from twotrack.record.public.withholding import Withholding
from twotrack.record.publication import form_of
from twotrack.record.reports.seen import Seen
from twotrack.vocabulary import ParticipationRole, Property, PublicationForm

PLACE_WORDS = 4  # a longer place may hold a name ("the house of ...")
_IN_OFFICE = [ParticipationRole.HEAD.value, ParticipationRole.MEMBER.value, ParticipationRole.HOST.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """The persons of some cases and meetings, as they may be told of: names of those that may be named, descriptions of
    those that may be described."""

    forms: dict[uuid.UUID, PublicationForm]
    names: dict[uuid.UUID, str]
    subjects: dict[uuid.UUID, uuid.UUID]  # by case
    withholding: Withholding

    def case(self, key: uuid.UUID) -> str:
        """What a case may be called, "" where it may only be counted or not told at all."""
        return self.names.get(self.subjects[key], "") if key in self.subjects else ""

    def counts(self, key: uuid.UUID) -> bool:
        """Whether a case may be told of at all, if only as one of a number."""
        return self.forms.get(self.subjects.get(key, key), PublicationForm.NOTHING) != PublicationForm.NOTHING

    def text(self, words: str) -> str:
        """Words with what looks like a name and is not cleared withheld."""
        return self.withholding.text(words)


def cleared(seen: Seen, cases: Iterable[uuid.UUID], meetings: Iterable[uuid.UUID], on: date) -> Cleared:
    """Who of these cases and meetings may be named on a day; of the public database alone."""
    rows = seen.by_id(Case, cases, "person_id", "group_id")
    subjects = {key: row.person_id or row.group_id for key, row in rows.items()}
    meetings = list(meetings)
    took_part = seen.of(
        Participation, "meeting_id", meetings, "person_id", "agency_id", "party_id", role__in=_IN_OFFICE
    )
    present = {row.person_id for row in took_part if row.person_id and (row.party_id or row.agency_id)}
    keys = {*subjects.values(), *present}
    decisions = _decisions(keys)
    forms = {key: form_of(decisions.get(key), on) for key in keys}
    officials = present - _at_issue(seen, present) - set(decisions)
    stated: dict[uuid.UUID, list[str]] = {}
    for row in seen.of(Statement, "subject_id", keys, "subject_id", "value", about=Property.NAME.value):
        stated.setdefault(row.subject_id, []).append(row.value)
    may = officials | {key for key, form in forms.items() if form == PublicationForm.NAME}
    names = {key: stated[key][0] for key in may if key in stated}
    names |= {key: decisions[key].description for key, form in forms.items() if form == PublicationForm.DESCRIPTION}
    seen.named |= set(names)
    hidden = [name for key in keys - may for name in stated.get(key, ())]
    parties = [name for name, *_ in seen.values(Party, "name")]
    places = [row.value for row in seen.of(Statement, "subject_id", meetings, "value", about=Property.PLACE.value)]
    short = [place for place in places if len(place.split()) <= PLACE_WORDS]
    return Cleared(
        forms=forms,
        names=names,
        subjects=subjects,
        withholding=Withholding(
            Naming(
                decisions=decisions,
                forms=forms,
                officials=frozenset(officials),
                named=tuple(sorted({name for key in may for name in stated.get(key, ())})),
                states=tuple(sorted(name for name in parties if " " not in name)),
                bodies=tuple(sorted({*parties, *short, *(name for name, *_ in seen.values(Agency, "name"))})),
                hidden=tuple(sorted(set(hidden))),
                hidden_groups=(),
                suspected=(),
            )
        ),
    )


def _decisions(keys: set[uuid.UUID]) -> dict[uuid.UUID, PublicationDecision]:
    rows = PublicationDecision.objects.using(PUBLIC).filter(subject_id__in=keys).order_by("at", "id") if keys else []
    return {row.subject_id: row for row in rows}


def _at_issue(seen: Seen, persons: set[uuid.UUID]) -> set[uuid.UUID]:
    cases = {row.person_id for row in seen.of(Case, "person_id", persons, "person_id")}
    return cases | {row.asker_id for row in seen.of(Exchange, "asker_id", persons, "asker_id")}
