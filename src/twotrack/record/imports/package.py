"""A whole record that was exported, into an empty one: whole or not at all, and proved before anything is kept.

The one place beside `backup.py` where rows are written without the ledger: they bring their log with them, which is proved to
be that of the rows (`check`), and a new one would be another record's. Each part is loaded in one transaction. Cut off between
the two, the same command loads the part that is missing.
"""

import io
import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, models, transaction

from twotrack.errors import LedgerError, RecordError, SourceError
from twotrack.record import check, log
from twotrack.record.exports.description import DESCRIPTION, FORMAT, README, digest, schema_version
from twotrack.record.exports.tables import PASSWORD, row_of, tables
from twotrack.record.faults import Walk
from twotrack.record.insertion import insert
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.links import record_models
from twotrack.record.models import LogEntry, SourceChunk, User
from twotrack.record.search_index import add_rows

_AT_ONCE = 1000
_DAMAGED = "the package is damaged or was changed"
_NOT_EMPTY = "the record is not empty; make a new one with `twotrack init` and import into that (nothing was changed)"
# Paths that a package has, and no other: matches "public/case.jsonl", "confidential/sources/<uuid>"; not "../x"
_PATH = re.compile(r"(?:public|confidential)/(?:[a-z]{1,40}\.jsonl|sources/[0-9a-f-]{36})")
_PROOFS = tuple(prove for prove in check.PROOFS if prove is not check.pages_are_whole)  # nothing is on the disk yet


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a package that was one tar. Raises SourceError where it is none."""
    files = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
            for member in archive:
                opened = archive.extractfile(member) if member.isreg() and _is_path(member.name) else None
                if opened is None:
                    raise SourceError(f"{_DAMAGED}; get it again")
                files[member.name] = opened.read()
    except tarfile.TarError as error:
        raise SourceError(f"{_DAMAGED}; get it again") from error
    return files


def in_folder(folder: Path) -> dict[str, bytes]:
    """The files of a package that is a folder: those that its description names. Raises SourceError."""
    try:
        files = {DESCRIPTION: (folder / DESCRIPTION).read_bytes()}
        for path in _resources(files):
            files[path] = (folder / path).read_bytes()
    except OSError as error:
        raise SourceError(f"{folder} is no whole package: a file that it names cannot be read") from error
    return files


def load(files: Mapping[str, bytes]) -> int:
    """Load a package into the open record; returns how many rows. Raises SourceError where the package is damaged, RecordError
    where the record is not empty or of another version, LedgerError where what it holds breaks a rule."""
    parts = _proved(files)
    missing = [part for part in parts if not _holds(part, files)]
    if not all(_is_empty(part) for part in (PUBLIC, CONFIDENTIAL) if part in missing or part not in parts):
        raise RecordError(_NOT_EMPTY)
    loaded = 0
    try:
        with ExitStack() as stack:
            # Left in the reverse order: the confidential part is committed first.
            for part in parts:
                stack.enter_context(transaction.atomic(using=part))
            owner = User.objects.using(PUBLIC).order_by("made_at", "id").first()
            for part in missing:
                loaded += _load_part(part, files)
            if PUBLIC in missing:
                _open_to_owner(owner)
            _prove(parts)
    except (DatabaseError, ValueError, ObjectDoesNotExist) as error:
        raise SourceError(f"{_DAMAGED}: its rows do not fit this version's tables; get it again") from error
    for part in missing:
        log.write_heads(part, 0)
    return loaded


def _proved(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The parts of a package of which every file is as described."""
    told = _description(files)
    if told.get("format") != FORMAT:
        raise SourceError(f"the package is of another format than {FORMAT}; import it with the version that made it")
    if told.get("tables") != schema_version():
        raise RecordError("the package was made by another version of Twotrack; use the same version for both records")
    for path, resource in _resources(files).items():
        content = files.get(path)
        if content is None or len(content) != resource.get("bytes") or digest(content) != resource.get("hash"):
            raise SourceError(f"{_DAMAGED}: {path} is not as {DESCRIPTION} says; get it again")
    parts = tuple(part for part in (PUBLIC, CONFIDENTIAL) if part in told.get("parts", ()))
    if PUBLIC not in parts:
        raise SourceError(f"{_DAMAGED}: it has no public part; get it again")
    return parts


def _description(files: Mapping[str, bytes]) -> dict[str, Any]:
    try:
        told = json.loads(files[DESCRIPTION])["twotrack"]
        return dict(told)
    except (KeyError, ValueError, TypeError) as error:
        raise SourceError(f"this is no package of a record: it has no {DESCRIPTION} of Twotrack's") from error


def _resources(files: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    try:
        resources = {str(one["path"]): dict(one) for one in json.loads(files[DESCRIPTION])["resources"]}
    except (KeyError, ValueError, TypeError) as error:
        raise SourceError(f"{_DAMAGED}: {DESCRIPTION} cannot be read; get it again") from error
    if not all(_PATH.fullmatch(path) for path in resources):
        raise SourceError(f"{_DAMAGED}: it names files that no package has; get it again")
    return resources


def _is_path(name: str) -> bool:
    return name in (DESCRIPTION, README) or bool(_PATH.fullmatch(name))


def _is_empty(part: str) -> bool:
    """Whether a part holds nothing but the account that `init` makes."""
    return not any(model._base_manager.using(part).exists() for model in record_models() if model is not User) and (
        part == CONFIDENTIAL or User.objects.using(PUBLIC).count() <= 1
    )


def _holds(part: str, files: Mapping[str, bytes]) -> bool:
    """Whether a part was loaded from this package already: its log ends as the package's."""
    last = LogEntry.objects.using(part).order_by("-number").first()
    lines = files.get(f"{part}/logentry.jsonl", b"").splitlines()
    return bool(last and lines and json.loads(lines[-1])["hash"] == last.hash)


def _load_part(part: str, files: Mapping[str, bytes]) -> int:
    if part == PUBLIC:
        User.objects.using(PUBLIC).all().delete()
    count = 0
    for name, model in tables().items():
        for rows in _portions(model, part, files.get(f"{part}/{name}.jsonl", b""), files):
            insert(part, rows)
            add_rows(part, rows)
            count += len(rows)
    return count


def _portions(
    model: type[models.Model], part: str, content: bytes, files: Mapping[str, bytes]
) -> Iterator[list[models.Model]]:
    rows: list[models.Model] = []
    at: dict[str, int] = {}
    for line in content.splitlines():
        row, values = row_of(model, line)
        if isinstance(row, SourceChunk):
            source, start = str(row.source_id), at.get(str(row.source_id), 0)
            at[source] = start + int(values["bytes"])
            row.content = files.get(f"{part}/sources/{source}", b"")[start : at[source]]
        rows.append(row)
        if len(rows) >= _AT_ONCE:
            yield rows
            rows = []
    yield rows


def _open_to_owner(owner: User | None) -> None:
    """Where the package has no passwords, the first account of it opens with the new record's."""
    first = User.objects.using(PUBLIC).order_by("made_at", "id").first()
    if first is not None and owner is not None and getattr(first, PASSWORD) == "!":
        first.password = owner.password
        first.save(using=PUBLIC)


def _prove(parts: tuple[str, ...]) -> None:
    for part in parts:
        for prove in _PROOFS:
            fault = next(prove(part, Walk()), None)
            if fault is not None:
                raise LedgerError(
                    f"what the package holds breaks a rule ({fault.rule}, {fault.where}); nothing was kept"
                )
