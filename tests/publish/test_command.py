"""`twotrack publish`: the public key alone, one line of what was written, and --check with clearance."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from commands import Twotrack
from makers import NOW, MadeRecord, ingest_made
from twotrack import clock
from twotrack.record import folder, keyring
from twotrack.record.decisions import decide_all
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Person, Proposal, User
from twotrack.record.publication import decide_publication
from twotrack.vocabulary import Property, PublicationForm


@pytest.fixture
def cleared(closed_record: MadeRecord) -> MadeRecord:
    """A closed record whose person is cleared by name."""
    folder.attach(closed_record.folder, closed_record.record_key)
    with keyring.cleared():
        by = User.objects.using(PUBLIC).get(name="officer")
        ingest_made(PUBLIC, by=by)
        for section in ("meetings", "participants", "cases"):
            decide_all(list(Proposal.objects.using(PUBLIC).filter(section=section)), by=by, at=NOW)
        person = Case.objects.using(PUBLIC).get().person
        assert person is not None
        decide_publication(person, PublicationForm.NAME, by=by, at=NOW)
    folder.detach()
    return closed_record


def add_confidential_name(made: MadeRecord, name: str) -> None:
    folder.attach(made.folder, made.record_key)
    with keyring.cleared(), writing(CONFIDENTIAL, by=User.objects.using(PUBLIC).get(name="officer")) as ledger:
        ledger.state(ledger.add(Person()), Property.NAME, name, inference="told")
    folder.detach()


def test_it_says_what_was_written(cleared: MadeRecord, twotrack: Twotrack, tmp_path: Path) -> None:
    said = twotrack("publish", str(tmp_path / "site"))
    assert said.status == 0
    assert "2 meetings, 1 case named, 0 described, 0 as a number." in said.out
    assert (tmp_path / "site" / "index.html").is_file()


def test_it_needs_no_confidential_database(cleared: MadeRecord, twotrack: Twotrack, tmp_path: Path) -> None:
    for path in cleared.folder.glob("confidential.db*"):
        path.unlink()
    assert twotrack("publish", str(tmp_path / "site")).status == 0
    assert not list(cleared.folder.glob("confidential.db*"))


def test_without_a_folder_it_is_used_wrongly(cleared: MadeRecord, twotrack: Twotrack) -> None:
    said = twotrack("publish")
    assert (said.status, said.err) == (2, "twotrack: publish needs the FOLDER to write to, or --check\n")


def test_a_folder_of_others_is_left_alone(cleared: MadeRecord, twotrack: Twotrack, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("kept")
    assert twotrack("publish", str(tmp_path / "mine")).status == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["a.txt"]


def test_the_same_record_on_another_day_is_published_to_the_same_bytes(
    cleared: MadeRecord, twotrack: Twotrack, tmp_path: Path
) -> None:
    sums = set()
    for year in (2026, 2031):
        with clock.fixed(lambda year=year: datetime(year, 6, 1, tzinfo=UTC)):  # type: ignore[misc]
            assert twotrack("publish", str(tmp_path / "site")).status == 0
        sums.add((tmp_path / "site" / "SHA256SUMS").read_bytes())
    assert len(sums) == 1


def test_check_is_quiet_where_no_confidential_name_would_show(cleared: MadeRecord, twotrack: Twotrack) -> None:
    add_confidential_name(cleared, "Corin Vesper")
    said = twotrack("publish", "--check")
    assert (said.status, said.out) == (0, "0 places would show a name that is confidential.\n")


def test_check_points_at_the_place_and_never_says_the_name(cleared: MadeRecord, twotrack: Twotrack) -> None:
    add_confidential_name(cleared, "Ilsa TARN")
    said = twotrack("publish", "--check")
    assert said.status == 1
    assert "data/statements" not in said.out
    assert "matches a confidential name: meetings/" in said.out
    assert "characters" in said.out
    assert "tarn" not in said.out.casefold()
