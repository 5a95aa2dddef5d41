"""What somebody typed or pasted: a source of one's own."""

from collections.abc import Iterable

from twotrack.errors import LedgerError
from twotrack.record.ingest import add_chunks, add_text
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.ledger import Ledger
from twotrack.record.models import Dialogue, Entry, Passage, Source, SourceDialogue
from twotrack.record.passages import account_of, passage_at, quoted
from twotrack.sources.raw import Document, RawSource
from twotrack.vocabulary import DocumentKind, Terms

TYPED = "typed"


def take_note(
    ledger: Ledger,
    words: str,
    *,
    about: Entry | None = None,
    heard_on: str = "",
    heard_at: str = "",
    language: str = "und",
    dialogues: Iterable[Dialogue] = (),
    told_by: str = "",
) -> tuple[Source, Passage]:
    """Keep a note as a source in the ledger's database; returns it with the passage of all its words.

    `heard_on` is EDTF, `heard_at` a place. `about` is the case or meeting it was taken on, `told_by` names
    who said it where that was not the one who writes. The words are kept as typed;
    CRLF becomes LF in the text, as in every text. Raises LedgerError for a note without words.
    """
    if not words.strip():
        raise LedgerError("a note needs words; type what was said")
    raw = RawSource(
        content=words.encode(), place=heard_at or TYPED, name="note", media_type="text/plain", got_at=ledger.at
    )
    text = words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    if ledger.alias != CONFIDENTIAL and about is not None and about._state.db == CONFIDENTIAL:
        raise LedgerError("a note on a confidential entry is itself confidential")
    source = ledger.add(
        Source(
            sha256=raw.sha256,
            media_type=raw.media_type,
            place=raw.place,
            name=raw.name,
            kind=DocumentKind.NOTE.value,
            dated=heard_on,
            language=language,
            terms=Terms.NOT_QUOTABLE.value if ledger.alias == CONFIDENTIAL else Terms.QUOTE_ONLY.value,
            got_at=ledger.at,
            got_by=ledger.by,
            about_id=about.pk if about else None,
        )
    )
    add_chunks(source, raw.content, ledger.alias)
    for dialogue in dialogues:
        ledger.add(SourceDialogue(source=source, dialogue=dialogue))
    kept = add_text(ledger, source, Document(text=text, extractor="note/1"))
    start = len(text) - len(text.lstrip())
    teller = account_of(ledger, teller=ledger.by.name)
    if told_by.strip():
        teller = quoted(ledger, told_by.strip(), by=teller)
    return source, passage_at(ledger, kept, start, len(text.rstrip()), teller)
