"""Forgetting a person: out of entries, statements, index, quotes, working texts and the log's values, for good.

In two passes, so that an interruption leaves nothing that a second call does not finish: first every form of the names is
masked wherever it stands, in both databases, while the names themselves are still known; then the person's own entries go.
Originals in which a name stood are sealed (the printed recovery key alone opens them) or destroyed; their hash stays, so
that the same file does not bring the person back. Last the files are rewritten, so that no freed page keeps a word.
"""

import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connections, models

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.record import log
from twotrack.record.backup import known_backups
from twotrack.record.folder import OpenRecord
from twotrack.record.ingest import add_chunks, original_bytes
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.keys import seal
from twotrack.record.ledger import Ledger, writing
from twotrack.record.links import links_of, record_models, rests_on, rows_linking_to, typed
from twotrack.record.masking import MASK, Form, find, fold, forms_of, masked, masked_value
from twotrack.record.models import (
    Agency,
    Entry,
    Erasure,
    Group,
    ListItem,
    LogEntry,
    LogValue,
    Party,
    Passage,
    Person,
    Proposal,
    Release,
    Representation,
    Response,
    SameAs,
    Source,
    SourceChunk,
    SourceText,
    Statement,
    User,
)
from twotrack.record.proposals import CONTEXT
from twotrack.record.search_index import merge
from twotrack.vocabulary import ErasureReason, Property, SourceState

_BOTH = (CONFIDENTIAL, PUBLIC)
_TRIES, _PAUSE = 20, 0.25  # how often, and after how many seconds, the log of writes is tried to be emptied
_STAYS = (ListItem, Source, Proposal)  # a list stays as long as it was handed: the line loses its name and its case


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What forgetting did: entries removed, texts masked, originals sealed or destroyed, backups that still hold the person,
    and the ids of persons and groups with a similar name, who may be the same person under another entry."""

    entries: int
    texts: int
    originals: int
    state: SourceState
    backups: list[str]
    similar: list[uuid.UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """What forgetting would do: the entries that go, the texts that are masked, the backups that would still hold the person
    and the ids of those with a similar name, who stay."""

    entries: list[Entry]
    texts: list[SourceText]
    backups: list[str]
    similar: list[uuid.UUID]


def what_goes(folder: Path, subject: Entry) -> Forgetting:
    """What forgetting a person or group would take along: to be shown before it is done. Changes nothing."""
    subject = typed(subject)
    if not isinstance(subject, (Person, Group)):
        raise LedgerError("a person or a group can be forgotten; give its id, not that of another entry")
    subjects = _counterparts(subject)
    forms = forms_of(_names_of(subjects), others=_names_of_others(subjects))
    notes = _notes_about(subjects)
    texts = [
        text
        for alias in _BOTH
        for text in SourceText.objects.using(alias).order_by("made_at", "id")
        if text.source_id in notes or find(text.text, forms)
    ]
    entries = [row for row in _doomed(subjects).values() if isinstance(row, Entry)]
    return Forgetting(entries=entries, texts=texts, backups=known_backups(folder), similar=_similar(subjects))


def forget(
    record: OpenRecord, subject: Entry, *, reason: ErasureReason, by: User, originals: SourceState | None = None
) -> Forgotten:
    """Forget a person or group. `originals`: sealed where the record is encrypted, else destroyed, unless said otherwise."""
    subject = typed(subject)
    if not isinstance(subject, (Person, Group)):
        raise LedgerError("a person or a group can be forgotten; give its id, not that of another entry")
    state = originals or (SourceState.SEALED if record.keys.encrypted else SourceState.DESTROYED)
    if state == SourceState.SEALED and not record.keys.encrypted:
        raise LedgerError("a record without encryption cannot seal originals; say --originals destroy")
    subjects = _counterparts(subject)
    forms = forms_of(_names_of(subjects), others=_names_of_others(subjects))
    notes, similar = _notes_about(subjects), _similar(subjects)
    erasure, masked_texts, sources = clock.new_id(), 0, 0
    for alias in _BOTH:
        with writing(alias, by=by) as ledger:
            changed = _mask_texts(ledger, forms, notes)
            _mask_rows(ledger, forms, keep={row.pk for row in _name_statements(subjects)})
            sources += _put_away_originals(ledger, record, changed, state)
            masked_texts += len(changed)
    doomed = _doomed(subjects)
    for alias in _BOTH:
        with writing(alias, by=by) as ledger:
            _remove(ledger, doomed)
            ledger.add(Erasure(id=erasure, reason=reason.value, by=by, at=ledger.at))
    for alias in _BOTH:
        _rewrite(alias)
    backups = known_backups(record.folder)
    entries = sum(isinstance(row, Entry) for row in doomed.values())
    return Forgotten(
        entries=entries, texts=masked_texts, originals=sources, state=state, backups=backups, similar=similar
    )


def erased(alias: str) -> set[uuid.UUID]:
    """The acts of forgetting that this database knows; the same act bears the same id in both."""
    return set(Erasure.objects.using(alias).values_list("id", flat=True))


def _counterparts(subject: Entry) -> set[uuid.UUID]:
    """The person's rows in both databases: what a confidential one was released as, what was merged into it, and what a
    pointer says is the same are the same person."""
    pairs = {frozenset((row.entry_id, row.public_id)) for row in Release.objects.using(CONFIDENTIAL).all()}
    pairs |= {frozenset((row.entry_id, row.public_id)) for row in SameAs.objects.using(CONFIDENTIAL).all()}
    for alias in _BOTH:
        merged = Entry._base_manager.using(alias).filter(merged_into__isnull=False)
        pairs |= {frozenset(pair) for pair in merged.values_list("pk", "merged_into_id")}
    keys = {subject.pk}
    while beside := [pair for pair in pairs if pair & keys and not pair <= keys]:
        keys = keys.union(*beside)
    return keys


def _name_statements(subjects: set[uuid.UUID]) -> list[Statement]:
    found: list[Statement] = []
    for alias in _BOTH:
        found += Statement.objects.using(alias).filter(subject_id__in=subjects, about=Property.NAME.value)
    return found


def _names_of(subjects: set[uuid.UUID]) -> list[str]:
    return [row.value for row in _name_statements(subjects)]


def _names_of_others(subjects: set[uuid.UUID]) -> list[str]:
    """Names that share no part with the forgotten one's: parts of these are not masked where they stand alone."""
    names: list[str] = []
    for alias in _BOTH:
        others = Statement.objects.using(alias).filter(about=Property.NAME.value).exclude(subject_id__in=subjects)
        names += [row.value for row in others]
        names += [row.name for row in Party.objects.using(alias).all()] + [
            row.name for row in Agency.objects.using(alias).all()
        ]
    return names


