"""Ways in which systems of this kind told of what they hid, a test for each, named after it.

The first fourteen leaked elsewhere; the others are this record's own. Each looks at what is published, or at what is answered
without clearance, beside the same record without anything in confidence.
"""

import ast
import json
import os
import re
import sqlite3
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connections

from acts import PUBLIC_ACTS, SECRET_ACTS, make_public, open_record, tell
from canaries import CANARY
from commands import Twotrack
from makers import NOW, PASSPHRASE, MadeRecord, add_person
from twotrack import clock
from twotrack.errors import ClearanceError, RecordError
from twotrack.publish.data import TABLES
from twotrack.publish.folder import write
from twotrack.publish.site import page_of, render
from twotrack.record import folder as folders
from twotrack.record import keyring
from twotrack.record.check import check, counted, extent
from twotrack.record.confidentiality import Sight
from twotrack.record.corrections import correct
from twotrack.record.forget import forget
from twotrack.record.keyring import CONFIDENTIAL, KEYS, PUBLIC
from twotrack.record.ledger import NEVER_PUBLIC, writing
from twotrack.record.models import (
    Backup,
    Case,
    Commitment,
    Entry,
    Meeting,
    MeetingTheme,
    Person,
    PublicationDecision,
    Statement,
    User,
)
from twotrack.record.promises import follow_up
from twotrack.record.public import public_record
from twotrack.record.publication import decide_publication
from twotrack.record.search import find
from twotrack.record.withdrawals import withdraw
from twotrack.vocabulary import CommitmentStatus, ErasureReason, Property, PublicationForm, WithdrawalReason

TODAY = date(2026, 5, 4)
PUBLISH = Path(__file__).parents[2] / "src" / "twotrack" / "publish"
SITE = "https://example.org/"
Files = dict[str, bytes]


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def published() -> Files:
    return {file.path: file.content for file in render(public_record(TODAY), address=SITE)}


def everything(files: Files) -> bytes:
    return b"\n".join([*(path.encode() for path in files), *files.values()])


def public_rows() -> None:
    """A meeting, talks, a person cleared by name with a ledger, a promise and a question, all public."""
    for number, kind in enumerate(("document", "talks", "ledger line", "promise", "asked")):
        PUBLIC_ACTS[kind]("detained", 2 * number)
    for person in Person.objects.using(PUBLIC).filter(pk__in=Case.objects.using(PUBLIC).values("person")):
        decide_publication(person, PublicationForm.NAME, by=officer(), at=NOW)


def in_confidence() -> None:
    """Every kind of confidential act, on the public rows and beside them, with a word that nobody guesses."""
    for number, kind in enumerate(SECRET_ACTS):
        SECRET_ACTS[kind](CANARY, number)


@pytest.fixture
def before(record: MadeRecord) -> Iterator[Files]:
    """What is published of the public rows; then everything in confidence is added, and the test looks."""
    with clock.fixed(lambda: NOW):
        public_rows()
        files = published()
        in_confidence()
        yield files


def hidden_ids() -> list[uuid.UUID]:
    return list(Entry._base_manager.using(CONFIDENTIAL).values_list("pk", flat=True))


# -- what leaked elsewhere


def test_direct_address_of_a_hidden_record(before: Files) -> None:
    files = published()
    assert hidden_ids()
    assert not [path for path in files if any(str(key) in path for key in hidden_ids())]
    hidden, unknown = hidden_ids()[0], uuid.uuid4()
    for kind in ("case", "meeting", "dialogue", "commitment", "source"):
        assert page_of(public_record(TODAY), kind, hidden) is page_of(public_record(TODAY), kind, unknown) is None


def test_links_to_it(before: Files) -> None:
    assert not [key for key in hidden_ids() if str(key).encode() in everything(published())]
    assert not [key for key in hidden_ids() if key.hex.encode() in everything(published())]


def test_inherited_or_computed_fields(before: Files) -> None:
    after = published()
    for path in ("index.html", "cases/index.html", "data/meetings.csv", "data/cases.csv", "data/participations.csv"):
        assert after[path] == before[path]


def test_facets_and_vocabularies(before: Files) -> None:
    files = published()
    assert CANARY.casefold().encode() not in everything(files).lower()
    assert {path for path in files if path.startswith("themes/")} == {p for p in before if p.startswith("themes/")}


def test_search_side_door(before: Files) -> None:
    assert published()["scripts/texts.js"] == before["scripts/texts.js"]
    assert len(find(Sight.of_context(), CANARY)) > 0
    assert find(Sight.public(), CANARY) == []
    with keyring.uncleared():
        assert find(Sight.of_context(), CANARY[:6]) == []


