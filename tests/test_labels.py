"""The labels of bench/labels/passages: spans that can be, words of closed lists, one split a document, no words of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from twotrack.vocabulary import Clarity, MeetingStatus, Raised, Strength, Technique, Track

LABELS = Path(__file__).resolve().parents[1] / "bench" / "labels"
PASSAGES = [json.loads(path.read_text("utf-8")) for path in sorted((LABELS / "passages").glob("*.json"))]
LISTS = {
    "clarity": Clarity,
    "technique": Technique,
    "raised": Raised,
    "strength": Strength,
    "status": MeetingStatus,
    "track": Track,
}
LONGEST_NOTE = 80  # a status is the annotator's note, not a quotation


def _spans(item: Any) -> list[list[int]]:
    if isinstance(item, dict):
        return [span for value in item.values() for span in _spans(value)]
    if isinstance(item, list):
        if len(item) == 2 and all(isinstance(one, int) for one in item):
            return [item]
        return [span for one in item for span in _spans(one)]
    return []


def _strings(item: Any) -> list[str]:
    if isinstance(item, dict | list):
        return [text for one in (item.values() if isinstance(item, dict) else item) for text in _strings(one)]
    return [item] if isinstance(item, str) else []


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: f"{passage['date']}-{passage['sha256'][:8]}")
def test_every_span_lies_in_a_turn_of_its_passage(passage: dict[str, Any]) -> None:
    turns = [(turn["start"], turn["end"]) for turn in passage["turns"]]
    labelled = {key: value for key, value in passage.items() if key not in ("passage", "turns")}
    assert all(any(a <= start < end <= b for a, b in turns) for start, end in _spans(labelled))


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: f"{passage['date']}-{passage['sha256'][:8]}")
def test_exchanges_name_turns_of_their_passage_and_answered_ones_have_evidence(passage: dict[str, Any]) -> None:
    known = {turn["id"] for turn in passage["turns"]}
    for exchange in passage["exchanges"]:
        assert {*exchange["question_turns"], *exchange["answer_turns"]} <= known
        assert (
            bool(exchange["evidence"]) == (exchange["clarity"] != "unanswered") == (exchange["technique"] is not None)
        )


def test_codes_are_words_of_the_closed_lists() -> None:
    for passage in PASSAGES:
        for section in ("exchanges", "meetings", "commitments", "topics"):
            for item in passage[section]:
                assert all(item[key] in set(words) or item[key] is None for key, words in LISTS.items() if key in item)
        assert {case["raised"] for case in passage["cases"]} <= set(Raised)


def test_a_document_is_in_one_split_which_follows_its_year() -> None:
    split = {"2021": "train", "2022": "train", "2023": "development", "2024": "test", "2025": "test"}
    assert len({passage["path"] for passage in PASSAGES}) == len(PASSAGES)
    assert all(passage["split"] == split[passage["date"][:4]] for passage in PASSAGES)


def test_no_passage_is_of_a_document_that_is_measured_on() -> None:
    measured = {json.loads(path.read_text("utf-8"))["path"] for path in LABELS.glob("*.json")}
    assert not measured & {passage["path"] for passage in PASSAGES}


def test_labels_hold_no_stretch_of_a_document() -> None:
    items = [item for passage in PASSAGES for value in passage.values() if isinstance(value, list) for item in value]
    assert max(len(text) for text in _strings(items)) <= LONGEST_NOTE
