"""The ledger's acts that a person enters: a case raised, a response, an outcome. Each stands on a passage or an inference."""

from collections.abc import Sequence

from twotrack.record.ledger import Ledger
from twotrack.record.models import (
    Account,
    Case,
    Meeting,
    Outcome,
    Party,
    Passage,
    RaisedCase,
    Representation,
    Response,
    ResponseCase,
)
from twotrack.vocabulary import Channel, OutcomeKind, RepresentationKind, ResponseType, Track


def raise_cases(
    ledger: Ledger,
    cases: Sequence[Case],
    *,
    by: Party | None,
    to: Party | None,
    meeting: Meeting | None = None,
    when: str = "",
    channel: Channel = Channel.MEETING,
    kind: RepresentationKind = RepresentationKind.RAISED,
    passage: Passage | None = None,
    inference: str = "",
) -> Representation:
    """One act of raising these cases; the State whose conduct is at issue is the one it was raised with."""
    representation = ledger.add(
        Representation(
            representation_kind=kind.value,
            by_party=by,
            to_party=to,
            about_party=to,
            meeting=meeting,
            when=when,
            channel=channel.value,
            track=Track.DIFFERENCE.value,
        )
    )
    links = [ledger.add(RaisedCase(representation=representation, case=case)) for case in cases]
    ledger.stand(representation, *links, passage=passage, inference=inference)
    return representation


def respond(
    ledger: Ledger,
    cases: Sequence[Case],
    response_type: ResponseType,
    *,
    by: Party | None = None,
    meeting: Meeting | None = None,
    when: str = "",
    summary: str = "",
    language: str = "und",
    passage: Passage | None = None,
    inference: str = "",
) -> Response:
    """What came back on these cases."""
    response = ledger.add(
        Response(
            response_type=response_type.value,
            by_party=by,
            meeting=meeting,
            when=when,
            summary=summary,
            summary_language=language,
        )
    )
    links = [ledger.add(ResponseCase(response=response, case=case)) for case in cases]
    ledger.stand(response, *links, passage=passage, inference=inference)
    return response


def record_outcome(
    ledger: Ledger,
    case: Case,
    kind: OutcomeKind,
    *,
    when: str = "",
    summary: str = "",
    language: str = "und",
    linked_by: Account | None = None,
    passage: Passage | None = None,
    inference: str = "",
) -> Outcome:
    """What changed for the person; `linked_by` is whoever claims that the dialogue caused it, never this program."""
    outcome = ledger.add(
        Outcome(
            case=case,
            outcome_kind=kind.value,
            when=when,
            summary=summary,
            summary_language=language,
            linked_by=linked_by,
        )
    )
    ledger.stand(outcome, passage=passage, inference=inference)
    return outcome
