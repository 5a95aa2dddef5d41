"""Names on lines of their own mark speakers where nothing else does."""

import pytest

from twotrack.reading.conventions import find_labels
from twotrack.reading.name_lines import LINE, find_name_lines
from twotrack.sources.raw import Document


@pytest.mark.parametrize("line", ["Anna Hall", "**Mr. Hall**", "Journalist", "记者"])
def test_a_name_alone_is_a_line(line: str) -> None:
    assert LINE.fullmatch(line)


@pytest.mark.parametrize("line", ["Thank you.", "Anna Hall:", "Is it?", "a" * 90])
def test_a_sentence_or_a_label_is_none(line: str) -> None:
    assert not LINE.fullmatch(line)


def labels(*lines: str) -> tuple[str, list[str]]:
    found = find_labels(Document(text="\n\n".join(lines), extractor="text/1"))
    return found.convention, [label.text for label in found.labels]


def test_names_that_recur_mark_the_speakers() -> None:
    turns = [f"{name}\nWe spoke of it at length." for name in ("Anna Hall", "Journalist") * 2]
    assert labels("A round in Tarn", *turns) == ("name-line", ["Anna Hall", "Journalist"] * 2)


def test_headings_that_come_once_mark_nobody() -> None:
    assert labels(*(f"{name}\nWe spoke of it at length." for name in ("Law", "Labour", "Tarn", "Visits")))[0] == "none"


def test_a_list_of_names_has_no_words_below() -> None:
    assert not list(find_name_lines("Anna Hall\n\nBen Orrel\n\nIlsa Tarn\n\nAnna Hall\n", 0))
