"""Whole documents against what a reader finds in them: NAME.txt with NAME.json in the form of the gold annotations.

All States and persons are invented. Structure must agree exactly; what plain rules find beyond it stays above a floor.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from twotrack.reading.as_json import reading_to_json
from twotrack.reading.finders import read
from twotrack.sources.formats import extract
from twotrack.sources.gather import gather
from twotrack.sources.raw import RawSource

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.json") if path.stem != "floors")
SECTIONS = ("meetings", "participants", "topics", "cases", "commitments")
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))


def both(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was annotated and what was read."""
    folder = Path(__file__).parent
    (source,) = gather([str(folder / f"{name}.txt")])
    assert isinstance(source, RawSource)
    reading = read(extract(source), source=source.name, sha256=source.sha256)
    return json.loads((folder / f"{name}.json").read_text("utf-8")), reading_to_json(reading)


def overlapping(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return any(a < d and c < b for a, b in one["mentions"] for c, d in other["mentions"])


@pytest.mark.parametrize("name", NAMES)
def test_the_heading_is_read(name: str) -> None:
    gold, found = both(name)
    assert {key: found[key] for key in ("title", "date", "place", "kind")} == {
        key: gold[key] for key in ("title", "date", "place", "kind")
    }


@pytest.mark.parametrize("name", NAMES)
def test_turns_are_exactly_those_annotated(name: str) -> None:
    gold, found = both(name)
    keys = ("id", "label", "speaker", "role", "start", "end", "inaudible")
    assert [[turn[key] for key in keys] for turn in found["turns"]] == [
        [turn[key] for key in keys] for turn in gold["turns"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_exchanges_are_exactly_those_annotated(name: str) -> None:
    gold, found = both(name)
    keys = ("question_turns", "answer_turns", "asker", "outlet")
    assert [[one[key] for key in keys] for one in found["exchanges"]] == [
        [one[key] for key in keys] for one in gold["exchanges"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_dates_are_exactly_those_annotated(name: str) -> None:
    gold, found = both(name)
    keys = ("quote", "start", "end", "edtf")
    assert [[date[key] for key in keys] for date in found["dates"]] == [
        [date[key] for key in keys] for date in gold["dates"]
    ]


@pytest.mark.parametrize("section", SECTIONS)
def test_what_plain_rules_find_stays_above_its_floor(section: str) -> None:
    """The share of annotated items of all documents whose words are among those found, and the reverse."""
    hit = wanted = right = read_items = 0
    for name in NAMES:
        gold, found = both(name)
        hit += sum(any(overlapping(one, other) for other in found[section]) for one in gold[section])
        right += sum(any(overlapping(one, other) for other in gold[section]) for one in found[section])
        wanted += len(gold[section])
        read_items += len(found[section])
    assert hit / wanted >= FLOORS[section]["recall"]
    assert right / max(1, read_items) >= FLOORS[section]["precision"]


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_the_text_at_its_offsets(name: str) -> None:
    _, found = both(name)
    assert all(found["text"][date["start"] : date["end"]] == date["quote"] for date in found["dates"])
    spans = [span for section in ("exchanges", *SECTIONS) for one in found[section] for span in one["mentions"]]
    assert all(0 <= start < end <= len(found["text"]) for start, end in spans)
