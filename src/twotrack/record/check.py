"""The proofs of `twotrack check`, one function a rule. Each yields what is wrong as a line without words of the record.

What needs clearance (the confidential database, and whatever compares the two) is proved in a cleared context alone.
"""

import uuid
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connections
from django.db.models import Exists, OuterRef

from twotrack import clock
from twotrack.errors import RecordError
from twotrack.record import log, merging, withdrawals
from twotrack.record.check_log import index_knows_each_row, log_holds
from twotrack.record.faults import PORTION, Fault, Walk
from twotrack.record.folder import current_folder
from twotrack.record.forget import erased
from twotrack.record.ingest import bytes_are_whole
from twotrack.record.keyring import CONFIDENTIAL, KEYS, PUBLIC, is_cleared
from twotrack.record.ledger import NEVER_PUBLIC
from twotrack.record.links import links_of, record_models
from twotrack.record.models import (
    Case,
    Entry,
    Ground,
    LogEntry,
    Passage,
    Proposal,
    PublicationDecision,
    Source,
    SourceText,
    User,
)
from twotrack.record.public import public_record
from twotrack.record.publication import form_of
from twotrack.record.releases import halves


def check(folder: Path | None = None, told: Callable[[int], None] | None = None) -> Iterator[Fault]:
    """Every fault of the open record, of what the context may see. `told` hears how many rows more were gone through, of
    the number that `extent` says."""
    folder, walk = folder or current_folder(), Walk(told)
    for alias in aliases():
        for prove in PROOFS:
            yield from _as_far_as_readable(alias, prove(alias, walk))
        yield from _as_far_as_readable(alias, heads_agree(alias, folder))


def extent() -> int:
    """About how many rows `check` goes through."""
    counted = (Source, Passage, Proposal, LogEntry, LogEntry)  # each row is logged once, more or less
    return sum(model._base_manager.using(alias).count() for alias in aliases() for model in counted)


def _as_far_as_readable(alias: str, faults: Iterator[Fault]) -> Iterator[Fault]:
    """The faults of one proof; a damaged page stops that proof alone, and is a fault."""
    try:
        yield from faults
    except DatabaseError:
        yield Fault(rule="the file is whole", where=f"{alias}.db cannot be read to its end; restore a backup")


def aliases() -> tuple[str, ...]:
    """The databases that the context may prove."""
    return (PUBLIC, CONFIDENTIAL) if is_cleared() else (PUBLIC,)


def counted() -> dict[str, int]:
    """How much was proved: sources, passages, entries, changes in the log, and how many were erased, which is no fault."""
    totals = {"sources": Source, "passages": Passage, "entries": Entry, "changes": LogEntry}
    counts = {
        word: sum(model._base_manager.using(alias).count() for alias in aliases()) for word, model in totals.items()
    }
    return {**counts, "erased": len(set().union(*(erased(alias) for alias in aliases())))}


def pages_are_whole(alias: str, _walk: Walk) -> Iterator[Fault]:
    """The file is whole: no page was altered (SQLCipher's own proof) and the database's structure holds."""
    # A page that a full disk cut off lies whole in the log of writes, which the cipher's own proof does not look at.
    _pragma(alias, "wal_checkpoint(PASSIVE)")
    if KEYS.get(alias) is not None:
        for row in _pragma(alias, "cipher_integrity_check"):
            yield Fault(rule="the file is whole", where=f"{alias}.db, {row[0]}")
    for row in _pragma(alias, "quick_check"):
        if row[0] != "ok":
            yield Fault(rule="the file is whole", where=f"{alias}.db")


def _pragma(alias: str, words: str) -> list[tuple[Any, ...]]:
    """What the engine answers; a damaged page is Django's DatabaseError, also where it is met while fetching."""
    connection = connections[alias]
    with connection.cursor() as cursor, connection.wrap_database_errors:
        return list(cursor.execute(f"PRAGMA {words}").fetchall())


def bytes_match_hashes(alias: str, walk: Walk) -> Iterator[Fault]:
    """The bytes of each source have the hash that was taken when they came."""
    for source in walk.over(Source.objects.using(alias).order_by("id").iterator(PORTION)):
        if not bytes_are_whole(source):
            yield Fault(rule="bytes match hashes", where=f"source {source.pk}")


def quotes_match_texts(alias: str, walk: Walk) -> Iterator[Fault]:
    """text[start:end] == quote, for each passage and each proposal's anchor."""
    passages = (
        Passage.objects.using(alias).order_by("text_id", "id").values_list("text_id", "pk", "start", "end", "quote")
    )
    for text, rows in groupby(walk.over(passages.iterator(PORTION)), key=itemgetter(0)):
        words = _words(alias, text)
        for _, key, start, end, quote in rows:
            if words[start:end] != quote:
                yield Fault(rule="quotes match texts", where=f"passage {key}")
    proposals = Proposal.objects.using(alias).filter(vanished=False).order_by("text_id", "id")
    anchors = proposals.values_list("text_id", "pk", "spans", "anchor_quote")
    for text, found in groupby(walk.over(anchors.iterator(PORTION)), key=itemgetter(0)):
        words = _words(alias, text)
        for _, key, spans, quote in found:
            start, end = min((span[0], span[1]) for span in spans)
            if words[start:end] != quote:
                yield Fault(rule="quotes match texts", where=f"proposal {key}")


def _words(alias: str, text: uuid.UUID) -> str:
    """A text; empty where it is gone, which is a fault of its own."""
    return SourceText.objects.using(alias).filter(pk=text).values_list("text", flat=True).first() or ""


