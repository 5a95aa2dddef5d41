"""The proofs of `twotrack check`, one function a rule. Each yields what is wrong as a line without words of the record.

What needs clearance (the confidential database, and whatever compares the two) is proved in a cleared context alone.
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connections

from twotrack import clock
from twotrack.errors import RecordError
from twotrack.record import log, merging, withdrawals
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
    LogValue,
    Passage,
    Proposal,
    PublicationDecision,
    Source,
    User,
)
from twotrack.record.public import public_record
from twotrack.record.publication import form_of
from twotrack.record.releases import halves

_UNLOGGED = {"logentry", "logvalue", "sourcechunk", "user"}
_REMOVING = ("remove",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A rule that does not hold, and where: the kind of row and its id, no words."""

    rule: str
    where: str


def check(folder: Path | None = None) -> Iterator[Fault]:
    """Every fault of the open record, of what the context may see."""
    folder = folder or current_folder()
    for alias in aliases():
        for prove in PROOFS:
            yield from _as_far_as_readable(alias, prove(alias))
        yield from _as_far_as_readable(alias, heads_agree(alias, folder))


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


def pages_are_whole(alias: str) -> Iterator[Fault]:
    """The file is whole: no page was altered (SQLCipher's own proof) and the database's structure holds."""
    with connections[alias].cursor() as cursor:
        # A page that a full disk cut off lies whole in the log of writes, which the cipher's own proof does not look at.
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        if KEYS.get(alias) is not None:
            for row in cursor.execute("PRAGMA cipher_integrity_check").fetchall():
                yield Fault(rule="the file is whole", where=f"{alias}.db, {row[0]}")
        for row in cursor.execute("PRAGMA quick_check").fetchall():
            if row[0] != "ok":
                yield Fault(rule="the file is whole", where=f"{alias}.db")


def bytes_match_hashes(alias: str) -> Iterator[Fault]:
    """The bytes of each source have the hash that was taken when they came."""
    for source in Source.objects.using(alias).order_by("id"):
        if not bytes_are_whole(source):
            yield Fault(rule="bytes match hashes", where=f"source {source.pk}")


def quotes_match_texts(alias: str) -> Iterator[Fault]:
    """text[start:end] == quote, for each passage and each proposal's anchor."""
    for passage in Passage.objects.using(alias).select_related("text").order_by("id"):
        if passage.text.text[passage.start : passage.end] != passage.quote:
            yield Fault(rule="quotes match texts", where=f"passage {passage.pk}")
    for proposal in Proposal.objects.using(alias).select_related("text").order_by("id"):
        start, end = min((span[0], span[1]) for span in proposal.spans)
        if proposal.text.text[start:end] != proposal.anchor_quote and not proposal.vanished:
            yield Fault(rule="quotes match texts", where=f"proposal {proposal.pk}")


def chain_is_whole(alias: str) -> Iterator[Fault]:
    """Each log entry follows on the one before, and each digest is that of its salt and value (or both are erased)."""
    previous, may_lack = "0" * 64, bool(erased(alias))
    values: dict[int, list[LogValue]] = {}
    for value in LogValue.objects.using(alias):
        values.setdefault(value.entry_id, []).append(value)
    for number, entry in enumerate(LogEntry.objects.using(alias).order_by("number"), 1):
        if entry.number != number or entry.previous != previous or log.chain_hash(entry) != entry.hash:
            yield Fault(rule="the log's chain is whole", where=f"{alias} log, number {number}")
            return
        previous = entry.hash
        if not may_lack and len(values.get(entry.number, ())) != len(entry.digests):
            yield Fault(
                rule="no value is gone from the log without a forgetting", where=f"{alias} log, number {number}"
            )
        for value in values.get(entry.number, ()):
            if entry.digests.get(value.field) != log.digest(value.salt, value.value):
                yield Fault(rule="the log's values match its digests", where=f"{alias} log, number {number}")


def rows_match_log(alias: str) -> Iterator[Fault]:
    """Each row is in the log with the values that it has, and each row that the log knows is there or was removed."""
    removed, latest = _logged(alias)
    there: set[uuid.UUID] = set()
    for model in record_models():
        if model._meta.model_name in _UNLOGGED or model is Entry:
            continue
        for row in model._base_manager.using(alias).order_by("pk"):
            there.add(row.pk)
            if row.pk not in latest:
                yield Fault(rule="each change is in the log", where=f"{model._meta.verbose_name} {row.pk}")
                continue
            for field, value in log.field_values(row).items():
                known = latest[row.pk].get(field)
                if known is None or (known.value is not None and known.value != value):
                    yield Fault(rule="rows match the log", where=f"{model._meta.verbose_name} {row.pk}, {field}")
    for key in sorted(set(latest) - there - removed):
        yield Fault(rule="no row is gone without a word", where=f"row {key}")


