"""The file that a list came as: kept as a source with the text that its entries stand on. The same bytes are kept once."""

from collections.abc import Iterable

from twotrack.errors import LedgerError
from twotrack.record.ingest import add_chunks, add_text, current_text
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC, is_cleared
from twotrack.record.ledger import Ledger
from twotrack.record.models import Dialogue, Source, SourceDialogue, SourceText
from twotrack.sources.raw import Document, RawSource
from twotrack.vocabulary import DocumentKind, SourceState, Terms

_FORGOTTEN = (
    "somebody who was forgotten stood in this file; it is not taken in again (save what may be kept as another file)"
)


def source_of(alias: str, raw: RawSource, document: Document) -> SourceText | None:
    """The text of these bytes where the database has them; None where it does not.

    Raises LedgerError where they were put away when somebody was forgotten."""
    for one in (PUBLIC, CONFIDENTIAL) if is_cleared() else (PUBLIC,):
        if Source.objects.using(one).filter(sha256=raw.sha256).exclude(state=SourceState.KEPT.value).exists():
            raise LedgerError(_FORGOTTEN)
    known = Source.objects.using(alias).filter(sha256=raw.sha256).first()
    if known is None:
        return None
    text = current_text(known)
    if text.text != document.text:
        raise LedgerError("this file is in the record with another text; read it again first: twotrack ingest --again")
    return text


def keep_source(
    ledger: Ledger,
    raw: RawSource,
    document: Document,
    *,
    title: str = "",
    dated: str = "",
    dialogues: Iterable[Dialogue] = (),
    terms: Terms = Terms.QUOTE_ONLY,
) -> SourceText:
    """Keep the file, or find it where it is there, and return its text."""
    if (known := source_of(ledger.alias, raw, document)) is not None:
        return known
    source = ledger.add(
        Source(
            sha256=raw.sha256,
            media_type=raw.media_type + (f"; charset={raw.charset}" if raw.charset else ""),
            place=raw.place,
            name=raw.name,
            title=title,
            kind=DocumentKind.OTHER.value,
            dated=dated,
            terms=terms.value,
            got_at=raw.got_at,
            got_by=ledger.by,
        )
    )
    add_chunks(source, raw.content, ledger.alias)
    for dialogue in dialogues:
        ledger.add(SourceDialogue(source=source, dialogue=dialogue))
    return add_text(ledger, source, document)
