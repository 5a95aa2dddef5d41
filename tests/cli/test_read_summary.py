"""`twotrack read --summary`: counts over many documents, headed as an estimate."""

import json
from pathlib import Path

from commands import Twotrack

BRIEFING = """MS. TEVE: Good morning.

QUESTION: Did you raise the use of torture?

MS. TEVE: I'm not going to get into the details of the talks.
"""


def folder_of(place: Path, *years: int) -> str:
    """A folder of briefings, one a year."""
    place = place / "briefings"
    place.mkdir()
    for year in years:
        (place / f"{year}.txt").write_text(f"Press Briefing\n3 May {year}\n\n{BRIEFING}", "utf-8")
    return str(place)


def test_the_counts_are_headed_as_an_estimate_and_fit_the_terminal(twotrack: Twotrack, tmp_path: Path) -> None:
    done = twotrack("read", folder_of(tmp_path, 2030, 2031), "--summary")
    assert done.status == 0
    assert done.out.splitlines()[0] == "2 documents, 2 questions: estimate, not checked by a person"
    assert '   2 x  "' in done.out
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_as_json_it_is_one_object(twotrack: Twotrack, tmp_path: Path) -> None:
    told = json.loads(twotrack("read", folder_of(tmp_path, 2030, 2031), "--summary", "--format", "json").out)
    assert (told["format"], told["documents"], told["all"]["non-reply"]) == ("twotrack-summary/1", 2, 2)
    assert [row["year"] for row in told["year"]] == ["2030", "2031"]
    assert told["recurring_refusals"][0]["documents"] == 2


def test_a_document_that_cannot_be_read_is_named_and_the_others_are_counted(twotrack: Twotrack, tmp_path: Path) -> None:
    place = folder_of(tmp_path, 2030)
    (Path(place) / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    done = twotrack("read", place, "--summary")
    assert done.status == 1
    assert "1 document, 1 question" in done.out
    assert "broken.pdf" in done.err


def test_it_does_not_go_with_only(twotrack: Twotrack, tmp_path: Path) -> None:
    done = twotrack("read", folder_of(tmp_path, 2030), "--summary", "--only", "dates")
    assert (done.status, done.out) == (2, "")
