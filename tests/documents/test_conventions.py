"""Invented documents in the manner of many bodies, against what a reader finds in them; pooled, and above floors.

`conventions` were written to develop with, `conventions-test` to measure alone. A turn is found where it begins at the
same character, an exchange where it begins with the same turn and rests on the same answers, a date where words and value
are the same: harder than `bench/accuracy.py`, which allows for a word or two.
"""

import json
from collections import Counter
from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from twotrack.reading.as_json import reading_to_json
from twotrack.reading.finders import read
from twotrack.sources.formats import extract
from twotrack.sources.raw import RawSource

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text("utf-8"))
SETS = ("conventions", "conventions-test")
Pair = tuple[dict[str, Any], dict[str, Any]]


@cache
def pairs(folder: str) -> dict[str, Pair]:
    """What was annotated and what is read, by document."""
    return {
        path.stem: (json.loads(path.read_text("utf-8")), _read(path)) for path in sorted((HERE / folder).glob("*.json"))
    }


def _read(path: Path) -> dict[str, Any]:
    source = next(one for one in sorted(path.parent.glob(f"{path.stem}.*")) if one != path)
    raw = RawSource(
        content=source.read_bytes(),
        place=source.name,
        name=source.name,
        media_type="text/plain",
        got_at=datetime(2031, 1, 1, tzinfo=UTC),
    )
    return reading_to_json(
        read(extract(raw), source=raw.place, sha256=raw.sha256, only=frozenset({"exchanges", "dates"}))
    )


def turns(data: dict[str, Any]) -> list[Hashable]:
    return [turn["start"] for turn in data["turns"]]


def ends(data: dict[str, Any]) -> list[Hashable]:
    return [(turn["start"], turn["end"]) for turn in data["turns"]]


def roles(data: dict[str, Any]) -> list[Hashable]:
    return [(turn["start"], turn["role"]) for turn in data["turns"]]


def exchanges(data: dict[str, Any]) -> list[Hashable]:
    starts = {turn["id"]: turn["start"] for turn in data["turns"]}
    return [
        (starts[one["question_turns"][0]], tuple(starts[key] for key in one["answer_turns"]))
        for one in data["exchanges"]
    ]


def dates(data: dict[str, Any]) -> list[Hashable]:
    return [(date["start"], date["end"], date["edtf"]) for date in data["dates"]]


def headings(data: dict[str, Any]) -> list[Hashable]:
    return [(key, data[key]) for key in ("title", "date", "place", "kind")]


def f1(folder: str, items: Callable[[dict[str, Any]], list[Hashable]]) -> float:
    """Twice what agrees of all documents, by what was annotated and read together."""
    agree = both = 0
    for gold, found in pairs(folder).values():
        one, other = Counter(items(gold)), Counter(items(found))
        agree += 2 * (one & other).total()
        both += one.total() + other.total()
    return agree / both


@pytest.mark.parametrize("items", [turns, ends, roles, exchanges, dates, headings], ids=lambda items: items.__name__)
@pytest.mark.parametrize("folder", SETS)
def test_reading_stays_above_its_floor(folder: str, items: Callable[[dict[str, Any]], list[Hashable]]) -> None:
    assert f1(folder, items) >= FLOORS[folder][items.__name__]


@pytest.mark.parametrize("folder", SETS)
def test_a_document_without_speakers_has_no_turns(folder: str) -> None:
    for gold, found in pairs(folder).values():
        if not gold["turns"]:
            assert not found["turns"]
