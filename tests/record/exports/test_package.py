"""A whole record out and in again: every row, the log and all; the public part alone; nothing in plain."""

import json
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clients import user
from makers import MadeRecord, copy_record, ingest_made
from twotrack.errors import LedgerError, PassphraseError, RecordError, SourceError, TwotrackError
from twotrack.record import folder, keyring
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.exports.description import description, schema_version
from twotrack.record.exports.encryption import SealedFor, decrypted
from twotrack.record.exports.package import export_all, export_public, package_files, packed
from twotrack.record.exports.tables import tables
from twotrack.record.imports.package import in_folder, load, unpacked
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Export, Person, Source, User
from twotrack.record.search import find
from whole_records import all_rows, fill

SECRET = SealedFor(passphrase="four dry leaves")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> MadeRecord:
    """A record as `init` makes it: one account and nothing else."""
    path = tmp_path_factory.mktemp("empty") / "record"
    recovery = folder.create(path, "other words here", owner="newcomer")
    with folder.opened(path, "other words here") as opened:
        return MadeRecord(folder=path, record_key=opened.record_key, recovery_key=recovery)


@pytest.fixture
def moved_to(empty: MadeRecord, tmp_path: Path) -> Callable[[], None]:
    """Closes the record that is open and opens an empty one."""

    def call() -> None:
        copied = copy_record(empty, tmp_path / f"empty{len(list(tmp_path.iterdir()))}")
        folder.attach(copied.folder, copied.record_key)

    return call


def opened(path: Path) -> dict[str, bytes]:
    return unpacked(decrypted(path.read_bytes(), passphrase=SECRET.passphrase))


def test_a_record_comes_back_equal_with_its_log(
    record: MadeRecord, tmp_path: Path, moved_to: Callable[[], None]
) -> None:
    fill()
    export_all(tmp_path / "all.age", SECRET, by=user("officer"))
    before = all_rows()
    moved_to()
    load(opened(tmp_path / "all.age"))
    assert all_rows() == before
    assert list(check()) == []
    assert find(Sight.public(), "Dunmarrow")


