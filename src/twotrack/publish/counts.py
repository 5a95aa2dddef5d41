"""What the first page counts: of what became public and was cleared, never of what was raised."""

from dataclasses import dataclass

from twotrack.record.public import PublicRecord
from twotrack.record.public.values import PublicCase
from twotrack.vocabulary import Clarity, MeetingStatus, RepresentationKind, ResponseType


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Numbers of meetings held, cases shown and how far they came, promises, questions by clarity."""

    held: int
    cases: int
    not_named: int
    raised: int
    answered: int
    changed: int
    promises: int
    questions: dict[str, int]


def counts(record: PublicRecord) -> Counts:
    """The numbers of a record."""
    return Counts(
        held=sum(meeting.status == MeetingStatus.HELD for meeting in record.meetings),
        cases=len(record.cases),
        not_named=record.not_named,
        raised=sum(raised(case) for case in record.cases),
        answered=sum(answered(case) for case in record.cases),
        changed=sum(any(line.step == "outcome" for line in case.ledger) for case in record.cases),
        promises=len(record.commitments),
        questions={
            word.value: sum(one.clarity == word for one in record.exchanges)
            for word in Clarity
            if any(one.clarity == word for one in record.exchanges)
        },
    )


def raised(case: PublicCase) -> bool:
    """Whether a public source says that the case was raised; "said not raised" and "would not say" do not."""
    return any(line.step == "raised" and line.what == RepresentationKind.RAISED for line in case.ledger)


def answered(case: PublicCase) -> bool:
    """Whether something came back; that nothing did is recorded too, and is no answer."""
    return any(line.step == "reply" and line.what != ResponseType.NO_REPLY for line in case.ledger)
