"""What a person does with proposals: accept, edit, reject, merge. A later decision on the same proposal holds."""

from datetime import datetime
from typing import Any

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.record.acceptance import ACCEPT, Acceptance
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.links import entries_linking_to, grounds_of, typed
from twotrack.record.models import Decision, Entry, Meeting, Proposal, User
from twotrack.record.proposals import decision_on, is_accepted, referred
from twotrack.vocabulary import DecisionKind

STANDS_FOR = {  # which of the entries that accepting makes stands for the finding: the first that was made
    "meetings": ("meeting",),
    "participants": ("participation", "person", "agency"),
    "topics": ("representation", "meeting's theme"),
    "cases": ("case",),
    "commitments": ("commitment", "benchmark"),
    "positions": ("position",),
    "characterisations": ("characterisation",),
    "exchanges": ("exchange",),
}


def decide(
    proposal: Proposal,
    kind: DecisionKind,
    *,
    by: User,
    at: datetime | None = None,
    data: dict[str, Any] | None = None,
    into: Entry | None = None,
) -> Entry | None:
    """Decide a proposal and return the entry that stands for it, None where it is rejected.

    Accepting one first accepts what it refers to and nobody decided; a reference that was rejected is left empty. Deciding
    again takes back what the earlier decision made; raises LedgerError where other entries rest on that.
    """
    alias = str(proposal._state.db)
    if kind == DecisionKind.MERGE and into is None:
        raise LedgerError("a merge needs the entry to merge into; give its id as `into`")
    with writing(alias, by=by, at=at) as ledger:
        _take_back(ledger, proposal)
        if kind == DecisionKind.REJECT:
            _note(ledger, proposal, kind, {}, None)
            return None
        for other in referred(proposal):
            if decision_on(other) is None:
                _make(ledger, other, DecisionKind.ACCEPT, {}, None)
        return _make(ledger, proposal, kind, data or {}, into)


def decide_all(proposals: list[Proposal], *, by: User, at: datetime | None = None) -> list[Entry]:
    """Accept several at once, such as the delegations of a meeting as a block; those decided already are left as they are."""
    made = []
    for proposal in proposals:
        if decision_on(proposal) is None:  # asked each time: accepting one may have accepted the next
            made.append(decide(proposal, DecisionKind.ACCEPT, by=by, at=at))
    return [entry for entry in made if entry is not None]


def entry_of(proposal: Proposal) -> Entry | None:
    """The entry that an accepted proposal stands for: the meeting, the case ... or the one it was merged into."""
    decision = decision_on(proposal)
    if not is_accepted(decision):
        return None
    assert decision is not None
    if decision.into_id and proposal.section == "meetings":
        return Sight.of_context().get(Entry, decision.into_id)
    made = {entry.kind: entry for entry in Entry.objects.using(proposal._state.db).filter(proposal_id=proposal.pk)}
    for kind in STANDS_FOR[proposal.section]:
        if kind in made:
            return made[kind]
    return Sight.of_context().get(Entry, decision.into_id) if decision.into_id else None


def _make(ledger: Ledger, proposal: Proposal, kind: DecisionKind, data: dict[str, Any], into: Entry | None) -> Entry:
    act = Acceptance(
        ledger=ledger,
        sight=Sight((PUBLIC,) if ledger.alias == PUBLIC else (PUBLIC, CONFIDENTIAL)),
        proposal=proposal,
        data={**proposal.data, **data},
        meeting=_meeting(proposal, data),
        into=into,
    )
    entry = ACCEPT[proposal.section](act)
    _note(ledger, proposal, kind, data, into)
    return entry


def _meeting(proposal: Proposal, data: dict[str, Any]) -> Meeting | None:
    """The meeting that a finding names (or is part of), if that was accepted; an edit may name another entry."""
    if key := data.get("meeting_entry"):
        return Sight((PUBLIC, CONFIDENTIAL) if proposal._state.db == CONFIDENTIAL else (PUBLIC,)).require(Meeting, key)
    key = proposal.data.get("part_of" if proposal.section == "meetings" else "meeting")
    named = Proposal.objects.using(proposal._state.db).filter(pk=key).first() if key else None
    entry = entry_of(named) if named else None
    return Sight((str(entry._state.db),)).get(Meeting, entry.pk) if entry else None


def _note(ledger: Ledger, proposal: Proposal, kind: DecisionKind, data: dict[str, Any], into: Entry | None) -> None:
    ledger.add(
        Decision(
            proposal=proposal,
            kind=kind.value,
            data=data,
            into_id=into.pk if into else None,
            by=ledger.by,
            at=clock.now(),
        )
    )


def _take_back(ledger: Ledger, proposal: Proposal) -> None:
    """Remove what an earlier decision on this proposal made; raises LedgerError where other entries rest on it."""
    made = list(Entry.objects.using(ledger.alias).filter(proposal_id=proposal.pk))
    own = {entry.pk for entry in made}
    resting = [other for entry in made for other in entries_linking_to(entry) if other.pk not in own]
    if resting:
        kinds = ", ".join(sorted({other.kind for other in resting}))
        raise LedgerError(f"other entries rest on what this proposal made ({kinds}); take those back first")
    for entry in made:
        for ground in grounds_of(entry):
            ledger.remove(ground)
    for entry in made:
        ledger.remove(typed(entry))
