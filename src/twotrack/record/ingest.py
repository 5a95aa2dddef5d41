"""Documents into the record: bytes, text and proposals in one transaction. The same bytes twice change nothing."""

import hashlib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from twotrack.reading.changes import Count
from twotrack.reading.findings import Reading
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC, is_cleared
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import Dialogue, Source, SourceChunk, SourceDialogue, SourceText, User
from twotrack.record.passages import carry_withheld, move_passages
from twotrack.record.proposals import propose, repropose
from twotrack.record.versions import captures_of, compared, key_of_first, proposals_of, see_again, versions_of
from twotrack.sources.raw import Document, RawSource
from twotrack.vocabulary import DocumentKind, SourceState, Terms

CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What ingesting did: the source, whether it was there already, and how many proposals wait that did not before.

    Of a later capture: `version` (1 for the first and for what is no web page), what `changed` since the version before,
    how many findings were `known` from earlier versions, and how many are `only_earlier`: in those and not in this one.
    `seen_again`: the address gave bytes that are there already."""

    source: Source
    already_there: bool
    proposals: int
    seen_again: bool = False
    version: int = 1
    changed: Count | None = None
    known: int = 0
    only_earlier: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What reading again did: the source, how many findings it has now, and the passages whose words are gone."""

    source: Source
    proposals: int
    lost: list[uuid.UUID]


def ingest(
    raw: RawSource,
    document: Document,
    reading: Reading,
    *,
    alias: str,
    by: User,
    at: datetime,
    dialogues: Iterable[Dialogue] = (),
    kind: DocumentKind | None = None,
    terms: Terms | None = None,
) -> Ingested:
    """Keep a document and its findings as proposals in the database `alias`.

    "Already there" is answered within that database: the same bytes may be acquired once as public and once in confidence,
    and neither acquisition shows the other. Bytes that were destroyed in a forgetting are not taken in again.

    Other bytes at an address that was captured before are a version of that capture (see versions.py), which belongs to
    the same dialogues and is under the same terms unless others are given; else `terms` is that it may be quoted alone.
    """
    known = Source.objects.using(alias).filter(sha256=raw.sha256).first()
    if known is not None and raw.addresses:
        with writing(alias, by=by, at=at) as ledger:
            return Ingested(source=known, already_there=True, proposals=0, seen_again=see_again(ledger, known, raw))
    if known is None and is_cleared():
        known = _forgotten(raw.sha256)
    if known is not None:
        return Ingested(source=known, already_there=True, proposals=0)
    with writing(alias, by=by, at=at) as ledger:
        before = captures_of(alias, raw)
        source = ledger.add(_source(raw, reading, before, by=by, kind=kind, terms=terms))
        add_chunks(source, raw.content, alias)
        for key in {*(dialogue.pk for dialogue in dialogues), *_dialogues_of(before)}:
            ledger.add(SourceDialogue(source=source, dialogue_id=key))
        text = add_text(ledger, source, document)
        if not before:
            return Ingested(source=source, already_there=False, proposals=len(propose(ledger, source, text, reading)))
        return _as_version(ledger, source, text, reading, before)


def is_there(raw: RawSource, alias: str) -> bool:
    """Whether ingesting these bytes would change nothing in the database `alias`."""
    return Source.objects.using(alias).filter(sha256=raw.sha256).exists()


def _source(
    raw: RawSource,
    reading: Reading,
    before: Sequence[Source],
    *,
    by: User,
    kind: DocumentKind | None,
    terms: Terms | None,
) -> Source:
    return Source(
        sha256=raw.sha256,
        media_type=raw.media_type + (f"; charset={raw.charset}" if raw.charset else ""),
        place=raw.place,
        addresses=list(raw.addresses) or None,
        name=raw.name,
        title=reading.heading.title or "",
        kind=(kind or reading.heading.kind).value,
        dated=reading.heading.date or "",
        language=reading.heading.language,
        terms=terms.value if terms else before[-1].terms if before else Terms.QUOTE_ONLY.value,
        got_at=raw.got_at,
        got_by=by,
        version_of_id=key_of_first(before[0]) if before else None,
    )


