"""The record key and the ways to it."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import DatabaseError, OperationalError, connections

from makers import NOW, PASSPHRASE, TEXT, MadeRecord, ingest_made, make_reading, make_record
from twotrack.errors import PassphraseError, RecordError
from twotrack.record import folder, keyring
from twotrack.record.backup import back_up, restore
from twotrack.record.check import check
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Party, User
from twotrack.record.rekey import rekey

NEW = "another nine ducks"


def keeper() -> User:
    return User.objects.using(PUBLIC).get(name="keeper")


def add_party() -> None:
    with writing(PUBLIC, by=keeper(), at=NOW) as ledger:
        ledger.ground(ledger.add(Party(name="Verania")), inference="entered by hand")


def party_names(path: Path, secret: str) -> list[str]:
    with folder.opened(path, secret), keyring.cleared():
        assert list(check()) == []
        return [party.name for party in Party.objects.using(PUBLIC).all()]


def test_the_recovery_key_opens_what_the_passphrase_opens(closed_record: MadeRecord) -> None:
    assert closed_record.recovery_key is not None
    assert party_names(closed_record.folder, closed_record.recovery_key.lower().replace("-", " ")) == []


def test_a_wrong_passphrase_is_refused_in_one_line(closed_record: MadeRecord) -> None:
    with (
        pytest.raises(PassphraseError, match="wrong passphrase") as raised,
        folder.opened(closed_record.folder, "wrong"),
    ):
        pass
    assert "\n" not in str(raised.value)


def test_a_new_passphrase_opens_and_the_old_one_does_not(closed_record: MadeRecord) -> None:
    with folder.opened(closed_record.folder, PASSPHRASE) as opened, keyring.cleared():
        add_party()
        assert rekey(opened, NEW, owner=keeper(), everything=False) is None
    assert party_names(closed_record.folder, NEW) == ["Verania"]
    with pytest.raises(PassphraseError), folder.opened(closed_record.folder, PASSPHRASE):
        pass


def test_a_new_record_key_makes_new_files_and_a_new_recovery_key(closed_record: MadeRecord) -> None:
    before = {path.name for path in closed_record.folder.glob("*.db")}
    with folder.opened(closed_record.folder, PASSPHRASE) as opened, keyring.cleared():
        add_party()
        recovery = rekey(opened, NEW, owner=keeper(), everything=True)
    assert recovery is not None
    assert party_names(closed_record.folder, recovery) == ["Verania"]
    assert not before & {path.name for path in closed_record.folder.glob("*.db")}
    with pytest.raises(PassphraseError), folder.opened(closed_record.folder, str(closed_record.recovery_key)):
        pass


def test_a_backup_and_a_key_suffice_in_an_empty_place(closed_record: MadeRecord, tmp_path: Path) -> None:
    file = tmp_path / "copy.tar"
    with folder.opened(closed_record.folder, PASSPHRASE) as opened, keyring.cleared():
        add_party()
        back_up(opened.folder, file, by=keeper())
    assert b"Verania" not in file.read_bytes()
    restore(file, tmp_path / "elsewhere", lambda: PASSPHRASE)
    assert party_names(tmp_path / "elsewhere", PASSPHRASE) == ["Verania"]


def test_what_is_no_backup_restores_nothing(tmp_path: Path) -> None:
    (tmp_path / "no.tar").write_bytes(b"not a tar")
    with pytest.raises(RecordError, match="no whole backup"):
        restore(tmp_path / "no.tar", tmp_path / "record", lambda: PASSPHRASE)
    assert not (tmp_path / "record").exists()


def test_a_flipped_bit_in_a_database_is_found(closed_record: MadeRecord) -> None:
    with folder.opened(closed_record.folder, PASSPHRASE), keyring.cleared():
        long = make_reading(f"{TEXT}{' and so on' * 60_000}")
        ingest_made(PUBLIC, long, by=User.objects.using(PUBLIC).get(name="officer"))
    path = closed_record.folder / "public.db"
    content = bytearray(path.read_bytes())
    content[len(content) * 2 // 3] ^= 1  # among the pages of the long text, which opening the record does not read
    path.write_bytes(content)
    with folder.opened(closed_record.folder, PASSPHRASE), keyring.cleared():
        assert {fault.rule for fault in check()} >= {"the file is whole"}


def test_init_refuses_a_folder_that_is_taken_and_leaves_it(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me")
    with pytest.raises(RecordError, match="there already"):
        make_record(tmp_path / "mine")
    assert (tmp_path / "mine" / "letter.txt").read_text() == "keep me"


def test_only_the_owner_can_read_the_keys_file(closed_record: MadeRecord) -> None:
    if os.name == "posix":
        assert (closed_record.folder / "keys.json").stat().st_mode & 0o077 == 0


def test_whoever_opens_the_public_database_alone_holds_no_other_key(closed_record: MadeRecord) -> None:
    with folder.opened(closed_record.folder, PASSPHRASE, only=(PUBLIC,)) as opened, keyring.cleared():
        assert opened.record_key is None
        assert set(keyring.KEYS) == {PUBLIC}
        with pytest.raises(OperationalError, match="locked"):
            Party.objects.using(CONFIDENTIAL).exists()


def test_a_backup_that_does_not_open_restores_nothing(closed_record: MadeRecord, tmp_path: Path) -> None:
    with folder.opened(closed_record.folder, PASSPHRASE) as opened, keyring.cleared():
        back_up(opened.folder, tmp_path / "copy.tar", by=keeper())
    with pytest.raises(PassphraseError):
        restore(tmp_path / "copy.tar", tmp_path / "elsewhere", lambda: "not this one")
    assert not (tmp_path / "elsewhere").exists()


def test_a_damaged_keys_file_is_one_line(closed_record: MadeRecord) -> None:
    path = closed_record.folder / "keys.json"
    path.write_text(path.read_text().replace('"salt": "', '"salt": "xy'))
    with pytest.raises(RecordError, match=r"keys.json is damaged"), folder.opened(closed_record.folder, PASSPHRASE):
        pass


@pytest.mark.parametrize("everything", [False, True])
def test_a_rekey_that_is_cut_off_leaves_the_old_passphrase_for_record_and_keeper(
    closed_record: MadeRecord, monkeypatch: pytest.MonkeyPatch, everything: bool
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("twotrack.record.rekey.write_whole", stopped)
    before = {path.name for path in closed_record.folder.glob("*.db")}
    with pytest.raises(KeyboardInterrupt), folder.opened(closed_record.folder, PASSPHRASE) as opened, keyring.cleared():
        rekey(opened, NEW, owner=keeper(), everything=everything)
    assert {path.name for path in closed_record.folder.glob("*.db")} == before
    with folder.opened(closed_record.folder, PASSPHRASE):
        assert keeper().check_password(PASSPHRASE)


@pytest.mark.parametrize("key", ["passphrase", "recovery"])
def test_file_and_key_alone_suffice_on_an_empty_machine(closed_record: MadeRecord, tmp_path: Path, key: str) -> None:
    with folder.opened(closed_record.folder, PASSPHRASE) as opened, keyring.cleared():
        add_party()
        back_up(opened.folder, tmp_path / "copy.tar", by=keeper())
    shutil.rmtree(closed_record.folder)
    empty, secret = tmp_path / "empty", tmp_path / "secret"
    empty.mkdir()
    secret.write_text({"passphrase": PASSPHRASE, "recovery": str(closed_record.recovery_key)}[key])
    for words in (["restore", str(tmp_path / "copy.tar")], ["check"]):
        program = [sys.executable, "-m", "twotrack", "--record", "record", "--passphrase-file", str(secret)]
        said = subprocess.run(
            [*program, *words], cwd=empty, env={"HOME": str(empty), "PATH": ""}, capture_output=True, text=True
        )
        assert (said.returncode, said.stderr) == (0, "")
    assert "All rules hold" in said.stdout
    assert party_names(empty / "record", PASSPHRASE) == ["Verania"]


def test_a_backup_that_does_not_open_again_is_not_kept(closed_record: MadeRecord, tmp_path: Path) -> None:
    path = closed_record.folder / "public.db"
    content = bytearray(path.read_bytes())
    content[-2_000] ^= 1  # in the last page: what SQLite copies without looking into it
    with folder.opened(closed_record.folder, PASSPHRASE) as opened, keyring.cleared():
        path.write_bytes(content)
        with pytest.raises((RecordError, DatabaseError)):
            back_up(opened.folder, tmp_path / "copy.tar", by=keeper())
    assert not list(tmp_path.glob("*copy*"))


def test_a_backup_made_while_others_write_hangs_together(closed_record: MadeRecord, tmp_path: Path) -> None:
    def write() -> None:
        with keyring.cleared():
            for _ in range(30):
                add_party()
        connections.close_all()

    with folder.opened(closed_record.folder, PASSPHRASE) as opened, keyring.cleared():
        writer = threading.Thread(target=write)
        writer.start()
        for number in range(4):
            back_up(opened.folder, tmp_path / f"copy{number}.tar", by=keeper())
        writer.join()
    for number in range(4):
        restore(tmp_path / f"copy{number}.tar", tmp_path / str(number), lambda: PASSPHRASE)
        with folder.opened(tmp_path / str(number), PASSPHRASE), keyring.cleared():
            assert list(check()) == []
