"""Whose account of a meeting is known: each side's own, found, sought in vain, or never issued."""

from twotrack.record.models import Account, Meeting, Party, Statement
from twotrack.record.public.showing import Showing
from twotrack.record.public.values import Coverage, SideCovered
from twotrack.vocabulary import AccountSearch, Property


def coverage(showing: Showing, meeting: Meeting, sides: set[str]) -> tuple[SideCovered, ...]:
    """For each side of a meeting: whether statements on it are that side's own telling; else what a person found who looked."""
    found: dict[str, Coverage] = dict.fromkeys(sides, Coverage.UNKNOWN)
    rows = showing.rows.all(Statement, subject_id=meeting.pk)
    for row in [*(row for row in rows if row.about == Property.ACCOUNT_SOUGHT), *rows]:
        party = _party(showing, row)
        if not party:
            continue
        if row.about != Property.ACCOUNT_SOUGHT:
            found[party] = Coverage.FOUND
        elif row.value in tuple(AccountSearch):
            found[party] = Coverage(row.value)
    return tuple(SideCovered(party=party, found=found[party]) for party in sorted(found) if party)


def _party(showing: Showing, row: Statement) -> str:
    account = showing.rows.get(Account, row.account_id)
    party = showing.rows.get(Party, account.party_id) if account else None
    return showing.party(party.pk) if party else ""
