"""Which of several statements is shown: a recorded choice, with its reason."""

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.ledger import writing
from twotrack.record.models import ShownStatement, Statement, User


def choose(statement: Statement, *, why: str, by: User) -> ShownStatement:
    """Show this statement of its subject's property rather than the others. The latest choice holds.

    Kept beside the statement, so a confidential one is chosen for those who may see it alone. Raises LedgerError where there
    is nothing to choose between or no reason.
    """
    if not why.strip():
        raise LedgerError("a choice between statements needs its reason")
    others = Sight.of_context().all(Statement, subject_id=statement.subject_id, about=statement.about)
    if len(others) < 2:
        raise LedgerError("this is the only statement of its kind; there is nothing to choose")
    with writing(confidentiality_of(statement), by=by) as ledger:
        return ledger.add(ShownStatement(statement=statement, why=why.strip(), by=by, at=ledger.at))
