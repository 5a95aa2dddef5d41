"""Marking what is to be withheld in a public text, and saying that all of its names were marked: both public acts.

A transcript is published whole only where somebody said so of this very version of its text.
"""

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import confidentiality_of
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import NamesReview, SourceText, User, WithheldSpan

_ONLY_PUBLIC = "only a public text is published, so only there names are marked; get the document as public first"


def withhold(text: SourceText, start: int, end: int, *, by: User) -> WithheldSpan:
    """Withhold these code points of a text from what is published. Marked again, the earlier mark is returned."""
    _check(text)
    if not 0 <= start < end <= len(text.text):
        raise LedgerError("these words do not lie in the text; nothing was marked")
    there = WithheldSpan.objects.using(PUBLIC).filter(text_id=text.pk, start=start, end=end).first()
    if there is not None:
        return there
    with writing(PUBLIC, by=by) as ledger:
        return ledger.add(WithheldSpan(text=text, start=start, end=end, by=by, at=ledger.at))


def show_again(span: WithheldSpan, *, by: User) -> None:
    """Take back a mark that was set by mistake. What looks like a name stays withheld all the same."""
    with writing(PUBLIC, by=by) as ledger:
        ledger.remove(span)


def mark_reviewed(text: SourceText, *, by: User) -> NamesReview:
    """Say that every name in this version of a text that is to be withheld was marked."""
    _check(text)
    with writing(PUBLIC, by=by) as ledger:
        return ledger.add(NamesReview(text=text, by=by, at=ledger.at))


def _check(text: SourceText) -> None:
    if confidentiality_of(text) != PUBLIC:
        raise LedgerError(_ONLY_PUBLIC)