def _similar(subjects: set[uuid.UUID]) -> list[uuid.UUID]:
    """Persons and groups one of whose names shares a part with the forgotten one's; never taken for the same by that alone."""
    own = {fold(part).key for name in _names_of(subjects) for part in name.split() if len(fold(part).key) > 2}
    found = set()
    for alias in _BOTH:
        for row in Statement.objects.using(alias).filter(about=Property.NAME.value).exclude(subject_id__in=subjects):
            keys = {fold(part).key for part in row.value.split()} | {fold(row.value).key}
            if any(part in key for part in own for key in keys):
                found.add(row.subject_id)
    people = {row.pk for alias in _BOTH for model in (Person, Group) for row in model._base_manager.using(alias).all()}
    return sorted(found & people)


def _notes_about(subjects: set[uuid.UUID]) -> set[uuid.UUID]:
    """Sources of one's own that were taken on the person or one of the person's cases: nothing of them stays."""
    about = set(subjects)
    for key in subjects:
        about |= {row.pk for model in (Person, Group) for row in rows_linking_to(key, to=model)}
    return {row.pk for alias in _BOTH for row in Source.objects.using(alias).filter(about_id__in=about)}


def _mask_texts(ledger: Ledger, forms: list[Form], notes: set[uuid.UUID]) -> list[SourceText]:
    """Mask the texts and what quotes them; returns the texts that changed."""
    changed = []
    for text in SourceText.objects.using(ledger.alias).order_by("made_at", "id"):
        whole = text.source_id in notes
        words = "".join(char if char.isspace() else MASK for char in text.text) if whole else masked(text.text, forms)
        if words == text.text:
            continue
        _change(ledger, text, text=words)
        changed.append(text)
        for passage in Passage.objects.using(ledger.alias).filter(text_id=text.pk):
            start, end = passage.start, passage.end
            _change(ledger, passage, quote=words[start:end], **_around(words, start, end))
        for proposal in Proposal.objects.using(ledger.alias).filter(text_id=text.pk):
            start, end = min((span[0], span[1]) for span in proposal.spans)
            around = {f"anchor_{name}": value for name, value in _around(words, start, end).items()}
            _change(ledger, proposal, anchor_quote=words[start:end], **around)
    return changed


def _around(words: str, start: int, end: int) -> dict[str, str]:
    return {"prefix": words[max(0, start - CONTEXT) : start], "suffix": words[end : end + CONTEXT]}


def _mask_rows(ledger: Ledger, forms: list[Form], keep: set[uuid.UUID]) -> None:
    """Mask every other text of every row, and erase the log's values in which a form stands. `keep`: the names themselves."""
    for model in record_models():
        if model in (LogEntry, LogValue, SourceText, User) or not model._meta.local_concrete_fields:
            continue
        fields = [
            field
            for field in model._meta.local_concrete_fields
            if isinstance(field, (models.CharField, models.TextField, models.JSONField)) and not field.choices
        ]
        for row in model._base_manager.using(ledger.alias).all() if fields else ():
            if row.pk in keep:
                continue
            values = {field.name: masked_value(getattr(row, field.name), forms) for field in fields}
            if changed := {name: value for name, value in values.items() if value != getattr(row, name)}:
                _change(ledger, row, **changed)
    for value in LogValue.objects.using(ledger.alias).select_related("entry"):
        if value.entry.row not in keep and find(value.value, forms):
            value.delete(using=ledger.alias)


