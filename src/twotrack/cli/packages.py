"""A whole record in and out: what `twotrack import PACKAGE` and `twotrack export TARGET` do."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from twotrack.cli.opening import opened_record
from twotrack.errors import UsageError
from twotrack.record.exports.encryption import MAGIC, SUFFIX, SealedFor, decrypted, identities_in


def import_package(context: click.Context, path: Path, identity: Path | None, passphrase_file: Path | None) -> None:
    """Load a package into the record that --record names, which must be empty."""
    from twotrack.record.imports.package import in_folder, load, unpacked

    if path.is_dir():
        files = in_folder(path)
    else:
        content = path.read_bytes()
        if not content.startswith(MAGIC):
            raise UsageError(f"{path} is no package: give a folder with datapackage.json, or a file encrypted by age")
        files = unpacked(_opened(content, identity, passphrase_file))
    with opened_record(context, exclusive=True):
        rows = load(files)
    click.echo(f"Imported {rows} rows, proved. `twotrack check` proves them again.")


def sealed_for(recipients: Sequence[str], passphrase_file: Path | None) -> SealedFor:
    """For whom what leaves is encrypted: the recipients, else a passphrase from a file or typed twice."""
    if recipients:
        return SealedFor(recipients=tuple(recipients))
    if passphrase_file is not None:
        return SealedFor(passphrase=_first_line(passphrase_file))
    if not sys.stdin.isatty():
        raise UsageError("what leaves is encrypted; say --recipient KEY or --package-passphrase-file FILE")
    return SealedFor(
        passphrase=click.prompt("Passphrase for the file", hide_input=True, confirmation_prompt=True, err=True)
    )


def with_suffix(path: Path) -> Path:
    """The path of an encrypted file: it ends in .age."""
    return path if path.name.endswith(SUFFIX) else path.with_name(path.name + SUFFIX)


def _opened(content: bytes, identity: Path | None, passphrase_file: Path | None) -> bytes:
    if identity is not None:
        return decrypted(content, identities=identities_in(identity.read_text("utf-8")))
    if passphrase_file is not None:
        return decrypted(content, passphrase=_first_line(passphrase_file))
    if not sys.stdin.isatty():
        raise UsageError("the package is encrypted; say --identity FILE or --package-passphrase-file FILE")
    return decrypted(content, passphrase=click.prompt("Passphrase of the package", hide_input=True, err=True))


def _first_line(file: Path) -> str:
    try:
        first = file.read_text("utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read; look at its name and rights") from error
    if not first:
        raise UsageError(f"the first line of {file} is empty; write the passphrase there")
    return first
