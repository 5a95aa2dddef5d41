"""Cases, participants and themes of whole documents in many manners, against what a reader finds in them.

`findings/NAME.*` with NAME.json: the gold annotations' form for these three sections alone. The rules were developed on
these documents, so the floors say what must not be lost, not what to expect of others.
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

FOLDER = Path(__file__).parent / "findings"
FLOORS = json.loads((FOLDER.parent / "floors.json").read_text("utf-8"))["findings"]
PARTS = ("participants", "topics", "cases")


def both(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was annotated and what was read."""
    document = next(one for one in sorted(FOLDER.glob(f"{path.stem}.*")) if one != path)
    (source,) = gather([str(document)])
    assert isinstance(source, RawSource)
    reading = read(extract(source), source=source.name, sha256=source.sha256, only=frozenset(PARTS))
    return json.loads(path.read_text("utf-8")), reading_to_json(reading)


def overlapping(one: dict[str, Any], other: dict[str, Any], section: str) -> bool:
    if section == "topics":
        return bool(one["theme"] == other["theme"])
    return any(a < d and c < b for a, b in one["mentions"] for c, d in other["mentions"])


@pytest.fixture(scope="module")
def documents() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [both(path) for path in sorted(FOLDER.glob("*.json"))]


@pytest.mark.parametrize("section", PARTS)
def test_what_is_found_stays_above_its_floor(
    documents: list[tuple[dict[str, Any], dict[str, Any]]], section: str
) -> None:
    pairs = [(gold[section], found[section]) for gold, found in documents]
    hit = sum(any(overlapping(one, other, section) for other in found) for gold, found in pairs for one in gold)
    right = sum(any(overlapping(one, other, section) for one in gold) for gold, found in pairs for other in found)
    assert hit / sum(len(gold) for gold, _ in pairs) >= FLOORS[section]["recall"]
    assert right / sum(len(found) for _, found in pairs) >= FLOORS[section]["precision"]