def _change(ledger: Ledger, row: models.Model, **values: Any) -> None:
    """Change values of a row where they differ, and erase from the log what they were."""
    values = {name: value for name, value in values.items() if getattr(row, name) != value}
    if values:
        entries = LogEntry.objects.using(ledger.alias).filter(row=row.pk)
        log.erase_values(ledger.alias, entries, {row._meta.get_field(name).attname for name in values})  # type: ignore[union-attr]
        ledger.change(row, **values)


def _put_away_originals(ledger: Ledger, record: OpenRecord, texts: Iterable[SourceText], state: SourceState) -> int:
    """Seal or destroy the bytes of the sources whose texts were masked; their hash stays."""
    keys = {text.source_id for text in texts}
    sources = list(Source.objects.using(ledger.alias).filter(pk__in=keys).exclude(state=SourceState.DESTROYED.value))
    for source in sources:
        if source.state == SourceState.SEALED and state == SourceState.SEALED:
            continue
        sealed = seal(record.keys, original_bytes(source)) if state == SourceState.SEALED else b""
        SourceChunk.objects.using(ledger.alias).filter(source_id=source.pk)._raw_delete(ledger.alias)
        add_chunks(source, sealed, ledger.alias)
        ledger.change(source, state=state.value)
    return len(sources)


def _doomed(subjects: set[uuid.UUID]) -> dict[uuid.UUID, models.Model]:
    """The person's rows of both databases and all that rests on them, each before what it rests on."""
    doomed: dict[uuid.UUID, models.Model] = {}
    for key in sorted(subjects):
        for alias in _BOTH:
            for model in (Person, Group):
                if found := model._base_manager.using(alias).filter(pk=key).first():
                    _gather(key, model, doomed)
                    doomed[key] = found
    for row in list(doomed.values()):
        _add_empty_act(row, doomed)
    return doomed


def _gather(key: uuid.UUID, to: type[models.Model], doomed: dict[uuid.UUID, models.Model]) -> None:
    """Add the rows that rest on the row `key`, and on those, and so on."""
    for linking in rows_linking_to(key, to=to):
        row = typed(linking) if isinstance(linking, Entry) else linking  # a case that was merged is found as an entry
        if row.pk not in doomed and not isinstance(row, _STAYS) and rests_on(linking, key):
            _gather(row.pk, type(row), doomed)
            doomed[row.pk] = row


def _remove(ledger: Ledger, doomed: dict[uuid.UUID, models.Model]) -> None:
    """Remove the doomed rows of one database, their log values with them, and empty the links of what stays."""
    for row in doomed.values():
        _detach(ledger, row, doomed)
    for key, row in doomed.items():
        if row._state.db == ledger.alias:
            log.erase_values(ledger.alias, LogEntry.objects.using(ledger.alias).filter(row=key))
            ledger.remove(row)


def _add_empty_act(row: models.Model, doomed: dict[uuid.UUID, models.Model]) -> None:
    """Doom the representation or response that was about this person's cases alone."""
    for name, model in (("representation", Representation), ("response", Response)):
        act: Any = getattr(row, name, None)
        if not isinstance(act, model) or act.pk in doomed:
            continue
        others = [
            link for link in rows_linking_to(act.pk, to=model) if hasattr(link, "case_id") and link.pk not in doomed
        ]
        if not (others or act.count or getattr(act, "theme", None) or getattr(act, "list_id", None)):
            _gather(act.pk, model, doomed)
            doomed[act.pk] = act


def _detach(ledger: Ledger, row: models.Model, doomed: dict[uuid.UUID, models.Model]) -> None:
    """Empty the links of rows that stay and may do without this one."""
    for other in rows_linking_to(row.pk, to=type(row)):
        if other._state.db == ledger.alias and other.pk not in doomed:
            links = [
                field.name for field in links_of(type(other)) if getattr(other, field.attname) == row.pk and field.null
            ]
            _change(ledger, other, **{f"{name}_id": None for name in links})


def _rewrite(alias: str) -> None:
    """Rewrite the database file and empty its log of writes: no freed page and no earlier page image stays."""
    merge(alias)
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        cursor.execute("VACUUM")
        for _ in range(_TRIES):  # a page that somebody is reading at this moment keeps the log of writes as it is
            if not cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0][0]:
                return
            time.sleep(_PAUSE)
    raise LedgerError("the person is forgotten, but the file is in use and keeps old pages; close the office to end it")
