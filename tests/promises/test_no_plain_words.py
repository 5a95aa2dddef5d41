"""No word of the record lies in plain in any file: not while it is written, not after, not in what commands leave behind."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from commands import Twotrack
from makers import NOW, PASSPHRASE, MadeRecord, ingest_made, make_reading
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Party, Source, User
from twotrack.record.search import find

CANARY = "Quillonia Canaryford"
CHINESE = "金丝雀街区"
BRIEFING = f"""MR. HOLLIN: We met yesterday and today in Dunmarrow, says {CHINESE}.

QUESTION: Did you raise the case of {CANARY}, who is detained?

MR. HOLLIN: I'm not going to get into the details.
"""
SIGNS = [
    sign.encode(encoding)
    for sign in ("Canaryford", "canaryford", CHINESE, "SQLite format 3", "record_statement", "CREATE TABLE")
    for encoding in ("utf-8", "utf-16-le", "gb18030")
]


def plain_words(*places: Path) -> list[str]:
    """The files below these places in which a sign of plain words stands."""
    files = [path for place in places for path in place.rglob("*") if path.is_file() and path.name != "briefing.txt"]
    return [f"{path.name}: {sign!r}" for path in files for sign in SIGNS if sign in path.read_bytes()]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files, the home and the working folder of a test, empty at its beginning."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for name in ("TMPDIR", "HOME", "SQLITE_TMPDIR", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.chdir(folder)
    yield folder


@pytest.mark.parametrize("alias", [PUBLIC, CONFIDENTIAL])
def test_while_much_is_written_and_sorted_nothing_is_in_plain(record: MadeRecord, elsewhere: Path, alias: str) -> None:
    officer = User.objects.using(PUBLIC).get(name="officer")
    with writing(alias, by=officer, at=NOW) as ledger:
        with connections[alias].cursor() as cursor:
            cursor.execute("PRAGMA cache_size = 10")  # pages are written long before the commit
        for number in range(300):
            ledger.ground(ledger.add(Party(name=f"{CANARY} {CHINESE} {number}")), inference=CANARY * 20)
        with connections[alias].cursor() as cursor:
            cursor.execute(
                "SELECT a.name FROM record_party a, record_party b ORDER BY b.name, a.name LIMIT 1"
            ).fetchall()
        assert (record.folder / f"{alias}.db-wal").stat().st_size > 300_000
        assert plain_words(record.folder, elsewhere) == []
    assert plain_words(record.folder, elsewhere) == []
    assert len(find(Sight.of_context(), "Canaryford")) == 0


def test_the_index_holds_the_words_and_no_file_shows_them(record: MadeRecord, elsewhere: Path) -> None:
    ingest_made(CONFIDENTIAL, make_reading(case=CANARY, text=make_reading().text.replace("Tamsin Orrel", CANARY)),
                by=User.objects.using(PUBLIC).get(name="officer"))  # fmt: skip
    assert len(find(Sight.of_context(), "Canaryford")) == 1
    assert Source.objects.using(CONFIDENTIAL).count() == 1
    assert plain_words(record.folder, elsewhere) == []


@pytest.mark.process
def test_no_command_leaves_a_word_in_plain(
    twotrack: Twotrack, closed_record: MadeRecord, elsewhere: Path, tmp_path: Path
) -> None:
    briefing, secret, copy = tmp_path / "briefing.txt", tmp_path / "new", tmp_path / "copy.tar"
    briefing.write_text(BRIEFING)
    secret.write_text("another nine ducks\n")
    for words, given in (
        (("ingest", str(briefing)), ""),
        (("note",), f"They said {CANARY} is well."),
        (("review", "list"), ""),
        (("backup", str(copy)), ""),
        (("rekey", "--all", "--new-passphrase-file", str(secret)), ""),
    ):
        said = twotrack(*words, given=given)
        assert said.status == 0, said.err
        assert plain_words(closed_record.folder, elsewhere) == []
    assert twotrack("check", passphrase_file=secret).status == 0
    assert (
        twotrack("forget", "-", "--why", "harm", "--yes", given=f"{CANARY}\n", passphrase_file=secret).err.count("\n")
        < 2
    )
    assert plain_words(closed_record.folder, elsewhere) == []
    assert not any(sign in copy.read_bytes() for sign in SIGNS)


@pytest.mark.process
def test_a_process_that_was_killed_leaves_no_word_in_plain(
    closed_record: MadeRecord, elsewhere: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text(PASSPHRASE)
    (tmp_path / "briefing.txt").write_text(BRIEFING * 2_000)
    before = [sys.executable, "-m", "twotrack", "--record", str(closed_record.folder)]
    with subprocess.Popen(
        [*before, "--passphrase-file", str(tmp_path / "secret"), "ingest", str(tmp_path / "briefing.txt")],
        stdout=subprocess.PIPE, env=os.environ, cwd=elsewhere,
    ) as command:  # fmt: skip
        try:
            command.wait(2.5)
        except subprocess.TimeoutExpired:
            command.kill()
    assert plain_words(closed_record.folder, elsewhere) == []