def entries_have_grounds(alias: str) -> Iterator[Fault]:
    """Every entry stands on a passage or a signed inference."""
    grounded = set(Ground.objects.using(alias).values_list("entry_id", flat=True))
    for key, kind in Entry.objects.using(alias).order_by("id").values_list("id", "kind"):
        if key not in grounded:
            yield Fault(rule="no entry lacks its ground", where=f"{kind} {key}")


def links_lead_somewhere(alias: str) -> Iterator[Fault]:
    """Each link of a row leads to a row of its own database, or from a confidential row to a public one."""
    reach = (alias, PUBLIC) if alias == CONFIDENTIAL else (alias,)
    for model in record_models():
        for field in links_of(model):
            keys = set(
                model._base_manager.using(alias).exclude(**{field.attname: None}).values_list(field.attname, flat=True)
            )
            target = field.related_model
            for other in (PUBLIC,) if target is User else reach:
                keys -= set(target._base_manager.using(other).filter(pk__in=list(keys)).values_list("pk", flat=True))
            for key in sorted(keys, key=str):
                yield Fault(rule="links lead somewhere", where=f"{model._meta.verbose_name}, {field.name} {key}")


def public_holds_nothing_confidential(alias: str) -> Iterator[Fault]:
    """What is confidential by its nature (reasons, releases, backups) is not in the public database."""
    if alias == PUBLIC:
        for model in NEVER_PUBLIC:
            if model._base_manager.using(PUBLIC).exists():
                yield Fault(rule="the public database holds nothing confidential", where=str(model._meta.verbose_name))


def releases_are_whole(alias: str) -> Iterator[Fault]:
    """Every release that was begun is confirmed; `check --finish` finishes the halves."""
    if alias == CONFIDENTIAL:
        for release in halves():
            yield Fault(
                rule="releases are whole", where=f"release {release.pk}; finish it with `twotrack check --finish`"
            )


def withdrawals_are_whole(alias: str) -> Iterator[Fault]:
    """What was withdrawn stands in the public database no more; `check --finish` finishes the halves."""
    if alias == CONFIDENTIAL:
        for act in withdrawals.halves():
            yield Fault(
                rule="withdrawals are whole", where=f"withdrawal {act.pk}; finish it with `twotrack check --finish`"
            )


def merges_are_followed(alias: str) -> Iterator[Fault]:
    """No confidential row names a public entry that was merged since; `check --finish` moves those that do."""
    if alias == CONFIDENTIAL:
        for entry in merging.behind():
            yield Fault(
                rule="merges are followed", where=f"{entry.kind} {entry.pk}; finish it with `twotrack check --finish`"
            )


def nothing_published_lacks_its_decision(alias: str) -> Iterator[Fault]:
    """Every person or group that a publication would name or describe today has a decision that says so."""
    if alias != PUBLIC:
        return
    today = clock.now().date()
    try:
        cases = public_record(today).cases
    except (AssertionError, ObjectDoesNotExist):  # rows are gone that others name: the proofs above say which
        yield Fault(rule="nothing published lacks its decision", where="the public rows do not hang together")
        return
    for case in cases:
        row = Case.objects.using(PUBLIC).get(pk=case.id)
        decisions = PublicationDecision.objects.using(PUBLIC).filter(subject_id=row.person_id or row.group_id)
        latest = decisions.order_by("-at", "-id").first()
        if form_of(latest, today).value != case.form:
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


PROOFS: tuple[Callable[[str], Iterator[Fault]], ...] = (
    pages_are_whole,
    bytes_match_hashes,
    quotes_match_texts,
    chain_is_whole,
    rows_match_log,
    entries_have_grounds,
    links_lead_somewhere,
    public_holds_nothing_confidential,
    releases_are_whole,
    withdrawals_are_whole,
    merges_are_followed,
    nothing_published_lacks_its_decision,
)


@dataclass(frozen=True, slots=True)
class _Known:
    """The latest that the log knows of a field; None where the value was erased."""

    value: str | None


def _logged(alias: str) -> tuple[set[uuid.UUID], dict[uuid.UUID, dict[str, _Known]]]:
    """Which rows were removed, and the latest known value of each field of the others."""
    removed: set[uuid.UUID] = set()
    latest: dict[uuid.UUID, dict[str, _Known]] = {}
    values = {(value.entry_id, value.field): value.value for value in LogValue.objects.using(alias)}
    for entry in LogEntry.objects.using(alias).order_by("number"):
        if entry.action in _REMOVING:
            removed.add(entry.row)
            continue
        removed.discard(entry.row)
        fields = latest.setdefault(entry.row, {})
        for field in entry.digests:
            fields[field] = _Known(values.get((entry.number, field)))
    return removed, latest
