"""The published folder: whole or not at all, nothing else's, links that lead somewhere, data that opens."""

import csv
import hashlib
import io
import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from makers import NOW, MadeRecord
from published import cleared_record as cleared_record
from twotrack.errors import UsageError
from twotrack.formulas import guarded
from twotrack.publish.checksums import checksums
from twotrack.publish.folder import write
from twotrack.publish.site import MARK, File, page_of, render
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Meeting, Person, User
from twotrack.record.public import PublicRecord, public_record
from twotrack.record.publication import decide_publication
from twotrack.record.representations import raise_cases
from twotrack.record.suspects import suspects
from twotrack.vocabulary import Property, PublicationForm

TODAY = date(2026, 5, 4)


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def test_every_link_leads_to_a_file_or_a_place_in_the_page(cleared_record: PublicRecord) -> None:
    files = {file.path: file.content.decode(errors="replace") for file in render(cleared_record)}
    for path, text in files.items():
        if path.endswith(".html"):
            for link in re.findall(r'href="([^"]+)"', text):
                target, _, place = link.partition("#")
                whole = str(Path(path).parent / target) if target else path
                resolved = str(Path("/", whole).resolve().relative_to("/")) if target else path
                assert resolved in files, (path, link)
                assert not place or f'id="{place}"' in files[resolved], (path, link)


def test_no_page_has_a_script_or_an_outside_host(cleared_record: PublicRecord) -> None:
    for file in render(cleared_record):
        if file.path.endswith(".html"):
            assert b"<script" not in file.content or file.path == "search.html"
            assert b"http://" not in file.content
            assert b"https://" not in file.content
            assert len(file.content) < 150_000


@pytest.mark.parametrize("name", ["Tamsin Orrel", "Tamsin O'Rrel"])
def test_a_page_that_names_somebody_at_issue_asks_not_to_be_listed(record: MadeRecord, name: str) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        person, meeting = ledger.add(Person()), ledger.add(Meeting(meeting_kind="round", status="held"))
        ledger.state(person, Property.NAME, name, inference="entered by hand")
        raise_cases(ledger, [ledger.add(Case(person=person))], by=None, to=None, meeting=meeting, inference="heard")
    decide_publication(person, PublicationForm.NAME, by=officer(), at=NOW)
    pages = {file.path: file.content for file in render(public_record(TODAY)) if file.path.endswith(".html")}
    listed = {path for path, content in pages.items() if b"noindex" not in content}
    assert not any(path.startswith(("cases/", "persons/")) or path in ("new.html", "search.html") for path in listed)
    assert not any(b"Tamsin" in pages[path] for path in listed)


def test_csv_and_json_lines_say_the_same(cleared_record: PublicRecord) -> None:
    files = {file.path: file.content.decode(errors="replace") for file in render(cleared_record)}
    for path in files:
        if path.endswith(".csv"):
            rows = list(csv.DictReader(io.StringIO(files[path], newline="")))
            lines = [json.loads(line) for line in files[path.replace(".csv", ".jsonl")].splitlines()]
            assert len(rows) == len(lines), path
            assert all(row.get("id") == line.get("id") for row, line in zip(rows, lines, strict=True))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "\u200b=1", "\u3000@x", "\0", "\uff1d1"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["2010-05-13", "a=b", "", "人权"])
def test_other_cells_stay(cell: str) -> None:
    assert guarded(cell) == cell


def publication(*paths: str) -> Iterator[File]:
    """A small publication with these files."""
    files = {MARK: b"x", **dict.fromkeys(paths, b"words")}
    yield from (File(path=path, content=content) for path, content in files.items())
    yield File(
        path="SHA256SUMS",
        content=checksums({path: hashlib.sha256(content).hexdigest() for path, content in files.items()}).encode(),
    )


