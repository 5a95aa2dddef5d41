"""A second publication takes over what is the same, and equals one made from nothing."""

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acts import PUBLIC_ACTS, moment
from commands import Opened, Twotrack
from makers import NOW, MadeRecord, copy_record
from published import TODAY
from published import cleared_record as cleared_record
from twotrack import clock
from twotrack.errors import TwotrackError
from twotrack.publish.earlier import FILE, Earlier
from twotrack.publish.folder import write
from twotrack.publish.pages import Pages
from twotrack.publish.site import extent, render
from twotrack.record import folder, keyring
from twotrack.record.public import PublicRecord, public_record

EXAMPLES = int(os.environ.get("TWOTRACK_PROVE", "12"))
KEY = b"a key"
WORDS = st.sampled_from(["Tamsin Orrel", "Ilsa Tarn", "detained", "高志远", "religion"])
ACTS = st.tuples(st.sampled_from(sorted(PUBLIC_ACTS)), WORDS, st.integers(0, 60))
MEDDLING = st.sampled_from(["nothing", "a file altered", "a file gone", "the notes lost", "the notes damaged"])


def publish(site: Path, record: PublicRecord, notes: str) -> str:
    """Publish over what lies there; returns the notes for the next time."""
    earlier = Earlier(site, notes, KEY)
    write(site, render(record, earlier=earlier))
    return earlier.notes()


def contents(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def meddle(site: Path, notes: str, how: str) -> str:
    """What may have happened to a folder or the notes since."""
    pages = sorted(site.rglob("*-*-*.html"))
    if how == "a file altered" and pages:
        pages[0].write_bytes(b"<p>altered</p>")
    if how == "a file gone" and pages:
        pages[-1].unlink()
    return {"the notes lost": "", "the notes damaged": notes[: len(notes) // 2]}.get(how, notes)


@pytest.mark.process
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.tuples(st.lists(ACTS, min_size=1, max_size=3), MEDDLING), min_size=1, max_size=3))
def test_after_any_sequence_the_folder_equals_one_made_from_nothing(
    made_record: MadeRecord, steps: list[tuple[list[tuple[str, str, int]], str]]
) -> None:
    with tempfile.TemporaryDirectory() as place:
        copy = copy_record(made_record, Path(place) / "record")
        folder.attach(copy.folder, copy.record_key)
        notes, number = "", 0
        for acts, how in [([("document", "Tamsin Orrel", 1)], "nothing"), *steps]:
            for kind, words, by in acts:
                number += 30
                with clock.fixed(lambda number=number: moment(number)), keyring.cleared():  # type: ignore[misc]
                    try:
                        PUBLIC_ACTS[kind](words, by)
                    except TwotrackError:
                        continue
            record = public_record(TODAY)
            notes = publish(Path(place) / "site", record, meddle(Path(place) / "site", notes, how))
            write(Path(place) / "anew" / str(number), render(record))
            assert contents(Path(place) / "site") == contents(Path(place) / "anew" / str(number))
        folder.detach()


def test_pages_that_are_the_same_are_neither_rendered_nor_written(cleared_record: PublicRecord, tmp_path: Path) -> None:
    notes = publish(tmp_path / "site", cleared_record, "")
    before = {path: path.stat().st_ino for path in (tmp_path / "site").rglob("*.html")}
    earlier, pages = Earlier(tmp_path / "site", notes, KEY), Pages(cleared_record)
    alone = [page for page in pages.all() if page.alone]
    assert len(alone) > 5
    assert all(earlier.content(page.path, page.digest(pages.at_issue, earlier.key)) for page in alone)
    publish(tmp_path / "site", cleared_record, notes)
    assert {path: path.stat().st_ino for path in (tmp_path / "site").rglob("*.html")} == before


def test_the_notes_hold_no_word_and_are_of_no_use_without_their_key(
    cleared_record: PublicRecord, tmp_path: Path
) -> None:
    notes = publish(tmp_path / "site", cleared_record, "")
    assert set(json.loads(notes)) == {"program", "pages"}
    assert "Tamsin" not in notes
    other, pages = Earlier(tmp_path / "site", notes, b"another key"), Pages(cleared_record)
    alone = [page for page in pages.all() if page.alone]
    assert not any(other.content(page.path, page.digest(pages.at_issue, other.key)) for page in alone)


@pytest.mark.parametrize("notes", ["", "{", "[]", '{"program": "x", "pages": {}}', '{"program": 1}', "null"])
def test_notes_that_cannot_be_read_count_for_nothing(cleared_record: PublicRecord, tmp_path: Path, notes: str) -> None:
    publish(tmp_path / "site", cleared_record, notes)
    write(tmp_path / "anew", render(cleared_record))
    assert contents(tmp_path / "site") == contents(tmp_path / "anew")


def test_the_number_of_files_is_about_what_was_said(cleared_record: PublicRecord) -> None:
    assert 0.5 < len(list(render(cleared_record))) / extent(cleared_record) < 1.5


def test_the_command_keeps_its_notes_in_the_record_alone(
    twotrack: Twotrack, closed_record: MadeRecord, opened: Opened, tmp_path: Path
) -> None:
    with opened, clock.fixed(lambda: NOW):
        PUBLIC_ACTS["document"]("Tamsin Orrel", 1)
    assert twotrack("publish", str(tmp_path / "site")).status == 0
    assert (closed_record.folder / FILE).stat().st_mode & 0o777 == 0o600
    first = contents(tmp_path / "site")
    assert FILE not in first
    assert twotrack("publish", str(tmp_path / "site")).status == 0
    assert contents(tmp_path / "site") == first