# A sign that no text has makes the list that brings the name in a binary file, which is refused before it is a row.
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(names=st.lists(NAMES, min_size=1, max_size=4, unique=True))
def test_whatever_is_in_it_a_record_comes_back_equal(
    made_record: MadeRecord, empty: MadeRecord, tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    place = tmp_path_factory.mktemp("moved")
    first, second = copy_record(made_record, place / "first"), copy_record(empty, place / "second")
    with keyring.cleared():
        folder.attach(first.folder, first.record_key)
        fill(names=tuple(names))
        before, files = all_rows(), package_files(Sight.of_context(), secrets=True)
        folder.attach(second.folder, second.record_key)
        load(unpacked(packed(files)))
        assert all_rows() == before
        assert list(check()) == []
    folder.detach()


def test_the_public_part_is_a_folder_that_nothing_confidential_changes(record: MadeRecord) -> None:
    ingest_made(PUBLIC, by=user("officer"))
    before = package_files(Sight.public(), secrets=False)
    ingest_made(CONFIDENTIAL, by=user("officer"))
    with keyring.uncleared():
        assert package_files(Sight.public(), secrets=False) == before


def test_the_public_part_goes_into_an_empty_record(
    record: MadeRecord, tmp_path: Path, moved_to: Callable[[], None]
) -> None:
    fill()
    export_public(tmp_path / "public", by=user("officer"))
    before = all_rows()
    moved_to()
    load(in_folder(tmp_path / "public"))
    after = all_rows()
    assert {name: rows for name, rows in after.items() if name.startswith("public") and "user" not in name} == {
        name: rows for name, rows in before.items() if name.startswith("public") and "user" not in name
    }
    assert Person.objects.using(CONFIDENTIAL).count() == 0
    assert list(check()) == []


def test_no_password_leaves_in_plain_and_the_first_account_opens_with_the_new_record(
    record: MadeRecord, tmp_path: Path, moved_to: Callable[[], None]
) -> None:
    export_public(tmp_path / "public", by=user("officer"))
    accounts = (tmp_path / "public" / "public" / "user.jsonl").read_text()
    assert "argon2" not in accounts
    moved_to()
    load(in_folder(tmp_path / "public"))
    first = User.objects.using(PUBLIC).order_by("made_at", "id")[0]
    assert first.check_password("other words here")


def test_nothing_of_an_encrypted_package_lies_in_plain_and_the_key_opens_it(record: MadeRecord, tmp_path: Path) -> None:
    fill()
    identity = pyrage.x25519.Identity.generate()
    (tmp_path / "out").mkdir()
    export_all(tmp_path / "out" / "all.age", SealedFor(recipients=(str(identity.to_public()),)), by=user("officer"))
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert [path.name for path in files] == ["all.age"]
    content = files[0].read_bytes()
    assert "高志远".encode() not in content
    assert b"Orrel" in decrypted(content, identities=[str(identity)])
    with pytest.raises(PassphraseError):
        decrypted(content, passphrase="guessed")


def test_that_it_left_is_logged_with_the_names_of_how_many(record: MadeRecord, tmp_path: Path) -> None:
    fill()
    names = export_all(tmp_path / "all.age", SECRET, by=user("officer"))
    left = Export.objects.using(CONFIDENTIAL).get()
    assert (left.names, left.by.name, left.sealed_for, left.what) == (names, "officer", ["passphrase"], "package")
    assert names >= 4
    assert list(check()) == []


def test_every_file_is_described_with_its_hash(record: MadeRecord) -> None:
    fill()
    files = package_files(Sight.of_context(), secrets=True)
    told = json.loads(files["datapackage.json"])
    assert {one["path"] for one in told["resources"]} == set(files) - {"datapackage.json", "README.md"}
    described = {one["name"]: one for one in told["resources"]}
    assert "case" in tables()
    assert {
        key: value
        for key, value in next(
            field for field in described["public.case"]["schema"]["fields"] if field["name"] == "person_id"
        ).items()
        if key in ("name", "type")
    } == {"name": "person_id", "type": "string"}


def changed_line(content: bytes) -> bytes:
    return content.replace(b"detained", b"released", 1)


def of_an_older_version(description: bytes) -> bytes:
    return description.replace(schema_version().encode(), b"0001_initial")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda files: {**files, "public/statement.jsonl": changed_line(files["public/statement.jsonl"])}, SourceError),
        (lambda files: {name: one for name, one in files.items() if "passage" not in name}, SourceError),
        (lambda files: {}, SourceError),
        (lambda files: {**files, "datapackage.json": b"{"}, SourceError),
        (
            lambda files: {**files, "datapackage.json": files["datapackage.json"].replace(b"package/1", b"package/9")},
            SourceError,
        ),
        (
            lambda files: {
                **files,
                "datapackage.json": files["datapackage.json"].replace(schema_version().encode(), b"0001_initial"),
            },
            RecordError,
        ),
    ],
    ids=["a word changed", "a file lost", "nothing", "no description", "another format", "another version"],
)
def test_a_damaged_package_is_refused_whole(
    record: MadeRecord, moved_to: Callable[[], None], change: Callable[[dict[str, bytes]], dict[str, bytes]],
    error: type[TwotrackError],
) -> None:  # fmt: skip
    fill()
    files = package_files(Sight.of_context(), secrets=True)
    moved_to()
    before = all_rows()
    with pytest.raises(error):
        load(change(files))
    assert all_rows() == before


def test_a_package_whose_rows_were_changed_with_their_hashes_is_refused(
    record: MadeRecord, moved_to: Callable[[], None]
) -> None:

    fill()
    files = package_files(Sight.of_context(), secrets=True)
    files["public/statement.jsonl"] = changed_line(files["public/statement.jsonl"])
    files["datapackage.json"] = description(
        {name: one for name, one in files.items() if name != "datapackage.json"}, (PUBLIC, CONFIDENTIAL)
    )
    moved_to()
    with pytest.raises(LedgerError, match="rows match the log"):
        load(files)
    assert not Source.objects.using(PUBLIC).exists()


def test_a_package_goes_into_an_empty_record_alone(record: MadeRecord, moved_to: Callable[[], None]) -> None:
    fill()
    files = package_files(Sight.of_context(), secrets=True)
    moved_to()
    ingest_made(PUBLIC, by=user("newcomer"))
    with pytest.raises(RecordError, match="not empty"):
        load(files)


def test_a_load_that_was_cut_off_between_the_parts_is_finished_by_the_same_command(
    record: MadeRecord, moved_to: Callable[[], None]
) -> None:
    from twotrack.record.imports import package

    fill()
    files, before = package_files(Sight.of_context(), secrets=True), all_rows()
    moved_to()
    package._load_part(CONFIDENTIAL, files)
    load(files)
    assert all_rows() == before
    assert load(files) == 0