def test_a_rewrite_that_skips_the_old_filter() -> None:
    """What is published comes through record/public, which asks the public database alone; no module goes beside it."""
    for path in PUBLISH.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("twotrack.record"):
                assert (node.module or "").startswith("twotrack.record.public"), path.name
    for path in (PUBLISH.parent / "record" / "public").rglob("*.py"):
        assert ".objects" not in path.read_text("utf-8"), path.name
        assert "_base_manager" not in path.read_text("utf-8"), path.name


def test_a_copy_in_another_store(
    before: Files, record: MadeRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "elsewhere"))
    there = sorted(path.name for path in record.folder.iterdir())
    write(tmp_path / "out" / "site", render(public_record(TODAY)))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["site"]
    assert list((tmp_path / "elsewhere").rglob("*")) == []
    assert sorted(path.name for path in record.folder.iterdir()) == there


def test_names_of_things_and_schemas(before: Files, tmp_path: Path) -> None:
    files = published()
    (tmp_path / "a.sqlite").write_bytes(files["data/twotrack.sqlite"])
    with sqlite3.connect(tmp_path / "a.sqlite") as database:
        names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {name for name in names if not name.startswith(("sqlite_", "search"))} == {table.name for table in TABLES}
    assert not re.search(rb"record_[a-z]+|confidential\.db|public\.db|withdrawal|publicationreason", everything(files))


def test_public_and_private_in_one_database(closed_record: MadeRecord) -> None:
    with folders.opened(closed_record.folder, PASSPHRASE, only=(PUBLIC,)):
        assert set(KEYS) == {PUBLIC}
        with pytest.raises((ClearanceError, RecordError)):
            Person.objects.using(CONFIDENTIAL).count()
        with keyring.cleared(), pytest.raises(Exception, match=r"."):  # even where somebody said it may
            Person.objects.using(CONFIDENTIAL).count()
        with connections[PUBLIC].cursor() as cursor:
            attached = [row[1] for row in cursor.execute("PRAGMA database_list").fetchall()]
        assert attached == ["main"]


def test_a_filter_as_an_oracle(before: Files) -> None:
    """Asked for what is hidden and for what is not there, by any field, the answer is the same."""
    sight = Sight.public()
    for conditions in ({"pk": hidden_ids()[0]}, {"pk": uuid.uuid4()}):
        assert sight.all(Entry, **conditions) == []
    for value in (CANARY, "a word of nothing"):
        assert sight.all(Statement, value=value) == sight.all(Statement, value__startswith=value[:3]) == []
        assert sight.among(Statement, "value", []) == []


def test_the_view_of_history(before: Files) -> None:
    case = Case.objects.using(PUBLIC).all()[0]
    said = tell(case, "moved", CANARY)
    correct(said, {"value": "moved away"}, why=f"{CANARY} misheard", by=officer())
    make_public(said, CANARY, at=NOW + timedelta(hours=1))
    files = published()
    assert b"moved away" in everything(files)
    assert files["corrections.html"] == before["corrections.html"]
    assert files["data/corrections.csv"] == before["data/corrections.csv"]


def test_feeds_site_maps_and_old_files(before: Files, tmp_path: Path) -> None:
    write(tmp_path / "site", render(public_record(TODAY), address=SITE))
    case = Case.objects.using(PUBLIC).all()[0]
    assert list((tmp_path / "site").glob(f"cases/{case.pk}.*"))
    withdraw(case, reason=WithdrawalReason.HARM, why=CANARY, by=officer())
    write(tmp_path / "site", render(public_record(TODAY), address=SITE))
    left = [path for path in (tmp_path / "site").rglob("*") if str(case.pk) in path.name]
    left += [
        path for path in (tmp_path / "site").rglob("*") if path.is_file() and str(case.pk) in path.read_text("latin-1")
    ]
    assert left == []


def test_sequence_time_and_order(before: Files, tmp_path: Path) -> None:
    files = published()
    assert list(files) == list(before)
    keys = {
        uuid.UUID(text) for text in re.findall(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f-]{17}", " ".join(files))
    }
    assert keys
    assert {key.version for key in keys} == {4}
    assert not re.search(rb"\d\d:\d\d:\d\d(?!Z|\+00)", everything(files).replace(b"T00:00:00", b""))


def test_a_secret_copied_to_the_wrong_machine(before: Files, record: MadeRecord) -> None:
    whole = everything(published())
    assert record.record_key is not None
    assert record.recovery_key is not None
    secrets = [record.record_key, record.record_key.hex().encode(), record.recovery_key.encode(), PASSPHRASE.encode()]
    secrets += [key for key in KEYS.values() if key] + [key.hex().encode() for key in KEYS.values() if key]
    secrets += [str(record.folder).encode(), b"officer", b"keeper", os.uname().nodename.encode() + b"."]
    assert [secret for secret in secrets if secret in whole] == []


# -- this record's own


