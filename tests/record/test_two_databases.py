"""The record is two databases of the same models, and the public one knows nothing of the other."""

import hashlib
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connections, transaction

from makers import NOW, MadeRecord
from twotrack.errors import ClearanceError, LedgerError
from twotrack.record import folder, keyring
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Party, Person, Response, User
from twotrack.vocabulary import ResponseType


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def public_case() -> Case:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        case = ledger.add(Case(person=ledger.add(Person())))
        ledger.ground(case, inference="entered by hand")
    return case


def public_bytes(made: MadeRecord) -> str:
    """The hash of the public database's files, its log of writes included."""
    files = sorted(made.folder.glob("public.db*"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files if not path.name.endswith("-shm"))).hexdigest()


def test_the_public_file_keeps_its_bytes_while_confidential_rows_come_and_go(record: MadeRecord) -> None:
    case = public_case()
    before = public_bytes(record)
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        response = ledger.add(Response(response_type=ResponseType.WILL_LOOK_INTO, summary="said in private"))
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        ledger.change(response, summary="said twice")
        ledger.remove(response)
        ledger.add(Case(person_id=case.person_id))
    assert public_bytes(record) == before


def test_a_confidential_row_names_a_public_one_and_follows_the_link(record: MadeRecord) -> None:
    case = public_case()
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        other = ledger.add(Case(person_id=case.person_id))
    found = Case.objects.using(CONFIDENTIAL).get(pk=other.pk)
    assert found.person is not None
    assert found.person._state.db == PUBLIC


def test_the_ledger_refuses_a_public_row_that_rests_on_a_confidential_one(record: MadeRecord) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        person = ledger.add(Person())
    with pytest.raises(LedgerError, match="cannot rest on a confidential one"), writing(PUBLIC, by=officer()) as ledger:
        ledger.add(Case(person_id=person.pk))
    assert not Case.objects.using(PUBLIC).exists()


def test_the_engine_refuses_it_too(record: MadeRecord) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        person = ledger.add(Person())
    with pytest.raises(IntegrityError), transaction.atomic(using=PUBLIC):
        Case(person_id=person.pk, recorded_at=NOW, recorded_by=officer()).save(using=PUBLIC)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT count(*) FROM record_response WHERE summary LIKE '%%in private%%'",
        "SELECT EXISTS (SELECT 1 FROM record_response)",
        "WITH record_case AS (SELECT * FROM record_response) SELECT count(*) FROM record_case",
        "SELECT count(*) FROM record_logvalue WHERE value LIKE '%%in private%%'",
    ],
)
def test_no_query_on_the_public_connection_finds_a_confidential_row(record: MadeRecord, query: str) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        ledger.add(Response(response_type=ResponseType.OTHER, summary="said in private"))
    with connections[PUBLIC].cursor() as cursor:
        assert cursor.execute(query).fetchone()[0] == 0


@pytest.mark.parametrize(
    "query",
    [
        "ATTACH DATABASE '{0}/confidential.db' AS other",
        "ATTACH DATABASE '{1}/plain.db' AS plain KEY ''",
        "ATTACH DATABASE 'file:{1}/plain.db?mode=rwc' AS plain KEY ''",
        "SELECT sqlcipher_export('main')",
        "SELECT load_extension('{1}/code.so')",
        "VACUUM INTO '{1}/copy.db'",
        "PRAGMA rekey = 'another'",
        "PRAGMA hexrekey = '00'",
        "PRAGMA key = 'another'",
        "PRAGMA cipher_profile = '{1}/statements'",
        "PRAGMA cipher_log = '{1}/log'",
        "PRAGMA cipher_plaintext_header_size = 32",
        "PRAGMA temp_store_directory = '{1}'",
        "PRAGMA temp_store = FILE",
        "PRAGMA journal_mode = OFF",
        "PRAGMA secure_delete = OFF",
        "PRAGMA trusted_schema = ON",
        "PRAGMA writable_schema = ON",
    ],
)
@pytest.mark.parametrize("alias", [PUBLIC, CONFIDENTIAL])
def test_no_statement_copies_writes_files_loads_code_or_loosens(
    record: MadeRecord, alias: str, query: str, tmp_path: Path
) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    with pytest.raises(DatabaseError, match="authoriz"), connections[alias].cursor() as cursor:
        cursor.execute(query.format(record.folder, beside))
    assert list(beside.iterdir()) == []


def test_a_connection_of_a_record_loads_no_code(record: MadeRecord) -> None:
    assert not Party.objects.using(PUBLIC).exists()
    with pytest.raises(OperationalError, match="no extensions"):
        connections[PUBLIC].connection.enable_load_extension(True)


def test_the_confidential_database_stays_shut_without_clearance(record: MadeRecord) -> None:
    with keyring.uncleared(), pytest.raises(ClearanceError):
        Party.objects.using(CONFIDENTIAL).exists()


def test_no_plain_word_lies_in_the_folder(record: MadeRecord) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        ledger.add(Party(name="Quillonia Canaryford"))
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        ledger.add(Party(name="Quillonia Canaryford"))
    for path in record.folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert b"Canaryford" not in content, path.name
        assert b"SQLite format 3" not in content, path.name


def test_a_locked_record_answers_nothing(record: MadeRecord) -> None:
    folder.detach()
    with pytest.raises(OperationalError, match="locked"):
        Party.objects.using(PUBLIC).exists()
