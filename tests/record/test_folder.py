"""A record's folder in bad circumstances: one line says what and what to do, nothing is lost, nothing half written."""

import multiprocessing
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connections

from makers import NOW, PASSPHRASE, MadeRecord, make_record
from twotrack.errors import RecordError
from twotrack.record import folder, keyring, log
from twotrack.record.check import check
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import LogEntry, Party, User

pytestmark = pytest.mark.process


def add_party(name: str) -> None:
    with writing(PUBLIC, by=User.objects.using(PUBLIC).get(name="officer"), at=NOW) as ledger:
        ledger.ground(ledger.add(Party(name=name)), inference="entered by hand")


def party_count(path: Path) -> int:
    with folder.opened(path, PASSPHRASE), keyring.cleared():
        assert list(check()) == []
        return Party.objects.using(PUBLIC).count()


def test_a_folder_that_is_no_record_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="twotrack init"), folder.opened(tmp_path, "x"):
        pass


@pytest.mark.parametrize("name", ["public.db", "confidential.db"])
def test_a_lost_database_is_not_made_anew(closed_record: MadeRecord, name: str) -> None:
    (closed_record.folder / name).unlink()
    with pytest.raises(RecordError, match="missing"), folder.opened(closed_record.folder, PASSPHRASE):
        pass
    assert not (closed_record.folder / name).exists()
    assert not (closed_record.folder / "backups").exists()


def test_a_file_in_the_place_of_a_record_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "briefing.txt").write_text("words")
    with pytest.raises(RecordError, match="is no Twotrack record"), folder.opened(tmp_path / "briefing.txt", "x"):
        pass


def test_a_record_of_a_newer_version_is_refused_and_left_as_it_was(closed_record: MadeRecord) -> None:
    folder.attach(closed_record.folder, closed_record.record_key)
    with connections[PUBLIC].cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('record', '9999_later', '2030-01-01')"
        )
    folder.detach()
    with pytest.raises(RecordError, match="newer version"), folder.opened(closed_record.folder, PASSPHRASE):
        pass
    assert not (closed_record.folder / "backups").exists()


def test_a_record_of_an_older_version_is_put_by_and_migrated(closed_record: MadeRecord) -> None:
    folder.attach(closed_record.folder, closed_record.record_key)
    with keyring.cleared():
        from django.core.management import call_command

        add_party("Verania")
        for alias in (PUBLIC, CONFIDENTIAL):
            call_command("migrate", "record", "0001", database=alias, verbosity=0)
    folder.detach()
    assert party_count(closed_record.folder) == 1
    kept = list((closed_record.folder / "backups").glob("before-migration-*.tar"))
    assert len(kept) == 1
    assert b"Verania" not in kept[0].read_bytes()


def test_a_second_program_cannot_have_it_alone(closed_record: MadeRecord) -> None:
    script = (
        "import sys, time; from pathlib import Path; from twotrack.record import folder\n"
        "with folder.opened(Path(sys.argv[1]), sys.argv[2]):\n    print('open', flush=True); time.sleep(30)\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(closed_record.folder), PASSPHRASE], stdout=subprocess.PIPE, text=True
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "open"
        with (
            pytest.raises(RecordError, match="in use"),
            folder.opened(closed_record.folder, PASSPHRASE, exclusive=True),
        ):
            pass
    finally:
        other.kill()
        other.communicate()


def write_until_full(path: Path, limit: int, told: "multiprocessing.Queue[str]") -> None:
    """In a child: files may not grow beyond `limit` bytes, as on a full disk; write until that is refused."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with folder.opened(path, PASSPHRASE), keyring.cleared():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            for number in range(10_000):
                add_party(f"Party {number} " + "x" * 5_000)
                told.put("written")
        except RecordError as error:
            told.put(str(error))


def test_a_full_disk_is_one_line_and_loses_nothing(closed_record: MadeRecord) -> None:
    context = multiprocessing.get_context("spawn")
    told: multiprocessing.Queue[str] = context.Queue()
    size = max(path.stat().st_size for path in closed_record.folder.iterdir())
    child = context.Process(target=write_until_full, args=(closed_record.folder, size + 200_000, told))
    child.start()
    said = [told.get(timeout=60)]
    while said[-1] == "written":
        said.append(told.get(timeout=60))
    child.join(60)
    assert "disk is full" in said[-1]
    assert party_count(closed_record.folder) == len(said) - 1 > 0


def test_init_that_is_stopped_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(folder, "migrate", stopped)
    with pytest.raises(KeyboardInterrupt):
        make_record(tmp_path / "record")
    assert list(tmp_path.iterdir()) == []


def test_many_threads_write_one_whole_chain(record: MadeRecord) -> None:
    def write(number: int) -> None:
        with keyring.cleared():
            for n in range(8):
                add_party(f"Party {number}.{n}")
        connections.close_all()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Party.objects.using(PUBLIC).count() == 32
    assert list(check()) == []
    assert log.read_heads(record.folder / "heads")["public"]["number"] == LogEntry.objects.using(PUBLIC).count()
