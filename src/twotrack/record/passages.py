"""Exact words as rows: passages of a text, each made once, and whose telling they are."""

import uuid
from collections.abc import Iterable

from twotrack.errors import LedgerError
from twotrack.record.ledger import Ledger
from twotrack.record.masking import Form, find, fold
from twotrack.record.models import Account, Party, Passage, SourceText, WithheldSpan
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


def quoted(ledger: Ledger, teller: str, *, by: Account | None) -> Account:
    """The account of somebody as another one tells it, made if it is not there."""
    known = Account.objects.using(ledger.alias).filter(party__isnull=True, teller=teller, quoted_by=by)
    return known.first() or ledger.add(Account(teller=teller, quoted_by=by))


def move_passages(ledger: Ledger, before: SourceText, after: SourceText) -> list[uuid.UUID]:
    """Move the passages of a text to a later version of it by their quotes: the same occurrence, counted from the start.

    Returns the ids of those whose words are gone; they stay on the version that has them.
    """
    lost = []
    for passage in Passage.objects.using(ledger.alias).filter(text_id=before.pk).order_by("start", "end"):
        number = before.text.count(passage.quote, 0, passage.start) + 1
        start = _occurrence(after.text, passage.quote, number)
        if start is None:
            lost.append(passage.pk)
            continue
        end = start + len(passage.quote)
        prefix, suffix = after.text[max(0, start - CONTEXT) : start], after.text[end : end + CONTEXT]
        ledger.change(passage, text=after, start=start, end=end, prefix=prefix, suffix=suffix)
    return lost


def carry_withheld(ledger: Ledger, before: Iterable[SourceText], after: SourceText) -> None:
    """Withhold in a later text what a person marked in earlier ones, wherever it stands there: a name that was withheld
    must not come out by a new version."""
    keys = [text.pk for text in before]
    marked = {
        (fold(row.text.text[row.start : row.end]).key, row.by_id)
        for row in WithheldSpan.objects.using(ledger.alias).filter(text_id__in=keys).select_related("text")
    }
    for key, by in sorted(marked, key=str):
        for span in find(after.text, [Form(key, alone=False)]) if key else ():
            ledger.add(WithheldSpan(text=after, start=span.start, end=span.end, by_id=by, at=ledger.at))


def _occurrence(text: str, quote: str, number: int) -> int | None:
    """Where a quote stands for the n-th time, or for the last where it stands less often; None where it does not stand."""
    found, start = None, text.find(quote)
    while start != -1 and number > 0:
        found, number = start, number - 1
        start = text.find(quote, start + len(quote))
    return found
