"""In which form a person or group at issue may appear in what is published."""

from datetime import date, datetime

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import confidentiality_of
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Entry, Group, Person, PublicationDecision, PublicationReason, User
from twotrack.vocabulary import PublicationForm


def decide_publication(
    subject: Entry,
    form: PublicationForm,
    *,
    by: User,
    at: datetime,
    why: str = "",
    consent: str = "",
    description: str = "",
    review_by: date | None = None,
) -> PublicationDecision:
    """Decide how a public person or group may appear. The form is public, the reasons are kept in confidence.

    Raises LedgerError for a confidential one (release it first), and for `description` without words to stand for the name.
    """
    if not isinstance(subject, (Person, Group)):
        raise LedgerError("a publication decision is on a person or a group; give its id, not that of a case")
    if confidentiality_of(subject) != PUBLIC:
        raise LedgerError("this person is confidential, so nothing can be published; release the entry first")
    if form == PublicationForm.DESCRIPTION and not description.strip():
        raise LedgerError("the form `description` needs the words that stand for the name, such as: a lawyer")
    with writing(PUBLIC, by=by, at=at) as ledger:
        decision = ledger.add(
            PublicationDecision(
                subject_id=subject.pk,
                form=form.value,
                description=description.strip(),
                review_by=review_by,
                by=by,
                at=at,
            )
        )
    if why or consent:
        with writing(CONFIDENTIAL, by=by, at=at) as ledger:
            ledger.add(PublicationReason(decision_id=decision.pk, why=why, consent=consent))
    return decision


def decision_for(subject: Entry) -> PublicationDecision | None:
    """The latest decision on a person or group."""
    decisions = PublicationDecision.objects.using(PUBLIC).filter(subject_id=subject.pk)
    return decisions.order_by("-at", "-id").first()


def form_of(decision: PublicationDecision | None, on: date) -> PublicationForm:
    """The form that holds on a day: `nothing` where nobody decided, or where the decision is past its review date."""
    if decision is None or (decision.review_by is not None and decision.review_by < on):
        return PublicationForm.NOTHING
    return PublicationForm(decision.form)
