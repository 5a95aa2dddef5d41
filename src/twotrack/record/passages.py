"""Exact words as rows: passages of a text, each made once, and whose telling they are."""

from twotrack.errors import LedgerError
from twotrack.record.ledger import Ledger
from twotrack.record.models import Account, Party, Passage, SourceText
from twotrack.record.proposals import CONTEXT


def passage_at(ledger: Ledger, text: SourceText, start: int, end: int, account: Account | None = None) -> Passage:
    """The passage of these words, made if it is not there; raises LedgerError where the text has no such words."""
    if not 0 <= start < end <= len(text.text):
        raise LedgerError(f"text {text.pk} has no words from {start} to {end}; its length is {len(text.text)}")
    known = Passage.objects.using(ledger.alias).filter(text_id=text.pk, start=start, end=end).first()
    if known is not None:
        return known
    words = text.text
    return ledger.add(
        Passage(
            text=text,
            start=start,
            end=end,
            quote=words[start:end],
            prefix=words[max(0, start - CONTEXT) : start],
            suffix=words[end : end + CONTEXT],
            account=account,
        )
    )


def account_of(
    ledger: Ledger, *, party: Party | None = None, teller: str = "", language: str = "und"
) -> Account | None:
    """The account of a party or of a named teller, made if it is not there; None where neither is known."""
    if party is None and not teller:
        return None
    known = Account.objects.using(ledger.alias).filter(party=party, teller=teller, quoted_by__isnull=True)
    return known.first() or ledger.add(Account(party=party, teller=teller, teller_language=language))
