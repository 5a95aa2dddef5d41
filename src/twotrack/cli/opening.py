"""Opening the record for a command: which folder, which passphrase, and in whose name it acts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twotrack.errors import LedgerError, SourceError, UsageError
from twotrack.sources.limits import SOURCE

if TYPE_CHECKING:
    from twotrack.record.folder import OpenRecord
    from twotrack.record.models import Entry, User

UNENCRYPTED = "this record is not encrypted: whoever has the folder can read it"


def record_folder(context: click.Context) -> Path:
    """The folder that --record or TWOTRACK_RECORD names."""
    return Path(context.find_root().params["record"])


def passphrase_of(context: click.Context, *, prompt: str = "Passphrase", confirm: bool = False) -> str:
    """The passphrase: the first line of --passphrase-file, else asked for without showing it."""
    file = context.find_root().params.get("passphrase_file")
    if file:
        try:
            first = Path(file).read_text("utf-8").split("\n", 1)[0].rstrip("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"the passphrase file {file} cannot be read; look at its name and rights") from error
        if not first:
            raise UsageError(f"the first line of the passphrase file {file} is empty; write the passphrase there")
        return first
    if not sys.stdin.isatty():
        raise UsageError("the passphrase cannot be asked for here; give it with --passphrase-file FILE before the verb")
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt=confirm, err=True))


def secret_of(context: click.Context) -> str | None:
    """The passphrase of the record; None, saying so, where it is not encrypted."""
    from twotrack.record.folder import read_keys

    if read_keys(record_folder(context)).encrypted:
        return passphrase_of(context)
    click.echo(f"twotrack: {UNENCRYPTED}", err=True)
    return None


@contextmanager
def opened_record(context: click.Context, *, exclusive: bool = False) -> Iterator[tuple["OpenRecord", "User"]]:
    """The record, open with clearance, and its keeper, in whose name the command acts. Says so where it is not encrypted."""
    from twotrack.record import folder as folders
    from twotrack.record import keyring

    with folders.opened(record_folder(context), secret_of(context), exclusive=exclusive) as opened, keyring.cleared():
        yield opened, keeper()


def keeper() -> "User":
    """The record's first user, who was made with it."""
    from twotrack.record.keyring import PUBLIC
    from twotrack.record.models import User

    return User.objects.using(PUBLIC).order_by("made_at", "id")[0]


def standard_input() -> str:
    """All of standard input as text: what is no UTF-8 is read in the encoding that it seems to be in. Raises SourceError for
    what is no text or too long."""
    content = sys.stdin.buffer.read(SOURCE + 1)
    if len(content) > SOURCE:
        raise SourceError(f"standard input is larger than {SOURCE // 1_000_000} MB: split it first")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        from twotrack.sources.encoding import decode
    try:
        return decode(content)
    except SourceError as error:
        raise SourceError(f"standard input {error}") from None


def first_line_and_rest(text: str) -> tuple[str, str]:
    """What standard input holds where a person is given as `-`: the name on the first line, the rest the text or reason."""
    first, _, rest = text.replace("\r\n", "\n").partition("\n")
    return first.strip(), rest.strip()


def named_or_identified(given: str, kinds: tuple[type["Entry"], ...]) -> tuple["Entry", str]:
    """The entry that an argument names: by id, or `-` for a name on standard input. Returns it with the rest of the input.

    Raises LedgerError for an unknown id, a name that fits nobody, or one that fits several (with their ids).
    """
    from twotrack.record.confidentiality import Sight
    from twotrack.record.people import by_name

    sight = Sight.of_context()
    if given != "-":
        for kind in kinds:
            if found := sight.get(kind, _as_id(given)):
                return found, ""
        raise LedgerError("no such entry has this id; list what there is and take the id from there")
    name, rest = first_line_and_rest(standard_input())
    found_all = [entry for entry in by_name(sight, name) if isinstance(entry, kinds)]
    if not found_all:
        raise LedgerError("nobody of this name is in the record; give the id, or another form of the name")
    if len(found_all) > 1:
        raise LedgerError(
            f"the name fits {len(found_all)}; give one of these ids: {', '.join(f'{one.pk} ({one.kind})' for one in found_all)}"
        )
    return found_all[0], rest


def person_or_group(given: str) -> tuple["Entry", str]:
    """As `named_or_identified`, for whoever is meant by the id of a person, a group, or a case of theirs."""
    from twotrack.record.models import Case, Group, Person

    kinds: tuple[type[Entry], ...] = (Person, Group) if given == "-" else (Person, Group, Case)
    entry, rest = named_or_identified(given, kinds)
    if isinstance(entry, Case):
        subject = entry.person or entry.group
        assert subject is not None, "a case is of a person or a group"
        return subject, rest
    return entry, rest


def _as_id(given: str) -> str:
    import uuid

    try:
        return str(uuid.UUID(given))
    except ValueError as error:
        raise UsageError(
            "an id looks like 0b5e1c9a-7d5f-4c1e-9a53-2f6f0f6a9d10; give one, or - for a name on standard input"
        ) from error