def _as_version(
    ledger: Ledger, source: Source, text: SourceText, reading: Reading, before: Sequence[Source]
) -> Ingested:
    """The proposals of a later capture, and what is to be said of it."""
    texts = [current_text(one) for one in before]
    carry_withheld(ledger, texts, text)
    known = proposals_of(before)
    now = repropose(ledger, source, text, reading, elsewhere=known, takes=True)
    found_again = {one.pk for one in known} & {one.pk for one in now}
    return Ingested(
        source=source,
        already_there=False,
        proposals=len(now) - len(found_again),
        version=len(before) + 1,
        changed=compared(texts[-1], text).count,
        known=len(found_again),
        only_earlier=len(known) - len(found_again),
    )


def reread(source: Source, document: Document, reading: Reading, *, by: User, at: datetime) -> Reread:
    """Bring a source that is there up to a later extractor or later finders; decisions survive (see proposals.repropose).

    A text that a later extractor made becomes a new version: passages move to it by their quotes.
    """
    before = current_text(source)
    versions = versions_of(source)
    lost: list[uuid.UUID] = []
    with writing(str(source._state.db), by=by, at=at) as ledger:
        text = before
        if document.text != before.text:
            text = add_text(ledger, source, document)
            lost = move_passages(ledger, before, text)
            carry_withheld(ledger, [before], text)
        elsewhere = proposals_of([one for one in versions if one.pk != source.pk])
        latest = versions[-1].pk == source.pk
        proposals = repropose(ledger, source, text, reading, elsewhere=elsewhere, takes=latest)
    return Reread(source=source, proposals=len(proposals), lost=lost)


def _dialogues_of(sources: Sequence[Source]) -> set[uuid.UUID]:
    if not sources:
        return set()
    rows = SourceDialogue.objects.using(sources[0]._state.db).filter(source_id__in=[one.pk for one in sources])
    return set(rows.values_list("dialogue_id", flat=True))


def add_chunks(source: Source, content: bytes, alias: str) -> None:
    """Keep bytes beside their source. Not logged: the source's SHA-256, which is, proves them."""
    SourceChunk.objects.using(alias).bulk_create(
        SourceChunk(source=source, number=number, content=content[start : start + CHUNK])
        for number, start in enumerate(range(0, len(content), CHUNK))
    )


def original_bytes(source: Source) -> bytes:
    """The bytes of a source as they lie in the record (ciphertext where it is sealed, nothing where it is destroyed)."""
    chunks = SourceChunk.objects.using(source._state.db).filter(source_id=source.pk).order_by("number")
    return b"".join(bytes(chunk.content) for chunk in chunks)


def add_text(ledger: Ledger, source: Source, document: Document) -> SourceText:
    """Keep the text that offsets refer to."""
    return ledger.add(SourceText(source=source, text=document.text, extractor=document.extractor, made_at=ledger.at))


def current_text(source: Source) -> SourceText:
    """The latest text of a source."""
    found = SourceText.objects.using(source._state.db).filter(source_id=source.pk).order_by("-made_at", "-id").first()
    assert found is not None, "a source always has a text"
    return found


def bytes_are_whole(source: Source) -> bool:
    """Whether the bytes still have the hash that was taken when they came; sealed and destroyed ones are not there to tell."""
    if source.state != SourceState.KEPT:
        return True
    return hashlib.sha256(original_bytes(source)).hexdigest() == source.sha256


def _forgotten(sha256: str) -> Source | None:
    """A source of these bytes in either database whose originals were sealed or destroyed when somebody was forgotten."""
    for alias in (PUBLIC, CONFIDENTIAL):
        found = Source.objects.using(alias).filter(sha256=sha256).exclude(state=SourceState.KEPT.value).first()
        if found is not None:
            return found
    return None
