"""The JSON contract of a reading."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from twotrack.errors import SourceError
from twotrack.reading.as_json import reading_from_json, reading_to_json, schema
from twotrack.reading.finders import read
from twotrack.reading.findings import Reading
from twotrack.sources.formats import extract
from twotrack.sources.gather import gather
from twotrack.sources.raw import RawSource

DOCUMENTS = sorted((Path(__file__).parents[1] / "documents").glob("*.txt"))


def whole_reading(path: Path) -> Reading:
    (source,) = gather([str(path)])
    assert isinstance(source, RawSource)
    return read(extract(source), source=path.name, sha256=source.sha256)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_reading_comes_back_from_json_as_it_was(path: Path) -> None:
    reading = whole_reading(path)
    assert reading_from_json(json.loads(json.dumps(reading_to_json(reading)))) == reading


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_reading_keeps_the_schema(path: Path) -> None:
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(json.loads(json.dumps(reading_to_json(whole_reading(path)))))


def test_the_heading_stands_at_the_top() -> None:
    found = reading_to_json(whole_reading(DOCUMENTS[0]))
    assert list(found)[:9] == ["format", "source", "sha256", "text", "title", "date", "place", "kind", "language"]


@pytest.mark.parametrize("change", [{"format": "other/1"}, {"turns": 5}, {"text": None}, {"kind": "novel"}], ids=str)
def test_another_shape_is_refused_in_one_line(change: dict[str, object]) -> None:
    with pytest.raises(SourceError, match="read the document again"):
        reading_from_json(reading_to_json(whole_reading(DOCUMENTS[0])) | change)


def test_the_schema_refuses_a_confidence_above_one() -> None:
    found = reading_to_json(whole_reading(DOCUMENTS[0]))
    found["dates"][0]["confidence"] = 2
    assert not Draft202012Validator(schema()).is_valid(found)
