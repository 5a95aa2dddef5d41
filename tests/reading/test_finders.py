"""The order of the finders, and what `only` leaves out."""

from dataclasses import fields

import pytest

from twotrack.errors import UsageError
from twotrack.reading.finders import FINDERS, Known, read
from twotrack.sources.raw import Document

DOCUMENT = Document(text="QUESTION: Will you meet in May 2011?\n\nMR. HALL: Yes.\n", extractor="text/1")


def test_each_need_is_added_earlier() -> None:
    there = {"document"}
    for step in FINDERS:
        assert set(step.needs) <= there, step.adds
        there.add(step.adds)


def test_each_part_is_added_once() -> None:
    assert sorted(step.adds for step in FINDERS) == sorted(f.name for f in fields(Known) if f.name != "document")


def test_only_leaves_the_other_parts_empty() -> None:
    reading = read(DOCUMENT, source="a.txt", sha256="0" * 64, only=frozenset({"turns"}))
    assert reading.turns
    assert reading.dates == ()


def test_an_unknown_part_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no finder is called verbs: choose among .*turns"):
        read(DOCUMENT, source="a.txt", sha256="0" * 64, only=frozenset({"verbs"}))