def test_a_second_publication_replaces_the_first_whole(tmp_path: Path) -> None:
    write(tmp_path / "site", publication("cases/old.html"))
    write(tmp_path / "site", publication("index.html"))
    assert sorted(path.name for path in (tmp_path / "site").rglob("*")) == [
        "SHA256SUMS",
        "index.html",
        "twotrack-publication.txt",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(UsageError, match="holds something else"):
        write(tmp_path, iter([File(path="index.html", content=b"x")]))
    assert (tmp_path / "mine.txt").read_text() == "keep"


def test_a_file_of_ones_own_in_a_publication_is_kept_and_the_new_one_refused(tmp_path: Path) -> None:
    write(tmp_path / "site", publication("index.html"))
    (tmp_path / "site" / "CNAME").write_text("example")
    with pytest.raises(UsageError, match="holds CNAME, which no publication wrote"):
        write(tmp_path / "site", publication("index.html"))
    assert (tmp_path / "site" / "CNAME").read_text() == "example"


@pytest.mark.parametrize("made", ["file", "link"])
def test_what_is_no_folder_is_refused(tmp_path: Path, made: str) -> None:
    (tmp_path / "other").mkdir()
    place = tmp_path / "site"
    place.write_text("mine") if made == "file" else place.symlink_to(tmp_path / "other")
    with pytest.raises(UsageError, match="is no folder"):
        write(place, publication())


def test_an_interrupted_publication_leaves_the_earlier_one(tmp_path: Path) -> None:
    write(tmp_path / "site", publication("index.html"))

    def stopped() -> Iterator[File]:
        yield File(path="index.html", content=b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "site", stopped())
    assert (tmp_path / "site" / "index.html").read_bytes() == b"words"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_one_cut_off_between_its_two_renamings_is_mended_by_the_next(tmp_path: Path) -> None:
    write(tmp_path / "site", publication("index.html"))
    (tmp_path / "site").rename(tmp_path / ".site.before")
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "site", stops_at_once())
    assert (tmp_path / "site" / "index.html").read_bytes() == b"words"
    write(tmp_path / "site", publication("index.html"))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def stops_at_once() -> Iterator[File]:
    """A publication that is interrupted before its first file."""
    raise KeyboardInterrupt
    yield


def test_when_and_by_whom_it_was_written_tells_nothing(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write(tmp_path / "site", publication("cases/a.html"))
    finally:
        os.umask(before)
    stats = [path.stat() for path in [tmp_path / "site", *(tmp_path / "site").rglob("*")]]
    assert len({stat.st_mtime for stat in stats}) == 1
    assert {oct(stat.st_mode & 0o777) for stat in stats} == {"0o644", "0o755"}


def test_the_page_of_an_entry_is_the_published_one_and_unknown_ones_have_none(cleared_record: PublicRecord) -> None:
    case = cleared_record.cases[0]
    files = {file.path: file.content.decode(errors="replace") for file in render(cleared_record)}
    assert page_of(cleared_record, "case", case.id) == files[f"cases/{case.id}.html"]
    assert page_of(cleared_record, "meeting", case.id) is None


def test_check_points_at_public_words_that_match_a_confidential_name(cleared_record: PublicRecord) -> None:
    assert list(suspects(cleared_record, TODAY)) == []
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        person = ledger.add(Person())
        ledger.state(person, Property.NAME, "TARN Ilsa", inference="told")
    found = list(suspects(cleared_record, TODAY))
    assert found
    assert all("Tarn" not in one for one in found)


def planned(when: str) -> str:
    """The front page of a record with a meeting that is planned for a time; its last public change was on 4 May 2026."""
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        meeting = ledger.add(Meeting(meeting_kind="round", status="planned"))
        ledger.ground(meeting, inference="told")
        ledger.state(meeting, Property.NAME, "Round of the plan", inference="told")
        ledger.state(meeting, Property.WHEN, when, inference="told")
    return page(public_record(TODAY), "index.html")


def page(record: PublicRecord, path: str) -> str:
    return next(file.content.decode() for file in render(record) if file.path == path)


@pytest.mark.parametrize(
    ("when", "shown"), [("2026-09", True), ("2026", True), ("2026-05-04", True), ("2025-09", False)]
)
def test_the_front_page_tells_of_the_next_meeting_and_of_none_that_is_past(
    record: MadeRecord, when: str, shown: bool
) -> None:
    front = planned(when)
    assert ("<h2>Next</h2>" in front) is shown
    assert ("Round of the plan" in front.partition("<h2>Next</h2>")[2].partition("<h2>")[0]) is shown


def test_each_entrys_page_says_how_to_cite_it_and_prints(cleared_record: PublicRecord) -> None:
    (case,) = cleared_record.cases
    told = page(cleared_record, f"cases/{case.id}.html")
    assert f"To cite this page: <cite>{case.called}</cite>" in told
    assert f"entry {case.id}" in told
    assert "@media print" in told
