"""The whole record as files: every row, every source, and what they are. Of the public part alone it is a folder; with
confidential rows it is one file encrypted by age, made in memory."""

import io
import tarfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from django.db import transaction

from twotrack.record.confidentiality import Sight
from twotrack.record.exports.description import DESCRIPTION, READ_ME, README, description
from twotrack.record.exports.encryption import SealedFor, encrypted
from twotrack.record.exports.leaving import names_in, note, refuse_taken, write_file, write_folder
from twotrack.record.exports.tables import lines, tables
from twotrack.record.models import Source, SourceChunk, User


def export_public(path: Path, *, by: User) -> int:
    """Write the public part as a folder; returns of how many persons and groups it names."""
    return _export(Sight.public(), path, None, by)


def export_all(path: Path, to: SealedFor, *, by: User) -> int:
    """Write the whole record as one encrypted file; returns of how many persons and groups it names."""
    encrypted(b"", to)  # a key that is none is found before anything is noted
    return _export(Sight.of_context(), path, to, by)


def _export(sight: Sight, path: Path, to: SealedFor | None, by: User) -> int:
    refuse_taken(path)
    names = names_in(sight)
    note(sight, what="package", path=path, names=names, sealed_for=to.told if to else [], by=by)
    files = package_files(sight, secrets=to is not None)
    if to is None:
        write_folder(path, files)
    else:
        write_file(path, encrypted(packed(files), to))
    return names


def package_files(sight: Sight, *, secrets: bool) -> dict[str, bytes]:
    """Path -> bytes of every file of a package of what is in sight; each database is read at one moment."""
    files = {README: READ_ME.encode()}
    with ExitStack() as stack:
        for alias in sight.aliases:
            stack.enter_context(transaction.atomic(using=alias))
        for alias in sight.aliases:
            for name, model in tables().items():
                content = b"".join(lines(model, alias, secrets=secrets))
                if content:
                    files[f"{alias}/{name}.jsonl"] = content
            files.update(_sources(alias))
    files[DESCRIPTION] = description(files, sight.aliases)
    return files


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as one tar; nothing in it tells when or where it was made."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in sorted(files.items()):
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(content), 0o600
            archive.addfile(member, io.BytesIO(content))
    return out.getvalue()


def _sources(alias: str) -> dict[str, bytes]:
    """The bytes of each source that has any."""
    found = {}
    for source in Source.objects.using(alias).order_by("pk"):
        chunks = SourceChunk.objects.using(alias).filter(source_id=source.pk).order_by("number")
        content = b"".join(bytes(chunk.content) for chunk in chunks)
        if content:
            found[f"{alias}/sources/{source.pk}"] = content
    return found