def the_log_holds(alias: str, walk: Walk) -> Iterator[Fault]:
    """The log's chain is whole and each row is as the log has it (check_log.py)."""
    yield from log_holds(alias, walk, may_lack=bool(erased(alias)))


def _there(target: Any, keys: set[Any], alias: str) -> set[Any]:
    """Those of the keys that are of a row of this database."""
    asked, found = list(keys), set()
    for start in range(0, len(asked), PORTION):
        found |= set(
            target._base_manager.using(alias).filter(pk__in=asked[start : start + PORTION]).values_list("pk", flat=True)
        )
    return found


def entries_have_grounds(alias: str, _walk: Walk) -> Iterator[Fault]:
    """Every entry stands on a passage or a signed inference."""
    grounds = Ground.objects.using(alias).filter(entry_id=OuterRef("pk"))
    without = Entry.objects.using(alias).filter(~Exists(grounds)).order_by("id")
    for key, kind in without.values_list("id", "kind"):
        yield Fault(rule="no entry lacks its ground", where=f"{kind} {key}")


def links_lead_somewhere(alias: str, _walk: Walk) -> Iterator[Fault]:
    """Each link of a row leads to a row of its own database, or from a confidential row to a public one."""
    for model in record_models():
        for field in links_of(model):
            target: Any = field.related_model
            own = PUBLIC if target is User else alias
            rows = model._base_manager.using(alias).exclude(**{field.attname: None})
            if own == alias:
                rows = rows.filter(~Exists(target._base_manager.using(alias).filter(pk=OuterRef(field.attname))))
            keys = set(rows.values_list(field.attname, flat=True))
            if alias == CONFIDENTIAL or own != alias:
                keys -= _there(target, keys, PUBLIC)
            for key in sorted(keys, key=str):
                yield Fault(rule="links lead somewhere", where=f"{model._meta.verbose_name}, {field.name} {key}")


def public_holds_nothing_confidential(alias: str, _walk: Walk) -> Iterator[Fault]:
    """What is confidential by its nature (reasons, releases, backups) is not in the public database."""
    if alias == PUBLIC:
        for model in NEVER_PUBLIC:
            if model._base_manager.using(PUBLIC).exists():
                yield Fault(rule="the public database holds nothing confidential", where=str(model._meta.verbose_name))


def releases_are_whole(alias: str, _walk: Walk) -> Iterator[Fault]:
    """Every release that was begun is confirmed; `check --finish` finishes the halves."""
    if alias == CONFIDENTIAL:
        for release in halves():
            yield Fault(
                rule="releases are whole", where=f"release {release.pk}; finish it with `twotrack check --finish`"
            )


def withdrawals_are_whole(alias: str, _walk: Walk) -> Iterator[Fault]:
    """What was withdrawn stands in the public database no more; `check --finish` finishes the halves."""
    if alias == CONFIDENTIAL:
        for act in withdrawals.halves():
            yield Fault(
                rule="withdrawals are whole", where=f"withdrawal {act.pk}; finish it with `twotrack check --finish`"
            )


def merges_are_followed(alias: str, _walk: Walk) -> Iterator[Fault]:
    """No confidential row names a public entry that was merged since; `check --finish` moves those that do."""
    if alias == CONFIDENTIAL:
        for entry in merging.behind():
            yield Fault(
                rule="merges are followed", where=f"{entry.kind} {entry.pk}; finish it with `twotrack check --finish`"
            )


def nothing_published_lacks_its_decision(alias: str, _walk: Walk) -> Iterator[Fault]:
    """Every person or group that a publication would name or describe today has a decision that says so."""
    if alias != PUBLIC:
        return
    today = clock.now().date()
    try:
        cases = public_record(today).cases
    except (AssertionError, ObjectDoesNotExist):  # rows are gone that others name: the proofs above say which
        yield Fault(rule="nothing published lacks its decision", where="the public rows do not hang together")
        return
    whose = {
        key: person or group for key, person, group in Case.objects.using(PUBLIC).values_list("pk", "person", "group")
    }
    decisions = PublicationDecision.objects.using(PUBLIC).order_by("at", "id")
    latest = {row.subject_id: row for row in decisions.iterator(PORTION)}  # the last one stays
    for case in cases:
        if form_of(latest.get(whose[case.id]), today).value != case.form:
            yield Fault(rule="nothing published lacks its decision", where=f"case {case.id}")


def heads_agree(alias: str, folder: Path) -> Iterator[Fault]:
    """The chain reaches at least the head that was noted beside the database: no last writes were torn off."""
    try:
        head = log.read_heads(folder / log.HEADS_FILE).get(alias)
    except RecordError:
        yield Fault(rule="heads agree", where="the file `heads` cannot be read; restore it from a backup")
        return
    if head is None:
        if LogEntry.objects.using(alias).exists():
            yield Fault(rule="heads agree", where=f"{alias}: the file `heads` does not know this chain")
        return
    if not log.reaches(alias, head):
        yield Fault(
            rule="heads agree", where=f"{alias}: the last writes are missing from the database; restore a backup"
        )


PROOFS: tuple[Callable[[str, Walk], Iterator[Fault]], ...] = (
    pages_are_whole,
    bytes_match_hashes,
    quotes_match_texts,
    the_log_holds,
    index_knows_each_row,
    entries_have_grounds,
    links_lead_somewhere,
    public_holds_nothing_confidential,
    releases_are_whole,
    withdrawals_are_whole,
    merges_are_followed,
    nothing_published_lacks_its_decision,
)