def test_progress_and_errors_of_a_failing_publication(
    before: Files, record: MadeRecord, twotrack: Twotrack, tmp_path: Path
) -> None:
    folders.detach()
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for place in (tmp_path / "taken", tmp_path / "file", tmp_path / "file" / "below"):
        said = twotrack("publish", str(place))
        assert said.status != 0
        assert said.err.count("\n") == 1
        assert CANARY not in said.out + said.err
        assert "Tamsin" not in said.out + said.err


def test_the_report_of_check_as_seen_without_clearance(record: MadeRecord) -> None:
    public_rows()
    with keyring.uncleared():
        before = (extent(), counted(), [str(fault) for fault in check()])
    in_confidence()
    with keyring.uncleared():
        assert (extent(), counted(), [str(fault) for fault in check()]) == before


def test_backups_as_seen_without_clearance(before: Files) -> None:
    assert Backup in NEVER_PUBLIC
    with keyring.uncleared():
        assert Sight.of_context().all(Backup) == []
    assert b"backup" not in everything(published()).lower()


def test_terms_added_by_a_confidential_entry(before: Files) -> None:
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        meeting = Meeting.objects.using(PUBLIC).all()[0]
        ledger.ground(ledger.add(MeetingTheme(meeting=meeting, theme="labour")), inference="told")
    files = published()
    assert "themes/labour.html" not in files
    assert files["themes/index.html"] == before["themes/index.html"]


def test_flags_of_languages(before: Files) -> None:
    def languages(files: Files) -> set[str]:
        return set(re.findall(r'lang(?:uage)?"?[:=] ?"([A-Za-z-]+)"', everything(files).decode(errors="replace")))

    with writing(CONFIDENTIAL, by=officer()) as ledger:
        ledger.state(Case.objects.using(PUBLIC).all()[0], Property.STATUS, "x", value_language="ug", inference="told")
    assert languages(published()) == languages(before)
    assert "ug" not in languages(before)


def test_when_a_released_entry_was_made(before: Files) -> None:
    case = Case.objects.using(PUBLIC).all()[0]
    with clock.fixed(lambda: NOW - timedelta(days=40)):
        said = tell(case, "seen in a hospital", CANARY)
    with clock.fixed(lambda: NOW + timedelta(days=3)):
        make_public(said, CANARY, at=clock.now())
    files = published()
    (row,) = [one for one in map(json.loads, files["data/statements.jsonl"].splitlines()) if "hospital" in one["value"]]
    assert row["decided_on"] == "2026-05-07"
    assert b"2026-03-25" not in everything(files)
    assert b"25 March 2026" not in everything(files)


def test_a_released_entry_shows_the_released_fields_under_an_identifier_of_its_own(before: Files) -> None:
    said = tell(Case.objects.using(PUBLIC).all()[0], "seen in a hospital", CANARY)
    make_public(said, CANARY, at=NOW)
    whole = everything(published())
    assert b"seen in a hospital" in whole
    assert str(said.pk).encode() not in whole
    assert CANARY.encode() not in whole
    assert b"released from the confidential" not in whole


def test_decided_n_of_m(before: Files) -> None:
    def decided(files: Files) -> list[bytes]:
        return re.findall(rb"ecided by a person: \d+ of \d+", everything(files))

    with writing(CONFIDENTIAL, by=officer()) as ledger:
        promise = Commitment.objects.using(PUBLIC).order_by("pk")[0]
        follow_up(ledger, promise, CommitmentStatus.LAPSED, inference="told")
    assert decided(published()) == decided(before) != []


def test_times_of_files(before: Files, tmp_path: Path) -> None:
    write(tmp_path / "site", render(public_record(TODAY)))
    assert {path.stat().st_mtime for path in [tmp_path / "site", *(tmp_path / "site").rglob("*")]} == {946_684_800.0}


def test_who_decided_what_else(before: Files) -> None:
    """A pseudonym is drawn at the first public decision: one who decided in confidence alone has none."""
    with writing(CONFIDENTIAL, by=User.objects.using(PUBLIC).get(name="clerk")) as ledger:
        add_person(ledger, CANARY)
    assert User.objects.using(PUBLIC).get(name="clerk").pseudonym == ""
    assert set(re.findall(rb"editor-[0-9a-f]{6}", everything(published()))) == {officer().pseudonym.encode()}


def test_after_forgetting_no_trace(before: Files, tmp_path: Path) -> None:
    write(tmp_path / "site", render(public_record(TODAY)))
    case = Case.objects.using(PUBLIC).all()[0]
    person, decision = case.person, PublicationDecision.objects.using(PUBLIC).all()[0]
    assert person is not None
    forget(open_record(), person, reason=ErasureReason.REQUEST, by=officer())
    write(tmp_path / "site", render(public_record(TODAY)))
    whole = b"".join(path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file())
    for trace in ("Tamsin", "Orrel", "\u2588", str(case.pk), str(person.pk), str(decision.pk), "orgotten", "erasure"):
        assert trace.encode() not in whole, trace
    assert not [path for path in (tmp_path / "site").rglob("*") if str(case.pk) in path.name]
